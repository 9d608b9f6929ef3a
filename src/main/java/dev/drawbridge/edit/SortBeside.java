package dev.drawbridge.edit;

import dev.drawbridge.model.Document;
import dev.drawbridge.model.Element;
import dev.drawbridge.model.ElementId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.Set;

/// Lists and draws elements directly before or after another one, in the order that they have among
/// themselves. Where they lie stays as it is.
///
/// @param beside not one of them
/// @param later whether they come after it, and thus lie above
public record SortBeside(SequencedSet<ElementId> ids, ElementId beside, boolean later)
    implements Edit {
  public SortBeside {
    ids = Collections.unmodifiableSequencedSet(new LinkedHashSet<>(ids));
    if (ids.contains(beside)) {
      throw new IllegalArgumentException(beside + " cannot be sorted beside itself");
    }
  }

  @Override
  public String key() {
    return "edit.order.name";
  }

  @Override
  public void apply(Draft draft) {
    Document document = draft.document();
    if (isThere(document)) {
      return;
    }
    List<ElementId> order = new ArrayList<>(document.elements().keySet());
    Set<ElementId> going = whole(document, ids);
    List<ElementId> moved = order.stream().filter(going::contains).toList();
    order.removeAll(going);
    int at = order.indexOf(beside);
    if (later) {
      for (ElementId passed : whole(document, List.of(beside))) {
        at = Math.max(at, order.indexOf(passed) + 1);
      }
    }
    order.addAll(at, moved);
    draft.reorder(order);
  }

  /// Whether they are listed there already.
  private boolean isThere(Document document) {
    List<? extends Element> row =
        document.findNode(beside).isPresent()
            ? document.children(document.node(beside).parent())
            : document.connectors();
    List<ElementId> listed = row.stream().map(Element::id).toList();
    List<ElementId> wanted = new ArrayList<>(listed);
    wanted.removeAll(ids);
    wanted.addAll(
        wanted.indexOf(beside) + (later ? 1 : 0), listed.stream().filter(ids::contains).toList());
    return wanted.equals(listed) && listed.containsAll(ids);
  }

  /// With what lies in them: a container comes before its content.
  private static Set<ElementId> whole(Document document, Collection<ElementId> ids) {
    Set<ElementId> all = new HashSet<>(ids);
    for (ElementId id : ids) {
      if (document.findNode(id).isPresent()) {
        document.descendants(id).forEach(node -> all.add(node.id()));
      }
    }
    return all;
  }
}
