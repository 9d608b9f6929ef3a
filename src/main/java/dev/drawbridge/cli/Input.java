package dev.drawbridge.cli;

import dev.drawbridge.base.Outcome;
import dev.drawbridge.model.Document;
import dev.drawbridge.output.store.DesignStore;
import dev.drawbridge.terraform.read.Configuration;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// A design that the user named.
///
/// @param name the file as the user wrote it
record Input(String name, Path file, Document document) {
  /// Whether what is named is no design but Terraform: a folder of it, or a plan in JSON.
  static boolean isTerraform(Path named) {
    return Files.isDirectory(named) || Configuration.isJson(named);
  }

  /// Opens the file, or prints what is wrong with it in one line.
  static Optional<Input> open(String name, Console console) {
    Path file = Options.path(name, console);
    return switch (DesignStore.open(file)) {
      case Outcome.Ok<DesignStore.Opened>(DesignStore.Opened opened, var notes) -> {
        console.errors(notes);
        yield Optional.of(new Input(name, file, opened.document()));
      }
      case Outcome.Failed<DesignStore.Opened>(var issues) -> {
        console.errors(issues);
        yield Optional.empty();
      }
    };
  }
}
