package dev.drawbridge.network;

/// One of the addresses of a session that filters and routes look at.
enum Seat {
  /// The source, as it knows itself.
  SOURCE,
  /// The source, as the destination sees it after a translation on the way.
  TRANSLATED,
  /// The destination, as the source names it.
  DESTINATION
}
