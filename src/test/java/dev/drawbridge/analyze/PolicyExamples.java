package dev.drawbridge.analyze;

import static dev.drawbridge.analyze.Designs.good;
import static dev.drawbridge.analyze.Designs.network;
import static dev.drawbridge.analyze.Example.DAY;
import static dev.drawbridge.analyze.Example.passing;
import static dev.drawbridge.analyze.Example.violating;
import static dev.drawbridge.analyze.Terraform.publicSubnet;
import static dev.drawbridge.analyze.Terraform.ref;
import static dev.drawbridge.analyze.Terraform.tcp;

import dev.drawbridge.analyze.policy.Policy;
import dev.drawbridge.analyze.policy.Suppression;
import dev.drawbridge.analyze.policy.Switches;
import dev.drawbridge.catalog.Zone;
import dev.drawbridge.resource.Block;
import dev.drawbridge.resource.Value;
import java.util.List;

/// Examples of the rules on policies.
final class PolicyExamples {
  private PolicyExamples() {}

  /// A load balancer in one zone (LB-004), which is accepted until DAY plus so many days.
  private static Designs accepted(String element, int days) {
    return network()
        .publicAlb("alb", "public-a")
        .under(
            Policy.DEFAULT.with(new Suppression("LB-004", element, "a trial", DAY.plusDays(days))));
  }

  /// A web tier that calls a WAS in private subnets.
  private static Designs webAndWas() {
    return network()
        .web("web", "public-a", "public-c")
        .was("was", "private-a", "private-c")
        .arrow("web", "was");
  }

  private static Policy without(Zone from, Zone to) {
    return Policy.DEFAULT.withZones(Policy.DEFAULT.zones().with(from, to, false));
  }

  /// A server of the App zone, and a database that may call everybody.
  private static Terraform flat(Block.Builder admitted) {
    return publicSubnet()
        .subnet("inner", "10.0.1.0/24", "c")
        .group("app", admitted)
        .server("app", "inner", "aws_security_group.app", false)
        .add(
            "aws_security_group.data",
            b ->
                b.set("vpc_id", ref("aws_vpc.main.id")).block("egress", tcp(0, 65535, "0.0.0.0/0")))
        .add(
            "aws_db_subnet_group.data",
            b -> b.set("subnet_ids", Value.items(ref("aws_subnet.inner.id"))))
        .add(
            "aws_db_instance.data",
            b ->
                b.set("engine", "postgres")
                    .set("db_subnet_group_name", ref("aws_db_subnet_group.data.name"))
                    .set("vpc_security_group_ids", Value.items(ref("aws_security_group.data.id"))));
  }

  static final List<Example> ALL =
      List.of(
          violating(
              "DMZ-028",
              "an arrow from a database to a WAS",
              network()
                  .was("was", "private-a", "private-c")
                  .database("db", "isolated-a", "isolated-c")
                  .arrow("db", "was"),
              "was"),
          violating(
              "DMZ-028",
              "a WAS that the DMZ calls where a policy forbids just that",
              webAndWas().under(without(Zone.DMZ, Zone.APP)),
              "was"),
          violating(
              "DMZ-028",
              "a public load balancer where the internet may call nobody",
              network()
                  .publicAlb("alb", "public-a", "public-c")
                  .arrow("internet", "alb")
                  .under(without(Zone.INTERNET, Zone.DMZ)),
              "alb"),
          violating(
              "DMZ-028",
              "a database that the DMZ calls, where the rule for just that is switched off",
              network()
                  .web("web", "public-a")
                  .database("db", "isolated-a", "isolated-c")
                  .arrow("web", "db")
                  .under(Policy.DEFAULT.withSwitches(Switches.NONE.off("DMZ-012"))),
              "db"),
          violating(
              "DMZ-028",
              "a server that admits the whole VPC, a database in it too",
              flat(tcp(8080, 8080, "10.0.0.0/16")),
              "aws_instance.app"),
          violating(
              "DMZ-028",
              "a WAS behind NAT that may call web sites where the App zone must not",
              good().under(without(Zone.APP, Zone.INTERNET)),
              "was-app"),
          passing("DMZ-028", "the sample", good()),
          passing("DMZ-028", "a WAS that the DMZ calls", webAndWas()),
          passing(
              "DMZ-028",
              "what rules of their own speak of: a public WAS, a database that the DMZ calls",
              network()
                  .was("was", "public-a")
                  .publicIp("was")
                  .arrow("internet", "was")
                  .web("web", "public-a")
                  .database("db", "isolated-a", "isolated-c")
                  .arrow("web", "db")),
          passing(
              "DMZ-012",
              "a database that the DMZ calls where the policy allows it",
              network()
                  .web("web", "public-a")
                  .database("db", "isolated-a", "isolated-c")
                  .arrow("web", "db")
                  .under(
                      Policy.DEFAULT.withZones(
                          Policy.DEFAULT.zones().with(Zone.DMZ, Zone.DATA, true)))),
          passing(
              "DMZ-028",
              "a server that admits a block in which no database lies",
              flat(tcp(8080, 8080, "10.0.0.0/24"))),
          violating("SUP-001", "one whose last day was yesterday", accepted("alb", -1), "alb"),
          passing("SUP-001", "one whose last day is today", accepted("alb", 0)),
          violating("SUP-002", "one of an element that is in order", accepted("igw", 9), "igw"),
          violating(
              "SUP-002",
              "two of one element, each of another rule",
              network()
                  .under(
                      Policy.DEFAULT
                          .with(new Suppression("DMZ-001", "igw", "a trial", DAY))
                          .with(new Suppression("DMZ-002", "igw", "a trial", DAY))),
              "igw"),
          passing("SUP-002", "one that has expired, which is told already", accepted("igw", -1)),
          passing("SUP-002", "one that is needed", accepted("alb", 9)));
}
