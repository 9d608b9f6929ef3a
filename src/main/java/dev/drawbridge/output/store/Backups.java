package dev.drawbridge.output.store;

import dev.drawbridge.base.Issue;
import dev.drawbridge.base.Outcome;
import dev.drawbridge.base.Place;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What designs' files held before they were saved over: the last ten contents of each, kept in the
/// application's own folder, where neither the folder of the design nor a shared drive takes them along.
///
/// A file is known by its real path; its folder here is named after that, and its contents are numbered.
public final class Backups {
  /// So many are kept of each file.
  public static final int MOST = 10;

  private static final Pattern NAME = Pattern.compile("([0-9]{1,18})\\.drawbridge");
  private static final int DIGITS = 32;

  private final Path folder;
  private final Disk disk;

  /// @param folder the application's own, which need not be there yet
  public Backups(Path folder) {
    this(folder, Disk.REAL);
  }

  Backups(Path folder, Disk disk) {
    this.folder = folder.resolve("backups");
    this.disk = disk;
  }

  /// A former content of a file.
  ///
  /// @param file where it lies
  /// @param written when it was written to the design's own file
  /// @param size in bytes
  public record Backup(Path file, Instant written, long size) {}

  private record Numbered(long number, Path file) {}

  /// Keeps what the file holds now, unless that is kept already, and drops the oldest beyond [#MOST]. To be
  /// called before the file is replaced.
  ///
  /// @return what prevented it; empty when all is well, as for a file that is not there yet
  public Optional<Issue> keep(Path file) {
    try {
      if (Files.isRegularFile(file) && Files.size(file) <= Limits.FILE) {
        keep(file.toRealPath(), place(file));
      }
      return Optional.empty();
    } catch (IOException | UncheckedIOException e) {
      return Optional.of(
          Issue.warning(inFile(file), "store.backup.failed", WriteProblems.reason(e)));
    }
  }

  private void keep(Path real, Path place) throws IOException {
    Disk.createPrivate(place);
    List<Numbered> kept = kept(place);
    if (!kept.isEmpty() && Files.mismatch(kept.getLast().file, real) < 0) {
      return;
    }
    long number = kept.isEmpty() ? 1 : kept.getLast().number + 1;
    Path part = place.resolve(ProcessHandle.current().pid() + ".part");
    Files.deleteIfExists(part);
    try {
      disk.create(part, out -> Files.copy(real, out), Set.of());
      Files.setLastModifiedTime(part, Files.getLastModifiedTime(real));
      Path target = place.resolve(number + DesignStore.ENDING);
      disk.replace(part, target);
      kept.add(new Numbered(number, target));
    } finally {
      Files.deleteIfExists(part);
    }
    while (kept.size() > MOST) {
      Files.deleteIfExists(kept.removeFirst().file);
    }
  }

  /// What is kept of a file, the latest first.
  public Outcome<List<Backup>> of(Path file) {
    List<Backup> found = new ArrayList<>();
    try {
      Path place = place(file);
      if (Files.isDirectory(place)) {
        for (Numbered one : kept(place).reversed()) {
          BasicFileAttributes attributes =
              Files.readAttributes(one.file, BasicFileAttributes.class);
          Instant written = attributes.lastModifiedTime().toInstant();
          found.add(new Backup(one.file, written, attributes.size()));
        }
      }
      return Outcome.ok(found);
    } catch (IOException | UncheckedIOException e) {
      return Outcome.failed(
          Issue.error(inFile(file), "store.backup.unreadable", WriteProblems.reason(e)));
    }
  }

  /// The oldest first.
  private static List<Numbered> kept(Path place) throws IOException {
    List<Numbered> found = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(place)) {
      for (Path file : files) {
        Matcher name = NAME.matcher(file.getFileName().toString());
        if (name.matches()) {
          found.add(new Numbered(Long.parseLong(name.group(1)), file));
        }
      }
    }
    found.sort(Comparator.comparingLong(Numbered::number));
    return found;
  }

  private Path place(Path file) throws IOException {
    Path real = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath().normalize();
    byte[] name = real.toString().getBytes(StandardCharsets.UTF_8);
    return folder.resolve(FileSnapshot.sha256(name).substring(0, DIGITS));
  }

  private static Place inFile(Path file) {
    return new Place.InFile(file.toString(), 0, 0);
  }
}
