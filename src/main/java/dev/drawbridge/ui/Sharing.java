package dev.drawbridge.ui;

import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.draw.icon.IconSet;
import dev.drawbridge.model.Document;
import java.util.List;
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

  Sharing(Stage stage, Workspace workspace, Texts texts, Dialogs dialogs, Services services) {
    Session session = workspace.session();
    Supplier<IconSet> icons = workspace.icons().icons()::get;
    ObjectProperty<ExportChoices> chosen = workspace.preferences().exportsProperty();
    this.stage = stage;
    this.clipboard = new DesignClipboard(session, texts, icons, workspace.handiwork());
    this.exports =
        new ExportWindow(
            session,
            texts,
            dialogs,
            chosen,
            document -> found(document, known(session, document), services),
            workspace.files()::suggested,
            icons);
    this.printing = new Printing(session, texts, dialogs, services.printers(), chosen);
  }

  /// What a check of the design in front came to; null where that is not known of this document.
  private static @Nullable List<Finding> known(Session session, Document document) {
    Live.Result<Checked> known = session.design().checks().result().get();
    return known != null && known.document() == document ? known.value().findings() : null;
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
