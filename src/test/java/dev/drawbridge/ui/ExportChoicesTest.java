package dev.drawbridge.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.drawbridge.base.Language;
import dev.drawbridge.draw.Theme;
import dev.drawbridge.model.Datum;
import dev.drawbridge.model.Fields;
import dev.drawbridge.output.export.PictureOptions;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What was chosen for exported pictures is kept from one start to the next.
class ExportChoicesTest {
  private static final ExportChoices OTHER =
      new ExportChoices(
          Dialogs.FileKind.PDF,
          true,
          new PictureOptions(
              Theme.DARK, Language.ENGLISH, 1.5, true, 48, Set.of(), true, true, true, false));

  @TempDir Path folder;

  @Test
  void everyChoiceButTheLanguageIsKept() {
    assertEquals(OTHER, ExportChoices.of(OTHER.datum()));
    assertEquals(ExportChoices.FIRST, ExportChoices.of(ExportChoices.FIRST.datum()));
  }

  @Test
  void whatCannotBeReadIsAsAtTheFirstTime() {
    assertEquals(ExportChoices.FIRST, ExportChoices.of(null));
    assertEquals(ExportChoices.FIRST, ExportChoices.of(Datum.of("png")));
    for (String name : List.of("format", "scale", "margin", "transparent", "design", "selection")) {
      Datum.Record kept = (Datum.Record) ExportChoices.FIRST.datum();
      Fields wrong = kept.fields().with(name, new Datum.Nothing());
      assertEquals(ExportChoices.FIRST, ExportChoices.of(Datum.of(wrong)), name);
    }
    Fields huge =
        Fields.NONE
            .with("scale", new Datum.Number(new BigDecimal("1e300")))
            .with("margin", Datum.of(-1));
    assertEquals(ExportChoices.FIRST, ExportChoices.of(Datum.of(huge)));
  }

  @Test
  void theNextStartKnowsThem() {
    Path file = folder.resolve("preferences.json");
    Preferences before = new Preferences(file);
    before.exportsProperty().set(OTHER);
    before.end();
    assertEquals(OTHER, new Preferences(file).exportsProperty().get());
  }
}
