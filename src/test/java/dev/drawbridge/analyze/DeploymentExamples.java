package dev.drawbridge.analyze;

import static dev.drawbridge.analyze.Designs.network;
import static dev.drawbridge.analyze.Example.passing;
import static dev.drawbridge.analyze.Example.undecided;
import static dev.drawbridge.analyze.Example.violating;
import static dev.drawbridge.analyze.Terraform.publicSubnet;
import static dev.drawbridge.analyze.Terraform.ref;

import dev.drawbridge.base.Reason;
import dev.drawbridge.catalog.aws.ApplicationLoadBalancer;
import dev.drawbridge.catalog.aws.AutoScalingGroup;
import dev.drawbridge.catalog.aws.Instances;
import dev.drawbridge.catalog.aws.Traffic;
import dev.drawbridge.catalog.aws.Vpc;
import dev.drawbridge.catalog.aws.WasTier;
import dev.drawbridge.resource.Block;
import dev.drawbridge.resource.Value;
import java.util.List;
import java.util.function.UnaryOperator;

/// Examples of the rules on canaries, blue and green, rollback and draining.
final class DeploymentExamples {
  private DeploymentExamples() {}

  private static final String LISTENER = "aws_lb_listener.web";
  private static final String CODE_DEPLOY = "aws_codedeploy_deployment_group.app";
  private static final String SERVICE = "aws_ecs_service.app";
  private static final Value UNKNOWN =
      new Value.Unknown(Reason.of("unknown.no-default", "var.share"));

  static final List<Example> ALL =
      List.of(
          violating("DEP-001", "a canary of which both weights are 0", canary(0, 0), "alb.blue"),
          violating(
              "DEP-001",
              "weights of 0 on two listeners, told once",
              canary(0, 0)
                  .set(
                      "alb",
                      ApplicationLoadBalancer.LISTENERS,
                      List.of(
                          ApplicationLoadBalancer.listener(
                              80,
                              ApplicationLoadBalancer.Protocol.HTTP,
                              ApplicationLoadBalancer.Action.FORWARD),
                          ApplicationLoadBalancer.listener(
                              8080,
                              ApplicationLoadBalancer.Protocol.HTTP,
                              ApplicationLoadBalancer.Action.FORWARD))),
              "alb.blue"),
          violating(
              "DEP-001",
              "weights of 0 for one path only",
              canary(0, 0)
                  .set("alb.blue", Traffic.PATH, "/shop/*")
                  .set("alb.green", Traffic.PATH, "/shop/*"),
              "alb.blue"),
          passing("DEP-001", "a canary of which one weight is 0", canary(100, 0)),
          passing(
              "DEP-001",
              "a single target, whose weight says nothing",
              canary(0, 0).without("green")),
          violating("DEP-001", "a weight above 999", shares(Value.of(1000), Value.of(1)), LISTENER),
          violating("DEP-001", "a weight below 0", shares(Value.of(-1), Value.of(1)), LISTENER),
          passing("DEP-001", "the largest weight there is", shares(Value.of(999), Value.of(0))),
          passing("DEP-001", "a weight that is not known", shares(UNKNOWN, Value.of(1))),
          undecided("DEP-001", "0 and what is not known", shares(UNKNOWN, Value.of(0)), LISTENER),
          violating(
              "DEP-002",
              "a canary that is checked elsewhere than its forerunner",
              canary(90, 10).set("green", Instances.HEALTH_PATH, "/ready"),
              "alb.blue"),
          violating(
              "DEP-002",
              "blue and green on one Auto Scaling group",
              network()
                  .publicAlb("alb", "public-a", "public-c")
                  .scaled("blue", "tier.was", "private-a", "private-c")
                  .add("green", "tier.was", "blue-asg")
                  .arrow("alb", "blue")
                  .arrow("alb", "green")
                  .set("alb.green", Traffic.WEIGHT, 0),
              "alb.blue"),
          violating(
              "DEP-002",
              "green in another VPC",
              canary(100, 0)
                  .add("vpc-2", "aws.vpc", "region")
                  .set("vpc-2", Vpc.CIDR, "10.1.0.0/16")
                  .without("green")
                  .add("green", "tier.was", "vpc-2")
                  .arrow("alb", "green")
                  .set("alb.green", Traffic.WEIGHT, 0),
              "alb.blue"),
          passing("DEP-002", "a canary that is like its forerunner", canary(90, 10)),
          passing(
              "DEP-002",
              "a spread over two tiers that serve alike",
              canary(1, 1).set("green", Instances.HEALTH_PATH, "/ready")),
          violating(
              "DEP-002",
              "a pair of CodeDeploy with two protocols",
              pair(b -> b.set("protocol", "HTTPS")),
              CODE_DEPLOY),
          undecided(
              "DEP-002",
              "a pair of CodeDeploy of which one VPC is not known",
              pair(
                  b ->
                      b.set(
                          "vpc_id", new Value.Unknown(Reason.of("unknown.no-default", "var.vpc")))),
              CODE_DEPLOY),
          passing(
              "DEP-002",
              "a pair of CodeDeploy of which one says what AWS assumes anyway",
              pair(
                  b ->
                      b.set("protocol_version", "HTTP1")
                          .block("health_check", Block.builder().set("matcher", "200")))),
          violating(
              "DEP-003",
              "a canary on an Auto Scaling group without instances",
              scaledCanary(0, 10),
              "alb.green"),
          violating(
              "DEP-003",
              "a canary that stands nowhere",
              canary(90, 10).spans("green"),
              "alb.green"),
          passing("DEP-003", "a canary that waits", scaledCanary(0, 0)),
          passing("DEP-003", "a canary with one instance", scaledCanary(1, 10)),
          violating(
              "DEP-003",
              "a share for a target group of instances without any",
              shares(Value.of(90), Value.of(10)),
              "aws_lb_target_group.blue",
              "aws_lb_target_group.green"),
          passing(
              "DEP-003",
              "target groups that CodeDeploy fills",
              deployment(shares(Value.of(90), Value.of(10)))),
          violating("DEP-004", "a canary that may change with each request", canary(90, 10), "alb"),
          passing(
              "DEP-004",
              "a sticky canary",
              canary(90, 10).set("alb", ApplicationLoadBalancer.STICKINESS, true)),
          passing("DEP-004", "a canary that gets nothing", canary(100, 0)),
          passing("DEP-004", "a spread over equals", canary(1, 1)),
          violating(
              "DEP-006",
              "a deployment of CodeDeploy without an alarm",
              deployment(publicSubnet()),
              CODE_DEPLOY),
          violating(
              "DEP-006",
              "an alarm that stops a deployment of CodeDeploy and leaves it there",
              deployment(publicSubnet(), alarms("DEPLOYMENT_FAILURE")),
              CODE_DEPLOY),
          passing(
              "DEP-006",
              "an alarm that takes a deployment of CodeDeploy back",
              deployment(publicSubnet(), alarms("DEPLOYMENT_FAILURE", "DEPLOYMENT_STOP_ON_ALARM"))),
          undecided(
              "DEP-006",
              "a deployment of CodeDeploy whose alarms are not known",
              deployment(
                  publicSubnet(),
                  b ->
                      b.block(
                          "alarm_configuration",
                          Block.builder()
                              .set("enabled", true)
                              .set(
                                  "alarms",
                                  new Value.Unknown(
                                      Reason.of("unknown.no-default", "var.alarms"))))),
              CODE_DEPLOY),
          violating("DEP-006", "a service of ECS without an alarm", service(b -> b), SERVICE),
          violating(
              "DEP-006",
              "a service of ECS with a circuit breaker only",
              service(
                  b ->
                      b.block(
                          "deployment_circuit_breaker",
                          Block.builder().set("enable", true).set("rollback", true))),
              SERVICE),
          passing(
              "DEP-006",
              "an alarm that takes a service of ECS back",
              service(
                  b ->
                      b.block(
                          "alarms",
                          Block.builder()
                              .set("enable", true)
                              .set("rollback", true)
                              .set("alarm_names", Value.items(Value.of("errors")))))),
          passing(
              "DEP-006",
              "a service of ECS that CodeDeploy deploys",
              service(
                  b ->
                      b.block(
                          "deployment_controller", Block.builder().set("type", "CODE_DEPLOY")))),
          violating(
              "DEP-007",
              "a WAS that takes a second longer than the load balancer waits",
              canary(1, 1).set("green", WasTier.SHUTDOWN, 61),
              "alb"),
          passing(
              "DEP-007",
              "a WAS that takes as long as the load balancer waits",
              canary(1, 1).set("green", WasTier.SHUTDOWN, 60)),
          violating(
              "DEP-007",
              "a container that takes longer than the load balancer waits",
              stopping("[{\"name\": \"app\", \"image\": \"app:1\", \"stopTimeout\": 31}]"),
              "aws_lb_target_group.app"),
          passing(
              "DEP-007",
              "a container that takes longer, but is not the one behind the load balancer",
              stopping("[{\"name\": \"side\", \"image\": \"side:1\", \"stopTimeout\": 120}]")),
          passing(
              "DEP-007",
              "containers that are no JSON",
              stopping("[{\"name\": \"app\", \"stopTimeout\": 31")));

  /// Two WAS tiers behind one load balancer, with these weights.
  private static Designs canary(int blue, int green) {
    return network()
        .publicAlb("alb", "public-a", "public-c")
        .was("blue", "private-a", "private-c")
        .was("green", "private-a", "private-c")
        .arrow("alb", "blue")
        .arrow("alb", "green")
        .set("alb.blue", Traffic.WEIGHT, blue)
        .set("alb.green", Traffic.WEIGHT, green);
  }

  /// The same with green on an Auto Scaling group of this size.
  private static Designs scaledCanary(int size, int weight) {
    return canary(90, 1)
        .without("green")
        .scaled("green", "tier.was", "private-a", "private-c")
        .set("green-asg", AutoScalingGroup.MIN, 0)
        .set("green-asg", AutoScalingGroup.DESIRED, size)
        .arrow("alb", "green")
        .set("alb.green", Traffic.WEIGHT, weight);
  }

  private static Terraform shares(Value blue, Value green) {
    return groups(b -> b)
        .add("aws_lb.web", b -> b.set("subnets", Value.items(ref("aws_subnet.open.id"))))
        .add(
            LISTENER,
            b ->
                b.set("load_balancer_arn", ref("aws_lb.web.arn"))
                    .block(
                        "default_action",
                        Block.builder()
                            .set("type", "forward")
                            .block(
                                "forward",
                                Block.builder()
                                    .block("target_group", share("blue", blue))
                                    .block("target_group", share("green", green)))));
  }

  private static Block.Builder share(String group, Value weight) {
    return Block.builder()
        .set("arn", ref("aws_lb_target_group." + group + ".arn"))
        .set("weight", weight);
  }

  /// Target groups `blue` and `green`.
  private static Terraform groups(UnaryOperator<Block.Builder> more) {
    return publicSubnet()
        .add("aws_lb_target_group.blue", DeploymentExamples::group)
        .add("aws_lb_target_group.green", b -> more.apply(group(b)));
  }

  private static Block.Builder group(Block.Builder body) {
    return body.set("protocol", "HTTP").set("port", 8080).set("vpc_id", ref("aws_vpc.main.id"));
  }

  private static Terraform pair(UnaryOperator<Block.Builder> green) {
    return deployment(groups(green), alarms("DEPLOYMENT_STOP_ON_ALARM"));
  }

  private static Terraform deployment(Terraform terraform) {
    return deployment(terraform, b -> b);
  }

  /// A deployment group of CodeDeploy between `blue` and `green`.
  private static Terraform deployment(Terraform terraform, UnaryOperator<Block.Builder> more) {
    Block.Builder pair = Block.builder();
    for (String group : List.of("blue", "green")) {
      pair.block(
          "target_group",
          Block.builder().set("name", ref("aws_lb_target_group." + group + ".name")));
    }
    return terraform.add(
        CODE_DEPLOY,
        b ->
            more.apply(b)
                .block(
                    "load_balancer_info", Block.builder().block("target_group_pair_info", pair)));
  }

  private static UnaryOperator<Block.Builder> alarms(String... events) {
    return b ->
        b.block(
                "alarm_configuration",
                Block.builder().set("enabled", true).set("alarms", Value.items(Value.of("errors"))))
            .block(
                "auto_rollback_configuration",
                Block.builder()
                    .set("enabled", true)
                    .set("events", Value.of(List.of(events).stream().map(Value::of).toList())));
  }

  private static Terraform service(UnaryOperator<Block.Builder> body) {
    return publicSubnet().add(SERVICE, body);
  }

  /// A service of ECS whose container `app` stands behind a target group that waits for 30 s.
  private static Terraform stopping(String containers) {
    return service(
            b ->
                b.set("task_definition", ref("aws_ecs_task_definition.app.arn"))
                    .block(
                        "load_balancer",
                        Block.builder()
                            .set("container_name", "app")
                            .set("target_group_arn", ref("aws_lb_target_group.app.arn"))))
        .add("aws_lb_target_group.app", b -> group(b).set("deregistration_delay", 30))
        .add("aws_ecs_task_definition.app", b -> b.set("container_definitions", containers));
  }
}
