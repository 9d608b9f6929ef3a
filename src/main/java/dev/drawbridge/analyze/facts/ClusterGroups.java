package dev.drawbridge.analyze.facts;

import dev.drawbridge.base.Reason;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

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
  private static final Peer EVERYBODY = Peer.of("0.0.0.0/0", "::/0");

  private final Map<Address, Ref> clusters = new HashMap<>();
  private final Map<Address, Ref> remote = new HashMap<>();

  /// @param add takes each group with what it admits; it lets everything out
  ClusterGroups(Facts facts, Parts parts, BiConsumer<Ref, List<Group.Rule>> add) {
    for (Resource cluster : facts.ofType("aws_eks_cluster")) {
      Ref ref = parts.ref(cluster, "#" + CLUSTER);
      clusters.put(cluster.address(), ref);
      add.accept(ref, List.of(Group.Rule.allow(ref, Traffic.ANY, new Peer.Members(ref))));
    }
    for (Resource nodes : facts.ofType("aws_eks_node_group")) {
      Ref ref = parts.ref(nodes, "#" + REMOTE);
      remote.put(nodes.address(), ref);
      List<Group.Rule> admitted = new ArrayList<>();
      for (Reader access : facts.read(nodes).blocks("remote_access")) {
        if (access.has("ec2_ssh_key")) {
          admitted.addAll(remoteAccess(ref, access.attributes("source_security_group_ids"), parts));
        }
      }
      add.accept(ref, admitted);
    }
  }

  private static List<Group.Rule> remoteAccess(
      Ref ref, Reading<List<Reading<Value.Reference>>> sources, Parts parts) {
    return switch (sources) {
      case Reading.Missing<?>() -> List.of(Group.Rule.allow(ref, SSH, EVERYBODY));
      case Reading.Unresolved<?>(Reason reason) ->
          List.of(new Group.Rule(ref, SSH, EVERYBODY, List.of(new Unknown(ref, reason))));
      case Reading.Given<List<Reading<Value.Reference>>>(List<Reading<Value.Reference>> all) ->
          all.stream()
              .map(
                  one ->
                      one.known()
                          .map(source -> new Peer.Members(parts.ref(source.target())))
                          .map(peer -> Group.Rule.allow(ref, SSH, peer))
                          .orElseGet(
                              () ->
                                  new Group.Rule(
                                      ref,
                                      SSH,
                                      EVERYBODY,
                                      List.of(
                                          new Unknown(ref, Reason.of("unknown.foreign-group"))))))
              .toList();
    };
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
  static Reading<List<Reading<Value.Reference>>> ofNodes(Resources resources, Resource nodes) {
    Reader read = resources.read(nodes);
    Reading<Address> cluster = read.reference("cluster_name");
    Reading<List<Reading<Value.Reference>>> own =
        cluster.then(
            one -> Reading.given(List.of(Reading.given(new Value.Reference(one, CLUSTER)))));
    if (read.blocks("remote_access").isEmpty()) {
      return Compute.templateGroups(resources, read).or(own);
    }
    List<Reading<Value.Reference>> both = new ArrayList<>(own.known().orElse(List.of()));
    both.add(Reading.given(new Value.Reference(nodes.address(), REMOTE)));
    return Reading.given(both);
  }
}
