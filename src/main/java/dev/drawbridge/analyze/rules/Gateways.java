package dev.drawbridge.analyze.rules;

import dev.drawbridge.analyze.finding.Fix;
import dev.drawbridge.analyze.finding.Sentence;
import dev.drawbridge.base.Point;
import dev.drawbridge.base.Rect;
import dev.drawbridge.base.Size;
import dev.drawbridge.catalog.Kind;
import dev.drawbridge.catalog.aws.InternetGateway;
import dev.drawbridge.catalog.aws.NatGateway;
import dev.drawbridge.catalog.aws.Subnet;
import dev.drawbridge.edit.Containment;
import dev.drawbridge.edit.Docking;
import dev.drawbridge.edit.Draft;
import dev.drawbridge.edit.Edit;
import dev.drawbridge.edit.Names;
import dev.drawbridge.edit.Place;
import dev.drawbridge.edit.Sequence;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Node;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// Gateways that fixes add to a drawing, with where they go and what they are called.
public final class Gateways {
  private Gateways() {}

  /// A NAT gateway in a public subnet of each of these availability zones; empty where one of them
  /// has none.
  ///
  /// @param zones nodes of availability zones
  /// @param like whose name the new ones take, with a number behind it
  public static Optional<Fix> natIn(Subject subject, Collection<ElementId> zones, Node like) {
    Document document = subject.document();
    List<Edit> edits = new ArrayList<>();
    List<Object> homes = new ArrayList<>();
    for (ElementId zone : zones) {
      Optional<Node> open =
          document.children(zone).stream()
              .filter(child -> child.kind().equals(Subnet.KIND.id()))
              .filter(child -> Subnet.ROUTING.of(child) == Subnet.Routing.PUBLIC)
              .findFirst();
      if (open.isEmpty()) {
        return Optional.empty();
      }
      homes.add(subject.label(open.get()));
      edits.add(new Nat(open.get().id(), like.name()));
    }
    return edits.isEmpty()
        ? Optional.empty()
        : Optional.of(new Fix(Sentence.of("fix.nat", homes), new Sequence("fix.nat.name", edits)));
  }

  /// Puts a NAT gateway into a subnet. Where there is room for it is looked for when it is asked
  /// for, not for each finding.
  private record Nat(ElementId subnet, String like) implements Edit {
    /// How far apart the places are that are tried, in px.
    private static final double STEP = 16;

    @Override
    public String key() {
      return "fix.nat.name";
    }

    @Override
    public void apply(Draft draft) {
      Document document = draft.document();
      Node home = document.node(subnet);
      Node nat =
          Node.of(
              fresh(document, "nat-" + subnet),
              NatGateway.KIND.id(),
              Names.free(document, like, NatGateway.KIND.id()),
              free(document, home, size(NatGateway.KIND, home)));
      new Place(nat.withParent(subnet)).apply(draft);
    }

    /// No larger than the container has room, so that this need not grow over its neighbours.
    private static Size size(Kind kind, Node container) {
      Rect room = Containment.inner(container.bounds());
      return new Size(
          Math.max(Containment.SMALLEST, Math.min(kind.size().width(), room.width())),
          Math.max(Containment.SMALLEST, Math.min(kind.size().height(), room.height())));
    }

    /// A place in the container that nothing else covers, the first from the upper left; that
    /// corner itself where there is none. Relative to the container.
    private static Rect free(Document document, Node container, Size size) {
      Rect inner = Containment.inner(container.bounds()).minus(container.bounds().topLeft());
      Point origin = document.origin(container.id());
      Rect around = document.absoluteBounds(container);
      List<Node> holders = document.ancestors(container);
      List<Rect> taken =
          document.nodes().stream()
              .filter(node -> !node.equals(container) && !holders.contains(node))
              .map(document::absoluteBounds)
              .filter(around::intersects)
              .map(bounds -> bounds.minus(origin))
              .toList();
      for (double y = inner.y(); y + size.height() <= inner.bottom(); y += STEP) {
        for (double x = inner.x(); x + size.width() <= inner.right(); x += STEP) {
          Rect place = Rect.at(new Point(x, y), size);
          if (taken.stream().noneMatch(place::intersects)) {
            return place;
          }
        }
      }
      return Rect.at(inner.topLeft(), size);
    }
  }

  /// An internet gateway at the upper border of a VPC.
  public static Fix internetGateway(Subject subject, Node vpc) {
    return new Fix(Sentence.of("fix.igw", subject.label(vpc)), new InternetGatewayAbove(vpc.id()));
  }

  /// Puts an internet gateway onto the upper border of a VPC, wherever that is by then.
  private record InternetGatewayAbove(ElementId vpc) implements Edit {
    @Override
    public String key() {
      return "edit.place.name";
    }

    @Override
    public void apply(Draft draft) {
      Rect home = draft.document().node(vpc).bounds();
      Size size = InternetGateway.KIND.size();
      Rect middle =
          Rect.at(new Point(home.width() / 2 - size.width() / 2, -size.height() / 2), size);
      Node gateway =
          Node.of(
                  fresh(draft.document(), "igw-" + vpc),
                  InternetGateway.KIND.id(),
                  "",
                  Docking.onBorder(middle, home.size()))
              .withParent(vpc);
      new Place(gateway).apply(draft);
    }
  }

  /// Told by its home, so that two people who take the same fix add the same.
  private static ElementId fresh(Document document, String stem) {
    ElementId id = new ElementId(stem);
    for (int i = 2; document.find(id).isPresent(); i++) {
      id = new ElementId(stem + "-" + i);
    }
    return id;
  }
}
