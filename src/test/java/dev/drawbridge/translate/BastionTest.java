package dev.drawbridge.translate;

import static dev.drawbridge.translate.Graphs.block;
import static dev.drawbridge.translate.Graphs.get;
import static dev.drawbridge.translate.Graphs.rules;
import static dev.drawbridge.translate.Graphs.say;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.base.Rect;
import dev.drawbridge.catalog.Kind;
import dev.drawbridge.catalog.aws.Bastion;
import dev.drawbridge.catalog.aws.Bastion.Access;
import dev.drawbridge.catalog.aws.Ec2Instance;
import dev.drawbridge.catalog.aws.Instances;
import dev.drawbridge.catalog.aws.Traffic;
import dev.drawbridge.catalog.aws.WasTier;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Fields;
import dev.drawbridge.model.Node;
import dev.drawbridge.resource.Resource;
import dev.drawbridge.resource.ResourceGraph;
import java.util.List;
import org.junit.jupiter.api.Test;

class BastionTest {
  @Test
  void noPortOfItIsOpenUnlessSshIsChosen() {
    ResourceGraph graph = session().lower();
    assertThat(rules(graph, "bastion"))
        .containsExactlyInAnyOrder("out tcp 443-443 0.0.0.0/0", "out tcp 22-22 was");
    assertThat(rules(graph, "was")).contains("in tcp 22-22 bastion");
    Resource template = get(graph, "aws_launch_template", "bastion");
    assertThat(say(block(template, "metadata_options"), "http_tokens")).isEqualTo("required");
    assertThat(say(block(block(template, "block_device_mappings"), "ebs"), "encrypted"))
        .isEqualTo("true");
    assertThat(template.get("user_data")).isNull();
    assertThat(say(get(graph, "aws_instance", "bastion"), "associate_public_ip_address"))
        .isEqualTo("false");
    assertThat(graph.outputs()).containsKey("bastion_instance_id");
  }

  @Test
  void whoMayLogInIsAnInputThatRefusesEverybody() {
    ResourceGraph graph = ssh().lower();
    Resource rule = get(graph, "aws_vpc_security_group_ingress_rule", "internet_to_bastion");
    assertThat(say(rule, "for_each")).isEqualTo("var.bastion_allowed_cidrs");
    assertThat(say(rule, "cidr_ipv4")).isEqualTo("each.value");
    assertThat(graph.variables().get("bastion_allowed_cidrs").fallback()).isNull();
    assertThat(graph.variables().get("bastion_allowed_cidrs").validations().getFirst().condition())
        .contains(">= 8");
    assertThat(RoundTrip.differences(ssh().document())).isEmpty();
  }

  @Test
  void addressesThatAreDrawnAreOneRuleEach() {
    Sketch sketch =
        ssh().set("bastion", Bastion.ALLOWED, sources("203.0.113.0/24", "2001:db8::/48"));
    ResourceGraph graph = sketch.lower();
    assertThat(
            say(
                get(graph, "aws_vpc_security_group_ingress_rule", "internet_to_bastion_from_1"),
                "cidr_ipv4"))
        .isEqualTo("203.0.113.0/24");
    assertThat(
            say(
                get(graph, "aws_vpc_security_group_ingress_rule", "internet_to_bastion_from_2"),
                "cidr_ipv6"))
        .isEqualTo("2001:db8::/48");
    assertThat(graph.variables()).doesNotContainKey("bastion_allowed_cidrs");
    assertThat(RoundTrip.differences(sketch.document())).isEmpty();
    Sketch one = ssh().set("bastion", Bastion.ALLOWED, sources("203.0.113.0/24"));
    assertThat(rules(one.lower(), "bastion")).contains("in tcp 22-22 203.0.113.0/24");
    assertThat(RoundTrip.differences(one.document())).isEmpty();
  }

  /// What somebody drew is what is judged, and built.
  @Test
  void anArrowMayNameEverybodyAndThatComesBack() {
    Sketch sketch = ssh().set("internet.bastion", Traffic.SOURCE_CIDR, "0.0.0.0/0");
    assertThat(rules(sketch.lower(), "bastion")).contains("in tcp 22-22 0.0.0.0/0");
    assertThat(RoundTrip.differences(sketch.document())).isEmpty();
  }

  @Test
  void aNewArrowFromItToServersIsForSsh() {
    Node bastion = node("b", "aws.bastion");
    assertThat(Traffic.PORTS.in(Traffic.KIND.between(bastion, node("w", "tier.was"))))
        .isEqualTo("22");
    assertThat(Traffic.KIND.between(bastion, node("d", "aws.rds"))).isEqualTo(Fields.NONE);
    assertThat(Traffic.KIND.between(node("a", "aws.alb"), node("w", "tier.was")))
        .isEqualTo(Fields.NONE);
  }

  @Test
  void droppedIntoAPublicSubnetItGetsAnAddressByWhichToCallAws() {
    Document document = Sketch.threeTier().document();
    Kind kind = Bastion.KIND;
    Fields open = kind.fresh(document, new ElementId("public-a"), kind.presets().getFirst());
    assertThat(Instances.PUBLIC_IP.in(open)).isTrue();
    Fields hidden = kind.fresh(document, new ElementId("app-a"), kind.presets().getFirst());
    assertThat(Instances.PUBLIC_IP.in(hidden)).isFalse();
    assertThat(Bastion.ACCESS.in(open)).isEqualTo(Access.SESSION_MANAGER);
  }

  @Test
  void singleInstancesRunWhatTheirImageHas() {
    Sketch sketch =
        Sketch.threeTier()
            .node("box", "aws.instance", "app-a")
            .set("box", Ec2Instance.PORT, 9000)
            .set("box", Instances.HEALTH_PATH, "/alive")
            .arrow("internal-alb", "box");
    ResourceGraph graph = sketch.lower();
    assertThat(get(graph, "aws_launch_template", "box").get("user_data")).isNull();
    Resource targets = get(graph, "aws_lb_target_group", "internal_alb_to_box");
    assertThat(say(targets, "port")).isEqualTo("9000");
    assertThat(say(block(targets, "health_check"), "path")).isEqualTo("/alive");
    assertThat(
            say(
                get(graph, "aws_lb_target_group_attachment", "internal_alb_to_box_app_a"),
                "target_id"))
        .isEqualTo("aws_instance.box_app_a.id");
    assertThat(RoundTrip.differences(sketch.document())).isEmpty();
    Document raised = Raiser.raise(graph).document();
    assertThat(raised.nodes())
        .filteredOn(node -> node.kind().equals("aws.instance"))
        .singleElement()
        .satisfies(node -> assertThat(Ec2Instance.PORT.of(node)).isEqualTo(9000));
    assertThat(raised.nodes()).filteredOn(node -> node.kind().equals(WasTier.KIND.id())).hasSize(1);
  }

  static Sketch session() {
    return Sketch.threeTier()
        .node("bastion", "aws.bastion", "app-a")
        .arrow("bastion", "was")
        .set("bastion.was", Traffic.PORTS, "22");
  }

  static Sketch ssh() {
    return session()
        .move("bastion", "public-a")
        .set("bastion", Bastion.ACCESS, Access.SSH)
        .set("bastion", Instances.PUBLIC_IP, true)
        .arrow("internet", "bastion");
  }

  static List<Fields> sources(String... blocks) {
    return List.of(blocks).stream()
        .map(block -> Traffic.SOURCE_CIDR.set(Fields.NONE, block))
        .toList();
  }

  private static Node node(String id, String kind) {
    return Node.of(new ElementId(id), kind, "", new Rect(0, 0, 10, 10));
  }
}
