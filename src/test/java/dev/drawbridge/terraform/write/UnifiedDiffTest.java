package dev.drawbridge.terraform.write;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UnifiedDiffTest {
  private static String numbers(int to) {
    return IntStream.rangeClosed(1, to).mapToObj(i -> i + "\n").collect(Collectors.joining());
  }

  @Test
  void showsEachChangeWithThreeLinesAround() {
    String before = numbers(20);
    String after = before.replace("\n5\n", "\nfive\n").replace("\n15\n", "\n");
    assertEquals(
        """
        --- a/x
        +++ b/x
        @@ -2,7 +2,7 @@
         2
         3
         4
        -5
        +five
         6
         7
         8
        @@ -12,7 +12,6 @@
         12
         13
         14
        -15
         16
         17
         18\
        """,
        UnifiedDiff.of("x", before, after));
  }

  @Test
  void changesThatAreCloseShareAHunk() {
    String diff =
        UnifiedDiff.of("x", numbers(12), numbers(12).replace("\n4\n", "\n").replace("\n9\n", "\n"));
    assertEquals(1, diff.lines().filter(line -> line.startsWith("@@")).count(), diff);
    assertTrue(diff.contains("@@ -1,12 +1,10 @@"), diff);
  }

  @Test
  void aNewOrAnEmptyFileStartsAtLineNought() {
    assertEquals("--- a/x\n+++ b/x\n@@ -0,0 +1 @@\n+a", UnifiedDiff.of("x", "", "a\n"));
    assertEquals("--- a/x\n+++ b/x\n@@ -1 +0,0 @@\n-a", UnifiedDiff.of("x", "a\n", ""));
    assertEquals("", UnifiedDiff.of("x", "a", "a"));
  }

  @Test
  void saysWhereALineFeedIsMissing() {
    assertEquals(
        "--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+a",
        UnifiedDiff.of("x", "a", "a\n"));
  }

  @Test
  void aHugeChangeIsCutShort() {
    String diff = UnifiedDiff.of("x", numbers(50_000), numbers(50_000).replace("\n", "!\n"));
    assertTrue(diff.endsWith("\n..."), diff.substring(diff.length() - 20));
    assertTrue(diff.lines().count() < 210);
  }
}
