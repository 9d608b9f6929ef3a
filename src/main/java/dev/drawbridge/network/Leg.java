package dev.drawbridge.network;

/// One of the two directions in which the packets of a session travel.
public enum Leg {
  /// From the source, to the port asked for.
  FORWARD,
  /// The answers, to the port that the source sent from.
  RETURN
}
