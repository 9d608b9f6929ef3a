package dev.drawbridge.ui;

import dev.drawbridge.analyze.Analysis;
import dev.drawbridge.analyze.RuleText;
import dev.drawbridge.analyze.Rules;
import dev.drawbridge.analyze.TrafficPaths;
import dev.drawbridge.base.Language;
import dev.drawbridge.base.Outcome;
import dev.drawbridge.edit.Ids;
import dev.drawbridge.model.Document;
import dev.drawbridge.terraform.write.GeneratedFile;
import dev.drawbridge.terraform.write.Readme;
import dev.drawbridge.terraform.write.TerraformFiles;
import dev.drawbridge.translate.Lowerer;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// Ties the window to those who check designs and make Terraform.
final class Work {
  private Work() {}

  static Services services(Ids ids) {
    return new Services(ids, Work::check, Work::terraform, Work::explanation);
  }

  private static Checked check(Document document, BooleanSupplier cancelled) {
    Analysis analysis = Analysis.of(document, cancelled);
    TrafficPaths paths = analysis.paths();
    return new Checked(
        analysis.findings(), analysis.waysIn(), analysis.dmzHolds(), paths.ends(), paths);
  }

  private static Outcome<List<GeneratedFile>> terraform(Document document, Language language) {
    Readme readme = new Readme(document.settings().title(), language, null);
    return Lowerer.lower(document).then(graph -> TerraformFiles.of(graph, readme));
  }

  private static Optional<RuleText> explanation(String rule, Language language) {
    return Rules.find(rule).map(known -> RuleText.of(known, language));
  }
}
