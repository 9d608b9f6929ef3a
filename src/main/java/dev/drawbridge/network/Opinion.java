package dev.drawbridge.network;

import java.util.List;

/// What one check says of a packet.
sealed interface Opinion {

  record Admits(Hop hop) implements Opinion {}

  record Doubts(List<Unknown> unknowns) implements Opinion {}

  record Refuses(Blocker blocker) implements Opinion {}
}
