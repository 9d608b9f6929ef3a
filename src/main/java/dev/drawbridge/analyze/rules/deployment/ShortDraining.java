package dev.drawbridge.analyze.rules.deployment;

import dev.drawbridge.analyze.facts.Reader;
import dev.drawbridge.analyze.facts.Reading;
import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Severity;
import dev.drawbridge.analyze.rules.Arrows;
import dev.drawbridge.analyze.rules.Fixes;
import dev.drawbridge.analyze.rules.Report;
import dev.drawbridge.analyze.rules.Rule;
import dev.drawbridge.analyze.rules.Subject;
import dev.drawbridge.catalog.Catalog;
import dev.drawbridge.catalog.aws.ApplicationLoadBalancer;
import dev.drawbridge.model.Node;
import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Resource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Servers that go on with their requests for longer than the load balancer waits for them.
public final class ShortDraining implements Rule {
  /// Elastic Load Balancing's own, in seconds.
  private static final long DELAY = 300;

  @Override
  public String id() {
    return "DEP-007";
  }

  @Override
  public Severity severity() {
    return Severity.MEDIUM;
  }

  @Override
  public List<Finding> check(Subject subject) {
    List<Finding> found = new ArrayList<>(drawn(subject));
    for (Resource service : subject.facts().ofType("aws_ecs_service")) {
      Reader read = subject.facts().read(service);
      for (Reader balanced : read.blocks("load_balancer")) {
        contained(subject, service, read, balanced).ifPresent(found::add);
      }
    }
    return found;
  }

  private List<Finding> drawn(Subject subject) {
    List<Finding> found = new ArrayList<>();
    Set<List<Node>> done = new HashSet<>();
    for (Arrows.Arrow arrow : subject.arrows().all()) {
      Optional<Node> balancer = subject.document().findNode(arrow.connector().source());
      Optional<Node> tier = subject.document().findNode(arrow.connector().target());
      if (balancer.filter(ShortDraining::drains).isPresent()
          && tier.flatMap(Catalog::workload).isPresent()
          && done.add(List.of(balancer.get(), tier.get()))) {
        int delay = ApplicationLoadBalancer.DEREGISTRATION_DELAY.of(balancer.get());
        int shutdown =
            tier.flatMap(node -> Catalog.workload(node).map(runs -> runs.shutdown(node)))
                .orElseThrow();
        if (shutdown > delay) {
          found.add(report(subject, balancer.get(), delay, tier.get(), shutdown));
        }
      }
    }
    return found;
  }

  private static boolean drains(Node balancer) {
    return Catalog.of(balancer)
        .flatMap(kind -> kind.property(ApplicationLoadBalancer.DEREGISTRATION_DELAY.name()))
        .isPresent();
  }

  private Finding report(Subject subject, Node balancer, int delay, Node tier, int shutdown) {
    return Report.by(this, subject)
        .about(balancer)
        .about(tier)
        .at(ApplicationLoadBalancer.DEREGISTRATION_DELAY.name())
        .says("finding", subject.label(tier), shutdown, subject.label(balancer), delay)
        .fix(
            Fixes.set(
                balancer.id(),
                subject.label(balancer),
                ApplicationLoadBalancer.DEREGISTRATION_DELAY,
                shutdown))
        .done();
  }

  /// Containers of an ECS service, which ECS kills `stopTimeout` seconds after it asked them to
  /// stop.
  private Optional<Finding> contained(
      Subject subject, Resource service, Reader read, Reader balanced) {
    Optional<Resource> group = find(subject, balanced.reference("target_group_arn"));
    Optional<Resource> task = find(subject, read.reference("task_definition"));
    if (group.isEmpty() || task.isEmpty()) {
      return Optional.empty();
    }
    Reading<Long> delay = subject.facts().read(group.get()).whole("deregistration_delay").or(DELAY);
    Reading<String> name = balanced.text("container_name");
    for (Reader container :
        subject
            .facts()
            .read(task.get())
            .objects("container_definitions")
            .known()
            .orElse(List.of())) {
      Reading<Long> shutdown = container.whole("stopTimeout");
      if (name.known().isPresent()
          && container.text("name").equals(name)
          && delay.known().isPresent()
          && shutdown.known().filter(seconds -> seconds > delay.known().get()).isPresent()) {
        return Optional.of(
            Report.by(this, subject)
                .about(group.get())
                .about(service)
                .says(
                    "finding",
                    subject.label(service),
                    shutdown.known().get(),
                    subject.label(group.get()),
                    delay.known().get())
                .done());
      }
    }
    return Optional.empty();
  }

  private static Optional<Resource> find(Subject subject, Reading<Address> address) {
    return address.known().flatMap(subject.facts()::find);
  }
}
