package dev.drawbridge.ui;

import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.StackPane;

/// Takes files that are dragged onto the window from outside, wherever they are dropped; meanwhile it says
/// so over everything.
final class FileDrop extends StackPane {
  FileDrop(Texts texts) {
    setId("file-drop");
    getStyleClass().add("file-drop");
    setMouseTransparent(true);
    setVisible(false);
    Label label = new Label();
    label.setGraphic(Glyph.OPEN.node(22));
    label.textProperty().bind(texts.of("ui.drop"));
    label.getStyleClass().add("file-drop-label");
    getChildren().add(label);
  }

  /// @param window everything in the window
  /// @param opening is handed what is dropped
  void listen(Node window, Consumer<List<Path>> opening) {
    window.addEventFilter(
        DragEvent.DRAG_OVER,
        event -> {
          if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
            setVisible(true);
            event.consume();
          }
        });
    window.addEventHandler(DragEvent.DRAG_EXITED, _ -> setVisible(false));
    window.addEventFilter(
        DragEvent.DRAG_DROPPED,
        event -> {
          setVisible(false);
          if (event.getDragboard().hasFiles()) {
            opening.accept(
                event.getDragboard().getFiles().stream().flatMap(FileDrop::path).toList());
            event.setDropCompleted(true);
            event.consume();
          }
        });
  }

  private static Stream<Path> path(File file) {
    try {
      return Stream.of(file.toPath());
    } catch (InvalidPathException e) {
      return Stream.empty(); // no file can have such a name
    }
  }
}
