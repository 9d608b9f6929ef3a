package dev.drawbridge.network;

/// A part of an HTTP request that rules look at.
///
/// @param name which of them, where a request may have several: of a header or of a parameter; in
///     lower case. Empty for the others, and for a parameter of whatever name
public record RequestPart(Kind kind, String name) {

  public static final RequestPart HOST = new RequestPart(Kind.HOST, "");
  public static final RequestPart PATH = new RequestPart(Kind.PATH, "");
  public static final RequestPart METHOD = new RequestPart(Kind.METHOD, "");

  /// The sorts of parts.
  public enum Kind {
    HOST,
    PATH,
    METHOD,
    HEADER,
    PARAMETER
  }

  /// Whether a request may do without it.
  boolean isOptional() {
    return kind == Kind.HEADER || kind == Kind.PARAMETER;
  }

  /// Whether upper and lower case are the same in it: everywhere but in paths and methods.
  boolean ignoresCase() {
    return kind != Kind.PATH && kind != Kind.METHOD;
  }
}
