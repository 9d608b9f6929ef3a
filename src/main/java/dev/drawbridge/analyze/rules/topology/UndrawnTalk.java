package dev.drawbridge.analyze.rules.topology;

import dev.drawbridge.analyze.facts.Standing;
import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Severity;
import dev.drawbridge.analyze.rules.Arrows;
import dev.drawbridge.analyze.rules.Component;
import dev.drawbridge.analyze.rules.Explain;
import dev.drawbridge.analyze.rules.Exposure;
import dev.drawbridge.analyze.rules.PortNumbers;
import dev.drawbridge.analyze.rules.Report;
import dev.drawbridge.analyze.rules.Rule;
import dev.drawbridge.analyze.rules.Subject;
import dev.drawbridge.analyze.rules.Talk;
import dev.drawbridge.catalog.aws.Association;
import dev.drawbridge.catalog.aws.Replication;
import dev.drawbridge.model.Connector;
import dev.drawbridge.network.Group;
import dev.drawbridge.network.Peer;
import dev.drawbridge.network.PortSet;
import dev.drawbridge.network.Protocol;
import dev.drawbridge.network.Ref;
import dev.drawbridge.network.Relay;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Pairs of drawn components of which one can open sessions with the other although nothing drawn
/// says so.
///
/// Drawn is an arrow from the one to the other; replication between them, or that one uses the other; an arrow to a load
/// balancer that passes requests on, with the port that it passes them on to and the one where it
/// asks after health; what an arrow from the internet opens to everybody; a security group that
/// both bear and that admits its own members. An arrow on fewer ports is another rule's affair.
public final class UndrawnTalk implements Rule {
  @Override
  public String id() {
    return "TOPO-010";
  }

  @Override
  public Severity severity() {
    return Severity.MEDIUM;
  }

  /// An arrow from one component to another, or a replication.
  private record Drawn(String from, String to) {}

  @Override
  public List<Finding> check(Subject subject) {
    List<Finding> found = new ArrayList<>();
    Set<Drawn> drawn = drawn(subject);
    for (Component target : subject.components()) {
      if (target.elements().isEmpty() || target.sort() == Component.Sort.TRANSLATOR) {
        continue;
      }
      Map<Protocol, PortSet> everybody = subject.exposure(target).ports();
      for (Talk talk : subject.talks(target)) {
        boolean meant =
            talk.from().elements().isEmpty()
                || drawn.contains(new Drawn(talk.from().id(), target.id()));
        if (!meant && talk.isCertain()) {
          check(subject, drawn, talk, everybody).ifPresent(found::add);
        }
      }
    }
    return found;
  }

  private static Set<Drawn> drawn(Subject subject) {
    Set<Drawn> drawn = new HashSet<>();
    for (Arrows.Arrow arrow : subject.arrows().all()) {
      if (arrow.source().isPresent() && arrow.target().isPresent()) {
        drawn.add(new Drawn(arrow.source().get().id(), arrow.target().get().id()));
      }
    }
    for (Connector connector : subject.document().connectors()) {
      if (connector.kind().equals(Replication.KIND.id())
          || connector.kind().equals(Association.KIND.id())) {
        Optional<Component> source = subject.component(connector.source());
        Optional<Component> copy = subject.component(connector.target());
        if (source.isPresent() && copy.isPresent()) {
          drawn.add(new Drawn(source.get().id(), copy.get().id()));
          drawn.add(new Drawn(copy.get().id(), source.get().id()));
        }
      }
    }
    return drawn;
  }

  private Optional<Finding> check(
      Subject subject, Set<Drawn> drawn, Talk talk, Map<Protocol, PortSet> everybody) {
    Map<Protocol, PortSet> meant = new HashMap<>(everybody);
    relayed(subject, drawn, talk, meant);
    shared(subject, talk, meant);
    Exposure sessions = talk.sessions();
    Optional<Exposure.Opening> opening =
        sessions.opening(cell -> !left(meant, cell.protocol(), cell.ports()).isEmpty());
    if (opening.isEmpty()) {
      return Optional.empty();
    }
    Protocol protocol = opening.get().cell().protocol();
    PortSet open = left(meant, protocol, sessions.ports(protocol));
    return Optional.of(
        Report.by(this, subject)
            .about(talk.from())
            .about(talk.to())
            .says("finding", talk.from().label(), talk.to().label(), Explain.ports(protocol, open))
            .proving(opening.get().on(open))
            .onPorts(PortNumbers.classOf(open))
            .done());
  }

  private static PortSet left(Map<Protocol, PortSet> meant, Protocol protocol, PortSet ports) {
    return ports
        .minus(meant.getOrDefault(protocol, PortSet.EMPTY))
        .minus(meant.getOrDefault(Protocol.ANY, PortSet.EMPTY));
  }

  /// What load balancers pass on to the target that the caller has an arrow to.
  private static void relayed(
      Subject subject, Set<Drawn> drawn, Talk talk, Map<Protocol, PortSet> meant) {
    for (Standing.Face face : talk.to().faces()) {
      for (Relay relay : subject.relaysTo(face.ref())) {
        Optional<Component> balancer = subject.componentOfBalancer(relay.balancer());
        if (balancer.isPresent()
            && drawn.contains(new Drawn(talk.from().id(), balancer.get().id()))) {
          meant.merge(relay.outgoing().protocol(), relay.outgoing().ports(), PortSet::union);
          meant.merge(Protocol.TCP, PortSet.of(relay.healthPort()), PortSet::union);
        }
      }
    }
  }

  /// What groups that both bear admit from their own members.
  private static void shared(Subject subject, Talk talk, Map<Protocol, PortSet> meant) {
    Set<Ref> own = new HashSet<>();
    for (Standing.Face face : talk.from().faces()) {
      own.addAll(subject.network().interfaceOf(face.ref()).groups());
    }
    for (Standing.Face face : talk.to().faces()) {
      for (Group group : subject.network().groupsOf(subject.network().interfaceOf(face.ref()))) {
        if (own.contains(group.ref())) {
          for (Group.Rule rule : group.ingress()) {
            if (rule.peer().equals(new Peer.Members(group.ref()))) {
              meant.merge(rule.traffic().protocol(), rule.traffic().ports(), PortSet::union);
            }
          }
        }
      }
    }
  }
}
