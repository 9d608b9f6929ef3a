package dev.drawbridge.analyze.rules;

import dev.drawbridge.analyze.finding.Fix;
import dev.drawbridge.analyze.finding.Label;
import dev.drawbridge.analyze.finding.Sentence;
import dev.drawbridge.catalog.Property;
import dev.drawbridge.catalog.aws.ApplicationLoadBalancer;
import dev.drawbridge.catalog.aws.Instances;
import dev.drawbridge.catalog.aws.RdsPrimary;
import dev.drawbridge.catalog.aws.Subnet;
import dev.drawbridge.edit.Delete;
import dev.drawbridge.edit.Edit;
import dev.drawbridge.edit.Sequence;
import dev.drawbridge.edit.SetProperty;
import dev.drawbridge.edit.SetSpans;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Node;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;

/// Changes of a drawing that several rules offer.
public final class Fixes {
  private Fixes() {}

  /// Sets one property of a drawn element.
  public static <T> Fix set(ElementId id, Label label, Property<T> property, T value) {
    return new Fix(
        Sentence.of(
            "fix.set",
            label,
            new Label.Keyed("property." + property.name() + ".name"),
            String.valueOf(value)),
        SetProperty.of(id, property, value));
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
      case TRANSLATOR -> {}
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
}
