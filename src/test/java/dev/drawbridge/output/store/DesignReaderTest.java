package dev.drawbridge.output.store;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drawbridge.base.Issue;
import dev.drawbridge.base.Language;
import dev.drawbridge.base.Messages;
import dev.drawbridge.base.Outcome;
import dev.drawbridge.model.Datum;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.Element;
import dev.drawbridge.model.ElementId;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DesignReaderTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          []                                        | store.read.no_design   | x
          {}                                        | store.read.no_design   | x
          "text"                                    | store.read.no_design   | x
          {"schemaVersion": "1"}                    | store.expected.version | x#/schemaVersion
          {"schemaVersion": 0}                      | store.expected.version | x#/schemaVersion
          {"schemaVersion": 1.5}                    | store.expected.version | x#/schemaVersion
          {"schemaVersion": 1,                      | store.json.truncated   | x:1:21
          {"schemaVersion": 1, "a                   | store.json.truncated   | x:1:24
          {"schemaVersion": 1, "a": [               | store.json.truncated   | x:1:28
          {"schemaVersion": 1} 2                    | store.json.more        | x:1:22
          {"schemaVersion": 1, "a": tru}            | store.json.malformed_at | x:1:27
          {"schemaVersion": 1, 'a': 1}              | store.json.malformed_at | x:1:22
          {"schemaVersion": 1, "a": 1, "a": 2}      | store.json.twice       | x:1:30
          {"schemaVersion": 1, "a": 1e999}          | store.json.number      | x:1:27
          {"schemaVersion": 1, "a": 1e99999999999}  | store.json.number      | x:1:27
          {"schemaVersion": 1, "a": "\\ud800"}      | store.json.half_character | x:1:27
          {"schemaVersion": 1, "title": 5}          | store.expected.text    | x#/title
          {"schemaVersion": 1, "settings": []}      | store.expected.object  | x#/settings
          {"schemaVersion": 1, "elements": {}}      | store.expected.list    | x#/elements
          {"schemaVersion": 1, "elements": [7]}     | store.expected.object  | x#/elements/0
          {"schemaVersion": 9, "minReaderVersion": 9} | store.read.too_new   | x#/minReaderVersion
          """)
  void aBrokenFileIsToldInOneIssueWithItsPlace(String json, String key, String place) {
    Issue issue = issue(json.getBytes(UTF_8));
    assertEquals(key, issue.key());
    assertEquals(place, issue.place().text());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          {"id": "a", "kind": "k"}                                  | store.expected.bounds  | 0/bounds
          {"id": "a", "kind": "k", "bounds": [1, 2, 3]}             | store.expected.bounds  | 0/bounds
          {"id": "a", "kind": "k", "bounds": [1, 2, 3, -1]}         | store.expected.bounds  | 0/bounds
          {"id": "a", "kind": "k", "bounds": [1, 2, 3, "4"]}        | store.expected.bounds  | 0/bounds
          {"id": "a", "kind": "k", "bounds": [1e300, 2, 3, 4]}      | store.expected.bounds  | 0/bounds
          {"id": "a b", "kind": "k", "bounds": [1, 2, 3, 4]}        | store.expected.id      | 0/id
          {"kind": "k", "bounds": [1, 2, 3, 4]}                     | store.expected.id      | 0/id
          {"id": "a", "bounds": [1, 2, 3, 4]}                       | store.expected.text    | 0/kind
          {"id": "a", "kind": "k", "name": {}, "bounds": [1,2,3,4]} | store.expected.text    | 0/name
          {"id": "a", "kind": "k", "bounds": [1,2,3,4], "locked": 1} | store.expected.flag   | 0/locked
          {"id": "a", "kind": "k", "bounds": [1,2,3,4], "parent": "b"} | store.element.missing | 0/parent
          {"id": "a", "kind": "k", "bounds": [1,2,3,4], "parent": "a"} | store.element.cycle | 0/parent
          {"id": "a", "kind": "k", "bounds": [1,2,3,4], "spans": ["b"]} | store.element.missing | 0/spans/0
          {"id": "a", "kind": "k", "bounds": [1,2,3,4], "spans": [1]} | store.expected.id    | 0/spans/0
          {"id": "a", "kind": "k", "source": "b", "target": "c"}    | store.element.missing  | 0/source
          {"id": "a", "kind": "k", "source": "b"}                   | store.expected.id      | 0/target
          {"id": "a", "kind": "k", "source": "a", "target": "a"}    | store.element.missing  | 0/source
          {"id": "a", "kind": "k", "source": "a", "target": "a", "bends": [[1]]} | store.expected.point | 0/bends/0
          """)
  void aBrokenElementIsToldByItsPointer(String element, String key, String pointer) {
    Issue issue = issue(design(element));
    assertEquals(key, issue.key());
    assertEquals("x#/elements/" + pointer, issue.place().text());
  }

  @Test
  void whatIsNoTextIsCalledThat() {
    assertEquals("store.json.empty", issue(new byte[0]).key());
    assertEquals("store.json.empty", issue("\uFEFF \n".getBytes(UTF_8)).key());
    assertEquals("store.json.binary", issue("{}".getBytes(UTF_16)).key());
    assertEquals("store.json.binary", issue(new byte[] {'{', 0, 1, 2}).key());
    Issue broken = issue(new byte[] {'{', '\n', '"', (byte) 0xC3, '"', '}'});
    assertEquals("store.json.binary", broken.key());
    assertEquals("x:2:2", broken.place().text());
  }

  @Test
  void aFileThatWasCutAnywhereIsCalledCut() {
    byte[] whole = DesignWriter.write(Documents.document(new Random(3), 10));
    for (int length = 1; length < whole.length - 2; length++) {
      Issue issue = issue(Arrays.copyOf(whole, length));
      boolean inACharacter = (whole[length] & 0xC0) == 0x80;
      assertEquals(inACharacter ? "store.json.binary" : "store.json.truncated", issue.key());
    }
  }

  @Test
  void depthIsBounded() {
    assertEquals("store.json.too_deep", issue(nested(64)).key());
    assertInstanceOf(Outcome.Ok.class, DesignReader.read(nested(63), "x"));
    assertEquals("store.json.too_deep", issue("[".repeat(1_000_000).getBytes(UTF_8)).key());
  }

  @Test
  void lengthsAreBounded() {
    String longest = "a".repeat(1 << 20);
    assertInstanceOf(
        Outcome.Ok.class,
        DesignReader.read(
            ("{\"schemaVersion\": 1, \"title\": \"" + longest + "\"}").getBytes(UTF_8), "x"));
    assertEquals(
        "store.json.too_long",
        issue(("{\"schemaVersion\": 1, \"title\": \"" + longest + "a\"}").getBytes(UTF_8)).key());
    assertEquals(
        "store.json.too_long",
        issue(("{\"schemaVersion\": 1, \"n\": 1" + "0".repeat(200) + "}").getBytes(UTF_8)).key());
    byte[] huge = new byte[(64 << 20) + 1];
    Arrays.fill(huge, (byte) ' ');
    assertEquals("store.read.too_large", issue(huge).key());
  }

  @Test
  void twoElementsOfOneIdAreRefused() {
    String element = "{\"id\": \"a\", \"kind\": \"k\", \"bounds\": [1, 2, 3, 4]}";
    Issue issue = issue(design(element + "," + element));
    assertEquals("store.element.twice", issue.key());
    assertEquals("x#/elements/1/id", issue.place().text());
  }

  @Test
  void containersInACircleAreRefusedAndSoAreTooManyOfThem() {
    assertEquals(
        "store.element.cycle", issue(design(child("a", "b") + "," + child("b", "a"))).key());
    StringBuilder chain = new StringBuilder();
    for (int i = 0; i < 100; i++) {
      chain.append(child("n" + i, "n" + (i + 1))).append(',');
    }
    chain.append("{\"id\": \"n100\", \"kind\": \"k\", \"bounds\": [1, 2, 3, 4]}");
    assertEquals("store.element.too_deep", issue(design(chain.toString())).key());
  }

  @Test
  void aContainerThatAMergePutBehindItsContentIsPutInFrontOfIt() {
    Document document =
        read(
            design(
                child("a", "b")
                    + ","
                    + child("b", "c")
                    + ",{\"id\": \"c\", \"kind\": \"k\", \"bounds\": [1, 2, 3, 4]}"));
    assertEquals(
        List.of("c", "b", "a"),
        document.elements().keySet().stream().map(ElementId::value).toList());
  }

  @Test
  void whatALaterVersionWroteIsKept() {
    String json =
        """
        {"schemaVersion": 1, "future": {"b": 1.50, "a": [null, true]},
         "elements": [
          {"id": "a", "kind": "future.kind", "bounds": [1, 2, 3, 4], "glow": 1E+5,
           "properties": {"shape": {"y": "e\u0301", "x": []}}}]}
        """;
    Document document = read(json.getBytes(UTF_8));
    Document again = read(DesignWriter.write(document));
    assertEquals(document, again);
    Element element = again.find(new ElementId("a")).orElseThrow();
    assertEquals(new Datum.Number(new BigDecimal("1E+5")), element.extras().get("glow"));
    Datum.Record future = (Datum.Record) again.extras().get("future");
    assertEquals(List.of("b", "a"), future.fields().names());
  }

  @Test
  void aNewerFileThatThisVersionMayReadOpensReadOnlyAndSaysSo() {
    Outcome<Design> outcome =
        DesignReader.read(
            "{\"schemaVersion\": 7, \"minReaderVersion\": 1, \"elements\": []}".getBytes(UTF_8),
            "x");
    Outcome.Ok<Design> ok = (Outcome.Ok<Design>) outcome;
    assertTrue(ok.value().readOnly());
    assertEquals(7, ok.value().schemaVersion());
    assertEquals(List.of("store.read.newer"), ok.issues().stream().map(Issue::key).toList());
  }

  @Test
  void aByteOrderMarkDoesNoHarm() {
    assertFalse(
        ((Outcome.Ok<Design>)
                DesignReader.read("\uFEFF{\"schemaVersion\": 1}".getBytes(UTF_8), "x"))
            .value()
            .readOnly());
    Issue issue = issue("\uFEFF{\"schemaVersion\": 1, ?}".getBytes(UTF_8));
    assertEquals("store.json.malformed_at", issue.key());
    assertEquals(List.of("?"), issue.arguments());
  }

  /// Cut, doubled, overwritten: never an exception, never a hang, always an issue in one line.
  @Property(tries = 600)
  void aMutatedDesignIsReadOrToldInOneLine(@ForAll Random random) {
    byte[] bytes = DesignWriter.write(Documents.document(random, 12));
    for (int i = random.nextInt(4); i >= 0; i--) {
      int at = random.nextInt(bytes.length);
      int to = Math.min(bytes.length, at + random.nextInt(40));
      switch (random.nextInt(4)) {
        case 0 -> bytes = Arrays.copyOf(bytes, Math.max(1, at));
        case 1 -> bytes[at] = (byte) random.nextInt(256);
        case 2 -> bytes[at] = (byte) "{}[]\",:0-e".charAt(random.nextInt(10));
        default -> {
          byte[] part = Arrays.copyOfRange(bytes, at, to);
          System.arraycopy(
              part, 0, bytes, random.nextInt(bytes.length - part.length + 1), part.length);
        }
      }
    }
    if (DesignReader.read(bytes, "x") instanceof Outcome.Failed<Design> failed) {
      assertEquals(1, failed.issues().size());
      for (Language language : Language.values()) {
        String line = failed.issues().getFirst().text(Messages.in(language));
        assertEquals(1, line.lines().count(), line);
      }
    }
  }

  private static String child(String id, String parent) {
    return "{\"id\": \"%s\", \"kind\": \"k\", \"parent\": \"%s\", \"bounds\": [1, 2, 3, 4]}"
        .formatted(id, parent);
  }

  private static byte[] nested(int lists) {
    return ("{\"schemaVersion\": 1, \"x\": " + "[".repeat(lists) + "]".repeat(lists) + "}")
        .getBytes(UTF_8);
  }

  private static byte[] design(String elements) {
    return ("{\"schemaVersion\": 1, \"elements\": [" + elements + "]}").getBytes(UTF_8);
  }

  private static Document read(byte[] bytes) {
    Outcome<Design> outcome = DesignReader.read(bytes, "x");
    return switch (outcome) {
      case Outcome.Ok<Design>(Design design, var _) -> design.document();
      case Outcome.Failed<Design> failed -> throw new AssertionError(failed);
    };
  }

  private static Issue issue(byte[] bytes) {
    return switch (DesignReader.read(bytes, "x")) {
      case Outcome.Ok<Design> ok -> throw new AssertionError(ok);
      case Outcome.Failed<Design>(List<Issue> issues) -> {
        assertEquals(1, issues.size());
        yield issues.getFirst();
      }
    };
  }
}
