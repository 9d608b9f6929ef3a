package dev.drawbridge.ui;

import dev.drawbridge.base.Language;
import dev.drawbridge.edit.Ids;
import java.io.ObjectInputFilter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import javafx.application.Platform;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;

/// Opens the window. It lives on the FX thread; the program ends when the last window is closed.
public final class Window {
  private Window() {}

  /// Shows each file in a tab of one window, and returns when that was closed.
  ///
  /// @param files to open; none for an empty design
  /// @param language of the interface to begin with
  /// @param chance for the ids of new elements
  /// @param today by which suppressions expire
  /// @param zone the time zone of the user
  /// @param folder where the program keeps what it has to remember; it need not be there yet
  public static void open(
      List<Path> files,
      Language language,
      RandomGenerator chance,
      Supplier<LocalDate> today,
      ZoneId zone,
      Path folder) {
    refuseObjects();
    List<Path> wanted = List.copyOf(files);
    CountDownLatch closed = new CountDownLatch(1);
    Memory memory = Memory.in(folder);
    Platform.startup(
        () -> {
          Fonts.load();
          Stage stage = new Stage();
          MainWindow window =
              new MainWindow(
                  stage,
                  Work.services(Ids.from(chance), today, zone),
                  new Texts(language),
                  new Appearance(),
                  memory,
                  null);
          stage.addEventHandler(WindowEvent.WINDOW_HIDDEN, _ -> closed.countDown());
          window.show(wanted);
        });
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    memory.end();
  }

  /// JavaFX makes objects of any class out of bytes that lie in the clipboard or are dropped, whoever put
  /// them there. We need none.
  static void refuseObjects() {
    if (ObjectInputFilter.Config.getSerialFilter() == null) {
      ObjectInputFilter.Config.setSerialFilter(ObjectInputFilter.Config.createFilter("!*"));
    }
  }
}
