package dev.drawbridge.network;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How far somebody gets who takes over whatever sessions get to.
public final class Spread {

  /// How an interface is got hold of.
  ///
  /// @param from where the session is opened that gets to it
  /// @param relays the balancers that pass its requests on, in order
  record Entry(Origin from, List<Relay> relays) {}

  private final Reachability reachability;
  private final Set<Ref> began = new HashSet<>();
  private final Map<Ref, Entry> certain;
  private final Map<Ref, Entry> possible;

  Spread(
      Reachability reachability,
      Collection<Origin> origins,
      Map<Ref, Entry> certain,
      Map<Ref, Entry> possible) {
    this.reachability = reachability;
    this.certain = Collections.unmodifiableMap(new LinkedHashMap<>(certain));
    this.possible = Collections.unmodifiableMap(new LinkedHashMap<>(possible));
    for (Origin origin : origins) {
      if (origin instanceof Origin.Host(Ref host)) {
        began.add(host);
      }
    }
  }

  /// The interfaces that are got hold of for certain, nearest first, without those it began with.
  /// A balancer's node counts when its listeners can be reached, though nobody takes it over.
  public Set<Ref> reached() {
    return certain.keySet();
  }

  /// The interfaces that may be got hold of besides, hanging on inputs that are not resolved.
  public Set<Ref> undecided() {
    return possible.keySet();
  }

  /// The fewest sessions that lead to an interface; empty where it is out of reach.
  public Optional<Path> pathTo(Ref host) {
    List<Path.Step> steps = new ArrayList<>();
    Optional<Ref> at = Optional.of(host);
    while (at.isPresent()) {
      Entry entry = entry(at.get());
      if (entry == null) {
        return Optional.empty();
      }
      steps.addAll(0, steps(entry, at.get()));
      at =
          entry.from instanceof Origin.Host(Ref before) && !began.contains(before)
              ? Optional.of(before)
              : Optional.empty();
    }
    return Optional.of(new Path(steps));
  }

  private @Nullable Entry entry(Ref host) {
    Entry entry = certain.get(host);
    return entry != null ? entry : possible.get(host);
  }

  private List<Path.Step> steps(Entry entry, Ref host) {
    if (entry.relays.isEmpty()) {
      return Path.direct(reachability.sessions(entry.from, host)).steps();
    }
    Relay first = entry.relays.getFirst();
    Answer last = reachability.sessions(entry.from, first.node(), first.incoming());
    Path path = Path.direct(last);
    for (Relay relay : entry.relays) {
      Relay narrowed = relay.from(last);
      last = reachability.delivery(relay, last);
      path = path.through(narrowed, last);
    }
    return path.steps();
  }
}
