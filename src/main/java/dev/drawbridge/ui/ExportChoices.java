package dev.drawbridge.ui;

import dev.drawbridge.base.Language;
import dev.drawbridge.output.export.PictureOptions;

/// What was chosen for an exported picture.
///
/// @param kind PNG, SVG or PDF
/// @param selection whether only what is selected is shown, where something is
/// @param options all else; they name no elements
record ExportChoices(Dialogs.FileKind kind, boolean selection, PictureOptions options) {
  static final ExportChoices FIRST =
      new ExportChoices(
          Dialogs.FileKind.PNG, false, PictureOptions.plain(Language.ENGLISH).withScale(2));

  ExportChoices withKind(Dialogs.FileKind changed) {
    return new ExportChoices(changed, selection, options);
  }
}
