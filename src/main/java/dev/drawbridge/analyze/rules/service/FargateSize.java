package dev.drawbridge.analyze.rules.service;

import dev.drawbridge.analyze.facts.Reader;
import dev.drawbridge.analyze.facts.Reading;
import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Severity;
import dev.drawbridge.analyze.rules.Report;
import dev.drawbridge.analyze.rules.Rule;
import dev.drawbridge.analyze.rules.Subject;
import dev.drawbridge.base.Reason;
import dev.drawbridge.catalog.aws.TaskSize;
import dev.drawbridge.resource.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Tasks for Fargate with a processor and memory that Fargate does not have together.
public final class FargateSize implements Rule {
  @Override
  public String id() {
    return "ECS-001";
  }

  @Override
  public Severity severity() {
    return Severity.BROKEN;
  }

  @Override
  public List<Finding> check(Subject subject) {
    List<Finding> found = new ArrayList<>();
    for (Resource task : subject.facts().ofType("aws_ecs_task_definition")) {
      Reader read = subject.facts().read(task);
      boolean fargate =
          read.texts("requires_compatibilities").known().orElse(List.of()).stream()
              .anyMatch(one -> one.is("FARGATE"));
      if (fargate) {
        check(subject, task, read.whole("cpu"), read.whole("memory")).ifPresent(found::add);
      }
    }
    return found;
  }

  private Optional<Finding> check(
      Subject subject, Resource task, Reading<Long> cpu, Reading<Long> memory) {
    Report report = Report.by(this, subject).about(task);
    List<Reason> unclear = new ArrayList<>();
    for (Reading<Long> one : List.of(cpu, memory)) {
      if (one instanceof Reading.Unresolved<Long>(Reason reason)) {
        unclear.add(reason);
      }
    }
    if (!unclear.isEmpty()) {
      return Optional.of(report.unresolved("title", unclear).done());
    }
    TaskSize size = new TaskSize(number(cpu), number(memory));
    if (size.isOnFargate()) {
      return Optional.empty();
    }
    return Optional.of(
        size.atLeast()
            .map(
                larger ->
                    report.says(
                        "finding",
                        subject.label(task),
                        size.cpu(),
                        size.memory(),
                        larger.cpu(),
                        larger.memory()))
            .orElseGet(
                () -> report.says("finding.none", subject.label(task), size.cpu(), size.memory()))
            .done());
  }

  /// Fargate takes neither as left out.
  private static int number(Reading<Long> said) {
    return said.known().map(value -> (int) Math.clamp(value, 0L, 1_000_000L)).orElse(0);
  }
}
