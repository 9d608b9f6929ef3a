package dev.drawbridge.catalog.aws;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Processor and memory of an ECS task, in one of the pairs that Fargate has; AWS refuses others.
/// Amazon ECS Developer Guide, "Task definition parameters for Fargate", Task size.
///
/// @param cpu in 1024ths of a processor
/// @param memory in MiB
public record TaskSize(int cpu, int memory) {
  private static final int GIB = 1024;

  /// All that there are, by processor, then memory.
  public static final List<TaskSize> ALL = all();

  private static List<TaskSize> all() {
    List<TaskSize> sizes = new ArrayList<>();
    sizes.add(new TaskSize(256, 512));
    range(sizes, 256, GIB, 2 * GIB, GIB);
    range(sizes, 512, GIB, 4 * GIB, GIB);
    range(sizes, 1024, 2 * GIB, 8 * GIB, GIB);
    range(sizes, 2048, 4 * GIB, 16 * GIB, GIB);
    range(sizes, 4096, 8 * GIB, 30 * GIB, GIB);
    range(sizes, 8192, 16 * GIB, 60 * GIB, 4 * GIB);
    range(sizes, 16384, 32 * GIB, 120 * GIB, 8 * GIB);
    return List.copyOf(sizes);
  }

  private static void range(List<TaskSize> sizes, int cpu, int from, int to, int step) {
    for (int memory = from; memory <= to; memory += step) {
      sizes.add(new TaskSize(cpu, memory));
    }
  }

  /// Whether Fargate has it.
  public boolean isOnFargate() {
    return ALL.contains(this);
  }

  /// The smallest on Fargate that is as large in both; empty where none is.
  public Optional<TaskSize> atLeast() {
    return ALL.stream().filter(size -> size.cpu >= cpu && size.memory >= memory).findFirst();
  }

  /// As in the file: `256/512`.
  public String text() {
    return cpu + "/" + memory;
  }

  static TaskSize read(String text) {
    String[] parts = text.split("/");
    return new TaskSize(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
  }

  static String pattern() {
    return ALL.stream().map(TaskSize::text).collect(Collectors.joining("|"));
  }
}
