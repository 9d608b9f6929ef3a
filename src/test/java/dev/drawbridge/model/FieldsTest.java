package dev.drawbridge.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class FieldsTest {
  private static Fields of(List<String> names) {
    Fields.Builder builder = Fields.builder();
    names.forEach(name -> builder.add(name, Datum.of(name.length())));
    return builder.build();
  }

  /// Few names and many are kept in two ways: nobody can tell them apart.
  @Property(tries = 300)
  void isAMapThatKeepsItsOrder(
      @ForAll @Size(max = 60) List<@IntRange(max = 40) Integer> added,
      @ForAll @IntRange(max = 40) int gone) {
    Map<String, Datum> expected = new LinkedHashMap<>();
    Fields fields = Fields.NONE;
    for (int i = 0; i < added.size(); i++) {
      String name = "n" + added.get(i);
      expected.put(name, Datum.of(i));
      fields = fields.with(name, Datum.of(i));
    }
    expected.remove("n" + gone);
    fields = fields.without("n" + gone);

    assertEquals(List.copyOf(expected.keySet()), fields.names());
    assertEquals(expected.isEmpty(), fields.isEmpty());
    for (int i = 0; i <= 41; i++) {
      assertEquals(expected.get("n" + i), fields.get("n" + i));
      assertEquals(expected.containsKey("n" + i), fields.has("n" + i));
    }
    Map<String, Datum> visited = new LinkedHashMap<>();
    fields.forEach(visited::put);
    assertEquals(expected, visited);
    assertEquals(expected.toString(), fields.toString());
  }

  @Property(tries = 300)
  void isEqualInWhicheverOrder(@ForAll @Size(max = 30) List<@IntRange(max = 40) Integer> numbers) {
    List<String> names = numbers.stream().distinct().map(n -> "n" + n).toList();
    Fields fields = of(names);
    Fields reversed = of(names.reversed());
    assertEquals(fields, reversed);
    assertEquals(fields.hashCode(), reversed.hashCode());
    if (!names.isEmpty()) {
      String first = names.getFirst();
      assertNotEquals(fields, fields.without(first));
      assertNotEquals(fields, fields.with(first, Datum.of("else")));
      assertNotEquals(fields, fields.without(first).with("other", Datum.of(first.length())));
    }
  }

  @Test
  void theFirstOfANameIsKept() {
    Fields.Builder builder = Fields.builder();
    assertTrue(builder.add("a", Datum.of(1)));
    assertFalse(builder.add("a", Datum.of(2)));
    assertEquals(Datum.of(1), builder.build().get("a"));
  }

  @Test
  void knowsNothingOfOtherNames() {
    assertNull(of(List.of("a")).get("b"));
    assertSame(Fields.NONE, of(List.of()));
    Fields fields = of(List.of("a"));
    assertSame(fields, fields.without("b"));
  }

  @Test
  void tellsWhetherAllAreAsAsked() {
    List<String> asked = new ArrayList<>();
    Fields fields = of(List.of("a", "bb", "c"));
    assertFalse(
        fields.allMatch(
            (name, value) -> {
              asked.add(name);
              return value.equals(Datum.of(1));
            }));
    assertEquals(List.of("a", "bb"), asked);
    assertTrue(fields.allMatch((name, value) -> value.equals(Datum.of(name.length()))));
  }
}
