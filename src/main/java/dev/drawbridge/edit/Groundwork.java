package dev.drawbridge.edit;

import dev.drawbridge.base.Point;
import dev.drawbridge.base.Rect;
import dev.drawbridge.base.Size;
import dev.drawbridge.catalog.Catalog;
import dev.drawbridge.catalog.Kind;
import dev.drawbridge.catalog.Preset;
import dev.drawbridge.catalog.Role;
import dev.drawbridge.catalog.Zone;
import dev.drawbridge.catalog.aws.ApplicationLoadBalancer;
import dev.drawbridge.catalog.aws.ApplicationLoadBalancer.Scheme;
import dev.drawbridge.catalog.aws.AvailabilityZone;
import dev.drawbridge.catalog.aws.Bastion;
import dev.drawbridge.catalog.aws.InternetGateway;
import dev.drawbridge.catalog.aws.NatGateway;
import dev.drawbridge.catalog.aws.Subnet;
import dev.drawbridge.catalog.aws.Subnet.Routing;
import dev.drawbridge.catalog.aws.Vpc;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Fields;
import dev.drawbridge.model.Node;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A new node with the places that it needs around it, for where no container takes it: a bastion on the
/// empty canvas comes with a subnet, an availability zone, a VPC and a region. What lies over subnets gets
/// two zones with a subnet each, and a public subnet an internet gateway.
///
/// @param places what is made around it, each after its own container
/// @param node what was dropped, within them
public record Groundwork(List<Node> places, Node node) {
  /// Between the borders of places, where no title is.
  private static final double EDGE = 16;

  /// Between two zones that lie side by side.
  private static final double BETWEEN = 24;

  /// A place around one small thing is not smaller, so that there is room for the next.
  private static final Size LEAST = new Size(400, 140);

  /// How far a card reaches into each of the subnets that it lies over.
  private static final double REACH = 240;

  public Groundwork {
    places = List.copyOf(places);
  }

  /// All of it, as one step.
  public Edit edit() {
    List<Edit> edits = new ArrayList<>();
    places.forEach(place -> edits.add(new Place(place)));
    edits.add(new Place(node));
    return new Sequence("edit.groundwork.name", edits);
  }

  /// The kinds of places between a node of a kind and a container, the outermost first: as few as possible.
  /// Empty where the container takes it as it is, and where no places would help.
  ///
  /// @param holder null for the top of the document
  public static List<Kind> between(Document document, Kind kind, @Nullable Node holder) {
    Map<String, List<Kind>> ways = new LinkedHashMap<>();
    Deque<Kind> next = new ArrayDeque<>(List.of(kind));
    ways.put(kind.id(), List.of());
    while (!next.isEmpty()) {
      Kind inner = next.remove();
      List<Kind> way = ways.getOrDefault(inner.id(), List.of());
      if (Containment.refusal(document, inner.id(), holder).isEmpty()) {
        return way;
      }
      for (String id : inner.placedIn()) {
        Kind outer = Catalog.find(id).orElse(null);
        if (outer != null && outer.role() == Role.CONTAINER && !ways.containsKey(id)) {
          List<Kind> longer = new ArrayList<>(List.of(outer));
          longer.addAll(way);
          ways.put(id, longer);
          next.add(outer);
        }
      }
    }
    return List.of();
  }

  /// Empty where a node of the kind needs no places in the container, or none would help.
  ///
  /// @param holder where it was dropped; null for the top of the document
  /// @param centre where the node's middle is to be, in document coordinates; all of it moves aside where
  ///     something is in the way
  /// @param name what the node is called
  /// @param id the id of the node
  /// @param ids where those of the places come from
  public static Optional<Groundwork> around(
      Document document,
      @Nullable Node holder,
      Point centre,
      Preset preset,
      String name,
      ElementId id,
      Ids ids) {
    Kind kind = Catalog.find(preset.kind()).orElseThrow();
    List<Kind> way = between(document, kind, holder);
    return way.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Builder(document, holder, ids).build(way, kind, centre, preset, name, id));
  }

  /// Lays it out from the inside, then makes it from the outside.
  private static final class Builder {
    private final @Nullable Node holder;
    private final Ids ids;
    private final Draft draft;
    private final List<Node> places = new ArrayList<>();

    Builder(Document document, @Nullable Node holder, Ids ids) {
      this.holder = holder;
      this.ids = ids;
      this.draft = new Draft(document);
    }

    Groundwork build(
        List<Kind> way, Kind kind, Point centre, Preset preset, String name, ElementId id) {
      boolean across = way.contains(Vpc.KIND) && kind.spans().contains(Subnet.KIND.id());
      Routing routing = routing(kind, preset.properties());
      boolean gateway = routing == Routing.PUBLIC && way.contains(Vpc.KIND);
      Rect own = Rect.at(Point.ORIGIN, across ? acrossZones(kind) : kind.size());
      own = own.plus(centre.minus(own.center()));
      List<Rect> zones = across ? zones(own) : List.of();

      List<Rect> bounds = new ArrayList<>();
      Rect content = zones.stream().reduce(own, Rect::union);
      for (Kind place : way.reversed()) {
        boolean first = bounds.isEmpty();
        content =
            first && kind.role() == Role.DOCKED
                ? docking(content, place)
                : around(content, place, gateway || kind.role() == Role.DOCKED);
        bounds.addFirst(content);
      }
      Point aside = aside(content);

      Node inner = holder;
      for (int i = 0; i < way.size(); i++) {
        Rect where = bounds.get(i).plus(aside);
        inner = add(way.get(i), routing, inner, where);
        if (way.get(i) == Vpc.KIND && gateway) {
          Size size = InternetGateway.KIND.size();
          Point corner =
              new Point(where.centerX() - size.width() / 2, where.y() - size.height() / 2);
          add(InternetGateway.KIND, routing, inner, Rect.at(corner, size));
        }
      }
      for (Rect zone : zones) {
        Node around = add(AvailabilityZone.KIND, routing, inner, zone.plus(aside));
        add(Subnet.KIND, routing, around, Containment.inner(zone).plus(aside));
      }
      Node node = node(kind, preset, name, id, inner, own.plus(aside));
      return new Groundwork(places, node);
    }

    private Node add(Kind kind, Routing routing, @Nullable Node parent, Rect bounds) {
      Preset plain = kind.presets().getFirst();
      Preset preset =
          kind == Subnet.KIND
              ? new Preset(
                  plain.key(),
                  plain.kind(),
                  plain.icon(),
                  Subnet.ROUTING.set(plain.properties(), routing))
              : plain;
      ElementId id = ids.fresh(draft.document(), kind.id());
      Node place = node(kind, preset, "", id, parent, bounds);
      places.add(place);
      draft.add(place);
      return place;
    }

    private Node node(
        Kind kind, Preset preset, String name, ElementId id, @Nullable Node parent, Rect bounds) {
      Document document = draft.document();
      ElementId container = parent == null ? null : parent.id();
      return new Node(
          id,
          kind.id(),
          Names.free(document, name, kind.id()),
          container,
          bounds.minus(document.origin(container)),
          new LinkedHashSet<>(),
          kind.fresh(document, container, preset),
          false,
          Fields.NONE);
    }

    /// How far all of it moves, the shortest way, to be clear of what is in the container already.
    private Point aside(Rect all) {
      Document document = draft.document();
      List<Rect> others =
          document.children(holder == null ? null : holder.id()).stream()
              .map(document::absoluteBounds)
              .toList();
      Rect room = all.grow(EDGE);
      if (others.stream().noneMatch(room::intersects)) {
        return Point.ORIGIN;
      }
      Rect taken = others.stream().reduce(Rect::union).orElseThrow();
      List<Point> ways =
          List.of(
              new Point(taken.right() - room.x(), 0),
              new Point(0, taken.bottom() - room.y()),
              new Point(taken.x() - room.right(), 0),
              new Point(0, taken.y() - room.bottom()));
      return ways.stream()
          .min(Comparator.comparingDouble(way -> Math.abs(way.x()) + Math.abs(way.y())))
          .orElseThrow();
    }
  }

  /// As large as it is drawn over two subnets: a frame fills them, a card shows its marks in both.
  private static Size acrossZones(Kind kind) {
    double gap = BETWEEN + 2 * Containment.PADDING;
    double width =
        kind.role() == Role.FRAME
            ? 2 * (LEAST.width() - Containment.PADDING) + gap
            : 2 * REACH + gap;
    return new Size(width, kind.size().height());
  }

  /// Two zones beside each other, over the subnets of which the rectangle lies.
  private static List<Rect> zones(Rect across) {
    double width = LEAST.width() + 2 * Containment.PADDING;
    double top = across.y() - 2 * Containment.HEADER;
    double height = across.bottom() + 2 * Containment.PADDING - top;
    double middle = across.centerX();
    return List.of(
        new Rect(middle - BETWEEN / 2 - width, top, width, height),
        new Rect(middle + BETWEEN / 2, top, width, height));
  }

  /// @param docks whether something sits on the VPC's border, half inside and half outside
  private static Rect around(Rect content, Kind place, boolean docks) {
    boolean subnet = place == Subnet.KIND || place == AvailabilityZone.KIND;
    double side = subnet ? Containment.PADDING : EDGE;
    double dock = docks && !subnet ? InternetGateway.KIND.size().height() / 2 : 0;
    double top = Containment.HEADER + dock;
    double width = Math.max(LEAST.width(), content.width() + 2 * side);
    double height = Math.max(LEAST.height(), content.height() + top + side);
    return new Rect(content.centerX() - width / 2, content.y() - top, width, height);
  }

  /// With the middle of its upper border where the gateway is.
  private static Rect docking(Rect gateway, Kind place) {
    Size size = place.size();
    return new Rect(
        gateway.centerX() - size.width() / 2, gateway.centerY(), size.width(), size.height());
  }

  private static Routing routing(Kind kind, Fields properties) {
    boolean open =
        kind == Bastion.KIND
            || kind == NatGateway.KIND
            || (kind.properties().contains(ApplicationLoadBalancer.SCHEME)
                && ApplicationLoadBalancer.SCHEME.in(properties) == Scheme.INTERNET_FACING);
    if (open) {
      return Routing.PUBLIC;
    }
    return kind.zone().equals(Optional.of(Zone.DATA)) ? Routing.ISOLATED : Routing.PRIVATE;
  }
}
