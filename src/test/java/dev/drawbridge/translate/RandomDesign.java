package dev.drawbridge.translate;

import dev.drawbridge.base.Rect;
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
import dev.drawbridge.model.Node;
import dev.drawbridge.model.Settings;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Documents that no user would draw, but that a file may hold: everything anywhere, under any name, with
/// any property. They keep the document's invariants and nothing else.
public final class RandomDesign {
  private static final List<String> NAMES =
      List.of(
          "",
          " ",
          "web",
          "web",
          "Web",
          "웹 서버",
          "웹 서버 2",
          "데이터베이스",
          "${path.module}",
          "%{ if true }",
          "\"quoted\" \\ back",
          "it's <b>bold</b> & more",
          "internal-alb",
          "sg-123",
          "🚀",
          "a".repeat(255),
          "가".repeat(255),
          "-",
          "--x--",
          "count",
          "1st",
          "line\nbreak",
          "Ünïcødé",
          "日本語",
          "a_b",
          "a-b",
          "a b");

  private static final List<String> TEXTS =
      List.of("", "x", "0.0.0.0/0", "10.0.0.0/8", "99999/99", "80,443", "65536", "9-1", "private");

  private final RandomGenerator chance;
  private final List<Element> elements = new ArrayList<>();
  private final List<Node> nodes = new ArrayList<>();
  private boolean proper;
  private Predicate<Kind> drawn = _ -> true;

  private RandomDesign(RandomGenerator chance) {
    this.chance = chance;
  }

  public static Document of(RandomGenerator chance, int size) {
    return new RandomDesign(chance).draw(size);
  }

  /// A value for a property, mostly one that it may have.
  public static Datum value(RandomGenerator chance, Property<?> property) {
    return new RandomDesign(chance).datum(property);
  }

  /// A document that a user may draw: everything stands, spans and joins what it may, under any name and
  /// with properties that it may have.
  public static Document proper(RandomGenerator chance, int size) {
    return proper(chance, size, _ -> true);
  }

  /// As above.
  ///
  /// @param drawn which kinds it is made of
  public static Document proper(RandomGenerator chance, int size, Predicate<Kind> drawn) {
    RandomDesign design = new RandomDesign(chance);
    design.proper = true;
    design.drawn = drawn;
    return design.draw(size);
  }

  private Document draw(int size) {
    for (int i = 0; i < size; i++) {
      if (nodes.size() < 2 || chance.nextInt(3) > 0) {
        elements.add(node(i));
      } else {
        connector(i).ifPresent(elements::add);
      }
    }
    Settings settings =
        new Settings(one(NAMES), Fields.NONE)
            .withProperty("project", datum(null))
            .withProperty("environment", Datum.of(one(NAMES)));
    return Document.of(elements, settings, Fields.NONE);
  }

  private Node node(int number) {
    Kind kind = one(proper ? fitting() : Catalog.kinds());
    Node parent = parent(kind);
    SequencedSet<ElementId> spans = new LinkedHashSet<>();
    List<Node> places =
        proper ? nodes.stream().filter(n -> kind.spans().contains(n.kind())).toList() : nodes;
    for (int i = chance.nextInt(4); i > 0 && !places.isEmpty(); i--) {
      spans.add(one(places).id());
    }
    Node node =
        new Node(
            new ElementId("n-" + number),
            !proper && chance.nextInt(40) == 0 ? "aws.of_tomorrow" : kind.id(),
            one(NAMES),
            parent == null ? null : parent.id(),
            new Rect(0, 0, 100, 100),
            spans,
            properties(kind),
            false,
            Fields.NONE);
    nodes.add(node);
    return node;
  }

  /// Mostly a container that may hold it, so that something is built at all.
  private @Nullable Node parent(Kind kind) {
    List<Node> fit = nodes.stream().filter(n -> kind.placedIn().contains(n.kind())).toList();
    if (!fit.isEmpty() && (proper || chance.nextInt(8) > 0)) {
      return one(fit);
    }
    if (proper) {
      return null;
    }
    return nodes.isEmpty() || chance.nextBoolean() ? null : one(nodes);
  }

  /// The node kinds for which there is a place.
  private List<Kind> fitting() {
    return Catalog.kinds().stream()
        .filter(kind -> !kind.isConnector() && drawn.test(kind))
        .filter(
            kind ->
                kind.placedIn().contains(Kind.TOP)
                    || nodes.stream().anyMatch(n -> kind.placedIn().contains(n.kind())))
        .toList();
  }

  private Optional<Connector> connector(int number) {
    List<Kind> connectors =
        Catalog.kinds().stream().filter(Kind::isConnector).filter(drawn).toList();
    Kind kind =
        chance.nextInt(3) > 0
            ? Catalog.find("traffic").orElseThrow()
            : one(proper ? connectors : Catalog.kinds());
    Node source = one(nodes);
    Node target = one(nodes);
    Kind joining = one(connectors);
    List<Node> fit = nodes.stream().filter(node -> mayJoin(joining, source, node)).toList();
    if (!fit.isEmpty() && chance.nextInt(4) > 0) {
      kind = joining;
      target = one(fit);
    }
    if (proper && !mayJoin(kind, source, target)) {
      return Optional.empty();
    }
    return Optional.of(
        Connector.of(new ElementId("c-" + number), kind.id(), source.id(), target.id())
            .withName(one(NAMES))
            .withProperties(properties(kind)));
  }

  private static boolean mayJoin(Kind kind, Node source, Node target) {
    Kind from = Catalog.of(source).orElse(null);
    Kind to = Catalog.of(target).orElse(null);
    return from != null && to != null && source != target && kind.mayConnect(from, to);
  }

  private Fields properties(Kind kind) {
    Fields fields = Fields.NONE;
    for (Property<?> property : kind.properties()) {
      if (chance.nextInt(3) == 0) {
        fields = fields.with(property.name(), datum(property));
      }
    }
    return fields;
  }

  private Datum datum(@Nullable Property<?> property) {
    if (property != null && (proper || chance.nextInt(6) > 0)) {
      return valid(property);
    }
    return switch (chance.nextInt(6)) {
      case 0 -> new Datum.Nothing();
      case 1 -> Datum.of(chance.nextBoolean());
      case 2 -> Datum.of(chance.nextLong());
      case 3 -> new Datum.Items(List.of(Datum.of("x")));
      case 4 -> Datum.of(Fields.NONE);
      default -> Datum.of(one(NAMES));
    };
  }

  private Datum valid(Property<?> property) {
    return switch (property.type()) {
      case PropertyType.Text _ -> Datum.of(one(NAMES));
      case PropertyType.Shaped _ ->
          Datum.of(property.suggestions().isEmpty() ? one(TEXTS) : one(property.suggestions()));
      case PropertyType.Whole(int least, int most, String _) ->
          Datum.of(chance.nextLong(least, Math.min(most, least + 20L) + 1L));
      case PropertyType.Flag _ -> Datum.of(chance.nextBoolean());
      case PropertyType.Choice<?> choice ->
          Datum.of(PropertyType.Choice.key(one(choice.constants())));
      case PropertyType.Rows(List<Property<?>> columns) -> {
        List<Datum> rows = new ArrayList<>();
        for (int i = chance.nextInt(4); i > 0; i--) {
          Fields row = Fields.NONE;
          for (Property<?> column : columns) {
            row = row.with(column.name(), valid(column));
          }
          rows.add(Datum.of(row));
        }
        yield new Datum.Items(rows);
      }
    };
  }

  private <T> T one(List<T> choices) {
    return choices.get(chance.nextInt(choices.size()));
  }
}
