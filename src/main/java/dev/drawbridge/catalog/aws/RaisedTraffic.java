package dev.drawbridge.catalog.aws;

import dev.drawbridge.catalog.Arguments;
import dev.drawbridge.catalog.Port;
import dev.drawbridge.catalog.Port.Transport;
import dev.drawbridge.catalog.RaisedConnector;
import dev.drawbridge.catalog.RaisedNode;
import dev.drawbridge.catalog.Raising;
import dev.drawbridge.catalog.aws.RaisedRules.Step;
import dev.drawbridge.catalog.aws.SecurityBlocks.Ports;
import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Resource;
import dev.drawbridge.resource.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Arrows recognised in the rules of security groups and in target groups: the way back of
/// [SecurityBlocks]. The rules of one arrow are called after it; those that somebody else named are one
/// arrow for each pair of ends.
final class RaisedTraffic {
  private final Raising in;
  private final SequencedMap<Key, Arrow> arrows = new LinkedHashMap<>();

  private RaisedTraffic(Raising in) {
    this.in = in;
  }

  /// @param rest what tells the label from those of other arrows with these ends; null for rules that are not
  ///     called after their ends
  /// @param parts whether the rules are called after their ports too, as those of an arrow with several are
  private record Key(
      RaisedNode source, RaisedNode target, String cidr, @Nullable String rest, boolean parts) {
    boolean joins(Key other) {
      return source.equals(other.source) && target.equals(other.target) && cidr.equals(other.cidr);
    }
  }

  /// An arrow as far as it is known.
  private static final class Arrow {
    private final SequencedSet<Ports> ports = new LinkedHashSet<>();
    private final List<Resource> rules = new ArrayList<>();
    private final List<Resource> targetGroups = new ArrayList<>();

    /// The classic load balancer that has its target as a member, where no rule tells of it.
    private @Nullable Resource classic;

    private @Nullable RaisedConnector drawn;

    Resource first() {
      return !rules.isEmpty()
          ? rules.getFirst()
          : targetGroups.isEmpty() ? Objects.requireNonNull(classic) : targetGroups.getFirst();
    }
  }

  static void raise(Raising in) {
    RaisedTraffic traffic = new RaisedTraffic(in);
    new RaisedRules(in).steps().forEach(traffic::add);
    traffic.unsplit();
    for (String type : List.of("aws_lb_target_group", "aws_alb_target_group")) {
      in.graph().ofType(type).forEach(traffic::addTargets);
    }
    in.graph().ofType("aws_elb").forEach(traffic::addMembers);
    traffic.arrows.forEach(traffic::listen);
    traffic.ordered().forEach(key -> traffic.draw(key, traffic.arrow(key)));
    traffic.health();
  }

  private void add(Step step) {
    String name = step.resource().address().name();
    String ends = ends(step.source(), step.target());
    @Nullable String rest =
        name.equals(ends)
            ? ""
            : name.startsWith(ends + "_") ? name.substring(ends.length() + 1) : null;
    boolean parts = false;
    String part = step.ports().part();
    if (rest != null && (rest.equals(part) || rest.endsWith("_" + part))) {
      parts = true;
      rest =
          rest.length() == part.length()
              ? ""
              : rest.substring(0, rest.length() - part.length() - 1);
    }
    // An arrow from the internet to a tier and one back differ in their ends, so ranges tell arrows
    // apart.
    Key key = new Key(step.source(), step.target(), step.cidr(), rest, parts);
    Arrow arrow = arrows.computeIfAbsent(key, _ -> new Arrow());
    arrow.ports.add(step.ports());
    arrow.rules.add(step.resource());
  }

  static String ends(RaisedNode source, RaisedNode target) {
    return source.label() + "_to_" + target.label();
  }

  /// A rule of an arrow with a single port may end in the same letters by chance.
  private void unsplit() {
    for (Map.Entry<Key, Arrow> entry : List.copyOf(arrows.entrySet())) {
      Key key = entry.getKey();
      Arrow arrow = entry.getValue();
      if (key.parts && arrow.ports.size() == 1) {
        boolean alone = opened(key).isEmpty();
        boolean twin =
            arrows.containsKey(new Key(key.source, key.target, key.cidr, key.rest, false));
        if (alone || twin) {
          String part = arrow.ports.getFirst().part();
          String rest = Objects.requireNonNullElse(key.rest, "");
          arrows.remove(key);
          Key whole =
              new Key(
                  key.source,
                  key.target,
                  key.cidr,
                  rest.isEmpty() ? part : rest + "_" + part,
                  false);
          arrows.put(whole, arrow);
        }
      }
    }
  }

  /// What other arrows with these ends open.
  private List<Ports> opened(Key key) {
    return arrows.entrySet().stream()
        .filter(entry -> !entry.getKey().equals(key) && entry.getKey().joins(key))
        .flatMap(entry -> entry.getValue().ports.stream())
        .distinct()
        .toList();
  }

  private void addTargets(Resource group) {
    List<TargetEnds> found = TargetEnds.of(group, in);
    if (found.isEmpty()) {
      in.leave(group, "raise.targets-of-nobody", group.address().toString());
    }
    found.forEach(ends -> addTargets(group, ends.balancer(), ends.servers()));
  }

  private void addTargets(Resource group, RaisedNode source, RaisedNode target) {
    boolean network = source.kind().equals(NetworkLoadBalancer.KIND);
    String name = network ? RaisedBalancers.arrow(group) : group.address().name();
    String ends = ends(source, target);
    @Nullable String rest =
        name.equals(ends)
            ? ""
            : name.startsWith(ends + "_") ? name.substring(ends.length() + 1) : null;
    Key split = new Key(source, target, "", rest, true);
    Key key = arrows.containsKey(split) ? split : new Key(source, target, "", rest, false);
    if (rest == null
        && !network
        && arrows.containsKey(key)
        && !arrows.get(key).targetGroups.isEmpty()) {
      key = new Key(source, target, "", name, false);
    }
    arrows.computeIfAbsent(key, _ -> new Arrow()).targetGroups.add(group);
  }

  private Arrow arrow(Key key) {
    return Objects.requireNonNull(arrows.get(key));
  }

  /// The arrows of one source come one after another, those that its configuration names in its order: of two
  /// that might do, the first is what it uses.
  private List<Key> ordered() {
    SequencedMap<RaisedNode, List<Key>> bySource = new LinkedHashMap<>();
    arrows
        .keySet()
        .forEach(key -> bySource.computeIfAbsent(key.source, _ -> new ArrayList<>()).add(key));
    List<Key> ordered = new ArrayList<>();
    for (List<Key> keys : bySource.values()) {
      keys.sort(Comparator.comparingInt(this::rank));
      ordered.addAll(keys);
    }
    return ordered;
  }

  /// The first rule or target group of all arrows of a source.
  private Resource first(RaisedNode source) {
    return arrows.entrySet().stream()
        .filter(entry -> entry.getKey().source.equals(source))
        .map(entry -> entry.getValue().first())
        .findFirst()
        .orElseThrow();
  }

  private int rank(Key key) {
    List<Address> named = key.source.named();
    for (int i = 0; i < named.size(); i++) {
      Address address = named.get(i);
      boolean leads =
          in.nodesOf(address).contains(key.target)
              || arrow(key).targetGroups.stream().anyMatch(g -> g.address().equals(address));
      if (leads) {
        return i;
      }
    }
    return Integer.MAX_VALUE;
  }

  private void addMembers(Resource classic) {
    for (RaisedNode source : in.nodesOf(classic.address())) {
      for (RaisedNode target : RaisedClassicBalancers.members(classic, in)) {
        if (arrows.keySet().stream()
            .noneMatch(key -> key.source.equals(source) && key.target.equals(target))) {
          arrows.computeIfAbsent(new Key(source, target, "", "", false), _ -> new Arrow()).classic =
              classic;
        }
      }
    }
  }

  /// An arrow that opens everything does not tell on which port its target listens; a target group does.
  private void listen(Key key, Arrow arrow) {
    if (!arrow.ports.contains(Ports.ALL)) {
      return;
    }
    for (Resource group : arrow.targetGroups) {
      int port = Arguments.whole(group.body(), "port", 0);
      if (in.listening(key.target).stream().noneMatch(known -> known.number() == port)) {
        key.target.kind().properties().stream()
            .filter(property -> property.name().equals(WasTier.PORT.name()))
            .findFirst()
            .ifPresent(property -> key.target.read(property, Value.of(port)));
      }
    }
  }

  private void draw(Key key, Arrow arrow) {
    String label =
        key.rest == null
            ? ""
            : ends(key.source, key.target) + (key.rest.isEmpty() ? "" : "_" + key.rest);
    RaisedConnector drawn =
        in.connector(Traffic.KIND, key.source, key.target, label, first(key.source));
    arrow.drawn = drawn;
    arrow.rules.stream()
        .filter(rule -> !rule.type().equals("aws_security_group"))
        .forEach(rule -> in.claim(drawn, rule.address()));
    // A bastion is open to nobody but those it names, so that everybody is named too.
    if (!key.cidr.equals(Terms.ANYWHERE) || key.target.kind().equals(Bastion.KIND)) {
      drawn.set(Traffic.SOURCE_CIDR, key.cidr);
    }
    ports(key, arrow, drawn);
    for (Resource group : arrow.targetGroups) {
      in.claim(drawn, group.address());
      in.named(Arguments.entry(group.body(), "tags", "Name")).ifPresent(drawn::tagged);
      for (Resource user : in.graph().referrers(group.address())) {
        if (user.type()
            .matches("aws_(a?lb_(listener_rule|target_group_attachment)|autoscaling_attachment)")) {
          in.claim(drawn, user.address());
        }
      }
      RaisedBalancers.health(key.source, group);
      RaisedConditions.of(group, in).tell(drawn);
    }
  }

  private void ports(Key key, Arrow arrow, RaisedConnector drawn) {
    if (arrow.ports.contains(Ports.ALL)) {
      drawn.set(Traffic.PORTS, Traffic.ALL);
      return;
    }
    List<Ports> ports = new ArrayList<>(arrow.ports);
    List<Ports> opened = opened(key);
    for (Resource group : arrow.targetGroups) {
      // What another arrow opened already has no rule of its own here.
      if (key.source.kind().equals(NetworkLoadBalancer.KIND)) {
        if (ports.stream().noneMatch(run -> RaisedBalancers.isFor(group, run))) {
          opened.stream()
              .filter(run -> RaisedBalancers.isFor(group, run))
              .findFirst()
              .ifPresent(ports::add);
        }
        continue;
      }
      int port = Arguments.whole(group.body(), "port", 0);
      opened.stream()
          .filter(run -> run.from() == port && !ports.contains(run))
          .filter(_ -> ports.isEmpty() || ports.getFirst().from() != port)
          .findFirst()
          .ifPresent(ports::addFirst);
    }
    if (key.rest == null && ports.isEmpty()) {
      arrow.targetGroups.forEach(
          group -> admitted(key, Arguments.whole(group.body(), "port", 0)).ifPresent(ports::add));
    }
    if (arrow.classic != null) {
      RaisedClassicBalancers.instancePorts(arrow.classic)
          .forEach(port -> admitted(key, port).ifPresent(ports::add));
    }
    if (key.parts && ports.size() == 1) {
      opened.stream().filter(run -> !ports.contains(run)).findFirst().ifPresent(ports::add);
    }
    List<Ports> listening = new ArrayList<>();
    for (Port port : in.listening(key.target)) {
      listening.add(new Ports(port.transport(), port.number(), port.number()));
    }
    if (ports.equals(listening.stream().distinct().toList())) {
      return;
    }
    boolean udp =
        !ports.isEmpty() && ports.stream().allMatch(run -> run.transport() == Transport.UDP);
    if (udp) {
      drawn.set(Traffic.PROTOCOL, Transport.UDP);
    }
    drawn.set(
        Traffic.PORTS,
        ports.isEmpty()
            ? Traffic.NO_PORTS
            : ports.stream().map(run -> written(run, udp)).collect(Collectors.joining(",")));
  }

  /// The port of a target to which a rule of the servers admits the load balancer among all others, whose own rule
  /// nobody wrote therefore.
  private Optional<Ports> admitted(Key key, int port) {
    return arrows.entrySet().stream()
        .filter(entry -> entry.getKey().target.equals(key.target))
        .filter(entry -> entry.getKey().cidr.equals(Terms.ANYWHERE))
        .flatMap(entry -> entry.getValue().ports.stream())
        .filter(run -> run.transport() == Transport.TCP && run.holds(port))
        .map(run -> new Ports(run.transport(), port, port))
        .findFirst();
  }

  private static String written(Ports run, boolean udp) {
    String numbers = run.from() == run.to() ? "" + run.from() : run.from() + "-" + run.to();
    return !udp && run.transport() == Transport.UDP ? numbers + "/udp" : numbers;
  }

  /// A load balancer asks where its tiers say that they answer, unless it asks elsewhere.
  private void health() {
    arrows.forEach(
        (key, arrow) -> {
          if (RaisedServers.leavesHealthToOthers(key.target)) {
            asked(arrow)
                .ifPresent(
                    path -> key.target.read(RaisedServers.health(key.target), Value.of(path)));
          }
        });
    Map<RaisedNode, Boolean> elsewhere = new HashMap<>();
    Map<RaisedNode, String> path = new HashMap<>();
    arrows.forEach(
        (key, arrow) ->
            asked(arrow)
                .ifPresent(
                    asked -> {
                      path.put(key.source, asked);
                      boolean other = !asked.equals(RaisedServers.healthPath(key.target));
                      elsewhere.merge(key.source, other, (a, b) -> a || b);
                    }));
    path.forEach(
        (balancer, asked) -> {
          if (elsewhere.getOrDefault(balancer, false)) {
            balancer.set(ApplicationLoadBalancer.HEALTH_CHECK_PATH, asked);
          }
        });
  }

  /// Where a load balancer asks the targets of an arrow for their health; empty where it only tries to
  /// connect.
  private static Optional<String> asked(Arrow arrow) {
    return arrow.targetGroups.stream()
        .map(group -> Arguments.block(group.body(), "health_check"))
        .map(check -> Arguments.text(check, "path"))
        .filter(path -> !path.isEmpty())
        .findFirst();
  }
}
