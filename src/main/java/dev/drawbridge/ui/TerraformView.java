package dev.drawbridge.ui;

import dev.drawbridge.base.Issue;
import dev.drawbridge.base.Outcome;
import dev.drawbridge.model.ElementId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.collections.FXCollections;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The Terraform that the design makes, file by file, as it would be exported now. Read only. It marks the
/// blocks that come from the selected elements, and a click on a block selects its element.
///
/// The lines are a list and not a text area: only those in view exist, however long the file is.
final class TerraformView extends SplitPane {
  /// In px; one height for all, so that a long file need not be measured.
  private static final double LINE = 19;

  /// How many lines are left above what is scrolled to.
  private static final int CONTEXT = 3;

  private final Session session;
  private final Texts texts;
  private final ListView<TerraformListing.File> files = new ListView<>();
  private final ListView<String> lines = new ListView<>();
  private final Label place = new Label();
  private final Button previous;
  private final Button next;
  private TerraformListing.@Nullable File shown;
  private Set<ElementId> selected = Set.of();
  private List<TerraformListing.Block> marked = List.of();
  private List<Issue> issues = List.of();
  private boolean clicking;
  private boolean changing;

  TerraformView(Session session, Texts texts) {
    this.session = session;
    this.texts = texts;
    previous = button("previous", Glyph.UP, () -> step(-1));
    next = button("next", Glyph.OPENED, () -> step(1));
    getStyleClass().add("terraform");
    setId("terraform");
    files.setId("terraform-files");
    files.accessibleTextProperty().bind(texts.of("ui.terraform.files"));
    files.setCellFactory(_ -> new FileCell());
    files
        .getSelectionModel()
        .selectedItemProperty()
        .addListener(
            (_, _, now) -> {
              if (now != null && !changing) {
                show(now, false);
                scrollToMarked();
              }
            });
    lines.setId("terraform-text");
    lines.getStyleClass().add("code");
    lines.setFixedCellSize(LINE);
    lines.setCellFactory(_ -> new TerraformLine(this::styled, this::isMarked, this::click));
    lines.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    lines.accessibleTextProperty().bind(texts.of("ui.terraform.text"));
    lines.accessibleHelpProperty().bind(texts.of("ui.terraform.text.help"));
    lines.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    VBox.setVgrow(lines, Priority.ALWAYS);
    place.setId("terraform-place");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox bar =
        new HBox(place, previous, next, gap, button("copy", Glyph.COPY, () -> copy(fileText())));
    bar.getStyleClass().add("terraform-bar");
    SplitPane.setResizableWithParent(files, false);
    getItems().addAll(files, new VBox(bar, lines));
    setDividerPositions(0.2);
    session.stateProperty().addListener((_, _, _) -> follow());
    texts
        .language()
        .addListener(
            (_, _, _) -> {
              tellIssues();
              tellPlace();
            });
    tellPlace();
  }

  private Button button(String what, Glyph glyph, Runnable action) {
    Button button = new Button(null, glyph.node(14));
    button.setId("terraform-" + what);
    button.getStyleClass().addAll("flat", "button-icon", "small");
    Tooltip tip = new Tooltip();
    tip.textProperty().bind(texts.of("ui.terraform." + what));
    button.setTooltip(tip);
    button.accessibleTextProperty().bind(texts.of("ui.terraform." + what));
    button.setOnAction(_ -> action.run());
    return button;
  }

  /// Shows whatever comes out.
  void follow(Live<Outcome<TerraformListing>> results) {
    results
        .result()
        .addListener(
            (_, _, result) -> {
              if (result != null) {
                show(result.value());
              }
            });
  }

  void show(Outcome<TerraformListing> generated) {
    issues = generated.issues();
    switch (generated) {
      case Outcome.Ok<TerraformListing>(
              TerraformListing(List<TerraformListing.File> now),
              var _) -> {
        TerraformListing.File before = shown;
        TerraformListing.File again =
            now.stream()
                .filter(file -> before != null && file.path().equals(before.path()))
                .findFirst()
                .orElse(now.isEmpty() ? null : first(now));
        changing = true;
        files.getItems().setAll(now);
        files.getSelectionModel().select(again);
        files.scrollTo(again);
        changing = false;
        if (again == null) {
          clear();
        } else {
          show(again, before != null && before.path().equals(again.path()));
          if (marked.isEmpty() || before == null) {
            reveal();
          }
        }
      }
      case Outcome.Failed<TerraformListing> _ -> {
        files.getItems().clear();
        clear();
        tellIssues();
      }
    }
  }

  private void clear() {
    shown = null;
    lines.getItems().clear();
    mark();
  }

  /// @param stay whether the lines are those of before with a few changes
  private void show(TerraformListing.File file, boolean stay) {
    boolean same = shown != null && shown.lines().equals(file.lines());
    shown = file;
    if (!same) {
      lines.getSelectionModel().clearSelection();
      lines.setItems(FXCollections.observableList(file.lines()));
    }
    mark();
    if (!stay) {
      lines.scrollTo(0);
    }
  }

  /// The file with the drawn things before those with settings.
  private static TerraformListing.File first(List<TerraformListing.File> all) {
    return all.stream()
        .filter(file -> file.path().endsWith("network.tf") || file.path().endsWith("main.tf"))
        .findFirst()
        .orElse(all.getFirst());
  }

  private void follow() {
    Set<ElementId> now = session.state().selection().ids();
    if (!now.equals(selected)) {
      selected = new LinkedHashSet<>(now);
      mark();
      files.refresh();
      if (!clicking) {
        reveal();
      }
    }
  }

  private void mark() {
    selected = new LinkedHashSet<>(session.state().selection().ids());
    marked = shown == null ? List.of() : shown.blocksOf(selected);
    lines.refresh();
    tellPlace();
  }

  /// To the first block of the selection: in the file that is open, or else in the first that has one.
  private void reveal() {
    if (marked.isEmpty()) {
      files.getItems().stream()
          .filter(file -> !file.blocksOf(selected).isEmpty())
          .findFirst()
          .ifPresent(file -> files.getSelectionModel().select(file));
    } else {
      scrollToMarked();
    }
  }

  private void scrollToMarked() {
    if (!marked.isEmpty()) {
      lines.scrollTo(Math.max(0, marked.getFirst().first() - CONTEXT));
    }
  }

  /// The blocks of the selection in all files, as a ring to walk along.
  private void step(int by) {
    record Stop(TerraformListing.File file, int line) {}
    List<Stop> stops = new ArrayList<>();
    for (TerraformListing.File file : files.getItems()) {
      file.blocksOf(selected).forEach(block -> stops.add(new Stop(file, block.first())));
    }
    if (stops.isEmpty()) {
      return;
    }
    Stop here = new Stop(files.getSelectionModel().getSelectedItem(), focusedBlock());
    int index = stops.indexOf(here);
    int start = by > 0 ? 0 : stops.size() - 1;
    Stop to = stops.get(index < 0 ? start : Math.floorMod(index + by, stops.size()));
    if (to.file() != here.file()) {
      files.getSelectionModel().select(to.file());
    }
    lines.getSelectionModel().clearAndSelect(to.line());
    lines.getFocusModel().focus(to.line());
    lines.scrollTo(Math.max(0, to.line() - CONTEXT));
  }

  private int focusedBlock() {
    int line = lines.getFocusModel().getFocusedIndex();
    return shown == null ? -1 : shown.blockAt(line).map(TerraformListing.Block::first).orElse(-1);
  }

  private void tellPlace() {
    int blocks = 0;
    int holding = 0;
    for (TerraformListing.File file : files.getItems()) {
      int in = file.blocksOf(selected).size();
      blocks += in;
      holding += in > 0 ? 1 : 0;
    }
    place.setText(
        selected.isEmpty()
            ? texts.get("ui.terraform.hint")
            : blocks == 0
                ? texts.get("ui.terraform.nothing")
                : texts.get("ui.terraform.blocks", blocks, holding));
    previous.setDisable(blocks == 0);
    next.setDisable(blocks == 0);
  }

  private boolean isMarked(int line) {
    return marked.stream().anyMatch(block -> block.holds(line));
  }

  private List<HclHighlight.Run> styled(String line) {
    return shown != null && shown.isTerraform()
        ? HclHighlight.of(line)
        : List.of(new HclHighlight.Run(line, HclHighlight.Style.PLAIN));
  }

  private void click(int line) {
    if (shown != null) {
      shown.blockAt(line).ifPresent(block -> select(block.element()));
    }
  }

  private void select(ElementId element) {
    if (session.document().find(element).isPresent()) {
      clicking = true;
      session.update(
          state -> session.editor().reveal(state, new LinkedHashSet<>(List.of(element))));
      clicking = false;
    }
  }

  private void key(KeyEvent event) {
    if (event.isShortcutDown() && event.getCode() == KeyCode.C) {
      copy(String.join("\n", lines.getSelectionModel().getSelectedItems()) + "\n");
      event.consume();
    } else if (event.getCode() == KeyCode.ENTER) {
      click(lines.getFocusModel().getFocusedIndex());
      event.consume();
    }
  }

  private String fileText() {
    return shown == null ? String.join("\n", lines.getItems()) : shown.text();
  }

  private static void copy(String text) {
    ClipboardContent content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
  }

  private void tellIssues() {
    if (files.getItems().isEmpty()) {
      lines.setItems(
          FXCollections.observableList(
              issues.stream()
                  .map(issue -> "# " + issue.text(texts.messages()))
                  .collect(Collectors.toList())));
    }
  }

  /// A file's name, and how many of its blocks come from the selection.
  private final class FileCell extends ListCell<TerraformListing.File> {
    private final Label name = new Label();
    private final Label count = new Label();
    private final HBox row = new HBox(name, count);

    FileCell() {
      count.getStyleClass().add("terraform-count");
      row.getStyleClass().add("terraform-file");
      name.setMaxWidth(Double.MAX_VALUE);
      HBox.setHgrow(name, Priority.ALWAYS);
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(TerraformListing.@Nullable File file, boolean empty) {
      super.updateItem(file, empty);
      if (empty || file == null) {
        setGraphic(null);
        setAccessibleText(null);
        return;
      }
      int blocks = file.blocksOf(selected).size();
      name.setText(file.path());
      count.setText(String.valueOf(blocks));
      count.setVisible(blocks > 0);
      setAccessibleText(
          blocks == 0
              ? file.path()
              : file.path() + ", " + texts.get("ui.terraform.blocks.here", blocks));
      setGraphic(row);
    }
  }
}
