package dev.drawbridge.terraform.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drawbridge.base.Outcome;
import dev.drawbridge.base.Reason;
import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Block;
import dev.drawbridge.resource.Origin;
import dev.drawbridge.resource.Resource;
import dev.drawbridge.resource.Value;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConfigurationTest extends InfraFolder {
  @Test
  void aPortThatADataStoreDoesNotNameIsItsUsualOne() {
    file(
        "main.tf",
        """
        variable "kind" {}
        resource "aws_db_instance" "ledger" { engine = "postgres" }
        resource "aws_db_instance" "moved" {
          engine = "postgres"
          port   = 6543
        }
        resource "aws_db_instance" "any" { engine = var.kind }
        resource "aws_elasticache_replication_group" "till" { port = null }
        resource "aws_security_group_rule" "ledger" { from_port = aws_db_instance.ledger.port }
        resource "aws_security_group_rule" "moved" { from_port = aws_db_instance.moved.port }
        resource "aws_security_group_rule" "any" { from_port = aws_db_instance.any.port }
        resource "aws_security_group_rule" "till" {
          from_port = tonumber(aws_elasticache_replication_group.till.port)
        }
        """);
    Configuration read = read();
    assertEquals(
        List.of(Value.of(5432), Value.of(6543), Value.of(6379)),
        List.of("ledger", "moved", "till").stream()
            .map(name -> find(read, "aws_security_group_rule." + name).get("from_port"))
            .toList());
    assertEquals(
        find(read, "aws_db_instance.any").address().dot("port"),
        find(read, "aws_security_group_rule.any").get("from_port"));
  }

  @Test
  void anInstanceForEachZoneRefersToItsOwnSubnet() {
    file(
        "main.tf",
        """
        variable "zones" { default = ["a", "b"] }
        resource "aws_subnet" "app" {
          count             = length(var.zones)
          availability_zone = "ap-northeast-2${var.zones[count.index]}"
        }
        resource "aws_instance" "app" {
          for_each  = { for i, z in var.zones : z => i }
          subnet_id = aws_subnet.app[each.value].id
        }
        output "all" { value = aws_subnet.app[*].id }
        """);
    Configuration read = read();
    assertEquals(
        List.of(
            "aws_subnet.app[0]",
            "aws_subnet.app[1]",
            "aws_instance.app[\"a\"]",
            "aws_instance.app[\"b\"]"),
        addresses(read));
    assertEquals(
        Value.of("ap-northeast-2b"), find(read, "aws_subnet.app[1]").get("availability_zone"));
    assertEquals(
        new Address("aws_subnet", "app[1]").dot("id"),
        find(read, "aws_instance.app[\"b\"]").get("subnet_id"));
    assertEquals(new Origin.Source("infra/main.tf", 2), find(read, "aws_subnet.app[0]").origin());
    assertEquals(List.of(), read.issues());
  }

  @Test
  void nothingIsMadeOfACountOfZero() {
    file(
        "main.tf",
        """
        variable "public" { default = false }
        resource "aws_eip" "one" { count = var.public ? 1 : 0 }
        """);
    assertEquals(List.of(), addresses(read()));
  }

  /// Of several nobody can tell which is meant; one that is written for people alone says nothing.
  @Test
  void valuesThatNobodyGivesComeFromTheOnlyFileThatTellsThem() {
    file(
        "main.tf",
        """
        variable "cidr" {}
        variable "name" { default = "own" }
        resource "aws_vpc" "v" {
          cidr_block = var.cidr
          tags       = { Name = var.name }
        }
        """);
    file("terraform.tfvars.example", "cidr = \"10.1.0.0/16\"\nname = \"other\"\n");
    assertEquals(Value.of("10.1.0.0/16"), find(read(), "aws_vpc.v").get("cidr_block"));
    assertTrue(find(read(), "aws_vpc.v").get("tags").toString().contains("own"));
    assertEquals(
        List.of("infra/terraform.tfvars.example"),
        read().issues().stream().map(issue -> text(issue).replaceFirst(": .*", "")).toList());
    file(".drawbridge/manifest.json", "{}");
    assertInstanceOf(Value.Unknown.class, find(read(), "aws_vpc.v").get("cidr_block"));
    assertTrue(folder.resolve(".drawbridge/manifest.json").toFile().delete());
    file("dev.tfvars", "cidr = \"10.2.0.0/16\"\n");
    assertEquals(Value.of("10.2.0.0/16"), find(read(), "aws_vpc.v").get("cidr_block"));
    file("prod.tfvars", "cidr = \"10.3.0.0/16\"\n");
    assertInstanceOf(Value.Unknown.class, find(read(), "aws_vpc.v").get("cidr_block"));
    file("terraform.tfvars", "cidr = \"10.4.0.0/16\"\n");
    assertEquals(Value.of("10.4.0.0/16"), find(read(), "aws_vpc.v").get("cidr_block"));
    assertEquals(List.of(), read().issues());
    file("terraform.tfvars", "");
    file("prod.tfvars", "cidr = <your block>\n");
    file("dev.tfvars", "");
    assertInstanceOf(Value.Unknown.class, find(read(), "aws_vpc.v").get("cidr_block"));
    assertEquals(List.of(), read().issues());
  }

  @Test
  void asManyAreMadeAsAreCounted() {
    file("main.tf", "resource \"aws_eip\" \"one\" { count = 1000 }\n");
    assertEquals(1000, addresses(read()).size());
  }

  @Test
  void anUnknownNumberIsTakenAsOneAndSaidSo() {
    file(
        "main.tf",
        """
        variable "how_many" {}
        resource "aws_instance" "app" {
          count     = var.how_many
          subnet_id = "subnet-0a1"
        }
        """);
    Configuration read = read();
    assertEquals(List.of("aws_instance.app"), addresses(read));
    assertEquals(
        "infra/main.tf:2:1: aws_instance.app is taken as one: how many there are hangs on this:"
            + " var.how_many has no default",
        text(read.issues().getFirst()));
  }

  @Test
  void anIdIsNeverNullAndOfOtherAttributesOnlyAwsKnows() {
    file(
        "main.tf",
        """
        resource "aws_vpc" "main" {}
        resource "x_y" "z" {
          id   = aws_vpc.main.id == null
          ipv6 = aws_vpc.main.ipv6_cidr_block == null
        }
        """);
    Resource asked = find(read(), "x_y.z");
    assertEquals(Value.of(false), asked.get("id"));
    assertEquals(
        new Value.Unknown(Reason.of("unknown.after-apply", "aws_vpc.main.ipv6_cidr_block")),
        asked.get("ipv6"));
  }

  @Test
  void valuesComeFromTheFilesThatTerraformLoadsByItself() {
    file(
        "main.tf",
        "variable \"a\" {}\n"
            + "variable \"b\" {}\n"
            + "resource \"x_y\" \"z\" {\n"
            + "  a = var.a\n"
            + "  b = var.b\n"
            + "}\n");
    file("terraform.tfvars", "a = 1\nb = 1\n");
    file("zz.auto.tfvars", "b = 3\n");
    file("other.tfvars", "a = 9\n");
    Resource resource = find(read(), "x_y.z");
    assertEquals(Value.of(1), resource.get("a"));
    assertEquals(Value.of(3), resource.get("b"));
  }

  @Test
  void aLocalModuleIsFollowedInAndOut() {
    file(
        "main.tf",
        """
        resource "aws_vpc" "main" { cidr_block = "10.0.0.0/16" }
        module "net" {
          source   = "./modules/net"
          for_each = toset(["blue", "green"])
          vpc_id   = aws_vpc.main.id
          cidr     = cidrsubnet(aws_vpc.main.cidr_block, 8, each.key == "blue" ? 1 : 2)
        }
        resource "aws_instance" "app" { subnet_id = module.net["green"].subnet_id }
        """);
    file(
        "modules/net/main.tf",
        """
        variable "vpc_id" {}
        variable "cidr" {}
        resource "aws_subnet" "this" {
          vpc_id     = var.vpc_id
          cidr_block = var.cidr
        }
        output "subnet_id" { value = aws_subnet.this.id }
        """);
    Configuration read = read();
    Resource subnet = find(read, "module.net[\"green\"].aws_subnet.this");
    assertEquals(Value.of("10.0.2.0/24"), subnet.get("cidr_block"));
    assertEquals(new Address("aws_vpc", "main").dot("id"), subnet.get("vpc_id"));
    assertEquals(subnet.address().dot("id"), find(read, "aws_instance.app").get("subnet_id"));
    assertEquals(new Origin.Source("infra/modules/net/main.tf", 3), subnet.origin());
  }

  @Test
  void aModuleFromElsewhereIsNamedAndItsOutputsAreUnknown() {
    file(
        "main.tf",
        """
        module "vpc" {
          source  = "somebody/vpc/aws"
          version = "5.0.0"
        }
        resource "aws_instance" "app" { subnet_id = module.vpc.private_subnets[0] }
        """);
    Configuration read = read();
    assertEquals(
        new Value.Unknown(Reason.of("unknown.not-on-disk", "module.vpc")),
        find(read, "aws_instance.app").get("subnet_id"));
    assertEquals(
        List.of(
            "infra/main.tf:1:1: module.vpc is not looked into: its source"
                + " \"somebody/vpc/aws\" is not on this disk"),
        read.issues().stream().map(ConfigurationTest::text).toList());
  }

  @Test
  void dynamicBlocksAreWrittenOut() {
    file(
        "main.tf",
        """
        variable "ports" { default = { web = 443, app = 8080 } }
        resource "aws_security_group" "a" {
          dynamic "ingress" {
            for_each = var.ports
            iterator = it
            content {
              description = it.key
              from_port   = it.value
            }
          }
        }
        """);
    List<Block> rules = find(read(), "aws_security_group.a").body().blocks("ingress");
    assertEquals(
        List.of(Value.of("app"), Value.of("web")),
        rules.stream().map(rule -> rule.get("description")).toList());
    assertEquals(Value.of(443), rules.getLast().get("from_port"));
  }

  @Test
  void dynamicBlocksOverSomethingUnknownLeaveTheirArgumentUnknown() {
    file(
        "main.tf",
        """
        variable "ports" { type = list(number) }
        resource "aws_security_group" "a" {
          dynamic "ingress" {
            for_each = var.ports
            content { from_port = ingress.value }
          }
        }
        """);
    assertInstanceOf(Value.Unknown.class, find(read(), "aws_security_group.a").get("ingress"));
  }

  @Test
  void whatLeadsToItselfIsUnknownAndEnds() {
    file(
        "main.tf",
        """
        locals {
          a = local.b
          b = "${local.a}x"
        }
        resource "x_y" "one" {
          count = length(x_y.one)
          a     = local.a
        }
        resource "x_y" "two" { a = x_y.two.a }
        module "self" { source = "./" }
        """);
    Configuration read = read();
    Value circle = find(read, "x_y.one").get("a");
    assertEquals(
        List.of("unknown.circle"),
        Unknowns.first(List.of(circle)).stream().map(one -> one.reason().key()).toList());
    assertTrue(addresses(read).contains("x_y.two"));
  }

  @Test
  void textsAndListsThatDoubleThemselvesEnd() {
    StringBuilder text = new StringBuilder("locals {\n  t0 = \"xxxxxxxx\"\n  l0 = [1, 2]\n");
    for (int i = 1; i < 60; i++) {
      text.append("  t%d = \"${local.t%d}${local.t%d}\"\n".formatted(i, i - 1, i - 1));
      text.append("  l%d = concat(local.l%d, local.l%d)\n".formatted(i, i - 1, i - 1));
      text.append("  n%d = [local.%s, local.%s]\n".formatted(i, last(i), last(i)));
    }
    text.append(
            "}\n"
                + "resource \"x_y\" \"z\" {\n"
                + "  t = local.t59\n"
                + "  l = local.l59\n"
                + "  n = \"${jsonencode(local.n59)}\"\n")
        .append("  f = flatten(local.n59)\n  e = local.n59 == local.n58\n}\n")
        .append("resource \"x_y\" \"many\" { count = 999999999 }\n");
    file("main.tf", text.toString());
    Configuration read = assertTimeoutPreemptively(Duration.ofSeconds(30), this::read);
    assertEquals(List.of("x_y.z"), addresses(read));
    for (String argument : List.of("t", "l", "f", "e")) {
      assertInstanceOf(Value.Unknown.class, find(read, "x_y.z").get(argument), argument);
    }
    assertTrue(text(read.issues().getFirst()).contains("more than 50000 instances"));
  }

  private static String last(int i) {
    return i == 1 ? "l0" : "n" + (i - 1);
  }

  @Test
  void aBadFileDoesNotHideTheOthers() {
    file("bad.tf", "resource \"x\" {{{\n");
    file("good.tf", "resource \"x_y\" \"z\" {}\n");
    Configuration read = read();
    assertEquals(List.of("x_y.z"), addresses(read));
    assertTrue(text(read.issues().getFirst()).startsWith("infra/bad.tf:1:"));
  }

  @Test
  void aFolderWithoutTerraformIsRefusedInOneLine() {
    Outcome<Configuration> outcome = Configuration.read("infra", folder);
    assertEquals(
        List.of("infra: has no *.tf files"),
        outcome.issues().stream().map(ConfigurationTest::text).toList());
    assertInstanceOf(Outcome.Failed.class, outcome);
  }
}
