package dev.drawbridge.analyze;

import static dev.drawbridge.analyze.Designs.good;
import static dev.drawbridge.analyze.Designs.network;
import static dev.drawbridge.analyze.Example.passing;
import static dev.drawbridge.analyze.Example.violating;

import dev.drawbridge.catalog.aws.AutoScalingGroup;
import dev.drawbridge.catalog.aws.Instances;
import dev.drawbridge.catalog.aws.RdsPrimary;
import dev.drawbridge.catalog.aws.Subnet;
import dev.drawbridge.catalog.aws.Traffic;
import dev.drawbridge.catalog.aws.Vpc;
import java.util.List;

/// Examples of the rules on zones, addresses, topology and windows.
final class OtherExamples {
  private OtherExamples() {}

  static final List<Example> ALL =
      List.of(
          violating(
              "LB-004",
              "a load balancer in one zone",
              network().publicAlb("alb", "public-a"),
              "alb"),
          violating(
              "LB-004",
              "a load balancer with two subnets of one zone",
              network().publicAlb("alb", "public-a", "private-a", "public-c"),
              "alb"),
          violating("LB-004", "a load balancer in no subnet", network().publicAlb("alb"), "alb"),
          passing(
              "LB-004",
              "a load balancer in two zones",
              network().publicAlb("alb", "public-a", "public-c")),
          violating(
              "ADDR-001", "a VPC of /15", network().set("vpc", Vpc.CIDR, "10.0.0.0/15"), "vpc"),
          violating(
              "ADDR-001",
              "a subnet of /29",
              network().set("public-a", Subnet.CIDR, "10.0.0.0/29"),
              "public-a"),
          violating(
              "ADDR-001",
              "a block that is none",
              network().set("public-a", Subnet.CIDR, "10.0.300.0/24"),
              "public-a"),
          passing(
              "ADDR-001",
              "a VPC of /16 and a subnet of /28",
              network().set("public-a", Subnet.CIDR, "10.0.0.0/28")),
          violating(
              "ADDR-002",
              "a subnet of another network",
              network().set("public-a", Subnet.CIDR, "10.1.0.0/24"),
              "public-a"),
          violating(
              "ADDR-002",
              "a subnet larger than its VPC",
              network()
                  .set("vpc", Vpc.CIDR, "10.0.0.0/17")
                  .set("public-a", Subnet.CIDR, "10.0.0.0/16"),
              "public-a"),
          passing(
              "ADDR-002",
              "a subnet that fills its VPC",
              network().set("vpc", Vpc.CIDR, "10.0.0.0/16")),
          violating(
              "ADDR-003",
              "a subnet inside another",
              network().set("public-c", Subnet.CIDR, "10.0.0.128/25"),
              "public-c"),
          violating(
              "ADDR-003",
              "one subnet inside another inside a third",
              network()
                  .set("public-a", Subnet.CIDR, "10.0.0.0/20")
                  .set("private-a", Subnet.CIDR, "10.0.4.0/22")
                  .set("isolated-a", Subnet.CIDR, "10.0.5.0/24")
                  .set("private-c", Subnet.CIDR, "10.0.64.0/24")
                  .set("public-c", Subnet.CIDR, "10.0.65.0/24"),
              "private-a",
              "isolated-a"),
          passing(
              "ADDR-003",
              "neighbours that touch",
              network()
                  .set("public-a", Subnet.CIDR, "10.0.0.0/25")
                  .set("public-c", Subnet.CIDR, "10.0.0.128/25")),
          violating(
              "ADDR-004",
              "a subnet with host bits",
              network().set("public-a", Subnet.CIDR, "10.0.0.5/24"),
              "public-a"),
          passing("ADDR-004", "blocks without host bits", network()),
          violating(
              "ADDR-005",
              "twelve instances in a subnet of eleven addresses",
              network()
                  .set("private-a", Subnet.CIDR, "10.0.10.0/28")
                  .was("was", "private-a")
                  .set("was", Instances.PER_SUBNET, 12),
              "private-a"),
          passing(
              "ADDR-005",
              "eleven instances in a subnet of eleven addresses",
              network()
                  .set("private-a", Subnet.CIDR, "10.0.10.0/28")
                  .was("was", "private-a")
                  .set("was", Instances.PER_SUBNET, 11)),
          violating(
              "ADDR-006",
              "nine of eleven addresses at the most",
              network()
                  .set("private-a", Subnet.CIDR, "10.0.10.0/28")
                  .scaled("was", "tier.was", "private-a")
                  .set("was-asg", AutoScalingGroup.MAX, 9),
              "private-a"),
          passing(
              "ADDR-006",
              "eight of eleven addresses at the most",
              network()
                  .set("private-a", Subnet.CIDR, "10.0.10.0/28")
                  .scaled("was", "tier.was", "private-a")
                  .set("was-asg", AutoScalingGroup.MAX, 8)),
          violating(
              "ADDR-009",
              "a VPC with somebody else's addresses",
              network().set("vpc", Vpc.CIDR, "11.0.0.0/16"),
              "vpc"),
          passing(
              "ADDR-009",
              "a VPC at the end of 172.16.0.0/12",
              network().set("vpc", Vpc.CIDR, "172.31.0.0/16")),
          violating("TOPO-001", "a tier in one zone", network().was("was", "private-a"), "was"),
          passing(
              "TOPO-001", "a tier in two zones", network().was("was", "private-a", "private-c")),
          passing(
              "TOPO-001",
              "an Auto Scaling group, which has a rule of its own",
              network().scaled("was", "tier.was", "private-a")),
          violating(
              "TOPO-002", "one NAT gateway for two zones", network().nat("nat", "public-a"), "nat"),
          passing(
              "TOPO-002",
              "a NAT gateway in each zone",
              network().nat("nat-a", "public-a").nat("nat-c", "public-c")),
          violating(
              "TOPO-003",
              "public subnets of a VPC without an internet gateway",
              network().without("igw"),
              "public-a",
              "public-c"),
          passing("TOPO-003", "public subnets of a VPC with one", network()),
          violating(
              "TOPO-004",
              "a NAT gateway in a private subnet",
              network().nat("nat", "private-a"),
              "nat"),
          passing("TOPO-004", "a NAT gateway in a public subnet", network().nat("nat", "public-a")),
          violating(
              "TOPO-009",
              "an arrow from the internet to something without a public address",
              network().web("web", "private-a").arrow("internet", "web"),
              "internet.web"),
          violating(
              "TOPO-009",
              "an arrow to a port on which the load balancer does not listen",
              network()
                  .web("web", "private-a")
                  .internalAlb("alb", "private-a", "private-c")
                  .arrow("web", "alb", "9090"),
              "web.alb"),
          violating(
              "TOPO-009",
              "an arrow to something that stands in no subnet",
              network().web("web", "private-a").was("was").arrow("web", "was"),
              "web.was"),
          violating(
              "TOPO-009",
              "an arrow to another VPC that nothing connects",
              network()
                  .add("vpc2", "aws.vpc", "region")
                  .set("vpc2", Vpc.CIDR, "10.9.0.0/16")
                  .add("az2", "aws.availability_zone", "vpc2")
                  .subnet("far", "az2", "10.9.0.0/24", Subnet.Routing.PRIVATE)
                  .web("web", "private-a")
                  .add("was", "tier.was", "vpc2", "far")
                  .arrow("web", "was"),
              "web.was"),
          passing(
              "TOPO-009",
              "an arrow that narrows the sources",
              network()
                  .web("web", "public-a")
                  .publicIp("web")
                  .arrow("internet", "web")
                  .set("internet.web", Traffic.SOURCE_CIDR, "203.0.113.0/24")),
          passing("TOPO-009", "three tiers, each calling the next", good()),
          violating(
              "RDS-003",
              "a backup in the middle of the maintenance",
              windows("18:40-19:10", "sat:18:30-sat:19:30"),
              "db"),
          violating(
              "RDS-003",
              "a backup that crosses midnight into the maintenance",
              windows("23:30-00:30", "tue:00:00-tue:01:00"),
              "db"),
          violating(
              "RDS-003",
              "a maintenance that crosses the week's end into a backup",
              windows("00:10-00:50", "sun:23:30-mon:00:30"),
              "db"),
          passing("RDS-003", "windows that touch", windows("03:00-04:00", "sun:04:00-sun:05:00")),
          passing(
              "RDS-003",
              "windows that touch the other way round",
              windows("05:00-06:00", "sun:04:00-sun:05:00")));

  private static Designs windows(String backup, String maintenance) {
    return network()
        .database("db", "isolated-a", "isolated-c")
        .set("db", RdsPrimary.BACKUP_WINDOW, backup)
        .set("db", RdsPrimary.MAINTENANCE_WINDOW, maintenance);
  }
}
