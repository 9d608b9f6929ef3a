package dev.drawbridge.ui;

import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.base.Outcome;
import dev.drawbridge.base.Point;
import dev.drawbridge.draw.Badge;
import dev.drawbridge.draw.Look;
import dev.drawbridge.draw.Theme;
import dev.drawbridge.editor.Editor;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.terraform.write.GeneratedFile;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
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

/// The window of one design: puts the views together and lets results flow between them.
final class MainWindow implements WindowCommands.Host {
  private final Stage stage;
  private final Texts texts;
  private final Appearance appearance;
  private final Session session;
  private final Pictures pictures = new Pictures(this::redraw);
  private final ExecutorService worker = Live.worker("checks");

  /// Its own, so that the files of a large design keep no finding waiting.
  private final ExecutorService writer = Live.worker("terraform");

  private final Live<Checked> checks;
  private final Live<Outcome<TerraformListing>> terraform;
  private final DesignFiles files;
  private final DesignClipboard clipboard;
  private final Commands commands;
  private final CanvasView canvas;
  private final PaletteView palette;
  private final OutlineView outline;
  private final InspectorView inspector;
  private final ProblemActions actions;
  private final ProblemsView problems;
  private final PathAnswers pathAnswers;
  private final PathView path;
  private final TerraformView terraformView;
  private final BottomTabs tabs;
  private final StatusView status;
  private final PolicyWindow policy;
  private final Navigation navigation;
  private final SplitPane centre = new SplitPane();
  private final ReadOnlyBooleanWrapper problemChosen = new ReadOnlyBooleanWrapper();

  /// What the last check marks on the canvas.
  private Look marks = Look.LIGHT;

  MainWindow(
      Stage stage,
      Services services,
      Texts texts,
      Appearance appearance,
      @Nullable Dialogs answers) {
    this.stage = stage;
    this.texts = texts;
    this.appearance = appearance;
    Dialogs dialogs = answers == null ? new NativeDialogs(stage, texts) : answers;
    this.session = new Session(new Editor(services.ids(), pictures::lines), Document.EMPTY);
    this.checks = new Live<>(worker, services.checkers().get()::check);
    Function<Document, Outcome<List<GeneratedFile>>> generator =
        document -> services.terraform().files(document, texts.language().get());
    this.terraform =
        new Live<>(
            worker, (document, _) -> services.listings().listing(document, texts.language().get()));
    this.files = new DesignFiles(session, texts, dialogs, generator);
    this.clipboard = new DesignClipboard(session, texts);
    this.commands = WindowCommands.of(session, this);
    this.canvas = new CanvasView(session, texts, appearance, this::picture, this::badge);
    DragGhost ghost = new DragGhost(session);
    ghost.over(canvas);
    this.palette = new PaletteView(session, texts, ghost, this::focusCanvas);
    this.outline = new OutlineView(session, texts, this::badge);
    Keymap keymap = new Keymap();
    this.navigation =
        new Navigation(
            stage, session, texts, appearance, commands, keymap, outline, this::focusCanvas);
    this.inspector = new InspectorView(session, texts, services.zone(), services.today());
    this.actions = new ProblemActions(session, texts, dialogs, services, worker, this::focus);
    this.problems =
        new ProblemsView(
            session,
            texts,
            new ProblemDetails(
                session, texts, services.explanations(), actions, this::focus, this::showPolicy),
            actions);
    this.pathAnswers = new PathAnswers(worker);
    this.path = new PathView(session, texts, this::focus, pathAnswers);
    this.terraformView = new TerraformView(session, texts);
    this.tabs = new BottomTabs(texts, problems, path, terraformView);
    this.status = new StatusView(session, texts, commands, actions);
    PolicyDesk desk = new PolicyDesk(session, dialogs);
    this.policy = new PolicyWindow(session, texts, commands, desk, this::focus, services.today());
    commands.follow(keymap);
    follow();
    stage.setScene(scene(ghost));
    stage.setMinWidth(900);
    stage.setMinHeight(600);
    stage
        .titleProperty()
        .bind(
            Bindings.createStringBinding(
                this::title, session.stateProperty(), session.fileProperty(), texts.language()));
    stage.addEventHandler(
        WindowEvent.WINDOW_CLOSE_REQUEST,
        event -> {
          if (!files.mayLeave()) {
            event.consume();
          }
        });
    stage.addEventHandler(WindowEvent.WINDOW_HIDDEN, _ -> endWork());
  }

  private void endWork() {
    checks.end();
    terraform.end();
    pathAnswers.end();
    actions.cancel();
    policy.hide();
    navigation.end();
    pictures.end();
    canvas.end();
    worker.shutdownNow();
    writer.shutdownNow();
  }

  private void follow() {
    session
        .stateProperty()
        .addListener(
            (_, before, now) -> {
              if (before.document() != now.document()) {
                checks.follow(now.document());
                followTerraform();
              }
            });
    checks
        .result()
        .addListener(
            (_, _, result) -> {
              if (result != null) {
                show(result.document(), result.value());
              }
            });
    terraformView.follow(terraform);
    problems
        .chosenProperty()
        .addListener(
            (_, _, finding) -> {
              problemChosen.set(finding != null);
              canvas.redraw();
              if (finding != null) {
                reveal(finding);
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
    checks.follow(session.document());
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

  /// Selects what the finding is about, and brings its field before the eyes.
  private void reveal(Finding finding) {
    finding
        .element()
        .filter(id -> session.document().find(id).isPresent())
        .ifPresent(
            id -> {
              session.update(
                  state -> session.editor().reveal(state, new LinkedHashSet<>(List.of(id))));
              String property = finding.property();
              if (property != null) {
                inspector.showProperty(property);
              }
            });
  }

  /// Selects an element, brings it into view and puts the keyboard into its field.
  private void focus(ElementId id, @Nullable String property) {
    if (session.document().find(id).isPresent()) {
      session.update(state -> session.editor().reveal(state, new LinkedHashSet<>(List.of(id))));
      if (property != null) {
        inspector.focusProperty(property);
      }
    }
  }

  private @Nullable Badge badge(ElementId id) {
    return marks.badges().get(id);
  }

  private Pictures.Shown picture() {
    return pictures.of(session.state(), look());
  }

  private Look look() {
    return marks
        .withTheme(appearance.isDark() ? Theme.DARK : Theme.LIGHT)
        .withLanguage(texts.language().get())
        .withTrail(tabs.trail(session.state().shown()));
  }

  private void redraw() {
    canvas.redraw();
  }

  private void focusCanvas() {
    canvas.requestFocus();
  }

  private Scene scene(DragGhost ghost) {
    Menus menus = new Menus(commands, texts);
    SplitPane left = new SplitPane(palette, navigation.side());
    left.setOrientation(Orientation.VERTICAL);
    left.setDividerPositions(0.62);
    left.getStyleClass().add("side");
    Desk desk = new Desk(canvas, new EmptyCanvas(session, texts, commands), navigation);
    centre.getItems().addAll(desk, tabs);
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
    StackPane all = new StackPane(root, navigation.chooser(), ghost);
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
    return (session.state().isDirty() ? "• " : "") + files.name() + " – " + texts.get("ui.title");
  }

  /// @param opened the file to begin with; null for an empty design
  void show(@Nullable Path opened) {
    stage.show();
    if (opened != null) {
      files.open(opened);
    }
    session.fitAll();
    canvas.requestFocus();
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
    return checks.isCurrent();
  }

  /// Whether the canvas shows the document and its findings as they are.
  boolean isDrawn() {
    return pictures.isCurrent(session.state(), look()) && canvas.isDrawn();
  }

  @Override
  public DesignFiles files() {
    return files;
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
  public DesignClipboard clipboard() {
    return clipboard;
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
  public void export(Dialogs.FileKind kind) {
    files.exportPicture(kind);
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
  public ReadOnlyBooleanProperty problemChosen() {
    return problemChosen.getReadOnlyProperty();
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

  Navigation navigation() {
    return navigation;
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

  @Override
  public void close() {
    if (files.mayLeave()) {
      stage.hide();
    }
  }
}
