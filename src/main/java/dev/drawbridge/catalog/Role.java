package dev.drawbridge.catalog;

/// What a kind is to the picture and to gestures, beyond its own name.
public enum Role {
  /// Holds other nodes: region, VPC, availability zone, subnet, group.
  CONTAINER,
  /// Sits on the border of its container: an internet gateway on its VPC.
  DOCKED,
  /// A frame over several subnets that may hold what runs in them: an Auto Scaling group.
  FRAME,
  /// Everything else that is drawn as a card.
  COMPONENT
}
