package dev.drawbridge.ui;

import dev.drawbridge.analyze.Analysis;
import dev.drawbridge.analyze.Analyst;
import dev.drawbridge.analyze.Review;
import dev.drawbridge.analyze.RuleText;
import dev.drawbridge.analyze.Rules;
import dev.drawbridge.base.Language;
import dev.drawbridge.base.Outcome;
import dev.drawbridge.edit.Ids;
import dev.drawbridge.model.Document;
import dev.drawbridge.terraform.write.GeneratedFile;
import dev.drawbridge.terraform.write.Readme;
import dev.drawbridge.terraform.write.TerraformFiles;
import dev.drawbridge.translate.Lowerer;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Ties the window to those who check designs and make Terraform.
final class Work {
  private Work() {}

  static Services services(Ids ids, Supplier<LocalDate> today, ZoneId zone) {
    return new Services(
        ids,
        () -> checker(today),
        Work::terraform,
        Work::listing,
        Work::explanation,
        today,
        zone,
        new DesktopPrinters());
  }

  private static Services.Checker checker(Supplier<LocalDate> today) {
    Analyst analyst = new Analyst();
    return (document, cancelled) -> {
      Review review = Review.of(analyst.analyse(document, cancelled), today.get());
      Analysis analysis = review.analysis();
      return new Checked(
          review.open(), review.suppressed(), analysis.waysIn(), analysis.dmzHolds(), analysis);
    };
  }

  private static Outcome<List<GeneratedFile>> terraform(Document document, Language language) {
    return Lowerer.lower(document)
        .then(graph -> TerraformFiles.of(graph, readme(document, language)));
  }

  private static Outcome<TerraformListing> listing(Document document, Language language) {
    return Lowerer.lower(document)
        .then(
            graph ->
                TerraformFiles.of(graph, readme(document, language))
                    .then(files -> Outcome.ok(TerraformListing.of(files, graph))));
  }

  private static Readme readme(Document document, Language language) {
    return new Readme(document.settings().title(), language, null);
  }

  private static Optional<RuleText> explanation(String rule, Language language) {
    return Rules.find(rule).map(known -> RuleText.of(known, language));
  }
}
