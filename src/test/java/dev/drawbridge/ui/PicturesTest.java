package dev.drawbridge.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drawbridge.base.Language;
import dev.drawbridge.base.Point;
import dev.drawbridge.base.Rect;
import dev.drawbridge.base.Size;
import dev.drawbridge.draw.Look;
import dev.drawbridge.draw.Mark;
import dev.drawbridge.draw.Picture;
import dev.drawbridge.draw.Preview;
import dev.drawbridge.draw.Routes;
import dev.drawbridge.edit.Edits;
import dev.drawbridge.edit.Move;
import dev.drawbridge.edit.template.Template;
import dev.drawbridge.editor.Camera;
import dev.drawbridge.editor.EditorState;
import dev.drawbridge.model.Connector;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.Node;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is shown while a hand moves, and that it is exact as soon as it rests.
class PicturesTest extends OpenWindow {
  private final AtomicInteger arrivals = new AtomicInteger();
  private final Pictures pictures = new Pictures(arrivals::incrementAndGet);

  @AfterEach
  void end() {
    pictures.end();
  }

  /// Small designs are painted at once, large ones by the worker.
  @ParameterizedTest
  @ValueSource(ints = {30, 200})
  void whatWasLeftOutWhileTheHandMovedIsThereWhenItRests(int nodes) {
    Document design = design(nodes);
    Preview.Origin origin = new Preview.Origin(design, Routes.of(design), Look.LIGHT, 300);
    Document moved = somethingInTheWay(origin);
    EditorState still = EditorState.opened(design);
    painted(still);
    EditorState moving = still.withShown(moved);
    Picture atOnce = call(() -> pictures.of(moving, Look.LIGHT).over());
    assertNotNull(atOnce);
    assertFalse(call(() -> pictures.isCurrent(moving, Look.LIGHT)), "lines in the way are missing");
    painted(moving);
    Picture rested = call(() -> pictures.of(moving, Look.LIGHT).over());
    assertEquals(Preview.of(origin, moved).orElseThrow().picture(), rested);
    assertNotEquals(rested, atOnce);
  }

  @Test
  void whoNeverRestsIsNotKeptWaiting() {
    Document design = design(200);
    EditorState still = EditorState.opened(design);
    painted(still);
    int before = arrivals.get();
    Node node = card(design);
    // Nothing comes between these on the FX thread, so the hand does not rest however slow the
    // machine is.
    Document last =
        call(
            () -> {
              Document moved = design;
              for (int i = 1; i <= 40; i++) {
                moved = Edits.apply(design, Move.of(node.id(), i, 0)).document();
                Picture over = pictures.of(still.withShown(moved), Look.LIGHT).over();
                assertTrue(over.bounds().intersects(moved.absoluteBounds(moved.node(node.id()))));
              }
              return moved;
            });
    assertEquals(before, arrivals.get(), "nothing is worked out on the way");
    painted(still.withShown(last));
    assertEquals(before + 1, arrivals.get(), "it is when the hand rests");
  }

  /// What an edit leaves out at first comes before the whole is painted, or with it.
  @Test
  void afterAnEditTheWholeIsShownInTheEnd() {
    Document design = design(200);
    Preview.Origin origin = new Preview.Origin(design, Routes.of(design), Look.LIGHT, 300);
    EditorState still = EditorState.opened(design);
    painted(still);
    EditorState edited = EditorState.opened(somethingInTheWay(origin));
    painted(edited);
    assertEquals(null, call(() -> pictures.of(edited, Look.LIGHT).over()));
    Routes whole = Routes.of(edited.document());
    for (Connector connector : edited.document().connectors()) {
      assertEquals(
          whole.line(connector.id()),
          call(() -> pictures.lines(edited.document()).apply(connector)));
    }
  }

  /// Thousands of things dragged at once are seen on the way, and stay where they were let go until they are painted.
  @Test
  void aLargeMoveIsSeenBeforeItIsPainted() {
    Document design = design(900);
    Node region =
        design.nodes().stream()
            .filter(node -> node.kind().equals("aws.region"))
            .findFirst()
            .orElseThrow();
    assertTrue(design.descendants(region.id()).size() > 300);
    EditorState still =
        EditorState.opened(design).withViewport(new Size(900, 700)).withCamera(Camera.START);
    painted(still);
    Document moved = Edits.apply(design, Move.of(region.id(), 70, 30)).document();
    Document further = Edits.apply(design, Move.of(region.id(), 75, 30)).document();
    Pictures.Shown first = call(() -> pictures.of(still.withShown(moved), Look.LIGHT));
    Pictures.Shown then = call(() -> pictures.of(still.withShown(further), Look.LIGHT));
    assertSame(first.chunks(), then.chunks(), "what stays is not drawn again with every move");
    Rect before = group(first.over(), region).bounds();
    assertEquals(before.plus(new Point(5, 0)), group(then.over(), region).bounds());

    EditorState done =
        EditorState.opened(further).withViewport(new Size(900, 700)).withCamera(Camera.START);
    Pictures.Shown after = call(() -> pictures.of(done, Look.LIGHT));
    assertEquals(group(then.over(), region), group(after.over(), region));
    painted(done);
    assertEquals(null, call(() -> pictures.of(done, Look.LIGHT)).over());
  }

  private static Mark.Group group(Picture picture, Node node) {
    return picture.root().children().stream()
        .map(Mark.Group.class::cast)
        .filter(group -> group.id().equals(node.id().value()))
        .findFirst()
        .orElseThrow();
  }

  private void painted(EditorState state) {
    until(
        () -> {
          pictures.of(state, Look.LIGHT);
          return pictures.isCurrent(state, Look.LIGHT);
        });
  }

  private static Document design(int nodes) {
    return Template.STRESS.design(new Template.Request(Language.ENGLISH, nodes, 7));
  }

  private static Node card(Document design) {
    return design.nodes().stream()
        .filter(node -> node.kind().equals("tier.was"))
        .findFirst()
        .orElseThrow();
  }

  /// The design with a card moved onto a line that has nothing to do with it.
  private static Document somethingInTheWay(Preview.Origin origin) {
    Document design = origin.document();
    Node node = card(design);
    Point centre = design.absoluteBounds(node).center();
    for (Connector connector : design.connectors()) {
      List<Point> line = origin.routes().line(connector.id());
      if (line.size() < 2 || design.connectorsOf(node.id()).contains(connector)) {
        continue;
      }
      Point by = line.getFirst().plus(line.get(1)).times(0.5).minus(centre);
      Document moved =
          Edits.apply(design, Move.of(node.id(), Math.round(by.x()), Math.round(by.y())))
              .document();
      boolean late =
          isAffected(Preview.of(origin, moved), connector)
              && !isAffected(Preview.quick(origin, moved, null, () -> true), connector);
      if (late) {
        return moved;
      }
    }
    throw new AssertionError("no line to lie in the way of");
  }

  private static boolean isAffected(Optional<Preview> preview, Connector connector) {
    return preview.filter(one -> one.affected().contains(connector.id())).isPresent();
  }
}
