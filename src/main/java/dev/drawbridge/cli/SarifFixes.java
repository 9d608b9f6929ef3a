package dev.drawbridge.cli;

import dev.drawbridge.analyze.finding.Fix;
import dev.drawbridge.edit.Edits;
import dev.drawbridge.model.Document;
import dev.drawbridge.output.store.DesignLines;
import dev.drawbridge.output.store.DesignWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// Quick fixes as changes of a design's file. Only where the file is just as we write it, so that what
/// changes is the fix and nothing else; and not in very large files, which would be written once for
/// each.
final class SarifFixes {
  /// Characters of a file.
  private static final int LARGEST = 1 << 18;

  private final Document document;
  private final List<String> before;

  SarifFixes(Document document, Optional<DesignLines> file) {
    this.document = document;
    this.before =
        file.map(DesignLines::text)
            .filter(text -> text.length() <= LARGEST && text.equals(written(document)))
            .map(SarifFixes::lines)
            .orElse(List.of());
  }

  /// Lines to take out and what to put there instead.
  ///
  /// @param first of the lines, counted from 1
  /// @param end the line after the last one; the same as the first where none is taken out
  record Replacement(int first, int end, String text) {}

  /// Empty where the file cannot be changed line by line.
  Optional<Replacement> replacement(Fix fix) {
    if (before.isEmpty()) {
      return Optional.empty();
    }
    List<String> after = lines(written(Edits.apply(document, fix.edit()).document()));
    int same = 0;
    int shorter = Math.min(before.size(), after.size());
    while (same < shorter && before.get(same).equals(after.get(same))) {
      same++;
    }
    int tail = 0;
    while (tail < shorter - same
        && before.get(before.size() - 1 - tail).equals(after.get(after.size() - 1 - tail))) {
      tail++;
    }
    return Optional.of(
        new Replacement(
            same + 1,
            before.size() - tail + 1,
            String.join("", after.subList(same, after.size() - tail))));
  }

  private static String written(Document document) {
    return new String(DesignWriter.write(document), StandardCharsets.UTF_8);
  }

  /// Each with its line break.
  private static List<String> lines(String text) {
    return List.of(text.split("(?<=\n)"));
  }
}
