package dev.drawbridge.analyze.rules.service;

import dev.drawbridge.analyze.facts.AwsHosts;
import dev.drawbridge.analyze.facts.Facts;
import dev.drawbridge.analyze.facts.Reading;
import dev.drawbridge.analyze.facts.Standing;
import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Severity;
import dev.drawbridge.analyze.rules.Component;
import dev.drawbridge.analyze.rules.Report;
import dev.drawbridge.analyze.rules.Rule;
import dev.drawbridge.analyze.rules.Subject;
import dev.drawbridge.catalog.Catalog;
import dev.drawbridge.catalog.Trait;
import dev.drawbridge.catalog.aws.EcsService;
import dev.drawbridge.catalog.aws.Instances;
import dev.drawbridge.catalog.aws.Traffic;
import dev.drawbridge.catalog.aws.WebTier;
import dev.drawbridge.model.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Web tiers whose nginx cannot hold as many connections as are expected, not even with the Auto
/// Scaling group at its maximum.
public final class WorkerConnections implements Rule {
  @Override
  public String id() {
    return "WEB-001";
  }

  @Override
  public Severity severity() {
    return Severity.MEDIUM;
  }

  @Override
  public List<Finding> check(Subject subject) {
    List<Finding> found = new ArrayList<>();
    for (Node node : subject.document().nodes()) {
      Optional<Component> component =
          node.kind().equals(WebTier.KIND.id()) ? subject.component(node.id()) : Optional.empty();
      component.flatMap(tier -> check(subject, node, tier)).ifPresent(found::add);
    }
    return found;
  }

  private Optional<Finding> check(Subject subject, Node tier, Component component) {
    long servers = servers(subject.facts(), component);
    Optional<Long> workers = workers(subject, tier);
    if (servers == 0 || workers.isEmpty()) {
      return Optional.empty();
    }
    // What is passed on holds a second connection, to the application.
    int each = passesOn(subject, tier) ? 2 : 1;
    long connections = WebTier.WORKER_CONNECTIONS.of(tier);
    long clients = servers * workers.get() * connections / each;
    long expected = WebTier.EXPECTED_CONNECTIONS.of(tier);
    return clients >= expected
        ? Optional.empty()
        : Optional.of(
            Report.by(this, subject)
                .about(tier)
                .at(WebTier.WORKER_CONNECTIONS.name())
                .says(
                    each == 1 ? "finding" : "finding.proxy",
                    subject.label(tier),
                    expected,
                    clients,
                    servers,
                    workers.get(),
                    connections)
                .done());
  }

  /// The most that there may be.
  private static long servers(Facts facts, Component component) {
    long sum = 0;
    for (Standing part : component.parts()) {
      AwsHosts hosts = facts.hosts().get(part.address());
      if (hosts != null) {
        Reading<Long> most = hosts.scaling() ? facts.most(hosts) : facts.copies(hosts.resource());
        sum += most.known().orElse(0L);
      }
    }
    return sum;
  }

  /// How many workers a server has; empty where it has one a processor and these are not known.
  private static Optional<Long> workers(Subject subject, Node tier) {
    String said = WebTier.WORKER_PROCESSES.of(tier);
    if (!said.equals("auto")) {
      return Optional.of(Long.parseLong(said));
    }
    Node sized =
        subject
            .document()
            .parent(tier)
            .filter(parent -> Catalog.is(parent, Trait.FLEET))
            .orElse(tier);
    // nginx counts the processors of the host, of which a task may have less than one.
    return Catalog.is(sized, Trait.CONTAINERS)
        ? Optional.of((long) EcsService.processors(sized))
        : InstanceTypes.processors(Instances.INSTANCE_TYPE.of(sized));
  }

  private static boolean passesOn(Subject subject, Node tier) {
    return subject.document().connectorsOf(tier.id()).stream()
        .anyMatch(
            arrow ->
                arrow.kind().equals(Traffic.KIND.id())
                    && arrow.source().equals(tier.id())
                    && subject.component(arrow.target()).isPresent());
  }
}
