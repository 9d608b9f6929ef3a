package dev.drawbridge.ui;

import dev.drawbridge.base.Language;
import dev.drawbridge.edit.Ids;
import java.nio.file.Path;
import java.util.List;
import java.util.random.RandomGenerator;
import javafx.application.Platform;
import javafx.stage.Stage;

/// Opens the window. It lives on the FX thread; the program ends when the last window is closed.
public final class Window {
  private Window() {}

  /// @param files to open; none for an empty design
  /// @param language of the interface to begin with
  /// @param chance for the ids of new elements
  public static void open(List<Path> files, Language language, RandomGenerator chance) {
    List<Path> wanted = List.copyOf(files);
    Platform.startup(
        () -> {
          Fonts.load();
          Texts texts = new Texts(language);
          Appearance appearance = new Appearance();
          MainWindow window =
              new MainWindow(
                  new Stage(), Work.services(Ids.from(chance)), texts, appearance, null);
          window.show(wanted);
        });
  }
}
