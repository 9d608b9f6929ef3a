package dev.drawbridge.translate;

import dev.drawbridge.base.Outcome;
import dev.drawbridge.base.Rect;
import dev.drawbridge.catalog.Property;
import dev.drawbridge.catalog.aws.ApplicationLoadBalancer;
import dev.drawbridge.catalog.aws.AvailabilityZone;
import dev.drawbridge.catalog.aws.RdsPrimary;
import dev.drawbridge.catalog.aws.Subnet;
import dev.drawbridge.catalog.aws.Subnet.Routing;
import dev.drawbridge.model.Connector;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.Element;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Fields;
import dev.drawbridge.model.Node;
import dev.drawbridge.model.Settings;
import dev.drawbridge.resource.ResourceGraph;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Draws designs for tests: elements by short ids, which serve as names too.
final class Sketch {
  private final SequencedMap<ElementId, Element> elements = new LinkedHashMap<>();
  private Settings settings = Settings.NONE.withTitle("Three Tier");

  /// Two zones; public load balancer, nginx, internal load balancer, WAS, PostgreSQL with a replica.
  static Sketch threeTier() {
    Sketch sketch = new Sketch().node("internet", "internet", null);
    sketch.node("seoul", "aws.region", null).node("main", "aws.vpc", "seoul");
    sketch.node("igw", "aws.internet_gateway", "main");
    int third = 0;
    for (String zone : List.of("a", "b")) {
      sketch.node("az-" + zone, "aws.availability_zone", "main");
      sketch.set("az-" + zone, AvailabilityZone.ZONE, zone);
      for (String tier : List.of("public", "web", "app", "data")) {
        sketch.subnet(
            tier + "-" + zone,
            "az-" + zone,
            "10.0." + third++ + ".0/24",
            switch (tier) {
              case "public" -> Routing.PUBLIC;
              case "data" -> Routing.ISOLATED;
              default -> Routing.PRIVATE;
            });
      }
      sketch.node("nat-" + zone, "aws.nat_gateway", "public-" + zone);
    }
    sketch.node("public-alb", "aws.alb", "main").spans("public-alb", "public-a", "public-b");
    sketch.node("web-asg", "aws.autoscaling_group", "main").spans("web-asg", "web-a", "web-b");
    sketch.node("web", "tier.web", "web-asg");
    sketch.node("internal-alb", "aws.alb", "main").spans("internal-alb", "app-a", "app-b");
    sketch.set(
        "internal-alb", ApplicationLoadBalancer.SCHEME, ApplicationLoadBalancer.Scheme.INTERNAL);
    sketch.set(
        "internal-alb",
        ApplicationLoadBalancer.LISTENERS,
        List.of(
            ApplicationLoadBalancer.listener(
                8080,
                ApplicationLoadBalancer.Protocol.HTTP,
                ApplicationLoadBalancer.Action.FORWARD)));
    sketch.node("was-asg", "aws.autoscaling_group", "main").spans("was-asg", "app-a", "app-b");
    sketch.node("was", "tier.was", "was-asg");
    sketch.node("db", "aws.rds", "data-a").node("db-replica", "aws.rds_replica", "data-b");
    sketch.set("db", RdsPrimary.BACKUP_RETENTION, 7);
    return sketch
        .arrow("internet", "public-alb")
        .arrow("public-alb", "web")
        .arrow("web", "internal-alb")
        .arrow("internal-alb", "was")
        .arrow("was", "db")
        .arrow("was", "db-replica")
        .replication("db", "db-replica");
  }

  Sketch node(String id, String kind, @Nullable String parent) {
    Node node = Node.of(new ElementId(id), kind, id, new Rect(0, 0, 100, 60));
    return put(parent == null ? node : node.withParent(new ElementId(parent)));
  }

  Sketch subnet(String id, String zone, String cidr, Routing routing) {
    return node(id, "aws.subnet", zone).set(id, Subnet.CIDR, cidr).set(id, Subnet.ROUTING, routing);
  }

  Sketch arrow(String from, String to) {
    return connector("traffic", from, to);
  }

  Sketch replication(String from, String to) {
    return connector("replication", from, to);
  }

  Sketch using(String user, String used) {
    return connector("association", user, used);
  }

  Sketch peering(String one, String other) {
    return connector("peering", one, other);
  }

  Sketch connector(String kind, String from, String to) {
    return connector(from + "." + to, kind, from, to);
  }

  Sketch connector(String id, String kind, String from, String to) {
    return put(Connector.of(new ElementId(id), kind, new ElementId(from), new ElementId(to)));
  }

  <T> Sketch set(String id, Property<T> property, T value) {
    return change(id, e -> e.withProperties(property.set(e.properties(), value)));
  }

  Sketch properties(String id, Fields properties) {
    return change(id, e -> e.withProperties(properties));
  }

  Sketch spans(String id, String... nodes) {
    return change(id, e -> ((Node) e).withSpans(Stream.of(nodes).map(ElementId::new).toList()));
  }

  Sketch rename(String id, String name) {
    return change(id, e -> e.withName(name));
  }

  /// Into another container, behind which it then comes with what lies in it, as in every document.
  Sketch move(String id, @Nullable String parent) {
    change(id, e -> ((Node) e).withParent(parent == null ? null : new ElementId(parent)));
    SequencedSet<ElementId> moved = new LinkedHashSet<>(Set.of(new ElementId(id)));
    for (Element element : elements.values()) {
      if (element instanceof Node node && moved.contains(node.parent())) {
        moved.add(node.id());
      }
    }
    for (ElementId one : moved) {
      Element element = elements.remove(one);
      if (element != null) {
        put(element);
      }
    }
    return this;
  }

  /// Takes the element away, and the connectors at it; what lies in it must be gone before.
  Sketch without(String id) {
    elements.remove(new ElementId(id));
    elements
        .values()
        .removeIf(
            e ->
                e instanceof Connector c
                    && (c.source().value().equals(id) || c.target().value().equals(id)));
    return this;
  }

  Sketch titled(String title) {
    settings = settings.withTitle(title);
    return this;
  }

  Document document() {
    return Document.of(elements.values(), settings, Fields.NONE);
  }

  ResourceGraph lower() {
    return switch (Lowerer.lower(document())) {
      case Outcome.Ok<ResourceGraph> ok -> ok.value();
      case Outcome.Failed<ResourceGraph> failed -> throw new AssertionError(failed.issues());
    };
  }

  private Sketch change(String id, UnaryOperator<Element> how) {
    Element before = elements.get(new ElementId(id));
    if (before == null) {
      throw new IllegalArgumentException("no " + id);
    }
    return put(how.apply(before));
  }

  private Sketch put(Element element) {
    elements.put(element.id(), element);
    return this;
  }
}
