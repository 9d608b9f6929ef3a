package dev.drawbridge.network;

/// A link between two realms, for packets from one to the other and no further.
///
/// @param knowsGroups whether rules on one side may refer to groups of the other
public record Peering(Ref ref, Ref one, Ref other, boolean knowsGroups) {}
