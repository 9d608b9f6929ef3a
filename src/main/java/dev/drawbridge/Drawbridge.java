package dev.drawbridge;

import dev.drawbridge.base.Language;
import dev.drawbridge.cli.Commands;
import dev.drawbridge.cli.Console;
import dev.drawbridge.cli.Window;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/// The program: without arguments the window, with a subcommand the command line. What differs from
/// machine to machine, such as its language and its display, is asked for here and handed on.
public final class Drawbridge {
  private Drawbridge() {}

  public static void main(String[] args) {
    Map<String, String> environment = System.getenv();
    boolean colours =
        environment.getOrDefault("NO_COLOR", "").isEmpty()
            && !"dumb".equals(environment.get("TERM"));
    Language language = language(environment);
    Console console = Console.ofProcess(language, colours);
    Window window = new Desktop(environment, language);
    int exit = new Commands(version(), window, LocalDate.now()).run(List.of(args), console);
    if (exit != 0) { // otherwise a window may be open, and the program goes on until it is closed
      System.exit(exit);
    }
  }

  /// The language of the user, as GNU and POSIX tell it where they do, otherwise as the system does.
  private static Language language(Map<String, String> environment) {
    for (String variable : List.of("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")) {
      String locale = environment.getOrDefault(variable, "");
      if (!locale.isEmpty()) {
        return Language.of(locale);
      }
    }
    return Language.of(Locale.getDefault().toLanguageTag());
  }

  /// The version that the build wrote into the module; classes that were never packaged have none.
  private static String version() {
    return Optional.ofNullable(Drawbridge.class.getModule().getDescriptor())
        .flatMap(ModuleDescriptor::rawVersion)
        .orElse("(unpackaged)");
  }

  private record Desktop(Map<String, String> environment, Language language) implements Window {
    /// On Linux JavaFX needs an X server, be it one that Wayland offers; elsewhere there is a screen.
    @Override
    public boolean isPossible() {
      boolean linux = System.getProperty("os.name").equals("Linux");
      return !linux
          || !environment.getOrDefault("DISPLAY", "").isEmpty()
          || System.getProperty("glass.platform", "").startsWith("Headless");
    }

    @Override
    public void show(List<Path> files) {
      dev.drawbridge.ui.Window.open(
          files,
          language,
          new Random(),
          LocalDate::now,
          ZoneId.systemDefault(),
          DataFolder.of(
              System.getProperty("os.name"),
              environment,
              Path.of(System.getProperty("user.home"))));
    }
  }
}
