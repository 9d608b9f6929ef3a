/// Who can open a connection to whom: CIDR and port sets, a neutral description of a network
/// ([dev.drawbridge.network.Network]), and the engine that computes exactly which sessions complete
/// ([dev.drawbridge.network.Reachability]). Nothing here knows a cloud provider or a drawing; what
/// leads back to them is an opaque [dev.drawbridge.network.Ref].
@NullMarked
package dev.drawbridge.network;

import org.jspecify.annotations.NullMarked;
