package dev.drawbridge.translate;

import static dev.drawbridge.translate.Graphs.rules;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.catalog.Port;
import dev.drawbridge.catalog.aws.RdsPrimary;
import dev.drawbridge.catalog.aws.Traffic;
import dev.drawbridge.resource.Origin;
import dev.drawbridge.resource.ResourceGraph;
import org.junit.jupiter.api.Test;

/// The arrows are the firewall.
class ArrowsTest {
  @Test
  void anArrowFromTheInternetOpensEveryListenerToEverybody() {
    assertThat(rules(Sketch.threeTier().lower(), "public_alb"))
        .containsExactlyInAnyOrder(
            "in tcp 443-443 0.0.0.0/0", "in tcp 80-80 0.0.0.0/0", "out tcp 80-80 web");
  }

  @Test
  void withoutAnArrowNoPortIsOpen() {
    Sketch sketch = Sketch.threeTier();
    ResourceGraph graph = sketch.without("internet").lower();
    assertThat(rules(graph, "public_alb")).containsExactly("out tcp 80-80 web");
  }

  @Test
  void aRangeOfSourcesNarrowsTheArrow() {
    ResourceGraph graph =
        Sketch.threeTier()
            .set("internet.public-alb", Traffic.SOURCE_CIDR, "203.0.113.0/24")
            .lower();
    assertThat(rules(graph, "public_alb")).contains("in tcp 443-443 203.0.113.0/24");
    ResourceGraph six =
        Sketch.threeTier().set("internet.public-alb", Traffic.SOURCE_CIDR, "2001:db8::/32").lower();
    assertThat(rules(six, "public_alb")).contains("in tcp 443-443 2001:db8::/32");
  }

  @Test
  void anArrowBetweenComponentsOpensBothEndsByGroup() {
    ResourceGraph graph = Sketch.threeTier().lower();
    assertThat(rules(graph, "web"))
        .containsExactlyInAnyOrder(
            "out tcp 443-443 0.0.0.0/0",
            "in tcp 80-80 public_alb",
            "out tcp 8080-8080 internal_alb");
    assertThat(rules(graph, "internal_alb"))
        .containsExactlyInAnyOrder("in tcp 8080-8080 web", "out tcp 8080-8080 was");
  }

  @Test
  void theArrowsOwnPortsWin() {
    ResourceGraph graph =
        Sketch.threeTier()
            .set("internal-alb.was", Traffic.PORTS, "9000,8000-8100")
            .set("internal-alb.was", Traffic.PROTOCOL, Port.Transport.UDP)
            .lower();
    assertThat(rules(graph, "was"))
        .contains("in udp 9000-9000 internal_alb", "in udp 8000-8100 internal_alb");
  }

  @Test
  void aDatabaseIsOpenedOnThePortOfItsEngineAndAReplicaOnThatOfItsPrimary() {
    ResourceGraph graph =
        Sketch.threeTier().set("db", RdsPrimary.ENGINE, RdsPrimary.Engine.MYSQL).lower();
    assertThat(rules(graph, "db")).containsExactly("in tcp 3306-3306 was");
    assertThat(rules(graph, "db_replica")).containsExactly("in tcp 3306-3306 was");
    ResourceGraph other = Sketch.threeTier().set("db", RdsPrimary.PORT, 15432).lower();
    assertThat(rules(other, "db_replica")).containsExactly("in tcp 15432-15432 was");
  }

  @Test
  void arrowsThatAskForTheSameShareOneRule() {
    Sketch sketch = Sketch.threeTier();
    sketch.arrow("internet", "was").arrow("internet", "internal-alb");
    sketch.set("internet.was", Traffic.PORTS, "22,22,8080");
    assertThat(rules(sketch.lower(), "was"))
        .doesNotHaveDuplicates()
        .contains("in tcp 22-22 0.0.0.0/0", "in tcp 8080-8080 0.0.0.0/0");
  }

  @Test
  void aRuleComesFromItsArrow() {
    ResourceGraph graph = Sketch.threeTier().lower();
    assertThat(Graphs.get(graph, "aws_vpc_security_group_ingress_rule", "was_to_db").origin())
        .isEqualTo(new Origin.Drawn("was.db"));
  }

  @Test
  void anArrowOutToTheInternetOpensOnlyTheWayOut() {
    ResourceGraph graph =
        Sketch.threeTier()
            .arrow("was", "internet")
            .set("was.internet", Traffic.PORTS, "25")
            .lower();
    assertThat(rules(graph, "was")).contains("out tcp 25-25 0.0.0.0/0");
    assertThat(rules(graph, "was")).noneMatch(rule -> rule.startsWith("in tcp 25"));
  }

  @Test
  void replicationOpensNothing() {
    ResourceGraph graph = Sketch.threeTier().lower();
    assertThat(rules(graph, "db_replica")).noneMatch(rule -> rule.endsWith(" db"));
  }
}
