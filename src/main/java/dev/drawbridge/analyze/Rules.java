package dev.drawbridge.analyze;

import dev.drawbridge.analyze.rules.Rule;
import dev.drawbridge.analyze.rules.addressing.BlockSize;
import dev.drawbridge.analyze.rules.addressing.HostBits;
import dev.drawbridge.analyze.rules.addressing.Overlap;
import dev.drawbridge.analyze.rules.addressing.SubnetOutsideVpc;
import dev.drawbridge.analyze.rules.balancing.BalancerZones;
import dev.drawbridge.analyze.rules.database.OverlappingWindows;
import dev.drawbridge.analyze.rules.dmz.AroundTheBalancer;
import dev.drawbridge.analyze.rules.dmz.DatabaseInPublicSubnet;
import dev.drawbridge.analyze.rules.dmz.FlaggedPublicDatabase;
import dev.drawbridge.analyze.rules.dmz.InternalBalancerInPublicSubnet;
import dev.drawbridge.analyze.rules.dmz.MorePortsThanWeb;
import dev.drawbridge.analyze.rules.dmz.OpenSensitivePort;
import dev.drawbridge.analyze.rules.dmz.PivotToAdministration;
import dev.drawbridge.analyze.rules.dmz.PublicAppServer;
import dev.drawbridge.analyze.rules.dmz.PublicDatabase;
import dev.drawbridge.analyze.rules.dmz.PublicInternalBalancer;
import dev.drawbridge.analyze.rules.dmz.SkippedApp;
import dev.drawbridge.analyze.rules.dmz.UnreachablePublicBalancer;
import dev.drawbridge.analyze.rules.topology.BlockedArrow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Everything that is checked: the one explicit list of rules.
public final class Rules {
  private static final List<Rule> ALL =
      List.of(
          new PublicAppServer(),
          new PublicDatabase(),
          new FlaggedPublicDatabase(),
          new DatabaseInPublicSubnet(),
          new PublicInternalBalancer(),
          new InternalBalancerInPublicSubnet(),
          new UnreachablePublicBalancer(),
          new OpenSensitivePort(),
          new MorePortsThanWeb(),
          new AroundTheBalancer(),
          new PivotToAdministration(),
          new SkippedApp(),
          new BalancerZones(),
          new BlockSize(),
          new SubnetOutsideVpc(),
          new Overlap(),
          new HostBits(),
          new BlockedArrow(),
          new OverlappingWindows());

  private static final Map<String, Rule> BY_ID = index();

  private Rules() {}

  /// All rules, in the order of the reference.
  public static List<Rule> all() {
    return ALL;
  }

  public static Optional<Rule> find(String id) {
    return Optional.ofNullable(BY_ID.get(id));
  }

  private static Map<String, Rule> index() {
    Map<String, Rule> byId = new LinkedHashMap<>();
    for (Rule rule : ALL) {
      if (byId.put(rule.id(), rule) != null) {
        throw new IllegalStateException("two rules are called " + rule.id());
      }
    }
    return byId;
  }
}
