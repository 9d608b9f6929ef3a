package dev.drawbridge.editor;

import static dev.drawbridge.edit.SmallDesign.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drawbridge.base.Language;
import dev.drawbridge.base.Messages;
import dev.drawbridge.base.Point;
import dev.drawbridge.base.Rect;
import dev.drawbridge.edit.Move;
import dev.drawbridge.edit.SmallDesign;
import dev.drawbridge.edit.template.Template;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Node;
import dev.drawbridge.model.Settings;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Where a paste lands, as hands expect it.
class PastingTest {
  private final Document start = SmallDesign.document();
  private final Hands hands = new Hands(start);

  private Document copied(ElementId... ids) {
    hands.state = hands.state.withSelection(Selection.of(ids));
    return new Copying(hands.editor()).copied(hands.state).orElseThrow();
  }

  private PastingTest select(ElementId... ids) {
    hands.state = hands.state.withSelection(Selection.of(ids));
    return this;
  }

  private List<Node> paste(Document fragment) {
    EditorView view = hands.editor().view(hands.state);
    return pasted(fragment, Landing.near(fragment, view, null));
  }

  private List<Node> pasted(Document fragment, Landing landing) {
    hands.state = new Copying(hands.editor()).paste(hands.state, fragment, landing);
    return hands.state.selection().ids().stream().map(hands.document()::node).toList();
  }

  private Point screen(double x, double y) {
    return hands.state.camera().toScreen(new Point(x, y));
  }

  @Test
  void aPasteStandsAsideOfTheOriginalAndTheNextOneAsideOfThat() {
    Document fragment = copied(TIER);
    Rect home = hands.bounds(TIER);
    assertEquals(home.plus(new Point(16, 16)), hands.bounds(paste(fragment).getFirst().id()));
    assertEquals(home.plus(new Point(32, 32)), hands.bounds(paste(fragment).getFirst().id()));
    assertEquals(home.plus(new Point(48, 48)), hands.bounds(paste(fragment).getFirst().id()));
  }

  @Test
  void whatWasCutComesBackToWhereItWas() {
    Document fragment = copied(TIER);
    hands.state = new Copying(hands.editor()).cut(hands.state);
    assertTrue(hands.document().findNode(TIER).isEmpty());
    assertEquals("edit.cut.name", hands.state.history().undoable().getLast().key());
    Node back = paste(fragment).getFirst();
    assertEquals(start.absoluteBounds(start.node(TIER)), hands.bounds(back.id()));
    assertEquals(SUBNET_A, back.parent());
    assertEquals("was", back.name());
  }

  @Test
  void theSelectedContainerTakesIt() {
    Document fragment = copied(TIER);
    Node pasted = select(SUBNET_C).paste(fragment).getFirst();
    assertEquals(SUBNET_C, pasted.parent());
    assertTrue(hands.bounds(SUBNET_C).contains(hands.bounds(pasted.id())));
  }

  @Test
  void theContainerThatWasEnteredTakesItWhereNothingIsSelected() {
    Document fragment = copied(TIER);
    hands.state =
        Entering.enter(hands.editor(), hands.state, SUBNET_C).withSelection(Selection.NONE);
    assertEquals(SUBNET_C, paste(fragment).getFirst().parent());
  }

  @Test
  void aSelectedContainerThatDoesNotTakeItSaysWhy() {
    Document fragment = copied(TIER);
    select(REGION).paste(fragment);
    assertSame(start, hands.document());
    String why = hands.state.notice().text(Messages.in(Language.ENGLISH));
    assertEquals(
        "WAS tier: belongs into VPC, Subnet, Auto Scaling group, ECS service, not into Region",
        why);
  }

  @Test
  void whatTheSelectedContainerDoesNotTakeGoesAroundIt() {
    Document fragment = copied(BALANCER, TIER);
    List<Node> pasted = select(SUBNET_C).paste(fragment);
    assertEquals(
        List.of(VPC, SUBNET_C), pasted.stream().map(Node::parent).toList(), "balancer, tier");
    assertEquals(2, hands.document().connectors().size());
  }

  @Test
  void aContainerIsPastedBesideTheOriginalNotOverIt() {
    Document fragment = copied(ZONE_C);
    Node pasted = paste(fragment).getFirst();
    assertEquals(VPC, pasted.parent());
    for (Node other : hands.document().children(VPC)) {
      if (!other.equals(pasted) && other.kind().equals("aws.availability_zone")) {
        assertFalse(hands.bounds(other.id()).intersects(hands.bounds(pasted.id())));
      }
    }
    assertTrue(hands.bounds(VPC).contains(hands.bounds(pasted.id())));
  }

  @Test
  void subnetsPileUpWhereTheyWouldOtherwisePushTheirZoneOverTheNextOne() {
    Document fragment = copied(SUBNET_A);
    Node pasted = paste(fragment).getFirst();
    assertEquals(ZONE_A, pasted.parent());
    assertEquals(hands.bounds(SUBNET_A).x(), hands.bounds(pasted.id()).x());
    assertTrue(hands.bounds(pasted.id()).y() > hands.bounds(SUBNET_A).bottom());
    assertFalse(hands.bounds(ZONE_A).intersects(hands.bounds(ZONE_C)));
  }

  @Test
  void atThePointerItGoesIntoWhateverLiesThere() {
    Document fragment = copied(TIER);
    EditorView view = hands.editor().view(hands.state);
    Node pasted = pasted(fragment, Landing.at(fragment, view, screen(740, 300))).getFirst();
    assertEquals(SUBNET_C, pasted.parent());
    assertTrue(hands.bounds(pasted.id()).contains(new Point(740, 300)));
  }

  @Test
  void aPointerOverNothingIsRefusedWithTheReason() {
    Document fragment = copied(TIER);
    EditorView view = hands.editor().view(hands.state);
    pasted(fragment, Landing.at(fragment, view, screen(1500, 1500)));
    assertSame(start, hands.document());
    assertInstanceOf(Notice.Refused.class, hands.state.notice());
  }

  @Test
  void inPlaceIsExactlyWhereItWas() {
    Document fragment = copied(TIER);
    EditorView view = hands.editor().view(hands.state);
    Node pasted = pasted(fragment, Landing.inPlace(fragment, view)).getFirst();
    assertEquals(hands.bounds(TIER), hands.bounds(pasted.id()));
    assertEquals(SUBNET_A, pasted.parent());
  }

  @Test
  void intoAnotherDesignItGoesToTheSamePlace() {
    Document fragment = copied(TIER);
    Hands other = new Hands(Template.THREE_TIER.design(Language.ENGLISH));
    // Brings the subnets of the web tier to where the copied tier stands.
    other.state =
        other.editor().commit(other.state, Move.of(new ElementId("region-seoul"), 0, -120));
    EditorView view = other.editor().view(other.state);
    Landing landing = Landing.near(fragment, view, null);
    EditorState pasted = new Copying(other.editor()).paste(other.state, fragment, landing);
    ElementId id = pasted.selection().single().orElseThrow();
    Node copy = pasted.document().node(id);
    Node container = pasted.document().node(copy.parent());
    assertTrue(List.of("aws.subnet", "aws.autoscaling_group").contains(container.kind()));
  }

  @Test
  void intoAnEmptyDesignATierIsRefusedAndARegionIsNot() {
    Hands empty = new Hands(Document.EMPTY);
    Document tier = copied(TIER);
    EditorView view = empty.editor().view(empty.state);
    EditorState refused =
        new Copying(empty.editor()).paste(empty.state, tier, Landing.near(tier, view, null));
    assertSame(Document.EMPTY, refused.document());
    Document region = copied(REGION);
    EditorState pasted =
        new Copying(empty.editor()).paste(empty.state, region, Landing.near(region, view, null));
    assertEquals(start.elements().size(), pasted.document().elements().size());
  }

  @Test
  void theSettingsOfADesignAreNotCopied() {
    Hands titled = new Hands(Template.THREE_TIER.design(Language.ENGLISH));
    titled.state = titled.editor().selectAll(titled.state);
    Document fragment = new Copying(titled.editor()).copied(titled.state).orElseThrow();
    assertEquals(Settings.NONE, fragment.settings());
    assertEquals(titled.document().elements().size(), fragment.elements().size());
  }

  @Test
  void aDuplicatedContainerStandsBesideAndCardsStandAside() {
    hands.state = hands.editor().duplicate(select(ZONE_C).hands.state);
    ElementId zone = hands.state.selection().single().orElseThrow();
    assertFalse(hands.bounds(zone).intersects(hands.bounds(ZONE_C)));
    hands.state = hands.editor().duplicate(select(TIER).hands.state);
    ElementId tier = hands.state.selection().single().orElseThrow();
    assertEquals(hands.bounds(TIER).plus(new Point(16, 16)), hands.bounds(tier));
  }

  @Test
  void anAltDraggedCopyGoesIntoTheContainerUnderThePointer() {
    hands.click(150, 310);
    Rect subnet = hands.bounds(SUBNET_A);
    hands.holding(Modifiers.ALT).dragFromTo(150, 310, 640, 310);
    ElementId copy = hands.state.selection().single().orElseThrow();
    assertEquals(SUBNET_C, hands.document().node(copy).parent());
    assertEquals(start.node(TIER), hands.document().node(TIER));
    assertEquals(subnet, hands.bounds(SUBNET_A), "the old container does not grow on the way");
    hands.state = hands.editor().undo(hands.state);
    assertEquals(start, hands.document());
  }

  @Test
  void groupingSelectsTheGroupAndUngroupingItsMembers() {
    hands.state = new Grouping(hands.editor()).group(select(ZONE_A, ZONE_C).hands.state, "Group");
    ElementId group = hands.state.selection().single().orElseThrow();
    assertEquals(2, hands.document().children(group).size());
    hands.state = new Grouping(hands.editor()).ungroup(hands.state);
    assertEquals(Selection.of(ZONE_A, ZONE_C), hands.state.selection());
    hands.state = hands.editor().undo(hands.editor().undo(hands.state));
    assertEquals(start, hands.document());
  }

  @Test
  void whatLiesInDifferentContainersIsNotGroupedAndTheNoticeSaysSo() {
    hands.state = new Grouping(hands.editor()).group(select(TIER, BALANCER).hands.state, "Group");
    assertSame(start, hands.document());
    assertEquals(
        "Only elements in the same container can be grouped",
        hands.state.notice().text(Messages.in(Language.ENGLISH)));
  }
}
