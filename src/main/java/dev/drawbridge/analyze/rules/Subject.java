package dev.drawbridge.analyze.rules;

import dev.drawbridge.analyze.facts.AwsGroupRule;
import dev.drawbridge.analyze.facts.AwsPeeringRoute;
import dev.drawbridge.analyze.facts.Exits;
import dev.drawbridge.analyze.facts.Facts;
import dev.drawbridge.analyze.facts.NetworkMap;
import dev.drawbridge.analyze.facts.Reading;
import dev.drawbridge.analyze.facts.Standing;
import dev.drawbridge.analyze.finding.Label;
import dev.drawbridge.analyze.policy.Policy;
import dev.drawbridge.base.Reason;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.Element;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.network.Answer;
import dev.drawbridge.network.Memory;
import dev.drawbridge.network.Network;
import dev.drawbridge.network.Origin;
import dev.drawbridge.network.Path;
import dev.drawbridge.network.Reachability;
import dev.drawbridge.network.Ref;
import dev.drawbridge.network.Relay;
import dev.drawbridge.network.Traffic;
import dev.drawbridge.network.Verdict;
import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Resource;
import dev.drawbridge.resource.ResourceGraph;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// What rules look at: a design, the resources that it amounts to, their network, and who can reach
/// whom in it. Answers are kept, so a subject is for one thread at a time.
public final class Subject {
  private final Document document;
  private final Policy policy;
  private final Facts facts;
  private final NetworkMap map;
  private final Reachability reachability;
  private final Names names;
  private final BooleanSupplier cancelled;
  private final List<Component> components;
  private final Map<ElementId, Component> byElement = new LinkedHashMap<>();
  private final Map<Address, Component> byResource = new HashMap<>();
  private final Map<Ref, Component> byFace = new HashMap<>();
  private final Map<Ref, Component> byBalancer = new HashMap<>();
  private final Map<ElementId, List<Component>> bySubnet = new HashMap<>();
  private final Map<Address, List<Component>> byHome = new HashMap<>();
  private final Map<String, Exposure> exposures = new HashMap<>();
  private final Map<String, List<Talk>> talks = new HashMap<>();
  private @Nullable Arrows arrows;
  private @Nullable Callers callers;

  private Subject(
      Document document,
      ResourceGraph graph,
      Policy policy,
      Memory memory,
      BooleanSupplier cancelled) {
    this.document = document;
    this.policy = policy;
    this.cancelled = cancelled;
    facts = Facts.of(graph);
    map = NetworkMap.of(facts);
    reachability = Reachability.of(map.network(), memory);
    names = new Names(document);
    components = Components.of(document, facts, map, names);
    for (Component component : components) {
      component.elements().forEach(id -> byElement.putIfAbsent(id, component));
      component.faces().stream()
          .flatMap(face -> face.subnet().stream())
          .distinct()
          .forEach(home -> byHome.computeIfAbsent(home, _ -> new ArrayList<>()).add(component));
      component.faces().stream()
          .flatMap(face -> face.subnet().stream())
          .flatMap(address -> facts.find(address).stream())
          .flatMap(resource -> names.elementId(resource).stream())
          .distinct()
          .forEach(id -> bySubnet.computeIfAbsent(id, _ -> new ArrayList<>()).add(component));
      for (Standing part : component.parts()) {
        byResource.put(part.address(), component);
        part.faces().forEach(face -> byFace.put(face.ref(), component));
        part.balancer().ifPresent(ref -> byBalancer.put(ref, component));
      }
    }
  }

  /// @param document the drawing; empty where the graph was written by somebody
  /// @param cancelled asked now and then; once it says yes, rules stop with a
  ///     [CancellationException]
  public static Subject of(
      Document document, ResourceGraph graph, Policy policy, BooleanSupplier cancelled) {
    return of(document, graph, policy, new Memory(), cancelled);
  }

  /// @param document the drawing; empty where the graph was written by somebody
  /// @param memory of the subject before, which was probably much like this one
  /// @param cancelled asked now and then; once it says yes, rules stop with a
  ///     [CancellationException]
  public static Subject of(
      Document document,
      ResourceGraph graph,
      Policy policy,
      Memory memory,
      BooleanSupplier cancelled) {
    return new Subject(document, graph, policy, memory, cancelled);
  }

  /// @throws CancellationException when nobody waits for the result any more
  public void goOn() {
    if (cancelled.getAsBoolean()) {
      throw new CancellationException();
    }
  }

  public Document document() {
    return document;
  }

  /// What the design is held to.
  public Policy policy() {
    return policy;
  }

  public Facts facts() {
    return facts;
  }

  public Network network() {
    return map.network();
  }

  public List<Component> components() {
    return components;
  }

  public List<Component> components(Component.Sort sort) {
    return components.stream().filter(component -> component.sort() == sort).toList();
  }

  public Optional<Component> component(ElementId element) {
    return Optional.ofNullable(byElement.get(element));
  }

  public Optional<Component> component(Address resource) {
    return Optional.ofNullable(byResource.get(resource));
  }

  public Optional<Component> componentOfFace(Ref face) {
    return Optional.ofNullable(byFace.get(face));
  }

  public Optional<Component> componentOfBalancer(Ref balancer) {
    return Optional.ofNullable(byBalancer.get(balancer));
  }

  /// The resource that says what a part of the network says.
  public Optional<Resource> origin(Ref part) {
    return map.origin(part);
  }

  /// The rules of all security groups, as somebody wrote them.
  public List<AwsGroupRule> groupRules() {
    return map.groupRules();
  }

  /// The routes to peers, as somebody wrote them.
  public List<AwsPeeringRoute> peeringRoutes() {
    return map.peeringRoutes();
  }

  /// The drawn element that a resource comes from.
  public Optional<Element> element(Resource resource) {
    return names.element(resource);
  }

  public Label label(Resource resource) {
    return names.label(resource);
  }

  public Label label(Element element) {
    return Names.label(element);
  }

  public Label label(Ref part) {
    return componentOfFace(part)
        .or(() -> componentOfBalancer(part))
        .map(Component::label)
        .or(
            () ->
                network().tunnels().containsKey(part)
                    ? Optional.of(dataCentres().label(part))
                    : Optional.empty())
        .or(() -> origin(part).map(names::label))
        .orElseGet(() -> new Label.Named(part.id()));
  }

  String id(Resource resource) {
    return names.id(resource);
  }

  /// What stands in a subnet.
  public List<Component> inSubnet(Address subnet) {
    return byHome.getOrDefault(subnet, List.of());
  }

  /// Whether a subnet's packets for the internet leave through a NAT gateway.
  public boolean leavesThroughNat(Address subnet) {
    return map.leavesThroughNat(subnet);
  }

  /// Where packets for other networks may leave a subnet.
  public Exits exits(Address subnet) {
    return map.exits(subnet);
  }

  /// Whether a component runs on an Auto Scaling group.
  public boolean isScaled(Component component) {
    return component.parts().stream()
        .map(part -> facts.hosts().get(part.address()))
        .anyMatch(hosts -> hosts != null && hosts.scaling());
  }

  /// Whether a load balancer passes requests on to a component.
  public boolean isTarget(Component component) {
    return component.faces().stream()
        .anyMatch(face -> !reachability.relaysTo(face.ref()).isEmpty());
  }

  /// What stands in a drawn subnet.
  public List<Component> inSubnet(ElementId subnet) {
    return bySubnet.getOrDefault(subnet, List.of());
  }

  /// Whether a subnet has a route to an internet gateway.
  public Reading<Boolean> leadsToInternet(Address subnet) {
    return map.leadsToInternet(subnet);
  }

  /// The availability zones in which a component stands.
  public Zones zones(Component component) {
    List<Reading<Address>> subnets = new ArrayList<>();
    for (Standing.Face face : component.faces()) {
      subnets.add(
          face.subnet()
              .map(Reading::given)
              .orElseGet(() -> Reading.unresolved(Reason.of("unknown.some-subnet"))));
    }
    return Zones.of(facts, subnets);
  }

  /// Those who might open sessions with a component from within its VPC or one peered with it;
  /// nobody else there can.
  public Set<Component> callers(Component target) {
    return callers().of(target);
  }

  private Callers callers() {
    Callers known = callers;
    if (known == null) {
      known = new Callers(network(), components);
      callers = known;
    }
    return known;
  }

  /// Who might open sessions with a component from within its VPC or one peered with it: the talk
  /// tells whether it does. Of a component that the internet can reach, those are left out who can do
  /// no more than anybody.
  public List<Talk> talks(Component target) {
    List<Talk> known = talks.get(target.id());
    if (known == null) {
      known = new ArrayList<>();
      boolean exposed = !exposure(target).isEmpty();
      for (Component from : exposed ? callers().meant(target) : callers().of(target)) {
        if (!from.id().equals(target.id()) && from.sort() != Component.Sort.TRANSLATOR) {
          known.add(new Talk(this, from, target));
        }
      }
      talks.put(target.id(), known);
    }
    return known;
  }

  /// What a load balancer passes on, and to whom.
  public List<Relay> relaysOf(Ref balancer) {
    return reachability.relaysOf(balancer);
  }

  /// Whether what a load balancer passes on gets to its target.
  ///
  /// @param entry what clients can open with the load balancer's node
  public Answer delivery(Relay relay, Answer entry) {
    goOn();
    return reachability.delivery(relay, entry);
  }

  /// Whether a load balancer's questions after the health of a target get to it.
  public Answer health(Relay relay) {
    goOn();
    return reachability.health(relay);
  }

  /// What load balancers pass on to an interface.
  public List<Relay> relaysTo(Ref face) {
    return reachability.relaysTo(face);
  }

  /// E(X): what the internet can open with the component itself. What a load balancer passes on to
  /// it is no part of that.
  public Exposure exposure(Component component) {
    return exposures.computeIfAbsent(
        component.id(),
        _ -> {
          goOn();
          List<Answer> answers = new ArrayList<>();
          component.faces().forEach(face -> answers.add(reachability.exposure(face.ref())));
          return new Exposure(answers);
        });
  }

  /// Whether the internet can open these sessions with the component.
  public Exposure fromInternet(Component to, Traffic asked) {
    goOn();
    List<Answer> answers = new ArrayList<>();
    for (Standing.Face face : to.faces()) {
      answers.add(reachability.sessions(Origin.INTERNET, face.ref(), asked));
    }
    return new Exposure(answers);
  }

  /// Those at the far ends of VPNs and their like.
  public DataCentres dataCentres() {
    return new DataCentres(this, reachability);
  }

  /// Everything that one component can open with another.
  public Exposure sessions(Component from, Component to) {
    return pairs(from, to, Optional.empty());
  }

  /// Whether one component can open any of these sessions with another; where it can, one is told.
  public Exposure sessions(Component from, Component to, Traffic asked) {
    return pairs(from, to, Optional.of(asked));
  }

  private Exposure pairs(Component from, Component to, Optional<Traffic> asked) {
    List<Answer> answers = new ArrayList<>();
    for (Standing.Face source : from.faces()) {
      goOn();
      Origin origin = Origin.of(source.ref());
      for (Standing.Face target : to.faces()) {
        answers.add(
            asked.isPresent()
                ? reachability.sessions(origin, target.ref(), asked.get())
                : reachability.sessions(origin, target.ref()));
        if (asked.isPresent() && answers.getLast().anyAdmitted()) {
          // Whether anything passes is told by now; what else passes is not asked here.
          return new Exposure(List.of(answers.getLast()));
        }
      }
    }
    return new Exposure(answers);
  }

  /// Whether one interface can open any session with another.
  public Verdict anySession(Ref from, Ref to) {
    goOn();
    return reachability.any(Origin.of(from), to);
  }

  /// The ways from any of these origins to a component, direct ones and those through load
  /// balancers.
  public List<Path> paths(List<Origin> from, Component to) {
    List<Path> all = new ArrayList<>();
    for (Origin origin : from) {
      for (Standing.Face face : to.faces()) {
        goOn();
        all.addAll(reachability.paths(origin, face.ref()));
      }
    }
    return all;
  }

  /// The drawn arrows.
  public Arrows arrows() {
    if (arrows == null) {
      arrows = Arrows.of(this);
    }
    return arrows;
  }
}
