package dev.drawbridge.ui;

import dev.drawbridge.base.Outcome;
import dev.drawbridge.draw.Look;
import dev.drawbridge.draw.Theme;
import dev.drawbridge.editor.Input;
import dev.drawbridge.editor.Modifiers;
import dev.drawbridge.model.Document;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.function.UnaryOperator;
import javafx.beans.binding.Bindings;
import javafx.geometry.Orientation;
import javafx.scene.Scene;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.SplitPane;
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

  /// Its own, so that the files of a large design keep no finding waiting.
  private final ExecutorService writer = Live.worker("terraform");

  private final Live<Outcome<TerraformListing>> terraform;
  private final Commands commands;
  private final CanvasView canvas;
  private final StartPage start;
  private final PaletteView palette;
  private final OutlineView outline;
  private final InspectorView inspector;
  private final Spotlight spotlight;
  private final ProblemActions actions;
  private final ProblemsView problems;
  private final PathAnswers pathAnswers;
  private final PathView path;
  private final TerraformView terraformView;
  private final BottomTabs tabs;
  private final StatusView status;
  private final PolicyWindow policy;
  private final SplitPane centre = new SplitPane();

  /// What the last check marks on the canvas.
  private Look marks = Look.LIGHT;

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
    this.terraform =
        new Live<>(
            writer, (document, _) -> services.listings().listing(document, texts.language().get()));
    this.commands = WindowCommands.of(session, this);
    this.canvas = new CanvasView(session, texts, appearance, this::picture);
    this.start = new StartPage(workspace, texts, appearance, commands);
    DragGhost ghost = new DragGhost(session);
    ghost.over(canvas);
    this.palette = new PaletteView(session, texts, ghost, canvas::requestFocus);
    this.outline = new OutlineView(session, texts, id -> marks.badges().get(id));
    this.inspector = new InspectorView(session, texts, services.zone(), services.today());
    this.spotlight = new Spotlight(session, inspector);
    this.actions = new ProblemActions(session, texts, dialogs, services, worker, spotlight);
    this.problems =
        new ProblemsView(
            session,
            texts,
            new ProblemDetails(
                session, texts, services.explanations(), actions, spotlight, this::showPolicy),
            actions);
    this.pathAnswers = new PathAnswers(worker);
    this.path = new PathView(session, texts, spotlight, pathAnswers);
    this.terraformView = new TerraformView(session, texts);
    this.tabs = new BottomTabs(texts, problems, path, terraformView);
    this.status = new StatusView(session, texts, commands, actions, workspace.loader());
    PolicyDesk policies = new PolicyDesk(session, dialogs);
    this.policy = new PolicyWindow(session, texts, commands, policies, spotlight, services.today());
    follow();
    stage.setScene(scene(ghost));
    stage.setMinWidth(900);
    stage.setMinHeight(600);
    stage
        .titleProperty()
        .bind(
            Bindings.createStringBinding(
                this::title,
                session.designProperty(),
                session.stateProperty(),
                session.fileProperty(),
                texts.language()));
    stage.addEventHandler(
        WindowEvent.WINDOW_CLOSE_REQUEST,
        event -> {
          if (!workspace.leaving().mayLeave()) {
            event.consume();
          }
        });
    stage.focusedProperty().addListener((_, _, focused) -> workspace.look());
    stage.addEventHandler(WindowEvent.WINDOW_HIDDEN, _ -> endWork());
  }

  private void endWork() {
    workspace.end();
    terraform.end();
    pathAnswers.end();
    actions.cancel();
    policy.hide();
    canvas.end();
    start.end();
    worker.shutdownNow();
    writer.shutdownNow();
  }

  private void follow() {
    session
        .stateProperty()
        .addListener(
            (_, before, now) -> {
              if (before.document() != now.document()) {
                session.design().checks().follow(now.document());
                followTerraform();
              }
            });
    session.designProperty().addListener((_, before, now) -> change(before, now));
    workspace.onNews(canvas::redraw, this::show);
    workspace.designs().onLeaving(this::finish);
    terraformView.follow(terraform);
    problems
        .chosenProperty()
        .addListener(
            (_, _, finding) -> {
              canvas.redraw();
              if (finding != null) {
                spotlight.reveal(finding);
              }
            });
    pathAnswers.result().addListener((_, _, _) -> canvas.redraw());
    tabs.getSelectionModel()
        .selectedItemProperty()
        .addListener(
            (_, _, _) -> {
              followTerraform();
              pathAnswers.watch(tabs.isShown(BottomTabs.Name.PATH));
              canvas.redraw();
            });
    texts.language().addListener((_, _, _) -> terraform.refresh());
    session.design().checks().follow(session.document());
  }

  /// What is being typed becomes part of the design in front, and a gesture is given up.
  private void finish() {
    canvas.requestFocus();
    if (session.state().tool().isBusy()) {
      session.on(new Input.KeyPressed(Input.Key.ESCAPE, Modifiers.NONE));
    }
  }

  /// Another design is in front: what was found in the one before is no longer shown.
  private void change(OpenDesign before, OpenDesign now) {
    before.ask(path.question());
    marks = Look.LIGHT;
    problems.forget();
    pathAnswers.forget();
    status.forget();
    canvas.forget();
    path.set(now.question());
    Live.Result<Checked> known = now.checks().result().get();
    if (known != null && known.document() == now.document()) {
      show(known.document(), known.value());
    }
    now.checks().follow(now.document());
    followTerraform();
  }

  /// Terraform is made only while somebody looks at it.
  private void followTerraform() {
    if (tabs.isShown(BottomTabs.Name.TERRAFORM)) {
      terraform.follow(session.document());
    }
  }

  private void show(Document document, Checked checked) {
    marks = Look.LIGHT.withFindings(checked.findings());
    problems.show(checked.findings(), checked.suppressed());
    pathAnswers.follow(document, checked.analysis());
    status.show(checked);
    outline.refresh();
    canvas.redraw();
  }

  private Pictures.Shown picture() {
    return session.design().pictures().of(session.state(), look());
  }

  private Look look() {
    return marks
        .withTheme(appearance.isDark() ? Theme.DARK : Theme.LIGHT)
        .withLanguage(texts.language().get())
        .withTrail(tabs.trail(session.state().shown()));
  }

  private Scene scene(DragGhost ghost) {
    Menus menus = new Menus(commands, texts, new RecentMenu(workspace, texts));
    SplitPane left = new SplitPane(palette, Menus.panel(texts.of("ui.outline.title"), outline));
    left.setOrientation(Orientation.VERTICAL);
    left.setDividerPositions(0.62);
    left.getStyleClass().add("side");
    StackPane stage = new StackPane(canvas, new EmptyCanvas(session, texts), start);
    stage.setMinSize(200, 120);
    BorderPane front = new BorderPane(stage);
    front.setTop(new DesignTabs(workspace, texts));
    centre.getItems().addAll(front, tabs);
    centre.setOrientation(Orientation.VERTICAL);
    giveBottom(0.22);
    SplitPane columns = new SplitPane(left, centre, inspector);
    columns.setDividerPositions(0.155, 0.758);
    SplitPane.setResizableWithParent(left, false);
    SplitPane.setResizableWithParent(inspector, false);
    left.setMinWidth(200);
    inspector.setMinWidth(260);
    BorderPane root =
        new BorderPane(columns, new TopBar(menus, commands, texts), null, status, null);
    FileDrop drop = new FileDrop(texts);
    StackPane all = new StackPane(root, ghost, drop);
    drop.listen(all, workspace.opening()::open);
    all.getStyleClass().add("drawbridge");
    ContextMenu menu = menus.context();
    canvas.addEventHandler(
        ContextMenuEvent.CONTEXT_MENU_REQUESTED,
        event -> menu.show(canvas, event.getScreenX(), event.getScreenY()));
    canvas.setOnMousePressed(_ -> menu.hide());
    Scene scene = new Scene(all, 1440, 900);
    scene.getStylesheets().add(Styles.SHEET);
    commands.within(problems.list(), "fix-problem", "copy-problem");
    problems.setMenu(menus.problem());
    commands.install(scene);
    return scene;
  }

  private String title() {
    return (session.state().isDirty() ? "• " : "")
        + workspace.files().name()
        + " – "
        + texts.get("ui.title");
  }

  /// @param opened the files to begin with; none for an empty design
  void show(List<Path> opened) {
    stage.show();
    start.refresh();
    workspace.begin(opened);
    session.fitAll();
    canvas.requestFocus();
  }

  /// Whether all files that were to be opened are, and what was changed is kept.
  boolean isLoaded() {
    return workspace.isSettled();
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
    tabs.show(name);
  }

  /// @param share how much of the height the tabs below the canvas take, 0 to 1
  void giveBottom(double share) {
    centre.setDividerPositions(1 - share);
  }

  InspectorView inspector() {
    return inspector;
  }

  PathView path() {
    return path;
  }

  /// Whether the answer about the traffic path is that of the current document.
  boolean showsPath() {
    return pathAnswers.isCurrent(session.document());
  }

  /// Whether the Terraform is that of the current document, where it is looked at.
  boolean showsTerraform() {
    return !tabs.isShown(BottomTabs.Name.TERRAFORM) || terraform.isCurrent();
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
    return session.design().pictures().isCurrent(session.state(), look()) && canvas.isDrawn();
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
  public void export(Dialogs.FileKind kind) {
    workspace.files().exportPicture(kind);
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
  public void nextProblem(int step) {
    showTab(BottomTabs.Name.PROBLEMS);
    problems.next(step);
  }

  @Override
  public ProblemsView problems() {
    return problems;
  }

  @Override
  public ProblemActions problemActions() {
    return actions;
  }

  @Override
  public void quickFix() {
    problems.fixFor(session.state().selection().ids()).ifPresent(fix -> session.commit(fix.edit()));
  }

  @Override
  public void showPolicy(PolicyWindow.Part part) {
    policy.show(stage, part);
  }

  PolicyWindow policy() {
    return policy;
  }

  @Override
  public void showPath(UnaryOperator<PathQuestion> change) {
    showTab(BottomTabs.Name.PATH);
    PathQuestion asked = change.apply(path.question());
    path.set(asked);
    if (!asked.isComplete()) {
      path.requestFieldFocus();
    }
  }

  /// Closes the tab in front; the window, where that is all there is and nothing was begun in it.
  @Override
  public void close() {
    boolean last = workspace.designs().all().size() == 1;
    if (last && session.design().isUntouched()) {
      stage.hide();
    } else {
      workspace.leaving().close(session.design());
    }
  }

  @Override
  public void quit() {
    if (workspace.leaving().mayLeave()) {
      stage.hide();
    }
  }
}
