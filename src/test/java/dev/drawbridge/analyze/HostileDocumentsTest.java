package dev.drawbridge.analyze;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Fix;
import dev.drawbridge.base.Language;
import dev.drawbridge.base.Messages;
import dev.drawbridge.base.Outcome;
import dev.drawbridge.edit.Edits;
import dev.drawbridge.edit.Invariants;
import dev.drawbridge.edit.template.Template;
import dev.drawbridge.model.Connector;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.Element;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Fields;
import dev.drawbridge.model.Node;
import dev.drawbridge.model.Settings;
import dev.drawbridge.output.store.Design;
import dev.drawbridge.output.store.DesignReader;
import dev.drawbridge.output.store.DesignWriter;
import dev.drawbridge.translate.RandomDesign;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Designs come from strangers too. Whatever is drawn, and whatever a file says, the analysis ends,
/// throws nothing, says the same each time, and offers only fixes that can be carried out.
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class HostileDocumentsTest {
  private static final Messages ENGLISH = Messages.in(Language.ENGLISH);
  private static final int DOCUMENTS = 300;
  private static final int BROKEN = 300;

  @Test
  void anythingMayBeDrawnAnywhere() {
    for (int seed = 0; seed < DOCUMENTS; seed++) {
      Document document = RandomDesign.of(new Random(seed), 5 + seed % 60);
      List<String> told = told(document, "seed " + seed);
      assertEquals(told, told(document, "seed " + seed), "another run, seed " + seed);
      assertEquals(told, told(reread(document), "seed " + seed), "from a file, seed " + seed);
    }
  }

  @Test
  void everyFixCanBeCarriedOutAndUndone() {
    for (int seed = 0; seed < DOCUMENTS; seed += 5) {
      Document document = RandomDesign.of(new Random(seed), 5 + seed % 60);
      for (Finding finding : Analysis.of(document).findings()) {
        for (Fix fix : finding.fixes()) {
          Edits.Result result = Edits.apply(document, fix.edit());
          String what = "seed " + seed + ": " + fix.text(ENGLISH);
          assertEquals(List.of(), Invariants.violations(result.document()), what);
          assertEquals(document, result.document().apply(result.diff().inverted()), what);
          told(result.document(), what);
        }
      }
    }
  }

  /// Ends, spans and parents that lead nowhere, or in a circle.
  @Test
  void aFileWhoseElementsHangOnNothingIsRefusedOrAnalysed() {
    Document good = Template.THREE_TIER_PLANTED.design(Language.ENGLISH);
    int analysed = 0;
    for (int seed = 0; seed < BROKEN; seed++) {
      Document broken = broken(good, new Random(seed));
      byte[] file = DesignWriter.write(broken);
      if (DesignReader.read(file, "broken.drawbridge")
          instanceof Outcome.Ok<Design>(Design design, var _)) {
        analysed++;
        told(design.document(), "seed " + seed);
      }
    }
    assertTrue(analysed < BROKEN, "what leads nowhere was never noticed");
  }

  private static Document broken(Document good, Random random) {
    List<ElementId> ids = new ArrayList<>(good.elements().keySet());
    ids.add(new ElementId("nowhere"));
    List<Element> all = new ArrayList<>(good.elements().values());
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      int at = random.nextInt(all.size());
      ElementId other = ids.get(random.nextInt(ids.size()));
      all.set(
          at,
          switch (all.get(at)) {
            case Node node ->
                random.nextBoolean()
                    ? node.withParent(other)
                    : node.withSpans(List.of(other, node.id()));
            case Connector connector ->
                Connector.of(connector.id(), connector.kind(), connector.source(), other);
          });
    }
    return Document.of(all, Settings.NONE, Fields.NONE);
  }

  @Test
  void aNameMayBeAsLongAsItLikes() {
    Document good = Template.THREE_TIER_PLANTED.design(Language.ENGLISH);
    for (String letter : List.of("a", "가", "\0", "{0}", "${")) {
      List<Element> all = new ArrayList<>();
      good.elements().values().forEach(element -> all.add(element.withName(letter.repeat(10_000))));
      Document renamed = Document.of(all, good.settings(), Fields.NONE);
      assertEquals(
          Said.inShort(Analysis.of(good)),
          Said.inShort(Analysis.of(renamed)),
          "what a thing is called makes no difference");
      told(renamed, letter);
    }
  }

  private static Document reread(Document document) {
    return switch (DesignReader.read(DesignWriter.write(document), "hostile.drawbridge")) {
      case Outcome.Ok<Design>(Design design, var _) -> design.document();
      case Outcome.Failed<Design>(var issues) -> throw new AssertionError(issues);
    };
  }

  private static List<String> told(Document document, String where) {
    return Said.wordByWord(() -> Analysis.of(document), where);
  }
}
