package dev.drawbridge.edit;

import dev.drawbridge.base.Point;
import dev.drawbridge.base.Rect;
import dev.drawbridge.catalog.Catalog;
import dev.drawbridge.catalog.Kind;
import dev.drawbridge.catalog.Property;
import dev.drawbridge.draw.Part;
import dev.drawbridge.model.Connector;
import dev.drawbridge.model.Datum;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.Element;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Node;
import dev.drawbridge.translate.RandomDesign;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SequencedSet;
import java.util.Set;

/// Edits of every sort, as chance will have it.
public final class RandomEdits {
  private RandomEdits() {}

  /// An edit that somebody might do next; empty where the chosen one is not possible there.
  public static Optional<Edit> any(Document document, Random chance, Ids ids) {
    List<Node> nodes = document.nodes();
    if (nodes.isEmpty()) {
      return Optional.of(place(document, null, chance, ids));
    }
    Node node = any(nodes, chance);
    Node other = any(nodes, chance);
    SequencedSet<ElementId> both = new LinkedHashSet<>(List.of(node.id(), other.id()));
    Point by = new Point(chance.nextInt(-300, 300), chance.nextInt(-300, 300));
    return switch (chance.nextInt(20)) {
      case 0 -> Optional.of(new Move(both, by));
      case 1 -> Optional.of(new Resize(node.id(), bounds(chance)));
      case 2 -> chance.nextInt(3) == 0 ? Optional.of(Delete.of(node.id())) : Optional.empty();
      case 3 -> Optional.of(new Rename(node.id(), "n" + chance.nextInt(5)));
      case 4, 13 -> property(node, chance);
      case 5, 6 -> Optional.of(place(document, node, chance, ids));
      case 7 -> connect(document, node, other, ids);
      case 8 ->
          Containment.refusal(document, node, other.id()).isEmpty()
              ? Optional.of(new Reparent(new LinkedHashSet<>(List.of(node.id())), other.id(), by))
              : Optional.empty();
      case 9 -> Optional.of(Duplicate.of(document, both, by, ids));
      case 10 -> Optional.of(new Align(both, any(List.of(Align.Line.values()), chance)));
      case 11 -> Optional.of(new Restack(both, chance.nextBoolean()));
      case 12 -> Optional.of(new SetSpans(node.id(), both));
      case 14 -> arrow(document, chance).flatMap(arrow -> property(arrow, chance));
      case 15 ->
          arrow(document, chance)
              .filter(_ -> !node.id().equals(other.id()))
              .map(arrow -> new Reconnect(arrow.id(), node.id(), other.id()));
      case 16 -> paste(document, node, other, by, ids);
      case 17 -> enclose(document, both, ids);
      case 18 -> Optional.of(new Ungroup(Ungroup.groups(document, document.elements().keySet())));
      default ->
          Optional.of(
              Sequence.of(
                  Move.of(node.id(), by.x(), by.y()), new Lock(both, chance.nextBoolean())));
    };
  }

  private static Optional<Edit> paste(Document document, Node node, Node into, Point by, Ids ids) {
    return Containment.refusal(document, node.kind(), into).isPresent()
        ? Optional.empty()
        : Optional.of(
            Paste.of(
                document,
                Part.of(document, Set.of(node.id())),
                Map.of(node.id(), into.id()),
                by,
                ids));
  }

  private static Optional<Edit> enclose(
      Document document, SequencedSet<ElementId> chosen, Ids ids) {
    SequencedSet<ElementId> members = Enclose.members(document, chosen);
    return members.isEmpty()
        ? Optional.empty()
        : Optional.of(new Enclose(members, ids.fresh(document, Kind.GROUP), "g"));
  }

  private static Edit place(Document document, Node near, Random chance, Ids ids) {
    Node container = near;
    while (true) {
      for (Kind kind : shuffled(chance)) {
        if (Containment.refusal(document, kind.id(), container).isEmpty()) {
          return new Place(
              SmallDesign.node(
                  ids.fresh(document, kind.id()),
                  kind.id(),
                  container == null ? null : container.id(),
                  bounds(chance)));
        }
      }
      container = container == null ? null : document.parent(container).orElse(null);
    }
  }

  private static List<Kind> shuffled(Random chance) {
    List<Kind> kinds =
        new ArrayList<>(Catalog.kinds().stream().filter(kind -> !kind.isConnector()).toList());
    Collections.shuffle(kinds, chance);
    return kinds;
  }

  private static Optional<Connector> arrow(Document document, Random chance) {
    List<Connector> arrows = document.connectors();
    return arrows.isEmpty() ? Optional.empty() : Optional.of(any(arrows, chance));
  }

  private static Optional<Edit> property(Element element, Random chance) {
    List<Property<?>> properties = Catalog.of(element).map(Kind::properties).orElse(List.of());
    if (properties.isEmpty()) {
      return Optional.empty();
    }
    Property<?> property = any(properties, chance);
    Datum value = chance.nextInt(4) == 0 ? null : RandomDesign.value(chance, property);
    return Optional.of(SetProperty.of(element.id(), property.name(), value));
  }

  private static Optional<Edit> connect(Document document, Node source, Node target, Ids ids) {
    return source.id().equals(target.id())
        ? Optional.empty()
        : Optional.of(
            new Connect(
                Connector.of(ids.fresh(document, "traffic"), "traffic", source.id(), target.id())));
  }

  private static Rect bounds(Random chance) {
    return new Rect(
        chance.nextInt(-50, 500),
        chance.nextInt(-50, 500),
        chance.nextInt(20, 500),
        chance.nextInt(20, 400));
  }

  private static <T> T any(List<T> list, Random chance) {
    return list.get(chance.nextInt(list.size()));
  }
}
