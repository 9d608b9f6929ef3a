package dev.drawbridge.ui;

import dev.drawbridge.analyze.Review;
import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Fix;
import dev.drawbridge.model.ElementId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What is wrong with the design, the worst first; beside the list what is known of the chosen finding.
final class ProblemsView extends VBox {
  private final Session session;
  private final Texts texts;
  private final ListView<ProblemRow> list = new ListView<>();
  private final ProblemFilter filter = new ProblemFilter();
  private final ProblemBar bar;
  private final ReadOnlyObjectWrapper<@Nullable Finding> chosen = new ReadOnlyObjectWrapper<>();
  private final EmptyState empty = new EmptyState(Glyph.CHECK);
  private final SplitPane split;
  private final ProblemDetails details;
  private final ProblemActions actions;
  private List<Review.Judged> all = List.of();
  private List<Finding> findings = List.of();
  private Set<ElementId> selection = Set.of();
  private boolean checked;
  private boolean choosing;

  ProblemsView(Session session, Texts texts, ProblemDetails details, ProblemActions actions) {
    this.session = session;
    this.texts = texts;
    this.details = details;
    this.actions = actions;
    getStyleClass().add("problems");
    setId("problems");
    bar = new ProblemBar(texts, filter, this::fill);
    list.setId("problem-list");
    list.accessibleTextProperty().bind(texts.of("ui.problems.title"));
    list.accessibleHelpProperty().bind(texts.of("ui.problems.keys"));
    list.setCellFactory(_ -> new ProblemCell(session, texts, this::toggle));
    list.setPlaceholder(empty);
    listen();
    split = new SplitPane(list, details);
    split.setDividerPositions(0.6);
    SplitPane.setResizableWithParent(details, false);
    VBox.setVgrow(split, Priority.ALWAYS);
    getChildren().addAll(bar, split);
    fill();
  }

  private void listen() {
    list.getSelectionModel().selectedItemProperty().addListener((_, _, row) -> choose(row));
    list.addEventHandler(KeyEvent.KEY_PRESSED, this::press);
    list.addEventHandler(
        MouseEvent.MOUSE_CLICKED,
        event -> {
          if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
            focusChosen();
          }
        });
    texts
        .language()
        .addListener(
            (_, _, _) -> {
              filter.forget();
              bar.relabel();
              fill();
            });
    session
        .stateProperty()
        .addListener(
            (_, before, now) -> {
              if (filter.isOnlySelected()
                  && !choosing
                  && !before.selection().equals(now.selection())) {
                fill();
              }
            });
  }

  private void press(KeyEvent event) {
    ProblemRow row = list.getSelectionModel().getSelectedItem();
    boolean plain = !event.isAltDown() && !event.isShortcutDown() && !event.isShiftDown();
    if (plain && event.getCode() == KeyCode.ENTER && row instanceof ProblemRow.Problem) {
      focusChosen();
      event.consume();
    } else if (plain && row instanceof ProblemRow.Title title) {
      boolean other =
          switch (event.getCode()) {
            case ENTER, SPACE -> true;
            case LEFT -> title.isOpen();
            case RIGHT -> !title.isOpen();
            default -> false;
          };
      if (other) {
        toggle(title);
        event.consume();
      }
    }
  }

  private void focusChosen() {
    Finding finding = chosen.get();
    if (finding != null) {
      actions.focus(finding);
    }
  }

  private void toggle(ProblemRow.Title title) {
    filter.open(title.key(), !title.isOpen());
    fill();
    for (int i = 0; i < list.getItems().size(); i++) {
      if (list.getItems().get(i) instanceof ProblemRow.Title same
          && same.key().equals(title.key())) {
        list.getSelectionModel().select(i);
      }
    }
  }

  /// The list, for keys that mean something there.
  ListView<ProblemRow> list() {
    return list;
  }

  /// Opens over the rows.
  void setMenu(ContextMenu menu) {
    list.setContextMenu(menu);
  }

  /// The finding whose row is selected.
  ReadOnlyObjectProperty<@Nullable Finding> chosenProperty() {
    return chosen.getReadOnlyProperty();
  }

  /// The first fix for the chosen finding, or else for one about an element of the selection.
  Optional<Fix> fixFor(Set<ElementId> elements) {
    Finding finding = chosen.get();
    if (finding != null && !finding.fixes().isEmpty()) {
      return Optional.of(finding.fixes().getFirst());
    }
    return findings.stream()
        .filter(each -> each.element().filter(elements::contains).isPresent())
        .flatMap(each -> each.fixes().stream())
        .findFirst();
  }

  /// Shows what was found; keeps the choice where the same finding is there again.
  void show(List<Finding> found, List<Review.Judged> accepted) {
    findings = found;
    List<Review.Judged> both = new ArrayList<>(accepted.size() + found.size());
    found.forEach(finding -> both.add(new Review.Judged(finding, Optional.empty())));
    both.addAll(accepted);
    all = both;
    checked = true;
    filter.forget();
    bar.count(found, accepted.size());
    fill();
  }

  /// Another design is shown, of which nothing is known yet.
  void forget() {
    all = List.of();
    findings = List.of();
    checked = false;
    list.getSelectionModel().clearSelection();
    chosen.set(null);
    bar.count(findings, 0);
    fill();
  }

  /// To the first finding of a rule, if there is one.
  void choose(String rule) {
    for (ProblemRow row : list.getItems()) {
      if (row instanceof ProblemRow.Problem problem && problem.finding().rule().equals(rule)) {
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
      if (list.getItems().get(candidate) instanceof ProblemRow.Problem) {
        list.getSelectionModel().select(candidate);
        list.scrollTo(Math.max(0, candidate - 2));
        return;
      }
    }
  }

  private void choose(@Nullable ProblemRow row) {
    if (row instanceof ProblemRow.Title) {
      return;
    }
    ProblemRow.Problem problem = row instanceof ProblemRow.Problem one ? one : null;
    choosing = true;
    try {
      chosen.set(problem == null ? null : problem.finding());
    } finally {
      choosing = false;
    }
    details.show(problem == null ? null : problem.judged(), findings);
  }

  /// @param some whether there is something to narrow down and to tell more of
  private void surround(boolean some) {
    bar.setVisible(some);
    bar.setManaged(some);
    if (!some) {
      split.getItems().remove(details);
    } else if (!split.getItems().contains(details)) {
      split.getItems().add(details);
      split.setDividerPositions(0.6);
    }
  }

  private void fill() {
    Finding before = chosen.get();
    if (!filter.isOnlySelected()) {
      selection = Set.of();
    } else if (!choosing) {
      selection = new LinkedHashSet<>(session.state().selection().ids());
    }
    List<ProblemRow> rows = filter.rows(all, selection, texts.messages());
    int again = -1;
    for (int i = 0; i < rows.size() && before != null && again < 0; i++) {
      if (rows.get(i) instanceof ProblemRow.Problem problem
          && problem.finding().fingerprint().equals(before.fingerprint())) {
        again = i;
      }
    }
    boolean none = checked && all.isEmpty();
    empty.say(
        texts.get(
            none ? "ui.problems.none" : checked ? "ui.problems.filtered" : "ui.problems.checking"),
        none);
    if (checked) {
      surround(!none);
    }
    list.getItems().setAll(rows);
    if (again >= 0) {
      list.getSelectionModel().select(again);
    } else {
      list.getSelectionModel().clearSelection();
      chosen.set(null);
      details.show(null, findings);
    }
  }
}
