package dev.drawbridge.analyze.rules.dmz;

import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.rules.Component;
import dev.drawbridge.analyze.rules.Explain;
import dev.drawbridge.analyze.rules.Exposure;
import dev.drawbridge.analyze.rules.Fixes;
import dev.drawbridge.analyze.rules.Properties;
import dev.drawbridge.analyze.rules.Report;
import dev.drawbridge.analyze.rules.Rule;
import dev.drawbridge.analyze.rules.Subject;
import java.util.Optional;

/// A component that nobody on the internet may reach, and somebody can.
final class Exposed {
  private Exposed() {}

  /// A finding where E is not empty, or cannot be told.
  static Optional<Finding> report(Rule rule, Subject subject, Component component) {
    Exposure exposure = subject.exposure(component);
    Report report =
        Report.by(rule, subject).about(component).at(Properties.publicAddress(component));
    Optional<Exposure.Opening> opening = exposure.opening(_ -> true);
    if (opening.isPresent()) {
      return Optional.of(
          report
              .says("finding", component.label(), Explain.allPorts(exposure, opening.get()))
              .proving(opening.get())
              .fix(Fixes.close(subject, component))
              .done());
    }
    return exposure.unknowns().isEmpty()
        ? Optional.empty()
        : Optional.of(report.hangingOn("title", exposure.unknowns()).done());
  }
}
