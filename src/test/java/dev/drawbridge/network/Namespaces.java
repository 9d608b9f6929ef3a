package dev.drawbridge.network;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Network namespaces of Linux, which end with this. Their names tell the process that made them, so
/// that those of a process that was killed are found and removed by the next.
final class Namespaces implements AutoCloseable {

  private static final Path FOLDER = Path.of("/run/netns");
  private static final String PREFIX = "drawbridge-";
  private static final int CLONE_NEWNET = 0x40000000;

  private final String prefix = PREFIX + ProcessHandle.current().pid() + "-";
  private final Thread hook = new Thread(this::removeAll);

  Namespaces() {
    removeStale();
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /// What is missing on this machine; empty where nothing is.
  static Optional<String> missing() {
    if (!System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux")) {
      return Optional.of("network namespaces are Linux's");
    }
    for (String program : new String[] {"ip -V", "nft --version"}) {
      if (!succeeds(program)) {
        return Optional.of("`" + program + "` does not run: apt-get install iproute2 nftables");
      }
    }
    String probe = PREFIX + ProcessHandle.current().pid() + "-probe";
    return succeeds("ip netns add " + probe + " && ip netns del " + probe)
        ? Optional.empty()
        : Optional.of("no network namespace can be made: run as root, in a container --privileged");
  }

  private static boolean succeeds(String command) {
    try {
      return sh(command).waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Process sh(String command) throws IOException {
    return new ProcessBuilder("sh", "-c", command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static void removeStale() {
    for (String name : names()) {
      String process = name.substring(PREFIX.length()).replaceFirst("-.*", "");
      boolean runs = !process.isEmpty() && ProcessHandle.of(Long.parseLong(process)).isPresent();
      if (!runs) {
        succeeds("ip netns del " + name);
      }
    }
  }

  private static List<String> names() {
    if (!Files.isDirectory(FOLDER)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.matches(PREFIX + "[0-9]+-.*"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The full name of one of these.
  String name(String name) {
    return prefix + name;
  }

  /// Runs a script, in which names stand in full.
  void run(String script) throws IOException, InterruptedException {
    Process process = new ProcessBuilder("sh", "-e", "-s").redirectErrorStream(true).start();
    try (var in = process.getOutputStream()) {
      in.write(script.getBytes(StandardCharsets.UTF_8));
    }
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!process.waitFor(30, TimeUnit.SECONDS) || process.exitValue() != 0) {
      throw new IllegalStateException(said + "\n" + script);
    }
  }

  /// Does something in a namespace: sockets made meanwhile belong to it for ever.
  <T> T inside(String name, Callable<T> work) throws Exception {
    FutureTask<T> task =
        new FutureTask<>(
            () -> {
              enter(FOLDER.resolve(name(name)));
              return work.call();
            });
    // A thread of its own, since it cannot go back.
    Thread.ofPlatform().daemon().start(task);
    return task.get(30, TimeUnit.SECONDS);
  }

  private static void enter(Path namespace) throws Exception {
    Linker linker = Linker.nativeLinker();
    MethodHandle open =
        linker.downcallHandle(
            linker.defaultLookup().find("open").orElseThrow(),
            FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_INT),
            Linker.Option.firstVariadicArg(2));
    MethodHandle setns =
        linker.downcallHandle(
            linker.defaultLookup().find("setns").orElseThrow(),
            FunctionDescriptor.of(
                ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
    MethodHandle close =
        linker.downcallHandle(
            linker.defaultLookup().find("close").orElseThrow(),
            FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment path = arena.allocateFrom(namespace.toString());
      int file = (int) open.invokeExact(path, 0);
      int entered = (int) setns.invokeExact(file, CLONE_NEWNET);
      int closed = (int) close.invokeExact(file);
      if (entered != 0 || closed != 0) {
        throw new IOException("cannot enter " + namespace);
      }
    } catch (Error | Exception e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  void removeAll() {
    StringBuilder script = new StringBuilder();
    for (String name : names()) {
      if (name.startsWith(prefix)) {
        script.append("ip netns del ").append(name).append('\n');
      }
    }
    succeeds(script.append("true").toString());
  }

  @Override
  public void close() {
    removeAll();
    Runtime.getRuntime().removeShutdownHook(hook);
  }
}
