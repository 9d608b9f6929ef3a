package dev.drawbridge.catalog.aws;

import dev.drawbridge.catalog.Group;
import dev.drawbridge.catalog.Kind;
import dev.drawbridge.catalog.Property;
import dev.drawbridge.catalog.PropertyType;
import dev.drawbridge.model.Fields;

/// A VPC endpoint: the way to a service of AWS that does not lead over the internet. A gateway endpoint is a
/// route and costs nothing, but leads to S3 and DynamoDB only; one with interfaces stands in the
/// subnets that it spans, and answers the whole VPC by HTTPS.
public final class VpcEndpoint {
  /// How the service is reached.
  public enum Type {
    /// By a route, in the tables of the subnets that it spans; of all that are not public where it spans
    /// none.
    GATEWAY,
    /// By an address in each subnet that it spans.
    INTERFACE
  }

  public static final Property<Type> TYPE =
      Property.choice("endpointType", Type.class, Type.GATEWAY);

  /// The service, as the last part of its name: `s3`, `ecr.api`.
  public static final Property<String> SERVICE =
      Property.shaped("service", "service", "[a-z0-9][a-z0-9.-]{1,60}", "s3")
          .suggesting(
              "s3",
              "dynamodb",
              "ssm",
              "ssmmessages",
              "ec2messages",
              "ecr.api",
              "ecr.dkr",
              "logs",
              "secretsmanager",
              "sts",
              "monitoring");

  public static final Kind KIND =
      Kind.named("aws.vpc_endpoint")
          .in(Group.GATEWAYS)
          .icon("endpoint")
          .placedIn("aws.vpc")
          .spanning("aws.subnet")
          .properties(TYPE, SERVICE)
          .preset("aws.vpc_endpoint.gateway", "endpoint", TYPE.set(Fields.NONE, Type.GATEWAY))
          .preset(
              "aws.vpc_endpoint.interface",
              "endpoint",
              SERVICE.set(TYPE.set(Fields.NONE, Type.INTERFACE), "ssm"))
          .size(160, 64)
          .detail(
              endpoint -> SERVICE.of(endpoint) + " " + PropertyType.Choice.key(TYPE.of(endpoint)))
          .lower(EndpointBlocks::endpoint)
          .raise("aws_vpc_endpoint", RaisedEndpoints::endpoint)
          .build();

  private VpcEndpoint() {}
}
