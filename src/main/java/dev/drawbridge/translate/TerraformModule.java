package dev.drawbridge.translate;

import dev.drawbridge.base.Issue;
import dev.drawbridge.base.Place;
import dev.drawbridge.catalog.Lowering;
import dev.drawbridge.catalog.Surroundings;
import dev.drawbridge.catalog.aws.Region;
import dev.drawbridge.model.Connector;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.Element;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Node;
import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Block;
import dev.drawbridge.resource.Origin;
import dev.drawbridge.resource.Provider;
import dev.drawbridge.resource.Requirements;
import dev.drawbridge.resource.Resource;
import dev.drawbridge.resource.ResourceGraph;
import dev.drawbridge.resource.Value;
import dev.drawbridge.resource.Variable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The Terraform module that a document becomes, while the kinds put their resources into it.
final class TerraformModule implements Lowering {
  /// At most so many characters of project and environment, so that with a hyphen each and twelve more
  /// the name of a load balancer stays within AWS's 32.
  private static final int PROJECT = 11;

  private static final int ENVIRONMENT = 7;

  /// Where AWS keeps what belongs to CloudFront.
  private static final String GLOBAL = "us-east-1";

  private final Document document;
  private final Surroundings around;
  private final Overall overall;
  private final ResourceGraph.Builder graph = new ResourceGraph.Builder();
  private final List<Issue> issues = new ArrayList<>();
  private final Map<Part, Address> addresses = new HashMap<>();
  private final Set<Address> taken = new HashSet<>();
  private final Map<Named, String> names = new HashMap<>();
  private final Set<Cut> namesTaken = new HashSet<>();
  private final Set<String> asked = new HashSet<>();
  private final Map<ElementId, String> words = new HashMap<>();
  private final Map<ElementId, Value> tags = new HashMap<>();

  /// What asks for an address.
  ///
  /// @param element the id of an element; empty where the part is the whole label
  private record Part(String type, String element, String part) {}

  /// An element's name of at most so many characters.
  private record Named(ElementId element, int length) {}

  /// A name that is taken among those of at most so many characters.
  private record Cut(String name, int length) {}

  /// @param overall of the design that the document is, or is a part of
  TerraformModule(Document document, Overall overall) {
    this.document = document;
    this.overall = overall;
    this.around =
        Surroundings.of(
            document, overall.mainRegion().map(Region.CODE::of).orElse(Region.CODE.fallback()));
  }

  /// What stands before everything drawn.
  void open() {
    provider(overall.mainRegion().orElse(null), null);
    for (Node node : document.nodes()) {
      if (node.kind().equals(Region.KIND.id()) && !overall.isMainRegion(node)) {
        provider(node, label(node.id()));
      }
    }
    String title = document.settings().title();
    String project = Phrases.hyphens(document.settings().text("project", title), PROJECT);
    String environment =
        Phrases.hyphens(document.settings().text("environment", "prod"), ENVIRONMENT);
    graph
        .add(
            named(
                "project",
                "Short name of the project, used in names and tags.",
                letterFirst(project, "app"),
                PROJECT))
        .add(
            named(
                "environment",
                "Deployment environment, used in names and tags.",
                letterFirst(environment.replace("-", ""), "prod"),
                ENVIRONMENT))
        .add(
            Variable.of(
                "extra_tags",
                "Additional tags for every resource.",
                "map(string)",
                new Value.Mapping(new LinkedHashMap<>())))
        .local(
            "name",
            Value.template(
                Value.symbol("var.project"), Value.of("-"), Value.symbol("var.environment")));
    SequencedMap<String, Value> tags = new LinkedHashMap<>();
    tags.put("Environment", Value.symbol("var.environment"));
    tags.put("ManagedBy", Value.of("terraform"));
    tags.put("Project", Value.symbol("var.project"));
    graph.local(
        "tags", Value.call("merge", Value.symbol("var.extra_tags"), new Value.Mapping(tags)));
  }

  /// What can be said only when all is there.
  void close() {
    boolean writeOnly = asked.contains("write-only");
    graph.requires(
        new Requirements(
            writeOnly ? ">= 1.11.0" : ">= 1.9.0",
            writeOnly ? ">= 5.100.0, < 7.0.0" : ">= 5.80.0, < 7.0.0"));
  }

  List<Issue> issues() {
    return issues;
  }

  private void provider(@Nullable Node region, @Nullable String alias) {
    String code = region == null ? Region.CODE.fallback() : Region.CODE.of(region);
    Origin origin =
        region == null
            ? new Origin.Implied("no region is drawn")
            : new Origin.Drawn(region.id().value());
    graph.add(new Provider("aws", alias, provider(code), origin));
  }

  private static Block provider(String region) {
    return Block.builder()
        .set("region", region)
        .block("default_tags", Block.builder().set("tags", Value.symbol("local.tags")))
        .build();
  }

  private static Variable named(String name, String description, String fallback, int length) {
    return new Variable(
        name,
        description,
        "string",
        Value.of(fallback),
        false,
        false,
        List.of(
            new Variable.Validation(
                "can(regex(\"^[a-z][a-z0-9]*(-[a-z0-9]+)*$\", var."
                    + name
                    + ")) && length(var."
                    + name
                    + ") <= "
                    + length,
                name
                    + " must be at most "
                    + length
                    + " of a-z, 0-9 and single inner hyphens, starting with a letter.")),
        null);
  }

  private static String letterFirst(String name, String fallback) {
    String letters = name.replaceFirst("^[0-9-]+", "");
    return letters.isEmpty() ? fallback : letters;
  }

  @Override
  public Document document() {
    return document;
  }

  @Override
  public Surroundings around() {
    return around;
  }

  @Override
  public ResourceGraph.Builder graph() {
    return graph;
  }

  @Override
  public Address address(String type, ElementId element) {
    return address(type, element, "");
  }

  @Override
  public Address address(String type, ElementId element, String part) {
    return addresses.computeIfAbsent(
        new Part(type, element.value(), part),
        _ -> free(type, part.isEmpty() ? label(element) : label(element) + "_" + part));
  }

  @Override
  public Address plain(String type, String label) {
    return addresses.computeIfAbsent(new Part(type, "", label), _ -> free(type, label));
  }

  private Address free(String type, String label) {
    Address address = new Address(type, label);
    for (int next = 2; !taken.add(address); next++) {
      address = new Address(type, label + "_" + next);
    }
    return address;
  }

  @Override
  public void add(Element element, Address address, Block body) {
    Origin origin = new Origin.Drawn(element.id().value());
    graph.add(new Resource(address, inRegion(place(element, address.type()), body), origin));
  }

  @Override
  public void addGlobal(Element element, Address address, Block body) {
    Origin origin = new Origin.Drawn(element.id().value());
    Optional<String> alias = globalProvider();
    graph.add(new Resource(address, alias.map(name -> through(name, body)).orElse(body), origin));
  }

  /// The provider configuration of us-east-1: that of a region which is drawn, or one of its own; empty
  /// where it is the default one.
  private Optional<String> globalProvider() {
    if (overall.mainRegion().filter(TerraformModule::isGlobal).isPresent()) {
      return Optional.empty();
    }
    Set<String> taken = new HashSet<>();
    for (Node node : document.nodes()) {
      if (node.kind().equals(Region.KIND.id()) && !overall.isMainRegion(node)) {
        if (isGlobal(node)) {
          return Optional.of(label(node.id()));
        }
        taken.add(label(node.id()));
      }
    }
    String alias = "us_east_1";
    while (taken.contains(alias)) {
      alias += "_global";
    }
    if (first("provider " + GLOBAL)) {
      graph.add(
          new Provider(
              "aws", alias, provider(GLOBAL), new Origin.Implied("CloudFront asks there only.")));
    }
    return Optional.of(alias);
  }

  private static boolean isGlobal(Node region) {
    return Region.CODE.of(region).equals(GLOBAL);
  }

  @Override
  public void imply(Node place, Address address, Block body, String reason) {
    graph.add(new Resource(address, inRegion(place, body), new Origin.Implied(reason)));
  }

  /// A connector's resources lie at the end at which they have effect, or at the one that is in AWS.
  private Node place(Element element, String type) {
    return switch (element) {
      case Node node -> node;
      case Connector connector -> {
        Node source = document.node(connector.source());
        Node target = document.node(connector.target());
        boolean atSource =
            type.equals("aws_vpc_security_group_egress_rule")
                || type.equals("aws_vpc_peering_connection");
        Node wanted = atSource ? source : target;
        yield around.region(wanted).isPresent() ? wanted : atSource ? target : source;
      }
    };
  }

  private Block inRegion(Node place, Block body) {
    Optional<Node> abroad = around.region(place).filter(region -> !overall.isMainRegion(region));
    if (abroad.isEmpty()) {
      return body;
    }
    return through(label(abroad.get().id()), body);
  }

  private static Block through(String alias, Block body) {
    SequencedMap<String, Value> arguments = new LinkedHashMap<>();
    arguments.put("provider", Value.symbol("aws." + alias));
    arguments.putAll(body.arguments());
    return body.withArguments(arguments);
  }

  @Override
  public boolean first(String thing) {
    return asked.add(thing);
  }

  @Override
  public String label(ElementId element) {
    return overall.label(element);
  }

  @Override
  public Value name(ElementId element, int length) {
    String name =
        names.computeIfAbsent(new Named(element, length), _ -> freeName(label(element), length));
    return name(name);
  }

  /// Labels are unique; where one is cut, a few letters made of all of it keep the rest so.
  private String freeName(String label, int length) {
    String hyphens = label.replace('_', '-');
    String name = hyphens;
    for (int salt = 0; name.length() > length || !namesTaken.add(new Cut(name, length)); salt++) {
      String mark = Integer.toString((label + salt).hashCode() & 0x7fffffff, 36);
      mark = mark.substring(Math.max(0, mark.length() - 4));
      name = Phrases.hyphens(hyphens, Math.max(1, length - 1 - mark.length())) + "-" + mark;
    }
    return name;
  }

  @Override
  public Value name(String words) {
    return Value.template(Value.symbol("local.name"), Value.of("-" + words));
  }

  @Override
  public Value tagName(ElementId element) {
    return tags.computeIfAbsent(
        element,
        id ->
            name(
                document
                    .find(id)
                    .map(Element::name)
                    .map(Phrases::tag)
                    .filter(text -> !text.isEmpty())
                    .orElse(label(id).replace('_', '-'))));
  }

  @Override
  public String words(Element element) {
    return words.computeIfAbsent(
        element.id(),
        id -> {
          String described = Phrases.description(element.name());
          return described.isEmpty() ? label(id) : described;
        });
  }

  @Override
  public void warn(Element element, @Nullable String property, String key, Object... arguments) {
    issues.add(Issue.warning(new Place.AtElement(element.id().value(), property), key, arguments));
  }
}
