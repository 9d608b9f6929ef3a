package dev.drawbridge.cli;

import dev.drawbridge.analyze.Analysis;
import dev.drawbridge.analyze.Review;
import dev.drawbridge.analyze.finding.Finding;
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
    out.put("suppressed", checked.suppressed().size());
    if (checked.former().isPresent()) {
      out.putObject("baseline")
          .put("new", checked.fresh())
          .put("known", checked.findings().size() - checked.fresh())
          .put("fixed", checked.fixed());
    }
    ArrayNode notes = out.putArray("notes");
    analysis.issues().forEach(note -> notes.add(note.text(messages)));
    ArrayNode findings = out.putArray("findings");
    for (Review.Judged judged : checked.review().all()) {
      ObjectNode one = findings.addObject();
      finding(one, judged.finding(), display);
      checked
          .block(judged.finding())
          .ifPresent(
              block -> one.putObject("block").put("file", block.file()).put("line", block.line()));
      if (checked.former().isPresent()) {
        one.put("new", !checked.isKnown(judged.finding()));
      }
      judged
          .suppression()
          .ifPresent(
              why ->
                  one.putObject("suppression")
                      .put("reason", why.reason())
                      .put("expires", why.expires().toString()));
    }
  }

  private void finding(ObjectNode out, Finding finding, Display display) {
    out.put("rule", finding.rule());
    out.put("severity", finding.severity().key());
    out.put("verdict", finding.verdict().key());
    out.put("message", finding.text(messages));
    elements(out.putArray("elements"), finding.elements(), display);
    JsonProof.strings(out.putArray("subjects"), finding.subjects());
    if (finding.property() != null) {
      out.put("property", finding.property());
    }
    JsonProof proof = new JsonProof(messages);
    proof.hops(out.putArray("path"), finding.path());
    proof.causes(out.putArray("blockers"), finding.blockers());
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
    JsonProof.strings(
        out.putArray("fixes"), finding.fixes().stream().map(fix -> fix.text(messages)).toList());
    out.put("fingerprint", finding.fingerprint());
  }

  private static void elements(ArrayNode out, List<ElementId> ids, Display display) {
    for (ElementId id : ids) {
      out.addObject().put("id", id.value()).put("name", display.name(id));
    }
  }
}
