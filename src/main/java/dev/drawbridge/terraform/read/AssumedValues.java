package dev.drawbridge.terraform.read;

import dev.drawbridge.hcl.ParsedFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Values for the variables that have none: of the only file with values that Terraform takes by `-var-file` alone,
/// or else of the only example of one. Most who publish a configuration keep their own values back, and without any
/// hardly an address in it is known.
final class AssumedValues {
  private static final String ENDING = "[.]tfvars([.]json)?";

  private AssumedValues() {}

  /// Whether Terraform takes a file with values by itself.
  static boolean isTakenAnyway(Path file) {
    return String.valueOf(file.getFileName()).matches("terraform" + ENDING + "|.+[.]auto" + ENDING);
  }

  /// The file to take them from; empty where there is none, or more than one that might do.
  ///
  /// @param beside all files in the folder
  static Optional<Path> file(List<Path> beside) {
    List<Path> named =
        beside.stream()
            .filter(file -> String.valueOf(file.getFileName()).matches(".+" + ENDING))
            .filter(file -> !isTakenAnyway(file))
            .toList();
    List<Path> examples =
        beside.stream()
            .filter(
                file ->
                    String.valueOf(file.getFileName())
                        .matches(".*[.]tfvars[.](example|sample|template|tmpl|dist)"))
            .toList();
    List<Path> usable = named.isEmpty() ? examples : named;
    return usable.size() == 1 ? Optional.of(usable.getFirst()) : Optional.empty();
  }

  /// Whether a module asks for a value that nobody tells.
  static boolean areNeeded(ModuleSource root) {
    return root.variables().keySet().stream().anyMatch(name -> isMissing(root, name));
  }

  private static boolean isMissing(ModuleSource root, String name) {
    ModuleSource.Declared variable = root.variables().get(name);
    return variable != null
        && variable.body().value("default").isEmpty()
        && !root.given().containsKey(name);
  }

  /// Takes those that are missing. A file that cannot be read in full is none: its author meant it for people.
  ///
  /// @return whether any was taken
  static boolean take(String name, ParsedFile values, ModuleSource root) {
    int before = root.given().size();
    if (values.issues().isEmpty()) {
      values
          .body()
          .attributes()
          .filter(value -> isMissing(root, value.name()))
          .forEach(
              value ->
                  root.given().put(value.name(), new ModuleSource.Stated(name, value.value())));
    }
    return root.given().size() > before;
  }
}
