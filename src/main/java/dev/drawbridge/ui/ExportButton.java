package dev.drawbridge.ui;

import java.util.List;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;

/// What can be taken away, in one place.
final class ExportButton extends MenuButton {
  ExportButton(Commands commands, Texts texts) {
    setId("export");
    getStyleClass().add("accent");
    setGraphic(Glyph.EXPORT.node(16));
    textProperty().bind(texts.of("ui.export"));
    for (String key : List.of("export-png", "export-svg", "export-pdf", "export-terraform")) {
      Command command = commands.get(key);
      MenuItem item = new MenuItem();
      item.setId("export-menu-" + key);
      item.textProperty().bind(texts.of(command.nameKey()));
      item.setOnAction(_ -> command.run());
      getItems().add(item);
    }
  }
}
