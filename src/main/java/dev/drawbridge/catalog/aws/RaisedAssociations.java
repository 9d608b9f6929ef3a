package dev.drawbridge.catalog.aws;

import dev.drawbridge.catalog.Arguments;
import dev.drawbridge.catalog.Kind;
import dev.drawbridge.catalog.RaisedNode;
import dev.drawbridge.catalog.Raising;
import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Resource;
import dev.drawbridge.resource.Value;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What load balancers and distributions use, recognised in Terraform: buckets, certificates and web ACLs, and
/// what a distribution asks. Alarms, names and data centres draw what they join themselves.
final class RaisedAssociations {
  private RaisedAssociations() {}

  static void raise(Raising in) {
    for (String type : List.of("aws_lb", "aws_alb")) {
      for (Resource resource : in.graph().ofType(type)) {
        in.nodeOf(resource.address()).ifPresent(balancer -> balancer(balancer, resource, in));
      }
    }
    for (Resource resource : in.graph().ofType("aws_elb")) {
      in.nodeOf(resource.address()).ifPresent(balancer -> classic(balancer, resource, in));
    }
    for (Resource resource : in.graph().ofType("aws_autoscaling_notification")) {
      notification(resource, in);
    }
    for (Resource resource : in.graph().ofType("aws_cloudfront_distribution")) {
      in.nodeOf(resource.address()).ifPresent(user -> distribution(user, resource, in));
    }
  }

  private static void balancer(RaisedNode balancer, Resource resource, Raising in) {
    @Nullable Value logs = Arguments.block(resource.body(), "access_logs").get("bucket");
    used(logs, S3Bucket.KIND, in).ifPresent(bucket -> draw(balancer, bucket, resource, in));
    RaisedBalancers.listeners(resource, in).stream()
        .flatMap(l -> used(l.get("certificate_arn"), Certificate.KIND, in).stream())
        .findFirst()
        .ifPresent(certificate -> draw(balancer, certificate, resource, in));
    for (Resource user : in.graph().referrers(resource.address())) {
      if (user.type().equals("aws_wafv2_web_acl_association")) {
        used(user.get("web_acl_arn"), WebAcl.KIND, in)
            .ifPresent(
                acl -> {
                  in.claim(acl, user.address());
                  draw(balancer, acl, resource, in);
                });
      }
    }
  }

  private static void classic(RaisedNode balancer, Resource resource, Raising in) {
    @Nullable Value logs = Arguments.block(resource.body(), "access_logs").get("bucket");
    used(logs, S3Bucket.KIND, in).ifPresent(bucket -> draw(balancer, bucket, resource, in));
    resource.body().blocks("listener").stream()
        .flatMap(l -> used(l.get("ssl_certificate_id"), Certificate.KIND, in).stream())
        .findFirst()
        .ifPresent(certificate -> draw(balancer, certificate, resource, in));
  }

  private static void notification(Resource resource, Raising in) {
    Optional<RaisedNode> topic = used(resource.get("topic_arn"), SnsTopic.KIND, in);
    if (topic.isEmpty()) {
      in.leave(resource, "raise.notification-of-nobody", resource.address().toString());
      return;
    }
    for (RaisedNode group :
        RaisedNetwork.nodes(resource.get("group_names"), AutoScalingGroup.KIND, in)) {
      draw(group, topic.get(), resource, in);
    }
  }

  private static void distribution(RaisedNode distribution, Resource resource, Raising in) {
    for (Address origin : RaisedDistributions.origins(resource)) {
      in.nodesOf(origin).stream()
          .filter(node -> CloudFront.KIND.uses().contains(node.kind().id()))
          .forEach(node -> draw(distribution, node, resource, in));
    }
    @Nullable Value certificate =
        Arguments.block(resource.body(), "viewer_certificate").get("acm_certificate_arn");
    Stream.of(
            used(certificate, Certificate.KIND, in),
            used(resource.get("web_acl_id"), WebAcl.KIND, in))
        .flatMap(Optional::stream)
        .forEach(node -> draw(distribution, node, resource, in));
  }

  private static Optional<RaisedNode> used(@Nullable Value value, Kind kind, Raising in) {
    return RaisedNetwork.nodes(value, kind, in).stream().findFirst();
  }

  private static void draw(RaisedNode user, RaisedNode used, Resource resource, Raising in) {
    in.connector(Association.KIND, user, used, "", resource);
  }
}
