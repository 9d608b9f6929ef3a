package dev.drawbridge.cli;

import dev.drawbridge.analyze.Analysis;
import dev.drawbridge.analyze.finding.Cause;
import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Hop;
import dev.drawbridge.analyze.finding.Witness;
import dev.drawbridge.base.Messages;
import dev.drawbridge.model.ElementId;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Findings for programs. Keys and values do not depend on the language; `message` and its like do.
final class JsonReport {
  private final Messages messages;

  private JsonReport(Messages messages) {
    this.messages = messages;
  }

  static String of(List<Checked> checked, String version, Messages messages) {
    JsonReport report = new JsonReport(messages);
    ObjectNode root = Json.object();
    root.putObject("tool").put("name", "drawbridge").put("version", version);
    root.put("language", messages.language().tag());
    ArrayNode files = root.putArray("files");
    checked.forEach(one -> report.file(files.addObject(), one));
    return Json.text(root);
  }

  private void file(ObjectNode out, Checked checked) {
    Display display = new Display(checked.document(), messages);
    out.put("file", checked.name());
    out.put("title", checked.document().settings().title());
    Analysis analysis = checked.analysis();
    out.putObject("dmz").put("holds", analysis.dmzHolds().key()).put("waysIn", analysis.waysIn());
    ObjectNode counts = out.putObject("counts");
    checked.counts().forEach((severity, count) -> counts.put(severity.key(), count));
    ArrayNode notes = out.putArray("notes");
    analysis.issues().forEach(note -> notes.add(note.text(messages)));
    ArrayNode findings = out.putArray("findings");
    checked.findings().forEach(finding -> finding(findings.addObject(), finding, display));
  }

  private void finding(ObjectNode out, Finding finding, Display display) {
    out.put("rule", finding.rule());
    out.put("severity", finding.severity().key());
    out.put("verdict", finding.verdict().key());
    out.put("message", finding.text(messages));
    elements(out.putArray("elements"), finding.elements(), display);
    strings(out.putArray("subjects"), finding.subjects());
    if (finding.property() != null) {
      out.put("property", finding.property());
    }
    ArrayNode path = out.putArray("path");
    for (Hop hop : finding.path()) {
      ObjectNode station = path.addObject();
      station.put("name", hop.label().text(messages));
      if (hop.element() != null) {
        station.put("element", hop.element().value());
      }
      if (!hop.port().isEmpty()) {
        station.put("port", hop.port());
      }
      causes(station.putArray("admittedBy"), hop.admitted());
    }
    causes(out.putArray("blockers"), finding.blockers());
    Witness witness = finding.witness();
    if (witness != null) {
      ObjectNode packet = out.putObject("witness");
      packet.put("protocol", witness.protocol());
      packet.put("source", witness.source());
      packet.put("destination", witness.destination());
      if (witness.port() >= 0) {
        packet.put("port", witness.port());
      }
    }
    strings(
        out.putArray("fixes"), finding.fixes().stream().map(fix -> fix.text(messages)).toList());
    out.put("fingerprint", finding.fingerprint());
  }

  private void causes(ArrayNode out, List<Cause> causes) {
    for (Cause cause : causes) {
      ObjectNode one = out.addObject();
      one.put("message", cause.text(messages));
      strings(one.putArray("elements"), cause.elements().stream().map(ElementId::value).toList());
      if (cause.property() != null) {
        one.put("property", cause.property());
      }
    }
  }

  private static void elements(ArrayNode out, List<ElementId> ids, Display display) {
    for (ElementId id : ids) {
      out.addObject().put("id", id.value()).put("name", display.name(id));
    }
  }

  private static void strings(ArrayNode out, List<String> texts) {
    texts.forEach(out::add);
  }
}
