package dev.drawbridge.catalog;

import dev.drawbridge.catalog.aws.AvailabilityZone;
import dev.drawbridge.catalog.aws.Region;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Node;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What stands around each node of a document: the containers that mean something in AWS, whatever else
/// lies between. Computed once, in one pass; asking costs nothing.
public final class Surroundings {
  private static final Site NOWHERE = new Site(null, null, null, null, null);

  private final Document document;
  private final String home;
  private final Map<ElementId, Site> sites = new HashMap<>();
  private final Map<ElementId, Map<String, List<Node>>> inVpc = new HashMap<>();
  private final Map<ElementId, List<Node>> inRegion = new HashMap<>();
  private final Map<ElementId, String> codes = new HashMap<>();
  private final Map<ElementId, String> zoneNames = new HashMap<>();
  private final Map<ElementId, List<Node>> inGroup = new HashMap<>();

  /// The containers around a node, the nearest of each kind.
  private record Site(
      @Nullable Node region,
      @Nullable Node vpc,
      @Nullable Node zone,
      @Nullable Node subnet,
      @Nullable Node group) {
    Site within(Node container) {
      return switch (container.kind()) {
        case "aws.region" -> new Site(container, null, null, null, null);
        case "aws.vpc" -> new Site(region, container, null, null, null);
        case "aws.availability_zone" -> new Site(region, vpc, container, null, null);
        case "aws.subnet" -> new Site(region, vpc, zone, container, null);
        default ->
            Catalog.is(container, Trait.FLEET)
                ? new Site(region, vpc, zone, subnet, container)
                : this;
      };
    }
  }

  private Surroundings(Document document, String home) {
    this.document = document;
    this.home = home;
  }

  public static Surroundings of(Document document) {
    return of(document, Region.CODE.fallback());
  }

  /// As above.
  ///
  /// @param home the code of the region for what stands in none
  public static Surroundings of(Document document, String home) {
    Surroundings around = new Surroundings(document, home);
    for (Node node : document.nodes()) {
      around.place(node);
    }
    for (Node node : document.nodes()) {
      if (node.kind().equals("aws.vpc")) {
        around.nameZones(node);
      }
    }
    return around;
  }

  private void place(Node node) {
    Node parent = document.parent(node).orElse(null);
    Site site = parent == null ? NOWHERE : sites.getOrDefault(parent.id(), NOWHERE).within(parent);
    sites.put(node.id(), site);
    if (node.kind().equals("aws.region")) {
      codes.put(node.id(), Region.CODE.of(node));
    }
    if (site.vpc != null) {
      inVpc
          .computeIfAbsent(site.vpc.id(), _ -> new HashMap<>())
          .computeIfAbsent(node.kind(), _ -> new ArrayList<>())
          .add(node);
    }
    if (site.region != null && node.kind().equals("aws.vpc")) {
      inRegion.computeIfAbsent(site.region.id(), _ -> new ArrayList<>()).add(node);
    }
    if (site.group != null) {
      inGroup.computeIfAbsent(site.group.id(), _ -> new ArrayList<>()).add(node);
    }
  }

  /// The region around the node, or the node itself where it is one.
  public Optional<Node> region(Node node) {
    return node.kind().equals("aws.region")
        ? Optional.of(node)
        : Optional.ofNullable(site(node).region);
  }

  /// The VPC around the node, or the node itself where it is one.
  public Optional<Node> vpc(Node node) {
    return node.kind().equals("aws.vpc") ? Optional.of(node) : Optional.ofNullable(site(node).vpc);
  }

  /// The availability zone around the node, or the node itself where it is one.
  public Optional<Node> zone(Node node) {
    return node.kind().equals("aws.availability_zone")
        ? Optional.of(node)
        : Optional.ofNullable(site(node).zone);
  }

  /// The subnet around the node.
  public Optional<Node> subnet(Node node) {
    return Optional.ofNullable(site(node).subnet);
  }

  /// The fleet around the node: an Auto Scaling group or an ECS service.
  public Optional<Node> group(Node node) {
    return Optional.ofNullable(site(node).group);
  }

  /// The nodes of a kind in a VPC, at whatever depth, in drawing order.
  public List<Node> inVpc(Node vpc, String kind) {
    return Collections.unmodifiableList(
        inVpc.getOrDefault(vpc.id(), Map.of()).getOrDefault(kind, List.of()));
  }

  /// The VPCs of a region, in drawing order.
  public List<Node> vpcs(Node region) {
    return Collections.unmodifiableList(inRegion.getOrDefault(region.id(), List.of()));
  }

  /// The code of the region around the node, such as `ap-northeast-2`; that of the main one where there is
  /// none.
  public String regionCode(Node node) {
    return region(node).map(region -> codes.getOrDefault(region.id(), home)).orElse(home);
  }

  /// The name of the availability zone around the node, such as `ap-northeast-2a`; empty where it
  /// stands in none.
  public Optional<String> zoneName(Node node) {
    return zone(node).map(zone -> zoneNames.get(zone.id()));
  }

  /// What runs on a fleet.
  public List<Node> inGroup(Node group) {
    return Collections.unmodifiableList(inGroup.getOrDefault(group.id(), List.of()));
  }

  /// The subnets in which the node has interfaces: its Auto Scaling group's, or else the one that it
  /// stands in and those that it spans. Only subnets of some VPC.
  public List<Node> subnets(Node node) {
    Node group = site(node).group;
    if (group != null && !group.id().equals(node.id())) {
      return subnets(group);
    }
    SequencedSet<Node> found = new LinkedHashSet<>();
    subnet(node).filter(subnet -> vpc(subnet).isPresent()).ifPresent(found::add);
    for (ElementId id : node.spans()) {
      document
          .findNode(id)
          .filter(spanned -> spanned.kind().equals("aws.subnet") && vpc(spanned).isPresent())
          .ifPresent(found::add);
    }
    return List.copyOf(found);
  }

  /// Zones that name no letter take the first free ones, in drawing order.
  private void nameZones(Node vpc) {
    List<Node> zones = inVpc(vpc, "aws.availability_zone");
    Set<String> taken = new HashSet<>();
    zones.forEach(zone -> taken.add(AvailabilityZone.ZONE.of(zone)));
    String code = regionCode(vpc);
    for (Node zone : zones) {
      String letter = AvailabilityZone.ZONE.of(zone);
      for (char next = 'a'; letter.isEmpty(); next++) {
        if (next == 'z' || taken.add(String.valueOf(next))) {
          letter = String.valueOf(next);
        }
      }
      zoneNames.put(zone.id(), code + letter);
    }
  }

  private Site site(Node node) {
    return sites.getOrDefault(node.id(), NOWHERE);
  }
}
