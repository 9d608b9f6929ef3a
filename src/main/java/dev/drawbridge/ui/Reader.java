package dev.drawbridge.ui;

import dev.drawbridge.base.Rect;
import dev.drawbridge.draw.Badge;
import dev.drawbridge.editor.EditorState;
import dev.drawbridge.model.Element;
import dev.drawbridge.model.ElementId;
import java.util.List;
import java.util.function.Function;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// What a screen reader meets on the canvas: the selected element, where it is, in words. It is not seen.
final class Reader extends Region {
  private final Session session;
  private final Texts texts;
  private final Function<ElementId, @Nullable Badge> badges;

  /// @param badges the findings of an element; null for none
  Reader(Session session, Texts texts, Function<ElementId, @Nullable Badge> badges) {
    this.session = session;
    this.texts = texts;
    this.badges = badges;
    setId("canvas-reader");
    setManaged(false);
    setMouseTransparent(true);
    setAccessibleRole(AccessibleRole.LIST_ITEM);
  }

  /// Whether something is selected that can be told of.
  boolean hasSomething() {
    return !session.state().selection().isEmpty();
  }

  /// Follows the selection.
  ///
  /// @return whether something else is said now
  boolean follow() {
    EditorState state = session.state();
    List<Element> chosen =
        state.selection().ids().stream().flatMap(id -> state.document().find(id).stream()).toList();
    String text =
        switch (chosen.size()) {
          case 0 -> "";
          case 1 -> {
            Element element = chosen.getFirst();
            yield Spoken.text(
                element, state.document(), badges.apply(element.id()), texts.messages());
          }
          default -> texts.get("ui.status.selected", chosen.size());
        };
    if (!state.tool().isBusy()) {
      place(state, chosen);
    }
    boolean changed = !text.equals(getAccessibleText());
    setAccessibleText(text);
    return changed;
  }

  private void place(EditorState state, List<Element> chosen) {
    Rect area =
        chosen.stream()
            .flatMap(element -> session.editor().scene(state).around(element.id()).stream())
            .reduce(Rect::union)
            .orElse(null);
    if (area != null) {
      Rect at = state.camera().toScreen(area);
      resizeRelocate(at.x(), at.y(), at.width(), at.height());
    }
  }
}
