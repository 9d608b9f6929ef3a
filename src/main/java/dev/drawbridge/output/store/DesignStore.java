package dev.drawbridge.output.store;

import dev.drawbridge.base.Issue;
import dev.drawbridge.base.Outcome;
import dev.drawbridge.base.Place;
import dev.drawbridge.model.Document;
import dev.drawbridge.output.export.EmbeddedDesign;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/// Opens and saves designs. Nothing is replaced before the new content was written, read again and found
/// to be the same design.
public final class DesignStore {
  /// The ending of a design's file name.
  public static final String ENDING = ".drawbridge";

  /// So much is written before it is asked again whether it is still wanted, in bytes.
  private static final int PIECE = 1 << 16;

  private DesignStore() {}

  /// An open design and what its file was at that moment.
  ///
  /// @param isInPicture whether the file is an exported picture that carries the design, so that the design
  ///     must not be saved over it
  public record Opened(Design design, FileSnapshot snapshot, boolean isInPicture) {
    public Document document() {
      return design.document();
    }
  }

  /// Opens a design's own file, or a picture that was exported with the design in it.
  public static Outcome<Opened> open(Path file) {
    return read(file)
        .then(
            bytes ->
                parse(bytes, file.toString())
                    .then(design -> opened(file, bytes, design, EmbeddedDesign.mayBeIn(bytes))));
  }

  /// Reads a design, or a picture that carries one.
  ///
  /// @param from what to call its source in an issue
  public static Outcome<Design> parse(byte[] bytes, String from) {
    Outcome<byte[]> text =
        EmbeddedDesign.mayBeIn(bytes)
            ? EmbeddedDesign.read(from, bytes).map(found -> found.getBytes(StandardCharsets.UTF_8))
            : Outcome.ok(bytes);
    return text.then(design -> DesignReader.read(design, from));
  }

  private static Outcome<Opened> opened(Path file, byte[] bytes, Design design, boolean isPicture) {
    try {
      return Outcome.ok(new Opened(design, FileSnapshot.of(file, bytes), isPicture));
    } catch (IOException e) {
      return Outcome.failed(WriteProblems.reading(file, e));
    }
  }

  /// Saves a design over whatever the file holds.
  public static Outcome<FileSnapshot> save(Path file, Document document) {
    return save(file, document, Disk.REAL, () -> false);
  }

  /// As above, unless somebody thinks better of it before the file is replaced.
  ///
  /// @param cancelled asked now and then; once it says yes, a [CancellationException] ends the work, and the
  ///     file is as it was
  public static Outcome<FileSnapshot> save(
      Path file, Document document, BooleanSupplier cancelled) {
    return save(file, document, Disk.REAL, cancelled);
  }

  static Outcome<FileSnapshot> save(
      Path file, Document document, Disk disk, BooleanSupplier cancelled) {
    byte[] bytes = DesignWriter.write(document);
    check(cancelled);
    Document expected = Texts.tidy(document);
    boolean same =
        switch (DesignReader.read(bytes, file.toString())) {
          case Outcome.Ok<Design>(Design again, var _) -> again.document().equals(expected);
          case Outcome.Failed<Design> _ -> false;
        };
    if (!same) {
      return Outcome.failed(
          Issue.error(new Place.InFile(file.toString(), 0, 0), "store.write.unfaithful"));
    }
    return AtomicFile.write(file, out -> write(bytes, out, cancelled), disk)
        .then(
            real -> {
              try {
                return Outcome.ok(FileSnapshot.of(real, bytes));
              } catch (IOException e) {
                return Outcome.failed(WriteProblems.reading(file, e));
              }
            });
  }

  private static void write(byte[] bytes, OutputStream out, BooleanSupplier cancelled)
      throws IOException {
    for (int from = 0; from < bytes.length; from += PIECE) {
      check(cancelled);
      out.write(bytes, from, Math.min(PIECE, bytes.length - from));
    }
    check(cancelled);
  }

  private static void check(BooleanSupplier cancelled) {
    if (cancelled.getAsBoolean()) {
      throw new CancellationException();
    }
  }

  /// The bytes of a regular file within [Limits]; never waits for a pipe.
  static Outcome<byte[]> read(Path file) {
    try {
      if (Files.isDirectory(file)) {
        return failed(file, "store.read.folder");
      }
      if (!Files.exists(file)) {
        return failed(file, "store.read.missing");
      }
      if (!Files.isRegularFile(file)) {
        return failed(file, "store.read.special");
      }
      try (InputStream in = Files.newInputStream(file)) {
        byte[] bytes = in.readNBytes(Limits.FILE + 1);
        return bytes.length > Limits.FILE
            ? failed(file, "store.read.too_large", Limits.FILE >> 20)
            : Outcome.ok(bytes);
      }
    } catch (NoSuchFileException e) {
      return failed(file, "store.read.missing");
    } catch (AccessDeniedException e) {
      return failed(file, "store.read.denied");
    } catch (IOException | UncheckedIOException e) {
      return failed(file, "store.read.failed", WriteProblems.reason(e));
    }
  }

  private static <T> Outcome<T> failed(Path file, String key, Object... arguments) {
    return Outcome.failed(Issue.error(new Place.InFile(file.toString(), 0, 0), key, arguments));
  }
}
