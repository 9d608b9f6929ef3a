package dev.drawbridge.analyze.rules.service;

import dev.drawbridge.analyze.facts.AwsHosts;
import dev.drawbridge.analyze.facts.Facts;
import dev.drawbridge.analyze.facts.Reader;
import dev.drawbridge.analyze.facts.Reading;
import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Severity;
import dev.drawbridge.analyze.rules.Component;
import dev.drawbridge.analyze.rules.Report;
import dev.drawbridge.analyze.rules.Rule;
import dev.drawbridge.analyze.rules.Subject;
import dev.drawbridge.base.Reason;
import dev.drawbridge.catalog.aws.ConsulTier;
import dev.drawbridge.model.Element;
import dev.drawbridge.network.Group;
import dev.drawbridge.network.Interface;
import dev.drawbridge.network.PortSet;
import dev.drawbridge.network.Protocol;
import dev.drawbridge.resource.Resource;
import dev.drawbridge.resource.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Consul clusters whose servers are too few to lose one, or an even number, of which half is no
/// majority.
///
/// A host is counted that is called after Consul and is no client, and that says to be a server by
/// its name or by a security group rule for the servers' own port. Servers in the same security
/// groups are one cluster, because they have to talk to each other.
public final class ConsulQuorum implements Rule {
  private static final long FEWEST = 3;

  /// The port on which only servers are called, and how wide a rule may be that means it.
  private static final int SERVER_RPC = 8300;

  private static final PortSet CONSUL = PortSet.of(8300, 8600);

  @Override
  public String id() {
    return "SD-001";
  }

  @Override
  public Severity severity() {
    return Severity.BROKEN;
  }

  @Override
  public List<Finding> check(Subject subject) {
    Map<List<Reading<Value.Reference>>, List<AwsHosts>> clusters = new LinkedHashMap<>();
    for (AwsHosts hosts : subject.facts().hosts().values()) {
      if (isServer(subject, hosts)) {
        hosts
            .groups()
            .known()
            .filter(groups -> groups.stream().allMatch(group -> group.known().isPresent()))
            .ifPresent(
                groups -> clusters.computeIfAbsent(groups, _ -> new ArrayList<>()).add(hosts));
      }
    }
    List<Finding> found = new ArrayList<>();
    for (List<AwsHosts> cluster : clusters.values()) {
      long count = 0;
      Set<Reason> unknown = new TreeSet<>();
      for (AwsHosts hosts : cluster) {
        Reading<Long> size = size(subject.facts(), hosts);
        count += size.known().orElse(0L);
        if (size instanceof Reading.Unresolved<Long>(Reason reason)) {
          unknown.add(reason);
        }
      }
      if (!unknown.isEmpty() || count < FEWEST || count % 2 == 0) {
        found.add(report(subject, cluster, count, unknown));
      }
    }
    return found;
  }

  private Finding report(Subject subject, List<AwsHosts> cluster, long count, Set<Reason> unknown) {
    Report report = Report.by(this, subject);
    cluster.forEach(hosts -> report.about(hosts.resource()));
    int better = (int) Math.max(FEWEST, count % 2 == 0 ? count + 1 : count);
    return unknown.isEmpty()
        ? report
            .offer(cluster.getFirst().resource(), ConsulTier.SERVERS, better)
            .says(
                count < FEWEST ? "finding" : "finding.even",
                subject.label(cluster.getFirst().resource()),
                count)
            .done()
        : report.unresolved("title", List.copyOf(unknown)).done();
  }

  /// Whether these hosts are Consul servers, which serve as long as most of them are there.
  public static boolean isServer(Subject subject, AwsHosts hosts) {
    Resource resource = hosts.resource();
    Optional<Element> drawn = subject.element(resource);
    if (drawn.isPresent()) {
      return drawn.get().kind().equals(ConsulTier.KIND.id());
    }
    if (!Product.CONSUL.runsOn(subject, resource)) {
      return false;
    }
    List<String> names = Product.names(subject, resource);
    if (names.stream().anyMatch(name -> name.contains("client") || name.contains("agent"))) {
      return false;
    }
    return names.stream().anyMatch(name -> name.contains("server"))
        || subject.component(resource.address()).filter(one -> opensRpc(subject, one)).isPresent();
  }

  private static boolean opensRpc(Subject subject, Component component) {
    return component.faces().stream()
        .map(face -> subject.network().interfaceOf(face.ref()))
        .flatMap((Interface host) -> subject.network().groupsOf(host).stream())
        .flatMap(group -> group.ingress().stream())
        .map(Group.Rule::traffic)
        .anyMatch(
            traffic ->
                traffic.protocol().equals(Protocol.TCP)
                    && traffic.ports().contains(SERVER_RPC)
                    && CONSUL.containsAll(traffic.ports()));
  }

  private static Reading<Long> size(Facts facts, AwsHosts hosts) {
    if (!hosts.scaling()) {
      return facts.copies(hosts.resource());
    }
    Reader read = facts.read(hosts.resource());
    return read.whole("desired_capacity").or(read.whole("min_size"));
  }
}
