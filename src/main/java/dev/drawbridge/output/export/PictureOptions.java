package dev.drawbridge.output.export;

import dev.drawbridge.base.Language;
import dev.drawbridge.base.Rect;
import dev.drawbridge.base.Size;
import dev.drawbridge.draw.Picture;
import dev.drawbridge.draw.Theme;
import dev.drawbridge.model.ElementId;
import java.util.Set;

/// What somebody wants of an exported picture: the same choices in the window's dialog and on the command
/// line. A picture is cropped to what is drawn.
///
/// @param scale pixels for one px at 100 % zoom, [ExportOptions#SMALLEST_SCALE] to
///     [ExportOptions#LARGEST_SCALE]; of a PDF the size of its page
/// @param margin px on each side, 0 to [ExportOptions#LARGEST_MARGIN]
/// @param only the elements to show, with what lies in them; empty for all
/// @param titleBlock whether title, project and environment stand below
/// @param legend whether it is told what the marks mean
/// @param findings whether elements at fault bear their badges
/// @param carriesDesign whether the picture can be opened again as a design
public record PictureOptions(
    Theme theme,
    Language language,
    double scale,
    boolean transparent,
    double margin,
    Set<ElementId> only,
    boolean titleBlock,
    boolean legend,
    boolean findings,
    boolean carriesDesign) {
  public PictureOptions {
    only = Set.copyOf(only);
  }

  public PictureOptions withScale(double changed) {
    return new PictureOptions(
        theme,
        language,
        changed,
        transparent,
        margin,
        only,
        titleBlock,
        legend,
        findings,
        carriesDesign);
  }

  public PictureOptions withLanguage(Language changed) {
    return new PictureOptions(
        theme,
        changed,
        scale,
        transparent,
        margin,
        only,
        titleBlock,
        legend,
        findings,
        carriesDesign);
  }

  public PictureOptions withOnly(Set<ElementId> changed) {
    return new PictureOptions(
        theme,
        language,
        scale,
        transparent,
        margin,
        changed,
        titleBlock,
        legend,
        findings,
        carriesDesign);
  }

  /// How large the picture becomes, in pixels.
  ///
  /// @param picture without its margin
  public Size size(Picture picture) {
    Rect area = picture.bounds().grow(margin);
    return new Size(
        ExportOptions.pixels(area.width() * scale), ExportOptions.pixels(area.height() * scale));
  }

  /// A light picture of everything, without anything around it, that can be opened again.
  public static PictureOptions plain(Language language) {
    return new PictureOptions(
        Theme.LIGHT, language, 1, false, 24, Set.of(), false, false, false, true);
  }
}
