package dev.drawbridge.translate;

import static dev.drawbridge.translate.Graphs.block;
import static dev.drawbridge.translate.Graphs.get;
import static dev.drawbridge.translate.Graphs.say;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.catalog.aws.ApplicationLoadBalancer;
import dev.drawbridge.catalog.aws.ApplicationLoadBalancer.Action;
import dev.drawbridge.catalog.aws.ApplicationLoadBalancer.Protocol;
import dev.drawbridge.catalog.aws.ApplicationLoadBalancer.Scheme;
import dev.drawbridge.catalog.aws.Traffic;
import dev.drawbridge.catalog.aws.WasTier;
import dev.drawbridge.resource.Block;
import dev.drawbridge.resource.Resource;
import dev.drawbridge.resource.ResourceGraph;
import java.util.List;
import org.junit.jupiter.api.Test;

class BalancersTest {
  private static final String ARN = "arn:aws:acm:ap-northeast-2:123456789012:certificate/x";

  @Test
  void theSchemeIsToldEitherWay() {
    ResourceGraph graph = Sketch.threeTier().lower();
    assertThat(say(get(graph, "aws_lb", "public_alb"), "internal")).isEqualTo("false");
    assertThat(say(get(graph, "aws_lb", "internal_alb"), "internal")).isEqualTo("true");
    ResourceGraph wrong =
        Sketch.threeTier()
            .set("internal-alb", ApplicationLoadBalancer.SCHEME, Scheme.INTERNET_FACING)
            .lower();
    assertThat(say(get(wrong, "aws_lb", "internal_alb"), "internal")).isEqualTo("false");
  }

  @Test
  void itLiesInTheSubnetsThatItSpans() {
    ResourceGraph graph = Sketch.threeTier().spans("public-alb", "public-b").lower();
    assertThat(say(get(graph, "aws_lb", "public_alb"), "subnets"))
        .isEqualTo("aws_subnet.public_b.id");
  }

  @Test
  void plainHttpIsRedirectedToTheSecureListener() {
    ResourceGraph graph = Sketch.threeTier().lower();
    Block action = block(get(graph, "aws_lb_listener", "public_alb_http_80"), "default_action");
    assertThat(say(action, "type")).isEqualTo("redirect");
    assertThat(say(block(action, "redirect"), "port")).isEqualTo("443");
  }

  @Test
  void aMissingCertificateBecomesAnInput() {
    ResourceGraph graph = Sketch.threeTier().lower();
    assertThat(say(get(graph, "aws_lb_listener", "public_alb_https_443"), "certificate_arn"))
        .isEqualTo("var.public_alb_certificate_arn");
    assertThat(graph.variables()).containsKey("public_alb_certificate_arn");
    ResourceGraph drawn =
        Sketch.threeTier().set("public-alb", ApplicationLoadBalancer.CERTIFICATE_ARN, ARN).lower();
    assertThat(drawn.variables()).doesNotContainKey("public_alb_certificate_arn");
    assertThat(say(get(drawn, "aws_lb_listener", "public_alb_https_443"), "certificate_arn"))
        .isEqualTo(ARN);
  }

  @Test
  void anArrowMakesATargetGroupOnItsPortWithTheHealthCheckOfItsTier() {
    ResourceGraph graph =
        Sketch.threeTier()
            .set("was", WasTier.PORT, 9000)
            .set("internal-alb", ApplicationLoadBalancer.HEALTH_CHECK_TIMEOUT, 7)
            .lower();
    Resource targets = get(graph, "aws_lb_target_group", "internal_alb_to_was");
    assertThat(say(targets, "port")).isEqualTo("9000");
    Block health = block(targets, "health_check");
    assertThat(say(health, "path")).isEqualTo("/healthz");
    assertThat(say(health, "timeout")).isEqualTo("7");
    ResourceGraph wrong = Sketch.threeTier().set("internal-alb.was", Traffic.PORTS, "8081").lower();
    assertThat(say(get(wrong, "aws_lb_target_group", "internal_alb_to_was"), "port"))
        .isEqualTo("8081");
  }

  @Test
  void arrowsWithoutConditionsShareTheRequestsByWeight() {
    ResourceGraph graph = withGreen().set("internal-alb.green", Traffic.WEIGHT, 0).lower();
    Block forward =
        block(
            block(get(graph, "aws_lb_listener", "internal_alb_http_8080"), "default_action"),
            "forward");
    assertThat(forward.blocks("target_group").stream().map(group -> say(group, "weight")))
        .containsExactly("1", "0");
  }

  @Test
  void aPathMakesAListenerRuleAndTheLongerPathComesFirst() {
    ResourceGraph graph =
        withGreen()
            .set("internal-alb.green", Traffic.PATH, "/api/v2/*")
            .set("internal-alb.was", Traffic.PATH, "/api/*")
            .lower();
    List<Resource> rules = graph.ofType("aws_lb_listener_rule");
    assertThat(rules).hasSize(2);
    assertThat(say(rules.getFirst(), "priority")).isEqualTo("10");
    assertThat(say(block(block(rules.getFirst(), "condition"), "path_pattern"), "values"))
        .isEqualTo("/api/v2/*");
    assertThat(
            say(
                block(get(graph, "aws_lb_listener", "internal_alb_http_8080"), "default_action"),
                "type"))
        .isEqualTo("fixed-response");
  }

  @Test
  void severalHostsAndPathsStandInOneRule() {
    ResourceGraph graph =
        withGreen()
            .set("internal-alb.green", Traffic.HOST, "a.example.com,*.example.net")
            .set("internal-alb.green", Traffic.PATH, "/api/*,/v2/*")
            .lower();
    Resource rule = graph.ofType("aws_lb_listener_rule").getFirst();
    List<Block> conditions = rule.body().blocks("condition");
    assertThat(say(block(conditions.getFirst(), "host_header"), "values"))
        .isEqualTo("a.example.com, *.example.net");
    assertThat(say(block(conditions.getLast(), "path_pattern"), "values"))
        .isEqualTo("/api/*, /v2/*");
  }

  @Test
  void ofTwoRulesTheOneThatTakesAllOfTheOtherComesLast() {
    ResourceGraph graph =
        withGreen()
            .set("internal-alb.was", Traffic.PATH, "/api/*,/v2/*")
            .set("internal-alb.green", Traffic.PATH, "/api/*")
            .lower();
    Resource first = graph.ofType("aws_lb_listener_rule").getFirst();
    assertThat(say(block(block(first, "condition"), "path_pattern"), "values")).isEqualTo("/api/*");
  }

  @Test
  void aListenerMayAnswerByItself() {
    ResourceGraph graph =
        Sketch.threeTier()
            .set(
                "internal-alb",
                ApplicationLoadBalancer.LISTENERS,
                List.of(
                    ApplicationLoadBalancer.FIXED_STATUS.set(
                        ApplicationLoadBalancer.listener(
                            8080, Protocol.HTTP, Action.FIXED_RESPONSE),
                        "403")))
            .lower();
    Block action = block(get(graph, "aws_lb_listener", "internal_alb_http_8080"), "default_action");
    assertThat(say(block(action, "fixed_response"), "status_code")).isEqualTo("403");
  }

  @Test
  void theTlsPolicyAndTheZonesThatTargetsServeAreAsDrawn() {
    ResourceGraph graph =
        Sketch.threeTier().set("public-alb", ApplicationLoadBalancer.CROSS_ZONE, false).lower();
    assertThat(say(get(graph, "aws_lb_listener", "public_alb_https_443"), "ssl_policy"))
        .isEqualTo("ELBSecurityPolicy-TLS13-1-2-Res-2021-06");
    assertThat(
            say(
                get(graph, "aws_lb_target_group", "public_alb_to_web"),
                "load_balancing_cross_zone_enabled"))
        .isEqualTo("false");
  }

  @Test
  void aPortCanHaveOneListenerOnly() {
    Sketch sketch =
        Sketch.threeTier()
            .set(
                "internal-alb",
                ApplicationLoadBalancer.LISTENERS,
                List.of(
                    ApplicationLoadBalancer.listener(8080, Protocol.HTTP, Action.FORWARD),
                    ApplicationLoadBalancer.listener(8080, Protocol.HTTPS, Action.FORWARD)));
    assertThat(Lowerer.lower(sketch.document()).issues())
        .hasSize(1)
        .allSatisfy(issue -> assertThat(issue.key()).isEqualTo("lower.listener-twice"));
  }

  @Test
  void theOneTowardsTheInternetWaitsForItsRoute() {
    ResourceGraph graph = Sketch.threeTier().lower();
    assertThat(say(get(graph, "aws_lb", "public_alb"), "depends_on"))
        .isEqualTo("aws_route.main_public_internet");
    assertThat(get(graph, "aws_lb", "internal_alb").get("depends_on")).isNull();
  }

  private static Sketch withGreen() {
    return Sketch.threeTier().node("green", "tier.was", "app-a").arrow("internal-alb", "green");
  }
}
