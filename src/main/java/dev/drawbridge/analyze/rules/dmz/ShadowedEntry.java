package dev.drawbridge.analyze.rules.dmz;

import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Severity;
import dev.drawbridge.analyze.rules.Report;
import dev.drawbridge.analyze.rules.Rule;
import dev.drawbridge.analyze.rules.Subject;
import dev.drawbridge.network.AccessList;
import dev.drawbridge.network.AddressSet;
import dev.drawbridge.network.PortSet;
import dev.drawbridge.network.Protocol;
import dev.drawbridge.resource.Resource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Entries of network ACLs that never decide anything, since earlier ones match all that they do.
public final class ShadowedEntry implements Rule {
  @Override
  public String id() {
    return "DMZ-020";
  }

  @Override
  public Severity severity() {
    return Severity.LOW;
  }

  @Override
  public List<Finding> check(Subject subject) {
    List<Finding> found = new ArrayList<>();
    for (AccessList list : subject.network().accessLists().values()) {
      subject.goOn();
      subject
          .origin(list.ref())
          .ifPresent(
              resource -> {
                check(subject, resource, list.inbound(), "ingress", found);
                check(subject, resource, list.outbound(), "egress", found);
              });
    }
    return found;
  }

  private void check(
      Subject subject,
      Resource list,
      List<AccessList.Entry> entries,
      String side,
      List<Finding> found) {
    List<Integer> dead = new ArrayList<>();
    Set<Integer> killers = new TreeSet<>();
    boolean contradicted = false;
    for (int i = 0; i < entries.size(); i++) {
      AccessList.Entry entry = entries.get(i);
      Optional<Set<AccessList.Entry>> shadows = shadows(entries.subList(0, i), entry);
      if (entry.doubts().isEmpty() && shadows.isPresent()) {
        dead.add(entry.number());
        for (AccessList.Entry shadow : shadows.get()) {
          killers.add(shadow.number());
          contradicted |= shadow.action() != entry.action();
        }
      }
    }
    if (!dead.isEmpty()) {
      found.add(
          Report.by(this, subject)
              .about(list)
              .at(side)
              .says(
                  contradicted ? "finding.contradicted" : "finding",
                  subject.label(list),
                  dead,
                  List.copyOf(killers),
                  dead.size())
              .done());
    }
  }

  /// The earlier entries that match whatever this one does; empty where it decides something.
  private static Optional<Set<AccessList.Entry>> shadows(
      List<AccessList.Entry> earlier, AccessList.Entry entry) {
    List<AccessList.Entry> sure =
        earlier.stream().filter(other -> other.doubts().isEmpty()).toList();
    if (sure.isEmpty() || entry.peers().isEmpty()) {
      return Optional.empty();
    }
    Set<AccessList.Entry> found = new LinkedHashSet<>();
    for (Protocol protocol : protocols(sure, entry)) {
      for (PortSet run : FirstMatch.runs(sure, protocol, entry.traffic().portsOf(protocol))) {
        AddressSet left = entry.peers();
        for (AccessList.Entry other : sure) {
          if (other.traffic().portsOf(protocol).contains(run.first())
              && left.overlaps(other.peers())) {
            left = left.minus(other.peers());
            found.add(other);
          }
        }
        if (!left.isEmpty()) {
          return Optional.empty();
        }
      }
    }
    return Optional.of(found);
  }

  /// The protocols of an entry, told apart as far as earlier ones do.
  private static Set<Protocol> protocols(List<AccessList.Entry> earlier, AccessList.Entry entry) {
    Protocol own = entry.traffic().protocol();
    if (!own.equals(Protocol.ANY)) {
      return Set.of(own);
    }
    Set<Protocol> all = new TreeSet<>(Set.of(Protocol.OTHER));
    earlier.forEach(other -> all.add(other.traffic().protocol()));
    all.remove(Protocol.ANY);
    return all;
  }
}
