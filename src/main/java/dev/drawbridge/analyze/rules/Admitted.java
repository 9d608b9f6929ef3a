package dev.drawbridge.analyze.rules;

import dev.drawbridge.analyze.facts.Standing;
import dev.drawbridge.network.Balancer;
import dev.drawbridge.network.Group;
import dev.drawbridge.network.Interface;
import dev.drawbridge.network.PortSet;
import dev.drawbridge.network.Protocol;
import java.util.Optional;

/// What the security groups of a component admit, and where a load balancer listens, in TCP ports.
public final class Admitted {
  private Admitted() {}

  /// The ports that are admitted from anywhere; empty where no group stands before it, or not all
  /// is known.
  public static Optional<PortSet> ports(Subject subject, Component component) {
    PortSet all = PortSet.EMPTY;
    for (Standing.Face face : component.faces()) {
      Interface node = subject.network().interfaceOf(face.ref());
      if (node.groups().isEmpty() || !node.doubts().isEmpty()) {
        return Optional.empty();
      }
      for (Group group : subject.network().groupsOf(node)) {
        for (Group.Rule rule : group.ingress()) {
          if (!rule.doubts().isEmpty()) {
            return Optional.empty();
          }
          Protocol protocol = rule.traffic().protocol();
          if (protocol.equals(Protocol.TCP) || protocol.equals(Protocol.ANY)) {
            all = all.union(rule.traffic().ports());
          }
        }
      }
    }
    return component.faces().isEmpty() ? Optional.empty() : Optional.of(all);
  }

  public static PortSet listening(Subject subject, Component balancer) {
    PortSet all = PortSet.EMPTY;
    for (Standing part : balancer.parts()) {
      Optional<Balancer> found = part.balancer().map(subject.network().balancers()::get);
      if (found.isPresent()) {
        for (Balancer.Listener listener : found.get().listeners()) {
          if (listener.traffic().protocol().equals(Protocol.TCP)) {
            all = all.union(listener.traffic().ports());
          }
        }
      }
    }
    return all;
  }
}
