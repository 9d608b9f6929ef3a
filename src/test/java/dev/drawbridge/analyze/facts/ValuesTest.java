package dev.drawbridge.analyze.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.drawbridge.base.Language;
import dev.drawbridge.base.Messages;
import dev.drawbridge.base.Reason;
import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Block;
import dev.drawbridge.resource.DataSource;
import dev.drawbridge.resource.Origin;
import dev.drawbridge.resource.Resource;
import dev.drawbridge.resource.ResourceGraph;
import dev.drawbridge.resource.Value;
import dev.drawbridge.resource.Variable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {
  private final ResourceGraph.Builder graph = new ResourceGraph.Builder();

  private void resource(String type, String name, UnaryOperator<Block.Builder> body) {
    graph.add(
        new Resource(
            new Address(type, name),
            body.apply(Block.builder()).build(),
            new Origin.Source("main.tf", 1)));
  }

  private static Value.Reference to(String type, String name, String attribute) {
    return new Value.Reference(new Address(type, name), attribute);
  }

  private Value resolve(Value value) {
    return new Values(graph.build()).resolve(value);
  }

  private Value attribute(Value.Reference reference) {
    return new Values(graph.build()).attribute(reference);
  }

  private String unknown(Value value) {
    return assertInstanceOf(Value.Unknown.class, resolve(value))
        .reason()
        .text(Messages.in(Language.ENGLISH));
  }

  @Test
  void whatIsLeftOutIsNull() {
    assertEquals(new Value.Null(), new Values(ResourceGraph.EMPTY).resolve(null));
    assertEquals(new Value.Null(), new Values(ResourceGraph.EMPTY).json(null));
  }

  @Test
  void followsLocalsThroughLists() {
    graph.local("a", Value.of("x"));
    graph.local("b", Value.items(Value.symbol("local.a"), Value.of(2)));
    assertEquals(Value.items(Value.of("x"), Value.of(2)), resolve(Value.symbol("local.b")));
    assertEquals("local.c is not told", unknown(Value.symbol("local.c")));
  }

  @Test
  void followsVariablesToTheirDefaults() {
    graph.add(Variable.of("told", "what it is", "string", Value.of("d")));
    assertEquals(Value.of("d"), resolve(Value.symbol("var.told")));
    assertEquals("var.other has no default", unknown(Value.symbol("var.other")));
  }

  @Test
  void followsDataSourcesThatTellTheirOwnArguments() {
    graph.add(
        new DataSource(
            new Address("aws_ami", "web"),
            Block.builder().set("owners", Value.items(Value.of("self"))).build(),
            new Origin.Source("main.tf", 1)));
    assertEquals(Value.items(Value.of("self")), resolve(Value.symbol("data.aws_ami.web.owners")));
    for (String path :
        List.of("data.aws_ami.web.id", "data.aws_ami.other.owners", "data.aws_ami.web")) {
      assertEquals(path + " is known only to AWS", unknown(Value.symbol(path)));
    }
  }

  @Test
  void otherNamesAreKnownToTerraformOnly() {
    assertEquals(
        "each.value is not known before Terraform runs", unknown(Value.symbol("each.value")));
  }

  @Test
  void namesThatLeadInACircleEnd() {
    graph.local("a", Value.symbol("local.b"));
    graph.local("b", Value.symbol("local.a"));
    assertEquals("names that lead in a circle", unknown(Value.symbol("local.a")));
    assertEquals(
        new Value.Unknown(Reason.of("unknown.circles")),
        new Values(graph.build()).json(Value.symbol("local.a")));
  }

  @Test
  void followsThirtyOneNamesAndNoMore() {
    graph.local("n0", Value.of("end"));
    for (int i = 1; i <= 31; i++) {
      graph.local("n" + i, Value.symbol("local.n" + (i - 1)));
    }
    assertEquals(Value.of("end"), resolve(Value.symbol("local.n30")));
    assertEquals("names that lead in a circle", unknown(Value.symbol("local.n31")));
  }

  @Test
  void listsWithinListsCountAsSteps() {
    Value nested = Value.of(1);
    for (int i = 0; i < 31; i++) {
      nested = Value.items(nested);
    }
    assertEquals(nested, resolve(nested));
    Value deeper = Value.items(nested);
    assertEquals(32, resolve(deeper).toString().split("Items", -1).length - 1);
    assertEquals(true, resolve(deeper).toString().contains("unknown.circles"));
  }

  @Test
  void tenLinesThatNameTheOneBeforeTwiceDoNotTakeForEver() {
    graph.local("n0", Value.of("end"));
    for (int i = 1; i < 30; i++) {
      Value before = Value.symbol("local.n" + (i - 1));
      graph.local("n" + i, Value.items(before, before));
    }
    assertInstanceOf(Value.Items.class, resolve(Value.symbol("local.n29")));
  }

  @Test
  void putsTextTogether() {
    graph.local("name", Value.of("shop"));
    resource("aws_vpc", "main", b -> b.set("cidr_block", "10.0.0.0/16"));
    assertEquals(
        Value.of("shop-7-true-10.0.0.0/16"),
        resolve(
            Value.template(
                Value.symbol("local.name"),
                Value.of("-"),
                Value.of(7),
                Value.of("-"),
                Value.of(true),
                Value.of("-"),
                to("aws_vpc", "main", "cidr_block"))));
  }

  @Test
  void textHangsOnEachOfItsParts() {
    resource("aws_vpc", "main", b -> b);
    assertEquals(
        "var.x has no default", unknown(Value.template(Value.of("a"), Value.symbol("var.x"))));
    assertEquals(
        "aws_vpc.main.id is known only after apply",
        unknown(Value.template(to("aws_vpc", "main", "id"))));
    for (Value none :
        List.of(
            new Value.Null(), Value.items(Value.of(1)), new Value.Mapping(new LinkedHashMap<>()))) {
      assertEquals(
          "text put together from something that is no text", unknown(Value.template(none)));
    }
  }

  @Test
  void textThatGrowsWithoutEndIsNotPutTogether() {
    Value half = Value.of("x".repeat(500_000));
    assertInstanceOf(Value.Text.class, resolve(Value.template(half, half, Value.of("y"))));
    assertEquals("text without end", unknown(Value.template(half, half, Value.of("y"), half)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"tolist", "toset", "tostring", "tonumber", "tobool", "sensitive", "nonsensitive"})
  void conversionsChangeNothingThatMatters(String function) {
    graph.local("a", Value.of("x"));
    assertEquals(Value.of("x"), resolve(Value.call(function, Value.symbol("local.a"))));
    assertEquals(
        function + "() takes one value", unknown(Value.call(function, Value.of(1), Value.of(2))));
    assertEquals(function + "() takes one value", unknown(Value.call(function)));
  }

  @Test
  void conversionsWithinConversionsEndToo() {
    Value value = Value.of("x");
    for (int i = 0; i < 31; i++) {
      value = Value.call("tostring", value);
    }
    assertEquals(Value.of("x"), resolve(value));
    assertEquals("names that lead in a circle", unknown(Value.call("tostring", value)));
  }

  @Test
  void otherFunctionsAreNotFollowed() {
    assertEquals("upper() is not followed", unknown(Value.call("upper", Value.of("a"))));
  }

  @Test
  void cutsABlockAsCidrsubnetDoes() {
    resource("aws_vpc", "main", b -> b.set("cidr_block", "10.0.0.0/16"));
    graph.local("bits", Value.of(8));
    assertEquals(
        Value.of("10.0.3.0/24"),
        resolve(
            Value.call(
                "cidrsubnet",
                to("aws_vpc", "main", "cidr_block"),
                Value.symbol("local.bits"),
                Value.of(3))));
    assertEquals(
        "var.n has no default",
        unknown(
            Value.call("cidrsubnet", Value.of("10.0.0.0/16"), Value.of(8), Value.symbol("var.n"))));
  }

  @Test
  void cidrsubnetOfAnythingElseIsNotKnown() {
    Value block = Value.of("10.0.0.0/16");
    for (Value call :
        List.of(
            Value.call("cidrsubnet", block, Value.of(8)),
            Value.call("cidrsubnet", Value.of(1), Value.of(8), Value.of(0)),
            Value.call("cidrsubnet", block, Value.of("8"), Value.of(0)),
            Value.call("cidrsubnet", block, Value.of(8), Value.of("0")),
            Value.call("cidrsubnet", block, Value.of(8), Value.of(256)))) {
      assertEquals("cidrsubnet() of what it does not take", unknown(call));
    }
  }

  @Test
  void anAttributeIsWorthWhatTheResourceSays() {
    graph.local("cidr", Value.of("10.0.0.0/16"));
    resource("aws_vpc", "main", b -> b.set("cidr_block", Value.symbol("local.cidr")));
    assertEquals(Value.of("10.0.0.0/16"), attribute(to("aws_vpc", "main", "cidr_block")));
    assertEquals(
        new Value.Unknown(Reason.of("unknown.after-apply", "aws_vpc.main.id")),
        attribute(to("aws_vpc", "main", "id")));
    assertEquals(
        new Value.Unknown(Reason.of("unknown.after-apply", "aws_vpc.gone.id")),
        attribute(to("aws_vpc", "gone", "id")));
  }

  @Test
  void aReferenceLeadsOnlyToWhatIsThere() {
    resource("aws_vpc", "main", b -> b);
    Value.Reference there = to("aws_vpc", "main", "id");
    assertEquals(there, resolve(there));
    assertEquals("aws_vpc.gone is not in this configuration", unknown(to("aws_vpc", "gone", "id")));
  }

  @Test
  void theIpv6BlockThatAwsChoosesHasAStandIn() {
    Address main = new Address("aws_vpc", "main");
    Value block = Value.of(Blocks.standingIn(main).toString());
    resource("aws_vpc", "main", b -> b);
    resource(
        "aws_vpc_ipv6_cidr_block_association",
        "more",
        b -> b.set("vpc_id", to("aws_vpc", "main", "id")));
    resource("aws_vpc_ipv6_cidr_block_association", "stray", b -> b);
    resource("aws_default_vpc", "own", b -> b);
    resource("aws_subnet", "a", b -> b);
    assertEquals(block, attribute(to("aws_vpc", "main", "ipv6_cidr_block")));
    assertEquals(
        block, attribute(to("aws_vpc_ipv6_cidr_block_association", "more", "ipv6_cidr_block")));
    assertEquals(
        Value.of(Blocks.standingIn(new Address("aws_default_vpc", "own")).toString()),
        attribute(to("aws_default_vpc", "own", "ipv6_cidr_block")));
    for (Value.Reference none :
        List.of(
            to("aws_vpc_ipv6_cidr_block_association", "stray", "ipv6_cidr_block"),
            to("aws_subnet", "a", "ipv6_cidr_block"),
            to("aws_vpc", "main", "cidr_block"))) {
      assertEquals(Values.known(none), attribute(none));
    }
  }

  @Test
  void readsJsonHoweverItIsWritten() {
    Value port = Value.items(Value.of(80));
    graph.local("ports", Value.call("jsonencode", port));
    graph.local("n", Value.of(80));
    Values values = new Values(graph.build());
    assertEquals(port, values.json(Value.of("[80]")));
    assertEquals(port, values.json(Value.call("jsonencode", port)));
    assertEquals(port, values.json(Value.symbol("local.ports")));
    assertEquals(
        port, values.json(Value.template(Value.of("["), Value.symbol("local.n"), Value.of("]"))));
    assertEquals(
        Value.items(new Value.Unknown(Reason.of("unknown.text-part"))),
        values.json(Value.template(Value.of("["), Value.symbol("var.x"), Value.of("]"))));
    assertEquals(
        new Value.Unknown(Reason.of("unknown.not-told", "local.none")),
        values.json(Value.symbol("local.none")));
    assertEquals(new Value.Unknown(Reason.of("unknown.not-json")), values.json(Value.of("[80")));
    assertEquals(
        new Value.Unknown(Reason.of("unknown.function", "jsonencode")),
        values.json(Value.call("jsonencode", port, port)));
    assertEquals(Value.of(3), values.json(Value.of(3)));
  }
}
