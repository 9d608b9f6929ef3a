package dev.drawbridge.edit;

import static dev.drawbridge.edit.SmallDesign.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drawbridge.base.Language;
import dev.drawbridge.base.Messages;
import dev.drawbridge.base.Rect;
import dev.drawbridge.catalog.aws.ApplicationLoadBalancer;
import dev.drawbridge.catalog.aws.ApplicationLoadBalancer.Scheme;
import dev.drawbridge.model.Connector;
import dev.drawbridge.model.Datum;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Node;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import org.junit.jupiter.api.Test;

/// The edits that are one line each.
class SmallEditsTest {
  private final Document start = document();

  private static SequencedSet<ElementId> ids(ElementId... ids) {
    return new LinkedHashSet<>(List.of(ids));
  }

  @Test
  void aNewNameIsOneLineAndComposed() {
    Document renamed = after(start, new Rename(TIER, " 주\u1112\u1161\nline "));
    assertEquals("주하 line", renamed.node(TIER).name());
  }

  @Test
  void aPropertyIsSetAndTakenBackToItsDefault() {
    Document set =
        after(start, SetProperty.of(BALANCER, ApplicationLoadBalancer.SCHEME, Scheme.INTERNAL));
    assertEquals(Scheme.INTERNAL, ApplicationLoadBalancer.SCHEME.of(set.node(BALANCER)));
    Document back = after(set, SetProperty.of(BALANCER, "scheme", (Datum) null));
    assertNull(back.node(BALANCER).properties().get("scheme"));
  }

  @Test
  void onePropertyIsSetOnSeveralAtOnce() {
    SetProperty edit = new SetProperty(ids(TIER, BALANCER), "x", Datum.of(1));
    Document set = after(start, edit);
    assertEquals(Datum.of(1), set.node(TIER).properties().get("x"));
    assertEquals(Datum.of(1), set.node(BALANCER).properties().get("x"));
  }

  @Test
  void anArrowLeadsFromOneNodeToAnother() {
    ElementId id = new ElementId("second");
    Document drawn = after(start, new Connect(Connector.of(id, "traffic", TIER, BALANCER)));
    assertEquals(2, drawn.connectorsOf(TIER).size());
  }

  @Test
  void noArrowLeadsToItsOwnBeginningOrIntoTheVoid() {
    ElementId id = new ElementId("second");
    assertThrows(
        IllegalArgumentException.class, () -> new Connect(Connector.of(id, "traffic", TIER, TIER)));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            after(start, new Connect(Connector.of(id, "traffic", TIER, new ElementId("nobody")))));
  }

  @Test
  void aReconnectedArrowForgetsItsBends() {
    Document tied = after(start, new Reconnect(ARROW, TIER, BALANCER));
    Connector arrow = tied.connectors().getFirst();
    assertEquals(TIER, arrow.source());
    assertEquals(BALANCER, arrow.target());
    assertEquals(List.of(), arrow.bends());
  }

  @Test
  void aLockedNodeSaysSo() {
    assertTrue(after(start, new Lock(ids(TIER), true)).node(TIER).locked());
  }

  @Test
  void whatIsBroughtToTheFrontComesLast() {
    Document stacked = after(start, new Restack(ids(BALANCER), true));
    assertEquals(BALANCER, List.copyOf(stacked.elements().keySet()).getLast());
  }

  @Test
  void whatIsSentToTheBackStillComesAfterItsContainers() {
    Document stacked = after(start, new Restack(ids(TIER), false));
    List<ElementId> order = List.copyOf(stacked.elements().keySet());
    assertTrue(order.indexOf(TIER) > order.indexOf(SUBNET_A));
    assertTrue(order.indexOf(TIER) < order.indexOf(BALANCER));
  }

  @Test
  void alignedNodesShareAnEdge() {
    Document aligned = after(start, new Align(ids(BALANCER, TIER), Align.Line.LEFT));
    assertEquals(
        aligned.absoluteBounds(aligned.node(BALANCER)).x(),
        aligned.absoluteBounds(aligned.node(TIER)).x());
  }

  @Test
  void distributedNodesHaveEqualGaps() {
    Document document = start;
    for (int i = 0; i < 3; i++) {
      double x = List.of(10.0, 30.0, 150.0).get(i);
      Node node = node(new ElementId("n" + i), "tier.web", SUBNET_C, new Rect(x, 100, 40, 40));
      document = after(document, new Place(node));
    }
    SequencedSet<ElementId> three =
        ids(new ElementId("n0"), new ElementId("n1"), new ElementId("n2"));
    Document even = after(document, new Distribute(three, true));
    assertEquals(80, even.node(new ElementId("n1")).bounds().x());
  }

  @Test
  void aTitleIsPartOfTheHistory() {
    Document titled = after(start, new ChangeSettings(start.settings().withTitle("Shop")));
    assertEquals("Shop", titled.settings().title());
  }

  @Test
  void aSequenceIsUndoneAsOne() {
    Edit both = Sequence.of(Move.of(TIER, 1, 0), new Rename(TIER, "x"));
    History history = History.of(start).apply(both);
    assertEquals(1, history.undoable().size());
    assertEquals(start, history.undo().current());
  }

  @Test
  void aRefusalNamesTheKindAndWhereItBelongs() {
    Refusal refusal = Containment.refusal(start, start.node(SUBNET_A), VPC).orElseThrow();
    String english = refusal.text(Messages.in(Language.ENGLISH));
    assertTrue(english.contains("Subnet"), english);
    assertTrue(english.contains("Availability zone"), english);
    String korean = refusal.text(Messages.in(Language.KOREAN));
    assertTrue(korean.contains("가용 영역"), korean);
  }

  @Test
  void everyEditHasANameInBothLanguages() {
    List<Edit> all =
        List.of(
            Move.of(TIER, 1, 1),
            Reparent.of(TIER, VPC),
            new Rename(TIER, "x"),
            SetProperty.of(TIER, "x", Datum.of(1)),
            new Lock(ids(TIER), true),
            new Lock(ids(TIER), false),
            new Restack(ids(TIER), true),
            new Restack(ids(TIER), false),
            new Align(ids(TIER), Align.Line.TOP),
            new Distribute(ids(TIER), true),
            Delete.of(TIER),
            new SetSpans(BALANCER, ids()),
            new ChangeSettings(start.settings()),
            new Reconnect(ARROW, TIER, BALANCER));
    for (Edit edit : all) {
      for (Language language : Language.values()) {
        assertTrue(Messages.in(language).has(edit.key()), edit.key());
      }
    }
  }
}
