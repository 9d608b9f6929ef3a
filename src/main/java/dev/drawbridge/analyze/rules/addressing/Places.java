package dev.drawbridge.analyze.rules.addressing;

import dev.drawbridge.analyze.facts.AwsSubnet;
import dev.drawbridge.analyze.facts.AwsVpc;
import dev.drawbridge.analyze.facts.Reading;
import dev.drawbridge.analyze.rules.Subject;
import dev.drawbridge.catalog.Property;
import dev.drawbridge.catalog.aws.Subnet;
import dev.drawbridge.catalog.aws.Vpc;
import dev.drawbridge.network.Cidr;
import dev.drawbridge.network.CidrReading;
import dev.drawbridge.resource.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The VPCs and subnets of a design with their address blocks.
final class Places {
  private Places() {}

  /// A block as it is written.
  ///
  /// @param property the property of a drawn element that holds it
  record Written(Resource resource, Property<String> property, Reading<String> text) {
    Optional<Cidr> exact() {
      return text.known().flatMap(written -> Cidr.read(written).exact());
    }

    /// The block that is meant: with host bits set, the one that the address lies in.
    Optional<Cidr> meant() {
      return text.known()
          .flatMap(
              written ->
                  switch (Cidr.read(written)) {
                    case CidrReading.Exact(Cidr cidr) -> Optional.of(cidr);
                    case CidrReading.HostBitsSet(var _, Cidr block) -> Optional.of(block);
                    case CidrReading.Malformed _ -> Optional.empty();
                  });
    }
  }

  static List<Written> all(Subject subject) {
    List<Written> all = new ArrayList<>();
    for (AwsVpc vpc : subject.facts().vpcs().values()) {
      all.addAll(blocks(vpc));
    }
    for (AwsSubnet subnet : subject.facts().subnets().values()) {
      all.add(block(subnet));
    }
    return all;
  }

  static List<Written> blocks(AwsVpc vpc) {
    return vpc.blocks().stream()
        .map(block -> new Written(vpc.resource(), Vpc.CIDR, block))
        .toList();
  }

  static Written block(AwsSubnet subnet) {
    return new Written(subnet.resource(), Subnet.CIDR, subnet.cidr());
  }
}
