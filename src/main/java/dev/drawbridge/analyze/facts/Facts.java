package dev.drawbridge.analyze.facts;

import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Resource;
import dev.drawbridge.resource.ResourceGraph;
import dev.drawbridge.resource.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// What a resource graph says of networks and of what stands in them. Immutable.
public final class Facts {
  private final Resources resources;
  private final Map<Address, AwsVpc> vpcs;
  private final Map<Address, AwsSubnet> subnets;
  private final Map<Address, AwsHosts> hosts;
  private final Map<Address, AwsLoadBalancer> loadBalancers;
  private final List<AwsTargetGroup> targetGroups;
  private final List<AwsForward> forwards;
  private final List<AwsAlarm> alarms;
  private final Map<Address, AwsDataStore> dataStores;
  private final Map<Address, AwsOther> others;
  private final Map<Address, List<AwsTargetGroup>> targetGroupsByMember = new HashMap<>();
  private final Map<String, List<AwsLoadBalancer>> balancersByTargetGroup = new HashMap<>();
  private final Set<Address> replicated = new HashSet<>();

  private Facts(Resources resources) {
    this.resources = resources;
    vpcs = byAddress(Places.vpcs(resources), vpc -> vpc.resource().address());
    subnets = byAddress(Places.subnets(resources), AwsSubnet::address);
    hosts = byAddress(Compute.hosts(resources), AwsHosts::address);
    loadBalancers = byAddress(Balancing.loadBalancers(resources), AwsLoadBalancer::address);
    targetGroups = Balancing.targetGroups(resources);
    forwards = List.copyOf(Forwards.all(resources));
    alarms = List.copyOf(Alarms.all(resources));
    dataStores = byAddress(DataStores.all(resources), AwsDataStore::address);
    others = byAddress(Others.all(resources), AwsOther::address);
    for (AwsTargetGroup group : targetGroups) {
      for (AwsTargetGroup.Member member : group.members()) {
        member
            .what()
            .known()
            .ifPresent(
                what ->
                    targetGroupsByMember.computeIfAbsent(what, _ -> new ArrayList<>()).add(group));
      }
    }
    for (AwsLoadBalancer balancer : loadBalancers.values()) {
      balancer.listeners().stream()
          .flatMap(listener -> listener.forwards().stream())
          .flatMap(forward -> forward.group().known().stream())
          .distinct()
          .forEach(
              group ->
                  balancersByTargetGroup
                      .computeIfAbsent(group, _ -> new ArrayList<>())
                      .add(balancer));
    }
    for (AwsDataStore store : dataStores.values()) {
      store.source().known().ifPresent(replicated::add);
    }
  }

  public static Facts of(ResourceGraph graph) {
    return new Facts(new Resources(graph));
  }

  private static <T> Map<Address, T> byAddress(List<T> parts, Function<T, Address> address) {
    Map<Address, T> map = LinkedHashMap.newLinkedHashMap(parts.size());
    parts.forEach(part -> map.put(address.apply(part), part));
    return Collections.unmodifiableMap(map);
  }

  public Map<Address, AwsVpc> vpcs() {
    return vpcs;
  }

  public Map<Address, AwsSubnet> subnets() {
    return subnets;
  }

  /// Instances and Auto Scaling groups.
  public Map<Address, AwsHosts> hosts() {
    return hosts;
  }

  public Map<Address, AwsLoadBalancer> loadBalancers() {
    return loadBalancers;
  }

  public List<AwsTargetGroup> targetGroups() {
    return targetGroups;
  }

  /// The target groups that an instance or an Auto Scaling group is a member of.
  public List<AwsTargetGroup> targetGroupsOf(Address member) {
    return targetGroupsByMember.getOrDefault(member, List.of());
  }

  /// How listeners share requests out by weight.
  public List<AwsForward> forwards() {
    return forwards;
  }

  public List<AwsAlarm> alarms() {
    return alarms;
  }

  /// How many of a resource `count` or `for_each` make.
  public Reading<Long> copies(Resource resource) {
    Reader read = read(resource);
    if (!read.has("for_each")) {
      return read.whole("count").or(1L);
    }
    return read.size("for_each");
  }

  /// How many instances or tasks a fleet has at most.
  public Reading<Long> most(AwsHosts fleet) {
    Resource resource = fleet.resource();
    if (!resource.type().equals(Compute.SERVICE)) {
      return read(resource).whole("max_size");
    }
    for (Resource target : ofType("aws_appautoscaling_target")) {
      if (scales(target, resource)) {
        return read(target).whole("max_capacity");
      }
    }
    return wanted(fleet);
  }

  /// Whether a target of Application Auto Scaling is the service: it names it as `service/CLUSTER/NAME`, by
  /// reference or spelled out.
  private boolean scales(Resource target, Resource service) {
    boolean refers =
        target
            .body()
            .allValues()
            .anyMatch(
                value ->
                    value instanceof Value.Reference(Address of, var _)
                        && of.equals(service.address()));
    Optional<String> name = read(service).text("name").known();
    return refers
        || name.isPresent()
            && read(target)
                .text("resource_id")
                .known()
                .filter(id -> id.startsWith("service/") && id.endsWith("/" + name.get()))
                .isPresent();
  }

  /// How many it begins with.
  public Reading<Long> wanted(AwsHosts fleet) {
    Reader read = read(fleet.resource());
    return fleet.resource().type().equals(Compute.SERVICE)
        ? read.whole("desired_count").or(1L)
        : read.whole("desired_capacity").or(read.whole("min_size"));
  }

  /// The load balancers that pass requests on to an instance or an Auto Scaling group.
  public List<AwsLoadBalancer> balancersOf(Address member) {
    return targetGroupsOf(member).stream()
        .flatMap(group -> balancersBefore(group).stream())
        .distinct()
        .toList();
  }

  /// The load balancers that pass requests on to a target group.
  public List<AwsLoadBalancer> balancersBefore(AwsTargetGroup group) {
    return balancersByTargetGroup.getOrDefault(group.id(), List.of());
  }

  /// The launch templates or the launch configuration that an Auto Scaling group or an instance
  /// starts from.
  public List<Reading<Address>> templatesOf(Resource hosts) {
    return Compute.templates(read(hosts));
  }

  /// Whether a database has a replica.
  public boolean isReplicated(Address database) {
    return replicated.contains(database);
  }

  /// Databases and caches.
  public Map<Address, AwsDataStore> dataStores() {
    return dataStores;
  }

  /// What else stands in subnets, of no kind that is known.
  public Map<Address, AwsOther> others() {
    return others;
  }

  /// The VPC that each VPN gateway is attached to, where it is known.
  public Map<Address, Address> vpnHomes() {
    Map<Address, Address> known = new LinkedHashMap<>();
    Uplinks.homes(this)
        .forEach((gateway, vpc) -> vpc.known().ifPresent(home -> known.put(gateway, home)));
    return known;
  }

  /// The resources of these types, in order.
  public List<Resource> ofType(String... types) {
    return resources.of(types);
  }

  public Optional<Resource> find(Address address) {
    return resources.find(address);
  }

  /// The resources that refer to the given one, in order, each once.
  public List<Resource> referrers(Address target) {
    return resources.referrers(target);
  }

  /// Whether any resource of these types refers to the given one.
  public boolean isNamedBy(Address target, String... types) {
    return resources.isNamedBy(target, types);
  }

  /// A reader for the arguments of a resource.
  public Reader read(Resource resource) {
    return resources.read(resource);
  }

  Resources resources() {
    return resources;
  }
}
