package dev.drawbridge.analyze.facts;

import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Resource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Reads how listeners share requests out among target groups.
final class Forwards {
  private Forwards() {}

  static List<AwsForward> all(Resources resources) {
    List<AwsForward> all = new ArrayList<>();
    Map<Address, Reading<Address>> balancerOf = new HashMap<>();
    for (Resource listener : resources.of("aws_lb_listener", "aws_alb_listener")) {
      Reader read = resources.read(listener);
      Reading<Address> balancer = read.reference("load_balancer_arn");
      balancerOf.put(listener.address(), balancer);
      add(all, listener, balancer, read.blocks("default_action"));
    }
    for (Resource rule : resources.of("aws_lb_listener_rule", "aws_alb_listener_rule")) {
      Reader read = resources.read(rule);
      Reading<Address> balancer =
          read.reference("listener_arn")
              .then(listener -> balancerOf.getOrDefault(listener, Reading.missing()));
      add(all, rule, balancer, read.blocks("action"));
    }
    return all;
  }

  private static void add(
      List<AwsForward> all, Resource from, Reading<Address> balancer, List<Reader> actions) {
    for (Reader action : actions) {
      for (Reader forward : action.blocks("forward")) {
        List<AwsForward.Share> shares = new ArrayList<>();
        for (Reader group : forward.blocks("target_group")) {
          shares.add(new AwsForward.Share(group.reference("arn"), group.whole("weight").or(1L)));
        }
        Reading<Boolean> sticky = Reading.given(false);
        for (Reader stickiness : forward.blocks("stickiness")) {
          sticky = stickiness.flag("enabled").or(false);
        }
        if (!shares.isEmpty()) {
          all.add(new AwsForward(from, balancer, shares, sticky));
        }
      }
    }
  }
}
