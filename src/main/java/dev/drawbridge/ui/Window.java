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
import org.jspecify.annotations.Nullable;

/// Opens the window. It lives on the FX thread; the program ends when the last window is closed.
public final class Window {
  private Window() {}

  /// Shows each file in a window of its own, and returns when the last one was closed.
  ///
  /// @param files to open; none for an empty design
  /// @param language of the interface to begin with
  /// @param chance for the ids of new elements
  /// @param today by which suppressions expire
  /// @param zone the time zone of the user
  public static void open(
      List<Path> files,
      Language language,
      RandomGenerator chance,
      Supplier<LocalDate> today,
      ZoneId zone) {
    refuseObjects();
    List<Path> wanted = List.copyOf(files);
    CountDownLatch closed = new CountDownLatch(Math.max(1, wanted.size()));
    Platform.startup(
        () -> {
          Fonts.load();
          Texts texts = new Texts(language);
          Appearance appearance = new Appearance();
          Services services = Work.services(Ids.from(chance), today, zone);
          if (wanted.isEmpty()) {
            show(null, services, texts, appearance, closed);
          }
          wanted.forEach(file -> show(file, services, texts, appearance, closed));
        });
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// JavaFX makes objects of any class out of bytes that lie in the clipboard or are dropped, whoever put
  /// them there. We need none.
  static void refuseObjects() {
    if (ObjectInputFilter.Config.getSerialFilter() == null) {
      ObjectInputFilter.Config.setSerialFilter(ObjectInputFilter.Config.createFilter("!*"));
    }
  }

  private static void show(
      @Nullable Path file,
      Services services,
      Texts texts,
      Appearance appearance,
      CountDownLatch closed) {
    Stage stage = new Stage();
    MainWindow window = new MainWindow(stage, services, texts, appearance, null);
    stage.addEventHandler(WindowEvent.WINDOW_HIDDEN, _ -> closed.countDown());
    window.show(file);
  }
}
