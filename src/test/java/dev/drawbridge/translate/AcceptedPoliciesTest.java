package dev.drawbridge.translate;

import static dev.drawbridge.translate.Graphs.block;
import static dev.drawbridge.translate.Graphs.get;
import static dev.drawbridge.translate.Graphs.say;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.base.Language;
import dev.drawbridge.base.Outcome;
import dev.drawbridge.catalog.aws.ApplicationLoadBalancer;
import dev.drawbridge.catalog.aws.S3Bucket;
import dev.drawbridge.catalog.aws.WasTier;
import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Block;
import dev.drawbridge.resource.ResourceGraph;
import dev.drawbridge.terraform.write.GeneratedFile;
import dev.drawbridge.terraform.write.Readme;
import dev.drawbridge.terraform.write.TerraformFiles;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What scanners of policies object to is mended, or says why it is right.
class AcceptedPoliciesTest {
  private static List<String> accepted(Block body) {
    return body.remarks().stream()
        .filter(remark -> remark.startsWith("checkov:skip="))
        .map(remark -> remark.substring("checkov:skip=".length(), remark.indexOf(':', 13)))
        .toList();
  }

  /// What Trivy, which counts these as high or critical, is told above the block.
  private static List<String> noticed(ResourceGraph graph, String type, String label) {
    return get(graph, type, label).body().notices().stream()
        .filter(notice -> notice.startsWith("trivy:ignore:AVD-AWS-"))
        .map(notice -> notice.substring("trivy:ignore:AVD-AWS-".length()))
        .toList();
  }

  @Test
  void whatIsOpenAsDrawnSaysSoAndWhatIsNotDoesNot() {
    Sketch sketch = Sketch.threeTier().node("logs", "aws.s3_bucket", "seoul");
    ResourceGraph graph = sketch.move("was", "app-a").lower();
    assertThat(noticed(graph, "aws_lb", "public_alb"))
        .containsExactly("0053 Drawn as the way in from the internet.");
    assertThat(noticed(graph, "aws_lb", "internal_alb")).isEmpty();
    assertThat(noticed(graph, "aws_lb_listener", "internal_alb_http_8080"))
        .containsExactly("0054 Plain HTTP as drawn, between security groups of the VPC only.");
    assertThat(noticed(graph, "aws_lb_listener", "public_alb_http_80")).isEmpty();
    assertThat(noticed(graph, "aws_vpc_security_group_egress_rule", "web_https"))
        .containsExactly("0104 Neither has addresses that could be named.");
    assertThat(noticed(graph, "aws_s3_bucket_server_side_encryption_configuration", "logs"))
        .containsExactly("0132 Load balancers deliver to buckets with keys of S3 only.");
    assertThat(graph.ofType("aws_instance"))
        .isNotEmpty()
        .allSatisfy(
            instance ->
                assertThat(noticed(graph, "aws_instance", instance.address().name()))
                    .containsExactly("0131 The launch template encrypts the volume."));
  }

  /// Plain HTTP from the internet is nobody's decision to be excused here.
  @Test
  void plainHttpFromTheInternetIsNotExcused() {
    Sketch sketch =
        Sketch.threeTier()
            .set(
                "public-alb",
                ApplicationLoadBalancer.LISTENERS,
                List.of(
                    ApplicationLoadBalancer.listener(
                        80,
                        ApplicationLoadBalancer.Protocol.HTTP,
                        ApplicationLoadBalancer.Action.FORWARD)));
    assertThat(noticed(sketch.lower(), "aws_lb_listener", "public_alb_http_80")).isEmpty();
  }

  /// Trivy looks at the line right above a block only, or at those of its own right above that.
  @Test
  void noticesStandRightAboveTheirBlock() {
    ResourceGraph graph = Sketch.threeTier().lower();
    if (!(TerraformFiles.of(graph, new Readme("Test", Language.ENGLISH, null))
        instanceof Outcome.Ok<List<GeneratedFile>>(var files, _))) {
      throw new AssertionError("nothing written");
    }
    String security =
        files.stream()
            .filter(file -> file.path().equals("security.tf"))
            .map(GeneratedFile::text)
            .findFirst()
            .orElseThrow();
    assertThat(security)
        .contains(
            """

            # Installs packages and reaches Session Manager.
            # trivy:ignore:AVD-AWS-0104 Neither has addresses that could be named.
            resource "aws_vpc_security_group_egress_rule" "web_https" {
              security_group_id = aws_security_group.web.id
            """);
  }

  @Test
  void theKeySaysWhyItsPolicyNamesAnyResource() {
    ResourceGraph graph = Sketch.threeTier().lower();
    Block policy = graph.data().get(new Address("aws_iam_policy_document", "kms_seoul")).body();
    assertThat(accepted(policy)).containsExactly("CKV_AWS_109", "CKV_AWS_111", "CKV_AWS_356");
    graph.data().values().stream()
        .filter(source -> !source.address().name().startsWith("kms_"))
        .forEach(source -> assertThat(source.body().remarks()).isEmpty());
  }

  @Test
  void aBucketOfLogsIsDestroyedWithItsLogsAndIsNotLoggedItself() {
    Sketch sketch = Sketch.threeTier().node("logs", "aws.s3_bucket", "seoul");
    Block bucket = get(sketch.lower(), "aws_s3_bucket", "logs").body();
    assertThat(say(bucket, "force_destroy")).isEqualTo("!var.deletion_protection");
    assertThat(accepted(bucket)).containsExactly("CKV_AWS_18", "CKV_AWS_145");
    assertThat(sketch.lower().variables()).containsKey("deletion_protection");
  }

  @Test
  void aBucketOfFilesKeepsThem() {
    Sketch sketch = Sketch.threeTier().node("site", "aws.s3_bucket", "seoul");
    sketch.set("site", S3Bucket.PURPOSE, S3Bucket.Purpose.STATIC);
    Block bucket = get(sketch.lower(), "aws_s3_bucket", "site").body();
    assertThat(bucket.get("force_destroy")).isNull();
    assertThat(bucket.remarks()).isEmpty();
  }

  @Test
  void anInstanceLeavesToItsTemplateWhatScannersLookFor() {
    ResourceGraph graph = Sketch.threeTier().move("was", "app-a").lower();
    Block template = get(graph, "aws_launch_template", "was").body();
    assertThat(say(block(template, "metadata_options"), "http_tokens")).isEqualTo("required");
    assertThat(say(block(template, "monitoring"), "enabled")).isEqualTo("true");
    Block volume = block(block(template, "block_device_mappings"), "ebs");
    assertThat(say(volume, "encrypted")).isEqualTo("true");
    assertThat(say(template, "ebs_optimized")).isEqualTo("true");
    assertThat(template.blocks("iam_instance_profile")).hasSize(1);
    assertThat(graph.ofType("aws_instance"))
        .isNotEmpty()
        .allSatisfy(
            instance ->
                assertThat(accepted(instance.body()))
                    .containsExactly(
                        "CKV_AWS_8", "CKV_AWS_79", "CKV_AWS_126", "CKV_AWS_135", "CKV2_AWS_41"));
  }

  @Test
  void serversThatHoldDataTogetherAreNotReplacedAllAtOnce() {
    Sketch sketch = Sketch.threeTier().node("consul", "tier.consul", "app-a");
    ResourceGraph graph = sketch.spans("consul", "app-b").lower();
    for (int server = 1; server <= 3; server++) {
      Block body = get(graph, "aws_instance", "consul_" + server).body();
      assertThat(say(block(body, "lifecycle"), "ignore_changes")).isEqualTo("launch_template");
    }
    graph.ofType("aws_instance").stream()
        .filter(instance -> !instance.address().name().startsWith("consul_"))
        .forEach(instance -> assertThat(instance.body().blocks("lifecycle")).isEmpty());
    assertThat(accepted(get(graph, "aws_secretsmanager_secret", "consul").body()))
        .containsExactly("CKV2_AWS_57");
  }

  @Test
  void anApplicationInAContainerIsNotRootUnlessItsPortIsLow() {
    Sketch sketch = Sketch.threeTier().node("ecs", "aws.ecs_service", "main");
    sketch.spans("ecs", "app-a", "app-b").move("was", "ecs");
    assertThat(sketch.lower().files().get("files/was/Dockerfile").text())
        .contains("\nUSER 10001\n");
    sketch.set("was", WasTier.PORT, 443);
    assertThat(sketch.lower().files().get("files/was/Dockerfile").text()).doesNotContain("USER");
  }
}
