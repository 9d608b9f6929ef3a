package dev.drawbridge.ui;

import dev.drawbridge.output.store.Backups;
import dev.drawbridge.output.store.Recovery;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutorService;

/// What is remembered from one start to the next.
///
/// @param recovery of what lies open; empty where there is no place to keep it
/// @param backups of files that are saved over; empty where nothing is remembered
/// @param writer the thread on which it is written
record Memory(
    Preferences preferences,
    Optional<Recovery> recovery,
    Optional<Backups> backups,
    ExecutorService writer) {
  /// @param folder the application's own, which need not be there yet
  static Memory in(Path folder) {
    Optional<Recovery> recovery = Recovery.open(folder);
    return new Memory(
        new Preferences(recovery.isPresent() ? folder.resolve("preferences.json") : null),
        recovery,
        Optional.of(new Backups(folder)),
        Live.worker("recovery"));
  }

  /// Nothing is remembered.
  static Memory none() {
    return new Memory(
        new Preferences(null), Optional.empty(), Optional.empty(), Live.worker("recovery"));
  }

  /// Waits until everything is written.
  void end() {
    preferences.end();
    writer.close();
    recovery.ifPresent(Recovery::close);
  }
}
