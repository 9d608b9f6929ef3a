package dev.drawbridge.analyze.rules;

import dev.drawbridge.analyze.finding.Fix;
import dev.drawbridge.analyze.finding.Sentence;
import dev.drawbridge.base.Point;
import dev.drawbridge.base.Rect;
import dev.drawbridge.base.Size;
import dev.drawbridge.catalog.aws.InternetGateway;
import dev.drawbridge.catalog.aws.NatGateway;
import dev.drawbridge.catalog.aws.Subnet;
import dev.drawbridge.edit.Docking;
import dev.drawbridge.edit.Draft;
import dev.drawbridge.edit.Edit;
import dev.drawbridge.edit.Names;
import dev.drawbridge.edit.Place;
import dev.drawbridge.edit.Room;
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
              Room.fresh(document, "nat-" + subnet),
              NatGateway.KIND.id(),
              Names.free(document, like, NatGateway.KIND.id()),
              Room.free(document, home, Room.size(NatGateway.KIND, home)));
      new Place(nat.withParent(subnet)).apply(draft);
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
                  Room.fresh(draft.document(), "igw-" + vpc),
                  InternetGateway.KIND.id(),
                  "",
                  Docking.onBorder(middle, home.size()))
              .withParent(vpc);
      new Place(gateway).apply(draft);
    }
  }
}
