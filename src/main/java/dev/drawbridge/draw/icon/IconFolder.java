package dev.drawbridge.draw.icon;

import dev.drawbridge.base.Issue;
import dev.drawbridge.base.Outcome;
import dev.drawbridge.base.Place;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// A folder of the user's with icons in place of the bundled ones, such as AWS's own set, which we may not
/// ship. Which file stands for what is told by its name. Only files that are called for are read.
public final class IconFolder {
  private static final int DEEPEST = 8;
  private static final int MOST_FILES = 50_000;
  private static final int LARGEST = 512 << 10;

  private IconFolder() {}

  /// Reads the folder and the folders in it. An icon that cannot be read is an issue, and the bundled one
  /// stays.
  public static Outcome<IconSet> read(Path folder) {
    Place place = new Place.InFile(folder.toString(), 0, 0);
    if (!Files.isDirectory(folder)) {
      return Outcome.failed(Issue.error(place, "draw.icons.no_folder"));
    }
    Map<String, Path> files;
    try {
      files = files(folder);
    } catch (IOException | UncheckedIOException e) {
      return Outcome.failed(Issue.error(place, "draw.icons.no_folder"));
    }
    List<Issue> issues = new ArrayList<>();
    Map<Path, Optional<IconArt>> read = new HashMap<>();
    Map<String, IconArt> replaced = new TreeMap<>();
    for (String icon : OfficialNames.icons()) {
      OfficialNames.stems(icon).stream()
          .flatMap(stem -> Stream.ofNullable(files.get(stem)))
          .findFirst()
          .flatMap(file -> read.computeIfAbsent(file, one -> art(one, issues)))
          .ifPresent(art -> replaced.put(icon, art));
    }
    if (replaced.isEmpty() && issues.isEmpty()) {
      return Outcome.failed(Issue.error(place, "draw.icons.none"));
    }
    return new Outcome.Ok<>(new IconSet(replaced), issues);
  }

  /// The best file for each stem. Links are not followed: they may lead anywhere.
  private static Map<String, Path> files(Path folder) throws IOException {
    Map<String, Path> best = new HashMap<>();
    Map<String, Integer> ranks = new HashMap<>();
    try (Stream<Path> all = Files.walk(folder, DEEPEST)) {
      all.limit(MOST_FILES)
          .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
          .sorted()
          .forEach(
              file ->
                  OfficialNames.of(file.getFileName().toString())
                      .filter(
                          named ->
                              named.rank() < ranks.getOrDefault(named.stem(), Integer.MAX_VALUE))
                      .ifPresent(
                          named -> {
                            best.put(named.stem(), file);
                            ranks.put(named.stem(), named.rank());
                          }));
    }
    return best;
  }

  private static Optional<IconArt> art(Path file, List<Issue> issues) {
    Place place = new Place.InFile(file.toString(), 0, 0);
    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      byte[] svg = in.readNBytes(LARGEST + 1);
      if (svg.length > LARGEST) {
        issues.add(Issue.warning(place, "draw.icon.unreadable", "size"));
        return Optional.empty();
      }
      return switch (ForeignIcon.read(file.toString(), svg)) {
        case Outcome.Ok<IconArt>(IconArt art, var _) -> Optional.of(art);
        case Outcome.Failed<IconArt>(List<Issue> why) -> {
          issues.addAll(why);
          yield Optional.empty();
        }
      };
    } catch (IOException e) {
      issues.add(Issue.warning(place, "draw.icon.unreadable", "I/O"));
      return Optional.empty();
    }
  }
}
