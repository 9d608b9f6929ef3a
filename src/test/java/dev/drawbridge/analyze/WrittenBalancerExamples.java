package dev.drawbridge.analyze;

import static dev.drawbridge.analyze.Example.passing;
import static dev.drawbridge.analyze.Example.undecided;
import static dev.drawbridge.analyze.Example.violating;
import static dev.drawbridge.analyze.Terraform.ref;
import static dev.drawbridge.analyze.Terraform.tcp;
import static dev.drawbridge.analyze.WrittenServices.forwarding;
import static dev.drawbridge.analyze.WrittenServices.front;
import static dev.drawbridge.analyze.WrittenServices.listener;
import static dev.drawbridge.analyze.WrittenServices.rule;
import static dev.drawbridge.analyze.WrittenServices.subnets;
import static dev.drawbridge.analyze.WrittenServices.targets;
import static dev.drawbridge.analyze.WrittenServices.values;
import static dev.drawbridge.analyze.WrittenServices.zones;

import dev.drawbridge.base.Reason;
import dev.drawbridge.resource.Block;
import dev.drawbridge.resource.Value;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// Examples of the rules on load balancers in Terraform that nobody drew.
final class WrittenBalancerExamples {
  private static final String MAIN = "aws_lb_listener.main";

  private WrittenBalancerExamples() {}

  static final List<Example> ALL =
      Stream.of(policies(), balancers(), traffic(), clients()).flatMap(List::stream).toList();

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
    return classic("http", more);
  }

  private static Terraform classic(String protocol, UnaryOperator<Block.Builder> more) {
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
                                .set("lb_protocol", protocol)
                                .set("instance_port", 80)
                                .set("instance_protocol", protocol))));
  }

  private static UnaryOperator<Block.Builder> before(String server) {
    return b -> b.set("instances", Value.items(ref("aws_instance." + server + ".id")));
  }

  private static List<Example> policies() {
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
            speaking(
                b ->
                    b.set(
                        "ssl_policy",
                        new Value.Unknown(Reason.of("unknown.no-default", "var.tls")))),
            MAIN));
  }

  private static List<Example> balancers() {
    return List.of(
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
                b ->
                    b.set(
                        "deregistration_delay",
                        new Value.Unknown(Reason.of("unknown.no-default", "var.delay")))),
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

  private static UnaryOperator<Block.Builder> checking(Block.Builder check) {
    return b -> b.block("health_check", check);
  }

  private static Block.Builder times(int interval, int timeout) {
    return Block.builder().set("interval", interval).set("timeout", timeout);
  }

  /// A load balancer that redirects, and the web server behind its other listener.
  private static Terraform redirecting(Block.Builder redirect) {
    return served(speaking(policy("TLS13-1-2-2021-06")))
        .add(
            "aws_lb_listener.plain",
            b ->
                b.set("load_balancer_arn", ref("aws_lb.front.arn"))
                    .set("port", 80)
                    .set("protocol", "HTTP")
                    .block(
                        "default_action",
                        Block.builder().set("type", "redirect").block("redirect", redirect)));
  }

  private static Block.Builder secure() {
    return Block.builder().set("protocol", "HTTPS").set("status_code", "HTTP_301");
  }

  /// With an instance in the target group.
  private static Terraform served(Terraform site) {
    return site.group("app")
        .server("app", "open", "aws_security_group.app", false)
        .add("aws_lb_target_group_attachment.app", attachment());
  }

  private static UnaryOperator<Block.Builder> attachment() {
    return b ->
        b.set("target_group_arn", ref("aws_lb_target_group.app.arn"))
            .set("target_id", ref("aws_instance.app.id"));
  }

  private static List<Example> traffic() {
    String app = "aws_lb_target_group.app";
    String front = "aws_lb.front";
    Terraform plain = forwarding("application", "HTTP", b -> b);
    return List.of(
        violating(
            "LB-006",
            "a check that takes as long as the interval",
            forwarding("application", "HTTP", checking(times(10, 10))),
            app),
        violating(
            "LB-006",
            "a path without a slash",
            forwarding("application", "HTTP", checking(Block.builder().set("path", "healthz"))),
            app),
        violating(
            "LB-006",
            "a check that is off",
            forwarding("application", "HTTP", checking(Block.builder().set("enabled", false))),
            app),
        violating(
            "LB-006",
            "a classic load balancer that passes HTTP on and is told of no check",
            classic(before("app")).server("app", "open", "aws_security_group.app", false),
            OLD),
        passing(
            "LB-006",
            "one that passes on connections, of which AWS tries the port unasked",
            classic("tcp", before("app")).server("app", "open", "aws_security_group.app", false)),
        violating("LB-007", "plain HTTP", served(plain), front),
        violating(
            "LB-007",
            "two plain listeners, told once",
            served(forwarding("application", "HTTP", b -> b))
                .add("aws_lb_listener.other", listener(80, "HTTP")),
            front),
        violating(
            "LB-007",
            "a redirect to the same port, which speaks no HTTPS",
            redirecting(secure()),
            front),
        violating(
            "LB-007",
            "a redirect that stays with HTTP",
            redirecting(Block.builder().set("port", "8080").set("status_code", "HTTP_301")),
            front),
        passing("LB-007", "a redirect to HTTPS", redirecting(secure().set("port", "443"))),
        passing(
            "LB-007",
            "a redirect to another host",
            redirecting(secure().set("host", "www.example.com").set("port", "8443"))),
        violating(
            "LB-014", "a target group of nobody", forwarding("network", "TCP", b -> b), front),
        violating(
            "LB-014",
            "an empty target group beside a full one",
            served(forwarding("application", "HTTP", b -> b))
                .add("aws_lb_target_group.empty", targets(80, "HTTP"))
                .add(
                    "aws_lb_listener_rule.empty",
                    b ->
                        rule(10, values("path_pattern", "/new/*"))
                            .apply(b)
                            .block(
                                "action",
                                Block.builder()
                                    .set("type", "forward")
                                    .set(
                                        "target_group_arn", ref("aws_lb_target_group.empty.arn")))),
            "aws_lb_target_group.empty"),
        passing(
            "LB-014",
            "a load balancer that only redirects",
            front("application", b -> b)
                .add(
                    "aws_lb_listener.plain",
                    b ->
                        b.set("load_balancer_arn", ref("aws_lb.front.arn"))
                            .set("port", 80)
                            .set("protocol", "HTTP")
                            .block(
                                "default_action",
                                Block.builder()
                                    .set("type", "redirect")
                                    .block("redirect", secure().set("port", "443"))))));
  }

  private static final String OLD = "aws_elb.old";

  /// A Network Load Balancer before an instance.
  private static Terraform shielded(
      String protocol, UnaryOperator<Block.Builder> group, Block.Builder... ingress) {
    return forwarding("network", protocol, group)
        .group("app", ingress)
        .server("app", "open", "aws_security_group.app", false)
        .add("aws_lb_target_group_attachment.app", attachment());
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
}
