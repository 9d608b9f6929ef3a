package dev.drawbridge.analyze.rules;

import dev.drawbridge.analyze.facts.Facts;
import dev.drawbridge.analyze.facts.NetworkMap;
import dev.drawbridge.analyze.facts.Standing;
import dev.drawbridge.analyze.finding.Label;
import dev.drawbridge.catalog.Catalog;
import dev.drawbridge.catalog.Trait;
import dev.drawbridge.catalog.Zone;
import dev.drawbridge.catalog.aws.WebServers;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.Element;
import dev.drawbridge.model.Node;
import dev.drawbridge.network.Balancer;
import dev.drawbridge.network.Group;
import dev.drawbridge.network.Network;
import dev.drawbridge.network.Peer;
import dev.drawbridge.network.Ref;
import dev.drawbridge.network.TargetGroup;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Finds the components of a network and the zone of each: by kind where one is drawn, and by its
/// place in the chain from the internet to the data. Never by name.
final class Components {
  private final Document document;
  private final Facts facts;
  private final Network network;
  private final Names names;
  private final Map<Ref, Draft> byFace = new HashMap<>();
  private final Map<String, Draft> drafts = new LinkedHashMap<>();

  private Components(Document document, Facts facts, NetworkMap map, Names names) {
    this.document = document;
    this.facts = facts;
    this.network = map.network();
    this.names = names;
  }

  /// A component whose zone is yet to be found.
  private static final class Draft {
    private final String id;
    private final List<Element> elements;
    private final Label label;
    private final Component.Sort sort;
    private final List<Standing> parts = new ArrayList<>();
    private @Nullable Zone zone;

    private Draft(String id, List<Element> elements, Label label, Component.Sort sort) {
      this.id = id;
      this.elements = elements;
      this.label = label;
      this.sort = sort;
    }

    private boolean looksLikeBastion(Network network) {
      return elements.isEmpty()
          && parts.stream().anyMatch(part -> Bastions.looksLikeOne(part, network));
    }

    /// Where those belong that are drawn.
    private @Nullable Zone drawnZone() {
      return elements.stream()
          .flatMap(element -> Catalog.of(element).stream())
          .flatMap(kind -> kind.zone().stream())
          .max(Comparator.naturalOrder())
          .orElse(null);
    }
  }

  static List<Component> of(Document document, Facts facts, NetworkMap map, Names names) {
    return new Components(document, facts, map, names).find(map);
  }

  private List<Component> find(NetworkMap map) {
    for (Standing standing : map.standing().values()) {
      Draft draft = draft(standing);
      draft.parts.add(standing);
      standing.faces().forEach(face -> byFace.put(face.ref(), draft));
    }
    placeInZones();
    List<Component> all = new ArrayList<>();
    for (Draft draft : drafts.values()) {
      Zone zone = draft.zone == null ? Zone.APP : draft.zone;
      all.add(
          new Component(
              draft.id,
              draft.elements.stream().map(Element::id).toList(),
              draft.label,
              draft.sort,
              zone,
              draft.parts));
    }
    return all;
  }

  private Draft draft(Standing standing) {
    List<Element> elements = elements(standing);
    String id =
        elements.isEmpty() ? standing.address().toString() : elements.getFirst().id().value();
    return drafts.computeIfAbsent(
        id,
        _ ->
            new Draft(
                id,
                elements,
                elements.isEmpty()
                    ? names.label(standing.resource())
                    : Names.label(elements.getFirst()),
                sort(standing)));
  }

  /// The tiers that run on an Auto Scaling group are what a person thinks of; the group comes after
  /// them.
  private List<Element> elements(Standing standing) {
    Optional<Element> drawn = names.element(standing.resource());
    if (drawn.isEmpty()) {
      return List.of();
    }
    List<Element> all = new ArrayList<>();
    Element element = drawn.get();
    if (Catalog.is(element, Trait.FLEET)) {
      document.children(element.id()).stream().filter(Components::isTier).forEach(all::add);
    }
    all.add(element);
    if (element instanceof Node node && isTier(node)) {
      document.parent(node).filter(parent -> Catalog.is(parent, Trait.FLEET)).ifPresent(all::add);
    }
    return all;
  }

  static boolean isTier(Element element) {
    return Catalog.is(element, Trait.SERVERS);
  }

  private Component.Sort sort(Standing standing) {
    if (standing.balancer().isPresent()) {
      return Component.Sort.LOAD_BALANCER;
    }
    if (facts.dataStores().containsKey(standing.address())) {
      return Component.Sort.DATA_STORE;
    }
    if (facts.others().containsKey(standing.address())) {
      return Component.Sort.OTHER;
    }
    return facts.hosts().containsKey(standing.address())
        ? Component.Sort.HOSTS
        : Component.Sort.TRANSLATOR;
  }

  private void placeInZones() {
    for (Draft draft : drafts.values()) {
      draft.zone =
          switch (draft.sort) {
            case DATA_STORE -> Zone.DATA;
            case TRANSLATOR -> Zone.DMZ;
            case OTHER -> Zone.APP;
            case HOSTS -> draft.looksLikeBastion(network) ? Zone.DMZ : draft.drawnZone();
            // One that stands nowhere is in the way of nobody.
            case LOAD_BALANCER -> isDeclaredInternal(draft) ? Zone.APP : Zone.DMZ;
          };
    }
    hostsThatNobodyDrew();
    loadBalancers();
  }

  /// Hosts right behind an internet-facing load balancer are the DMZ, and so are web servers, with a load balancer
  /// before them or without, as they are when they are drawn; all others are not.
  private void hostsThatNobodyDrew() {
    Set<Draft> outermost = new HashSet<>();
    for (Balancer balancer : network.balancers().values()) {
      boolean faced = draftOf(balancer).map(draft -> !isDeclaredInternal(draft)).orElse(false);
      if (faced && !isFedByHosts(balancer)) {
        outermost.addAll(targets(balancer));
      }
    }
    for (Draft draft : drafts.values()) {
      if (draft.sort == Component.Sort.HOSTS && draft.zone == null) {
        draft.zone = outermost.contains(draft) || areWebServers(draft.parts) ? Zone.DMZ : Zone.APP;
      }
    }
  }

  private boolean areWebServers(List<Standing> parts) {
    return parts.stream().allMatch(part -> WebServers.are(part.resource(), facts::find));
  }

  /// A load balancer is internal that is declared so, that stands before App or Data, or that hosts
  /// call.
  private void loadBalancers() {
    for (Balancer balancer : network.balancers().values()) {
      draftOf(balancer)
          .ifPresent(
              draft -> {
                boolean inside =
                    isDeclaredInternal(draft)
                        || targets(balancer).stream()
                            .anyMatch(to -> to.zone == Zone.APP || to.zone == Zone.DATA)
                        || isFedByHosts(balancer);
                draft.zone = inside ? Zone.APP : Zone.DMZ;
              });
    }
  }

  private boolean isDeclaredInternal(Draft draft) {
    return draft.parts.stream()
        .map(part -> facts.loadBalancers().get(part.address()))
        .anyMatch(balancer -> balancer != null && balancer.internal().is(true));
  }

  private Optional<Draft> draftOf(Balancer balancer) {
    return balancer.nodes().stream().findFirst().map(byFace::get);
  }

  private Set<Draft> targets(Balancer balancer) {
    Set<Draft> found = new HashSet<>();
    for (Balancer.Listener listener : balancer.listeners()) {
      for (Balancer.Forward forward : listener.forwards()) {
        TargetGroup group = network.targetGroups().get(forward.targetGroup());
        if (group != null) {
          for (TargetGroup.Target target : group.targets()) {
            Draft to = byFace.get(target.host());
            if (to != null) {
              found.add(to);
            }
          }
        }
      }
    }
    return found;
  }

  /// Whether it admits a group that hosts bear. A group that it shares with its targets tells
  /// nothing.
  private boolean isFedByHosts(Balancer balancer) {
    Set<Ref> admitted = new HashSet<>();
    Set<Ref> own = new HashSet<>();
    for (Ref node : balancer.nodes()) {
      for (Group group : network.groupsOf(network.interfaceOf(node))) {
        own.add(group.ref());
        for (Group.Rule rule : group.ingress()) {
          if (rule.peer() instanceof Peer.Members(Ref members)) {
            admitted.add(members);
          }
        }
      }
    }
    admitted.removeAll(own);
    return admitted.stream().anyMatch(hostGroups()::contains);
  }

  private @Nullable Set<Ref> hostGroups;

  private Set<Ref> hostGroups() {
    Set<Ref> known = hostGroups;
    if (known == null) {
      known = new HashSet<>();
      for (Draft draft : drafts.values()) {
        if (draft.sort == Component.Sort.HOSTS) {
          for (Standing part : draft.parts) {
            for (Standing.Face face : part.faces()) {
              known.addAll(network.interfaceOf(face.ref()).groups());
            }
          }
        }
      }
      hostGroups = known;
    }
    return known;
  }
}
