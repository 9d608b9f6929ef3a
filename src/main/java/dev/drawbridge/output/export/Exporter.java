package dev.drawbridge.output.export;

import dev.drawbridge.draw.Picture;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/// Writes a picture in one file format. To add a format is one class and one line in [#ALL].
public interface Exporter {
  /// Every format, in the order in which a user is offered them.
  List<Exporter> ALL = List.of(new SvgExporter(), new PngExporter(), new PdfExporter());

  /// The format's name and the file name's ending, such as `svg`.
  String format();

  String mediaType();

  /// Writes the whole file; the stream stays open. Same picture and options, same bytes.
  void write(Picture picture, ExportOptions options, OutputStream out) throws IOException;

  static Optional<Exporter> forFormat(String format) {
    return ALL.stream().filter(exporter -> exporter.format().equals(format)).findFirst();
  }
}
