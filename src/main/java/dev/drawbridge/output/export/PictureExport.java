package dev.drawbridge.output.export;

import dev.drawbridge.draw.Look;
import dev.drawbridge.draw.Painter;
import dev.drawbridge.draw.Part;
import dev.drawbridge.draw.Picture;
import dev.drawbridge.draw.Sheet;
import dev.drawbridge.draw.icon.IconSet;
import dev.drawbridge.model.Document;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.Function;

/// Paints a design as somebody wants it and writes the picture.
///
/// @param findings adds to a look what was found in the design
/// @param text a design's file text
/// @param icons of the components
public record PictureExport(
    Document document,
    Function<Look, Look> findings,
    Function<Document, String> text,
    IconSet icons) {
  /// With the bundled icons.
  public PictureExport(
      Document document, Function<Look, Look> findings, Function<Document, String> text) {
    this(document, findings, text, IconSet.BUNDLED);
  }

  /// The picture without its margin.
  public Picture picture(PictureOptions options) {
    Document shown = shown(options);
    Look plain = new Look(options.theme(), options.language()).withIcons(icons);
    Look look = options.findings() ? findings.apply(plain) : plain;
    return Sheet.around(
        Painter.paint(shown, look), shown, look, options.titleBlock(), options.legend());
  }

  /// Writes the whole file; the stream stays open.
  public void write(Exporter exporter, PictureOptions options, OutputStream out)
      throws IOException {
    write(exporter, picture(options), options, out);
  }

  /// As above.
  ///
  /// @param picture with these options
  public void write(Exporter exporter, Picture picture, PictureOptions options, OutputStream out)
      throws IOException {
    ExportOptions file =
        new ExportOptions(
            options.scale(),
            options.transparent(),
            options.margin(),
            options.language(),
            document.settings().title(),
            options.carriesDesign() ? text.apply(shown(options)) : "");
    exporter.write(picture, file, out);
  }

  private Document shown(PictureOptions options) {
    return options.only().isEmpty() ? document : Part.of(document, options.only());
  }
}
