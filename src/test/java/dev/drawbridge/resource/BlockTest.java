package dev.drawbridge.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;

class BlockTest {
  @Test
  void aBodyStaysWhenItsBuilderGoesOn() {
    Block.Builder builder = Block.builder().set("a", 1);
    Block first = builder.build();
    Block second = builder.set("b", 2).set("a", 3).build();
    Block third = builder.build();
    assertThat(first.arguments()).containsExactly(number("a", 1));
    assertThat(second.arguments()).containsExactly(number("a", 3), number("b", 2));
    assertThat(third).isEqualTo(second).hasSameHashCodeAs(second);
  }

  @Test
  void aBodyStaysWhenTheMapThatItWasMadeOfChanges() {
    SequencedMap<String, Value> mine = new LinkedHashMap<>();
    mine.put("a", Value.of(1));
    Block body = Block.EMPTY.withArguments(mine);
    mine.put("b", Value.of(2));
    assertThat(body.arguments()).containsExactly(number("a", 1));
    assertThat(body.withArguments(body.arguments())).isEqualTo(body);
  }

  @Test
  void nobodyChangesTheArgumentsOfABody() {
    SequencedMap<String, Value> arguments = Block.builder().set("a", 1).build().arguments();
    assertThatThrownBy(() -> arguments.put("b", Value.of(2)))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> arguments.remove("a"))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(arguments::pollFirstEntry).isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(arguments::clear).isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> arguments.reversed().clear())
        .isInstanceOf(UnsupportedOperationException.class);
    assertThat(arguments).containsExactly(number("a", 1));
  }

  private static Map.Entry<String, Value> number(String argument, long value) {
    return Map.entry(argument, Value.of(value));
  }
}
