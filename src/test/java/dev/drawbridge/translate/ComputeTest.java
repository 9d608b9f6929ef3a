package dev.drawbridge.translate;

import static dev.drawbridge.translate.Graphs.block;
import static dev.drawbridge.translate.Graphs.get;
import static dev.drawbridge.translate.Graphs.say;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.base.Issue;
import dev.drawbridge.catalog.aws.AutoScalingGroup;
import dev.drawbridge.catalog.aws.Instances;
import dev.drawbridge.catalog.aws.Subnet;
import dev.drawbridge.catalog.aws.Vpc;
import dev.drawbridge.catalog.aws.WebTier;
import dev.drawbridge.model.Fields;
import dev.drawbridge.resource.Block;
import dev.drawbridge.resource.Resource;
import dev.drawbridge.resource.ResourceGraph;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComputeTest {
  @Test
  void aGroupTellsTheTopicsThatItUsesOfTheEventsThatAreChosen() {
    Sketch sketch =
        Sketch.threeTier()
            .node("oncall", "aws.sns_topic", "seoul")
            .using("was-asg", "oncall")
            .set(
                "was-asg",
                AutoScalingGroup.EVENTS,
                List.of(
                    AutoScalingGroup.EVENT.set(
                        Fields.NONE, AutoScalingGroup.Event.TERMINATE_ERROR)));
    ResourceGraph graph = sketch.lower();
    Resource told = get(graph, "aws_autoscaling_notification", "was_asg_oncall");
    assertThat(say(told, "group_names")).isEqualTo("aws_autoscaling_group.was_asg.name");
    assertThat(say(told, "notifications")).isEqualTo("autoscaling:EC2_INSTANCE_TERMINATE_ERROR");
    assertThat(say(told, "topic_arn")).isEqualTo("aws_sns_topic.oncall.arn");
    assertThat(graph.data().values())
        .as("the role of Auto Scaling may use the key of an encrypted topic")
        .anyMatch(
            policy ->
                policy.body().blocks("statement").stream()
                    .anyMatch(one -> say(one, "sid").equals("AutoScalingNotifications")));
    assertThat(RoundTrip.differences(sketch.document())).isEmpty();
    Sketch far = sketch.node("tokyo", "aws.region", null).move("oncall", "tokyo");
    assertThat(Lowerer.lower(far.document()).issues().stream().map(Issue::key))
        .contains("lower.notify-elsewhere");
    Sketch silent = sketch.set("was-asg", AutoScalingGroup.EVENTS, List.of());
    assertThat(Lowerer.lower(silent.document()).issues().stream().map(Issue::key))
        .contains("lower.notify-nothing");
    assertThat(silent.lower().ofType("aws_autoscaling_notification")).isEmpty();
  }

  @Test
  void aTierInsideAGroupRunsOnItsInstances() {
    ResourceGraph graph = Sketch.threeTier().lower();
    Resource template = get(graph, "aws_launch_template", "web_asg");
    assertThat(say(template, "vpc_security_group_ids")).isEqualTo("aws_security_group.web.id");
    assertThat(template.body().blocks("network_interfaces")).isEmpty();
    assertThat(say(template, "user_data"))
        .contains("web.sh.tftpl")
        .contains("files/web/nginx.conf");
    assertThat(file(graph, "files/web/nginx.conf")).contains("listen 80 default_server;");
    Resource group = get(graph, "aws_autoscaling_group", "web_asg");
    assertThat(say(group, "vpc_zone_identifier"))
        .isEqualTo("aws_subnet.web_a.id, aws_subnet.web_b.id");
    assertThat(say(group, "target_group_arns"))
        .isEqualTo("aws_lb_target_group.public_alb_to_web.arn");
    assertThat(graph.ofType("aws_instance")).isEmpty();
  }

  @Test
  void behindALoadBalancerItsHealthCheckDecides() {
    ResourceGraph graph = Sketch.threeTier().lower();
    assertThat(say(get(graph, "aws_autoscaling_group", "web_asg"), "health_check_type"))
        .isEqualTo("ELB");
    ResourceGraph alone = Sketch.threeTier().without("public-alb").lower();
    assertThat(say(get(alone, "aws_autoscaling_group", "web_asg"), "health_check_type"))
        .isEqualTo("EC2");
    ResourceGraph told =
        Sketch.threeTier()
            .set("web-asg", AutoScalingGroup.HEALTH_CHECK, AutoScalingGroup.HealthCheck.EC2)
            .lower();
    assertThat(say(get(told, "aws_autoscaling_group", "web_asg"), "health_check_type"))
        .isEqualTo("EC2");
  }

  @Test
  void theScalingPolicyOwnsTheCapacityWhereThereIsOne() {
    ResourceGraph graph = Sketch.threeTier().lower();
    assertThat(
            say(
                block(get(graph, "aws_autoscaling_group", "web_asg"), "lifecycle"),
                "ignore_changes"))
        .isEqualTo("desired_capacity");
    ResourceGraph fixed = Sketch.threeTier().set("web-asg", AutoScalingGroup.CPU_TARGET, 0).lower();
    assertThat(
            say(
                block(get(fixed, "aws_autoscaling_group", "web_asg"), "lifecycle"),
                "ignore_changes"))
        .isEmpty();
    assertThat(fixed.ofType("aws_autoscaling_policy")).hasSize(1);
  }

  @Test
  void aTierOfItsOwnHasInstancesInEachSubnetAndEachIsATarget() {
    ResourceGraph graph =
        Sketch.threeTier()
            .move("web", "main")
            .spans("web", "web-a", "web-b")
            .set("web", Instances.PER_SUBNET, 2)
            .lower();
    assertThat(graph.ofType("aws_instance").stream().map(r -> r.address().name()))
        .containsExactly("web_web_a_1", "web_web_a_2", "web_web_b_1", "web_web_b_2");
    assertThat(graph.ofType("aws_lb_target_group_attachment")).hasSize(4);
    assertThat(say(get(graph, "aws_instance", "web_web_b_1"), "subnet_id"))
        .isEqualTo("aws_subnet.web_b.id");
  }

  @Test
  void aTierInASubnetStandsThere() {
    ResourceGraph graph = Sketch.threeTier().move("was", "public-a").lower();
    assertThat(say(get(graph, "aws_instance", "was_public_a"), "subnet_id"))
        .isEqualTo("aws_subnet.public_a.id");
  }

  @Test
  void aPublicAddressIsDrawnOrDenied() {
    ResourceGraph graph = Sketch.threeTier().set("was", Instances.PUBLIC_IP, true).lower();
    assertThat(publicIp(graph, "was_asg")).isEqualTo("true");
    assertThat(get(graph, "aws_launch_template", "web_asg").body().blocks("network_interfaces"))
        .as("its subnets give no public addresses")
        .isEmpty();
    ResourceGraph mapped = Sketch.threeTier().set("web-a", Subnet.MAP_PUBLIC_IP, true).lower();
    assertThat(publicIp(mapped, "web_asg")).isEqualTo("false");
    ResourceGraph single =
        Sketch.threeTier().move("was", "public-a").set("was", Instances.PUBLIC_IP, true).lower();
    assertThat(say(get(single, "aws_instance", "was_public_a"), "associate_public_ip_address"))
        .isEqualTo("true");
  }

  @Test
  void theImageFitsTheProcessor() {
    for (String arm : new String[] {"t4g.small", "m7g.large", "c7gn.xlarge", "x2gd.medium"}) {
      assertThat(image(arm)).endsWith("arm64");
    }
    for (String intel : new String[] {"t3.small", "g5.xlarge", "m7i-flex.large", "g4dn.xlarge"}) {
      assertThat(image(intel)).endsWith("x86_64");
    }
  }

  @Test
  void theWebServersPassOnToTheLoadBalancerThatTheirArrowLeadsTo() {
    ResourceGraph graph = Sketch.threeTier().set("web", WebTier.WORKER_CONNECTIONS, 2048).lower();
    assertThat(say(get(graph, "aws_launch_template", "web_asg"), "user_data"))
        .contains("INTERNAL_ALB_HOST=aws_lb.internal_alb.dns_name");
    assertThat(graph.files())
        .containsKeys("templates/web.sh.tftpl", "templates/was.sh.tftpl", "files/web/nginx.conf");
    assertThat(file(graph, "files/web/nginx.conf"))
        .contains("* ${INTERNAL_ALB_HOST};", "proxy_pass http://$app:8080;")
        .contains("worker_connections 2048;", "worker_rlimit_nofile 4096;");
  }

  @Test
  void theConfigurationSaysHowManyConnectionsThereAreAtMost() {
    Sketch sketch = Sketch.threeTier().set("web", WebTier.WORKER_CONNECTIONS, 2048);
    assertThat(file(sketch.lower(), "files/web/nginx.conf"))
        .contains("2048 connections for each processor");
    sketch.set("web", WebTier.WORKER_PROCESSES, "4");
    assertThat(file(sketch.lower(), "files/web/nginx.conf"))
        .contains("4 x 2048 = 8192 connections");
  }

  @Test
  void theWebServersPassOnToEachServerThatKeepsItsAddress() {
    Sketch sketch =
        Sketch.threeTier()
            .without("internal-alb")
            .move("was", "main")
            .spans("was", "app-a", "app-b")
            .arrow("web", "was");
    ResourceGraph graph = sketch.lower();
    assertThat(file(graph, "files/web/nginx.conf"))
        .contains("50.00% ${WAS_HOST_1};\n    * ${WAS_HOST_2};");
    assertThat(say(get(graph, "aws_launch_template", "web_asg"), "user_data"))
        .contains("WAS_HOST_2=aws_instance.was_app_b.private_ip");
    sketch.move("was", "was-asg");
    assertThat(file(sketch.lower(), "files/web/nginx.conf")).doesNotContain("proxy_pass");
  }

  @Test
  void theAddressesOfClientsAreBelievedFromTheVpcAlone() {
    Sketch sketch = Sketch.threeTier().set("main", Vpc.CIDR, "10.9.9.9/16");
    assertThat(file(sketch.lower(), "files/web/nginx.conf"))
        .contains("set_real_ip_from 10.9.0.0/16;");
    sketch.set("main", Vpc.CIDR, "99999/99");
    assertThat(file(sketch.lower(), "files/web/nginx.conf")).doesNotContain("real_ip");
  }

  @Test
  void onInstancesATierMayRunInAContainer() {
    Sketch sketch = Sketch.threeTier().set("web", Instances.RUNTIME, Instances.Runtime.DOCKER);
    ResourceGraph graph = sketch.lower();
    assertThat(say(get(graph, "aws_launch_template", "web_asg"), "user_data"))
        .contains("docker.sh.tftpl", "image=var.web_image")
        .contains("environment=INTERNAL_ALB_HOST=aws_lb.internal_alb.dns_name")
        .contains("log_group=aws_cloudwatch_log_group.web.name")
        .doesNotContain("web.sh.tftpl");
    assertThat(graph.files()).containsKeys("files/web/Dockerfile", "files/web/nginx.conf");
    assertThat(say(get(graph, "aws_iam_role_policy_attachment", "web_asg_registry"), "policy_arn"))
        .endsWith("AmazonEC2ContainerRegistryReadOnly");
    ResourceGraph single =
        sketch.set("web", Instances.IMAGE, "example.com/web:1").move("web", "web-a").lower();
    assertThat(say(get(single, "aws_launch_template", "web"), "user_data"))
        .contains("image=example.com/web:1");
  }

  @Test
  void aGroupGrowsByLoadByRequestsAndByTheClock() {
    Sketch sketch =
        Sketch.threeTier()
            .set("web-asg", AutoScalingGroup.CPU_TARGET, 0)
            .set("web-asg", AutoScalingGroup.REQUEST_TARGET, 1000)
            .set("web-asg", AutoScalingGroup.REFRESH_MIN_HEALTHY, 90)
            .set(
                "web-asg",
                AutoScalingGroup.SCHEDULES,
                List.of(
                    AutoScalingGroup.SCHEDULED_MIN.set(Fields.NONE, 4),
                    AutoScalingGroup.SCHEDULED_MIN.set(Fields.NONE, 5)));
    ResourceGraph graph = sketch.lower();
    Resource policy = get(graph, "aws_autoscaling_policy", "web_asg_requests");
    assertThat(
            say(
                block(
                    block(policy, "target_tracking_configuration"),
                    "predefined_metric_specification"),
                "resource_label"))
        .isEqualTo("aws_lb.public_alb.arn_suffix/aws_lb_target_group.public_alb_to_web.arn_suffix");
    assertThat(say(policy, "depends_on")).contains("aws_lb_listener.public_alb_https_443");
    assertThat(graph.ofType("aws_autoscaling_schedule"))
        .singleElement()
        .satisfies(schedule -> assertThat(say(schedule, "min_size")).isEqualTo("4"));
    Resource group = get(graph, "aws_autoscaling_group", "web_asg");
    assertThat(say(block(group, "lifecycle"), "ignore_changes")).isEqualTo("desired_capacity");
    Block preferences = block(block(group, "instance_refresh"), "preferences");
    assertThat(say(preferences, "min_healthy_percentage")).isEqualTo("90");
    assertThat(say(preferences, "max_healthy_percentage")).isEqualTo("140");
    assertThat(sketch.without("public-alb").lower().ofType("aws_autoscaling_policy"))
        .extracting(one -> one.address().name())
        .containsExactly("was_asg_cpu");
  }

  private static String file(ResourceGraph graph, String path) {
    var file = graph.files().get(path);
    assertThat(file).as("%s among %s", path, graph.files().keySet()).isNotNull();
    return file.text();
  }

  private static String image(String type) {
    ResourceGraph graph = Sketch.threeTier().set("web-asg", Instances.INSTANCE_TYPE, type).lower();
    return say(get(graph, "aws_launch_template", "web_asg"), "image_id");
  }

  private static String publicIp(ResourceGraph graph, String group) {
    return say(
        block(get(graph, "aws_launch_template", group), "network_interfaces"),
        "associate_public_ip_address");
  }
}
