package dev.drawbridge.wrong.model;

import dev.drawbridge.wrong.ui.Window;
import java.util.Optional;

/// A model that knows its window: a forbidden arrow, and a cycle.
public record ReachesUp(Optional<Window> window) {}
