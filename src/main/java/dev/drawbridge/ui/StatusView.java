package dev.drawbridge.ui;

import dev.drawbridge.analyze.finding.Severity;
import dev.drawbridge.editor.EditorState;
import dev.drawbridge.editor.Notice;
import dev.drawbridge.model.ElementId;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// The line below: what is selected, what was last told, how many problems of which weight, whether the
/// DMZ holds, whether all is saved, how large things are shown.
final class StatusView extends HBox {
  private final Session session;
  private final Texts texts;
  private final Label selection = new Label();
  private final Label notice = new Label();
  private final HBox counts = new HBox();
  private final Label verdict = new Label();
  private final Label saved = new Label();
  private final Button zoom = new Button();
  private @Nullable Checked checked;

  /// @param actions some of which take time
  /// @param workspace which takes its time, too
  StatusView(
      Session session,
      Texts texts,
      Commands commands,
      ProblemActions actions,
      Workspace workspace) {
    this.session = session;
    this.texts = texts;
    getStyleClass().add("status");
    setId("status");
    selection.setId("status-selection");
    notice.setId("status-notice");
    notice.getStyleClass().add("notice");
    verdict.setId("status-verdict");
    verdict.getStyleClass().add("verdict");
    saved.setId("status-saved");
    counts.getStyleClass().add("counts");
    counts.setId("status-counts");
    zoom.setId("status-zoom");
    zoom.getStyleClass().addAll("flat", "small");
    zoom.setOnAction(_ -> commands.get("zoom-100").run());
    zoom.setTooltip(new Tooltip());
    zoom.getTooltip().textProperty().bind(texts.of("command.zoom-100.name"));
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    getChildren().addAll(verdict, counts, notice, space);
    getChildren().addAll(mending(actions), reading(workspace.loader()));
    getChildren()
        .addAll(
            working("background", workspace.background()),
            working("handiwork", workspace.handiwork()),
            selection,
            new PointerPosition(session, texts),
            saved);
    getChildren()
        .addAll(
            button(commands, "policy"),
            button(commands, "zoom-out"),
            zoom,
            button(commands, "zoom-in"),
            button(commands, "fit-all"));
    session.stateProperty().addListener((_, _, _) -> refresh());
    texts.language().addListener((_, _, _) -> refreshAll());
    refreshAll();
  }

  private HBox mending(ProblemActions actions) {
    return work(
        "work",
        Bindings.createStringBinding(
            () -> {
              ProblemActions.Progress now = actions.progress().get();
              return now == null ? "" : texts.get("ui.status.mending", now.rule(), now.done());
            },
            actions.progress(),
            texts.language()),
        actions::cancel);
  }

  private HBox reading(Loader loader) {
    return work(
        "reading",
        Bindings.createStringBinding(
            () -> {
              Path now = loader.reading().get();
              return now == null ? "" : texts.get("ui.status.reading", Loader.name(now));
            },
            loader.reading(),
            texts.language()),
        loader::cancel);
  }

  private HBox working(String id, Background background) {
    return work(
        id,
        Bindings.createStringBinding(
            () -> {
              Background.Doing now = background.doing().get();
              return now == null ? "" : texts.get(now.key(), now.arguments().toArray());
            },
            background.doing(),
            texts.language()),
        background::cancel);
  }

  /// What is being done in the background, how far it is, and a way to stop it.
  ///
  /// @param doing empty for nothing
  private HBox work(String id, StringBinding doing, Runnable cancel) {
    Label label = new Label();
    label.setId("status-" + id);
    label.textProperty().bind(doing);
    ProgressBar bar = new ProgressBar();
    bar.setPrefWidth(80);
    Button stop = new Button();
    stop.setId("status-cancel-" + id);
    stop.getStyleClass().addAll("flat", "small");
    stop.textProperty().bind(texts.of("ui.dialog.cancel"));
    stop.setOnAction(_ -> cancel.run());
    HBox work = new HBox(label, bar, stop);
    work.getStyleClass().add("counts");
    work.visibleProperty().bind(doing.isNotEmpty());
    work.managedProperty().bind(work.visibleProperty());
    return work;
  }

  private Button button(Commands commands, String key) {
    Command command = commands.get(key);
    Glyph glyph = command.glyph();
    Button button = new Button(null, glyph == null ? null : glyph.node(14));
    button.getStyleClass().addAll("flat", "button-icon", "small");
    button.setTooltip(new Tooltip());
    button.getTooltip().textProperty().bind(texts.of(command.nameKey()));
    button.accessibleTextProperty().bind(texts.of(command.nameKey()));
    button.setFocusTraversable(false);
    button.setOnAction(_ -> command.run());
    return button;
  }

  /// Another design is shown, which has yet to be checked.
  void forget() {
    checked = null;
    refreshAll();
  }

  void show(Checked result) {
    checked = result;
    refreshAll();
  }

  private void refreshAll() {
    refresh();
    counts.getChildren().clear();
    Checked known = checked;
    if (known == null) {
      verdict.setText(texts.get("ui.status.checking"));
      return;
    }
    Map<Severity, Integer> bySeverity = new EnumMap<>(Severity.class);
    known.findings().forEach(finding -> bySeverity.merge(finding.severity(), 1, Integer::sum));
    bySeverity.forEach(
        (severity, count) -> {
          Label label = new Label(String.valueOf(count));
          label.setGraphic(SeverityMark.icon(severity, 14));
          String name = texts.get("severity." + severity.key() + ".name");
          label.setTooltip(new Tooltip(name + ": " + texts.get("ui.problems.count", count)));
          label.setAccessibleText(name + ": " + texts.get("ui.problems.count", count));
          counts.getChildren().add(label);
        });
    verdict.getStyleClass().removeAll("holds", "broken", "unsure");
    if (session.document().nodes().isEmpty()) {
      verdict.setText(texts.get("ui.status.empty"));
      verdict.setGraphic(null);
      return;
    }
    switch (known.holds()) {
      case PROVEN -> {
        verdict.setText(texts.get("ui.status.holds"));
        verdict.setGraphic(Glyph.CHECK.node(13));
        verdict.getStyleClass().add("holds");
      }
      case REFUTED -> {
        verdict.setText(texts.get("ui.status.broken", known.waysIn()));
        verdict.setGraphic(SeverityMark.icon(Severity.CRITICAL, 14));
        verdict.getStyleClass().add("broken");
      }
      case UNKNOWN -> {
        verdict.setText(texts.get("ui.status.unknown"));
        verdict.setGraphic(SeverityMark.icon(Severity.MEDIUM, 14));
        verdict.getStyleClass().add("unsure");
      }
    }
  }

  private void refresh() {
    EditorState state = session.state();
    List<ElementId> ids = List.copyOf(state.selection().ids());
    selection.setText(
        ids.isEmpty()
            ? ""
            : ids.size() == 1
                ? Display.name(ids.getFirst(), state.document(), texts.messages())
                : texts.get("ui.status.selected", ids.size()));
    Notice told = state.notice();
    notice.setText(told == null ? "" : told.text(texts.messages()));
    notice.setVisible(told != null);
    saved.setText(texts.get(state.isDirty() ? "ui.status.unsaved" : "ui.status.saved"));
    zoom.setText(Math.round(state.camera().zoom() * 100) + " %");
  }
}
