package dev.drawbridge.terraform.write;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drawbridge.base.Language;
import dev.drawbridge.base.Messages;
import dev.drawbridge.base.Outcome;
import dev.drawbridge.base.Reason;
import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Block;
import dev.drawbridge.resource.Origin;
import dev.drawbridge.resource.Resource;
import dev.drawbridge.resource.ResourceGraph;
import dev.drawbridge.resource.Value;
import dev.drawbridge.terraform.SamplesTest;
import dev.drawbridge.terraform.TerraformProof;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TerraformFilesTest {
  private static final Readme README = new Readme("Shop <b>|", Language.ENGLISH, "<svg/>");

  @TempDir Path work;

  private static List<GeneratedFile> files(ResourceGraph graph) {
    Outcome<List<GeneratedFile>> outcome = TerraformFiles.of(graph, README);
    assertEquals(List.of(), outcome.issues());
    return assertInstanceOf(Outcome.Ok.class, outcome).value() instanceof List<?> list
        ? list.stream().map(GeneratedFile.class::cast).toList()
        : List.of();
  }

  private static String text(List<GeneratedFile> files, String path) {
    return files.stream()
        .filter(file -> file.path().equals(path))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + path))
        .text();
  }

  @Test
  void theRealTerraformFormatsValidatesAndPlansIt() throws IOException {
    Path folder = work.resolve("module");
    List<GeneratedFile> files = files(SmallGraph.builder().build());
    assertInstanceOf(Outcome.Ok.class, OwnedFolder.export(folder, files, false));
    TerraformProof terraform = TerraformProof.find(work.resolve("terraform"));
    terraform.assertFormatted(folder);
    String plan =
        terraform.assertPlans(
            folder, Map.of("region", "eu-west-1", "db_password", "correct horse battery"));
    assertTrue(plan.contains("Plan: 10 to add, 0 to change, 0 to destroy."), plan);
    assertFalse(Files.exists(folder.resolve(".terraform")), "the proof leaves the folder alone");
  }

  @Test
  void remarksStandAtTheBeginningOfTheirBlock() {
    ResourceGraph.Builder graph = SmallGraph.builder();
    graph.add(
        new Resource(
            new Address("aws_s3_bucket", "logs"),
            Block.builder()
                .accept("CKV_AWS_18", "It holds logs.")
                .set("bucket_prefix", "logs-")
                .block("lifecycle", Block.builder().remark("Why.").set("prevent_destroy", true))
                .build(),
            new Origin.Implied("")));
    assertEquals(
        """
        resource "aws_s3_bucket" "logs" {
          # checkov:skip=CKV_AWS_18: It holds logs.

          bucket_prefix = "logs-"

          lifecycle {
            # Why.
            prevent_destroy = true
          }
        }
        """,
        text(files(graph.build()), "storage.tf"));
  }

  @Test
  void onlyFilesWithContentAreThere() {
    assertEquals(
        List.of(
            "README.md",
            "compute.tf",
            "database.tf",
            "diagram.svg",
            "iam.tf",
            "locals.tf",
            "network.tf",
            "outputs.tf",
            "providers.tf",
            "security.tf",
            "templates/web.sh.tftpl",
            "terraform.tfvars.example",
            "variables.tf",
            "versions.tf"),
        files(SmallGraph.builder().build()).stream().map(GeneratedFile::path).toList());
    assertEquals(
        List.of("README.md", "versions.tf"),
        TerraformFiles.of(ResourceGraph.EMPTY, new Readme("", Language.KOREAN, null))
                    .map(list -> list.stream().map(GeneratedFile::path).toList())
                instanceof Outcome.Ok<List<String>>(var paths, _)
            ? paths
            : List.of());
  }

  @Test
  void blocksStandInTheOrderInWhichTheyAreRead() {
    List<GeneratedFile> files = files(SmallGraph.builder().build());
    assertEquals(
        """
        resource "aws_vpc" "main" {
          cidr_block           = "10.0.0.0/16"
          enable_dns_hostnames = true

          tags = {
            Name = "${local.name}"
          }
        }

        resource "aws_subnet" "web_a" {
          vpc_id            = aws_vpc.main.id
          cidr_block        = "10.0.0.0/24"
          availability_zone = "${var.region}a"

          tags = {
            Name         = "웹 \\"a\\" $${var.x} %%{if} \\\\ 🏰 \\u202E\\n}"
            "eu-west-1a" = "x"
          }
        }
        """,
        text(files, "network.tf"));
    assertEquals(
        """
        # Adopts the VPC's default group and removes all its rules.
        resource "aws_default_security_group" "main" {
          vpc_id = aws_vpc.main.id
        }

        resource "aws_security_group" "web" {
          name_prefix = "web-"
          description = "Web tier"
          vpc_id      = aws_vpc.main.id

          lifecycle {
            create_before_destroy = true
          }
        }

        resource "aws_vpc_security_group_ingress_rule" "web_http" {
          security_group_id = aws_security_group.web.id
          description       = "HTTP"
          cidr_ipv4         = "0.0.0.0/0"
          ip_protocol       = "tcp"
          from_port         = 80
          to_port           = 80
        }
        """,
        text(files, "security.tf"));
    String compute = text(files, "compute.tf");
    assertTrue(compute.startsWith("resource \"aws_launch_template\" \"web\" {"), compute);
    assertTrue(
        compute.endsWith(
            """
              vpc_zone_identifier = [aws_subnet.web_a.id]

              min_size         = var.capacity.min
              max_size         = var.capacity.max
              desired_capacity = var.capacity.min

              launch_template {
                id      = aws_launch_template.web.id
                version = aws_launch_template.web.latest_version
              }

              lifecycle {
                ignore_changes = [desired_capacity]
              }

              depends_on = [aws_iam_role_policy_attachment.web_ssm]
            }
            """),
        compute);
    assertTrue(
        text(files, "iam.tf").startsWith("data \"aws_iam_policy_document\" \"assume\" {"),
        "what only the role needs stands before it");
    assertTrue(text(files, "locals.tf").contains("data \"aws_partition\" \"current\" {}"));
  }

  @Test
  void aSecretIsNeverWrittenDown() {
    List<GeneratedFile> files = files(SmallGraph.builder().build());
    assertEquals(
        """
        # db_password is secret: give it as TF_VAR_db_password instead of writing it down here.

        region = "ap-northeast-2"
        """,
        text(files, "terraform.tfvars.example"));
    assertTrue(text(files, "versions.tf").contains("required_version = \">= 1.11.0\""));
    assertTrue(text(files, "variables.tf").contains("ephemeral   = true\n  sensitive   = true"));
  }

  @Test
  void asksForAnOlderTerraformWhereNothingIsWriteOnly() {
    assertEquals(
        """
        terraform {
          required_version = ">= 1.9.0"

          required_providers {
            aws = {
              source  = "hashicorp/aws"
              version = ">= 5.80.0, < 7.0.0"
            }
          }
        }
        """,
        text(files(ResourceGraph.EMPTY), "versions.tf"));
  }

  @Test
  void theReadmeTellsHowToBuildImagesAndHowToDestroy() {
    String readme = text(files(SamplesTest.graph("containers.drawbridge")), "README.md");
    assertTrue(
        readme.contains(
            """
            docker build --tag 123456789012.dkr.ecr.ap-northeast-2.amazonaws.com/web:1.0.0 files/web
            docker push 123456789012.dkr.ecr.ap-northeast-2.amazonaws.com/web:1.0.0
            """),
        readme);
    assertTrue(
        readme.contains(
            """
            ## Destroying it

            ```sh
            terraform apply -var=deletion_protection=false
            terraform destroy -var=deletion_protection=false
            ```

            Databases and caches leave a last snapshot behind.
            """),
        readme);
    assertTrue(readme.contains("| `files/web/nginx.conf` | configuration of nginx |"), readme);
    assertFalse(readme.contains("terraform.readme"), readme);
  }

  @Test
  void theReadmeOfAModuleWithoutImagesOrProtectionSaysNothingOfThem() {
    String readme = text(files(SmallGraph.builder().build()), "README.md");
    assertFalse(readme.contains("docker"), readme);
    assertFalse(readme.contains("destroy"), readme);
  }

  @Test
  void theReadmeShowsWhatUsersCallThingsAsText() {
    String readme = text(files(SmallGraph.builder().build()), "README.md");
    assertTrue(readme.startsWith("# Shop &lt;b\\>\\|\n"), readme);
    assertTrue(readme.contains("![Shop &lt;b\\>\\|](diagram.svg)"), readme);
    assertTrue(readme.contains("| `region` | AWS region to deploy into. | `string` | required |"));
    assertTrue(readme.contains("| `capacity` |"), readme);
    assertTrue(readme.contains("`{ min = 1, max = 2 }`"), readme);
    assertFalse(readme.contains("terraform.readme"), readme);
  }

  @Test
  void aValueThatIsNotKnownIsAnIssueAtItsElement() {
    ResourceGraph graph =
        new ResourceGraph.Builder()
            .add(
                new Resource(
                    new Address("aws_vpc", "main"),
                    Block.builder()
                        .set(
                            "cidr_block",
                            new Value.Unknown(Reason.of("unknown.no-default", "var.cidr")))
                        .build(),
                    new Origin.Drawn("vpc-1")))
            .build();
    assertEquals(
        List.of("vpc-1: aws_vpc.main has a value that is not known: var.cidr has no default"),
        TerraformFiles.of(graph, README).issues().stream()
            .map(issue -> issue.text(Messages.in(Language.ENGLISH)))
            .toList());
  }

  @Test
  void theSameGraphGivesTheSameBytes() {
    assertEquals(files(SmallGraph.builder().build()), files(SmallGraph.builder().build()));
  }
}
