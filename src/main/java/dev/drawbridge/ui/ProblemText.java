package dev.drawbridge.ui;

import dev.drawbridge.analyze.Review;
import dev.drawbridge.analyze.finding.Cause;
import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Severity;
import dev.drawbridge.base.Messages;
import dev.drawbridge.model.Document;
import java.util.stream.Collectors;

/// A finding in words: for the clipboard and for those who listen.
final class ProblemText {
  private ProblemText() {}

  static String severity(Severity severity, Messages messages) {
    return messages.text("severity." + severity.key() + ".name");
  }

  /// In one line, as a screen reader says it.
  static String spoken(Review.Judged judged, Messages messages) {
    Finding finding = judged.finding();
    String text =
        severity(finding.severity(), messages)
            + ", "
            + finding.rule()
            + ", "
            + finding.text(messages);
    if (judged.isSuppressed()) {
      text += ", " + messages.text("ui.problems.suppressed");
    }
    return finding.fixes().isEmpty() ? text : text + ", " + messages.text("ui.problems.fixable");
  }

  /// With the elements, the path and the blockers, each in a line of its own.
  static String copied(Finding finding, Document document, Messages messages) {
    StringBuilder text = new StringBuilder();
    text.append(severity(finding.severity(), messages)).append(' ').append(finding.rule());
    text.append(": ").append(finding.text(messages)).append('\n');
    if (!finding.elements().isEmpty()) {
      String names =
          finding.elements().stream()
              .map(id -> Display.name(id, document, messages))
              .collect(Collectors.joining(", "));
      line(text, messages.text("ui.problems.elements"), names);
    }
    if (!finding.path().isEmpty()) {
      line(text, messages.text("ui.problems.path"), finding.pathText(messages));
    }
    for (Cause blocker : finding.blockers()) {
      line(text, messages.text("ui.problems.blockers"), blocker.text(messages));
    }
    return text.toString();
  }

  private static void line(StringBuilder text, String title, String content) {
    text.append("  ").append(title).append(": ").append(content).append('\n');
  }
}
