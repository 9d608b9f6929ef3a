package dev.drawbridge.terraform.write;

import dev.drawbridge.base.Language;
import org.jspecify.annotations.Nullable;

/// What the README beside the Terraform is to say beyond what the graph knows.
///
/// @param title the design's name
/// @param diagram the picture as SVG, null to leave it out
public record Readme(String title, Language language, @Nullable String diagram) {}
