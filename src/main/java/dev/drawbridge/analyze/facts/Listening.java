package dev.drawbridge.analyze.facts;

import dev.drawbridge.base.Reason;
import dev.drawbridge.network.AddressSet;
import dev.drawbridge.network.Balancer;
import dev.drawbridge.network.Cidr;
import dev.drawbridge.network.Condition;
import dev.drawbridge.network.PortSet;
import dev.drawbridge.network.Protocol;
import dev.drawbridge.network.Ref;
import dev.drawbridge.network.RequestPart;
import dev.drawbridge.network.Traffic;
import dev.drawbridge.network.Unknown;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Puts the listeners of load balancers into the network, with what their rules do.
final class Listening {
  private final Parts parts;
  private final Map<String, AwsTargetGroup> groups;

  Listening(Parts parts, Map<String, AwsTargetGroup> groups) {
    this.parts = parts;
    this.groups = groups;
  }

  /// One for each protocol that it speaks.
  List<Balancer.Listener> of(AwsLoadBalancer.Listener listener) {
    Ref ref =
        parts.ref(
            listener.resource(),
            listener.id().substring(listener.resource().address().toString().length()));
    List<Balancer.Rule> rules = listener.rules().stream().map(this::rule).toList();
    List<Unknown> doubts = new ArrayList<>();
    Optional<Long> port = listener.port().known();
    if (port.isEmpty()) {
      doubts.add(new Unknown(ref, Reason.of("unknown.listener-port")));
    }
    PortSet ports = port.map(p -> PortSet.of(p.intValue())).orElse(PortSet.ALL);
    String spoken = listener.protocol().known().orElse("TCP").toUpperCase(Locale.ROOT);
    List<Protocol> protocols =
        switch (spoken) {
          case "UDP", "QUIC" -> List.of(Protocol.UDP);
          case "TCP_UDP", "TCP_QUIC" -> List.of(Protocol.TCP, Protocol.UDP);
          default -> List.of(Protocol.TCP);
        };
    return protocols.stream()
        .map(protocol -> new Balancer.Listener(ref, new Traffic(protocol, ports), rules, doubts))
        .toList();
  }

  private Balancer.Rule rule(AwsListenerRule rule) {
    Ref ref = parts.ref(rule.resource());
    List<Unknown> doubts = new ArrayList<>();
    if (rule.priority() instanceof Reading.Unresolved<Long>(Reason reason)) {
      doubts.add(new Unknown(ref, reason));
    }
    List<Condition> conditions = new ArrayList<>();
    for (AwsListenerRule.Condition condition : rule.conditions()) {
      Optional<Reason> unknown = unknown(condition);
      if (unknown.isPresent()) {
        doubts.add(new Unknown(ref, unknown.get()));
      } else {
        conditions.add(condition(condition));
      }
    }
    List<Balancer.Forward> forwards = new ArrayList<>();
    for (AwsLoadBalancer.Forward forward : rule.forwards()) {
      Optional<AwsTargetGroup> group = forward.group().known().map(groups::get);
      if (group.isPresent()) {
        forwards.add(
            new Balancer.Forward(Ref.of(group.get().id()), Math.clamp(forward.weight(), 0, 999)));
      }
    }
    return new Balancer.Rule(ref, conditions, forwards, doubts);
  }

  /// What keeps a condition from being understood.
  private static Optional<Reason> unknown(AwsListenerRule.Condition condition) {
    if (condition.field() == AwsListenerRule.Field.OTHER || condition.values().isEmpty()) {
      return Optional.of(Reason.of("unknown.rule-condition"));
    }
    List<Reading<String>> all = new ArrayList<>(condition.values());
    all.add(condition.name().or(""));
    for (Reading<String> one : all) {
      if (one instanceof Reading.Unresolved<String>(Reason reason)) {
        return Optional.of(reason);
      }
    }
    boolean addresses = condition.field() == AwsListenerRule.Field.SOURCE_IP;
    return addresses && condition.values().stream().anyMatch(v -> Blocks.meant(v).isEmpty())
        ? Optional.of(Reason.of("unknown.rule-addresses"))
        : Optional.empty();
  }

  private static Condition condition(AwsListenerRule.Condition condition) {
    String name = condition.name().known().orElse("").toLowerCase(Locale.ROOT);
    return switch (condition.field()) {
      case HOST_HEADER -> matches(RequestPart.HOST, condition);
      case PATH_PATTERN -> matches(RequestPart.PATH, condition);
      case HTTP_REQUEST_METHOD -> matches(RequestPart.METHOD, condition);
      case HTTP_HEADER -> matches(new RequestPart(RequestPart.Kind.HEADER, name), condition);
      case QUERY_STRING -> matches(new RequestPart(RequestPart.Kind.PARAMETER, name), condition);
      case SOURCE_IP -> {
        List<Cidr> blocks =
            condition.values().stream().flatMap(v -> Blocks.meant(v).stream()).toList();
        yield new Condition.ComesFrom(AddressSet.ofCidrs(blocks));
      }
      case OTHER -> throw new IllegalArgumentException("a condition that says nothing");
    };
  }

  private static Condition matches(RequestPart part, AwsListenerRule.Condition condition) {
    List<String> patterns =
        condition.values().stream().flatMap(value -> value.known().stream()).toList();
    return new Condition.Matches(part, patterns);
  }
}
