package dev.drawbridge.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

/// Addresses of one seat on which every check that looks there says the same.
///
/// @param rulings what each of those checks says, in their order
record Behaviour(AddressSet addresses, List<Ruling> rulings) {

  /// Divides the sitters of a seat by what the checks say of them.
  static List<Behaviour> of(AddressSet sitters, List<Check> checks, Protocol protocol) {
    if (sitters.isEmpty()) {
      // Nobody sits here, so only checks that look at no address can have been told to.
      Address nobody = Address.lowest(Family.IPV4);
      return List.of(new Behaviour(sitters, rulings(nobody, checks, protocol)));
    }
    List<Check> dividing = sitters.isSingle() ? List.of() : dividing(sitters, checks);
    if (dividing.isEmpty()) {
      return List.of(new Behaviour(sitters, rulings(sitters.first(), checks, protocol)));
    }
    Map<List<Ruling>, List<AddressRange>> alike = new LinkedHashMap<>();
    for (AddressRange atom : atoms(sitters, dividing)) {
      alike
          .computeIfAbsent(rulings(atom.first(), checks, protocol), key -> new ArrayList<>())
          .add(atom);
    }
    List<Behaviour> behaviours = new ArrayList<>();
    alike.forEach(
        (rulings, ranges) -> behaviours.add(new Behaviour(AddressSet.ofRanges(ranges), rulings)));
    return behaviours;
  }

  private static List<Check> dividing(AddressSet sitters, List<Check> checks) {
    return checks.stream().filter(check -> divides(check, sitters)).toList();
  }

  /// Whether a check may tell two of these addresses apart.
  private static boolean divides(Check check, AddressSet sitters) {
    boolean[] divided = {false};
    check.borders(set -> divided[0] |= set.splits(sitters));
    return divided[0];
  }

  private static List<Ruling> rulings(Address address, List<Check> checks, Protocol protocol) {
    List<Ruling> rulings = new ArrayList<>(checks.size());
    for (Check check : checks) {
      rulings.add(check.rule(address, protocol));
    }
    return rulings;
  }

  /// The ranges between all borders: no check can tell two addresses of one range apart.
  private static List<AddressRange> atoms(AddressSet sitters, List<Check> checks) {
    NavigableSet<Address> starts = new TreeSet<>();
    for (Check check : checks) {
      check.borders(
          set -> {
            for (AddressRange range : set.ranges()) {
              starts.add(range.first());
              if (!range.last().isLast()) {
                starts.add(range.last().next());
              }
            }
          });
    }
    List<AddressRange> atoms = new ArrayList<>();
    for (AddressRange range : sitters.ranges()) {
      Address from = range.first();
      for (Address start : starts.tailSet(from, false)) {
        if (start.compareTo(range.last()) > 0) {
          break;
        }
        atoms.add(new AddressRange(from, start.previous()));
        from = start;
      }
      atoms.add(new AddressRange(from, range.last()));
    }
    return atoms;
  }
}
