package dev.drawbridge.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Writes filters of a network as rules of nftables, for IPv4 and for TCP and UDP.
final class KernelFilters {

  private final Network network;

  KernelFilters(Network network) {
    this.network = network;
  }

  static Optional<Address> ipv4(Interface host) {
    return host.addresses().stream()
        .map(AddressSet::first)
        .filter(address -> address.family() == Family.IPV4)
        .findFirst();
  }

  static Optional<Address> publicIpv4(Interface host) {
    return ipv4(host).isPresent()
            && host.publicAddress() instanceof PublicAddress.Assigned(AddressSet oneOf)
        ? Optional.of(oneOf.first())
        : Optional.empty();
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
    StringBuilder text = new StringBuilder("ct state established,related accept\n");
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
        ipv4(member).ifPresent(address -> sets.add(AddressSet.of(address)));
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

  private static List<String> matches(Traffic traffic, AddressSet peers, String side) {
    AddressSet addresses = peers.only(Family.IPV4);
    if (addresses.isEmpty()) {
      return List.of();
    }
    String from =
        addresses.equals(AddressSet.ALL_IPV4) ? "" : "ip " + side + " " + set(addresses) + " ";
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
    StringBuilder text = new StringBuilder();
    boolean node = false;
    for (Balancer balancer : network.balancers().values()) {
      if (balancer.nodes().contains(host.ref())) {
        node = true;
        for (Balancer.Listener listener : balancer.listeners()) {
          matches(listener.traffic(), AddressSet.EVERYTHING, "daddr")
              .forEach(match -> text.append(match).append("redirect to :7\n"));
        }
      }
    }
    String all = "tcp dport 0-65535 redirect to :7\nudp dport 0-65535 redirect to :7\n";
    return node ? text.toString() : all;
  }
}
