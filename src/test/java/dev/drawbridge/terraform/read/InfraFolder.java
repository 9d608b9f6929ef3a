package dev.drawbridge.terraform.read;

import dev.drawbridge.base.Issue;
import dev.drawbridge.base.Language;
import dev.drawbridge.base.Messages;
import dev.drawbridge.base.Outcome;
import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Resource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/// A folder of Terraform that a test writes and reads.
abstract class InfraFolder {
  @TempDir Path folder;

  void file(String name, String text) {
    try {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Configuration read() {
    return switch (Configuration.read("infra", folder)) {
      case Outcome.Ok<Configuration>(Configuration read, _) -> read;
      case Outcome.Failed<Configuration>(List<Issue> issues) ->
          throw new AssertionError(issues.toString());
    };
  }

  static List<String> addresses(Configuration read) {
    return read.graph().resources().keySet().stream().map(Address::toString).toList();
  }

  static Resource find(Configuration read, String address) {
    return read.graph().resources().values().stream()
        .filter(resource -> resource.address().toString().equals(address))
        .findFirst()
        .orElseThrow(() -> new AssertionError(address + " is not among " + addresses(read)));
  }

  static String text(Issue issue) {
    return issue.text(Messages.in(Language.ENGLISH));
  }
}
