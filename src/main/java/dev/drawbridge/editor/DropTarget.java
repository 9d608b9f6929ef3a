package dev.drawbridge.editor;

import dev.drawbridge.base.Point;
import dev.drawbridge.catalog.Catalog;
import dev.drawbridge.edit.Containment;
import dev.drawbridge.edit.Refusal;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Node;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which container will take what is being dragged; or why none will.
///
/// @param container null for the top of the document
/// @param refusal null when it will be taken
public record DropTarget(@Nullable ElementId container, @Nullable Refusal refusal) {
  public static final DropTarget TOP = new DropTarget(null, null);

  public boolean isRefused() {
    return refusal != null;
  }

  /// The target for a node of the kind at a point of the document: the smallest container there that
  /// takes it.
  ///
  /// @param moving nodes that take nothing now, since they are being moved; nor does what lies in them
  public static DropTarget at(Scene scene, Point point, String kind, Set<ElementId> moving) {
    List<Node> containers =
        scene.nodesAt(point).stream()
            .filter(DropTarget::isContainer)
            .filter(node -> !isMoving(scene, node, moving))
            .sorted(Comparator.comparingDouble(node -> node.bounds().area()))
            .toList();
    for (Node container : containers) {
      if (Containment.refusal(scene.document(), kind, container).isEmpty()) {
        return new DropTarget(container.id(), null);
      }
    }
    Optional<Refusal> atTop = Containment.refusal(scene.document(), kind, null);
    if (atTop.isEmpty()) {
      return TOP;
    }
    return containers.isEmpty()
        ? new DropTarget(null, atTop.get())
        : new DropTarget(
            containers.getFirst().id(),
            Containment.refusal(scene.document(), kind, containers.getFirst()).orElse(atTop.get()));
  }

  private static boolean isContainer(Node node) {
    return Catalog.of(node).map(kind -> kind.isContainer()).orElse(false);
  }

  private static boolean isMoving(Scene scene, Node node, Set<ElementId> moving) {
    return moving.contains(node.id())
        || scene.document().ancestors(node).stream().anyMatch(a -> moving.contains(a.id()));
  }
}
