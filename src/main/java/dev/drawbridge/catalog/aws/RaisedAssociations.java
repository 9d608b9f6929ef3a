package dev.drawbridge.catalog.aws;

import dev.drawbridge.catalog.Arguments;
import dev.drawbridge.catalog.Kind;
import dev.drawbridge.catalog.RaisedNode;
import dev.drawbridge.catalog.Raising;
import dev.drawbridge.resource.Resource;
import dev.drawbridge.resource.Value;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What load balancers use, recognised in Terraform: the bucket of their access logs and the certificate of
/// their listeners.
final class RaisedAssociations {
  private RaisedAssociations() {}

  static void raise(Raising in) {
    for (Resource resource : in.graph().ofType("aws_lb")) {
      in.nodeOf(resource.address()).ifPresent(balancer -> of(balancer, resource, in));
    }
  }

  private static void of(RaisedNode balancer, Resource resource, Raising in) {
    @Nullable Value logs = Arguments.block(resource.body(), "access_logs").get("bucket");
    used(logs, S3Bucket.KIND, in).ifPresent(bucket -> draw(balancer, bucket, resource, in));
    RaisedBalancers.listeners(resource, in).stream()
        .flatMap(l -> used(l.get("certificate_arn"), Certificate.KIND, in).stream())
        .findFirst()
        .ifPresent(certificate -> draw(balancer, certificate, resource, in));
  }

  private static Optional<RaisedNode> used(@Nullable Value value, Kind kind, Raising in) {
    return RaisedNetwork.nodes(value, kind, in).stream().findFirst();
  }

  private static void draw(RaisedNode user, RaisedNode used, Resource resource, Raising in) {
    in.connector(Association.KIND, user, used, "", resource);
  }
}
