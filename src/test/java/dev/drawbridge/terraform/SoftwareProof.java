package dev.drawbridge.terraform;

import static org.junit.jupiter.api.Assertions.fail;

import dev.drawbridge.resource.ResourceGraph;
import dev.drawbridge.resource.SupportFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/// The real nginx and HAProxy as judges of the configuration that is generated for them. They only read it:
/// nothing is served.
///
/// Where one is missing, the test that asks for it is skipped and says how to install it; on a build server
/// (`CI=true`) that is a failure.
public final class SoftwareProof {
  /// The bundle of certificate authorities where Amazon Linux has it, and where Debian.
  private static final String REDHAT_CERTIFICATES = "/etc/ssl/certs/ca-bundle.crt";

  private static final String CERTIFICATES = "/etc/ssl/certs/ca-certificates.crt";

  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Z0-9_]+)}");

  private final Path binary;
  private final Path work;

  private SoftwareProof(Path binary, Path work) {
    this.binary = binary;
    this.work = work;
  }

  /// @param program `nginx` or `haproxy`, which is also the name of Debian's package
  /// @param work a temporary folder of the test
  public static SoftwareProof find(String program, Path work) {
    Optional<Path> binary =
        Stream.concat(
                Arrays.stream(
                    System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator)),
                Stream.of("/usr/sbin", "/usr/local/sbin"))
            .filter(dir -> !dir.isBlank())
            .map(dir -> Path.of(dir, program))
            .filter(Files::isExecutable)
            .findFirst();
    return new SoftwareProof(
        present(binary, program + " is missing: apt-get install " + program), work);
  }

  private static Path present(Optional<Path> path, String how) {
    if (path.isEmpty() && "true".equalsIgnoreCase(System.getenv("CI"))) {
      fail(how);
    }
    Assumptions.assumeTrue(path.isPresent(), how);
    return path.orElseThrow();
  }

  /// Where Debian turns it on.
  private static Optional<Path> streamModule() {
    return Optional.of(Path.of("/etc/nginx/modules-enabled/50-mod-stream.conf"))
        .filter(Files::exists);
  }

  /// The files of a graph that have this name, with an address for each placeholder.
  public static List<String> configurations(ResourceGraph graph, String name) {
    return graph.files().values().stream()
        .filter(file -> file.path().startsWith("files/") && file.path().endsWith("/" + name))
        .map(SupportFile::text)
        .map(SoftwareProof::filled)
        .toList();
  }

  /// What Terraform or the start of a container makes of it.
  public static String filled(String text) {
    Matcher placeholders = PLACEHOLDER.matcher(text);
    StringBuilder filled = new StringBuilder();
    int next = 0;
    while (placeholders.find()) {
      next++;
      placeholders.appendReplacement(filled, next % 2 == 0 ? "10.0.0." + next : "localhost");
    }
    return placeholders.appendTail(filled).toString();
  }

  /// `nginx -t`, with its files in the temporary folder, so that it needs no rights.
  public void assertNginx(String configuration) {
    if (configuration.contains("stream {")) {
      present(streamModule(), "nginx has no stream module: apt-get install libnginx-mod-stream");
    }
    try {
      Path folder = Files.createTempDirectory(work, "nginx");
      Files.writeString(folder.resolve("mime.types"), "types { text/html html; }\n");
      // Debian's file loads the module by a path below the folder that nginx is told is its own.
      Files.createSymbolicLink(folder.resolve("modules"), Path.of("/usr/lib/nginx/modules"));
      String here =
          configuration
              .replace("/etc/nginx/mime", folder + "/mime")
              .replace("/var/log/nginx/", folder + "/")
              .replace("/usr/share/nginx/modules/", "/etc/nginx/modules-enabled/")
              .replace("/run/nginx.pid", folder + "/nginx.pid");
      Path file = Files.writeString(folder.resolve("nginx.conf"), here);
      run(
          configuration,
          "-t",
          "-q",
          "-e",
          "stderr",
          "-p",
          folder.toString(),
          "-c",
          file.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// `haproxy -c`.
  public void assertHaproxy(String configuration) {
    try {
      Path file = Files.createTempFile(work, "haproxy", ".cfg");
      Files.writeString(file, configuration.replace(REDHAT_CERTIFICATES, CERTIFICATES));
      run(configuration, "-c", "-q", "-f", file.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// HAProxy ends with 2 where it finds no error but no port to listen on either, as of a proxy that somebody
  /// left without listeners.
  private boolean hasNothingToDo(String configuration, int exit) {
    return binary.endsWith("haproxy") && exit == 2 && !configuration.contains("bind ");
  }

  private void run(String configuration, String... arguments) throws IOException {
    Path output = Files.createTempFile(work, "output", ".txt");
    Process process =
        new ProcessBuilder(
                Stream.concat(Stream.of(binary.toString()), Arrays.stream(arguments)).toList())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      if (!process.waitFor(1, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        fail(binary + " did not end within a minute");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    if (process.exitValue() != 0 && !hasNothingToDo(configuration, process.exitValue())) {
      fail(binary + " refuses:\n" + Files.readString(output) + "\n" + configuration);
    }
  }
}
