package dev.drawbridge.translate;

import static dev.drawbridge.translate.Graphs.block;
import static dev.drawbridge.translate.Graphs.get;
import static dev.drawbridge.translate.Graphs.say;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.base.Issue;
import dev.drawbridge.catalog.aws.Region;
import dev.drawbridge.catalog.aws.S3Bucket;
import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Block;
import dev.drawbridge.resource.DataSource;
import dev.drawbridge.resource.ResourceGraph;
import java.util.List;
import org.junit.jupiter.api.Test;

class AssociationsTest {
  @Test
  void theBucketThatALoadBalancerUsesTakesItsAccessLogs() {
    ResourceGraph graph = logging().lower();
    Block logs = block(get(graph, "aws_lb", "public_alb"), "access_logs");
    assertThat(say(logs, "bucket")).isEqualTo("aws_s3_bucket.logs.id");
    assertThat(say(logs, "prefix")).isEqualTo("public-alb");
    assertThat(get(graph, "aws_lb", "internal_alb").body().blocks("access_logs")).isEmpty();
  }

  @Test
  void whoMayWriteIsSaidBeforeTheLoadBalancerIsBuilt() {
    ResourceGraph graph = logging().lower();
    assertThat(say(get(graph, "aws_lb", "public_alb"), "depends_on"))
        .contains("aws_s3_bucket_policy.logs");
    assertThat(statements(graph).stream().map(statement -> say(statement, "sid")))
        .containsExactly("LoadBalancerLogs", "DenyPlainHttp");
    assertThat(say(statements(graph).getFirst(), "resources"))
        .isEqualTo("aws_s3_bucket.logs.arn/*/AWSLogs/aws_vpc.main.owner_id/*");
  }

  @Test
  void aBucketThatNobodyUsesIsWrittenByNobody() {
    ResourceGraph graph = logging().without("public-alb.logs").lower();
    assertThat(statements(graph)).hasSize(1);
    assertThat(say(statements(graph).getFirst(), "effect")).isEqualTo("Deny");
    assertThat(get(graph, "aws_lb", "public_alb").body().blocks("access_logs")).isEmpty();
  }

  @Test
  void aBucketIsClosedEncryptedAndVersioned() {
    ResourceGraph graph = logging().lower();
    assertThat(say(get(graph, "aws_s3_bucket_public_access_block", "logs"), "block_public_policy"))
        .isEqualTo("true");
    Block rule =
        block(get(graph, "aws_s3_bucket_server_side_encryption_configuration", "logs"), "rule");
    assertThat(say(block(rule, "apply_server_side_encryption_by_default"), "sse_algorithm"))
        .isEqualTo("AES256");
    assertThat(
            say(
                block(get(graph, "aws_s3_bucket_versioning", "logs"), "versioning_configuration"),
                "status"))
        .isEqualTo("Enabled");
  }

  @Test
  void objectsAreDeletedAfterTheDaysThatAreDrawn() {
    ResourceGraph kept = logging().lower();
    assertThat(lifecycle(kept).blocks("expiration")).isEmpty();
    ResourceGraph graph = logging().set("logs", S3Bucket.EXPIRE_AFTER, 90).lower();
    assertThat(say(block(lifecycle(graph), "expiration"), "days")).isEqualTo("90");
    ResourceGraph forGood = logging().set("logs", S3Bucket.KEEP_OLD_VERSIONS, 0).lower();
    assertThat(lifecycle(forGood).blocks("noncurrent_version_expiration")).isEmpty();
  }

  @Test
  void logsGoToNoBucketOfAnotherRegion() {
    Sketch sketch =
        logging()
            .node("tokyo", "aws.region", null)
            .set("tokyo", Region.CODE, "ap-northeast-1")
            .move("logs", "tokyo");
    assertThat(get(sketch.lower(), "aws_lb", "public_alb").body().blocks("access_logs")).isEmpty();
    assertThat(keys(sketch)).containsExactly("lower.logs-elsewhere");
  }

  @Test
  void whereOnlyOneCanBeUsedTheFirstIs() {
    Sketch sketch = logging().node("more", "aws.s3_bucket", "seoul").using("public-alb", "more");
    assertThat(say(block(get(sketch.lower(), "aws_lb", "public_alb"), "access_logs"), "bucket"))
        .isEqualTo("aws_s3_bucket.logs.id");
    assertThat(keys(sketch)).containsExactly("lower.used-twice");
  }

  @Test
  void theUserIsToldOfAKeyWithWhichNoLogIsWritten() {
    Sketch sketch = logging().set("logs", S3Bucket.ENCRYPTION, S3Bucket.Encryption.SSE_KMS);
    assertThat(keys(sketch)).containsExactly("lower.logs-encrypted");
  }

  private static Sketch logging() {
    return Sketch.threeTier().node("logs", "aws.s3_bucket", "seoul").using("public-alb", "logs");
  }

  private static List<String> keys(Sketch sketch) {
    return Lowerer.lower(sketch.document()).issues().stream().map(Issue::key).toList();
  }

  private static Block lifecycle(ResourceGraph graph) {
    return block(get(graph, "aws_s3_bucket_lifecycle_configuration", "logs"), "rule");
  }

  private static List<Block> statements(ResourceGraph graph) {
    DataSource policy = graph.data().get(new Address("aws_iam_policy_document", "logs_bucket"));
    return policy.body().blocks("statement");
  }
}
