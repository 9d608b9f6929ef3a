package dev.drawbridge.bench;

import dev.drawbridge.ui.Frames;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.NoBenchmarksException;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/// Runs all benchmarks, or those that match the regular expression given, and prints the tables.
/// Short on purpose: some minutes in all, good to a tenth or so, which is enough to see growth.
public final class Bench {
  private static final String PACKAGE = "dev\\.drawbridge\\.bench\\.";
  private static final String AFTER_AN_EDIT = "After";
  private static final String VALIDATE = "dev.drawbridge.bench.AnalysisBenchmark.validate";

  private Bench() {}

  public static void main(String[] arguments)
      throws RunnerException, IOException, InterruptedException {
    String which = arguments.length > 0 ? arguments[0] : ".*";
    Options options =
        common(Mode.SampleTime).include(PACKAGE + which).exclude(AFTER_AN_EDIT).build();
    List<RunResult> results = new ArrayList<>(run(options));
    results.addAll(run(practised(which)));
    if (VALIDATE.matches(PACKAGE + which + ".*")) {
      results.addAll(run(large()));
    }
    if (!results.isEmpty()) {
      System.out.println(new GrowthTable(results));
    }
    int exit = Frames.isChosen(which) ? Frames.inItsOwnProcess(which, 1000, 10_000) : 0;
    System.exit(exit);
  }

  private static Collection<RunResult> run(Options options) throws RunnerException {
    try {
      return new Runner(options).run();
    } catch (NoBenchmarksException e) {
      return List.of(); // only frames of the window are asked for
    }
  }

  /// Whoever edits has been at it for a while, and so has the program: what is done after each edit is
  /// measured once the compiler is through with it, which takes some hundred edits.
  private static Options practised(String which) {
    return common(Mode.SampleTime)
        .include(PACKAGE + "(?=.*" + AFTER_AN_EDIT + ")" + which)
        .warmupIterations(15)
        .build();
  }

  /// @param mode one only: JMH would add a second to it
  private static ChainedOptionsBuilder common(Mode mode) {
    return new OptionsBuilder()
        .mode(mode)
        .forks(1)
        .warmupIterations(4)
        .warmupTime(TimeValue.seconds(1))
        .measurementIterations(3)
        .measurementTime(TimeValue.seconds(1))
        .jvmArgsAppend("-Xmx2g", "-Djava.awt.headless=true")
        .shouldFailOnError(true);
  }

  /// The one kind of work that has a bar at 100,000 elements: some runs of some ten seconds.
  private static Options large() {
    return common(Mode.SingleShotTime)
        .include(VALIDATE.replace(".", "\\.") + "$")
        .param("elements", "100000")
        .warmupIterations(1)
        .measurementIterations(2)
        .build();
  }
}
