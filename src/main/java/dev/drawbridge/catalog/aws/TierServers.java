package dev.drawbridge.catalog.aws;

import dev.drawbridge.catalog.Arguments;
import dev.drawbridge.catalog.Kind;
import dev.drawbridge.catalog.Property;
import dev.drawbridge.catalog.RaisedNode;
import dev.drawbridge.catalog.Raising;
import dev.drawbridge.catalog.Trait;
import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Block;
import dev.drawbridge.resource.Resource;
import dev.drawbridge.resource.Value;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The servers of which a tier is drawn.
///
/// @param main the resource whose label and place in the order are the tier's: its security group, or where
///     that is not its own the template, service or instance
/// @param groups all that they bear
/// @param fleet the Auto Scaling group or ECS service that they run on
/// @param bearer the template of the instances, or the ECS service
/// @param instances single ones, where they run on none
record TierServers(
    Resource main,
    List<Address> groups,
    Optional<RaisedNode> fleet,
    Optional<Resource> bearer,
    List<Resource> instances,
    Optional<RaisedScript> script) {

  /// Those that bear a security group.
  static TierServers of(Resource group, Raising in) {
    List<Resource> bearers = in.graph().referrers(group.address());
    for (Resource bearer : bearers) {
      Optional<RaisedNode> fleet =
          in.nodesOf(bearer.address()).stream()
              .filter(node -> node.kind().is(Trait.FLEET))
              .findFirst();
      int at = groupsOf(bearer).indexOf(group.address());
      if (fleet.isPresent() && at >= 0) {
        return onFleet(group, at, fleet.get(), bearer, in);
      }
    }
    return single(
        group,
        bearers.stream()
            .filter(bearer -> bearer.type().equals("aws_instance"))
            .filter(bearer -> groupsOf(bearer).contains(group.address()))
            .toList(),
        List.of(group.address()),
        in);
  }

  /// Drawbridge writes a group and a script for each tier of a fleet. Where there are fewer scripts than
  /// groups, one sort of servers bears them all.
  private static TierServers onFleet(
      Resource main, int at, RaisedNode fleet, Resource bearer, Raising in) {
    List<RaisedScript> scripts =
        isService(bearer) ? containers(bearer, in) : RaisedScript.of(bearer.get("user_data"));
    List<Address> groups = groupsOf(bearer);
    boolean each = scripts.size() >= groups.size() && at < scripts.size();
    return new TierServers(
        main,
        each ? List.of(main.address()) : groups,
        Optional.of(fleet),
        Optional.of(bearer),
        List.of(),
        each ? Optional.of(scripts.get(at)) : scripts.stream().findFirst());
  }

  private static TierServers single(
      Resource main, List<Resource> instances, List<Address> own, Raising in) {
    SequencedSet<Address> all = new LinkedHashSet<>(own);
    instances.forEach(instance -> all.addAll(groupsOf(instance)));
    Optional<Resource> template =
        instances.stream()
            .flatMap(instance -> RaisedCompute.template(instance, in).stream())
            .findFirst();
    Optional<RaisedScript> script =
        template.flatMap(found -> RaisedScript.of(found.get("user_data")).stream().findFirst());
    return new TierServers(main, List.copyOf(all), Optional.empty(), template, instances, script);
  }

  /// A tier on nothing yet.
  static TierServers none(Resource group) {
    return new TierServers(
        group,
        List.of(group.address()),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty());
  }

  /// Whatever runs on a fleet on which no tier is drawn, because others bear its groups too, or nobody's.
  static Optional<TierServers> left(RaisedNode fleet, Raising in) {
    return in.graph().resources().values().stream()
        .filter(bearer -> isService(bearer) || isTemplate(bearer))
        .filter(bearer -> in.nodesOf(bearer.address()).contains(fleet))
        .map(bearer -> onFleet(bearer, Integer.MAX_VALUE, fleet, bearer, in))
        .filter(servers -> !servers.groups().stream().anyMatch(borneBy(fleet, in)))
        .findFirst();
  }

  /// A fleet on which nothing is to run yet bears the group itself.
  private static Predicate<Address> borneBy(RaisedNode fleet, Raising in) {
    return group -> in.nodesOf(group).contains(fleet);
  }

  /// An instance that is not drawn for the same reason.
  static TierServers left(Resource instance, Raising in) {
    return single(instance, List.of(instance), List.of(), in);
  }

  private static boolean isService(Resource bearer) {
    return bearer.type().equals("aws_ecs_service");
  }

  private static boolean isTemplate(Resource bearer) {
    return bearer.type().equals("aws_launch_template") || RaisedCompute.isOldTemplate(bearer);
  }

  /// The groups that servers get from a template, a service or as single instances.
  static List<Address> groupsOf(Resource bearer) {
    if (isService(bearer)) {
      return RaisedEcs.groups(bearer);
    }
    if (isTemplate(bearer)) {
      return RaisedCompute.groups(bearer);
    }
    return bearer.type().equals("aws_instance")
        ? Stream.of("vpc_security_group_ids", "security_groups")
            .flatMap(argument -> Arguments.targets(bearer.get(argument)).stream())
            .distinct()
            .toList()
        : List.of();
  }

  /// Whether nothing is drawn for them yet, and their group is no load balancer's, to which it would give
  /// its name.
  boolean areFree(Raising in) {
    boolean drawn =
        groups.stream()
            .flatMap(group -> in.nodesOf(group).stream())
            .anyMatch(node -> fleet.isPresent() && fleet.get().equals(node.parent()));
    return in.nodesOf(main.address()).isEmpty()
        && (groups.size() == 1 || !drawn)
        && instances.stream().allMatch(instance -> in.nodesOf(instance.address()).isEmpty())
        && in.graph().referrers(main.address()).stream()
            .noneMatch(user -> user.type().matches("aws_(a?lb|elb)"));
  }

  /// Whether a script or an image that is not ours makes them web servers.
  boolean serveFiles(Raising in) {
    return bearer
        .filter(TierServers::isService)
        .map(service -> WebServers.are(service, in.graph()::find))
        .orElseGet(() -> script.isEmpty() && scripts().anyMatch(UserData::servesFiles));
  }

  /// What somebody else has them run at their first start.
  private Stream<UserData> scripts() {
    return Stream.concat(bearer.stream(), instances.stream()).map(UserData::of);
  }

  /// The containers of the task that a service runs, in their order.
  private static List<RaisedScript> containers(Resource service, Raising in) {
    return ContainerDefinitions.of(service, in.graph()::find, in::text).stream()
        .map(RaisedScript::ofContainer)
        .toList();
  }

  /// Single instances that nothing tells what to run.
  boolean areBare() {
    return fleet.isEmpty()
        && !instances.isEmpty()
        && script.isEmpty()
        && bearer.map(template -> template.get("user_data") == null).orElse(true)
        && instances.stream()
            .allMatch(one -> one.get("user_data") == null && one.get("user_data_base64") == null);
  }

  /// The first port that their groups open, but for remote login.
  Optional<Integer> port(Raising in) {
    return groups.stream()
        .flatMap(group -> in.graph().find(group).stream())
        .flatMap(group -> ListedRules.firstPort(group, in).stream())
        .findFirst();
  }

  boolean run() {
    return fleet.isPresent() || !instances.isEmpty();
  }

  boolean runs(String template) {
    return script.filter(told -> told.is(template)).isPresent();
  }

  /// A tier where there is a place for it.
  Optional<RaisedNode> draw(Kind kind, Property<String> type, Raising in) {
    SequencedSet<RaisedNode> subnets = new LinkedHashSet<>();
    for (Resource instance : instances) {
      subnets.addAll(subnetsOf(instance, in));
    }
    Optional<RaisedNode> vpc =
        RaisedNetwork.vpc(List.copyOf(subnets), groups, in)
            .or(() -> fleet.flatMap(frame -> frame.around(Vpc.KIND)));
    if (vpc.isEmpty()) {
      in.leave(main, "raise.without-vpc", main.address().toString());
      return Optional.empty();
    }
    RaisedNode tier = in.node(kind, main);
    script.ifPresent(told -> tier.naming(RaisedServers.named(tier.label(), told, in)));
    groups.stream()
        .flatMap(group -> in.graph().find(group).stream())
        .forEach(group -> RaisedCompute.bear(tier, group, in));
    scripts()
        .filter(UserData::isForeign)
        .findFirst()
        .ifPresent(
            told -> in.note(told.bearer(), "raise.user-data", told.bearer().address().toString()));
    if (fleet.isPresent()) {
      tier.in(fleet.get()).over(fleet.get().spans());
      bearer.ifPresent(found -> exposed(tier, found));
      return Optional.of(tier);
    }
    if (subnets.size() == 1 && subnets.getFirst().around(Vpc.KIND).equals(vpc)) {
      tier.in(subnets.getFirst());
    } else {
      tier.in(vpc.get()).over(subnets);
    }
    bearer.ifPresent(
        template -> {
          in.claim(tier, template.address());
          RaisedCompute.machine(tier, type, template);
        });
    for (Resource instance : instances) {
      in.claim(tier, instance.address());
      if (has(tier, Instances.PUBLIC_IP)) {
        address(tier, instance.get("associate_public_ip_address"), subnetsOf(instance, in));
      }
      elastic(instance, in)
          .forEach(
              address -> {
                in.claim(tier, address.address());
                tier.set(Instances.PUBLIC_IP, true);
              });
      tier.read(type, instance.get("instance_type"));
      tier.read(Instances.AMI, instance.get("ami"));
      tier.read(
          Instances.ROOT_VOLUME,
          Arguments.block(instance.body(), "root_block_device").get("volume_size"));
    }
    if (!subnets.isEmpty() && has(tier, Instances.PER_SUBNET)) {
      tier.set(Instances.PER_SUBNET, Math.max(1, instances.size() / subnets.size()));
    }
    if (has(tier, ConsulTier.SERVERS) && !instances.isEmpty()) {
      tier.set(ConsulTier.SERVERS, instances.size());
    }
    return Optional.of(tier);
  }

  /// Public addresses that an instance bears besides.
  static List<Resource> elastic(Resource instance, Raising in) {
    return in.graph().referrers(instance.address()).stream()
        .filter(
            address ->
                Arguments.targets(address.get("instance")).contains(instance.address())
                    || Arguments.targets(address.get("instance_id")).contains(instance.address()))
        .filter(address -> address.type().matches("aws_eip(_association)?"))
        .toList();
  }

  private static void exposed(RaisedNode tier, Resource bearer) {
    if (isService(bearer)) {
      tier.set(Instances.PUBLIC_IP, RaisedEcs.hasPublicAddress(bearer));
      return;
    }
    Block card =
        RaisedCompute.isOldTemplate(bearer)
            ? bearer.body()
            : Arguments.block(bearer.body(), "network_interfaces");
    address(tier, card.get("associate_public_ip_address"), tier.spans());
  }

  /// Whether servers get a public address: as they say, or else as their subnets do.
  static void address(RaisedNode servers, @Nullable Value told, Collection<RaisedNode> subnets) {
    if (told == null) {
      servers.set(Instances.PUBLIC_IP, RaisedNetwork.giveAddresses(subnets));
    } else {
      servers.read(Instances.PUBLIC_IP, told);
    }
  }

  private static List<RaisedNode> subnetsOf(Resource instance, Raising in) {
    return RaisedNetwork.nodes(instance.get("subnet_id"), Subnet.KIND, in);
  }

  private static boolean has(RaisedNode tier, Property<?> property) {
    return tier.kind().properties().contains(property);
  }
}
