package dev.drawbridge.output.store;

import dev.drawbridge.base.Issue;
import dev.drawbridge.base.Outcome;
import dev.drawbridge.base.Place;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.DosFileAttributes;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Puts new content into a file so that whoever looks, at any moment and after any crash, finds the old
/// content or the new, whole. Links stay links, permissions stay as they were, a write-protected file is
/// refused.
///
/// A file with several names (hard links) cannot be replaced without parting them; it is written in
/// place, with a copy of the old content beside it until the new one is safe.
public final class AtomicFile {
  private static final int ATTEMPTS = 5;
  private static final int MOST_LINKS = 40;
  private static final Duration ABANDONED = Duration.ofHours(1);
  private static final String PREFIX = ".drawbridge-";

  private final Disk disk;
  private final Path file;
  private final Path folder;

  private AtomicFile(Disk disk, Path file, Path folder) {
    this.disk = disk;
    this.file = file;
    this.folder = folder;
  }

  /// Writes the file.
  ///
  /// @return the file that was really written, all links followed
  public static Outcome<Path> write(Path file, FileContent content) {
    return write(file, content, Disk.REAL);
  }

  static Outcome<Path> write(Path file, FileContent content, Disk disk) {
    try {
      Path real = resolve(file.toAbsolutePath());
      Path folder = real.getParent();
      if (folder == null || Files.isDirectory(real)) {
        return refused(file, "store.write.folder");
      }
      if (!Files.isDirectory(folder)) {
        return refused(file, "store.write.no_folder");
      }
      if (Files.exists(real) && isProtected(real)) {
        return refused(file, "store.write.protected");
      }
      AtomicFile target = new AtomicFile(disk, real, folder);
      FileContent buffered = buffered(content);
      if (!Files.exists(real)) {
        target.replace(buffered, Set.of(), null);
      } else if (!Files.isRegularFile(real)) {
        try (OutputStream device = Files.newOutputStream(real)) { // such as /dev/stdout
          buffered.writeTo(device);
        }
      } else {
        target.renew(buffered);
      }
      return Outcome.ok(real);
    } catch (IOException | UncheckedIOException e) {
      return Outcome.failed(WriteProblems.writing(file, e));
    }
  }

  private void renew(FileContent content) throws IOException {
    @Nullable PosixFileAttributes before =
        Disk.isPosix(file) ? Files.readAttributes(file, PosixFileAttributes.class) : null;
    Set<PosixFilePermission> mode = before == null ? Set.of() : before.permissions();
    if (Disk.links(file) > 1) {
      overwrite(content, folder);
      return;
    }
    try {
      replace(content, mode, before);
    } catch (AccessDeniedException e) {
      // The folder takes no new file, or Windows does not let go of the old one; the file itself
      // may
      // still be written.
      if (Files.isWritable(folder)) {
        overwrite(content, folder);
      } else {
        Path elsewhere = Files.createTempDirectory("drawbridge");
        overwrite(content, elsewhere);
        Files.delete(elsewhere);
      }
    }
  }

  private void replace(
      FileContent content, Set<PosixFilePermission> mode, @Nullable PosixFileAttributes before)
      throws IOException {
    Path fresh = create(folder, "new", content, mode);
    try {
      if (before != null) {
        keepOwner(fresh, before);
      }
      move(fresh);
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(fresh);
      throw e;
    }
    disk.forceFolder(folder);
    removeAbandoned();
  }

  private void move(Path fresh) throws IOException {
    for (int attempt = 1; ; attempt++) {
      try {
        disk.replace(fresh, file);
        return;
      } catch (AccessDeniedException e) {
        // On Windows a virus scanner or an indexer may hold the file for a moment.
        if (attempt == ATTEMPTS) {
          throw e;
        }
        disk.pause(attempt);
      }
    }
  }

  private void overwrite(FileContent content, Path backups) throws IOException {
    byte[] old = Files.readAllBytes(file);
    // Written in full first: what cannot be written at all must not touch the file.
    Path fresh = create(backups, "new", content, Set.of());
    byte[] written = Files.readAllBytes(fresh);
    Files.delete(fresh);
    Path backup = create(backups, "old", out -> out.write(old), Set.of());
    disk.forceFolder(backups);
    try {
      disk.overwrite(file, out -> out.write(written));
    } catch (IOException e) {
      try {
        disk.overwrite(file, out -> out.write(old));
      } catch (IOException again) {
        e.addSuppressed(again);
        throw new TornFile(backup, e);
      }
      Files.delete(backup);
      throw e;
    }
    Files.delete(backup);
  }

  /// A new file beside the old one, under a short name that no other program of this machine uses.
  private Path create(Path in, String purpose, FileContent content, Set<PosixFilePermission> mode)
      throws IOException {
    long process = ProcessHandle.current().pid();
    for (int i = 0; ; i++) {
      Path fresh = in.resolve(PREFIX + process + "-" + i + "." + purpose);
      try {
        disk.create(fresh, content, mode);
        return fresh;
      } catch (FileAlreadyExistsException e) {
        if (i > 1000) {
          throw e;
        }
      } catch (IOException | RuntimeException e) {
        Files.deleteIfExists(fresh);
        throw e;
      }
    }
  }

  /// Clears away what a crash left long ago. Its age is told by the file system's own clock.
  private void removeAbandoned() {
    try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, PREFIX + "*.new")) {
      FileTime now = Files.getLastModifiedTime(file);
      for (Path path : left) {
        FileTime then = Files.getLastModifiedTime(path);
        if (Duration.between(then.toInstant(), now.toInstant()).compareTo(ABANDONED) > 0) {
          Files.deleteIfExists(path);
        }
      }
    } catch (IOException | UncheckedIOException e) {
      // Litter of an earlier crash is no reason to fail a save that succeeded.
    }
  }

  private static void keepOwner(Path fresh, PosixFileAttributes before) {
    try {
      PosixFileAttributeView view = Files.getFileAttributeView(fresh, PosixFileAttributeView.class);
      if (!view.readAttributes().group().equals(before.group())) {
        view.setGroup(before.group());
      }
      if (!view.readAttributes().owner().equals(before.owner())) {
        view.setOwner(before.owner());
      }
      view.setPermissions(before.permissions());
    } catch (IOException e) {
      // Only root may give files away; everyone else owns what they write.
    }
  }

  /// The file behind symbolic links, even where the last one points to nothing yet.
  private static Path resolve(Path file) throws IOException {
    Path next = file;
    for (int i = 0; i < MOST_LINKS; i++) {
      // What /dev/stdout leads to has no path of its own.
      boolean special = Files.exists(next) && !Files.isRegularFile(next);
      if (special || !Files.isSymbolicLink(next)) {
        return next;
      }
      next = next.resolveSibling(Files.readSymbolicLink(next));
    }
    throw new FileSystemLoopException(file.toString());
  }

  /// Whether somebody took the right to write away; root, too, should not overlook that.
  private static boolean isProtected(Path file) throws IOException {
    if (!Files.isWritable(file)) {
      return true;
    }
    if (Disk.isPosix(file)) {
      Set<PosixFilePermission> mode = Files.getPosixFilePermissions(file);
      return !mode.contains(PosixFilePermission.OWNER_WRITE)
          && !mode.contains(PosixFilePermission.GROUP_WRITE)
          && !mode.contains(PosixFilePermission.OTHERS_WRITE);
    }
    return file.getFileSystem().supportedFileAttributeViews().contains("dos")
        && Files.readAttributes(file, DosFileAttributes.class).isReadOnly();
  }

  private static FileContent buffered(FileContent content) {
    return out -> {
      BufferedOutputStream buffer = new BufferedOutputStream(out, 1 << 16);
      content.writeTo(buffer);
      buffer.flush();
    };
  }

  private static <T> Outcome<T> refused(Path file, String key) {
    return Outcome.failed(Issue.error(new Place.InFile(file.toString(), 0, 0), key));
  }
}
