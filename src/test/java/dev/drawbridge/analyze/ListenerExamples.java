package dev.drawbridge.analyze;

import static dev.drawbridge.analyze.Example.passing;
import static dev.drawbridge.analyze.Example.undecided;
import static dev.drawbridge.analyze.Example.violating;
import static dev.drawbridge.analyze.Terraform.publicSubnet;
import static dev.drawbridge.analyze.Terraform.ref;
import static dev.drawbridge.analyze.Terraform.tcp;

import dev.drawbridge.resource.Block;
import dev.drawbridge.resource.Value;
import java.util.List;
import java.util.function.UnaryOperator;

/// Examples of the rules on listeners, targets and health checks that somebody wrote.
final class ListenerExamples {
  private ListenerExamples() {}

  private static final String GROUP = "aws_lb_target_group.web";

  static final List<Example> ALL =
      List.of(
          undecided(
              "LB-006",
              "a check whose interval is not told",
              checked(b -> b.set("timeout", 10).set("interval", Value.symbol("var.interval"))),
              GROUP),
          violating(
              "LB-006",
              "a check by a mere connection, which may take ten seconds",
              checked(b -> b.set("protocol", "TCP").set("interval", 10)),
              GROUP),
          passing(
              "LB-006",
              "a check by HTTP with the same interval",
              checked(b -> b.set("protocol", "HTTP").set("interval", 10))),
          violating(
              "LB-007",
              "a redirect to HTTPS that keeps the port of HTTP",
              redirected(b -> b),
              "aws_lb.front"),
          violating(
              "LB-007",
              "the same in so many words",
              redirected(b -> b.set("port", "#{port}")),
              "aws_lb.front"),
          passing("LB-007", "a redirect to 443", redirected(b -> b.set("port", "443"))),
          violating("LB-014", "a target group without members", site(), "aws_lb.front"),
          passing(
              "LB-014",
              "a target group in which an ECS service registers its tasks",
              site()
                  .add(
                      "aws_ecs_service.web",
                      b ->
                          b.block(
                              "load_balancer",
                              Block.builder()
                                  .set("target_group_arn", ref(GROUP + ".arn"))
                                  .set("container_name", "web")
                                  .set("container_port", 80)))),
          undecided(
              "LB-014",
              "a member of a target group that is not told",
              site()
                  .add(
                      "aws_lb_target_group_attachment.web",
                      b ->
                          b.set("target_group_arn", Value.symbol("each.value"))
                              .set("target_id", Value.symbol("each.key"))),
              "aws_lb.front"),
          undecided(
              "LB-014",
              "a listener of a load balancer that is not told",
              front()
                  .add(
                      "aws_lb_listener.web",
                      b -> b.set("load_balancer_arn", Value.symbol("var.alb")).set("port", 80)),
              "aws_lb.front"),
          passing(
              "LB-014",
              "a load balancer that redirects everything",
              redirected(b -> b.set("host", "new.example.com").set("port", "443"))));

  /// A public load balancer in two zones.
  private static Terraform front() {
    return publicSubnet()
        .subnet("second", "10.0.1.0/24", "c")
        .group("front", tcp(80, 80, "0.0.0.0/0"), tcp(443, 443, "0.0.0.0/0"))
        .add(
            "aws_lb.front",
            b ->
                b.set(
                        "subnets",
                        Value.items(ref("aws_subnet.open.id"), ref("aws_subnet.second.id")))
                    .set("security_groups", Value.items(ref("aws_security_group.front.id"))));
  }

  /// The same with a listener that forwards to a target group.
  private static Terraform site() {
    return listening(
            80,
            "HTTP",
            Block.builder().set("type", "forward").set("target_group_arn", ref(GROUP + ".arn")),
            front())
        .add(GROUP, b -> b.set("port", 80).set("protocol", "HTTP"));
  }

  private static Terraform checked(UnaryOperator<Block.Builder> check) {
    return front()
        .add(
            GROUP,
            b ->
                b.set("port", 80)
                    .set("protocol", "TCP")
                    .block("health_check", check.apply(Block.builder())));
  }

  /// A listener on 80 that redirects, and one on 443 for HTTPS.
  private static Terraform redirected(UnaryOperator<Block.Builder> redirect) {
    Terraform both =
        listening(
            80,
            "HTTP",
            Block.builder()
                .set("type", "redirect")
                .block(
                    "redirect",
                    redirect.apply(
                        Block.builder().set("protocol", "HTTPS").set("status_code", "HTTP_301"))),
            front());
    return listening(
        443,
        "HTTPS",
        Block.builder()
            .set("type", "fixed-response")
            .block("fixed_response", Block.builder().set("content_type", "text/plain")),
        both);
  }

  private static Terraform listening(
      int port, String protocol, Block.Builder action, Terraform before) {
    return before.add(
        "aws_lb_listener.on" + port,
        b ->
            b.set("load_balancer_arn", ref("aws_lb.front.arn"))
                .set("port", port)
                .set("protocol", protocol)
                .block("default_action", action));
  }
}
