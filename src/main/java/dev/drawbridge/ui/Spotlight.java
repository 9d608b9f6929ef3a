package dev.drawbridge.ui;

import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.editor.EditorState;
import dev.drawbridge.model.ElementId;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Brings an element of the design in front before the eyes.
final class Spotlight implements Focus {
  private final Session session;
  private final InspectorView inspector;

  Spotlight(Session session, InspectorView inspector) {
    this.session = session;
    this.inspector = inspector;
  }

  /// Selects what the finding is about, and shows its field.
  void reveal(Finding finding) {
    finding
        .element()
        .filter(this::isThere)
        .ifPresent(
            id -> {
              session.update(state -> revealed(state, id));
              String property = finding.property();
              if (property != null) {
                inspector.showProperty(property);
              }
            });
  }

  /// Selects an element, brings it into view and puts the keyboard into its field.
  @Override
  public void on(ElementId id, @Nullable String property) {
    if (isThere(id)) {
      session.update(state -> revealed(state, id));
      if (property != null) {
        inspector.focusProperty(property);
      }
    }
  }

  private boolean isThere(ElementId id) {
    return session.document().find(id).isPresent();
  }

  private EditorState revealed(EditorState state, ElementId id) {
    return session.editor().reveal(state, new LinkedHashSet<>(List.of(id)));
  }
}
