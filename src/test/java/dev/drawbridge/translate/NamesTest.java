package dev.drawbridge.translate;

import static dev.drawbridge.translate.Graphs.get;
import static dev.drawbridge.translate.Graphs.say;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.catalog.aws.Region;
import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Resource;
import dev.drawbridge.resource.ResourceGraph;
import dev.drawbridge.resource.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

class NamesTest {
  @Test
  void aKoreanNameBecomesALatinLabelAndStaysKoreanInTheTag() {
    ResourceGraph graph = Sketch.threeTier().rename("web", "웹 서버").lower();
    Resource group = get(graph, "aws_security_group", "wep_seobeo");
    assertThat(say(group, "description")).isEqualTo("wep seobeo");
    assertThat(say(group, "tags")).isEqualTo("Name=local.name-웹-서버");
  }

  @Test
  void aNameOfWhichNothingIsLeftGoesByItsKind() {
    ResourceGraph graph = Sketch.threeTier().rename("web", "🚀").rename("was", "").lower();
    assertThat(say(get(graph, "aws_security_group", "web"), "description")).isEqualTo("web");
    assertThat(say(get(graph, "aws_security_group", "was"), "tags"))
        .isEqualTo("Name=local.name-was");
  }

  @Test
  void ofTwoOfOneNameTheLaterBearsAPartOfItsId() {
    ResourceGraph graph =
        Sketch.threeTier().rename("data-a", "Data").rename("data-b", "data").lower();
    assertThat(graph.ofType("aws_subnet").stream().map(r -> r.address().name()))
        .contains("data", "data_b");
    assertThat(say(get(graph, "aws_subnet", "data"), "cidr_block")).isEqualTo("10.0.3.0/24");
  }

  @Test
  void aTierAndItsSubnetMayShareAName() {
    ResourceGraph graph = Sketch.threeTier().rename("web-a", "web").lower();
    assertThat(get(graph, "aws_subnet", "web").get("cidr_block")).isNotNull();
    assertThat(get(graph, "aws_security_group", "web").get("vpc_id")).isNotNull();
  }

  @Test
  void longNamesOfLoadBalancersAreCutAndStayApart() {
    ResourceGraph graph =
        Sketch.threeTier()
            .rename("public-alb", "load balancer of the shop, public")
            .rename("internal-alb", "load balancer of the shop, internal")
            .lower();
    List<String> names = graph.ofType("aws_lb").stream().map(lb -> say(lb, "name")).toList();
    assertThat(names).doesNotHaveDuplicates();
    for (String name : names) {
      assertThat(name.replace("local.name", "p".repeat(19)).length()).isLessThanOrEqualTo(32);
    }
  }

  @Test
  void theTitleNamesTheProject() {
    assertThat(project("주문 서비스")).isEqualTo("jumun-seobi");
    assertThat(project("2 Tier")).isEqualTo("tier");
    assertThat(project("")).isEqualTo("app");
    assertThat(project("a".repeat(40))).hasSize(11);
  }

  @Test
  void aSecondRegionIsAProviderOfItsOwn() {
    Sketch sketch =
        Sketch.threeTier()
            .node("tokyo", "aws.region", null)
            .set("tokyo", Region.CODE, "ap-northeast-1")
            .node("far", "aws.vpc", "tokyo");
    ResourceGraph graph = sketch.lower();
    assertThat(graph.providers().keySet()).containsExactly("aws", "aws.tokyo");
    assertThat(say(get(graph, "aws_vpc", "far"), "provider")).isEqualTo("aws.tokyo");
    assertThat(get(graph, "aws_vpc", "main").get("provider")).isNull();
    assertThat(say(get(graph, "aws_cloudwatch_log_group", "far_flow_logs"), "kms_key_id"))
        .isEqualTo("aws_kms_key.tokyo.arn");
  }

  @Test
  void renamingOneElementLeavesTheOthersTheirLabels() {
    List<Address> before = subnets(Sketch.threeTier().lower());
    assertThat(subnets(Sketch.threeTier().rename("web", "front").lower())).isEqualTo(before);
  }

  private static List<Address> subnets(ResourceGraph graph) {
    return graph.ofType("aws_subnet").stream().map(Resource::address).toList();
  }

  private static String project(String title) {
    Value fallback = Sketch.threeTier().titled(title).lower().variables().get("project").fallback();
    return fallback instanceof Value.Text(String text) ? text : "";
  }
}
