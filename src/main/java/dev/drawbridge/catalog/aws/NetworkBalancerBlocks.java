package dev.drawbridge.catalog.aws;

import dev.drawbridge.catalog.Endpoint;
import dev.drawbridge.catalog.Lowering;
import dev.drawbridge.catalog.Port.Transport;
import dev.drawbridge.catalog.aws.ApplicationLoadBalancer.Scheme;
import dev.drawbridge.catalog.aws.NetworkLoadBalancer.HealthProtocol;
import dev.drawbridge.catalog.aws.NetworkLoadBalancer.Protocol;
import dev.drawbridge.model.Connector;
import dev.drawbridge.model.Element;
import dev.drawbridge.model.Fields;
import dev.drawbridge.model.Node;
import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Block;
import dev.drawbridge.resource.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Network Load Balancers, their listeners and target groups in Terraform.
final class NetworkBalancerBlocks {
  private NetworkBalancerBlocks() {}

  /// Where a listener leads: a target group speaks one protocol on one port.
  private record Target(Fields listener, Connector arrow, Protocol protocol, int port) {
    /// What tells it from other target groups of its arrow.
    String part() {
      return protocol.name().toLowerCase(Locale.ROOT) + "_" + port;
    }

    Address group(Lowering out) {
      return out.address("aws_lb_target_group", arrow.id(), part());
    }
  }

  static void balancer(Element element, Lowering out) {
    if (!(element instanceof Node balancer)) {
      return;
    }
    Optional<List<Node>> site = BalancerBlocks.site(balancer, out);
    if (site.isEmpty()) {
      return;
    }
    Address address = out.address("aws_lb", balancer.id());
    boolean internal = ApplicationLoadBalancer.SCHEME.of(balancer) == Scheme.INTERNAL;
    Block.Builder body =
        Block.builder()
            .set("name", out.name(balancer.id(), 12))
            .set("load_balancer_type", "network")
            .set("internal", internal)
            .set("security_groups", Value.items(SecurityBlocks.id(out, balancer.id())))
            .set("subnets", Terms.subnetIds(out, site.get()))
            .set(
                "enable_cross_zone_load_balancing", ApplicationLoadBalancer.CROSS_ZONE.of(balancer))
            .set(
                "enable_deletion_protection",
                AccountBlocks.protection(
                    ApplicationLoadBalancer.DELETION_PROTECTION.of(balancer), out))
            .set("tags", Terms.nameTag(out.tagName(balancer.id())));
    BalancerBlocks.body(body, balancer, internal, site.get(), out);
    out.add(balancer, address, body.build());
    listeners(balancer, address, out);
    BalancerBlocks.names(balancer, address, out);
  }

  private static void listeners(Node balancer, Address address, Lowering out) {
    List<Target> targets = targets(balancer, out);
    Set<Integer> ports = new HashSet<>();
    Set<Address> groups = new HashSet<>();
    for (Fields row : NetworkLoadBalancer.LISTENERS.of(balancer)) {
      int port = ApplicationLoadBalancer.LISTENER_PORT.in(row);
      if (!ports.add(port)) {
        out.warn(balancer, NetworkLoadBalancer.LISTENERS.name(), "lower.listener-twice", port);
        continue;
      }
      Optional<Target> target = targets.stream().filter(t -> t.listener == row).findFirst();
      if (target.isEmpty()) {
        // There is no listener that leads nowhere.
        out.warn(balancer, NetworkLoadBalancer.LISTENERS.name(), "lower.listener-to-nobody", port);
        continue;
      }
      Address group = target.get().group(out);
      if (groups.add(group)) {
        targetGroup(target.get(), balancer, out);
      }
      Protocol protocol = NetworkLoadBalancer.PROTOCOL.in(row);
      Block.Builder listener =
          Block.builder()
              .set("load_balancer_arn", Terms.arn(address))
              .set("port", port)
              .set("protocol", protocol.name());
      if (protocol == Protocol.TLS) {
        listener
            .set("ssl_policy", ApplicationLoadBalancer.TLS_POLICY.in(row))
            .set("certificate_arn", CertificateBlocks.of(balancer, out));
      }
      out.add(
          balancer,
          address(balancer, row, out),
          listener
              .block(
                  "default_action",
                  Block.builder().set("type", "forward").set("target_group_arn", Terms.arn(group)))
              .build());
    }
    for (Connector arrow : BalancerBlocks.arrows(balancer, out)) {
      if (targets.stream().noneMatch(target -> target.arrow.equals(arrow))) {
        out.warn(arrow, null, "lower.arrow-without-listener");
      }
    }
  }

  private static void targetGroup(Target target, Node balancer, Lowering out) {
    Connector arrow = target.arrow;
    Node tier = out.document().node(arrow.target());
    Address address = target.group(out);
    Block.Builder body =
        Block.builder()
            .set("name_prefix", BalancerBlocks.prefix(out.label(tier.id())))
            .set("target_type", ComputeBlocks.targetType(tier, out))
            .set("protocol", target.protocol.name())
            .set("port", target.port)
            .set("vpc_id", Terms.vpcId(out, out.around().vpc(tier).orElseThrow()))
            .set("deregistration_delay", ApplicationLoadBalancer.DEREGISTRATION_DELAY.of(balancer))
            .set("load_balancing_cross_zone_enabled", "use_load_balancer_configuration");
    if (target.protocol == Protocol.TCP) {
      // With UDP the address of the client is always kept.
      body.set("preserve_client_ip", NetworkLoadBalancer.PRESERVE_CLIENT_IP.of(balancer));
    }
    out.add(
        arrow,
        address,
        body.set("tags", Terms.nameTag(out.tagName(arrow.id())))
            .block("health_check", health(balancer, tier))
            .block(
                "stickiness",
                Block.builder()
                    .set("type", "source_ip")
                    .set("enabled", ApplicationLoadBalancer.STICKINESS.of(balancer)))
            .block("lifecycle", Terms.replaceFirst())
            .build());
    InstanceBlocks.attach(arrow, tier, address, "_" + target.part(), out);
    ObservabilityBlocks.networkTarget(arrow, balancer, tier, address, target.part(), out);
  }

  private static Block health(Node balancer, Node tier) {
    Block.Builder check = Block.builder();
    HealthProtocol protocol = NetworkLoadBalancer.HEALTH_CHECK_PROTOCOL.of(balancer);
    if (protocol == HealthProtocol.HTTP) {
      String path = ApplicationLoadBalancer.HEALTH_CHECK_PATH.of(balancer);
      check
          .set("path", path.isEmpty() ? ComputeBlocks.workload(tier).healthPath(tier) : path)
          .set("matcher", ApplicationLoadBalancer.MATCHER.of(balancer));
    }
    return check
        .set("protocol", protocol.name())
        .set("port", "traffic-port")
        .set("interval", ApplicationLoadBalancer.HEALTH_CHECK_INTERVAL.of(balancer))
        .set("timeout", ApplicationLoadBalancer.HEALTH_CHECK_TIMEOUT.of(balancer))
        .set("healthy_threshold", ApplicationLoadBalancer.HEALTHY_THRESHOLD.of(balancer))
        .set("unhealthy_threshold", ApplicationLoadBalancer.UNHEALTHY_THRESHOLD.of(balancer))
        .build();
  }

  /// Clients are served best by the first listener to which they can talk HTTP.
  static Endpoint endpoint(Node balancer, Lowering out) {
    if (out.around().vpc(balancer).isEmpty()) {
      return Endpoint.NONE;
    }
    return new Endpoint(
        List.of(out.address("aws_lb", balancer.id()).dot("dns_name")),
        targets(balancer, out).stream()
            .filter(target -> target.protocol != Protocol.UDP)
            .map(target -> ApplicationLoadBalancer.LISTENER_PORT.in(target.listener))
            .limit(1)
            .toList(),
        targets(balancer, out).stream()
            .map(Target::listener)
            .filter(row -> NetworkLoadBalancer.PROTOCOL.in(row) == Protocol.TLS)
            .map(ApplicationLoadBalancer.LISTENER_PORT::in)
            .collect(Collectors.toSet()));
  }

  static List<Address> targetGroups(Connector arrow, Node balancer, Lowering out) {
    return targets(balancer, out).stream()
        .filter(target -> target.arrow.equals(arrow))
        .map(target -> target.group(out))
        .distinct()
        .toList();
  }

  /// The listeners that hand connections to the target groups of an arrow.
  static List<Value> uses(Connector arrow, Node balancer, Lowering out) {
    return targets(balancer, out).stream()
        .filter(target -> target.arrow.equals(arrow))
        .map(target -> Terms.whole(address(balancer, target.listener, out)))
        .toList();
  }

  private static Address address(Node balancer, Fields row, Lowering out) {
    return out.address(
        "aws_lb_listener",
        balancer.id(),
        NetworkLoadBalancer.PROTOCOL.in(row).name().toLowerCase(Locale.ROOT)
            + "_"
            + ApplicationLoadBalancer.LISTENER_PORT.in(row));
  }

  /// One for each listener to which an arrow fits.
  private static List<Target> targets(Node balancer, Lowering out) {
    List<Connector> arrows = BalancerBlocks.arrows(balancer, out);
    List<Target> all = new ArrayList<>();
    Set<Integer> ports = new HashSet<>();
    for (Fields row : NetworkLoadBalancer.LISTENERS.of(balancer)) {
      if (ports.add(ApplicationLoadBalancer.LISTENER_PORT.in(row))) {
        target(row, arrows, out).ifPresent(all::add);
      }
    }
    return all;
  }

  private static Optional<Target> target(Fields row, List<Connector> arrows, Lowering out) {
    Protocol spoken = NetworkLoadBalancer.PROTOCOL.in(row);
    Protocol protocol = spoken == Protocol.TLS ? Protocol.TCP : spoken;
    int port = ApplicationLoadBalancer.LISTENER_PORT.in(row);
    Target fallback = null;
    for (Connector arrow : arrows) {
      for (SecurityBlocks.Ports run : SecurityBlocks.reached(arrow, out)) {
        boolean fits =
            switch (protocol) {
              case TCP, TLS -> run.transport() == Transport.TCP;
              case UDP -> run.transport() == Transport.UDP;
              case TCP_UDP -> true;
            };
        if (fits && run.from() <= port && port <= run.to()) {
          return Optional.of(new Target(row, arrow, protocol, port));
        }
        if (fits && fallback == null) {
          fallback = new Target(row, arrow, protocol, Math.max(1, run.from()));
        }
      }
    }
    return Optional.ofNullable(fallback);
  }
}
