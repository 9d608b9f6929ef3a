package dev.drawbridge.analyze;

import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Fix;
import dev.drawbridge.edit.Edit;
import dev.drawbridge.edit.Edits;
import dev.drawbridge.edit.Sequence;
import dev.drawbridge.model.Document;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntConsumer;

/// Mends all findings of a kind, one after the other: each fix is that of the design as the fixes
/// before it have left it, because one may do the work of the next or stand in its way. A fix that
/// changes nothing, does not help, or does other harm as bad is not applied.
public final class Mending {
  private final Kind kind;
  private final Function<Document, List<Finding>> check;
  private final List<Edit> edits = new ArrayList<>();
  private Document document;
  private List<Finding> findings;

  private Mending(Kind kind, Document start, Function<Document, List<Finding>> check) {
    this.kind = kind;
    this.check = check;
    document = start;
    findings = check.apply(start);
  }

  /// Findings of one rule that the same sort of fix is offered for.
  ///
  /// @param rule the rule's id
  /// @param fix the message key of the fix's name
  public record Kind(String rule, String fix) {
    /// The kind of a finding, by the first fix that it offers; none where it offers none.
    public static Optional<Kind> of(Finding finding) {
      return finding.fixes().stream()
          .findFirst()
          .map(first -> new Kind(finding.rule(), first.name().key()));
    }

    public boolean holds(Finding finding) {
      return fix(finding).isPresent();
    }

    private Optional<Fix> fix(Finding finding) {
      return finding.rule().equals(rule)
          ? finding.fixes().stream().filter(one -> one.name().key().equals(fix)).findFirst()
          : Optional.empty();
    }
  }

  /// What came of it.
  ///
  /// @param edit all that was done, as one step; empty where nothing could be
  /// @param mended how many of the findings are gone
  /// @param left how many are still there
  public record Result(Optional<Edit> edit, int mended, int left) {}

  /// @param check finds what is wrong; throws to break off
  /// @param progress is told how many of the findings were dealt with
  public static Result all(
      Document start, Kind kind, Function<Document, List<Finding>> check, IntConsumer progress) {
    return new Mending(kind, start, check).run(progress);
  }

  private Result run(IntConsumer progress) {
    Set<String> wanted = new HashSet<>();
    findings.stream().filter(kind::holds).forEach(finding -> wanted.add(finding.fingerprint()));
    int all = wanted.size();
    for (Optional<Finding> next = next(wanted); next.isPresent(); next = next(wanted)) {
      wanted.remove(next.get().fingerprint());
      mend(next.get());
      progress.accept(all - wanted.size());
    }
    int left = (int) findings.stream().filter(kind::holds).count();
    return new Result(together(), Math.max(0, all - left), left);
  }

  private Optional<Finding> next(Set<String> wanted) {
    return findings.stream()
        .filter(finding -> kind.holds(finding) && wanted.contains(finding.fingerprint()))
        .findFirst();
  }

  private void mend(Finding finding) {
    Edit edit = kind.fix(finding).orElseThrow().edit();
    Edits.Result changed = Edits.apply(document, edit);
    if (changed.diff().isEmpty()) {
      return;
    }
    List<Finding> after = check.apply(changed.document());
    if (isBetter(finding, after)) {
      document = changed.document();
      findings = after;
      edits.add(edit);
    }
  }

  /// Whether the finding is gone, and none as bad has come.
  private boolean isBetter(Finding mended, List<Finding> after) {
    Set<String> before = new HashSet<>();
    findings.forEach(finding -> before.add(finding.fingerprint()));
    return after.stream()
        .noneMatch(
            finding ->
                finding.fingerprint().equals(mended.fingerprint())
                    || finding.severity().isAtLeast(mended.severity())
                        && !before.contains(finding.fingerprint()));
  }

  private Optional<Edit> together() {
    return edits.isEmpty()
        ? Optional.empty()
        : Optional.of(new Sequence(edits.getFirst().key(), edits));
  }
}
