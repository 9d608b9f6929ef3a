package dev.drawbridge.ui;

import dev.drawbridge.base.Issue;
import dev.drawbridge.translate.Coverage;
import java.io.File;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// The desktop's own file choosers, and messages over the window.
final class NativeDialogs implements Dialogs {
  private static final int MOST_LINES = 12;

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
  public List<Path> chooseDesigns() {
    FileChooser chooser = new FileChooser();
    folder.ifPresent(chooser::setInitialDirectory);
    chooser.setTitle(texts.get("ui.dialog.open.title"));
    List<String> pictures =
        Stream.of(FileKind.PNG, FileKind.SVG, FileKind.PDF)
            .map(kind -> "*." + kind.extension())
            .toList();
    String design = "*." + FileKind.DESIGN.extension();
    List<String> all = new ArrayList<>(pictures);
    all.addFirst(design);
    chooser
        .getExtensionFilters()
        .addAll(
            new FileChooser.ExtensionFilter(texts.get("ui.file.all"), all),
            new FileChooser.ExtensionFilter(texts.get("ui.file.drawbridge"), design),
            new FileChooser.ExtensionFilter(texts.get("ui.file.pictures"), pictures));
    List<File> chosen = chooser.showOpenMultipleDialog(owner);
    return chosen == null
        ? List.of()
        : chosen.stream().flatMap(file -> remembered(file).stream()).toList();
  }

  @Override
  public void showCoverage(Path from, Coverage coverage, List<Issue> issues) {
    Dialog<ButtonType> dialog = new Dialog<>();
    dialog.getDialogPane().getButtonTypes().add(close());
    dialog.getDialogPane().setContent(new CoveragePane(texts, from, coverage, issues));
    dialog.setHeaderText(texts.get("ui.import.title", Loader.name(from)));
    dialog.setResizable(true);
    show(dialog);
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
  public Unsaved askAboutUnsaved(List<String> designs) {
    boolean one = designs.size() == 1;
    ButtonType save =
        new ButtonType(
            texts.get(one ? "ui.dialog.unsaved.save" : "ui.dialog.unsaved.save-all"),
            ButtonData.YES);
    ButtonType discard = new ButtonType(texts.get("ui.dialog.unsaved.discard"), ButtonData.NO);
    ButtonType cancel = new ButtonType(texts.get("ui.dialog.cancel"), ButtonData.CANCEL_CLOSE);
    String names =
        designs.stream()
            .limit(MOST_LINES)
            .map(name -> "• " + name)
            .collect(Collectors.joining("\n", "", "\n\n"));
    Alert alert =
        new Alert(
            Alert.AlertType.CONFIRMATION,
            (one ? "" : names) + texts.get("ui.dialog.unsaved.text"),
            save,
            discard,
            cancel);
    alert.setHeaderText(
        one
            ? texts.get("ui.dialog.unsaved.title", designs.getFirst())
            : texts.get("ui.dialog.unsaved.several", designs.size()));
    ButtonType answer = show(alert).orElse(cancel);
    return answer == save ? Unsaved.SAVE : answer == discard ? Unsaved.DISCARD : Unsaved.CANCEL;
  }

  @Override
  public Conflict askAboutConflict(String design, List<String> differences, boolean readable) {
    ButtonType overwrite = new ButtonType(texts.get("ui.conflict.overwrite"), ButtonData.OTHER);
    ButtonType reload = new ButtonType(texts.get("ui.conflict.reload"), ButtonData.OTHER);
    ButtonType saveAs = new ButtonType(texts.get("ui.conflict.save-as"), ButtonData.OK_DONE);
    ButtonType later = new ButtonType(texts.get("ui.conflict.later"), ButtonData.CANCEL_CLOSE);
    Dialog<ButtonType> dialog = new Dialog<>();
    dialog.getDialogPane().getButtonTypes().addAll(saveAs, overwrite, later);
    if (readable) {
      dialog.getDialogPane().getButtonTypes().add(reload);
    }
    dialog.getDialogPane().setContent(new ConflictPane(texts, differences));
    dialog.setHeaderText(texts.get("ui.conflict.title", design));
    dialog.setResizable(true);
    ButtonType answer = show(dialog).orElse(later);
    return answer == overwrite
        ? Conflict.OVERWRITE
        : answer == reload ? Conflict.RELOAD : answer == saveAs ? Conflict.SAVE_AS : Conflict.LATER;
  }

  @Override
  public Missing askAboutMissing(Path file) {
    ButtonType locate = new ButtonType(texts.get("ui.recent.locate"), ButtonData.YES);
    ButtonType forget = new ButtonType(texts.get("ui.recent.forget"), ButtonData.NO);
    ButtonType cancel = new ButtonType(texts.get("ui.dialog.cancel"), ButtonData.CANCEL_CLOSE);
    Alert alert = new Alert(Alert.AlertType.WARNING, file.toString(), locate, forget, cancel);
    alert.setHeaderText(texts.get("ui.recent.gone", Loader.name(file)));
    ButtonType answer = show(alert).orElse(cancel);
    return answer == locate ? Missing.LOCATE : answer == forget ? Missing.FORGET : Missing.CANCEL;
  }

  @Override
  public Spread askHowToPrint(int pages) {
    ButtonType one = new ButtonType(texts.get("ui.print.one"), ButtonData.NO);
    ButtonType several = new ButtonType(texts.get("ui.print.several", pages), ButtonData.YES);
    ButtonType cancel = new ButtonType(texts.get("ui.dialog.cancel"), ButtonData.CANCEL_CLOSE);
    Alert alert =
        new Alert(Alert.AlertType.CONFIRMATION, texts.get("ui.print.large"), several, one, cancel);
    alert.setHeaderText(null);
    ButtonType answer = show(alert).orElse(cancel);
    return answer == several
        ? Spread.SEVERAL_PAGES
        : answer == one ? Spread.ONE_PAGE : Spread.CANCEL;
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
            .limit(MOST_LINES)
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

  private Optional<ButtonType> show(Dialog<ButtonType> dialog) {
    dialog.initOwner(owner);
    dialog.setTitle(texts.get("ui.title"));
    dialog.getDialogPane().getStylesheets().addAll(Styles.SHEET);
    dialog.getDialogPane().setMinWidth(420);
    for (ButtonType type : dialog.getDialogPane().getButtonTypes()) {
      // Each as wide as its own words, so that none is cut.
      ButtonBar.setButtonUniformSize(dialog.getDialogPane().lookupButton(type), false);
    }
    return dialog.showAndWait();
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
