package dev.drawbridge.cli;

import dev.drawbridge.analyze.Review;
import dev.drawbridge.analyze.finding.Cause;
import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Hop;
import dev.drawbridge.analyze.finding.Severity;
import dev.drawbridge.analyze.finding.Verdict;
import dev.drawbridge.base.Issue;
import dev.drawbridge.base.Messages;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;

/// Findings for people: one block each, with what it is about, the way a packet takes hop by hop, and how to
/// learn more.
final class TextReport {
  private final PrintWriter out;
  private final Messages messages;
  private final boolean colours;

  private TextReport(PrintWriter out, Messages messages, boolean colours) {
    this.out = out;
    this.messages = messages;
    this.colours = colours;
  }

  static void write(List<Checked> checked, PrintWriter out, Messages messages, boolean colours) {
    TextReport report = new TextReport(out, messages, colours);
    checked.forEach(report::file);
    out.flush();
  }

  private void file(Checked checked) {
    Display display = new Display(checked.document(), messages);
    String summary =
        checked.findings().isEmpty()
            ? Colour.GREEN.of(messages.text("cli.report.clean"), colours)
            : summary(checked);
    if (checked.former().isPresent()) {
      long known = checked.findings().size() - checked.fresh();
      summary +=
          "; " + messages.text("cli.report.baseline", checked.fresh(), known, checked.fixed());
    }
    if (!checked.suppressed().isEmpty()) {
      summary += "; " + messages.text("cli.report.suppressed.count", checked.suppressed().size());
    }
    out.println(
        Colour.BOLD.of(Plain.text(checked.name()), colours) + ": " + summary + ". " + dmz(checked));
    for (Issue issue : checked.analysis().issues()) {
      out.println("  " + Plain.text(issue.text(messages)));
    }
    for (Finding finding : checked.findings()) {
      out.println();
      finding(finding, checked, display);
    }
    if (!checked.suppressed().isEmpty()) {
      out.println();
      checked.suppressed().forEach(one -> suppressed(one, display));
    }
    if (!checked.review().all().isEmpty()) {
      out.println();
    }
  }

  private void suppressed(Review.Judged judged, Display display) {
    Finding finding = judged.finding();
    judged
        .suppression()
        .ifPresent(
            why ->
                out.println(
                    Colour.DIM.of(
                        messages.text(
                            "cli.report.suppressed",
                            severity(finding.severity()),
                            finding.rule(),
                            Plain.text(display.about(finding)),
                            why.expires(),
                            Plain.text(why.reason())),
                        colours)));
  }

  /// What everybody wants to know first.
  private String dmz(Checked checked) {
    return switch (checked.analysis().dmzHolds()) {
      case PROVEN -> Colour.GREEN.of(messages.text("dmz.holds"), colours);
      case REFUTED ->
          Colour.RED.of(messages.text("dmz.ways-in", checked.analysis().waysIn()), colours);
      case UNKNOWN -> Colour.YELLOW.of(messages.text("dmz.unknown"), colours);
    };
  }

  private String summary(Checked checked) {
    String counts =
        checked.counts().entrySet().stream()
            .map(
                entry ->
                    Colour.of(entry.getKey())
                        .of(
                            messages.text(
                                "cli.report.count", severity(entry.getKey()), entry.getValue()),
                            colours))
            .collect(Collectors.joining(", "));
    return messages.text("cli.report.findings", checked.findings().size()) + " (" + counts + ")";
  }

  private void finding(Finding finding, Checked checked, Display display) {
    String severity = Colour.of(finding.severity()).of(severity(finding.severity()), colours);
    String verdict =
        finding.verdict() == Verdict.UNKNOWN
            ? " [" + messages.text("verdict.unknown.name") + "]"
            : "";
    String before = checked.isKnown(finding) ? " [" + messages.text("cli.report.known") + "]" : "";
    out.println(
        severity
            + verdict
            + before
            + "  "
            + Colour.BOLD.of(finding.rule(), colours)
            + "  "
            + Plain.text(display.about(finding)));
    checked
        .block(finding)
        .ifPresent(block -> line("cli.report.block", block.file() + ":" + block.line()));
    out.println("  " + Plain.text(finding.text(messages)));
    if (!finding.path().isEmpty()) {
      line("cli.report.path", finding.pathText(messages));
      for (Hop hop : finding.path()) {
        if (!hop.admitted().isEmpty()) {
          out.println("    " + Plain.text(hop.text(messages)));
        }
        for (Cause cause : hop.admitted()) {
          out.println("      · " + Plain.text(cause.text(messages)));
        }
      }
    }
    for (Cause blocker : finding.blockers()) {
      line("cli.report.blocker", blocker.text(messages));
    }
    if (finding.witness() != null) {
      line("cli.report.witness", finding.witness().toString());
    }
    finding.fixes().forEach(fix -> line("cli.report.fix", fix.text(messages)));
    line("cli.report.more", "drawbridge explain " + finding.rule());
  }

  private void line(String key, String text) {
    out.println("  " + Colour.DIM.of(messages.text(key), colours) + " " + Plain.text(text));
  }

  private String severity(Severity severity) {
    return messages.text("severity." + severity.key() + ".name");
  }
}
