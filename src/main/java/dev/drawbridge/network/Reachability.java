package dev.drawbridge.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Computes which sessions in a network complete.
///
/// A session from a source to an interface completes when the source can name it, routes lead there
/// and back, the access lists at the borders of both subnets let its packets and the answers pass,
/// and the groups at both ends admit it. What is worked out for one interface is kept for all that
/// are alike; so an instance is for one thread at a time.
public final class Reachability {

  private record Known(List<Check> checks, Map<Seat, Plan.Sitters> seats, List<Traffic> asked) {}

  private final Network network;
  private final Planner planner;
  private final Map<Known, List<Cell>> known = new HashMap<>();

  private Reachability(Network network) {
    this.network = network;
    this.planner = new Planner(network);
  }

  public static Reachability of(Network network) {
    return new Reachability(network);
  }

  public Network network() {
    return network;
  }

  /// E(X): the sources, protocols and ports with which a client on the internet completes a
  /// session with the interface itself. What a balancer rewrites and passes on is no part of it.
  public Answer exposure(Ref to) {
    return answer(Origin.INTERNET, to, List.of());
  }

  /// Whether sessions with the traffic asked about complete.
  ///
  /// @param asked of one protocol, not [Protocol#ANY]
  public Answer sessions(Origin from, Ref to, Traffic asked) {
    if (asked.protocol().equals(Protocol.ANY)) {
      throw new IllegalArgumentException("ask for one protocol, or for everything");
    }
    return answer(from, to, List.of(asked));
  }

  /// Everything that an origin can open with an interface.
  public Answer sessions(Origin from, Ref to) {
    return answer(from, to, List.of());
  }

  /// @param asked everything, where it is empty
  private Answer answer(Origin from, Ref to, List<Traffic> asked) {
    List<Plan> plans = plans(from, network.interfaceOf(to));
    List<Traffic> traffic = asked.isEmpty() ? everything(plans) : asked;
    List<Way> ways = new ArrayList<>();
    for (Plan plan : plans) {
      AddressSet destinations = plan.addresses(Seat.DESTINATION);
      ways.add(new Way(plan.kind(), plan.family(), destinations, cells(plan, traffic)));
    }
    return new Answer(from, to, traffic, ways);
  }

  private List<Plan> plans(Origin from, Interface to) {
    return switch (from) {
      case Origin.Internet internet -> planner.fromInternet(to);
      case Origin.Remote(Ref ref) -> {
        Tunnel tunnel = network.tunnels().get(ref);
        if (tunnel == null) {
          throw new IllegalArgumentException("no tunnel " + ref);
        }
        yield planner.fromTunnel(tunnel, to);
      }
      case Origin.Host(Ref host) -> planner.between(network.interfaceOf(host), to);
    };
  }

  private static List<Traffic> everything(List<Plan> plans) {
    Set<Protocol> named = new TreeSet<>(Set.of(Protocol.TCP, Protocol.UDP, Protocol.OTHER));
    named.add(Protocol.ICMP);
    named.add(Protocol.ICMPV6);
    plans.forEach(plan -> plan.checks().forEach(check -> check.protocols(named)));
    named.remove(Protocol.ANY);
    return named.stream()
        .filter(protocol -> plans.stream().anyMatch(plan -> protocol.occursIn(plan.family())))
        .map(Traffic::all)
        .toList();
  }

  private List<Cell> cells(Plan plan, List<Traffic> traffic) {
    Map<Seat, Plan.Sitters> seats = new HashMap<>(plan.seats());
    boolean named = plan.checks().stream().anyMatch(check -> check.seat() == Seat.DESTINATION);
    if (!named) {
      // Nothing on the way looks at the destination's address, so all that are alike share this.
      seats.remove(Seat.DESTINATION);
    }
    return known.computeIfAbsent(
        new Known(plan.checks(), seats, traffic),
        key -> traffic.stream().flatMap(asked -> Evaluation.of(plan, asked).stream()).toList());
  }
}
