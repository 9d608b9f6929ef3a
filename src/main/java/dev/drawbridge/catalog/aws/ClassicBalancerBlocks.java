package dev.drawbridge.catalog.aws;

import dev.drawbridge.catalog.Catalog;
import dev.drawbridge.catalog.Endpoint;
import dev.drawbridge.catalog.Lowering;
import dev.drawbridge.catalog.Port.Transport;
import dev.drawbridge.catalog.Trait;
import dev.drawbridge.catalog.aws.ApplicationLoadBalancer.Scheme;
import dev.drawbridge.catalog.aws.ClassicLoadBalancer.Protocol;
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

/// Classic Load Balancers in Terraform.
final class ClassicBalancerBlocks {
  private static final String TYPE = "aws_elb";

  /// For instances of which no port is known.
  private static final int FALLBACK_PORT = 80;

  /// AWS takes none without a listener.
  private static final Fields LEAST = ClassicLoadBalancer.listener(80, Protocol.TCP);

  private ClassicBalancerBlocks() {}

  static void balancer(Element element, Lowering out) {
    if (!(element instanceof Node balancer)) {
      return;
    }
    Optional<List<Node>> site = BalancerBlocks.site(balancer, out);
    if (site.isEmpty()) {
      return;
    }
    Address address = out.address(TYPE, balancer.id());
    boolean internal = ApplicationLoadBalancer.SCHEME.of(balancer) == Scheme.INTERNAL;
    int delay = ApplicationLoadBalancer.DEREGISTRATION_DELAY.of(balancer);
    Block.Builder body =
        Block.builder()
            .set("name", out.name(balancer.id(), 12))
            .set("internal", internal)
            .set("security_groups", Value.items(SecurityBlocks.id(out, balancer.id())))
            .set("subnets", Terms.subnetIds(out, site.get()))
            .set("cross_zone_load_balancing", ApplicationLoadBalancer.CROSS_ZONE.of(balancer))
            .set("connection_draining", delay > 0);
    if (delay > 0) {
      body.set("connection_draining_timeout", delay);
    }
    body.set("desync_mitigation_mode", "defensive")
        .set("idle_timeout", ApplicationLoadBalancer.IDLE_TIMEOUT.of(balancer))
        .set("tags", Terms.nameTag(out.tagName(balancer.id())));
    List<Fields> rows = rows(balancer, out);
    rows.forEach(row -> body.block("listener", listener(row, balancer, out)));
    body.block("health_check", health(balancer, rows.getFirst(), out));
    BalancerBlocks.body(body, balancer, internal, site.get(), out);
    out.add(balancer, address, body.build());
    for (Fields row : rows) {
      if (ClassicLoadBalancer.LISTENER_PROTOCOL.in(row).isSecure()) {
        negotiation(row, balancer, address, out);
      }
    }
    BalancerBlocks.names(balancer, address, out);
    ObservabilityBlocks.classic(balancer, address, answersRequests(balancer), out);
  }

  /// The listeners that are built: of two on a port the first.
  private static List<Fields> listeners(Node balancer) {
    Set<Integer> ports = new HashSet<>();
    return ClassicLoadBalancer.LISTENERS.of(balancer).stream()
        .filter(row -> ports.add(ApplicationLoadBalancer.LISTENER_PORT.in(row)))
        .toList();
  }

  private static List<Fields> rows(Node balancer, Lowering out) {
    String property = ClassicLoadBalancer.LISTENERS.name();
    List<Fields> rows = new ArrayList<>(listeners(balancer));
    List<Integer> ports =
        ClassicLoadBalancer.LISTENERS.of(balancer).stream()
            .map(ApplicationLoadBalancer.LISTENER_PORT::in)
            .collect(Collectors.toCollection(ArrayList::new));
    rows.forEach(row -> ports.remove(ApplicationLoadBalancer.LISTENER_PORT.in(row)));
    ports.forEach(port -> out.warn(balancer, property, "lower.listener-twice", port));
    if (rows.isEmpty()) {
      out.warn(balancer, property, "lower.classic-without-listener");
      rows.add(LEAST);
    }
    return rows;
  }

  private static Block listener(Fields row, Node balancer, Lowering out) {
    Protocol protocol = ClassicLoadBalancer.LISTENER_PROTOCOL.in(row);
    Block.Builder listener =
        Block.builder()
            .set("lb_port", ApplicationLoadBalancer.LISTENER_PORT.in(row))
            .set("lb_protocol", word(protocol))
            .set("instance_port", instancePort(row, balancer, out))
            .set(
                "instance_protocol",
                word(protocol.onwards(ClassicLoadBalancer.INSTANCE_TLS.in(row))));
    if (protocol.isSecure()) {
      listener.set("ssl_certificate_id", CertificateBlocks.of(balancer, out));
    }
    return listener.build();
  }

  private static int instancePort(Fields row, Node balancer, Lowering out) {
    int told = ClassicLoadBalancer.INSTANCE_PORT.in(row);
    return told > 0
        ? told
        : BalancerBlocks.arrows(balancer, out).stream()
            .flatMap(arrow -> SecurityBlocks.reached(arrow, out).stream())
            .filter(run -> run.transport() == Transport.TCP && run.to() > 0)
            .map(run -> Math.max(1, run.from()))
            .findFirst()
            .orElse(FALLBACK_PORT);
  }

  private static Block health(Node balancer, Fields first, Lowering out) {
    Protocol protocol = ClassicLoadBalancer.HEALTH_CHECK_PROTOCOL.of(balancer);
    String target = protocol.name() + ":" + instancePort(first, balancer, out);
    return Block.builder()
        .set("target", protocol.isHttp() ? target + path(balancer, out) : target)
        .set("interval", ApplicationLoadBalancer.HEALTH_CHECK_INTERVAL.of(balancer))
        .set("timeout", ClassicLoadBalancer.HEALTH_CHECK_TIMEOUT.of(balancer))
        .set("healthy_threshold", ApplicationLoadBalancer.HEALTHY_THRESHOLD.of(balancer))
        .set("unhealthy_threshold", ApplicationLoadBalancer.UNHEALTHY_THRESHOLD.of(balancer))
        .build();
  }

  /// Where it is told to ask, or else where the first of those behind it answers.
  private static String path(Node balancer, Lowering out) {
    String told = ApplicationLoadBalancer.HEALTH_CHECK_PATH.of(balancer);
    return told.isEmpty()
        ? BalancerBlocks.arrows(balancer, out).stream()
            .map(arrow -> out.document().node(arrow.target()))
            .map(tier -> ComputeBlocks.workload(tier).healthPath(tier))
            .findFirst()
            .orElse("/")
        : told;
  }

  /// Which versions of TLS a listener accepts. Left alone it would take TLS 1.0.
  private static void negotiation(Fields row, Node balancer, Address address, Lowering out) {
    int port = ApplicationLoadBalancer.LISTENER_PORT.in(row);
    String part = "tls_" + port;
    Address policy = out.address("aws_load_balancer_policy", balancer.id(), part);
    out.add(
        balancer,
        policy,
        Block.builder()
            .set("load_balancer_name", address.dot("name"))
            .set("policy_name", "tls-" + port)
            .set("policy_type_name", "SSLNegotiationPolicyType")
            .block(
                "policy_attribute",
                Block.builder()
                    .set("name", "Reference-Security-Policy")
                    .set("value", ClassicLoadBalancer.TLS_POLICY.in(row)))
            .build());
    out.add(
        balancer,
        out.address("aws_load_balancer_listener_policy", balancer.id(), part),
        Block.builder()
            .set("load_balancer_name", address.dot("name"))
            .set("load_balancer_port", port)
            .set("policy_names", Value.items(policy.dot("policy_name")))
            .build());
  }

  /// The classic load balancer that hands what it takes to the end of an arrow, if one does.
  static Optional<Address> before(Connector arrow, Lowering out) {
    Node balancer = out.document().node(arrow.source());
    return is(balancer) && BalancerBlocks.isTarget(arrow, out)
        ? Optional.of(out.address(TYPE, balancer.id()))
        : Optional.empty();
  }

  /// What an arrow from it to a tier becomes besides its security group rules.
  static void target(Connector arrow, Node tier, Lowering out) {
    Optional<Address> balancer = before(arrow, out);
    if (balancer.isEmpty()) {
      return;
    }
    if (out.around().group(tier).filter(g -> Catalog.is(g, Trait.CONTAINERS)).isPresent()) {
      // It knows instances by their ids, and no addresses.
      out.warn(arrow, null, "lower.classic-to-containers");
      return;
    }
    InstanceBlocks.attachClassic(arrow, tier, balancer.get(), out);
  }

  /// Clients are served best by its first listener.
  static Endpoint endpoint(Node balancer, Lowering out) {
    if (out.around().vpc(balancer).isEmpty()) {
      return Endpoint.NONE;
    }
    List<Fields> rows = listeners(balancer);
    return new Endpoint(
        List.of(out.address(TYPE, balancer.id()).dot("dns_name")),
        rows.stream().map(ApplicationLoadBalancer.LISTENER_PORT::in).limit(1).toList(),
        rows.stream()
            .filter(row -> ClassicLoadBalancer.LISTENER_PROTOCOL.in(row).isSecure())
            .map(ApplicationLoadBalancer.LISTENER_PORT::in)
            .collect(Collectors.toSet()));
  }

  /// Whether a listener reads requests, so that there is a metric of how they were answered.
  static boolean answersRequests(Node balancer) {
    return listeners(balancer).stream()
        .anyMatch(row -> ClassicLoadBalancer.LISTENER_PROTOCOL.in(row).isHttp());
  }

  static boolean is(Node node) {
    return node.kind().equals(ClassicLoadBalancer.KIND.id());
  }

  private static String word(Protocol protocol) {
    return protocol.name().toLowerCase(Locale.ROOT);
  }
}
