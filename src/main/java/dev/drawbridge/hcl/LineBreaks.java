package dev.drawbridge.hcl;

import dev.drawbridge.hcl.Expression.Call;
import dev.drawbridge.hcl.Expression.ForList;
import dev.drawbridge.hcl.Expression.ForObject;
import dev.drawbridge.hcl.Expression.ListOf;
import dev.drawbridge.hcl.Expression.ObjectOf;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Decides which expressions go over several lines. `fmt` leaves that to the author; the questions ask
/// first what is cheap and often true, so that large trees are not walked again on each of their levels.
final class LineBreaks {
  /// Up to here a call, an object or a `for` stays on one line.
  private static final int WIDTH = 100;

  /// Up to here a list of several elements does.
  static final int LIST_WIDTH = 80;

  private static final Pattern GRAPHEME = Pattern.compile("\\X");

  private LineBreaks() {}

  // The next three ask first what is cheap and often true, so that large trees are not walked again
  // on
  // each of their levels.

  /// Whether the value of an attribute or entry goes over several lines.
  static boolean breaksAsValue(Expression value, int column) {
    return switch (value) {
      case ObjectOf object -> !object.entries().isEmpty();
      case ListOf _, Call _, ForList _, ForObject _ -> breaksInside(value, column);
      default -> false;
    };
  }

  /// Whether an expression that begins at a column, anywhere in a value, goes over several lines. A call
  /// does only for the sake of a list or object in it: `can(regex("...", var.a))` is read in one go.
  static boolean breaksInside(Expression value, int column) {
    return switch (value) {
      case ObjectOf object ->
          object.entries().size() > 1
              || tooLong(value, column, WIDTH)
              || object.entries().stream().anyMatch(e -> breaksAsValue(e.value(), 0));
      case ListOf list ->
          (list.elements().size() > 1 && tooLong(value, column, LIST_WIDTH))
              || list.elements().stream().anyMatch(e -> breaksInside(e, 0));
      case Call call ->
          (hasCollection(call) && tooLong(value, column, WIDTH))
              || call.arguments().stream().anyMatch(a -> breaksInside(a, 0));
      case ForList _, ForObject _ -> tooLong(value, column, WIDTH);
      default -> false;
    };
  }

  private static boolean hasCollection(Expression value) {
    return switch (value) {
      case ObjectOf object -> !object.entries().isEmpty();
      case ListOf list -> list.elements().size() > 1;
      case Call call -> call.arguments().stream().anyMatch(LineBreaks::hasCollection);
      case ForList _, ForObject _ -> true;
      default -> false;
    };
  }

  private static boolean tooLong(Expression value, int column, int width) {
    // A character is one or more UTF-16 units, seldom more than four.
    return column + columns(FlatPrinter.beginning(value, 4 * width)) > width;
  }

  /// Whether an equals sign would stand on the line. When a bracket then opens at its end, `fmt` sees as
  /// many brackets close as open and takes the line for an argument that could be aligned.
  static boolean hasObject(Expression value) {
    FlatPrinter printer = new FlatPrinter(new StringBuilder());
    printer.expression(value);
    return printer.wroteObject();
  }

  static boolean isBracketed(Expression value) {
    return switch (value) {
      case ObjectOf object -> !object.entries().isEmpty();
      case ListOf list -> !list.elements().isEmpty();
      case Call call -> !call.arguments().isEmpty();
      case ForList _, ForObject _ -> true;
      default -> false;
    };
  }

  /// `fmt` aligns by what a reader sees as one character.
  static int columns(String text) {
    int ascii = 0;
    while (ascii < text.length() && text.charAt(ascii) < 128) {
      ascii++;
    }
    if (ascii == text.length()) {
      return ascii;
    }
    int columns = 0;
    for (Matcher matcher = GRAPHEME.matcher(text); matcher.find(); ) {
      columns++;
    }
    return columns;
  }
}
