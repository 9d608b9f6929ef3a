package dev.drawbridge.catalog.aws;

import dev.drawbridge.catalog.Arguments;
import dev.drawbridge.catalog.RaisedConnector;
import dev.drawbridge.catalog.Raising;
import dev.drawbridge.resource.Block;
import dev.drawbridge.resource.Resource;
import dev.drawbridge.resource.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which requests a listener hands to a target group: all, or those for a host or a path; and how many of
/// them.
record RaisedConditions(@Nullable Value host, @Nullable Value path, @Nullable Value weight) {
  static RaisedConditions of(Resource targetGroup, Raising in) {
    @Nullable RaisedConditions conditional = null;
    for (Resource resource : in.graph().referrers(targetGroup.address())) {
      for (Block action : actions(resource)) {
        if (Arguments.targets(action.get("target_group_arn")).contains(targetGroup.address())) {
          RaisedConditions found = said(resource, null);
          conditional = conditional == null || found.isEmpty() ? found : conditional;
        }
        for (Block target : Arguments.block(action, "forward").blocks("target_group")) {
          if (Arguments.targets(target.get("arn")).contains(targetGroup.address())) {
            RaisedConditions found = said(resource, target.get("weight"));
            conditional = conditional == null || found.isEmpty() ? found : conditional;
          }
        }
      }
    }
    return conditional == null ? new RaisedConditions(null, null, null) : conditional;
  }

  private static List<Block> actions(Resource resource) {
    return switch (resource.type()) {
      case "aws_lb_listener", "aws_alb_listener" -> resource.body().blocks("default_action");
      case "aws_lb_listener_rule", "aws_alb_listener_rule" -> resource.body().blocks("action");
      default -> List.of();
    };
  }

  private static RaisedConditions said(Resource rule, @Nullable Value weight) {
    @Nullable Value host = null;
    @Nullable Value path = null;
    for (Block condition : rule.body().blocks("condition")) {
      host = patterns(Arguments.block(condition, "host_header"), host);
      path = patterns(Arguments.block(condition, "path_pattern"), path);
    }
    return new RaisedConditions(host, path, weight);
  }

  /// Patterns as an arrow tells them.
  private static @Nullable Value patterns(Block block, @Nullable Value before) {
    if (!(block.get("values") instanceof Value.Items(List<Value> values)) || values.isEmpty()) {
      return before;
    }
    List<String> texts = new ArrayList<>();
    for (Value value : values) {
      if (value instanceof Value.Text(String text)) {
        texts.add(text);
      }
    }
    return Value.of(String.join(",", texts));
  }

  private boolean isEmpty() {
    return host == null && path == null;
  }

  void tell(RaisedConnector arrow) {
    arrow.read(Traffic.HOST, host);
    arrow.read(Traffic.PATH, path);
    arrow.read(Traffic.WEIGHT, weight);
  }
}
