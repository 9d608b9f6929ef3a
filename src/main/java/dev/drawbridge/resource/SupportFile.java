package dev.drawbridge.resource;

/// A file that stands beside the Terraform and is read by it, such as a template for user data.
///
/// @param path relative to the module, with `/`
public record SupportFile(String path, String text, Origin origin) {}
