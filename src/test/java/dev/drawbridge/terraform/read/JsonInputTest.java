package dev.drawbridge.terraform.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.drawbridge.analyze.Analysis;
import dev.drawbridge.base.Issue;
import dev.drawbridge.base.Language;
import dev.drawbridge.base.Outcome;
import dev.drawbridge.edit.template.Template;
import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.ResourceGraph;
import dev.drawbridge.resource.Value;
import dev.drawbridge.terraform.TerraformProof;
import dev.drawbridge.terraform.write.OwnedFolder;
import dev.drawbridge.terraform.write.Readme;
import dev.drawbridge.terraform.write.TerraformFiles;
import dev.drawbridge.translate.Lowerer;
import dev.drawbridge.translate.Raised;
import dev.drawbridge.translate.Raiser;
import dev.drawbridge.translate.RoundTrip;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Plans of the real Terraform, and states as it writes them.
class JsonInputTest {
  @TempDir Path work;

  private static <T> T value(Outcome<T> outcome) {
    return switch (outcome) {
      case Outcome.Ok<T>(T value, _) -> value;
      case Outcome.Failed<T>(var issues) -> throw new AssertionError(issues.toString());
    };
  }

  private static List<String> keys(Outcome<Configuration> outcome) {
    return switch (outcome) {
      case Outcome.Ok<Configuration> _ -> List.of();
      case Outcome.Failed<Configuration>(var issues) -> issues.stream().map(Issue::key).toList();
    };
  }

  @Test
  void aPlanOfWhatWasExportedIsTheSameDesign() throws IOException {
    TerraformProof terraform =
        TerraformProof.find(Files.createDirectories(work.resolve("terraform")));
    Path folder = work.resolve("export");
    ResourceGraph graph = value(Lowerer.lower(Template.CANARY.design(Language.ENGLISH)));
    value(
        OwnedFolder.export(
            folder,
            value(TerraformFiles.of(graph, new Readme("x", Language.ENGLISH, "<svg/>"))),
            false));
    Path plan = terraform.planInJson(folder, TerraformProof.inputs(graph));
    Configuration read = value(Configuration.read(plan.toString(), plan));
    Raised raised = Raiser.raise(read.graph());
    assertThat(raised.coverage().skipped()).isEmpty();
    ResourceGraph again = value(Lowerer.lower(raised.document()));
    assertThat(again.resources().keySet())
        .containsExactlyInAnyOrderElementsOf(graph.resources().keySet());
    assertEquals(
        Analysis.of(graph, () -> false).findings().size(),
        Analysis.of(read.graph(), () -> false).findings().size());
  }

  @Test
  void aPlanKnowsWhatTheConfigurationAloneDoesNot() throws IOException {
    TerraformProof terraform =
        TerraformProof.find(Files.createDirectories(work.resolve("terraform")));
    Path folder = Files.createDirectories(work.resolve("counted"));
    Files.writeString(
        folder.resolve("main.tf"),
        """
        provider "aws" {
          region = "eu-west-3"
        }

        variable "how_many" {
          type = number
        }

        variable "ports" {
          type = list(number)
        }

        resource "aws_vpc" "net" {
          cidr_block = "10.${abs(-7)}.0.0/16"
        }

        resource "aws_subnet" "all" {
          count      = var.how_many
          vpc_id     = aws_vpc.net.id
          cidr_block = cidrsubnet(aws_vpc.net.cidr_block, 8, count.index)
        }

        resource "aws_security_group" "open" {
          vpc_id = aws_vpc.net.id

          dynamic "ingress" {
            for_each = var.ports
            content {
              from_port   = ingress.value
              to_port     = ingress.value
              protocol    = "tcp"
              cidr_blocks = [formatdate("DD", "2020-01-10T00:00:00Z") == "10" ? "10.0.0.0/8" : "0.0.0.0/0"]
            }
          }
        }

        resource "aws_eip" "none" {
          count = var.how_many > 5 ? 1 : 0
        }
        """);
    assertThat(value(Configuration.read("counted", folder)).issues()).isNotEmpty();
    Path plan = terraform.planInJson(folder, Map.of("how_many", "3", "ports", "[22,8080]"));
    ResourceGraph graph = value(Configuration.read(plan.toString(), plan)).graph();
    assertThat(graph.ofType("aws_subnet")).hasSize(3);
    assertThat(graph.ofType("aws_eip")).isEmpty();
    assertEquals(
        Value.of("10.7.2.0/24"),
        graph.find(new Address("aws_subnet", "all[2]")).orElseThrow().get("cidr_block"));
    assertEquals(
        new Address("aws_vpc", "net").dot("id"),
        graph.find(new Address("aws_subnet", "all[2]")).orElseThrow().get("vpc_id"));
    var rules =
        graph
            .find(new Address("aws_security_group", "open"))
            .orElseThrow()
            .body()
            .blocks("ingress");
    assertThat(rules).extracting(rule -> rule.get("from_port")).contains(Value.of(22));
    assertThat(rules)
        .extracting(rule -> rule.get("cidr_blocks"))
        .containsOnly(Value.items(Value.of("10.0.0.0/8")));
  }

  /// As Terraform writes it to terraform.tfstate.
  private static final String STATE =
      """
      { "version": 4, "terraform_version": "1.11.0", "serial": 7, "lineage": "x", "outputs": {},
        "resources": [
          { "mode": "data", "type": "aws_region", "name": "here", "instances": [{ "attributes": {} }] },
          { "mode": "managed", "type": "aws_vpc", "name": "net",
            "instances": [{ "attributes": { "id": "vpc-0123456789abcdef0",
              "arn": "arn:aws:ec2:eu-west-3:1:vpc/vpc-0123456789abcdef0",
              "cidr_block": "10.0.0.0/16", "tags": {} } }] },
          { "module": "module.a", "mode": "managed", "type": "aws_subnet", "name": "s",
            "instances": [
              { "index_key": 0, "attributes": { "id": "subnet-0123456789abcdef0",
                "vpc_id": "vpc-0123456789abcdef0", "cidr_block": "10.0.1.0/24",
                "availability_zone": "eu-west-3a" } },
              { "index_key": 1, "attributes": { "id": "subnet-0123456789abcdef1",
                "vpc_id": "vpc-0123456789abcdef0", "cidr_block": "10.0.2.0/24",
                "availability_zone": "eu-west-3b" } }] },
          { "mode": "managed", "type": "aws_security_group", "name": "db",
            "instances": [{ "attributes": { "id": "sg-0123456789abcdef0", "name": "db",
              "vpc_id": "vpc-0123456789abcdef0",
              "ingress": [{ "from_port": 5432, "to_port": 5432, "protocol": "tcp",
                "cidr_blocks": ["0.0.0.0/0"], "security_groups": [], "self": false }] } }] },
          { "mode": "managed", "type": "aws_db_subnet_group", "name": "db",
            "instances": [{ "attributes": { "id": "main", "name": "main",
              "subnet_ids": ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"] } }] },
          { "mode": "managed", "type": "aws_db_instance", "name": "db",
            "instances": [{ "attributes": { "id": "db-ABC", "identifier": "main", "engine": "postgres",
              "instance_class": "db.t4g.large", "password": "correct-horse", "port": 5432,
              "db_subnet_group_name": "main", "publicly_accessible": true,
              "vpc_security_group_ids": ["sg-0123456789abcdef0"] } }] }
        ] }
      """;

  /// A plan knows which VPC that is: nothing may be made up beside it, or be said to be.
  @Test
  void nothingIsAddedToAPlanThatLooksUpTheDefaultVpc() throws IOException {
    Files.writeString(
        work.resolve("main.tf"),
        """
        data "aws_vpc" "default" { default = true }
        resource "aws_security_group" "web" { vpc_id = data.aws_vpc.default.id }
        resource "aws_security_group" "db" { name = "db" }
        """);
    Path plan =
        Files.writeString(
            work.resolve("plan.json"),
            """
            { "format_version": "1.2",
              "planned_values": { "root_module": { "resources": [
                { "address": "aws_security_group.web", "mode": "managed", "type": "aws_security_group",
                  "name": "web", "values": { "vpc_id": "vpc-0a1b2c3d4e5f60718" } },
                { "address": "aws_security_group.db", "mode": "managed", "type": "aws_security_group",
                  "name": "db", "values": { "name": "db" } } ] } } }
            """);
    Configuration read = value(Configuration.read(plan.toString(), plan));
    assertThat(read.graph().resources().keySet())
        .extracting(Address::toString)
        .containsExactly("aws_security_group.web", "aws_security_group.db");
    Map<String, Value> vpcs = new HashMap<>();
    read.graph()
        .resources()
        .values()
        .forEach(group -> vpcs.put(group.address().name(), group.get("vpc_id")));
    assertThat(vpcs)
        .containsEntry("web", Value.of("vpc-0a1b2c3d4e5f60718"))
        .containsEntry("db", null);
    assertThat(read.issues()).isEmpty();
  }

  @Test
  void aStateIsReadByWhatAwsCallsThings() throws IOException {
    Path file = Files.writeString(work.resolve("terraform.tfstate"), STATE);
    ResourceGraph graph = value(Configuration.read("terraform.tfstate", file)).graph();
    assertThat(graph.resources()).hasSize(6);
    assertEquals(
        new Address("aws_vpc", "net").dot("id"),
        graph.find(new Address("module.a", "aws_subnet", "s[1]")).orElseThrow().get("vpc_id"));
    assertThat(graph.toString() + graph.resources()).doesNotContain("correct-horse");
    Raised raised = Raiser.raise(graph);
    assertThat(raised.coverage().skipped()).isEmpty();
    assertThat(raised.document().nodes())
        .extracting("kind")
        .contains("aws.region", "aws.vpc", "aws.subnet", "aws.rds", "internet");
    assertThat(RoundTrip.lower(raised.document()).ofType("aws_db_instance")).hasSize(1);
    assertThat(Analysis.of(graph, () -> false).findings())
        .anyMatch(finding -> finding.rule().startsWith("DMZ-"));
  }

  @Test
  void whatIsNoneOfThemIsToldInOneLine() throws IOException {
    Path broken = Files.writeString(work.resolve("broken.json"), "{ \"a\": ");
    assertEquals(List.of("terraform.read.json"), keys(Configuration.read("broken.json", broken)));
    Path other = Files.writeString(work.resolve("other.json"), "{ \"a\": 1 }");
    assertEquals(
        List.of("terraform.read.json-kind"), keys(Configuration.read("other.json", other)));
    Path alone =
        Files.writeString(
            work.resolve("plan.json"), "{ \"planned_values\": { \"root_module\": {} } }");
    assertEquals(
        List.of("terraform.read.plan-alone"), keys(Configuration.read("plan.json", alone)));
  }
}
