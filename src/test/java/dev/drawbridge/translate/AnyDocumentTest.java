package dev.drawbridge.translate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.base.Issue;
import dev.drawbridge.base.Language;
import dev.drawbridge.base.Messages;
import dev.drawbridge.base.Outcome;
import dev.drawbridge.edit.Invariants;
import dev.drawbridge.model.Document;
import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Block;
import dev.drawbridge.resource.Resource;
import dev.drawbridge.resource.ResourceGraph;
import dev.drawbridge.resource.Value;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What holds of the graph of any document at all.
class AnyDocumentTest {
  private static final int DOCUMENTS = 400;
  private static final Pattern LABEL = Pattern.compile("[a-z][a-z0-9_]*");

  /// What AWS takes in descriptions of security groups and their rules.
  private static final Pattern DESCRIPTION =
      Pattern.compile("[a-zA-Z0-9. _\\-:/()#,@\\[\\]+=&;{}!$*]{1,255}");

  /// What RDS, ELB and IAM take in values of tags.
  private static final Pattern TAG = Pattern.compile("[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]{0,256}");

  private static Stream<Document> documents() {
    return Stream.iterate(1, seed -> seed + 1)
        .limit(DOCUMENTS)
        .map(seed -> RandomDesign.of(new Random(seed), 5 + seed % 90));
  }

  @Test
  void isLoweredTheSameWayEachTime() {
    documents()
        .forEach(
            document -> {
              assertThat(Invariants.violations(document)).isEmpty();
              ResourceGraph graph = lower(document);
              assertThat(lower(document)).isEqualTo(graph);
              assertThat(List.copyOf(lower(document).resources().keySet()))
                  .isEqualTo(List.copyOf(graph.resources().keySet()));
            });
  }

  @Test
  void refersOnlyToWhatIsThere() {
    documents()
        .map(AnyDocumentTest::lower)
        .forEach(graph -> bodies(graph).flatMap(Block::allValues).forEach(v -> resolve(graph, v)));
  }

  @Test
  void bearsNamesThatTerraformAndAwsTake() {
    documents()
        .map(AnyDocumentTest::lower)
        .flatMap(graph -> graph.resources().values().stream())
        .forEach(AnyDocumentTest::assertNamed);
  }

  @Test
  void tellsItsIssuesInBothLanguages() {
    documents()
        .flatMap(document -> Lowerer.lower(document).issues().stream())
        .forEach(
            issue -> {
              for (Language language : Language.values()) {
                assertThat(issue.text(Messages.in(language))).doesNotContain("{0}");
              }
              assertThat(issue.level()).isEqualTo(Issue.Level.WARNING);
            });
  }

  private static Stream<Block> bodies(ResourceGraph graph) {
    return Stream.concat(
        graph.resources().values().stream().map(Resource::body),
        Stream.concat(
            graph.data().values().stream().map(data -> data.body()),
            graph.outputs().values().stream()
                .map(output -> Block.builder().set("value", output.value()).build())));
  }

  private static void resolve(ResourceGraph graph, Value value) {
    if (value instanceof Value.Reference(Address target, String _)) {
      assertThat(graph.find(target)).as("%s", target).isPresent();
    }
    if (value instanceof Value.Symbol(String path)) {
      String[] names = path.replaceFirst("^!", "").split("\\.");
      switch (names[0]) {
        case "var" -> assertThat(graph.variables()).containsKey(names[1]);
        case "local" -> assertThat(graph.locals()).containsKey(names[1]);
        case "data" -> assertThat(graph.data()).containsKey(new Address(names[1], names[2]));
        case "aws" -> assertThat(graph.providers()).containsKey(path);
        default ->
            assertThat(path)
                .isIn(
                    "path.module",
                    "each.key",
                    "each.value",
                    "desired_capacity",
                    "desired_count",
                    "launch_template",
                    "final_snapshot_identifier");
      }
    }
  }

  private static void assertNamed(Resource resource) {
    assertThat(resource.address().name()).matches(LABEL);
    boolean security =
        resource.type().equals("aws_security_group")
            || resource.type().startsWith("aws_vpc_security_group");
    if (security) {
      assertThat(text(resource.get("description"))).matches(DESCRIPTION);
    }
    if (resource.get("tags") instanceof Value.Mapping(var tags)) {
      tags.values().forEach(tag -> assertThat(text(tag)).matches(TAG));
    }
    switch (resource.type()) {
      case "aws_lb", "aws_elb" -> assertThat(text(resource.get("name"))).matches("[a-z0-9-]{1,32}");
      case "aws_lb_target_group" ->
          assertThat(text(resource.get("name_prefix"))).matches("[a-z][a-z0-9-]{0,4}-");
      case "aws_db_instance" ->
          assertThat(text(resource.get("identifier")))
              .matches("[a-z][a-z0-9-]{0,62}")
              .doesNotContain("--")
              .doesNotEndWith("-");
      case "aws_iam_role", "aws_iam_instance_profile" ->
          assertThat(text(resource.get("name_prefix"))).hasSizeLessThanOrEqualTo(38);
      default -> {}
    }
  }

  /// The text with the longest name that the module may have in front.
  private static String text(Value value) {
    return switch (value) {
      case Value.Text(String text) -> text;
      case Value.Symbol(String path) when path.equals("local.name") -> "p".repeat(19);
      case Value.Symbol(String path) when path.endsWith("_network") -> "192.168.255.255/32";
      case Value.Template(List<Value> parts) ->
          parts.stream().map(AnyDocumentTest::text).reduce("", String::concat);
      default -> throw new AssertionError("no text: " + value);
    };
  }

  private static ResourceGraph lower(Document document) {
    return switch (Lowerer.lower(document)) {
      case Outcome.Ok<ResourceGraph> ok -> ok.value();
      case Outcome.Failed<ResourceGraph> failed -> throw new AssertionError(failed.issues());
    };
  }
}
