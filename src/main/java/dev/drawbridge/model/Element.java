package dev.drawbridge.model;

/// What a document consists of: a [Node] or a [Connector] between two.
public sealed interface Element permits Node, Connector {
  ElementId id();

  /// The id of its kind in the catalogue, such as `aws.alb`. A document may hold kinds that the
  /// catalogue does not know; they are kept and drawn plainly.
  String kind();

  /// What the user calls it; may be empty, then it goes by its kind's name.
  String name();

  /// What its kind's properties say of it; those left at their default may be absent.
  Fields properties();

  /// Fields of the file that this version does not know, kept for the version that does.
  Fields extras();

  Element withName(String name);

  Element withProperties(Fields properties);
}
