package dev.drawbridge.edit;

import dev.drawbridge.catalog.Kind;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Node;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.Set;

/// Takes groups away from around what is in them, which stays where it is on the canvas and then lies in
/// what the group lay in.
public record Ungroup(SequencedSet<ElementId> groups) implements Edit {
  public Ungroup {
    groups = Collections.unmodifiableSequencedSet(new LinkedHashSet<>(groups));
  }

  /// The groups among the chosen.
  public static SequencedSet<ElementId> groups(Document document, Set<ElementId> chosen) {
    SequencedSet<ElementId> found = new LinkedHashSet<>();
    for (Node node : document.nodes()) {
      if (chosen.contains(node.id()) && node.kind().equals(Kind.GROUP)) {
        found.add(node.id());
      }
    }
    return found;
  }

  @Override
  public String key() {
    return "edit.ungroup.name";
  }

  @Override
  public void apply(Draft draft) {
    Document before = draft.document();
    // The outer ones come first, so that what lies in one group of several goes all the way out.
    for (ElementId id : groups(before, groups)) {
      Node group = draft.document().node(id);
      List<Node> freed = new ArrayList<>();
      for (Node child : draft.document().children(id)) {
        freed.add(
            child
                .withParent(group.parent())
                .withBounds(child.bounds().plus(group.bounds().topLeft())));
      }
      draft.updateAll(freed);
      draft.removeAll(Set.of(id));
    }
    Spanning.follow(before, draft);
  }
}
