package dev.drawbridge.terraform.read;

import dev.drawbridge.base.Issue;
import dev.drawbridge.base.Outcome;
import dev.drawbridge.hcl.Body;
import dev.drawbridge.resource.ResourceGraph;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// A Terraform configuration as far as it can be told without running Terraform.
///
/// @param issues what could not be read or had to be assumed: syntax errors, modules that are not on this
///     disk, instances whose number is unknown
public record Configuration(ResourceGraph graph, List<Issue> issues) {
  public Configuration {
    issues = List.copyOf(issues);
  }

  /// Whether part of it could not be read, so that nothing is known of what stands there.
  public boolean isIncomplete() {
    return issues.stream().anyMatch(Issue::isError);
  }

  /// Reads the root module in a folder: its `*.tf` and `*.tf.json` files, override files over the others,
  /// `terraform.tfvars`, `*.auto.tfvars`, and the local modules that it calls; the files within that they name; and
  /// the texts under its `files`, which tell how servers are configured. Or, where a file is named, a plan or a
  /// state in JSON; a plan together with the configuration beside it. Reads nothing else, runs nothing and
  /// fetches nothing.
  ///
  /// @param name the folder or file as the user wrote it, for messages
  public static Outcome<Configuration> read(String name, Path folder) {
    if (!Files.isRegularFile(folder) || !isJson(folder)) {
      return read(name, folder, Body.EMPTY, false);
    }
    Path around = Objects.requireNonNullElse(folder.toAbsolutePath().getParent(), folder);
    Path named = Path.of(name).getParent();
    return new JsonInput(name, folder)
        .read(given -> read(named == null ? "" : named.toString(), around, given, true));
  }

  /// Whether a file is one of those that Terraform itself writes in JSON, by its name.
  public static boolean isJson(Path file) {
    String name = String.valueOf(file.getFileName());
    boolean source = name.endsWith(".tf.json") || name.endsWith(".tfvars.json");
    return !source && (name.endsWith(".json") || name.endsWith(".tfstate"));
  }

  /// @param planned whether it is read for a plan, which knows more
  private static Outcome<Configuration> read(
      String name, Path folder, Body given, boolean planned) {
    List<Issue> issues = new ArrayList<>();
    SourceFolders folders = new SourceFolders(issues);
    return folders
        .root(name, folder, planned)
        .map(
            root -> {
              root.addValues(name, given);
              Evaluation evaluation = new Evaluation(folders, issues, planned);
              ResourceGraph graph = evaluation.graph(root);
              return new Configuration(graph, issues);
            });
  }
}
