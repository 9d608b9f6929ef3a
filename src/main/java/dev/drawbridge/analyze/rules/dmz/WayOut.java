package dev.drawbridge.analyze.rules.dmz;

import dev.drawbridge.analyze.facts.Exits;
import dev.drawbridge.analyze.facts.Standing;
import dev.drawbridge.analyze.rules.Component;
import dev.drawbridge.analyze.rules.Subject;
import dev.drawbridge.network.AccessList;
import dev.drawbridge.network.AddressSet;
import dev.drawbridge.network.Group;
import dev.drawbridge.network.Interface;
import dev.drawbridge.network.Network;
import dev.drawbridge.network.PortSet;
import dev.drawbridge.network.Protocol;
import dev.drawbridge.network.PublicAddress;
import dev.drawbridge.network.Traffic;
import dev.drawbridge.resource.Address;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How a component can open sessions with somebody on the internet: by a route out of its subnet, a
/// rule of its security groups, and a network ACL that lets such packets out.
///
/// @param subnet that it leaves from
/// @param traffic that its security groups let out
record WayOut(Address subnet, Traffic traffic) {
  /// The first way that is certain.
  static Optional<WayOut> of(Subject subject, Component component) {
    for (Standing.Face face : component.faces()) {
      Interface host = subject.network().interfaceOf(face.ref());
      Optional<Address> home = face.subnet().filter(subnet -> leaves(subject, subnet, host));
      Optional<Traffic> traffic = home.flatMap(_ -> letOut(subject.network(), host));
      if (home.isPresent() && traffic.isPresent()) {
        return Optional.of(new WayOut(home.get(), traffic.get()));
      }
    }
    return Optional.empty();
  }

  /// The ports on which the security groups of a component let it call everybody, by protocol.
  static Map<Protocol, PortSet> toEverybody(
      Network network, Component component, Collection<Protocol> protocols) {
    Map<Protocol, PortSet> open = new HashMap<>();
    for (Standing.Face face : component.faces()) {
      for (Group group : network.groupsOf(network.interfaceOf(face.ref()))) {
        for (Group.Rule rule : group.egress()) {
          if (rule.peer().addresses().containsAll(AddressSet.ALL_IPV4)) {
            for (Protocol protocol : protocols) {
              open.merge(protocol, rule.traffic().portsOf(protocol), PortSet::union);
            }
          }
        }
      }
    }
    return open;
  }

  private static boolean leaves(Subject subject, Address subnet, Interface host) {
    Exits exits = subject.exits(subnet);
    return exits.outbound()
        || exits.internet() && host.publicAddress() instanceof PublicAddress.Assigned;
  }

  private static Optional<Traffic> letOut(Network network, Interface host) {
    Optional<AccessList> list = network.accessListOf(network.subnetOf(host));
    for (Group group : network.groupsOf(host)) {
      for (Group.Rule rule : group.egress()) {
        AddressSet outside = rule.peer().addresses().intersect(network.internet());
        if (rule.doubts().isEmpty() && !outside.isEmpty()) {
          for (Protocol protocol : List.of(Protocol.TCP, Protocol.UDP)) {
            PortSet ports = rule.traffic().portsOf(protocol);
            PortSet open = list.map(one -> passing(one, protocol, ports, outside)).orElse(ports);
            if (!open.isEmpty()) {
              return Optional.of(new Traffic(protocol, open));
            }
          }
        }
      }
    }
    return Optional.empty();
  }

  private static PortSet passing(
      AccessList list, Protocol protocol, PortSet ports, AddressSet outside) {
    PortSet passing = PortSet.EMPTY;
    for (PortSet run : FirstMatch.runs(list.outbound(), protocol, ports)) {
      if (!FirstMatch.admitted(list.outbound(), protocol, run.first(), outside, false).isEmpty()) {
        passing = passing.union(run);
      }
    }
    return passing;
  }
}
