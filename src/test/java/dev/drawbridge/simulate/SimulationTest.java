package dev.drawbridge.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.analyze.Analysis;
import dev.drawbridge.analyze.TrafficPaths;
import dev.drawbridge.analyze.rules.Component;
import dev.drawbridge.base.Language;
import dev.drawbridge.base.Messages;
import dev.drawbridge.base.Rect;
import dev.drawbridge.catalog.Catalog;
import dev.drawbridge.catalog.Property;
import dev.drawbridge.catalog.Trait;
import dev.drawbridge.catalog.aws.ApplicationLoadBalancer;
import dev.drawbridge.catalog.aws.AutoScalingGroup;
import dev.drawbridge.catalog.aws.AvailabilityZone;
import dev.drawbridge.catalog.aws.ConsulTier;
import dev.drawbridge.catalog.aws.NatGateway;
import dev.drawbridge.catalog.aws.RdsPrimary;
import dev.drawbridge.edit.Edits;
import dev.drawbridge.edit.SetProperty;
import dev.drawbridge.edit.template.Template;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Fields;
import dev.drawbridge.model.Node;
import dev.drawbridge.model.Settings;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SimulationTest {
  private static final Messages ENGLISH = Messages.in(Language.ENGLISH);
  private static final ElementId WAS = new ElementId("was-app");
  private static final ElementId DATABASE = new ElementId("rds-main");

  private final Document threeTier = Template.THREE_TIER.design(Language.ENGLISH);

  private static Aftermath after(Document design, ElementId failed) {
    return find(design, failed).orElseThrow();
  }

  private static Optional<Aftermath> find(Document design, ElementId failed) {
    TrafficPaths paths = Analysis.of(design).paths(() -> false);
    return Simulation.of(paths.around(failed), failed);
  }

  private static <T> Document with(Document design, ElementId id, Property<T> property, T value) {
    return Edits.apply(design, SetProperty.of(id, property, value)).document();
  }

  private static ElementId first(Document design, String kind) {
    return all(design, kind).getFirst();
  }

  private static List<ElementId> all(Document design, String kind) {
    return design.nodes().stream().filter(node -> node.kind().equals(kind)).map(Node::id).toList();
  }

  private static Effect on(Aftermath aftermath, String name) {
    return aftermath.effects().stream()
        .filter(effect -> effect.component().label().text(ENGLISH).equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("nothing on " + name));
  }

  private static List<String> remarks(Effect effect) {
    return effect.remarks().stream().map(one -> one.text(ENGLISH)).toList();
  }

  @Test
  void aZoneTakesHalfOfEachTierAndTheStandbyTakesOver() {
    Aftermath aftermath = after(threeTier, first(threeTier, AvailabilityZone.KIND.id()));
    assertThat(aftermath.outlook()).isEqualTo(Aftermath.Outlook.IMPAIRED);
    assertThat(on(aftermath, "WAS").state()).isEqualTo(Effect.State.FEWER);
    assertThat(remarks(on(aftermath, "WAS"))).first().isEqualTo("1 of 2 servers left.");
    assertThat(on(aftermath, "database").state()).isEqualTo(Effect.State.FAILING_OVER);
    assertThat(on(aftermath, "NAT a").state()).isEqualTo(Effect.State.GONE);
    assertThat(on(aftermath, "read replica").state()).isEqualTo(Effect.State.SERVING);
  }

  @Test
  void theHealthChecksNoticeAfterAllFailuresThatItTakes() {
    ElementId balancer = first(threeTier, ApplicationLoadBalancer.KIND.id());
    Document design = with(threeTier, balancer, ApplicationLoadBalancer.HEALTH_CHECK_INTERVAL, 20);
    design = with(design, balancer, ApplicationLoadBalancer.UNHEALTHY_THRESHOLD, 4);
    design = with(design, balancer, ApplicationLoadBalancer.HEALTH_CHECK_TIMEOUT, 7);
    ElementId web = new ElementId("web-nginx");
    assertThat(remarks(on(after(design, web), "web")))
        .contains("The health checks notice within 87 s; until then some requests fail.");
  }

  @Test
  void theLastServerCutsOffWhatIsBehind() {
    ElementId group = threeTier.parent(threeTier.node(WAS)).orElseThrow().id();
    Document design = with(threeTier, group, AutoScalingGroup.MIN, 1);
    design = with(design, group, AutoScalingGroup.DESIRED, 1);
    Aftermath aftermath = after(design, WAS);
    assertThat(on(aftermath, "WAS").state()).isEqualTo(Effect.State.GONE);
    assertThat(on(aftermath, "database").state()).isEqualTo(Effect.State.CUT_OFF);
    assertThat(on(aftermath, "web").state()).isEqualTo(Effect.State.SERVING);
    assertThat(aftermath.outlook()).isEqualTo(Aftermath.Outlook.OUTAGE);
    assertThat(remarks(on(aftermath, "WAS")))
        .contains("None of its 1 server is left.", "Its Auto Scaling group starts as many anew.");
  }

  @Test
  void aDatabaseWithoutAStandbyIsMissedByThoseWhoCallIt() {
    Document design = with(threeTier, DATABASE, RdsPrimary.MULTI_AZ, false);
    Aftermath aftermath = after(design, DATABASE);
    assertThat(on(aftermath, "database").state()).isEqualTo(Effect.State.GONE);
    assertThat(remarks(on(aftermath, "database")))
        .containsExactly("A replica has to be promoted by hand.");
    assertThat(on(aftermath, "WAS").state()).isEqualTo(Effect.State.BEREFT);
    assertThat(remarks(on(aftermath, "WAS")))
        .containsExactly("It calls database, which does not answer.");
    assertThat(on(aftermath, "web").state()).isEqualTo(Effect.State.SERVING);
  }

  @Test
  void aNatGatewayShutsInTheServersOfItsZone() {
    Aftermath aftermath = after(threeTier, first(threeTier, NatGateway.KIND.id()));
    assertThat(aftermath.outlook()).isEqualTo(Aftermath.Outlook.IMPAIRED);
    assertThat(on(aftermath, "web").state()).isEqualTo(Effect.State.SHUT_IN);
    assertThat(remarks(on(aftermath, "web"))).first().asString().contains("in web a", "NAT a");
    assertThat(on(aftermath, "database").state()).isEqualTo(Effect.State.SERVING);
  }

  @Test
  void aMinorityOfConsulDoesNotAnswer() {
    Document design = Template.CONTAINERS.design(Language.ENGLISH);
    ElementId consul = first(design, ConsulTier.KIND.id());
    List<Effect.State> states =
        all(design, AvailabilityZone.KIND.id()).stream()
            .map(zone -> after(design, zone))
            .map(
                aftermath ->
                    aftermath.effects().stream()
                        .filter(one -> one.component().elements().contains(consul))
                        .map(Effect::state)
                        .findFirst()
                        .orElseThrow())
            .toList();
    // Three servers in two zones: one zone holds the majority.
    assertThat(states).containsExactlyInAnyOrder(Effect.State.GONE, Effect.State.FEWER);
  }

  @Test
  void whereNothingStandsNothingFails() {
    assertThat(find(threeTier, first(threeTier, "internet"))).isEmpty();
    Node zone =
        Node.of(new ElementId("zone"), AvailabilityZone.KIND.id(), "", new Rect(0, 0, 400, 300));
    Document empty = Document.of(List.of(zone), Settings.NONE, Fields.NONE);
    assertThat(find(empty, zone.id())).isEmpty();
  }

  /// Nothing serves after a failure that did not before, and what is hit says how.
  @ParameterizedTest
  @EnumSource(
      value = Template.class,
      names = {"STRESS", "BLANK"},
      mode = EnumSource.Mode.EXCLUDE)
  void whatServesAfterwardsServedBefore(Template template) {
    Document design = template.design(Language.ENGLISH);
    TrafficPaths paths = Analysis.of(design).paths(() -> false);
    for (Node node : design.nodes()) {
      Optional<Aftermath> found = Simulation.of(paths.around(node.id()), node.id());
      for (Effect effect : found.map(Aftermath::effects).orElse(List.of())) {
        boolean serving =
            List.of(Effect.State.SERVING, Effect.State.CUT_OFF).contains(effect.state());
        assertThat(effect.served() || !serving).isTrue();
        assertThat(effect.state() == Effect.State.SERVING && !effect.remarks().isEmpty()).isFalse();
      }
    }
  }

  /// The rule for single points of failure and the simulation agree: a machine that it names cuts the data
  /// off when it fails, and no other machine does.
  @ParameterizedTest
  @CsvSource({
    "THREE_TIER, 2",
    "THREE_TIER_PLANTED, 1", // The internet reaches the application servers past the web servers.
    "BLUE_GREEN, 2", // Green gets no requests yet.
    "CANARY, 1",
    "TWO_DATA_CENTRES, 2"
  })
  void aSinglePointOfFailureCutsDataOff(Template template, int machines) {
    Document design = template.design(Language.ENGLISH);
    for (ElementId group : all(design, AutoScalingGroup.KIND.id())) {
      for (Property<Integer> size :
          List.of(AutoScalingGroup.MIN, AutoScalingGroup.DESIRED, AutoScalingGroup.MAX)) {
        design = with(design, group, size, 1);
      }
    }
    Analysis analysis = Analysis.of(design);
    TrafficPaths paths = analysis.paths(() -> false);
    Set<ElementId> named =
        analysis.findings().stream()
            .filter(finding -> finding.rule().equals("TOPO-011"))
            .filter(finding -> finding.sentence().key().endsWith(".finding"))
            .map(finding -> finding.element().orElseThrow())
            .collect(Collectors.toSet());
    Set<ElementId> cutting = new HashSet<>();
    for (Node node : design.nodes()) {
      if (Catalog.is(node, Trait.SERVERS)) {
        Simulation.of(paths.around(node.id()), node.id())
            .filter(SimulationTest::cutsDataOff)
            .ifPresent(_ -> cutting.add(node.id()));
      }
    }
    assertThat(cutting).isEqualTo(named);
    assertThat(named).hasSize(machines);
  }

  private static boolean cutsDataOff(Aftermath aftermath) {
    return aftermath.effects().stream()
        .anyMatch(
            effect ->
                effect.component().sort() == Component.Sort.DATA_STORE
                    && effect.state() == Effect.State.CUT_OFF);
  }
}
