package dev.drawbridge.resource;

/// The versions that a module needs, as Terraform's version constraints.
///
/// @param terraform of Terraform itself: `>= 1.9.0`
/// @param aws of the provider `hashicorp/aws`: `>= 5.80.0, < 7.0.0`
public record Requirements(String terraform, String aws) {}
