package dev.drawbridge.wrong.ui;

import dev.drawbridge.wrong.model.ReachesUp;

/// Innocent: a window may know the model.
public record Window(ReachesUp content) {}
