package dev.drawbridge.terraform.write;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;

/// Replaces and removes files of a folder: all or, when something fails, none. New content is written
/// beside first, so that a full disk shows before anything was touched; what was replaced is kept
/// until the end.
final class Replacement {
  private static final String STAGED = ".drawbridge/staged";
  private static final String REPLACED = ".drawbridge/replaced";

  private final Path root;
  private final Deque<Undo> done = new ArrayDeque<>();
  private final List<Path> createdFolders = new ArrayList<>();

  private interface Undo {
    void run() throws IOException;
  }

  Replacement(Path root) {
    this.root = root;
  }

  /// @param during the manifest that holds while files are replaced, true of old and of new ones
  void carryOut(List<GeneratedFile> files, List<String> unneeded, Manifest during, Manifest after)
      throws IOException {
    try {
      clear(STAGED);
      clear(REPLACED);
      for (GeneratedFile file : files) {
        stage(file);
      }
      manifest(during);
      for (GeneratedFile file : files) {
        setAside(file.path());
        moveIn(file.path());
      }
      for (String path : unneeded) {
        setAside(path);
      }
      manifest(after);
    } catch (IOException | RuntimeException e) {
      undo(e);
      throw e;
    }
    clearQuietly();
    unneeded.forEach(this::removeEmptyFolders);
  }

  private void stage(GeneratedFile file) throws IOException {
    Path staged = root.resolve(STAGED).resolve(file.path());
    createFolders(staged);
    write(staged, file.bytes());
    Path present = root.resolve(file.path());
    if (Files.exists(present, LinkOption.NOFOLLOW_LINKS)) {
      copyPermissions(present, staged);
    }
  }

  private static void write(Path path, byte[] content) throws IOException {
    Files.write(path, content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  private static void copyPermissions(Path from, Path to) throws IOException {
    PosixFileAttributeView view =
        Files.getFileAttributeView(from, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
    if (view != null) {
      Files.setPosixFilePermissions(to, view.readAttributes().permissions());
    }
  }

  private void setAside(String path) throws IOException {
    Path present = root.resolve(path);
    if (Files.notExists(present, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    Path aside = root.resolve(REPLACED).resolve(path);
    createFolders(aside);
    // A copy, so that the file is there at every moment; only one that goes for good is moved away.
    Files.copy(present, aside, StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
    done.push(() -> move(aside, present));
    if (Files.notExists(root.resolve(STAGED).resolve(path))) {
      Files.delete(present);
    }
  }

  private void moveIn(String path) throws IOException {
    Path target = root.resolve(path);
    boolean fresh = Files.notExists(target, LinkOption.NOFOLLOW_LINKS);
    createFolders(target);
    move(root.resolve(STAGED).resolve(path), target);
    if (fresh) {
      done.push(() -> Files.deleteIfExists(target));
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException _) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private void manifest(Manifest manifest) throws IOException {
    Path path = root.resolve(Manifest.PATH);
    createFolders(path);
    boolean fresh = Files.notExists(path);
    Path staged = root.resolve(STAGED).resolve(Manifest.PATH);
    createFolders(staged);
    Files.deleteIfExists(staged);
    byte[] before = fresh ? new byte[0] : Files.readAllBytes(path);
    write(staged, manifest.text().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    move(staged, path);
    done.push(
        () -> {
          if (fresh) {
            Files.deleteIfExists(path);
          } else {
            Files.write(path, before);
          }
        });
  }

  private void createFolders(Path file) throws IOException {
    Deque<Path> missing = new ArrayDeque<>();
    Path folder = file.getParent();
    while (folder != null && Files.notExists(folder, LinkOption.NOFOLLOW_LINKS)) {
      missing.push(folder);
      folder = folder.getParent();
    }
    for (Path create : missing) {
      Files.createDirectory(create);
      createdFolders.add(create);
    }
  }

  /// Where even this fails, the old files stay in the side folder.
  private void undo(Exception cause) {
    boolean undone = true;
    for (Undo step : done) {
      try {
        step.run();
      } catch (IOException e) {
        cause.addSuppressed(e);
        undone = false;
      }
    }
    if (undone) {
      clearQuietly();
    }
    for (Path folder : createdFolders.reversed()) {
      deleteIfEmpty(folder);
    }
  }

  private void clear(String folder) throws IOException {
    Path path = root.resolve(folder);
    if (Files.notExists(path, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try (Stream<Path> all = Files.walk(path)) {
      for (Path one : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(one);
      }
    }
  }

  /// What stays behind is cleared by the next export.
  private void clearQuietly() {
    for (String folder : List.of(STAGED, REPLACED)) {
      try {
        clear(folder);
      } catch (IOException _) {
        continue;
      }
    }
  }

  private void removeEmptyFolders(String path) {
    Path folder = root.resolve(path).getParent();
    while (folder != null && !folder.equals(root) && deleteIfEmpty(folder)) {
      folder = folder.getParent();
    }
  }

  private static boolean deleteIfEmpty(Path folder) {
    try {
      Files.delete(folder);
      return true;
    } catch (DirectoryNotEmptyException | NoSuchFileException _) {
      return false;
    } catch (IOException _) {
      return false;
    }
  }
}
