package dev.drawbridge.catalog.aws;

import dev.drawbridge.catalog.Group;
import dev.drawbridge.catalog.Kind;
import dev.drawbridge.catalog.Role;

/// The door between a VPC and the internet. Public subnets route to it.
public final class InternetGateway {
  public static final Kind KIND =
      Kind.named("aws.internet_gateway")
          .in(Group.GATEWAYS)
          .role(Role.DOCKED)
          .icon("igw")
          .placedIn("aws.vpc")
          .size(64, 64)
          .lower(NetworkBlocks::internetGateway)
          .raise("aws_internet_gateway", RaisedNetwork::internetGateway)
          .build();

  private InternetGateway() {}
}
