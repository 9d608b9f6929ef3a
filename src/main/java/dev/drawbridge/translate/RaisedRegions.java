package dev.drawbridge.translate;

import dev.drawbridge.catalog.Arguments;
import dev.drawbridge.catalog.RaisedNode;
import dev.drawbridge.catalog.aws.Region;
import dev.drawbridge.resource.Labels;
import dev.drawbridge.resource.Origin;
import dev.drawbridge.resource.Provider;
import dev.drawbridge.resource.Resource;
import dev.drawbridge.resource.ResourceGraph;
import dev.drawbridge.resource.Value;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The regions of a graph: one for each provider configuration, or, where none is told, for each that the
/// availability zones of subnets name.
final class RaisedRegions {
  private static final Pattern ZONE = Pattern.compile("([a-z]{2}(?:-[a-z]+)+-[0-9])[a-z]");

  private final ResourceGraph graph;
  private final SequencedMap<String, RaisedNode> regions = new LinkedHashMap<>();

  private final Set<String> implied = new HashSet<>();

  private RaisedRegions(ResourceGraph graph) {
    this.graph = graph;
  }

  static RaisedRegions of(ResourceGraph graph) {
    RaisedRegions regions = new RaisedRegions(graph);
    for (Provider provider : graph.providers().values()) {
      if (provider.name().equals("aws")) {
        String alias = provider.alias();
        String label = alias == null ? mainLabel(graph) : alias;
        RaisedNode region = new RaisedNode(Region.KIND, label, -1);
        region.read(Region.CODE, provider.body().get("region"));
        if (!(provider.body().get("region") instanceof Value.Text)) {
          regions.code(provider.reference()).ifPresent(code -> region.set(Region.CODE, code));
        }
        name(region);
        regions.regions.put(provider.reference(), region);
        if (!(provider.origin() instanceof Origin.Drawn)) {
          regions.implied.add(provider.reference());
        }
      }
    }
    return regions;
  }

  /// What the main region has once, such as its key, bears its label.
  private static String mainLabel(ResourceGraph graph) {
    return graph.ofType("aws_kms_alias").stream()
        .filter(key -> key.get("provider") == null)
        .map(key -> key.address().name())
        .findFirst()
        .orElse("");
  }

  /// The region that the zones of the subnets of a provider configuration name.
  private Optional<String> code(String provider) {
    return graph.ofType("aws_subnet").stream()
        .filter(subnet -> reference(subnet).equals(provider))
        .flatMap(subnet -> zoned(subnet).stream())
        .findFirst();
  }

  private static String reference(Resource resource) {
    return resource.get("provider") instanceof Value.Symbol(String path) ? path : "aws";
  }

  private static Optional<String> zoned(Resource subnet) {
    Matcher zone = ZONE.matcher(Arguments.text(subnet.body(), "availability_zone"));
    return zone.matches() ? Optional.of(zone.group(1)) : Optional.empty();
  }

  /// Those that are drawn even where nothing lies in them: all that somebody drew.
  List<RaisedNode> drawn() {
    return regions.entrySet().stream()
        .filter(region -> !implied.contains(region.getKey()))
        .map(Map.Entry::getValue)
        .toList();
  }

  RaisedNode of(Resource resource) {
    String provider = reference(resource);
    RaisedNode known = regions.get(provider);
    if (known != null) {
      return known;
    }
    Optional<String> told = code(resource);
    if (told.isEmpty() && !regions.isEmpty()) {
      return regions.firstEntry().getValue();
    }
    String code = told.orElse(Region.CODE.fallback());
    // Of several regions that no provider tells the first met is taken for the main one.
    String label = regions.isEmpty() ? mainLabel(graph) : "";
    return regions.computeIfAbsent(
        provider + " " + code,
        _ -> {
          RaisedNode region = new RaisedNode(Region.KIND, label, -1).with(Region.CODE, code);
          name(region);
          return region;
        });
  }

  /// One that bears its code's label needs no name.
  private static void name(RaisedNode region) {
    String label = region.label();
    if (!label.isEmpty() && !label.equals(Labels.of(region.get(Region.CODE), "region"))) {
      region.worded(label);
    }
  }

  /// As the zones of the subnets of a VPC name it.
  private Optional<String> code(Resource vpc) {
    return graph.referrers(vpc.address()).stream()
        .filter(resource -> resource.type().equals("aws_subnet"))
        .flatMap(subnet -> zoned(subnet).stream())
        .findFirst();
  }
}
