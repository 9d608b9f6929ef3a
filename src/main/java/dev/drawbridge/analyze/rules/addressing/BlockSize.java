package dev.drawbridge.analyze.rules.addressing;

import dev.drawbridge.analyze.facts.Reading;
import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Severity;
import dev.drawbridge.analyze.rules.Report;
import dev.drawbridge.analyze.rules.Rule;
import dev.drawbridge.analyze.rules.Subject;
import dev.drawbridge.base.Reason;
import dev.drawbridge.network.Cidr;
import dev.drawbridge.network.CidrReading;
import dev.drawbridge.network.Family;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Address blocks that AWS refuses by their size: a VPC and a subnet have /16 to /28.
public final class BlockSize implements Rule {
  private static final int LARGEST = 16;
  private static final int SMALLEST = 28;

  @Override
  public String id() {
    return "ADDR-001";
  }

  @Override
  public Severity severity() {
    return Severity.BROKEN;
  }

  @Override
  public List<Finding> check(Subject subject) {
    List<Finding> found = new ArrayList<>();
    for (Places.Written place : Places.all(subject)) {
      check(subject, place).ifPresent(found::add);
    }
    return found;
  }

  private Optional<Finding> check(Subject subject, Places.Written place) {
    Report report = Report.by(this, subject).about(place.resource()).at(place.property().name());
    return switch (place.text()) {
      case Reading.Missing<String>() -> Optional.empty();
      case Reading.Unresolved<String>(Reason reason) ->
          Optional.of(report.unresolved("title", List.of(reason)).done());
      case Reading.Given<String>(String text) ->
          switch (Cidr.read(text)) {
            case CidrReading.Exact(Cidr cidr) -> outside(subject, place, report, cidr, text);
            case CidrReading.HostBitsSet(var _, Cidr block) ->
                outside(subject, place, report, block, text);
            case CidrReading.Malformed _ ->
                Optional.of(
                    report.says("finding.malformed", subject.label(place.resource()), text).done());
          };
    };
  }

  private static Optional<Finding> outside(
      Subject subject, Places.Written place, Report report, Cidr cidr, String text) {
    boolean fits =
        cidr.family() == Family.IPV4 && cidr.length() >= LARGEST && cidr.length() <= SMALLEST;
    return fits
        ? Optional.empty()
        : Optional.of(report.says("finding", subject.label(place.resource()), text).done());
  }
}
