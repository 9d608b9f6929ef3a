package dev.drawbridge.resource;

/// Where a resource comes from, so that a finding about it can be shown to somebody.
public sealed interface Origin {
  /// A drawn element, by its id.
  record Drawn(String element) implements Origin {}

  /// A block of somebody's Terraform; the line counts from 1.
  record Source(String file, int line) implements Origin {}

  /// Nothing drawn: what every design needs, such as the emptied default security group.
  ///
  /// @param reason a sentence for whoever reads the Terraform; empty where nobody would ask
  record Implied(String reason) implements Origin {}
}
