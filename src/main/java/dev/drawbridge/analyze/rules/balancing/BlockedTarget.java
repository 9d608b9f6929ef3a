package dev.drawbridge.analyze.rules.balancing;

import dev.drawbridge.analyze.facts.AwsLoadBalancer;
import dev.drawbridge.analyze.finding.Cause;
import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Fix;
import dev.drawbridge.analyze.finding.Severity;
import dev.drawbridge.analyze.rules.Component;
import dev.drawbridge.analyze.rules.Explain;
import dev.drawbridge.analyze.rules.Exposure;
import dev.drawbridge.analyze.rules.Fixes;
import dev.drawbridge.analyze.rules.Report;
import dev.drawbridge.analyze.rules.Rule;
import dev.drawbridge.analyze.rules.Subject;
import dev.drawbridge.catalog.Port;
import dev.drawbridge.catalog.aws.Traffic;
import dev.drawbridge.model.Connector;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.network.Answer;
import dev.drawbridge.network.Blocker;
import dev.drawbridge.network.Origin;
import dev.drawbridge.network.PortSet;
import dev.drawbridge.network.Protocol;
import dev.drawbridge.network.Ref;
import dev.drawbridge.network.Relay;
import dev.drawbridge.network.Unknown;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Targets that their load balancer cannot send requests to, or cannot ask after their health. Where
/// targets see the address of the client, only the questions after health are the load balancer's
/// own.
public final class BlockedTarget implements Rule {
  @Override
  public String id() {
    return "LB-001";
  }

  @Override
  public Severity severity() {
    return Severity.BROKEN;
  }

  @Override
  public List<Finding> check(Subject subject) {
    List<Finding> found = new ArrayList<>();
    for (AwsLoadBalancer balancer : subject.facts().loadBalancers().values()) {
      Optional<Component> component = subject.component(balancer.address());
      if (component.isPresent()) {
        for (Delivery delivery : deliveries(subject, component.get())) {
          report(subject, component.get(), delivery).ifPresent(found::add);
        }
      }
    }
    return found;
  }

  /// What a load balancer sends to one of its targets, and what becomes of it.
  private static final class Delivery {
    private final Component target;
    private final Set<Cause> blockers = new LinkedHashSet<>();
    private final Set<Unknown> unknowns = new LinkedHashSet<>();
    private final Set<Question> asked = new HashSet<>();
    private PortSet requests = PortSet.EMPTY;
    private PortSet health = PortSet.EMPTY;

    private Delivery(Component target) {
      this.target = target;
    }
  }

  /// Several listeners may lead to one target.
  private record Question(Ref node, Ref target, dev.drawbridge.network.Traffic traffic) {}

  private static Iterable<Delivery> deliveries(Subject subject, Component balancer) {
    Map<String, Delivery> all = new LinkedHashMap<>();
    Explain explain = new Explain(subject);
    List<Relay> relays =
        balancer.parts().stream()
            .flatMap(part -> part.balancer().stream())
            .flatMap(ref -> subject.relaysOf(ref).stream())
            .filter(relay -> relay.blockers().stream().noneMatch(BlockedTarget::isZone))
            .toList();
    for (Relay relay : relays) {
      Optional<Component> target = subject.componentOfFace(relay.target());
      if (target.isEmpty()) {
        continue;
      }
      Delivery delivery = all.computeIfAbsent(target.get().id(), _ -> new Delivery(target.get()));
      if (!relay.keepsClientAddress()
          && delivery.asked.add(new Question(relay.node(), relay.target(), relay.outgoing()))) {
        Answer nobody = new Answer(Origin.INTERNET, relay.node(), List.of(), List.of());
        if (isShut(explain, subject.delivery(relay, nobody), relay.outgoing(), delivery)) {
          delivery.requests = delivery.requests.union(relay.outgoing().ports());
        }
      }
      dev.drawbridge.network.Traffic check =
          new dev.drawbridge.network.Traffic(Protocol.TCP, PortSet.of(relay.healthPort()));
      if (delivery.asked.add(new Question(relay.node(), relay.target(), check))
          && isShut(explain, subject.health(relay), check, delivery)) {
        delivery.health = delivery.health.union(check.ports());
      }
    }
    return all.values();
  }

  /// A node asks after the health of those in other zones no more than it serves them; of those
  /// that get no share of the requests it does.
  private static boolean isZone(Blocker blocker) {
    return blocker instanceof Blocker.ZoneNotEnabled || blocker instanceof Blocker.OtherZone;
  }

  private static boolean isShut(
      Explain explain, Answer answer, dev.drawbridge.network.Traffic asked, Delivery delivery) {
    if (answer.anyAdmitted()) {
      return false;
    }
    delivery.unknowns.addAll(answer.unknowns());
    if (!answer.undecided().isEmpty()) {
      return false;
    }
    delivery.blockers.addAll(explain.blockers(new Exposure(List.of(answer)), asked));
    return true;
  }

  private Optional<Finding> report(Subject subject, Component balancer, Delivery delivery) {
    boolean shut = !delivery.requests.isEmpty() || !delivery.health.isEmpty();
    if (!shut && delivery.unknowns.isEmpty()) {
      return Optional.empty();
    }
    Report report = Report.by(this, subject).about(balancer).about(delivery.target);
    if (!shut) {
      return Optional.of(report.hangingOn("title", delivery.unknowns).done());
    }
    boolean requests = !delivery.requests.isEmpty();
    PortSet ports = requests ? delivery.requests : delivery.health;
    return Optional.of(
        report
            .says(
                requests ? "finding" : "finding.health",
                balancer.label(),
                delivery.target.label(),
                Explain.ports(Protocol.TCP, ports))
            .blockedBy(List.copyOf(delivery.blockers))
            .fix(fix(subject, balancer, delivery.target))
            .done());
  }

  /// Load balancers speak HTTP to their targets, which an arrow for UDP does not open.
  private static Optional<Fix> fix(Subject subject, Component balancer, Component target) {
    for (ElementId id : balancer.elements()) {
      for (Connector arrow : subject.document().connectorsOf(id)) {
        if (arrow.source().equals(id)
            && target.elements().contains(arrow.target())
            && arrow.kind().equals(Traffic.KIND.id())
            && Traffic.PROTOCOL.of(arrow) == Port.Transport.UDP) {
          return Optional.of(
              Fixes.set(arrow.id(), subject.label(arrow), Traffic.PROTOCOL, Port.Transport.TCP));
        }
      }
    }
    return Optional.empty();
  }
}
