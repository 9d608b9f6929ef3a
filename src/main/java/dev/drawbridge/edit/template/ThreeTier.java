package dev.drawbridge.edit.template;

import dev.drawbridge.base.Language;
import dev.drawbridge.base.Messages;
import dev.drawbridge.base.Rect;
import dev.drawbridge.catalog.aws.ApplicationLoadBalancer;
import dev.drawbridge.catalog.aws.ApplicationLoadBalancer.Action;
import dev.drawbridge.catalog.aws.ApplicationLoadBalancer.Protocol;
import dev.drawbridge.catalog.aws.ApplicationLoadBalancer.Scheme;
import dev.drawbridge.catalog.aws.AutoScalingGroup;
import dev.drawbridge.catalog.aws.AvailabilityZone;
import dev.drawbridge.catalog.aws.Internet;
import dev.drawbridge.catalog.aws.InternetGateway;
import dev.drawbridge.catalog.aws.NatGateway;
import dev.drawbridge.catalog.aws.RdsPrimary;
import dev.drawbridge.catalog.aws.RdsReplica;
import dev.drawbridge.catalog.aws.Region;
import dev.drawbridge.catalog.aws.Replication;
import dev.drawbridge.catalog.aws.Subnet;
import dev.drawbridge.catalog.aws.Subnet.Routing;
import dev.drawbridge.catalog.aws.Traffic;
import dev.drawbridge.catalog.aws.Vpc;
import dev.drawbridge.catalog.aws.WasTier;
import dev.drawbridge.catalog.aws.WebTier;
import dev.drawbridge.model.Datum;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.Fields;
import dev.drawbridge.model.Node;
import dev.drawbridge.model.Settings;
import java.util.List;

/// The design that most courses end with: internet, public load balancer and nginx in the DMZ, internal load
/// balancer and WAS behind it, a database with a read replica, all of it in two availability zones.
///
/// The zones stand side by side as columns, the tiers lie across them as rows; what spans both zones is
/// centred between them.
final class ThreeTier {
  static final String PUBLIC_ALB = "alb-public";
  static final String WEB_TIER = "web-nginx";
  static final String INTERNAL_ALB = "alb-internal";
  static final String WAS_TIER = "was-app";
  static final String DATABASE = "rds-main";
  static final String INTERNET = "internet-users";

  private static final double HEADER = 40;
  private static final double MARGIN = 16;
  private static final double ROW_GAP = 40;
  private static final double SUBNET_WIDTH = 456;
  private static final double ZONE_WIDTH = SUBNET_WIDTH + 2 * MARGIN;
  private static final double ZONE_GAP = 32;
  private static final double CARD = 64;

  /// Wide enough for a name left of the marks that a card shows in each of its subnets.
  private static final double SPANNING_WIDTH = 544;

  private static final double GROUP_HEIGHT = 116;
  private static final double CENTER = 24 + 24 + ZONE_WIDTH + ZONE_GAP / 2;

  private static final double INTERNET_HEIGHT = 72;
  private static final double REGION_TOP = INTERNET_HEIGHT + 56;
  private static final double VPC_TOP = REGION_TOP + 84;
  private static final double ZONE_TOP = VPC_TOP + 56;
  private static final double PUBLIC_TOP = ZONE_TOP + HEADER;
  private static final double PUBLIC_HEIGHT = HEADER + CARD + MARGIN;
  private static final double WEB_TOP = PUBLIC_TOP + PUBLIC_HEIGHT + ROW_GAP;
  private static final double WEB_HEIGHT = HEADER + GROUP_HEIGHT + MARGIN;
  private static final double APP_TOP = WEB_TOP + WEB_HEIGHT + ROW_GAP;
  private static final double APP_HEIGHT = HEADER + CARD + 56 + GROUP_HEIGHT + MARGIN;
  private static final double DATA_TOP = APP_TOP + APP_HEIGHT + ROW_GAP;
  private static final double DATA_HEIGHT = HEADER + CARD + MARGIN;
  private static final double ZONE_BOTTOM = DATA_TOP + DATA_HEIGHT + MARGIN;

  private final Sketch sketch = new Sketch();
  private final Messages names;

  private ThreeTier(Messages names) {
    this.names = names;
  }

  static Document design(Language language) {
    return new ThreeTier(Messages.in(language)).draw();
  }

  private Document draw() {
    Node internet = sketch.add(INTERNET, Internet.KIND, "", null, centred(0, 176, INTERNET_HEIGHT));
    Node region =
        sketch.add(
            "region-seoul",
            Region.KIND,
            name("region"),
            null,
            new Rect(0, REGION_TOP, 2 * CENTER, ZONE_BOTTOM + 48 - REGION_TOP));
    Node vpc =
        sketch.add(
            "vpc-main",
            Vpc.KIND,
            name("vpc"),
            region,
            new Rect(24, VPC_TOP, 2 * CENTER - 48, ZONE_BOTTOM + 24 - VPC_TOP),
            Vpc.CIDR.set(Fields.NONE, "10.0.0.0/16"));
    sketch.add(
        "igw-main", InternetGateway.KIND, "", vpc, new Rect(CENTER - 32, VPC_TOP - 32, 64, 64));

    Zone a = zone(vpc, "a", 0);
    Zone c = zone(vpc, "c", 1);
    return connected(internet, vpc, a, c);
  }

  /// A column: an availability zone with its four subnets.
  private record Zone(Node open, Node web, Node app, Node data) {}

  private Zone zone(Node vpc, String letter, int index) {
    double x = 48 + index * (ZONE_WIDTH + ZONE_GAP);
    Node zone =
        sketch.add(
            "az-" + letter,
            AvailabilityZone.KIND,
            "",
            vpc,
            new Rect(x, ZONE_TOP, ZONE_WIDTH, ZONE_BOTTOM - ZONE_TOP),
            AvailabilityZone.ZONE.set(Fields.NONE, letter));
    Node open = subnet(zone, "public", letter, index, Routing.PUBLIC, PUBLIC_TOP, PUBLIC_HEIGHT);
    Node web = subnet(zone, "web", letter, 10 + index, Routing.PRIVATE, WEB_TOP, WEB_HEIGHT);
    Node app = subnet(zone, "app", letter, 20 + index, Routing.PRIVATE, APP_TOP, APP_HEIGHT);
    Node data = subnet(zone, "data", letter, 30 + index, Routing.ISOLATED, DATA_TOP, DATA_HEIGHT);
    double outer = index == 0 ? x + 2 * MARGIN : x + ZONE_WIDTH - 2 * MARGIN - 140;
    sketch.add(
        "nat-" + letter,
        NatGateway.KIND,
        name("nat", letter),
        open,
        new Rect(outer, PUBLIC_TOP + HEADER, 140, CARD));
    return new Zone(open, web, app, data);
  }

  private Node subnet(
      Node zone, String row, String letter, int third, Routing routing, double y, double height) {
    Rect around = sketch.place(zone);
    Fields properties =
        Subnet.ROUTING.set(Subnet.CIDR.set(Fields.NONE, "10.0." + third + ".0/24"), routing);
    return sketch.add(
        "subnet-" + row + "-" + letter,
        Subnet.KIND,
        name(row, letter),
        zone,
        new Rect(around.x() + MARGIN, y, SUBNET_WIDTH, height),
        properties);
  }

  private Document connected(Node internet, Node vpc, Zone a, Zone c) {
    Node publicAlb =
        sketch.add(
            PUBLIC_ALB,
            ApplicationLoadBalancer.KIND,
            name("alb-public"),
            vpc,
            centred(PUBLIC_TOP + HEADER, SPANNING_WIDTH, CARD),
            ApplicationLoadBalancer.SCHEME.set(Fields.NONE, Scheme.INTERNET_FACING),
            a.open,
            c.open);
    Node web = tier(vpc, WEB_TIER, "web", WEB_TOP + HEADER, a.web, c.web);
    Node internalAlb =
        sketch.add(
            INTERNAL_ALB,
            ApplicationLoadBalancer.KIND,
            name("alb-internal"),
            vpc,
            centred(APP_TOP + HEADER, SPANNING_WIDTH, CARD),
            ApplicationLoadBalancer.LISTENERS.set(
                ApplicationLoadBalancer.SCHEME.set(Fields.NONE, Scheme.INTERNAL),
                List.of(ApplicationLoadBalancer.listener(8080, Protocol.HTTP, Action.FORWARD))),
            a.app,
            c.app);
    Node was = tier(vpc, WAS_TIER, "was", APP_TOP + HEADER + CARD + 56, a.app, c.app);
    Node primary = database(DATABASE, a.data, c.data);
    Node replica = database("rds-replica", c.data, a.data);

    traffic("traffic-users", internet, publicAlb, "80,443");
    traffic("traffic-web", publicAlb, web, "80");
    traffic("traffic-proxy", web, internalAlb, "8080");
    traffic("traffic-was", internalAlb, was, "8080");
    traffic("traffic-write", was, primary, "5432");
    traffic("traffic-read", was, replica, "5432");
    sketch.connect("replication-main", Replication.KIND, primary, replica, Fields.NONE);
    return sketch.document(
        new Settings(
            name("title"),
            Fields.NONE.with("environment", Datum.of("prod")).with("project", Datum.of("shop"))));
  }

  /// A tier in an Auto Scaling group over the two subnets.
  private Node tier(Node vpc, String id, String row, double y, Node left, Node right) {
    double width = 2 * SUBNET_WIDTH + 2 * MARGIN + ZONE_GAP - 2 * 48;
    Node group =
        sketch.add(
            "asg-" + row,
            AutoScalingGroup.KIND,
            name("asg-" + row),
            vpc,
            centred(y, width, GROUP_HEIGHT),
            left,
            right);
    return sketch.add(
        id,
        row.equals("web") ? WebTier.KIND : WasTier.KIND,
        name("tier-" + row),
        group,
        centred(y + 40, SPANNING_WIDTH, CARD),
        left,
        right);
  }

  private Node database(String id, Node home, Node other) {
    boolean primary = id.equals(DATABASE);
    Rect around = sketch.place(home);
    return sketch.add(
        id,
        primary ? RdsPrimary.KIND : RdsReplica.KIND,
        name(primary ? "primary" : "replica"),
        home,
        new Rect(primary ? CENTER - 304 : CENTER + 112, around.y() + HEADER, 192, CARD),
        other);
  }

  private void traffic(String id, Node source, Node target, String ports) {
    sketch.connect(id, Traffic.KIND, source, target, Traffic.PORTS.set(Fields.NONE, ports));
  }

  private static Rect centred(double y, double width, double height) {
    return new Rect(CENTER - width / 2, y, width, height);
  }

  private String name(String part, Object... arguments) {
    return names.text("template.part." + part, arguments);
  }
}
