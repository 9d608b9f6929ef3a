package dev.drawbridge.analyze.rules.balancing;

import dev.drawbridge.analyze.facts.AwsLoadBalancer;
import dev.drawbridge.analyze.facts.AwsSubnet;
import dev.drawbridge.analyze.facts.AwsTargetGroup;
import dev.drawbridge.analyze.facts.Standing;
import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Severity;
import dev.drawbridge.analyze.rules.Component;
import dev.drawbridge.analyze.rules.Report;
import dev.drawbridge.analyze.rules.Rule;
import dev.drawbridge.analyze.rules.Subject;
import dev.drawbridge.network.AddressSet;
import dev.drawbridge.network.Cidr;
import dev.drawbridge.network.Group;
import dev.drawbridge.network.Network;
import dev.drawbridge.network.Peer;
import dev.drawbridge.network.Protocol;
import dev.drawbridge.network.Ref;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Targets of a Network Load Balancer that see their clients' addresses but admit only those of the
/// load balancer: they are healthy, and nobody gets through.
public final class ClientsShutOut implements Rule {
  @Override
  public String id() {
    return "LB-011";
  }

  @Override
  public Severity severity() {
    return Severity.BROKEN;
  }

  @Override
  public List<Finding> check(Subject subject) {
    List<Finding> found = new ArrayList<>();
    Set<String> told = new HashSet<>();
    for (Served served : Served.all(subject)) {
      Optional<AwsLoadBalancer> balancer =
          served.balancer().filter(one -> one.type() == AwsLoadBalancer.Type.NETWORK);
      Optional<Component> front = balancer.flatMap(one -> subject.component(one.address()));
      if (front.isEmpty() || !served.group().keepsClientAddress().is(true)) {
        continue;
      }
      Clients clients = Clients.of(subject, front.get(), balancer.orElseThrow());
      for (Component target : shut(subject, served.group(), clients)) {
        if (told.add(front.get().id() + " " + target.id())) {
          found.add(
              Report.by(this, subject)
                  .about(target)
                  .about(front.get())
                  .says("finding", target.label(), front.get().label())
                  .done());
        }
      }
    }
    return found;
  }

  /// Who comes through a load balancer.
  ///
  /// @param nodes the blocks of its subnets, where its own addresses lie
  /// @param groups the groups that it bears; a rule that names one of them admits its clients
  /// @param open whether clients come from the internet; otherwise from anywhere else
  private record Clients(AddressSet nodes, Set<Ref> groups, boolean open) {
    static Clients of(Subject subject, Component front, AwsLoadBalancer balancer) {
      Network network = subject.network();
      AddressSet nodes = AddressSet.EMPTY;
      Set<Ref> groups = new HashSet<>();
      for (Standing.Face face : front.faces()) {
        Optional<Cidr> home =
            face.subnet().map(subject.facts().subnets()::get).flatMap(AwsSubnet::block);
        nodes = nodes.union(home.map(AddressSet::of).orElse(AddressSet.EMPTY));
        groups.addAll(network.interfaceOf(face.ref()).groups());
      }
      return new Clients(nodes, groups, balancer.internal().is(false));
    }

    /// Whether a rule that somebody wrote for the load balancer lets its clients in too.
    boolean mayCome(Peer peer) {
      return peer instanceof Peer.Members(Ref group) && (groups.contains(group) || !open)
          || peer instanceof Peer.Listed
          || (open
              ? peer.addresses().overlaps(AddressSet.INTERNET)
              : !peer.addresses().minus(nodes).isEmpty());
    }
  }

  /// The members that admit the load balancer on their port, and none of its clients.
  private static Set<Component> shut(Subject subject, AwsTargetGroup group, Clients clients) {
    Set<Component> shut = new LinkedHashSet<>();
    for (AwsTargetGroup.Member member : group.members()) {
      Optional<Component> target = member.what().known().flatMap(subject::component);
      Optional<Long> port = member.port().known().filter(p -> p >= 0 && p <= 65535);
      if (target.isPresent() && port.isPresent() && target.get().sort() == Component.Sort.HOSTS) {
        boolean all =
            target.get().faces().stream()
                .allMatch(face -> isShut(subject, face, port.get().intValue(), group, clients));
        if (all && !target.get().faces().isEmpty()) {
          shut.add(target.get());
        }
      }
    }
    return shut;
  }

  private static boolean isShut(
      Subject subject, Standing.Face face, int port, AwsTargetGroup group, Clients clients) {
    boolean balancer = false;
    Network network = subject.network();
    if (!network.interfaceOf(face.ref()).doubts().isEmpty()) {
      return false;
    }
    for (Group one : network.groupsOf(network.interfaceOf(face.ref()))) {
      for (Group.Rule rule : one.ingress()) {
        if (!concerns(rule, port, group)) {
          continue;
        }
        if (!rule.doubts().isEmpty() || clients.mayCome(rule.peer())) {
          return false;
        }
        balancer |= rule.peer().addresses().overlaps(clients.nodes());
      }
    }
    return balancer;
  }

  private static boolean concerns(Group.Rule rule, int port, AwsTargetGroup group) {
    Protocol protocol = rule.traffic().protocol();
    return (protocol.equals(Protocol.ANY) || group.protocols().contains(protocol))
        && rule.traffic().ports().contains(port);
  }
}
