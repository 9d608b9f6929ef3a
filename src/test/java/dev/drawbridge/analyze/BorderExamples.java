package dev.drawbridge.analyze;

import static dev.drawbridge.analyze.Designs.good;
import static dev.drawbridge.analyze.Designs.network;
import static dev.drawbridge.analyze.Example.passing;
import static dev.drawbridge.analyze.Example.undecided;
import static dev.drawbridge.analyze.Example.violating;
import static dev.drawbridge.analyze.Terraform.entry;
import static dev.drawbridge.analyze.Terraform.publicSubnet;
import static dev.drawbridge.analyze.Terraform.ref;
import static dev.drawbridge.analyze.Terraform.route;
import static dev.drawbridge.analyze.Terraform.tcp;

import dev.drawbridge.analyze.policy.Policy;
import dev.drawbridge.analyze.policy.Switches;
import dev.drawbridge.catalog.Zone;
import dev.drawbridge.resource.Block;
import dev.drawbridge.resource.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.UnaryOperator;

/// Examples of the rules on ways out, open inputs, and subnets that are called what they are not.
final class BorderExamples {
  private BorderExamples() {}

  private static final String WEB = "aws_security_group.web";

  static final List<Example> ALL =
      List.of(
          violating(
              "DMZ-025",
              "an arrow to the internet for every port",
              network().was("was", "private-a").arrow("was", "internet", "0-65535"),
              "was"),
          passing(
              "DMZ-025",
              "an arrow to the internet for one port",
              network().was("was", "private-a").arrow("was", "internet", "443")),
          violating(
              "DMZ-025",
              "a group that lets everything out",
              outbound(all("0.0.0.0/0")),
              "aws_security_group.web"),
          violating(
              "DMZ-025",
              "a group that does so in two halves",
              outbound(all("0.0.0.0/1"), all("128.0.0.0/1")),
              "aws_security_group.web"),
          passing(
              "DMZ-025",
              "a group that lets everything out to the VPC",
              outbound(all("10.0.0.0/16"))),
          undecided(
              "DMZ-025",
              "a group whose way out is a variable",
              outbound(
                  Block.builder()
                      .set("protocol", "-1")
                      .set("from_port", 0)
                      .set("to_port", 0)
                      .set("cidr_blocks", Value.symbol("var.out"))),
              "aws_security_group.web"),
          undecided(
              "DMZ-027",
              "a web server with one port for everybody and one for nobody knows whom",
              site(tcp(443, 443, "0.0.0.0/0"), office(Value.symbol("var.office"))),
              WEB),
          passing(
              "DMZ-027",
              "the same with the addresses told",
              site(tcp(443, 443, "0.0.0.0/0"), office(Value.items(Value.of("203.0.113.0/24"))))),
          passing(
              "DMZ-027",
              "a web server's port for administration, of which DMZ-008 says it",
              site(
                  tcp(443, 443, "0.0.0.0/0"),
                  Block.builder()
                      .set("protocol", "tcp")
                      .set("from_port", 22)
                      .set("to_port", 22)
                      .set("cidr_blocks", Value.symbol("var.office")))),
          passing(
              "DMZ-027",
              "an application server, of which DMZ-001 says it",
              publicSubnet().group("web", office(Value.symbol("var.office"))).server(WEB)),
          violating(
              "DMZ-029",
              "a WAS in a public subnet, not reachable yet",
              network().was("was", "public-a"),
              "public-a"),
          violating(
              "DMZ-029",
              "a public subnet with nothing but a web tier without addresses",
              network().web("web", "public-a"),
              "public-a"),
          violating(
              "DMZ-029",
              "a subnet that is tagged as private and leads to the internet",
              tagged("private"),
              "aws_subnet.tagged"),
          passing("DMZ-029", "one that is tagged as public and empty", tagged("public")),
          passing(
              "DMZ-029",
              "a web tier in a public subnet behind a load balancer",
              network()
                  .publicAlb("alb", "public-a", "public-c")
                  .web("web", "public-a", "public-c")
                  .arrow("internet", "alb")
                  .arrow("alb", "web")),
          passing(
              "DMZ-029",
              "a public subnet with a NAT gateway only",
              network().nat("nat", "public-a")),
          passing("DMZ-029", "three tiers, each where it belongs", good()),
          passing(
              "DMZ-029",
              "a web tier that the internet reaches in both of its subnets",
              network()
                  .web("web", "public-a", "public-c")
                  .publicIp("web")
                  .arrow("internet", "web")),
          passing(
              "DMZ-029",
              "a public load balancer that nobody reaches, which another rule reports",
              network().publicAlb("alb", "public-a", "public-c")),
          violating(
              "DMZ-029",
              "an internal load balancer in public subnets",
              network().internalAlb("alb", "public-a", "public-c"),
              "public-a",
              "public-c"),
          violating(
              "DMZ-029",
              "a database that nobody reaches in a public subnet",
              network().database("db", "public-a", "isolated-c"),
              "public-a"),
          passing(
              "DMZ-029",
              "a WAS that the internet does reach, which another rule reports",
              network().was("was", "public-a").publicIp("was").arrow("internet", "was")),
          violating(
              "DMZ-029",
              "two WAS in one public subnet",
              network().was("one", "public-a").was("other", "public-a"),
              "public-a"),
          violating(
              "DMZ-029",
              "one of two public subnets, of which a network ACL closes one",
              scattered().acl("second", "second", List.of(), List.of()),
              "aws_subnet.second"),
          passing("DMZ-029", "two public subnets that are reached", scattered()),
          passing(
              "DMZ-029",
              "one that is tagged as private and leads nowhere",
              publicSubnet().add("aws_subnet.tagged", tag("private", "10.0.5.0/24"))),
          undecided(
              "DMZ-029",
              "one that is tagged as private and leads nobody knows where",
              publicSubnet()
                  .add("aws_subnet.tagged", tag("private", "10.0.5.0/24"))
                  .table(
                      "tagged",
                      "tagged",
                      Block.builder()
                          .set("cidr_block", "0.0.0.0/0")
                          .set("gateway_id", Value.symbol("var.gateway"))),
              "aws_subnet.tagged"),
          violating(
              "DMZ-019",
              "a load balancer whose list lets no answers of its targets in",
              site(tcp(443, 443, "0.0.0.0/0"))
                  .inbound("second", "second", entry(100, "allow", "tcp", 443, 443, "0.0.0.0/0")),
              "aws_network_acl.second"),
          violating(
              "DMZ-028",
              "a database that sends out where the rule for just that is switched off",
              network()
                  .nat("nat", "public-a")
                  .database("db", "private-a", "isolated-c")
                  .arrow("db", "internet")
                  .under(Policy.DEFAULT.withSwitches(Switches.NONE.off("DMZ-024"))),
              "db"),
          violating(
              "DMZ-028",
              "a public web tier that calls web sites where the DMZ must not",
              network()
                  .web("web", "public-a")
                  .publicIp("web")
                  .arrow("web", "internet")
                  .under(callingNobodyOutside()),
              "web"),
          passing(
              "DMZ-028",
              "the same without a public address, so that nothing comes back",
              network()
                  .web("web", "public-a")
                  .arrow("web", "internet")
                  .under(callingNobodyOutside())));

  private static Policy callingNobodyOutside() {
    return Policy.DEFAULT.withZones(Policy.DEFAULT.zones().with(Zone.DMZ, Zone.INTERNET, false));
  }

  /// Web servers of one Auto Scaling group in two subnets that are tagged as public, with public
  /// addresses.
  private static Terraform scattered() {
    return publicSubnet()
        .add("aws_subnet.first", tag("public", "10.0.4.0/24"))
        .table("first", "first", route("0.0.0.0/0", "gateway_id", "aws_internet_gateway.main"))
        .add("aws_subnet.second", tag("public", "10.0.5.0/24"))
        .table("second", "second", route("0.0.0.0/0", "gateway_id", "aws_internet_gateway.main"))
        .group("web", tcp(443, 443, "0.0.0.0/0"))
        .add(
            "aws_launch_template.web",
            b ->
                b.block(
                    "network_interfaces",
                    Block.builder()
                        .set("associate_public_ip_address", true)
                        .set("security_groups", Value.items(ref(WEB + ".id")))))
        .add(
            "aws_autoscaling_group.web",
            b ->
                b.set("vpc_zone_identifier", WrittenServices.subnets("first", "second"))
                    .set("min_size", 2)
                    .set("max_size", 2)
                    .block(
                        "launch_template",
                        Block.builder().set("id", ref("aws_launch_template.web.id"))));
  }

  private static UnaryOperator<Block.Builder> tag(String tier, String cidr) {
    SequencedMap<String, Value> tags = new LinkedHashMap<>();
    tags.put("Tier", Value.of(tier));
    return b ->
        b.set("vpc_id", ref("aws_vpc.main.id"))
            .set("cidr_block", cidr)
            .set("tags", new Value.Mapping(tags));
  }

  private static Block.Builder all(String cidr) {
    return Block.builder()
        .set("protocol", "-1")
        .set("from_port", 0)
        .set("to_port", 0)
        .set("cidr_blocks", Value.items(Value.of(cidr)));
  }

  private static Terraform outbound(Block.Builder... rules) {
    return publicSubnet()
        .add(
            WEB,
            b -> {
              b.set("vpc_id", ref("aws_vpc.main.id"));
              for (Block.Builder rule : rules) {
                b.block("egress", rule);
              }
              return b;
            });
  }

  /// Port 8443 from these addresses.
  private static Block.Builder office(Value addresses) {
    return Block.builder()
        .set("protocol", "tcp")
        .set("from_port", 8443)
        .set("to_port", 8443)
        .set("cidr_blocks", addresses);
  }

  /// A web server with a public address, in the DMZ because a public load balancer stands before it.
  private static Terraform site(Block.Builder... ingress) {
    return publicSubnet()
        .subnet("second", "10.0.1.0/24", "c")
        .group("web", ingress)
        .server("web", "open", WEB, true)
        .add(
            "aws_lb.front",
            b ->
                b.set(
                        "subnets",
                        Value.items(ref("aws_subnet.open.id"), ref("aws_subnet.second.id")))
                    .set("security_groups", Value.items(ref("aws_security_group.front.id"))))
        .groupThatCalls("front", tcp(443, 443, "0.0.0.0/0"))
        .add(
            "aws_lb_target_group.web",
            b -> b.set("port", 443).set("protocol", "HTTPS").set("vpc_id", ref("aws_vpc.main.id")))
        .add(
            "aws_lb_target_group_attachment.web",
            b ->
                b.set("target_group_arn", ref("aws_lb_target_group.web.arn"))
                    .set("target_id", ref("aws_instance.web.id")))
        .add(
            "aws_lb_listener.front",
            b ->
                b.set("load_balancer_arn", ref("aws_lb.front.arn"))
                    .set("port", 443)
                    .set("protocol", "HTTPS")
                    .block(
                        "default_action",
                        Block.builder()
                            .set("type", "forward")
                            .set("target_group_arn", ref("aws_lb_target_group.web.arn"))));
  }

  /// An empty subnet with this tag that leads to the internet.
  private static Terraform tagged(String tier) {
    return publicSubnet()
        .add("aws_subnet.tagged", tag(tier, "10.0.5.0/24"))
        .table("tagged", "tagged", route("0.0.0.0/0", "gateway_id", "aws_internet_gateway.main"));
  }
}
