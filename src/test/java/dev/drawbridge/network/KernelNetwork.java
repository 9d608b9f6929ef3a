package dev.drawbridge.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Lowers a network to namespaces: one for each interface, for the router of each realm, for the far
/// end of each tunnel and for the internet. A subnet is a bridge in the router's namespace with a
/// route table of its own; access lists filter without state where packets are routed, groups with
/// state where they arrive and leave. All with addresses of one family.
final class KernelNetwork {

  static final String INTERNET = "internet";

  private final Network network;
  private final Family family;
  private final KernelFilters filters;
  private final Namespaces spaces;
  private final List<Address> clients;
  private final StringBuilder links = new StringBuilder();
  private final Map<String, StringBuilder> settings = new LinkedHashMap<>();
  private final Map<String, StringBuilder> batches = new LinkedHashMap<>();
  private final Map<String, String> tables = new LinkedHashMap<>();
  private final Map<Ref, String> names = new LinkedHashMap<>();
  private final Map<Ref, Integer> subnets = new LinkedHashMap<>();
  private final Map<Ref, Integer> peerings = new LinkedHashMap<>();

  /// @param clients the addresses of those on the internet and at the far ends of tunnels
  KernelNetwork(Network network, Family family, Namespaces spaces, List<Address> clients) {
    this.network = network;
    this.family = family;
    this.filters = new KernelFilters(network, family);
    this.spaces = spaces;
    this.clients = clients;
  }

  /// The namespace in which an interface, the router of a realm or the far end of a tunnel is.
  String nameOf(Ref part) {
    return names.computeIfAbsent(part, _ -> "n" + names.size());
  }

  String script() {
    space(INTERNET, true);
    ip(INTERNET, "link set lo up");
    addClients(INTERNET, network.internet());
    network.realms().values().forEach(this::realm);
    network.peerings().values().forEach(this::peering);
    network.tunnels().values().forEach(this::tunnel);
    network.subnets().values().forEach(this::subnet);
    network.interfaces().values().forEach(this::host);
    network.subnets().values().forEach(this::routes);
    network.realms().values().forEach(this::borders);
    return written();
  }

  /// Few processes do it all: starting them is what takes the time.
  private String written() {
    StringBuilder script = new StringBuilder();
    settings.keySet().forEach(name -> script.append("ip netns add " + spaces.name(name) + "\n"));
    script.append("ip -batch - <<'LINKS'\n").append(links).append("LINKS\n");
    settings.forEach(
        (name, set) -> {
          script.append("ip netns exec " + spaces.name(name) + " sh -e <<'INSIDE'\n").append(set);
          script
              .append((family == Family.IPV4 ? "ip" : "ip -6") + " -batch - <<'BATCH'\n")
              .append(batches.get(name))
              .append("BATCH\n");
          if (tables.containsKey(name)) {
            script
                .append("nft -f - <<'NFT'\ntable " + filters.name() + " drawbridge {\n")
                .append(tables.get(name));
            script.append("}\nNFT\n");
          }
          script.append("INSIDE\n");
        });
    return script.toString();
  }

  private void space(String name, boolean forwards) {
    StringBuilder set = settings.computeIfAbsent(name, _ -> new StringBuilder());
    for (String where : List.of("all", "default")) {
      set.append("echo 0 >/proc/sys/net/ipv4/conf/" + where + "/rp_filter\n");
      set.append("echo 0 >/proc/sys/net/ipv4/conf/" + where + "/send_redirects\n");
    }
    // Nobody else has these addresses, so nobody need wait a second to hear of it.
    set.append("for one in /proc/sys/net/ipv6/conf/*/accept_dad; do echo 0 >$one; done\n");
    int on = forwards ? 1 : 0;
    set.append("echo " + on + " >/proc/sys/net/ipv4/ip_forward\n");
    set.append("echo " + on + " >/proc/sys/net/ipv6/conf/all/forwarding\n");
  }

  /// The address of an end of a link between namespaces.
  private String at(int link, int end) {
    return family == Family.IPV4 ? "169.254." + link + "." + end : "fd00::" + link + ":" + end;
  }

  /// The address alone.
  private String only(Object address) {
    return address + (family == Family.IPV4 ? "/32" : "/128");
  }

  private void give(String name, Object address, String device) {
    String at = "addr add " + only(address) + " dev " + device;
    ip(name, family == Family.IPV4 ? at : at + " nodad");
  }

  private void ip(String name, String command) {
    batches.computeIfAbsent(name, _ -> new StringBuilder()).append(command).append('\n');
  }

  private void link(String one, String end, String other, String otherEnd) {
    links
        .append("link add " + end + " netns " + spaces.name(one) + " type veth peer name ")
        .append(otherEnd + " netns " + spaces.name(other) + "\n");
    ip(one, "link set " + end + " up");
    ip(other, "link set " + otherEnd + " up");
  }

  private void addClients(String name, AddressSet among) {
    for (Address client : clients) {
      if (among.contains(client)) {
        give(name, client, "lo");
      }
    }
  }

  private void realm(Realm realm) {
    String router = nameOf(realm.ref());
    space(router, true);
    link(router, "igw", INTERNET, router);
    give(router, at(1, 1), "igw");
    give(INTERNET, at(1, 2), router);
    // Whatever left through the egress-only gateway is answered by way of the other.
    link(router, "eigw", INTERNET, "e" + router);
    give(router, at(4, 1), "eigw");
    give(INTERNET, at(4, 2), "e" + router);
    // What arrives from elsewhere is for the realm itself, or for nobody.
    ip(router, "rule add iif igw lookup 50 prio 102");
  }

  private void peering(Peering peering) {
    String one = nameOf(peering.one());
    String other = nameOf(peering.other());
    String end = end(peering.ref());
    link(one, end, other, end);
    int number = number(peering.ref());
    for (String router : List.of(one, other)) {
      give(router, at(number, router.equals(one) ? 1 : 2), end);
      ip(router, "rule add iif " + end + " lookup 50 prio 102");
    }
  }

  private void tunnel(Tunnel tunnel) {
    String router = nameOf(tunnel.realm());
    String far = nameOf(tunnel.ref());
    space(far, false);
    ip(far, "link set lo up");
    link(router, end(tunnel.ref()), far, "eth0");
    give(router, at(3, 1), end(tunnel.ref()));
    ip(router, "rule add iif " + end(tunnel.ref()) + " lookup 50 prio 102");
    give(far, at(3, 2), "eth0");
    ip(far, "route add default via " + at(3, 1) + " dev eth0 onlink");
    addClients(far, tunnel.remote());
  }

  private int number(Ref peering) {
    return 10 + peerings.computeIfAbsent(peering, _ -> peerings.size());
  }

  private static String end(Ref link) {
    return "l" + Integer.toHexString(link.hashCode());
  }

  private String bridge(Ref subnet) {
    return "s" + subnets.computeIfAbsent(subnet, _ -> subnets.size());
  }

  private void subnet(Subnet subnet) {
    String router = nameOf(subnet.realm());
    String bridge = bridge(subnet.ref());
    ip(router, "link add " + bridge + " type bridge");
    give(router, at(0, 1), bridge);
    ip(router, "link set " + bridge + " up");
    int table = 100 + subnets.getOrDefault(subnet.ref(), 0);
    ip(router, "rule add iif " + bridge + " lookup " + table + " prio 100");
    ip(router, "rule add iif " + bridge + " lookup 50 prio 101");
  }

  private void host(Interface host) {
    Optional<Address> own = filters.own(host);
    if (own.isEmpty()) {
      return;
    }
    boolean translates = host.role() == Interface.Role.TRANSLATOR;
    String name = nameOf(host.ref());
    String router = nameOf(network.subnetOf(host).realm());
    space(name, translates);
    link(router, name, name, "eth0");
    ip(router, "link set " + name + " master " + bridge(host.subnet()));
    ip(router, "route add " + only(own.get()) + " dev " + bridge(host.subnet()) + " table 50");
    ip(name, "link set lo up");
    give(name, own.get(), "eth0");
    ip(name, "route add default via " + at(0, 1) + " dev eth0 onlink");
    for (Interface other : network.interfaces().values()) {
      if (other.subnet().equals(host.subnet()) && !other.equals(host)) {
        filters.own(other).ifPresent(a -> ip(name, "route add " + only(a) + " dev eth0"));
      }
    }
    filters
        .known(host)
        .ifPresent(
            known ->
                ip(
                    INTERNET,
                    "route add "
                        + only(known)
                        + " via "
                        + at(1, 1)
                        + " dev "
                        + router
                        + " onlink"));
    StringBuilder table = new StringBuilder();
    if (!host.groups().isEmpty()) {
      String leaving = translates ? "forward" : "output";
      table
          .append("chain in {\ntype filter hook prerouting priority -150;\niifname lo accept\n")
          .append(filters.groups(host, false))
          .append("}\nchain out {\ntype filter hook " + leaving + " priority 0;\n")
          .append("oifname lo accept\n")
          .append(filters.groups(host, true))
          .append("}\n");
    }
    if (translates) {
      // What belongs to no session that it opened is dropped, such as answers that are routed to
      // it.
      table
          .append("chain only {\ntype filter hook forward priority -10;\n")
          .append("ct state invalid drop\n}\n")
          .append("chain rewrite {\ntype nat hook postrouting priority 100;\n")
          .append("oifname eth0 snat to " + own.get() + "\n}\n");
    } else {
      table
          .append("chain answer {\ntype nat hook prerouting priority -100;\n")
          .append(filters.answering(host))
          .append("}\n");
    }
    tables.put(name, table.toString());
  }

  private void routes(Subnet subnet) {
    Realm realm = network.realmOf(subnet);
    Map<Cidr, String> routes = new LinkedHashMap<>();
    routes.put(Cidr.around(Address.lowest(family), 0), "blackhole %s");
    for (Cidr block : realm.blocks()) {
      routes.put(block, "throw %s");
    }
    for (RouteTable.Route route : network.routesOf(subnet).routes()) {
      routes.put(route.destination(), via(route.via(), realm.ref()));
    }
    int table = 100 + subnets.getOrDefault(subnet.ref(), 0);
    routes.forEach(
        (destination, how) -> {
          if (destination.family() == family) {
            ip(nameOf(realm.ref()), "route add " + how.formatted(destination) + " table " + table);
          }
        });
  }

  private String via(NextHop hop, Ref realm) {
    String nowhere = "blackhole %s";
    return switch (hop) {
      case NextHop.Local _ -> "throw %s";
      case NextHop.InternetGateway _ -> "%s via " + at(1, 2) + " dev igw onlink";
      case NextHop.EgressOnlyGateway _ ->
          family == Family.IPV6 ? "%s via " + at(4, 2) + " dev eigw onlink" : nowhere;
      case NextHop.Translator(Ref ref) -> {
        Interface translator = network.interfaceOf(ref);
        Optional<Address> address = filters.own(translator);
        yield address.isPresent() && network.subnetOf(translator).realm().equals(realm)
            ? "%s via " + address.get() + " dev " + bridge(translator.subnet()) + " onlink"
            : nowhere;
      }
      case NextHop.Across(Ref ref) -> {
        Peering peering = network.peerings().get(ref);
        boolean one = peering.one().equals(realm);
        yield one || peering.other().equals(realm)
            ? "%s via " + at(number(ref), one ? 2 : 1) + " dev " + end(ref) + " onlink"
            : nowhere;
      }
      case NextHop.Through(Ref ref) ->
          network.tunnels().get(ref).realm().equals(realm)
              ? "%s via " + at(3, 2) + " dev " + end(ref) + " onlink"
              : nowhere;
      case NextHop.Blackhole _ -> nowhere;
      case NextHop.Unresolved _ -> throw new IllegalArgumentException("an unresolved route");
    };
  }

  /// Public addresses and access lists, where the packets of a realm are routed.
  private void borders(Realm realm) {
    List<String> in = new ArrayList<>();
    List<String> out = new ArrayList<>();
    List<AddressSet> named = new ArrayList<>();
    List<AddressSet> names = new ArrayList<>();
    for (Interface host : network.interfaces().values()) {
      if (network.subnetOf(host).realm().equals(realm.ref())) {
        Optional<Address> known = filters.known(host);
        if (known.isPresent()) {
          Address own = filters.own(host).orElseThrow();
          in.add(known.get() + " : " + own);
          out.add(own + " : " + known.get());
          named.add(AddressSet.of(own));
          names.add(AddressSet.of(known.get()));
        }
      }
    }
    String unnamed =
        named.isEmpty()
            ? ""
            : filters.name() + " saddr != " + KernelFilters.set(AddressSet.union(named));
    String unknown =
        names.isEmpty()
            ? ""
            : filters.name() + " daddr != " + KernelFilters.set(AddressSet.union(names));
    StringBuilder table = new StringBuilder();
    StringBuilder forward = new StringBuilder("oifname { igw, eigw } " + unnamed + " drop\n");
    forward.append("oifname eigw ct direction reply drop\n");
    for (Subnet subnet : network.subnets().values()) {
      Optional<AccessList> list = network.accessListOf(subnet);
      if (subnet.realm().equals(realm.ref()) && list.isPresent()) {
        String bridge = bridge(subnet.ref());
        table.append(filters.chain("out_" + bridge, list.get(), Border.OUTBOUND));
        table.append(filters.chain("in_" + bridge, list.get(), Border.INBOUND));
        forward.append(
            "iifname " + bridge + " oifname != " + bridge + " jump out_" + bridge + "\n");
        forward.append("oifname " + bridge + " iifname != " + bridge + " jump in_" + bridge + "\n");
      }
    }
    table
        .append("chain arrive {\ntype filter hook prerouting priority -300;\n")
        .append(filters.neighbours())
        .append("iifname { igw, eigw } " + unknown + " drop\n")
        .append(fromItself(named))
        .append("}\n")
        .append("chain forward {\ntype filter hook forward priority 0;\n" + forward + "}\n");
    if (family == Family.IPV4) {
      table
          .append("chain tell {\ntype nat hook prerouting priority -100;\n")
          .append(map("iifname igw dnat to ip daddr map", in))
          .append("}\nchain hide {\ntype nat hook postrouting priority 100;\n")
          .append(map("oifname igw snat to ip saddr map", out))
          .append("}\n");
    }
    tables.put(nameOf(realm.ref()), table.toString());
  }

  /// IPv6 packets do not leave a realm to come back to it: its own router drops them at the gateway.
  private String fromItself(List<AddressSet> own) {
    return family == Family.IPV4 || own.isEmpty()
        ? ""
        : "iifname { igw, eigw } ip6 saddr " + KernelFilters.set(AddressSet.union(own)) + " drop\n";
  }

  private static String map(String rule, List<String> entries) {
    return entries.isEmpty()
        ? ""
        : rule + entries.stream().collect(Collectors.joining(", ", " { ", " }\n"));
  }
}
