package dev.drawbridge.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Writes filters of a network as rules of nftables, for one family of addresses and for TCP and UDP.
final class KernelFilters {

  private final Network network;
  private final Family family;

  KernelFilters(Network network, Family family) {
    this.network = network;
    this.family = family;
  }

  /// The address that an interface itself bears.
  Optional<Address> own(Interface host) {
    return host.addresses().stream()
        .map(AddressSet::first)
        .filter(address -> address.family() == family)
        .findFirst();
  }

  /// The address by which the internet knows an interface.
  Optional<Address> known(Interface host) {
    return own(host)
        .flatMap(
            own ->
                switch (family) {
                  case IPV4 ->
                      host.publicAddress() instanceof PublicAddress.Assigned(AddressSet oneOf)
                          ? Optional.of(oneOf.first())
                          : Optional.empty();
                  case IPV6 ->
                      Optional.of(own)
                          .filter(_ -> !host.shielded())
                          .filter(network.internet()::contains);
                });
  }

  /// The family's name in rules.
  String name() {
    return family == Family.IPV4 ? "ip" : "ip6";
  }

  /// What neighbours ask each other for their hardware addresses, which of IPv6 the filters see too.
  String neighbours() {
    return family == Family.IPV4
        ? ""
        : "icmpv6 type { nd-neighbor-solicit, nd-neighbor-advert } accept\n";
  }

  /// The chain of an access list: first match, a denial at the end, and answers like anything else.
  String chain(String name, AccessList list, Border border) {
    boolean inbound = border == Border.INBOUND;
    StringBuilder text = new StringBuilder("chain " + name + " {\n");
    for (AccessList.Entry entry : inbound ? list.inbound() : list.outbound()) {
      String verdict = entry.action() == AccessList.Action.ALLOW ? "return" : "drop";
      for (String match : matches(entry.traffic(), entry.peers(), inbound ? "saddr" : "daddr")) {
        text.append(match).append(verdict).append('\n');
      }
    }
    return text.append("drop\n}\n").toString();
  }

  /// What the groups of an interface let through: any rule is enough, and answers always pass.
  String groups(Interface bearer, boolean egress) {
    StringBuilder text = new StringBuilder(neighbours() + "ct state established,related accept\n");
    for (Group group : network.groupsOf(bearer)) {
      for (Group.Rule rule : egress ? group.egress() : group.ingress()) {
        AddressSet peers =
            switch (rule.peer()) {
              case Peer.Addresses(AddressSet set) -> set;
              case Peer.Listed(Ref _, AddressSet set) -> set;
              case Peer.Members(Ref member) -> members(member, bearer);
            };
        matches(rule.traffic(), peers, egress ? "daddr" : "saddr")
            .forEach(match -> text.append(match).append("accept\n"));
      }
    }
    return text.append("drop\n").toString();
  }

  /// The private addresses of those who bear a group, as far as a bearer may know them.
  private AddressSet members(Ref group, Interface bearer) {
    Ref here = network.subnetOf(bearer).realm();
    List<AddressSet> sets = new ArrayList<>();
    for (Interface member : network.interfaces().values()) {
      Ref there = network.subnetOf(member).realm();
      if (member.groups().contains(group) && (here.equals(there) || known(here, there))) {
        own(member).ifPresent(address -> sets.add(AddressSet.of(address)));
      }
    }
    return AddressSet.union(sets);
  }

  private boolean known(Ref here, Ref there) {
    return network.peerings().values().stream()
        .filter(Peering::knowsGroups)
        .anyMatch(
            link ->
                link.one().equals(here) && link.other().equals(there)
                    || link.one().equals(there) && link.other().equals(here));
  }

  private List<String> matches(Traffic traffic, AddressSet peers, String side) {
    AddressSet addresses = peers.only(family);
    AddressSet all = family == Family.IPV4 ? AddressSet.ALL_IPV4 : AddressSet.ALL_IPV6;
    if (addresses.isEmpty()) {
      return List.of();
    }
    String from = addresses.equals(all) ? "" : name() + " " + side + " " + set(addresses) + " ";
    return switch (traffic.protocol().number()) {
      case -1 -> List.of(from);
      case 6 -> List.of(from + ports("tcp", traffic.ports()));
      case 17 -> List.of(from + ports("udp", traffic.ports()));
      default -> List.of();
    };
  }

  private static String ports(String protocol, PortSet ports) {
    return protocol
        + " dport { "
        + ports.ranges().stream()
            .map(range -> range.first() + "-" + range.last())
            .collect(Collectors.joining(", "))
        + " } ";
  }

  static String set(AddressSet addresses) {
    return addresses.ranges().stream()
        .map(range -> range.first() + "-" + range.last())
        .collect(Collectors.joining(", ", "{ ", " }"));
  }

  /// The ports on which an interface answers, as a node of a balancer on its listeners only.
  String answering(Interface host) {
    Address own = own(host).orElseThrow();
    String here = family == Family.IPV4 ? "redirect to :7\n" : "dnat to [" + own + "]:7\n";
    StringBuilder text = new StringBuilder();
    boolean node = false;
    for (Balancer balancer : network.balancers().values()) {
      if (balancer.nodes().contains(host.ref())) {
        node = true;
        for (Balancer.Listener listener : balancer.listeners()) {
          matches(listener.traffic(), AddressSet.EVERYTHING, "daddr")
              .forEach(match -> text.append(match).append(here));
        }
      }
    }
    String all = "tcp dport 0-65535 " + here + "udp dport 0-65535 " + here;
    return node ? text.toString() : all;
  }
}
