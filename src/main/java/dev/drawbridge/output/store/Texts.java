package dev.drawbridge.output.store;

import dev.drawbridge.model.Connector;
import dev.drawbridge.model.Datum;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.Element;
import dev.drawbridge.model.Fields;
import dev.drawbridge.model.Node;
import dev.drawbridge.model.Settings;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/// Text as it stands in a file: Unicode form NFC, so that a name typed on one system is found on another,
/// and whole characters only. Fields that this version does not know are left as they came.
final class Texts {
  private Texts() {}

  /// Whether no half of a surrogate pair stands alone.
  static boolean isWhole(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isSurrogate(c)) {
        boolean pair =
            Character.isHighSurrogate(c)
                && i + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(i + 1));
        if (!pair) {
          return false;
        }
        i++;
      }
    }
    return true;
  }

  static String tidy(String text) {
    boolean ascii = true;
    for (int i = 0; ascii && i < text.length(); i++) {
      ascii = text.charAt(i) < 0x80;
    }
    if (ascii) {
      return text;
    }
    String whole = isWhole(text) ? text : replaceHalves(text);
    return Normalizer.isNormalized(whole, Normalizer.Form.NFC)
        ? whole
        : Normalizer.normalize(whole, Normalizer.Form.NFC);
  }

  /// The same datum where nothing is to be done.
  static Datum tidy(Datum datum) {
    return switch (datum) {
      case Datum.Text(String value) -> {
        String tidied = tidy(value);
        yield tidied.equals(value) ? datum : new Datum.Text(tidied);
      }
      case Datum.Items(List<Datum> values) -> {
        List<Datum> tidied = new ArrayList<>(values.size());
        boolean changed = false;
        for (Datum value : values) {
          Datum next = tidy(value);
          changed |= next != value;
          tidied.add(next);
        }
        yield changed ? new Datum.Items(tidied) : datum;
      }
      case Datum.Record(Fields fields) -> {
        Fields tidied = tidy(fields);
        yield tidied == fields ? datum : new Datum.Record(tidied);
      }
      case Datum.Number _, Datum.Flag _, Datum.Nothing _ -> datum;
    };
  }

  static Fields tidy(Fields fields) {
    if (isTidy(fields)) {
      return fields;
    }
    Fields.Builder tidied = Fields.builder();
    fields.forEach((name, datum) -> tidied.add(tidy(name), tidy(datum)));
    return tidied.build();
  }

  private static boolean isTidy(Fields fields) {
    return fields.allMatch((name, value) -> tidy(name).equals(name) && tidy(value) == value);
  }

  static Document tidy(Document document) {
    List<Element> tidied = new ArrayList<>(document.elements().size());
    boolean changed = false;
    for (Element element : document.elements().values()) {
      Element next = tidy(element);
      changed |= next != element;
      tidied.add(next);
    }
    Settings settings = document.settings();
    Settings nextSettings = new Settings(tidy(settings.title()), tidy(settings.properties()));
    return changed || !nextSettings.equals(settings)
        ? Document.of(tidied, nextSettings, document.extras())
        : document;
  }

  private static Element tidy(Element element) {
    String name = tidy(element.name());
    Fields properties = tidy(element.properties());
    if (name.equals(element.name()) && properties == element.properties()) {
      return element;
    }
    return switch (element) {
      case Node node -> node.withName(name).withProperties(properties);
      case Connector connector -> connector.withName(name).withProperties(properties);
    };
  }

  private static String replaceHalves(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xFFFD : c)
        .forEach(out::appendCodePoint);
    return out.toString();
  }
}
