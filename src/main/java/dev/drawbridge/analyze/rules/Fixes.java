package dev.drawbridge.analyze.rules;

import dev.drawbridge.analyze.finding.Fix;
import dev.drawbridge.analyze.finding.Label;
import dev.drawbridge.analyze.finding.Sentence;
import dev.drawbridge.catalog.Property;
import dev.drawbridge.catalog.PropertyType;
import dev.drawbridge.catalog.Zone;
import dev.drawbridge.catalog.aws.ApplicationLoadBalancer;
import dev.drawbridge.catalog.aws.ClassicLoadBalancer;
import dev.drawbridge.catalog.aws.Instances;
import dev.drawbridge.catalog.aws.RdsPrimary;
import dev.drawbridge.catalog.aws.Subnet;
import dev.drawbridge.catalog.aws.Traffic;
import dev.drawbridge.edit.Delete;
import dev.drawbridge.edit.Draft;
import dev.drawbridge.edit.Edit;
import dev.drawbridge.edit.Reparent;
import dev.drawbridge.edit.Sequence;
import dev.drawbridge.edit.SetProperty;
import dev.drawbridge.edit.SetSpans;
import dev.drawbridge.model.Connector;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Fields;
import dev.drawbridge.model.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;

/// Changes of a drawing that several rules offer.
public final class Fixes {
  private Fixes() {}

  /// Sets one property of a drawn element.
  public static <T> Fix set(ElementId id, Label label, Property<T> property, T value) {
    Label name = new Label.Keyed("property." + property.name() + ".name");
    return new Fix(
        value.equals(property.fallback()) && value.toString().isEmpty()
            ? Sentence.of("fix.reset", label, name)
            : Sentence.of("fix.set", label, name, shown(property, value)),
        SetProperty.of(id, property, value));
  }

  private static Object shown(Property<?> property, Object value) {
    return switch (value) {
      case Enum<?> constant ->
          new Label.Keyed(
              "choice." + property.name() + "." + PropertyType.Choice.key(constant) + ".name");
      case Boolean flag -> new Label.Keyed("value." + flag);
      default -> value;
    };
  }

  /// Closes a component to the internet: no public address, private subnets where each zone has
  /// one, and no arrow from the internet. What reaches it through a load balancer goes on doing so.
  public static Optional<Fix> close(Subject subject, Component component) {
    if (component.elements().isEmpty()) {
      return Optional.empty();
    }
    List<Edit> edits = new ArrayList<>();
    Document document = subject.document();
    for (ElementId id : component.elements()) {
      document.findNode(id).ifPresent(node -> edits.addAll(withdrawal(subject, component, node)));
    }
    SequencedSet<ElementId> arrows = new LinkedHashSet<>();
    subject
        .arrows()
        .fromInternet(component.elements())
        .forEach(a -> arrows.add(a.connector().id()));
    if (!arrows.isEmpty()) {
      edits.add(new Delete(arrows));
    }
    return edits.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Fix(
                Sentence.of("fix.close", component.label()),
                new Sequence("fix.close.name", edits)));
  }

  private static List<Edit> withdrawal(Subject subject, Component component, Node node) {
    List<Edit> edits = new ArrayList<>();
    switch (component.sort()) {
      case HOSTS -> {
        if (Components.isTier(node) && Instances.PUBLIC_IP.of(node)) {
          edits.add(SetProperty.of(node.id(), Instances.PUBLIC_IP, false));
        }
      }
      case DATA_STORE -> {
        if (RdsPrimary.PUBLICLY_ACCESSIBLE.of(node)) {
          edits.add(SetProperty.of(node.id(), RdsPrimary.PUBLICLY_ACCESSIBLE, false));
        }
      }
      case LOAD_BALANCER -> {
        if (ApplicationLoadBalancer.SCHEME.of(node) != ApplicationLoadBalancer.Scheme.INTERNAL) {
          edits.add(
              SetProperty.of(
                  node.id(),
                  ApplicationLoadBalancer.SCHEME,
                  ApplicationLoadBalancer.Scheme.INTERNAL));
        }
      }
      case TRANSLATOR, OTHER -> {}
    }
    privateSubnets(subject, component, node)
        .ifPresent(spans -> edits.add(new SetSpans(node.id(), spans)));
    return edits;
  }

  /// The node's subnets with each public one replaced by one of the same zone that is not; empty
  /// where none is public, or a zone has no other in which nothing stands that belongs elsewhere.
  public static Optional<SequencedSet<ElementId>> privateSubnets(
      Subject subject, Component component, Node node) {
    SequencedSet<ElementId> spans = new LinkedHashSet<>();
    boolean changed = false;
    for (ElementId id : node.spans()) {
      Optional<Node> subnet = subject.document().findNode(id);
      if (subnet.isEmpty() || Subnet.ROUTING.of(subnet.get()) != Subnet.Routing.PUBLIC) {
        spans.add(id);
        continue;
      }
      Optional<ElementId> instead = counterpart(subject, component.zone(), subnet.get());
      if (instead.isEmpty()) {
        return Optional.empty();
      }
      spans.add(instead.get());
      changed = true;
    }
    return changed ? Optional.of(spans) : Optional.empty();
  }

  /// Moves what stands in public subnets into private ones of the same zones, see
  /// [#privateSubnets].
  public static Optional<Fix> toPrivateSubnets(Subject subject, Component component) {
    for (ElementId id : component.elements().reversed()) {
      Optional<Node> node = subject.document().findNode(id).filter(one -> !one.spans().isEmpty());
      if (node.isPresent()) {
        return privateSubnets(subject, component, node.get())
            .map(
                spans ->
                    new Fix(
                        Sentence.of("fix.private-subnets", component.label()),
                        new SetSpans(id, spans)));
      }
    }
    return Optional.empty();
  }

  private static Optional<ElementId> counterpart(Subject subject, Zone zone, Node subnet) {
    List<Subnet.Routing> wanted =
        zone == Zone.DATA
            ? List.of(Subnet.Routing.ISOLATED, Subnet.Routing.PRIVATE)
            : List.of(Subnet.Routing.PRIVATE);
    for (Subnet.Routing routing : wanted) {
      for (Node sibling : subject.document().children(subnet.parent())) {
        if (sibling.kind().equals(Subnet.KIND.id())
            && Subnet.ROUTING.of(sibling) == routing
            && subject.inSubnet(sibling.id()).stream().allMatch(other -> other.zone() == zone)) {
          return Optional.of(sibling.id());
        }
      }
    }
    return Optional.empty();
  }

  /// Puts what stands in one availability zone into a second one too, in a subnet of the same sort
  /// where nothing stands that belongs elsewhere.
  public static Optional<Fix> secondZone(Subject subject, Component component) {
    Document document = subject.document();
    for (ElementId id : component.elements().reversed()) {
      Optional<Node> node = document.findNode(id);
      Optional<ElementId> home = node.flatMap(n -> homes(document, n).stream().findFirst());
      if (node.isEmpty() || home.isEmpty()) {
        continue;
      }
      return elsewhere(subject, component.zone(), document.node(home.get()))
          .map(
              other -> {
                SequencedSet<ElementId> spans = new LinkedHashSet<>(node.get().spans());
                spans.add(other);
                return new Fix(
                    Sentence.of(
                        "fix.second-zone", component.label(), subject.label(document.node(other))),
                    new SetSpans(id, spans));
              });
    }
    return Optional.empty();
  }

  /// Moves what stands in a subnet to one of the same sort in another availability zone, where
  /// nothing stands that belongs elsewhere.
  public static Optional<Fix> otherZone(Subject subject, Component component) {
    Document document = subject.document();
    for (ElementId id : component.elements()) {
      Optional<Node> node = document.findNode(id);
      Optional<Node> home = node.flatMap(document::parent).filter(Fixes::isSubnet);
      if (home.isPresent()) {
        return elsewhere(subject, component.zone(), home.get())
            .map(document::node)
            .map(
                other ->
                    new Fix(
                        Sentence.of("fix.move", component.label(), subject.label(other)),
                        new Transfer(id, home.get().id(), other.id())));
      }
    }
    return Optional.empty();
  }

  /// Moves a node to the same place in another container, wherever both are by then.
  private record Transfer(ElementId node, ElementId from, ElementId to) implements Edit {
    @Override
    public String key() {
      return "edit.reparent.name";
    }

    @Override
    public void apply(Draft draft) {
      Document document = draft.document();
      new Reparent(
              new LinkedHashSet<>(List.of(node)),
              to,
              document.origin(to).minus(document.origin(from)))
          .apply(draft);
    }
  }

  /// The subnets that a node stands in or spans.
  private static List<ElementId> homes(Document document, Node node) {
    List<ElementId> homes = new ArrayList<>(node.spans());
    document.parent(node).filter(Fixes::isSubnet).map(Node::id).ifPresent(homes::add);
    return homes.stream().filter(id -> isSubnet(document.node(id))).toList();
  }

  private static boolean isSubnet(Node node) {
    return node.kind().equals(Subnet.KIND.id());
  }

  private static Optional<ElementId> elsewhere(Subject subject, Zone zone, Node subnet) {
    Document document = subject.document();
    Optional<Node> home = document.parent(subnet);
    for (Node other : document.children(home.map(Node::parent).orElse(null))) {
      if (home.isPresent() && !other.id().equals(home.get().id())) {
        for (Node candidate : document.children(other.id())) {
          if (isSubnet(candidate)
              && Subnet.ROUTING.of(candidate) == Subnet.ROUTING.of(subnet)
              && subject.inSubnet(candidate.id()).stream().allMatch(c -> c.zone() == zone)) {
            return Optional.of(candidate.id());
          }
        }
      }
    }
    return Optional.empty();
  }

  /// Lets the arrows to a load balancer open every port on which it listens.
  public static Optional<Fix> openListeners(Subject subject, Component balancer) {
    return openPorts(subject, balancer, "fix.open-listeners");
  }

  /// Lets the arrows to a database open the port on which it listens.
  public static Optional<Fix> openPort(Subject subject, Component database) {
    return openPorts(subject, database, "fix.open-port");
  }

  private static Optional<Fix> openPorts(Subject subject, Component target, String name) {
    List<Edit> edits = new ArrayList<>();
    for (ElementId id : target.elements()) {
      for (Connector arrow : subject.document().connectorsOf(id)) {
        if (arrow.target().equals(id) && !Traffic.PORTS.of(arrow).isEmpty()) {
          edits.add(SetProperty.of(arrow.id(), Traffic.PORTS, ""));
        }
      }
    }
    return edits.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Fix(Sentence.of(name, target.label()), new Sequence(name + ".name", edits)));
  }

  /// Makes the HTTP listeners of a load balancer redirect to an HTTPS listener, which it gets where
  /// it has none.
  public static Optional<Fix> redirectToTls(Subject subject, Component balancer) {
    Optional<ElementId> id = balancer.elements().stream().findFirst();
    if (id.isEmpty()) {
      return Optional.empty();
    }
    if (subject.document().node(id.get()).kind().equals(ClassicLoadBalancer.KIND.id())) {
      return Optional.of(endTls(subject, balancer, subject.document().node(id.get())));
    }
    List<Fields> rows = new ArrayList<>();
    boolean secure = false;
    for (Fields row : ApplicationLoadBalancer.LISTENERS.of(subject.document().node(id.get()))) {
      boolean plain =
          ApplicationLoadBalancer.LISTENER_PROTOCOL.in(row)
              == ApplicationLoadBalancer.Protocol.HTTP;
      secure |= !plain;
      rows.add(
          plain
              ? ApplicationLoadBalancer.LISTENER_ACTION.set(
                  row, ApplicationLoadBalancer.Action.REDIRECT)
              : row);
    }
    if (!secure) {
      rows.addFirst(
          ApplicationLoadBalancer.listener(
              443, ApplicationLoadBalancer.Protocol.HTTPS, ApplicationLoadBalancer.Action.FORWARD));
    }
    List<Edit> edits = new ArrayList<>();
    edits.add(SetProperty.of(id.get(), ApplicationLoadBalancer.LISTENERS, rows));
    openListeners(subject, balancer).ifPresent(fix -> edits.add(fix.edit()));
    return Optional.of(
        new Fix(
            Sentence.of("fix.redirect", balancer.label()),
            new Sequence("fix.redirect.name", edits)));
  }

  private static boolean isPlain(Fields row) {
    return ClassicLoadBalancer.LISTENER_PROTOCOL.in(row) == ClassicLoadBalancer.Protocol.HTTP;
  }

  /// A classic load balancer cannot redirect, so that its listeners for HTTP speak HTTPS instead, on
  /// the usual port where they had the usual one.
  private static Fix endTls(Subject subject, Component balancer, Node node) {
    Set<Integer> taken = new HashSet<>();
    List<Fields> all = ClassicLoadBalancer.LISTENERS.of(node);
    all.stream()
        .filter(row -> !isPlain(row))
        .forEach(row -> taken.add(ApplicationLoadBalancer.LISTENER_PORT.in(row)));
    List<Fields> rows = new ArrayList<>();
    for (Fields row : all) {
      int port = ApplicationLoadBalancer.LISTENER_PORT.in(row);
      int secure = port == 80 ? 443 : port;
      if (!isPlain(row)) {
        rows.add(row);
      } else if (taken.add(secure)) {
        Fields moved = ApplicationLoadBalancer.LISTENER_PORT.set(row, secure);
        rows.add(
            ClassicLoadBalancer.LISTENER_PROTOCOL.set(moved, ClassicLoadBalancer.Protocol.HTTPS));
      }
    }
    List<Edit> edits = new ArrayList<>();
    edits.add(SetProperty.of(node.id(), ClassicLoadBalancer.LISTENERS, rows));
    openListeners(subject, balancer).ifPresent(fix -> edits.add(fix.edit()));
    return new Fix(
        Sentence.of("fix.end-tls", balancer.label()), new Sequence("fix.end-tls.name", edits));
  }
}
