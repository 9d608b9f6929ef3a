package dev.drawbridge.output.store;

import dev.drawbridge.base.Point;
import dev.drawbridge.base.Rect;
import dev.drawbridge.model.Connector;
import dev.drawbridge.model.Datum;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.Element;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Fields;
import dev.drawbridge.model.Node;
import dev.drawbridge.model.Settings;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.SequencedSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/// Random documents of known and unknown kinds, with all that the format can hold.
final class Documents {
  private static final List<String> TEXTS =
      List.of("", "web", "웹 서버", "a\"b\\c\n\t", "\u0001\u2028", "😀 emoji", "$${x}", "é", "</svg>");
  private static final List<String> KINDS =
      List.of("aws.vpc", "aws.subnet", "aws.alb", "tier.was", "future.kind", "무엇");

  private Documents() {}

  static Arbitrary<Document> any() {
    return Arbitraries.randomValue(random -> document(random, random.nextInt(40)));
  }

  static Document document(Random random, int size) {
    List<Element> elements = new ArrayList<>();
    List<ElementId> nodes = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      ElementId id = new ElementId("e" + i + pick(random, List.of("", ".x", "-y", "_Z")));
      if (nodes.size() > 1 && random.nextInt(3) == 0) {
        elements.add(connector(random, id, nodes));
      } else {
        elements.add(node(random, id, nodes));
        nodes.add(id);
      }
    }
    Settings settings =
        new Settings(pick(random, TEXTS), random.nextBoolean() ? fields(random, 1) : Fields.NONE);
    return Document.of(elements, settings, extras(random));
  }

  private static Node node(Random random, ElementId id, List<ElementId> nodes) {
    SequencedSet<ElementId> spans = new LinkedHashSet<>();
    for (int i = random.nextInt(3); i > 0 && !nodes.isEmpty(); i--) {
      spans.add(pick(random, nodes));
    }
    return new Node(
        id,
        pick(random, KINDS),
        pick(random, TEXTS),
        nodes.isEmpty() || random.nextInt(3) == 0 ? null : pick(random, nodes),
        new Rect(
            coordinate(random),
            coordinate(random),
            Math.abs(coordinate(random)),
            Math.abs(coordinate(random))),
        spans,
        fields(random, 3),
        random.nextBoolean(),
        extras(random));
  }

  private static Connector connector(Random random, ElementId id, List<ElementId> nodes) {
    List<Point> bends = new ArrayList<>();
    for (int i = random.nextInt(4) - 1; i > 0; i--) {
      bends.add(new Point(coordinate(random), coordinate(random)));
    }
    return new Connector(
        id,
        pick(random, List.of("traffic", "replication", "future.link")),
        pick(random, TEXTS),
        pick(random, nodes),
        pick(random, nodes),
        bends,
        fields(random, 3),
        extras(random));
  }

  private static double coordinate(Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> -0.0;
      case 1 -> random.nextInt(4000) - 2000;
      case 2 -> random.nextInt(4_000_000) / 1000.0;
      default -> random.nextDouble() * 1e6;
    };
  }

  private static Fields extras(Random random) {
    Fields found = Fields.NONE;
    if (random.nextInt(4) == 0) {
      found = found.with("x-later", datum(random, 3)).with("한글", datum(random, 2));
    }
    return found;
  }

  private static Fields fields(Random random, int depth) {
    Fields.Builder values = Fields.builder();
    for (int i = random.nextInt(5); i > 0; i--) {
      values.add(
          pick(random, List.of("cidr", "port", "z", "a", "속성", "scheme", "with space", "")),
          datum(random, depth));
    }
    return values.build();
  }

  private static Datum datum(Random random, int depth) {
    return switch (random.nextInt(depth > 0 ? 7 : 5)) {
      case 0 -> Datum.of(pick(random, TEXTS));
      case 1 -> Datum.of(random.nextLong());
      case 2 ->
          new Datum.Number(
              new BigDecimal(
                  pick(random, List.of("1.50", "-0.001", "1E+5", "12345678901234567890.5"))));
      case 3 -> Datum.of(random.nextBoolean());
      case 4 -> new Datum.Nothing();
      case 5 -> Datum.of(fields(random, depth - 1));
      default -> {
        List<Datum> items = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
          items.add(datum(random, depth - 1));
        }
        yield new Datum.Items(items);
      }
    };
  }

  private static <T> T pick(Random random, List<T> from) {
    return from.get(random.nextInt(from.size()));
  }
}
