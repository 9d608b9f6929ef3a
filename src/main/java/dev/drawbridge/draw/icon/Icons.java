package dev.drawbridge.draw.icon;

import dev.drawbridge.base.Issue;
import dev.drawbridge.base.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The bundled icons by name, read once each. A name without a file gets the plain "component" icon, so
/// that a document with kinds of a later version can still be drawn.
public final class Icons {
  private static final String FOLDER = "/assets/icons/";
  private static final String PLAIN = "component";
  private static final Map<String, IconArt> READ = new ConcurrentHashMap<>();

  private Icons() {}

  public static IconArt named(String name) {
    IconArt art = READ.get(name);
    return art != null ? art : READ.computeIfAbsent(name, Icons::load);
  }

  /// Whether there is an icon of this very name.
  public static boolean has(String name) {
    return isName(name) && Icons.class.getResource(FOLDER + name + ".svg") != null;
  }

  /// Names become paths, so they are nothing but lower-case words with hyphens.
  private static boolean isName(String name) {
    return !name.isEmpty()
        && name.chars().allMatch(c -> c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-');
  }

  private static IconArt load(String name) {
    String path = FOLDER + (has(name) ? name : PLAIN) + ".svg";
    try (InputStream in = Icons.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("the icon " + path + " is not on the class path");
      }
      return switch (IconReader.read(has(name) ? name : PLAIN, in)) {
        case Outcome.Ok<IconArt> ok -> ok.value();
        case Outcome.Failed<IconArt>(var issues) ->
            throw new IllegalStateException(
                path
                    + ": "
                    + issues.stream().map(Issue::key).toList()
                    + issues.getFirst().arguments());
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
