package dev.drawbridge.analyze.rules.database;

import dev.drawbridge.analyze.facts.Reading;
import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Fix;
import dev.drawbridge.analyze.finding.Label;
import dev.drawbridge.analyze.finding.Sentence;
import dev.drawbridge.analyze.finding.Severity;
import dev.drawbridge.analyze.rules.Report;
import dev.drawbridge.analyze.rules.Rule;
import dev.drawbridge.analyze.rules.Subject;
import dev.drawbridge.base.Reason;
import dev.drawbridge.catalog.Catalog;
import dev.drawbridge.catalog.Property;
import dev.drawbridge.catalog.aws.Aurora;
import dev.drawbridge.catalog.aws.ElastiCache;
import dev.drawbridge.catalog.aws.RdsPrimary;
import dev.drawbridge.edit.Edit;
import dev.drawbridge.edit.Sequence;
import dev.drawbridge.edit.SetProperty;
import dev.drawbridge.model.Element;
import dev.drawbridge.resource.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Databases and caches with neither a standby in another zone nor a replica.
public final class NoStandby implements Rule {
  @Override
  public String id() {
    return "RDS-002";
  }

  @Override
  public Severity severity() {
    return Severity.MEDIUM;
  }

  @Override
  public List<Finding> check(Subject subject) {
    List<Finding> found = new ArrayList<>();
    for (Database database : Database.all(subject)) {
      check(
          subject,
          database.resource(),
          database.isCluster() ? isSpread(subject, database) : hasStandby(subject, database),
          found);
    }
    for (Cache cache : Cache.all(subject)) {
      check(subject, cache.resource(), cache.hasStandby(), found);
    }
    return found;
  }

  private void check(
      Subject subject, Resource resource, Reading<Boolean> standby, List<Finding> found) {
    Optional<Element> drawn = subject.element(resource);
    Report report = Report.by(this, subject).about(resource);
    Switches.finding(
            drawn.filter(element -> !has(element, RdsPrimary.MULTI_AZ)).isPresent()
                ? report.at(Aurora.READERS.name())
                : report.at(RdsPrimary.MULTI_AZ.name()),
            subject.label(resource),
            standby,
            lacking -> lacking.fix(drawn.map(element -> fix(element, subject.label(element)))))
        .ifPresent(found::add);
  }

  /// Whatever the kind has of these: the switch, and at least one that can take over.
  private static Fix fix(Element element, Label label) {
    List<Edit> edits = new ArrayList<>();
    if (has(element, RdsPrimary.MULTI_AZ) && !RdsPrimary.MULTI_AZ.of(element)) {
      edits.add(SetProperty.of(element.id(), RdsPrimary.MULTI_AZ, true));
    }
    for (Property<Integer> others : List.of(ElastiCache.REPLICAS, Aurora.READERS)) {
      if (has(element, others) && others.of(element) == 0) {
        edits.add(SetProperty.of(element.id(), others, 1));
      }
    }
    return new Fix(Sentence.of("fix.standby", label), new Sequence("fix.standby.name", edits));
  }

  private static boolean has(Element element, Property<?> property) {
    return Catalog.of(element).flatMap(kind -> kind.property(property.name())).isPresent();
  }

  private static Reading<Boolean> hasStandby(Subject subject, Database database) {
    boolean replicated =
        database.isReplica() || subject.facts().isReplicated(database.resource().address());
    return replicated ? Reading.missing() : database.read().flag("multi_az").or(false);
  }

  /// A cluster lives as long as one of its instances does. One without any has them elsewhere, or
  /// needs none.
  private static Reading<Boolean> isSpread(Subject subject, Database cluster) {
    if (cluster.isMultiAzCluster() || cluster.instances().isEmpty()) {
      return Reading.missing();
    }
    long known = 0;
    Optional<Reason> unknown = Optional.empty();
    for (Resource instance : cluster.instances()) {
      Reading<Long> copies = subject.facts().copies(instance);
      known += copies.known().orElse(0L);
      if (copies instanceof Reading.Unresolved<Long>(Reason reason)) {
        unknown = Optional.of(reason);
      }
    }
    return known < 2 && unknown.isPresent()
        ? Reading.unresolved(unknown.get())
        : Reading.given(known >= 2);
  }
}
