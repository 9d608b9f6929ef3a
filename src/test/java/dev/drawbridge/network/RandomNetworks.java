package dev.drawbridge.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/// Makes random networks without doubts, small or of real size, in which a fair share of packets
/// gets through. The same seed gives the same networks.
final class RandomNetworks {

  /// The few numbers at which the ranges of ports in rules begin and end.
  static final int[] CUTS = {0, 1, 22, 80, 443, 444, 1023, 1024, 8080, 32768, 61000, 65535};

  private static final Ref MAIN = Ref.of("main");

  private final SplittableRandom random;

  /// Its own, so that what else the networks hold is what it was before there were shields.
  private final SplittableRandom shields;

  private final boolean small;
  private final List<Cidr> known = new ArrayList<>();
  private int serial;

  /// @param small whether all addresses but of IPv6 clients are in 10.0.0.0/24 and 2001:db8::/120
  RandomNetworks(long seed, boolean small) {
    this.random = new SplittableRandom(seed);
    this.shields = new SplittableRandom(seed);
    this.small = small;
  }

  SplittableRandom random() {
    return random;
  }

  Network next() {
    known.clear();
    serial = 0;
    Network.Builder builder = Network.builder();
    if (small) {
      builder.internet(AddressSet.of("10.0.0.192/26", "2001:db8::/120"));
    }
    known.add(Cidr.of("0.0.0.0/0"));
    known.add(Cidr.of("::/0"));
    int realms = 2 + random.nextInt(2);
    List<Ref> groups = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      groups.add(Ref.of("group" + i));
    }
    for (int i = 0; i < realms; i++) {
      known.add(block4(i));
      known.add(block6(i));
    }
    for (int i = 0; i < realms; i++) {
      for (int j = 0; j < 3; j++) {
        known.add(subnet4(i, j));
      }
    }
    List<NextHop> exits = new ArrayList<>();
    for (int i = 0; i < realms; i++) {
      exits.addAll(addRealm(builder, i, groups));
    }
    for (int i = 1; i < realms; i++) {
      if (chance(70)) {
        builder.add(
            new Peering(
                Ref.of("peering" + i), Ref.of("realm" + (i - 1)), Ref.of("realm" + i), chance(60)));
        exits.add(new NextHop.Across(Ref.of("peering" + i)));
        exits.add(new NextHop.Across(Ref.of("peering" + i)));
      }
    }
    builder.add(new Tunnel(Ref.of("tunnel"), Ref.of("realm0"), remote()));
    exits.add(new NextHop.Through(Ref.of("tunnel")));
    groups.forEach(group -> builder.add(group(group, groups)));
    for (int i = 0; i < 3; i++) {
      builder.add(new AccessList(Ref.of("list" + i), entries(), entries()));
    }
    for (int i = 0; i < 4; i++) {
      builder.add(table(Ref.of("table" + i), exits, realms));
    }
    builder.add(table(MAIN, exits, realms));
    addBalancer(builder, groups);
    return builder.build();
  }

  /// One of the small universe, in which most private sessions go through a translator.
  Network handing() {
    known.clear();
    serial = 0;
    for (String block : List.of("0.0.0.0/0", "10.0.0.0/27", "10.0.0.32/27", "10.0.0.10/32")) {
      known.add(Cidr.of(block));
    }
    known.add(Cidr.of("::/0"));
    Network plain = TranslationTest.handing().build();
    Network.Builder builder = plain.toBuilder();
    List<Ref> groups = List.of(Ref.of("app-sg"), Ref.of("db-sg"), Ref.of("nat-sg"));
    groups.forEach(group -> builder.add(group(group, groups)));
    plain.accessLists().keySet().forEach(r -> builder.add(new AccessList(r, entries(), entries())));
    for (RouteTable table : plain.routeTables().values()) {
      List<RouteTable.Route> routes = new ArrayList<>(table.routes());
      routes.removeIf(route -> chance(10));
      if (chance(20)) {
        NextHop via =
            plain.routesOf(plain.subnets().get(Ref.of("private"))).routes().getFirst().via();
        Cidr destination = cidr(Family.IPV4);
        routes.removeIf(route -> route.destination().equals(destination));
        routes.add(new RouteTable.Route(next("route"), destination, via, List.of()));
      }
      builder.add(new RouteTable(table.ref(), routes));
    }
    for (Interface host : plain.interfaces().values()) {
      List<Ref> borne = new ArrayList<>(groups);
      borne.removeIf(group -> chance(60));
      builder.add(host.withGroups(borne.toArray(Ref[]::new)));
    }
    Ref node = Ref.of("node");
    builder
        .add(Interface.host(node, Ref.of("exit"), AddressSet.of("10.0.0.12/32")))
        .add(Sample.targets("targets", chance(50), Sample.DB, 443))
        .add(Sample.balancer("balancer", node, new Traffic(Protocol.TCP, ports()), "targets"));
    return builder.build();
  }

  private AddressSet remote() {
    return small ? AddressSet.of("10.0.0.128/27") : AddressSet.of("172.16.0.0/12");
  }

  private Cidr block4(int realm) {
    return small
        ? Cidr.of("10.0.0." + 32 * realm + "/27")
        : Cidr.of("10." + (realm == 2 ? 1 : realm) + ".0.0/16");
  }

  private Cidr block6(int realm) {
    return small
        ? Cidr.of("2001:db8::" + Integer.toHexString(32 * realm) + "/123")
        : Cidr.of("2600:1f1" + realm + ":aa00::/56");
  }

  private Cidr subnet4(int realm, int index) {
    return small
        ? Cidr.of("10.0.0." + (32 * realm + 8 * index) + "/29")
        // The third realm overlaps the second, as realms that are not linked may.
        : Cidr.of("10." + (realm == 2 ? "1.1" : realm + ".") + 3 * index + ".0/24");
  }

  private Cidr subnet6(int realm, int index) {
    return small
        ? Cidr.of("2001:db8::" + Integer.toHexString(32 * realm + 8 * index) + "/125")
        : Cidr.of("2600:1f1" + realm + ":aa00:" + index + "::/64");
  }

  /// Adds a realm with three subnets, and gives the next hops that its parts offer.
  private List<NextHop> addRealm(Network.Builder builder, int realm, List<Ref> groups) {
    Ref ref = Ref.of("realm" + realm);
    builder.add(
        new Realm(
            ref,
            List.of(block4(realm), block6(realm)),
            MAIN,
            chance(50) ? Optional.of(Ref.of("list" + random.nextInt(3))) : Optional.empty()));
    List<NextHop> exits = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      Ref subnet = Ref.of("subnet" + realm + "." + i);
      builder.add(
          new Subnet(
              subnet,
              ref,
              "zone" + i % 2,
              chance(80) ? Optional.of(Ref.of("table" + random.nextInt(4))) : Optional.empty(),
              chance(40) ? Optional.of(Ref.of("list" + random.nextInt(3))) : Optional.empty()));
      for (int j = 0; j < 2; j++) {
        builder.add(host(realm, i, j, subnet, groups));
      }
    }
    exits.add(new NextHop.InternetGateway(Ref.of("gateway")));
    exits.add(new NextHop.InternetGateway(Ref.of("gateway")));
    exits.add(new NextHop.EgressOnlyGateway(Ref.of("egress")));
    if (chance(60)) {
      Ref translator = Ref.of("translator" + realm);
      Interface made =
          Interface.translator(
              translator,
              Ref.of("subnet" + realm + "." + random.nextInt(3)),
              AddressSet.of(at(subnet4(realm, 2), 5)),
              chance(90) ? publicAddress(40 + realm) : PublicAddress.NONE);
      builder.add(chance(20) ? made.withGroups(groups.getFirst()) : made);
      exits.add(new NextHop.Translator(translator));
      exits.add(new NextHop.Translator(translator));
    }
    return exits;
  }

  private Interface host(int realm, int subnet, int index, Ref in, List<Ref> groups) {
    List<AddressSet> addresses = new ArrayList<>();
    if (chance(90)) {
      addresses.add(AddressSet.of(at(subnet4(realm, subnet), 2 + index)));
    }
    if (chance(50) || addresses.isEmpty()) {
      addresses.add(AddressSet.of(at(subnet6(realm, subnet), 2 + index)));
    }
    List<Ref> borne = new ArrayList<>();
    for (Ref group : groups) {
      if (chance(40)) {
        borne.add(group);
      }
    }
    return Interface.host(Ref.of("host" + realm + subnet + index), in, addresses.getFirst())
        .withAddresses(addresses.toArray(AddressSet[]::new))
        .withPublicAddress(
            chance(60) ? publicAddress(10 * realm + 2 * subnet + index) : PublicAddress.NONE)
        .withShield(shields.nextInt(6) == 0)
        .withGroups(borne.toArray(Ref[]::new));
  }

  private PublicAddress publicAddress(int index) {
    return PublicAddress.fixed(
        small ? Address.ipv4(0x0a0000c0L + index) : Address.ipv4(0xcb007100L + index));
  }

  static Address at(Cidr block, int offset) {
    Address address = block.first();
    for (int i = 0; i < offset; i++) {
      address = address.next();
    }
    return address;
  }

  private Group group(Ref ref, List<Ref> groups) {
    return new Group(
        ref,
        several(4, () -> rule("in", groups)),
        chance(60)
            ? List.of(Group.Rule.allow(next("out"), Traffic.ANY, Peer.of("0.0.0.0/0", "::/0")))
            : several(4, () -> rule("out", groups)));
  }

  private Group.Rule rule(String name, List<Ref> groups) {
    Peer peer =
        switch (random.nextInt(5)) {
          case 0 -> new Peer.Members(groups.get(random.nextInt(groups.size())));
          case 1 -> new Peer.Listed(Ref.of("prefixes"), addresses().union(addresses()));
          default -> new Peer.Addresses(addresses());
        };
    return Group.Rule.allow(next(name), traffic(), peer);
  }

  private List<AccessList.Entry> entries() {
    List<AccessList.Entry> entries = new ArrayList<>();
    int count = random.nextInt(5);
    for (int i = 0; i < count; i++) {
      int number = 10 * i + random.nextInt(9);
      entries.add(
          chance(60)
              ? AccessList.Entry.allow(next("entry"), number, traffic(), addresses())
              : AccessList.Entry.deny(next("entry"), number, traffic(), addresses()));
    }
    if (chance(75)) {
      AddressSet all = AddressSet.EVERYTHING;
      entries.add(AccessList.Entry.allow(next("entry"), 100, Traffic.ANY, all));
    }
    return entries;
  }

  private RouteTable table(Ref ref, List<NextHop> exits, int realms) {
    List<RouteTable.Route> routes = new ArrayList<>();
    List<Cidr> taken = new ArrayList<>();
    Supplier<NextHop> exit = () -> exits.get(random.nextInt(exits.size()));
    for (Family family : Family.values()) {
      for (int i = 0; i < 3; i++) {
        Cidr destination = i == 0 ? Cidr.around(Address.lowest(family), 0) : cidr(family);
        if (!taken.contains(destination) && chance(i == 0 ? 85 : 50)) {
          taken.add(destination);
          NextHop via = chance(8) ? new NextHop.Blackhole() : exit.get();
          if (i == 0 && chance(40)) {
            via = new NextHop.InternetGateway(Ref.of("gateway"));
          }
          routes.add(new RouteTable.Route(next("route"), destination, via, List.of()));
        }
      }
    }
    for (int i = 0; i < realms; i++) {
      if (chance(50) && !taken.contains(block4(i))) {
        taken.add(block4(i));
        routes.add(new RouteTable.Route(next("route"), block4(i), linkOr(exits), List.of()));
      }
    }
    return new RouteTable(ref, routes);
  }

  private NextHop linkOr(List<NextHop> exits) {
    return exits.stream()
        .filter(via -> via instanceof NextHop.Across)
        .skip(random.nextInt(2))
        .findFirst()
        .orElse(new NextHop.Local());
  }

  private void addBalancer(Network.Builder builder, List<Ref> groups) {
    boolean keeps = chance(50);
    Ref node = Ref.of("host000");
    Interface open = host(0, 0, 0, Ref.of("subnet0.0"), List.of());
    builder.add(chance(50) ? open : open.withGroups(groups.get(0), groups.get(1)));
    builder.add(
        new TargetGroup(
            Ref.of("targets"),
            Protocol.TCP,
            keeps,
            List.of(
                new TargetGroup.Target(Ref.of("host010"), cut(), 80),
                new TargetGroup.Target(Ref.of("host001"), cut(), 80),
                new TargetGroup.Target(Ref.of("host100"), cut(), 80)),
            List.of()));
    builder.add(
        new Balancer(
            Ref.of("balancer"),
            List.of(node, Ref.of("host011")),
            List.of(
                Balancer.Listener.forwarding(
                    Ref.of("listener"), new Traffic(Protocol.TCP, ports()), Ref.of("targets"))),
            chance(50)));
  }

  Traffic traffic() {
    Protocol protocol =
        switch (random.nextInt(9)) {
          case 0, 1, 8 -> Protocol.ANY;
          case 2 -> Protocol.UDP;
          case 3 -> chance(50) ? Protocol.ICMP : Protocol.ICMPV6;
          case 4 -> new Protocol(47);
          default -> Protocol.TCP;
        };
    if (protocol.isIcmp()) {
      int[] types = {-1, 0, 8, 128, 129};
      return new Traffic(protocol, Protocol.icmp(types[random.nextInt(types.length)], -1));
    }
    return new Traffic(protocol, protocol.equals(Protocol.ANY) ? PortSet.ALL : ports());
  }

  private PortSet ports() {
    int one = cut();
    int other = chance(30) ? one : cut();
    return PortSet.of(Math.min(one, other), Math.max(one, other));
  }

  private int cut() {
    return CUTS[random.nextInt(CUTS.length)];
  }

  private AddressSet addresses() {
    AddressSet set = AddressSet.of(cidr(chance(65) ? Family.IPV4 : Family.IPV6));
    return chance(40) ? set.union(AddressSet.of("0.0.0.0/0", "::/0")) : set;
  }

  private Cidr cidr(Family family) {
    List<Cidr> fitting = known.stream().filter(block -> block.family() == family).toList();
    if (chance(50)) {
      return fitting.get(random.nextInt(fitting.size()));
    }
    if (small) {
      int last = random.nextInt(256);
      Address address =
          family == Family.IPV4
              ? Address.ipv4(0x0a000000L + last)
              : Address.ipv6(0x20010db800000000L, last);
      return Cidr.around(address, family.bits() - random.nextInt(9));
    }
    Cidr near = fitting.get(random.nextInt(fitting.size()));
    Address within = inside(near);
    return Cidr.around(within, near.length() + random.nextInt(family.bits() - near.length() + 1));
  }

  /// A random address of a block.
  Address inside(Cidr block) {
    Address first = block.first();
    Address last = block.last();
    long high = first.high() | (random.nextLong() & (first.high() ^ last.high()));
    long low = first.low() | (random.nextLong() & (first.low() ^ last.low()));
    return new Address(first.family(), high, low);
  }

  private <T> List<T> several(int most, Supplier<T> make) {
    List<T> made = new ArrayList<>();
    int count = random.nextInt(most + 1);
    for (int i = 0; i < count; i++) {
      made.add(make.get());
    }
    return made;
  }

  private Ref next(String name) {
    return Ref.of(name + serial++);
  }

  boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }
}
