package dev.drawbridge.network;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Finds out which requests each rule of a listener has. Every part of a request that a rule asks
/// for is divided into texts that no rule can tell apart, and the clients are divided likewise; then
/// each combination is tried once, unless another has been that the same rules are left of.
final class Selecting {

  private static final int MOST_COMBINATIONS = 100_000;

  private final Balancer.Listener listener;
  private final List<Balancer.Rule> rules;
  private final List<RequestPart> parts;
  private final List<List<Patterns.Atom>> atoms = new ArrayList<>();
  private final List<Clients> clients = new ArrayList<>();
  private final Set<List<Object>> tried = new HashSet<>();
  private final List<Found> found = new ArrayList<>();

  /// Clients that no rule can tell apart, with the rules that they may fulfil.
  private record Clients(AddressSet addresses, BitSet fulfilled) {}

  /// What has been found of a rule so far.
  private static final class Found {
    private AddressSet certain = AddressSet.EMPTY;
    private AddressSet possible = AddressSet.EMPTY;
    private Optional<Request> example = Optional.empty();
    private Optional<Request> doubtful = Optional.empty();
    private final Set<Unknown> unknowns = new LinkedHashSet<>();
    private final BitSet takenBy = new BitSet();

    /// For clients whose requests it has for certain, and for those whose it may have.
    List<Selection> selections(List<Balancer.Rule> rules) {
      List<Selection> all = new ArrayList<>();
      if (!certain.isEmpty()) {
        all.add(new Selection(certain, example.orElse(Request.ANY), List.of(), List.of()));
      }
      AddressSet others = possible.minus(certain);
      if (!others.isEmpty() || certain.isEmpty()) {
        List<Ref> takers = takenBy.stream().mapToObj(by -> rules.get(by).ref()).toList();
        List<Unknown> open = others.isEmpty() ? List.of() : List.copyOf(unknowns);
        all.add(new Selection(others, doubtful.orElse(Request.ANY), open, takers));
      }
      return all;
    }
  }

  private Selecting(Balancer.Listener listener) {
    this.listener = listener;
    this.rules = listener.rules();
    Set<RequestPart> asked = new LinkedHashSet<>();
    for (Balancer.Rule rule : rules) {
      found.add(new Found());
      for (Condition condition : rule.conditions()) {
        if (condition instanceof Condition.Matches(RequestPart part, List<String> _)) {
          asked.add(part);
        }
      }
    }
    this.parts = List.copyOf(asked);
  }

  /// What each rule has, in their order.
  static List<List<Selection>> of(Balancer.Listener listener) {
    return new Selecting(listener).run();
  }

  private List<List<Selection>> run() {
    divideClients();
    for (RequestPart part : parts) {
      Optional<List<Patterns.Atom>> divided = divide(part);
      if (divided.isEmpty()) {
        return intricate();
      }
      atoms.add(divided.get());
    }
    BitSet all = new BitSet();
    all.set(0, rules.size());
    return combine(0, all, List.of())
        ? found.stream().map(one -> one.selections(rules)).toList()
        : intricate();
  }

  private List<List<Selection>> intricate() {
    Unknown unknown = new Unknown(listener.ref(), Unknown.INTRICATE);
    Selection maybe =
        new Selection(AddressSet.EVERYTHING, Request.ANY, List.of(unknown), List.of());
    return rules.stream().map(_ -> List.of(maybe)).toList();
  }

  /// The atoms of a part, told by the rules whose conditions on it they fulfil.
  private Optional<List<Patterns.Atom>> divide(RequestPart part) {
    List<List<String>> lists = new ArrayList<>();
    List<Integer> owners = new ArrayList<>();
    for (int i = 0; i < rules.size(); i++) {
      for (Condition condition : rules.get(i).conditions()) {
        if (condition instanceof Condition.Matches(RequestPart of, List<String> patterns)
            && of.equals(part)) {
          lists.add(patterns);
          owners.add(i);
        }
      }
    }
    return Patterns.atoms(part, lists).map(all -> byRule(all, owners));
  }

  private List<Patterns.Atom> byRule(List<Patterns.Atom> all, List<Integer> owners) {
    List<Patterns.Atom> told = new ArrayList<>();
    for (Patterns.Atom atom : all) {
      BitSet fulfilled = new BitSet();
      fulfilled.set(0, rules.size());
      for (int i = 0; i < owners.size(); i++) {
        if (!atom.matched().get(i)) {
          fulfilled.clear(owners.get(i));
        }
      }
      told.add(new Patterns.Atom(fulfilled, atom.example()));
    }
    return told;
  }

  private void divideClients() {
    BitSet all = new BitSet();
    all.set(0, rules.size());
    clients.add(new Clients(AddressSet.EVERYTHING, all));
    for (int i = 0; i < rules.size(); i++) {
      for (Condition condition : rules.get(i).conditions()) {
        if (condition instanceof Condition.ComesFrom(AddressSet from)) {
          split(i, from);
        }
      }
    }
  }

  private void split(int rule, AddressSet from) {
    List<Clients> whole = List.copyOf(clients);
    clients.clear();
    for (Clients some : whole) {
      AddressSet within = some.addresses.intersect(from);
      AddressSet without = some.addresses.minus(from);
      if (!within.isEmpty()) {
        clients.add(new Clients(within, some.fulfilled));
      }
      if (!without.isEmpty()) {
        BitSet fewer = (BitSet) some.fulfilled.clone();
        fewer.clear(rule);
        clients.add(new Clients(without, fewer));
      }
    }
  }

  /// Tries every combination of atoms of the parts from `index` on.
  ///
  /// @param left the rules that those before leave
  /// @return false where they are too many
  private boolean combine(int index, BitSet left, List<Request.Field> fields) {
    if (!tried.add(List.of(index, left))) {
      return true;
    }
    if (tried.size() > MOST_COMBINATIONS) {
      return false;
    }
    if (index == parts.size()) {
      for (Clients some : clients) {
        BitSet fulfilled = (BitSet) some.fulfilled.clone();
        fulfilled.and(left);
        settle(fulfilled, some.addresses, fields);
      }
      return true;
    }
    for (Patterns.Atom atom : atoms.get(index)) {
      BitSet fewer = (BitSet) left.clone();
      fewer.and(atom.matched());
      List<Request.Field> more = new ArrayList<>(fields);
      atom.example().ifPresent(text -> more.add(new Request.Field(parts.get(index), text)));
      if (!combine(index + 1, fewer, more)) {
        return false;
      }
    }
    return true;
  }

  /// Gives requests that fulfil these rules to the first of them. Doubtful ones before it may have
  /// them as well.
  private void settle(BitSet fulfilled, AddressSet from, List<Request.Field> fields) {
    Set<Unknown> doubts = new LinkedHashSet<>();
    for (int index = fulfilled.nextSetBit(0); index >= 0; index = fulfilled.nextSetBit(index + 1)) {
      Found candidate = found.get(index);
      Balancer.Rule rule = rules.get(index);
      doubts.addAll(rule.doubts());
      if (doubts.isEmpty()) {
        candidate.certain = candidate.certain.union(from);
        candidate.example = candidate.example.or(() -> Optional.of(example(rule, fields)));
      } else {
        candidate.possible = candidate.possible.union(from);
        candidate.doubtful = candidate.doubtful.or(() -> Optional.of(example(rule, fields)));
        candidate.unknowns.addAll(doubts);
      }
      if (rule.doubts().isEmpty()) {
        for (int later = fulfilled.nextSetBit(index + 1);
            later >= 0;
            later = fulfilled.nextSetBit(later + 1)) {
          found.get(later).takenBy.set(index);
        }
        return;
      }
    }
  }

  /// What rules ask for that come later does not matter.
  private Request example(Balancer.Rule rule, List<Request.Field> fields) {
    Set<RequestPart> matter = new HashSet<>();
    for (Balancer.Rule earlier : rules) {
      for (Condition condition : earlier.conditions()) {
        if (condition instanceof Condition.Matches(RequestPart part, List<String> _)) {
          matter.add(part);
        }
      }
      if (earlier == rule) {
        break;
      }
    }
    return new Request(fields.stream().filter(field -> matter.contains(field.part())).toList());
  }
}
