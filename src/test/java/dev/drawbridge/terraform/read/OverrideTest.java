package dev.drawbridge.terraform.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.base.Issue;
import dev.drawbridge.base.Language;
import dev.drawbridge.base.Messages;
import dev.drawbridge.base.Outcome;
import dev.drawbridge.resource.Block;
import dev.drawbridge.resource.Origin;
import dev.drawbridge.resource.Resource;
import dev.drawbridge.resource.Value;
import dev.drawbridge.terraform.TerraformProof;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `override.tf`, `*_override.tf` and the same in JSON: merged over the other files.
class OverrideTest {
  @TempDir Path folder;

  private Configuration read() {
    return switch (Configuration.read("", folder)) {
      case Outcome.Ok<Configuration>(Configuration read, var _) -> read;
      case Outcome.Failed<Configuration>(var issues) -> throw new AssertionError(issues.toString());
    };
  }

  private static Resource find(Configuration read, String address) {
    return read.graph().resources().values().stream()
        .filter(resource -> resource.address().toString().equals(address))
        .findFirst()
        .orElseThrow(() -> new AssertionError(read.graph().resources().keySet().toString()));
  }

  private static List<Integer> ports(Resource group) {
    return group.body().blocks("ingress").stream()
        .map(block -> block.get("from_port"))
        .map(port -> port instanceof Value.Number(var number) ? number.intValue() : -1)
        .toList();
  }

  private static List<String> texts(Configuration read) {
    return read.issues().stream().map(issue -> issue.text(Messages.in(Language.ENGLISH))).toList();
  }

  @Test
  void argumentsGiveWayAndSoDoAllBlocksOfAType() throws IOException {
    Files.writeString(
        folder.resolve("main.tf"),
        """
        locals {
          zone = "a"
          name = "shop"
        }
        variable "open" {
          type    = number
          default = 22
        }
        resource "aws_vpc" "main" { cidr_block = "10.0.0.0/16" }
        resource "aws_subnet" "app" {
          count             = 2
          vpc_id            = aws_vpc.main.id
          cidr_block        = cidrsubnet(aws_vpc.main.cidr_block, 8, count.index)
          availability_zone = local.zone
          tags              = { Name = local.name }
        }
        resource "aws_security_group" "app" {
          name   = "app"
          vpc_id = aws_vpc.main.id
          dynamic "ingress" {
            for_each = [1, 2, 3]
            content {
              from_port   = ingress.value
              to_port     = ingress.value
              protocol    = "tcp"
              cidr_blocks = ["0.0.0.0/0"]
            }
          }
          egress {
            from_port   = 0
            to_port     = 0
            protocol    = "-1"
            cidr_blocks = ["0.0.0.0/0"]
          }
        }
        """);
    // It is merged last, though its name comes first.
    Files.writeString(
        folder.resolve("a_override.tf"),
        """
        locals { zone = "b" }
        variable "open" { default = 443 }
        resource "aws_subnet" "app" { count = 1 }
        resource "aws_security_group" "app" {
          ingress {
            from_port   = var.open
            to_port     = var.open
            protocol    = "tcp"
            cidr_blocks = ["10.0.0.0/8"]
          }
        }
        """);
    Files.writeString(
        folder.resolve("override.tf.json"),
        """
        { "variable": { "open": { "default": 8443 } } }
        """);
    Files.writeString(folder.resolve("no-override.tf"), "resource \"aws_eip\" \"one\" {}\n");
    Configuration read = read();
    assertThat(read.issues()).isEmpty();
    assertThat(read.graph().resources().keySet())
        .map(Object::toString)
        .containsExactlyInAnyOrder(
            "aws_vpc.main", "aws_subnet.app[0]", "aws_security_group.app", "aws_eip.one");
    Resource subnet = find(read, "aws_subnet.app[0]");
    assertThat(subnet.get("availability_zone")).isEqualTo(Value.of("b"));
    assertThat(subnet.get("cidr_block")).isEqualTo(Value.of("10.0.0.0/24"));
    assertThat(subnet.origin()).isEqualTo(new Origin.Source("main.tf", 10));
    Resource group = find(read, "aws_security_group.app");
    assertThat(ports(group)).containsExactly(8443);
    assertThat(group.body().blocks("egress")).hasSize(1);
    TerraformProof.find(Files.createDirectories(folder.resolve("proof"))).assertValid(folder);
  }

  @Test
  void aProviderIsKnownByItsAlias() throws IOException {
    Files.writeString(
        folder.resolve("main.tf"),
        """
        provider "aws" { region = "eu-west-1" }
        provider "aws" {
          alias  = "far"
          region = "eu-west-2"
        }
        data "aws_region" "here" {}
        resource "aws_eip" "one" { tags = { region = data.aws_region.here.name } }
        """);
    Files.writeString(
        folder.resolve("override.tf"),
        """
        provider "aws" { region = "eu-west-3" }
        provider "aws" {
          alias  = "new"
          region = "eu-north-1"
        }
        """);
    Configuration read = read();
    assertThat(read.graph().providers()).hasSize(3);
    assertThat(find(read, "aws_eip.one").get("tags").toString()).contains("eu-west-3");
  }

  @Test
  void whatThereIsNothingOfIsToldAndLeftOut() throws IOException {
    Files.writeString(folder.resolve("main.tf"), "resource \"aws_eip\" \"one\" {}\n");
    Files.writeString(
        folder.resolve("my_override.tf"),
        """
        resource "aws_eip" "two" {}
        locals { three = 3 }
        """);
    Configuration read = read();
    assertThat(read.graph().resources()).hasSize(1);
    assertThat(texts(read))
        .satisfiesExactly(
            one -> assertThat(one).startsWith("my_override.tf:1:1: aws_eip.two "),
            two -> assertThat(two).startsWith("my_override.tf:2:10: local.three "));
    assertThat(read.issues()).extracting(Issue::level).containsOnly(Issue.Level.WARNING);
    assertThat(find(read, "aws_eip.one").body()).isEqualTo(Block.builder().build());
  }
}
