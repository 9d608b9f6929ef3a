package dev.drawbridge.catalog.aws;

import dev.drawbridge.catalog.Lowering;
import dev.drawbridge.catalog.aws.ApplicationLoadBalancer.Action;
import dev.drawbridge.catalog.aws.ApplicationLoadBalancer.Protocol;
import dev.drawbridge.catalog.aws.ApplicationLoadBalancer.Scheme;
import dev.drawbridge.model.Connector;
import dev.drawbridge.model.Fields;
import dev.drawbridge.model.Node;
import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Block;
import dev.drawbridge.resource.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Listeners of Application Load Balancers and their rules in Terraform.
final class ListenerBlocks {
  /// What a listener does that has nobody to hand requests to.
  static final Block WITHOUT_TARGETS = answer("503", "No targets");

  private ListenerBlocks() {}

  static void listeners(Node balancer, Lowering out) {
    List<Fields> rows = ApplicationLoadBalancer.LISTENERS.of(balancer);
    List<Connector> arrows = BalancerBlocks.arrows(balancer, out);
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
      Address address = address(balancer, row, out);
      Block.Builder body =
          Block.builder()
              .set("load_balancer_arn", Terms.arn(out.address("aws_lb", balancer.id())))
              .set("port", port)
              .set("protocol", protocol.name());
      if (protocol == Protocol.HTTPS) {
        body.set("ssl_policy", ApplicationLoadBalancer.TLS_POLICY.in(row))
            .set("certificate_arn", CertificateBlocks.of(balancer, out));
      }
      Action action = ApplicationLoadBalancer.LISTENER_ACTION.in(row);
      if (protocol == Protocol.HTTP
          && action != Action.REDIRECT
          && ApplicationLoadBalancer.SCHEME.of(balancer) == Scheme.INTERNAL) {
        body.accept(
            "AVD-AWS-0054", "Plain HTTP as drawn, between security groups of the VPC only.");
      }
      Block usual =
          switch (action) {
            case FORWARD -> defaultAction(arrows, out);
            case REDIRECT -> redirect(secure);
            case FIXED_RESPONSE ->
                answer(
                    ApplicationLoadBalancer.FIXED_STATUS.in(row),
                    ApplicationLoadBalancer.FIXED_BODY.in(row));
          };
      out.add(balancer, address, body.block("default_action", usual).build());
      if (action == Action.FORWARD) {
        rules(address, arrows, out);
      }
    }
  }

  private static Address address(Node balancer, Fields row, Lowering out) {
    return out.address(
        "aws_lb_listener",
        balancer.id(),
        ApplicationLoadBalancer.LISTENER_PROTOCOL.in(row).name().toLowerCase(Locale.ROOT)
            + "_"
            + ApplicationLoadBalancer.LISTENER_PORT.in(row));
  }

  /// The listeners, or the rules of listeners, that hand requests to the target group of an arrow.
  static List<Value> uses(Connector arrow, Node balancer, Lowering out) {
    String same = conditions(arrow);
    Connector first =
        BalancerBlocks.arrows(balancer, out).stream()
            .filter(other -> conditions(other).equals(same))
            .findFirst()
            .orElse(arrow);
    Set<Integer> ports = new HashSet<>();
    List<Value> found = new ArrayList<>();
    for (Fields row : ApplicationLoadBalancer.LISTENERS.of(balancer)) {
      if (ports.add(ApplicationLoadBalancer.LISTENER_PORT.in(row))
          && ApplicationLoadBalancer.LISTENER_ACTION.in(row) == Action.FORWARD) {
        Address listener = address(balancer, row, out);
        found.add(
            Terms.whole(
                same.isEmpty()
                    ? listener
                    : out.address("aws_lb_listener_rule", first.id(), listener.name())));
      }
    }
    return found;
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
    if (!unconditional.isEmpty()) {
      return forward(unconditional, out);
    }
    return arrows.isEmpty() ? WITHOUT_TARGETS : answer("404", "Not found");
  }

  private static Block answer(String status, String body) {
    Block.Builder response = Block.builder().set("content_type", "text/plain");
    if (!body.isEmpty()) {
      response.set("message_body", body);
    }
    return Block.builder()
        .set("type", "fixed-response")
        .block("fixed_response", response.set("status_code", status))
        .build();
  }

  private static Block forward(List<Connector> arrows, Lowering out) {
    Block.Builder action = Block.builder().set("type", "forward");
    if (arrows.size() == 1) {
      return action
          .set("target_group_arn", Terms.arn(BalancerBlocks.targetGroup(arrows.getFirst(), out)))
          .build();
    }
    Block.Builder forward = Block.builder();
    for (Connector arrow : arrows) {
      forward.block(
          "target_group",
          Block.builder()
              .set("arn", Terms.arn(BalancerBlocks.targetGroup(arrow, out)))
              .set("weight", Traffic.WEIGHT.of(arrow)));
    }
    if (ApplicationLoadBalancer.STICKINESS.of(out.document().node(arrows.getFirst().source()))) {
      // AWS refuses target groups that are sticky in an action that is not.
      forward.block(
          "stickiness",
          Block.builder().set("enabled", true).set("duration", BalancerBlocks.COOKIE_SECONDS));
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
  /// comes before it, so that no rule takes everything from a later one. Of several patterns the widest
  /// counts, and of two that are as wide the one with fewer patterns comes first.
  private record Particular(boolean anyHost, int told, int least, int stars, int patterns)
      implements Comparable<Particular> {
    private static final Comparator<Particular> ORDER =
        Comparator.comparing(Particular::anyHost)
            .thenComparing(Particular::told, Comparator.reverseOrder())
            .thenComparing(Particular::least, Comparator.reverseOrder())
            .thenComparing(Particular::stars)
            .thenComparing(Particular::patterns);

    static Particular of(Connector arrow) {
      String[] hosts = Traffic.HOST.of(arrow).split(",");
      String[] paths = Traffic.PATH.of(arrow).split(",");
      List<Particular> all = new ArrayList<>();
      for (String host : hosts) {
        for (String path : paths) {
          all.add(of(host, path, hosts.length * paths.length));
        }
      }
      return Collections.max(all);
    }

    private static Particular of(String host, String path, int patterns) {
      // Saying nothing is as wide as a star.
      String both = (host.isEmpty() ? "*" : host) + (path.isEmpty() ? "*" : path);
      int stars = (int) both.chars().filter(c -> c == '*').count();
      int single = (int) both.chars().filter(c -> c == '?').count();
      int least = both.length() - stars;
      return new Particular(
          host.isEmpty() || host.equals("*"), least - single, least, stars, patterns);
    }

    @Override
    public int compareTo(Particular other) {
      return ORDER.compare(this, other);
    }
  }

  /// One rule for all arrows with the same conditions; the more particular they are, the earlier.
  private static void rules(Address listener, List<Connector> arrows, Lowering out) {
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

  private static Block values(String patterns) {
    List<Value> values = Stream.of(patterns.split(",")).distinct().map(Value::of).toList();
    return Block.builder().set("values", Value.of(values)).build();
  }
}
