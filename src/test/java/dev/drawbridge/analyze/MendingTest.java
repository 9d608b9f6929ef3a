package dev.drawbridge.analyze;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Fix;
import dev.drawbridge.analyze.finding.PortClass;
import dev.drawbridge.analyze.finding.Sentence;
import dev.drawbridge.analyze.finding.Severity;
import dev.drawbridge.analyze.finding.Verdict;
import dev.drawbridge.catalog.aws.RdsPrimary;
import dev.drawbridge.edit.Edit;
import dev.drawbridge.edit.History;
import dev.drawbridge.edit.Rename;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.ElementId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class MendingTest {
  private static final Function<Document, List<Finding>> REAL =
      document -> Analysis.of(document).findings();
  private static final Document TWO =
      Designs.empty().add("one", "aws.vpc", null).add("two", "aws.vpc", null).draw();

  private static List<Finding> of(String rule, Document document) {
    return REAL.apply(document).stream().filter(f -> f.rule().equals(rule)).toList();
  }

  private static Finding finding(String rule, String element, Severity severity, Edit... fixes) {
    return new Finding(
        rule,
        severity,
        Verdict.PROVEN,
        List.of(element),
        List.of(new ElementId(element)),
        null,
        Sentence.of("x"),
        List.of(),
        List.of(),
        null,
        PortClass.NONE,
        List.of(fixes).stream().map(fix -> new Fix(Sentence.of("fix"), fix)).toList());
  }

  private static boolean isCalled(Document document, String id, String name) {
    return document.node(new ElementId(id)).name().equals(name);
  }

  private static Edit rename(String id, String name) {
    return new Rename(new ElementId(id), name);
  }

  private static Mending.Result mend(Document start, Function<Document, List<Finding>> check) {
    return Mending.all(start, new Mending.Kind("R-1", "fix"), check, _ -> {});
  }

  @Test
  void allOfAKindAreMendedInOneStep() {
    Document careless =
        Designs.network()
            .database("one", "isolated-a", "isolated-c")
            .database("two", "isolated-a", "isolated-c")
            .set("one", RdsPrimary.DELETION_PROTECTION, false)
            .set("two", RdsPrimary.DELETION_PROTECTION, false)
            .draw();
    List<Finding> before = of("RDS-007", careless);
    assertEquals(2, before.size(), before.toString());
    Mending.Kind kind = Mending.Kind.of(before.getFirst()).orElseThrow();
    List<Integer> progress = new ArrayList<>();
    Mending.Result result = Mending.all(careless, kind, REAL, progress::add);
    History mended = History.of(careless).apply(result.edit().orElseThrow());
    assertEquals(List.of(), of("RDS-007", mended.current()));
    assertEquals(1, mended.undoable().size(), "one step to undo");
    assertEquals(careless, mended.undo().current());
    assertEquals(0, result.left());
    assertEquals(before.size(), result.mended());
    assertEquals(List.of(1, 2), progress);
  }

  @Test
  void aFixThatDoesTheWorkOfTheNextLeavesItUndone() {
    List<Finding> none = List.of();
    Function<Document, List<Finding>> check =
        document ->
            isCalled(document, "one", "mended")
                ? none
                : List.of(
                    finding("R-1", "one", Severity.HIGH, rename("one", "mended")),
                    finding("R-1", "two", Severity.HIGH, rename("two", "mended")));
    Mending.Result result = mend(TWO, check);
    Document after = History.of(TWO).apply(result.edit().orElseThrow()).current();
    assertTrue(isCalled(after, "two", "two"));
    assertEquals(new Mending.Result(result.edit(), 2, 0), result);
  }

  @Test
  void theNextFixIsTheOneOfTheDesignAsItIsByThen() {
    Function<Document, List<Finding>> check =
        document -> {
          List<Finding> found = new ArrayList<>();
          boolean first = isCalled(document, "one", "a");
          if (!first) {
            found.add(finding("R-1", "one", Severity.HIGH, rename("one", "a")));
          }
          if (isCalled(document, "two", "two")) {
            found.add(finding("R-1", "two", Severity.HIGH, rename("two", first ? "b" : "a")));
          }
          return found;
        };
    Mending.Result result = mend(TWO, check);
    Document after = History.of(TWO).apply(result.edit().orElseThrow()).current();
    assertTrue(isCalled(after, "one", "a") && isCalled(after, "two", "b"));
  }

  @Test
  void aFixThatChangesNothingOrDoesNotHelpIsLeftOutAndTheOthersGoOn() {
    Function<Document, List<Finding>> check =
        document -> {
          List<Finding> found = new ArrayList<>();
          found.add(finding("R-1", "zero", Severity.HIGH, rename("one", "one")));
          found.add(finding("R-1", "one", Severity.HIGH, rename("one", "another")));
          if (isCalled(document, "two", "two")) {
            found.add(finding("R-1", "two", Severity.HIGH, rename("two", "mended")));
          }
          return found;
        };
    Mending.Result result = mend(TWO, check);
    Document after = History.of(TWO).apply(result.edit().orElseThrow()).current();
    assertTrue(isCalled(after, "one", "one") && isCalled(after, "two", "mended"));
    assertEquals(1, result.mended());
    assertEquals(2, result.left());
  }

  @Test
  void aFixThatDoesOtherHarmAsBadIsNotApplied() {
    Function<Document, List<Finding>> check =
        document ->
            isCalled(document, "one", "worse")
                ? List.of(finding("R-2", "one", Severity.CRITICAL))
                : List.of(finding("R-1", "one", Severity.HIGH, rename("one", "worse")));
    assertEquals(new Mending.Result(Optional.empty(), 0, 1), mend(TWO, check));
  }

  @Test
  void onlyFixesOfTheKindAreApplied() {
    Function<Document, List<Finding>> check =
        _ -> List.of(finding("R-2", "one", Severity.HIGH, rename("one", "mended")));
    assertEquals(new Mending.Result(Optional.empty(), 0, 0), mend(TWO, check));
  }

  @Test
  void stopsWhereTheCheckIsBrokenOff() {
    Function<Document, List<Finding>> check =
        document -> {
          if (isCalled(document, "one", "mended")) {
            throw new CancellationException();
          }
          return List.of(finding("R-1", "one", Severity.HIGH, rename("one", "mended")));
        };
    assertThrows(CancellationException.class, () -> mend(TWO, check));
  }
}
