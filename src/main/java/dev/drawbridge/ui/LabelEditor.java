package dev.drawbridge.ui;

import dev.drawbridge.base.Rect;
import dev.drawbridge.editor.EditingLabel;
import dev.drawbridge.editor.EditorState;
import dev.drawbridge.editor.Input;
import dev.drawbridge.editor.Modifiers;
import dev.drawbridge.model.Element;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Node;
import java.util.Objects;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/// The text field that opens over an element to rename it.
final class LabelEditor {
  private final Session session;
  private final Runnable toCanvas;
  private final TextField field = new TextField();
  private @Nullable ElementId open;

  /// @param toCanvas gives the canvas the focus
  LabelEditor(Session session, Runnable toCanvas) {
    this.session = session;
    this.toCanvas = toCanvas;
    field.setId("label-editor");
    field.getStyleClass().add("label-editor");
    field.setVisible(false);
    field.setManaged(false);
    field.setOnAction(_ -> close(true));
    field.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            close(false);
            event.consume();
          }
        });
    field
        .focusedProperty()
        .addListener(
            (_, _, focused) -> {
              if (!focused) {
                close(true);
              }
            });
  }

  TextField field() {
    return field;
  }

  /// Opens, moves or closes the field as the state says.
  void show(EditorState state, Texts texts) {
    ElementId wanted = state.tool() instanceof EditingLabel(ElementId id) ? id : null;
    Node node = wanted == null ? null : state.document().findNode(wanted).orElse(null);
    if (node == null) {
      hide();
      return;
    }
    Rect at = state.camera().toScreen(state.document().absoluteBounds(node));
    double width = Math.clamp(at.width(), 160, 320);
    field.resizeRelocate(
        Math.round(at.x() + (at.width() < 320 ? (at.width() - width) / 2 : 0)),
        Math.round(at.y() + Math.min(8, Math.max(0, at.height() / 2 - 16))),
        width,
        32);
    if (!Objects.equals(open, wanted)) {
      open = wanted;
      field.setText(node.name());
      field.setPromptText(Display.kind(node, texts.messages()));
      field.setVisible(true);
      field.requestFocus();
      field.selectAll();
    }
  }

  private void close(boolean keep) {
    ElementId id = open;
    if (id == null) {
      return;
    }
    hide();
    if (!(session.state().tool() instanceof EditingLabel)) {
      return;
    }
    String before = session.document().find(id).map(Element::name).orElse("");
    session.on(
        keep && !before.equals(field.getText())
            ? new Input.Labelled(field.getText())
            : new Input.KeyPressed(Input.Key.ESCAPE, Modifiers.NONE));
  }

  private void hide() {
    boolean focused = field.isFocused();
    open = null;
    field.setVisible(false);
    if (focused) {
      toCanvas.run();
    }
  }
}
