package dev.drawbridge.translate;

import static dev.drawbridge.translate.Graphs.block;
import static dev.drawbridge.translate.Graphs.get;
import static dev.drawbridge.translate.Graphs.rules;
import static dev.drawbridge.translate.Graphs.say;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.base.Issue;
import dev.drawbridge.catalog.Port.Transport;
import dev.drawbridge.catalog.aws.ApplicationLoadBalancer;
import dev.drawbridge.catalog.aws.NetworkLoadBalancer;
import dev.drawbridge.catalog.aws.NetworkLoadBalancer.Protocol;
import dev.drawbridge.catalog.aws.Traffic;
import dev.drawbridge.resource.Resource;
import dev.drawbridge.resource.ResourceGraph;
import java.util.List;
import org.junit.jupiter.api.Test;

class NetworkBalancersTest {
  @Test
  void itPassesOnTcpAndEndsTlsWithAnInputForItsCertificate() {
    ResourceGraph graph = edge().lower();
    assertThat(say(get(graph, "aws_lb", "nlb"), "load_balancer_type")).isEqualTo("network");
    Resource listener = get(graph, "aws_lb_listener", "nlb_tls_443");
    assertThat(say(listener, "certificate_arn")).isEqualTo("var.nlb_certificate_arn");
    Resource targets = get(graph, "aws_lb_target_group", "nlb_to_web_tcp_80");
    assertThat(say(block(listener, "default_action"), "target_group_arn"))
        .isEqualTo("aws_lb_target_group.nlb_to_web_tcp_80.arn");
    assertThat(say(targets, "protocol")).isEqualTo("TCP");
    assertThat(say(targets, "preserve_client_ip")).isEqualTo("true");
    assertThat(say(block(targets, "health_check"), "protocol")).isEqualTo("TCP");
    assertThat(say(get(graph, "aws_autoscaling_group", "web_asg"), "target_group_arns"))
        .contains("aws_lb_target_group.nlb_to_web_tcp_80.arn");
  }

  @Test
  void arrowsOpenItsGroupAndThatOfItsTargets() {
    ResourceGraph graph = edge().lower();
    assertThat(rules(graph, "nlb"))
        .containsExactlyInAnyOrder("in tcp 443-443 0.0.0.0/0", "out tcp 80-80 web");
    assertThat(rules(graph, "web")).contains("in tcp 80-80 nlb");
  }

  @Test
  void eachListenerLeadsToTheArrowThatOpensItsPort() {
    ResourceGraph graph =
        edge()
            .set(
                "nlb",
                NetworkLoadBalancer.LISTENERS,
                List.of(
                    NetworkLoadBalancer.listener(8080, Protocol.TCP),
                    NetworkLoadBalancer.listener(443, Protocol.TLS),
                    NetworkLoadBalancer.listener(80, Protocol.TCP)))
            .node("other", "tier.was", "app-a")
            .arrow("nlb", "other")
            .lower();
    assertThat(target(graph, "nlb_tcp_8080")).isEqualTo("nlb_to_other_tcp_8080");
    assertThat(target(graph, "nlb_tls_443")).isEqualTo("nlb_to_web_tcp_80");
    assertThat(target(graph, "nlb_tcp_80")).isEqualTo("nlb_to_web_tcp_80");
    assertThat(graph.ofType("aws_lb_target_group_attachment")).hasSize(1);
  }

  @Test
  void udpGoesToArrowsForUdpOnly() {
    Sketch sketch =
        edge()
            .set(
                "nlb",
                NetworkLoadBalancer.LISTENERS,
                List.of(NetworkLoadBalancer.listener(53, Protocol.UDP)));
    assertThat(sketch.lower().ofType("aws_lb_listener"))
        .noneMatch(listener -> say(listener, "protocol").equals("UDP"));
    assertThat(keys(sketch))
        .containsExactlyInAnyOrder("lower.listener-to-nobody", "lower.arrow-without-listener");
    sketch.set("nlb.web", Traffic.PROTOCOL, Transport.UDP).set("nlb.web", Traffic.PORTS, "53");
    ResourceGraph graph = sketch.lower();
    Resource targets = get(graph, "aws_lb_target_group", "nlb_to_web_udp_53");
    assertThat(targets.get("preserve_client_ip")).isNull();
    assertThat(target(graph, "nlb_udp_53")).isEqualTo("nlb_to_web_udp_53");
    assertThat(keys(sketch)).isEmpty();
  }

  @Test
  void healthMayBeAskedForWithHttp() {
    ResourceGraph graph =
        edge()
            .set(
                "nlb",
                NetworkLoadBalancer.HEALTH_CHECK_PROTOCOL,
                NetworkLoadBalancer.HealthProtocol.HTTP)
            .set("nlb", NetworkLoadBalancer.PRESERVE_CLIENT_IP, false)
            .set("nlb", ApplicationLoadBalancer.CROSS_ZONE, false)
            .lower();
    Resource targets = get(graph, "aws_lb_target_group", "nlb_to_web_tcp_80");
    assertThat(say(block(targets, "health_check"), "path")).isEqualTo("/healthz");
    assertThat(say(targets, "preserve_client_ip")).isEqualTo("false");
    assertThat(say(get(graph, "aws_lb", "nlb"), "enable_cross_zone_load_balancing"))
        .isEqualTo("false");
  }

  @Test
  void itsLogsGoToTheBucketThatItUses() {
    ResourceGraph graph =
        edge().node("logs", "aws.s3_bucket", "seoul").using("nlb", "logs").lower();
    assertThat(say(block(get(graph, "aws_lb", "nlb"), "access_logs"), "bucket"))
        .isEqualTo("aws_s3_bucket.logs.id");
    assertThat(graph.data().values())
        .anyMatch(
            policy ->
                policy.body().blocks("statement").stream()
                    .anyMatch(one -> say(one, "sid").equals("NetworkLoadBalancerLogsCheck")));
  }

  /// The three tiers with a Network Load Balancer where the public one was.
  private static Sketch edge() {
    return Sketch.threeTier()
        .without("public-alb")
        .node("nlb", "aws.nlb", "main")
        .spans("nlb", "public-a", "public-b")
        .arrow("internet", "nlb")
        .arrow("nlb", "web");
  }

  private static String target(ResourceGraph graph, String listener) {
    return say(block(get(graph, "aws_lb_listener", listener), "default_action"), "target_group_arn")
        .replaceAll("aws_lb_target_group\\.(.*)\\.arn", "$1");
  }

  private static List<String> keys(Sketch sketch) {
    return Lowerer.lower(sketch.document()).issues().stream().map(Issue::key).toList();
  }
}
