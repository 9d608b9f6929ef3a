package dev.drawbridge.analyze.rules;

import dev.drawbridge.analyze.finding.Fix;
import dev.drawbridge.analyze.finding.Label;
import dev.drawbridge.analyze.finding.Sentence;
import dev.drawbridge.catalog.Property;
import dev.drawbridge.catalog.aws.ApplicationLoadBalancer;
import dev.drawbridge.catalog.aws.AutoScalingGroup;
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

  /// Closes a component to the internet: no public address, private subnets where each zone has one, and no
  /// arrow from the internet. What reaches it through a load balancer goes on doing so.
  public static Optional<Fix> close(Subject subject, Component component) {
    if (component.elements().isEmpty()) {
      return Optional.empty();
    }
    List<Edit> edits = new ArrayList<>();
    Document document = subject.document();
    for (ElementId id : component.elements()) {
      document.findNode(id).ifPresent(node -> edits.addAll(withdrawal(document, component, node)));
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

  private static List<Edit> withdrawal(Document document, Component component, Node node) {
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
    boolean carries = component.elements().size() == 1 || isGroup(node);
    if (carries) {
      privateSubnets(document, node, component.sort() == Component.Sort.DATA_STORE)
          .ifPresent(spans -> edits.add(new SetSpans(node.id(), spans)));
    }
    return edits;
  }

  private static boolean isGroup(Node node) {
    return node.kind().equals(AutoScalingGroup.KIND.id());
  }

  /// The node's subnets with each public one replaced by one of the same zone that is not; empty where none is
  /// public, or a zone has no other.
  public static Optional<SequencedSet<ElementId>> privateSubnets(
      Document document, Node node, boolean forData) {
    SequencedSet<ElementId> spans = new LinkedHashSet<>();
    boolean changed = false;
    for (ElementId id : node.spans()) {
      Optional<Node> subnet = document.findNode(id);
      if (subnet.isEmpty() || Subnet.ROUTING.of(subnet.get()) != Subnet.Routing.PUBLIC) {
        spans.add(id);
        continue;
      }
      Optional<ElementId> instead = counterpart(document, subnet.get(), forData);
      if (instead.isEmpty()) {
        return Optional.empty();
      }
      spans.add(instead.get());
      changed = true;
    }
    return changed ? Optional.of(spans) : Optional.empty();
  }

  private static Optional<ElementId> counterpart(Document document, Node subnet, boolean forData) {
    List<Subnet.Routing> wanted =
        forData
            ? List.of(Subnet.Routing.ISOLATED, Subnet.Routing.PRIVATE)
            : List.of(Subnet.Routing.PRIVATE, Subnet.Routing.ISOLATED);
    for (Subnet.Routing routing : wanted) {
      for (Node sibling : document.children(subnet.parent())) {
        if (sibling.kind().equals(Subnet.KIND.id()) && Subnet.ROUTING.of(sibling) == routing) {
          return Optional.of(sibling.id());
        }
      }
    }
    return Optional.empty();
  }
}
