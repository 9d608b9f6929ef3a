package dev.drawbridge.terraform.read;

import dev.drawbridge.base.Outcome;
import dev.drawbridge.base.Reason;
import dev.drawbridge.hcl.Expression;
import dev.drawbridge.hcl.Parser;
import dev.drawbridge.hcl.TemplatePart;
import dev.drawbridge.resource.Value;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The files that a configuration names by `file()` and the like. Only ordinary ones of bounded size are read,
/// and only those within the folder that the user named, or within that of the module which names them; no
/// link leads out of there.
final class NamedFiles {
  /// Bytes of one.
  private static final int MAX_BYTES = 1024 * 1024;

  /// Bytes of all together.
  private static final int MAX_SUM = 32 * MAX_BYTES;

  /// Files and folders that are looked at for one pattern, and folders in each other.
  private static final int MAX_FILES = 10_000;

  private static final int MAX_DEPTH = 16;

  private final Path root;
  private final Map<Path, byte[]> known = new HashMap<>();
  private final Map<Path, String> texts = new HashMap<>();
  private final Map<Path, List<TemplatePart>> templates = new HashMap<>();
  private int sum;

  /// @param root the folder that the user named, from which the names of files lead
  NamedFiles(Path root) {
    this.root = root;
  }

  /// @param module the folder of the module that asks
  boolean exists(String name, Path module) {
    return Files.isRegularFile(path(name, module), LinkOption.NOFOLLOW_LINKS);
  }

  /// The names of the files in a folder, and in folders within it, that match; sorted.
  ///
  /// @param pattern with `*` for anything within a name, and `**` for any folders
  List<String> matching(String folder, String pattern, Path module) {
    RegularExpression matching = FilePattern.of(pattern);
    Path start = path(folder, module);
    try (Stream<Path> files = Files.walk(start, MAX_DEPTH)) {
      List<Path> some = files.limit(MAX_FILES + 1L).toList();
      if (some.size() > MAX_FILES) {
        throw refused("unknown.file.many", folder);
      }
      return some.stream()
          .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
          .map(file -> start.relativize(file).toString().replace(File.separatorChar, '/'))
          .filter(matching::isIn)
          .sorted()
          .toList();
    } catch (IOException | UncheckedIOException e) {
      throw refused("unknown.file.unreadable", folder);
    }
  }

  byte[] bytes(String name, Path module) {
    Path file = path(name, module);
    byte[] before = known.get(file);
    if (before != null) {
      return before;
    }
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new Functions.Refused(Unknowns.failure("file", name));
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MAX_BYTES + 1);
      if (bytes.length > MAX_BYTES || bytes.length > MAX_SUM - sum) {
        throw refused("unknown.file.large", name);
      }
      sum += bytes.length;
      known.put(file, bytes);
      return bytes;
    } catch (IOException e) {
      throw refused("unknown.file.unreadable", name);
    }
  }

  String text(String name, Path module) {
    byte[] bytes = bytes(name, module);
    return texts.computeIfAbsent(path(name, module), _ -> decoded(name, bytes));
  }

  private static String decoded(String name, byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw refused("unknown.file.text", name);
    }
  }

  List<TemplatePart> template(String name, Path module) {
    String text = text(name, module);
    return templates.computeIfAbsent(path(name, module), _ -> parsed(name, text));
  }

  /// The parts of a text that is a template.
  static List<TemplatePart> parsed(String name, String text) {
    return switch (Parser.template(name, text)) {
      case Outcome.Ok<Expression.Template>(Expression.Template read, var _) -> read.parts();
      case Outcome.Failed<Expression.Template> _ ->
          throw new Functions.Refused(Unknowns.failure("template", name));
    };
  }

  /// Where a file really is: links followed, and found to be within one of the folders.
  private Path path(String name, Path module) {
    Path file;
    try {
      file = root.resolve(name).normalize();
    } catch (InvalidPathException e) {
      throw new Functions.Refused(Unknowns.failure("file", name));
    }
    if (!file.startsWith(root) && !file.startsWith(module)) {
      throw refused("unknown.file.outside", name);
    }
    try {
      Path real = file.toRealPath();
      if (real.startsWith(root.toRealPath()) || real.startsWith(module.toRealPath())) {
        return real;
      }
    } catch (IOException e) {
      return file;
    }
    throw refused("unknown.file.outside", name);
  }

  private static Functions.Refused refused(String reason, String name) {
    return new Functions.Refused(new Value.Unknown(Reason.of(reason, name)));
  }
}
