package dev.drawbridge.analyze.rules.scaling;

import dev.drawbridge.analyze.facts.Reader;
import dev.drawbridge.analyze.facts.Reading;
import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Severity;
import dev.drawbridge.analyze.rules.Report;
import dev.drawbridge.analyze.rules.Rule;
import dev.drawbridge.analyze.rules.Subject;
import dev.drawbridge.base.Reason;
import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Resource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Instances whose metadata service answers without a session token (IMDSv1), and thereby hands out
/// their role's credentials to whoever makes them send one request.
public final class OpenMetadata implements Rule {
  @Override
  public String id() {
    return "ASG-009";
  }

  @Override
  public Severity severity() {
    return Severity.MEDIUM;
  }

  @Override
  public List<Finding> check(Subject subject) {
    List<Finding> found = new ArrayList<>();
    Set<Address> done = new HashSet<>();
    for (Resource hosts : subject.facts().ofType("aws_autoscaling_group", "aws_instance")) {
      Reader read = subject.facts().read(hosts);
      // What an instance says itself counts before its template.
      boolean own =
          hosts.type().equals("aws_instance") && !read.blocks("metadata_options").isEmpty();
      List<Reading<Address>> templates = subject.facts().templatesOf(hosts);
      List<Resource> places =
          own || templates.isEmpty()
              ? List.of(hosts)
              : templates.stream()
                  .flatMap(template -> template.known().stream())
                  .flatMap(address -> subject.facts().find(address).stream())
                  .toList();
      for (Resource at : places) {
        if (done.add(at.address())) {
          check(subject, hosts, at).ifPresent(found::add);
        }
      }
    }
    return found;
  }

  private Optional<Finding> check(Subject subject, Resource hosts, Resource at) {
    Reader read = subject.facts().read(at);
    Report report = Report.by(this, subject).about(at).about(hosts);
    Reading<Boolean> open = isOpen(read);
    return switch (open) {
      case Reading.Unresolved<Boolean>(Reason reason) ->
          Optional.of(report.unresolved("title", List.of(reason)).done());
      case Reading.Missing<Boolean>() -> Optional.empty();
      case Reading.Given<Boolean>(Boolean yes) ->
          yes ? Optional.of(report.says("finding", subject.label(at)).done()) : Optional.empty();
    };
  }

  /// Tokens are optional unless required, and the service is on unless disabled.
  private static Reading<Boolean> isOpen(Reader read) {
    Reading<Boolean> known = read.blocksKnown("metadata_options");
    if (known.isUnresolved()) {
      return known;
    }
    for (Reader options : read.blocks("metadata_options")) {
      if (options.text("http_endpoint").is("disabled")) {
        return Reading.given(false);
      }
      return options
          .text("http_tokens")
          .or("optional")
          .then(tokens -> Reading.given(!tokens.equals("required")));
    }
    return Reading.given(true);
  }
}
