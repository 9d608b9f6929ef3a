package dev.drawbridge.output.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drawbridge.analyze.Analysis;
import dev.drawbridge.base.Language;
import dev.drawbridge.base.Outcome;
import dev.drawbridge.base.Rect;
import dev.drawbridge.draw.Mark;
import dev.drawbridge.draw.Picture;
import dev.drawbridge.draw.Theme;
import dev.drawbridge.edit.template.Template;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.ElementId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PictureExportTest {
  private static final Document DESIGN = Template.THREE_TIER_PLANTED.design(Language.ENGLISH);
  private static final PictureOptions PLAIN = PictureOptions.plain(Language.ENGLISH);

  private final PictureExport export =
      new PictureExport(
          DESIGN,
          look -> look.withFindings(Analysis.of(DESIGN).findings()),
          shown -> shown.elements().keySet().toString());

  private static PictureOptions options(
      Set<ElementId> only, boolean titleBlock, boolean legend, boolean findings, boolean design) {
    return new PictureOptions(
        Theme.LIGHT, Language.ENGLISH, 1, false, 24, only, titleBlock, legend, findings, design);
  }

  private static List<String> texts(Mark mark) {
    List<String> all = new ArrayList<>();
    collect(mark, all);
    return all;
  }

  private static void collect(Mark mark, List<String> into) {
    if (mark instanceof Mark.Text text) {
      into.add(text.text());
    } else if (mark instanceof Mark.Group group) {
      group.children().forEach(child -> collect(child, into));
    }
  }

  private static Mark.Group layer(Picture picture, String id) {
    return picture.root().children().stream()
        .map(Mark.Group.class::cast)
        .filter(group -> group.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + id));
  }

  @Test
  void aPlainPictureHasNothingAroundIt() {
    List<String> layers =
        export.picture(PLAIN).root().children().stream().map(m -> ((Mark.Group) m).id()).toList();
    assertFalse(layers.contains("sheet"));
    assertFalse(layers.contains("findings"));
  }

  @Test
  void theLegendTellsWhatOccursAndNothingElse() {
    Mark.Group sheet = layer(export.picture(options(Set.of(), false, true, true, true)), "sheet");
    List<String> told = texts(sheet);
    assertTrue(
        told.containsAll(
            List.of("Legend", "Public ALB", "WAS tier", "Traffic", "Replication", "Critical")));
    assertTrue(told.contains("Nothing gets through"), "an arrow of the sample is blocked");
    assertFalse(told.contains("Low"), "no badge shows a low finding");
  }

  @Test
  void theTitleBlockTellsTitleAndProject() {
    Picture picture = export.picture(options(Set.of(), true, false, false, true));
    assertEquals(
        List.of("Three-tier web service, with mistakes", "shop · prod"),
        texts(layer(picture, "sheet")));
  }

  @Test
  void whatStandsAroundLiesBelowThePictureAndOverlapsNothing() {
    Picture plain = export.picture(PLAIN);
    Picture whole = export.picture(options(Set.of(), true, true, false, true));
    Rect sheet = layer(whole, "sheet").bounds();
    assertTrue(sheet.y() > plain.bounds().bottom());
    assertTrue(whole.bounds().bottom() >= sheet.bottom());
  }

  @Test
  void aSelectionShowsWhatLiesInItAndKeepsItsShape() throws IOException {
    ElementId vpc =
        DESIGN.nodes().stream()
            .filter(n -> n.kind().equals("aws.vpc"))
            .findFirst()
            .orElseThrow()
            .id();
    PictureOptions only = options(Set.of(vpc), false, false, false, true);
    List<String> told = texts(export.picture(only).root());
    assertTrue(told.contains("WAS"));
    assertFalse(told.contains("Seoul"), "the region around it is not shown");
    Picture all = export.picture(PLAIN);
    Rect part = export.picture(only).bounds();
    assertTrue(all.bounds().width() > part.width());
    assertTrue(carried(only).contains(vpc.value()));
    assertFalse(carried(only).contains("internet"), "what is not shown does not travel along");
  }

  @Test
  void aPictureCarriesNoDesignWhereNobodyWantsThat() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PictureOptions bare = options(Set.of(), false, false, false, false);
    export.write(Exporter.forFormat("svg").orElseThrow(), bare, out);
    assertFalse(out.toString(StandardCharsets.UTF_8).contains(EmbeddedDesign.NAMESPACE));
  }

  private String carried(PictureOptions options) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    export.write(Exporter.forFormat("svg").orElseThrow(), options, out);
    return ((Outcome.Ok<String>) EmbeddedDesign.read("picture.svg", out.toByteArray())).value();
  }
}
