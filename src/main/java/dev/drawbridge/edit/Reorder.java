package dev.drawbridge.edit;

import dev.drawbridge.model.Connector;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.Element;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Node;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Takes an element past the next one beside it, in the order in which they are listed and drawn; a
/// connector past the next connector.
///
/// @param later whether it is listed and drawn later, and thus lies above
public record Reorder(ElementId id, boolean later) implements Edit {
  @Override
  public String key() {
    return "edit.order.name";
  }

  @Override
  public void apply(Draft draft) {
    ElementId passed = neighbour(draft.document(), id, later);
    if (passed != null) {
      new SortBeside(new LinkedHashSet<>(List.of(id)), passed, later).apply(draft);
    }
  }

  /// Whether there is one beside it to be passed.
  public static boolean isPossible(Document document, ElementId id, boolean later) {
    return neighbour(document, id, later) != null;
  }

  private static @Nullable ElementId neighbour(Document document, ElementId id, boolean later) {
    Element element = document.find(id).orElse(null);
    List<? extends Element> row =
        switch (element) {
          case null -> List.<Element>of();
          case Node node -> document.children(node.parent());
          case Connector _ -> document.connectors();
        };
    int next = row.indexOf(element) + (later ? 1 : -1);
    return next >= 0 && next < row.size() ? row.get(next).id() : null;
  }
}
