package dev.drawbridge.analyze;

import static dev.drawbridge.analyze.Designs.good;
import static dev.drawbridge.analyze.Designs.network;
import static dev.drawbridge.analyze.Example.passing;
import static dev.drawbridge.analyze.Example.violating;

import dev.drawbridge.catalog.aws.AutoScalingGroup;
import dev.drawbridge.catalog.aws.Traffic;
import java.util.List;

/// Examples of the rules on arrows that say too much or too little, and on who hangs on whom.
final class ArrowExamples {
  private ArrowExamples() {}

  static final List<Example> ALL =
      List.of(
          violating(
              "TOPO-009",
              "an arrow to the internet from a subnet that leads nowhere",
              network().was("was", "isolated-a").arrow("was", "internet"),
              "was.internet"),
          violating(
              "TOPO-009",
              "an arrow to the internet from a public subnet, without a public address",
              network().web("web", "public-a").arrow("web", "internet"),
              "web.internet"),
          passing(
              "TOPO-009",
              "an arrow to the internet through a NAT gateway",
              network()
                  .nat("nat", "public-a")
                  .was("was", "private-a", "isolated-c")
                  .arrow("was", "internet")),
          passing(
              "TOPO-009",
              "an arrow to the internet from a public address",
              network().web("web", "public-a").publicIp("web").arrow("web", "internet")),
          violating(
              "TOPO-010",
              "an arrow from the internet that lets private addresses in",
              network()
                  .nat("nat", "public-a")
                  .web("web", "public-a")
                  .publicIp("web")
                  .was("was", "private-a")
                  .arrow("internet", "web", "443")
                  .set("internet.web", Traffic.SOURCE_CIDR, "10.0.0.0/16"),
              "was"),
          passing(
              "TOPO-010",
              "the same with the arrow drawn",
              network()
                  .nat("nat", "public-a")
                  .web("web", "public-a")
                  .publicIp("web")
                  .was("was", "private-a")
                  .arrow("internet", "web", "443")
                  .set("internet.web", Traffic.SOURCE_CIDR, "10.0.0.0/16")
                  .arrow("was", "web", "443")),
          passing(
              "TOPO-010",
              "what everybody on the internet may call",
              network()
                  .nat("nat", "public-a")
                  .publicAlb("alb", "public-a", "public-c")
                  .was("was", "private-a")
                  .web("web", "private-c")
                  .arrow("internet", "alb", "443")
                  .arrow("alb", "web")),
          passing(
              "TOPO-010",
              "a caller of the load balancer that could call its target too",
              network()
                  .nat("nat", "public-a")
                  .was("was", "private-a")
                  .internalAlb("alb", "private-a", "private-c")
                  .web("web", "private-c")
                  .arrow("was", "alb")
                  .arrow("alb", "web", "443")
                  .arrow("internet", "web", "443")
                  .set("internet.web", Traffic.SOURCE_CIDR, "10.0.0.0/16")),
          passing("TOPO-010", "three tiers, each calling the next", good()),
          violating(
              "TOPO-011",
              "one application server behind two web servers",
              chain("was", "private-a"),
              "was"),
          violating(
              "TOPO-011",
              "an Auto Scaling group that never has more than one",
              good().set("asg-was", AutoScalingGroup.MAX, 1),
              "was-app"),
          violating(
              "TOPO-011",
              "an Auto Scaling group in one of two zones",
              good().spans("asg-was", "subnet-app-a"),
              "was-app"),
          passing(
              "TOPO-011",
              "an application server in each zone",
              chain("was", "private-a", "private-c")),
          passing("TOPO-011", "three tiers in two zones", good()),
          passing(
              "TOPO-011",
              "one application server that the internet does not get to",
              network()
                  .was("was", "private-a")
                  .database("db", "isolated-a", "isolated-c")
                  .arrow("was", "db")));

  /// Two web servers behind a load balancer, a WAS in these subnets, a database.
  private static Designs chain(String was, String... subnets) {
    return network()
        .publicAlb("alb", "public-a", "public-c")
        .web("web", "private-a", "private-c")
        .was(was, subnets)
        .database("db", "isolated-a", "isolated-c")
        .arrow("internet", "alb")
        .arrow("alb", "web")
        .arrow("web", was)
        .arrow(was, "db");
  }
}
