package dev.drawbridge.analyze.facts;

import dev.drawbridge.base.Reason;
import dev.drawbridge.network.AddressSet;
import dev.drawbridge.network.Cidr;
import dev.drawbridge.network.Family;
import dev.drawbridge.network.Realm;
import dev.drawbridge.network.Ref;
import dev.drawbridge.network.RouteTable;
import dev.drawbridge.network.Subnet;
import dev.drawbridge.network.Unknown;
import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Resource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Lays VPCs and subnets. What stands in a subnet that is not known stands in one of which nothing
/// is known.
final class Ground {
  private static final Ref NOWHERE = Ref.of("unknown");

  private final Facts facts;
  private final Parts parts;
  private final Routing routing;
  private final AccessLists lists;
  private final Map<Address, AddressSet> assignable = new HashMap<>();
  private final Map<Address, AddressSet> assignableIpv6 = new HashMap<>();
  private boolean nowhereLaid;

  Ground(Facts facts, Parts parts, Routing routing, AccessLists lists) {
    this.facts = facts;
    this.parts = parts;
    this.routing = routing;
    this.lists = lists;
  }

  void read() {
    Map<Address, List<Cidr>> blocks = new HashMap<>();
    for (AwsVpc vpc : facts.vpcs().values()) {
      List<Cidr> known = new ArrayList<>();
      vpc.blocks().forEach(block -> Blocks.meant(block).ifPresent(known::add));
      List<Cidr> all = new ArrayList<>(known.isEmpty() ? Blocks.PRIVATE : known);
      vpc.ipv6Blocks().forEach(block -> Blocks.meant(block).ifPresent(all::add));
      blocks.put(vpc.resource().address(), all);
      parts
          .network()
          .add(new Realm(parts.ref(vpc.resource()), all, routing.mainTable(vpc), lists.main(vpc)));
    }
    for (AwsSubnet subnet : facts.subnets().values()) {
      Optional<Address> vpc = subnet.vpc().known().filter(facts.vpcs()::containsKey);
      AddressSet around = AddressSet.ofCidrs(vpc.map(blocks::get).orElse(Blocks.PRIVATE));
      assignable.put(
          subnet.address(),
          Blocks.meant(subnet.cidr()).map(Blocks::assignable).orElse(around.only(Family.IPV4)));
      if (!subnet.ipv6Cidr().isMissing()) {
        assignableIpv6.put(
            subnet.address(),
            Blocks.meant(subnet.ipv6Cidr())
                .map(Blocks::assignable)
                .orElse(around.only(Family.IPV6)));
      }
      parts
          .network()
          .add(
              new Subnet(
                  parts.ref(subnet.resource()),
                  vpc.map(parts::ref).orElseGet(this::nowhere),
                  zone(subnet.zone()),
                  routing.tableOf(subnet),
                  lists.of(subnet)));
    }
  }

  /// A zone that is taken from what only AWS knows, such as the first of its list, is the same
  /// wherever that is written.
  private static String zone(Reading<String> written) {
    return switch (written) {
      case Reading.Given<String>(String name) -> name;
      case Reading.Missing<String>() -> "";
      case Reading.Unresolved<String>(Reason reason) ->
          reason.about().startsWith("data.") ? Subnet.UNKNOWN + reason.about() : "";
    };
  }

  /// What is known of the private address of something in a subnet.
  AddressSet addresses(Optional<Address> subnet) {
    return subnet.map(assignable::get).orElse(AddressSet.ofCidrs(Blocks.PRIVATE));
  }

  /// What is known of the IPv6 address that something in a subnet bears: none where it has none.
  ///
  /// @param asked whether it asks for one; left out means that the subnet decides
  AddressSet ipv6Addresses(Optional<Address> subnet, Reading<Boolean> asked) {
    Optional<AddressSet> offered = subnet.map(assignableIpv6::get).filter(set -> !set.isEmpty());
    Optional<AwsSubnet> home = subnet.map(facts.subnets()::get);
    boolean bears =
        asked
            .or(
                home.map(AwsSubnet::resource)
                    .map(facts::read)
                    .map(read -> read.flag("assign_ipv6_address_on_creation"))
                    .orElse(Reading.missing()))
            .is(true);
    return bears ? offered.orElse(AddressSet.EMPTY) : AddressSet.EMPTY;
  }

  /// Whether a subnet has IPv6 addresses only.
  boolean isIpv6Native(Optional<Address> subnet) {
    return subnet
        .map(facts.subnets()::get)
        .map(AwsSubnet::resource)
        .map(facts::read)
        .map(read -> read.flag("ipv6_native"))
        .orElse(Reading.missing())
        .is(true);
  }

  /// The subnet in the network: where it is not known, one of which nothing is known.
  Ref subnet(Optional<Address> subnet) {
    return subnet.map(parts::ref).orElseGet(this::nowhere);
  }

  Optional<Address> vpcOf(Optional<Address> subnet) {
    return subnet
        .map(facts.subnets()::get)
        .flatMap(found -> found.vpc().known())
        .filter(facts.vpcs()::containsKey);
  }

  /// Whether what starts in the subnet gets a public address without asking.
  Reading<Boolean> handsOutPublic(Optional<Address> subnet) {
    Optional<Resource> found = subnet.map(facts.subnets()::get).map(AwsSubnet::resource);
    if (found.isEmpty()) {
      return Reading.unresolved(Reason.of("unknown.subnet"));
    }
    boolean usual = found.get().type().equals("aws_default_subnet");
    return facts.read(found.get()).flag("map_public_ip_on_launch").or(usual);
  }

  private Ref nowhere() {
    if (!nowhereLaid) {
      nowhereLaid = true;
      Unknown unknown = new Unknown(NOWHERE, Reason.of("unknown.vpc-and-subnet"));
      parts.network().add(RouteTable.unresolved(NOWHERE, unknown));
      parts
          .network()
          .add(new Realm(NOWHERE, Blocks.PRIVATE, NOWHERE, Optional.empty(), List.of(unknown)));
      parts.network().add(new Subnet(NOWHERE, NOWHERE, "", Optional.empty(), Optional.empty()));
    }
    return NOWHERE;
  }
}
