package dev.drawbridge.network;

/// A link between a realm and a network elsewhere, such as a VPN to a data centre.
///
/// @param remote the addresses of those who are at its far end
public record Tunnel(Ref ref, Ref realm, AddressSet remote) {}
