package dev.drawbridge.translate;

import static dev.drawbridge.translate.Graphs.get;
import static dev.drawbridge.translate.Graphs.say;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.catalog.aws.RdsPrimary;
import dev.drawbridge.catalog.aws.Region;
import dev.drawbridge.catalog.aws.Subnet.Routing;
import dev.drawbridge.resource.Resource;
import dev.drawbridge.resource.ResourceGraph;
import org.junit.jupiter.api.Test;

class DatabasesTest {
  @Test
  void theSubnetGroupHoldsTheSubnetsOfThePrimaryAndOfItsReplicas() {
    ResourceGraph graph = Sketch.threeTier().lower();
    assertThat(say(get(graph, "aws_db_subnet_group", "db"), "subnet_ids"))
        .isEqualTo("aws_subnet.data_a.id, aws_subnet.data_b.id");
    ResourceGraph alone = Sketch.threeTier().without("db-replica").lower();
    assertThat(say(get(alone, "aws_db_subnet_group", "db"), "subnet_ids"))
        .isEqualTo("aws_subnet.data_a.id");
    ResourceGraph spanning = Sketch.threeTier().without("db-replica").spans("db", "data-b").lower();
    assertThat(say(get(spanning, "aws_db_subnet_group", "db"), "subnet_ids"))
        .isEqualTo("aws_subnet.data_a.id, aws_subnet.data_b.id");
  }

  @Test
  void aReplicaTakesFromItsSourceWhatAwsForbidsToRepeat() {
    Resource replica = get(Sketch.threeTier().lower(), "aws_db_instance", "db_replica");
    assertThat(say(replica, "replicate_source_db")).isEqualTo("aws_db_instance.db.identifier");
    assertThat(say(replica, "availability_zone")).isEqualTo("ap-northeast-2b");
    for (String own :
        new String[] {
          "engine", "username", "db_name", "allocated_storage", "kms_key_id", "db_subnet_group_name"
        }) {
      assertThat(replica.get(own)).as(own).isNull();
    }
  }

  @Test
  void withReplicasThePasswordIsWriteOnlyWithoutThemRdsManagesIt() {
    ResourceGraph graph = Sketch.threeTier().lower();
    Resource primary = get(graph, "aws_db_instance", "db");
    assertThat(say(primary, "password_wo")).isEqualTo("var.db_password");
    assertThat(primary.get("manage_master_user_password")).isNull();
    assertThat(graph.variables().get("db_password").ephemeral()).isTrue();
    assertThat(graph.requirements().orElseThrow().terraform()).isEqualTo(">= 1.11.0");

    ResourceGraph alone = Sketch.threeTier().without("db-replica").lower();
    assertThat(say(get(alone, "aws_db_instance", "db"), "manage_master_user_password"))
        .isEqualTo("true");
    assertThat(alone.variables()).doesNotContainKey("db_password");
    assertThat(alone.requirements().orElseThrow().terraform()).isEqualTo(">= 1.9.0");
  }

  @Test
  void aReplicaOfNothingIsLeftOutAndSaid() {
    Sketch sketch = Sketch.threeTier().without("db");
    assertThat(sketch.lower().ofType("aws_db_instance")).isEmpty();
    assertThat(Lowerer.lower(sketch.document()).issues())
        .anySatisfy(issue -> assertThat(issue.key()).isEqualTo("lower.replica-of-nothing"));
  }

  @Test
  void replicasInACircleAreLeftOut() {
    Sketch sketch =
        Sketch.threeTier()
            .without("db")
            .node("other", "aws.rds_replica", "data-a")
            .replication("db-replica", "other")
            .replication("other", "db-replica");
    assertThat(sketch.lower().ofType("aws_db_instance")).isEmpty();
  }

  @Test
  void aReplicaInAnotherRegionHasSubnetsAndAKeyOfItsOwn() {
    Sketch sketch =
        Sketch.threeTier()
            .node("tokyo", "aws.region", null)
            .set("tokyo", Region.CODE, "ap-northeast-1")
            .node("far", "aws.vpc", "tokyo")
            .node("far-az", "aws.availability_zone", "far")
            .subnet("far-data", "far-az", "10.1.0.0/24", Routing.ISOLATED)
            .node("far-replica", "aws.rds_replica", "far-data")
            .replication("db", "far-replica");
    ResourceGraph graph = sketch.lower();
    Resource replica = get(graph, "aws_db_instance", "far_replica");
    assertThat(say(replica, "replicate_source_db")).isEqualTo("aws_db_instance.db.arn");
    assertThat(say(replica, "provider")).isEqualTo("aws.tokyo");
    assertThat(say(replica, "kms_key_id")).isEqualTo("aws_kms_key.tokyo.arn");
    assertThat(say(get(graph, "aws_db_subnet_group", "far_replica"), "subnet_ids"))
        .isEqualTo("aws_subnet.far_data.id");
    assertThat(say(get(graph, "aws_db_subnet_group", "db"), "subnet_ids"))
        .doesNotContain("far_data");
    Resource parameters = get(graph, "aws_db_parameter_group", "far_replica");
    assertThat(say(replica, "parameter_group_name"))
        .isEqualTo("aws_db_parameter_group.far_replica.name");
    assertThat(say(parameters, "family")).isEqualTo("postgres16");
    assertThat(say(parameters, "provider")).isEqualTo("aws.tokyo");
  }

  @Test
  void aReplicaIsBackedUpOnlyWhereAnotherReplicatesFromIt() {
    Sketch sketch = Sketch.threeTier();
    assertThat(get(sketch.lower(), "aws_db_instance", "db_replica").get("backup_retention_period"))
        .isNull();
    sketch.node("next", "aws.rds_replica", "data-a").replication("db-replica", "next");
    Resource between = get(sketch.lower(), "aws_db_instance", "db_replica");
    assertThat(say(between, "backup_retention_period")).isEqualTo("1");
  }

  @Test
  void whatIsDrawnWrongIsBuiltWrong() {
    ResourceGraph graph =
        Sketch.threeTier()
            .set("db", RdsPrimary.PUBLICLY_ACCESSIBLE, true)
            .set("db", RdsPrimary.ENCRYPTED, false)
            .set("db", RdsPrimary.BACKUP_RETENTION, 0)
            .set("db", RdsPrimary.DELETION_PROTECTION, false)
            .set("db", RdsPrimary.MULTI_AZ, false)
            .lower();
    Resource primary = get(graph, "aws_db_instance", "db");
    assertThat(say(primary, "publicly_accessible")).isEqualTo("true");
    assertThat(say(primary, "storage_encrypted")).isEqualTo("false");
    assertThat(primary.get("kms_key_id")).isNull();
    assertThat(say(primary, "backup_retention_period")).isEqualTo("0");
    assertThat(say(primary, "deletion_protection")).isEqualTo("false");
    assertThat(say(primary, "availability_zone")).isEqualTo("ap-northeast-2a");
  }

  @Test
  void theParameterGroupIsOfTheEnginesFamily() {
    assertThat(family(RdsPrimary.Engine.POSTGRES, "15.4")).isEqualTo("postgres15");
    assertThat(family(RdsPrimary.Engine.MYSQL, "8.0.36")).isEqualTo("mysql8.0");
    assertThat(family(RdsPrimary.Engine.MYSQL, "")).isEqualTo("mysql8.4");
    assertThat(family(RdsPrimary.Engine.MARIADB, "11")).isEqualTo("mariadb11.4");
    assertThat(family(RdsPrimary.Engine.MARIADB, "10")).isEqualTo("mariadb10.11");
  }

  private static String family(RdsPrimary.Engine engine, String version) {
    ResourceGraph graph =
        Sketch.threeTier()
            .set("db", RdsPrimary.ENGINE, engine)
            .set("db", RdsPrimary.ENGINE_VERSION, version)
            .lower();
    return say(get(graph, "aws_db_parameter_group", "db"), "family");
  }
}
