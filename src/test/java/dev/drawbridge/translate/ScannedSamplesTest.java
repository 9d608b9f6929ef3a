package dev.drawbridge.translate;

import static dev.drawbridge.translate.Graphs.block;
import static dev.drawbridge.translate.Graphs.get;
import static dev.drawbridge.translate.Graphs.say;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Block;
import dev.drawbridge.resource.Resource;
import dev.drawbridge.resource.ResourceGraph;
import dev.drawbridge.resource.Value;
import dev.drawbridge.terraform.SamplesTest;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What scanners of policies count as high or critical holds in every sample, or the block says why it need not.
/// The sample of mistakes is left out where it is about what was drawn.
class ScannedSamplesTest {
  private static final String PLANTED = "three-tier-planted.drawbridge";

  static List<String> samples() {
    return SamplesTest.samples();
  }

  static List<String> withoutMistakes() {
    return samples().stream().filter(sample -> !sample.equals(PLANTED)).toList();
  }

  private static Stream<Resource> all(ResourceGraph graph, String... types) {
    return Stream.of(types).flatMap(type -> graph.ofType(type).stream());
  }

  /// That the argument is always this.
  private static void is(Stream<Resource> resources, String argument, String expected) {
    assertThat(resources)
        .allSatisfy(
            resource ->
                assertThat(say(resource, argument))
                    .as(resource.address().toString())
                    .isEqualTo(expected));
  }

  private static void isGiven(Stream<Resource> resources, String argument) {
    assertThat(resources)
        .allSatisfy(
            resource ->
                assertThat(resource.get(argument)).as(resource.address().toString()).isNotNull());
  }

  private static boolean isExcused(Resource resource, String policy) {
    return resource.body().notices().stream()
        .anyMatch(notice -> notice.startsWith("trivy:ignore:AVD-AWS-" + policy + " "));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void everythingIsEncrypted(String sample) {
    ResourceGraph graph = SamplesTest.graph(sample);
    String[] databases = {"aws_db_instance", "aws_rds_cluster"};
    is(
        all(graph, databases).filter(one -> one.get("replicate_source_db") == null),
        "storage_encrypted",
        "true");
    isGiven(
        all(graph, databases).filter(one -> one.get("replicate_source_db") == null), "kms_key_id");
    isGiven(
        all(graph, "aws_db_instance", "aws_rds_cluster_instance")
            .filter(one -> say(one, "performance_insights_enabled").equals("true")),
        "performance_insights_kms_key_id");
    Stream.of("at_rest_encryption_enabled", "transit_encryption_enabled")
        .forEach(what -> is(all(graph, "aws_elasticache_replication_group"), what, "true"));
    isGiven(all(graph, "aws_sns_topic"), "kms_master_key_id");
    isGiven(all(graph, "aws_cloudwatch_log_group", "aws_secretsmanager_secret"), "kms_key_id");
    is(all(graph, "aws_kms_key"), "enable_key_rotation", "true");
    assertThat(all(graph, "aws_launch_template"))
        .isNotEmpty()
        .allSatisfy(
            template ->
                assertThat(template.body().blocks("block_device_mappings"))
                    .isNotEmpty()
                    .allSatisfy(
                        device ->
                            assertThat(say(block(device, "ebs"), "encrypted")).isEqualTo("true")));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void serversAskForTokensBeforeTheyTellTheirRole(String sample) {
    ResourceGraph graph = SamplesTest.graph(sample);
    assertThat(all(graph, "aws_launch_template"))
        .allSatisfy(
            template ->
                assertThat(say(block(template, "metadata_options"), "http_tokens"))
                    .isEqualTo("required"));
    assertThat(all(graph, "aws_instance", "aws_autoscaling_group"))
        .allSatisfy(host -> assertThat(host.body().blocks("launch_template")).hasSize(1));
    assertThat(all(graph, "aws_instance")).allMatch(host -> isExcused(host, "0131"));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void bucketsAreClosedAndEncrypted(String sample) {
    ResourceGraph graph = SamplesTest.graph(sample);
    for (Resource bucket : graph.ofType("aws_s3_bucket")) {
      String name = bucket.address().name();
      Resource closed = get(graph, "aws_s3_bucket_public_access_block", name);
      for (String way :
          List.of(
              "block_public_acls",
              "block_public_policy",
              "ignore_public_acls",
              "restrict_public_buckets")) {
        assertThat(say(closed, way)).as(sample + " " + way).isEqualTo("true");
      }
      Resource encryption = get(graph, "aws_s3_bucket_server_side_encryption_configuration", name);
      Block rule = block(encryption, "rule");
      Block key = block(rule, "apply_server_side_encryption_by_default");
      assertThat(say(key, "sse_algorithm").equals("aws:kms") || isExcused(encryption, "0132"))
          .isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("withoutMistakes")
  void nothingIsOpenThatWasNotDrawnSo(String sample) {
    ResourceGraph graph = SamplesTest.graph(sample);
    is(all(graph, "aws_subnet"), "map_public_ip_on_launch", "false");
    is(all(graph, "aws_rds_cluster_instance", "aws_db_instance"), "publicly_accessible", "false");
    assertThat(all(graph, "aws_vpc_security_group_egress_rule"))
        .filteredOn(ScannedSamplesTest::isForAll)
        .allSatisfy(
            rule -> {
              assertThat(isExcused(rule, "0104")).as(rule.address().toString()).isTrue();
              assertThat(say(rule, "from_port")).isEqualTo("443");
            });
    assertThat(all(graph, "aws_default_security_group"))
        .hasSameSizeAs(graph.ofType("aws_vpc"))
        .allSatisfy(group -> assertThat(group.body().blocks("ingress")).isEmpty());
    assertThat(graph.ofType("aws_flow_log")).hasSameSizeAs(graph.ofType("aws_vpc"));
    assertThat(all(graph, "aws_lb"))
        .allSatisfy(
            balancer -> {
              assertThat(say(balancer, "drop_invalid_header_fields")).isEqualTo("true");
              assertThat(isExcused(balancer, "0053"))
                  .isEqualTo(say(balancer, "internal").equals("false"));
            });
  }

  @ParameterizedTest
  @MethodSource("withoutMistakes")
  void fromTheInternetOnlyTheWebComesIn(String sample) {
    ResourceGraph graph = SamplesTest.graph(sample);
    Set<String> ports = new TreeSet<>();
    all(graph, "aws_vpc_security_group_ingress_rule")
        .filter(ScannedSamplesTest::isForAll)
        .forEach(rule -> ports.add(say(rule, "from_port") + "-" + say(rule, "to_port")));
    assertThat(ports).isSubsetOf("443-443", "80-80").isNotEmpty();
    for (Resource listener : graph.ofType("aws_lb_listener")) {
      if (say(listener, "protocol").equals("HTTPS")) {
        assertThat(say(listener, "ssl_policy")).startsWith("ELBSecurityPolicy-TLS13-1-2");
      } else {
        assertThat(isExcused(listener, "0054") || redirects(listener))
            .as(listener.address().toString())
            .isTrue();
      }
    }
  }

  private static boolean redirects(Resource listener) {
    Block action = block(listener, "default_action");
    return say(action, "type").equals("redirect")
        && say(block(action, "redirect"), "protocol").equals("HTTPS");
  }

  private static boolean isForAll(Resource rule) {
    return say(rule, "cidr_ipv4").equals("0.0.0.0/0") || say(rule, "cidr_ipv6").equals("::/0");
  }

  @ParameterizedTest
  @MethodSource("samples")
  void rolesMayDoWhatTheyNameToWhatTheyName(String sample) {
    ResourceGraph graph = SamplesTest.graph(sample);
    for (var source : graph.data().values()) {
      Address address = source.address();
      if (address.type().equals("aws_iam_policy_document") && !address.name().startsWith("kms_")) {
        for (Block statement : source.body().blocks("statement")) {
          if (!say(statement, "effect").equals("Deny")
              && statement.get("actions") instanceof Value.Items(List<Value> actions)) {
            assertThat(actions)
                .as(address + " " + say(statement, "sid"))
                .noneMatch(action -> say(action).equals("*") || say(action).endsWith(":*"));
          }
        }
      }
    }
  }
}
