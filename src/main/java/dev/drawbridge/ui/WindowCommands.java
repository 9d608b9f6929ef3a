package dev.drawbridge.ui;

import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.base.Language;
import dev.drawbridge.edit.Align;
import dev.drawbridge.edit.Bend;
import dev.drawbridge.edit.Distribute;
import dev.drawbridge.edit.Edit;
import dev.drawbridge.edit.Lock;
import dev.drawbridge.edit.Resize;
import dev.drawbridge.edit.Restack;
import dev.drawbridge.edit.template.Template;
import dev.drawbridge.editor.Connecting;
import dev.drawbridge.editor.EditingLabel;
import dev.drawbridge.editor.EditorState;
import dev.drawbridge.editor.Idle;
import dev.drawbridge.editor.Panning;
import dev.drawbridge.model.Connector;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Node;
import java.util.List;
import java.util.SequencedSet;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;

/// Says what each command of the window does and which keys are for it.
final class WindowCommands {
  private final Commands commands = new Commands();
  private final Session session;

  private WindowCommands(Session session) {
    this.session = session;
  }

  /// What commands ask of the window around them.
  interface Host extends ShareCommands.Host {
    Workspace workspace();

    Appearance appearance();

    void focusPaletteSearch();

    void focusProperties();

    /// Opens the selected element's name in the outline, where the keyboard is there.
    ///
    /// @return whether it is
    boolean renamesInOutline();

    void nextProblem(int step);

    void quickFix();

    ProblemsView problems();

    ProblemActions problemActions();

    /// Whether a finding is chosen about which something can be done.
    ObservableBooleanValue problemChosen();

    void showPolicy(PolicyWindow.Part part);

    /// Shows the tab that asks about traffic paths, with another question.
    void showPath(UnaryOperator<PathQuestion> change);

    void showWhatIf(Failing failing);

    /// Whether what is saved over is kept.
    boolean hasBackups();

    void showBackups();

    void close();

    void quit();
  }

  static Commands of(Session session, Host host) {
    WindowCommands all = new WindowCommands(session);
    all.files(host);
    ShareCommands.addExports(all.commands, session, host);
    all.editing(host);
    ShareCommands.add(all.commands, session, host);
    all.arranging();
    all.checking(host);
    all.viewing(host);
    return all.commands;
  }

  private void files(Host host) {
    commands.section("file");
    commands.add("new", Glyph.NEW, host.workspace().opening()::create, "Shortcut+N");
    commands.section("template");
    for (Template template : Template.gallery()) {
      commands.add(
          "new-" + template.key(),
          null,
          () -> host.workspace().opening().create(template.design(host.texts().language().get())));
    }
    commands.section("file");
    commands.add("open", Glyph.OPEN, host.workspace().opening()::choose, "Shortcut+O");
    commands.add(
        "import-terraform",
        Glyph.IMPORT,
        host.workspace().opening()::chooseTerraform,
        "Shortcut+Shift+O");
    commands.add("save", Glyph.SAVE, () -> host.workspace().files().save(_ -> {}), "Shortcut+S");
    commands.add(
        "save-as", null, () -> host.workspace().files().saveAs(_ -> {}), "Shortcut+Shift+S");
    commands.add(
        "export-terraform", null, () -> host.workspace().terraform().export(), "Shortcut+Shift+E");
    commands.add(
        "restore-backup",
        null,
        Bindings.createBooleanBinding(
            () -> host.hasBackups() && session.fileProperty().get() != null,
            session.fileProperty()),
        host::showBackups);
    commands.add("close", null, host::close, "Shortcut+W");
    commands.add(
        "next-design",
        null,
        () -> host.workspace().designs().step(1),
        "Ctrl+Tab",
        "Ctrl+Page Down");
    commands.add(
        "previous-design",
        null,
        () -> host.workspace().designs().step(-1),
        "Ctrl+Shift+Tab",
        "Ctrl+Page Up");
    commands.add("quit", null, host::quit, "Shortcut+Q");
  }

  private void editing(Host host) {
    commands.section("edit");
    ObservableBooleanValue selected = when(state -> !state.selection().isEmpty());
    ObservableBooleanValue one =
        when(state -> state.selection().single().flatMap(state.document()::findNode).isPresent());
    commands.add(
        "undo",
        Glyph.UNDO,
        when(state -> state.history().canUndo()),
        () -> session.update(session.editor()::undo),
        "Shortcut+Z");
    commands.add(
        "redo",
        Glyph.REDO,
        when(state -> state.history().canRedo()),
        () -> session.update(session.editor()::redo),
        "Shortcut+Shift+Z",
        "Shortcut+Y");
    commands.add(
        "delete",
        Glyph.DELETE,
        selected,
        () -> session.update(session.editor()::delete),
        "Delete",
        "Backspace");
    commands.add(
        "duplicate",
        Glyph.DUPLICATE,
        selected,
        () -> session.update(session.editor()::duplicate),
        "Shortcut+D");
    commands.add(
        "select-all", null, () -> session.update(session.editor()::selectAll), "Shortcut+A");
    commands.add("rename", null, one, () -> rename(host), "F2");
    commands.add("properties", null, selected, host::focusProperties, "Alt+Enter");
    commands.add("palette-search", null, host::focusPaletteSearch, "Shortcut+Shift+F");
  }

  /// In the outline where the keyboard is there, otherwise on the canvas.
  private void rename(Host host) {
    ElementId id = session.state().selection().single().orElse(null);
    if (id != null && !host.renamesInOutline()) {
      session.update(state -> session.editor().begin(state, new EditingLabel(id)));
    }
  }

  private void checking(Host host) {
    commands.section("check");
    ObservableBooleanValue one =
        when(state -> state.selection().single().flatMap(state.document()::findNode).isPresent());
    commands.add("next-problem", null, () -> host.nextProblem(1), "F8");
    commands.add("previous-problem", null, () -> host.nextProblem(-1), "Shift+F8");
    commands.add("quick-fix", Glyph.FIX, host::quickFix, "Shortcut+Period");
    problem("focus-problem", host, ProblemActions::focus);
    problem("fix-problem", host, ProblemActions::fix, "Alt+Enter");
    problem("fix-all", host, ProblemActions::fixAll);
    problem("suppress", host, ProblemActions::suppress);
    problem("copy-problem", host, ProblemActions::copy, "Shortcut+C");
    commands.add(
        "policy", Glyph.SHIELD, () -> host.showPolicy(PolicyWindow.Part.ZONES), "Shortcut+Alt+P");
    commands.add("path", null, () -> host.showPath(UnaryOperator.identity()), "Shortcut+R");
    commands.add(
        "path-from",
        null,
        one,
        () ->
            session
                .state()
                .selection()
                .single()
                .ifPresent(id -> host.showPath(asked -> asked.withFrom(id))));
    commands.add(
        "path-to",
        null,
        one,
        () ->
            session
                .state()
                .selection()
                .single()
                .ifPresent(id -> host.showPath(asked -> asked.withTo(id))));
    commands.add("what-if", null, () -> host.showWhatIf(Failing.NONE));
    commands.add(
        "what-if-here",
        null,
        one,
        () ->
            session.state().selection().single().ifPresent(id -> host.showWhatIf(new Failing(id))));
  }

  /// Something about the finding that is chosen.
  private void problem(
      String key, Host host, BiConsumer<ProblemActions, Finding> action, String... bindings) {
    commands.add(
        key,
        null,
        host.problemChosen(),
        () -> {
          Finding chosen = host.problems().chosenProperty().get();
          if (chosen != null) {
            action.accept(host.problemActions(), chosen);
          }
        },
        bindings);
  }

  private void arranging() {
    commands.section("arrange");
    align("align-top", Align.Line.TOP, "Alt+W");
    align("align-left", Align.Line.LEFT, "Alt+A");
    align("align-bottom", Align.Line.BOTTOM, "Alt+S");
    align("align-right", Align.Line.RIGHT, "Alt+D");
    align("align-centre", Align.Line.CENTRE, "Alt+H");
    align("align-middle", Align.Line.MIDDLE, "Alt+V");
    ObservableBooleanValue three = when(state -> state.selection().ids().size() > 2);
    edit("distribute-horizontally", three, ids -> new Distribute(ids, true), "Alt+Shift+H");
    edit("distribute-vertically", three, ids -> new Distribute(ids, false), "Alt+Shift+V");
    ObservableBooleanValue selected = when(state -> !state.selection().isEmpty());
    edit("bring-to-front", selected, ids -> new Restack(ids, true), "Shortcut+Close Bracket");
    edit("send-to-back", selected, ids -> new Restack(ids, false), "Shortcut+Open Bracket");
    commands.add(
        "lock",
        null,
        selected,
        () -> {
          EditorState state = session.state();
          boolean free =
              state.selection().ids().stream()
                  .flatMap(id -> state.document().findNode(id).stream())
                  .anyMatch(node -> !node.locked());
          session.commit(new Lock(state.selection().ids(), free));
        },
        "Shortcut+L");
    commands.add(
        "shrink-to-fit",
        null,
        when(
            state ->
                state
                    .selection()
                    .single()
                    .filter(id -> !state.document().children(id).isEmpty())
                    .isPresent()),
        () -> {
          Node node = session.document().node(session.state().selection().ids().getFirst());
          session.commit(new Resize(node.id(), Resize.shrunk(session.document(), node)));
        });
    reroute();
  }

  /// For arrows that were led by hand.
  private void reroute() {
    commands.add(
        "reroute",
        null,
        when(state -> state.selection().single().filter(id -> isLed(state, id)).isPresent()),
        () -> session.commit(new Bend(session.state().selection().ids().getFirst(), List.of())));
  }

  private static boolean isLed(EditorState state, ElementId id) {
    return state.document().find(id).orElse(null) instanceof Connector arrow
        && !arrow.bends().isEmpty();
  }

  private void viewing(Host host) {
    commands.section("view");
    commands.add("zoom-in", Glyph.ZOOM_IN, () -> zoom(1), "Shortcut+Equals", "Shortcut+Add");
    commands.add("zoom-out", Glyph.ZOOM_OUT, () -> zoom(-1), "Shortcut+Minus", "Shortcut+Subtract");
    commands.add(
        "zoom-100",
        null,
        () -> session.update(state -> session.editor().zoomTo(state, 1)),
        "Shortcut+0");
    commands.add("fit-all", Glyph.FIT, session::fitAll, "Shift+1");
    commands.add(
        "fit-selection",
        null,
        when(state -> !state.selection().isEmpty()),
        () -> session.update(session.editor()::fitSelection),
        "Shift+2");
    commands.add(
        "tool-select",
        Glyph.POINTER,
        () -> session.update(state -> session.editor().begin(state, Idle.REST)),
        "V");
    commands.add(
        "tool-hand",
        Glyph.HAND,
        () -> session.update(state -> session.editor().begin(state, Panning.HAND)),
        "H");
    commands.add(
        "tool-connect",
        Glyph.CONNECT,
        () -> session.update(state -> session.editor().begin(state, Connecting.choosing(null))),
        "A");
    commands.section("window");
    commands.add("theme", Glyph.DARK, () -> host.appearance().toggle(), "Shortcut+Shift+L");
    commands.add(
        "theme-system",
        null,
        () -> host.appearance().choiceProperty().set(Appearance.Choice.SYSTEM));
    commands.add(
        "theme-light", null, () -> host.appearance().choiceProperty().set(Appearance.Choice.LIGHT));
    commands.add(
        "theme-dark", null, () -> host.appearance().choiceProperty().set(Appearance.Choice.DARK));
    commands.add("icons", null, () -> host.workspace().icons().choose());
    commands.add("icons-bundled", null, () -> host.workspace().icons().reset());
    commands.add("language-en", null, () -> host.texts().language().set(Language.ENGLISH));
    commands.add("language-ko", null, () -> host.texts().language().set(Language.KOREAN));
  }

  private void align(String key, Align.Line line, String binding) {
    edit(
        key,
        when(state -> state.selection().ids().size() > 1),
        ids -> new Align(ids, line),
        binding);
  }

  private void edit(
      String key,
      ObservableBooleanValue possible,
      Function<SequencedSet<ElementId>, Edit> edit,
      String binding) {
    commands.add(
        key,
        null,
        possible,
        () -> session.commit(edit.apply(session.state().selection().ids())),
        binding);
  }

  private void zoom(int direction) {
    session.update(state -> session.editor().zoomStep(state, direction));
  }

  private ObservableBooleanValue when(Predicate<EditorState> condition) {
    return session.when(condition);
  }
}
