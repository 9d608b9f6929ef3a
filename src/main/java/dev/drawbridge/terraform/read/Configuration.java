package dev.drawbridge.terraform.read;

import dev.drawbridge.base.Issue;
import dev.drawbridge.base.Outcome;
import dev.drawbridge.resource.ResourceGraph;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A Terraform configuration as far as it can be told without running Terraform.
///
/// @param issues what could not be read or had to be assumed: syntax errors, modules that are not on this
///     disk, instances whose number is unknown
public record Configuration(ResourceGraph graph, List<Issue> issues) {
  public Configuration {
    issues = List.copyOf(issues);
  }

  /// Reads the root module in a folder: its `*.tf` files, `terraform.tfvars`, `*.auto.tfvars`, and the
  /// local modules that it calls; and the texts under its `files`, which tell how servers are configured.
  /// Reads nothing else, runs nothing and fetches nothing.
  ///
  /// @param name the folder as the user wrote it, for messages
  public static Outcome<Configuration> read(String name, Path folder) {
    List<Issue> issues = new ArrayList<>();
    SourceFolders folders = new SourceFolders(issues);
    return folders
        .root(name, folder)
        .map(
            root -> {
              Evaluation evaluation = new Evaluation(folders, issues);
              ResourceGraph graph = evaluation.graph(root);
              return new Configuration(graph, issues);
            });
  }
}
