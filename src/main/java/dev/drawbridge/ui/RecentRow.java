package dev.drawbridge.ui;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// A file that was opened before: one click opens it; one that is gone can be looked for or forgotten.
final class RecentRow extends HBox {
  private final Times times;
  private final Label when = new Label();
  private final Label missing = new Label();
  private final Hyperlink locate = new Hyperlink();
  private final Hyperlink forget = new Hyperlink();

  RecentRow(Path file, Texts texts, Times times, Opening opening) {
    this.times = times;
    getStyleClass().add("recent-row");
    Button open = new Button();
    open.getStyleClass().addAll("flat", "recent");
    open.setText(Loader.name(file));
    open.setGraphic(Glyph.FILE.node(16));
    open.setOnAction(_ -> opening.again(file));
    Label folder = new Label(String.valueOf(file.getParent()));
    folder.getStyleClass().add("faint");
    folder.setMinWidth(0);
    open.setMinWidth(Region.USE_PREF_SIZE);
    open.setAccessibleText(file.toString());
    missing.textProperty().bind(texts.of("ui.recent.missing"));
    missing.getStyleClass().add("recent-missing");
    missing.setMinWidth(Region.USE_PREF_SIZE);
    locate.textProperty().bind(texts.of("ui.recent.locate"));
    locate.setMinWidth(Region.USE_PREF_SIZE);
    locate.setOnAction(_ -> opening.locate(file));
    forget.textProperty().bind(texts.of("ui.recent.forget"));
    forget.setMinWidth(Region.USE_PREF_SIZE);
    forget.setOnAction(_ -> opening.forget(file));
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    when.getStyleClass().add("faint");
    when.setMinWidth(Region.USE_PREF_SIZE);
    getChildren().addAll(open, folder, space, when, missing, locate, forget);
    tell(Optional.of(Instant.EPOCH));
    when.setVisible(false); // until it is known
  }

  /// @param written when the file was; empty where it is not there any more
  void tell(Optional<Instant> written) {
    boolean gone = written.isEmpty();
    when.setText(written.map(times::text).orElse(""));
    when.setVisible(!gone);
    when.setManaged(!gone);
    for (Region only : new Region[] {missing, locate, forget}) {
      only.setVisible(gone);
      only.setManaged(gone);
    }
    pseudoClassStateChanged(Pseudo.GONE, gone);
  }
}
