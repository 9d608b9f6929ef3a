package dev.drawbridge.terraform.write;

import dev.drawbridge.base.Issue;
import dev.drawbridge.base.Outcome;
import dev.drawbridge.base.Place;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A folder in which some files are Drawbridge's, by its [Manifest], and the others are not touched.
///
/// An export first looks at everything and decides; only when nothing stands against it does it write,
/// all new content to a side folder before the first file is replaced. Each file is replaced in one
/// step, so a reader sees the old one or the new one.
public final class OwnedFolder {
  private final Path root;
  private final boolean force;
  private final List<Issue> issues = new ArrayList<>();
  private final List<GeneratedFile> changed = new ArrayList<>();
  private final List<String> unchanged = new ArrayList<>();
  private final List<String> removed = new ArrayList<>();

  /// What an export did, by path.
  public record Report(List<String> written, List<String> unchanged, List<String> removed) {
    public Report {
      written = List.copyOf(written);
      unchanged = List.copyOf(unchanged);
      removed = List.copyOf(removed);
    }
  }

  private OwnedFolder(Path root, boolean force) {
    this.root = root;
    this.force = force;
  }

  /// Makes the folder hold these files, and no file of an earlier export besides.
  ///
  /// @param folder is created when it is not there
  /// @param force whether files that were edited by hand are overwritten; files that are not
  ///     Drawbridge's are not, whatever it says
  public static Outcome<Report> export(Path folder, List<GeneratedFile> files, boolean force) {
    try {
      Path absolute = folder.toAbsolutePath().normalize();
      if (Files.exists(absolute) && !Files.isDirectory(absolute)) {
        return Outcome.failed(issue("terraform.folder", folder.toString()));
      }
      Path there = absolute.getParent();
      while (there != null && Files.notExists(there)) {
        there = there.getParent();
      }
      if (there != null && !Files.isDirectory(there)) {
        return Outcome.failed(issue("terraform.file.there", there.toString()));
      }
      boolean created = Files.notExists(absolute);
      Files.createDirectories(absolute);
      Outcome<Report> outcome = new OwnedFolder(absolute.toRealPath(), force).export(files);
      if (created && outcome instanceof Outcome.Failed) {
        Files.deleteIfExists(absolute);
      }
      return outcome;
    } catch (IOException e) {
      return Outcome.failed(issue(folder, e));
    }
  }

  private static Issue issue(String key, String path, Object... arguments) {
    return Issue.error(new Place.InFile(path, 0, 0), key, arguments);
  }

  private static Issue issue(Path folder, IOException e) {
    String where = folder.toString();
    return switch (e) {
      case AccessDeniedException _ -> issue("terraform.io.denied", where);
      case FileSystemException f when f.getReason() != null ->
          issue("terraform.io", where, f.getReason().replaceAll("\\s+", " "));
      default -> issue("terraform.io", where, e.getClass().getSimpleName());
    };
  }

  private Outcome<Report> export(List<GeneratedFile> files) throws IOException {
    Manifest owned = manifest();
    Manifest next = Manifest.of(files);
    for (GeneratedFile file : files) {
      if (file.path().startsWith(".drawbridge")) {
        throw new IllegalArgumentException("the manifest's folder is not for " + file.path());
      }
      examine(file, owned);
    }
    for (String path : owned.hashes().keySet()) {
      if (!next.owns(path)) {
        examineLeftover(path, owned);
      }
    }
    if (!issues.isEmpty()) {
      return new Outcome.Failed<>(issues);
    }
    if (!changed.isEmpty() || !removed.isEmpty() || !owned.equals(next)) {
      new Replacement(root).carryOut(changed, removed, owned.with(next), next);
    }
    List<String> written = changed.stream().map(GeneratedFile::path).toList();
    return Outcome.ok(new Report(written, unchanged, removed));
  }

  private Manifest manifest() throws IOException {
    Path path = reachable(Manifest.PATH);
    if (path == null) {
      return Manifest.EMPTY;
    }
    byte[] content = content(Manifest.PATH, path);
    if (content == null) {
      return Manifest.EMPTY;
    }
    Optional<Manifest> read = Manifest.read(new String(content, StandardCharsets.UTF_8));
    if (read.isEmpty()) {
      issues.add(issue("terraform.manifest", Manifest.PATH));
    }
    return read.orElse(Manifest.EMPTY);
  }

  private void examine(GeneratedFile file, Manifest owned) throws IOException {
    Path path = reachable(file.path());
    if (path == null) {
      return;
    }
    byte[] present = content(file.path(), path);
    if (present != null && Arrays.equals(present, file.bytes())) {
      unchanged.add(file.path());
      return;
    }
    if (present != null && !owned.owns(file.path())) {
      issues.add(issue("terraform.foreign", file.path(), diff(file.path(), present, file.text())));
    } else if (present != null && !owned.wrote(file.path(), present) && !force) {
      issues.add(issue("terraform.edited", file.path(), diff(file.path(), present, file.text())));
    }
    changed.add(file);
  }

  private void examineLeftover(String name, Manifest owned) throws IOException {
    Path path = reachable(name);
    byte[] present = path == null ? null : content(name, path);
    if (present == null) {
      return;
    }
    if (!owned.wrote(name, present) && !force) {
      issues.add(issue("terraform.edited.unneeded", name, diff(name, present, "")));
    }
    removed.add(name);
  }

  private static String diff(String path, byte[] present, String text) {
    return UnifiedDiff.of(path, new String(present, StandardCharsets.UTF_8), text);
  }

  /// Where a path leads, or null, and an issue, when a link stands in the way or a file does where a
  /// folder should.
  private @Nullable Path reachable(String name) {
    Path path = root;
    String[] segments = name.split("/", -1);
    for (int i = 0; i < segments.length; i++) {
      path = path.resolve(segments[i]);
      boolean last = i == segments.length - 1;
      if (Files.isSymbolicLink(path)) {
        issues.add(issue("terraform.link", root.relativize(path).toString()));
        return null;
      }
      boolean folder = Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
      if (Files.exists(path, LinkOption.NOFOLLOW_LINKS) && folder == last) {
        issues.add(
            issue(
                last ? "terraform.folder.there" : "terraform.file.there",
                root.relativize(path).toString()));
        return null;
      }
    }
    if (!path.normalize().startsWith(root)) {
      throw new IllegalArgumentException("outside of the folder: " + name);
    }
    return path;
  }

  /// The content of a file, null when it is not there.
  private byte @Nullable [] content(String name, Path path) throws IOException {
    if (Files.notExists(path, LinkOption.NOFOLLOW_LINKS)) {
      return null;
    }
    if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
      issues.add(issue("terraform.special", name));
      return null;
    }
    return Files.readAllBytes(path);
  }
}
