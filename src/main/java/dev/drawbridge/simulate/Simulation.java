package dev.drawbridge.simulate;

import dev.drawbridge.analyze.facts.AwsHosts;
import dev.drawbridge.analyze.facts.AwsSubnet;
import dev.drawbridge.analyze.facts.Facts;
import dev.drawbridge.analyze.facts.Reading;
import dev.drawbridge.analyze.facts.Standing;
import dev.drawbridge.analyze.finding.Label;
import dev.drawbridge.analyze.finding.Sentence;
import dev.drawbridge.analyze.rules.Arrows;
import dev.drawbridge.analyze.rules.Component;
import dev.drawbridge.analyze.rules.Requests;
import dev.drawbridge.analyze.rules.Subject;
import dev.drawbridge.analyze.rules.service.ConsulQuorum;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.network.NextHop;
import dev.drawbridge.network.Ref;
import dev.drawbridge.network.RouteTable;
import dev.drawbridge.network.Subnet;
import dev.drawbridge.resource.Address;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Lets one thing fail, and finds out what still serves: which components requests of the internet get to
/// without what is gone, which have lost something that they call, or their way out.
///
/// A failure is that of an availability zone with everything that stands in it, of one server of several, or of a
/// component as a whole. Two failures at once are not looked at.
public final class Simulation {
  private final Subject subject;
  private final Facts facts;
  private final Requests requests;
  private final Recovery recovery;

  private Simulation(Subject subject) {
    this.subject = subject;
    this.facts = subject.facts();
    this.requests = new Requests(subject);
    this.recovery = new Recovery(facts);
  }

  /// What is left when an element fails; empty where nothing stands there that could.
  ///
  /// @param failed a place in which things stand, such as an availability zone, or a component
  public static Optional<Aftermath> of(Subject subject, ElementId failed) {
    return new Simulation(subject).after(failed);
  }

  private Optional<Aftermath> after(ElementId failed) {
    Map<String, Toll> tolls = new HashMap<>();
    Optional<Component> component = subject.component(failed);
    if (component.isPresent()) {
      tolls.put(component.get().id(), alone(component.get()));
    } else {
      Lost lost = lost(failed);
      for (Component one : subject.components()) {
        Toll toll = lost.of(one);
        if (toll != Toll.NONE) {
          tolls.put(one.id(), toll);
        }
      }
    }
    return tolls.isEmpty() ? Optional.empty() : Optional.of(aftermath(failed, tolls));
  }

  /// What it takes when a component fails by itself: one of its servers where it has several, else all of it.
  private Toll alone(Component component) {
    Set<Ref> all = Set.copyOf(Requests.faces(component));
    return switch (component.sort()) {
      case HOSTS -> {
        Optional<Long> servers = servers(component);
        yield servers.isPresent()
            ? without(component, Set.of(), 1, servers.get(), true)
            : new Toll(
                Set.of(), false, false, true, List.of(Sentence.of("simulate.unknown-number")));
      }
      case DATA_STORE -> {
        Recovery.Heir heir = recovery.ofStore(component);
        yield new Toll(
            heir.byItself() ? Set.of() : all,
            false,
            heir.byItself(),
            false,
            List.of(heir.sentence()));
      }
      case LOAD_BALANCER, TRANSLATOR, OTHER -> new Toll(all, false, false, false, List.of());
    };
  }

  /// What it takes when some of a component's servers are gone, perhaps with interfaces.
  ///
  /// @param somewhere whether others have a subnet to start in
  private Toll without(Component servers, Set<Ref> gone, long lost, long all, boolean somewhere) {
    List<Sentence> remarks = new ArrayList<>();
    boolean none = lost >= all;
    boolean minority = !none && needsMost(servers) && (all - lost) * 2 <= all;
    remarks.add(
        none
            ? Sentence.of("simulate.none-left", all)
            : Sentence.of(minority ? "simulate.minority" : "simulate.left", all - lost, all));
    remarks.addAll(recovery.ofServers(servers, somewhere));
    return none || minority
        ? new Toll(Set.copyOf(Requests.faces(servers)), false, false, false, remarks)
        : new Toll(gone, true, false, false, remarks);
  }

  private boolean needsMost(Component servers) {
    return servers.parts().stream()
        .map(part -> facts.hosts().get(part.address()))
        .anyMatch(hosts -> hosts != null && ConsulQuorum.isServer(subject, hosts));
  }

  /// How many servers it has, where that is known of all of it.
  private Optional<Long> servers(Component component) {
    long all = 0;
    for (Standing part : component.parts()) {
      Optional<Long> own = servers(part);
      if (own.isEmpty()) {
        return Optional.empty();
      }
      all += own.get();
    }
    return Optional.of(all);
  }

  private Optional<Long> servers(Standing part) {
    AwsHosts hosts = facts.hosts().get(part.address());
    return (hosts != null && hosts.scaling() ? facts.wanted(hosts) : facts.copies(part.resource()))
        .known();
  }

  /// The subnets that an element takes with it when it fails: those in its zones, whoever drew them, and
  /// those drawn in it.
  private Lost lost(ElementId place) {
    Set<String> zones = new HashSet<>();
    Set<Address> subnets = new HashSet<>();
    for (AwsSubnet subnet : facts.subnets().values()) {
      if (isDrawnIn(subnet, place)) {
        subnets.add(subnet.address());
        subnet.zone().known().ifPresent(zones::add);
      }
    }
    for (AwsSubnet subnet : facts.subnets().values()) {
      if (subnet.zone().known().filter(zones::contains).isPresent()) {
        subnets.add(subnet.address());
      }
    }
    return new Lost(subnets, zones);
  }

  private boolean isDrawnIn(AwsSubnet subnet, ElementId place) {
    return subject
        .element(subnet.resource())
        .flatMap(element -> subject.document().findNode(element.id()))
        .filter(
            node ->
                subject.document().ancestors(node).stream()
                    .anyMatch(around -> around.id().equals(place)))
        .isPresent();
  }

  /// What a failing place takes with it.
  private final class Lost {
    private final Set<Address> subnets;
    private final Set<String> zones;

    Lost(Set<Address> subnets, Set<String> zones) {
      this.subnets = subnets;
      this.zones = zones;
    }

    Toll of(Component component) {
      return switch (component.sort()) {
        case HOSTS -> ofServers(component);
        case DATA_STORE -> ofStore(component);
        case LOAD_BALANCER -> {
          Set<Ref> gone = hit(component.faces());
          int all = component.faces().size();
          yield gone.isEmpty()
              ? Toll.NONE
              : new Toll(
                  gone,
                  gone.size() < all,
                  false,
                  false,
                  List.of(Sentence.of("simulate.nodes", all - gone.size(), all)));
        }
        case TRANSLATOR, OTHER -> {
          Set<Ref> gone = hit(component.faces());
          yield gone.isEmpty() ? Toll.NONE : new Toll(gone, false, false, false, List.of());
        }
      };
    }

    private Set<Ref> hit(List<Standing.Face> faces) {
      return faces.stream()
          .filter(face -> face.subnet().filter(subnets::contains).isPresent())
          .map(Standing.Face::ref)
          .collect(Collectors.toSet());
    }

    private Toll ofServers(Component component) {
      Set<Ref> gone = hit(component.faces());
      if (gone.isEmpty()) {
        return Toll.NONE;
      }
      boolean somewhere = gone.size() < component.faces().size();
      long lost = 0;
      long all = 0;
      for (Standing part : component.parts()) {
        Optional<Long> own = servers(part);
        if (own.isEmpty()) {
          return new Toll(
              gone, false, false, somewhere, List.of(Sentence.of("simulate.unknown-number")));
        }
        long faces = part.faces().size();
        // AWS spreads them evenly over the zones; where that does not come out even, the worse of
        // both.
        lost += Math.ceilDiv(own.get() * hit(part.faces()).size(), Math.max(1, faces));
        all += own.get();
      }
      return without(component, gone, lost, all, somewhere);
    }

    private Toll ofStore(Component component) {
      Set<Ref> gone = new HashSet<>();
      boolean maybe = false;
      boolean elsewhere = false;
      for (Standing part : component.parts()) {
        Set<Ref> hit = hit(part.faces());
        Optional<Boolean> here = isHere(part, hit);
        maybe |= here.isEmpty();
        elsewhere |= here.isPresent() && !here.get();
        if (here.isPresent() && here.get()) {
          part.faces().forEach(face -> gone.add(face.ref()));
        }
      }
      if (gone.isEmpty() && !maybe) {
        return Toll.NONE;
      }
      Recovery.Heir heir = recovery.ofStore(component);
      if (heir.byItself()) {
        return new Toll(Set.of(), false, true, false, List.of(heir.sentence()));
      }
      if (gone.isEmpty()) {
        return new Toll(
            Set.of(), false, false, true, List.of(Sentence.of("simulate.where"), heir.sentence()));
      }
      return new Toll(gone, elsewhere, false, false, List.of(heir.sentence()));
    }

    /// Whether a part stands in what is lost: AWS chooses among the subnets that it is given, unless told.
    private Optional<Boolean> isHere(Standing part, Set<Ref> hit) {
      if (hit.isEmpty()) {
        return Optional.of(false);
      }
      Reading<String> told = facts.read(part.resource()).text("availability_zone");
      if (told.known().isPresent() && !zones.isEmpty()) {
        return told.known().map(zones::contains);
      }
      return hit.size() == part.faces().size() ? Optional.of(true) : Optional.empty();
    }
  }

  private Aftermath aftermath(ElementId failed, Map<String, Toll> tolls) {
    Set<Ref> gone = new HashSet<>();
    tolls.values().forEach(toll -> gone.addAll(toll.gone()));
    Map<String, Set<Label>> missing = missing(gone);
    List<Effect> effects = new ArrayList<>();
    for (Component component : subject.components()) {
      Toll toll = tolls.getOrDefault(component.id(), Toll.NONE);
      effect(component, toll, gone, missing.getOrDefault(component.id(), Set.of()))
          .ifPresent(effects::add);
    }
    effects.sort(Comparator.comparing(Effect::state));
    return new Aftermath(failed, effects);
  }

  /// By component, what it calls by an arrow and nothing is left of.
  private Map<String, Set<Label>> missing(Set<Ref> gone) {
    Map<String, Set<Label>> missing = new HashMap<>();
    for (Arrows.Arrow arrow : subject.arrows().all()) {
      if (arrow.source().isPresent() && arrow.target().isPresent()) {
        Component target = arrow.target().get();
        if (isGone(target, gone)) {
          missing
              .computeIfAbsent(arrow.source().get().id(), _ -> new LinkedHashSet<>())
              .add(target.label());
        }
      }
    }
    return missing;
  }

  private static boolean isGone(Component component, Set<Ref> gone) {
    return !component.faces().isEmpty() && gone.containsAll(Requests.faces(component));
  }

  /// What happens to a component; empty for one that neither served nor is hit.
  private Optional<Effect> effect(
      Component component, Toll toll, Set<Ref> gone, Set<Label> missing) {
    boolean served = requests.way(Requests.faces(component)).isPresent();
    if (isGone(component, gone)) {
      return Optional.of(new Effect(component, Effect.State.GONE, served, toll.remarks()));
    }
    List<Sentence> remarks = new ArrayList<>(toll.remarks());
    List<Ref> left =
        Requests.faces(component).stream().filter(face -> !gone.contains(face)).toList();
    boolean serves = served && requests.way(left, gone::contains).isPresent();
    boolean mayServe = serves || requests.without(left, gone::contains).survive();
    Optional<Sentence> shutIn = shutIn(component, gone);
    if (served && !mayServe) {
      remarks.addFirst(Sentence.of("simulate.cut"));
    } else if (served && !serves) {
      remarks.addFirst(Sentence.of("simulate.may-be-cut"));
    }
    if (!missing.isEmpty()) {
      remarks.add(Sentence.of("simulate.bereft", List.copyOf(missing)));
    }
    shutIn.ifPresent(remarks::add);
    Effect.State state =
        served && !mayServe
            ? Effect.State.CUT_OFF
            : !missing.isEmpty()
                ? Effect.State.BEREFT
                : served && !serves || toll.open()
                    ? Effect.State.UNKNOWN
                    : shutIn.isPresent()
                        ? Effect.State.SHUT_IN
                        : toll.takenOver()
                            ? Effect.State.FAILING_OVER
                            : toll.fewer() ? Effect.State.FEWER : Effect.State.SERVING;
    return served || state != Effect.State.SERVING
        ? Optional.of(new Effect(component, state, served, remarks))
        : Optional.empty();
  }

  /// What is left of a component and left for the internet through translators that are gone.
  private Optional<Sentence> shutIn(Component component, Set<Ref> gone) {
    if (component.sort() != Component.Sort.HOSTS) {
      return Optional.empty();
    }
    Set<Label> exits = new LinkedHashSet<>();
    Set<Label> subnets = new LinkedHashSet<>();
    boolean all = true;
    for (Ref face : Requests.faces(component)) {
      if (!gone.contains(face)) {
        Subnet subnet = subject.network().subnetOf(subject.network().interfaceOf(face));
        Set<Label> lost = exits(subnet, gone);
        exits.addAll(lost);
        if (lost.isEmpty()) {
          all = false;
        } else {
          subnets.add(subject.label(subnet.ref()));
        }
      }
    }
    if (exits.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        all
            ? Sentence.of("simulate.shut-in", List.copyOf(exits))
            : Sentence.of("simulate.shut-in.part", List.copyOf(exits), List.copyOf(subnets)));
  }

  private Set<Label> exits(Subnet subnet, Set<Ref> gone) {
    Set<Label> lost = new LinkedHashSet<>();
    for (RouteTable.Route route : subject.network().routesOf(subnet).routes()) {
      if (route.via() instanceof NextHop.Translator(Ref translator) && gone.contains(translator)) {
        lost.add(subject.label(translator));
      }
    }
    return lost;
  }
}
