package dev.drawbridge.edit;

import dev.drawbridge.base.Rect;
import dev.drawbridge.catalog.Kind;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Fields;
import dev.drawbridge.model.Node;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.SequencedSet;
import java.util.Set;

/// Draws a group around nodes that lie in one container. Nothing moves on the canvas, and nothing else gets
/// into the group, even where it lies within its frame. The container grows where the frame needs room.
///
/// @param members what is to be in the group
/// @param id the group's
/// @param name what the group is called
public record Enclose(SequencedSet<ElementId> members, ElementId id, String name) implements Edit {
  public Enclose {
    members = Collections.unmodifiableSequencedSet(new LinkedHashSet<>(members));
  }

  /// What of the chosen can be grouped: those that lie in no other of them, without what is docked on its
  /// container's border. Empty when they do not lie in one container.
  public static SequencedSet<ElementId> members(Document document, Set<ElementId> chosen) {
    List<Node> roots =
        Move.roots(document, chosen).stream().filter(node -> !Containment.isDocked(node)).toList();
    SequencedSet<ElementId> members = new LinkedHashSet<>();
    for (Node root : roots) {
      if (!Objects.equals(root.parent(), roots.getFirst().parent())) {
        return new LinkedHashSet<>();
      }
      members.add(root.id());
    }
    return members;
  }

  @Override
  public String key() {
    return "edit.group.name";
  }

  @Override
  public void apply(Draft draft) {
    Document before = draft.document();
    List<Node> nodes = members.stream().map(before::node).toList();
    ElementId container = nodes.getFirst().parent();
    if (!members(before, members).equals(members)) {
      throw new IllegalArgumentException("a group lies in one container");
    }
    Rect content = nodes.stream().map(Node::bounds).reduce(Rect::union).orElseThrow();
    Rect frame =
        new Rect(
            content.x() - Containment.PADDING,
            content.y() - Containment.HEADER,
            content.width() + 2 * Containment.PADDING,
            content.height() + Containment.HEADER + Containment.PADDING);
    draft.add(
        new Node(
            id,
            Kind.GROUP,
            Names.free(before, name, Kind.GROUP),
            container,
            frame,
            new LinkedHashSet<>(),
            Fields.NONE,
            false,
            Fields.NONE));
    draft.updateAll(
        nodes.stream()
            .map(node -> node.withParent(id).withBounds(node.bounds().minus(frame.topLeft())))
            .toList());
    Invariants.keep(draft);
    Growth.toHold(draft, List.of(id));
    Spanning.follow(before, draft);
  }
}
