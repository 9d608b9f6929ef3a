package dev.drawbridge.catalog;

import dev.drawbridge.base.Size;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.Element;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Fields;
import dev.drawbridge.model.Node;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A kind of element: what it is called, where it may stand, what can be said of it, and what it becomes
/// in Terraform. Declared once, by a class of its own under `catalog.aws`, and listed in [Catalog].
public final class Kind {
  /// The container id that means "the top of the document".
  public static final String TOP = "top";

  /// The container that means nothing in AWS, and holds what its surroundings may hold.
  public static final String GROUP = "group";

  private final Builder from;
  private final List<Preset> presets;

  private Kind(Builder from) {
    this.from = from;
    this.presets =
        from.presets.isEmpty()
            ? List.of(new Preset(from.id, from.id, from.icon, Fields.NONE))
            : List.copyOf(from.presets);
  }

  public static Builder named(String id) {
    return new Builder(id);
  }

  /// As in the file and in message keys: `kind.<id>.name`, `kind.<id>.help`.
  public String id() {
    return from.id;
  }

  public Group group() {
    return from.group;
  }

  public Role role() {
    return from.role;
  }

  public boolean isContainer() {
    return from.role == Role.CONTAINER || from.role == Role.FRAME;
  }

  public boolean isConnector() {
    return from.group == Group.CONNECTORS;
  }

  /// The name of the icon, a file in `assets/icons` without its ending.
  public String icon() {
    return from.icon;
  }

  /// The icon for this element: where a kind shows two faces, such as a public and an internal load
  /// balancer, its properties decide.
  public String icon(Element element) {
    return from.iconOf.apply(element);
  }

  /// The kinds that may hold it, [#TOP] for the top of the document.
  public List<String> placedIn() {
    return List.copyOf(from.placedIn);
  }

  public boolean mayBeIn(@Nullable Kind container) {
    return from.placedIn.contains(container == null ? TOP : container.id());
  }

  /// The kinds that it may lie over; empty where it spans nothing.
  public List<String> spans() {
    return List.copyOf(from.spans);
  }

  /// Whether a connector of this kind may lead from an element of one kind to one of another; never for a
  /// node.
  public boolean mayConnect(Kind source, Kind target) {
    return from.joins.test(source, target);
  }

  public boolean is(Trait trait) {
    return from.traits.contains(trait);
  }

  /// The kinds of which it may use elements, each by an association: a load balancer uses the bucket of its
  /// access logs.
  public List<String> uses() {
    return List.copyOf(from.uses);
  }

  /// Whether arrows of traffic may end here.
  public boolean takesTraffic() {
    return from.listening != null;
  }

  /// The ports on which the node takes traffic, which an arrow to it opens unless it names others.
  public List<Port> listening(Node node, Document document) {
    return from.listening == null ? List.of() : from.listening.ports(node, document);
  }

  /// What runs on its servers; there for kinds that are [Trait#SERVERS].
  public Optional<Workload> workload() {
    return Optional.ofNullable(from.workload);
  }

  /// Where the clients of the node find it.
  public Endpoint endpoint(Node node, Lowering out) {
    return from.reached.at(node, out);
  }

  /// Where it belongs; empty where its neighbours decide, as for a load balancer.
  public Optional<Zone> zone() {
    return Optional.ofNullable(from.zone);
  }

  /// The properties of a new element of this kind, dropped into a container: the preset's, and what
  /// follows from what is there already, such as the next free address block.
  public Fields fresh(Document document, @Nullable ElementId container, Preset preset) {
    return from.fresh.properties(document, container, preset.properties());
  }

  /// The properties of a new connector of this kind between two nodes.
  public Fields between(Node source, Node target) {
    return from.between.apply(source, target);
  }

  public List<Property<?>> properties() {
    return List.copyOf(from.properties);
  }

  public Optional<Property<?>> property(String name) {
    return from.properties.stream().filter(p -> p.name().equals(name)).findFirst();
  }

  /// The properties of a section of the inspector, in their order; the first section's name is empty where
  /// there are properties that belong to none.
  public List<Section> sections() {
    return List.copyOf(from.sections);
  }

  /// The property that tells its own block of addresses, of which the places in it take theirs; empty for
  /// what is no such place.
  public Optional<Property<String>> addresses() {
    return Optional.ofNullable(from.addresses);
  }

  /// How arrows of this kind share what their source sends; empty where they do not.
  public Optional<Sharing> sharing() {
    return Optional.ofNullable(from.sharing);
  }

  /// Its entries in the palette; at least one.
  public List<Preset> presets() {
    return presets;
  }

  /// How large it is drawn when it is dropped.
  public Size size() {
    return from.size;
  }

  /// The second line of its card, such as `PostgreSQL 5432`; null for none. Not translated.
  public @Nullable String detail(Element element) {
    return from.detail.apply(element);
  }

  /// What an arrow to the element says where it names no port of its own: how the element is entered,
  /// such as `HTTPS 443`; null for nothing. Not translated.
  public @Nullable String entry(Element element) {
    return from.entry.apply(element);
  }

  public Lower lower() {
    return from.lower;
  }

  /// How resources become elements of this kind, by resource type.
  public SequencedMap<String, Raise> raise() {
    return Collections.unmodifiableSequencedMap(from.raise);
  }

  /// What is drawn when every resource had its turn, from what is there by then.
  public Consumer<Raising> raiseLast() {
    return from.raiseLast;
  }

  @Override
  public String toString() {
    return from.id;
  }

  /// Collects a kind's declaration.
  public static final class Builder {
    private final String id;
    private Group group = Group.PLACES;
    private Role role = Role.COMPONENT;
    private String icon;
    private Function<Element, String> iconOf;
    private final List<String> placedIn = new ArrayList<>();
    private final List<String> spans = new ArrayList<>();
    private final List<String> uses = new ArrayList<>();
    private BiPredicate<Kind, Kind> joins = (_, _) -> false;
    private final Set<Trait> traits = EnumSet.noneOf(Trait.class);
    private @Nullable Listening listening;
    private @Nullable Workload workload;
    private Reached reached = (_, _) -> Endpoint.NONE;
    private @Nullable Zone zone;
    private final List<Property<?>> properties = new ArrayList<>();
    private final List<Section> sections = new ArrayList<>();
    private @Nullable Property<String> addresses;
    private @Nullable Sharing sharing;
    private Fresh fresh = (_, _, preset) -> preset;
    private BiFunction<Node, Node, Fields> between = (_, _) -> Fields.NONE;
    private final List<Preset> presets = new ArrayList<>();
    private Size size = new Size(160, 64);
    private Function<Element, @Nullable String> detail = _ -> null;
    private Function<Element, @Nullable String> entry = _ -> null;
    private Lower lower = (_, _) -> {};
    private final SequencedMap<String, Raise> raise = new LinkedHashMap<>();
    private Consumer<Raising> raiseLast = _ -> {};

    private Builder(String id) {
      this.id = id;
      this.icon = id;
      this.iconOf = _ -> id;
    }

    public Builder in(Group shelf) {
      group = shelf;
      return this;
    }

    public Builder role(Role kindOfThing) {
      role = kindOfThing;
      return this;
    }

    public Builder icon(String name) {
      icon = name;
      iconOf = _ -> name;
      return this;
    }

    /// Another icon for some elements; `icon` names the palette's.
    public Builder iconBy(Function<Element, String> choice) {
      iconOf = choice;
      return this;
    }

    public Builder placedIn(String... containers) {
      placedIn.addAll(List.of(containers));
      return this;
    }

    public Builder spanning(String... kinds) {
      spans.addAll(List.of(kinds));
      return this;
    }

    /// Which pairs a connector may join: the kind where it begins and the one where it ends.
    public Builder joining(BiPredicate<Kind, Kind> pairs) {
      joins = pairs;
      return this;
    }

    /// Elements of these kinds may be used by one of this: an association leads to them.
    public Builder using(String... kinds) {
      uses.addAll(List.of(kinds));
      return this;
    }

    public Builder traits(Trait... what) {
      traits.addAll(List.of(what));
      return this;
    }

    /// Arrows of traffic may end here.
    public Builder listening(Listening ports) {
      listening = ports;
      return this;
    }

    /// It is servers of one sort, and this runs on them.
    public Builder runs(Workload what) {
      traits.add(Trait.SERVERS);
      workload = what;
      return this;
    }

    /// Others may name it in their configuration.
    public Builder reachedAt(Reached where) {
      reached = where;
      return this;
    }

    public Builder zone(Zone where) {
      zone = where;
      return this;
    }

    public Builder fresh(Fresh choice) {
      fresh = choice;
      return this;
    }

    /// What a new connector says, by the nodes that it joins.
    public Builder between(BiFunction<Node, Node, Fields> ends) {
      between = ends;
      return this;
    }

    public Builder properties(Property<?>... declared) {
      return section("", declared);
    }

    /// Properties under a title of their own.
    public Builder section(String key, Property<?>... declared) {
      properties.addAll(List.of(declared));
      sections.add(new Section(key, List.of(declared)));
      return this;
    }

    /// It is a place with a block of addresses, which this property tells.
    public Builder addresses(Property<String> block) {
      addresses = block;
      return this;
    }

    /// Arrows of this kind share what their source sends.
    public Builder sharing(Property<Integer> weight, Property<?>... conditions) {
      sharing = new Sharing(weight, List.of(conditions));
      return this;
    }

    public Builder preset(String key, String presetIcon, Fields set) {
      presets.add(new Preset(key, id, presetIcon, set));
      return this;
    }

    public Builder size(double width, double height) {
      size = new Size(width, height);
      return this;
    }

    public Builder entry(Function<Element, @Nullable String> text) {
      entry = text;
      return this;
    }

    public Builder detail(Function<Element, @Nullable String> text) {
      detail = text;
      return this;
    }

    public Builder lower(Lower translation) {
      lower = translation;
      return this;
    }

    /// What a resource of the type becomes; its type may be another kind's too.
    public Builder raise(String type, Raise translation) {
      raise.put(type, translation);
      return this;
    }

    /// For what no single resource tells: asked once, after every kind drew its resources.
    public Builder raiseLast(Consumer<Raising> translation) {
      raiseLast = translation;
      return this;
    }

    public Kind build() {
      return new Kind(this);
    }
  }
}
