package dev.drawbridge.catalog.aws;

import dev.drawbridge.catalog.Group;
import dev.drawbridge.catalog.Kind;
import dev.drawbridge.catalog.Port;
import dev.drawbridge.catalog.Property;
import dev.drawbridge.catalog.Trait;
import dev.drawbridge.catalog.Zone;
import java.util.List;

/// The servers of a Consul cluster in a data centre. An association joins it to the cluster in AWS, so
/// that each finds the services of the other.
public final class DataCentreConsul {
  static final String ID = "idc.consul";

  /// The addresses of its servers, which those in AWS join; empty asks for them when Terraform runs.
  public static final Property<String> SERVERS =
      Property.shaped(
              "consulAddresses",
              "addresses",
              "|" + DataCentreServer.IPV4 + "(," + DataCentreServer.IPV4 + "){0,8}",
              "")
          .suggesting("192.168.10.11,192.168.10.12,192.168.10.13");

  public static final Kind KIND =
      Kind.named(ID)
          .in(Group.OPERATIONS)
          .icon("consul")
          .placedIn(DataCentre.ID)
          .traits(Trait.SENDS, Trait.ON_PREMISES)
          .using(ConsulTier.ID)
          .listening(
              (_, _) ->
                  List.of(
                      Port.tcp(ConsulTier.HTTPS),
                      Port.tcp(ConsulTier.DNS),
                      Port.udp(ConsulTier.DNS)))
          .zone(Zone.IDC)
          .properties(SERVERS, DataCentreServer.ADDRESS)
          .size(168, 64)
          .detail(e -> "Consul")
          .entry(_ -> "HTTPS " + ConsulTier.HTTPS + ", DNS " + ConsulTier.DNS)
          .build();

  private DataCentreConsul() {}
}
