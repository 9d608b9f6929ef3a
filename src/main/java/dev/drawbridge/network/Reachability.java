package dev.drawbridge.network;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Computes which sessions in a network complete.
///
/// A session from a source to an interface completes when the source can name it, routes lead there
/// and back, the access lists at the borders of both subnets let its packets and the answers pass,
/// and the groups at both ends admit it. What is worked out for one interface is kept for all that
/// are alike, see [Memory]; so an instance is for one thread at a time.
public final class Reachability {

  private final Network network;
  private final Planner planner;
  private final Relays relays;
  private @Nullable Neighbourhood neighbourhood;
  private final Memory memory;

  private Reachability(Network network, Memory memory) {
    this.network = network;
    this.memory = memory;
    this.planner = new Planner(network, memory);
    this.relays = new Relays(network);
  }

  public static Reachability of(Network network) {
    return of(network, new Memory());
  }

  /// @param memory of what was looked at before, which was probably much like this network
  public static Reachability of(Network network, Memory memory) {
    memory.turn();
    return new Reachability(network, memory);
  }

  public Network network() {
    return network;
  }

  /// E(X): the sources, protocols and ports with which a client on the internet completes a
  /// session with the interface itself. What a balancer rewrites and passes on is no part of it. Of
  /// ICMP only the echo request opens a session: other messages ask for no answer.
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

  /// Everything that an interface can open with those at the far end of a tunnel, as far as the network has a
  /// say in it: one way for each part of them that it treats alike.
  ///
  /// @param asked of one protocol, not [Protocol#ANY]; empty for everything
  public Answer outward(Ref from, Origin.Remote to, List<Traffic> asked) {
    List<Plan> plans = planner.toTunnel(network.interfaceOf(from), tunnel(to.tunnel()), to.among());
    return answer(Origin.of(from), to.tunnel(), plans, asked);
  }

  /// Whether an origin can open any session with an interface: where one completes for certain, partial
  /// at least. No more is worked out than it takes to tell.
  public Verdict any(Origin from, Ref to) {
    List<Plan> plans = plans(from, network.interfaceOf(to));
    // Most sessions are of TCP; which other protocols there are takes longer to tell.
    Verdict best = any(plans, Traffic.all(Protocol.TCP));
    if (best.isSome()) {
      return best;
    }
    for (Traffic one : everything(plans)) {
      Verdict verdict = any(plans, one);
      if (verdict.isSome()) {
        return verdict;
      }
      best = verdict == Verdict.UNKNOWN ? verdict : best;
    }
    return best;
  }

  private Verdict any(List<Plan> plans, Traffic asked) {
    Verdict best = Verdict.REFUTED;
    for (Plan plan : plans) {
      for (Cell cell : cells(plan, List.of(asked))) {
        if (cell instanceof Cell.Admitted) {
          return Verdict.PARTIAL;
        }
        best = cell instanceof Cell.Undecided ? Verdict.UNKNOWN : best;
      }
    }
    return best;
  }

  /// What a balancer passes on, and to whom.
  public List<Relay> relaysOf(Ref balancer) {
    return relays.of(balancer);
  }

  /// What balancers pass on to an interface.
  public List<Relay> relaysTo(Ref target) {
    return relays.to(target);
  }

  /// Whether a relay's requests get from the node to the target.
  ///
  /// @param entry what clients can open with the node; those that it admits on the listener are the
  ///     clients whose addresses the target sees, where the relay keeps them
  public Answer delivery(Relay relay, Answer entry) {
    Interface target = network.interfaceOf(relay.target());
    if (!relay.keepsClientAddress()) {
      return sessions(Origin.of(relay.node()), relay.target(), relay.outgoing());
    }
    Interface node = network.interfaceOf(relay.node());
    boolean each = !(entry.from() instanceof Origin.Host);
    Ref owner = entry.from() instanceof Origin.Host(Ref host) ? host : relay.node();
    List<Plan.Sitters> clients =
        relay.clients(entry).stream().map(set -> new Plan.Sitters(set, each, owner)).toList();
    List<Plan> plans = planner.passedOn(node, clients, target);
    return answer(Origin.of(relay.node()), relay.target(), plans, List.of(relay.outgoing()));
  }

  /// Whether a relay's questions after its target's health are answered. They come from the node.
  public Answer health(Relay relay) {
    Traffic asked = new Traffic(Protocol.TCP, PortSet.of(relay.healthPort()));
    return sessions(Origin.of(relay.node()), relay.target(), asked);
  }

  /// The ways for requests of an origin to get to an interface: the direct one first, then all
  /// through balancers. Hosts on the way that would have to be taken over are no part of them, see
  /// [#spread].
  public List<Path> paths(Origin from, Ref to) {
    List<Path> paths = new ArrayList<>();
    paths.add(Path.direct(sessions(from, to)));
    throughBalancers(from, to, Set.of(to), paths);
    return paths;
  }

  private void throughBalancers(Origin from, Ref to, Set<Ref> visited, List<Path> paths) {
    for (Relay relay : relays.to(to)) {
      if (visited.contains(relay.node())) {
        continue;
      }
      Set<Ref> further = new LinkedHashSet<>(visited);
      further.add(relay.node());
      Answer entry = sessions(from, relay.node(), relay.incoming());
      paths.add(Path.direct(entry).through(relay.from(entry), delivery(relay, entry)));
      List<Path> before = new ArrayList<>();
      throughBalancers(from, relay.node(), further, before);
      for (Path path : before) {
        Answer last = path.steps().getLast().answer();
        if (last.asked().getFirst().ports().overlaps(relay.incoming().ports())) {
          paths.add(path.through(relay.from(last), delivery(relay, last)));
        }
      }
    }
  }

  /// Everything that an interface can open sessions with in its own realm and in those linked with
  /// it, or may be able to, and what exactly. Of interfaces that are alike only one is named, see
  /// [#alike]. Over the internet it is a client like any other there, see [#exposure].
  public List<Answer> neighbours(Ref from) {
    return neighbourhood().of(from, this);
  }

  /// The interfaces that are treated like this one by everything in the network, itself among them.
  public List<Ref> alike(Ref host) {
    return neighbourhood().likeness().alike(host);
  }

  /// Everything that somebody in control of these origins can get hold of, taking over each host
  /// that sessions get to and going on from there.
  public Spread spread(Collection<Origin> from) {
    return Spreading.from(from, this, neighbourhood());
  }

  /// The balancer that an interface is a node of.
  public Optional<Balancer> balancerOf(Ref node) {
    return planner.balancerOf(node);
  }

  private Neighbourhood neighbourhood() {
    Neighbourhood made = neighbourhood;
    if (made == null) {
      made = new Neighbourhood(network, planner);
      neighbourhood = made;
    }
    return made;
  }

  /// @param asked everything, where it is empty
  private Answer answer(Origin from, Ref to, List<Traffic> asked) {
    return answer(from, to, plans(from, network.interfaceOf(to)), asked);
  }

  private Answer answer(Origin from, Ref to, List<Plan> plans, List<Traffic> asked) {
    List<Traffic> traffic = asked.isEmpty() ? everything(plans) : asked;
    List<Way> ways = new ArrayList<>();
    for (Plan plan : plans) {
      ways.add(
          new Way(
              plan.kind(),
              plan.family(),
              Optional.of(plan.addresses(Seat.TRANSLATED)).filter(set -> !set.isEmpty()),
              plan.owner(Seat.TRANSLATED).filter(by -> !from.equals(Origin.of(by))),
              plan.addresses(Seat.DESTINATION),
              cells(plan, traffic)));
    }
    return new Answer(from, to, traffic, ways);
  }

  private List<Plan> plans(Origin from, Interface to) {
    return switch (from) {
      case Origin.Internet internet -> planner.fromInternet(to);
      case Origin.Remote(Ref ref, AddressSet among) -> planner.fromTunnel(tunnel(ref), among, to);
      case Origin.Host(Ref host) -> planner.between(network.interfaceOf(host), to);
    };
  }

  private Tunnel tunnel(Ref ref) {
    Tunnel tunnel = network.tunnels().get(ref);
    if (tunnel == null) {
      throw new IllegalArgumentException("no tunnel " + ref);
    }
    return tunnel;
  }

  private static List<Traffic> everything(List<Plan> plans) {
    Set<Protocol> named = new TreeSet<>(Set.of(Protocol.TCP, Protocol.UDP, Protocol.OTHER));
    named.add(Protocol.ICMP);
    named.add(Protocol.ICMPV6);
    plans.forEach(plan -> plan.checks().forEach(check -> check.protocols(named)));
    named.remove(Protocol.ANY);
    List<Traffic> everything = new ArrayList<>();
    for (Protocol protocol : named) {
      if (occursIn(protocol, plans)) {
        everything.add(Answers.everything(protocol));
      }
    }
    return everything;
  }

  private static boolean occursIn(Protocol protocol, List<Plan> plans) {
    for (Plan plan : plans) {
      if (protocol.occursIn(plan.family())) {
        return true;
      }
    }
    return false;
  }

  private List<Cell> cells(Plan plan, List<Traffic> traffic) {
    Map<Seat, Plan.Sitters> seats = plan.seats();
    if (plan.lookingAt(Seat.DESTINATION).isEmpty()) {
      // Nothing on the way looks at the destination's address, so all that are alike share this.
      seats = new HashMap<>(seats);
      seats.remove(Seat.DESTINATION);
    }
    return memory.cells(
        new Memory.Crossing(plan.family(), plan.checks(), seats, traffic),
        () -> {
          List<Cell> cells = new ArrayList<>();
          for (Traffic asked : traffic) {
            cells.addAll(Evaluation.of(plan, asked, memory));
          }
          return List.copyOf(cells);
        });
  }
}
