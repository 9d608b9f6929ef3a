package dev.drawbridge.analyze;

import dev.drawbridge.analyze.policy.Policy;
import dev.drawbridge.base.Language;
import dev.drawbridge.base.Rect;
import dev.drawbridge.catalog.Property;
import dev.drawbridge.catalog.aws.ApplicationLoadBalancer;
import dev.drawbridge.catalog.aws.ApplicationLoadBalancer.Action;
import dev.drawbridge.catalog.aws.ApplicationLoadBalancer.Protocol;
import dev.drawbridge.catalog.aws.ApplicationLoadBalancer.Scheme;
import dev.drawbridge.catalog.aws.AvailabilityZone;
import dev.drawbridge.catalog.aws.DataCentreServer;
import dev.drawbridge.catalog.aws.Instances;
import dev.drawbridge.catalog.aws.Subnet;
import dev.drawbridge.catalog.aws.Subnet.Routing;
import dev.drawbridge.catalog.aws.Traffic;
import dev.drawbridge.catalog.aws.Vpc;
import dev.drawbridge.edit.template.Template;
import dev.drawbridge.model.Connector;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.Element;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Fields;
import dev.drawbridge.model.Node;
import dev.drawbridge.model.Settings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Draws designs for the rules' tests. Ids serve as names.
public final class Designs {
  private final SequencedMap<ElementId, Element> elements = new LinkedHashMap<>();

  private Settings settings = Settings.NONE.withTitle("Test");

  private Designs() {}

  public static Designs empty() {
    return new Designs();
  }

  /// The sample that has nothing to object to.
  public static Designs good() {
    Designs designs = new Designs();
    designs.elements.putAll(Template.THREE_TIER.design(Language.ENGLISH).elements());
    return designs;
  }

  /// A VPC with an internet gateway and two zones, each with a public, a private and an isolated
  /// subnet: `public-a` (10.0.0.0/24), `private-a` (10.0.10.0/24), `isolated-a` (10.0.20.0/24), the
  /// same with `-c` one higher. Besides the internet nothing stands in it.
  public static Designs network() {
    Designs designs =
        empty()
            .add("internet", "internet", null)
            .add("region", "aws.region", null)
            .add("vpc", "aws.vpc", "region")
            .set("vpc", Vpc.CIDR, "10.0.0.0/16")
            .add("igw", "aws.internet_gateway", "vpc");
    int index = 0;
    for (String zone : List.of("a", "c")) {
      designs.add("az-" + zone, "aws.availability_zone", "vpc");
      designs.set("az-" + zone, AvailabilityZone.ZONE, zone);
      designs.subnet("public-" + zone, "az-" + zone, "10.0." + index + ".0/24", Routing.PUBLIC);
      designs.subnet(
          "private-" + zone, "az-" + zone, "10.0." + (10 + index) + ".0/24", Routing.PRIVATE);
      designs.subnet(
          "isolated-" + zone, "az-" + zone, "10.0." + (20 + index) + ".0/24", Routing.ISOLATED);
      index++;
    }
    return designs;
  }

  public Designs add(String id, String kind, @Nullable String parent, String... spans) {
    Node node =
        Node.of(new ElementId(id), kind, id, new Rect(0, 0, 100, 60))
            .withParent(parent == null ? null : new ElementId(parent))
            .withSpans(Stream.of(spans).map(ElementId::new).toList());
    elements.put(node.id(), node);
    return this;
  }

  public Designs subnet(String id, String zone, String cidr, Routing routing) {
    return add(id, "aws.subnet", zone).set(id, Subnet.CIDR, cidr).set(id, Subnet.ROUTING, routing);
  }

  /// A NAT gateway in a subnet.
  public Designs nat(String id, String subnet) {
    return add(id, "aws.nat_gateway", subnet);
  }

  /// WAS on single instances that listen on 8080.
  public Designs was(String id, String... subnets) {
    return add(id, "tier.was", "vpc", subnets);
  }

  /// nginx on single instances that listen on 80.
  public Designs web(String id, String... subnets) {
    return add(id, "tier.web", "vpc", subnets);
  }

  public Designs publicIp(String id) {
    return set(id, Instances.PUBLIC_IP, true);
  }

  /// An internet-facing load balancer that listens for HTTP on 80.
  public Designs publicAlb(String id, String... subnets) {
    return alb(id, Scheme.INTERNET_FACING, 80, subnets);
  }

  /// An internal load balancer that listens for HTTP on 8080.
  public Designs internalAlb(String id, String... subnets) {
    return alb(id, Scheme.INTERNAL, 8080, subnets);
  }

  public Designs alb(String id, Scheme scheme, int port, String... subnets) {
    return add(id, "aws.alb", "vpc", subnets)
        .set(id, ApplicationLoadBalancer.SCHEME, scheme)
        .set(
            id,
            ApplicationLoadBalancer.LISTENERS,
            List.of(ApplicationLoadBalancer.listener(port, Protocol.HTTP, Action.FORWARD)));
  }

  /// PostgreSQL on 5432.
  public Designs database(String id, String... subnets) {
    return add(id, "aws.rds", "vpc", subnets);
  }

  public Designs replica(String id, String source, String... subnets) {
    return add(id, "aws.rds_replica", "vpc", subnets).replicating(source, id);
  }

  public Designs replicating(String source, String replica) {
    return connect(source + ".." + replica, "replication", source, replica);
  }

  /// An Auto Scaling group `<id>-asg` with a tier in it.
  public Designs scaled(String id, String kind, String... subnets) {
    return add(id + "-asg", "aws.autoscaling_group", "vpc", subnets).add(id, kind, id + "-asg");
  }

  /// A traffic arrow `<from>.<to>` to the ports that the target listens on.
  public Designs arrow(String from, String to) {
    return connect(from + "." + to, "traffic", from, to);
  }

  public Designs arrow(String from, String to, String ports) {
    return arrow(from, to).set(from + "." + to, Traffic.PORTS, ports);
  }

  /// An association `<user>.<used>`.
  public Designs using(String user, String used) {
    return connect(user + "." + used, "association", user, used);
  }

  /// [#network] with a VPN gateway `vpn`, joined by `vpn.idc` with a data centre `idc` (192.168.0.0/16).
  public static Designs joined() {
    return network()
        .add("vpn", "aws.vpn_gateway", "vpc")
        .add("idc", "idc", null)
        .link("vpn", "idc");
  }

  /// A line `<gateway>.<centre>` between a gateway and a data centre.
  public Designs link(String gateway, String centre) {
    return connect(gateway + "." + centre, "idc_link", gateway, centre);
  }

  /// Something of a kind in the data centre `idc`, at an address of its own.
  public Designs onPremises(String id, String kind, String address) {
    return add(id, kind, "idc").set(id, DataCentreServer.ADDRESS, address);
  }

  private Designs connect(String id, String kind, String from, String to) {
    elements.put(
        new ElementId(id),
        Connector.of(new ElementId(id), kind, new ElementId(from), new ElementId(to)));
    return this;
  }

  public <T> Designs set(String id, Property<T> property, T value) {
    Element element = elements.get(new ElementId(id));
    if (element == null) {
      throw new IllegalArgumentException("no " + id);
    }
    elements.put(element.id(), element.withProperties(property.set(element.properties(), value)));
    return this;
  }

  public Designs spans(String id, String... nodes) {
    return elements.get(new ElementId(id)) instanceof Node node
        ? put(node.withSpans(Stream.of(nodes).map(ElementId::new).toList()))
        : this;
  }

  public Designs rename(String id, String name) {
    Element element = elements.get(new ElementId(id));
    return element == null ? this : put(element.withName(name));
  }

  /// Has the design carry a policy.
  public Designs under(Policy policy) {
    settings = policy.into(settings);
    return this;
  }

  /// Takes an element away, and the connectors at it.
  public Designs without(String id) {
    elements.remove(new ElementId(id));
    elements
        .values()
        .removeIf(
            element ->
                element instanceof Connector connector
                    && (connector.source().value().equals(id)
                        || connector.target().value().equals(id)));
    return this;
  }

  private Designs put(Element element) {
    elements.put(element.id(), element);
    return this;
  }

  public Document draw() {
    return Document.of(elements.values(), settings, Fields.NONE);
  }
}
