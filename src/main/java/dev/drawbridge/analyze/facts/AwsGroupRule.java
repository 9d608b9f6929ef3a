package dev.drawbridge.analyze.facts;

import dev.drawbridge.network.Cidr;
import dev.drawbridge.network.Peer;
import dev.drawbridge.network.Ref;
import dev.drawbridge.network.Traffic;
import dev.drawbridge.resource.Resource;
import java.util.ArrayList;
import java.util.List;

/// A rule of a security group as somebody wrote it: a block of the group, or a resource of its own.
///
/// @param ref the rule in the network
/// @param resource the group with the block, or the rule itself
/// @param group the group that it belongs to
/// @param ingress whether it admits, or else lets out
/// @param traffic what it speaks of; the widest that it may be where `sure` is false
/// @param blocks the address blocks that it names, each as written, and the entries of prefix lists
/// @param peers what it comes to in the network, one for each sort of peer
/// @param sure whether all of it is known
public record AwsGroupRule(
    Ref ref,
    Resource resource,
    Ref group,
    boolean ingress,
    Traffic traffic,
    List<Cidr> blocks,
    List<Peer> peers,
    boolean sure) {
  public AwsGroupRule {
    blocks = List.copyOf(blocks);
    peers = List.copyOf(peers);
  }

  /// The groups that it refers to, its own by `self` among them.
  public List<Ref> members() {
    List<Ref> members = new ArrayList<>();
    for (Peer peer : peers) {
      if (peer instanceof Peer.Members(Ref member)) {
        members.add(member);
      }
    }
    return members;
  }
}
