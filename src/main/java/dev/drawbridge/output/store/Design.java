package dev.drawbridge.output.store;

import dev.drawbridge.model.Document;

/// A design as it was read from a file.
///
/// @param schemaVersion the version of the format that the file was in
/// @param readOnly whether a later version wrote it: this one can show it, but saving would lose what it
///     does not understand
public record Design(Document document, int schemaVersion, boolean readOnly) {}
