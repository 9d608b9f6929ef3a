package dev.drawbridge.analyze.rules.scaling;

import dev.drawbridge.analyze.facts.Reader;
import dev.drawbridge.analyze.facts.Reading;
import dev.drawbridge.analyze.rules.Subject;
import dev.drawbridge.analyze.rules.Zones;
import dev.drawbridge.base.Reason;
import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Resource;
import java.util.List;

/// Where an Auto Scaling group starts its instances.
final class GroupZones {
  private GroupZones() {}

  /// The zones of its subnets, or those that it names, which stands for their default subnets.
  static Zones of(Subject subject, Resource group) {
    Reader read = subject.facts().read(group);
    return switch (read.references("vpc_zone_identifier")) {
      case Reading.Given<List<Reading<Address>>>(List<Reading<Address>> subnets) ->
          Zones.of(subject.facts(), subnets);
      case Reading.Unresolved<List<Reading<Address>>>(Reason reason) ->
          Zones.named(List.of(Reading.unresolved(reason)));
      case Reading.Missing<List<Reading<Address>>>() ->
          Zones.named(read.texts("availability_zones").known().orElse(List.of()));
    };
  }
}
