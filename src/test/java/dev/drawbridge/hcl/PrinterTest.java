package dev.drawbridge.hcl;

import static dev.drawbridge.hcl.Expression.bool;
import static dev.drawbridge.hcl.Expression.call;
import static dev.drawbridge.hcl.Expression.entry;
import static dev.drawbridge.hcl.Expression.list;
import static dev.drawbridge.hcl.Expression.number;
import static dev.drawbridge.hcl.Expression.reference;
import static dev.drawbridge.hcl.Expression.text;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.drawbridge.hcl.Expression.Binary;
import dev.drawbridge.hcl.Expression.Conditional;
import dev.drawbridge.hcl.Expression.ForClause;
import dev.drawbridge.hcl.Expression.ForList;
import dev.drawbridge.hcl.Expression.ForObject;
import dev.drawbridge.hcl.Expression.Heredoc;
import dev.drawbridge.hcl.Expression.ObjectOf;
import dev.drawbridge.hcl.Expression.Step;
import dev.drawbridge.hcl.Expression.Template;
import dev.drawbridge.hcl.Expression.Traversal;
import dev.drawbridge.hcl.Expression.Unary;
import dev.drawbridge.hcl.Expression.Variable;
import dev.drawbridge.hcl.TemplatePart.Interpolation;
import dev.drawbridge.hcl.TemplatePart.Text;
import dev.drawbridge.terraform.TerraformProof;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrinterTest {
  @TempDir Path work;

  private static String print(Consumer<BodyBuilder> content) {
    BodyBuilder builder = Body.builder();
    content.accept(builder);
    return Printer.print(builder.build());
  }

  private static String value(Expression value) {
    return print(b -> b.attribute("v", value));
  }

  @Test
  void alignsTheEqualsSignsOfNeighboursOnly() {
    assertEquals(
        """
        resource "aws_vpc" "main" {
          cidr_block           = var.vpc_cidr
          enable_dns_hostnames = true

          a = 1
          # Why b.
          bbb = 2

          tags = {
            Name = "${local.name}-vpc"
            한글   = "서울"
          }
          cc  = []
          ddd = {}

          lifecycle {
            create_before_destroy = true
          }

          timeouts {}
        }
        """,
        print(
            b ->
                b.block(
                    "resource",
                    List.of("aws_vpc", "main"),
                    r ->
                        r.attribute("cidr_block", reference("var", "vpc_cidr"))
                            .attribute("enable_dns_hostnames", bool(true))
                            .blank()
                            .attribute("a", number(1))
                            .comment("Why b.")
                            .attribute("bbb", number(2))
                            .blank()
                            .attribute(
                                "tags",
                                new ObjectOf(
                                    List.of(
                                        entry(
                                            "Name",
                                            new Template(
                                                List.of(
                                                    new Interpolation(reference("local", "name")),
                                                    new Text("-vpc")))),
                                        entry("한글", text("서울")))))
                            .attribute("cc", list())
                            .attribute("ddd", new ObjectOf(List.of()))
                            .block(
                                "lifecycle", l -> l.attribute("create_before_destroy", bool(true)))
                            .block("timeouts", l -> {}))));
  }

  @Test
  void breaksLongListsAndHugsTheLastArgument() {
    assertEquals(
        """
        short = ["a", "b"]
        long = [
          "logs:CreateLogStream of something rather long",
          "logs:DescribeLogStreams of something",
        ]
        policy = jsonencode({
          Version = "2012-10-17"
          Statement = [
            {
              Effect = "Allow"
              Action = ["s3:GetObject"]
            },
          ]
        })
        one = merge(local.tags, { Name = "x" })
        """,
        print(
            b ->
                b.attribute("short", list(text("a"), text("b")))
                    .attribute(
                        "long",
                        list(
                            text("logs:CreateLogStream of something rather long"),
                            text("logs:DescribeLogStreams of something")))
                    .attribute(
                        "policy",
                        call(
                            "jsonencode",
                            new ObjectOf(
                                List.of(
                                    entry("Version", text("2012-10-17")),
                                    entry(
                                        "Statement",
                                        list(
                                            new ObjectOf(
                                                List.of(
                                                    entry("Effect", text("Allow")),
                                                    entry(
                                                        "Action",
                                                        list(text("s3:GetObject")))))))))))
                    .attribute(
                        "one",
                        call(
                            "merge",
                            reference("local", "tags"),
                            new ObjectOf(List.of(entry("Name", text("x"))))))));
  }

  @Test
  void putsParenthesesWhereOperatorsAskForThem() {
    Expression a = reference("a");
    Expression sum = new Binary(BinaryOperator.ADD, a, number(1));
    assertEquals("v = (a + 1) * -2\n", value(new Binary(BinaryOperator.MULTIPLY, sum, number(-2))));
    assertEquals("v = a - (a + 1)\n", value(new Binary(BinaryOperator.SUBTRACT, a, sum)));
    assertEquals(
        "v = !(a && a)\n",
        value(new Unary(UnaryOperator.NOT, new Binary(BinaryOperator.AND, a, a))));
    assertEquals(
        "v = (a ? 1 : 2) + 1\n",
        value(new Binary(BinaryOperator.ADD, new Conditional(a, number(1), number(2)), number(1))));
    assertEquals("v = (a + 1).b\n", value(new Traversal(sum, List.of(new Step.Attr("b")))));
  }

  @Test
  void escapesWhateverTextSays() {
    assertEquals(
        "v = \"\\\"q\\\" \\\\ \\n\\t\\r $${a} %%{if} \\u0024$${ $ % 한글 🏰 \\u0000\\u202E\"\n",
        value(text("\"q\" \\ \n\t\r ${a} %{if} $${ $ % 한글 🏰 \0\u202E")));
    assertEquals(
        "v = \"\\u0024${a}\"\n",
        value(new Template(List.of(new Text("$"), new Interpolation(reference("a"))))));
    assertEquals(
        "# one\n# two \n#\n# end\n".replace("two ", "two"),
        print(b -> b.comment("one\ntwo\r\n\nend")));
  }

  @Test
  void writesHeredocsOnlyWhereTheyCanSayTheSame() {
    assertEquals(
        """
        a   = <<EOT
        one ${x}
          two
        EOT
        bcd = 1
        """,
        print(
            b ->
                b.attribute(
                        "a",
                        new Heredoc(
                            "EOT",
                            false,
                            List.of(
                                new Text("one "),
                                new Interpolation(reference("x")),
                                new Text("\n  two\n"))))
                    .attribute("bcd", number(1))));
    assertEquals("v = \"no end\"\n", value(new Heredoc("EOT", false, List.of(new Text("no end")))));
    assertEquals(
        "v = \"a\\nEOT\\n\"\n", value(new Heredoc("EOT", false, List.of(new Text("a\nEOT\n")))));
  }

  @Test
  void everyShapeIsWhatFmtWouldMakeOfIt() {
    Expression x = reference("x");
    ObjectOf small = new ObjectOf(List.of(entry("a", number(1))));
    ObjectOf large =
        new ObjectOf(
            List.of(
                entry("a", number(1)),
                entry("eu-west-1a", text("b")),
                entry("for", list(small)),
                entry("long_key_here", small),
                entry("c", bool(false))));
    String filler = "a text that is long enough to leave no room on the line";
    List<Expression> shapes =
        List.of(
            large,
            list(large, large),
            list(list(number(1)), list(text(filler), text(filler))),
            call("f", large, large),
            call("f", x, large),
            call("f", list(text(filler), text(filler)), x),
            call("f", text(filler), text(filler)),
            call("map", call("object", large)),
            new Expression.Call("f", List.of(text(filler), x, text(filler)), true, Span.NONE),
            new Expression.Call("f", List.of(x, list(large)), true, Span.NONE),
            new ForList(new ForClause(null, "i", x, x), text(filler + filler)),
            new ForList(new ForClause("k", "i", x, null), large),
            new ForList(new ForClause(null, "i", x, x), x),
            new ForObject(new ForClause("k", "v", x, x), x, text(filler + filler), true),
            new ForObject(new ForClause("k", "v", x, null), x, small, false),
            new Heredoc("EOT", true, List.of(new Text("a\n\n  b\n"))),
            new Conditional(x, large, new ObjectOf(List.of())),
            new Unary(UnaryOperator.NEGATE, new Unary(UnaryOperator.NEGATE, x)),
            new Unary(UnaryOperator.NOT, new Unary(UnaryOperator.NOT, x)),
            new Binary(BinaryOperator.SUBTRACT, x, number(-1)),
            new Traversal(
                x, List.of(new Step.Splat(), new Step.Attr("b"), new Step.Index(text("k")))),
            new Traversal(x, List.of(new Step.AttributeSplat(), new Step.Attr("b"))),
            new Traversal(list(x), List.of(new Step.Index(new Unary(UnaryOperator.NEGATE, x)))));
    String printed =
        print(
            b ->
                b.block(
                    "locals",
                    l -> {
                      for (int i = 0; i < shapes.size(); i++) {
                        l.attribute("shape_" + i, shapes.get(i));
                        l.attribute("s" + i, number(i));
                      }
                      l.attribute(
                          "all", new ObjectOf(shapes.stream().map(s -> entry("e", s)).toList()));
                    }));
    assertEquals(TerraformProof.find(work).formatted(printed), printed);
  }

  @Test
  void aBareNameIsQuotedWhenItWouldReadAsSomethingElse() {
    assertEquals(new Variable("Name"), entry("Name", number(1)).key());
    assertEquals(text("for"), entry("for", number(1)).key());
    assertEquals(text("eu-west-1a"), entry("eu-west-1a", number(1)).key());
    assertEquals(text("a b"), entry("a b", number(1)).key());
  }

  @Test
  void numbersShareLinesAndCallsWithoutListsStayOnOne() {
    String filler = "^a regular expression that is long enough to leave no room at all for more$";
    List<Expression> numbers =
        java.util.stream.LongStream.rangeClosed(1, 40)
            .<Expression>mapToObj(Expression::number)
            .toList();
    String printed =
        print(
            b ->
                b.attribute("one", call("can", call("regex", text(filler), reference("var", "a"))))
                    .attribute("few", list(text(filler + filler)))
                    .attribute("many", new Expression.ListOf(numbers)));
    assertEquals(
        """
        one = can(regex("%s", var.a))
        few = ["%s%s"]
        many = [
          1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22,
          23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40,
        ]
        """
            .formatted(filler, filler, filler),
        printed);
    assertEquals(TerraformProof.find(work).formatted(printed), printed);
  }
}
