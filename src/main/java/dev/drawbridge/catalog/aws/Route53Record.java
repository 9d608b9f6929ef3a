package dev.drawbridge.catalog.aws;

import dev.drawbridge.catalog.Group;
import dev.drawbridge.catalog.Kind;
import dev.drawbridge.catalog.Property;

/// A name in a hosted zone of Route 53 that stands for the load balancer or the distribution which it uses
/// (an alias, which costs nothing and follows its addresses).
public final class Route53Record {
  /// The whole name; empty asks for it when Terraform runs.
  public static final Property<String> NAME =
      Property.shaped(
          "recordName",
          "record-name",
          "|(?=.{3,253}$)(\\*\\.)?([A-Za-z0-9_]([A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?\\.){1,9}[A-Za-z0-9-]{1,63}",
          "");

  /// Whether the name stops standing for a load balancer of which no target is healthy.
  public static final Property<Boolean> EVALUATE_HEALTH = Property.flag("evaluateHealth", true);

  public static final Kind KIND =
      Kind.named("aws.route53_record")
          .in(Group.GATEWAYS)
          .icon("route53")
          .placedIn(Kind.TOP, "aws.region")
          .using("aws.alb", "aws.nlb", "aws.elb", "aws.cloudfront")
          .properties(NAME, Certificate.ZONE, EVALUATE_HEALTH)
          .size(176, 64)
          .detail(NAME::of)
          .lower(DnsBlocks::record)
          .raiseLast(RaisedRecords::raise)
          .build();

  private Route53Record() {}
}
