package dev.drawbridge.translate;

import dev.drawbridge.base.Latin;
import dev.drawbridge.base.Rect;
import dev.drawbridge.catalog.RaisedConnector;
import dev.drawbridge.catalog.RaisedNode;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Node;
import dev.drawbridge.resource.Labels;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What an element may have been called that bears such a label, such a `Name` tag and such a description.
/// Capitals survive in descriptions only, Hangul in tags only, and each drops other characters.
final class RaisedNames {
  /// What people call a resource that has no name: its kind says more.
  private static final Pattern SAYS_NOTHING = Pattern.compile("(this|main|default)(_[0-9]+)?");

  /// What people call the security group by which a tier is known: the tier is what stands in front.
  private static final Pattern OF_A_GROUP =
      Pattern.compile("(.+?)(?:_instances?|_ec2)?_(?:sg|security_group)");

  private RaisedNames() {}

  /// @param tail what stands behind the label that the name gives, without the `_` between; may be empty
  record Choice(String name, String tail) {}

  static Choice choose(RaisedNode raised) {
    if (raised.tag() == null
        && raised.words() == null
        && SAYS_NOTHING.matcher(raised.label()).matches()) {
      return new Choice("", "");
    }
    List<String> candidates = candidates(raised);
    for (Strictness strictness : Strictness.values()) {
      for (String candidate : candidates) {
        if (fits(candidate, raised, strictness)) {
          String wish = wish(raised, candidate);
          boolean longer = raised.label().startsWith(wish + "_");
          return new Choice(candidate, longer ? raised.label().substring(wish.length() + 1) : "");
        }
      }
    }
    return new Choice(raised.label().replace('_', ' '), "");
  }

  /// How much of what is known a name has to go with.
  private enum Strictness {
    ALL,
    TAG_AND_WORDS,
    LABEL_AND_TAG,
    LABEL
  }

  private static List<String> candidates(RaisedNode raised) {
    String tag = raised.tag();
    String words = raised.words();
    List<String> candidates = new ArrayList<>();
    candidates.add("");
    if (words != null) {
      candidates.add(words);
      if (tag != null) {
        candidates.add(merged(tag, words));
      }
    }
    if (tag != null) {
      candidates.add(tag.replace('-', ' '));
      candidates.add(tag);
    }
    Matcher group = OF_A_GROUP.matcher(raised.label());
    if (group.matches()) {
      candidates.add(group.group(1).replace('_', ' '));
    }
    candidates.add(raised.label().replace('_', ' '));
    candidates.add(raised.label());
    return candidates;
  }

  private static boolean fits(String name, RaisedNode raised, Strictness strictness) {
    return switch (strictness) {
      case ALL -> label(name, raised) && tag(name, raised) && words(name, raised);
      // Without a tag, a description that does not go with the label is a sentence of somebody's.
      case TAG_AND_WORDS ->
          (raised.tag() != null || raised.label().endsWith(Labels.of(name, "")))
              && tag(name, raised)
              && words(name, raised)
              && !name.isEmpty();
      case LABEL_AND_TAG -> label(name, raised) && tag(name, raised);
      case LABEL -> label(name, raised);
    };
  }

  private static boolean label(String name, RaisedNode raised) {
    String label = raised.label();
    String wish = wish(raised, name);
    return label.isEmpty() || label.equals(wish) || label.startsWith(wish + "_");
  }

  private static boolean tag(String name, RaisedNode raised) {
    String tag = Phrases.tag(name);
    return raised.tag() == null
        || (tag.isEmpty() ? raised.label().replace('_', '-') : tag).equals(raised.tag());
  }

  private static boolean words(String name, RaisedNode raised) {
    String words = Phrases.description(name);
    return raised.words() == null
        || (words.isEmpty() ? raised.label() : words).equals(raised.words());
  }

  private static String wish(RaisedNode raised, String name) {
    return ElementLabels.wish(
        Node.of(new ElementId("x"), raised.kind().id(), name, new Rect(0, 0, 1, 1))
            .withProperties(raised.properties()));
  }

  /// The letters of the tag with the capitals and signs of the description.
  private static String merged(String tag, String words) {
    StringBuilder name = new StringBuilder();
    int at = 0;
    for (String token : tag.split("-")) {
      String latin = Latin.letters(token);
      int found = latin.isEmpty() ? -1 : find(words, latin, at);
      if (found < 0) {
        name.append(name.isEmpty() ? "" : " ").append(token);
      } else {
        name.append(name.isEmpty() ? "" : words.substring(at, found).isEmpty() ? " " : "");
        name.append(words, at, found);
        name.append(cased(token, words.substring(found, found + latin.length())));
        at = found + latin.length();
      }
    }
    return name.append(words.substring(Math.min(at, words.length()))).toString();
  }

  private static int find(String words, String latin, int from) {
    return words.toLowerCase(Locale.ROOT).indexOf(latin.toLowerCase(Locale.ROOT), from);
  }

  /// The token with capitals where the same letters in Latin have them.
  private static String cased(String token, String latin) {
    StringBuilder cased = new StringBuilder();
    for (int i = 0; i < token.length(); i++) {
      int at = Latin.letters(token.substring(0, i)).length();
      char c = token.charAt(i);
      boolean upper = at < latin.length() && Character.isUpperCase(latin.charAt(at));
      cased.append(upper ? Character.toUpperCase(c) : c);
    }
    return cased.toString();
  }

  static String ofConnector(RaisedConnector raised) {
    @Nullable String tag = raised.tag();
    if (tag == null || tag.equals(raised.label().replace('_', '-'))) {
      return "";
    }
    String spaced = tag.replace('-', ' ');
    return Phrases.tag(spaced).equals(tag) ? spaced : tag;
  }
}
