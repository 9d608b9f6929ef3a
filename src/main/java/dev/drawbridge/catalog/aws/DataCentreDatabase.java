package dev.drawbridge.catalog.aws;

import dev.drawbridge.catalog.Group;
import dev.drawbridge.catalog.Kind;
import dev.drawbridge.catalog.Port;
import dev.drawbridge.catalog.Property;
import dev.drawbridge.catalog.Trait;
import dev.drawbridge.catalog.Zone;
import dev.drawbridge.catalog.aws.RdsPrimary.Engine;
import dev.drawbridge.model.Element;
import dev.drawbridge.model.Fields;
import java.util.List;

/// A database in a data centre: the primary that takes the writes, or a replica of it. Replication to and
/// from databases in AWS crosses the VPN, so unlike that of RDS it opens a port.
public final class DataCentreDatabase {
  /// What it is to the others that hold the same data.
  public enum Duty {
    PRIMARY,
    REPLICA
  }

  public static final Property<Duty> DUTY =
      Property.choice("databaseDuty", Duty.class, Duty.PRIMARY);

  public static final Kind KIND =
      Kind.named("idc.database")
          .in(Group.DATA)
          .icon("idc-database")
          .iconBy(e -> DUTY.of(e) == Duty.PRIMARY ? "idc-database" : "idc-replica")
          .placedIn(DataCentre.ID)
          .traits(Trait.ON_PREMISES)
          .listening((node, _) -> List.of(Port.tcp(port(node))))
          .zone(Zone.IDC)
          .properties(DUTY, RdsPrimary.ENGINE, RdsPrimary.PORT, DataCentreServer.ADDRESS)
          .preset("idc.database.primary", "idc-database", Fields.NONE)
          .preset("idc.database.replica", "idc-replica", DUTY.set(Fields.NONE, Duty.REPLICA))
          .size(176, 64)
          .detail(e -> RdsPrimary.ENGINE.of(e).title() + " " + port(e))
          .entry(e -> "TCP " + port(e))
          .reachedAt(DataCentreServer::endpoint)
          .build();

  private DataCentreDatabase() {}

  /// The port that this database listens on.
  public static int port(Element element) {
    int told = RdsPrimary.PORT.of(element);
    Engine engine = RdsPrimary.ENGINE.of(element);
    return told == 0 ? engine.port() : told;
  }
}
