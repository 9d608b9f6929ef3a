package dev.drawbridge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drawbridge.base.Language;
import dev.drawbridge.base.Messages;
import dev.drawbridge.cli.Commands;
import dev.drawbridge.cli.Console;
import dev.drawbridge.cli.Window;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.io.TempDirFactory;

/// That `bin/drawbridge` finds a Java by itself, or says clearly that it found none. The machine is
/// a folder with invented Javas, which print what they are started with.
@DisabledOnOs(
    value = OS.WINDOWS,
    disabledReason = "a POSIX script; drawbridge.bat is run by ci.yml")
class LauncherTest {
  private static final Path SCRIPT = Path.of("installer/launcher/drawbridge").toAbsolutePath();

  /// With a space, as on many a Mac.
  @TempDir(factory = WithASpace.class)
  Path machine;

  private Path launcher;

  @BeforeEach
  void putTheLauncherOntoTheMachine() throws IOException {
    launcher = machine.resolve("my apps/drawbridge/bin/drawbridge");
    Files.createDirectories(launcher.getParent());
    Files.createDirectories(machine.resolve("my apps/drawbridge/lib"));
    String script = Files.readString(SCRIPT);
    for (String place : List.of("/usr/lib/jvm", "/usr/java", "/opt/", "/Library/", "/usr/local/")) {
      script = script.replace(" " + place, " \"$MACHINE\"" + place);
    }
    Files.writeString(launcher, script);
    executable(launcher);
  }

  @Test
  void whereThereIsNoJavaOneLineSaysSoAndWhereToGetOne() throws Exception {
    var run = run(Map.of());
    assertEquals(2, run.exitCode());
    assertEquals(1, run.output().lines().count(), run.output());
    assertTrue(run.output().contains("needs Java 25") && run.output().contains("https://"));
  }

  @Test
  void theJavaInTheUsualPlaceIsFound() throws Exception {
    java("usr/lib/jvm/old", "17.0.2");
    java("usr/lib/jvm/young", "25.0.1");
    assertEquals("young", run(Map.of()).java());
  }

  @Test
  void javaHomeComesBeforeTheUsualPlaces() throws Exception {
    java("usr/lib/jvm/young", "25.0.1");
    Path home = java("mine", "26");
    assertEquals("mine", run(Map.of("JAVA_HOME", home.toString())).java());
  }

  @Test
  void aJavaHomeThatIsTooOldIsPassedOver() throws Exception {
    Path old = java("old", "21.0.9");
    java("usr/lib/jvm/young", "25");
    assertEquals("young", run(Map.of("JAVA_HOME", old.toString())).java());
  }

  @Test
  void theJavaOnThePathIsFoundThroughItsLinks() throws Exception {
    Path home = java("somewhere/else", "25.0.1");
    Path bin = Files.createDirectories(machine.resolve("bin"));
    Files.createSymbolicLink(bin.resolve("java"), home.resolve("bin/java"));
    assertEquals("else", run(Map.of("PATH", bin + ":/usr/bin:/bin"), "validate").java());
  }

  @Test
  void aJavaWithoutReleaseFileIsAskedForItsVersion() throws Exception {
    Path home = java("bare", "25.0.1");
    Files.delete(home.resolve("release"));
    assertEquals("bare", run(Map.of("JAVA_HOME", home.toString())).java());
  }

  @Test
  void theJavaThatWasAskedForIsTakenOrItsLackIsSaid() throws Exception {
    java("usr/lib/jvm/young", "25.0.1");
    Path mine = java("mine", "25.0.1");
    Path old = java("old", "17.0.1");
    assertEquals("mine", run(Map.of("DRAWBRIDGE_JAVA_HOME", mine.toString())).java());
    var refused = run(Map.of("DRAWBRIDGE_JAVA_HOME", old.toString()));
    assertEquals(2, refused.exitCode());
    assertTrue(refused.output().contains(old.toString()), refused.output());
  }

  @Test
  void argumentsArriveAsTheyWereWritten() throws Exception {
    java("usr/lib/jvm/young", "25.0.1");
    var arguments = run(Map.of(), "validate", "a b.drawbridge", "", "*", "$HOME").arguments();
    var last = arguments.subList(arguments.size() - 5, arguments.size());
    assertEquals(List.of("validate", "a b.drawbridge", "", "*", "$HOME"), last);
  }

  @Test
  void theProgramIsFoundFromAnyFolderAndThroughLinks() throws Exception {
    java("usr/lib/jvm/young", "25.0.1");
    Path elsewhere = Files.createDirectories(machine.resolve("elsewhere"));
    Path link =
        Files.createSymbolicLink(elsewhere.resolve("drawbridge"), elsewhere.relativize(launcher));
    launcher = Files.createSymbolicLink(machine.resolve("db"), link);
    String lib = machine.toRealPath().resolve("my apps/drawbridge/lib").toString();
    assertTrue(run(Map.of()).arguments().contains(lib));
  }

  @Test
  void commandsStartLightlyAndTheWindowDoesNot() throws Exception {
    java("usr/lib/jvm/young", "25.0.1");
    assertTrue(run(Map.of(), "validate").arguments().contains("-XX:TieredStopAtLevel=1"));
    assertFalse(run(Map.of(), "some.drawbridge").arguments().contains("-XX:TieredStopAtLevel=1"));
  }

  @Test
  void everyCommandButTheOneThatOpensTheWindowStartsLightly() throws IOException {
    var known = commands();
    known.addAll(List.of("-h", "--help", "-V", "--version"));
    known.remove("tour");
    Matcher list = Pattern.compile("    (validate [^)]*)\\)").matcher(Files.readString(SCRIPT));
    assertTrue(list.find());
    assertEquals(known, Set.of(list.group(1).split(" \\| ")));
    String bat = Files.readString(SCRIPT.resolveSibling("drawbridge.bat"));
    list = Pattern.compile("in \\((validate [^)]*)\\)").matcher(bat);
    assertTrue(list.find());
    assertEquals(known, Set.of(list.group(1).split(" ")));
  }

  /// The commands that the program's own help lists.
  private static Set<String> commands() {
    var help = new StringWriter();
    var out = new PrintWriter(help);
    var console = new Console(out, out, Messages.in(Language.ENGLISH), false);
    assertEquals(
        0,
        new Commands("1", new NoWindow(), LocalDate.of(2026, 3, 31))
            .run(List.of("--help"), console));
    return help.toString()
        .lines()
        .dropWhile(line -> !line.equals("Commands:"))
        .skip(1)
        .takeWhile(line -> !line.isEmpty())
        .filter(line -> line.matches("  \\w.*"))
        .map(line -> line.strip().split(" ", 2)[0])
        .collect(Collectors.toSet());
  }

  private static final class NoWindow implements Window {
    @Override
    public boolean isPossible() {
      return false;
    }

    @Override
    public void show(List<Path> files) {}
  }

  /// An invented Java that says who it is and what it was started with, a line each.
  private Path java(String folder, String version) throws IOException {
    Path home = machine.resolve(folder);
    Files.createDirectories(home.resolve("bin"));
    Files.writeString(
        home.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
    Path java = home.resolve("bin/java");
    Files.writeString(
        java,
        """
        #!/bin/sh
        if [ "$1" = -version ]; then echo 'openjdk version "%s" 2025-09-16' >&2; exit; fi
        echo "%s"
        for argument in "$@"; do printf '%%s\\n' "$argument"; done
        """
            .formatted(version, home.getFileName()));
    executable(java);
    return home;
  }

  private Run run(Map<String, String> environment, String... arguments) throws Exception {
    var command = new ArrayList<>(List.of(launcher.toString()));
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.directory(machine.toFile());
    builder.environment().clear();
    builder
        .environment()
        .putAll(
            Map.of(
                "PATH",
                toolsWithoutJava(),
                "HOME",
                machine.toString(),
                "MACHINE",
                machine.toString()));
    builder.environment().putAll(environment);
    var process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    return new Run(process.waitFor(), output);
  }

  /// A PATH with what the script itself calls, and no java.
  private String toolsWithoutJava() throws IOException {
    Path tools = Files.createDirectories(machine.resolve("tools"));
    for (String tool : List.of("sh", "sed", "dirname", "readlink", "head", "uname", "locale")) {
      for (String folder : List.of("/usr/bin", "/bin")) {
        Path real = Path.of(folder, tool);
        if (Files.exists(real) && !Files.exists(tools.resolve(tool))) {
          Files.writeString(tools.resolve(tool), "#!/bin/sh\nexec " + real + " \"$@\"\n");
          executable(tools.resolve(tool));
        }
      }
    }
    return tools.toString();
  }

  private static void executable(Path file) {
    assertTrue(file.toFile().setExecutable(true));
  }

  private record Run(int exitCode, String output) {
    String java() {
      assertEquals(0, exitCode, output);
      return output.lines().findFirst().orElseThrow();
    }

    List<String> arguments() {
      return output.lines().skip(1).toList();
    }
  }

  static final class WithASpace implements TempDirFactory {
    @Override
    public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext context)
        throws IOException {
      return Files.createTempDirectory("a machine");
    }
  }
}
