package dev.drawbridge.cli;

import dev.drawbridge.analyze.Policies;
import dev.drawbridge.analyze.Review;
import dev.drawbridge.analyze.Rules;
import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.rules.Rule;
import dev.drawbridge.base.Messages;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// Findings as JUnit XML, which build servers show as tests: a suite a file, a test case a rule that
/// ran. It fails where a finding would make the command fail; what else there is stands in its output.
final class JUnitReport {
  private final XMLStreamWriter out;
  private final Threshold threshold;
  private final Messages messages;
  private int depth;

  private JUnitReport(XMLStreamWriter out, Threshold threshold, Messages messages) {
    this.out = out;
    this.threshold = threshold;
    this.messages = messages;
  }

  static String of(List<Checked> checked, Threshold threshold, Messages messages) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter out = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
      out.writeStartDocument("UTF-8", "1.0");
      JUnitReport report = new JUnitReport(out, threshold, messages);
      report.suites(checked.stream().map(report::suite).toList());
      out.writeEndDocument();
      out.flush();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
    return text + "\n";
  }

  /// A file with its test cases.
  private record Suite(Checked checked, List<Case> cases) {
    long failures() {
      return cases.stream().filter(one -> !one.failing().isEmpty()).count();
    }

    long skipped() {
      return cases.stream().filter(Case::isSkipped).count();
    }
  }

  /// A rule and what it says.
  private record Case(
      Rule rule, List<Finding> failing, List<Finding> others, List<Review.Judged> suppressed) {
    boolean isSkipped() {
      return failing.isEmpty() && others.isEmpty() && !suppressed.isEmpty();
    }
  }

  private Suite suite(Checked checked) {
    List<Case> cases = new ArrayList<>();
    for (Rule rule : Rules.all()) {
      if (Policies.runs(checked.analysis().policy(), rule)) {
        List<Finding> open =
            checked.findings().stream().filter(one -> one.rule().equals(rule.id())).toList();
        cases.add(
            new Case(
                rule,
                open.stream().filter(one -> checked.fails(one, threshold)).toList(),
                open.stream().filter(one -> !checked.fails(one, threshold)).toList(),
                checked.suppressed().stream()
                    .filter(one -> one.finding().rule().equals(rule.id()))
                    .toList()));
      }
    }
    return new Suite(checked, cases);
  }

  private void suites(List<Suite> suites) throws XMLStreamException {
    start("testsuites");
    attribute("name", "drawbridge");
    attribute("tests", suites.stream().mapToLong(suite -> suite.cases().size()).sum());
    attribute("failures", suites.stream().mapToLong(Suite::failures).sum());
    for (Suite suite : suites) {
      start("testsuite");
      attribute("name", suite.checked().name());
      attribute("tests", suite.cases().size());
      attribute("failures", suite.failures());
      attribute("errors", 0);
      attribute("skipped", suite.skipped());
      for (Case one : suite.cases()) {
        testCase(suite, one);
      }
      end();
    }
    end();
  }

  private void testCase(Suite suite, Case one) throws XMLStreamException {
    start("testcase");
    attribute("classname", suite.checked().name());
    attribute("name", one.rule().id() + " " + messages.text("rule." + one.rule().id() + ".title"));
    Display display = new Display(suite.checked().document(), messages);
    if (!one.failing().isEmpty()) {
      start("failure");
      attribute("message", one.failing().getFirst().text(messages));
      attribute("type", one.failing().getFirst().severity().key());
      text(told(one.failing(), display));
      end();
    }
    if (one.isSkipped()) {
      start("skipped");
      attribute(
          "message",
          one.suppressed().stream()
              .flatMap(judged -> judged.suppression().stream())
              .map(why -> why.reason() + " (" + why.expires() + ")")
              .distinct()
              .collect(Collectors.joining("; ")));
      end();
    }
    if (!one.others().isEmpty()) {
      start("system-out");
      text(told(one.others(), display));
      end();
    }
    end();
  }

  private String told(List<Finding> findings, Display display) {
    StringBuilder text = new StringBuilder();
    for (Finding finding : findings) {
      text.append(messages.text("severity." + finding.severity().key() + ".name")).append("  ");
      text.append(display.about(finding)).append('\n');
      text.append(finding.text(messages)).append('\n');
      if (!finding.path().isEmpty()) {
        text.append(messages.text("cli.report.path")).append(' ');
        text.append(finding.pathText(messages)).append('\n');
      }
      finding
          .blockers()
          .forEach(
              cause ->
                  text.append(messages.text("cli.report.blocker"))
                      .append(' ')
                      .append(cause.text(messages))
                      .append('\n'));
    }
    return text.toString();
  }

  private void start(String element) throws XMLStreamException {
    out.writeCharacters("\n" + "  ".repeat(depth));
    out.writeStartElement(element);
    depth++;
  }

  private void end() throws XMLStreamException {
    depth--;
    out.writeEndElement();
  }

  private void attribute(String name, Object value) throws XMLStreamException {
    out.writeAttribute(name, Plain.text(String.valueOf(value)));
  }

  private void text(String text) throws XMLStreamException {
    out.writeCharacters(Plain.lines(text));
  }
}
