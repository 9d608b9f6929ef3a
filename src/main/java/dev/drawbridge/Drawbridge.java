package dev.drawbridge;

import dev.drawbridge.base.Language;
import dev.drawbridge.cli.Commands;
import dev.drawbridge.cli.Console;
import dev.drawbridge.cli.Window;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The program: without arguments the window, with a subcommand the command line. What differs from
/// machine to machine, such as its language and its display, is asked for here and handed on.
public final class Drawbridge {
  private Drawbridge() {}

  public static void main(String[] args) {
    Map<String, String> environment = System.getenv();
    boolean colours =
        environment.getOrDefault("NO_COLOR", "").isEmpty()
            && !"dumb".equals(environment.get("TERM"));
    Console console = Console.ofProcess(language(environment), colours);
    int exit = new Commands(version(), new NoWindow()).run(List.of(args), console);
    System.exit(exit);
  }

  /// The language of the user, as POSIX tells it where it does, otherwise as the system does.
  private static Language language(Map<String, String> environment) {
    for (String variable : List.of("LC_ALL", "LC_MESSAGES", "LANG")) {
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

  private record NoWindow() implements Window {
    @Override
    public boolean isPossible() {
      return false;
    }

    @Override
    public void show(List<Path> files) {}
  }
}
