package dev.drawbridge.edit.template;

import dev.drawbridge.base.Messages;
import dev.drawbridge.base.Rect;
import dev.drawbridge.catalog.Kind;
import dev.drawbridge.catalog.aws.ApplicationLoadBalancer;
import dev.drawbridge.catalog.aws.ApplicationLoadBalancer.Action;
import dev.drawbridge.catalog.aws.ApplicationLoadBalancer.Protocol;
import dev.drawbridge.catalog.aws.ApplicationLoadBalancer.Scheme;
import dev.drawbridge.catalog.aws.Association;
import dev.drawbridge.catalog.aws.AvailabilityZone;
import dev.drawbridge.catalog.aws.Internet;
import dev.drawbridge.catalog.aws.InternetGateway;
import dev.drawbridge.catalog.aws.NatGateway;
import dev.drawbridge.catalog.aws.Region;
import dev.drawbridge.catalog.aws.S3Bucket;
import dev.drawbridge.catalog.aws.Subnet;
import dev.drawbridge.catalog.aws.Subnet.Routing;
import dev.drawbridge.catalog.aws.Traffic;
import dev.drawbridge.catalog.aws.Vpc;
import dev.drawbridge.catalog.aws.WebAcl;
import dev.drawbridge.edit.Containment;
import dev.drawbridge.model.Datum;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.Fields;
import dev.drawbridge.model.Node;
import dev.drawbridge.model.Settings;
import java.util.List;

/// What the three-tier designs stand on: a VPC with a gateway, and in it two availability zones.
///
/// The zones stand side by side as columns, the tiers lie across them as rows; what spans both zones is
/// centred between them. All lengths are in px of the canvas.
final class Ground {
  static final String INTERNET = "internet-users";
  static final String PUBLIC_ALB = "alb-public";
  static final String INTERNAL_ALB = "alb-internal";

  /// The side of what is docked on a border.
  static final double GATEWAY = 64;

  /// Room for a container's title, and around what lies in it.
  static final double HEADER = Containment.HEADER;

  private static final double MARGIN = Containment.PADDING;

  /// Between the borders of region, VPC and zones.
  private static final double EDGE = 16;

  static final double CARD = 56;

  /// Between a card and the frame or card below it, with room for what an arrow says.
  static final double STEP = 36;

  /// A frame around one card.
  static final double GROUP_HEIGHT = HEADER + CARD + MARGIN;

  /// Wide enough for a name left of the marks that a card shows in each of its subnets.
  static final double SPANNING_WIDTH = 568;

  /// Wide enough for the same, with the short name of Consul, and narrower than what arrows pass it by.
  static final double CONSUL_WIDTH = 432;

  /// As wide as what stands in one zone only.
  static final double CARD_WIDTH = 168;

  /// A card right of the VPC, for what the region has there.
  static final double ASIDE_WIDTH = 168;

  private static final double SUBNET_WIDTH = 456;
  private static final double NAT_WIDTH = 140;

  private static final double ROW_GAP = 24;

  /// Below the public subnets, where two dotted lines run.
  private static final double FIRST_GAP = 36;

  private static final double ZONE_WIDTH = SUBNET_WIDTH + 2 * MARGIN;

  /// Wide enough for what an arrow between the zones says.
  static final double ZONE_GAP = 72;

  static final double CENTER = 2 * EDGE + ZONE_WIDTH + ZONE_GAP / 2;

  /// Where such cards begin.
  static final double ASIDE = 2 * CENTER;

  /// Where the region ends, unless the VPC is wider than its zones.
  static final double RIGHT = ASIDE + ASIDE_WIDTH + EDGE;

  private static final double INTERNET_HEIGHT = CARD;
  private static final double REGION_TOP = INTERNET_HEIGHT + ROW_GAP;

  /// The gateway sits half above it, with room over it for what the arrow from the internet says.
  private static final double VPC_TOP = REGION_TOP + STEP + GATEWAY / 2;

  private static final double ZONE_TOP = VPC_TOP + GATEWAY / 2 + 8;
  private static final double PUBLIC_TOP = ZONE_TOP + HEADER;

  /// A subnet with one card.
  private static final double LOW = HEADER + CARD + MARGIN;

  private static final double WEB_TOP = PUBLIC_TOP + LOW + FIRST_GAP;
  private static final double WEB_HEIGHT = HEADER + GROUP_HEIGHT + MARGIN;
  private static final double APP_TOP = WEB_TOP + WEB_HEIGHT + ROW_GAP;

  private final Sketch sketch = new Sketch();
  private final Messages names;
  private final double border;
  private final double appHeight;
  private final double dataTop;
  private final double zoneBottom;
  private final Node internet;
  private final Node region;
  private final Node vpc;
  private final Zone a;
  private final Zone c;

  /// A column: an availability zone with its four subnets.
  private record Zone(Node open, Node web, Node app, Node data) {}

  /// A row: the same subnet in both zones.
  ///
  /// @param top where the cards in it begin
  record Row(Node a, Node c, double top) {}

  /// @param appHeight how much room what lies in the subnets of the application needs
  Ground(Messages names, double appHeight) {
    this(names, appHeight, 0);
  }

  /// @param border how much room the VPC has right of its zones for what docks there, besides its margin
  Ground(Messages names, double appHeight, double border) {
    this.border = border;
    this.names = names;
    this.appHeight = HEADER + appHeight + MARGIN;
    dataTop = APP_TOP + this.appHeight + ROW_GAP;
    zoneBottom = dataTop + LOW + MARGIN;
    internet = sketch.add(INTERNET, Internet.KIND, "", null, centred(0, 176, INTERNET_HEIGHT));
    region =
        sketch.add(
            "region-seoul",
            Region.KIND,
            name("region"),
            null,
            new Rect(0, REGION_TOP, RIGHT + border, zoneBottom + 2 * EDGE - REGION_TOP));
    vpc =
        sketch.add(
            "vpc-main",
            Vpc.KIND,
            name("vpc"),
            region,
            new Rect(EDGE, VPC_TOP, 2 * (CENTER - EDGE) + border, zoneBottom + EDGE - VPC_TOP),
            Vpc.CIDR.set(Fields.NONE, "10.0.0.0/16"));
    sketch.add(
        "igw-main",
        InternetGateway.KIND,
        "",
        vpc,
        new Rect(CENTER - GATEWAY / 2, VPC_TOP - GATEWAY / 2, GATEWAY, GATEWAY));
    a = zone("a", 0);
    c = zone("c", 1);
  }

  private Zone zone(String letter, int index) {
    double x = 2 * EDGE + index * (ZONE_WIDTH + ZONE_GAP);
    Node zone =
        sketch.add(
            "az-" + letter,
            AvailabilityZone.KIND,
            "",
            vpc,
            new Rect(x, ZONE_TOP, ZONE_WIDTH, zoneBottom - ZONE_TOP),
            AvailabilityZone.ZONE.set(Fields.NONE, letter));
    Node open = subnet(zone, "public", letter, index, Routing.PUBLIC, PUBLIC_TOP, LOW);
    Node web = subnet(zone, "web", letter, 10 + index, Routing.PRIVATE, WEB_TOP, WEB_HEIGHT);
    Node app = subnet(zone, "app", letter, 20 + index, Routing.PRIVATE, APP_TOP, appHeight);
    Node data = subnet(zone, "data", letter, 30 + index, Routing.ISOLATED, dataTop, LOW);
    double outer = index == 0 ? x + 2 * MARGIN : x + ZONE_WIDTH - 2 * MARGIN - NAT_WIDTH;
    sketch.add(
        "nat-" + letter,
        NatGateway.KIND,
        name("nat", letter),
        open,
        new Rect(outer, PUBLIC_TOP + HEADER, NAT_WIDTH, CARD));
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

  /// The public load balancer, which the internet calls.
  Node publicAlb() {
    return add(
        PUBLIC_ALB,
        ApplicationLoadBalancer.KIND,
        name("alb-public"),
        centred(PUBLIC_TOP + HEADER, SPANNING_WIDTH, CARD),
        ApplicationLoadBalancer.SCHEME.set(Fields.NONE, Scheme.INTERNET_FACING),
        new Row(a.open, c.open, PUBLIC_TOP + HEADER));
  }

  /// The load balancer between web and application, listening on port 8080.
  Node internalAlb(Fields properties) {
    return add(
        INTERNAL_ALB,
        ApplicationLoadBalancer.KIND,
        name("alb-internal"),
        centred(app().top, SPANNING_WIDTH, CARD),
        ApplicationLoadBalancer.LISTENERS.set(
            ApplicationLoadBalancer.SCHEME.set(properties, Scheme.INTERNAL),
            List.of(ApplicationLoadBalancer.listener(8080, Protocol.HTTP, Action.FORWARD))),
        app());
  }

  /// The bucket to which both load balancers write their logs, and the web ACL before the public one.
  void safeguards(Node publicAlb, Node internalAlb) {
    Node acl = aside("waf-edge", WebAcl.KIND, "acl", PUBLIC_TOP + HEADER, Fields.NONE);
    Node logs =
        aside(
            "s3-logs",
            S3Bucket.KIND,
            "logs",
            WEB_TOP + WEB_HEIGHT - CARD,
            S3Bucket.EXPIRE_AFTER.set(Fields.NONE, 365));
    sketch.connect("association-acl", Association.KIND, publicAlb, acl, Fields.NONE);
    sketch.connect("association-logs-public", Association.KIND, publicAlb, logs, Fields.NONE);
    sketch.connect("association-logs-internal", Association.KIND, internalAlb, logs, Fields.NONE);
  }

  /// A card in the region, right of the VPC.
  ///
  /// @param key of its name in the messages
  Node aside(String id, Kind kind, String key, double y, Fields properties) {
    return sketch.add(
        id, kind, name(key), region, new Rect(ASIDE + border, y, ASIDE_WIDTH, CARD), properties);
  }

  Node internet() {
    return internet;
  }

  Node vpc() {
    return vpc;
  }

  Row web() {
    return new Row(a.web, c.web, WEB_TOP + HEADER);
  }

  Row app() {
    return new Row(a.app, c.app, APP_TOP + HEADER);
  }

  Row data() {
    return new Row(a.data, c.data, dataTop + HEADER);
  }

  Sketch sketch() {
    return sketch;
  }

  /// Adds to the VPC what lies across both subnets of a row.
  Node add(String id, Kind kind, String name, Rect bounds, Fields properties, Row row) {
    return sketch.add(id, kind, name, vpc, bounds, properties, row.a, row.c);
  }

  /// A tier in a group or service, both over the two subnets of the row.
  ///
  /// @param key names both in the messages: `asg-web`, `tier-web`
  /// @param width of the tier
  Node tier(String id, Kind kind, Kind groupKind, String key, Rect frame, double width, Row row) {
    Node group = add("asg-" + key, groupKind, name("asg-" + key), frame, Fields.NONE, row);
    Rect card = new Rect(frame.centerX() - width / 2, frame.y() + HEADER, width, CARD);
    return sketch.add(id, kind, name("tier-" + key), group, card, row.a, row.c);
  }

  /// A tier across the zones, in a frame as wide as both leave room for.
  Node tier(String id, Kind kind, Kind groupKind, String key, double y, Row row) {
    return tier(id, kind, groupKind, key, frame(y), SPANNING_WIDTH, row);
  }

  private static Rect frame(double y) {
    return centred(y, 2 * (SUBNET_WIDTH - MARGIN) + ZONE_GAP, GROUP_HEIGHT);
  }

  void traffic(String id, Node source, Node target, String ports) {
    traffic(id, source, target, ports, Fields.NONE);
  }

  void traffic(String id, Node source, Node target, String ports, Fields more) {
    sketch.connect(id, Traffic.KIND, source, target, Traffic.PORTS.set(more, ports));
  }

  /// @param title key of the title in the messages
  Document document(String title) {
    return sketch.document(
        new Settings(
            name(title),
            Fields.NONE.with("environment", Datum.of("prod")).with("project", Datum.of("shop"))));
  }

  /// The place of a card in one zone, left or right of the middle.
  ///
  /// @param distance from the middle; so that an arrow from what spans both zones is straight, not much
  Rect besideCentre(boolean left, double distance) {
    double x = left ? CENTER - distance - CARD_WIDTH : CENTER + distance;
    return new Rect(x, data().top, CARD_WIDTH, CARD);
  }

  static Rect centred(double y, double width, double height) {
    return new Rect(CENTER - width / 2, y, width, height);
  }

  String name(String part, Object... arguments) {
    return names.text("template.part." + part, arguments);
  }
}
