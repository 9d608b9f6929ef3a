package dev.drawbridge.catalog;

import dev.drawbridge.catalog.aws.Alarm;
import dev.drawbridge.catalog.aws.Annotation;
import dev.drawbridge.catalog.aws.ApplicationLoadBalancer;
import dev.drawbridge.catalog.aws.Association;
import dev.drawbridge.catalog.aws.Aurora;
import dev.drawbridge.catalog.aws.AutoScalingGroup;
import dev.drawbridge.catalog.aws.AvailabilityZone;
import dev.drawbridge.catalog.aws.Bastion;
import dev.drawbridge.catalog.aws.Certificate;
import dev.drawbridge.catalog.aws.ClassicLoadBalancer;
import dev.drawbridge.catalog.aws.CloudFront;
import dev.drawbridge.catalog.aws.ConsulTier;
import dev.drawbridge.catalog.aws.DataCentre;
import dev.drawbridge.catalog.aws.DataCentreConsul;
import dev.drawbridge.catalog.aws.DataCentreDatabase;
import dev.drawbridge.catalog.aws.DataCentreLink;
import dev.drawbridge.catalog.aws.DataCentreServer;
import dev.drawbridge.catalog.aws.DirectConnectGateway;
import dev.drawbridge.catalog.aws.Ec2Instance;
import dev.drawbridge.catalog.aws.EcsService;
import dev.drawbridge.catalog.aws.ElastiCache;
import dev.drawbridge.catalog.aws.Internet;
import dev.drawbridge.catalog.aws.InternetGateway;
import dev.drawbridge.catalog.aws.NatGateway;
import dev.drawbridge.catalog.aws.NetworkLoadBalancer;
import dev.drawbridge.catalog.aws.Peering;
import dev.drawbridge.catalog.aws.ProxyTier;
import dev.drawbridge.catalog.aws.RdsPrimary;
import dev.drawbridge.catalog.aws.RdsReplica;
import dev.drawbridge.catalog.aws.Region;
import dev.drawbridge.catalog.aws.Replication;
import dev.drawbridge.catalog.aws.Route53Record;
import dev.drawbridge.catalog.aws.S3Bucket;
import dev.drawbridge.catalog.aws.SnsTopic;
import dev.drawbridge.catalog.aws.Subnet;
import dev.drawbridge.catalog.aws.Traffic;
import dev.drawbridge.catalog.aws.VaultTier;
import dev.drawbridge.catalog.aws.Vpc;
import dev.drawbridge.catalog.aws.VpcEndpoint;
import dev.drawbridge.catalog.aws.VpnGateway;
import dev.drawbridge.catalog.aws.WasTier;
import dev.drawbridge.catalog.aws.WebAcl;
import dev.drawbridge.catalog.aws.WebTier;
import dev.drawbridge.model.Element;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Everything that can be drawn: the one explicit list of kinds.
public final class Catalog {
  private static final List<Kind> KINDS =
      List.of(
          Internet.KIND,
          Region.KIND,
          Vpc.KIND,
          AvailabilityZone.KIND,
          Subnet.KIND,
          DataCentre.KIND,
          Annotation.KIND,
          InternetGateway.KIND,
          NatGateway.KIND,
          VpnGateway.KIND,
          DirectConnectGateway.KIND,
          VpcEndpoint.KIND,
          Route53Record.KIND,
          Certificate.KIND,
          ApplicationLoadBalancer.KIND,
          NetworkLoadBalancer.KIND,
          ClassicLoadBalancer.KIND,
          WebTier.KIND,
          WasTier.KIND,
          ProxyTier.KIND,
          Ec2Instance.KIND,
          DataCentreServer.KIND,
          AutoScalingGroup.KIND,
          ConsulTier.KIND,
          VaultTier.KIND,
          DataCentreConsul.KIND,
          EcsService.KIND,
          RdsPrimary.KIND,
          RdsReplica.KIND,
          Aurora.KIND,
          ElastiCache.KIND,
          DataCentreDatabase.KIND,
          S3Bucket.KIND,
          CloudFront.KIND,
          WebAcl.KIND,
          Bastion.KIND,
          Alarm.KIND,
          SnsTopic.KIND,
          Traffic.KIND,
          Replication.KIND,
          Peering.KIND,
          DataCentreLink.KIND,
          Association.KIND);

  private static final Map<String, Kind> BY_ID = index();

  private Catalog() {}

  /// All kinds, in the order of the palette.
  public static List<Kind> kinds() {
    return KINDS;
  }

  public static Optional<Kind> find(String id) {
    return Optional.ofNullable(BY_ID.get(id));
  }

  public static Optional<Kind> of(Element element) {
    return find(element.kind());
  }

  /// Whether the element's kind has the trait; false for a kind that is not known.
  public static boolean is(Element element, Trait trait) {
    Kind kind = BY_ID.get(element.kind());
    return kind != null && kind.is(trait);
  }

  /// What runs on the servers that the element stands for; empty where it stands for none.
  public static Optional<Workload> workload(Element element) {
    return of(element).flatMap(Kind::workload);
  }

  /// All palette entries, in order.
  public static List<Preset> presets() {
    return KINDS.stream().flatMap(kind -> kind.presets().stream()).toList();
  }

  private static Map<String, Kind> index() {
    Map<String, Kind> byId = new LinkedHashMap<>();
    for (Kind kind : KINDS) {
      if (byId.put(kind.id(), kind) != null) {
        throw new IllegalStateException("two kinds are called " + kind.id());
      }
    }
    return byId;
  }
}
