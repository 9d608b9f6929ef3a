package dev.drawbridge.catalog.aws;

import dev.drawbridge.catalog.AddressBlock;
import dev.drawbridge.catalog.AddressPlan;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Fields;
import dev.drawbridge.model.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Finds what a newly dropped place may be called or numbered without clashing with those there.
final class FreshAddresses {
  private static final int SUBNET_PREFIX = 24;

  private FreshAddresses() {}

  /// The first private /16 that overlaps no VPC of the design.
  static Fields ofVpc(Document document, @Nullable ElementId container, Fields preset) {
    return AddressPlan.within(document, container)
        .free(AddressBlock.WIDEST)
        .map(block -> Vpc.CIDR.set(preset, block.toString()))
        .orElse(preset);
  }

  /// The usual block of a data centre, or else the first private /16 that overlaps nothing of the design.
  static Fields ofDataCentre(Document document, @Nullable ElementId container, Fields preset) {
    AddressPlan plan = AddressPlan.within(document, container);
    Optional<AddressBlock> usual = AddressBlock.parse(DataCentre.CIDR.fallback());
    return usual
        .filter(block -> !plan.overlapping(block).isEmpty())
        .flatMap(_ -> plan.free(AddressBlock.WIDEST))
        .map(block -> DataCentre.CIDR.set(preset, block.toString()))
        .orElse(preset);
  }

  /// The first letter that no zone of the VPC has.
  static Fields ofZone(Document document, @Nullable ElementId container, Fields preset) {
    List<String> taken = new ArrayList<>();
    for (Node zone : document.children(container)) {
      if (zone.kind().equals(AvailabilityZone.KIND.id())) {
        taken.add(AvailabilityZone.ZONE.of(zone));
      }
    }
    for (char letter = 'a'; letter <= 'f'; letter++) {
      if (!taken.contains(String.valueOf(letter))) {
        return AvailabilityZone.ZONE.set(preset, String.valueOf(letter));
      }
    }
    return preset;
  }

  /// The first free /24 of the VPC; a sixteenth of it where the VPC is smaller than /20.
  static Fields ofSubnet(Document document, @Nullable ElementId container, Fields preset) {
    AddressPlan plan = AddressPlan.within(document, container);
    if (plan.holder() == null || plan.pools().isEmpty()) {
      return preset;
    }
    int whole = plan.pools().getFirst().prefix();
    int prefix = Math.min(AddressBlock.NARROWEST, Math.max(SUBNET_PREFIX, whole + 4));
    return plan.free(prefix).map(block -> Subnet.CIDR.set(preset, block.toString())).orElse(preset);
  }
}
