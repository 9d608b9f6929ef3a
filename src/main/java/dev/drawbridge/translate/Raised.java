package dev.drawbridge.translate;

import dev.drawbridge.model.Document;

/// A graph drawn.
///
/// @param document without a layout
public record Raised(Document document, Coverage coverage) {}
