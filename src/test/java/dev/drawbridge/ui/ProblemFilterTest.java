package dev.drawbridge.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.drawbridge.analyze.Analysis;
import dev.drawbridge.analyze.Review;
import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Severity;
import dev.drawbridge.analyze.policy.Suppression;
import dev.drawbridge.base.Language;
import dev.drawbridge.base.Messages;
import dev.drawbridge.edit.template.Template;
import dev.drawbridge.model.ElementId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProblemFilterTest {
  private static final Messages ENGLISH = Messages.in(Language.ENGLISH);
  private static final List<Finding> FINDINGS =
      Analysis.of(Template.THREE_TIER_PLANTED.design(Language.ENGLISH)).findings();
  private final ProblemFilter filter = new ProblemFilter();
  private List<Review.Judged> all =
      FINDINGS.stream().map(finding -> new Review.Judged(finding, Optional.empty())).toList();

  private List<ProblemRow> rows() {
    return filter.rows(all, Set.of(), ENGLISH);
  }

  private List<Finding> shown() {
    List<Finding> shown = new ArrayList<>();
    for (ProblemRow row : rows()) {
      if (row instanceof ProblemRow.Problem problem) {
        shown.add(problem.finding());
      }
    }
    return shown;
  }

  @Test
  void allAreShownTheWorstFirst() {
    assertEquals(FINDINGS, shown());
    ProblemRow.Title first = assertInstanceOf(ProblemRow.Title.class, rows().getFirst());
    assertEquals(Severity.CRITICAL, first.worst());
  }

  @Test
  void everyWordHasToBeThere() {
    filter.words(" WAS  dmz-001 ");
    assertEquals(List.of("DMZ-001"), shown().stream().map(Finding::rule).distinct().toList());
    filter.words("dmz-001 nowhere");
    assertEquals(List.of(), rows());
  }

  @Test
  void aSeverityIsHidden() {
    filter.show(Severity.CRITICAL, false);
    assertEquals(
        FINDINGS.stream().filter(finding -> finding.severity() != Severity.CRITICAL).toList(),
        shown());
  }

  @Test
  void onlyOneGroupOfRules() {
    filter.rules("RDS");
    assertEquals(
        FINDINGS.stream().filter(finding -> finding.rule().startsWith("RDS-")).toList(), shown());
  }

  @Test
  void onlyWhatIsSelected() {
    filter.onlySelected(true);
    assertEquals(List.of(), rows());
    ElementId was = new ElementId("was-app");
    assertEquals(
        FINDINGS.stream().filter(finding -> finding.elements().contains(was)).count(),
        filter.rows(all, Set.of(was), ENGLISH).stream()
            .filter(ProblemRow.Problem.class::isInstance)
            .count());
  }

  @Test
  void eachGroupCountsWhatIsInItAndAClosedOneHidesIt() {
    filter.grouping(ProblemFilter.Grouping.RULE);
    int counted = 0;
    for (ProblemRow row : rows()) {
      counted += row instanceof ProblemRow.Title title ? title.count() : 0;
    }
    assertEquals(FINDINGS.size(), counted);
    filter.open("DMZ-001", false);
    assertEquals(
        FINDINGS.stream().filter(finding -> !finding.rule().equals("DMZ-001")).count(),
        shown().size());
    assertEquals(counted, rows().stream().mapToInt(ProblemFilterTest::count).sum());
  }

  private static int count(ProblemRow row) {
    return row instanceof ProblemRow.Title title ? title.count() : 0;
  }

  @Test
  void whatIsSuppressedIsShownOnDemand() {
    Finding first = FINDINGS.getFirst();
    Suppression suppression =
        new Suppression(
            first.rule(), first.subjects().getFirst(), "known", LocalDate.of(2030, 1, 1));
    List<Review.Judged> judged = new ArrayList<>(all);
    judged.set(0, new Review.Judged(first, Optional.of(suppression)));
    all = judged;
    assertEquals(FINDINGS.size() - 1, shown().size());
    filter.withSuppressed(true);
    assertEquals(FINDINGS, shown());
  }
}
