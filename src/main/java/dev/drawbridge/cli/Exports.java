package dev.drawbridge.cli;

import dev.drawbridge.base.Language;
import dev.drawbridge.base.Outcome;
import dev.drawbridge.draw.Look;
import dev.drawbridge.draw.Painter;
import dev.drawbridge.draw.Theme;
import dev.drawbridge.draw.icon.IconSet;
import dev.drawbridge.model.Document;
import dev.drawbridge.output.export.ExportOptions;
import dev.drawbridge.output.export.Exporter;
import dev.drawbridge.output.export.PictureExport;
import dev.drawbridge.output.export.PictureOptions;
import dev.drawbridge.output.store.AtomicFile;
import dev.drawbridge.output.store.DesignWriter;
import dev.drawbridge.terraform.write.OwnedFolder;
import dev.drawbridge.terraform.write.Readme;
import dev.drawbridge.terraform.write.TerraformFiles;
import dev.drawbridge.translate.Lowerer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;

/// Turns a design into what people take away.
///
/// @param language of the texts around the Terraform
/// @param today what counts as the present day for suppressions
/// @param icons of the components
record Exports(Document document, Language language, LocalDate today, IconSet icons) {
  /// Writes a picture.
  ///
  /// @param format `svg`, `png` or `pdf`
  Outcome<Path> picture(String format, Path file, PictureOptions options) {
    Exporter exporter = Exporter.forFormat(format).orElseThrow();
    PictureExport picture =
        new PictureExport(
            document,
            look -> look.withFindings(Checked.of("", document, today).findings()),
            shown -> new String(DesignWriter.write(shown), StandardCharsets.UTF_8),
            icons);
    return AtomicFile.write(file, out -> picture.write(exporter, options, out));
  }

  /// Writes Terraform with a README that shows the picture. Warnings tell what could not be built as drawn.
  Outcome<OwnedFolder.Report> terraform(Path folder, boolean force) {
    String title = document.settings().title();
    Readme readme = new Readme(title.isEmpty() ? "Drawbridge" : title, language, diagram());
    return Lowerer.lower(document)
        .then(graph -> TerraformFiles.of(graph, readme))
        .then(files -> OwnedFolder.export(folder, files, force));
  }

  private String diagram() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Exporter svg = Exporter.forFormat("svg").orElseThrow();
    try {
      svg.write(
          Painter.paint(document, new Look(Theme.LIGHT, language).withIcons(icons)),
          options(),
          out);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // memory does not fail to be written
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  private ExportOptions options() {
    return ExportOptions.DEFAULT.withLanguage(language).withTitle(document.settings().title());
  }
}
