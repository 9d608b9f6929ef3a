package dev.drawbridge.draw;

import dev.drawbridge.model.Connector;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.Element;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Node;
import java.util.LinkedHashSet;
import java.util.Set;

/// What of a picture changes while a gesture goes on: what to leave out of the picture before, and what to
/// draw above it instead. It costs as much as what changes, however large the document; lines that are
/// not tied to it stay as they were until the gesture ends.
///
/// @param affected the elements whose groups in the picture before do not hold any more
/// @param picture these elements as they are now
public record Preview(Set<ElementId> affected, Picture picture) {
  /// @param routes those of the document before
  public static Preview of(Document before, Routes routes, Document now, Look look) {
    Set<ElementId> affected = affected(before, now);
    Placement placement = Placement.of(now);
    return new Preview(
        affected, Painter.paintOnly(affected, look, routes.after(placement, affected), placement));
  }

  private static Set<ElementId> affected(Document before, Document now) {
    Set<ElementId> affected = new LinkedHashSet<>();
    for (Element element : now.elements().values()) {
      if (before.elements().get(element.id()) != element) {
        affected.add(element.id());
      }
    }
    for (ElementId id : before.elements().keySet()) {
      if (!now.elements().containsKey(id)) {
        affected.add(id);
      }
    }
    if (affected.isEmpty()) {
      return affected;
    }
    // Parents come before their children, so one pass takes whole trees along.
    for (Node node : now.nodes()) {
      ElementId parent = node.parent();
      if (parent != null && affected.contains(parent)) {
        affected.add(node.id());
      }
    }
    for (Node node : now.nodes()) {
      if (node.spans().stream().anyMatch(affected::contains)) {
        affected.add(node.id());
      }
    }
    for (Connector connector : now.connectors()) {
      if (affected.contains(connector.source()) || affected.contains(connector.target())) {
        affected.add(connector.id());
      }
    }
    return affected;
  }
}
