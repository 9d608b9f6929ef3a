package dev.drawbridge.translate;

import dev.drawbridge.catalog.aws.Region;
import dev.drawbridge.catalog.aws.Vpc;
import dev.drawbridge.model.Connector;
import dev.drawbridge.model.Datum;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.Element;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What every part of a design takes from the whole when it is lowered: the labels of the elements, which
/// are unique over all of it, and the region that resources are in unless they say otherwise. Immutable.
public final class Overall {
  /// For more connectors than this that came or went all labels are given anew.
  private static final int FEW = 32;

  private final Document design;
  private final ElementLabels labels;
  private final @Nullable Node mainRegion;

  private Overall(Document design, ElementLabels labels, @Nullable Node mainRegion) {
    this.design = design;
    this.labels = labels;
    this.mainRegion = mainRegion;
  }

  public static Overall of(Document design) {
    return new Overall(design, ElementLabels.of(design), mainRegion(design));
  }

  /// The first region in which a VPC lies, or else the first.
  private static @Nullable Node mainRegion(Document design) {
    Set<ElementId> settled = new HashSet<>();
    for (Element element : design.elements().values()) {
      if (element instanceof Node node && node.kind().equals(Vpc.KIND.id())) {
        design.ancestors(node).stream()
            .filter(Overall::isRegion)
            .findFirst()
            .ifPresent(region -> settled.add(region.id()));
      }
    }
    Node first = null;
    for (Element element : design.elements().values()) {
      if (element instanceof Node node && isRegion(node)) {
        if (settled.contains(node.id())) {
          return node;
        }
        first = first == null ? node : first;
      }
    }
    return first;
  }

  private static boolean isRegion(Node node) {
    return node.kind().equals(Region.KIND.id());
  }

  /// That of the design into which this one was changed; the same labels where none changed. Quick where
  /// no more than properties changed and arrows came or went.
  public Overall next(Document changed) {
    if (changed == design) {
      return this;
    }
    List<Connector> come = new ArrayList<>();
    List<Connector> gone = new ArrayList<>();
    Datum told = toldLabels(changed);
    if (!Objects.equals(told, toldLabels(design)) || !compare(changed, come, gone)) {
      return of(changed);
    }
    if (come.isEmpty() && gone.isEmpty()) {
      return new Overall(changed, labels, mainRegion);
    }
    // Where labels are told, one that comes may have been told its own.
    ElementLabels next = told == null ? labels.with(come, gone) : null;
    return next == null ? of(changed) : new Overall(changed, next, mainRegion);
  }

  /// Whether the other design differs in nothing that matters but in connectors, each of which it adds to
  /// those that came or went.
  private boolean compare(Document changed, List<Connector> come, List<Connector> gone) {
    Element[] old = design.elements().values().toArray(Element[]::new);
    int i = 0;
    for (Element element : changed.elements().values()) {
      while (i < old.length
          && old[i] != element
          && old[i] instanceof Connector connector
          && changed.find(old[i].id()).isEmpty()) {
        gone.add(connector);
        i++;
      }
      if (i < old.length && (old[i] == element || isAlike(old[i], element))) {
        i++;
      } else if (element instanceof Connector connector && design.find(element.id()).isEmpty()) {
        come.add(connector);
      } else {
        return false;
      }
      if (come.size() + gone.size() > FEW) {
        return false;
      }
    }
    while (i < old.length
        && old[i] instanceof Connector connector
        && changed.find(connector.id()).isEmpty()) {
      gone.add(connector);
      i++;
    }
    return i == old.length;
  }

  private static @Nullable Datum toldLabels(Document document) {
    return document.settings().properties().get(ElementLabels.SETTING);
  }

  /// Whether all stays when one element becomes the other in its place.
  private static boolean isAlike(Element before, Element after) {
    if (!before.id().equals(after.id()) || !ElementLabels.stay(before, after)) {
      return false;
    }
    return !(before instanceof Node one && after instanceof Node other)
        || (Objects.equals(one.parent(), other.parent())
            && (!isRegion(one) || one.properties().equals(other.properties())));
  }

  /// The label of an element, as in the address of its main resource.
  public String label(ElementId element) {
    return labels.of(element);
  }

  Optional<Node> mainRegion() {
    return Optional.ofNullable(mainRegion);
  }

  boolean isMainRegion(Node region) {
    return mainRegion != null && mainRegion.id().equals(region.id());
  }

  /// Whether a part of two designs, which holds these elements in both, takes the same from each.
  public boolean isAlike(Overall other, Iterable<Element> part) {
    if (other.labels.isOfOneLineage(labels)) {
      return true;
    }
    if (!home().equals(other.home())) {
      return false;
    }
    for (Element element : part) {
      if (!label(element.id()).equals(other.label(element.id()))) {
        return false;
      }
    }
    return true;
  }

  /// What is said of the main region.
  private Optional<String> home() {
    return mainRegion().map(region -> region.id() + " " + Region.CODE.of(region));
  }
}
