package dev.drawbridge.draw;

import dev.drawbridge.analyze.finding.Severity;
import dev.drawbridge.base.Language;
import dev.drawbridge.base.Messages;
import dev.drawbridge.catalog.Catalog;
import dev.drawbridge.catalog.Kind;
import dev.drawbridge.catalog.Preset;
import dev.drawbridge.model.Connector;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.Element;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/// The words of a picture: what elements are called, in the picture's language.
final class Wording {
  /// In every language: where lines run must not depend on that of a picture.
  static final List<Wording> ALL = Arrays.stream(Language.values()).map(Wording::new).toList();

  private static final Pattern SPACES = Pattern.compile("\\s+");

  private final Messages messages;

  Wording(Language language) {
    this.messages = Messages.in(language);
  }

  /// The name that the user gave, or else that of the kind.
  String name(Element element) {
    return element.name().isBlank() ? kind(element) : oneLine(element.name());
  }

  String kind(Element element) {
    String key = "kind." + element.kind() + ".name";
    return messages.has(key) ? messages.text(key) : oneLine(element.kind());
  }

  /// What the palette calls what has this icon, such as "Internal ALB", or else the kind's name.
  String kindWith(Kind kind, String icon) {
    List<Preset> alike =
        kind.presets().stream().filter(preset -> preset.icon().equals(icon)).toList();
    String preset = "preset." + (alike.isEmpty() ? "" : alike.getFirst().key()) + ".name";
    return alike.size() == 1 && kind.presets().size() > 1 && messages.has(preset)
        ? messages.text(preset)
        : messages.text("kind." + kind.id() + ".name");
  }

  String severity(Severity severity) {
    return messages.text("severity." + severity.key() + ".name");
  }

  String legend() {
    return messages.text("draw.legend");
  }

  String blocked() {
    return messages.text("draw.legend.blocked");
  }

  String untitled() {
    return messages.text("draw.untitled");
  }

  /// The second line; empty for none, or where the name says it already ("Zone a", "a").
  String detail(Element element) {
    String detail = oneLine(Catalog.of(element).map(kind -> kind.detail(element)).orElse(""));
    return name(element).endsWith(" " + detail) ? "" : detail;
  }

  /// What a connector says: its name, and its ports or else those on which its target is entered.
  String label(Document document, Connector connector) {
    String detail = detail(connector);
    if (detail.isEmpty() && connector.kind().equals(ConnectorPainter.TRAFFIC)) {
      detail =
          document
              .findNode(connector.target())
              .flatMap(target -> Catalog.of(target).map(kind -> entry(kind, target)))
              .orElse("");
    }
    StringJoiner both = new StringJoiner(" · ");
    if (!connector.name().isBlank()) {
      both.add(oneLine(connector.name()));
    }
    if (!detail.isEmpty()) {
      both.add(detail);
    }
    return both.toString();
  }

  private static String entry(Kind kind, Element target) {
    return oneLine(Optional.ofNullable(kind.entry(target)).orElse(""));
  }

  /// What a pointer that rests on it, or a screen reader, is told.
  String title(Element element) {
    StringJoiner title = new StringJoiner(" · ");
    title.add(name(element));
    if (!element.name().isBlank()) {
      title.add(kind(element));
    }
    String detail = detail(element);
    if (!detail.isEmpty()) {
      title.add(detail);
    }
    return title.toString();
  }

  private static String oneLine(String text) {
    return isOneLine(text) ? text : SPACES.matcher(text.strip()).replaceAll(" ");
  }

  /// Nearly all texts are, and while something is dragged they are asked for with every frame.
  private static boolean isOneLine(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean within = i > 0 && i < text.length() - 1 && text.charAt(i - 1) != ' ';
      if (Character.isWhitespace(c) && !(c == ' ' && within)) {
        return false;
      }
    }
    return true;
  }
}
