package dev.drawbridge.edit;

import dev.drawbridge.model.Change;
import dev.drawbridge.model.Connector;
import dev.drawbridge.model.Diff;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.Element;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Node;
import dev.drawbridge.model.Settings;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// A document while an edit works on it. Every change goes through here and is recorded, so that the edit's
/// diff, and with it its undo, is exact.
public final class Draft {
  private final Document start;
  private final List<Change> changes = new ArrayList<>();
  private Document current;
  private final Set<ElementId> suspects = new HashSet<>();
  private boolean rearranged;

  public Draft(Document start) {
    this.start = start;
    this.current = start;
  }

  /// The document as it stood before the edit.
  public Document start() {
    return start;
  }

  /// The document as it stands now.
  public Document document() {
    return current;
  }

  public Optional<Node> findNode(ElementId id) {
    return current.findNode(id);
  }

  /// The elements that hang on something else since the last repair.
  Set<ElementId> suspects() {
    return suspects;
  }

  /// Whether something came or went since the last repair.
  boolean isRearranged() {
    return rearranged;
  }

  void repaired() {
    suspects.clear();
    rearranged = false;
  }

  private void suspect(Change change) {
    switch (change) {
      case Change.Added _, Change.Removed _ -> rearranged = true;
      case Change.SettingsUpdated _ -> {}
      case Change.Updated(Element before, Element after) -> {
        if (!hangsAlike(before, after)) {
          suspects.add(after.id());
        }
      }
    }
  }

  private static boolean hangsAlike(Element before, Element after) {
    return switch (before) {
      case Node was ->
          after instanceof Node is
              && Objects.equals(was.parent(), is.parent())
              && was.spans().equals(is.spans());
      case Connector was ->
          after instanceof Connector is
              && was.source().equals(is.source())
              && was.target().equals(is.target());
    };
  }

  /// What was changed so far.
  public Diff diff() {
    return new Diff(changes);
  }

  /// Adds an element on top of all others.
  public void add(Element element) {
    addAll(List.of(element));
  }

  public void addAll(Collection<? extends Element> elements) {
    List<Change> made = new ArrayList<>();
    int index = current.elements().size();
    for (Element element : elements) {
      made.add(new Change.Added(index++, element));
    }
    record(made);
  }

  /// Puts the element in the place of the one with its id.
  public void update(Element element) {
    updateAll(List.of(element));
  }

  public void updateAll(Collection<? extends Element> elements) {
    List<Change> made = new ArrayList<>();
    for (Element element : elements) {
      Element before =
          current
              .find(element.id())
              .orElseThrow(() -> new IllegalArgumentException("no element " + element.id()));
      if (!before.equals(element)) {
        made.add(new Change.Updated(before, element));
      }
    }
    record(made);
  }

  public void removeAll(Set<ElementId> ids) {
    List<Change> made = new ArrayList<>();
    int index = current.elements().size() - 1;
    for (Element element : current.inOrder().reversed()) {
      if (ids.contains(element.id())) {
        made.add(new Change.Removed(index, element));
      }
      index--;
    }
    record(made);
  }

  /// Gives the document's elements another order; the list holds each of them once.
  public void reorder(List<ElementId> order) {
    List<Element> before = List.copyOf(current.elements().values());
    List<Change> made = new ArrayList<>();
    List<Element> after = new ArrayList<>();
    for (ElementId id : order) {
      after.add(current.find(id).orElseThrow());
    }
    if (after.size() != before.size()) {
      throw new IllegalArgumentException("an order names each element once");
    }
    int first = 0;
    while (first < before.size() && before.get(first).equals(after.get(first))) {
      first++;
    }
    for (int i = before.size() - 1; i >= first; i--) {
      made.add(new Change.Removed(i, before.get(i)));
    }
    for (int i = first; i < after.size(); i++) {
      made.add(new Change.Added(i, after.get(i)));
    }
    record(made);
  }

  public void settings(Settings settings) {
    if (!settings.equals(current.settings())) {
      record(List.of(new Change.SettingsUpdated(current.settings(), settings)));
    }
  }

  private void record(List<Change> made) {
    if (!made.isEmpty()) {
      current = current.apply(new Diff(made));
      changes.addAll(made);
      made.forEach(this::suspect);
    }
  }
}
