package dev.drawbridge.translate;

import static dev.drawbridge.translate.Graphs.get;
import static dev.drawbridge.translate.Graphs.rules;
import static dev.drawbridge.translate.Graphs.say;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.catalog.aws.ConsulTier;
import dev.drawbridge.resource.Output;
import dev.drawbridge.resource.ResourceGraph;
import org.junit.jupiter.api.Test;

class ClustersTest {
  private static Sketch sketch() {
    return Sketch.threeTier()
        .node("consul", "tier.consul", "app-a")
        .spans("consul", "app-b")
        .node("vault", "tier.vault", "app-a")
        .spans("vault", "app-b")
        .node("redis", "aws.elasticache", "data-a")
        .spans("redis", "data-b")
        .arrow("consul", "redis")
        .arrow("was", "consul")
        .arrow("was", "vault");
  }

  private static String script(ResourceGraph graph, String tier) {
    return say(get(graph, "aws_launch_template", tier), "user_data");
  }

  @Test
  void theServersAreSpreadOverTheSubnetsAndFindEachOtherByTag() {
    ResourceGraph graph = sketch().lower();
    assertThat(say(get(graph, "aws_instance", "consul_1"), "subnet_id"))
        .isEqualTo("aws_subnet.app_a.id");
    assertThat(say(get(graph, "aws_instance", "consul_2"), "subnet_id"))
        .isEqualTo("aws_subnet.app_b.id");
    assertThat(say(get(graph, "aws_instance", "consul_3"), "tags"))
        .contains("Tier=consul", "ConsulCluster=local.name-consul");
    assertThat(script(graph, "consul"))
        .contains("cluster=local.name-consul", "servers=3", "tls=true");
    assertThat(say(get(graph, "aws_iam_role_policy", "consul_cluster"), "policy"))
        .isEqualTo("data.aws_iam_policy_document.consul_cluster.json");
  }

  @Test
  void theServersTalkAmongThemselvesAndClientsToTheInterfaces() {
    assertThat(rules(sketch().lower(), "consul"))
        .contains(
            "in tcp 8300-8300 consul",
            "in tcp 8301-8301 consul",
            "in udp 8301-8301 consul",
            "out udp 8301-8301 consul",
            "in tcp 8501-8501 was",
            "in tcp 8600-8600 was",
            "in udp 8600-8600 was",
            "out tcp 6379-6379 redis")
        .doesNotContain("in tcp 8500-8500 was", "in tcp 8302-8302 consul");
    assertThat(rules(sketch().set("consul", ConsulTier.TLS, false).lower(), "consul"))
        .contains("in tcp 8500-8500 was");
    assertThat(rules(sketch().lower(), "vault"))
        .contains("in tcp 8200-8200 was", "in tcp 8201-8201 vault");
  }

  @Test
  void whereItsArrowsLeadThereAreNamesAndHealthChecks() {
    ResourceGraph graph = sketch().lower();
    assertThat(script(graph, "consul"))
        .contains(
            "name=redis address=aws_elasticache_replication_group.redis.primary_endpoint_address",
            "port=6379",
            "interval=10s");
    Output names =
        graph.outputs().values().stream()
            .filter(output -> output.name().equals("consul_names"))
            .findFirst()
            .orElseThrow();
    assertThat(say(names.value())).isEqualTo("redis.service.consul");
    assertThat(names.description()).contains("redis.service.consul");
  }

  @Test
  void whereNoArrowLeadsAnywhereThereAreNoNamesToTell() {
    ResourceGraph graph = sketch().without("consul.redis").lower();
    assertThat(graph.outputs().values())
        .extracting(Output::name)
        .contains("consul_servers")
        .doesNotContain("consul_names");
  }

  @Test
  void secretsAreWriteOnlyInputsThatTheStateNeverHolds() {
    ResourceGraph graph = sketch().lower();
    for (String secret :
        new String[] {"consul_gossip_key", "consul_private_key", "vault_private_key"}) {
      assertThat(graph.variables().get(secret).sensitive()).as(secret).isTrue();
      assertThat(graph.variables().get(secret).ephemeral()).as(secret).isTrue();
      assertThat(graph.variables().get(secret).fallback()).as(secret).isNull();
    }
    assertThat(say(get(graph, "aws_secretsmanager_secret_version", "consul"), "secret_string_wo"))
        .startsWith("jsonencode(gossip_key=var.consul_gossip_key");
    assertThat(script(graph, "consul") + script(graph, "vault"))
        .doesNotContain("_key=var.")
        .contains("secret_arn=aws_secretsmanager_secret.vault.arn");
    assertThat(script(graph, "vault")).contains("key_arn=aws_kms_key.seoul.arn");
  }

  /// Two that name each other would be a circle that Terraform cannot build.
  @Test
  void dataCentresJoinOnceHoweverTheyAreConnected() {
    ResourceGraph graph =
        sketch()
            .node("busan", "tier.consul", "app-b")
            .using("consul", "busan")
            .using("busan", "consul")
            .lower();
    assertThat(script(graph, "consul")).contains("wan=jsonencode(aws_instance.busan_1.private_ip");
    assertThat(script(graph, "busan")).contains("wan=jsonencode()");
    assertThat(rules(graph, "busan"))
        .contains("in tcp 8302-8302 consul", "out udp 8302-8302 consul", "in tcp 8300-8300 consul");
    assertThat(rules(graph, "consul")).contains("in udp 8302-8302 busan");
  }
}
