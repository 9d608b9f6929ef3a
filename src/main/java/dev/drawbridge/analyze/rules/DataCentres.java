package dev.drawbridge.analyze.rules;

import dev.drawbridge.analyze.facts.Standing;
import dev.drawbridge.analyze.finding.Cause;
import dev.drawbridge.analyze.finding.Label;
import dev.drawbridge.analyze.finding.Sentence;
import dev.drawbridge.catalog.AddressBlock;
import dev.drawbridge.catalog.Catalog;
import dev.drawbridge.catalog.Trait;
import dev.drawbridge.catalog.Zone;
import dev.drawbridge.catalog.aws.DataCentre;
import dev.drawbridge.catalog.aws.DataCentreLink;
import dev.drawbridge.catalog.aws.DataCentreServer;
import dev.drawbridge.catalog.aws.Vpc;
import dev.drawbridge.model.Connector;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.Element;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Node;
import dev.drawbridge.network.AddressSet;
import dev.drawbridge.network.Answer;
import dev.drawbridge.network.Origin;
import dev.drawbridge.network.Reachability;
import dev.drawbridge.network.Ref;
import dev.drawbridge.network.Traffic;
import dev.drawbridge.resource.Resource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The data centres of a design as packets know them: those at the far ends of tunnels. What stands there has
/// no interface that AWS knows of, so it is no component.
public final class DataCentres {
  private final Subject subject;
  private final Reachability reachability;

  DataCentres(Subject subject, Reachability reachability) {
    this.subject = subject;
    this.reachability = reachability;
  }

  /// Whether an element is a data centre, or stands in one.
  public static boolean holds(Element element) {
    return Catalog.is(element, Trait.ON_PREMISES);
  }

  /// Everybody at the far end of whatever tunnel.
  public List<Origin.Remote> all() {
    return subject.network().tunnels().keySet().stream().map(Origin.Remote::new).toList();
  }

  /// A drawn data centre, or what is drawn in it, at the far end of each tunnel that leads there.
  public List<Origin.Remote> at(Node drawn) {
    Optional<Node> centre = DataCentre.around(drawn, subject.document());
    if (centre.isEmpty()) {
      return List.of();
    }
    AddressSet among = addresses(drawn, centre.get());
    return tunnels(centre.get()).map(tunnel -> new Origin.Remote(tunnel, among)).toList();
  }

  /// The addresses that it tells, or else those of all the data centre.
  private static AddressSet addresses(Node drawn, Node centre) {
    String told = drawn.equals(centre) ? "" : DataCentreServer.ADDRESS.of(drawn);
    String block = told.isEmpty() ? DataCentre.CIDR.of(centre) : told;
    return AddressBlock.parse(block.contains("/") ? block : block + "/32")
        .map(known -> AddressSet.of(known.toString()))
        .orElse(AddressSet.EVERYTHING);
  }

  /// The tunnels into those VPCs whose gateways links join with the data centre.
  private Stream<Ref> tunnels(Node centre) {
    Document document = subject.document();
    Set<ElementId> vpcs = new HashSet<>();
    for (Connector link : document.connectorsOf(centre.id())) {
      if (link.kind().equals(DataCentreLink.KIND.id())) {
        boolean outward = link.target().equals(centre.id());
        document.ancestors(document.node(outward ? link.source() : link.target())).stream()
            .filter(around -> around.kind().equals(Vpc.KIND.id()))
            .forEach(vpc -> vpcs.add(vpc.id()));
      }
    }
    return subject.network().tunnels().values().stream()
        .filter(
            tunnel ->
                subject.origin(tunnel.realm()).flatMap(subject::element).map(Element::id).stream()
                    .anyMatch(vpcs::contains))
        .map(tunnel -> tunnel.ref());
  }

  /// The drawn data centre at the far end of a tunnel; empty where none is drawn, or several are.
  Optional<Node> behind(Ref tunnel) {
    List<Node> found =
        subject.document().nodes().stream()
            .filter(node -> node.kind().equals(DataCentre.KIND.id()))
            .filter(centre -> tunnels(centre).anyMatch(tunnel::equals))
            .toList();
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  /// What those at the far end of a tunnel are called.
  Label label(Ref tunnel) {
    return behind(tunnel)
        .map(subject::label)
        .orElseGet(() -> new Label.Keyed("zone." + Zone.IDC.key() + ".name"));
  }

  /// Everything that they can open with a component.
  public Exposure calling(List<Origin.Remote> who, Component to) {
    return calling(who, to, Optional.empty());
  }

  /// What they can open with a component.
  ///
  /// @param asked empty for everything
  public Exposure calling(List<Origin.Remote> who, Component to, Optional<Traffic> asked) {
    List<Answer> answers = new ArrayList<>();
    for (Origin.Remote one : who) {
      subject.goOn();
      for (Standing.Face face : to.faces()) {
        answers.add(
            asked.isPresent()
                ? reachability.sessions(one, face.ref(), asked.get())
                : reachability.sessions(one, face.ref()));
      }
    }
    return new Exposure(answers);
  }

  /// What a component can open with them.
  ///
  /// @param asked empty for everything
  public Exposure called(Component by, List<Origin.Remote> who, Optional<Traffic> asked) {
    List<Answer> answers = new ArrayList<>();
    for (Origin.Remote one : who) {
      subject.goOn();
      for (Standing.Face face : by.faces()) {
        answers.add(reachability.outward(face.ref(), one, asked.stream().toList()));
      }
    }
    return new Exposure(answers);
  }

  /// Why no packet can have an address of it: no tunnel leads there, or its own address lies elsewhere.
  public Optional<Cause> absence(Node drawn) {
    List<Origin.Remote> ends = at(drawn);
    if (ends.isEmpty()) {
      return Optional.of(
          new Cause(
              Sentence.of("blocker.no-link", subject.label(drawn)), List.of(drawn.id()), null));
    }
    boolean there =
        ends.stream()
            .map(end -> subject.network().tunnels().get(end.tunnel()))
            .anyMatch(
                tunnel -> tunnel != null && tunnel.remote().overlaps(ends.getFirst().among()));
    return there
        ? Optional.empty()
        : Optional.of(
            new Cause(
                Sentence.of("blocker.address-elsewhere", subject.label(drawn)),
                List.of(drawn.id()),
                DataCentreServer.ADDRESS.name()));
  }

  /// The gateway at which a tunnel enters its VPC.
  Optional<Resource> gateway(Ref tunnel) {
    return subject.network().tunnels().containsKey(tunnel)
        ? subject.origin(tunnel)
        : Optional.empty();
  }
}
