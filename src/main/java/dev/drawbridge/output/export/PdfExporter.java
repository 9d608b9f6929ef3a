package dev.drawbridge.output.export;

import dev.drawbridge.base.Rect;
import dev.drawbridge.draw.Picture;
import dev.drawbridge.draw.font.FontFace;
import dev.drawbridge.draw.icon.IconArt;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/// Writes a PDF of one page, as large as the picture: vectors, and text that can be searched and copied.
/// The design travels as an attached file.
final class PdfExporter implements Exporter {
  /// A px is 1/96 inch, a point 1/72.
  private static final double POINTS = 0.75;

  /// The longest side of a page in its units (ISO 32000-1, annex C); larger pages have larger units.
  private static final double LONGEST = 14_400;

  @Override
  public String format() {
    return "pdf";
  }

  @Override
  public String mediaType() {
    return "application/pdf";
  }

  @Override
  public void write(Picture picture, ExportOptions options, OutputStream out) throws IOException {
    Used used = Used.by(picture);
    PdfFile pdf = new PdfFile(out);
    int catalog = pdf.reserve();
    int information = pdf.reserve();
    int pages = pdf.reserve();
    int page = pdf.reserve();
    int content = pdf.reserve();
    Resources resources = new Resources(pdf, used);

    Rect area = picture.bounds().grow(options.margin());
    double scale = POINTS * options.scale();
    double unit = Math.max(1, Math.max(area.width(), area.height()) * scale / LONGEST);
    scale /= unit;
    PdfPen pen = resources.pen();
    pen.transform(scale, -scale, -area.x() * scale, area.bottom() * scale);
    if (!options.transparent()) {
      pen.fill(area, picture.paper());
    }
    pen.draw(picture.root());
    pdf.stream(content, "", pen.content().getBytes(StandardCharsets.US_ASCII));

    String dictionary = resources.write();
    pdf.object(
        page,
        String.format(
            Locale.ROOT,
            "<< /Type /Page /Parent %s /MediaBox [0 0 %.2f %.2f]%s"
                + " /Group << /S /Transparency /CS /DeviceRGB >> /Resources %s /Contents %s >>",
            PdfFile.reference(pages),
            area.width() * scale,
            area.height() * scale,
            unit > 1 ? String.format(Locale.ROOT, " /UserUnit %.4f", unit) : "",
            dictionary,
            PdfFile.reference(content)));
    pdf.object(pages, "<< /Type /Pages /Count 1 /Kids [" + PdfFile.reference(page) + "] >>");
    pdf.object(
        information,
        "<< /Producer (Drawbridge)"
            + (options.title().isEmpty() ? "" : " /Title " + PdfFile.text(options.title()))
            + " >>");
    pdf.object(
        catalog,
        "<< /Type /Catalog /Pages "
            + PdfFile.reference(pages)
            + " /Lang ("
            + options.language().tag()
            + ") /ViewerPreferences << /DisplayDocTitle true >>"
            + attachment(pdf, options.design())
            + " >>");
    pdf.finish(catalog, information);
  }

  /// Writes the design as an attached file; what the catalog says of it.
  private static String attachment(PdfFile pdf, String design) throws IOException {
    if (design.isEmpty()) {
      return "";
    }
    int file = pdf.reserve();
    int specification = pdf.reserve();
    byte[] packed = EmbeddedDesign.deflate(design);
    pdf.packed(
        file,
        "/Type /EmbeddedFile "
            + EmbeddedDesign.PDF_KEY
            + " ("
            + EmbeddedDesign.checksum(packed)
            + ") /Subtype /application#2Fjson",
        packed);
    pdf.object(
        specification,
        "<< /Type /Filespec /F (design.drawbridge) /UF (design.drawbridge) /AFRelationship /Source"
            + " /EF << /F "
            + PdfFile.reference(file)
            + " >> >>");
    return " /Names << /EmbeddedFiles << /Names [(design.drawbridge) "
        + PdfFile.reference(specification)
        + "] >> >>";
  }

  /// What the content streams name: fonts, icons, opacities.
  private static final class Resources {
    private final PdfFile pdf;
    private final Map<FontFace, PdfFont> fonts = new EnumMap<>(FontFace.class);
    private final Map<IconArt, Integer> icons;
    private final SortedSet<String> opacities = new TreeSet<>();

    Resources(PdfFile pdf, Used used) {
      this.pdf = pdf;
      this.icons = used.icons();
      used.characters()
          .forEach((face, characters) -> fonts.put(face, new PdfFont(face, characters)));
    }

    PdfPen pen() {
      return new PdfPen(fonts, icons, opacities);
    }

    /// Writes them all; the dictionary of the page that drew with the pens.
    String write() throws IOException {
      StringBuilder fontNames = new StringBuilder();
      for (Map.Entry<FontFace, PdfFont> font : fonts.entrySet()) {
        int number = pdf.reserve();
        font.getValue().write(pdf, number);
        fontNames.append(named(PdfPen.font(font.getKey()), number));
      }
      Map<Integer, String> drawn = new LinkedHashMap<>();
      for (Map.Entry<IconArt, Integer> icon : icons.entrySet()) {
        drawn.put(icon.getValue(), draw(icon.getKey()));
      }
      StringBuilder states = new StringBuilder();
      for (String opacity : opacities) {
        states.append(" /").append(opacity).append(' ').append(PdfPen.opacityState(opacity));
      }
      StringBuilder iconNames = new StringBuilder();
      for (Map.Entry<Integer, String> icon : drawn.entrySet()) {
        int number = pdf.reserve();
        pdf.stream(
            number,
            String.format(
                Locale.ROOT,
                "/Type /XObject /Subtype /Form /BBox [0 0 %1$.0f %1$.0f]"
                    + " /Group << /S /Transparency /CS /DeviceRGB >>"
                    + " /Resources << /ExtGState <<%2$s >> >>",
                IconArt.GRID,
                states),
            icon.getValue().getBytes(StandardCharsets.US_ASCII));
        iconNames.append(named(PdfPen.icon(icon.getKey()), number));
      }
      return "<< /Font <<"
          + fontNames
          + " >> /XObject <<"
          + iconNames
          + " >> /ExtGState <<"
          + states
          + " >> >>";
    }

    private String draw(IconArt art) {
      PdfPen pen = pen();
      for (IconArt.Shape shape : art.shapes()) {
        pen.path(shape.outline(), shape.fill(), shape.stroke());
      }
      return pen.content();
    }

    private static String named(String name, int object) {
      return " /" + name + " " + PdfFile.reference(object);
    }
  }
}
