package dev.drawbridge.hcl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drawbridge.terraform.TerraformProof;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HclPropertiesTest {
  /// The real `fmt` gets them all at once; it starts in a fraction of a second but not in none.
  @Test
  void whateverIsPrintedStaysAsItIsUnderTerraformFmt(@TempDir Path work) throws IOException {
    Path folder = Files.createDirectory(work.resolve("trees"));
    for (int seed = 0; seed < 400; seed++) {
      String text = Printer.print(new RandomHcl(seed).body(2));
      Files.writeString(folder.resolve("tree_" + seed + ".tf"), text);
    }
    TerraformProof.find(work).assertFormatted(folder);
  }

  @Property(tries = 2000)
  void whateverIsPrintedReadsBackAndPrintsTheSame(@ForAll long seed) {
    String text = Printer.print(new RandomHcl(seed).body(3));
    ParsedFile read = Parser.parse("tree.tf", text);
    assertEquals(List.of(), read.issues(), text);
    assertEquals(text, Printer.print(read.body()));
    assertEquals(read.body(), Parser.parse("tree.tf", Printer.print(read.body())).body());
  }

  @Property
  void anyTextComesBackFromBetweenItsQuotes(@ForAll @StringLength(max = 40) String text) {
    String whole =
        text.codePoints()
            .mapToObj(c -> c >= 0xD800 && c <= 0xDFFF ? "\uFFFD" : Character.toString(c))
            .collect(Collectors.joining());
    Body body = Parser.parse("t.tf", "a = " + Escaper.quoted(text) + "\n").body();
    assertEquals(Expression.text(whole), body.value("a").orElseThrow());
    assertTrue(Escaper.quoted(text).lines().count() == 1);
  }

  @Property(tries = 3000)
  void brokenTextNeverThrowsAndWhatIsLeftOfItPrints(@ForAll long seed) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder(Printer.print(new RandomHcl(seed).body(2)));
    String pool = "{}[]()\"$%<<-EOT\n\n=,.:?#/*\\ab1~!";
    for (int i = random.nextInt(5); i >= 0 && !text.isEmpty(); i--) {
      int at = random.nextInt(text.length());
      switch (random.nextInt(3)) {
        case 0 -> text.deleteCharAt(at);
        case 1 -> text.insert(at, pool.charAt(random.nextInt(pool.length())));
        default -> text.setLength(at);
      }
    }
    ParsedFile read = Parser.parse("broken.tf", text.toString());
    String printed = Printer.print(read.body());
    assertEquals(
        List.of(),
        Parser.parse("printed.tf", printed).issues().stream()
            .filter(issue -> !issue.key().equals("hcl.duplicate"))
            .toList(),
        printed);
  }
}
