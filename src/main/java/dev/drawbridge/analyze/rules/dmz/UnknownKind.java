package dev.drawbridge.analyze.rules.dmz;

import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Severity;
import dev.drawbridge.analyze.rules.Component;
import dev.drawbridge.analyze.rules.Explain;
import dev.drawbridge.analyze.rules.Exposure;
import dev.drawbridge.analyze.rules.Report;
import dev.drawbridge.analyze.rules.Rule;
import dev.drawbridge.analyze.rules.Subject;
import dev.drawbridge.base.Reason;
import dev.drawbridge.network.Unknown;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Resources of no known kind that the internet can reach. Whether they may be reached cannot be told, so
/// that nobody may say of such a configuration that its DMZ holds.
public final class UnknownKind implements Rule {
  @Override
  public String id() {
    return "DMZ-030";
  }

  @Override
  public Severity severity() {
    return Severity.CRITICAL;
  }

  @Override
  public List<Finding> check(Subject subject) {
    return subject.components(Component.Sort.OTHER).stream()
        .flatMap(component -> check(subject, component).stream())
        .toList();
  }

  private Optional<Finding> check(Subject subject, Component component) {
    Exposure exposure = subject.exposure(component);
    Report report = Report.by(this, subject).about(component);
    Reason kind = Reason.of("unknown.kind", component.parts().getFirst().address().type());
    Optional<Exposure.Opening> opening = exposure.opening(_ -> true);
    if (opening.isPresent()) {
      return Optional.of(
          report
              .along(new Explain(subject).path(opening.get()))
              .unresolved(
                  "finding",
                  List.of(kind),
                  component.label(),
                  Explain.allPorts(exposure, opening.get()))
              .done());
    }
    if (exposure.unknowns().isEmpty()) {
      return Optional.empty();
    }
    Set<Reason> reasons = new LinkedHashSet<>(List.of(kind));
    exposure.unknowns().stream().map(Unknown::reason).forEach(reasons::add);
    return Optional.of(report.unresolved("title", new ArrayList<>(reasons)).done());
  }
}
