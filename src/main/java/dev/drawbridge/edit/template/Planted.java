package dev.drawbridge.edit.template;

import dev.drawbridge.base.Language;
import dev.drawbridge.base.Messages;
import dev.drawbridge.base.Rect;
import dev.drawbridge.catalog.Property;
import dev.drawbridge.catalog.aws.ApplicationLoadBalancer;
import dev.drawbridge.catalog.aws.ApplicationLoadBalancer.Scheme;
import dev.drawbridge.catalog.aws.Instances;
import dev.drawbridge.catalog.aws.RdsPrimary;
import dev.drawbridge.catalog.aws.Subnet;
import dev.drawbridge.catalog.aws.Subnet.Routing;
import dev.drawbridge.catalog.aws.Traffic;
import dev.drawbridge.edit.Containment;
import dev.drawbridge.model.Connector;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.Element;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Fields;
import dev.drawbridge.model.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// [ThreeTier] with mistakes that people do make, each of which a rule finds.
final class Planted {
  private final SequencedMap<ElementId, Element> elements;

  private Planted(Document good) {
    elements = new LinkedHashMap<>(good.elements());
  }

  static Document design(Language language) {
    Document good = ThreeTier.design(language);
    Planted planted = new Planted(good);
    planted.publicWas();
    planted.publicInternalLoadBalancer();
    planted.publicDatabase();
    planted.webTierTalksToTheDatabase();
    planted.loadBalancerInOneZone();
    planted.overlappingSubnets();
    planted.backupDuringMaintenance();
    planted.arrowThatNothingCanFollow();
    return Document.of(
        new ArrayList<>(planted.elements.values()),
        good.settings().withTitle(Messages.in(language).text("template.part.title-planted")),
        Fields.NONE);
  }

  /// DMZ-001, DMZ-008: servers of the application with public addresses, and remote login open to all.
  private void publicWas() {
    set(ThreeTier.WAS_TIER, Instances.PUBLIC_IP, true);
    set("subnet-app-a", Subnet.ROUTING, Routing.PUBLIC);
    arrow("traffic-to-was", ThreeTier.INTERNET, ThreeTier.WAS_TIER, "22,8080");
  }

  /// DMZ-005.
  private void publicInternalLoadBalancer() {
    set(ThreeTier.INTERNAL_ALB, ApplicationLoadBalancer.SCHEME, Scheme.INTERNET_FACING);
  }

  /// DMZ-002, DMZ-004.
  private void publicDatabase() {
    set(ThreeTier.DATABASE, RdsPrimary.PUBLICLY_ACCESSIBLE, true);
    set("subnet-data-a", Subnet.ROUTING, Routing.PUBLIC);
    arrow("traffic-to-database", ThreeTier.INTERNET, ThreeTier.DATABASE, "5432");
  }

  /// DMZ-012.
  private void webTierTalksToTheDatabase() {
    arrow("traffic-shortcut", ThreeTier.WEB_TIER, ThreeTier.DATABASE, "5432");
  }

  /// LB-004.
  private void loadBalancerInOneZone() {
    Node balancer = node(ThreeTier.PUBLIC_ALB);
    Node subnet = node("subnet-public-a");
    Rect before = balancer.bounds();
    // Wholly over the subnet of zone a, right of the NAT gateway.
    double right = before.centerX() - Ground.ZONE_GAP / 2 - 2 * Containment.PADDING;
    put(
        balancer
            .withSpans(List.of(subnet.id()))
            .withBounds(new Rect(right - 232, before.y(), 232, before.height())));
  }

  /// ADDR-003.
  private void overlappingSubnets() {
    set("subnet-web-c", Subnet.CIDR, "10.0.10.128/25");
  }

  /// RDS-003.
  private void backupDuringMaintenance() {
    set(ThreeTier.DATABASE, RdsPrimary.BACKUP_WINDOW, "18:00-19:00");
    set(ThreeTier.DATABASE, RdsPrimary.MAINTENANCE_WINDOW, "sat:18:30-sat:19:30");
  }

  /// TOPO-009: the web tier has no public address.
  private void arrowThatNothingCanFollow() {
    arrow("traffic-around", ThreeTier.INTERNET, ThreeTier.WEB_TIER, "80");
  }

  private <T> void set(String id, Property<T> property, T value) {
    Node node = node(id);
    put(node.withProperties(property.set(node.properties(), value)));
  }

  private void arrow(String id, String source, String target, String ports) {
    put(
        Connector.of(
                new ElementId(id), Traffic.KIND.id(), new ElementId(source), new ElementId(target))
            .withProperties(Traffic.PORTS.set(Fields.NONE, ports)));
  }

  private Node node(String id) {
    if (elements.get(new ElementId(id)) instanceof Node node) {
      return node;
    }
    throw new IllegalStateException("the design has no node " + id);
  }

  private void put(Element element) {
    elements.put(element.id(), element);
  }
}
