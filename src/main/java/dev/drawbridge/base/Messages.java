package dev.drawbridge.base;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The texts of one language. Each room keeps its own file, `messages/<room>_<language>.properties`
/// (UTF-8), and a key begins with what it is about: `kind.aws.alb.name`.
///
/// A placeholder is `{0}`; `{0#problem|problems}` writes the first word when argument 0 is one and the
/// second otherwise. Apostrophes and everything else stand for themselves.
public final class Messages {
  /// The rooms that have texts, each with one file a language.
  public static final List<String> ROOMS =
      List.of(
          "base",
          "model",
          "hcl",
          "catalog",
          "translate",
          "edit",
          "terraform",
          "analyze",
          "simulate",
          "draw",
          "store",
          "editor",
          "cli",
          "ui");

  private static final Map<Language, Messages> ALL = new EnumMap<>(Language.class);

  static {
    for (Language language : Language.values()) {
      ALL.put(language, new Messages(language, load(language)));
    }
  }

  private final Language language;
  private final Map<String, String> texts;

  private Messages(Language language, Map<String, String> texts) {
    this.language = language;
    this.texts = texts;
  }

  public static Messages in(Language language) {
    Messages messages = ALL.get(language);
    if (messages == null) {
      throw new IllegalStateException("no messages in " + language);
    }
    return messages;
  }

  public Language language() {
    return language;
  }

  public boolean has(String key) {
    return texts.containsKey(key);
  }

  /// Every key, sorted.
  public Set<String> keys() {
    return new TreeSet<>(texts.keySet());
  }

  /// The text for a key. A [Reason] among the arguments is put into words.
  ///
  /// @throws IllegalArgumentException when there is none, which is a bug that a test finds
  public String text(String key, Object... arguments) {
    String pattern = texts.get(key);
    if (pattern == null) {
      throw new IllegalArgumentException("no message " + key + " in " + language.tag());
    }
    Object[] words = arguments.clone();
    for (int i = 0; i < words.length; i++) {
      words[i] = words[i] instanceof Reason reason ? reason.text(this) : words[i];
    }
    return format(pattern, words);
  }

  static String format(String pattern, Object... arguments) {
    StringBuilder out = new StringBuilder(pattern.length() + 32);
    int from = 0;
    while (true) {
      int open = pattern.indexOf('{', from);
      int close = open < 0 ? -1 : pattern.indexOf('}', open);
      if (close < 0) {
        return out.append(pattern, from, pattern.length()).toString();
      }
      out.append(pattern, from, open);
      String filled = fill(pattern.substring(open + 1, close), arguments);
      out.append(filled == null ? pattern.substring(open, close + 1) : filled);
      from = close + 1;
    }
  }

  /// What stands for the placeholder, or null when it is none but plain text in braces.
  private static @Nullable String fill(String placeholder, Object[] arguments) {
    int hash = placeholder.indexOf('#');
    String digits = hash < 0 ? placeholder : placeholder.substring(0, hash);
    if (digits.isEmpty() || digits.length() > 2 || !digits.chars().allMatch(Character::isDigit)) {
      return null;
    }
    int index = Integer.parseInt(digits);
    if (index >= arguments.length) {
      return null;
    }
    if (hash < 0) {
      return String.valueOf(arguments[index]);
    }
    String[] words = placeholder.substring(hash + 1).split("\\|", 2);
    boolean one = arguments[index] instanceof Number n && n.longValue() == 1;
    return one || words.length == 1 ? words[0] : words[1];
  }

  private static Map<String, String> load(Language language) {
    Map<String, String> texts = new HashMap<>();
    for (String room : ROOMS) {
      String path = "/dev/drawbridge/messages/" + room + "_" + language.tag() + ".properties";
      try (InputStream in = Messages.class.getResourceAsStream(path)) {
        if (in == null) {
          continue;
        }
        Properties properties = new Properties();
        properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        for (String key : properties.stringPropertyNames()) {
          if (texts.put(key, properties.getProperty(key)) != null) {
            throw new IllegalStateException("message " + key + " is told twice, again in " + path);
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return Map.copyOf(texts);
  }
}
