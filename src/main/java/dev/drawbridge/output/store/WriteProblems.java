package dev.drawbridge.output.store;

import dev.drawbridge.base.Issue;
import dev.drawbridge.base.Place;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import org.jspecify.annotations.Nullable;

/// Tells what the file system said as an issue.
final class WriteProblems {
  private WriteProblems() {}

  static Issue writing(Path file, Exception problem) {
    Place place = new Place.InFile(file.toString(), 0, 0);
    return switch (problem) {
      case AccessDeniedException _ -> Issue.error(place, "store.write.denied");
      case ReadOnlyFileSystemException _ -> Issue.error(place, "store.write.denied");
      case TornFile torn -> Issue.error(place, "store.write.torn", reason(torn), torn.backup());
      case NoSuchFileException _ -> Issue.error(place, "store.write.no_folder");
      default -> Issue.error(place, "store.write.failed", reason(problem));
    };
  }

  static Issue reading(Path file, Exception problem) {
    return Issue.error(
        new Place.InFile(file.toString(), 0, 0), "store.read.failed", reason(problem));
  }

  /// The system's own words, without the path that the place tells already.
  static String reason(Exception problem) {
    Throwable cause =
        problem.getCause() instanceof IOException inner && problem instanceof RuntimeException
            ? inner
            : problem;
    @Nullable String reason =
        cause instanceof FileSystemException e ? e.getReason() : cause.getMessage();
    return reason == null || reason.isBlank()
        ? cause.getClass().getSimpleName()
        : reason.lines().findFirst().orElse(reason);
  }
}
