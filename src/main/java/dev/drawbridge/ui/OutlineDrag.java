package dev.drawbridge.ui;

import dev.drawbridge.catalog.Catalog;
import dev.drawbridge.edit.Refusal;
import dev.drawbridge.editor.Filing;
import dev.drawbridge.editor.Notice;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.Element;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Node;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.SequencedSet;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.scene.control.TreeCell;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseDragEvent;
import javafx.scene.input.MouseEvent;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// Dragging in the outline: onto a container puts elements into it, between two rows puts them there. What a
/// container does not take it refuses for the same reason as on the canvas. Esc gives up.
final class OutlineDrag {
  private static final PseudoClass INTO = PseudoClass.getPseudoClass("drop-into");
  private static final PseudoClass BEFORE = PseudoClass.getPseudoClass("drop-before");
  private static final PseudoClass AFTER = PseudoClass.getPseudoClass("drop-after");
  private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("drop-refused");

  /// The part of a container's row, above and below, that means beside it.
  private static final double EDGE = 0.27;

  /// Within so many px of the outline's edges its rows go on.
  private static final double MARGIN = 24;

  private final Session session;
  private final Texts texts;
  private final DragGhost ghost;

  private final OutlineView outline;
  private final Timeline scrolling = new Timeline(new KeyFrame(Duration.millis(30), _ -> scroll()));

  /// How far the rows go on with each step while the pointer is at an edge, in px.
  private double step;

  /// What is being dragged; empty for nothing.
  private final SequencedSet<ElementId> dragged = new LinkedHashSet<>();

  OutlineDrag(OutlineView outline, Session session, Texts texts, DragGhost ghost) {
    this.session = session;
    this.texts = texts;
    this.ghost = ghost;
    this.outline = outline;
    scrolling.setCycleCount(Animation.INDEFINITE);
    outline.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE && !dragged.isEmpty()) {
            end();
            event.consume();
          }
        });
  }

  void listen(TreeCell<Element> cell) {
    cell.setOnDragDetected(event -> begin(cell, event));
    cell.setOnMouseDragged(event -> dragged(event));
    cell.setOnMouseReleased(_ -> Platform.runLater(this::end));
    cell.setOnMouseDragOver(event -> over(cell, event));
    cell.setOnMouseDragExited(_ -> unmark(cell));
    cell.setOnMouseDragReleased(event -> drop(cell, event));
  }

  private void begin(TreeCell<Element> cell, MouseEvent event) {
    Element element = cell.getItem();
    if (event.getButton() != MouseButton.PRIMARY || element == null || cell.isEditing()) {
      return;
    }
    SequencedSet<ElementId> selected = session.state().selection().ids();
    dragged.clear();
    if (selected.contains(element.id())) {
      dragged.addAll(selected);
    } else {
      dragged.add(element.id());
    }
    cell.startFullDrag();
    ghost.show(
        Display.icon(element),
        dragged.size() == 1
            ? Display.name(element, session.document(), texts.messages())
            : texts.get("ui.status.selected", dragged.size()),
        event.getSceneX(),
        event.getSceneY());
    event.consume();
  }

  private void dragged(MouseEvent event) {
    ghost.move(event.getSceneX(), event.getSceneY());
    double y = outline.sceneToLocal(event.getSceneX(), event.getSceneY()).getY();
    double height = outline.getHeight();
    step = y < MARGIN ? y - MARGIN : y > height - MARGIN ? y - (height - MARGIN) : 0;
    if (step == 0 || dragged.isEmpty()) {
      scrolling.stop();
    } else {
      scrolling.play();
    }
  }

  /// To rows that are not in view, the faster the farther the pointer is at the edge.
  private void scroll() {
    if (outline.lookup(".virtual-flow") instanceof VirtualFlow<?> rows) {
      rows.scrollPixels(Math.clamp(step, -MARGIN, MARGIN) / 2);
    }
  }

  private void over(TreeCell<Element> cell, MouseDragEvent event) {
    unmark(cell);
    Filing filing = filing(cell, event);
    if (filing == null) {
      ghost.say("");
      return;
    }
    Optional<Refusal> refusal = filing.refusal(session.document(), dragged);
    cell.pseudoClassStateChanged(REFUSED, refusal.isPresent());
    cell.pseudoClassStateChanged(INTO, filing.beside() == null);
    cell.pseudoClassStateChanged(BEFORE, filing.beside() != null && !filing.later());
    cell.pseudoClassStateChanged(AFTER, filing.beside() != null && filing.later());
    ghost.say(refusal.map(why -> why.text(texts.messages())).orElse(""));
    event.consume();
  }

  private void drop(TreeCell<Element> cell, MouseDragEvent event) {
    unmark(cell);
    Filing filing = filing(cell, event);
    if (filing != null) {
      Optional<Refusal> refusal = filing.refusal(session.document(), dragged);
      session.update(
          state ->
              refusal
                  .map(why -> state.withNotice(new Notice.Refused(why)))
                  .orElseGet(() -> filing.apply(session.editor(), state, dragged)));
    }
    end();
    event.consume();
  }

  /// Where a drop would put what is dragged; null where it means nothing.
  private @Nullable Filing filing(TreeCell<Element> cell, MouseDragEvent event) {
    if (dragged.isEmpty()) {
      return null;
    }
    Document document = session.document();
    Element element = cell.getItem();
    Filing found =
        element == null ? Filing.into(null) : filing(element, event.getY() / cell.getHeight());
    return found.isFor(document, dragged) ? found : null;
  }

  /// @param at how far down the row, 0 to 1
  private static Filing filing(Element element, double at) {
    boolean holds =
        element instanceof Node
            && Catalog.of(element).map(kind -> kind.isContainer()).orElse(false);
    if (holds && at > EDGE && at < 1 - EDGE) {
      return Filing.into(element.id());
    }
    return Filing.beside(element, at >= 0.5);
  }

  private static void unmark(TreeCell<Element> cell) {
    cell.pseudoClassStateChanged(INTO, false);
    cell.pseudoClassStateChanged(BEFORE, false);
    cell.pseudoClassStateChanged(AFTER, false);
    cell.pseudoClassStateChanged(REFUSED, false);
  }

  private void end() {
    dragged.clear();
    scrolling.stop();
    ghost.hide();
  }
}
