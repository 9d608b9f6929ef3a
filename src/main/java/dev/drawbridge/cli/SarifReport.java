package dev.drawbridge.cli;

import dev.drawbridge.analyze.Policies;
import dev.drawbridge.analyze.Review;
import dev.drawbridge.analyze.Rules;
import dev.drawbridge.analyze.finding.Cause;
import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Fix;
import dev.drawbridge.analyze.finding.Hop;
import dev.drawbridge.analyze.finding.Verdict;
import dev.drawbridge.analyze.policy.Policy;
import dev.drawbridge.analyze.policy.Suppression;
import dev.drawbridge.base.Messages;
import dev.drawbridge.base.Outcome;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.output.store.DesignLines;
import dev.drawbridge.resource.Origin;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Findings as SARIF 2.1.0 (OASIS), which code hosts and editors show beside the file.
final class SarifReport {
  /// The name of our fingerprint among others; its number changes when fingerprints do.
  static final String FINGERPRINT = "drawbridge/v1";

  private static final Map<String, Integer> INDEXES =
      IntStream.range(0, Rules.all().size())
          .boxed()
          .collect(Collectors.toMap(i -> Rules.all().get(i).id(), i -> i));

  private final Messages messages;

  private SarifReport(Messages messages) {
    this.messages = messages;
  }

  static String of(List<Checked> checked, String version, Messages messages) {
    ObjectNode root = Json.object();
    root.put("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
    root.put("version", "2.1.0");
    ObjectNode run = root.putArray("runs").addObject();
    ObjectNode driver = run.putObject("tool").putObject("driver");
    driver.put("name", "drawbridge").put("version", version);
    driver.put("language", messages.language().tag());
    ArrayNode rules = driver.putArray("rules");
    Rules.all().forEach(rule -> SarifRules.write(rules.addObject(), rule, messages));
    run.putArray("invocations").addObject().put("executionSuccessful", true);
    run.put("language", messages.language().tag());
    run.put("defaultEncoding", "utf-8").put("columnKind", "utf16CodeUnits");
    ArrayNode artifacts = run.putArray("artifacts");
    ArrayNode results = run.putArray("results");
    SarifReport report = new SarifReport(messages);
    for (int i = 0; i < checked.size(); i++) {
      Checked one = checked.get(i);
      ObjectNode artifact = artifacts.addObject();
      artifact.putObject("location").put("uri", SarifUri.of(one.name()));
      artifact.putArray("roles").add("analysisTarget");
      artifact
          .putObject("properties")
          .put("dmzHolds", one.analysis().dmzHolds().key())
          .put("waysIn", one.analysis().waysIn());
      report.results(results, one, i);
    }
    return Json.text(root);
  }

  /// A design, and where in the report and on the disk it is.
  private record Source(
      Checked checked, int artifact, Display display, Optional<DesignLines> lines, Policy own) {}

  private void results(ArrayNode out, Checked checked, int artifact) {
    Optional<DesignLines> lines =
        DesignLines.of(Path.of(checked.name())) instanceof Outcome.Ok<DesignLines>(var known, var _)
            ? Optional.of(known)
            : Optional.empty();
    Policy own =
        Policies.of(checked.document()) instanceof Outcome.Ok<Policy>(Policy policy, var _)
            ? policy
            : Policy.DEFAULT;
    Display display = new Display(checked.document(), messages);
    Source source = new Source(checked, artifact, display, lines, own);
    SarifFixes fixes = new SarifFixes(checked.document(), lines);
    for (Review.Judged judged : checked.review().all()) {
      ObjectNode result = out.addObject();
      result(result, judged, source);
      fixes(result, judged.finding(), fixes, source);
    }
  }

  private void result(ObjectNode out, Review.Judged judged, Source source) {
    Finding finding = judged.finding();
    boolean proven = finding.verdict() != Verdict.UNKNOWN;
    out.put("ruleId", finding.rule());
    out.put("ruleIndex", INDEXES.getOrDefault(finding.rule(), -1));
    // Where it cannot be told whether something is wrong, SARIF knows no level (3.27.9, 3.27.10).
    out.put("kind", proven ? "fail" : "open");
    out.put("level", proven ? SarifRules.level(finding.severity()) : "none");
    out.putObject("message").put("text", text(finding));
    ObjectNode place = out.putArray("locations").addObject();
    source
        .checked()
        .block(finding)
        .ifPresentOrElse(
            block -> location(place, finding, block),
            () -> location(place, finding.element().orElse(null), finding.property(), source));
    related(out, finding, source);
    flow(out, finding.path(), source);
    out.putObject("partialFingerprints").put(FINGERPRINT, finding.fingerprint());
    if (source.checked().former().isPresent()) {
      out.put("baselineState", source.checked().isKnown(finding) ? "unchanged" : "new");
    }
    ArrayNode suppressions = out.putArray("suppressions");
    judged.suppression().ifPresent(why -> suppression(suppressions.addObject(), why, source));
    ObjectNode properties = out.putObject("properties");
    properties.put("severity", finding.severity().key());
    properties.put("verdict", finding.verdict().key());
    JsonProof.strings(properties.putArray("subjects"), finding.subjects());
    if (finding.witness() != null) {
      properties.put("packet", finding.witness().toString());
    }
  }

  /// The finding with its proof, in a few lines.
  private String text(Finding finding) {
    List<String> lines = new ArrayList<>(List.of(finding.text(messages)));
    if (!finding.path().isEmpty()) {
      lines.add(messages.text("cli.report.path") + " " + finding.pathText(messages));
    }
    for (Cause blocker : finding.blockers()) {
      lines.add(messages.text("cli.report.blocker") + " " + blocker.text(messages));
    }
    return Plain.lines(String.join("\n", lines));
  }

  private static void suppression(ObjectNode out, Suppression why, Source source) {
    out.put("kind", source.own().suppressions().contains(why) ? "inSource" : "external");
    out.put("status", "accepted");
    out.put("justification", Plain.text(why.reason()));
    out.putObject("properties").put("expires", why.expires().toString());
  }

  /// The other elements that it is about, and those that block.
  private void related(ObjectNode out, Finding finding, Source source) {
    ArrayNode related = out.putArray("relatedLocations");
    finding.elements().stream()
        .skip(1)
        .forEach(
            id -> {
              ObjectNode one = related.addObject().put("id", related.size());
              location(one, id, null, source);
              message(one, source.display().name(id));
            });
    for (Cause blocker : finding.blockers()) {
      for (ElementId id : blocker.elements()) {
        ObjectNode one = related.addObject().put("id", related.size());
        location(one, id, blocker.property(), source);
        message(one, blocker.text(messages));
      }
    }
  }

  private void flow(ObjectNode out, List<Hop> path, Source source) {
    if (path.isEmpty()) {
      return;
    }
    ArrayNode steps =
        out.putArray("codeFlows")
            .addObject()
            .putArray("threadFlows")
            .addObject()
            .putArray("locations");
    for (Hop hop : path) {
      List<String> says = new ArrayList<>(List.of(hop.text(messages)));
      hop.admitted().forEach(cause -> says.add(cause.text(messages)));
      ObjectNode location = steps.addObject().putObject("location");
      if (hop.element() == null) {
        ObjectNode logical = location.putArray("logicalLocations").addObject();
        logical.put("name", Plain.text(hop.label().text(messages))).put("kind", "resource");
      } else {
        location(location, hop.element(), null, source);
      }
      message(location, String.join("; ", says));
    }
  }

  private static void message(ObjectNode location, String text) {
    location.putObject("message").put("text", Plain.text(text));
  }

  private static void location(
      ObjectNode out, @Nullable ElementId element, @Nullable String property, Source source) {
    ObjectNode physical = out.putObject("physicalLocation");
    artifact(physical.putObject("artifactLocation"), source);
    if (element != null) {
      source
          .lines()
          .flatMap(lines -> lines.line(element, property))
          .ifPresent(line -> physical.putObject("region").put("startLine", line));
      ObjectNode logical = out.putArray("logicalLocations").addObject();
      logical.put("name", Plain.text(source.display().name(element)));
      logical.put("fullyQualifiedName", element.value()).put("kind", "resource");
    }
  }

  /// A resource in somebody's Terraform.
  private static void location(ObjectNode out, Finding finding, Origin.Source block) {
    ObjectNode physical = out.putObject("physicalLocation");
    physical.putObject("artifactLocation").put("uri", SarifUri.of(block.file()));
    physical.putObject("region").put("startLine", block.line());
    ObjectNode logical = out.putArray("logicalLocations").addObject();
    logical.put("fullyQualifiedName", Plain.text(finding.subjects().getFirst()));
    logical.put("kind", "resource");
  }

  private static void artifact(ObjectNode out, Source source) {
    out.put("uri", SarifUri.of(source.checked().name())).put("index", source.artifact());
  }

  private void fixes(ObjectNode out, Finding finding, SarifFixes fixes, Source source) {
    ArrayNode all = out.putArray("fixes");
    for (Fix fix : finding.fixes()) {
      Optional<SarifFixes.Replacement> replacement = fixes.replacement(fix);
      if (replacement.isEmpty()) {
        continue;
      }
      ObjectNode one = all.addObject();
      one.putObject("description").put("text", Plain.text(fix.text(messages)));
      ObjectNode change = one.putArray("artifactChanges").addObject();
      artifact(change.putObject("artifactLocation"), source);
      ObjectNode part = change.putArray("replacements").addObject();
      part.putObject("deletedRegion")
          .put("startLine", replacement.get().first())
          .put("startColumn", 1)
          .put("endLine", replacement.get().end())
          .put("endColumn", 1);
      part.putObject("insertedContent").put("text", replacement.get().text());
    }
  }
}
