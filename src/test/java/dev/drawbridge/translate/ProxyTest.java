package dev.drawbridge.translate;

import static dev.drawbridge.translate.Graphs.get;
import static dev.drawbridge.translate.Graphs.rules;
import static dev.drawbridge.translate.Graphs.say;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.base.Issue;
import dev.drawbridge.catalog.aws.ApplicationLoadBalancer;
import dev.drawbridge.catalog.aws.ApplicationLoadBalancer.Action;
import dev.drawbridge.catalog.aws.Instances;
import dev.drawbridge.catalog.aws.ProxyTier;
import dev.drawbridge.catalog.aws.ProxyTier.Protocol;
import dev.drawbridge.catalog.aws.ProxyTier.Software;
import dev.drawbridge.catalog.aws.Traffic;
import dev.drawbridge.model.Fields;
import dev.drawbridge.resource.ResourceGraph;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProxyTest {
  /// A proxy between the public load balancer and the internal one.
  private static Sketch before() {
    return Sketch.threeTier()
        .node("proxy-asg", "aws.autoscaling_group", "main")
        .spans("proxy-asg", "web-a", "web-b")
        .node("proxy", "tier.proxy", "proxy-asg")
        .arrow("public-alb", "proxy")
        .arrow("proxy", "internal-alb");
  }

  private static Sketch with(Sketch sketch, Fields... ports) {
    return sketch.set("proxy", ProxyTier.LISTENERS, List.of(ports));
  }

  /// Every kind of port, with and without somewhere to go.
  static List<Sketch> sketches() {
    return Stream.of(
            before(),
            before().without("internal-alb"),
            with(before()),
            with(
                before().arrow("proxy", "db").arrow("proxy", "was"),
                ProxyTier.listener(80, Protocol.HTTP),
                ProxyTier.listener(80, Protocol.TCP),
                ProxyTier.listener(5432, Protocol.TCP),
                ProxyTier.listener(53, Protocol.UDP)),
            with(
                before()
                    .move("was", "main")
                    .spans("was", "app-a", "app-b")
                    .set("was", Instances.PER_SUBNET, 3)
                    .arrow("proxy", "was")
                    .set("proxy.was", Traffic.PROTOCOL, dev.drawbridge.catalog.Port.Transport.UDP)
                    .set("proxy.was", Traffic.PORTS, "53,514-520"),
                ProxyTier.listener(53, Protocol.UDP),
                ProxyTier.listener(9000, Protocol.UDP),
                ProxyTier.listener(8000, Protocol.HTTP)),
            before()
                .set(
                    "internal-alb",
                    ApplicationLoadBalancer.LISTENERS,
                    List.of(
                        ApplicationLoadBalancer.listener(
                            8443, ApplicationLoadBalancer.Protocol.HTTPS, Action.FORWARD))),
            before().rename("internal-alb", "내부 \"로드\"; 밸런서 ${x}").rename("proxy", "프록시 %{ }"))
        .toList();
  }

  private static String file(Sketch sketch, Software software, String name) {
    ResourceGraph graph = sketch.set("proxy", ProxyTier.SOFTWARE, software).lower();
    return graph.files().get("files/proxy/" + name).text();
  }

  @Test
  void anArrowIsWhereAProxyHandsOn() {
    assertThat(file(before(), Software.TRAEFIK, "routes.yaml"))
        .contains("url: \"http://${INTERNAL_ALB_HOST}:8080\"", "Path(`/proxy-healthz`)");
    assertThat(file(before(), Software.TRAEFIK, "traefik.yaml")).contains("address: \":8000\"");
    assertThat(file(before(), Software.HAPROXY, "haproxy.cfg"))
        .contains("bind :8000", "server-template internal_alb_ 3 \"${INTERNAL_ALB_HOST}:8080\"");
    assertThat(file(before(), Software.ENVOY, "envoy.yaml"))
        .contains("port_value: 8000", "address: \"${INTERNAL_ALB_HOST}\"", "port_value: 8080");
    assertThat(file(before(), Software.NGINX, "nginx.conf"))
        .contains("listen 8000", "\"http://${INTERNAL_ALB_HOST}:8080\"");
  }

  @Test
  void itsScriptIsFilledWithWhatIsKnownOnceItIsBuilt() {
    for (Software software : Software.values()) {
      ResourceGraph graph = before().set("proxy", ProxyTier.SOFTWARE, software).lower();
      assertThat(say(get(graph, "aws_launch_template", "proxy_asg"), "user_data"))
          .contains("templates/proxy-" + software.name().toLowerCase(java.util.Locale.ROOT))
          .contains("INTERNAL_ALB_HOST=aws_lb.internal_alb.dns_name");
    }
  }

  @Test
  void itsPortsAreOpenForItsClientsAndItsHealthPathIsAsked() {
    ResourceGraph graph =
        with(
                before().arrow("was", "proxy"),
                ProxyTier.listener(8000, Protocol.HTTP),
                ProxyTier.listener(53, Protocol.UDP))
            .lower();
    assertThat(rules(graph, "proxy"))
        .contains("in tcp 8000-8000 was", "in udp 53-53 was", "out tcp 8080-8080 internal_alb");
    assertThat(
            say(
                Graphs.block(
                    get(graph, "aws_lb_target_group", "public_alb_to_proxy"), "health_check"),
                "path"))
        .isEqualTo("/proxy-healthz");
  }

  @Test
  void aPortGoesToTheArrowOfTheSamePortBeforeOthers() {
    Sketch sketch =
        with(
            before().arrow("proxy", "db"),
            ProxyTier.listener(8000, Protocol.HTTP),
            ProxyTier.listener(5432, Protocol.TCP));
    String text = file(sketch, Software.HAPROXY, "haproxy.cfg");
    String http = text.substring(text.indexOf("backend http_8000"), text.indexOf("frontend tcp"));
    assertThat(http).contains("INTERNAL_ALB").doesNotContain("DB_HOST");
    assertThat(text.substring(text.indexOf("backend tcp_5432")))
        .contains("${DB_HOST}:5432")
        .doesNotContain("INTERNAL_ALB");
  }

  @Test
  void haproxyLeavesUdpOutAndSaysSo() {
    Sketch sketch = with(before(), ProxyTier.listener(53, Protocol.UDP));
    assertThat(keys(sketch.set("proxy", ProxyTier.SOFTWARE, Software.HAPROXY)))
        .contains("lower.proxy-without-udp");
    assertThat(keys(sketch.set("proxy", ProxyTier.SOFTWARE, Software.ENVOY)))
        .doesNotContain("lower.proxy-without-udp")
        .contains("lower.proxy-without-upstream");
    assertThat(rules(sketch.set("proxy", ProxyTier.SOFTWARE, Software.HAPROXY).lower(), "proxy"))
        .noneMatch(rule -> rule.startsWith("in udp"));
  }

  @Test
  void serversThatComeAndGoAreNoPlaceToHandOnTo() {
    assertThat(keys(before().arrow("proxy", "was"))).contains("lower.upstream-without-address");
  }

  private static List<String> keys(Sketch sketch) {
    return Lowerer.lower(sketch.document()).issues().stream().map(Issue::key).toList();
  }
}
