package dev.drawbridge.analyze;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// The rule reference in the site is what the rules and their texts make of it. To write it anew:
/// `mvn test -Dtest=RuleReferenceTest -Ddrawbridge.regenerate=true`.
class RuleReferenceTest {
  private static final Path REFERENCE = Path.of("src", "site", "markdown", "rules.md");

  @Test
  void theReferenceIsNotStale() throws IOException {
    String made = RuleReference.markdown();
    if (Boolean.getBoolean("drawbridge.regenerate")) {
      Files.createDirectories(REFERENCE.getParent());
      Files.writeString(REFERENCE, made);
    }
    assertEquals(made, Files.readString(REFERENCE).replace("\r\n", "\n"));
  }
}
