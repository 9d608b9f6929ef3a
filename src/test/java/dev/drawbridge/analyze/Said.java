package dev.drawbridge.analyze;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.base.Language;
import dev.drawbridge.base.Messages;
import dev.drawbridge.model.ElementId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// What an analysis says, for tests that compare two of them or only want it to end.
final class Said {
  private static final Messages ENGLISH = Messages.in(Language.ENGLISH);

  private Said() {}

  /// Everything, word by word.
  ///
  /// @param where what to say of it when the analysis throws, or points at what is not there
  static List<String> wordByWord(Supplier<Analysis> analysed, String where) {
    try {
      Analysis analysis = analysed.get();
      List<String> all = new ArrayList<>();
      for (Finding finding : analysis.findings()) {
        all.add(print(finding) + " " + finding.text(ENGLISH));
        all.add(finding.pathText(ENGLISH));
        finding.blockers().forEach(cause -> all.add(cause.text(ENGLISH)));
        finding.fixes().forEach(fix -> all.add(fix.text(ENGLISH)));
        for (ElementId id : finding.touched()) {
          assertTrue(analysis.document().find(id).isPresent(), where + ": " + id);
        }
      }
      return all;
    } catch (RuntimeException | StackOverflowError e) {
      throw new AssertionError(where, e);
    }
  }

  /// What outlives renames, moves and another order.
  static List<String> inShort(Analysis analysis) {
    return analysis.findings().stream().map(Said::print).toList();
  }

  private static String print(Finding finding) {
    return finding.fingerprint() + " " + finding.verdict();
  }
}
