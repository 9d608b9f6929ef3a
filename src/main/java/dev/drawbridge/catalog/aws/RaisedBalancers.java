package dev.drawbridge.catalog.aws;

import dev.drawbridge.catalog.Arguments;
import dev.drawbridge.catalog.Kind;
import dev.drawbridge.catalog.Port.Transport;
import dev.drawbridge.catalog.Property;
import dev.drawbridge.catalog.RaisedNode;
import dev.drawbridge.catalog.Raising;
import dev.drawbridge.catalog.aws.ApplicationLoadBalancer.Action;
import dev.drawbridge.catalog.aws.ApplicationLoadBalancer.Protocol;
import dev.drawbridge.catalog.aws.ApplicationLoadBalancer.Scheme;
import dev.drawbridge.catalog.aws.SecurityBlocks.Ports;
import dev.drawbridge.model.Fields;
import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Block;
import dev.drawbridge.resource.Resource;
import dev.drawbridge.resource.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Application Load Balancers recognised in Terraform: the way back of [BalancerBlocks]. Target groups become
/// arrows, see [RaisedTraffic]. For the other kind see [RaisedNetworkBalancers].
final class RaisedBalancers {
  private RaisedBalancers() {}

  static void balancer(Resource resource, Raising in) {
    String type = Arguments.text(resource.body(), "load_balancer_type");
    if (type.isEmpty() || type.equals("application")) {
      draw(ApplicationLoadBalancer.KIND, resource, in)
          .ifPresent(balancer -> application(balancer, resource, in));
    }
  }

  /// A load balancer of either kind with what both have in common.
  static Optional<RaisedNode> draw(Kind kind, Resource resource, Raising in) {
    List<RaisedNode> subnets = RaisedNetwork.nodes(resource.get("subnets"), Subnet.KIND, in);
    List<Address> groups = Arguments.targets(resource.get("security_groups"));
    Optional<RaisedNode> vpc = RaisedNetwork.vpc(subnets, groups, in);
    if (vpc.isEmpty()) {
      in.leave(resource, "raise.without-vpc", resource.address().toString());
      return Optional.empty();
    }
    boolean internal = Arguments.isTrue(resource.body(), "internal");
    RaisedNode balancer =
        in.node(kind, resource)
            .in(vpc.get())
            .over(subnets)
            .with(
                ApplicationLoadBalancer.SCHEME, internal ? Scheme.INTERNAL : Scheme.INTERNET_FACING)
            .with(
                ApplicationLoadBalancer.DELETION_PROTECTION,
                isProtected(resource.get("enable_deletion_protection")));
    RaisedNetwork.groups(balancer, groups, in);
    return Optional.of(balancer);
  }

  private static void application(RaisedNode balancer, Resource resource, Raising in) {
    balancer.read(ApplicationLoadBalancer.IDLE_TIMEOUT, resource.get("idle_timeout"));
    List<Resource> listeners = listeners(resource, in);
    List<Fields> rows = new ArrayList<>();
    for (Resource listener : listeners) {
      rows.add(row(resource, listener, in));
      if (!isSecure(listener)
          && Arguments.whole(listener.get("port")).equals(aim(listeners))
          && aim(listeners).isPresent()) {
        // Redirects lead to it as if it were an HTTPS listener: one is drawn that its port hides.
        int port = Arguments.whole(listener.body(), "port", 443);
        rows.add(ApplicationLoadBalancer.listener(port, Protocol.HTTPS, Action.FORWARD));
      }
    }
    balancer.set(ApplicationLoadBalancer.LISTENERS, rows);
    for (Resource listener : listeners) {
      for (Block nested : listener.body().blocks("default_action")) {
        balancer.naming(
            nested
                .allValues()
                .flatMap(value -> Arguments.targets(value).stream())
                .distinct()
                .toList());
      }
      in.claim(balancer, listener.address());
      balancer.read(ApplicationLoadBalancer.CERTIFICATE_ARN, listener.get("certificate_arn"));
    }
  }

  /// A component is protected where it says so, or leaves it to a variable.
  static boolean isProtected(@Nullable Value value) {
    return value instanceof Value.Symbol || value instanceof Value.Flag(boolean flag) && flag;
  }

  /// The listeners of a load balancer. The HTTPS listener to which others redirect comes before further
  /// ones, because redirects lead to the first.
  static List<Resource> listeners(Resource balancer, Raising in) {
    List<Resource> listeners =
        new ArrayList<>(
            in.graph().referrers(balancer.address()).stream()
                .filter(resource -> resource.type().matches("aws_(lb|alb)_listener"))
                .filter(
                    resource ->
                        Arguments.targets(resource.get("load_balancer_arn"))
                            .contains(balancer.address()))
                .toList());
    Optional<Integer> aim = aim(listeners);
    List<Resource> secure =
        new ArrayList<>(listeners.stream().filter(RaisedBalancers::isSecure).toList());
    Optional<Resource> first =
        secure.stream().filter(l -> Arguments.whole(l.get("port")).equals(aim)).findFirst();
    if (aim.isPresent() && first.isPresent() && secure.getFirst() != first.get()) {
      int at = listeners.indexOf(secure.getFirst());
      listeners.remove(first.get());
      listeners.add(at, first.get());
    }
    return listeners;
  }

  /// The port to which listeners redirect.
  private static Optional<Integer> aim(List<Resource> listeners) {
    return listeners.stream()
        .map(RaisedBalancers::action)
        .filter(action -> Arguments.text(action, "type").equals("redirect"))
        .flatMap(action -> redirect(action).stream())
        .findFirst();
  }

  private static Optional<Integer> redirect(Block action) {
    return Arguments.whole(Arguments.block(action, "redirect").get("port"));
  }

  private static boolean isSecure(Resource listener) {
    return Arguments.text(listener.body(), "protocol").equals("HTTPS");
  }

  static Block action(Resource listener) {
    return Arguments.block(listener.body(), "default_action");
  }

  private static Fields row(Resource balancer, Resource listener, Raising in) {
    Action action = does(balancer, listener, in);
    Fields row =
        ApplicationLoadBalancer.listener(
            Arguments.whole(listener.body(), "port", 80),
            isSecure(listener) ? Protocol.HTTPS : Protocol.HTTP,
            action);
    row = reading(row, ApplicationLoadBalancer.TLS_POLICY, listener.get("ssl_policy"));
    if (action == Action.FIXED_RESPONSE) {
      Block answer = Arguments.block(action(listener), "fixed_response");
      row = reading(row, ApplicationLoadBalancer.FIXED_STATUS, answer.get("status_code"));
      row = reading(row, ApplicationLoadBalancer.FIXED_BODY, answer.get("message_body"));
    }
    return row;
  }

  static <T> Fields reading(Fields row, Property<T> column, @Nullable Value value) {
    return Arguments.read(column.type(), value).map(read -> column.set(row, read)).orElse(row);
  }

  /// One that answers by itself may be there to forward: what fits none of its rules gets an answer, and
  /// so does everything where no arrow leads from the load balancer.
  private static Action does(Resource balancer, Resource listener, Raising in) {
    return switch (Arguments.text(action(listener), "type")) {
      case "redirect" -> Action.REDIRECT;
      case "fixed-response" ->
          hasRules(listener, in) || isIdle(balancer, listener, in)
              ? Action.FORWARD
              : Action.FIXED_RESPONSE;
      default -> Action.FORWARD;
    };
  }

  private static boolean hasRules(Resource listener, Raising in) {
    return in.graph().referrers(listener.address()).stream()
        .filter(resource -> resource.type().matches("aws_(lb|alb)_listener_rule"))
        .anyMatch(rule -> Arguments.targets(rule.get("listener_arn")).contains(listener.address()));
  }

  private static boolean isIdle(Resource balancer, Resource listener, Raising in) {
    String ends = balancer.address().name() + "_to_";
    return action(listener).equals(ListenerBlocks.WITHOUT_TARGETS)
        && in.graph().ofType("aws_lb_target_group").stream()
            .noneMatch(group -> group.address().name().startsWith(ends));
  }

  /// What the target groups of a load balancer have in common is said by the load balancer.
  static void health(RaisedNode balancer, Resource targetGroup) {
    Block health = Arguments.block(targetGroup.body(), "health_check");
    balancer.read(ApplicationLoadBalancer.HEALTH_CHECK_INTERVAL, health.get("interval"));
    balancer.read(ApplicationLoadBalancer.HEALTH_CHECK_TIMEOUT, health.get("timeout"));
    balancer.read(ApplicationLoadBalancer.HEALTHY_THRESHOLD, health.get("healthy_threshold"));
    balancer.read(ApplicationLoadBalancer.UNHEALTHY_THRESHOLD, health.get("unhealthy_threshold"));
    balancer.read(ApplicationLoadBalancer.MATCHER, health.get("matcher"));
    balancer.read(
        ApplicationLoadBalancer.DEREGISTRATION_DELAY, targetGroup.get("deregistration_delay"));
    balancer.read(ApplicationLoadBalancer.SLOW_START, targetGroup.get("slow_start"));
    // "use_load_balancer_configuration" is no flag, and means that they do.
    balancer.read(
        ApplicationLoadBalancer.CROSS_ZONE, targetGroup.get("load_balancing_cross_zone_enabled"));
    if (balancer.kind().equals(NetworkLoadBalancer.KIND)) {
      balancer.read(NetworkLoadBalancer.HEALTH_CHECK_PROTOCOL, health.get("protocol"));
      balancer.read(NetworkLoadBalancer.PRESERVE_CLIENT_IP, targetGroup.get("preserve_client_ip"));
    }
    balancer.read(
        ApplicationLoadBalancer.STICKINESS,
        Arguments.block(targetGroup.body(), "stickiness").get("enabled"));
  }

  /// What the arrow to a target group of a Network Load Balancer is called: behind it the group's name tells
  /// protocol and port.
  static String arrow(Resource targetGroup) {
    String name = targetGroup.address().name();
    String part =
        "_"
            + Arguments.text(targetGroup.body(), "protocol").toLowerCase(Locale.ROOT)
            + "_"
            + Arguments.whole(targetGroup.body(), "port", 0);
    return name.endsWith(part) ? name.substring(0, name.length() - part.length()) : name;
  }

  /// Whether a target group of a Network Load Balancer is reached through a run of ports.
  static boolean isFor(Resource targetGroup, Ports run) {
    int port = Arguments.whole(targetGroup.body(), "port", 0);
    boolean fits =
        switch (Arguments.text(targetGroup.body(), "protocol")) {
          case "UDP" -> run.transport() == Transport.UDP;
          case "TCP_UDP" -> true;
          default -> run.transport() == Transport.TCP;
        };
    return run.equals(Ports.ALL) || fits && Math.max(1, run.from()) <= port && port <= run.to();
  }
}
