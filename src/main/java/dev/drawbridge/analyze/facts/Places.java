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
    Map<Address, List<Reading<String>>> ipv6 = new HashMap<>();
    for (Resource more : resources.of("aws_vpc_ipv6_cidr_block_association")) {
      Reader read = resources.read(more);
      read.reference("vpc_id")
          .known()
          .ifPresent(
              vpc ->
                  ipv6.computeIfAbsent(vpc, _ -> new ArrayList<>())
                      .add(read.text("ipv6_cidr_block").or(standIn(vpc))));
    }
    List<AwsVpc> all = new ArrayList<>();
    for (Resource vpc : resources.of("aws_vpc", "aws_default_vpc")) {
      List<Reading<String>> blocks = new ArrayList<>();
      blocks.add(resources.read(vpc).text("cidr_block"));
      blocks.addAll(further.getOrDefault(vpc.address(), List.of()));
      List<Reading<String>> ipv6Blocks = new ArrayList<>();
      Reader read = resources.read(vpc);
      if (read.has("ipv6_cidr_block")) {
        ipv6Blocks.add(read.text("ipv6_cidr_block"));
      } else if (read.flag("assign_generated_ipv6_cidr_block").is(true)
          || read.has("ipv6_ipam_pool_id")) {
        ipv6Blocks.add(standIn(vpc.address()));
      }
      ipv6Blocks.addAll(ipv6.getOrDefault(vpc.address(), List.of()));
      all.add(new AwsVpc(vpc, blocks, ipv6Blocks));
    }
    return all;
  }

  private static Reading<String> standIn(Address vpc) {
    return Reading.given(Blocks.standingIn(vpc).toString());
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
              read.text("ipv6_cidr_block"),
              read.text("availability_zone").or(read.text("availability_zone_id"))));
    }
    return all;
  }
}
