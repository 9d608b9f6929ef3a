package dev.drawbridge.resource;

/// What the next person needs to know of what was built.
public record Output(String name, String description, Value value) {}
