package dev.drawbridge.catalog.aws;

import dev.drawbridge.catalog.Arguments;
import dev.drawbridge.catalog.Property;
import dev.drawbridge.catalog.RaisedNode;
import dev.drawbridge.catalog.Raising;
import dev.drawbridge.catalog.Trait;
import dev.drawbridge.catalog.aws.ApplicationLoadBalancer.Scheme;
import dev.drawbridge.catalog.aws.ClassicLoadBalancer.Protocol;
import dev.drawbridge.model.Fields;
import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Block;
import dev.drawbridge.resource.Resource;
import dev.drawbridge.resource.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Classic Load Balancers recognised in Terraform: the way back of [ClassicBalancerBlocks].
final class RaisedClassicBalancers {
  /// `HTTP:8080/healthz`, `TCP:25`.
  private static final Pattern TARGET = Pattern.compile("([A-Za-z]+):[0-9]+(/.*)?");

  private RaisedClassicBalancers() {}

  static void balancer(Resource resource, Raising in) {
    List<RaisedNode> subnets = RaisedNetwork.nodes(resource.get("subnets"), Subnet.KIND, in);
    List<Address> groups = Arguments.targets(resource.get("security_groups"));
    Optional<RaisedNode> vpc = RaisedNetwork.vpc(subnets, groups, in);
    if (vpc.isEmpty()) {
      in.leave(resource, "raise.without-vpc", resource.address().toString());
      return;
    }
    boolean internal = Arguments.isTrue(resource.body(), "internal");
    RaisedNode balancer =
        in.node(ClassicLoadBalancer.KIND, resource)
            .in(vpc.get())
            .over(subnets)
            .with(
                ApplicationLoadBalancer.SCHEME, internal ? Scheme.INTERNAL : Scheme.INTERNET_FACING)
            .with(ApplicationLoadBalancer.DEREGISTRATION_DELAY, draining(resource.body()))
            .reading(ApplicationLoadBalancer.CROSS_ZONE, resource.get("cross_zone_load_balancing"))
            .reading(ApplicationLoadBalancer.IDLE_TIMEOUT, resource.get("idle_timeout"));
    RaisedNetwork.groups(balancer, groups, in);
    List<Fields> rows = new ArrayList<>();
    for (Block listener : resource.body().blocks("listener")) {
      rows.add(row(resource, listener, balancer, in));
      balancer.read(ApplicationLoadBalancer.CERTIFICATE_ARN, listener.get("ssl_certificate_id"));
    }
    balancer.set(ClassicLoadBalancer.LISTENERS, rows);
    health(balancer, Arguments.block(resource.body(), "health_check"));
  }

  /// Those that leave are cut off unless it says otherwise.
  private static int draining(Block body) {
    return Arguments.isTrue(body, "connection_draining")
        ? Arguments.whole(body, "connection_draining_timeout", 300)
        : 0;
  }

  private static Fields row(Resource balancer, Block listener, RaisedNode node, Raising in) {
    int port = Arguments.whole(listener, "lb_port", 80);
    Fields row =
        ClassicLoadBalancer.listener(
            port, protocol(listener.get("lb_protocol")).orElse(Protocol.TCP));
    row = reading(row, ClassicLoadBalancer.INSTANCE_PORT, listener.get("instance_port"));
    if (protocol(listener.get("instance_protocol")).filter(Protocol::isSecure).isPresent()) {
      row = ClassicLoadBalancer.INSTANCE_TLS.set(row, true);
    }
    for (Resource choice : in.graph().referrers(balancer.address())) {
      if (choice.type().equals("aws_load_balancer_listener_policy")
          && Arguments.whole(choice.body(), "load_balancer_port", 0) == port) {
        in.claim(node, choice.address());
        for (Address policy : Arguments.targets(choice.get("policy_names"))) {
          in.claim(node, policy);
          row = reading(row, ClassicLoadBalancer.TLS_POLICY, reference(policy, in));
        }
      }
    }
    return row;
  }

  private static @Nullable Value reference(Address policy, Raising in) {
    return in.graph().find(policy).stream()
        .flatMap(found -> found.body().blocks("policy_attribute").stream())
        .filter(one -> Arguments.text(one, "name").equals("Reference-Security-Policy"))
        .map(one -> one.get("value"))
        .findFirst()
        .orElse(null);
  }

  private static <T> Fields reading(Fields row, Property<T> column, @Nullable Value value) {
    return Arguments.read(column.type(), value).map(read -> column.set(row, read)).orElse(row);
  }

  private static Optional<Protocol> protocol(@Nullable Value value) {
    return Arguments.read(ClassicLoadBalancer.LISTENER_PROTOCOL.type(), value);
  }

  private static void health(RaisedNode balancer, Block check) {
    Matcher target = TARGET.matcher(Arguments.text(check, "target"));
    if (target.matches()) {
      balancer.read(ClassicLoadBalancer.HEALTH_CHECK_PROTOCOL, Value.of(target.group(1)));
      if (target.group(2) != null) {
        balancer.read(ApplicationLoadBalancer.HEALTH_CHECK_PATH, Value.of(target.group(2)));
      }
    }
    balancer.read(ApplicationLoadBalancer.HEALTH_CHECK_INTERVAL, check.get("interval"));
    balancer.read(ClassicLoadBalancer.HEALTH_CHECK_TIMEOUT, check.get("timeout"));
    balancer.read(ApplicationLoadBalancer.HEALTHY_THRESHOLD, check.get("healthy_threshold"));
    balancer.read(ApplicationLoadBalancer.UNHEALTHY_THRESHOLD, check.get("unhealthy_threshold"));
  }

  /// The servers that it hands requests to.
  /// The ports on which its members answer.
  static List<Integer> instancePorts(Resource balancer) {
    return balancer.body().blocks("listener").stream()
        .map(listener -> Arguments.whole(listener, "instance_port", 0))
        .distinct()
        .toList();
  }

  static SequencedSet<RaisedNode> members(Resource balancer, Raising in) {
    SequencedSet<RaisedNode> found = new LinkedHashSet<>();
    Arguments.targets(balancer.get("instances"))
        .forEach(instance -> found.addAll(in.nodesOf(instance)));
    for (Resource member : in.graph().referrers(balancer.address())) {
      switch (member.type()) {
        case "aws_elb_attachment" ->
            Arguments.target(member.body(), "instance")
                .ifPresent(instance -> found.addAll(in.nodesOf(instance)));
        case "aws_autoscaling_group" -> found.addAll(on(member.address(), in));
        case "aws_autoscaling_attachment", "aws_autoscaling_traffic_source_attachment" ->
            Arguments.target(member.body(), "autoscaling_group_name")
                .ifPresent(fleet -> found.addAll(on(fleet, in)));
        default -> {}
      }
    }
    found.removeIf(node -> !node.kind().is(Trait.SERVERS));
    return found;
  }

  private static List<RaisedNode> on(Address fleet, Raising in) {
    return in.nodes(Trait.SERVERS).stream()
        .filter(tier -> tier.parent() != null && in.nodesOf(fleet).contains(tier.parent()))
        .toList();
  }
}
