package dev.drawbridge.output.store;

import dev.drawbridge.base.Outcome;
import dev.drawbridge.base.Point;
import dev.drawbridge.model.Datum;
import dev.drawbridge.model.Document;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What lies open in the window, kept in the application's own folder so that the next start finds it
/// again, whatever became of this one: a list of the designs, and a journal, which is a design's file, for
/// each that is not saved.
///
/// Every program that runs has a folder of its own and holds a lock there, which goes when it goes, however
/// that happens. A folder without a holder belongs to the next that starts; what others left behind in
/// theirs it takes over, too.
public final class Recovery implements Closeable {
  private static final int MOST_FOLDERS = 64;
  private static final String LIST = "open.json";
  private static final Pattern KEY = Pattern.compile("design-([0-9]{1,9})");

  private final Path folder;
  private final FileChannel held;
  private Lying found = Lying.NOTHING;

  /// The highest number of a key that was ever used here.
  private int last;

  private Recovery(Path folder, FileChannel held) {
    this.folder = folder;
    this.held = held;
  }

  /// Takes a folder; empty where none can be had, as on a disk that is full or must not be written.
  ///
  /// @param folder the application's own
  public static Optional<Recovery> open(Path folder) {
    Path all = folder.resolve("windows");
    for (int i = 0; i < MOST_FOLDERS; i++) {
      Path own = all.resolve(String.valueOf(i));
      try {
        Disk.createPrivate(own);
        FileChannel held = hold(own);
        if (held != null) {
          Recovery recovery = new Recovery(own, held);
          recovery.read();
          recovery.adopt(all);
          return Optional.of(recovery);
        }
      } catch (IOException e) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  /// Null where another program holds the folder.
  private static @Nullable FileChannel hold(Path folder) throws IOException {
    FileChannel channel =
        FileChannel.open(
            folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return channel;
      }
    } catch (OverlappingFileLockException e) {
      // Another window of this very program.
    } catch (IOException e) {
      channel.close();
      throw e;
    }
    channel.close();
    return null;
  }

  static boolean isKey(String text) {
    return KEY.matcher(text).matches();
  }

  /// What lay open when the program ended the last time.
  public Lying found() {
    return found;
  }

  /// A key that no journal had yet.
  public String freshKey() {
    last++;
    return "design-" + last;
  }

  public boolean hasJournal(String key) {
    return Files.exists(file(key));
  }

  /// The journal of a design.
  public Outcome<Document> journal(String key) {
    return DesignStore.open(file(key)).map(DesignStore.Opened::document);
  }

  /// Keeps a design as it is now, whole or not at all.
  public Outcome<FileSnapshot> write(String key, Document document) {
    return DesignStore.save(file(key), document);
  }

  /// The design is saved, or nobody wants it any more.
  public void drop(String key) {
    try {
      Files.deleteIfExists(file(key));
    } catch (IOException e) {
      // It will be found again at the next start: better once too often than not at all.
    }
  }

  public Outcome<Path> note(Lying now) {
    return JsonFile.write(folder.resolve(LIST), now.datum());
  }

  /// Lets go of the folder.
  @Override
  public void close() {
    try {
      held.close();
    } catch (IOException e) {
      // The system lets go of it when the program ends.
    }
  }

  private Path file(String key) {
    if (!isKey(key)) {
      throw new IllegalArgumentException("not the key of a journal: " + key);
    }
    return folder.resolve(key + DesignStore.ENDING);
  }

  private void read() throws IOException {
    found = lying(folder);
    found.designs().forEach(design -> used(design.key()));
  }

  private void used(String key) {
    var matcher = KEY.matcher(key);
    if (matcher.matches()) {
      last = Math.max(last, Integer.parseInt(matcher.group(1)));
    }
  }

  /// What a folder tells of designs; a journal that the list does not know is one, too: the program ended
  /// between the two.
  private static Lying lying(Path folder) throws IOException {
    Lying listed =
        switch (JsonFile.read(folder.resolve(LIST))) {
          case Outcome.Ok<Datum>(Datum datum, var _) -> Lying.of(datum);
          case Outcome.Failed<Datum> _ -> Lying.NOTHING;
        };
    List<Lying.Design> designs = new ArrayList<>();
    Set<String> known = new HashSet<>();
    for (Lying.Design design : listed.designs()) {
      if (known.add(design.key())) {
        designs.add(design);
      }
    }
    for (String key : journals(folder)) {
      if (known.add(key)) {
        designs.add(new Lying.Design(key, null, null, true, Point.ORIGIN, 0, List.of()));
      }
    }
    return new Lying(designs, listed.front());
  }

  private static List<String> journals(Path folder) throws IOException {
    List<String> keys = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + DesignStore.ENDING)) {
      for (Path file : files) {
        String name = file.getFileName().toString();
        String key = name.substring(0, name.length() - DesignStore.ENDING.length());
        if (isKey(key)) {
          keys.add(key);
        }
      }
    }
    keys.sort(null);
    return keys;
  }

  /// Takes over what is not saved of folders that nobody holds.
  private void adopt(Path all) throws IOException {
    List<Lying.Design> designs = new ArrayList<>(found.designs());
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(all)) {
      for (Path other : folders) {
        if (!other.equals(folder) && Files.isDirectory(other)) {
          FileChannel free = hold(other);
          if (free != null) {
            try (free) {
              designs.addAll(adopted(other));
            }
          }
        }
      }
    }
    found = new Lying(designs, found.front());
  }

  private List<Lying.Design> adopted(Path other) throws IOException {
    List<Lying.Design> taken = new ArrayList<>();
    Set<String> journals = new HashSet<>(journals(other));
    for (Lying.Design design : lying(other).designs()) {
      if (journals.contains(design.key())) {
        String key = freshKey();
        Files.move(
            other.resolve(design.key() + DesignStore.ENDING),
            file(key),
            StandardCopyOption.ATOMIC_MOVE);
        taken.add(
            new Lying.Design(
                key,
                design.file(),
                design.snapshot(),
                design.unsaved(),
                design.corner(),
                design.zoom(),
                design.selection()));
      }
    }
    return taken;
  }
}
