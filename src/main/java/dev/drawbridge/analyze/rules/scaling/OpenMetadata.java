package dev.drawbridge.analyze.rules.scaling;

import dev.drawbridge.analyze.facts.Reader;
import dev.drawbridge.analyze.facts.Reading;
import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Severity;
import dev.drawbridge.analyze.rules.Report;
import dev.drawbridge.analyze.rules.Rule;
import dev.drawbridge.analyze.rules.Subject;
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
      Reading<Address> template = own ? Reading.missing() : subject.facts().templateOf(hosts);
      Optional<Resource> at =
          own || template.isMissing()
              ? Optional.of(hosts)
              : template.known().flatMap(subject.facts()::find);
      if (at.isPresent() && done.add(at.get().address())) {
        check(subject, hosts, at.get()).ifPresent(found::add);
      }
    }
    return found;
  }

  private Optional<Finding> check(Subject subject, Resource hosts, Resource at) {
    Reader read = subject.facts().read(at);
    Report report = Report.by(this, subject).about(at).about(hosts);
    Reading<Boolean> open = isOpen(read);
    return switch (open) {
      case Reading.Unresolved<Boolean>(String reason) ->
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
