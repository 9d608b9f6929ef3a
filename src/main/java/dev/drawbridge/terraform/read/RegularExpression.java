package dev.drawbridge.terraform.read;

import dev.drawbridge.base.Reason;
import dev.drawbridge.resource.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/// A regular expression as Terraform knows them, which are those of RE2. A stranger may have written it to run for
/// ever, so it is given up after a bounded number of steps.
///
/// @param names of its groups, in their order; null for one without
record RegularExpression(Pattern pattern, List<@Nullable String> names) {
  private static final int MAX_LENGTH = 1000;

  /// Characters looked at in one call.
  private static final int MAX_STEPS = 100_000;

  static RegularExpression of(String expression) {
    if (expression.length() > MAX_LENGTH) {
      throw refused();
    }
    Re2Syntax syntax = Re2Syntax.of(expression);
    try {
      return new RegularExpression(
          Pattern.compile(syntax.translated(), Pattern.UNIX_LINES), syntax.names());
    } catch (PatternSyntaxException | StackOverflowError e) {
      throw new Functions.Refused(Unknowns.failure("call", "regex"));
    }
  }

  /// `regex()`.
  Value first(String text) {
    return searched(
        text, matcher -> matcher.find() ? found(matcher, text) : Unknowns.failure("call", "regex"));
  }

  /// `regexall()`.
  Value all(String text) {
    return searched(
        text,
        matcher -> {
          List<Value> all = new ArrayList<>();
          while (matcher.find()) {
            all.add(found(matcher, text));
          }
          return Functions.list(all);
        });
  }

  boolean isIn(String text) {
    return searched(text, matcher -> Value.of(matcher.find())).equals(Value.of(true));
  }

  /// `replace()`.
  ///
  /// @param by names groups by `$1`, `$name` or `${name}`
  Value replaced(String text, String by) {
    return searched(
        text,
        matcher -> {
          StringBuilder out = new StringBuilder();
          int from = 0;
          while (matcher.find()) {
            out.append(text, from, matcher.start());
            expand(by, matcher, text, out);
            from = matcher.end();
            if (out.length() > Templates.MAX_LENGTH) {
              break;
            }
          }
          return TextFunctions.bounded(out.append(text, from, text.length()).toString());
        });
  }

  private Value searched(String text, Function<Matcher, Value> work) {
    try {
      return work.apply(pattern.matcher(new Watched(text, new int[1])));
    } catch (TooManySteps | StackOverflowError e) {
      // Java follows alternatives in a repetition by recursion, as deep as the text is long.
      throw refused();
    }
  }

  private static Functions.Refused refused() {
    return new Functions.Refused(new Value.Unknown(Reason.of("unknown.regex-long")));
  }

  /// The text, the texts of the groups, or the groups by their names.
  private Value found(Matcher matcher, String text) {
    if (names.isEmpty()) {
      return Value.of(text.substring(matcher.start(), matcher.end()));
    }
    if (names.stream().allMatch(name -> name == null)) {
      List<Value> groups = new ArrayList<>();
      for (int group = 1; group <= names.size(); group++) {
        groups.add(group(matcher, text, group));
      }
      return Value.of(groups);
    }
    SequencedMap<String, Value> groups = new LinkedHashMap<>();
    for (int group = 1; group <= names.size(); group++) {
      @Nullable String name = names.get(group - 1);
      if (name == null) {
        return Unknowns.failure("call", "regex");
      }
      groups.put(name, group(matcher, text, group));
    }
    return new Value.Mapping(groups);
  }

  private static Value group(Matcher matcher, String text, int group) {
    return matcher.start(group) < 0
        ? new Value.Null()
        : Value.of(text.substring(matcher.start(group), matcher.end(group)));
  }

  private static final Pattern HOLE = Pattern.compile("\\$(?:(\\$)|\\{(\\w+)}|(\\w+))");

  private void expand(String by, Matcher matcher, String text, StringBuilder out) {
    Matcher hole = HOLE.matcher(by);
    int from = 0;
    while (hole.find()) {
      out.append(by, from, hole.start());
      from = hole.end();
      if (hole.group(1) != null) {
        out.append('$');
        continue;
      }
      int group = number(hole.group(2) == null ? hole.group(3) : hole.group(2));
      if (group >= 0 && group <= names.size() && matcher.start(group) >= 0) {
        out.append(text, matcher.start(group), matcher.end(group));
      }
    }
    out.append(by, from, by.length());
  }

  /// That of a group; -1 where there is none.
  private int number(String name) {
    if (name.matches("[0-9]{1,4}")) {
      return Integer.parseInt(name);
    }
    int at = names.indexOf(name);
    return at < 0 ? -1 : at + 1;
  }

  private static final class TooManySteps extends RuntimeException {
    private static final long serialVersionUID = 1;

    TooManySteps() {
      super(null, null, false, false);
    }
  }

  /// A text that counts how often somebody looks at its characters.
  ///
  /// @param steps counts for its parts, too
  private record Watched(String text, int[] steps) implements CharSequence {
    @Override
    public char charAt(int index) {
      if (++steps[0] > MAX_STEPS) {
        throw new TooManySteps();
      }
      return text.charAt(index);
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return new Watched(text.substring(start, end), steps);
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
