package dev.drawbridge.resource;

/// A `data` block; only those that the provider answers without calling AWS are ever generated.
public record DataSource(Address address, Block body, Origin origin) {}
