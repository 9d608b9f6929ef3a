package dev.drawbridge.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `validate` on Terraform that lies in a folder.
class ValidateTerraformTest {
  private static final String PUBLIC_DATABASE =
      """
      resource "aws_vpc" "main" {
        cidr_block = "10.0.0.0/16"
      }
      resource "aws_internet_gateway" "main" {
        vpc_id = aws_vpc.main.id
      }
      resource "aws_subnet" "open" {
        count             = 2
        vpc_id            = aws_vpc.main.id
        cidr_block        = cidrsubnet(aws_vpc.main.cidr_block, 8, count.index)
        availability_zone = "ap-northeast-2${["a", "c"][count.index]}"
      }
      resource "aws_route_table" "open" {
        vpc_id = aws_vpc.main.id
        route {
          cidr_block = "0.0.0.0/0"
          gateway_id = aws_internet_gateway.main.id
        }
      }
      resource "aws_route_table_association" "open" {
        count          = 2
        subnet_id      = aws_subnet.open[count.index].id
        route_table_id = aws_route_table.open.id
      }
      resource "aws_security_group" "db" {
        vpc_id = aws_vpc.main.id
        dynamic "ingress" {
          for_each = ["0.0.0.0/1", "128.0.0.0/1"]
          content {
            protocol    = "tcp"
            from_port   = 5432
            to_port     = 5432
            cidr_blocks = [ingress.value]
          }
        }
      }
      resource "aws_db_subnet_group" "db" {
        subnet_ids = aws_subnet.open[*].id
      }
      resource "aws_db_instance" "db" {
        engine                 = "postgres"
        db_subnet_group_name   = aws_db_subnet_group.db.name
        vpc_security_group_ids = [aws_security_group.db.id]
        publicly_accessible    = true
      }
      """;

  @TempDir Path folder;

  private final Shell shell = new Shell();

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  private JsonNode findings() {
    Shell.Result result = shell.run("validate", "--format", "json", folder);
    return new JsonMapper().readTree(result.out()).at("/files/0/findings");
  }

  private List<String> lines() {
    List<String> lines = new ArrayList<>();
    findings()
        .forEach(
            finding ->
                lines.add(
                    finding.at("/rule").asString() + " " + finding.at("/subjects/0").asString()));
    return lines;
  }

  @Test
  void aDatabaseThatHalvesOfTheWorldTogetherReachIsFoundWithFileAndLine() throws IOException {
    write("main.tf", PUBLIC_DATABASE);
    Shell.Result result = shell.run("validate", folder).expect(ExitCode.FINDINGS);
    assertTrue(result.out().contains("DMZ-002  aws_db_instance.db"), result.out());
    assertTrue(result.out().contains("In: " + folder + "/main.tf:40"), result.out());
    JsonNode first = findings().get(0);
    assertEquals(40, first.at("/block/line").asInt());
    assertTrue(lines().contains("DMZ-002 aws_db_instance.db"), lines().toString());
  }

  @Test
  void whatAnInputHangsOnIsNotShownAsPassed() throws IOException {
    write(
        "main.tf",
        PUBLIC_DATABASE
            .replace("[\"0.0.0.0/1\", \"128.0.0.0/1\"]", "var.sources")
            .concat("variable \"sources\" { type = list(string) }\n"));
    assertTrue(lines().contains("DMZ-002 aws_db_instance.db"), lines().toString());
    Shell.Result result = shell.run("validate", "--rule", "DMZ-002", "--strict", folder);
    result.expect(ExitCode.UNKNOWN);
    assertTrue(result.out().contains("var.sources has no default"), result.out());
  }

  @Test
  void theExportedSampleAndItsDesignFailForTheSameRules() {
    Path planted = Path.of("assets", "samples", "three-tier-planted.drawbridge");
    Path infra = folder.resolve("infra");
    shell.run("export", planted, "--terraform", infra).expect(ExitCode.CLEAN);
    List<String> expected = new ArrayList<>(dmzRules(planted));
    // The drawn arrow that no packet can take (TOPO-009) is, in Terraform, a group that is open in
    // vain.
    expected.add("DMZ-016");
    assertEquals(expected.stream().sorted().toList(), dmzRules(infra));
  }

  private List<String> dmzRules(Path file) {
    Shell.Result result = shell.run("validate", "--format", "json", file);
    Set<String> rules = new TreeSet<>();
    new JsonMapper()
        .readTree(result.out())
        .at("/files/0/findings")
        .forEach(finding -> rules.add(finding.at("/rule").asString()));
    return rules.stream().filter(rule -> rule.startsWith("DMZ")).toList();
  }

  @Test
  void thePolicyBesideItCounts() throws IOException {
    write("main.tf", PUBLIC_DATABASE);
    write(
        "drawbridge.policy.json",
        """
        {"suppressions": [{"rule": "DMZ-002", "element": "aws_db_instance.db",
          "reason": "a honeypot", "expires": "2026-12-31"}]}
        """);
    Shell.Result result = shell.run("validate", "--rule", "DMZ-002", folder);
    result.expect(ExitCode.CLEAN);
    assertTrue(result.out().contains("a honeypot"), result.out());
  }

  @Test
  void aBaselineInSarifKnowsTheFindingsOfAllFiles() throws IOException {
    write("main.tf", PUBLIC_DATABASE);
    Path report = folder.resolve("report.sarif");
    shell.run("validate", "--format", "sarif", "-o", report, folder).expect(ExitCode.FINDINGS);
    shell.run("validate", "--baseline", report, folder).expect(ExitCode.CLEAN);
  }

  @Test
  void aFolderWithoutTerraformIsBadInput() {
    Shell.Result result = shell.run("validate", folder).expect(ExitCode.BAD_INPUT);
    assertEquals(1, result.errors().size(), result.err());
    assertTrue(result.errors().getFirst().contains("has no *.tf files"), result.err());
  }

  @Test
  void whatCannotBeReadIsToldBesideTheFindings() throws IOException {
    write("main.tf", PUBLIC_DATABASE);
    write("broken.tf", "resource \"aws_vpc\" {{{\n");
    Shell.Result result = shell.run("validate", folder).expect(ExitCode.BAD_INPUT);
    assertTrue(result.out().contains("broken.tf:1:"), result.out());
    assertTrue(result.out().contains("DMZ-002"), result.out());
  }

  @Test
  void nothingIsProvenOfWhatCannotBeRead() throws IOException {
    write("main.tf", "resource {\n");
    Shell.Result result = shell.run("validate", folder).expect(ExitCode.BAD_INPUT);
    assertTrue(result.out().contains("main.tf:1:"), result.out());
    assertFalse(result.out().contains("DMZ holds"), result.out());
    JsonNode report =
        new JsonMapper()
            .readTree(
                shell.run("validate", "--format", "json", folder).expect(ExitCode.BAD_INPUT).out());
    assertEquals("unknown", report.at("/files/0/dmz/holds").asString());
  }

  /// What stands in a module of somebody's that is not here, nobody can tell; of buckets it does not matter.
  @Test
  void nothingIsProvenOfModulesThatAreElsewhere() throws IOException {
    write("main.tf", "module \"logs\" { source = \"terraform-aws-modules/s3-bucket/aws\" }\n");
    Shell.Result result = shell.run("validate", "--strict", folder).expect(ExitCode.CLEAN);
    assertTrue(result.out().contains("DMZ holds"), result.out());
    write("more.tf", "module \"web\" { source = \"somebody/web/aws\" }\n");
    result = shell.run("validate", folder).expect(ExitCode.CLEAN);
    assertFalse(result.out().contains("DMZ holds"), result.out());
    shell.run("validate", "--strict", folder).expect(ExitCode.UNKNOWN);
  }
}
