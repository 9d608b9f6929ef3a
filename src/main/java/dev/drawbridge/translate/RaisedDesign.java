package dev.drawbridge.translate;

import dev.drawbridge.base.Issue;
import dev.drawbridge.base.Outcome;
import dev.drawbridge.base.Place;
import dev.drawbridge.catalog.Catalog;
import dev.drawbridge.catalog.Kind;
import dev.drawbridge.catalog.Port;
import dev.drawbridge.catalog.RaisedConnector;
import dev.drawbridge.catalog.RaisedElement;
import dev.drawbridge.catalog.RaisedNode;
import dev.drawbridge.catalog.Raising;
import dev.drawbridge.catalog.Trait;
import dev.drawbridge.catalog.aws.AvailabilityZone;
import dev.drawbridge.catalog.aws.Region;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Labels;
import dev.drawbridge.resource.Origin;
import dev.drawbridge.resource.Resource;
import dev.drawbridge.resource.ResourceGraph;
import dev.drawbridge.resource.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The design that a graph becomes, while the kinds draw what they recognise in it.
final class RaisedDesign implements Raising {
  /// The only resource of its type in a module, and its key where there are several.
  private static final Pattern OF_ITS_MODULE =
      Pattern.compile("(?:this|main|default|this_name_prefix)(?:\\[0\\]|(\\[.*\\]))?");

  private final ResourceGraph graph;
  private final ModuleTexts texts;
  private final RaisedRegions regions;
  private final Map<Address, Integer> positions = new HashMap<>();

  /// The modules that have a VPC.
  private final Set<String> networks = new HashSet<>();

  private final List<RaisedNode> nodes = new ArrayList<>();
  private final List<RaisedConnector> connectors = new ArrayList<>();
  private final Map<Address, List<RaisedElement>> claims = new HashMap<>();
  private final Map<List<Object>, RaisedNode> zones = new HashMap<>();
  private final Map<Address, Issue> left = new HashMap<>();
  private final List<Issue> notes = new ArrayList<>();
  private @Nullable RaisedDrawing soFar;

  RaisedDesign(ResourceGraph graph) {
    this.graph = graph;
    this.texts = ModuleTexts.of(graph);
    graph.resources().keySet().forEach(address -> positions.put(address, positions.size()));
    graph.ofType("aws_vpc").forEach(vpc -> networks.add(vpc.address().module()));
    this.regions = RaisedRegions.of(graph);
    nodes.addAll(regions.drawn());
  }

  @Override
  public ResourceGraph graph() {
    return graph;
  }

  @Override
  public RaisedNode node(Kind kind, Resource main, String label) {
    Address address = main.address();
    RaisedNode node =
        new RaisedNode(kind, label(label.isEmpty() ? name(address) : label), position(address));
    nodes.add(node);
    claim(node, address);
    nameTag(main).ifPresent(node::tagged);
    return node;
  }

  @Override
  public RaisedNode node(Kind kind, String label) {
    RaisedNode node = new RaisedNode(kind, label, -1);
    nodes.add(node);
    return node;
  }

  @Override
  public RaisedConnector connector(
      Kind kind, RaisedNode source, RaisedNode target, String label, Resource first) {
    RaisedConnector connector =
        new RaisedConnector(kind, source, target, label, position(first.address()));
    connectors.add(connector);
    return connector;
  }

  /// The name that a resource goes by: modules call theirs `this`, and say by their own name whose it is. That
  /// of a network is its VPC.
  private String name(Address address) {
    Matcher found = OF_ITS_MODULE.matcher(address.name());
    boolean beside = networks.contains(address.module()) && !address.type().equals("aws_vpc");
    return address.module().isEmpty() || beside || !found.matches()
        ? address.name()
        : address.module().replaceFirst("^(.*[.])?module[.]", "")
            + (found.group(1) == null ? "" : found.group(1));
  }

  /// What tells one of several instances from the others is part of a label of its own.
  private static String label(String name) {
    return ElementLabels.isLabel(name) ? name : Labels.of(name, "element");
  }

  private int position(Address address) {
    return positions.getOrDefault(address, positions.size());
  }

  private Optional<String> nameTag(Resource resource) {
    return resource.get("tags") instanceof Value.Mapping(SequencedMap<String, Value> tags)
        ? named(tags.get("Name"))
        : Optional.empty();
  }

  @Override
  public void claim(RaisedElement element, Address address) {
    List<RaisedElement> owners = claims.computeIfAbsent(address, _ -> new ArrayList<>());
    if (!owners.contains(element)) {
      owners.add(element);
    }
  }

  @Override
  public List<RaisedNode> nodesOf(Address address) {
    return claims.getOrDefault(address, List.of()).stream()
        .filter(RaisedNode.class::isInstance)
        .map(RaisedNode.class::cast)
        .toList();
  }

  @Override
  public List<RaisedNode> nodes(Trait trait) {
    return nodes.stream()
        .filter(node -> node.kind().is(trait))
        .sorted(Comparator.comparing(RaisedNode::position))
        .toList();
  }

  @Override
  public RaisedNode region(Resource resource) {
    RaisedNode region = regions.of(resource);
    if (!nodes.contains(region)) {
      nodes.add(region);
    }
    return region;
  }

  @Override
  public Optional<RaisedNode> zone(RaisedNode vpc, String name) {
    boolean anyRegion = name.startsWith(Region.UNKNOWN);
    String code =
        anyRegion
            ? Region.UNKNOWN
            : vpc.around(Region.KIND).map(r -> r.get(Region.CODE)).orElse("");
    if (name.length() != code.length() + 1 || !name.startsWith(code)) {
      return Optional.empty();
    }
    return Optional.of(
        zones.computeIfAbsent(
            List.of(vpc, name),
            _ -> {
              RaisedNode zone = new RaisedNode(AvailabilityZone.KIND, "", vpc.position());
              nodes.add(zone);
              return zone.in(vpc).with(AvailabilityZone.ZONE, name.substring(code.length()));
            }));
  }

  /// Nodes may be drawn meanwhile; what they are does not change what others listen on.
  @Override
  public List<Port> listening(RaisedNode node) {
    RaisedDrawing drawn = soFar;
    if (drawn == null || drawn.lacks(node)) {
      drawn = RaisedDrawing.of(nodes, connectors, texts.settings());
      soFar = drawn;
    }
    Document document = drawn.document();
    return node.kind().listening(document.node(drawn.id(node)), document);
  }

  @Override
  public Optional<String> text(@Nullable Value value) {
    return texts.text(value);
  }

  @Override
  public Optional<String> named(@Nullable Value value) {
    return texts.named(value);
  }

  @Override
  public Optional<String> told(Value value, String before, String after) {
    return graph.outputs().values().stream()
        .filter(output -> output.value().equals(value))
        .flatMap(output -> between(output.description(), before, after).stream())
        .findFirst();
  }

  @Override
  public Optional<String> described(String path, String before, String after) {
    return Optional.ofNullable(graph.variables().get(path.substring(path.indexOf('.') + 1)))
        .flatMap(variable -> between(variable.description(), before, after));
  }

  private static Optional<String> between(String text, String before, String after) {
    return text.length() >= before.length() + after.length()
            && text.startsWith(before)
            && text.endsWith(after)
        ? Optional.of(text.substring(before.length(), text.length() - after.length()))
        : Optional.empty();
  }

  @Override
  public void leave(Resource resource, String reason, Object... arguments) {
    left.put(resource.address(), issue(resource, reason, arguments));
  }

  @Override
  public void note(Resource resource, String key, Object... arguments) {
    notes.add(issue(resource, key, arguments));
  }

  private static Issue issue(Resource resource, String key, Object... arguments) {
    Place place =
        switch (resource.origin()) {
          case Origin.Source(String file, int line) -> new Place.InFile(file, line, 1);
          case Origin.Drawn(String element) -> new Place.AtElement(element, null);
          case Origin.Implied _ -> new Place.Nowhere();
        };
    return Issue.note(place, key, arguments);
  }

  Raised finish() {
    RaisedDrawing drawing = RaisedDrawing.of(nodes, connectors, texts.settings());
    return new Raised(drawing.document(), coverage(drawing));
  }

  /// What was claimed is drawn; what the drawing makes anyway comes with it.
  private Coverage coverage(RaisedDrawing drawing) {
    ResourceGraph again = lower(drawing.document());
    List<Coverage.Entry> entries = new ArrayList<>();
    for (Resource resource : graph.resources().values()) {
      entries.add(
          new Coverage.Entry(
              resource.address(), resource.origin(), fate(resource, drawing, again)));
    }
    return new Coverage(entries, notes);
  }

  private Coverage.Fate fate(Resource resource, RaisedDrawing drawing, ResourceGraph again) {
    List<RaisedElement> owners = claims.getOrDefault(resource.address(), List.of());
    if (!owners.isEmpty()) {
      return new Coverage.Fate.Drawn(drawing.id(owners.getFirst()));
    }
    Optional<Resource> made =
        again.find(resource.address()).or(() -> again.find(whole(resource.address())));
    if (made.isPresent()) {
      return made.get().origin() instanceof Origin.Drawn(String element)
          ? new Coverage.Fate.Drawn(new ElementId(element))
          : new Coverage.Fate.Implied();
    }
    Issue known = left.get(resource.address());
    return new Coverage.Fate.Skipped(
        known != null ? known : issue(resource, reason(resource), resource.address().toString()));
  }

  /// The block of which it may be one of several instances.
  private static Address whole(Address address) {
    return new Address(address.module(), address.type(), address.name().replaceFirst("\\[.*", ""));
  }

  private static String reason(Resource resource) {
    return Catalog.kinds().stream().anyMatch(k -> k.raise().containsKey(resource.type()))
        ? "raise.not-recognised"
        : "raise.no-kind";
  }

  private static ResourceGraph lower(Document document) {
    return switch (Lowerer.lower(document)) {
      case Outcome.Ok<ResourceGraph>(ResourceGraph graph, var _) -> graph;
      case Outcome.Failed<ResourceGraph> _ -> ResourceGraph.EMPTY;
    };
  }
}
