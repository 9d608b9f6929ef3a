package dev.drawbridge.draw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drawbridge.base.Language;
import dev.drawbridge.base.Rect;
import dev.drawbridge.edit.Edit;
import dev.drawbridge.edit.Edits;
import dev.drawbridge.edit.Move;
import dev.drawbridge.edit.Rename;
import dev.drawbridge.edit.template.Template;
import dev.drawbridge.model.Connector;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// A large move looks like what it will be when it is done.
class ShiftTest {
  private static final Rect EVERYWHERE = new Rect(-1e5, -1e5, 2e5, 2e5);

  private final Document design =
      Template.STRESS.design(new Template.Request(Language.ENGLISH, 50, 7));
  private final Preview.Origin origin =
      new Preview.Origin(design, Routes.of(design), Look.LIGHT, 10);
  private final Chunks painted = Chunks.of(Painter.paint(design, Look.LIGHT));
  private final Node vpc = first("aws.vpc");

  @Test
  void whatIsInAContainerMovesWithIt() {
    Document now = Edits.apply(design, Move.of(vpc.id(), 300, 200)).document();
    Shift shift = Shift.of(origin, painted, now).orElseThrow();
    Set<String> shown = new HashSet<>();
    for (Mark.Group group : groups(shift.picture(now, EVERYWHERE))) {
      shown.add(group.id());
      Node node = now.findNode(new ElementId(group.id())).orElse(null);
      if (node != null) {
        Rect at = now.absoluteBounds(node);
        assertTrue(group.bounds().grow(1).intersects(at), group.id());
        assertEquals(group.bounds(), bounds(Painter.paint(now, Look.LIGHT), group), group.id());
      }
    }
    assertTrue(shown.contains(vpc.id().value()));
    design.descendants(vpc.id()).forEach(node -> assertTrue(shown.contains(node.id().value())));
    Set<ElementId> inside = new HashSet<>();
    design.descendants(vpc.id()).forEach(node -> inside.add(node.id()));
    List<Connector> lines =
        design.connectors().stream().filter(line -> inside.contains(line.source())).toList();
    assertFalse(lines.isEmpty());
    lines.forEach(line -> assertTrue(shown.contains(line.id().value()), line.id().value()));
  }

  @Test
  void whatMovesIsNoLongerWhereItWas() {
    Document now = Edits.apply(design, Move.of(vpc.id(), 300, 200)).document();
    Shift shift = Shift.of(origin, painted, now).orElseThrow();
    Set<String> left = new HashSet<>();
    shift.rest().touching(EVERYWHERE).forEach(mark -> left.add(((Mark.Group) mark).id()));
    design.descendants(vpc.id()).forEach(node -> assertFalse(left.contains(node.id().value())));
    Node region = first("aws.region");
    assertTrue(left.contains(region.id().value()), "what stays is there");
  }

  @Test
  void onlyTheSameMoveGoesOn() {
    Document now = Edits.apply(design, Move.of(vpc.id(), 300, 200)).document();
    Shift shift = Shift.of(origin, painted, now).orElseThrow();
    Document on = Edits.apply(design, Move.of(vpc.id(), 301, 200)).document();
    assertTrue(shift.isOf(design, on));
    Node other = first("tier.was");
    assertFalse(shift.isOf(design, Edits.apply(on, Move.of(other.id(), 5, 5)).document()));
    assertFalse(shift.isOf(on, on));
  }

  @Test
  void anotherEditIsNone() {
    Edit rename = new Rename(vpc.id(), "another");
    Document renamed = Edits.apply(design, rename).document();
    assertTrue(Shift.of(origin, painted, renamed).isEmpty());
    assertTrue(Shift.of(origin, painted, design).isEmpty());
  }

  /// Of thousands of cards that are a few pixels large either all are shown or none.
  @Test
  void ofASizeAllAreShownOrNone() {
    Document large = Template.STRESS.design(new Template.Request(Language.ENGLISH, 900, 7));
    Preview.Origin from = new Preview.Origin(large, Routes.of(large), Look.LIGHT, 300);
    Node region =
        large.nodes().stream()
            .filter(node -> node.kind().equals("aws.region"))
            .findFirst()
            .orElseThrow();
    Document now = Edits.apply(large, Move.of(region.id(), 40, 0)).document();
    Chunks all = Chunks.of(Painter.paint(large, Look.LIGHT));
    Shift shift = Shift.of(from, all, now).orElseThrow();
    List<Mark.Group> groups = groups(shift.picture(now, EVERYWHERE));
    assertTrue(groups.size() <= 250 + 60, groups.size() + " are shown");
    Set<String> shown = new HashSet<>();
    groups.forEach(group -> shown.add(group.id()));
    assertTrue(shown.contains(region.id().value()));
    Set<Boolean> cards = new HashSet<>();
    for (Node node : large.descendants(region.id())) {
      if (node.kind().equals("tier.was")) {
        cards.add(shown.contains(node.id().value()));
      }
    }
    assertEquals(1, cards.size());
  }

  private Node first(String kind) {
    return design.nodes().stream()
        .filter(node -> node.kind().equals(kind))
        .findFirst()
        .orElseThrow();
  }

  private static Rect bounds(Picture picture, Mark.Group like) {
    return groups(picture).stream()
        .filter(group -> group.id().equals(like.id()))
        .filter(group -> group.children().size() == like.children().size())
        .findFirst()
        .orElseThrow()
        .bounds();
  }

  private static List<Mark.Group> groups(Picture picture) {
    List<Mark.Group> groups = new ArrayList<>();
    collect(picture.root(), groups);
    return groups;
  }

  /// Layers hold the groups of elements, where there are any.
  private static void collect(Mark.Group group, List<Mark.Group> groups) {
    for (Mark child : group.children()) {
      if (child instanceof Mark.Group inner) {
        if (inner.id().isEmpty() || Painter.LAYERS.contains(inner.id())) {
          collect(inner, groups);
        } else {
          groups.add(inner);
        }
      }
    }
  }
}
