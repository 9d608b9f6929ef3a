package dev.drawbridge.analyze.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drawbridge.base.Reason;
import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Block;
import dev.drawbridge.resource.Origin;
import dev.drawbridge.resource.Resource;
import dev.drawbridge.resource.ResourceGraph;
import dev.drawbridge.resource.Value;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;

class ReaderTest {
  private static final Address VPC = new Address("aws_vpc", "main");
  private static final Value.Reference ID = new Value.Reference(VPC, "id");
  private static final Value.Reference CIDR = new Value.Reference(VPC, "cidr_block");
  private static final Reason AFTER = Reason.of("unknown.after-apply", "aws_vpc.main.id");
  private static final Reason UNKNOWN_REASON = Reason.of("unknown.no-default", "var.it");
  private static final Value UNKNOWN = new Value.Unknown(UNKNOWN_REASON);

  /// A reader for a body with the one argument `it`.
  private static Reader of(Value it) {
    return of(Block.builder().set("it", it));
  }

  private static Reader of(Block.Builder body) {
    ResourceGraph graph =
        new ResourceGraph.Builder()
            .add(
                new Resource(
                    VPC,
                    Block.builder().set("cidr_block", "10.0.0.0/16").build(),
                    new Origin.Source("main.tf", 1)))
            .build();
    return new Reader(new Values(graph), body.build());
  }

  private static Value mapping(String key, Value value) {
    SequencedMap<String, Value> entries = new LinkedHashMap<>();
    entries.put(key, value);
    return new Value.Mapping(entries);
  }

  private static Value number(String digits) {
    return new Value.Number(new BigDecimal(digits));
  }

  private static <T> Reading<T> not(Reason reason) {
    return Reading.unresolved(reason);
  }

  private static Reason role(String name) {
    return Reason.of("unknown.role." + name);
  }

  @Test
  void tellsWhatIsThereFromWhatIsNot() {
    assertTrue(of(Value.of(1)).has("it"));
    assertTrue(of(UNKNOWN).has("it"));
    assertFalse(of(new Value.Null()).has("it"));
    assertFalse(of(Value.of(1)).has("other"));
  }

  @Test
  void readsTextAsTerraformConvertsIt() {
    assertEquals(Reading.given("a"), of(Value.of("a")).text("it"));
    assertEquals(Reading.given("100"), of(number("1E2")).text("it"));
    assertEquals(Reading.given("true"), of(Value.of(true)).text("it"));
    assertEquals(Reading.given("10.0.0.0/16"), of(CIDR).text("it"));
    assertEquals(Reading.missing(), of(new Value.Null()).text("it"));
    assertEquals(not(UNKNOWN_REASON), of(UNKNOWN).text("it"));
    assertEquals(not(AFTER), of(ID).text("it"));
    assertEquals(not(Reason.of("unknown.not", role("text"))), of(Value.items()).text("it"));
    assertEquals(
        not(Reason.of("unknown.not", role("text"))), of(mapping("a", Value.of(1))).text("it"));
  }

  @Test
  void readsFlagsAsTerraformConvertsThem() {
    assertEquals(Reading.given(true), of(Value.of(true)).flag("it"));
    assertEquals(Reading.given(true), of(Value.of("true")).flag("it"));
    assertEquals(Reading.given(false), of(Value.of("false")).flag("it"));
    assertEquals(
        not(Reason.of("unknown.not-of-this", "yes", role("boolean"))),
        of(Value.of("yes")).flag("it"));
    assertEquals(not(Reason.of("unknown.not", role("boolean"))), of(Value.of(1)).flag("it"));
    assertEquals(not(AFTER), of(ID).flag("it"));
  }

  @Test
  void readsWholeNumbersOnly() {
    assertEquals(Reading.given(80L), of(Value.of(80)).whole("it"));
    assertEquals(Reading.given(-1L), of(Value.of("-1")).whole("it"));
    assertEquals(Reading.given(80L), of(number("80.0")).whole("it"));
    assertEquals(Reading.given(1000L), of(number("1E3")).whole("it"));
    long longest = 999_999_999_999_999_999L;
    assertEquals(Reading.given(longest), of(Value.of(longest)).whole("it"));
    assertEquals(Reading.given(longest), of(Value.of("" + longest)).whole("it"));
    assertEquals(
        not(Reason.of("unknown.not", role("whole-number"))), of(number("1E18")).whole("it"));
    assertEquals(
        not(Reason.of("unknown.not", role("whole-number"))), of(number("1E400")).whole("it"));
    assertEquals(
        not(Reason.of("unknown.not", role("whole-number"))), of(number("0.5")).whole("it"));
    assertEquals(
        not(Reason.of("unknown.not", role("whole-number"))), of(Value.of(true)).whole("it"));
    assertEquals(
        not(Reason.of("unknown.not-of-this", "http", role("whole-number"))),
        of(Value.of("http")).whole("it"));
    assertEquals(not(UNKNOWN_REASON), of(UNKNOWN).whole("it"));
  }

  @Test
  void aPortIsAtMost65535() {
    assertEquals(Reading.given(0L), of(Value.of(0)).port("it"));
    assertEquals(Reading.given(65535L), of(Value.of(65535)).port("it"));
    assertEquals(not(Reason.of("unknown.no-port", -1L)), of(Value.of(-1)).port("it"));
    assertEquals(not(Reason.of("unknown.no-port", 65536L)), of(Value.of(65536)).port("it"));
  }

  @Test
  void readsReferencesWithOrWithoutTheirAttribute() {
    assertEquals(Reading.given(VPC), of(ID).reference("it"));
    assertEquals(Reading.given(ID), of(ID).attribute("it"));
    assertEquals(
        not(Reason.of("unknown.not-of-this", "vpc-1", role("reference"))),
        of(Value.of("vpc-1")).reference("it"));
    assertEquals(not(Reason.of("unknown.not", role("reference"))), of(Value.of(7)).attribute("it"));
    assertEquals(Reading.missing(), of(Block.builder()).reference("it"));
  }

  @Test
  void oneItemThatIsNotKnownLeavesTheOthersReadable() {
    assertEquals(
        Reading.given(List.of(Reading.given("a"), not(UNKNOWN_REASON), Reading.missing())),
        of(Value.items(Value.of("a"), UNKNOWN, new Value.Null())).texts("it"));
    assertEquals(Reading.given(List.of(Reading.given("a"))), of(Value.of("a")).texts("it"));
    assertEquals(
        Reading.given(
            List.of(
                Reading.given(VPC),
                not(Reason.of("unknown.not-of-this", "sg-1", role("reference"))))),
        of(Value.items(ID, Value.of("sg-1"))).references("it"));
    assertEquals(Reading.given(List.of(Reading.given(ID))), of(Value.items(ID)).attributes("it"));
    assertEquals(Reading.missing(), of(Block.builder()).texts("it"));
    assertEquals(not(UNKNOWN_REASON), of(UNKNOWN).texts("it"));
  }

  @Test
  void blocksMayBeWrittenAsObjects() {
    Reader reader =
        of(
            Block.builder()
                .block("rule", Block.builder().set("n", 1))
                .set("rule", Value.items(mapping("n", Value.of(2)), Value.of("no object"))));
    assertEquals(
        List.of(Reading.given(1L), Reading.given(2L)),
        reader.blocks("rule").stream().map(rule -> rule.whole("n")).toList());
    assertEquals(List.of(), reader.blocks("other"));
  }

  @Test
  void tellsWhetherBlocksCouldBeRead() {
    assertEquals(not(UNKNOWN_REASON), of(UNKNOWN).blocksKnown("it"));
    assertEquals(not(AFTER), of(ID).blocksKnown("it"));
    for (Value known :
        List.of(
            Value.of("a"),
            Value.of(1),
            Value.of(true),
            new Value.Null(),
            Value.items(),
            mapping("a", Value.of(1)))) {
      assertEquals(Reading.given(true), of(known).blocksKnown("it"));
    }
  }

  @Test
  void countsListsAsSetsAndMapsByTheirKeys() {
    assertEquals(
        Reading.given(2L), of(Value.items(Value.of("a"), Value.of("b"), Value.of("a"))).size("it"));
    assertEquals(Reading.given(1L), of(mapping("a", Value.of(1))).size("it"));
    assertEquals(not(Reason.of("unknown.not", role("list-or-map"))), of(Value.of(3)).size("it"));
    assertEquals(Reading.missing(), of(Block.builder()).size("it"));
  }

  @Test
  void readsTheValuesOfAMap() {
    assertEquals(List.of(Reading.given(Value.of(1))), of(mapping("a", Value.of(1))).entries("it"));
    assertEquals(List.of(Reading.missing()), of(mapping("a", new Value.Null())).entries("it"));
    assertEquals(List.of(not(UNKNOWN_REASON)), of(mapping("a", UNKNOWN)).entries("it"));
    assertEquals(List.of(), of(Block.builder()).entries("it"));
    assertEquals(
        List.of(not(Reason.of("unknown.not", role("map")))), of(Value.of(3)).entries("it"));
  }

  @Test
  void readsObjectsOutOfJson() {
    Reading<List<Reader>> read = of(Value.of("[{\"port\":80},7]")).objects("it");
    assertEquals(
        List.of(Reading.given(80L)),
        read.known().orElseThrow().stream().map(one -> one.whole("port")).toList());
    assertEquals(Reading.missing(), of(Block.builder()).objects("it"));
    assertEquals(not(Reason.of("unknown.not-json")), of(Value.of("[")).objects("it"));
    assertEquals(
        not(Reason.of("unknown.not", role("json-list"))),
        of(mapping("a", Value.of(1))).objects("it"));
  }
}
