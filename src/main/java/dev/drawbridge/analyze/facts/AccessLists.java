package dev.drawbridge.analyze.facts;

import dev.drawbridge.base.Reason;
import dev.drawbridge.network.AccessList;
import dev.drawbridge.network.AddressSet;
import dev.drawbridge.network.Cidr;
import dev.drawbridge.network.PortSet;
import dev.drawbridge.network.Protocol;
import dev.drawbridge.network.Ref;
import dev.drawbridge.network.Traffic;
import dev.drawbridge.network.Unknown;
import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Resource;
import dev.drawbridge.resource.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads network ACLs. The one that AWS gives each VPC lets everything pass unless it is adopted.
final class AccessLists {
  private final Facts facts;
  private final Parts parts;
  private final Map<Ref, List<AccessList.Entry>> inbound = new LinkedHashMap<>();
  private final Map<Ref, List<AccessList.Entry>> outbound = new LinkedHashMap<>();
  private final Map<Address, Ref> ofSubnet = new HashMap<>();
  private final Map<Address, Ref> ofVpc = new HashMap<>();

  AccessLists(Facts facts, Parts parts) {
    this.facts = facts;
    this.parts = parts;
  }

  /// Adds every access list to the network.
  void read() {
    for (Resource list : facts.ofType("aws_network_acl", "aws_default_network_acl")) {
      Reader read = facts.read(list);
      Ref ref = parts.ref(list);
      inbound.put(ref, entries(list, read, "ingress"));
      outbound.put(ref, entries(list, read, "egress"));
      read.reference("default_network_acl_id").known().ifPresent(vpc -> ofVpc.put(vpc, ref));
      for (Reading<Address> subnet : read.references("subnet_ids").known().orElse(List.of())) {
        subnet.known().ifPresent(of -> ofSubnet.put(of, ref));
      }
    }
    for (Resource association : facts.ofType("aws_network_acl_association")) {
      Reader read = facts.read(association);
      Optional<Address> subnet = read.reference("subnet_id").known();
      Optional<Address> list = read.reference("network_acl_id").known();
      if (subnet.isPresent() && list.isPresent()) {
        ofSubnet.put(subnet.get(), Ref.of(list.get().toString()));
      }
    }
    for (Resource rule : facts.ofType("aws_network_acl_rule")) {
      Reader read = facts.read(rule);
      boolean out = read.flag("egress").is(true);
      read.attribute("network_acl_id")
          .known()
          .flatMap(this::listOf)
          .ifPresent(
              list ->
                  (out ? outbound : inbound)
                      .computeIfAbsent(list, _ -> new ArrayList<>())
                      .addAll(entry(parts.ref(rule), read, "rule_number", "rule_action")));
    }
    inbound.forEach(
        (ref, entries) ->
            parts
                .network()
                .add(new AccessList(ref, entries, outbound.getOrDefault(ref, List.of()))));
  }

  Optional<Ref> of(AwsSubnet subnet) {
    return Optional.ofNullable(ofSubnet.get(subnet.address())).filter(inbound::containsKey);
  }

  Optional<Ref> main(AwsVpc vpc) {
    return Optional.ofNullable(ofVpc.get(vpc.resource().address()));
  }

  private Optional<Ref> listOf(Value.Reference reference) {
    if (reference.attribute().equals("default_network_acl_id")) {
      return facts.find(reference.target()).map(this::defaultOf);
    }
    Ref ref = Ref.of(reference.target().toString());
    return inbound.containsKey(ref) ? Optional.of(ref) : Optional.empty();
  }

  /// The list that AWS gives a VPC: adopted, or else with the entry 100 that lets everything pass.
  private Ref defaultOf(Resource vpc) {
    return ofVpc.computeIfAbsent(
        vpc.address(),
        _ -> {
          Ref ref = parts.ref(vpc, "#default-acl");
          AccessList.Entry all =
              AccessList.Entry.allow(ref, 100, Traffic.ANY, AddressSet.EVERYTHING);
          inbound.put(ref, new ArrayList<>(List.of(all)));
          outbound.put(ref, new ArrayList<>(List.of(all)));
          return ref;
        });
  }

  private List<AccessList.Entry> entries(Resource list, Reader read, String side) {
    List<AccessList.Entry> all = new ArrayList<>();
    int index = 0;
    for (Reader block : read.blocks(side)) {
      all.addAll(
          entry(parts.ref(list, "#" + side + "[" + index++ + "]"), block, "rule_no", "action"));
    }
    if (read.blocksKnown(side) instanceof Reading.Unresolved<Boolean>(Reason reason)) {
      Ref ref = Ref.of(list.address().toString());
      all.addAll(AccessList.unresolved(ref, new Unknown(ref, reason)).inbound());
    }
    return all;
  }

  private static List<AccessList.Entry> entry(Ref ref, Reader read, String number, String action) {
    List<Unknown> doubts = new ArrayList<>();
    Optional<Protocol> protocol = read.text("protocol").known().flatMap(Ports::protocol);
    Traffic traffic = Traffic.ANY;
    if (protocol.isEmpty()) {
      doubts.add(new Unknown(ref, Reason.of("unknown.entry-protocol")));
    } else {
      Reading<Long> from = read.whole("from_port");
      Reading<Long> to = read.whole("to_port");
      if (from.isUnresolved() || to.isUnresolved()) {
        doubts.add(new Unknown(ref, Reason.of("unknown.entry-ports")));
        traffic = Traffic.all(protocol.get());
      } else if (protocol.get().hasPorts()) {
        traffic = new Traffic(protocol.get(), ports(protocol.get(), read, from, to));
      } else {
        traffic = Traffic.all(protocol.get());
      }
    }
    AddressSet peers = AddressSet.EMPTY;
    for (String argument : List.of("cidr_block", "ipv6_cidr_block")) {
      Reading<String> written = read.text(argument);
      if (written.isMissing() || written.is("")) {
        continue;
      }
      Optional<Cidr> block = Blocks.meant(written);
      peers = peers.union(block.map(AddressSet::of).orElse(AddressSet.EVERYTHING));
      if (block.isEmpty()) {
        doubts.add(new Unknown(ref, Reason.of("unknown.entry-block")));
      }
    }
    Optional<Long> place = read.whole(number).known();
    if (place.isEmpty()) {
      doubts.add(new Unknown(ref, Reason.of("unknown.entry-number")));
    }
    Reading<String> told = read.text(action);
    List<AccessList.Action> does = List.of(AccessList.Action.DENY);
    if (told instanceof Reading.Unresolved<String>(Reason reason)) {
      doubts.add(new Unknown(ref, reason));
      does = List.of(AccessList.Action.values());
    } else if (told.known().filter("allow"::equalsIgnoreCase).isPresent()) {
      does = List.of(AccessList.Action.ALLOW);
    }
    List<AccessList.Entry> entries = new ArrayList<>();
    for (AccessList.Action one : does) {
      entries.add(
          new AccessList.Entry(
              ref, place.map(Long::intValue).orElse(1), one, traffic, peers, doubts));
    }
    return entries;
  }

  private static PortSet ports(
      Protocol protocol, Reader read, Reading<Long> from, Reading<Long> to) {
    if (protocol.equals(Protocol.TCP) || protocol.equals(Protocol.UDP)) {
      return Ports.ports(protocol, from.known().orElse(0L), to.known().orElse(65535L));
    }
    return Ports.ports(
        protocol,
        read.whole("icmp_type").known().orElse(-1L),
        read.whole("icmp_code").known().orElse(-1L));
  }
}
