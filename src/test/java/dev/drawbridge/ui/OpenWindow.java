package dev.drawbridge.ui;

import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.base.Language;
import dev.drawbridge.base.Point;
import dev.drawbridge.base.Rect;
import dev.drawbridge.edit.Ids;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Node;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Application;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

/// The real window, with a robot's hands and scripted answers to its dialogs.
abstract class OpenWindow extends ApplicationTest {
  private static final int PATIENCE_SECONDS = 30;
  private static final int STEPS = 8;
  static final LocalDate TODAY = LocalDate.of(2030, 6, 1);

  static final ZoneId ZONE = ZoneId.of("Asia/Seoul");

  final ScriptedDialogs dialogs = new ScriptedDialogs();
  Memory memory = Memory.none();

  /// Where that is kept; null where nothing is.
  Path data;

  Stage stage;
  MainWindow window;
  Texts texts;
  Appearance appearance;
  private Robot robot;

  @Override
  public void start(Stage shared) {
    Fonts.load();
    stage =
        new Stage(); // the one that TestFX gives is all tests', also of those without our window
    texts = new Texts(Language.ENGLISH);
    appearance = new Appearance();
    appearance.choiceProperty().set(Appearance.Choice.LIGHT);
    stage.setX(0);
    stage.setY(0);
    stage.setWidth(1560);
    stage.setHeight(1160);
    window = new MainWindow(stage, services(), texts, appearance, memory, dialogs);
    window.show(List.of());
  }

  /// To be called before the window starts: it keeps what it knows in a folder, as an installed one does.
  void remember() {
    try {
      data = Files.createTempDirectory("drawbridge-data");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    memory = Memory.in(data);
  }

  Services services() {
    return Work.services(Ids.from(new Random(5)), () -> TODAY, ZONE);
  }

  @Override
  public void stop() {
    stage.hide();
    Application.setUserAgentStylesheet(null);
  }

  Session session() {
    return window.session();
  }

  Document document() {
    return call(() -> session().document());
  }

  void open(Document document) {
    interact(() -> session().open(document));
    checked();
  }

  <T> T call(Callable<T> work) {
    return WaitForAsyncUtils.waitForAsyncFx(PATIENCE_SECONDS * 1000L, work);
  }

  /// Waits until the condition holds, looked at on the FX thread.
  void until(Callable<Boolean> condition) {
    try {
      WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, () -> call(condition));
    } catch (TimeoutException e) {
      throw new AssertionError("waited in vain", e);
    }
    WaitForAsyncUtils.waitForFxEvents();
  }

  /// Waits until the findings are those of the document as it is.
  void checked() {
    until(window::isSettled);
  }

  /// Waits until all files that were to be opened are.
  void loaded() {
    until(window::isLoaded);
  }

  /// Where a point of the document is on the screen.
  Point2D at(double x, double y) {
    return call(
        () -> {
          Point on = session().state().camera().toScreen(new Point(x, y));
          return window.canvas().localToScreen(on.x(), on.y());
        });
  }

  Point2D at(Point point) {
    return at(point.x(), point.y());
  }

  Rect bounds(ElementId id) {
    return call(() -> session().document().absoluteBounds(session().document().node(id)));
  }

  /// Finds an entry of the palette by its search, and drags it to a point of the document.
  void dragFromPalette(String preset, String search, double x, double y) {
    interact(() -> lookup("#palette-search").queryTextInputControl().setText(search));
    dragTo(middle("#palette-" + preset.replace('.', '-')), at(x, y));
  }

  Point2D middle(String query) {
    return call(
        () -> {
          javafx.scene.Node node = lookup(query).query();
          node.getScene().getRoot().applyCss();
          node.getScene().getRoot().layout(); // what a search has just listed has no place yet
          Bounds on = node.localToScreen(node.getLayoutBounds());
          return new Point2D(on.getCenterX(), on.getCenterY());
        });
  }

  /// A drag in a few steps. TestFX's own hand takes hundreds, each waiting for the window.
  void dragTo(Point2D from, Point2D to) {
    mouseTo(from);
    interact(() -> robot().mousePress(MouseButton.PRIMARY));
    for (int i = 1; i <= STEPS; i++) {
      mouseTo(from.interpolate(to, (double) i / STEPS));
    }
    interact(() -> robot().mouseRelease(MouseButton.PRIMARY));
  }

  void mouseTo(Point2D point) {
    interact(() -> robot().mouseMove(point));
  }

  /// One and the same robot has to do all of a gesture: each knows only its own mouse and keys.
  void mouseDown() {
    interact(() -> robot().mousePress(MouseButton.PRIMARY));
  }

  void mouseUp() {
    interact(() -> robot().mouseRelease(MouseButton.PRIMARY));
  }

  void wheelWith(KeyCode held, int notches) {
    interact(
        () -> {
          robot().keyPress(held);
          robot().mouseWheel(notches);
          robot().keyRelease(held);
        });
  }

  void clickAt(Point2D point, MouseButton button) {
    mouseTo(point);
    interact(() -> robot().mouseClick(button));
  }

  void clickAt(Point2D point) {
    clickAt(point, MouseButton.PRIMARY);
  }

  /// Twice without a pause, so that a busy machine does not make two clicks of it.
  void doubleClickAt(Point2D point) {
    mouseTo(point);
    interact(
        () -> {
          robot().mouseClick(MouseButton.PRIMARY);
          robot().mouseClick(MouseButton.PRIMARY);
        });
  }

  /// Does something with the mouse while keys are held.
  void holding(KeyCode key, Runnable gesture) {
    interact(() -> robot().keyPress(key));
    try {
      gesture.run();
    } finally {
      interact(() -> robot().keyRelease(key));
    }
  }

  /// While keys are held by [#holding], whose robot has to press this one, too.
  void escape() {
    interact(
        () -> {
          robot().keyPress(KeyCode.ESCAPE);
          robot().keyRelease(KeyCode.ESCAPE);
        });
  }

  void wheel(int notches) {
    interact(() -> robot().mouseWheel(notches));
  }

  void dragWith(MouseButton button, Point2D from, Point2D to) {
    mouseTo(from);
    interact(() -> robot().mousePress(button));
    mouseTo(from.midpoint(to));
    mouseTo(to);
    interact(() -> robot().mouseRelease(button));
  }

  private Robot robot() {
    Robot known = robot == null ? new Robot() : robot;
    robot = known;
    return known;
  }

  Node newest(String kind) {
    return document().nodes().stream()
        .filter(node -> node.kind().equals(kind))
        .reduce((_, last) -> last)
        .orElseThrow(() -> new AssertionError("nothing of kind " + kind + " was placed"));
  }

  /// Whether the problems panel lists a finding of the rule.
  boolean lists(String rule) {
    return call(() -> problem(rule) != null);
  }

  Finding problem(String rule) {
    for (ProblemRow row : problemList().getItems()) {
      if (row instanceof ProblemRow.Problem problem && problem.finding().rule().equals(rule)) {
        return problem.finding();
      }
    }
    return null;
  }

  @SuppressWarnings("unchecked")
  ListView<ProblemRow> problemList() {
    return lookup("#problem-list").queryAs(ListView.class);
  }

  void choose(String rule) {
    interact(
        () -> {
          ListView<ProblemRow> list = problemList();
          for (ProblemRow row : list.getItems()) {
            if (row instanceof ProblemRow.Problem problem
                && problem.finding().rule().equals(rule)) {
              list.getSelectionModel().select(row);
              list.scrollTo(row);
              return;
            }
          }
          throw new AssertionError("no finding of " + rule);
        });
  }

  /// Ctrl, or Command on macOS, and a key; and waits until what it began in the background is done.
  void shortcut(KeyCode... codes) {
    KeyCode[] all = new KeyCode[codes.length + 1];
    all[0] = KeyCode.CONTROL;
    System.arraycopy(codes, 0, all, 1, codes.length);
    push(all);
    WaitForAsyncUtils.waitForFxEvents();
    until(() -> window.isAtRest());
  }
}
