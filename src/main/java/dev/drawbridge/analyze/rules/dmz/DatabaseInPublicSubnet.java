package dev.drawbridge.analyze.rules.dmz;

import dev.drawbridge.analyze.facts.Reading;
import dev.drawbridge.analyze.facts.Standing;
import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Label;
import dev.drawbridge.analyze.finding.Severity;
import dev.drawbridge.analyze.rules.Component;
import dev.drawbridge.analyze.rules.Report;
import dev.drawbridge.analyze.rules.Rule;
import dev.drawbridge.analyze.rules.Subject;
import dev.drawbridge.base.Reason;
import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Resource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Databases whose subnet group holds a subnet with a route to an internet gateway.
public final class DatabaseInPublicSubnet implements Rule {
  @Override
  public String id() {
    return "DMZ-004";
  }

  @Override
  public Severity severity() {
    return Severity.HIGH;
  }

  @Override
  public List<Finding> check(Subject subject) {
    List<Finding> found = new ArrayList<>();
    for (Component component : subject.components(Component.Sort.DATA_STORE)) {
      check(subject, component).ifPresent(found::add);
    }
    return found;
  }

  private Optional<Finding> check(Subject subject, Component component) {
    Set<Address> open = new LinkedHashSet<>();
    List<Reason> unknown = new ArrayList<>();
    for (Standing.Face face : component.faces()) {
      if (face.subnet().isEmpty()) {
        unknown.add(Reason.of("unknown.subnets-of", face.ref()));
        continue;
      }
      switch (subject.leadsToInternet(face.subnet().get())) {
        case Reading.Given<Boolean>(Boolean leads) -> {
          if (leads) {
            open.add(face.subnet().get());
          }
        }
        case Reading.Missing<Boolean>() -> {}
        case Reading.Unresolved<Boolean>(Reason reason) -> unknown.add(reason);
      }
    }
    Report report = Report.by(this, subject).about(component);
    if (open.isEmpty()) {
      return unknown.isEmpty()
          ? Optional.empty()
          : Optional.of(report.unresolved("title", unknown).done());
    }
    List<Label> labels = new ArrayList<>();
    for (Address address : open) {
      Optional<Resource> subnet = subject.facts().find(address);
      subnet.ifPresent(report::about);
      subnet.map(subject::label).ifPresent(labels::add);
    }
    return Optional.of(report.says("finding", component.label(), labels, labels.size()).done());
  }
}
