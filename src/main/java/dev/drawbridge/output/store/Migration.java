package dev.drawbridge.output.store;

import dev.drawbridge.model.Fields;
import java.util.List;

/// One step from a version of the format to the next, on the whole file as data. A step is a class of its
/// own with a golden file of the version it starts from; steps are never changed once released.
interface Migration {
  /// All steps, in order: the step at index 0 leads from version 1 to version 2.
  List<Migration> ALL = List.of();

  /// The version that this program writes.
  int CURRENT = ALL.size() + 1;

  Fields apply(Fields file);

  /// The file as the given version wrote it, brought to [#CURRENT] by the steps in between.
  static Fields upgrade(Fields file, int version, List<Migration> steps) {
    Fields upgraded = file;
    for (Migration step : steps.subList(Math.min(version - 1, steps.size()), steps.size())) {
      upgraded = step.apply(upgraded);
    }
    return upgraded;
  }
}
