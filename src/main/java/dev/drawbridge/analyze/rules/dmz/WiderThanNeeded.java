package dev.drawbridge.analyze.rules.dmz;

import dev.drawbridge.analyze.facts.AwsDataStore;
import dev.drawbridge.analyze.facts.AwsGroupRule;
import dev.drawbridge.analyze.facts.AwsSubnet;
import dev.drawbridge.analyze.facts.Standing;
import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Label;
import dev.drawbridge.analyze.finding.Severity;
import dev.drawbridge.analyze.rules.Component;
import dev.drawbridge.analyze.rules.Explain;
import dev.drawbridge.analyze.rules.Fixes;
import dev.drawbridge.analyze.rules.PortNumbers;
import dev.drawbridge.analyze.rules.Report;
import dev.drawbridge.analyze.rules.Rule;
import dev.drawbridge.analyze.rules.Subject;
import dev.drawbridge.catalog.Catalog;
import dev.drawbridge.catalog.Port;
import dev.drawbridge.catalog.Trait;
import dev.drawbridge.catalog.aws.Traffic;
import dev.drawbridge.model.Connector;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Node;
import dev.drawbridge.network.AddressSet;
import dev.drawbridge.network.Cidr;
import dev.drawbridge.network.Peer;
import dev.drawbridge.network.PortSet;
import dev.drawbridge.network.Protocol;
import dev.drawbridge.network.Ref;
import dev.drawbridge.network.Relay;
import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Resource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Rules between tiers that admit more than the traffic known to go there: more ports than the
/// target is called on, or a whole block of the VPC where a group could be named.
public final class WiderThanNeeded implements Rule {
  @Override
  public String id() {
    return "DMZ-013";
  }

  @Override
  public Severity severity() {
    return Severity.MEDIUM;
  }

  /// What is known to call something.
  ///
  /// @param ports on which it is called
  /// @param callers the load balancers that call it; empty where others may too
  /// @param named whether all of these bear groups that a rule could name
  private record Need(PortSet ports, Set<Component> callers, boolean named) {}

  @Override
  public List<Finding> check(Subject subject) {
    Map<Ref, Set<Component>> bearers = new HashMap<>();
    for (Component component : subject.components()) {
      for (Standing.Face face : component.faces()) {
        for (Ref group : subject.network().interfaceOf(face.ref()).groups()) {
          bearers.computeIfAbsent(group, _ -> new LinkedHashSet<>()).add(component);
        }
      }
    }
    Map<Address, List<AwsSubnet>> subnets = new HashMap<>();
    for (AwsSubnet subnet : subject.facts().subnets().values()) {
      subnet
          .vpc()
          .known()
          .ifPresent(vpc -> subnets.computeIfAbsent(vpc, _ -> new ArrayList<>()).add(subnet));
    }
    Map<String, Finding> found = new LinkedHashMap<>();
    for (AwsGroupRule rule : subject.groupRules()) {
      Set<Component> own = bearers.getOrDefault(rule.group(), Set.of());
      // A group that several bear has to admit what any of them is called on.
      if (rule.ingress() && rule.sure() && own.size() == 1 && isInside(rule)) {
        Component target = own.iterator().next();
        Optional<Need> need = need(subject, target);
        if (need.isPresent()) {
          check(subject, rule, target, need.get(), subnets)
              .ifPresent(one -> found.putIfAbsent(one.subjects().getFirst(), one));
        }
      }
    }
    return List.copyOf(found.values());
  }

  /// Whether it admits neighbours only: neither the internet, which other rules look at, nor merely
  /// those who bear the same group.
  private static boolean isInside(AwsGroupRule rule) {
    AddressSet blocks = AddressSet.ofCidrs(rule.blocks());
    return !blocks.overlaps(AddressSet.INTERNET)
        && rule.peers().stream().anyMatch(peer -> !peer.equals(new Peer.Members(rule.group())));
  }

  private static Optional<Need> need(Subject subject, Component target) {
    PortSet ports = PortSet.EMPTY;
    Set<Component> callers = new LinkedHashSet<>();
    boolean named = true;
    for (Standing.Face face : target.faces()) {
      for (Relay relay : subject.relaysTo(face.ref())) {
        if (relay.outgoing().protocol().equals(Protocol.TCP) && relay.unknowns().isEmpty()) {
          ports = ports.union(relay.outgoing().ports()).union(PortSet.of(relay.healthPort()));
          subject.componentOfBalancer(relay.balancer()).ifPresent(callers::add);
          named &= !subject.network().interfaceOf(relay.node()).groups().isEmpty();
        }
      }
    }
    for (Standing part : target.parts()) {
      AwsDataStore store = subject.facts().dataStores().get(part.address());
      if (store != null && store.port().known().isPresent()) {
        ports = ports.union(PortSet.of(store.port().known().get().intValue()));
      }
    }
    for (ElementId id : target.elements()) {
      ports = ports.union(drawn(subject, id));
    }
    return ports.isEmpty() ? Optional.empty() : Optional.of(new Need(ports, callers, named));
  }

  private static PortSet drawn(Subject subject, ElementId id) {
    PortSet ports = PortSet.EMPTY;
    Optional<Node> servers =
        subject.document().findNode(id).filter(node -> Catalog.is(node, Trait.SERVERS));
    if (servers.isPresent()) {
      for (Port port :
          Catalog.of(servers.get()).orElseThrow().listening(servers.get(), subject.document())) {
        if (port.transport() == Port.Transport.TCP) {
          ports = ports.union(PortSet.of(port.number()));
        }
      }
    }
    return ports;
  }

  private Optional<Finding> check(
      Subject subject,
      AwsGroupRule rule,
      Component target,
      Need need,
      Map<Address, List<AwsSubnet>> subnets) {
    PortSet open = rule.traffic().portsOf(Protocol.TCP);
    PortSet needed = open.intersect(need.ports());
    if (needed.isEmpty()) {
      return Optional.empty();
    }
    Label label = subject.label(rule.resource());
    String shown = Explain.traffic(rule.traffic());
    Report report = Report.by(this, subject).about(rule.resource()).about(target);
    if (!need.ports().containsAll(open)) {
      Optional<Connector> arrow = arrow(subject, rule.resource());
      arrow.ifPresent(one -> narrow(subject, report, one));
      return Optional.of(
          report
              .says(
                  arrow.isPresent() ? "finding.arrow" : "finding.ports",
                  label,
                  shown,
                  target.label(),
                  need.ports().toString())
              .onPorts(PortNumbers.classOf(open))
              .done());
    }
    Optional<Cidr> block =
        rule.blocks().stream()
            .filter(one -> holdsOthers(subject, target, need, one, subnets))
            .findFirst();
    return block.map(
        one ->
            report
                .says(
                    "finding.block",
                    label,
                    shown,
                    target.label(),
                    need.callers().stream().map(Component::label).toList(),
                    one.toString())
                .onPorts(PortNumbers.classOf(open))
                .done());
  }

  private static Optional<Connector> arrow(Subject subject, Resource resource) {
    return subject
        .element(resource)
        .flatMap(
            element ->
                element instanceof Connector connector ? Optional.of(connector) : Optional.empty());
  }

  /// An arrow with one run of ports needs none at all: it then opens what its target listens on.
  private static void narrow(Subject subject, Report report, Connector arrow) {
    report.at(Traffic.PORTS.name());
    String ports = Traffic.PORTS.of(arrow);
    if (!ports.isEmpty() && !ports.contains(",")) {
      report.fix(Fixes.set(arrow.id(), subject.label(arrow), Traffic.PORTS, ""));
    }
  }

  /// Whether somebody else stands in the block, though all who have to call could be named.
  private static boolean holdsOthers(
      Subject subject,
      Component target,
      Need need,
      Cidr block,
      Map<Address, List<AwsSubnet>> subnets) {
    if (need.callers().isEmpty() || !need.named()) {
      return false;
    }
    Set<Address> near = new LinkedHashSet<>();
    for (Standing.Face face : target.faces()) {
      face.subnet()
          .map(subject.facts().subnets()::get)
          .flatMap(home -> home.vpc().known())
          .ifPresent(near::add);
    }
    return near.stream()
        .flatMap(vpc -> subnets.getOrDefault(vpc, List.of()).stream())
        .filter(
            subnet ->
                subnet.cidr().known().flatMap(text -> Cidr.read(text).exact()).stream()
                    .anyMatch(block::overlaps))
        .flatMap(subnet -> subject.inSubnet(subnet.address()).stream())
        .anyMatch(other -> !other.equals(target) && !need.callers().contains(other));
  }
}
