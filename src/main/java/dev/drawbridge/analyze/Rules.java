package dev.drawbridge.analyze;

import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Severity;
import dev.drawbridge.analyze.rules.Rule;
import dev.drawbridge.analyze.rules.Subject;
import dev.drawbridge.analyze.rules.addressing.BlockSize;
import dev.drawbridge.analyze.rules.addressing.HostBits;
import dev.drawbridge.analyze.rules.addressing.NotPrivate;
import dev.drawbridge.analyze.rules.addressing.Overlap;
import dev.drawbridge.analyze.rules.addressing.PeerOverlap;
import dev.drawbridge.analyze.rules.addressing.StaticAddress;
import dev.drawbridge.analyze.rules.addressing.SubnetNearlyFull;
import dev.drawbridge.analyze.rules.addressing.SubnetOutsideVpc;
import dev.drawbridge.analyze.rules.addressing.SubnetTooSmall;
import dev.drawbridge.analyze.rules.balancing.BalancerZones;
import dev.drawbridge.analyze.rules.balancing.BlockedTarget;
import dev.drawbridge.analyze.rules.balancing.BrokenListenerRule;
import dev.drawbridge.analyze.rules.balancing.ClientsShutOut;
import dev.drawbridge.analyze.rules.balancing.CrampedBalancer;
import dev.drawbridge.analyze.rules.balancing.HealthCheck;
import dev.drawbridge.analyze.rules.balancing.ListenerNotAdmitted;
import dev.drawbridge.analyze.rules.balancing.NoDraining;
import dev.drawbridge.analyze.rules.balancing.NobodyBehind;
import dev.drawbridge.analyze.rules.balancing.OutdatedTls;
import dev.drawbridge.analyze.rules.balancing.PlainHttp;
import dev.drawbridge.analyze.rules.balancing.PortWithoutListener;
import dev.drawbridge.analyze.rules.balancing.TargetPort;
import dev.drawbridge.analyze.rules.balancing.TargetZones;
import dev.drawbridge.analyze.rules.balancing.Unprotected;
import dev.drawbridge.analyze.rules.database.BackupRetention;
import dev.drawbridge.analyze.rules.database.Deletable;
import dev.drawbridge.analyze.rules.database.NoStandby;
import dev.drawbridge.analyze.rules.database.OverlappingWindows;
import dev.drawbridge.analyze.rules.database.ReplicaBesidePrimary;
import dev.drawbridge.analyze.rules.database.ReplicaChain;
import dev.drawbridge.analyze.rules.database.SubnetGroupZones;
import dev.drawbridge.analyze.rules.database.Unencrypted;
import dev.drawbridge.analyze.rules.database.WindowShape;
import dev.drawbridge.analyze.rules.database.WrongPort;
import dev.drawbridge.analyze.rules.deployment.CanaryWeights;
import dev.drawbridge.analyze.rules.deployment.EmptyShare;
import dev.drawbridge.analyze.rules.deployment.FlickeringCanary;
import dev.drawbridge.analyze.rules.deployment.NoRollback;
import dev.drawbridge.analyze.rules.deployment.ShortDraining;
import dev.drawbridge.analyze.rules.deployment.UnlikeGroups;
import dev.drawbridge.analyze.rules.dmz.AccessListAdministration;
import dev.drawbridge.analyze.rules.dmz.AroundTheBalancer;
import dev.drawbridge.analyze.rules.dmz.BlockedReturnPorts;
import dev.drawbridge.analyze.rules.dmz.DataRouteOut;
import dev.drawbridge.analyze.rules.dmz.DatabaseInPublicSubnet;
import dev.drawbridge.analyze.rules.dmz.DeclaredZone;
import dev.drawbridge.analyze.rules.dmz.DefaultGroupRules;
import dev.drawbridge.analyze.rules.dmz.FlaggedPublicDatabase;
import dev.drawbridge.analyze.rules.dmz.ForbiddenZone;
import dev.drawbridge.analyze.rules.dmz.GroupOfOtherVpc;
import dev.drawbridge.analyze.rules.dmz.InternalBalancerInPublicSubnet;
import dev.drawbridge.analyze.rules.dmz.MorePortsThanWeb;
import dev.drawbridge.analyze.rules.dmz.OpenOverIpv6;
import dev.drawbridge.analyze.rules.dmz.OpenSensitivePort;
import dev.drawbridge.analyze.rules.dmz.PatchedTogetherInternet;
import dev.drawbridge.analyze.rules.dmz.PivotToAdministration;
import dev.drawbridge.analyze.rules.dmz.PortZeroOnly;
import dev.drawbridge.analyze.rules.dmz.PublicAppServer;
import dev.drawbridge.analyze.rules.dmz.PublicByDefault;
import dev.drawbridge.analyze.rules.dmz.PublicDatabase;
import dev.drawbridge.analyze.rules.dmz.PublicInternalBalancer;
import dev.drawbridge.analyze.rules.dmz.ShadowedEntry;
import dev.drawbridge.analyze.rules.dmz.SideDoor;
import dev.drawbridge.analyze.rules.dmz.SkippedApp;
import dev.drawbridge.analyze.rules.dmz.UnknownKind;
import dev.drawbridge.analyze.rules.dmz.UnreachablePublicBalancer;
import dev.drawbridge.analyze.rules.dmz.UnresolvedInput;
import dev.drawbridge.analyze.rules.dmz.UnrestrictedEgress;
import dev.drawbridge.analyze.rules.dmz.WideButBlocked;
import dev.drawbridge.analyze.rules.dmz.WidePeeringRoute;
import dev.drawbridge.analyze.rules.dmz.WiderThanNeeded;
import dev.drawbridge.analyze.rules.operations.NoFlowLogs;
import dev.drawbridge.analyze.rules.operations.SilentAlarm;
import dev.drawbridge.analyze.rules.operations.UnwatchedService;
import dev.drawbridge.analyze.rules.scaling.HealthCheckType;
import dev.drawbridge.analyze.rules.scaling.LaunchConfiguration;
import dev.drawbridge.analyze.rules.scaling.MinimumBelowZones;
import dev.drawbridge.analyze.rules.scaling.OpenMetadata;
import dev.drawbridge.analyze.rules.scaling.OtherZones;
import dev.drawbridge.analyze.rules.scaling.PublicAddressesInside;
import dev.drawbridge.analyze.rules.scaling.ScalingInOneZone;
import dev.drawbridge.analyze.rules.scaling.ShortGrace;
import dev.drawbridge.analyze.rules.scaling.Sizes;
import dev.drawbridge.analyze.rules.scaling.Unattended;
import dev.drawbridge.analyze.rules.service.ConsulQuorum;
import dev.drawbridge.analyze.rules.service.ContainerExits;
import dev.drawbridge.analyze.rules.service.DiscoveryBeyondApp;
import dev.drawbridge.analyze.rules.service.FargateSize;
import dev.drawbridge.analyze.rules.service.WorkerConnections;
import dev.drawbridge.analyze.rules.suppression.ExpiredSuppression;
import dev.drawbridge.analyze.rules.suppression.UnusedSuppression;
import dev.drawbridge.analyze.rules.topology.BlockedArrow;
import dev.drawbridge.analyze.rules.topology.MainTable;
import dev.drawbridge.analyze.rules.topology.Orphan;
import dev.drawbridge.analyze.rules.topology.PublicSubnetWithoutRoute;
import dev.drawbridge.analyze.rules.topology.RouteToNowhere;
import dev.drawbridge.analyze.rules.topology.SharedNat;
import dev.drawbridge.analyze.rules.topology.SinglePoint;
import dev.drawbridge.analyze.rules.topology.SingleZone;
import dev.drawbridge.analyze.rules.topology.StrandedTier;
import dev.drawbridge.analyze.rules.topology.UndrawnTalk;
import dev.drawbridge.analyze.rules.topology.UselessNat;
import java.util.ArrayList;
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
          new WiderThanNeeded(),
          new PatchedTogetherInternet(),
          new OpenOverIpv6(),
          new WideButBlocked(),
          new DefaultGroupRules(),
          new AccessListAdministration(),
          new BlockedReturnPorts(),
          new ShadowedEntry(),
          new PortZeroOnly(),
          new GroupOfOtherVpc(),
          new WidePeeringRoute(),
          new DataRouteOut(),
          new UnrestrictedEgress(),
          new PublicByDefault(),
          new UnresolvedInput(),
          new UnknownKind(),
          new SideDoor(),
          new DeclaredZone(),
          new ForbiddenZone(),
          new BlockedTarget(),
          new ListenerNotAdmitted(),
          new PortWithoutListener(),
          new BalancerZones(),
          new TargetZones(),
          new HealthCheck(),
          new PlainHttp(),
          new OutdatedTls(),
          new NoDraining(),
          new Unprotected(),
          new ClientsShutOut(),
          new CrampedBalancer(),
          new TargetPort(),
          new NobodyBehind(),
          new BrokenListenerRule(),
          new BlockSize(),
          new SubnetOutsideVpc(),
          new Overlap(),
          new HostBits(),
          new SubnetTooSmall(),
          new SubnetNearlyFull(),
          new StaticAddress(),
          new PeerOverlap(),
          new NotPrivate(),
          new SingleZone(),
          new SharedNat(),
          new PublicSubnetWithoutRoute(),
          new UselessNat(),
          new StrandedTier(),
          new MainTable(),
          new Orphan(),
          new RouteToNowhere(),
          new BlockedArrow(),
          new UndrawnTalk(),
          new SinglePoint(),
          new HealthCheckType(),
          new Sizes(),
          new MinimumBelowZones(),
          new ScalingInOneZone(),
          new PublicAddressesInside(),
          new LaunchConfiguration(),
          new ShortGrace(),
          new OtherZones(),
          new OpenMetadata(),
          new Unattended(),
          new SubnetGroupZones(),
          new NoStandby(),
          new OverlappingWindows(),
          new WindowShape(),
          new BackupRetention(),
          new Unencrypted(),
          new Deletable(),
          new ReplicaBesidePrimary(),
          new WrongPort(),
          new ReplicaChain(),
          new CanaryWeights(),
          new UnlikeGroups(),
          new EmptyShare(),
          new FlickeringCanary(),
          new NoRollback(),
          new ShortDraining(),
          new UnwatchedService(),
          new NoFlowLogs(),
          new SilentAlarm(),
          new WorkerConnections(),
          new ContainerExits(),
          new FargateSize(),
          new ConsulQuorum(),
          new DiscoveryBeyondApp(),
          new ExpiredSuppression(),
          new UnusedSuppression());

  private static final Map<String, Rule> BY_ID = index();

  private Rules() {}

  /// All rules, in the order of the reference.
  public static List<Rule> all() {
    return ALL;
  }

  public static Optional<Rule> find(String id) {
    return Optional.ofNullable(BY_ID.get(id));
  }

  /// What the rules find that run by the subject's policy. Those that find what is critical always do:
  /// whether the DMZ holds is a fact and no matter of policy.
  static List<Finding> check(Subject subject) {
    List<Finding> found = new ArrayList<>();
    for (Rule rule : ALL) {
      if (Policies.runs(subject.policy(), rule) || rule.severity() == Severity.CRITICAL) {
        subject.goOn();
        found.addAll(rule.check(subject));
      }
    }
    return found;
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
