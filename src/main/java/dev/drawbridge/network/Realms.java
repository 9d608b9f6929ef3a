package dev.drawbridge.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Which realms of a network are linked with one another, and which may be one and the same.
final class Realms {
  private final Network network;
  private final Checks checks;
  private final Map<Set<Ref>, List<Peering>> peerings = new HashMap<>();

  Realms(Network network, Checks checks) {
    this.network = network;
    this.checks = checks;
    for (Peering peering : network.peerings().values()) {
      if (!peering.one().equals(peering.other())) {
        peerings
            .computeIfAbsent(Set.of(peering.one(), peering.other()), key -> new ArrayList<>())
            .add(peering);
      }
    }
  }

  List<Peering> links(Ref one, Ref other) {
    return peerings.getOrDefault(Set.of(one, other), List.of());
  }

  /// Whether two subnets lie in one realm, or may.
  boolean mayBeOne(Subnet one, Subnet other) {
    return one.realm().equals(other.realm())
        || doubt(one.realm()).isPresent()
        || doubt(other.realm()).isPresent();
  }

  /// What keeps two realms apart; none where they are one.
  Optional<Check> apart(Ref one, Ref other, Blocker blocker) {
    if (one.equals(other)) {
      return Optional.empty();
    }
    return Optional.of(
        checks.fixed(
            doubt(one)
                .or(() -> doubt(other))
                .map(FixedCheck::doubts)
                .orElseGet(() -> FixedCheck.refuses(blocker))));
  }

  private Optional<Unknown> doubt(Ref realm) {
    return Optional.ofNullable(network.realms().get(realm))
        .flatMap(found -> found.doubts().stream().findFirst());
  }
}
