package dev.drawbridge.analyze;

import static dev.drawbridge.analyze.Designs.network;
import static dev.drawbridge.analyze.Example.passing;
import static dev.drawbridge.analyze.Example.undecided;
import static dev.drawbridge.analyze.Example.violating;
import static dev.drawbridge.analyze.Terraform.publicSubnet;
import static dev.drawbridge.analyze.Terraform.ref;
import static dev.drawbridge.analyze.Terraform.tcp;

import dev.drawbridge.base.Reason;
import dev.drawbridge.catalog.aws.Bastion;
import dev.drawbridge.catalog.aws.Bastion.Access;
import dev.drawbridge.catalog.aws.Instances;
import dev.drawbridge.catalog.aws.Traffic;
import dev.drawbridge.model.Fields;
import dev.drawbridge.resource.Block;
import dev.drawbridge.resource.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// Examples of what rules say of bastions, and of single instances.
final class BastionExamples {
  private BastionExamples() {}

  private static final String OFFICE = "203.0.113.0/24";

  static final List<Example> ALL =
      List.of(
          violating(
              "DMZ-008",
              "a bastion that everybody may try",
              ssh().set("internet.bastion", Traffic.SOURCE_CIDR, "0.0.0.0/0"),
              "bastion"),
          violating(
              "DMZ-008",
              "a bastion that a quarter of the internet may try",
              ssh().set("internet.bastion", Traffic.SOURCE_CIDR, "64.0.0.0/2"),
              "bastion"),
          violating(
              "DMZ-008",
              "a database port of a bastion, though open to the office only",
              ssh()
                  .set("internet.bastion", Traffic.SOURCE_CIDR, OFFICE)
                  .set("internet.bastion", Traffic.PORTS, "22,5432"),
              "bastion"),
          passing("DMZ-008", "a bastion that the office may try", office(ssh(), OFFICE)),
          passing(
              "DMZ-008",
              "a bastion that two offices may try",
              office(ssh(), OFFICE, "198.51.100.0/24")),
          passing("DMZ-008", "a bastion with Session Manager", session()),
          undecided(
              "DMZ-008",
              "a bastion whose callers a variable tells",
              bastion(new Value.Unknown(Reason.of("unknown.no-default", "var.offices"))),
              "aws_instance.bastion"),
          violating(
              "DMZ-008",
              "a written bastion for everybody",
              bastion(Value.of("0.0.0.0/0")),
              "aws_instance.bastion"),
          passing("DMZ-008", "a written bastion for the office", bastion(Value.of(OFFICE))),
          passing("DMZ-001", "a written bastion, which is no server", bastion(Value.of(OFFICE))),
          violating(
              "DMZ-011",
              "SSH to the WAS from a bastion that everybody may try",
              ssh().set("internet.bastion", Traffic.SOURCE_CIDR, "0.0.0.0/0"),
              "was"),
          passing("DMZ-011", "SSH to the WAS from a bastion", office(ssh(), OFFICE)),
          passing("DMZ-011", "SSH to the WAS by Session Manager and a bastion", session()),
          passing("DMZ-029", "a public subnet with nothing but a bastion", session()),
          passing("TOPO-009", "arrows to and from a bastion", office(ssh(), OFFICE)),
          violating(
              "DMZ-001",
              "an instance behind an internal load balancer, open to everybody",
              network()
                  .internalAlb("alb", "private-a", "private-c")
                  .add("box", "aws.instance", "public-a")
                  .publicIp("box")
                  .arrow("alb", "box")
                  .arrow("internet", "box"),
              "box"),
          violating(
              "DMZ-010",
              "an instance that can be called around its load balancer",
              network()
                  .publicAlb("alb", "public-a", "public-c")
                  .add("box", "aws.instance", "public-a")
                  .publicIp("box")
                  .arrow("internet", "alb")
                  .arrow("alb", "box")
                  .arrow("internet", "box"),
              "box"),
          passing(
              "DMZ-010",
              "an instance behind its load balancer",
              network()
                  .publicAlb("alb", "public-a", "public-c")
                  .add("box", "aws.instance", "private-a")
                  .arrow("internet", "alb")
                  .arrow("alb", "box")));

  /// A bastion in a public subnet, before an application server.
  private static Designs session() {
    return network()
        .add("bastion", "aws.bastion", "public-a")
        .set("bastion", Instances.PUBLIC_IP, true)
        .was("was", "private-a")
        .arrow("bastion", "was", "22");
  }

  private static Designs ssh() {
    return session().set("bastion", Bastion.ACCESS, Access.SSH).arrow("internet", "bastion");
  }

  private static Designs office(Designs design, String... sources) {
    return design.set(
        "bastion",
        Bastion.ALLOWED,
        List.of(sources).stream()
            .map(source -> Traffic.SOURCE_CIDR.set(Fields.NONE, source))
            .toList());
  }

  private static Terraform bastion(Value source) {
    SequencedMap<String, Value> tags = new LinkedHashMap<>();
    tags.put("Tier", Value.of("bastion"));
    return publicSubnet()
        .group("bastion", tcp(80, 80, "10.0.0.0/16"))
        .add(
            "aws_vpc_security_group_ingress_rule.ssh",
            b ->
                b.set("security_group_id", ref("aws_security_group.bastion.id"))
                    .set("cidr_ipv4", source)
                    .set("ip_protocol", "tcp")
                    .set("from_port", 22)
                    .set("to_port", 22))
        .add(
            "aws_instance.bastion",
            b ->
                b.set("subnet_id", ref("aws_subnet.open.id"))
                    .set(
                        "vpc_security_group_ids", Value.items(ref("aws_security_group.bastion.id")))
                    .set("associate_public_ip_address", true)
                    .set("tags", new Value.Mapping(tags))
                    .block("metadata_options", Block.builder().set("http_tokens", "required")));
  }
}
