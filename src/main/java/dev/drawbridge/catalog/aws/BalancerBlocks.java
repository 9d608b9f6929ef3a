package dev.drawbridge.catalog.aws;

import dev.drawbridge.catalog.Catalog;
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
import dev.drawbridge.resource.Variable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Load balancers, listeners, their rules and target groups in Terraform.
final class BalancerBlocks {
  private static final String TLS_POLICY = "ELBSecurityPolicy-TLS13-1-2-Res-2021-06";

  /// For how long a client goes to the same target.
  private static final int COOKIE_SECONDS = 3600;

  /// For a target of which no port is known.
  private static final int FALLBACK_PORT = 80;

  private BalancerBlocks() {}

  static void balancer(Element element, Lowering out) {
    if (!(element instanceof Node balancer)) {
      return;
    }
    Optional<Node> vpc = out.around().vpc(balancer);
    if (vpc.isEmpty()) {
      out.warn(balancer, null, "lower.without-vpc");
      return;
    }
    List<Node> subnets = out.around().subnets(balancer);
    if (subnets.isEmpty()) {
      out.warn(balancer, null, "lower.without-subnets");
    }
    SecurityBlocks.group(balancer, vpc.get(), out);
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
    List<Value> routes = internal ? List.of() : routes(subnets, out);
    if (!routes.isEmpty()) {
      body.set("depends_on", Value.of(routes));
    }
    out.add(balancer, address, body.build());
    listeners(balancer, out);
    ObservabilityBlocks.balancer(balancer, address, out);
    address(balancer, address, internal, out);
  }

  private static void address(Node balancer, Address address, boolean internal, Lowering out) {
    String label = out.label(balancer.id());
    String words = out.words(balancer);
    out.graph()
        .add(new Output(label + "_dns_name", "DNS name of " + words + ".", address.dot("dns_name")))
        .add(
            new Output(
                label + "_zone_id",
                "Hosted zone of " + words + ", for a Route 53 alias record.",
                address.dot("zone_id")));
    if (!internal) {
      serving(balancer)
          .ifPresent(
              row ->
                  out.graph()
                      .add(
                          new Output(
                              label + "_url",
                              "Address at which " + words + " serves.",
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

  /// Where the listener is reached; the port is told only where it is not the protocol's own.
  static Value url(Fields listener, Address balancer) {
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
  private static List<Connector> arrows(Node balancer, Lowering out) {
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

  static Address targetGroup(Connector arrow, Lowering out) {
    return out.address("aws_lb_target_group", arrow.id());
  }

  /// What an arrow from a load balancer to a tier becomes besides its security group rules.
  static void target(Connector arrow, Node balancer, Node tier, Lowering out) {
    if (!isTarget(arrow, out)) {
      return;
    }
    Node vpc = out.around().vpc(tier).orElseThrow();
    List<SecurityBlocks.Ports> ports = SecurityBlocks.ports(arrow, out);
    int port = ports.isEmpty() ? FALLBACK_PORT : Math.max(1, ports.getFirst().from());
    String path = ApplicationLoadBalancer.HEALTH_CHECK_PATH.of(balancer);
    Block health =
        Block.builder()
            .set("path", path.isEmpty() ? Instances.HEALTH_PATH.of(tier) : path)
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
            .set("target_type", "instance")
            .set("protocol", "HTTP")
            .set("port", port)
            .set("vpc_id", Terms.vpcId(out, vpc))
            .set("deregistration_delay", ApplicationLoadBalancer.DEREGISTRATION_DELAY.of(balancer))
            .set("load_balancing_algorithm_type", "round_robin")
            .set("load_balancing_cross_zone_enabled", "use_load_balancer_configuration")
            .set("slow_start", slowStart < 30 ? 0 : slowStart)
            .set("tags", Terms.nameTag(out.tagName(arrow.id())))
            .block("health_check", health)
            .block("stickiness", stickiness)
            .block("lifecycle", Terms.replaceFirst())
            .build());
    ComputeBlocks.attach(arrow, tier, address, out);
    ObservabilityBlocks.target(arrow, balancer, tier, address, out);
  }

  /// At most six characters, with the hyphen.
  private static String prefix(String label) {
    String letters = label.replace('_', '-');
    return (letters.length() <= 5 ? letters : letters.substring(0, 5)).replaceFirst("-+$", "")
        + "-";
  }

  private static void listeners(Node balancer, Lowering out) {
    List<Fields> rows = ApplicationLoadBalancer.LISTENERS.of(balancer);
    List<Connector> arrows = arrows(balancer, out);
    int secure =
        rows.stream()
            .filter(row -> ApplicationLoadBalancer.LISTENER_PROTOCOL.in(row) == Protocol.HTTPS)
            .map(ApplicationLoadBalancer.LISTENER_PORT::in)
            .findFirst()
            .orElse(443);
    Set<Integer> ports = new HashSet<>();
    for (Fields row : rows) {
      int port = ApplicationLoadBalancer.LISTENER_PORT.in(row);
      if (!ports.add(port)) {
        out.warn(balancer, ApplicationLoadBalancer.LISTENERS.name(), "lower.listener-twice", port);
        continue;
      }
      Protocol protocol = ApplicationLoadBalancer.LISTENER_PROTOCOL.in(row);
      Address address =
          out.address(
              "aws_lb_listener",
              balancer.id(),
              protocol.name().toLowerCase(java.util.Locale.ROOT) + "_" + port);
      Block.Builder body =
          Block.builder()
              .set("load_balancer_arn", Terms.arn(out.address("aws_lb", balancer.id())))
              .set("port", port)
              .set("protocol", protocol.name());
      if (protocol == Protocol.HTTPS) {
        body.set("ssl_policy", TLS_POLICY).set("certificate_arn", certificate(balancer, out));
      }
      if (ApplicationLoadBalancer.LISTENER_ACTION.in(row) == Action.REDIRECT) {
        out.add(balancer, address, body.block("default_action", redirect(secure)).build());
      } else {
        out.add(
            balancer, address, body.block("default_action", defaultAction(arrows, out)).build());
        rules(balancer, address, arrows, out);
      }
    }
  }

  private static Value certificate(Node balancer, Lowering out) {
    String drawn = ApplicationLoadBalancer.CERTIFICATE_ARN.of(balancer);
    if (!drawn.isEmpty()) {
      return Value.of(drawn);
    }
    String name = out.label(balancer.id()) + "_certificate_arn";
    if (out.first("variable " + name)) {
      out.graph()
          .add(
              new Variable(
                  name,
                  "ARN of the ACM certificate of " + out.words(balancer) + ", in its region.",
                  "string",
                  null,
                  false,
                  false,
                  List.of(
                      new Variable.Validation(
                          "can(regex(\"^arn:aws[a-z-]*:acm:\", var." + name + "))",
                          name + " must be the ARN of an ACM certificate.")),
                  Value.of(
                      "arn:aws:acm:"
                          + out.around().regionCode(balancer)
                          + ":123456789012:certificate/00000000-0000-0000-0000-000000000000")));
    }
    return Value.symbol("var." + name);
  }

  private static Block redirect(int port) {
    return Block.builder()
        .set("type", "redirect")
        .block(
            "redirect",
            Block.builder()
                .set("protocol", "HTTPS")
                .set("port", String.valueOf(port))
                .set("status_code", "HTTP_301"))
        .build();
  }

  private static Block defaultAction(List<Connector> arrows, Lowering out) {
    List<Connector> unconditional =
        arrows.stream().filter(arrow -> conditions(arrow).isEmpty()).toList();
    return unconditional.isEmpty()
        ? Block.builder()
            .set("type", "fixed-response")
            .block(
                "fixed_response",
                Block.builder()
                    .set("content_type", "text/plain")
                    .set("message_body", arrows.isEmpty() ? "No targets" : "Not found")
                    .set("status_code", arrows.isEmpty() ? "503" : "404"))
            .build()
        : forward(unconditional, out);
  }

  private static Block forward(List<Connector> arrows, Lowering out) {
    Block.Builder action = Block.builder().set("type", "forward");
    if (arrows.size() == 1) {
      return action.set("target_group_arn", Terms.arn(targetGroup(arrows.getFirst(), out))).build();
    }
    Block.Builder forward = Block.builder();
    for (Connector arrow : arrows) {
      forward.block(
          "target_group",
          Block.builder()
              .set("arn", Terms.arn(targetGroup(arrow, out)))
              .set("weight", Traffic.WEIGHT.of(arrow)));
    }
    if (ApplicationLoadBalancer.STICKINESS.of(out.document().node(arrows.getFirst().source()))) {
      // AWS refuses target groups that are sticky in an action that is not.
      forward.block(
          "stickiness", Block.builder().set("enabled", true).set("duration", COOKIE_SECONDS));
    }
    return action.block("forward", forward).build();
  }

  /// Host and path pattern, either of which may be empty; empty where the arrow takes every request.
  private static String conditions(Connector arrow) {
    String both = Traffic.HOST.of(arrow) + " " + Traffic.PATH.of(arrow);
    return both.isBlank() ? "" : both;
  }

  /// How particular the conditions of an arrow are, the most particular first: those with a host, then
  /// those that tell more characters. What fits the patterns of one and also fits those of another
  /// comes before it, so that no rule takes everything from a later one.
  private record Particular(boolean anyHost, int told, int least, int stars)
      implements Comparable<Particular> {
    private static final Comparator<Particular> ORDER =
        Comparator.comparing(Particular::anyHost)
            .thenComparing(Particular::told, Comparator.reverseOrder())
            .thenComparing(Particular::least, Comparator.reverseOrder())
            .thenComparing(Particular::stars);

    static Particular of(Connector arrow) {
      String host = Traffic.HOST.of(arrow);
      String path = Traffic.PATH.of(arrow);
      // Saying nothing is as wide as a star.
      String both = (host.isEmpty() ? "*" : host) + (path.isEmpty() ? "*" : path);
      int stars = (int) both.chars().filter(c -> c == '*').count();
      int single = (int) both.chars().filter(c -> c == '?').count();
      int least = both.length() - stars;
      return new Particular(host.isEmpty() || host.equals("*"), least - single, least, stars);
    }

    @Override
    public int compareTo(Particular other) {
      return ORDER.compare(this, other);
    }
  }

  /// One rule for all arrows with the same conditions; the more particular they are, the earlier.
  private static void rules(Node balancer, Address listener, List<Connector> arrows, Lowering out) {
    Map<String, List<Connector>> byCondition = new LinkedHashMap<>();
    for (Connector arrow : arrows) {
      String conditions = conditions(arrow);
      if (!conditions.isEmpty()) {
        byCondition.computeIfAbsent(conditions, _ -> new ArrayList<>()).add(arrow);
      }
    }
    List<List<Connector>> ordered = new ArrayList<>(byCondition.values());
    ordered.sort(Comparator.comparing(same -> Particular.of(same.getFirst())));
    int priority = 10;
    for (List<Connector> same : ordered) {
      Connector first = same.getFirst();
      Block.Builder body =
          Block.builder().set("listener_arn", Terms.arn(listener)).set("priority", priority);
      priority += 10;
      String host = Traffic.HOST.of(first);
      if (!host.isEmpty()) {
        body.block("condition", Block.builder().block("host_header", values(host)));
      }
      String path = Traffic.PATH.of(first);
      if (!path.isEmpty()) {
        body.block("condition", Block.builder().block("path_pattern", values(path)));
      }
      out.add(
          first,
          out.address("aws_lb_listener_rule", first.id(), listener.name()),
          body.set("tags", Terms.nameTag(out.tagName(first.id())))
              .block("action", forward(same, out))
              .build());
    }
  }

  private static Block values(String one) {
    return Block.builder().set("values", Value.items(Value.of(one))).build();
  }
}
