package dev.drawbridge.translate;

import static dev.drawbridge.translate.Graphs.block;
import static dev.drawbridge.translate.Graphs.get;
import static dev.drawbridge.translate.Graphs.rules;
import static dev.drawbridge.translate.Graphs.say;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.catalog.aws.Aurora;
import dev.drawbridge.resource.Resource;
import dev.drawbridge.resource.ResourceGraph;
import org.junit.jupiter.api.Test;

class AuroraTest {
  private static Sketch sketch() {
    return Sketch.threeTier()
        .node("orders", "aws.aurora", "data-a")
        .spans("orders", "data-b")
        .without("db")
        .without("db-replica")
        .arrow("was", "orders");
  }

  @Test
  void aClusterHasAWriterAndAReaderInAnotherZone() {
    ResourceGraph graph = sketch().lower();
    Resource cluster = get(graph, "aws_rds_cluster", "orders");
    assertThat(say(cluster, "engine") + " " + say(cluster, "engine_version"))
        .isEqualTo("aurora-postgresql 16");
    assertThat(say(cluster, "storage_encrypted")).isEqualTo("true");
    assertThat(say(cluster, "deletion_protection")).isEqualTo("var.deletion_protection");
    assertThat(say(block(cluster, "serverlessv2_scaling_configuration"), "max_capacity"))
        .isEqualTo("8");
    Resource writer = get(graph, "aws_rds_cluster_instance", "orders_1");
    Resource reader = get(graph, "aws_rds_cluster_instance", "orders_2");
    assertThat(say(writer, "instance_class")).isEqualTo("db.serverless");
    assertThat(say(writer, "availability_zone")).isEqualTo("ap-northeast-2a");
    assertThat(say(reader, "availability_zone")).isEqualTo("ap-northeast-2b");
    assertThat(say(writer, "publicly_accessible")).isEqualTo("false");
    assertThat(graph.ofType("aws_rds_cluster_instance")).hasSize(2);
  }

  /// What AWS fills in by itself would come back as a difference at the next plan.
  @Test
  void nothingIsSaidThatAwsSaysOtherwise() {
    Resource cluster = get(sketch().lower(), "aws_rds_cluster", "orders");
    assertThat(cluster.get("availability_zones")).isNull();
    assertThat(say(cluster, "preferred_maintenance_window")).isLowerCase();
    assertThat(say(block(cluster, "lifecycle"), "ignore_changes"))
        .isEqualTo("final_snapshot_identifier");
  }

  @Test
  void itManagesItsPasswordEvenWithReaders() {
    ResourceGraph graph = sketch().lower();
    Resource cluster = get(graph, "aws_rds_cluster", "orders");
    assertThat(say(cluster, "manage_master_user_password")).isEqualTo("true");
    assertThat(graph.variables().values()).noneMatch(variable -> variable.sensitive());
  }

  @Test
  void readsGoToTheReaderEndpoint() {
    ResourceGraph graph = sketch().lower();
    assertThat(rules(graph, "orders")).containsExactly("in tcp 5432-5432 was");
    String script = say(get(graph, "aws_launch_template", "was_asg"), "user_data");
    assertThat(script)
        .contains("DATABASE_HOST=aws_rds_cluster.orders.endpoint")
        .contains("REPLICA_HOSTS=join(,, aws_rds_cluster.orders.reader_endpoint)");
    assertThat(graph.outputs()).containsKeys("orders_endpoint", "orders_reader_endpoint");
  }

  @Test
  void provisionedInstancesHaveAClassAndNoBounds() {
    ResourceGraph graph =
        sketch()
            .set("orders", Aurora.CAPACITY, Aurora.Capacity.PROVISIONED)
            .set("orders", Aurora.READERS, 0)
            .lower();
    assertThat(
            get(graph, "aws_rds_cluster", "orders")
                .body()
                .blocks("serverlessv2_scaling_configuration"))
        .isEmpty();
    assertThat(say(get(graph, "aws_rds_cluster_instance", "orders_1"), "instance_class"))
        .isEqualTo("db.r7g.large");
  }

  @Test
  void theParametersAreOfTheEnginesFamily() {
    assertThat(family(Aurora.Engine.POSTGRESQL, "15.4")).isEqualTo("aurora-postgresql15");
    assertThat(family(Aurora.Engine.MYSQL, "")).isEqualTo("aurora-mysql8.0");
    assertThat(family(Aurora.Engine.MYSQL, "8.0.mysql_aurora.3.08.2")).isEqualTo("aurora-mysql8.0");
  }

  private static String family(Aurora.Engine engine, String version) {
    return say(
        get(
            sketch()
                .set("orders", Aurora.ENGINE, engine)
                .set("orders", Aurora.ENGINE_VERSION, version)
                .lower(),
            "aws_rds_cluster_parameter_group",
            "orders"),
        "family");
  }
}
