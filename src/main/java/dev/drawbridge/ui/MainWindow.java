package dev.drawbridge.ui;

import dev.drawbridge.base.Point;
import dev.drawbridge.draw.Look;
import dev.drawbridge.editor.NewEnd;
import dev.drawbridge.model.Document;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.scene.Scene;
import javafx.scene.control.ContextMenu;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.jspecify.annotations.Nullable;

/// The window: puts the views together and lets results flow between them and the design in front.
final class MainWindow implements WindowCommands.Host {
  private final Stage stage;
  private final Texts texts;
  private final Appearance appearance;
  private final Workspace workspace;
  private final Session session;
  private final ExecutorService worker = Live.worker("checks");
  private final InspectorView inspector;
  private final Results results;
  private final Sharing sharing;
  private final Commands commands;
  private final FrontPicture picture;
  private final CanvasView canvas;
  private final StartPage start;
  private final PaletteView palette;
  private final OutlineView outline;
  private final StatusView status;
  private final PolicyWindow policy;
  private final Navigation navigation;
  private final Optional<BackupWindow> backups;
  private final Panes panes;

  MainWindow(
      Stage stage,
      Services services,
      Texts texts,
      Appearance appearance,
      Memory memory,
      @Nullable Dialogs answers) {
    this.stage = stage;
    this.texts = texts;
    this.appearance = appearance;
    Dialogs dialogs = answers == null ? new NativeDialogs(stage, texts) : answers;
    this.workspace = new Workspace(services, texts, dialogs, memory, worker, stage::isFocused);
    this.session = workspace.session();
    this.inspector = new InspectorView(session, texts, services.zone(), services.today());
    Spotlight spotlight = new Spotlight(session, inspector);
    this.results =
        new Results(
            session, services, texts, dialogs, worker, spotlight, this::showPolicy, this::redraw);
    this.sharing = new Sharing(stage, workspace, texts, dialogs, services);
    this.commands = WindowCommands.of(session, this);
    this.picture =
        new FrontPicture(session, texts, appearance, results, workspace.icons().icons()::get);
    this.canvas =
        new CanvasView(
            session,
            texts,
            appearance,
            workspace.preferences().gridProperty(),
            picture::shown,
            picture::badge);
    this.start = new StartPage(workspace, services, texts, appearance, commands);
    DragGhost ghost = new DragGhost(session);
    ghost.over(canvas);
    this.palette = new PaletteView(session, texts, ghost, canvas::requestFocus);
    this.outline = new OutlineView(session, texts, picture::badge, ghost);
    this.navigation =
        new Navigation(stage, workspace, texts, appearance, commands, outline, canvas);
    this.status = new StatusView(session, texts, commands, results.actions(), workspace);
    PolicyDesk policies = new PolicyDesk(session, dialogs);
    this.policy = new PolicyWindow(session, texts, commands, policies, spotlight, services.today());
    commands.follow(memory.preferences().keymap());
    this.backups =
        memory
            .backups()
            .map(kept -> new BackupWindow(workspace, texts, appearance, kept, services.zone()));
    this.panes = panes();
    follow();
    stage.setScene(scene(ghost));
    stage.setMinWidth(900);
    stage.setMinHeight(600);
    Remembering kept = new Remembering(stage, panes, texts, appearance, memory.preferences());
    stage.addEventHandler(WindowEvent.WINDOW_HIDING, _ -> kept.end());
    stage.titleProperty().bind(Title.of(session, workspace.files(), texts));
    stage.addEventHandler(
        WindowEvent.WINDOW_CLOSE_REQUEST,
        event -> {
          event.consume();
          quit();
        });
    stage.focusedProperty().addListener((_, _, focused) -> workspace.look());
    stage.addEventHandler(WindowEvent.WINDOW_HIDDEN, _ -> endWork());
  }

  private void endWork() {
    workspace.end();
    results.end();
    policy.hide();
    sharing.end();
    backups.ifPresent(BackupWindow::hide);
    navigation.end();
    canvas.end();
    start.end();
    worker.shutdownNow();
  }

  private void follow() {
    session
        .stateProperty()
        .addListener(
            (_, before, now) -> {
              if (before.document() != now.document()) {
                results.follow(now.document());
              }
            });
    session.designProperty().addListener((_, before, now) -> change(before, now));
    workspace.icons().icons().addListener((_, _, _) -> redraw());
    workspace.onNews(this::redraw, this::show);
    workspace.designs().onLeaving(this::finish);
    results.follow(session.document());
    worker.execute(NewEnd::prepare);
  }

  /// What is being typed becomes part of the design in front, and a gesture is given up.
  private void finish() {
    canvas.requestFocus();
    session.update(session.editor()::settled);
  }

  /// Another design is in front.
  private void change(OpenDesign before, OpenDesign now) {
    results.change(before, now);
    status.forget();
    canvas.forget();
    Live.Result<Checked> known = now.checks().result().get();
    if (known != null && known.document() == now.document()) {
      show(known.document(), known.value());
    }
    results.follow(now.document());
  }

  private void show(Document document, Checked checked) {
    results.show(document, checked);
    status.show(checked);
    outline.refresh();
  }

  /// How the design in front is drawn.
  Look look() {
    return picture.look();
  }

  private void redraw() {
    canvas.redraw();
  }

  private Panes panes() {
    Desk desk = new Desk(canvas, new EmptyCanvas(session, texts), start, navigation);
    BorderPane front = new BorderPane(desk, new DesignTabs(workspace, texts), null, null, null);
    Panes panes = new Panes(palette, navigation.side(), front, results.tabs(), inspector);
    results.onShow(new Room(panes, start.startingProperty(), session, results.tabs())::follow);
    return panes;
  }

  private Scene scene(DragGhost ghost) {
    Menus menus = new Menus(commands, texts, new RecentMenu(workspace, texts));
    BorderPane root = new BorderPane(panes, new TopBar(menus, commands, texts), null, status, null);
    FileDrop drop = new FileDrop(texts);
    StackPane all = new StackPane(root, navigation.chooser(), ghost, drop);
    drop.listen(all, workspace.opening()::open);
    all.getStyleClass().add("drawbridge");
    ContextMenu menu = menus.context();
    canvas.addEventHandler(
        ContextMenuEvent.CONTEXT_MENU_REQUESTED,
        event -> menu.show(canvas, event.getScreenX(), event.getScreenY()));
    canvas.setOnMousePressed(_ -> menu.hide());
    Scene scene = new Scene(all, 1440, 900);
    scene.getStylesheets().add(Styles.SHEET);
    commands.within(results.problems().list(), "fix-problem", "copy-problem");
    results.problems().setMenu(menus.problem());
    commands.install(scene);
    return scene;
  }

  /// @param opened the files to begin with; none for an empty design
  void show(List<Path> opened) {
    stage.show();
    start.refresh();
    workspace.begin(opened);
    session.fitAll();
    if (!start.takesFocus()) {
      canvas.requestFocus();
    }
  }

  /// Whether all files that were to be opened are, and what was changed is kept.
  boolean isLoaded() {
    return workspace.isSettled();
  }

  /// Whether nothing is being done in the background that the hands asked for.
  boolean isAtRest() {
    return workspace.background().isIdle()
        && workspace.handiwork().isIdle()
        && navigation.tidying().isAtRest();
  }

  Session session() {
    return session;
  }

  Commands commands() {
    return commands;
  }

  CanvasView canvas() {
    return canvas;
  }

  void showTab(BottomTabs.Name name) {
    results.tabs().show(name);
  }

  /// @param share how much of the height the tabs below the canvas take, 0 to 1
  void giveBottom(double share) {
    panes.giveBottom(share);
  }

  InspectorView inspector() {
    return inspector;
  }

  PathView path() {
    return results.path();
  }

  WhatIfView whatIf() {
    return results.whatIf();
  }

  /// The tabs below the canvas.
  Results results() {
    return results;
  }

  /// Whether the findings are those of the current document.
  boolean isSettled() {
    return session.design().checks().isCurrent();
  }

  /// Whether the page of an untouched design shows all its pictures.
  boolean isStarted() {
    return start.isComplete();
  }

  /// Whether the canvas shows the document and its findings as they are.
  boolean isDrawn() {
    return picture.isCurrent() && canvas.isDrawn();
  }

  @Override
  public Workspace workspace() {
    return workspace;
  }

  @Override
  public Appearance appearance() {
    return appearance;
  }

  @Override
  public Texts texts() {
    return texts;
  }

  @Override
  public Sharing sharing() {
    return sharing;
  }

  @Override
  public @Nullable Point pointer() {
    return canvas.pointer();
  }

  @Override
  public Point lastPointer() {
    return canvas.lastPointer();
  }

  @Override
  public void focusPaletteSearch() {
    palette.focusSearch();
  }

  @Override
  public void focusProperties() {
    inspector.focusName();
  }

  @Override
  public boolean renamesInOutline() {
    return outline.rename();
  }

  @Override
  public void nextProblem(int step) {
    results.nextProblem(step);
  }

  @Override
  public ProblemsView problems() {
    return results.problems();
  }

  @Override
  public ProblemActions problemActions() {
    return results.actions();
  }

  @Override
  public ReadOnlyBooleanProperty problemChosen() {
    return results.problemChosen();
  }

  @Override
  public void quickFix() {
    results.quickFix();
  }

  @Override
  public void showPolicy(PolicyWindow.Part part) {
    policy.show(stage, part);
  }

  PolicyWindow policy() {
    return policy;
  }

  Navigation navigation() {
    return navigation;
  }

  @Override
  public void showPath(UnaryOperator<PathQuestion> change) {
    results.showPath(change);
  }

  @Override
  public void showWhatIf(Failing failing) {
    results.showWhatIf(failing);
  }

  @Override
  public boolean hasBackups() {
    return backups.isPresent();
  }

  @Override
  public void showBackups() {
    backups.ifPresent(shown -> shown.show(stage));
  }

  Optional<BackupWindow> backups() {
    return backups;
  }

  /// Closes the tab in front; the window, where that is all there is and nothing was begun in it.
  @Override
  public void close() {
    if (workspace.isUntouched()) {
      stage.hide();
    } else {
      workspace.leaving().close(session.design());
    }
  }

  @Override
  public void quit() {
    workspace.leaving().leave(stage::hide);
  }
}
