package dev.drawbridge.analyze;

import static dev.drawbridge.analyze.Example.passing;
import static dev.drawbridge.analyze.Example.undecided;
import static dev.drawbridge.analyze.Example.violating;
import static dev.drawbridge.analyze.Terraform.ref;
import static dev.drawbridge.analyze.Terraform.tcp;
import static dev.drawbridge.analyze.WrittenServices.forwarding;
import static dev.drawbridge.analyze.WrittenServices.group;
import static dev.drawbridge.analyze.WrittenServices.metadata;
import static dev.drawbridge.analyze.WrittenServices.subnets;
import static dev.drawbridge.analyze.WrittenServices.template;
import static dev.drawbridge.analyze.WrittenServices.texts;
import static dev.drawbridge.analyze.WrittenServices.unknown;
import static dev.drawbridge.analyze.WrittenServices.zones;

import dev.drawbridge.base.Reason;
import dev.drawbridge.resource.Block;
import dev.drawbridge.resource.Value;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// Examples of the rules on Auto Scaling groups, in Terraform that
/// nobody drew.
final class WrittenScalingExamples {
  private WrittenScalingExamples() {}

  static final List<Example> ALL = Stream.of(scaling(), sizes()).flatMap(List::stream).toList();

  private static final String APP = "aws_autoscaling_group.app";

  private static Terraform scaled(UnaryOperator<Block.Builder> more, String... subnets) {
    return forwarding("application", "HTTP", b -> b)
        .subnet("third", "10.0.2.0/24", "b")
        .add(APP, b -> more.apply(group(subnets).apply(b)));
  }

  private static Terraform templated(UnaryOperator<Block.Builder> options) {
    return scaled(template("app"), "open", "second").add("aws_launch_template.app", options);
  }

  private static Terraform policed() {
    return templated(b -> b)
        .add(
            "aws_autoscaling_policy.cpu", b -> b.set("autoscaling_group_name", ref(APP + ".name")));
  }

  private static List<Example> scaling() {
    String app = "aws_launch_template.app";
    UnaryOperator<Block.Builder> old =
        b -> b.set("launch_configuration", ref("aws_launch_configuration.app.name"));
    return List.of(
        violating(
            "ASG-006",
            "a launch configuration",
            scaled(old, "open", "second").add("aws_launch_configuration.app", b -> b),
            APP),
        passing("ASG-006", "a launch template", templated(b -> b)),
        violating("ASG-008", "a zone without load balancer", scaled(b -> b, "open", "third"), APP),
        violating(
            "ASG-008",
            "a zone that is named only",
            forwarding("application", "HTTP", b -> b)
                .add(
                    APP,
                    b ->
                        b.set("availability_zones", texts("ap-northeast-2a", "ap-northeast-2b"))
                            .set(
                                "target_group_arns",
                                Value.items(ref("aws_lb_target_group.app.arn")))),
            APP),
        passing("ASG-008", "fewer zones than the load balancer's", scaled(b -> b, "open")),
        passing(
            "ASG-008",
            "zones that are not known",
            scaled(
                b ->
                    b.set(
                        "vpc_zone_identifier",
                        new Value.Unknown(Reason.of("unknown.no-default", "var.subnets"))))),
        violating("ASG-009", "a template without a word", templated(b -> b), app),
        violating(
            "ASG-009",
            "tokens that are optional",
            templated(b -> b.block("metadata_options", metadata("optional"))),
            app),
        violating(
            "ASG-009",
            "a launch configuration without a word",
            scaled(old, "open", "second").add("aws_launch_configuration.app", b -> b),
            "aws_launch_configuration.app"),
        violating(
            "ASG-009",
            "the template of a mixed group",
            scaled(
                    b ->
                        b.block(
                            "mixed_instances_policy",
                            Block.builder()
                                .block(
                                    "launch_template",
                                    Block.builder()
                                        .block(
                                            "launch_template_specification",
                                            Block.builder()
                                                .set("launch_template_id", ref(app + ".id"))))),
                    "open")
                .add(app, b -> b),
            app),
        violating(
            "ASG-009",
            "a single instance",
            zones().group("app").server("aws_security_group.app"),
            "aws_instance.app"),
        passing(
            "ASG-009",
            "tokens that are required",
            templated(b -> b.block("metadata_options", metadata("required")))),
        passing(
            "ASG-009",
            "no metadata service at all",
            templated(
                b ->
                    b.block("metadata_options", Block.builder().set("http_endpoint", "disabled")))),
        passing(
            "ASG-009",
            "an instance that says more than its template",
            zones()
                .add(app, b -> b)
                .add(
                    "aws_instance.app",
                    b -> template("app").apply(b.block("metadata_options", metadata("required"))))),
        undecided(
            "ASG-009",
            "tokens that a variable tells",
            templated(
                b ->
                    b.block(
                        "metadata_options",
                        Block.builder()
                            .set(
                                "http_tokens",
                                new Value.Unknown(Reason.of("unknown.no-default", "var.tokens"))))),
            app),
        violating("ASG-010", "a group that stays as it is", templated(b -> b), APP),
        violating("ASG-010", "a group that tells nobody", policed(), APP),
        passing(
            "ASG-010",
            "a policy and a notification",
            policed()
                .add(
                    "aws_autoscaling_notification.app",
                    b -> b.set("group_names", Value.items(ref(APP + ".name"))))));
  }

  /// A group that names its zones.
  private static Terraform zoned(String... names) {
    return zones()
        .add(
            APP,
            b -> b.set("min_size", 1).set("max_size", 4).set("availability_zones", texts(names)));
  }

  private static UnaryOperator<Block.Builder> checked(UnaryOperator<Block.Builder> more) {
    return b -> more.apply(b.set("health_check_type", "ELB"));
  }

  private static List<Example> sizes() {
    String a = "ap-northeast-2a";
    String c = "ap-northeast-2c";
    return List.of(
        violating("ASG-001", "EC2's checks, which AWS assumes", scaled(b -> b, "open"), APP),
        undecided(
            "ASG-001",
            "checks that a variable names",
            scaled(unknown("health_check_type"), "open"),
            APP),
        violating(
            "ASG-002",
            "more desired than the maximum, whatever the minimum is",
            scaled(b -> unknown("min_size").apply(b).set("desired_capacity", 5), "open"),
            APP),
        undecided(
            "ASG-002", "a maximum that a variable tells", scaled(unknown("max_size"), "open"), APP),
        violating("ASG-003", "one instance for two zones that are named", zoned(a, c), APP),
        undecided(
            "ASG-003",
            "a minimum that a variable tells",
            scaled(unknown("min_size"), "open", "second"),
            APP),
        violating("ASG-004", "one zone that is named", zoned(a), APP),
        passing("ASG-004", "two zones that are named", zoned(a, c)),
        undecided(
            "ASG-004",
            "subnets that a variable names",
            scaled(unknown("vpc_zone_identifier")),
            APP),
        violating("ASG-005", "a subnet that hands out public addresses", handing(b -> b), APP),
        passing(
            "ASG-005",
            "a template that wants none in such a subnet",
            handing(
                b ->
                    b.block(
                        "network_interfaces",
                        Block.builder()
                            .set("associate_public_ip_address", false)
                            .set(
                                "security_groups",
                                Value.items(ref("aws_security_group.app.id")))))),
        violating(
            "ASG-007",
            "two minutes before five checks that AWS makes every 30 s",
            scaled(checked(b -> b.set("health_check_grace_period", 120)), "open"),
            APP),
        passing("ASG-007", "the usual five minutes", scaled(checked(b -> b), "open")),
        undecided(
            "ASG-007",
            "a grace period that a variable tells",
            scaled(checked(unknown("health_check_grace_period")), "open"),
            APP),
        violating(
            "DMZ-001",
            "an instance whose template makes it public",
            zones()
                .group("app", tcp(8080, 8080, "0.0.0.0/0"))
                .add(
                    "aws_launch_template.app",
                    b ->
                        b.block(
                            "network_interfaces",
                            Block.builder()
                                .set("associate_public_ip_address", true)
                                .set(
                                    "security_groups",
                                    Value.items(ref("aws_security_group.app.id")))))
                .add(
                    "aws_instance.app",
                    b -> template("app").apply(b.set("subnet_id", ref("aws_subnet.open.id")))),
            "aws_instance.app"));
  }

  /// A group behind nothing in a subnet that gives each instance a public address.
  private static Terraform handing(UnaryOperator<Block.Builder> options) {
    return Terraform.publicSubnet()
        .group("app")
        .add(
            "aws_subnet.handing",
            b ->
                b.set("vpc_id", ref("aws_vpc.main.id"))
                    .set("cidr_block", "10.0.5.0/24")
                    .set("availability_zone", "ap-northeast-2a")
                    .set("map_public_ip_on_launch", true))
        .add(
            APP,
            b ->
                template("app")
                    .apply(b.set("min_size", 2).set("vpc_zone_identifier", subnets("handing"))))
        .add(
            "aws_launch_template.app",
            b ->
                options.apply(
                    b.set(
                        "vpc_security_group_ids", Value.items(ref("aws_security_group.app.id")))));
  }
}
