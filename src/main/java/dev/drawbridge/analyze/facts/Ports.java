package dev.drawbridge.analyze.facts;

import dev.drawbridge.base.Reason;
import dev.drawbridge.network.Group;
import dev.drawbridge.network.Peer;
import dev.drawbridge.network.PortSet;
import dev.drawbridge.network.Protocol;
import dev.drawbridge.network.Ref;
import dev.drawbridge.network.Traffic;
import dev.drawbridge.network.Unknown;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Reads protocols and ports as rules write them. `from_port = 0` is port 0, not "unset"; a
/// protocol of -1 means every protocol, whatever the ports say.
final class Ports {
  private Ports() {}

  /// The traffic that a rule speaks of, the widest that it may be where inputs are not known.
  record Told(Traffic traffic, List<Unknown> doubts) {
    Group.Rule rule(Ref ref, Peer peer, Unknown... more) {
      List<Unknown> all = new ArrayList<>(doubts);
      all.addAll(List.of(more));
      return new Group.Rule(ref, traffic, peer, all);
    }
  }

  /// Reads a rule of a security group.
  static Told read(Ref ref, Reader rule) {
    return read(ref, rule.text("protocol").or(rule.text("ip_protocol")), rule);
  }

  private static Told read(Ref ref, Reading<String> written, Reader rule) {
    Optional<Protocol> protocol = written.known().flatMap(Ports::protocol);
    if (protocol.isEmpty()) {
      Reason reason =
          written instanceof Reading.Unresolved<String>(Reason why)
              ? why
              : Reason.of("unknown.rule-protocol");
      return new Told(Traffic.ANY, List.of(new Unknown(ref, reason)));
    }
    if (!protocol.get().hasPorts()) {
      return new Told(Traffic.all(protocol.get()), List.of());
    }
    Reading<Long> from = rule.whole("from_port");
    Reading<Long> to = rule.whole("to_port");
    for (Reading<Long> end : List.of(from, to)) {
      if (end instanceof Reading.Unresolved<Long>(Reason reason)) {
        return new Told(Traffic.all(protocol.get()), List.of(new Unknown(ref, reason)));
      }
    }
    return new Told(
        new Traffic(
            protocol.get(),
            ports(protocol.get(), from.known().orElse(-1L), to.known().orElse(-1L))),
        List.of());
  }

  /// The ports from one to another; for ICMP these are type and code, and -1 means all.
  static PortSet ports(Protocol protocol, long from, long to) {
    boolean icmp = protocol.equals(Protocol.ICMP) || protocol.equals(Protocol.ICMPV6);
    if (icmp) {
      return from < -1 || from > 255 || to < -1 || to > 255
          ? PortSet.EMPTY
          : Protocol.icmp((int) from, (int) to);
    }
    if (from == -1 && to == -1) {
      return PortSet.ALL;
    }
    return from < 0 || to > 65535 || from > to ? PortSet.EMPTY : PortSet.of((int) from, (int) to);
  }

  /// The protocol by name or number.
  static Optional<Protocol> protocol(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "-1", "all" -> Optional.of(Protocol.ANY);
      case "tcp" -> Optional.of(Protocol.TCP);
      case "udp" -> Optional.of(Protocol.UDP);
      case "icmp" -> Optional.of(Protocol.ICMP);
      case "icmpv6" -> Optional.of(Protocol.ICMPV6);
      default ->
          text.matches("[0-9]{1,3}") && Integer.parseInt(text) <= 255
              ? Optional.of(new Protocol(Integer.parseInt(text)))
              : Optional.empty();
    };
  }
}
