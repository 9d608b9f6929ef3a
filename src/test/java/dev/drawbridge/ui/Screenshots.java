package dev.drawbridge.ui;

import dev.drawbridge.base.Language;
import dev.drawbridge.base.Messages;
import dev.drawbridge.base.Point;
import dev.drawbridge.catalog.Preset;
import dev.drawbridge.catalog.aws.WebTier;
import dev.drawbridge.edit.Delete;
import dev.drawbridge.edit.Ids;
import dev.drawbridge.edit.Move;
import dev.drawbridge.edit.Rename;
import dev.drawbridge.edit.template.Template;
import dev.drawbridge.editor.Input;
import dev.drawbridge.editor.Modifiers;
import dev.drawbridge.editor.Selection;
import dev.drawbridge.model.ElementId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.geometry.Point2D;
import javafx.scene.control.CheckBox;
import javafx.scene.control.MenuBar;
import javafx.scene.input.ContextMenuEvent;
import javafx.stage.Stage;
import javafx.stage.Window;

/// Makes the pictures of the window that the README shows, from the window itself.
public final class Screenshots {
  private static final int WIDTH = 1600;
  private static final int HEIGHT = 1000;
  private static final LocalDate TODAY = LocalDate.of(2030, 6, 1);

  private static final ZoneId ZONE = ZoneId.of("Asia/Seoul");

  private final Path folder;
  private final String suffix;

  private Screenshots(Path folder) {
    this.folder = folder;
    this.suffix = "1".equals(System.getProperty("headlessx.scale", "1")) ? "" : "@2x";
  }

  /// @param args the folder to write to
  public static void main(String[] args) throws Exception {
    Thread.setDefaultUncaughtExceptionHandler(
        (_, e) -> {
          e.printStackTrace();
          System.exit(1);
        });
    open(Path.of(args[0])).all();
    System.exit(0);
  }

  /// Starts JavaFX for pictures that go into a folder.
  static Screenshots open(Path folder) throws Exception {
    Screenshots shots = new Screenshots(folder);
    Files.createDirectories(shots.folder);
    CountDownLatch started = new CountDownLatch(1);
    Platform.startup(started::countDown);
    started.await();
    Platform.setImplicitExit(false);
    Fx.call(
        () -> {
          Fonts.load();
          return null;
        });
    return shots;
  }

  private void all() throws Exception {
    shot("editor-light", Language.ENGLISH, Appearance.Choice.LIGHT, Template.THREE_TIER);
    shot("editor-dark", Language.ENGLISH, Appearance.Choice.DARK, Template.THREE_TIER);
    shot("editor-ko", Language.KOREAN, Appearance.Choice.LIGHT, Template.THREE_TIER);
    shot("start", Language.ENGLISH, Appearance.Choice.LIGHT, Template.BLANK);
    shot(
        "problems",
        Language.ENGLISH,
        Appearance.Choice.LIGHT,
        Template.THREE_TIER_PLANTED,
        window -> {
          tab(window, BottomTabs.Name.PROBLEMS, 0.34);
          window.problems().choose("DMZ-001");
        });
    shot(
        "terraform",
        Language.ENGLISH,
        Appearance.Choice.DARK,
        Template.THREE_TIER,
        window -> tab(window, BottomTabs.Name.TERRAFORM, 0.4));
    shot(
        "traffic-path",
        Language.ENGLISH,
        Appearance.Choice.LIGHT,
        Template.THREE_TIER,
        window -> path(window, "internet-users", "web-nginx", 80));
    shot(
        "traffic-path-blocked",
        Language.KOREAN,
        Appearance.Choice.DARK,
        Template.THREE_TIER,
        window -> path(window, "internet-users", "rds-main", 5432));
    shot(
        "what-if",
        Language.ENGLISH,
        Appearance.Choice.LIGHT,
        Template.CONTAINERS,
        window -> failing(window, "az-a"));
    shot(
        "what-if-ko",
        Language.KOREAN,
        Appearance.Choice.DARK,
        Template.THREE_TIER,
        window -> failing(window, "az-a"));
    exportDialog();
    popups();
  }

  /// What opens above the window.
  private void popups() throws Exception {
    shot(
        "menu",
        Language.ENGLISH,
        Appearance.Choice.LIGHT,
        Template.THREE_TIER,
        window -> menuBar(window).getMenus().get(2).show());
    shot(
        "context-menu-ko",
        Language.KOREAN,
        Appearance.Choice.DARK,
        Template.THREE_TIER,
        Screenshots::askForMenu);
    shot(
        "command-palette",
        Language.ENGLISH,
        Appearance.Choice.LIGHT,
        Template.THREE_TIER,
        window -> window.commands().get("commands").run());
    shot(
        "command-palette-ko",
        Language.KOREAN,
        Appearance.Choice.DARK,
        Template.THREE_TIER,
        window -> window.commands().get("commands").run());
    shot(
        "history",
        Language.ENGLISH,
        Appearance.Choice.LIGHT,
        Template.THREE_TIER,
        Screenshots::workABit);
    dropped();
    shot("start-ko", Language.KOREAN, Appearance.Choice.DARK, Template.BLANK);
    shortcuts("shortcuts", Language.ENGLISH, Appearance.Choice.LIGHT);
    shortcuts("shortcuts-ko", Language.KOREAN, Appearance.Choice.DARK);
  }

  /// A web tier over a canvas with nothing on it.
  void dropped() throws Exception {
    shot(
        "surroundings",
        Language.ENGLISH,
        Appearance.Choice.LIGHT,
        Template.BLANK,
        window -> dropOnNothing(window, Language.ENGLISH));
    shot(
        "surroundings-ko",
        Language.KOREAN,
        Appearance.Choice.DARK,
        Template.BLANK,
        window -> dropOnNothing(window, Language.KOREAN));
  }

  private static MenuBar menuBar(MainWindow window) {
    return (MenuBar) window.canvas().getScene().lookup(".menu-bar");
  }

  private static void askForMenu(MainWindow window) {
    ElementId web = new ElementId("web-nginx");
    window.session().update(state -> state.withSelection(Selection.of(web)));
    Point2D at = window.canvas().localToScreen(360, 240);
    Event.fireEvent(
        window.canvas(),
        new ContextMenuEvent(
            ContextMenuEvent.CONTEXT_MENU_REQUESTED, 360, 240, at.getX(), at.getY(), false, null));
  }

  private static void dropOnNothing(MainWindow window, Language language) {
    window.commands().get("new").run();
    Session session = window.session();
    Preset web = WebTier.KIND.presets().getFirst();
    Point middle = new Point(540, 330);
    String name = Display.preset(web, Messages.in(language));
    session.update(state -> session.editor().take(state, web, name));
    session.on(new Input.Dragged(middle, Modifiers.NONE));
    session.on(new Input.Released(middle, Input.Button.PRIMARY, Modifiers.NONE));
  }

  private static void workABit(MainWindow window) {
    window.session().commit(Move.of(new ElementId("nat-a"), 0, 8));
    window.session().commit(new Rename(new ElementId("web-nginx"), "front"));
    window.session().commit(Delete.of(new ElementId("nat-c")));
    window.session().update(window.session().editor()::undo);
    window.commands().get("history").run();
  }

  private void shortcuts(String name, Language language, Appearance.Choice choice)
      throws Exception {
    MainWindow window = window(language, choice, Template.BLANK);
    Fx.await(window::isSettled);
    Stage sheet =
        Fx.call(
            () -> {
              window.commands().get("shortcuts").run();
              return window.navigation().shortcuts().stage();
            });
    Fx.settle();
    Fx.settle();
    save(sheet, name);
    close(window);
  }

  private void exportDialog() throws Exception {
    exports("export", Language.ENGLISH, Appearance.Choice.LIGHT);
    exports("export-dark", Language.ENGLISH, Appearance.Choice.DARK);
    exports("export-ko", Language.KOREAN, Appearance.Choice.LIGHT);
    exports("export-ko-dark", Language.KOREAN, Appearance.Choice.DARK);
  }

  /// The dialog alone, over the design with its mistakes.
  private void exports(String name, Language language, Appearance.Choice choice) throws Exception {
    MainWindow window = window(language, choice, Template.THREE_TIER_PLANTED);
    Fx.await(window::isSettled);
    Fx.call(
        () -> {
          window.session().update(window.session().editor()::selectAll);
          window.sharing().export(Dialogs.FileKind.PNG);
          return null;
        });
    for (String choices : List.of("#export-legend", "#export-title-block", "#export-findings")) {
      Fx.call(
          () -> {
            Stage dialog = window.sharing().exports().stage();
            ((CheckBox) dialog.getScene().lookup(choices)).fire();
            return null;
          });
    }
    Fx.settle();
    Fx.await(() -> window.sharing().exports().isDrawn());
    Fx.settle();
    save(Fx.call(() -> window.sharing().exports().stage()), name);
    close(window);
  }

  private static void tab(MainWindow window, BottomTabs.Name name, double share) {
    window.showTab(name);
    window.giveBottom(share);
  }

  private static void path(MainWindow window, String from, String to, int port) {
    tab(window, BottomTabs.Name.PATH, 0.34);
    PathQuestion question =
        PathQuestion.OPEN.withFrom(new ElementId(from)).withTo(new ElementId(to));
    window.path().set(question.withPort(port));
  }

  private static void failing(MainWindow window, String element) {
    tab(window, BottomTabs.Name.WHAT_IF, 0.4);
    window.whatIf().set(new Failing(new ElementId(element)));
  }

  void shot(String name, Language language, Appearance.Choice choice, Template template)
      throws Exception {
    shot(name, language, choice, template, _ -> {});
  }

  /// @param arrange brings the window into the state to picture
  void shot(
      String name,
      Language language,
      Appearance.Choice choice,
      Template template,
      Consumer<MainWindow> arrange)
      throws Exception {
    MainWindow window = window(language, choice, template);
    Fx.await(() -> window.isSettled() && window.isStarted());
    Fx.call(
        () -> {
          arrange.accept(window);
          return null;
        });
    Fx.await(
        () ->
            window.isSettled()
                && window.results().showsPath()
                && window.results().showsWhatIf()
                && window.results().showsTerraform());
    Fx.settle();
    Fx.await(() -> window.isDrawn() && window.isStarted());
    // The renderer may be some pulses late where the processor has other work, too.
    for (int i = 0; i < 6; i++) {
      Fx.settle();
    }
    save(Fx.call(() -> window.canvas().getScene().getWindow()), name);
    close(window);
  }

  private static MainWindow window(Language language, Appearance.Choice choice, Template template)
      throws Exception {
    RandomGenerator chance = RandomGeneratorFactory.of("L64X128MixRandom").create(7);
    return Fx.call(
        () -> {
          Appearance appearance = new Appearance();
          appearance.choiceProperty().set(choice);
          Stage stage = new Stage();
          stage.setX(0);
          stage.setY(0);
          stage.setWidth(WIDTH);
          stage.setHeight(HEIGHT);
          MainWindow made =
              new MainWindow(
                  stage,
                  Work.services(Ids.from(chance), () -> TODAY, ZONE),
                  new Texts(language),
                  appearance,
                  Memory.none(),
                  null);
          made.show(List.of());
          made.session().open(template.design(language));
          return made;
        });
  }

  private void save(Window shown, String name) throws Exception {
    WindowPicture.save(shown, folder.resolve(name + suffix + ".png"));
  }

  private static void close(MainWindow window) throws Exception {
    Fx.call(
        () -> {
          window.policy().hide();
          window.navigation().shortcuts().hide();
          window.sharing().exports().hide();
          window.canvas().getScene().getWindow().hide();
          return null;
        });
  }

  /// Works on the FX thread from outside it.
  static final class Fx {
    private Fx() {}

    static <T> T call(Callable<T> work) throws Exception {
      FutureTask<T> task = new FutureTask<>(work);
      Platform.runLater(task);
      return task.get(60, TimeUnit.SECONDS);
    }

    /// Until the condition holds, looked at on the FX thread.
    static void await(Callable<Boolean> condition) throws Exception {
      for (int i = 0; i < 600; i++) {
        if (call(condition)) {
          return;
        }
        settle();
      }
      throw new IllegalStateException("waited in vain");
    }

    /// Lets the window lay itself out and draw: two pulses.
    static void settle() throws Exception {
      CountDownLatch pulses = new CountDownLatch(3);
      Platform.runLater(
          () -> {
            javafx.animation.AnimationTimer timer =
                new javafx.animation.AnimationTimer() {
                  @Override
                  public void handle(long now) {
                    pulses.countDown();
                    if (pulses.getCount() == 0) {
                      stop();
                    }
                  }
                };
            timer.start();
          });
      pulses.await(10, TimeUnit.SECONDS);
    }
  }
}
