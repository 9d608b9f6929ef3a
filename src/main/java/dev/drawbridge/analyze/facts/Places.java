package dev.drawbridge.analyze.facts;

import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Resource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Reads VPCs and subnets.
final class Places {
  private Places() {}

  static List<AwsVpc> vpcs(Resources resources) {
    Map<Address, List<Reading<String>>> further = new HashMap<>();
    for (Resource more : resources.of("aws_vpc_ipv4_cidr_block_association")) {
      Reader read = resources.read(more);
      read.reference("vpc_id")
          .known()
          .ifPresent(
              vpc ->
                  further
                      .computeIfAbsent(vpc, _ -> new ArrayList<>())
                      .add(read.text("cidr_block")));
    }
    List<AwsVpc> all = new ArrayList<>();
    for (Resource vpc : resources.of("aws_vpc", "aws_default_vpc")) {
      List<Reading<String>> blocks = new ArrayList<>();
      blocks.add(resources.read(vpc).text("cidr_block"));
      blocks.addAll(further.getOrDefault(vpc.address(), List.of()));
      all.add(new AwsVpc(vpc, blocks));
    }
    return all;
  }

  static List<AwsSubnet> subnets(Resources resources) {
    List<AwsSubnet> all = new ArrayList<>();
    for (Resource subnet : resources.of("aws_subnet", "aws_default_subnet")) {
      Reader read = resources.read(subnet);
      all.add(
          new AwsSubnet(
              subnet,
              read.reference("vpc_id"),
              read.text("cidr_block"),
              read.text("availability_zone").or(read.text("availability_zone_id"))));
    }
    return all;
  }
}
