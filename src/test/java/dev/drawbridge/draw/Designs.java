package dev.drawbridge.draw;

import dev.drawbridge.base.Rect;
import dev.drawbridge.catalog.aws.ApplicationLoadBalancer;
import dev.drawbridge.catalog.aws.Subnet;
import dev.drawbridge.model.Connector;
import dev.drawbridge.model.Datum;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.Element;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Fields;
import dev.drawbridge.model.Node;
import dev.drawbridge.model.Settings;
import java.util.ArrayList;
import java.util.List;

/// Designs to draw in tests.
public final class Designs {
  private final List<Element> elements = new ArrayList<>();

  private Designs() {}

  public static ElementId id(String value) {
    return new ElementId(value);
  }

  /// Two availability zones with a public load balancer, a web tier, an internal load balancer, a WAS
  /// tier and a database with a replica.
  public static Document threeTier() {
    Designs d = new Designs();
    d.node("internet", "internet", "", null, new Rect(508, 0, 176, 72));
    d.node("region", "aws.region", "Seoul", null, new Rect(40, 120, 1112, 1000));
    d.node("vpc", "aws.vpc", "shop", "region", new Rect(40, 52, 1032, 920));
    d.node("igw", "aws.internet_gateway", "", "vpc", new Rect(484, -32, 64, 64));
    for (int i = 0; i < 2; i++) {
      String z = i == 0 ? "a" : "c";
      String az = "az-" + z;
      d.node(az, "aws.availability_zone", "", "vpc", new Rect(24 + i * 500, 60, 484, 836));
      d.add(d.last().withProperty("zone", Datum.of(z)));
      d.subnet("public-" + z, az, 44, 132, "10.0." + i + ".0/24", Subnet.Routing.PUBLIC);
      d.subnet("web-" + z, az, 200, 176, "10.0.1" + i + ".0/24", Subnet.Routing.PRIVATE);
      d.subnet("app-" + z, az, 400, 264, "10.0.2" + i + ".0/24", Subnet.Routing.PRIVATE);
      d.subnet("db-" + z, az, 688, 128, "10.0.3" + i + ".0/24", Subnet.Routing.ISOLATED);
      d.node(
          "nat-" + z,
          "aws.nat_gateway",
          "",
          "public-" + z,
          new Rect(i == 0 ? 16 : 288, 44, 140, 64));
    }
    d.spanning("alb", "aws.alb", "public-alb", "vpc", new Rect(256, 148, 520, 64), "public");
    d.spanning(
        "web-asg", "aws.autoscaling_group", "web", "vpc", new Rect(256, 300, 520, 120), "web");
    d.spanning("web", "tier.web", "web", "web-asg", new Rect(24, 40, 472, 64), "web");
    d.spanning("int", "aws.alb", "internal-alb", "vpc", new Rect(256, 500, 520, 64), "app");
    d.add(
        d.last()
            .withProperties(
                ApplicationLoadBalancer.LISTENERS.set(
                    ApplicationLoadBalancer.SCHEME.set(
                        Fields.NONE, ApplicationLoadBalancer.Scheme.INTERNAL),
                    List.of(
                        ApplicationLoadBalancer.listener(
                            8080,
                            ApplicationLoadBalancer.Protocol.HTTP,
                            ApplicationLoadBalancer.Action.FORWARD)))));
    d.spanning(
        "was-asg", "aws.autoscaling_group", "was", "vpc", new Rect(256, 588, 520, 120), "app");
    d.spanning("was", "tier.was", "was", "was-asg", new Rect(24, 40, 472, 64), "app");
    d.node("db", "aws.rds", "orders", "db-a", new Rect(246, 46, 176, 64));
    d.node("replica", "aws.rds_replica", "orders-read", "db-c", new Rect(22, 46, 176, 64));
    d.connect("c1", "traffic", "internet", "alb");
    d.connect("c2", "traffic", "alb", "web");
    d.connect("c3", "traffic", "web", "int");
    d.connect("c4", "traffic", "int", "was");
    d.connect("c5", "traffic", "was", "db");
    d.connect("c6", "replication", "db", "replica");
    return d.document();
  }

  private Document document() {
    return Document.of(elements, Settings.NONE.withTitle("Shop"), Fields.NONE);
  }

  private Node last() {
    return (Node) elements.removeLast();
  }

  private void add(Element element) {
    elements.add(element);
  }

  private void node(String id, String kind, String name, String parent, Rect bounds) {
    Node node = Node.of(id(id), kind, name, bounds);
    elements.add(parent == null ? node : node.withParent(id(parent)));
  }

  private void subnet(
      String id, String zone, double y, double height, String cidr, Subnet.Routing routing) {
    node(id, "aws.subnet", id, zone, new Rect(20, y, 444, height));
    add(last().withProperties(Subnet.CIDR.set(Subnet.ROUTING.set(Fields.NONE, routing), cidr)));
  }

  private void spanning(
      String id, String kind, String name, String parent, Rect bounds, String subnets) {
    node(id, kind, name, parent, bounds);
    add(last().withSpans(List.of(id(subnets + "-a"), id(subnets + "-c"))));
  }

  private void connect(String id, String kind, String from, String to) {
    elements.add(Connector.of(id(id), kind, id(from), id(to)));
  }
}
