package dev.drawbridge.ui;

import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.draw.icon.IconSet;
import dev.drawbridge.model.Document;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// What takes elements and pictures out of a window: the clipboard, exported pictures, paper.
final class Sharing {
  private final Stage stage;
  private final DesignClipboard clipboard;
  private final ExportWindow exports;
  private final Printing printing;

  /// @param chosen for the last exported picture
  /// @param findings that are known of a document; null where they are not
  /// @param suggested a name for a file of the kind
  /// @param icons of the components
  Sharing(
      Stage stage,
      Session session,
      Texts texts,
      Dialogs dialogs,
      Services services,
      ObjectProperty<ExportChoices> chosen,
      Function<Document, @Nullable List<Finding>> findings,
      Function<Dialogs.FileKind, String> suggested,
      Supplier<IconSet> icons) {
    this.stage = stage;
    this.clipboard = new DesignClipboard(session, texts, icons);
    this.exports =
        new ExportWindow(
            session,
            texts,
            dialogs,
            chosen,
            document -> found(document, findings.apply(document), services),
            suggested,
            icons);
    this.printing = new Printing(session, texts, services.printers(), chosen);
  }

  private static Supplier<List<Finding>> found(
      Document document, @Nullable List<Finding> known, Services services) {
    return known != null
        ? () -> known
        : new Once<>(() -> services.checkers().get().check(document, () -> false).findings());
  }

  DesignClipboard clipboard() {
    return clipboard;
  }

  ExportWindow exports() {
    return exports;
  }

  /// Asks how the design is to be exported.
  ///
  /// @param kind to begin with; null for the one that was chosen last
  void export(Dialogs.@Nullable FileKind kind) {
    exports.show(stage, kind);
  }

  void print() {
    printing.print(stage, exports.export());
  }

  /// The window is gone.
  void end() {
    exports.hide();
  }
}
