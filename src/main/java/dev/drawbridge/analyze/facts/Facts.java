package dev.drawbridge.analyze.facts;

import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Resource;
import dev.drawbridge.resource.ResourceGraph;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// What a resource graph says of networks and of what stands in them. Immutable.
public final class Facts {
  private final Resources resources;
  private final Map<Address, AwsVpc> vpcs;
  private final Map<Address, AwsSubnet> subnets;
  private final Map<Address, AwsHosts> hosts;
  private final Map<Address, AwsLoadBalancer> loadBalancers;
  private final List<AwsTargetGroup> targetGroups;
  private final Map<Address, AwsDataStore> dataStores;

  private Facts(Resources resources) {
    this.resources = resources;
    vpcs = byAddress(Places.vpcs(resources), vpc -> vpc.resource().address());
    subnets = byAddress(Places.subnets(resources), AwsSubnet::address);
    hosts = byAddress(Compute.hosts(resources), AwsHosts::address);
    loadBalancers = byAddress(Balancing.loadBalancers(resources), AwsLoadBalancer::address);
    targetGroups = Balancing.targetGroups(resources);
    dataStores = byAddress(DataStores.all(resources), AwsDataStore::address);
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

  /// Databases and caches.
  public Map<Address, AwsDataStore> dataStores() {
    return dataStores;
  }

  /// The resources of these types, in order.
  public List<Resource> ofType(String... types) {
    return resources.of(types);
  }

  public Optional<Resource> find(Address address) {
    return resources.find(address);
  }

  /// A reader for the arguments of a resource.
  public Reader read(Resource resource) {
    return resources.read(resource);
  }

  Resources resources() {
    return resources;
  }
}
