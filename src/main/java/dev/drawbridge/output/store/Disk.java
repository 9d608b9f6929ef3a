package dev.drawbridge.output.store;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/// The steps of a save that the system may refuse, one by one, so that a test can refuse each.
interface Disk {
  Disk REAL = new Disk() {};

  /// Creates a file that was not there, writes it and waits until it is on the disk.
  ///
  /// @param mode POSIX permissions; empty for the system's default
  default void create(Path file, FileContent content, Set<PosixFilePermission> mode)
      throws IOException {
    Set<StandardOpenOption> options =
        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try (FileChannel channel =
        mode.isEmpty()
            ? FileChannel.open(file, options)
            : FileChannel.open(file, options, PosixFilePermissions.asFileAttribute(mode))) {
      writeThrough(channel, content);
    }
    if (!mode.isEmpty()) {
      Files.setPosixFilePermissions(file, mode); // once more, past the umask
    }
  }

  /// Writes over a file that is there, which keeps its identity.
  default void overwrite(Path file, FileContent content) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      writeThrough(channel, content);
    }
  }

  /// Puts a file in the place of another, at once.
  default void replace(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /// Waits until the folder's entries are on the disk, where the system can do that.
  default void forceFolder(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      // Windows opens no folders; there the move itself is journalled.
    }
  }

  /// Waits a little before a move is tried again.
  ///
  /// @param attempt counts from 1
  default void pause(int attempt) throws IOException {
    try {
      Thread.sleep(10L << attempt);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private static void writeThrough(FileChannel channel, FileContent content) throws IOException {
    content.writeTo(Channels.newOutputStream(channel));
    channel.truncate(channel.position());
    channel.force(true);
  }

  /// Whether the file system knows POSIX permissions.
  static boolean isPosix(Path file) {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  /// A folder for nobody else's eyes, as designs lie there.
  static void createPrivate(Path folder) throws IOException {
    if (isPosix(folder)) {
      Files.createDirectories(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    } else {
      Files.createDirectories(folder);
    }
  }

  /// How many names the file has.
  static int links(Path file) {
    try {
      return Files.getAttribute(file, "unix:nlink", LinkOption.NOFOLLOW_LINKS) instanceof Integer n
          ? n
          : 1;
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
      return 1;
    }
  }
}
