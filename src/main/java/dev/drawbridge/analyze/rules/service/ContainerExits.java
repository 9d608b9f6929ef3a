package dev.drawbridge.analyze.rules.service;

import dev.drawbridge.analyze.facts.Reader;
import dev.drawbridge.analyze.facts.Reading;
import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Severity;
import dev.drawbridge.analyze.rules.Report;
import dev.drawbridge.analyze.rules.Rule;
import dev.drawbridge.analyze.rules.Subject;
import dev.drawbridge.base.Reason;
import dev.drawbridge.catalog.aws.WebImage;
import dev.drawbridge.resource.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Containers whose last command puts nginx into the background, with which the container ends.
///
/// The official image starts nginx in the foreground by itself, and its configuration does not say
/// `daemon off`; what an image of somebody else says is not known here.
public final class ContainerExits implements Rule {
  @Override
  public String id() {
    return "WEB-002";
  }

  @Override
  public Severity severity() {
    return Severity.BROKEN;
  }

  @Override
  public List<Finding> check(Subject subject) {
    List<Finding> found = new ArrayList<>();
    for (Resource task : subject.facts().ofType("aws_ecs_task_definition")) {
      for (Reader container :
          subject.facts().read(task).objects("container_definitions").known().orElse(List.of())) {
        check(subject, task, container).ifPresent(found::add);
      }
    }
    return found;
  }

  private Optional<Finding> check(Subject subject, Resource task, Reader container) {
    Optional<List<String>> words = words(container);
    if (words.isEmpty() || !NginxCommand.leavesTheForeground(words.get())) {
      return Optional.empty();
    }
    String name = container.text("name").known().orElse("");
    Report report = Report.by(this, subject).about(task).about(task.address() + "#" + name);
    String image = container.text("image").known().orElse("");
    boolean ownConfiguration =
        NginxCommand.namesConfiguration(words.get()) || !container.blocks("mountPoints").isEmpty();
    if (WebImage.isNginx(image) && !ownConfiguration) {
      return Optional.of(
          report.says("finding", subject.label(task), name, String.join(" ", words.get())).done());
    }
    return Optional.of(
        report
            .unresolved("title", List.of(Reason.of("unknown.nginx-conf", name, task.address())))
            .done());
  }

  /// What is run: the entry point with the command behind it. Empty where it is the image's own, or
  /// not known.
  private static Optional<List<String>> words(Reader container) {
    List<String> words = new ArrayList<>();
    for (String argument : List.of("entryPoint", "command")) {
      for (Reading<String> word : container.texts(argument).known().orElse(List.of())) {
        if (word.known().isEmpty()) {
          return Optional.empty();
        }
        words.add(word.known().get());
      }
    }
    return words.isEmpty() ? Optional.empty() : Optional.of(words);
  }
}
