package dev.drawbridge.analyze.rules.dmz;

import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Severity;
import dev.drawbridge.analyze.rules.Component;
import dev.drawbridge.analyze.rules.Explain;
import dev.drawbridge.analyze.rules.Exposure;
import dev.drawbridge.analyze.rules.Report;
import dev.drawbridge.analyze.rules.Rule;
import dev.drawbridge.analyze.rules.Subject;
import dev.drawbridge.catalog.Zone;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Databases and caches that a component of the DMZ reaches directly, past the application tier.
public final class SkippedApp implements Rule {
  @Override
  public String id() {
    return "DMZ-012";
  }

  @Override
  public Severity severity() {
    return Severity.HIGH;
  }

  @Override
  public List<Finding> check(Subject subject) {
    List<Finding> found = new ArrayList<>();
    if (subject.policy().zones().allows(Zone.DMZ, Zone.DATA)) {
      return found;
    }
    for (Component target : subject.components(Component.Sort.DATA_STORE)) {
      for (Component source : subject.callers(target)) {
        if (source.zone() == Zone.DMZ && source.sort() != Component.Sort.TRANSLATOR) {
          check(subject, source, target, subject.sessions(source, target)).ifPresent(found::add);
        }
      }
    }
    return found;
  }

  private Optional<Finding> check(
      Subject subject, Component source, Component target, Exposure exposure) {
    Report report = Report.by(this, subject).about(source).about(target);
    Optional<Exposure.Opening> opening = exposure.opening(_ -> true);
    if (opening.isPresent()) {
      return Optional.of(
          report
              .says(
                  "finding",
                  source.label(),
                  target.label(),
                  Explain.allPorts(exposure, opening.get()))
              .proving(opening.get())
              .done());
    }
    return exposure.unknowns().isEmpty()
        ? Optional.empty()
        : Optional.of(report.hangingOn("title", exposure.unknowns()).done());
  }
}
