package dev.drawbridge.analyze.facts;

import dev.drawbridge.base.Reason;
import dev.drawbridge.network.AddressSet;
import dev.drawbridge.network.Balancer;
import dev.drawbridge.network.Interface;
import dev.drawbridge.network.Protocol;
import dev.drawbridge.network.PublicAddress;
import dev.drawbridge.network.Ref;
import dev.drawbridge.network.TargetGroup;
import dev.drawbridge.network.Unknown;
import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Resource;
import dev.drawbridge.resource.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Puts what has interfaces into the network: instances, load balancers, databases, NAT gateways.
final class Occupants {
  private final Facts facts;
  private final Parts parts;
  private final Ground ground;
  private final Filters filters;
  private final Set<Address> elastic = new HashSet<>();
  private final Map<Address, Standing> all = new LinkedHashMap<>();

  Occupants(Facts facts, Parts parts, Ground ground, Filters filters) {
    this.facts = facts;
    this.parts = parts;
    this.ground = ground;
    this.filters = filters;
  }

  Map<Address, Standing> all() {
    return all;
  }

  void read() {
    for (Resource address : facts.ofType("aws_eip")) {
      facts.read(address).reference("instance").known().ifPresent(elastic::add);
    }
    for (Resource association : facts.ofType("aws_eip_association")) {
      facts.read(association).reference("instance_id").known().ifPresent(elastic::add);
    }
    facts.hosts().values().forEach(this::hosts);
    facts.dataStores().values().forEach(this::dataStore);
    facts.others().values().forEach(this::other);
    facts.ofType("aws_nat_gateway").forEach(this::translator);
    facts.loadBalancers().values().forEach(this::nodes);
    Map<String, AwsTargetGroup> groups = new HashMap<>();
    for (AwsTargetGroup group : facts.targetGroups()) {
      groups.put(group.id(), group);
      targetGroup(group);
    }
    facts.loadBalancers().values().forEach(balancer -> balancer(balancer, groups));
  }

  private void hosts(AwsHosts hosts) {
    stand(
        hosts.resource(),
        hosts.subnets(),
        hosts.groups(),
        false,
        subnet ->
            elastic.contains(hosts.address())
                ? Reading.given(true)
                : hosts.publicIp().or(ground.handsOutPublic(subnet)),
        hosts.ipv6(),
        false);
  }

  private void dataStore(AwsDataStore store) {
    stand(
        store.resource(),
        store.subnets(),
        store.groups(),
        false,
        _ -> store.publiclyAccessible(),
        store.ipv6(),
        // AWS keeps internet gateways away from the IPv6 addresses of private ones.
        !store.publiclyAccessible().is(true));
  }

  private void other(AwsOther other) {
    stand(
        other.resource(),
        other.subnets(),
        other.groups(),
        false,
        subnet -> other.publicIp().or(ground.handsOutPublic(subnet)),
        Reading.missing(),
        false);
  }

  private void nodes(AwsLoadBalancer balancer) {
    boolean mayLackGroups =
        balancer.type() == AwsLoadBalancer.Type.NETWORK
            || balancer.type() == AwsLoadBalancer.Type.GATEWAY;
    Reading<String> families = facts.read(balancer.resource()).text("ip_address_type");
    stand(
        balancer.resource(),
        balancer.subnets(),
        balancer.groups(),
        mayLackGroups,
        _ ->
            families.is("dualstack-without-public-ipv4")
                ? Reading.given(false)
                : balancer.internal().then(internal -> Reading.given(!internal)),
        balancer
            .internal()
            .then(
                _ -> families.or("ipv4").then(type -> Reading.given(type.startsWith("dualstack")))),
        // AWS keeps internet gateways away from the IPv6 addresses of internal ones
        // (ipv6.deny_all_igw_traffic).
        balancer.internal().is(true));
  }

  private interface PublicIn {
    Reading<Boolean> in(Optional<Address> subnet);
  }

  private void stand(
      Resource resource,
      Reading<List<Reading<Address>>> subnets,
      Reading<List<Reading<Value.Reference>>> groups,
      boolean mayLackGroups,
      PublicIn publicIn,
      Reading<Boolean> ipv6,
      boolean shielded) {
    List<Standing.Face> faces = new ArrayList<>();
    for (Optional<Address> subnet : known(subnets)) {
      Ref ref = parts.ref(resource, "@" + subnet.map(Address::toString).orElse("unknown"));
      Filters.Borne borne =
          groups.isMissing() && mayLackGroups
              ? Filters.Borne.NONE
              : filters.groups(ref, groups, ground.vpcOf(subnet));
      parts
          .network()
          .add(
              new Interface(
                  ref,
                  ground.subnet(subnet),
                  Interface.Role.HOST,
                  addresses(resource, subnet, ipv6),
                  publicAddress(ref, publicIn.in(subnet)),
                  shielded,
                  borne.groups(),
                  borne.doubts()));
      faces.add(new Standing.Face(ref, subnet));
    }
    boolean balances = facts.loadBalancers().containsKey(resource.address());
    all.put(
        resource.address(),
        new Standing(
            resource, faces, balances ? Optional.of(parts.ref(resource)) : Optional.empty()));
  }

  private List<AddressSet> addresses(
      Resource resource, Optional<Address> subnet, Reading<Boolean> ipv6) {
    AddressSet privately = privateAddress(resource, subnet);
    AddressSet global = ground.ipv6Addresses(subnet, ipv6);
    if (global.isEmpty()) {
      return List.of(privately);
    }
    // A cache may be asked to speak IPv6 only; in a subnet without IPv4, everything does.
    boolean nothingElse =
        facts.read(resource).text("network_type").is("ipv6") || ground.isIpv6Native(subnet);
    return nothingElse ? List.of(global) : List.of(privately, global);
  }

  private AddressSet privateAddress(Resource resource, Optional<Address> subnet) {
    return facts
        .read(resource)
        .text("private_ip")
        .known()
        .flatMap(dev.drawbridge.network.Address::read)
        .map(AddressSet::of)
        .orElseGet(() -> ground.addresses(subnet));
  }

  private static PublicAddress publicAddress(Ref ref, Reading<Boolean> told) {
    return switch (told) {
      case Reading.Given<Boolean>(Boolean yes) ->
          yes ? PublicAddress.anyOf(AddressSet.INTERNET) : PublicAddress.NONE;
      case Reading.Missing<Boolean>() -> PublicAddress.NONE;
      case Reading.Unresolved<Boolean>(Reason reason) ->
          new PublicAddress.Unresolved(new Unknown(ref, reason));
    };
  }

  /// Each subnet once; one that is not known stands for all that are not.
  private List<Optional<Address>> known(Reading<List<Reading<Address>>> subnets) {
    Set<Optional<Address>> found = new LinkedHashSet<>();
    for (Reading<Address> one : subnets.known().orElse(List.of(Reading.missing()))) {
      found.add(one.known().filter(facts.subnets()::containsKey));
    }
    return List.copyOf(found);
  }

  private void translator(Resource gateway) {
    Reader read = facts.read(gateway);
    Optional<Address> subnet =
        read.reference("subnet_id").known().filter(facts.subnets()::containsKey);
    Ref ref = parts.ref(gateway);
    boolean isPrivate = read.text("connectivity_type").is("private");
    boolean regional = read.text("availability_mode").is("regional");
    parts
        .network()
        .add(
            Interface.translator(
                ref,
                ground.subnet(subnet),
                hasFurther(read) ? ground.addresses(subnet) : privateAddress(gateway, subnet),
                isPrivate || !regional && !read.has("allocation_id")
                    ? PublicAddress.NONE
                    : PublicAddress.anyOf(AddressSet.INTERNET)));
    all.put(
        gateway.address(),
        new Standing(gateway, List.of(new Standing.Face(ref, subnet)), Optional.empty()));
  }

  /// Whether a NAT gateway has more addresses than one, and so uses now this one, now that.
  private static boolean hasFurther(Reader gateway) {
    return gateway.has("secondary_private_ip_addresses")
        || gateway.has("secondary_private_ip_address_count")
        || gateway.has("secondary_allocation_ids");
  }

  private void targetGroup(AwsTargetGroup group) {
    Ref ref = parts.ref(group.resource(), group.id().substring(addressLength(group)));
    List<Unknown> doubts = new ArrayList<>();
    List<TargetGroup.Target> targets = new ArrayList<>();
    for (AwsTargetGroup.Member member : group.members()) {
      Optional<Standing> who = member.what().known().map(all::get);
      Optional<Long> port = member.port().known();
      if (who.isEmpty() || port.isEmpty()) {
        doubts.add(new Unknown(ref, Reason.of("unknown.member")));
        continue;
      }
      int health = group.healthPort().known().orElse(port.get()).intValue();
      for (Standing.Face face : who.get().faces()) {
        targets.add(new TargetGroup.Target(face.ref(), port.get().intValue(), health));
      }
    }
    boolean udp = group.protocol().known().orElse("").toUpperCase(Locale.ROOT).startsWith("UDP");
    parts
        .network()
        .add(
            new TargetGroup(
                ref,
                udp ? Protocol.UDP : Protocol.TCP,
                group.keepsClientAddress().is(true),
                targets,
                doubts));
  }

  private static int addressLength(AwsTargetGroup group) {
    return group.resource().address().toString().length();
  }

  private void balancer(AwsLoadBalancer balancer, Map<String, AwsTargetGroup> groups) {
    Standing standing = all.get(balancer.address());
    if (standing == null) {
      throw new IllegalStateException(balancer.address() + " was not put anywhere");
    }
    Listening listening = new Listening(parts, groups);
    List<Balancer.Listener> listeners =
        balancer.listeners().stream().flatMap(one -> listening.of(one).stream()).toList();
    boolean crossZone =
        balancer.type() == AwsLoadBalancer.Type.APPLICATION
            || facts.read(balancer.resource()).flag("enable_cross_zone_load_balancing").is(true)
            || balancer.type() == AwsLoadBalancer.Type.CLASSIC
                && !facts.read(balancer.resource()).flag("cross_zone_load_balancing").is(false);
    parts
        .network()
        .add(
            new Balancer(
                parts.ref(balancer.resource()),
                standing.faces().stream().map(Standing.Face::ref).toList(),
                listeners,
                crossZone));
  }
}
