package dev.drawbridge.edit.template;

import dev.drawbridge.base.Rect;
import dev.drawbridge.catalog.Kind;
import dev.drawbridge.catalog.Property;
import dev.drawbridge.catalog.aws.ApplicationLoadBalancer;
import dev.drawbridge.catalog.aws.ApplicationLoadBalancer.Action;
import dev.drawbridge.catalog.aws.ApplicationLoadBalancer.Protocol;
import dev.drawbridge.catalog.aws.ApplicationLoadBalancer.Scheme;
import dev.drawbridge.catalog.aws.AutoScalingGroup;
import dev.drawbridge.catalog.aws.AvailabilityZone;
import dev.drawbridge.catalog.aws.InternetGateway;
import dev.drawbridge.catalog.aws.NatGateway;
import dev.drawbridge.catalog.aws.RdsPrimary;
import dev.drawbridge.catalog.aws.RdsReplica;
import dev.drawbridge.catalog.aws.Replication;
import dev.drawbridge.catalog.aws.Subnet;
import dev.drawbridge.catalog.aws.Subnet.Routing;
import dev.drawbridge.catalog.aws.Traffic;
import dev.drawbridge.catalog.aws.Vpc;
import dev.drawbridge.catalog.aws.WasTier;
import dev.drawbridge.catalog.aws.WebTier;
import dev.drawbridge.model.Fields;
import dev.drawbridge.model.Node;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/// One VPC of a [Stress] design: zones as columns, and across them rows of load balancers, tiers and
/// databases, one of each a service.
final class StressVpc {
  private static final double HEADER = 40;
  private static final double GAP = 16;
  private static final double CARD = 64;
  private static final double GROUP = 116;
  private static final double SUBNET_WIDTH = 392;
  private static final double ZONE_WIDTH = SUBNET_WIDTH + 2 * GAP;
  private static final double TOP = 64;
  private static final double TIER_WIDTH = 168;

  private final int zones;
  private final int services;
  private final int spare;
  private final Random chance;

  private final List<Node> open = new ArrayList<>();
  private final List<Node> web = new ArrayList<>();
  private final List<Node> app = new ArrayList<>();
  private final List<Node> data = new ArrayList<>();
  private final List<Node> webTiers = new ArrayList<>();
  private final List<Node> balancers = new ArrayList<>();
  private final List<Node> wasTiers = new ArrayList<>();
  private final List<Node> databases = new ArrayList<>();

  /// @param spare further tiers, to make up the number of nodes
  StressVpc(int zones, int services, int spare, Random chance) {
    this.zones = zones;
    this.services = services;
    this.spare = spare;
    this.chance = chance;
  }

  /// How many nodes a VPC without spare tiers has, itself included.
  static int nodes(int zones, int services) {
    return 2 + 6 * zones + 8 * services;
  }

  double width() {
    return GAP + zones * (ZONE_WIDTH + GAP);
  }

  double height() {
    return TOP + zoneHeight() + GAP;
  }

  private double zoneHeight() {
    return HEADER + openHeight() + webHeight() + appHeight() + dataHeight() + 4 * GAP;
  }

  private double openHeight() {
    return HEADER + CARD + GAP + services * (CARD + GAP);
  }

  private double webHeight() {
    return HEADER + services * (GROUP + GAP) + GAP;
  }

  private double appHeight() {
    return HEADER + services * (CARD + GAP + GROUP + GAP) + (spare + 1) / 2 * (CARD + GAP) + GAP;
  }

  private double dataHeight() {
    int inOneZone = (2 * services + zones - 1) / zones;
    return HEADER + (inOneZone + 1) / 2 * (CARD + GAP) + GAP;
  }

  void draw(Sketch sketch, Node internet, Node region, int number, Rect place) {
    String prefix = "v" + number + "-";
    Node vpc =
        sketch.add(
            prefix + "vpc",
            Vpc.KIND,
            "vpc " + number,
            region,
            place,
            Vpc.CIDR.set(Fields.NONE, "10." + number % 256 + ".0.0/16"));
    sketch.add(
        prefix + "igw",
        InternetGateway.KIND,
        "igw " + number,
        vpc,
        new Rect(place.centerX() - 32, place.y() - 32, 64, 64));
    for (int zone = 0; zone < zones; zone++) {
      zone(sketch, vpc, prefix, number, zone, place);
    }
    for (int service = 0; service < services; service++) {
      service(sketch, internet, vpc, prefix + (service + 1) + "-", service);
    }
    for (int i = 0; i < spare; i++) {
      Rect around = sketch.place(app.getFirst());
      Rect bounds =
          new Rect(
              around.x() + GAP + i % 2 * (TIER_WIDTH + GAP),
              around.bottom() - (i / 2 + 1) * (CARD + GAP),
              TIER_WIDTH,
              CARD);
      wasTiers.add(
          sketch.add(prefix + "spare-" + i, WasTier.KIND, "batch " + i, app.getFirst(), bounds));
    }
    crossConnect(sketch, prefix);
  }

  private void zone(Sketch sketch, Node vpc, String prefix, int number, int index, Rect place) {
    String letter = String.valueOf((char) ('a' + index));
    Rect bounds =
        new Rect(
            place.x() + GAP + index * (ZONE_WIDTH + GAP),
            place.y() + TOP,
            ZONE_WIDTH,
            zoneHeight());
    Node zone =
        sketch.add(
            prefix + letter,
            AvailabilityZone.KIND,
            "zone " + letter,
            vpc,
            bounds,
            AvailabilityZone.ZONE.set(Fields.NONE, letter));
    double y = bounds.y() + HEADER;
    double[] heights = {openHeight(), webHeight(), appHeight(), dataHeight()};
    List<List<Node>> rows = List.of(open, web, app, data);
    List<String> names = List.of("public", "web", "app", "data");
    List<Routing> routings =
        List.of(Routing.PUBLIC, Routing.PRIVATE, Routing.PRIVATE, Routing.ISOLATED);
    for (int row = 0; row < rows.size(); row++) {
      String cidr = "10." + number % 256 + "." + (4 * row + index) * 16 + ".0/20";
      rows.get(row)
          .add(
              sketch.add(
                  prefix + letter + "-" + names.get(row),
                  Subnet.KIND,
                  names.get(row) + " " + letter,
                  zone,
                  new Rect(bounds.x() + GAP, y, SUBNET_WIDTH, heights[row]),
                  Subnet.ROUTING.set(Subnet.CIDR.set(Fields.NONE, cidr), routings.get(row))));
      y += heights[row] + GAP;
    }
    Rect publicPlace = sketch.place(open.getLast());
    sketch.add(
        prefix + letter + "-nat",
        NatGateway.KIND,
        "NAT " + letter,
        open.getLast(),
        new Rect(publicPlace.x() + GAP, publicPlace.y() + HEADER, 140, CARD));
  }

  private void service(Sketch sketch, Node internet, Node vpc, String prefix, int index) {
    String name = prefix.substring(0, prefix.length() - 1) + " ";
    double openY = sketch.place(open.getFirst()).y() + HEADER + CARD + GAP;
    Node publicAlb =
        balancer(
            sketch,
            vpc,
            prefix + "public",
            name + "public",
            openY + index * (CARD + GAP),
            Scheme.INTERNET_FACING,
            open);
    double webY = sketch.place(web.getFirst()).y() + HEADER + index * (GROUP + GAP);
    Node webTier = tier(sketch, vpc, prefix + "web", WebTier.KIND, webY, web);
    double appY = sketch.place(app.getFirst()).y() + HEADER + index * (CARD + GAP + GROUP + GAP);
    Node internalAlb =
        balancer(sketch, vpc, prefix + "internal", name + "internal", appY, Scheme.INTERNAL, app);
    Node wasTier = tier(sketch, vpc, prefix + "was", WasTier.KIND, appY + CARD + GAP, app);
    RdsPrimary.Engine engine =
        RdsPrimary.Engine.values()[chance.nextInt(RdsPrimary.Engine.values().length)];
    Node primary =
        database(
            sketch,
            prefix + "db",
            RdsPrimary.KIND,
            2 * index,
            RdsPrimary.ENGINE.set(Fields.NONE, engine));
    Node replica =
        database(sketch, prefix + "replica", RdsReplica.KIND, 2 * index + 1, Fields.NONE);

    webTiers.add(webTier);
    balancers.add(internalAlb);
    wasTiers.add(wasTier);
    databases.add(primary);
    traffic(sketch, prefix + "t1", internet, publicAlb, "80,443");
    traffic(sketch, prefix + "t2", publicAlb, webTier, "80");
    traffic(sketch, prefix + "t3", webTier, internalAlb, "8080");
    traffic(sketch, prefix + "t4", internalAlb, wasTier, "8080");
    traffic(sketch, prefix + "t5", wasTier, primary, "");
    traffic(sketch, prefix + "t6", wasTier, replica, "");
    sketch.connect(prefix + "r", Replication.KIND, primary, replica, Fields.NONE);
  }

  private Node balancer(
      Sketch sketch, Node vpc, String id, String name, double y, Scheme scheme, List<Node> over) {
    Fields properties = ApplicationLoadBalancer.SCHEME.set(Fields.NONE, scheme);
    if (scheme == Scheme.INTERNAL) {
      properties =
          ApplicationLoadBalancer.LISTENERS.set(
              properties,
              List.of(ApplicationLoadBalancer.listener(8080, Protocol.HTTP, Action.FORWARD)));
    }
    return sketch.add(
        id,
        ApplicationLoadBalancer.KIND,
        name,
        vpc,
        across(sketch, over, SUBNET_WIDTH - 120, y, CARD),
        properties,
        over.toArray(Node[]::new));
  }

  private Node tier(Sketch sketch, Node vpc, String id, Kind kind, double y, List<Node> over) {
    Node[] spans = over.toArray(Node[]::new);
    Rect frame = across(sketch, over, 32, y, GROUP);
    Node group =
        sketch.add(
            id + "-asg",
            AutoScalingGroup.KIND,
            id + " group",
            vpc,
            frame,
            set(AutoScalingGroup.MAX, 4 + chance.nextInt(8)),
            spans);
    Rect card = new Rect(frame.centerX() - TIER_WIDTH / 2, y + HEADER, TIER_WIDTH, CARD);
    Node[] under =
        over.stream().filter(subnet -> sketch.place(subnet).overlap(card) > 0).toArray(Node[]::new);
    return sketch.add(id, kind, id, group, card, under);
  }

  private Node database(Sketch sketch, String id, Kind kind, int index, Fields properties) {
    Node home = data.get(index % zones);
    Node other = data.get((index + 1) % zones);
    int slot = index / zones;
    Rect around = sketch.place(home);
    Rect bounds =
        new Rect(
            around.x() + GAP + slot % 2 * (176 + GAP),
            around.y() + HEADER + slot / 2 * (CARD + GAP),
            176,
            CARD);
    return sketch.add(id, kind, id, home, bounds, properties, other);
  }

  /// Lets services use each other, until there are three arrows for every two nodes of the design so far.
  private void crossConnect(Sketch sketch, String prefix) {
    List<List<Node>> pairs = new ArrayList<>();
    for (int i = 0; i < wasTiers.size(); i++) {
      Node was = wasTiers.get(i);
      for (int j = 0; j < services; j++) {
        if (i != j) {
          pairs.add(List.of(was, balancers.get(j)));
          pairs.add(List.of(was, databases.get(j)));
          if (i < services) {
            pairs.add(List.of(webTiers.get(i), balancers.get(j)));
          }
        }
      }
      for (int j = 0; j < wasTiers.size(); j++) {
        if (i != j) {
          pairs.add(List.of(was, wasTiers.get(j)));
        }
      }
    }
    Collections.shuffle(pairs, chance);
    int missing = (int) (1.5 * sketch.nodes()) - sketch.connectors();
    for (int i = 0; i < Math.min(missing, pairs.size()); i++) {
      traffic(sketch, prefix + "x" + i, pairs.get(i).getFirst(), pairs.get(i).getLast(), "");
    }
  }

  private static void traffic(Sketch sketch, String id, Node from, Node to, String ports) {
    Fields properties = ports.isEmpty() ? Fields.NONE : Traffic.PORTS.set(Fields.NONE, ports);
    sketch.connect(id, Traffic.KIND, from, to, properties);
  }

  /// A rectangle from the first of the subnets to the last, leaving out as much of both.
  private static Rect across(
      Sketch sketch, List<Node> subnets, double inset, double y, double height) {
    double left = sketch.place(subnets.getFirst()).x() + inset;
    double right = sketch.place(subnets.getLast()).right() - inset;
    return new Rect(left, y, right - left, height);
  }

  private static <T> Fields set(Property<T> property, T value) {
    return property.set(Fields.NONE, value);
  }
}
