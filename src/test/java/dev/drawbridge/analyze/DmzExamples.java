package dev.drawbridge.analyze;

import static dev.drawbridge.analyze.Designs.good;
import static dev.drawbridge.analyze.Designs.network;
import static dev.drawbridge.analyze.Example.passing;
import static dev.drawbridge.analyze.Example.violating;

import dev.drawbridge.catalog.aws.ApplicationLoadBalancer;
import dev.drawbridge.catalog.aws.ApplicationLoadBalancer.Scheme;
import dev.drawbridge.catalog.aws.RdsPrimary;
import dev.drawbridge.catalog.aws.Subnet;
import dev.drawbridge.catalog.aws.Traffic;
import dev.drawbridge.catalog.aws.WebTier;
import java.util.List;

/// Examples of the rules on what may be reached from where.
final class DmzExamples {
  private DmzExamples() {}

  /// A load balancer `alb` in subnets of one sort before a tier in those of another.
  private static Designs publicSite(String subnets, String tier, String homes) {
    return network()
        .publicAlb("alb", subnets + "-a", subnets + "-c")
        .add(tier, "tier." + tier, "vpc", homes + "-a", homes + "-c")
        .arrow("alb", tier);
  }

  private static Designs internalSite(String subnets, String tier, String homes) {
    return publicSite(subnets, tier, homes)
        .set("alb", ApplicationLoadBalancer.SCHEME, Scheme.INTERNAL);
  }

  private static Designs publicWeb(String ports) {
    return network().web("web", "public-a").publicIp("web").arrow("internet", "web", ports);
  }

  private static Designs publicWas() {
    return network().was("was", "public-a").publicIp("was");
  }

  private static Designs publicDatabase(String subnets) {
    return network()
        .database("db", subnets + "-a", subnets + "-c")
        .set("db", RdsPrimary.PUBLICLY_ACCESSIBLE, true);
  }

  static final List<Example> ALL =
      List.of(
          violating(
              "DMZ-001",
              "a WAS with a public address, a public subnet and an arrow from the internet",
              publicWas().arrow("internet", "was"),
              "was"),
          violating(
              "DMZ-001",
              "the same on an Auto Scaling group that has private subnets to go to",
              network()
                  .scaled("was", "tier.was", "public-a", "public-c")
                  .publicIp("was")
                  .arrow("internet", "was"),
              "was"),
          violating(
              "DMZ-001",
              "a WAS that only half of the internet may call",
              publicWas()
                  .arrow("internet", "was")
                  .set("internet.was", Traffic.SOURCE_CIDR, "128.0.0.0/1"),
              "was"),
          passing(
              "DMZ-001",
              "a public address in a subnet without a route to an internet gateway",
              network().was("was", "private-a").publicIp("was").arrow("internet", "was")),
          passing(
              "DMZ-001",
              "a public subnet without a public address",
              network().was("was", "public-a").arrow("internet", "was")),
          passing("DMZ-001", "a public subnet and a public address without an arrow", publicWas()),
          passing(
              "DMZ-001",
              "an arrow that admits private addresses only, which nobody on the internet has",
              publicWas()
                  .arrow("internet", "was")
                  .set("internet.was", Traffic.SOURCE_CIDR, "10.0.0.0/8")),
          passing(
              "DMZ-001",
              "a public web tier, which belongs into the DMZ",
              network().web("web", "public-a").publicIp("web").arrow("internet", "web")),
          violating(
              "DMZ-002",
              "a public database",
              publicDatabase("public").arrow("internet", "db"),
              "db"),
          passing(
              "DMZ-002",
              "a publicly accessible database in isolated subnets",
              publicDatabase("isolated").arrow("internet", "db")),
          violating(
              "DMZ-003",
              "a publicly accessible database in isolated subnets",
              publicDatabase("isolated"),
              "db"),
          passing(
              "DMZ-003",
              "a database that is exposed indeed, which is another rule's",
              publicDatabase("public").arrow("internet", "db")),
          passing(
              "DMZ-003",
              "a database without the flag",
              network().database("db", "isolated-a", "isolated-c")),
          violating(
              "DMZ-004",
              "a subnet group with one public subnet, for primary and replica",
              network()
                  .database("db", "isolated-a", "public-c")
                  .replica("copy", "db", "isolated-c"),
              "copy",
              "db"),
          passing(
              "DMZ-004",
              "public subnets of a VPC without an internet gateway",
              network().without("igw").database("db", "public-a", "public-c")),
          violating(
              "DMZ-005",
              "an internet-facing load balancer before the WAS",
              publicSite("public", "was", "private"),
              "alb"),
          violating(
              "DMZ-005",
              "the same, and the internet may call it",
              publicSite("public", "was", "private").arrow("internet", "alb"),
              "alb"),
          violating(
              "DMZ-005",
              "an internet-facing load balancer that the web tier calls",
              good().set("alb-internal", ApplicationLoadBalancer.SCHEME, Scheme.INTERNET_FACING),
              "alb-internal"),
          passing(
              "DMZ-005",
              "an internal load balancer before the WAS",
              internalSite("private", "was", "private")),
          passing(
              "DMZ-005",
              "a public load balancer before the web tier",
              publicSite("public", "web", "private").arrow("internet", "alb")),
          violating(
              "DMZ-006",
              "an internal load balancer in public subnets",
              internalSite("public", "was", "private"),
              "alb"),
          passing(
              "DMZ-006",
              "a public load balancer in public subnets",
              publicSite("public", "web", "private")),
          violating(
              "DMZ-007",
              "a public load balancer in private subnets",
              publicSite("private", "web", "private").arrow("internet", "alb"),
              "alb"),
          violating(
              "DMZ-007",
              "a public load balancer that no arrow from the internet leads to",
              publicSite("public", "web", "private"),
              "alb"),
          violating(
              "DMZ-007",
              "a public load balancer without a listener",
              network()
                  .publicAlb("alb", "public-a", "public-c")
                  .set("alb", ApplicationLoadBalancer.LISTENERS, List.of())
                  .arrow("internet", "alb", "80"),
              "alb"),
          passing(
              "DMZ-007",
              "an internal load balancer, which nobody outside should reach",
              network().internalAlb("alb", "private-a", "private-c")),
          violating("DMZ-008", "SSH to a web tier, open to the world", publicWeb("22,80"), "web"),
          violating(
              "DMZ-008",
              "a range that has an administration port in its middle",
              publicWeb("3000-4000"),
              "web"),
          passing(
              "DMZ-008",
              "a load balancer whose group is open on all ports but that listens on 80 only",
              network()
                  .publicAlb("alb", "public-a", "public-c")
                  .arrow("internet", "alb", "1-65535")),
          violating("DMZ-009", "a web tier that is open on 8080 too", publicWeb("80,8080"), "web"),
          passing("DMZ-009", "a web tier that is open on 80 and 443", publicWeb("80,443")),
          passing("DMZ-009", "SSH, which another rule reports", publicWeb("22")),
          violating(
              "DMZ-010",
              "a web tier that can be called around its load balancer",
              publicSite("public", "web", "public")
                  .publicIp("web")
                  .arrow("internet", "alb")
                  .arrow("internet", "web"),
              "web"),
          passing(
              "DMZ-010",
              "a public web tier without a load balancer",
              network().web("web", "public-a").publicIp("web").arrow("internet", "web")),
          violating(
              "DMZ-011",
              "SSH from the web tier to the WAS",
              network()
                  .web("web", "private-a")
                  .was("was", "private-a")
                  .arrow("web", "was", "22,8080"),
              "was"),
          passing(
              "DMZ-011",
              "the web tier calls the WAS on its own port",
              network().web("web", "private-a").was("was", "private-a").arrow("web", "was")),
          passing(
              "DMZ-011",
              "SSH from one WAS to another",
              network()
                  .was("one", "private-a")
                  .was("other", "private-a")
                  .arrow("one", "other", "22")),
          violating(
              "DMZ-013",
              "an arrow that opens ten ports at a web tier that listens on one",
              network()
                  .publicAlb("alb", "public-a", "public-c")
                  .web("web", "private-a", "private-c")
                  .arrow("alb", "web", "80-89"),
              "alb.web"),
          violating(
              "DMZ-012",
              "the web tier calls the database",
              network()
                  .web("web", "private-a")
                  .database("db", "isolated-a", "isolated-c")
                  .arrow("web", "db"),
              "web"),
          passing(
              "DMZ-012",
              "the WAS calls the database",
              network()
                  .was("was", "private-a")
                  .database("db", "isolated-a", "isolated-c")
                  .arrow("was", "db")),
          passing("DMZ-012", "three tiers, each calling the next", good()),
          violating(
              "DMZ-012",
              "the same with a web tier that listens elsewhere, and calls the database",
              good().set("web-nginx", WebTier.PORT, 8081).arrow("web-nginx", "rds-main"),
              "web-nginx"),
          passing(
              "DMZ-004",
              "isolated subnets",
              good().set("subnet-web-a", Subnet.ROUTING, Subnet.Routing.PUBLIC)),
          violating(
              "DMZ-013",
              "an arrow that opens a thousand ports at a WAS that listens on one",
              network()
                  .web("web", "private-a")
                  .was("was", "private-c")
                  .arrow("web", "was", "8000-8999"),
              "web.was"),
          passing(
              "DMZ-013",
              "an arrow for the port on which the WAS listens",
              network().web("web", "private-a").was("was", "private-c").arrow("web", "was")),
          passing(
              "DMZ-013",
              "an arrow that opens a port for metrics too",
              network()
                  .web("web", "private-a")
                  .was("was", "private-c")
                  .arrow("web", "was", "8080,9404")),
          violating(
              "DMZ-014",
              "two arrows from the internet, a half each",
              network()
                  .add("internet-2", "internet", null)
                  .publicAlb("alb", "public-a", "public-c")
                  .arrow("internet", "alb")
                  .set("internet.alb", Traffic.SOURCE_CIDR, "0.0.0.0/1")
                  .arrow("internet-2", "alb")
                  .set("internet-2.alb", Traffic.SOURCE_CIDR, "128.0.0.0/1"),
              "alb"),
          passing(
              "DMZ-014",
              "an arrow for one half of the internet",
              network()
                  .publicAlb("alb", "public-a", "public-c")
                  .arrow("internet", "alb")
                  .set("internet.alb", Traffic.SOURCE_CIDR, "0.0.0.0/1")),
          violating(
              "DMZ-021",
              "an arrow that is to open port 0",
              network().web("web", "private-a").was("was", "private-c").arrow("web", "was", "0"),
              "web.was"),
          passing(
              "DMZ-021",
              "an arrow for all ports",
              network()
                  .web("web", "private-a")
                  .was("was", "private-c")
                  .arrow("web", "was", "0-65535")),
          violating(
              "DMZ-024",
              "a database in a subnet that leaves through NAT",
              network().nat("nat", "public-a").database("db", "private-a", "isolated-c"),
              "db"),
          passing(
              "DMZ-024",
              "a database in isolated subnets",
              network().nat("nat", "public-a").database("db", "isolated-a", "isolated-c")),
          violating(
              "DMZ-026",
              "a private subnet that hands out public addresses",
              network().set("private-a", Subnet.MAP_PUBLIC_IP, true),
              "private-a"),
          violating(
              "DMZ-026",
              "a public one in which a WAS stands",
              network().set("public-a", Subnet.MAP_PUBLIC_IP, true).was("was", "public-a"),
              "public-a"),
          passing(
              "DMZ-026",
              "a public one in which nginx stands",
              network().set("public-a", Subnet.MAP_PUBLIC_IP, true).web("web", "public-a")));
}
