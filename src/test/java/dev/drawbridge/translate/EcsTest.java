package dev.drawbridge.translate;

import static dev.drawbridge.translate.Graphs.block;
import static dev.drawbridge.translate.Graphs.get;
import static dev.drawbridge.translate.Graphs.say;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.analyze.Analysis;
import dev.drawbridge.base.Issue;
import dev.drawbridge.catalog.aws.AutoScalingGroup;
import dev.drawbridge.catalog.aws.EcsService;
import dev.drawbridge.catalog.aws.EcsService.Constraint;
import dev.drawbridge.catalog.aws.EcsService.LaunchType;
import dev.drawbridge.catalog.aws.EcsService.Strategy;
import dev.drawbridge.catalog.aws.Instances;
import dev.drawbridge.catalog.aws.ProxyTier;
import dev.drawbridge.catalog.aws.TaskSize;
import dev.drawbridge.catalog.aws.WasTier;
import dev.drawbridge.catalog.aws.WebTier;
import dev.drawbridge.model.Fields;
import dev.drawbridge.resource.Block;
import dev.drawbridge.resource.Resource;
import dev.drawbridge.resource.ResourceGraph;
import java.util.List;
import org.junit.jupiter.api.Test;

class EcsTest {
  @Test
  void aTaskOnFargateRunsOnTheProcessorThatIsChosen() {
    Sketch sketch = containers();
    assertThat(architecture(sketch)).isEqualTo("X86_64");
    sketch.set("web-ecs", EcsService.ARCHITECTURE, EcsService.Architecture.ARM64);
    assertThat(architecture(sketch)).isEqualTo("ARM64");
    assertThat(RoundTrip.differences(sketch.document())).isEmpty();
    sketch.set("web-ecs", EcsService.LAUNCH_TYPE, EcsService.LaunchType.EC2);
    assertThat(architecture(sketch)).as("of its instances").isEqualTo("X86_64");
  }

  private static String architecture(Sketch sketch) {
    Resource task = get(sketch.lower(), "aws_ecs_task_definition", "web_ecs");
    return say(block(task, "runtime_platform"), "cpu_architecture");
  }

  @Test
  void tasksAreMovedBetweenZonesWhereAwsTakesThat() {
    assertThat(rebalancing(containers())).isEqualTo("ENABLED");
    assertThat(rebalancing(onInstances())).isEqualTo("ENABLED");
    assertThat(rebalancing(onInstances().set("web-ecs", EcsService.STRATEGIES, List.of())))
        .isEqualTo("ENABLED");
    Fields packed = EcsService.STRATEGY.set(Fields.NONE, Strategy.BINPACK_CPU);
    assertThat(rebalancing(onInstances().set("web-ecs", EcsService.STRATEGIES, List.of(packed))))
        .isEqualTo("DISABLED");
    Fields zone =
        EcsService.EXPRESSION.set(
            EcsService.CONSTRAINT.set(Fields.NONE, Constraint.MEMBER_OF),
            "attribute:ecs.availability-zone == ap-northeast-2a");
    assertThat(rebalancing(onInstances().set("web-ecs", EcsService.CONSTRAINTS, List.of(zone))))
        .isEqualTo("DISABLED");
    assertThat(
            rebalancing(
                containers()
                    .set("web-ecs", EcsService.MINIMUM_HEALTHY, 50)
                    .set("web-ecs", EcsService.MAXIMUM_PERCENT, 100)))
        .as("without room for another task")
        .isEqualTo("DISABLED");
  }

  private static String rebalancing(Sketch sketch) {
    return say(service(sketch.lower()), "availability_zone_rebalancing");
  }

  /// The web tier of the good design in an ECS service.
  static Sketch containers() {
    return Sketch.threeTier()
        .node("web-ecs", "aws.ecs_service", "main")
        .spans("web-ecs", "web-a", "web-b")
        .move("web", "web-ecs")
        .without("web-asg");
  }

  private static Sketch onInstances() {
    return containers().set("web-ecs", EcsService.LAUNCH_TYPE, LaunchType.EC2);
  }

  private static Resource service(ResourceGraph graph) {
    return get(graph, "aws_ecs_service", "web_ecs");
  }

  @Test
  void aTierInsideAServiceIsAContainerThatItsLoadBalancerReachesByAddress() {
    ResourceGraph graph = containers().lower();
    assertThat(say(get(graph, "aws_lb_target_group", "public_alb_to_web"), "target_type"))
        .isEqualTo("ip");
    Block balanced = block(service(graph), "load_balancer");
    assertThat(say(balanced, "target_group_arn"))
        .isEqualTo("aws_lb_target_group.public_alb_to_web.arn");
    assertThat(say(balanced, "container_name")).isEqualTo("web");
    assertThat(say(balanced, "container_port")).isEqualTo("80");
    Block network = block(service(graph), "network_configuration");
    assertThat(say(network, "security_groups")).isEqualTo("aws_security_group.web.id");
    assertThat(say(network, "assign_public_ip")).isEqualTo("false");
    assertThat(say(service(graph), "depends_on"))
        .contains("aws_lb_listener.public_alb_https_443")
        .contains("aws_iam_role_policy_attachment.web_ecs_execution");
    assertThat(graph.ofType("aws_lb_target_group_attachment")).isEmpty();
    assertThat(graph.ofType("aws_launch_template")).hasSize(1);
  }

  @Test
  void aContainerHearsItsEnvironmentAndWritesItsLogs() {
    String definitions =
        say(
            get(containers().lower(), "aws_ecs_task_definition", "web_ecs"),
            "container_definitions");
    assertThat(definitions)
        .contains("image=var.web_image", "containerPort=80", "stopTimeout=30")
        .contains("name=INTERNAL_ALB_HOST value=aws_lb.internal_alb.dns_name")
        .contains("awslogs-group=aws_cloudwatch_log_group.web_ecs.name");
  }

  @Test
  void anImageIsBuiltFromWhatLiesBesideTheTerraformAndStaysInTheForeground() {
    ResourceGraph graph = containers().lower();
    assertThat(graph.files().get("files/web/Dockerfile").text())
        .contains("COPY nginx.conf", "STOPSIGNAL SIGQUIT", "\"daemon off;\"", "EXPOSE 80\n");
    assertThat(graph.files().get("files/web/.dockerignore").text()).contains("*\n!nginx.conf");
    assertThat(graph.files()).containsKey("files/web/nginx.conf");
    for (WasTier.Software software : WasTier.Software.values()) {
      ResourceGraph was =
          Sketch.threeTier()
              .node("was-ecs", "aws.ecs_service", "main")
              .spans("was-ecs", "app-a", "app-b")
              .move("was", "was-ecs")
              .set("was", WasTier.SOFTWARE, software)
              .lower();
      assertThat(was.files().get("files/was/Dockerfile").text())
          .containsPattern("EXPOSE 8080\nUSER (node|10001)\nCMD \\[");
      assertThat(say(get(was, "aws_ecs_task_definition", "was_ecs"), "container_definitions"))
          .contains("name=DATABASE_PORT value=tostring(aws_db_instance.db.port)");
    }
    for (ProxyTier.Software software : ProxyTier.Software.values()) {
      ResourceGraph proxy =
          containers()
              .node("proxy", "tier.proxy", "web-ecs")
              .set("proxy", ProxyTier.SOFTWARE, software)
              .arrow("proxy", "internal-alb")
              .lower();
      assertThat(proxy.files()).containsKey("files/proxy/Dockerfile");
    }
    assertThat(containers().set("web", Instances.IMAGE, "example.com/web:1").lower().variables())
        .doesNotContainKey("web_image");
  }

  /// The last user counts. A port below 1024 needs a file that may open it, others need nothing.
  @Test
  void noImageOfAServerStartsAsRoot() {
    assertThat(containers().lower().files().get("files/web/Dockerfile").text())
        .contains("setcap cap_net_bind_service=+ep /usr/sbin/nginx\n", "\nUSER nginx\nCMD ");
    assertThat(
            containers()
                .set("web", WebTier.PORT, 8080)
                .lower()
                .files()
                .get("files/web/Dockerfile")
                .text())
        .doesNotContain("setcap")
        .contains("\nUSER nginx\nCMD ");
    for (ProxyTier.Software software : ProxyTier.Software.values()) {
      for (int port : List.of(81, 8081)) {
        String image =
            containers()
                .node("proxy", "tier.proxy", "web-ecs")
                .set("proxy", ProxyTier.SOFTWARE, software)
                .set(
                    "proxy",
                    ProxyTier.LISTENERS,
                    List.of(ProxyTier.listener(port, ProxyTier.Protocol.HTTP)))
                .arrow("proxy", "internal-alb")
                .lower()
                .files()
                .get("files/proxy/Dockerfile")
                .text();
        assertThat(image.substring(image.lastIndexOf("USER "))).doesNotStartWith("USER root");
        assertThat(image).contains("EXPOSE " + port + "\n");
        assertThat(image.contains("setcap")).as("%s on %s", software, port).isEqualTo(port == 81);
      }
    }
  }

  @Test
  void aVersionThatDoesNotComeUpGivesWay() {
    Block breaker = block(service(containers().lower()), "deployment_circuit_breaker");
    assertThat(say(breaker, "enable")).isEqualTo("true");
    assertThat(say(breaker, "rollback")).isEqualTo("true");
    assertThat(say(block(service(containers().lower()), "alarms"), "alarm_names"))
        .contains("aws_cloudwatch_metric_alarm.public_alb_to_web_unhealthy.alarm_name");
    Sketch stays = containers().set("web-ecs", EcsService.ROLLBACK, false);
    assertThat(say(block(service(stays.lower()), "deployment_circuit_breaker"), "rollback"))
        .isEqualTo("false");
  }

  @Test
  void theScalingPolicyOwnsTheNumberOfTasksWhereThereIsOne() {
    ResourceGraph graph = containers().lower();
    assertThat(say(block(service(graph), "lifecycle"), "ignore_changes"))
        .isEqualTo("desired_count");
    assertThat(say(get(graph, "aws_appautoscaling_target", "web_ecs"), "max_capacity"))
        .isEqualTo("6");
    ResourceGraph fixed = containers().set("web-ecs", AutoScalingGroup.CPU_TARGET, 0).lower();
    assertThat(service(fixed).body().blocks("lifecycle")).isEmpty();
    assertThat(fixed.ofType("aws_appautoscaling_target")).isEmpty();
  }

  @Test
  void onInstancesACapacityProviderStartsWhatTheTasksNeed() {
    ResourceGraph graph = onInstances().lower();
    assertThat(say(service(graph), "launch_type")).isEmpty();
    assertThat(say(block(service(graph), "capacity_provider_strategy"), "capacity_provider"))
        .isEqualTo("aws_ecs_capacity_provider.web_ecs.name");
    assertThat(say(get(graph, "aws_launch_template", "web_ecs"), "image_id"))
        .contains("ecs/optimized-ami/amazon-linux-2023/recommended");
    assertThat(say(get(graph, "aws_autoscaling_group", "web_ecs"), "protect_from_scale_in"))
        .isEqualTo("true");
    ResourceGraph arm = onInstances().set("web-ecs", Instances.INSTANCE_TYPE, "m7g.large").lower();
    assertThat(
            say(
                block(get(arm, "aws_ecs_task_definition", "web_ecs"), "runtime_platform"),
                "cpu_architecture"))
        .isEqualTo("ARM64");
  }

  @Test
  void placementIsInOrderAndOnlyOnInstances() {
    List<Fields> strategies =
        List.of(
            EcsService.STRATEGY.set(Fields.NONE, Strategy.SPREAD_ZONE),
            EcsService.STRATEGY.set(Fields.NONE, Strategy.BINPACK_CPU),
            EcsService.STRATEGY.set(Fields.NONE, Strategy.RANDOM));
    List<Fields> constraints =
        List.of(
            EcsService.CONSTRAINT.set(Fields.NONE, Constraint.DISTINCT_INSTANCE),
            EcsService.CONSTRAINT.set(Fields.NONE, Constraint.MEMBER_OF),
            EcsService.EXPRESSION.set(
                EcsService.CONSTRAINT.set(Fields.NONE, Constraint.MEMBER_OF),
                "attribute:ecs.instance-type =~ m7i.*"));
    Sketch sketch =
        onInstances()
            .set("web-ecs", EcsService.STRATEGIES, strategies)
            .set("web-ecs", EcsService.CONSTRAINTS, constraints);
    Resource service = service(sketch.lower());
    assertThat(
            service.body().blocks("ordered_placement_strategy").stream()
                .map(one -> (say(one, "type") + " " + say(one, "field")).strip()))
        .containsExactly("spread attribute:ecs.availability-zone", "binpack cpu", "random");
    assertThat(
            service.body().blocks("placement_constraints").stream()
                .map(one -> (say(one, "type") + " " + say(one, "expression")).strip()))
        .containsExactly("distinctInstance", "memberOf attribute:ecs.instance-type =~ m7i.*");
    assertThat(Lowerer.lower(sketch.document()).issues().stream().map(Issue::key))
        .contains("lower.member-of-nothing");
    sketch.set("web-ecs", EcsService.LAUNCH_TYPE, LaunchType.FARGATE);
    assertThat(service(sketch.lower()).body().blocks("ordered_placement_strategy")).isEmpty();
  }

  /// Rules see the tasks of a service as they see the instances of a group.
  @Test
  void theGoodDesignStaysGoodInContainers() {
    assertThat(Analysis.of(safe(containers()).document()).findings()).isEmpty();
    assertThat(Analysis.of(safe(onInstances()).document()).findings()).isEmpty();
    Sketch wrong = containers().set("web", Instances.PUBLIC_IP, true).arrow("web", "db");
    assertThat(Analysis.of(wrong.document()).findings())
        .anyMatch(finding -> finding.rule().equals("DMZ-012"));
  }

  private static Sketch safe(Sketch sketch) {
    return sketch
        .node("logs", "aws.s3_bucket", "seoul")
        .node("acl", "aws.web_acl", "seoul")
        .using("public-alb", "logs")
        .using("internal-alb", "logs")
        .using("public-alb", "acl");
  }

  @Test
  void anEmptyServiceIsNotBuilt() {
    Sketch sketch = Sketch.threeTier().node("empty", "aws.ecs_service", "main");
    assertThat(sketch.lower().ofType("aws_ecs_service")).isEmpty();
    assertThat(Lowerer.lower(sketch.document()).issues().stream().map(Issue::key))
        .contains("lower.empty-service");
  }

  /// Amazon ECS Developer Guide, Task size.
  @Test
  void fargateHasTheSizesThatAwsLists() {
    assertThat(TaskSize.ALL).hasSize(3 + 4 + 7 + 13 + 23 + 12 + 12);
    assertThat(new TaskSize(256, 512).isOnFargate()).isTrue();
    assertThat(new TaskSize(256, 4096).isOnFargate()).isFalse();
    assertThat(new TaskSize(256, 4096).atLeast()).contains(new TaskSize(512, 4096));
    assertThat(new TaskSize(16384, 122880).isOnFargate()).isTrue();
    assertThat(new TaskSize(32768, 1).atLeast()).isEmpty();
  }
}
