package dev.drawbridge.network;

/// The public IPv4 address of one end, with the opinion of the gateway that translates it.
///
/// @param address what it may be; where there is none, any address of the internet, so that
///     everything else on the way can still be judged
record PublicName(AddressSet address, FixedCheck check) {

  static PublicName of(Interface host, End end, AddressSet internet) {
    AddressSet any = internet.only(Family.IPV4);
    return switch (host.publicAddress()) {
      case PublicAddress.None none ->
          new PublicName(any, FixedCheck.refuses(new Blocker.NoPublicAddress(end)));
      case PublicAddress.Assigned(AddressSet oneOf) ->
          new PublicName(oneOf, FixedCheck.admits(new Hop.Named(end)));
      case PublicAddress.Unresolved(Unknown unknown) ->
          new PublicName(any, FixedCheck.doubts(unknown));
    };
  }
}
