package dev.drawbridge.network;

/// The public IPv4 address of an interface, with the opinion of the gateway that translates it.
///
/// @param address what it may be; where there is none, any address of the internet, so that
///     everything else on the way can still be judged
record PublicName(AddressSet address, FixedCheck check) {

  /// The name of an end of the session.
  static PublicName of(Interface host, End end, AddressSet internet) {
    return of(host, internet, new Blocker.NoPublicAddress(end), new Hop.Named(end));
  }

  /// The name that a translator on the way gives to the source.
  static PublicName ofTranslator(Interface translator, AddressSet internet) {
    AddressSet address =
        translator.publicAddress() instanceof PublicAddress.Assigned(AddressSet oneOf)
            ? oneOf
            : internet.only(Family.IPV4);
    return of(
        translator,
        internet,
        new Blocker.TranslatorNotPublic(translator.ref()),
        new Hop.Translated(translator.ref(), address));
  }

  private static PublicName of(Interface host, AddressSet internet, Blocker without, Hop with) {
    AddressSet any = internet.only(Family.IPV4);
    return switch (host.publicAddress()) {
      case PublicAddress.None none -> new PublicName(any, FixedCheck.refuses(without));
      case PublicAddress.Assigned(AddressSet oneOf) ->
          new PublicName(oneOf, FixedCheck.admits(with));
      case PublicAddress.Unresolved(Unknown unknown) ->
          new PublicName(any, FixedCheck.doubts(unknown));
    };
  }
}
