package dev.drawbridge.catalog.aws;

import dev.drawbridge.catalog.Group;
import dev.drawbridge.catalog.Kind;

/// A NAT gateway with its Elastic IP: lets private subnets out and nobody in.
public final class NatGateway {
  public static final Kind KIND =
      Kind.named("aws.nat_gateway")
          .in(Group.GATEWAYS)
          .icon("nat")
          .placedIn("aws.subnet")
          .size(140, 64)
          .lower(NetworkBlocks::natGateway)
          .raise("aws_nat_gateway", RaisedNetwork::natGateway)
          .build();

  private NatGateway() {}
}
