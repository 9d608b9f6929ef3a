package dev.drawbridge.ui;

import dev.drawbridge.base.Issue;
import java.io.File;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// The desktop's own file choosers, and messages over the window.
final class NativeDialogs implements Dialogs {
  private final Window owner;
  private final Texts texts;
  private Optional<File> folder = Optional.empty();

  NativeDialogs(Window owner, Texts texts) {
    this.owner = owner;
    this.texts = texts;
  }

  @Override
  public Optional<Path> chooseToOpen(FileKind kind) {
    FileChooser chooser = chooser(kind);
    chooser.setTitle(texts.get("ui.dialog.open.title"));
    return remembered(chooser.showOpenDialog(owner));
  }

  @Override
  public Optional<Path> chooseToSave(FileKind kind, String suggested) {
    FileChooser chooser = chooser(kind);
    chooser.setTitle(texts.get("ui.dialog.save.title"));
    chooser.setInitialFileName(suggested);
    return remembered(chooser.showSaveDialog(owner)).map(path -> withExtension(path, kind));
  }

  @Override
  public Optional<Path> chooseFolder(String titleKey) {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle(texts.get(titleKey));
    folder.ifPresent(chooser::setInitialDirectory);
    return remembered(chooser.showDialog(owner));
  }

  @Override
  public Unsaved askAboutUnsaved(String design) {
    ButtonType save = new ButtonType(texts.get("ui.dialog.unsaved.save"), ButtonData.YES);
    ButtonType discard = new ButtonType(texts.get("ui.dialog.unsaved.discard"), ButtonData.NO);
    ButtonType cancel = new ButtonType(texts.get("ui.dialog.cancel"), ButtonData.CANCEL_CLOSE);
    Alert alert =
        new Alert(
            Alert.AlertType.CONFIRMATION,
            texts.get("ui.dialog.unsaved.text"),
            save,
            discard,
            cancel);
    alert.setHeaderText(texts.get("ui.dialog.unsaved.title", design));
    ButtonType answer = show(alert).orElse(cancel);
    return answer == save ? Unsaved.SAVE : answer == discard ? Unsaved.DISCARD : Unsaved.CANCEL;
  }

  @Override
  public boolean confirm(String questionKey, Object... arguments) {
    ButtonType go = new ButtonType(texts.get("ui.dialog.continue"), ButtonData.OK_DONE);
    ButtonType cancel = new ButtonType(texts.get("ui.dialog.cancel"), ButtonData.CANCEL_CLOSE);
    Alert alert =
        new Alert(Alert.AlertType.CONFIRMATION, texts.get(questionKey, arguments), go, cancel);
    alert.setHeaderText(null);
    return show(alert).filter(answer -> answer == go).isPresent();
  }

  @Override
  public Optional<Acceptance> askToSuppress(String finding, LocalDate today) {
    ButtonType go = new ButtonType(texts.get("ui.suppress.do"), ButtonData.OK_DONE);
    ButtonType cancel = new ButtonType(texts.get("ui.dialog.cancel"), ButtonData.CANCEL_CLOSE);
    SuppressPane pane = new SuppressPane(texts, finding, today);
    Dialog<Optional<Acceptance>> dialog = new Dialog<>();
    dialog.getDialogPane().getButtonTypes().addAll(go, cancel);
    dialog.getDialogPane().setContent(pane);
    dialog.getDialogPane().lookupButton(go).disableProperty().bind(pane.valid().not());
    dialog.setResultConverter(answer -> answer == go ? pane.acceptance() : Optional.empty());
    dialog.initOwner(owner);
    dialog.setTitle(texts.get("ui.suppress.title"));
    dialog.getDialogPane().getStylesheets().addAll(Styles.SHEET);
    dialog.setOnShown(_ -> pane.requestReasonFocus());
    return dialog.showAndWait().flatMap(answer -> answer);
  }

  @Override
  public void report(String titleKey, List<Issue> issues) {
    String text =
        issues.stream()
            .limit(12)
            .map(issue -> issue.text(texts.messages()))
            .collect(Collectors.joining("\n"));
    Alert alert = new Alert(Alert.AlertType.ERROR, text, close());
    alert.setHeaderText(texts.get(titleKey));
    show(alert);
  }

  @Override
  public void tell(String titleKey, String text) {
    Alert alert = new Alert(Alert.AlertType.INFORMATION, text, close());
    alert.setHeaderText(texts.get(titleKey));
    show(alert);
  }

  private ButtonType close() {
    return new ButtonType(texts.get("ui.dialog.close"), ButtonData.OK_DONE);
  }

  private Optional<ButtonType> show(Alert alert) {
    alert.initOwner(owner);
    alert.setTitle(texts.get("ui.title"));
    alert.getDialogPane().getStylesheets().addAll(Styles.SHEET);
    alert.getDialogPane().setMinWidth(420);
    return alert.showAndWait();
  }

  private FileChooser chooser(FileKind kind) {
    FileChooser chooser = new FileChooser();
    folder.ifPresent(chooser::setInitialDirectory);
    chooser
        .getExtensionFilters()
        .add(
            new FileChooser.ExtensionFilter(
                texts.get("ui.file." + kind.extension()), "*." + kind.extension()));
    return chooser;
  }

  private Optional<Path> remembered(@Nullable File chosen) {
    if (chosen == null) {
      return Optional.empty();
    }
    folder =
        chosen.isDirectory() ? Optional.of(chosen) : Optional.ofNullable(chosen.getParentFile());
    return Optional.of(chosen.toPath());
  }

  private static Path withExtension(Path path, FileKind kind) {
    String name = path.getFileName().toString();
    return name.contains(".") ? path : path.resolveSibling(name + "." + kind.extension());
  }
}
