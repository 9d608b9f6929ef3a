package dev.drawbridge.analyze.rules.dmz;

import dev.drawbridge.network.AccessList;
import dev.drawbridge.network.AddressSet;
import dev.drawbridge.network.PortSet;
import dev.drawbridge.network.Protocol;
import java.util.List;

/// What the entries of one side of a network ACL do: the first that matches decides, and who gets
/// past all of them is denied.
final class FirstMatch {
  private FirstMatch() {}

  /// Those of some addresses whose packets to, or from, a port it lets pass.
  ///
  /// @param perhaps whether entries that hang on unresolved inputs are taken to let as many pass as
  ///     they may, or else as few
  static AddressSet admitted(
      List<AccessList.Entry> entries,
      Protocol protocol,
      int port,
      AddressSet asked,
      boolean perhaps) {
    AddressSet undecided = asked;
    AddressSet admitted = AddressSet.EMPTY;
    for (AccessList.Entry entry : entries) {
      boolean allows = entry.action() == AccessList.Action.ALLOW;
      boolean counts = entry.doubts().isEmpty() || allows == perhaps;
      if (counts && entry.traffic().portsOf(protocol).contains(port)) {
        if (allows) {
          admitted = admitted.union(undecided.intersect(entry.peers()));
        }
        undecided = undecided.minus(entry.peers());
      }
    }
    return admitted;
  }

  /// Those of some ports on which it keeps anything from passing to or from these addresses.
  static PortSet blocked(
      List<AccessList.Entry> entries, Protocol protocol, PortSet asked, AddressSet peers) {
    PortSet blocked = PortSet.EMPTY;
    for (PortSet run : runs(entries, protocol, asked)) {
      if (!admitted(entries, protocol, run.first(), peers, true).containsAll(peers)) {
        blocked = blocked.union(run);
      }
    }
    return blocked;
  }

  /// The ports in parts that all entries treat alike.
  static List<PortSet> runs(List<AccessList.Entry> entries, Protocol protocol, PortSet ports) {
    return Runs.of(
        ports, entries.stream().map(entry -> entry.traffic().portsOf(protocol)).toList());
  }
}
