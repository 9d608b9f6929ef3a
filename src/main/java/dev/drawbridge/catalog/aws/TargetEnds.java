package dev.drawbridge.catalog.aws;

import dev.drawbridge.catalog.Arguments;
import dev.drawbridge.catalog.RaisedNode;
import dev.drawbridge.catalog.Raising;
import dev.drawbridge.catalog.Trait;
import dev.drawbridge.resource.Resource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The load balancer that hands requests to a target group, and servers in it.
record TargetEnds(RaisedNode balancer, RaisedNode servers) {
  /// One for each sort of servers: Drawbridge writes a target group for each, others put several into one.
  static List<TargetEnds> of(Resource group, Raising in) {
    String name = group.address().name();
    List<RaisedNode> balancers = in.nodes(Trait.BALANCER);
    List<RaisedNode> servers = in.nodes(Trait.SERVERS);
    @Nullable TargetEnds best = null;
    int length = -1;
    for (RaisedNode balancer : balancers) {
      for (RaisedNode tier : servers) {
        String ends = RaisedTraffic.ends(balancer, tier);
        if (ends.length() > length && (name.equals(ends) || name.startsWith(ends + "_"))) {
          best = new TargetEnds(balancer, tier);
          length = ends.length();
        }
      }
    }
    if (best != null) {
      return List.of(best);
    }
    Optional<RaisedNode> balancer =
        in.graph().referrers(group.address()).stream()
            .flatMap(resource -> listener(resource, in).stream())
            .flatMap(found -> in.nodesOf(found.address()).stream())
            .findFirst();
    return balancer.stream()
        .flatMap(
            from ->
                in.graph().referrers(group.address()).stream()
                    .flatMap(resource -> bearers(resource, servers, in).stream())
                    .distinct()
                    .map(to -> new TargetEnds(from, to)))
        .toList();
  }

  private static Optional<Resource> listener(Resource resource, Raising in) {
    return switch (resource.type()) {
      case "aws_lb_listener", "aws_alb_listener" -> Optional.of(resource);
      case "aws_lb_listener_rule", "aws_alb_listener_rule" ->
          Arguments.target(resource.body(), "listener_arn").flatMap(in.graph()::find);
      default -> Optional.empty();
    };
  }

  private static List<RaisedNode> bearers(Resource resource, List<RaisedNode> servers, Raising in) {
    return switch (resource.type()) {
      case "aws_lb_target_group_attachment", "aws_alb_target_group_attachment" ->
          Arguments.target(resource.body(), "target_id").map(in::nodesOf).orElse(List.of());
      case "aws_ecs_service" ->
          servers.stream()
              .filter(tier -> in.nodesOf(resource.address()).contains(tier.parent()))
              .toList();
      case "aws_autoscaling_attachment", "aws_autoscaling_traffic_source_attachment" ->
          Arguments.target(resource.body(), "autoscaling_group_name")
              .flatMap(in.graph()::find)
              .map(fleet -> bearers(fleet, servers, in))
              .orElse(List.of());
      case "aws_autoscaling_group" ->
          isDrawn(resource, in)
              ? servers.stream()
                  .filter(tier -> in.nodesOf(resource.address()).contains(tier.parent()))
                  .toList()
              : List.of();
      default -> List.of();
    };
  }

  /// Whether all that runs on an Auto Scaling group is drawn; else a target may be what is not.
  private static boolean isDrawn(Resource fleet, Raising in) {
    return RaisedCompute.template(fleet, in).map(RaisedCompute::groups).orElse(List.of()).stream()
        .noneMatch(group -> in.nodesOf(group).isEmpty());
  }
}
