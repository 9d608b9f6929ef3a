package dev.drawbridge.wrong.output.store;

import dev.drawbridge.wrong.output.export.Exported;

/// Two parts of one package that know each other: a cycle inside of it.
public record Stored(Exported exported) {}
