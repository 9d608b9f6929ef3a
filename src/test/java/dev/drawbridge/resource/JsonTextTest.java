package dev.drawbridge.resource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drawbridge.base.Reason;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTest {
  private static Value read(String text) {
    return JsonText.read(text).orElseThrow();
  }

  private static Value mapping(String key, Value value) {
    SequencedMap<String, Value> entries = new LinkedHashMap<>();
    entries.put(key, value);
    return new Value.Mapping(entries);
  }

  private static Value number(String digits) {
    return new Value.Number(new BigDecimal(digits));
  }

  @Test
  void readsEveryKindOfValue() {
    assertEquals(Value.of("a"), read("\"a\""));
    assertEquals(Value.of(true), read("true"));
    assertEquals(Value.of(false), read("false"));
    assertEquals(new Value.Null(), read("null"));
    assertEquals(number("-12"), read("-12"));
    assertEquals(number("1.5"), read("1.5"));
    assertEquals(number("2E+3"), read("2e3"));
    assertEquals(new Value.Items(List.of()), read("[]"));
    assertEquals(new Value.Mapping(new LinkedHashMap<>()), read("{}"));
    assertEquals(Value.items(Value.of(1), Value.of("b")), read("[1,\"b\"]"));
    assertEquals(mapping("a", Value.items(Value.of(true))), read("{\"a\":[true]}"));
  }

  @Test
  void passesOverBlanksWhereverTheyMayStand() {
    assertEquals(
        Value.items(mapping("a", Value.of(1)), Value.of(2)),
        read(" \t\r\n[ { \"a\" : 1 } , 2 ] \n"));
  }

  @Test
  void readsEscapesAsTheyAreMeant() {
    assertEquals(
        Value.of("\n\t\r\b\f\"\\/A한"), read("\"\\n\\t\\r\\b\\f\\\"\\\\\\/\\u0041\\uD55c\""));
    assertEquals(Value.of("Az"), read("\"\\u0041z\""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "  ",
        "\"",
        "\"a",
        "\"\\",
        "\"\\x\"",
        "\"\\u12\"",
        "\"\\u12",
        "\"\\u12G4\"",
        "\"\\u1234",
        "[1",
        "[1,",
        "[1,]",
        "[,1]",
        "[1 2]",
        "{\"a\"}",
        "{\"a\":}",
        "{\"a\":1",
        "{\"a\":1,}",
        "{a:1}",
        "{1:1}",
        "tru",
        "1.",
        "01x",
        "--1",
        "1 1",
        "[] []"
      })
  void whatIsNoJsonIsNotGuessedAt(String text) {
    assertEquals(Optional.empty(), JsonText.read(text));
  }

  @Test
  void aHoleLeavesTheRestReadable() {
    char hole = JsonText.HOLE;
    Value unknown = new Value.Unknown(Reason.of("unknown.text-part"));
    assertEquals(
        Value.items(Value.of(80), unknown, unknown, Value.of("b")),
        read("[80," + hole + ",\"a" + hole + "\",\"b\"]"));
  }

  @Test
  void looksAsDeepAsThirtyOneListsAndNoDeeper() {
    assertTrue(JsonText.read("[".repeat(31) + "1" + "]".repeat(31)).isPresent());
    assertEquals(Optional.empty(), JsonText.read("[".repeat(32) + "1" + "]".repeat(32)));
    assertTrue(JsonText.read("{\"a\":".repeat(31) + "1" + "}".repeat(31)).isPresent());
    assertEquals(Optional.empty(), JsonText.read("{\"a\":".repeat(32) + "1" + "}".repeat(32)));
    assertEquals(Optional.empty(), JsonText.read("[".repeat(100_000)));
  }

  @Test
  void looksIntoAMillionCharactersAndNoMore() {
    String longest = "\"" + "a".repeat(999_998) + "\"";
    assertEquals(Value.of("a".repeat(999_998)), read(longest));
    assertEquals(Optional.empty(), JsonText.read(longest + " "));
  }
}
