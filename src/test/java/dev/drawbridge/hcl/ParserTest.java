package dev.drawbridge.hcl;

import static dev.drawbridge.hcl.Expression.number;
import static dev.drawbridge.hcl.Expression.reference;
import static dev.drawbridge.hcl.Expression.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drawbridge.base.Issue;
import dev.drawbridge.base.Language;
import dev.drawbridge.base.Messages;
import dev.drawbridge.base.Outcome;
import dev.drawbridge.hcl.Expression.Binary;
import dev.drawbridge.hcl.Expression.ObjectOf;
import dev.drawbridge.hcl.Expression.Step;
import dev.drawbridge.hcl.Expression.Template;
import dev.drawbridge.hcl.Expression.Traversal;
import dev.drawbridge.hcl.TemplatePart.Text;
import dev.drawbridge.terraform.TerraformProof;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParserTest {
  @TempDir Path work;

  private static Body parsed(String text) {
    ParsedFile file = Parser.parse("test.tf", text);
    assertEquals(List.of(), file.issues(), () -> told(file.issues()));
    return file.body();
  }

  private static Expression expression(String text) {
    return switch (Parser.expression("test.tf", text)) {
      case Outcome.Ok<Expression>(var value, _) -> value;
      case Outcome.Failed<Expression>(var issues) -> throw new AssertionError(told(issues));
    };
  }

  private static String told(List<Issue> issues) {
    return issues.stream()
        .flatMap(i -> Stream.of(Language.values()).map(l -> i.text(Messages.in(l))))
        .collect(Collectors.joining("\n"));
  }

  private static List<String> english(String text) {
    return Parser.parse("test.tf", text).issues().stream()
        .map(issue -> issue.text(Messages.in(Language.ENGLISH)))
        .toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1",
        "-2.5",
        "true",
        "null",
        "a.b.c",
        "a[0].b[\"k\"][var.i]",
        "a[*].b[0]",
        "a.*.b.0.c",
        "a.0.b",
        "f()",
        "f(a, [b]...)",
        "provider::aws::arn_parse(a)",
        "a ? b : c ? d : e",
        "a || b && c == d < e + f * -g",
        "!(a || b)",
        "(a + b) * c",
        "a - (b - c)",
        "[for k, v in m : \"${k}=${v}\" if v != null]",
        "{ for k, v in m : k => v... if length(v) > 0 }",
        "{ a = 1, \"b c\" = 2, (d) = 3, \"${e}\" = 4 }",
        "\"plain\"",
        "\"${a}-${b.c[\"d\"]}\"",
        "\"%{if a}b%{else}c%{endif}%{for x in y}${x}%{endfor}\"",
        "\"${~ a ~}\"",
        "\"\\\" \\\\ \\n $${a} %%{b}\"",
        "jsonencode({ a = [1, { b = \"c\" }] })",
      })
  void whatIsPrintedReadsBackTheSame(String text) {
    Expression read = expression(text);
    assertEquals(text.replace("${~ ", "${~").replace(" ~}", "~}"), Printer.print(read));
    assertEquals(read, expression(Printer.print(read)));
  }

  @Test
  void bindsOperatorsAsTerraformDoes() {
    assertEquals(
        new Binary(
            BinaryOperator.SUBTRACT,
            new Binary(BinaryOperator.SUBTRACT, reference("a"), reference("b")),
            new Binary(BinaryOperator.MULTIPLY, reference("c"), number(-1))),
        expression("a - b - c * -1"));
  }

  @Test
  void readsStepsInTheOrderInWhichTheyStand() {
    assertEquals(
        new Traversal(
            reference("a"),
            List.of(
                new Step.Attr("b"),
                new Step.Index(number(0)),
                new Step.Splat(),
                new Step.Attr("c"))),
        expression("a.b[0][*].c"));
  }

  @Test
  void readsEscapesAndNothingElseAsWhatTheyStandFor() {
    assertEquals(
        text("\" \\ \n\t\r ${a} %{b} 한 😀 $ % \uFFFD"),
        expression("\"\\\" \\\\ \\n\\t\\r $${a} %%{b} \\uD55C \\U0001F600 $ % \\uD800\""));
  }

  @Test
  void aHeredocLosesTheIndentationThatItsLinesShare() {
    Body body =
        parsed(
            """
            a = <<-EOT
                one ${x}
                  two

                three
              EOT
            b = <<EOT
              kept
            EOT
            """);
    Expression.Heredoc flush =
        assertInstanceOf(Expression.Heredoc.class, body.value("a").orElseThrow());
    assertEquals(
        List.of(
            new Text("one "),
            new TemplatePart.Interpolation(reference("x")),
            new Text("\n  two\n\nthree\n")),
        flush.parts());
    Expression.Heredoc plain =
        assertInstanceOf(Expression.Heredoc.class, body.value("b").orElseThrow());
    assertEquals(List.of(new Text("  kept\n")), plain.parts());
  }

  @Test
  void keepsCommentsAndOneBlankLineBetweenItems() {
    String text =
        """
        # About
        # the VPC.
        resource "aws_vpc" "main" {
          # First.
          a = 1

          b = 2
        }

        locals {}
        """;
    assertEquals(text, Printer.print(parsed(text)));
    assertEquals(
        text,
        Printer.print(
            parsed(
                """

                // About
                /* the VPC. */
                resource aws_vpc "main" { // not this

                  # First.
                  a=1 # nor this


                  b = /* nor this */ 2

                }


                locals {
                }
                """)));
  }

  @Test
  void everyNodeKnowsWhereItStands() {
    Body body = parsed("a = 1\nb {\n  c = [x, \"${y}\"]\n}\n");
    Block block = body.blocks().findFirst().orElseThrow();
    assertEquals("2:1", block.span().toString());
    Attribute attribute = block.body().attributes().findFirst().orElseThrow();
    assertEquals("3:3", attribute.span().toString());
    Expression.ListOf list = (Expression.ListOf) attribute.value();
    assertEquals("3:7", list.span().toString());
    Template template = (Template) list.elements().getLast();
    assertEquals("3:11", template.span().toString());
    assertEquals(
        "3:14",
        ((TemplatePart.Interpolation) template.parts().getFirst()).value().span().toString());
    assertEquals(
        "[x, \"${y}\"]",
        "a = 1\nb {\n  c = [x, \"${y}\"]\n}\n".substring(list.span().start(), list.span().end()));
  }

  @Test
  void anErrorDoesNotHideTheRest() {
    ParsedFile file =
        Parser.parse(
            "main.tf",
            """
            resource "aws_vpc" "a" {
              good = 1
              tags = {
                a = 1 2
                b = 3
              }
              list = [1, 2
              more = 4
              text = "open
              last = 5
            }
            resource "aws_vpc" "b" {
              c = 1
            }
            """);
    assertEquals(
        List.of(
            "main.tf:4:11: \",\" expected instead of \"2\"",
            "main.tf:8:3: \",\" expected instead of \"more\"",
            "main.tf:9:10: the string that begins here is not closed on its line"),
        file.issues().stream().map(i -> i.text(Messages.in(Language.ENGLISH))).toList());
    assertEquals(List.of("a", "b"), file.body().blocks().map(b -> b.labels().getLast()).toList());
    assertEquals(
        List.of("good", "last"),
        file.body()
            .blocks()
            .findFirst()
            .orElseThrow()
            .body()
            .attributes()
            .map(Attribute::name)
            .toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a = ",
        "a = \n",
        "a = 1 2",
        "a {",
        "a { b = 1",
        "}",
        "a = }",
        "a = [",
        "a = (1",
        "a = f(1 2)",
        "a = \"${b",
        "a = \"\\q\"",
        "a = \"\\u12\"",
        "a = <<",
        "a = <<EOT\nnever",
        "a = <<-EOT\n${\nEOT\n",
        "a = \"%{if x}\"",
        "a = \"%{endif}\"",
        "a = \"%{what}\"",
        "a = \"%{if x}%{endfor}\"",
        "/* never",
        "a = 1e999999999",
        "a = b.",
        "a = b.99999999999",
        "a = @",
        "a = 1\na = 2",
        "a \"${b}\" {}",
        "1 = 2",
        "\"a\" = 2",
        "a = &",
        "\uD800",
        "a = [for x y : z]",
        "a = {b c}",
        "a = ::",
      })
  void badTextIsAnIssueInBothLanguages(String text) {
    List<Issue> issues = Parser.parse("test.tf", text).issues();
    assertTrue(!issues.isEmpty(), text);
    for (Language language : Language.values()) {
      for (Issue issue : issues) {
        String line = issue.text(Messages.in(language));
        assertTrue(line.startsWith("test.tf:") && !line.contains("\n"), line);
      }
    }
  }

  @Test
  void saysWhatWasExpectedAndWhere() {
    assertEquals(
        List.of("test.tf:1:5: an expression expected before the file ends"), english("a = "));
    assertEquals(
        List.of("test.tf:2:1: the block \"b\" that begins here is never closed; \"}\" expected"),
        english("a = 1\nb {\n"));
    assertEquals(
        List.of("test.tf:1:6: the directive \"if\" is never closed; \"endif\" expected"),
        english("a = \"%{if x}\""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"[", "(", "{a=", "-", "!", "f(", "\"${", "a?", "[for x in ", "\"%{if \"\"}${"})
  void deepNestingIsAnIssueAndNotAStackOverflow(String opening) {
    List<String> issues = english("a = " + opening.repeat(100_000) + "\nb = 1\n");
    assertTrue(issues.getFirst().contains("nested deeper"), issues::getFirst);
    assertTrue(issues.size() <= 100);
  }

  @Test
  void aLongChainIsAnIssueAndNotAStackOverflow() {
    assertTrue(english("a = 1" + " + 1".repeat(100_000)).getFirst().contains("nested deeper"));
    assertTrue(
        english("a = \"" + "%{if x}".repeat(100_000) + "%{endif}".repeat(100_000) + "\"")
            .getFirst()
            .contains("nested deeper"));
    assertTrue(english("a {".repeat(100_000)).getFirst().contains("nested deeper"));
    String nested = "1" + " + 1".repeat(900);
    for (int i = 0; i < 50; i++) {
      nested = "(" + nested + ")" + " + 1".repeat(900);
    }
    assertTrue(english("a = " + nested).getFirst().contains("nested deeper"));
    assertEquals(List.of(), english("a = b" + ".c".repeat(10_000)));
  }

  @Test
  void aFileThatIsTooLargeIsRefusedAtOnce() {
    assertEquals(
        List.of("test.tf: the file is larger than 16 MB"),
        english(" ".repeat(Parser.MAX_SIZE + 1)));
  }

  @Test
  void readsWindowsLineEndsAndAByteOrderMark() {
    assertEquals(
        parsed("a = 1\nb {\n  c = [\n    2,\n  ]\n}\n"),
        parsed("\uFEFFa = 1\r\nb {\r\n  c = [\r\n    2,\r\n  ]\r\n}\r\n"));
  }

  @Test
  void objectsMayBeWrittenInAllTheWaysThatTerraformAllows() {
    Expression expected = parsed("v = {\n  a = 1\n  b = 2\n}").value("v").orElseThrow();
    assertEquals(2, assertInstanceOf(ObjectOf.class, expected).entries().size());
    for (String text :
        List.of("{a=1,b=2}", "{ a : 1, b : 2, }", "{\na = 1,\n\nb =\n2 # c\n}", "{a=1\nb=2}")) {
      assertEquals(expected, parsed("v = " + text).value("v").orElseThrow(), text);
    }
  }

  @Test
  void readsEscapedDollarsAsTerraformDoes() {
    TerraformProof terraform = TerraformProof.find(work);
    for (String text :
        List.of("$", "$$", "$$$", "${", "$${", "$$${", "%{", "%%{", "$%{", "%${", "${${", "a$b")) {
      String literal = Escaper.quoted(text);
      TerraformProof.Result result =
          terraform.runWith("base64encode(" + literal + ")\n", work, "console");
      assertEquals(0, result.exit(), result::output);
      String back =
          new String(
              java.util.Base64.getDecoder().decode(result.output().strip().replace("\"", "")),
              java.nio.charset.StandardCharsets.UTF_8);
      assertEquals(text, back, literal);
      assertEquals(text(text), expression(literal), literal);
    }
  }
}
