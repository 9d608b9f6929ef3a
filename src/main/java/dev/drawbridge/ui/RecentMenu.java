package dev.drawbridge.ui;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/// The files that were opened last, as a menu, and whether they are at the next start. Files of the same name are told apart by their folders.
final class RecentMenu extends Menu {
  private final Preferences preferences;
  private final Opening opening;
  private final Texts texts;

  RecentMenu(Workspace workspace, Texts texts) {
    this.preferences = workspace.preferences();
    this.opening = workspace.opening();
    this.texts = texts;
    setId("menu-recent");
    textProperty().bind(texts.of("menu.recent.name"));
    InvalidationListener fill = _ -> fill();
    preferences.recent().addListener(fill);
    texts.language().addListener(fill);
    fill();
  }

  private void fill() {
    List<Path> files = List.copyOf(preferences.recent());
    List<MenuItem> items = new ArrayList<>();
    for (Path file : files) {
      MenuItem item = new MenuItem(label(file, files));
      item.setMnemonicParsing(false);
      item.setOnAction(_ -> opening.again(file));
      items.add(item);
    }
    if (items.isEmpty()) {
      MenuItem none = new MenuItem(texts.get("ui.recent.none"));
      none.setDisable(true);
      items.add(none);
    } else {
      MenuItem clear = new MenuItem(texts.get("ui.recent.clear"));
      clear.setId("menu-recent-clear");
      clear.setOnAction(_ -> preferences.forgetAll());
      items.add(new SeparatorMenuItem());
      items.add(clear);
    }
    CheckMenuItem restores = new CheckMenuItem(texts.get("ui.restore.setting"));
    restores.setId("menu-restore");
    restores.selectedProperty().bindBidirectional(preferences.restoresProperty());
    items.add(new SeparatorMenuItem());
    items.add(restores);
    getItems().setAll(items);
  }

  private static String label(Path file, List<Path> all) {
    String name = Loader.name(file);
    Path folder = file.getParent();
    boolean alone = all.stream().filter(other -> Loader.name(other).equals(name)).count() == 1;
    return alone || folder == null ? name : name + " – " + folder;
  }
}
