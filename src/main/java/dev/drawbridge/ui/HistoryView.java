package dev.drawbridge.ui;

import dev.drawbridge.edit.History;
import dev.drawbridge.model.Change;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/// The steps that led to the design as it is, and those that were undone; choosing one goes there.
final class HistoryView extends ListView<HistoryView.Moment> {
  private static final PseudoClass UNDONE = PseudoClass.getPseudoClass("undone");

  /// The design after a step.
  ///
  /// @param done how many steps were done by then
  /// @param step null for the beginning
  record Moment(int done, History.@Nullable Step step) {}

  private final Session session;
  private final Texts texts;
  private @Nullable History shown;
  private boolean following;

  HistoryView(Session session, Texts texts) {
    this.session = session;
    this.texts = texts;
    setId("history");
    getStyleClass().add("history");
    accessibleTextProperty().bind(texts.of("ui.history.title"));
    setCellFactory(_ -> new Cell());
    session.stateProperty().addListener((_, _, now) -> follow(now.history()));
    texts.language().addListener((_, _, _) -> refresh());
    getSelectionModel().selectedItemProperty().addListener((_, _, chosen) -> choose(chosen));
    follow(session.state().history());
  }

  private void follow(History history) {
    if (history == shown) {
      return;
    }
    shown = history;
    List<History.Step> steps = new ArrayList<>(history.undoable());
    steps.addAll(history.redoable().reversed());
    List<Moment> moments = new ArrayList<>();
    moments.add(new Moment(0, null));
    for (History.Step step : steps) {
      moments.add(new Moment(moments.size(), step));
    }
    following = true;
    try {
      if (!getItems().equals(moments)) {
        getItems().setAll(moments);
      } else {
        refresh(); // which of them are undone
      }
      int now = history.undoable().size();
      getSelectionModel().clearAndSelect(now);
      scrollTo(Math.max(0, now - 3));
    } finally {
      following = false;
    }
  }

  private void choose(@Nullable Moment chosen) {
    if (!following && chosen != null) {
      session.update(state -> session.editor().travel(state, chosen.done));
    }
  }

  /// What a step did, and to what.
  static String text(Moment moment, Document document, Texts texts) {
    History.Step step = moment.step;
    if (step == null) {
      return texts.get("ui.history.beginning");
    }
    String what = texts.get(step.key());
    return subject(step)
        .map(element -> texts.get("ui.history.step", what, name(element, document, texts)))
        .orElse(what);
  }

  private static String name(Element element, Document document, Texts texts) {
    return Display.name(element, document, texts.messages());
  }

  /// The first element that it changed: the others followed.
  private static Optional<Element> subject(History.Step step) {
    for (Change change : step.diff().changes()) {
      switch (change) {
        case Change.Added(int _, Element element) -> {
          return Optional.of(element);
        }
        case Change.Removed(int _, Element element) -> {
          return Optional.of(element);
        }
        case Change.Updated(Element _, Element after) -> {
          return Optional.of(after);
        }
        case Change.SettingsUpdated _ -> {}
      }
    }
    return Optional.empty();
  }

  private final class Cell extends ListCell<Moment> {
    private final Label name = new Label();
    private final HBox row = new HBox(name);

    Cell() {
      row.getStyleClass().add("outline-row");
      name.setMinWidth(0);
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable Moment moment, boolean empty) {
      super.updateItem(moment, empty);
      boolean undone = moment != null && moment.done > session.state().history().undoable().size();
      pseudoClassStateChanged(UNDONE, undone);
      if (empty || moment == null) {
        setGraphic(null);
        setAccessibleText(null);
        return;
      }
      String text = text(moment, session.document(), texts);
      name.setText(text);
      name.setGraphic(
          moment.step == null ? Glyph.OPEN.node(14) : (undone ? Glyph.REDO : Glyph.CHECK).node(14));
      setGraphic(row);
      setAccessibleText(undone ? text + ", " + texts.get("ui.history.undone") : text);
    }
  }
}
