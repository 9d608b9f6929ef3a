package dev.drawbridge.ui;

import dev.drawbridge.base.Language;
import dev.drawbridge.bench.Crowd;
import dev.drawbridge.edit.Ids;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.stage.Stage;

/// How long frames of the real window take while somebody pans, zooms or drags.
///
/// A frame is everything between the beginning of one pulse and the beginning of the next, with pulses
/// that follow one another at once: the input's handling, layout, the copying of the scene for the
/// renderer, rendering by the software pipeline, and the handing over of the pixels to the window
/// system. `quantum.singlethreaded` puts rendering on the FX thread too, so that nothing of it is
/// hidden behind another thread; a user's window, whose renderer has a thread of its own, is no slower.
/// The window system is the tests' headless one, which copies the pixels and shows them to nobody. The
/// collector is that of the installed program, with the same options.
///
/// What is measured is a window that has been in use for a minute: before it counts, each gesture is done
/// for as many frames as it takes until the compiler has little left to do, and until the gesture has passed by
/// all it will see. A first gesture right after the start takes two or three times as long.
public final class Frames {
  private static final int WARM_UP = 900;
  private static final int MEASURED = 600;

  /// A gesture that is very slow is broken off, but not before there are enough frames for a 99th percentile.
  private static final int LEAST = 300;

  private static final long LONGEST_NANOSECONDS = 60_000_000_000L;

  private static final double NANOSECONDS_IN_A_MILLISECOND = 1e6;

  private final int elements;
  private final MainWindow window;
  private final Crowd crowd;

  private Frames(int elements) throws Exception {
    this.elements = elements;
    this.crowd = Crowd.of(elements);
    this.window = call(Frames::window);
    call(
        () -> {
          window.session().open(crowd.design());
          return window;
        });
    settle();
  }

  private static MainWindow window() {
    Fonts.load();
    Appearance appearance = new Appearance();
    appearance.choiceProperty().set(Appearance.Choice.LIGHT);
    Stage stage = new Stage();
    stage.setX(0);
    stage.setY(0);
    stage.setWidth(1440);
    stage.setHeight(900);
    MainWindow made =
        new MainWindow(
            stage,
            Work.services(Ids.from(new Random(5)), () -> LocalDate.of(2030, 6, 1), ZoneOffset.UTC),
            new Texts(Language.ENGLISH),
            appearance,
            Memory.none(),
            null);
    made.show(List.of());
    return made;
  }

  /// Whether the regular expression means any of the gestures.
  public static boolean isChosen(String which) {
    return Motion.ALL.stream().anyMatch(gesture -> isChosen(gesture, which));
  }

  private static boolean isChosen(Motion gesture, String which) {
    return ("Frames." + gesture.name()).matches(which + ".*");
  }

  /// Measures in a Java of its own, with the window system and the renderer that belong to it; gives
  /// what that one ended with.
  public static int inItsOwnProcess(String which, int... sizes)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.addAll(
        List.of(
            "-Xmx2g",
            "-XX:+UseG1GC",
            "-XX:-ClassUnloadingWithConcurrentMark",
            "-XX:MetaspaceSize=96m",
            "-Dglass.platform=HeadlessX",
            "-Dprism.order=sw",
            "-Dquantum.singlethreaded=true",
            "-Djavafx.animation.fullspeed=true",
            "-Djava.awt.headless=true",
            "--enable-native-access=ALL-UNNAMED",
            "-classpath",
            System.getProperty("java.class.path"),
            Frames.class.getName(),
            which));
    for (int size : sizes) {
      command.add(Integer.toString(size));
    }
    return new ProcessBuilder(command).inheritIO().start().waitFor();
  }

  /// @param arguments a regular expression that chooses gestures, then numbers of elements
  public static void main(String[] arguments) throws Exception {
    CountDownLatch started = new CountDownLatch(1);
    Platform.startup(started::countDown);
    started.await();
    Platform.setImplicitExit(false);
    System.out.printf("%nFrames of the window in ms; cpu: of the FX thread alone%n%n");
    System.out.printf(
        "%-24s%10s%10s%10s%10s%12s%10s%n",
        "gesture", "elements", "median", "p99", "most", "cpu median", "cpu p99");
    for (int i = 1; i < arguments.length; i++) {
      Frames frames = new Frames(Integer.parseInt(arguments[i]));
      for (Motion gesture : Motion.ALL) {
        if (isChosen(gesture, arguments[0])) {
          frames.measure(gesture);
        }
      }
      call(
          () -> {
            frames.window.canvas().getScene().getWindow().hide();
            return null;
          });
    }
    System.exit(0);
  }

  private void measure(Motion gesture) throws Exception {
    Hand hand = new Hand(window, crowd.hub());
    call(
        () -> {
          gesture.begin(hand);
          return null;
        });
    settle();
    Recorder recorder = call(() -> new Recorder(hand, gesture));
    recorder.done.await();
    call(
        () -> {
          gesture.end(hand);
          return null;
        });
    settle();
    System.out.printf(
        Locale.ROOT,
        "%-24s%10d%10.1f%10.1f%10.1f%12.1f%10.1f%n",
        gesture.name(),
        elements,
        recorder.percentile(recorder.wall, 50),
        recorder.percentile(recorder.wall, 99),
        recorder.percentile(recorder.wall, 100),
        recorder.percentile(recorder.cpu, 50),
        recorder.percentile(recorder.cpu, 99));
  }

  /// Until the findings are there and the window has drawn itself.
  private void settle() throws Exception {
    int quiet = 0;
    while (quiet < 20) {
      Thread.sleep(25);
      quiet = call(() -> window.isSettled() && window.isDrawn()) ? quiet + 1 : 0;
    }
  }

  private static <T> T call(Callable<T> work) throws Exception {
    FutureTask<T> task = new FutureTask<>(work);
    Platform.runLater(task);
    return task.get();
  }

  /// Does one step of a gesture at the beginning of each pulse, and notes when that was.
  private static final class Recorder extends AnimationTimer {
    final CountDownLatch done = new CountDownLatch(1);
    private long begin;
    private final long[] wall = new long[MEASURED];
    private final long[] cpu = new long[MEASURED];
    private final Hand hand;
    private final Motion gesture;
    private int frame = -WARM_UP;
    private long lastWall;
    private long lastCpu;

    Recorder(Hand hand, Motion gesture) {
      this.hand = hand;
      this.gesture = gesture;
      start();
    }

    @Override
    public void handle(long pulse) {
      long nowWall = System.nanoTime();
      long nowCpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      if (frame > 0) {
        wall[frame - 1] = nowWall - lastWall;
        cpu[frame - 1] = nowCpu - lastCpu;
      }
      if (frame == 0) {
        begin = nowWall;
      }
      lastWall = nowWall;
      lastCpu = nowCpu;
      if (frame == MEASURED || frame >= LEAST && nowWall - begin > LONGEST_NANOSECONDS) {
        stop();
        done.countDown();
        return;
      }
      gesture.step(hand, frame + WARM_UP);
      frame++;
    }

    double percentile(long[] times, int percent) {
      long[] sorted = Arrays.copyOf(times, frame);
      Arrays.sort(sorted);
      int index = (int) Math.ceil(sorted.length * percent / 100.0) - 1;
      return sorted[index] / NANOSECONDS_IN_A_MILLISECOND;
    }
  }
}
