package dev.drawbridge.analyze.rules.suppression;

import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Fix;
import dev.drawbridge.analyze.finding.Label;
import dev.drawbridge.analyze.finding.Sentence;
import dev.drawbridge.analyze.policy.Suppression;
import dev.drawbridge.analyze.policy.Unsuppress;
import dev.drawbridge.analyze.rules.Report;
import dev.drawbridge.analyze.rules.Rule;
import dev.drawbridge.analyze.rules.Subject;
import dev.drawbridge.model.ElementId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// A rule about the suppressions of a policy. Whether one is still right depends on the day and on
/// what all other rules find, so it is asked after them; of the design alone it has nothing to say.
public abstract class SuppressionRule implements Rule {
  @Override
  public final List<Finding> check(Subject subject) {
    return List.of();
  }

  /// @param needed whether there is a finding that the suppression speaks of
  public abstract Optional<Finding> check(
      Subject subject, Suppression suppression, boolean needed, LocalDate today);

  final Finding report(Subject subject, Suppression suppression) {
    Unsuppress removal = new Unsuppress(suppression);
    Report report =
        Report.by(this, subject)
            .about(suppression.element())
            .distinctly(suppression.rule())
            .says(
                "finding",
                suppression.rule(),
                label(subject, suppression.element()),
                suppression.expires().toString(),
                suppression.reason());
    if (removal.isPossible(subject.document().settings())) {
      report.fix(new Fix(Sentence.of("fix.unsuppress", suppression.rule()), removal));
    }
    return report.done();
  }

  private static Label label(Subject subject, String element) {
    return ElementId.isValid(element)
        ? subject
            .document()
            .find(new ElementId(element))
            .map(subject::label)
            .orElseGet(() -> new Label.Named(element))
        : new Label.Named(element);
  }
}
