package dev.drawbridge.catalog.aws;

import dev.drawbridge.catalog.Arguments;
import dev.drawbridge.catalog.Raising;
import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Resource;
import java.util.Optional;
import java.util.stream.Stream;

/// Which load balancer servers stand behind, as the configuration says, before anything is drawn of it.
final class Frontage {
  private final TierServers servers;
  private final Raising in;

  private Frontage(TierServers servers, Raising in) {
    this.servers = servers;
    this.in = in;
  }

  /// The load balancer that faces the internet and hands requests right to the servers.
  static Optional<Resource> of(TierServers servers, Raising in) {
    Frontage frontage = new Frontage(servers, in);
    return Stream.concat(frontage.behindGroups(), frontage.classic())
        .filter(balancer -> !Arguments.isTrue(balancer.body(), "internal"))
        .findFirst();
  }

  private Stream<Resource> behindGroups() {
    return Stream.of("aws_lb_target_group", "aws_alb_target_group")
        .flatMap(type -> in.graph().ofType(type).stream())
        .filter(group -> referrers(group).anyMatch(this::isMember))
        .flatMap(this::referrers)
        .flatMap(this::listener)
        .flatMap(listener -> Arguments.targets(listener.get("load_balancer_arn")).stream())
        .flatMap(address -> in.graph().find(address).stream());
  }

  private Stream<Resource> listener(Resource resource) {
    return switch (resource.type()) {
      case "aws_lb_listener", "aws_alb_listener" -> Stream.of(resource);
      case "aws_lb_listener_rule", "aws_alb_listener_rule" ->
          Arguments.target(resource.body(), "listener_arn").flatMap(in.graph()::find).stream();
      default -> Stream.empty();
    };
  }

  private Stream<Resource> classic() {
    return in.graph().ofType("aws_elb").stream()
        .filter(
            balancer ->
                Arguments.targets(balancer.get("instances")).stream().anyMatch(this::isOne)
                    || referrers(balancer).anyMatch(this::isMember));
  }

  private Stream<Resource> referrers(Resource resource) {
    return in.graph().referrers(resource.address()).stream();
  }

  /// Whether a resource that names a target group or a classic load balancer is the servers, or puts them there.
  private boolean isMember(Resource resource) {
    return switch (resource.type()) {
      case "aws_ecs_service", "aws_autoscaling_group" -> isOne(resource.address());
      case "aws_lb_target_group_attachment", "aws_alb_target_group_attachment" ->
          names(resource, "target_id");
      case "aws_autoscaling_attachment", "aws_autoscaling_traffic_source_attachment" ->
          names(resource, "autoscaling_group_name");
      case "aws_elb_attachment" -> names(resource, "instance");
      default -> false;
    };
  }

  private boolean names(Resource resource, String argument) {
    return Arguments.target(resource.body(), argument).filter(this::isOne).isPresent();
  }

  private boolean isOne(Address address) {
    return servers.instances().stream().anyMatch(one -> one.address().equals(address))
        || servers.fleet().filter(in.nodesOf(address)::contains).isPresent();
  }
}
