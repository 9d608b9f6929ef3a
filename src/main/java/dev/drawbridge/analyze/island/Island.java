package dev.drawbridge.analyze.island;

import dev.drawbridge.model.Connector;
import dev.drawbridge.model.Element;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Node;
import java.util.ArrayList;
import java.util.List;

/// Elements of a design that hang together, with the shores that they lie at: the regions and the
/// internet, which many islands have in common.
///
/// @param first the first of them that is no shore; no other island of the design has it
/// @param elements all of them, in the order of the design
public record Island(ElementId first, List<Element> elements) {
  /// Whether an analysis of one is an analysis of the other.
  public boolean isAlike(Island other) {
    if (other == this) {
      return true;
    }
    if (elements.size() != other.elements.size()) {
      return false;
    }
    for (int i = 0; i < elements.size(); i++) {
      if (!isAlike(elements.get(i), other.elements.get(i))) {
        return false;
      }
    }
    return true;
  }

  /// Where things lie, how large they are drawn, and how arrows bend between their ends, is nothing
  /// that an analysis looks at.
  static boolean isAlike(Element one, Element other) {
    return one == other
        || (one.id().equals(other.id())
            && one.kind().equals(other.kind())
            && one.name().equals(other.name())
            && hasSameTies(one, other)
            && one.properties().equals(other.properties()));
  }

  /// Whether both hang together with the same.
  static boolean hasSameTies(Element one, Element other) {
    return switch (one) {
      case Node node ->
          other instanceof Node that
              && (node.parent() == null
                  ? that.parent() == null
                  : node.parent().equals(that.parent()))
              && List.copyOf(node.spans()).equals(List.copyOf(that.spans()));
      case Connector arrow ->
          other instanceof Connector that
              && arrow.source().equals(that.source())
              && arrow.target().equals(that.target());
    };
  }

  /// The island with an element in the place of that of the same id.
  Island with(Element changed) {
    List<Element> next = new ArrayList<>(elements);
    next.replaceAll(element -> element.id().equals(changed.id()) ? changed : element);
    return new Island(first, next);
  }
}
