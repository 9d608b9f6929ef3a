package dev.drawbridge.analyze;

import static dev.drawbridge.analyze.Example.passing;
import static dev.drawbridge.analyze.Example.undecided;
import static dev.drawbridge.analyze.Example.violating;
import static dev.drawbridge.analyze.Terraform.ref;
import static dev.drawbridge.analyze.Terraform.tcp;
import static dev.drawbridge.analyze.WrittenServices.database;
import static dev.drawbridge.analyze.WrittenServices.forwarding;
import static dev.drawbridge.analyze.WrittenServices.front;
import static dev.drawbridge.analyze.WrittenServices.group;
import static dev.drawbridge.analyze.WrittenServices.listener;
import static dev.drawbridge.analyze.WrittenServices.metadata;
import static dev.drawbridge.analyze.WrittenServices.rule;
import static dev.drawbridge.analyze.WrittenServices.subnets;
import static dev.drawbridge.analyze.WrittenServices.targets;
import static dev.drawbridge.analyze.WrittenServices.template;
import static dev.drawbridge.analyze.WrittenServices.texts;
import static dev.drawbridge.analyze.WrittenServices.values;
import static dev.drawbridge.analyze.WrittenServices.zones;

import dev.drawbridge.resource.Block;
import dev.drawbridge.resource.Value;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// Examples of the rules on load balancers, Auto Scaling groups and databases, in Terraform that
/// nobody drew.
final class WrittenServiceExamples {
  private static final String MAIN = "aws_lb_listener.main";

  private WrittenServiceExamples() {}

  static final List<Example> ALL =
      Stream.of(balancers(), clients(), listenerRules(), scaling(), databases())
          .flatMap(List::stream)
          .toList();

  private static Terraform speaking(UnaryOperator<Block.Builder> policy) {
    return front("application", b -> b)
        .add(MAIN, b -> policy.apply(listener(443, "HTTPS").apply(b)))
        .add("aws_lb_target_group.app", targets(80, "HTTP"));
  }

  private static UnaryOperator<Block.Builder> policy(String name) {
    return b -> b.set("ssl_policy", "ELBSecurityPolicy-" + name);
  }

  private static UnaryOperator<Block.Builder> logged() {
    return b ->
        b.set("enable_deletion_protection", true)
            .set("drop_invalid_header_fields", true)
            .block("access_logs", Block.builder().set("bucket", "logs").set("enabled", true));
  }

  private static Terraform guarded(Terraform site) {
    return site.add(
        "aws_wafv2_web_acl_association.front",
        b -> b.set("resource_arn", ref("aws_lb.front.arn")).set("web_acl_arn", "arn:aws:wafv2"));
  }

  private static UnaryOperator<Block.Builder> delay(long seconds) {
    return b -> b.set("deregistration_delay", seconds);
  }

  private static Terraform classic(UnaryOperator<Block.Builder> more) {
    return zones()
        .add(
            "aws_elb.old",
            b ->
                more.apply(
                    b.set("subnets", subnets("open", "second"))
                        .block(
                            "listener",
                            Block.builder()
                                .set("lb_port", 80)
                                .set("lb_protocol", "http")
                                .set("instance_port", 80)
                                .set("instance_protocol", "http"))));
  }

  private static List<Example> balancers() {
    return List.of(
        violating("LB-008", "an HTTPS listener that names no policy", speaking(b -> b), MAIN),
        violating("LB-008", "the first of all policies", speaking(policy("2015-05")), MAIN),
        violating(
            "LB-008",
            "TLS 1.3 with TLS 1.0 beside it",
            speaking(policy("TLS13-1-0-2021-06")),
            MAIN),
        violating("LB-008", "TLS 1.1", speaking(policy("TLS-1-1-2017-01")), MAIN),
        violating("LB-008", "forward secrecy from 2018", speaking(policy("FS-2018-06")), MAIN),
        passing("LB-008", "TLS 1.2 and 1.3", speaking(policy("TLS13-1-2-Res-2021-06"))),
        passing("LB-008", "TLS 1.2 from 2017", speaking(policy("TLS-1-2-2017-01"))),
        passing("LB-008", "forward secrecy with TLS 1.2", speaking(policy("FS-1-2-Res-2020-10"))),
        passing("LB-008", "post-quantum TLS", speaking(policy("TLS13-1-2-Res-PQ-2025-09"))),
        passing("LB-008", "plain HTTP", forwarding("application", "HTTP", b -> b)),
        undecided("LB-008", "a policy that nobody knows", speaking(policy("Next")), MAIN),
        undecided(
            "LB-008",
            "a policy that a variable names",
            speaking(b -> b.set("ssl_policy", new Value.Unknown("var.tls has no value"))),
            MAIN),
        violating(
            "LB-009",
            "the default of five minutes before requests of one",
            forwarding("application", "HTTP", b -> b),
            "aws_lb_target_group.app"),
        violating(
            "LB-009",
            "ten seconds for requests of one minute",
            forwarding("application", "HTTP", delay(10)),
            "aws_lb_target_group.app"),
        violating(
            "LB-009",
            "a Network Load Balancer that cuts off",
            forwarding("network", "TCP", delay(0)),
            "aws_lb_target_group.app"),
        violating(
            "LB-009", "a classic load balancer that nobody told to drain", classic(b -> b), OLD),
        passing(
            "LB-009",
            "a classic load balancer that drains",
            classic(
                b -> b.set("connection_draining", true).set("connection_draining_timeout", 60))),
        passing("LB-009", "fifteen seconds", forwarding("application", "HTTP", delay(15))),
        passing("LB-009", "connections of any length", forwarding("network", "TCP", b -> b)),
        undecided(
            "LB-009",
            "a delay that a variable tells",
            forwarding(
                "application",
                "HTTP",
                b -> b.set("deregistration_delay", new Value.Unknown("var.delay has no value"))),
            "aws_lb_target_group.app"),
        violating("LB-010", "a bare load balancer", front("application", b -> b), "aws_lb.front"),
        violating("LB-010", "no web ACL", front("application", logged()), "aws_lb.front"),
        violating(
            "LB-010",
            "desync mitigation that only watches",
            guarded(
                front(
                    "application",
                    b -> logged().apply(b).set("desync_mitigation_mode", "monitor"))),
            "aws_lb.front"),
        violating(
            "LB-010",
            "a Network Load Balancer that anybody may delete",
            front("network", b -> b),
            "aws_lb.front"),
        violating("LB-010", "a classic load balancer without logs", classic(b -> b), OLD),
        passing(
            "LB-010",
            "a classic load balancer with logs, which are on then",
            classic(b -> b.block("access_logs", Block.builder().set("bucket", "logs")))),
        passing("LB-010", "everything on", guarded(front("application", logged()))),
        passing(
            "LB-010",
            "an internal one without a web ACL",
            front("application", b -> logged().apply(b).set("internal", true))));
  }

  private static final String OLD = "aws_elb.old";

  /// A Network Load Balancer before an instance.
  private static Terraform shielded(
      String protocol, UnaryOperator<Block.Builder> group, Block.Builder... ingress) {
    return forwarding("network", protocol, group)
        .group("app", ingress)
        .server("app", "open", "aws_security_group.app", false)
        .add(
            "aws_lb_target_group_attachment.app",
            b ->
                b.set("target_group_arn", ref("aws_lb_target_group.app.arn"))
                    .set("target_id", ref("aws_instance.app.id")));
  }

  private static Block.Builder udp(String... cidrs) {
    return tcp(443, 443, cidrs).set("protocol", "udp");
  }

  private static List<Example> clients() {
    String[] front = {"10.0.0.0/24", "10.0.1.0/24"};
    UnaryOperator<Block.Builder> addresses = b -> b.set("target_type", "ip");
    return List.of(
        violating(
            "LB-011",
            "instances that admit the load balancer's subnets",
            shielded("TCP", b -> b, tcp(443, 443, front)),
            "aws_instance.app"),
        violating(
            "LB-011",
            "instances that admit the whole VPC",
            shielded("TLS", b -> b, tcp(443, 443, "10.0.0.0/16")),
            "aws_instance.app"),
        violating(
            "LB-011",
            "UDP, which keeps addresses whatever the targets are",
            shielded("UDP", addresses, udp(front)),
            "aws_instance.app"),
        violating(
            "LB-011",
            "addresses that are told to be kept",
            shielded(
                "TCP",
                b -> addresses.apply(b).set("preserve_client_ip", true),
                tcp(443, 443, front)),
            "aws_instance.app"),
        passing("LB-011", "TCP to addresses", shielded("TCP", addresses, tcp(443, 443, front))),
        passing(
            "LB-011",
            "instances that are told not to see clients",
            shielded("TCP", b -> b.set("preserve_client_ip", false), tcp(443, 443, front))),
        passing(
            "LB-011", "a group that is open", shielded("TCP", b -> b, tcp(443, 443, "0.0.0.0/0"))),
        passing(
            "LB-011", "a group that admits nobody", shielded("TCP", b -> b, tcp(22, 22, front))),
        passing(
            "LB-011",
            "another protocol for the clients of UDP",
            shielded("UDP", b -> b, tcp(443, 443, front), udp("0.0.0.0/0"))));
  }

  private static Terraform ruled(
      UnaryOperator<Block.Builder> first, UnaryOperator<Block.Builder> second) {
    return forwarding("application", "HTTP", b -> b)
        .add("aws_lb_listener_rule.first", first)
        .add("aws_lb_listener_rule.second", second);
  }

  private static Terraform paths(String first, String second) {
    return ruled(rule(10, values("path_pattern", first)), rule(20, values("path_pattern", second)));
  }

  private static List<Example> listenerRules() {
    String second = "aws_lb_listener_rule.second";
    Block.Builder shop = values("host_header", "shop.example.com");
    return List.of(
        violating(
            "LB-015",
            "the same priority twice",
            ruled(rule(10, shop), rule(10, values("path_pattern", "/api/*"))),
            second),
        violating("LB-015", "a path behind every path", paths("/*", "/api/*"), second),
        violating("LB-015", "a path behind a wider one", paths("/a?i/*", "/api/v1/*"), second),
        violating(
            "LB-015",
            "a host with a path behind the host in other letters",
            ruled(
                rule(10, values("host_header", "*.EXAMPLE.com")),
                rule(20, shop, values("path_pattern", "/api/*"))),
            second),
        violating(
            "LB-015",
            "an address behind the block that it lies in",
            ruled(
                rule(10, values("source_ip", "10.0.0.0/8")),
                rule(20, values("source_ip", "10.1.0.0/16"))),
            second),
        violating(
            "LB-015",
            "a query behind the same one",
            ruled(rule(10, query("v", "1")), rule(20, query("v", "1"), shop)),
            second),
        passing("LB-015", "the particular before the general", paths("/api/*", "/*")),
        passing("LB-015", "paths that only overlap", paths("/api/*", "/*/v1")),
        passing("LB-015", "paths in different letters", paths("/API/*", "/api/*")),
        passing(
            "LB-015",
            "one of two hosts taken",
            ruled(
                rule(10, shop),
                rule(20, values("host_header", "shop.example.com", "www.example.com")))),
        passing(
            "LB-015",
            "a wider rule that asks for a method too",
            ruled(
                rule(10, values("http_request_method", "GET"), values("path_pattern", "/*")),
                rule(20, values("path_pattern", "/api/*")))),
        passing(
            "LB-015",
            "the same on two listeners",
            ruled(
                rule(10, shop),
                b ->
                    b.set("listener_arn", ref("aws_lb_listener.other.arn"))
                        .set("priority", 10)
                        .block("condition", shop))),
        passing(
            "LB-015",
            "a rule behind one whose conditions a variable tells",
            ruled(
                rule(
                    10,
                    Block.builder()
                        .block(
                            "path_pattern",
                            Block.builder()
                                .set("values", new Value.Unknown("var.paths has no value")))),
                rule(20, values("path_pattern", "/api/*")))),
        violating(
            "LB-015",
            "six values",
            ruled(
                rule(10, shop),
                rule(
                    20,
                    values("path_pattern", "/a", "/b", "/c"),
                    values("http_request_method", "GET", "PUT", "POST"))),
            second),
        violating(
            "LB-015",
            "a host without a dot",
            ruled(rule(10, shop), rule(20, values("host_header", "localhost"))),
            second),
        violating("LB-015", "a path without a slash", paths("/a", "api/*"), second),
        violating("LB-015", "a path with a percent sign", paths("/a", "/b%20c"), second),
        passing(
            "LB-015",
            "five values",
            ruled(
                rule(10, shop),
                rule(
                    20,
                    values("path_pattern", "/a", "/b", "/c"),
                    values("http_request_method", "GET", "PUT")))));
  }

  private static Block.Builder query(String key, String value) {
    return Block.builder()
        .block("query_string", Block.builder().set("key", key).set("value", value));
  }

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
            scaled(b -> b.set("vpc_zone_identifier", new Value.Unknown("var.subnets")))),
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
                            .set("http_tokens", new Value.Unknown("var.tokens has no value")))),
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

  private static Terraform opened(UnaryOperator<Block.Builder> more, int port) {
    return database(
        zones().group("db", tcp(port, port, "10.0.0.0/16")),
        b ->
            more.apply(
                b.set("vpc_security_group_ids", Value.items(ref("aws_security_group.db.id")))));
  }

  private static List<Example> databases() {
    return List.of(
        violating("RDS-009", "MySQL's port", opened(b -> b, 3306), "aws_db_instance.db"),
        violating(
            "RDS-009",
            "the usual port where another is told",
            opened(b -> b.set("port", 6432), 5432),
            "aws_db_instance.db"),
        passing("RDS-009", "the usual port", opened(b -> b, 5432)),
        passing("RDS-009", "a port of its own", opened(b -> b.set("port", 6432), 6432)));
  }
}
