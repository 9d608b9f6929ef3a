package dev.drawbridge.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/// A balancer as the end of sessions: it answers where it listens, and nowhere else.
final class ListenerCheck implements Check {

  private final Balancer balancer;
  private final Map<Protocol, Ruling> rulings = new HashMap<>();

  ListenerCheck(Balancer balancer) {
    this.balancer = balancer;
  }

  @Override
  public Leg leg() {
    return Leg.FORWARD;
  }

  @Override
  public Seat seat() {
    return Seat.SOURCE;
  }

  @Override
  public void borders(Consumer<AddressSet> sets) {}

  @Override
  public void protocols(Set<Protocol> named) {
    balancer.listeners().forEach(listener -> named.add(listener.traffic().protocol()));
  }

  @Override
  public Ruling rule(Address address, Protocol protocol) {
    return rulings.computeIfAbsent(protocol, this::decide);
  }

  private Ruling decide(Protocol protocol) {
    List<Ruling.Part> parts = new ArrayList<>();
    PortSet open = PortSet.ALL;
    for (Balancer.Listener listener : balancer.listeners()) {
      PortSet ports = listener.traffic().portsOf(protocol).intersect(open);
      if (listener.doubts().isEmpty() && !ports.isEmpty()) {
        Hop hop = new Hop.Listening(balancer.ref(), listener.ref());
        parts.add(new Ruling.Part(ports, new Opinion.Admits(hop)));
        open = open.minus(ports);
      }
    }
    for (Balancer.Listener listener : balancer.listeners()) {
      PortSet ports = listener.traffic().portsOf(protocol).intersect(open);
      if (!listener.doubts().isEmpty() && !ports.isEmpty()) {
        parts.add(new Ruling.Part(ports, new Opinion.Doubts(listener.doubts())));
        open = open.minus(ports);
      }
    }
    if (!open.isEmpty()) {
      Blocker blocker = new Blocker.NoListener(balancer.ref());
      parts.add(new Ruling.Part(open, new Opinion.Refuses(blocker)));
    }
    return new Ruling(parts);
  }
}
