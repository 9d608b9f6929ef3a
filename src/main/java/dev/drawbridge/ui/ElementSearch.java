package dev.drawbridge.ui;

import dev.drawbridge.base.Language;
import dev.drawbridge.base.Messages;
import dev.drawbridge.catalog.Catalog;
import dev.drawbridge.catalog.Kind;
import dev.drawbridge.catalog.Property;
import dev.drawbridge.catalog.PropertyType;
import dev.drawbridge.model.Connector;
import dev.drawbridge.model.Datum;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.Element;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Fields;
import dev.drawbridge.network.Address;
import dev.drawbridge.network.Cidr;
import dev.drawbridge.network.CidrReading;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/// Finds elements by what they are called, what they are (in either language), what their properties say,
/// and by an address or block that lies in theirs. It remembers what each element says, for one thread.
final class ElementSearch {
  /// What an element says.
  private record Said(String text, Optional<Cidr> block) {}

  private final Map<Element, Said> known = new IdentityHashMap<>();

  /// The elements that all words of what was typed fit, in the order of the document; none where nothing was
  /// typed.
  ///
  /// @param cancelled asked now and then; once it says yes, a [CancellationException] ends the work
  List<ElementId> find(Document document, String typed, BooleanSupplier cancelled) {
    List<Word> words = new ArrayList<>();
    for (String word : typed.strip().split("\\s+")) {
      if (!word.isEmpty()) {
        words.add(Word.of(word));
      }
    }
    List<ElementId> found = new ArrayList<>();
    if (words.isEmpty()) {
      return found;
    }
    if (known.size() > 2 * document.elements().size() + 1000) {
      known.clear(); // what was edited away would pile up
    }
    int looked = 0;
    for (Element element : document.elements().values()) {
      if (looked++ % 256 == 0 && cancelled.getAsBoolean()) {
        throw new CancellationException();
      }
      Said said = known.computeIfAbsent(element, ElementSearch::said);
      String ends = element instanceof Connector connector ? ends(connector, document) : "";
      if (words.stream().allMatch(word -> word.fits(said, ends))) {
        found.add(element.id());
      }
    }
    return found;
  }

  /// @param number whether it is a number, which means no part of a longer one
  /// @param block the addresses that it stands for
  private record Word(String text, boolean number, Optional<Cidr> block) {
    static Word of(String text) {
      Optional<Cidr> block =
          CidrReading.of(text)
              .exact()
              .or(() -> text.contains("/") ? Optional.empty() : single(text));
      return new Word(text, text.matches("[0-9]+"), block);
    }

    private static Optional<Cidr> single(String text) {
      return Address.read(text).map(Cidr::single);
    }

    boolean fits(Said said, String ends) {
      return block.flatMap(own -> said.block.filter(around -> holds(around, own))).isPresent()
          || isIn(said.text)
          || !ends.isEmpty() && isIn(ends);
    }

    private static boolean holds(Cidr around, Cidr own) {
      return around.family() == own.family() && around.contains(own);
    }

    private boolean isIn(String said) {
      if (!number) {
        return Fuzzy.contains(said, text);
      }
      for (int at = said.indexOf(text); at >= 0; at = said.indexOf(text, at + 1)) {
        int end = at + text.length();
        boolean begins = at == 0 || !Character.isDigit(said.charAt(at - 1));
        if (begins && (end == said.length() || !Character.isDigit(said.charAt(end)))) {
          return true;
        }
      }
      return false;
    }
  }

  /// An arrow is found by what it joins.
  private static String ends(Connector connector, Document document) {
    StringBuilder names = new StringBuilder();
    for (ElementId end : List.of(connector.source(), connector.target())) {
      document.find(end).ifPresent(element -> names.append(element.name()).append('\n'));
    }
    return names.toString();
  }

  private static Said said(Element element) {
    StringBuilder text = new StringBuilder();
    line(text, element.name());
    line(text, element.id().value());
    for (Language language : Language.values()) {
      line(text, Display.kind(element, Messages.in(language)));
    }
    Kind kind = Catalog.of(element).orElse(null);
    if (kind == null) {
      element.properties().forEach((_, datum) -> line(text, PropertyEditor.text(datum)));
      return new Said(text.toString(), Optional.empty());
    }
    for (Property<?> property : kind.properties()) {
      property(text, property, element.properties());
    }
    Optional<Cidr> block =
        kind.addresses()
            .map(addresses -> addresses.of(element))
            .flatMap(addresses -> CidrReading.of(addresses).exact());
    return new Said(text.toString(), block);
  }

  private static void property(StringBuilder text, Property<?> property, Fields fields) {
    switch (property.type()) {
      case PropertyType.Text _, PropertyType.Shaped _, PropertyType.Whole _ ->
          line(text, PropertyEditor.text(PropertyEditor.datum(property, fields)));
      case PropertyType.Choice<?> _ -> {
        String key = PropertyEditor.text(PropertyEditor.datum(property, fields));
        line(text, key);
        for (Language language : Language.values()) {
          line(text, PropertyEditor.name(property, key, Messages.in(language)));
        }
      }
      case PropertyType.Rows rows -> {
        if (PropertyEditor.datum(property, fields) instanceof Datum.Items(List<Datum> items)) {
          for (Datum item : items) {
            if (item instanceof Datum.Record(Fields row)) {
              rows.columns().forEach(column -> property(text, column, row));
            }
          }
        }
      }
      case PropertyType.Flag _ -> {} // yes and no are said by too many
    }
  }

  private static void line(StringBuilder text, String said) {
    if (!said.isEmpty()) {
      text.append(said).append('\n');
    }
  }
}
