package dev.drawbridge.edit.template;

import dev.drawbridge.base.Language;
import dev.drawbridge.base.Messages;
import dev.drawbridge.base.Rect;
import dev.drawbridge.catalog.Kind;
import dev.drawbridge.catalog.aws.Association;
import dev.drawbridge.catalog.aws.AutoScalingGroup;
import dev.drawbridge.catalog.aws.ConsulTier;
import dev.drawbridge.catalog.aws.DataCentre;
import dev.drawbridge.catalog.aws.DataCentreConsul;
import dev.drawbridge.catalog.aws.DataCentreDatabase;
import dev.drawbridge.catalog.aws.DataCentreDatabase.Duty;
import dev.drawbridge.catalog.aws.DataCentreLink;
import dev.drawbridge.catalog.aws.DataCentreServer;
import dev.drawbridge.catalog.aws.ElastiCache;
import dev.drawbridge.catalog.aws.Replication;
import dev.drawbridge.catalog.aws.VpnGateway;
import dev.drawbridge.catalog.aws.WasTier;
import dev.drawbridge.catalog.aws.WebTier;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.Fields;
import dev.drawbridge.model.Node;

/// [ThreeTier] beside the organisation's own data centre, with a VPN between: the database and its replica
/// stayed on premises, people there use the application, and Consul knows the services of both sides.
///
/// What stands in the data centre lies level with what it talks to, so that the lines between are straight.
final class TwoDataCentres {
  private static final double CONSUL =
      Ground.CARD + Ground.STEP + Ground.GROUP_HEIGHT + Ground.STEP;

  /// Between region and data centre, with room for the line that joins them.
  private static final double GAP = 40;

  /// For the gateway on the VPC's right border.
  private static final double BORDER = 16;

  private static final double LEFT = Ground.RIGHT + BORDER + GAP;
  private static final double INSET = 16;
  private static final double CARD_WIDTH = 168;

  /// Right of the cards, where the replication passes by Consul.
  private static final double LANE = 40;

  private static final double WIDTH = INSET + CARD_WIDTH + LANE;

  private final Ground ground;
  private final Sketch sketch;
  private final Node office;

  private TwoDataCentres(Messages names) {
    ground = new Ground(names, CONSUL + Ground.CARD, BORDER);
    sketch = ground.sketch();
    double top = ground.app().top() - Ground.HEADER;
    double bottom = ground.data().top() + Ground.CARD + INSET;
    office =
        sketch.add(
            "idc-office",
            DataCentre.KIND,
            ground.name("idc"),
            null,
            new Rect(LEFT, top, WIDTH, bottom - top),
            DataCentre.CIDR.set(Fields.NONE, "192.168.0.0/16"));
  }

  static Document design(Language language) {
    return new TwoDataCentres(Messages.in(language)).draw();
  }

  private Document draw() {
    Ground.Row app = ground.app();
    Ground.Row data = ground.data();
    double servers = app.top() + Ground.CARD + Ground.STEP;
    Node publicAlb = ground.publicAlb();
    Node web =
        ground.tier(
            ThreeTier.WEB_TIER,
            WebTier.KIND,
            AutoScalingGroup.KIND,
            "web",
            ground.web().top(),
            ground.web());
    Node internalAlb = ground.internalAlb(Fields.NONE);
    Node was =
        ground.tier(ThreeTier.WAS_TIER, WasTier.KIND, AutoScalingGroup.KIND, "was", servers, app);
    Node consul =
        ground.add(
            "consul-servers",
            ConsulTier.KIND,
            ground.name("consul"),
            Ground.centred(app.top() + CONSUL, Ground.CONSUL_WIDTH, Ground.CARD),
            Fields.NONE,
            app);
    Node cache =
        ground.add(
            "cache-redis",
            ElastiCache.KIND,
            ground.name("redis"),
            Ground.centred(data.top(), Ground.SPANNING_WIDTH, Ground.CARD),
            Fields.NONE,
            data);
    Node staff = onPremises("server-staff", DataCentreServer.KIND, "staff", app.top(), "10.0/24");
    Node primary =
        onPremises(
            "database-main", DataCentreDatabase.KIND, "primary", servers + Ground.HEADER, "20.10");
    Node far =
        onPremises("consul-office", DataCentreConsul.KIND, "consul", app.top() + CONSUL, "30.0/28");
    Node copy = onPremises("database-copy", DataCentreDatabase.KIND, "copy", data.top(), "20.11");

    ground.traffic("traffic-users", ground.internet(), publicAlb, "80,443");
    ground.traffic("traffic-web", publicAlb, web, "80");
    ground.traffic("traffic-proxy", web, internalAlb, "8080");
    ground.traffic("traffic-was", internalAlb, was, "8080");
    ground.traffic("traffic-discovery", was, consul, "8501");
    ground.traffic("traffic-cache", was, cache, "6379");
    ground.traffic("traffic-service", consul, cache, "6379");
    ground.traffic("traffic-write", was, primary, "5432");
    ground.traffic("traffic-staff", staff, internalAlb, "8080");
    sketch.connect("replication-office", Replication.KIND, primary, copy, Fields.NONE);
    sketch.connect("association-consul", Association.KIND, consul, far, Fields.NONE);
    ground.safeguards(publicAlb, internalAlb);
    join();
    return ground.document("title-two-data-centres");
  }

  /// @param address what follows 192.168
  private Node onPremises(String id, Kind kind, String part, double y, String address) {
    Fields properties = DataCentreServer.ADDRESS.set(Fields.NONE, "192.168." + address);
    if (part.equals("copy")) {
      properties = DataCentreDatabase.DUTY.set(properties, Duty.REPLICA);
    }
    return sketch.add(
        id,
        kind,
        ground.name(part),
        office,
        new Rect(LEFT + INSET, y, CARD_WIDTH, Ground.CARD),
        properties);
  }

  private void join() {
    Rect vpc = sketch.place(ground.vpc());
    double y = ground.app().top() + Ground.CARD + Ground.STEP / 2;
    Node gateway =
        sketch.add(
            "vpn-main",
            VpnGateway.KIND,
            "",
            ground.vpc(),
            new Rect(
                vpc.right() - Ground.GATEWAY / 2,
                y - Ground.GATEWAY / 2,
                Ground.GATEWAY,
                Ground.GATEWAY));
    sketch.connect("link-office", DataCentreLink.KIND, gateway, office, Fields.NONE);
  }
}
