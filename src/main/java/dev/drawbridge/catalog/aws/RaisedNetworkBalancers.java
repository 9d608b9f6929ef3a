package dev.drawbridge.catalog.aws;

import dev.drawbridge.catalog.Arguments;
import dev.drawbridge.catalog.PropertyType;
import dev.drawbridge.catalog.RaisedNode;
import dev.drawbridge.catalog.Raising;
import dev.drawbridge.catalog.aws.NetworkLoadBalancer.Protocol;
import dev.drawbridge.model.Fields;
import dev.drawbridge.resource.Resource;
import java.util.ArrayList;
import java.util.List;

/// Network Load Balancers recognised in Terraform: the way back of [NetworkBalancerBlocks].
final class RaisedNetworkBalancers {
  private RaisedNetworkBalancers() {}

  static void balancer(Resource resource, Raising in) {
    if (Arguments.text(resource.body(), "load_balancer_type").equals("network")) {
      RaisedBalancers.draw(NetworkLoadBalancer.KIND, resource, in)
          .ifPresent(balancer -> network(balancer, resource, in));
    }
  }

  private static void network(RaisedNode balancer, Resource resource, Raising in) {
    balancer.set(
        ApplicationLoadBalancer.CROSS_ZONE,
        Arguments.isTrue(resource.body(), "enable_cross_zone_load_balancing"));
    List<Fields> rows = new ArrayList<>();
    for (Resource listener : RaisedBalancers.listeners(resource, in)) {
      rows.add(row(listener));
      in.claim(balancer, listener.address());
      balancer.read(ApplicationLoadBalancer.CERTIFICATE_ARN, listener.get("certificate_arn"));
    }
    balancer.set(NetworkLoadBalancer.LISTENERS, rows);
  }

  private static Fields row(Resource listener) {
    Protocol protocol =
        Arguments.read(new PropertyType.Choice<>(Protocol.class), listener.get("protocol"))
            .orElse(Protocol.TCP);
    Fields row =
        NetworkLoadBalancer.listener(Arguments.whole(listener.body(), "port", 443), protocol);
    return RaisedBalancers.reading(
        row, ApplicationLoadBalancer.TLS_POLICY, listener.get("ssl_policy"));
  }
}
