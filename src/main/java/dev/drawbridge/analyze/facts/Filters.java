package dev.drawbridge.analyze.facts;

import dev.drawbridge.base.Reason;
import dev.drawbridge.network.AddressSet;
import dev.drawbridge.network.Cidr;
import dev.drawbridge.network.Group;
import dev.drawbridge.network.Peer;
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

/// Reads security groups with their rules, written inside or beside them.
///
/// Terraform takes away the rule that lets everything out, which AWS puts into each new group; so a
/// group without egress rules lets nothing out. The default group of a VPC keeps AWS's rules unless
/// it is adopted.
final class Filters {
  private final Facts facts;
  private final Parts parts;
  private final Map<Ref, List<Group.Rule>> ingress = new LinkedHashMap<>();
  private final Map<Ref, List<Group.Rule>> egress = new LinkedHashMap<>();
  private final Map<Address, Ref> defaults = new HashMap<>();
  private final Map<Address, List<Reading<String>>> prefixLists = new HashMap<>();
  private final List<AwsGroupRule> written = new ArrayList<>();
  private final ClusterGroups clusters;

  Filters(Facts facts, Parts parts) {
    this.facts = facts;
    this.parts = parts;
    this.clusters = new ClusterGroups(facts, parts);
  }

  /// Adds every security group to the network.
  void read() {
    for (Resource list : facts.ofType("aws_ec2_managed_prefix_list")) {
      List<Reading<String>> entries = new ArrayList<>();
      facts.read(list).blocks("entry").forEach(entry -> entries.add(entry.text("cidr")));
      prefixLists.put(list.address(), entries);
    }
    for (Resource entry : facts.ofType("aws_ec2_managed_prefix_list_entry")) {
      Reader read = facts.read(entry);
      read.reference("prefix_list_id")
          .known()
          .ifPresent(
              list ->
                  prefixLists.computeIfAbsent(list, _ -> new ArrayList<>()).add(read.text("cidr")));
    }
    List<Resource> groups = facts.ofType("aws_security_group", "aws_default_security_group");
    for (Resource group : groups) {
      Ref ref = parts.ref(group);
      ingress.put(ref, new ArrayList<>());
      egress.put(ref, new ArrayList<>());
      if (group.type().equals("aws_default_security_group")) {
        facts.read(group).reference("vpc_id").known().ifPresent(vpc -> defaults.put(vpc, ref));
      }
    }
    for (AwsVpc vpc : facts.vpcs().values()) {
      defaults.computeIfAbsent(vpc.resource().address(), _ -> untouchedDefault(vpc.resource()));
    }
    clusters
        .admitted(facts, this::groupOf)
        .forEach(
            (ref, admitted) -> {
              ingress.put(ref, new ArrayList<>(admitted));
              egress.put(ref, lettingEverythingOut(ref));
            });
    for (Resource group : groups) {
      inline(group, "ingress");
      inline(group, "egress");
    }
    for (Resource rule : facts.ofType("aws_security_group_rule")) {
      Reader read = facts.read(rule);
      separate(rule, read, !read.text("type").is("egress"));
    }
    for (Resource rule : facts.ofType("aws_vpc_security_group_ingress_rule")) {
      separate(rule, facts.read(rule), true);
    }
    for (Resource rule : facts.ofType("aws_vpc_security_group_egress_rule")) {
      separate(rule, facts.read(rule), false);
    }
    ingress.forEach(
        (ref, rules) ->
            parts.network().add(new Group(ref, rules, egress.getOrDefault(ref, List.of()))));
  }

  private Ref untouchedDefault(Resource vpc) {
    Ref ref = parts.ref(vpc, "#default-group");
    Ref rule = parts.ref(vpc, "#default-group-rules");
    ingress.put(
        ref, new ArrayList<>(List.of(Group.Rule.allow(rule, Traffic.ANY, new Peer.Members(ref)))));
    egress.put(ref, lettingEverythingOut(rule));
    return ref;
  }

  private static List<Group.Rule> lettingEverythingOut(Ref rule) {
    return new ArrayList<>(
        List.of(Group.Rule.allow(rule, Traffic.ANY, Peer.of("0.0.0.0/0", "::/0"))));
  }

  /// The groups that something bears.
  ///
  /// @param doubts why it may bear others as well
  record Borne(List<Ref> groups, List<Unknown> doubts) {
    static final Borne NONE = new Borne(List.of(), List.of());
  }

  /// The groups that an argument names; `vpc` tells whose default group it is where none is named.
  Borne groups(Ref bearer, Reading<List<Reading<Value.Reference>>> named, Optional<Address> vpc) {
    List<Ref> found = new ArrayList<>();
    List<Unknown> doubts = new ArrayList<>();
    switch (named) {
      case Reading.Missing<?>() ->
          vpc.map(defaults::get)
              .ifPresentOrElse(
                  found::add, () -> doubts.add(new Unknown(bearer, Reason.of("unknown.vpc"))));
      case Reading.Unresolved<?>(Reason reason) -> doubts.add(new Unknown(bearer, reason));
      case Reading.Given<List<Reading<Value.Reference>>>(List<Reading<Value.Reference>> all) -> {
        for (Reading<Value.Reference> one : all) {
          one.known()
              .flatMap(this::groupOf)
              .ifPresentOrElse(
                  found::add,
                  () -> doubts.add(new Unknown(bearer, why(one, "unknown.foreign-group"))));
        }
      }
    }
    return new Borne(found, doubts);
  }

  /// Why it is no block: whoever publishes a configuration likes to write into its place what belongs there.
  private static Reason noBlock(Reading<String> written) {
    return written
        .known()
        .map(text -> Reason.of("unknown.no-cidr", text))
        .orElseGet(() -> why(written, "unknown.foreign-block"));
  }

  private static Reason why(Reading<?> reading, String foreign) {
    return reading instanceof Reading.Unresolved<?>(Reason reason) ? reason : Reason.of(foreign);
  }

  private Optional<Ref> groupOf(Value.Reference reference) {
    if (reference.attribute().equals("default_security_group_id")) {
      return Optional.ofNullable(defaults.get(reference.target()));
    }
    Ref ref = parts.ref(reference.target());
    return ingress.containsKey(ref) ? Optional.of(ref) : clusters.find(reference);
  }

  private void inline(Resource group, String side) {
    Ref ref = parts.ref(group.address());
    Reader read = facts.read(group);
    boolean admits = side.equals("ingress");
    int index = 0;
    for (Reader block : read.blocks(side)) {
      add(group, parts.ref(group, "#" + side + "[" + index++ + "]"), ref, admits, block);
    }
    if (read.blocksKnown(side) instanceof Reading.Unresolved<Boolean>(Reason reason)) {
      side(admits, ref).addAll(Group.unresolved(ref, new Unknown(ref, reason)).ingress());
    }
  }

  private List<Group.Rule> side(boolean ingressSide, Ref group) {
    return (ingressSide ? ingress : egress).computeIfAbsent(group, _ -> new ArrayList<>());
  }

  private void separate(Resource rule, Reader read, boolean admits) {
    read.attribute("security_group_id")
        .known()
        .flatMap(this::groupOf)
        .ifPresent(to -> add(rule, parts.ref(rule), to, admits, read));
  }

  private void add(Resource resource, Ref ref, Ref group, boolean admits, Reader read) {
    Ports.Told told = Ports.read(ref, read);
    List<Cidr> blocks = new ArrayList<>();
    List<Group.Rule> rules = rules(ref, group, read, told, blocks);
    side(admits, group).addAll(rules);
    written.add(
        new AwsGroupRule(
            ref,
            resource,
            group,
            admits,
            told.traffic(),
            blocks,
            rules.stream().map(Group.Rule::peer).toList(),
            rules.stream().allMatch(rule -> rule.doubts().isEmpty())));
  }

  /// Every rule of every group, in the order of the graph within each way of writing them.
  List<AwsGroupRule> written() {
    return written;
  }

  /// The rules that a block or resource amounts to: one for each sort of peer that it names.
  ///
  /// @param named takes every address block that it names
  private List<Group.Rule> rules(
      Ref ref, Ref group, Reader read, Ports.Told told, List<Cidr> named) {
    List<Group.Rule> rules = new ArrayList<>();
    List<Cidr> blocks = new ArrayList<>();
    for (String argument : List.of("cidr_blocks", "ipv6_cidr_blocks", "cidr_ipv4", "cidr_ipv6")) {
      Reading<List<Reading<String>>> written = read.texts(argument);
      if (written instanceof Reading.Unresolved<?>(Reason reason)) {
        rules.add(told.rule(ref, everybody(), new Unknown(ref, each(read, reason))));
      }
      for (Reading<String> one : written.known().orElse(List.of())) {
        Blocks.meant(one)
            .ifPresentOrElse(
                blocks::add,
                () ->
                    rules.add(
                        told.rule(ref, everybody(), new Unknown(ref, each(read, noBlock(one))))));
      }
    }
    named.addAll(blocks);
    if (!blocks.isEmpty()) {
      rules.add(told.rule(ref, new Peer.Addresses(AddressSet.ofCidrs(blocks))));
    }
    for (String argument :
        List.of("source_security_group_id", "referenced_security_group_id", "security_groups")) {
      Reading<List<Reading<Value.Reference>>> others = read.attributes(argument);
      if (others instanceof Reading.Unresolved<?>(Reason reason)) {
        rules.add(told.rule(ref, everybody(), new Unknown(ref, reason)));
      }
      for (Reading<Value.Reference> one : others.known().orElse(List.of())) {
        rules.add(
            one.known()
                .flatMap(this::groupOf)
                .map(to -> told.rule(ref, new Peer.Members(to)))
                .orElseGet(
                    () ->
                        told.rule(
                            ref,
                            everybody(),
                            new Unknown(ref, why(one, "unknown.foreign-group")))));
      }
    }
    Reading<Boolean> self = read.flag("self");
    if (self.is(true)) {
      rules.add(told.rule(ref, new Peer.Members(group)));
    } else if (self instanceof Reading.Unresolved<Boolean>(Reason reason)) {
      rules.add(told.rule(ref, new Peer.Members(group), new Unknown(ref, reason)));
    }
    for (String argument : List.of("prefix_list_ids", "prefix_list_id")) {
      Reading<List<Reading<Value.Reference>>> lists = read.attributes(argument);
      if (lists instanceof Reading.Unresolved<?>(Reason reason)) {
        rules.add(listed(ref, told, Reading.unresolved(reason), named));
      }
      for (Reading<Value.Reference> one : lists.known().orElse(List.of())) {
        rules.add(listed(ref, told, one, named));
      }
    }
    return rules;
  }

  /// What is not known of one of several is that of them all.
  private static Reason each(Reader read, Reason reason) {
    return reason.about().startsWith("each.")
            && read.texts("for_each") instanceof Reading.Unresolved<?>(Reason of)
        ? of
        : reason;
  }

  private Group.Rule listed(
      Ref ref, Ports.Told told, Reading<Value.Reference> list, List<Cidr> named) {
    Optional<List<Reading<String>>> entries =
        list.known().map(Value.Reference::target).map(prefixLists::get);
    if (entries.isEmpty()) {
      Ref outside = Ref.of(ref + "#prefix-list");
      return told.rule(
          ref,
          new Peer.Listed(outside, AddressSet.EVERYTHING),
          new Unknown(ref, why(list, "unknown.foreign-list")));
    }
    List<Cidr> blocks = new ArrayList<>();
    for (Reading<String> entry : entries.get()) {
      Optional<Cidr> block = Blocks.meant(entry);
      if (block.isEmpty()) {
        return told.rule(ref, everybody(), new Unknown(ref, why(entry, "unknown.foreign-entry")));
      }
      blocks.add(block.get());
    }
    named.addAll(blocks);
    Ref name = Ref.of(list.known().map(r -> r.target().toString()).orElse(""));
    return told.rule(ref, new Peer.Listed(name, AddressSet.ofCidrs(blocks)));
  }

  private static Peer everybody() {
    return new Peer.Addresses(AddressSet.EVERYTHING);
  }
}
