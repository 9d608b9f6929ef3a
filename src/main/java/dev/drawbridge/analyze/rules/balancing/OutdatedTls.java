package dev.drawbridge.analyze.rules.balancing;

import dev.drawbridge.analyze.facts.Reader;
import dev.drawbridge.analyze.facts.Reading;
import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Severity;
import dev.drawbridge.analyze.rules.Report;
import dev.drawbridge.analyze.rules.Rule;
import dev.drawbridge.analyze.rules.Subject;
import dev.drawbridge.resource.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Listeners that still speak TLS 1.0 or 1.1.
public final class OutdatedTls implements Rule {
  /// What AWS takes where Terraform says nothing; the console takes a newer one.
  private static final String USUAL = "ELBSecurityPolicy-2016-08";

  /// AWS, Security policies: the oldest version stands in the name, but for those named by a date
  /// only, which begin with TLS 1.0.
  private static final Pattern NAME =
      Pattern.compile(
          "ELBSecurityPolicy-(?:(?:TLS13|TLS|FS)-1-([0-3])-.*|FS-[0-9]{4}-[0-9]{2}"
              + "|[0-9]{4}-[0-9]{2})");

  @Override
  public String id() {
    return "LB-008";
  }

  @Override
  public Severity severity() {
    return Severity.MEDIUM;
  }

  @Override
  public List<Finding> check(Subject subject) {
    List<Finding> found = new ArrayList<>();
    for (Resource listener : subject.facts().ofType("aws_lb_listener", "aws_alb_listener")) {
      Reader read = subject.facts().read(listener);
      String protocol = read.text("protocol").known().orElse("").toUpperCase(Locale.ROOT);
      if (protocol.equals("HTTPS") || protocol.equals("TLS")) {
        check(subject, listener, read.text("ssl_policy").or(USUAL)).ifPresent(found::add);
      }
    }
    return found;
  }

  private Optional<Finding> check(Subject subject, Resource listener, Reading<String> policy) {
    Report report = Report.by(this, subject).about(listener);
    return switch (policy) {
      case Reading.Unresolved<String>(String reason) ->
          Optional.of(report.unresolved("title", List.of(reason)).done());
      case Reading.Missing<String>() -> Optional.empty();
      case Reading.Given<String>(String name) -> {
        Matcher matcher = NAME.matcher(name);
        if (!matcher.matches()) {
          yield Optional.of(
              report.unresolved("title", List.of("what " + name + " stands for")).done());
        }
        int oldest = matcher.group(1) == null ? 0 : Integer.parseInt(matcher.group(1));
        yield oldest >= 2
            ? Optional.empty()
            : Optional.of(
                report.says("finding", subject.label(listener), name, "1." + oldest).done());
      }
    };
  }
}
