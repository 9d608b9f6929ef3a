import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Makes the program that needs no Java: an image with its own small runtime, and from it the
/// package of this operating system. `mvn -Pinstaller package` calls it:
///
///     java installer/MakeInstaller.java target/drawbridge/lib target/installer 0.1.0
///
/// Runs on Linux, macOS and Windows alike; everything it needs but `target` lies in `installer`.

static final String MODULE = "dev.drawbridge/dev.drawbridge.Drawbridge";
static final Path HERE = Path.of("installer");
static final Path SAMPLES = Path.of("assets", "samples");

/// The same for training and for use, else the cache does not fit. Looking for classes to unload, of which there are
/// none, stops the hand for some 30 ms each time.
static final List<String> JAVA_OPTIONS = List.of("-XX:+UseG1GC",
    "-XX:-ClassUnloadingWithConcurrentMark", "-XX:MetaspaceSize=96m", "-Djava.awt.headless=true",
    "--enable-native-access=javafx.graphics", "-Xlog:aot=off", "-Xlog:cds=off");

enum Platform {
  LINUX("png", "bin/drawbridge", "lib/app", "lib/runtime/bin/java"),
  MACOS("icns", "Contents/MacOS/drawbridge", "Contents/app",
      "Contents/runtime/Contents/Home/bin/java"),
  WINDOWS("ico", "drawbridge-cli.exe", "app", "runtime/bin/java.exe");

  final String iconType;
  final String commandLine;
  final String appFolder;
  final String java;

  Platform(String iconType, String commandLine, String appFolder, String java) {
    this.iconType = iconType;
    this.commandLine = commandLine;
    this.appFolder = appFolder;
    this.java = java;
  }

  static Platform ours() {
    String name = System.getProperty("os.name");
    return name.startsWith("Windows") ? WINDOWS : name.startsWith("Mac") ? MACOS : LINUX;
  }
}

final Platform platform = Platform.ours();

void main(String[] args) throws Exception {
  Path modules = Path.of(args[0]);
  Path target = Path.of(args[1]);
  String version = args[2];
  delete(target);
  Files.createDirectories(target);

  Path image = makeImage(modules, target, version);
  trainToStartFast(image);
  tryOut(image, version);
  makePackage(image, target, version);
}

Path makeImage(Path modules, Path target, String version) throws Exception {
  var command = jpackage("app-image", target, version);
  command.addAll(List.of("--module-path", modules.toString(), "--module", MODULE,
      "--icon", icon(),
      // Without its own `java` the image could not be trained.
      "--jlink-options", "--strip-debug --no-man-pages --no-header-files --compress=zip-6"));
  for (String option : JAVA_OPTIONS) {
    command.addAll(List.of("--java-options", option));
  }
  command.addAll(List.of("--java-options", "-XX:AOTCache=$APPDIR/drawbridge.aot"));
  if (platform == Platform.WINDOWS) {
    // The window's launcher has no console there; commands get one that has.
    Path console = Files.writeString(target.resolve("console.properties"), "win-console=true\n");
    command.addAll(List.of("--add-launcher", "drawbridge-cli=" + console));
  }
  run(0, command);
  return target.resolve(platform == Platform.MACOS ? "drawbridge.app" : "drawbridge");
}

/// Lets the image's own Java work once and write down what it loaded; half the time of a start.
void trainToStartFast(Path image) throws Exception {
  var command = new ArrayList<>(List.of(image.resolve(platform.java).toString()));
  command.addAll(JAVA_OPTIONS);
  command.add("-XX:AOTCacheOutput=" + image.resolve(platform.appFolder).resolve("drawbridge.aot"));
  command.addAll(List.of("--module", MODULE, "validate", planted()));
  run(1, command);
}

void tryOut(Path image, String version) throws Exception {
  String program = image.resolve(platform.commandLine).toString();
  if (!run(0, List.of(program, "--version")).contains(version)) {
    throw new IllegalStateException("the image does not say that it is version " + version);
  }
  run(0, List.of(program, "validate", SAMPLES.resolve("three-tier.drawbridge").toString()));
  run(1, List.of(program, "validate", planted()));
  IO.println("image: " + image);
}

void makePackage(Path image, Path target, String version) throws Exception {
  String type = switch (platform) {
    case LINUX -> "deb";
    case MACOS -> "dmg";
    case WINDOWS -> "msi";
  };
  if (platform == Platform.LINUX && !(onPath("dpkg-deb") && onPath("fakeroot"))) {
    IO.println("no deb: install dpkg and fakeroot to have one made");
    return;
  }
  var command = jpackage(type, target, version);
  command.addAll(List.of("--app-image", image.toString(),
      "--license-file", HERE.resolve("LICENSE").toString(),
      "--file-associations", fileAssociation(target).toString()));
  command.addAll(switch (platform) {
    case LINUX -> List.of("--linux-package-deps", "libgtk-3-0", "--linux-app-category", "devel",
        "--resource-dir", HERE.resolve("linux").toString());
    case MACOS -> List.of("--mac-package-identifier", "dev.drawbridge");
    case WINDOWS -> List.of("--win-menu", "--win-dir-chooser", "--win-per-user-install",
        "--win-upgrade-uuid", "6f0b9c0e-6f3c-4b58-9a5e-2d1c7d6a4f11");
  });
  run(0, command);
  try (Stream<Path> files = Files.list(target)) {
    files.filter(file -> file.toString().endsWith(type))
        .forEach(file -> IO.println("package: " + file));
  }
}

List<String> jpackage(String type, Path target, String version) {
  Path tool = Path.of(System.getProperty("java.home"), "bin", "jpackage");
  return new ArrayList<>(List.of(tool.toString(), "--type", type, "--dest", target.toString(),
      "--name", "drawbridge", "--app-version", packageVersion(version), "--vendor", "Drawbridge",
      "--copyright", "Apache-2.0",
      "--description", "Draws AWS architectures and proves that their DMZ holds"));
}

/// A package for macOS must not begin with 0.
String packageVersion(String version) {
  return platform == Platform.MACOS ? version.replaceFirst("^0\\.", "1.") : version;
}

Path fileAssociation(Path target) throws IOException {
  String common = Files.readString(HERE.resolve("file-association.properties"));
  return Files.writeString(target.resolve("file-association.properties"),
      common + "icon=" + icon().replace('\\', '/') + "\n");
}

String icon() {
  return HERE.resolve("icons").resolve("drawbridge." + platform.iconType).toAbsolutePath().toString();
}

String planted() {
  return SAMPLES.resolve("three-tier-planted.drawbridge").toString();
}

/// Runs the command, shows what it says, and insists on how it ends.
String run(int expectedExitCode, List<String> command) throws Exception {
  var process = new ProcessBuilder(command).redirectErrorStream(true).start();
  process.getOutputStream().close();
  String output = new String(process.getInputStream().readAllBytes());
  IO.print(output);
  int exitCode = process.waitFor();
  if (exitCode != expectedExitCode) {
    throw new IllegalStateException(
        "exit code " + exitCode + " of " + String.join(" ", command) + "\n" + output);
  }
  return output;
}

boolean onPath(String tool) {
  return Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator))
      .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
}

void delete(Path folder) throws IOException {
  if (!Files.exists(folder)) {
    return;
  }
  try (Stream<Path> files = Files.walk(folder)) {
    files.sorted(Comparator.reverseOrder()).forEach(file -> {
      try {
        Files.delete(file);
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    });
  }
}
