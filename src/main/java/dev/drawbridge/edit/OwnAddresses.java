package dev.drawbridge.edit;

import dev.drawbridge.catalog.AddressBlock;
import dev.drawbridge.catalog.AddressPlan;
import dev.drawbridge.catalog.Catalog;
import dev.drawbridge.catalog.Kind;
import dev.drawbridge.catalog.Preset;
import dev.drawbridge.catalog.Property;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Fields;
import dev.drawbridge.model.Node;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// Copies of places must not have what only one can have: where the original is there, too, a subnet takes
/// the next free block of its size, and an availability zone the next letter. What is copied together with
/// all around it, as the subnets of a VPC, keeps what it has.
final class OwnAddresses {
  private OwnAddresses() {}

  /// @param copies nodes and connectors that were just added, parents first
  static void give(Draft draft, Set<ElementId> copies) {
    for (ElementId id : copies) {
      Node node = draft.findNode(id).orElse(null);
      Kind kind = node == null ? null : Catalog.of(node).orElse(null);
      if (node != null && kind != null && isAmongOthers(node, kind, draft.document(), copies)) {
        Fields own = own(node, kind, draft.document());
        if (!own.equals(node.properties())) {
          draft.update(node.withProperties(own));
        }
      }
    }
  }

  /// Whether the place that its addresses are taken from was there before.
  private static boolean isAmongOthers(
      Node node, Kind kind, Document document, Set<ElementId> copies) {
    if (kind.addresses().isEmpty()) {
      ElementId parent = node.parent();
      return parent != null && !copies.contains(parent);
    }
    return document.ancestors(node).stream()
        .filter(around -> Catalog.of(around).flatMap(Kind::addresses).isPresent())
        .findFirst()
        .filter(holder -> !copies.contains(holder.id()))
        .isPresent();
  }

  private static Fields own(Node node, Kind kind, Document document) {
    return kind.addresses()
        .map(property -> block(node, property, document))
        .orElseGet(() -> fresh(node, kind, document));
  }

  private static Fields block(Node node, Property<String> property, Document document) {
    Optional<AddressBlock> has = AddressBlock.parse(property.of(node));
    AddressPlan plan = AddressPlan.around(document, node);
    return has.filter(block -> !plan.overlapping(block).isEmpty())
        .flatMap(block -> plan.free(block.prefix()))
        .map(block -> property.set(node.properties(), block.toString()))
        .orElse(node.properties());
  }

  /// What a new node in its place would have, where a neighbour has what the copy has.
  private static Fields fresh(Node node, Kind kind, Document document) {
    Preset palette = kind.presets().getFirst();
    Preset like = new Preset(palette.key(), kind.id(), palette.icon(), node.properties());
    Fields fresh = kind.fresh(document, node.parent(), like);
    boolean taken =
        document.children(node.parent()).stream()
            .filter(other -> other.kind().equals(node.kind()) && !other.id().equals(node.id()))
            .anyMatch(other -> agrees(other.properties(), node.properties(), fresh));
    return taken ? fresh : node.properties();
  }

  /// Whether two nodes say the same of all that a new one would say otherwise.
  private static boolean agrees(Fields one, Fields other, Fields fresh) {
    for (String name : fresh.names()) {
      boolean differs = !Objects.equals(fresh.get(name), other.get(name));
      if (differs && !Objects.equals(one.get(name), other.get(name))) {
        return false;
      }
    }
    return true;
  }
}
