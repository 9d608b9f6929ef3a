package dev.drawbridge.translate;

import static dev.drawbridge.translate.Graphs.block;
import static dev.drawbridge.translate.Graphs.get;
import static dev.drawbridge.translate.Graphs.rules;
import static dev.drawbridge.translate.Graphs.say;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.base.Issue;
import dev.drawbridge.catalog.aws.ApplicationLoadBalancer;
import dev.drawbridge.catalog.aws.ClassicLoadBalancer;
import dev.drawbridge.catalog.aws.ClassicLoadBalancer.Protocol;
import dev.drawbridge.catalog.aws.Traffic;
import dev.drawbridge.resource.Resource;
import dev.drawbridge.resource.ResourceGraph;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClassicBalancersTest {
  @Test
  void itEndsTlsAndAsksForTheHealthOfItsInstances() {
    ResourceGraph graph = edge().lower();
    Resource elb = get(graph, "aws_elb", "elb");
    assertThat(say(block(elb, "listener"), "lb_port")).isEqualTo("443");
    assertThat(say(block(elb, "listener"), "lb_protocol")).isEqualTo("https");
    assertThat(say(block(elb, "listener"), "instance_port")).isEqualTo("80");
    assertThat(say(block(elb, "listener"), "instance_protocol")).isEqualTo("http");
    assertThat(say(block(elb, "listener"), "ssl_certificate_id"))
        .isEqualTo("var.elb_certificate_arn");
    assertThat(say(block(elb, "health_check"), "target")).isEqualTo("HTTP:80/healthz");
    assertThat(say(elb, "connection_draining_timeout")).isEqualTo("60");
    assertThat(say(elb, "cross_zone_load_balancing")).isEqualTo("true");
    assertThat(say(elb, "desync_mitigation_mode")).isEqualTo("defensive");
  }

  @Test
  void aListenerWithACertificateAcceptsNothingOlderThanTls12() {
    ResourceGraph graph = edge().lower();
    assertThat(
            say(
                block(get(graph, "aws_load_balancer_policy", "elb_tls_443"), "policy_attribute"),
                "value"))
        .isEqualTo("ELBSecurityPolicy-TLS-1-2-2017-01");
    assertThat(say(get(graph, "aws_load_balancer_listener_policy", "elb_tls_443"), "policy_names"))
        .isEqualTo("aws_load_balancer_policy.elb_tls_443.policy_name");
  }

  @Test
  void instancesOfAGroupRegisterByTheGroupAndOthersOneByOne() {
    ResourceGraph graph = edge().node("other", "tier.was", "app-a").arrow("elb", "other").lower();
    Resource group = get(graph, "aws_autoscaling_group", "web_asg");
    assertThat(say(group, "load_balancers")).isEqualTo("aws_elb.elb.name");
    assertThat(say(group, "health_check_type")).isEqualTo("ELB");
    assertThat(say(get(graph, "aws_elb_attachment", "elb_to_other_app_a"), "instance"))
        .isEqualTo("aws_instance.other_app_a.id");
    assertThat(graph.ofType("aws_lb_target_group"))
        .noneMatch(target -> target.address().name().startsWith("elb_"));
  }

  @Test
  void arrowsOpenItsGroupAndThatOfItsInstances() {
    ResourceGraph graph = edge().lower();
    assertThat(rules(graph, "elb"))
        .containsExactlyInAnyOrder("in tcp 443-443 0.0.0.0/0", "out tcp 80-80 web");
    assertThat(rules(graph, "web")).contains("in tcp 80-80 elb");
  }

  @Test
  void whatItSpeaksWithInstancesIsOfTheSameLayer() {
    ResourceGraph graph =
        edge()
            .set(
                "elb",
                ClassicLoadBalancer.LISTENERS,
                List.of(
                    ClassicLoadBalancer.INSTANCE_PORT.set(
                        ClassicLoadBalancer.INSTANCE_TLS.set(
                            ClassicLoadBalancer.listener(8443, Protocol.SSL), true),
                        9443)))
            .set("elb", ClassicLoadBalancer.HEALTH_CHECK_PROTOCOL, Protocol.SSL)
            .set("elb", ApplicationLoadBalancer.DEREGISTRATION_DELAY, 0)
            .lower();
    Resource elb = get(graph, "aws_elb", "elb");
    assertThat(say(block(elb, "listener"), "instance_protocol")).isEqualTo("ssl");
    assertThat(say(block(elb, "health_check"), "target")).isEqualTo("SSL:9443");
    assertThat(say(elb, "connection_draining")).isEqualTo("false");
    assertThat(elb.get("connection_draining_timeout")).isNull();
    assertThat(graph.ofType("aws_cloudwatch_metric_alarm"))
        .noneMatch(alarm -> say(alarm, "metric_name").equals("HTTPCode_ELB_5XX"));
  }

  @Test
  void itsLogsGoToTheBucketThatItUses() {
    ResourceGraph graph =
        edge().node("logs", "aws.s3_bucket", "seoul").using("elb", "logs").lower();
    Resource elb = get(graph, "aws_elb", "elb");
    assertThat(say(block(elb, "access_logs"), "bucket")).isEqualTo("aws_s3_bucket.logs.id");
    assertThat(say(block(elb, "access_logs"), "bucket_prefix")).isEqualTo("elb");
    assertThat(graph.data().values())
        .anyMatch(
            policy ->
                policy.body().blocks("statement").stream()
                    .anyMatch(one -> say(one, "sid").equals("LoadBalancerLogs")));
  }

  @Test
  void tellsWhatItCannotDo() {
    assertThat(keys(edge().set("elb", ClassicLoadBalancer.LISTENERS, List.of())))
        .contains("lower.classic-without-listener");
    Sketch sketch =
        edge()
            .node("service", "aws.ecs_service", "main")
            .spans("service", "app-a", "app-b")
            .node("container", "tier.was", "service")
            .arrow("elb", "container");
    assertThat(keys(sketch)).contains("lower.classic-to-containers");
    assertThat(block(get(sketch.lower(), "aws_ecs_service", "service"), "lifecycle"))
        .as("is built all the same")
        .isNotNull();
  }

  @Test
  void whatItUsesAndWhomItServesComesBackFromTerraform() {
    Sketch sketch =
        edge()
            .node("logs", "aws.s3_bucket", "seoul")
            .node("cert", "aws.certificate", "seoul")
            .using("elb", "logs")
            .using("elb", "cert")
            .node("other", "tier.was", "app-a")
            .arrow("elb", "other")
            .set("elb.other", Traffic.PORTS, "1-0");
    assertThat(RoundTrip.differences(sketch.document())).isEmpty();
  }

  /// The three tiers with a classic load balancer where the public one was.
  static Sketch edge() {
    return Sketch.threeTier()
        .without("public-alb")
        .node("elb", "aws.elb", "main")
        .spans("elb", "public-a", "public-b")
        .arrow("internet", "elb")
        .arrow("elb", "web");
  }

  private static List<String> keys(Sketch sketch) {
    return Lowerer.lower(sketch.document()).issues().stream().map(Issue::key).toList();
  }
}
