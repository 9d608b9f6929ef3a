package dev.drawbridge.terraform.read;

import static dev.drawbridge.terraform.read.Functions.items;
import static dev.drawbridge.terraform.read.Functions.text;
import static dev.drawbridge.terraform.read.Functions.whole;

import dev.drawbridge.base.Reason;
import dev.drawbridge.resource.JsonText;
import dev.drawbridge.resource.Value;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/// Functions on text.
final class TextFunctions {
  /// No name that a configuration could call it by.
  static final String JOIN_IN_PARTS = "join in parts";

  private TextFunctions() {}

  static void addTo(Map<String, Function<List<Value>, Value>> all) {
    change(all, "lower", text -> text.toLowerCase(Locale.ROOT));
    change(all, "upper", text -> text.toUpperCase(Locale.ROOT));
    change(all, "title", TextFunctions::title);
    change(all, "trimspace", String::strip);
    change(all, "chomp", text -> text.replaceAll("[\\r\\n]+$", ""));
    change(all, "strrev", text -> new StringBuilder(text).reverse().toString());
    change(
        all,
        "base64encode",
        text -> Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)));
    all.put("base64decode", a -> Value.of(decoded(text(a, 0))));
    all.put("basename", a -> Value.of(text(a, 0).replaceFirst("/+$", "").replaceFirst(".*/", "")));
    all.put("jsondecode", TextFunctions::json);
    compare(all, "startswith", String::startsWith);
    compare(all, "endswith", String::endsWith);
    compare(all, "strcontains", String::contains);
    all.put("tostring", TextFunctions::plain);
    all.put("trimprefix", a -> Value.of(withoutPrefix(text(a, 0), text(a, 1))));
    all.put("trimsuffix", a -> Value.of(withoutSuffix(text(a, 0), text(a, 1))));
    all.put("trim", a -> Value.of(trimmed(text(a, 0), text(a, 1))));
    all.put("join", TextFunctions::join);
    all.put(JOIN_IN_PARTS, TextFunctions::inParts);
    all.put("split", TextFunctions::split);
    all.put("regex", a -> RegularExpression.of(text(a, 0)).first(text(a, 1)));
    all.put("regexall", a -> RegularExpression.of(text(a, 0)).all(text(a, 1)));
    all.put("indent", TextFunctions::indented);
    all.put("dirname", a -> Value.of(folder(text(a, 0))));
    all.put("replace", TextFunctions::replace);
    all.put("substr", TextFunctions::part);
    all.put("format", TextFunctions::format);
    all.put("formatlist", TextFunctions::formatList);
  }

  private static void change(
      Map<String, Function<List<Value>, Value>> all, String name, UnaryOperator<String> function) {
    all.put(name, a -> Value.of(function.apply(text(a, 0))));
  }

  private static void compare(
      Map<String, Function<List<Value>, Value>> all,
      String name,
      BiPredicate<String, String> predicate) {
    all.put(name, a -> Value.of(predicate.test(text(a, 0), text(a, 1))));
  }

  /// A reference stays one: it stands for the text that AWS will give.
  private static Value plain(List<Value> arguments) {
    Value value = arguments.getFirst();
    return value instanceof Value.Reference || value instanceof Value.Null
        ? value
        : Value.of(text(arguments, 0));
  }

  /// Every line but the first further to the right.
  private static Value indented(List<Value> arguments) {
    String text = text(arguments, 1);
    int spaces = whole(arguments, 0);
    long lines = text.chars().filter(c -> c == '\n').count();
    if (spaces < 0 || spaces * lines > Templates.MAX_LENGTH) {
      return Unknowns.failure("call", "indent");
    }
    return bounded(text.replace("\n", "\n" + " ".repeat(spaces)));
  }

  private static String folder(String path) {
    String folder = path.substring(0, path.lastIndexOf('/') + 1);
    String plain = Path.of(folder).normalize().toString().replace('\\', '/');
    return plain.isEmpty() ? "." : plain;
  }

  private static String title(String text) {
    StringBuilder out = new StringBuilder(text);
    for (int i = 0; i < out.length(); i++) {
      if (i == 0 || !Character.isLetterOrDigit(out.charAt(i - 1))) {
        out.setCharAt(i, Character.toTitleCase(out.charAt(i)));
      }
    }
    return out.toString();
  }

  private static String decoded(String base64) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(Base64.getDecoder().decode(base64)))
          .toString();
    } catch (IllegalArgumentException | CharacterCodingException e) {
      throw new Functions.Refused(Unknowns.failure("call", "base64decode"));
    }
  }

  private static Value json(List<Value> arguments) {
    return JsonText.read(text(arguments, 0))
        .orElseGet(() -> Unknowns.failure("call", "jsondecode"));
  }

  private static String withoutPrefix(String text, String prefix) {
    return text.startsWith(prefix) ? text.substring(prefix.length()) : text;
  }

  private static String withoutSuffix(String text, String suffix) {
    return text.endsWith(suffix) ? text.substring(0, text.length() - suffix.length()) : text;
  }

  private static String trimmed(String text, String characters) {
    int from = 0;
    int to = text.length();
    while (from < to && characters.indexOf(text.charAt(from)) >= 0) {
      from++;
    }
    while (to > from && characters.indexOf(text.charAt(to - 1)) >= 0) {
      to--;
    }
    return text.substring(from, to);
  }

  static Value bounded(String text) {
    return text.length() > Templates.MAX_LENGTH
        ? new Value.Unknown(Reason.of("unknown.long-text", Templates.MAX_LENGTH))
        : Value.of(text);
  }

  private static Value join(List<Value> arguments) {
    String separator = text(arguments, 0);
    StringBuilder out = new StringBuilder();
    boolean first = true;
    for (Value list : arguments.subList(1, arguments.size())) {
      List<Value> values = items(list);
      for (int i = 0; i < values.size(); i++) {
        out.append(first ? "" : separator).append(text(values, i));
        first = false;
        if (out.length() > Templates.MAX_LENGTH) {
          return bounded(out.toString());
        }
      }
    }
    return Value.of(out.toString());
  }

  /// `join` of attributes that only AWS will know: a text of which they are parts.
  private static Value inParts(List<Value> arguments) {
    String separator = text(arguments, 0);
    List<Value> parts = new ArrayList<>();
    for (Value list : arguments.subList(1, arguments.size())) {
      for (Value value : items(list)) {
        if (!parts.isEmpty() && !separator.isEmpty()) {
          parts.add(Value.of(separator));
        }
        parts.add(
            value instanceof Value.Reference reference && !reference.attribute().isEmpty()
                ? reference
                : Value.of(text(List.of(value), 0)));
      }
    }
    return new Value.Template(parts);
  }

  private static Value split(List<Value> arguments) {
    String separator = text(arguments, 0);
    String text = text(arguments, 1);
    if (text.isEmpty()) {
      return Value.items(Value.of(""));
    }
    List<Value> parts = new ArrayList<>();
    for (String part : text.split(separator.isEmpty() ? "" : Pattern.quote(separator), -1)) {
      parts.add(Value.of(part));
    }
    return Functions.list(parts);
  }

  private static Value replace(List<Value> arguments) {
    String what = text(arguments, 1);
    if (what.length() > 1 && what.startsWith("/") && what.endsWith("/")) {
      return RegularExpression.of(what.substring(1, what.length() - 1))
          .replaced(text(arguments, 0), text(arguments, 2));
    }
    String text = text(arguments, 0);
    String by = text(arguments, 2);
    if ((long) (text.length() + 1) * (by.length() + 1) > 10L * Templates.MAX_LENGTH) {
      return new Value.Unknown(Reason.of("unknown.replace-long"));
    }
    return bounded(text.replace(what, by));
  }

  /// `substr(text, offset, length)`: a negative offset counts from the end, -1 as length is all the rest.
  private static Value part(List<Value> arguments) {
    String text = text(arguments, 0);
    int offset = whole(arguments, 1);
    int length = whole(arguments, 2);
    int from = Math.clamp(offset < 0 ? (long) text.length() + offset : offset, 0, text.length());
    int to = length < 0 ? text.length() : (int) Math.min((long) from + length, text.length());
    return Value.of(text.substring(from, to));
  }

  private static Value format(List<Value> arguments) {
    String pattern = text(arguments, 0);
    StringBuilder out = new StringBuilder();
    int next = 1;
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (c != '%') {
        out.append(c);
        continue;
      }
      int from = ++i;
      while (i < pattern.length() && "0123456789+- .".indexOf(pattern.charAt(i)) >= 0) {
        i++;
      }
      if (i >= pattern.length()) {
        return Unknowns.failure("format", pattern);
      }
      String flags = pattern.substring(from, i);
      if (pattern.charAt(i) == '%') {
        out.append('%');
        continue;
      }
      out.append(formatted(flags, pattern.charAt(i), arguments, next++));
      if (out.length() > Templates.MAX_LENGTH) {
        return bounded(out.toString());
      }
    }
    return Value.of(out.toString());
  }

  private static String formatted(String flags, char verb, List<Value> arguments, int index) {
    String text =
        switch (verb) {
          case 's', 'v', 't' -> text(arguments, index);
          case 'q' -> '"' + text(arguments, index) + '"';
          case 'd' -> String.valueOf(whole(arguments, index));
          default ->
              throw new Functions.Refused(
                  new Value.Unknown(Reason.of("unknown.format", flags + verb)));
        };
    if (flags.isEmpty()) {
      return text;
    }
    if (!flags.matches("[-0]?[0-9]{1,3}")) {
      throw new Functions.Refused(new Value.Unknown(Reason.of("unknown.format", flags + verb)));
    }
    boolean left = flags.startsWith("-");
    int width = Integer.parseInt(left ? flags.substring(1) : flags);
    String fill =
        (flags.startsWith("0") && verb == 'd' ? "0" : " ")
            .repeat(Math.max(0, width - text.length()));
    return left ? text + fill : fill + text;
  }

  private static Value formatList(List<Value> arguments) {
    int length = -1;
    for (Value argument : arguments.subList(1, arguments.size())) {
      if (argument instanceof Value.Items(List<Value> values)) {
        length = values.size();
      }
    }
    List<Value> all = new ArrayList<>();
    for (int i = 0; i < Math.max(length, 1); i++) {
      List<Value> one = new ArrayList<>();
      for (Value argument : arguments) {
        one.add(argument instanceof Value.Items(List<Value> values) ? values.get(i) : argument);
      }
      all.add(Functions.call("format", one));
    }
    return Functions.list(length == 0 ? List.of() : all);
  }
}
