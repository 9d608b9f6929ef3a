package dev.drawbridge.terraform.write;

import java.util.ArrayList;
import java.util.List;

/// The difference of two texts in unified format, as `diff -u` shows it.
final class UnifiedDiff {
  private static final int CONTEXT = 3;

  /// Lines of a diff; beyond that nobody reads it.
  private static final int MAX_LINES = 200;

  /// Cells of the table that finds the common lines; larger changes are shown as one.
  private static final long MAX_CELLS = 4_000_000;

  private final List<String> before;
  private final List<String> after;

  /// Per line of the result: ` `, `-` or `+`, and the line.
  private final List<String> lines = new ArrayList<>();

  private UnifiedDiff(String before, String after) {
    this.before = split(before);
    this.after = split(after);
  }

  /// The diff without a trailing line feed; empty when the texts are equal.
  static String of(String path, String before, String after) {
    if (before.equals(after)) {
      return "";
    }
    UnifiedDiff diff = new UnifiedDiff(before, after);
    diff.compare();
    return diff.text(path);
  }

  private static List<String> split(String text) {
    if (text.isEmpty()) {
      return List.of();
    }
    String[] lines = text.split("\n", -1);
    List<String> all = new ArrayList<>(List.of(lines));
    if (text.endsWith("\n")) {
      all.removeLast();
    } else {
      all.set(all.size() - 1, all.getLast() + "\n\\ No newline at end of file");
    }
    return all;
  }

  private void compare() {
    int start = 0;
    int common = Math.min(before.size(), after.size());
    while (start < common && before.get(start).equals(after.get(start))) {
      start++;
    }
    int end = 0;
    while (end < common - start
        && before.get(before.size() - 1 - end).equals(after.get(after.size() - 1 - end))) {
      end++;
    }
    before.subList(0, start).forEach(line -> lines.add(" " + line));
    middle(before.subList(start, before.size() - end), after.subList(start, after.size() - end));
    before.subList(before.size() - end, before.size()).forEach(line -> lines.add(" " + line));
  }

  private void middle(List<String> old, List<String> now) {
    if ((long) old.size() * now.size() > MAX_CELLS) {
      old.forEach(line -> lines.add("-" + line));
      now.forEach(line -> lines.add("+" + line));
      return;
    }
    // longest[i][j]: common lines of what follows old line i and new line j.
    int[][] longest = new int[old.size() + 1][now.size() + 1];
    for (int i = old.size() - 1; i >= 0; i--) {
      for (int j = now.size() - 1; j >= 0; j--) {
        longest[i][j] =
            old.get(i).equals(now.get(j))
                ? longest[i + 1][j + 1] + 1
                : Math.max(longest[i + 1][j], longest[i][j + 1]);
      }
    }
    int i = 0;
    int j = 0;
    while (i < old.size() || j < now.size()) {
      if (i < old.size() && j < now.size() && old.get(i).equals(now.get(j))) {
        lines.add(" " + old.get(i++));
        j++;
      } else if (i < old.size() && (j == now.size() || longest[i + 1][j] >= longest[i][j + 1])) {
        lines.add("-" + old.get(i++));
      } else {
        lines.add("+" + now.get(j++));
      }
    }
  }

  private String text(String path) {
    StringBuilder out = new StringBuilder("--- a/" + path + "\n+++ b/" + path);
    int written = 0;
    int oldLine = 1;
    int newLine = 1;
    int at = 0;
    while (at < lines.size()) {
      if (lines.get(at).charAt(0) == ' ') {
        at++;
        oldLine++;
        newLine++;
        continue;
      }
      int from = Math.max(0, at - CONTEXT);
      int to = hunkEnd(at);
      int context = at - from;
      List<String> hunk = lines.subList(from, to);
      int removed = (int) hunk.stream().filter(l -> l.charAt(0) != '+').count();
      int added = (int) hunk.stream().filter(l -> l.charAt(0) != '-').count();
      out.append("\n@@ -").append(range(oldLine - context, removed));
      out.append(" +").append(range(newLine - context, added)).append(" @@");
      for (String line : hunk) {
        if (++written > MAX_LINES) {
          return out.append("\n...").toString();
        }
        out.append('\n').append(line);
      }
      oldLine += removed - context;
      newLine += added - context;
      at = to;
    }
    return out.toString();
  }

  /// Where the hunk ends that has a change at an index: behind the context of its last change, when the
  /// next one is too far to share it.
  private int hunkEnd(int first) {
    int last = first;
    for (int i = first; i < lines.size() && i - last <= 2 * CONTEXT; i++) {
      if (lines.get(i).charAt(0) != ' ') {
        last = i;
      }
    }
    return Math.min(lines.size(), last + CONTEXT + 1);
  }

  private static String range(int start, int count) {
    int shown = count == 0 ? start - 1 : start;
    return count == 1 ? String.valueOf(shown) : shown + "," + count;
  }
}
