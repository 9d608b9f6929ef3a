package dev.drawbridge.ui;

import dev.drawbridge.editor.EditorState;
import dev.drawbridge.editor.Entering;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Node;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// The container that was entered and those around it, each a way back; nothing where none was.
final class Breadcrumb extends HBox {
  private final Session session;
  private final Texts texts;
  private @Nullable Document shown;
  private @Nullable ElementId entered;

  Breadcrumb(Session session, Texts texts) {
    this.session = session;
    this.texts = texts;
    getStyleClass().add("breadcrumb");
    setId("breadcrumb");
    setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    setVisible(false);
    accessibleTextProperty().bind(texts.of("ui.breadcrumb.accessible"));
    session.stateProperty().addListener((_, _, now) -> follow(now));
    texts.language().addListener((_, _, _) -> build(session.state()));
  }

  private void follow(EditorState state) {
    if (state.document() != shown || state.entered() != entered) {
      build(state);
    }
  }

  private void build(EditorState state) {
    shown = state.document();
    entered = state.entered();
    getChildren().clear();
    Node container = entered == null ? null : state.document().findNode(entered).orElse(null);
    setVisible(container != null);
    if (container == null) {
      return;
    }
    List<Node> way = new ArrayList<>(state.document().ancestors(container).reversed());
    add(step(texts.get("ui.breadcrumb.design"), null));
    for (Node around : way) {
      add(step(Display.name(around, state.document(), texts.messages()), around));
    }
    Label here = new Label(Display.name(container, state.document(), texts.messages()));
    here.setGraphic(IconGraphic.of(Display.icon(container), 16));
    here.getStyleClass().add("breadcrumb-here");
    add(here);
  }

  private void add(javafx.scene.Node step) {
    if (!getChildren().isEmpty()) {
      Region next = Glyph.CLOSED.node(10);
      next.getStyleClass().add("breadcrumb-next");
      getChildren().add(next);
    }
    getChildren().add(step);
  }

  /// @param container null for the whole design
  private Button step(String name, @Nullable Node container) {
    Button step = new Button(name);
    step.getStyleClass().addAll("flat", "small");
    if (container != null) {
      step.setGraphic(IconGraphic.of(Display.icon(container), 16));
    }
    step.setOnAction(
        _ ->
            session.update(
                state ->
                    Entering.enter(
                        session.editor(), state, container == null ? null : container.id())));
    return step;
  }
}
