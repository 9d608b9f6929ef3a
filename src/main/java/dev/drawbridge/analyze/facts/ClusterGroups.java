package dev.drawbridge.analyze.facts;

import dev.drawbridge.base.Reason;
import dev.drawbridge.network.AddressSet;
import dev.drawbridge.network.Group;
import dev.drawbridge.network.Peer;
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
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/// The security groups that EKS makes by itself: one for each cluster, in which its nodes are unless their launch
/// template says otherwise, and one for nodes that are to be reached with an SSH key, open to everybody
/// where no groups are named from which they may be.
///
/// Source: Amazon EKS, View Amazon EKS security group requirements for clusters; API reference,
/// RemoteAccessConfig.
final class ClusterGroups {
  static final String CLUSTER = "cluster_security_group_id";
  static final String REMOTE = "remote_access_security_group_id";
  private static final Traffic SSH = new Traffic(Protocol.TCP, PortSet.of(22));

  private final Map<Address, Ref> clusters = new HashMap<>();
  private final Map<Address, Ref> remote = new HashMap<>();

  ClusterGroups(Facts facts, Parts parts) {
    for (Resource cluster : facts.ofType("aws_eks_cluster")) {
      clusters.put(cluster.address(), parts.ref(cluster, "#" + CLUSTER));
    }
    for (Resource nodes : facts.ofType("aws_eks_node_group")) {
      remote.put(nodes.address(), parts.ref(nodes, "#" + REMOTE));
    }
  }

  /// What each of them admits; all let everything out.
  ///
  /// @param groupOf the group of this configuration that a reference means
  Map<Ref, List<Group.Rule>> admitted(
      Facts facts, Function<Value.Reference, Optional<Ref>> groupOf) {
    Map<Ref, List<Group.Rule>> all = new LinkedHashMap<>();
    for (Ref ref : clusters.values()) {
      all.put(ref, List.of(Group.Rule.allow(ref, Traffic.ANY, new Peer.Members(ref))));
    }
    for (Resource nodes : facts.ofType("aws_eks_node_group")) {
      Ref ref = Objects.requireNonNull(remote.get(nodes.address()));
      List<Group.Rule> rules = new ArrayList<>();
      for (Reader access : facts.read(nodes).blocks("remote_access")) {
        if (access.has("ec2_ssh_key")) {
          rules.addAll(remoteAccess(ref, access.attributes("source_security_group_ids"), groupOf));
        }
      }
      all.put(ref, rules);
    }
    return all;
  }

  private static List<Group.Rule> remoteAccess(
      Ref ref,
      Reading<List<Reading<Value.Reference>>> sources,
      Function<Value.Reference, Optional<Ref>> groupOf) {
    return switch (sources) {
      case Reading.Missing<?>() -> List.of(Group.Rule.allow(ref, SSH, Peer.of("0.0.0.0/0")));
      case Reading.Unresolved<?>(Reason reason) -> List.of(perhaps(ref, reason));
      case Reading.Given<List<Reading<Value.Reference>>>(List<Reading<Value.Reference>> all) ->
          all.stream()
              .map(
                  one ->
                      one.known()
                          .flatMap(groupOf)
                          .map(group -> Group.Rule.allow(ref, SSH, new Peer.Members(group)))
                          .orElseGet(() -> perhaps(ref, Reason.of("unknown.foreign-group"))))
              .toList();
    };
  }

  private static Group.Rule perhaps(Ref ref, Reason reason) {
    Peer anybody = new Peer.Addresses(AddressSet.EVERYTHING);
    return new Group.Rule(ref, SSH, anybody, List.of(new Unknown(ref, reason)));
  }

  Optional<Ref> find(Value.Reference reference) {
    String attribute = reference.attribute();
    if (attribute.endsWith(CLUSTER)) {
      return Optional.ofNullable(clusters.get(reference.target()));
    }
    return attribute.endsWith(REMOTE)
        ? Optional.ofNullable(remote.get(reference.target()))
        : Optional.empty();
  }

  /// The groups of a group of nodes: what its launch template names, or else that of its cluster.
  static Reading<List<Reading<Value.Reference>>> ofNodes(
      Resource nodes, Reader read, Compute.Template template) {
    Reading<List<Reading<Value.Reference>>> own =
        read.reference("cluster_name")
            .then(cluster -> Reading.given(List.of(Reading.given(cluster.dot(CLUSTER)))));
    if (read.blocks("remote_access").isEmpty()) {
      return template.groups().or(own);
    }
    List<Reading<Value.Reference>> both = new ArrayList<>(own.known().orElse(List.of()));
    both.add(Reading.given(nodes.address().dot(REMOTE)));
    return Reading.given(both);
  }
}
