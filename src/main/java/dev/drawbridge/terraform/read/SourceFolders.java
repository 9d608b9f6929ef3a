package dev.drawbridge.terraform.read;

import static java.util.stream.Collectors.partitioningBy;

import dev.drawbridge.base.Issue;
import dev.drawbridge.base.Outcome;
import dev.drawbridge.base.Place;
import dev.drawbridge.hcl.Body;
import dev.drawbridge.hcl.Expression;
import dev.drawbridge.hcl.ParsedFile;
import dev.drawbridge.hcl.Parser;
import dev.drawbridge.resource.Origin;
import dev.drawbridge.resource.SupportFile;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The folders of a configuration, each read once. Only `*.tf` and `*.tfvars` files, and both in JSON, that lie directly in a
/// folder which the user or a module call names are opened, and the configuration files of components,
/// `files/*/*`, beside the root module. For what expressions name see [NamedFiles].
final class SourceFolders {
  /// Bytes of all files together; what is larger was not written by a person.
  private static final long MAX_BYTES = 64L * 1024 * 1024;

  /// Bytes of a configuration file of a component.
  private static final long MAX_TEXT_BYTES = 1024L * 1024;

  private static final int MAX_FILES = 10_000;

  /// Files with values for variables.
  private static final String VALUES = ".tfvars";

  private static final String JSON = ".json";

  private final List<Issue> issues;
  private final Map<Path, ModuleSource> known = new HashMap<>();
  private @Nullable Map<String, String> fetched;
  private Path base = Path.of("");
  private String baseName = "";
  private long bytes;
  private int files;

  SourceFolders(List<Issue> issues) {
    this.issues = issues;
  }

  /// The root module.
  ///
  /// @param planned whether a plan tells the values of its variables
  Outcome<ModuleSource> root(String name, Path folder, boolean planned) {
    base = folder.toAbsolutePath().normalize();
    baseName = name;
    Place place = new Place.InFile(name, 0, 0);
    if (!Files.isDirectory(base)) {
      return Outcome.failed(Issue.error(place, "terraform.read.folder"));
    }
    ModuleSource source = open(base);
    if (source == null) {
      return Outcome.failed(Issue.error(place, "terraform.read.nothing"));
    }
    for (String values : List.of(VALUES, VALUES + JSON)) {
      for (Path file : list(base, values)) {
        if (String.valueOf(file.getFileName()).equals("terraform" + values)) {
          source.addValues(name(file), parse(file));
        }
      }
    }
    // Those that are loaded by themselves count more, in the order of their names.
    for (Path file : list(base, "")) {
      if (String.valueOf(file.getFileName()).matches(".+[.]auto[.]tfvars([.]json)?")) {
        source.addValues(name(file), parse(file));
      }
    }
    if (!planned && !isOurs() && AssumedValues.areNeeded(source)) {
      AssumedValues.file(list(base, "")).ifPresent(file -> assume(file, source));
    }
    return Outcome.ok(source);
  }

  /// Whether Drawbridge wrote it: then the values in the example are none.
  private boolean isOurs() {
    return Files.exists(base.resolve(".drawbridge").resolve("manifest.json"));
  }

  private void assume(Path file, ModuleSource source) {
    if (AssumedValues.take(name(file), parse(name(file), read(file)), source)) {
      issues.add(Issue.note(new Place.InFile(name(file), 0, 0), "terraform.read.values"));
    }
  }

  /// The folder of the root module.
  Path base() {
    return base;
  }

  /// How a module's folder is called from the root's.
  String path(ModuleSource module) {
    String path = base.relativize(module.folder()).toString().replace('\\', '/');
    return path.isEmpty() ? "." : path;
  }

  /// The module in a folder that a module call names relative to the caller's; null where there are no
  /// `*.tf` files.
  @Nullable ModuleSource local(ModuleSource caller, String path) {
    return open(caller.folder().resolve(path).normalize());
  }

  /// The module that `terraform init` fetched for a call; empty where it did not, or where it put it is not
  /// within its own folder.
  ///
  /// @param caller the address of the module that calls; empty for the root
  Optional<ModuleSource> fetched(String caller, String call) {
    Path modules = base.resolve(".terraform").resolve("modules");
    String key = (caller + "." + call).replaceAll("(^|[.])module[.]", ".").replaceFirst("^[.]", "");
    return Optional.ofNullable(manifest(modules.resolve("modules.json")).get(key))
        .map(folder -> base.resolve(folder).normalize())
        .filter(folder -> isWithin(folder, modules))
        .map(this::open);
  }

  /// Whether it is there whatever links lead to.
  private static boolean isWithin(Path folder, Path root) {
    try {
      return folder.startsWith(root) && folder.toRealPath().startsWith(root.toRealPath());
    } catch (IOException e) {
      return false;
    }
  }

  /// The folders in which modules lie, by the names of their calls one after another.
  private Map<String, String> manifest(Path file) {
    Map<String, String> before = fetched;
    if (before != null) {
      return before;
    }
    Map<String, String> found = new HashMap<>();
    fetched = found;
    if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
        && JsonConfiguration.values(name(file), read(file)).body().value("Modules").orElse(null)
            instanceof Expression.ListOf(List<Expression> all, var _)) {
      for (Expression module : all) {
        Optional<String> key = member(module, "Key");
        Optional<String> folder = member(module, "Dir");
        if (key.isPresent() && folder.isPresent()) {
          found.put(key.get(), folder.get());
        }
      }
    }
    return found;
  }

  private static Optional<String> member(Expression object, String name) {
    return object instanceof Expression.ObjectOf(List<Expression.Entry> entries, var _)
        ? entries.stream()
            .filter(entry -> entry.name().equals(Optional.of(name)))
            .flatMap(
                entry ->
                    entry.value() instanceof Expression.Template text
                        ? text.constant().stream()
                        : Stream.empty())
            .findFirst()
        : Optional.empty();
  }

  /// A short text; empty where there is none to be read.
  private static String read(Path file) {
    try {
      return Files.size(file) > MAX_TEXT_BYTES ? "" : Files.readString(file);
    } catch (IOException e) {
      return "";
    }
  }

  /// The configuration files of components: the texts in the folders under `files`. No link is followed.
  List<SupportFile> beside() {
    List<SupportFile> found = new ArrayList<>();
    Path root = base.resolve("files");
    if (Files.isDirectory(root, LinkOption.NOFOLLOW_LINKS)) {
      for (Path folder : entries(root)) {
        if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
          entries(folder).forEach(file -> beside(file, found));
        }
      }
    }
    return found;
  }

  private static List<Path> entries(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.sorted().toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  /// What is no text is no configuration, and nobody asks for it.
  private void beside(Path file, List<SupportFile> found) {
    try {
      if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
          || Files.size(file) > MAX_TEXT_BYTES
          || bytes + Files.size(file) > MAX_BYTES
          || ++files > MAX_FILES) {
        return;
      }
      bytes += Files.size(file);
      String path = base.relativize(file).toString().replace('\\', '/');
      found.add(new SupportFile(path, Files.readString(file), new Origin.Source(name(file), 1)));
    } catch (IOException e) {
      // as if it were not there
    }
  }

  private @Nullable ModuleSource open(Path folder) {
    ModuleSource before = known.get(folder);
    if (before != null) {
      return before;
    }
    List<Path> sources =
        Stream.concat(list(folder, ".tf").stream(), list(folder, ".tf" + JSON).stream())
            .sorted()
            .toList();
    if (sources.isEmpty()) {
      return null;
    }
    ModuleSource source = new ModuleSource(folder);
    known.put(folder, source);
    Map<Boolean, List<Path>> over =
        sources.stream().collect(partitioningBy(SourceFolders::isOverride));
    over.getOrDefault(false, List.of()).forEach(file -> source.add(name(file), parse(file)));
    over.getOrDefault(true, List.of())
        .forEach(file -> source.override(name(file), parse(file), issues));
    return source;
  }

  /// Whether Terraform merges it over the others.
  private static boolean isOverride(Path file) {
    return String.valueOf(file.getFileName()).matches("(.*_)?override[.]tf([.]json)?");
  }

  private List<Path> list(Path folder, String ending) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(file -> String.valueOf(file.getFileName()).endsWith(ending))
          .filter(file -> !String.valueOf(file.getFileName()).startsWith("."))
          .filter(Files::isRegularFile)
          .sorted()
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  private Body parse(Path file) {
    Place place = new Place.InFile(name(file), 0, 0);
    try {
      bytes += Files.size(file);
      if (++files > MAX_FILES || bytes > MAX_BYTES) {
        issues.add(Issue.error(place, "terraform.read.size", MAX_FILES, MAX_BYTES / (1024 * 1024)));
        return Body.EMPTY;
      }
      ParsedFile parsed = parse(name(file), Files.readString(file));
      issues.addAll(parsed.issues());
      return parsed.body();
    } catch (CharacterCodingException e) {
      issues.add(Issue.error(place, "terraform.read.utf8"));
    } catch (IOException e) {
      issues.add(Issue.error(place, "terraform.read.io"));
    }
    return Body.EMPTY;
  }

  private static ParsedFile parse(String name, String text) {
    if (!name.endsWith(JSON)) {
      return Parser.parse(name, text);
    }
    return name.endsWith(VALUES + JSON)
        ? JsonConfiguration.values(name, text)
        : JsonConfiguration.parse(name, text);
  }

  /// A file as the user would write it.
  private String name(Path file) {
    String relative = base.relativize(file).toString().replace('\\', '/');
    return baseName.isEmpty() || baseName.equals(".")
        ? relative
        : Path.of(baseName, relative).normalize().toString().replace('\\', '/');
  }
}
