package dev.drawbridge.analyze;

import static dev.drawbridge.analyze.Designs.good;
import static dev.drawbridge.analyze.Designs.network;
import static dev.drawbridge.analyze.Example.passing;
import static dev.drawbridge.analyze.Example.undecided;
import static dev.drawbridge.analyze.Example.violating;
import static dev.drawbridge.analyze.Terraform.publicSubnet;
import static dev.drawbridge.analyze.Terraform.ref;
import static dev.drawbridge.analyze.Terraform.tcp;

import dev.drawbridge.base.Reason;
import dev.drawbridge.catalog.aws.AutoScalingGroup;
import dev.drawbridge.catalog.aws.Instances;
import dev.drawbridge.catalog.aws.Vpc;
import dev.drawbridge.catalog.aws.WasTier;
import dev.drawbridge.catalog.aws.WebTier;
import dev.drawbridge.resource.Block;
import dev.drawbridge.resource.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// Examples of the rules on alarms, flow logs, nginx, Consul and Vault.
final class OperationExamples {
  private OperationExamples() {}

  private static final String TASK = "aws_ecs_task_definition.web";

  static final List<Example> ALL =
      List.of(
          violating("OBS-001", "a load balancer without alarms", balanced(), "aws_lb.web"),
          violating(
              "OBS-001",
              "a load balancer whose targets nobody watches",
              balanced().add("aws_cloudwatch_metric_alarm.a", alarm("HTTPCode_ELB_5XX_Count")),
              "aws_lb.web"),
          violating(
              "OBS-001",
              "alarms on 4xx only",
              balanced()
                  .add("aws_cloudwatch_metric_alarm.a", alarm("HTTPCode_ELB_4XX_Count"))
                  .add("aws_cloudwatch_metric_alarm.b", alarm("UnHealthyHostCount")),
              "aws_lb.web"),
          passing(
              "OBS-001",
              "a load balancer with both alarms",
              balanced()
                  .add("aws_cloudwatch_metric_alarm.a", alarm("HTTPCode_Target_5XX_Count"))
                  .add("aws_cloudwatch_metric_alarm.b", alarm("UnHealthyHostCount"))),
          undecided(
              "OBS-001",
              "an alarm on a load balancer that only AWS knows by this name",
              balanced()
                  .add(
                      "aws_cloudwatch_metric_alarm.a",
                      metric(
                          "AWS/ApplicationELB",
                          "HTTPCode_ELB_5XX_Count",
                          "LoadBalancer",
                          Value.of("app/web/50dc6c495c0c9188"))),
              "aws_lb.web"),
          violating(
              "OBS-001",
              "a database that nobody watches",
              publicSubnet().add("aws_db_instance.db", b -> b.set("identifier", "orders")),
              "aws_db_instance.db"),
          passing(
              "OBS-001",
              "a database that is watched by its name",
              publicSubnet()
                  .add("aws_db_instance.db", b -> b.set("identifier", "orders"))
                  .add(
                      "aws_cloudwatch_metric_alarm.a",
                      metric(
                          "AWS/RDS",
                          "FreeStorageSpace",
                          "DBInstanceIdentifier",
                          Value.of("orders")))),
          passing("OBS-001", "what is drawn, with the alarms that come with it", good()),
          violating(
              "OBS-002",
              "a VPC without flow logs",
              network().set("vpc", Vpc.FLOW_LOGS, false),
              "vpc"),
          passing("OBS-002", "a VPC with flow logs", network()),
          violating("OBS-002", "a written VPC without flow logs", publicSubnet(), "aws_vpc.main"),
          violating(
              "OBS-002",
              "flow logs of accepted connections",
              publicSubnet().add("aws_flow_log.a", log("vpc_id", ref("aws_vpc.main.id"), "ACCEPT")),
              "aws_vpc.main"),
          violating(
              "OBS-002",
              "flow logs of one subnet of two",
              publicSubnet()
                  .subnet("other", "10.0.1.0/24", "c")
                  .add("aws_flow_log.a", log("subnet_id", ref("aws_subnet.open.id"), "ALL")),
              "aws_vpc.main"),
          violating(
              "OBS-002",
              "flow logs of a network interface",
              publicSubnet()
                  .add("aws_network_interface.one", b -> b)
                  .add("aws_flow_log.a", log("eni_id", ref("aws_network_interface.one.id"), "ALL")),
              "aws_vpc.main"),
          passing(
              "OBS-002",
              "flow logs of every subnet",
              publicSubnet()
                  .add("aws_flow_log.a", log("subnet_id", ref("aws_subnet.open.id"), "REJECT"))),
          undecided(
              "OBS-002",
              "flow logs of a VPC that is not known",
              publicSubnet()
                  .add(
                      "aws_flow_log.a",
                      log(
                          "vpc_id",
                          new Value.Unknown(Reason.of("unknown.no-default", "var.vpc")),
                          "ALL")),
              "aws_vpc.main"),
          violating(
              "OBS-003",
              "an alarm with an empty list of actions",
              publicSubnet()
                  .add(
                      "aws_cloudwatch_metric_alarm.a",
                      b -> alarm("X").apply(b).set("alarm_actions", Value.items())),
              "aws_cloudwatch_metric_alarm.a"),
          violating(
              "OBS-003",
              "an alarm whose actions are switched off",
              publicSubnet()
                  .add(
                      "aws_cloudwatch_metric_alarm.a",
                      b -> alarm("X").apply(b).set("actions_enabled", false)),
              "aws_cloudwatch_metric_alarm.a"),
          passing(
              "OBS-003",
              "an alarm that tells a topic",
              publicSubnet().add("aws_cloudwatch_metric_alarm.a", alarm("X"))),
          passing(
              "OBS-003",
              "an alarm that a composite alarm listens to",
              publicSubnet()
                  .add("aws_cloudwatch_metric_alarm.a", b -> b.set("metric_name", "X"))
                  .add(
                      "aws_cloudwatch_composite_alarm.all",
                      b ->
                          b.set(
                              "alarm_rule",
                              Value.template(
                                  Value.of("ALARM("),
                                  ref("aws_cloudwatch_metric_alarm.a.alarm_name"),
                                  Value.of(")"))))),
          violating(
              "WEB-001", "two servers with 512 connections each", nginx("1", 512, 1025), "web"),
          passing("WEB-001", "as many connections as are expected", nginx("1", 512, 1024)),
          violating(
              "WEB-001",
              "connections that are all passed on",
              nginx("1", 512, 513)
                  .was("was", "private-a")
                  .internalAlb("inner", "private-a", "private-c")
                  .arrow("web", "inner"),
              "web"),
          violating(
              "WEB-001",
              "a worker for each of two processors, which is not enough",
              nginx("auto", 512, 2049),
              "web"),
          passing(
              "WEB-001",
              "a worker for each of four processors",
              nginx("auto", 512, 4096).set("web", Instances.INSTANCE_TYPE, "m7i.xlarge")),
          passing(
              "WEB-001",
              "a worker for each processor of a type that is not known",
              nginx("auto", 16, 1_000_000).set("web", Instances.INSTANCE_TYPE, "q9.huge")),
          violating(
              "WEB-001",
              "an Auto Scaling group that is too small at its maximum",
              scaled(3),
              "web"),
          passing("WEB-001", "an Auto Scaling group that can grow enough", scaled(4)),
          violating("WEB-002", "nginx as its own command", task(command("nginx")), TASK),
          violating(
              "WEB-002",
              "nginx at the end of a shell line",
              task(command("sh", "-c", "envsubst < /t > /etc/nginx/nginx.conf && exec nginx")),
              TASK),
          violating(
              "WEB-002",
              "nginx as an entry point in JSON whose image is a variable's tail",
              publicSubnet()
                  .add(
                      TASK,
                      b ->
                          b.set(
                              "container_definitions",
                              Value.template(
                                  Value.of(
                                      "[{\"name\": \"web\", \"image\": \"nginx:1.29\", \"cpu\": "),
                                  new Value.Unknown(Reason.of("unknown.no-default", "var.cpu")),
                                  Value.of(", \"entryPoint\": [\"/usr/sbin/nginx\"]}]")))),
              TASK),
          undecided(
              "WEB-002",
              "nginx in an image of one's own",
              task(container("registry.example.com/web:7", "nginx")),
              TASK),
          passing(
              "WEB-002", "nginx that is told to stay", task(command("nginx", "-g", "daemon off;"))),
          passing(
              "WEB-002",
              "nginx that is told to stay within a shell line",
              task(command("sh", "-c", "nginx -t && exec nginx -g 'daemon off;'"))),
          passing(
              "WEB-002",
              "nginx that something follows",
              task(command("sh", "-c", "nginx; tail -f /var/log/nginx/access.log"))),
          passing("WEB-002", "nginx that tests only", task(command("nginx", "-t"))),
          passing("WEB-002", "the official image as it is", task(container("nginx:1.29"))),
          passing(
              "WEB-002",
              "containers that are not known",
              publicSubnet()
                  .add(
                      TASK,
                      b ->
                          b.set(
                              "container_definitions",
                              new Value.Unknown(
                                  Reason.of("unknown.no-default", "var.containers"))))),
          violating("ECS-001", "a quarter processor with too much memory", sized(256, 4096), TASK),
          violating("ECS-001", "more than Fargate has", sized(32768, 4096), TASK),
          violating(
              "ECS-001",
              "a task without a size",
              publicSubnet()
                  .add(
                      TASK,
                      b -> b.set("requires_compatibilities", Value.items(Value.of("FARGATE")))),
              TASK),
          undecided(
              "ECS-001",
              "a processor that is not known",
              publicSubnet()
                  .add(
                      TASK,
                      b ->
                          b.set("requires_compatibilities", Value.items(Value.of("FARGATE")))
                              .set(
                                  "cpu",
                                  new Value.Unknown(Reason.of("unknown.no-default", "var.cpu")))
                              .set("memory", "512")),
              TASK),
          passing("ECS-001", "the smallest", sized(256, 512)),
          passing("ECS-001", "the largest", sized(16384, 122880)),
          passing(
              "ECS-001",
              "a task on instances",
              publicSubnet().add(TASK, b -> b.set("cpu", "256").set("memory", "4096"))),
          violating("SD-001", "four Consul servers", consul(4), "aws_autoscaling_group.consul"),
          violating("SD-001", "one Consul server", consul(1), "aws_autoscaling_group.consul"),
          violating("SD-001", "two single Consul servers", singles(2), "aws_instance.consul_1"),
          passing("SD-001", "three Consul servers", consul(3)),
          passing("SD-001", "five single Consul servers", singles(5)),
          passing(
              "SD-001",
              "two servers of a consulting company",
              publicSubnet()
                  .group("app", tcp(8300, 8300, "10.0.0.0/16"))
                  .server("consulting_1", "open", "aws_security_group.app", false)
                  .server("consulting_2", "open", "aws_security_group.app", false)),
          passing(
              "SD-001",
              "two clients of a Consul cluster elsewhere",
              publicSubnet()
                  .group("app", tcp(8300, 8302, "10.0.0.0/16"))
                  .server("consul_client_1", "open", "aws_security_group.app", false)
                  .server("consul_client_2", "open", "aws_security_group.app", false)),
          undecided(
              "SD-001",
              "Consul servers whose number is not known",
              consul(new Value.Unknown(Reason.of("unknown.no-default", "var.servers"))),
              "aws_autoscaling_group.consul"),
          violating(
              "SD-002",
              "an arrow from the web tier to Consul",
              discovery("consul", 8500).arrow("web", "consul"),
              "consul"),
          violating(
              "SD-002",
              "an arrow from the web tier to Vault",
              discovery("vault", 8200).arrow("web", "vault"),
              "vault"),
          passing(
              "SD-002",
              "an arrow from the WAS to Consul",
              discovery("consul", 8500).was("was", "private-c").arrow("was", "consul")),
          passing(
              "SD-002",
              "an arrow to another port of the same host",
              discovery("consul", 8080).arrow("web", "consul")));

  private static Terraform balanced() {
    return publicSubnet()
        .add("aws_lb.web", b -> b.set("subnets", Value.items(ref("aws_subnet.open.id"))))
        .add("aws_lb_target_group.web", b -> b.set("port", 80))
        .add(
            "aws_lb_listener.web",
            b ->
                b.set("load_balancer_arn", ref("aws_lb.web.arn"))
                    .block(
                        "default_action",
                        Block.builder()
                            .set("type", "forward")
                            .set("target_group_arn", ref("aws_lb_target_group.web.arn"))));
  }

  /// An alarm on the load balancer.
  private static UnaryOperator<Block.Builder> alarm(String metric) {
    return metric("AWS/ApplicationELB", metric, "LoadBalancer", ref("aws_lb.web.arn_suffix"));
  }

  private static UnaryOperator<Block.Builder> metric(
      String namespace, String metric, String dimension, Value of) {
    SequencedMap<String, Value> dimensions = new LinkedHashMap<>();
    dimensions.put(dimension, of);
    return b ->
        b.set("namespace", namespace)
            .set("metric_name", metric)
            .set("dimensions", new Value.Mapping(dimensions))
            .set("alarm_actions", Value.items(Value.of("arn:aws:sns:ap-northeast-2:1:oncall")));
  }

  private static UnaryOperator<Block.Builder> log(String argument, Value of, String traffic) {
    return b -> b.set(argument, of).set("traffic_type", traffic);
  }

  /// nginx on two servers.
  private static Designs nginx(String workers, int connections, int expected) {
    return network()
        .web("web", "public-a", "public-c")
        .set("web", WebTier.WORKER_PROCESSES, workers)
        .set("web", WebTier.WORKER_CONNECTIONS, connections)
        .set("web", WebTier.EXPECTED_CONNECTIONS, expected);
  }

  private static Designs scaled(int most) {
    return network()
        .scaled("web", "tier.web", "public-a", "public-c")
        .set("web-asg", AutoScalingGroup.MAX, most)
        .set("web", WebTier.WORKER_PROCESSES, "2")
        .set("web", WebTier.WORKER_CONNECTIONS, 100)
        .set("web", WebTier.EXPECTED_CONNECTIONS, 800);
  }

  private static Terraform sized(int cpu, int memory) {
    return publicSubnet()
        .add(
            TASK,
            b ->
                b.set("requires_compatibilities", Value.items(Value.of("FARGATE")))
                    .set("cpu", String.valueOf(cpu))
                    .set("memory", String.valueOf(memory)));
  }

  private static Terraform task(Value container) {
    return publicSubnet()
        .add(
            TASK,
            b -> b.set("container_definitions", Value.call("jsonencode", Value.items(container))));
  }

  private static Value command(String... words) {
    return container("nginx:1.29", words);
  }

  private static Value container(String image, String... command) {
    SequencedMap<String, Value> entries = new LinkedHashMap<>();
    entries.put("name", Value.of("web"));
    entries.put("image", Value.of(image));
    if (command.length > 0) {
      entries.put("command", Value.of(Stream.of(command).map(Value::of).toList()));
    }
    return new Value.Mapping(entries);
  }

  private static Terraform consul(int servers) {
    return consul(Value.of(servers));
  }

  private static Terraform consul(Value servers) {
    return publicSubnet()
        .group("consul", tcp(8300, 8302, "10.0.0.0/16"))
        .add(
            "aws_launch_template.consul",
            b -> b.set("vpc_security_group_ids", Value.items(ref("aws_security_group.consul.id"))))
        .add(
            "aws_autoscaling_group.consul",
            b ->
                b.set("vpc_zone_identifier", Value.items(ref("aws_subnet.open.id")))
                    .set("desired_capacity", servers)
                    .block(
                        "launch_template",
                        Block.builder().set("id", ref("aws_launch_template.consul.id"))));
  }

  private static Terraform singles(int servers) {
    Terraform terraform = publicSubnet().group("consul", tcp(8300, 8302, "10.0.0.0/16"));
    for (int i = 1; i <= servers; i++) {
      terraform.server("consul_" + i, "open", "aws_security_group.consul", false);
    }
    return terraform;
  }

  /// A web tier, and a host of this name that listens on this port.
  private static Designs discovery(String name, int port) {
    return network().web("web", "public-a").was(name, "private-a").set(name, WasTier.PORT, port);
  }
}
