package dev.drawbridge.catalog.aws;

import dev.drawbridge.catalog.Catalog;
import dev.drawbridge.catalog.Endpoint;
import dev.drawbridge.catalog.Lowering;
import dev.drawbridge.catalog.Trait;
import dev.drawbridge.catalog.aws.ApplicationLoadBalancer.Action;
import dev.drawbridge.catalog.aws.ApplicationLoadBalancer.Protocol;
import dev.drawbridge.catalog.aws.ApplicationLoadBalancer.Scheme;
import dev.drawbridge.model.Connector;
import dev.drawbridge.model.Element;
import dev.drawbridge.model.Fields;
import dev.drawbridge.model.Node;
import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Block;
import dev.drawbridge.resource.Output;
import dev.drawbridge.resource.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Application Load Balancers and their target groups in Terraform, and what load balancers have in common.
final class BalancerBlocks {
  /// For how long a client goes to the same target.
  static final int COOKIE_SECONDS = 3600;

  /// For a target of which no port is known.
  private static final int FALLBACK_PORT = 80;

  private BalancerBlocks() {}

  static void balancer(Element element, Lowering out) {
    if (!(element instanceof Node balancer)) {
      return;
    }
    Optional<List<Node>> site = site(balancer, out);
    if (site.isEmpty()) {
      return;
    }
    List<Node> subnets = site.get();
    Address address = out.address("aws_lb", balancer.id());
    boolean internal = ApplicationLoadBalancer.SCHEME.of(balancer) == Scheme.INTERNAL;
    Block.Builder body =
        Block.builder()
            .set("name", out.name(balancer.id(), 12))
            .set("load_balancer_type", "application")
            .set("internal", internal)
            .set("security_groups", Value.items(SecurityBlocks.id(out, balancer.id())))
            .set("subnets", Terms.subnetIds(out, subnets))
            .set("desync_mitigation_mode", "defensive")
            .set("drop_invalid_header_fields", true)
            .set(
                "enable_deletion_protection",
                AccountBlocks.protection(
                    ApplicationLoadBalancer.DELETION_PROTECTION.of(balancer), out))
            .set("idle_timeout", ApplicationLoadBalancer.IDLE_TIMEOUT.of(balancer))
            .set("tags", Terms.nameTag(out.tagName(balancer.id())));
    body(body, balancer, internal, subnets, out);
    out.add(balancer, address, body.build());
    ListenerBlocks.listeners(balancer, out);
    ObservabilityBlocks.balancer(balancer, address, out);
    address(balancer, address, internal, out);
  }

  /// The subnets of a load balancer, which gets its security group; empty where it can stand nowhere.
  static Optional<List<Node>> site(Node balancer, Lowering out) {
    Optional<Node> vpc = out.around().vpc(balancer);
    if (vpc.isEmpty()) {
      out.warn(balancer, null, "lower.without-vpc");
      return Optional.empty();
    }
    List<Node> subnets = out.around().subnets(balancer);
    if (subnets.isEmpty()) {
      out.warn(balancer, null, "lower.without-subnets");
    }
    SecurityBlocks.group(balancer, vpc.get(), out);
    return Optional.of(subnets);
  }

  /// Access logs, and what has to be there before a load balancer.
  static void body(
      Block.Builder body, Node balancer, boolean internal, List<Node> subnets, Lowering out) {
    List<Value> after = new ArrayList<>();
    if (!internal) {
      body.accept("AVD-AWS-0053", "Drawn as the way in from the internet.");
      after.addAll(routes(subnets, out));
    }
    StorageBlocks.logs(balancer, out)
        .ifPresent(
            bucket -> {
              body.block("access_logs", accessLogs(balancer, bucket, out));
              // It checks when it is created that it may write its logs.
              after.add(Terms.whole(StorageBlocks.policyOf(bucket, out)));
            });
    if (!after.isEmpty()) {
      body.set("depends_on", Value.of(after));
    }
  }

  private static Block accessLogs(Node balancer, Node bucket, Lowering out) {
    return Block.builder()
        .set("bucket", Terms.id(out.address("aws_s3_bucket", bucket.id())))
        .set(
            ClassicBalancerBlocks.is(balancer) ? "bucket_prefix" : "prefix",
            out.label(balancer.id()).replace('_', '-'))
        .set("enabled", true)
        .build();
  }

  static void names(Node balancer, Address address, Lowering out) {
    String label = out.label(balancer.id());
    String words = out.words(balancer);
    out.graph()
        .add(new Output(label + "_dns_name", "DNS name of " + words + ".", address.dot("dns_name")))
        .add(
            new Output(
                label + "_zone_id",
                "Hosted zone of " + words + ", for a Route 53 alias record.",
                address.dot("zone_id")));
  }

  private static void address(Node balancer, Address address, boolean internal, Lowering out) {
    names(balancer, address, out);
    if (!internal) {
      serving(balancer)
          .ifPresent(
              row ->
                  out.graph()
                      .add(
                          new Output(
                              out.label(balancer.id()) + "_url",
                              "Address at which " + out.words(balancer) + " serves.",
                              url(row, address))));
    }
  }

  /// The first listener that hands requests to targets. Of two on a port only the first is built.
  static Optional<Fields> serving(Node balancer) {
    Set<Integer> ports = new HashSet<>();
    return ApplicationLoadBalancer.LISTENERS.of(balancer).stream()
        .filter(row -> ports.add(ApplicationLoadBalancer.LISTENER_PORT.in(row)))
        .filter(row -> ApplicationLoadBalancer.LISTENER_ACTION.in(row) == Action.FORWARD)
        .findFirst();
  }

  /// The type of the resource that a load balancer is.
  static String type(Node balancer) {
    return ClassicBalancerBlocks.is(balancer) ? "aws_elb" : "aws_lb";
  }

  static Endpoint endpoint(Node balancer, Lowering out) {
    if (out.around().vpc(balancer).isEmpty()) {
      return Endpoint.NONE;
    }
    Set<Integer> ports = new HashSet<>();
    return new Endpoint(
        List.of(out.address("aws_lb", balancer.id()).dot("dns_name")),
        serving(balancer).map(ApplicationLoadBalancer.LISTENER_PORT::in).stream().toList(),
        ApplicationLoadBalancer.LISTENERS.of(balancer).stream()
            .filter(row -> ports.add(ApplicationLoadBalancer.LISTENER_PORT.in(row)))
            .filter(row -> ApplicationLoadBalancer.LISTENER_PROTOCOL.in(row) == Protocol.HTTPS)
            .map(ApplicationLoadBalancer.LISTENER_PORT::in)
            .collect(Collectors.toSet()));
  }

  /// Where the listener is reached; the port is told only where it is not the protocol's own.
  private static Value url(Fields listener, Address balancer) {
    boolean secure = ApplicationLoadBalancer.LISTENER_PROTOCOL.in(listener) == Protocol.HTTPS;
    int port = ApplicationLoadBalancer.LISTENER_PORT.in(listener);
    Value scheme = Value.of(secure ? "https://" : "http://");
    Value name = balancer.dot("dns_name");
    return port == (secure ? 443 : 80)
        ? Value.template(scheme, name)
        : Value.template(scheme, name, Value.of(":" + port));
  }

  /// A load balancer towards the internet is of no use before its subnets' routes exist.
  private static List<Value> routes(List<Node> subnets, Lowering out) {
    return subnets.stream()
        .filter(subnet -> Subnet.ROUTING.of(subnet) == Subnet.Routing.PUBLIC)
        .flatMap(subnet -> NetworkBlocks.defaultRoute(out, subnet).stream())
        .distinct()
        .map(Terms::whole)
        .toList();
  }

  /// The arrows that lead from a load balancer to its targets.
  static List<Connector> arrows(Node balancer, Lowering out) {
    return out.document().connectorsOf(balancer.id()).stream()
        .filter(arrow -> arrow.source().equals(balancer.id()) && isTarget(arrow, out))
        .toList();
  }

  /// Whether the arrow makes its end a target of its beginning.
  static boolean isTarget(Connector arrow, Lowering out) {
    Node source = out.document().node(arrow.source());
    Node target = out.document().node(arrow.target());
    return arrow.kind().equals(Traffic.KIND.id())
        && Catalog.is(source, Trait.BALANCER)
        && Catalog.is(target, Trait.SERVERS)
        && out.around().vpc(source).isPresent()
        && out.around().vpc(target).isPresent();
  }

  /// The target groups to which an arrow from a load balancer leads; a classic one has none.
  static List<Address> targetGroups(Connector arrow, Lowering out) {
    Node balancer = out.document().node(arrow.source());
    if (ClassicBalancerBlocks.is(balancer)) {
      return List.of();
    }
    return balancer.kind().equals(NetworkLoadBalancer.KIND.id())
        ? NetworkBalancerBlocks.targetGroups(arrow, balancer, out)
        : List.of(targetGroup(arrow, out));
  }

  static Address targetGroup(Connector arrow, Lowering out) {
    return out.address("aws_lb_target_group", arrow.id());
  }

  /// What an arrow from a load balancer to a tier becomes besides its security group rules.
  static void target(Connector arrow, Node balancer, Node tier, Lowering out) {
    if (ClassicBalancerBlocks.is(balancer)) {
      ClassicBalancerBlocks.target(arrow, tier, out);
    }
    if (!isTarget(arrow, out) || !balancer.kind().equals(ApplicationLoadBalancer.KIND.id())) {
      return;
    }
    Node vpc = out.around().vpc(tier).orElseThrow();
    List<SecurityBlocks.Ports> ports = SecurityBlocks.reached(arrow, out);
    int port = ports.isEmpty() ? FALLBACK_PORT : Math.max(1, ports.getFirst().from());
    String path = ApplicationLoadBalancer.HEALTH_CHECK_PATH.of(balancer);
    Block health =
        Block.builder()
            .set("path", path.isEmpty() ? ComputeBlocks.workload(tier).healthPath(tier) : path)
            .set("protocol", "HTTP")
            .set("port", "traffic-port")
            .set("matcher", ApplicationLoadBalancer.MATCHER.of(balancer))
            .set("interval", ApplicationLoadBalancer.HEALTH_CHECK_INTERVAL.of(balancer))
            .set("timeout", ApplicationLoadBalancer.HEALTH_CHECK_TIMEOUT.of(balancer))
            .set("healthy_threshold", ApplicationLoadBalancer.HEALTHY_THRESHOLD.of(balancer))
            .set("unhealthy_threshold", ApplicationLoadBalancer.UNHEALTHY_THRESHOLD.of(balancer))
            .build();
    Block stickiness =
        Block.builder()
            .set("type", "lb_cookie")
            .set("enabled", ApplicationLoadBalancer.STICKINESS.of(balancer))
            .set("cookie_duration", COOKIE_SECONDS)
            .build();
    int slowStart = ApplicationLoadBalancer.SLOW_START.of(balancer);
    Address address = targetGroup(arrow, out);
    out.add(
        arrow,
        address,
        Block.builder()
            .set("name_prefix", prefix(out.label(tier.id())))
            .set("target_type", ComputeBlocks.targetType(tier, out))
            .set("protocol", "HTTP")
            .set("port", port)
            .set("vpc_id", Terms.vpcId(out, vpc))
            .set("deregistration_delay", ApplicationLoadBalancer.DEREGISTRATION_DELAY.of(balancer))
            .set("load_balancing_algorithm_type", "round_robin")
            .set(
                "load_balancing_cross_zone_enabled",
                ApplicationLoadBalancer.CROSS_ZONE.of(balancer)
                    ? "use_load_balancer_configuration"
                    : "false")
            .set("slow_start", slowStart < 30 ? 0 : slowStart)
            .set("tags", Terms.nameTag(out.tagName(arrow.id())))
            .block("health_check", health)
            .block("stickiness", stickiness)
            .block("lifecycle", Terms.replaceFirst())
            .build());
    InstanceBlocks.attach(arrow, tier, address, "", out);
    ObservabilityBlocks.target(arrow, balancer, tier, address, out);
  }

  /// At most six characters, with the hyphen.
  static String prefix(String label) {
    String letters = label.replace('_', '-');
    return (letters.length() <= 5 ? letters : letters.substring(0, 5)).replaceFirst("-+$", "")
        + "-";
  }

  /// What makes the target groups of an arrow part of its load balancer, before which ECS refuses them.
  static List<Value> uses(Connector arrow, Lowering out) {
    Node balancer = out.document().node(arrow.source());
    return balancer.kind().equals(NetworkLoadBalancer.KIND.id())
        ? NetworkBalancerBlocks.uses(arrow, balancer, out)
        : ListenerBlocks.uses(arrow, balancer, out);
  }

  /// Whether the arrow hands on requests, which can be counted, rather than connections.
  static boolean carriesRequests(Connector arrow, Lowering out) {
    return out.document().node(arrow.source()).kind().equals(ApplicationLoadBalancer.KIND.id());
  }
}
