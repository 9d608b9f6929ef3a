package dev.drawbridge.hcl;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A piece of a string: text, `${ }`, `%{ if }` or `%{ for }`. The `~` markers that trim white space
/// are kept because only an evaluator may apply them.
public sealed interface TemplatePart {
  /// Text as it is meant, without escapes.
  record Text(String text) implements TemplatePart {}

  /// `${value}`
  record Interpolation(Expression value, Trim trim) implements TemplatePart {
    public Interpolation(Expression value) {
      this(value, Trim.NONE);
    }
  }

  /// `%{if condition}yes%{else}no%{endif}`
  record If(
      Expression condition,
      List<TemplatePart> yes,
      @Nullable List<TemplatePart> no,
      Trim begin,
      Trim otherwise,
      Trim end)
      implements TemplatePart {
    public If {
      yes = merged(yes);
      no = no == null ? null : merged(no);
    }
  }

  /// `%{for key, value in collection}body%{endfor}`
  record For(
      @Nullable String key,
      String value,
      Expression collection,
      List<TemplatePart> body,
      Trim begin,
      Trim end)
      implements TemplatePart {
    public For {
      body = merged(body);
    }
  }

  /// Whether `~` stands at the beginning or at the end of a sequence.
  record Trim(boolean left, boolean right) {
    public static final Trim NONE = new Trim(false, false);
  }

  /// The same parts, with neighbouring texts made one, so that equal strings are equal trees.
  static List<TemplatePart> merged(List<TemplatePart> parts) {
    List<TemplatePart> out = new ArrayList<>(parts.size());
    StringBuilder pending = new StringBuilder();
    for (TemplatePart part : parts) {
      if (part instanceof Text(var text)) {
        pending.append(text);
      } else {
        flush(pending, out);
        out.add(part);
      }
    }
    flush(pending, out);
    return List.copyOf(out);
  }

  private static void flush(StringBuilder pending, List<TemplatePart> out) {
    if (!pending.isEmpty()) {
      out.add(new Text(pending.toString()));
      pending.setLength(0);
    }
  }
}
