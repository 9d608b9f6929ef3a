package dev.drawbridge.analyze.rules.dmz;

import dev.drawbridge.analyze.facts.Standing;
import dev.drawbridge.analyze.finding.Label;
import dev.drawbridge.analyze.rules.Component;
import dev.drawbridge.analyze.rules.Exposure;
import dev.drawbridge.analyze.rules.Subject;
import dev.drawbridge.network.AccessList;
import dev.drawbridge.network.AddressSet;
import dev.drawbridge.network.Answer;
import dev.drawbridge.network.Blocker;
import dev.drawbridge.network.Border;
import dev.drawbridge.network.Cell;
import dev.drawbridge.network.Family;
import dev.drawbridge.network.Group;
import dev.drawbridge.network.Interface;
import dev.drawbridge.network.Leg;
import dev.drawbridge.network.PortSet;
import dev.drawbridge.network.Protocol;
import dev.drawbridge.network.PublicAddress;
import dev.drawbridge.network.Ref;
import dev.drawbridge.network.Relay;
import dev.drawbridge.network.Subnet;
import dev.drawbridge.network.Way;
import dev.drawbridge.resource.Address;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Which answers network ACLs keep from getting back, of all the sessions that everything else lets
/// pass.
final class ReturnTraffic {
  private static final Label INTERNET = new Label.Keyed("kind.internet.name");

  /// The ports that a client on Linux sends from, unless told otherwise
  /// (`net.ipv4.ip_local_port_range`).
  private static final PortSet LINUX = PortSet.of(32768, 60999);

  /// One side of a network ACL.
  record Side(Ref list, Border border) {}

  /// What a side keeps back.
  ///
  /// @param ports the ports of the clients that answers do not get to
  /// @param hard whether any client may send from these ports, and not just one that picks them
  ///     from a wider range than Linux does
  /// @param client who asks
  /// @param server who answers
  record Held(PortSet ports, boolean hard, Label client, Label server) {
    Held and(Held other) {
      return new Held(ports.union(other.ports), hard || other.hard, client, server);
    }
  }

  private final Subject subject;
  private final Map<Side, Held> held = new LinkedHashMap<>();
  private final Set<Ref> realms = new HashSet<>();
  private final Set<List<Ref>> compared = new HashSet<>();

  private ReturnTraffic(Subject subject) {
    this.subject = subject;
  }

  static Map<Side, Held> of(Subject subject) {
    ReturnTraffic traffic = new ReturnTraffic(subject);
    if (!subject.network().accessLists().isEmpty()) {
      traffic.follow();
    }
    return traffic.held;
  }

  private void follow() {
    for (Subnet subnet : subject.network().subnets().values()) {
      if (subject.network().accessListOf(subnet).isPresent()) {
        realms.add(subnet.realm());
      }
    }
    for (Component component : subject.components()) {
      if (component.faces().stream()
          .anyMatch(face -> realms.contains(subnet(face.ref()).realm()))) {
        subject.goOn();
        fromInternet(component);
        fromBalancers(component);
        fromNeighbours(component);
        toInternet(component);
      }
    }
  }

  private Subnet subnet(Ref face) {
    return subject.network().subnetOf(subject.network().interfaceOf(face));
  }

  private void fromInternet(Component component) {
    Exposure exposure = subject.exposure(component);
    for (Family family : Family.values()) {
      List<Cell> cells = exposure.only(family, _ -> true).cells();
      AddressSet served =
          AddressSet.union(
              cells.stream().filter(Cell.Admitted.class::isInstance).map(Cell::sources).toList());
      for (Cell cell : cells) {
        // Answers that do not get to a few are meant to be kept from them.
        if (cell instanceof Cell.Admitted || 2 * cell.sources().size() >= served.size()) {
          note(cell, true, INTERNET, component.label());
        }
      }
    }
  }

  private void fromBalancers(Component component) {
    for (Standing.Face face : component.faces()) {
      for (Relay relay : subject.relaysTo(face.ref())) {
        Optional<Component> balancer = subject.componentOfBalancer(relay.balancer());
        if (balancer.isPresent() && relay.blockers().isEmpty()) {
          subject.exposure(balancer.get()).answers().stream()
              .filter(entry -> entry.to().equals(relay.node()))
              .findFirst()
              .ifPresent(
                  entry ->
                      note(
                          subject.delivery(relay, entry),
                          true,
                          balancer.get().label(),
                          component.label()));
        }
      }
    }
  }

  private void fromNeighbours(Component component) {
    for (Component caller : subject.callers(component)) {
      if (caller.sort() == Component.Sort.HOSTS && compare(caller, component)) {
        for (Answer answer : subject.sessions(caller, component).answers()) {
          note(answer, false, caller.label(), component.label());
        }
      }
    }
  }

  /// Whether these have to be looked at: of pairs whose subnets and groups are the same, one is
  /// enough.
  private boolean compare(Component caller, Component target) {
    List<Ref> key = new ArrayList<>();
    for (Component one : List.of(caller, target)) {
      for (Standing.Face face : one.faces()) {
        Interface host = subject.network().interfaceOf(face.ref());
        key.add(host.subnet());
        key.addAll(host.groups());
      }
    }
    return compared.add(key);
  }

  private void note(Answer answer, boolean anyPort, Label client, Label server) {
    for (Way way : answer.ways()) {
      way.cells().forEach(cell -> note(cell, anyPort, client, server));
    }
  }

  private void note(Cell cell, boolean anyPort, Label client, Label server) {
    if (!cell.protocol().equals(Protocol.TCP) && !cell.protocol().equals(Protocol.UDP)) {
      return;
    }
    List<Blocker> blockers =
        switch (cell) {
          case Cell.Admitted admitted -> admitted.limits();
          case Cell.Refused refused -> refused.blockers();
          case Cell.Undecided _ -> List.of();
        };
    boolean onlyAnswers =
        blockers.stream()
            .allMatch(
                blocker ->
                    blocker instanceof Blocker.DeniedByList denied && denied.leg() == Leg.RETURN);
    if (onlyAnswers) {
      for (Blocker blocker : blockers) {
        if (blocker
            instanceof
            Blocker.DeniedByList(Leg _, Border border, Ref _, Ref list, var _, PortSet ports)) {
          add(new Side(list, border), ports, anyPort, client, server);
        }
      }
    }
  }

  private void add(Side side, PortSet ports, boolean anyPort, Label client, Label server) {
    if (!ports.isEmpty()) {
      boolean hard = anyPort || ports.overlaps(LINUX);
      held.merge(side, new Held(ports, hard, client, server), Held::and);
    }
  }

  /// What servers fetch from the internet over HTTPS: the engine knows nobody there to answer, so
  /// the lists are read as they stand.
  private void toInternet(Component component) {
    for (Standing.Face face : component.faces()) {
      Interface host = subject.network().interfaceOf(face.ref());
      Subnet home = subnet(face.ref());
      Optional<AccessList> list = subject.network().accessListOf(home);
      if (list.isPresent() && leavesForInternet(component, face, host)) {
        AddressSet asked =
            FirstMatch.admitted(
                list.get().outbound(), Protocol.TCP, 443, Public.of(Family.IPV4), false);
        if (Public.isNearlyAll(asked, Family.IPV4)) {
          add(
              new Side(list.get().ref(), Border.INBOUND),
              FirstMatch.blocked(list.get().inbound(), Protocol.TCP, PortSet.EPHEMERAL, asked),
              component.sort() == Component.Sort.TRANSLATOR,
              component.label(),
              INTERNET);
        }
      }
    }
  }

  private boolean leavesForInternet(Component component, Standing.Face face, Interface host) {
    Optional<Address> subnet = face.subnet();
    if (subnet.isEmpty()) {
      return false;
    }
    boolean direct =
        subject.leadsToInternet(subnet.get()).is(true)
            && host.publicAddress() instanceof PublicAddress.Assigned;
    if (component.sort() == Component.Sort.TRANSLATOR) {
      return direct;
    }
    return component.sort() == Component.Sort.HOSTS
        && (direct || subject.leavesThroughNat(subnet.get()))
        && subject.network().groupsOf(host).stream()
            .flatMap(group -> group.egress().stream())
            .anyMatch(ReturnTraffic::letsFetch);
  }

  private static boolean letsFetch(Group.Rule rule) {
    return rule.doubts().isEmpty()
        && rule.traffic().portsOf(Protocol.TCP).contains(443)
        && Public.isNearlyAll(rule.peer().addresses(), Family.IPV4);
  }
}
