package dev.drawbridge.ui;

import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Fix;
import dev.drawbridge.analyze.finding.Severity;
import dev.drawbridge.model.ElementId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.control.textfield.CustomTextField;
import org.jspecify.annotations.Nullable;

/// What is wrong with the design, the worst first; beside the list what is known of the chosen finding.
final class ProblemsView extends VBox {
  /// A line of the list.
  sealed interface Row {
    record Title(Severity severity, int count) implements Row {}

    record Problem(Finding finding) implements Row {}
  }

  private final Texts texts;
  private final ListView<Row> list = new ListView<>();
  private final CustomTextField filter = new CustomTextField();
  private final Map<Severity, ToggleButton> toggles = new EnumMap<>(Severity.class);
  private final Set<Severity> hidden = EnumSet.noneOf(Severity.class);
  private final ReadOnlyObjectWrapper<@Nullable Finding> chosen = new ReadOnlyObjectWrapper<>();
  private final Label empty = new Label();
  private final ProblemDetails details;
  private List<Finding> findings = List.of();
  private boolean checked;

  ProblemsView(Session session, Texts texts, ProblemDetails details) {
    this.texts = texts;
    this.details = details;
    getStyleClass().add("problems");
    setId("problems");
    list.setId("problem-list");
    list.accessibleTextProperty().bind(texts.of("ui.problems.title"));
    list.setCellFactory(_ -> new Cell(session));
    empty.getStyleClass().add("empty-note");
    empty.setWrapText(true);
    empty.setMaxWidth(420);
    list.setPlaceholder(empty);
    list.getSelectionModel().selectedItemProperty().addListener((_, _, row) -> choose(row));
    SplitPane split = new SplitPane(list, details);
    split.setDividerPositions(0.6);
    SplitPane.setResizableWithParent(details, false);
    VBox.setVgrow(split, Priority.ALWAYS);
    getChildren().addAll(bar(), split);
    texts
        .language()
        .addListener(
            (_, _, _) -> {
              fill();
              details.show(chosen.get(), findings);
            });
    fill();
  }

  private HBox bar() {
    filter.setId("problem-filter");
    HBox glyph = new HBox(Glyph.SEARCH.node(14));
    glyph.getStyleClass().add("search-glyph");
    glyph.setAlignment(Pos.CENTER);
    filter.setLeft(glyph);
    filter.promptTextProperty().bind(texts.of("ui.problems.filter"));
    filter.accessibleTextProperty().bind(texts.of("ui.problems.filter"));
    filter.textProperty().addListener((_, _, _) -> fill());
    HBox bar = new HBox(filter);
    bar.getStyleClass().add("problem-bar");
    for (Severity severity : Severity.values()) {
      ToggleButton toggle = new ToggleButton();
      toggle.setSelected(true);
      toggle.setGraphic(SeverityMark.icon(severity, 14));
      toggle.getStyleClass().addAll("small", "severity-toggle");
      toggle
          .selectedProperty()
          .addListener(
              (_, _, on) -> {
                if (on) {
                  hidden.remove(severity);
                } else {
                  hidden.add(severity);
                }
                fill();
              });
      toggles.put(severity, toggle);
      bar.getChildren().add(toggle);
    }
    return bar;
  }

  /// The finding whose row is selected.
  ReadOnlyObjectProperty<@Nullable Finding> chosenProperty() {
    return chosen.getReadOnlyProperty();
  }

  /// The first fix for the chosen finding, or else for one about an element of the selection.
  Optional<Fix> fixFor(Set<ElementId> selection) {
    Finding finding = chosen.get();
    if (finding != null && !finding.fixes().isEmpty()) {
      return Optional.of(finding.fixes().getFirst());
    }
    return findings.stream()
        .filter(each -> each.element().filter(selection::contains).isPresent())
        .flatMap(each -> each.fixes().stream())
        .findFirst();
  }

  void clearChoice() {
    list.getSelectionModel().clearSelection();
  }

  /// Shows what was found; keeps the choice where the same finding is there again.
  void show(List<Finding> found) {
    findings = found;
    checked = true;
    fill();
  }

  /// To the first finding of a rule, if there is one.
  void choose(String rule) {
    for (Row row : list.getItems()) {
      if (row instanceof Row.Problem(Finding finding) && finding.rule().equals(rule)) {
        list.getSelectionModel().select(row);
        list.scrollTo(row);
        return;
      }
    }
  }

  /// To the next finding, round and round.
  void next(int step) {
    int size = list.getItems().size();
    int at = list.getSelectionModel().getSelectedIndex();
    for (int i = 1; i <= size; i++) {
      int candidate = Math.floorMod((at < 0 && step < 0 ? 0 : at) + i * step, size);
      if (list.getItems().get(candidate) instanceof Row.Problem) {
        list.getSelectionModel().select(candidate);
        list.scrollTo(Math.max(0, candidate - 2));
        return;
      }
    }
  }

  private void choose(@Nullable Row row) {
    Finding finding = row instanceof Row.Problem(Finding problem) ? problem : null;
    if (row instanceof Row.Title) {
      return;
    }
    chosen.set(finding);
    details.show(finding, findings);
  }

  private void fill() {
    Finding before = chosen.get();
    List<Row> rows = new ArrayList<>();
    Row again = null;
    for (Severity severity : Severity.values()) {
      List<Finding> all =
          findings.stream().filter(finding -> finding.severity() == severity).toList();
      label(severity, all.size());
      List<Finding> seen = hidden.contains(severity) ? List.of() : filtered(all);
      if (!seen.isEmpty()) {
        rows.add(new Row.Title(severity, seen.size()));
      }
      for (Finding finding : seen) {
        Row row = new Row.Problem(finding);
        rows.add(row);
        if (before != null && finding.fingerprint().equals(before.fingerprint())) {
          again = row;
        }
      }
    }
    empty.setText(
        texts.get(
            !checked
                ? "ui.problems.checking"
                : findings.isEmpty() ? "ui.problems.none" : "ui.problems.filtered"));
    list.getItems().setAll(rows);
    if (again != null) {
      list.getSelectionModel().select(again);
    } else {
      list.getSelectionModel().clearSelection();
      chosen.set(null);
      details.show(null, findings);
    }
  }

  private void label(Severity severity, int count) {
    ToggleButton toggle = toggles.get(severity);
    if (toggle != null) {
      String name = texts.get("severity." + severity.key() + ".name");
      toggle.setText(name + " " + count);
      toggle.setAccessibleText(name + ", " + texts.get("ui.problems.count", count));
    }
  }

  private List<Finding> filtered(List<Finding> all) {
    String[] words = filter.getText().toLowerCase(Locale.ROOT).strip().split("\\s+");
    return all.stream()
        .filter(
            finding -> {
              String text =
                  (finding.rule() + " " + finding.text(texts.messages())).toLowerCase(Locale.ROOT);
              for (String word : words) {
                if (!text.contains(word)) {
                  return false;
                }
              }
              return true;
            })
        .toList();
  }

  private final class Cell extends ListCell<Row> {
    private final Session session;

    Cell(Session session) {
      this.session = session;
      setPrefWidth(0); // as wide as the list: text is cut, not scrolled
    }

    @Override
    protected void updateItem(@Nullable Row row, boolean empty) {
      super.updateItem(row, empty);
      getStyleClass().remove("problem-title");
      if (empty || row == null) {
        setGraphic(null);
        setAccessibleText(null);
        return;
      }
      switch (row) {
        case Row.Title(Severity severity, int count) -> {
          Label name = SeverityMark.named(severity, texts);
          Label number = new Label(String.valueOf(count));
          number.getStyleClass().add("count");
          HBox line = new HBox(name, number);
          line.getStyleClass().add("problem-row");
          getStyleClass().add("problem-title");
          setGraphic(line);
          setAccessibleText(name.getText() + ", " + texts.get("ui.problems.count", count));
        }
        case Row.Problem(Finding finding) -> {
          setGraphic(line(finding));
          setAccessibleText(
              texts.get("severity." + finding.severity().key() + ".name")
                  + ", "
                  + finding.rule()
                  + ", "
                  + finding.text(texts.messages()));
        }
      }
    }

    private HBox line(Finding finding) {
      Label rule = new Label(finding.rule());
      rule.getStyleClass().add("rule-id");
      rule.setMinWidth(Region.USE_PREF_SIZE);
      Label text = new Label(finding.text(texts.messages()));
      HBox.setHgrow(text, Priority.ALWAYS);
      text.setMaxWidth(Double.MAX_VALUE);
      HBox line = new HBox(SeverityMark.icon(finding.severity(), 16), rule, text);
      line.getStyleClass().add("problem-row");
      if (!finding.fixes().isEmpty()) {
        line.getChildren()
            .add(ProblemDetails.fixButton(finding.fixes().getFirst(), session, texts));
      }
      return line;
    }
  }
}
