package dev.drawbridge.catalog;

import dev.drawbridge.model.Fields;

/// An entry of the palette: a kind with some properties set. "Public load balancer" and "internal load
/// balancer" are two presets of one kind.
///
/// @param key in message keys: `preset.<key>.name`, `preset.<key>.keywords`
public record Preset(String key, String kind, String icon, Fields properties) {}
