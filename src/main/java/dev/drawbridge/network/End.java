package dev.drawbridge.network;

/// One of the two ends of a session.
public enum End {
  /// The one that opens the session.
  SOURCE,
  /// The one that the session is opened with.
  DESTINATION
}
