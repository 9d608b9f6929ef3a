package dev.drawbridge.analyze.rules;

import dev.drawbridge.analyze.facts.Standing;
import dev.drawbridge.analyze.finding.Label;
import dev.drawbridge.catalog.Zone;
import dev.drawbridge.model.ElementId;
import java.util.List;

/// Something that has interfaces: what one drawn element, or one resource that nobody drew, amounts
/// to.
///
/// @param id an identity that outlives a rename: the element's id, or the resource's address
/// @param elements the drawn things that it is, the one to point at first: a tier and the Auto
///     Scaling group that it runs on; empty where nothing is drawn
public record Component(
    String id, List<ElementId> elements, Label label, Sort sort, Zone zone, List<Standing> parts) {
  /// What it is.
  public enum Sort {
    LOAD_BALANCER,
    HOSTS,
    DATA_STORE,
    TRANSLATOR,
    /// Of no kind that is known.
    OTHER
  }

  public Component {
    elements = List.copyOf(elements);
    parts = List.copyOf(parts);
  }

  /// Of the identity alone: all that its resources say is much to go through each time it is looked up.
  @Override
  public int hashCode() {
    return id.hashCode();
  }

  /// Whether it has a zone in which it belongs: a translator accepts nothing, and what is of no known kind
  /// may belong anywhere.
  public boolean belongs() {
    return sort != Sort.TRANSLATOR && sort != Sort.OTHER;
  }

  public List<Standing.Face> faces() {
    if (parts.size() == 1) {
      return parts.getFirst().faces();
    }
    return parts.stream().flatMap(part -> part.faces().stream()).toList();
  }
}
