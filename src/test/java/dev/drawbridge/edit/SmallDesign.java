package dev.drawbridge.edit;

import dev.drawbridge.base.Rect;
import dev.drawbridge.model.Connector;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.Element;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Fields;
import dev.drawbridge.model.Node;
import dev.drawbridge.model.Settings;
import java.util.ArrayList;
import java.util.List;

/// A region with one VPC, two zones with a subnet each, an ALB over both, a WAS tier in the first subnet
/// and an arrow from the one to the other. Nodes lie where a person would put them.
public final class SmallDesign {
  public static final ElementId REGION = new ElementId("region");
  public static final ElementId VPC = new ElementId("vpc");
  public static final ElementId ZONE_A = new ElementId("zone-a");
  public static final ElementId ZONE_C = new ElementId("zone-c");
  public static final ElementId SUBNET_A = new ElementId("subnet-a");
  public static final ElementId SUBNET_C = new ElementId("subnet-c");
  public static final ElementId GATEWAY = new ElementId("igw");
  public static final ElementId BALANCER = new ElementId("alb");
  public static final ElementId TIER = new ElementId("was");
  public static final ElementId ARROW = new ElementId("arrow");

  private SmallDesign() {}

  public static Document document() {
    List<Element> all = new ArrayList<>();
    all.add(node(REGION, "aws.region", null, new Rect(0, 0, 1000, 700)));
    all.add(node(VPC, "aws.vpc", REGION, new Rect(40, 60, 900, 600)));
    all.add(node(ZONE_A, "aws.availability_zone", VPC, new Rect(40, 60, 380, 500)));
    all.add(node(ZONE_C, "aws.availability_zone", VPC, new Rect(480, 60, 380, 500)));
    all.add(node(SUBNET_A, "aws.subnet", ZONE_A, new Rect(20, 60, 340, 200)));
    all.add(node(SUBNET_C, "aws.subnet", ZONE_C, new Rect(20, 60, 340, 200)));
    all.add(node(GATEWAY, "aws.internet_gateway", VPC, new Rect(418, -32, 64, 64)));
    all.add(
        node(BALANCER, "aws.alb", VPC, new Rect(300, 180, 300, 64))
            .withSpans(List.of(SUBNET_A, SUBNET_C)));
    all.add(node(TIER, "tier.was", SUBNET_A, new Rect(40, 120, 168, 64)));
    all.add(Connector.of(ARROW, "traffic", BALANCER, TIER));
    return Document.of(all, Settings.NONE, Fields.NONE);
  }

  public static Node node(ElementId id, String kind, ElementId parent, Rect bounds) {
    return Node.of(id, kind, id.value(), bounds).withParent(parent);
  }

  /// Carries the edit out, and checks on the way that undo is exact and the invariants hold.
  static Document after(Document start, Edit edit) {
    History done = History.of(start).apply(edit);
    if (!Invariants.violations(done.current()).isEmpty()) {
      throw new AssertionError(Invariants.violations(done.current()).toString());
    }
    if (done.canUndo() && !done.undo().current().equals(start)) {
      throw new AssertionError("undo of " + edit + " is not exact");
    }
    if (done.canUndo() && !done.undo().redo().current().equals(done.current())) {
      throw new AssertionError("redo of " + edit + " is not exact");
    }
    return done.current();
  }
}
