package dev.drawbridge.terraform.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.base.Issue;
import dev.drawbridge.base.Language;
import dev.drawbridge.base.Messages;
import dev.drawbridge.base.Outcome;
import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Block;
import dev.drawbridge.resource.Origin;
import dev.drawbridge.resource.Resource;
import dev.drawbridge.terraform.TerraformProof;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Configurations in Terraform's JSON syntax.
class JsonConfigurationTest {
  @TempDir Path work;

  private static final String JSON =
      """
      {
        "//": "a comment",
        "terraform": { "required_version": ">= 1.9" },
        "provider": { "aws": [
          { "region": "eu-west-1" },
          { "alias": "far", "region": "us-east-1" }
        ] },
        "variable": {
          "ports": { "type": "list(number)", "default": [80, 443] },
          "price": { "default": "$${not} ${a template}" }
        },
        "locals": [
          { "blocks": { "a": "10.0.1.0/24", "b": "10.0.2.0/24" } },
          { "name": "shop-${join(\\"-\\", [\\"a\\", \\"b\\"])}" }
        ],
        "module": { "net": { "source": "./net", "cidr": "${cidrsubnet(\\"10.0.0.0/8\\", 8, 0)}" } },
        "resource": [
          { "aws_subnet": { "public": {
              "//": "one of each",
              "for_each": "${local.blocks}",
              "vpc_id": "${module.net.vpc_id}",
              "cidr_block": "${each.value}",
              "availability_zone": "eu-west-1${each.key}",
              "tags": { "Name": "${local.name}", "price": "${var.price}", "${local.name}": "x" }
          } } },
          { "aws_security_group": { "web": [ {
              "vpc_id": "${module.net.vpc_id}",
              "description": "two\\nlines \\"${local.name}\\"",
              "dynamic": { "ingress": { "for_each": "${var.ports}", "iterator": "port", "content": {
                "from_port": "${port.value}", "to_port": "${port.value}", "protocol": "tcp",
                "cidr_blocks": ["0.0.0.0/0"] } } },
              "timeouts": { "delete": "2m" },
              "lifecycle": { "create_before_destroy": true }
          } ] } },
          { "aws_instance": { "web": {
              "count": "${length(var.ports) > 1 ? 2 : 0}",
              "ami": "ami-1", "instance_type": "t3.micro",
              "subnet_id": "${aws_subnet.public[\\"a\\"].id}",
              "vpc_security_group_ids": ["${aws_security_group.web.id}"],
              "monitoring": null,
              "root_block_device": { "volume_size": 30 },
              "ebs_block_device": [
                { "device_name": "/dev/sdb", "volume_size": 40 },
                { "device_name": "/dev/sdc", "volume_size": 50 }
              ]
          } } },
          { "aws_vpc": { "far": { "provider": "aws.far", "cidr_block": "10.9.0.0/16" } } }
        ],
        "output": { "name": { "value": "${local.name}", "description": "What it is called." } }
      }
      """;

  private static final String NATIVE =
      """
      terraform { required_version = ">= 1.9" }
      provider "aws" { region = "eu-west-1" }
      provider "aws" {
        alias  = "far"
        region = "us-east-1"
      }
      variable "ports" {
        type    = list(number)
        default = [80, 443]
      }
      variable "price" { default = "$$${not} $${a template}" }
      locals {
        blocks = { a = "10.0.1.0/24", b = "10.0.2.0/24" }
        name   = "shop-${join("-", ["a", "b"])}"
      }
      module "net" {
        source = "./net"
        cidr   = cidrsubnet("10.0.0.0/8", 8, 0)
      }
      resource "aws_subnet" "public" {
        for_each          = local.blocks
        vpc_id            = module.net.vpc_id
        cidr_block        = each.value
        availability_zone = "eu-west-1${each.key}"
        tags              = { Name = local.name, price = var.price, (local.name) = "x" }
      }
      resource "aws_security_group" "web" {
        vpc_id      = module.net.vpc_id
        description = "two\\nlines \\"${local.name}\\""
        dynamic "ingress" {
          for_each = var.ports
          iterator = port
          content {
            from_port   = port.value
            to_port     = port.value
            protocol    = "tcp"
            cidr_blocks = ["0.0.0.0/0"]
          }
        }
        timeouts { delete = "2m" }
        lifecycle { create_before_destroy = true }
      }
      resource "aws_instance" "web" {
        count                  = length(var.ports) > 1 ? 2 : 0
        ami                    = "ami-1"
        instance_type          = "t3.micro"
        subnet_id              = aws_subnet.public["a"].id
        vpc_security_group_ids = [aws_security_group.web.id]
        monitoring             = null
        root_block_device { volume_size = 30 }
        ebs_block_device {
          device_name = "/dev/sdb"
          volume_size = 40
        }
        ebs_block_device {
          device_name = "/dev/sdc"
          volume_size = 50
        }
      }
      resource "aws_vpc" "far" {
        provider   = aws.far
        cidr_block = "10.9.0.0/16"
      }
      output "name" {
        value       = local.name
        description = "What it is called."
      }
      """;

  private static final String MODULE =
      """
      { "variable": { "cidr": {} },
        "resource": { "aws_vpc": { "main": { "cidr_block": "${var.cidr}" } } },
        "output": { "vpc_id": { "value": "${aws_vpc.main.id}" } } }
      """;

  private Path folder(String name, String file, String text) throws IOException {
    Path folder = Files.createDirectories(work.resolve(name));
    Files.writeString(folder.resolve(file), text);
    Files.writeString(
        Files.createDirectories(folder.resolve("net")).resolve("main.tf.json"), MODULE);
    return folder;
  }

  private static Configuration read(Path folder) {
    return switch (Configuration.read("infra", folder)) {
      case Outcome.Ok<Configuration>(Configuration read, var _) -> read;
      case Outcome.Failed<Configuration>(var issues) -> throw new AssertionError(issues.toString());
    };
  }

  private static Map<Address, Block> bodies(Configuration read) {
    Map<Address, Block> bodies = new LinkedHashMap<>();
    for (Resource resource : read.graph().resources().values()) {
      bodies.put(resource.address(), resource.body());
    }
    return bodies;
  }

  private List<String> told(String text) throws IOException {
    return read(folder("told", "main.tf.json", text)).issues().stream()
        .map(issue -> issue.text(Messages.in(Language.ENGLISH)))
        .toList();
  }

  @Test
  void saysTheSameAsTheNativeSyntax() throws IOException {
    Configuration json = read(folder("json", "main.tf.json", JSON));
    Configuration hcl = read(folder("hcl", "main.tf", NATIVE));
    assertThat(json.issues()).isEmpty();
    assertThat(bodies(json)).isEqualTo(bodies(hcl)).hasSize(7);
    assertThat(json.graph().outputs().keySet()).isEqualTo(hcl.graph().outputs().keySet());
    assertThat(json.graph().providers().keySet()).isEqualTo(hcl.graph().providers().keySet());
    assertThat(json.graph().resources().get(new Address("aws_vpc", "far")).origin())
        .isEqualTo(new Origin.Source("infra/main.tf.json", 47));
  }

  /// The real Terraform reads it, so that the comparison is one with something that is right.
  @Test
  void terraformTakesWhatIsReadHere() throws IOException {
    TerraformProof terraform =
        TerraformProof.find(Files.createDirectories(work.resolve("terraform")));
    terraform.assertValid(folder("json", "main.tf.json", JSON));
    terraform.assertValid(folder("hcl", "main.tf", NATIVE));
  }

  @Test
  void valuesForVariablesAreTakenAsTheyStand() throws IOException {
    Path folder =
        folder(
            "values",
            "main.tf.json",
            """
            { "variable": { "a": {}, "b": {}, "c": { "default": "c" } },
              "resource": { "aws_eip": { "one": {
                "tags": { "a": "${var.a}", "b": "${var.b}", "c": "${var.c}" } } } } }
            """);
    Files.writeString(
        folder.resolve("terraform.tfvars.json"), "{ \"a\": \"${x}\", \"b\": 1, \"c\": \"file\" }");
    Files.writeString(folder.resolve("a.auto.tfvars.json"), "{ \"b\": [2] }");
    Files.writeString(folder.resolve("b.auto.tfvars"), "b = \"auto\"");
    assertThat(bodies(read(folder)).get(new Address("aws_eip", "one")).get("tags"))
        .hasToString(
            "Mapping[entries={a=Text[value=${x}], b=Text[value=auto], c=Text[value=file]}]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{ \"a\": 1,, }|infra/main.tf.json:1:11: is not JSON",
        "{ \"locals\": {} } x|infra/main.tf.json:1:19: is not JSON",
        "``|infra/main.tf.json:1:1: is not JSON",
        "{ \"locals\": { \"a\": 1, \"a\": 2 } }|infra/main.tf.json:1:23: the argument \"a\" is set"
            + " a second time",
        "{ \"resource\": [ 7 ] }|infra/main.tf.json:1:17: is not an object, as a block in JSON has"
            + " to be",
        "{ \"locals\": { \"a b\": 1 } }|infra/main.tf.json:1:22: “a b” is not the name of an"
            + " argument or block",
      })
  void whatIsWrongIsToldInOneLine(String text, String line) throws IOException {
    assertThat(told(text)).containsExactly(line);
  }

  @Test
  void aTemplateThatCannotBeReadLeavesTheRest() throws IOException {
    Path folder =
        folder(
            "broken",
            "main.tf.json",
            """
            { "resource": { "aws_vpc": {
                "one": { "cidr_block": "${1 +}" },
                "two": { "cidr_block": "10.0.0.0/16" } } } }
            """);
    Configuration read = read(folder);
    assertThat(read.issues())
        .extracting(Issue::place)
        .hasToString("[InFile[file=infra/main.tf.json, line=2, column=28]]");
    assertThat(bodies(read)).hasSize(2);
  }

  @Test
  void whatIsNestedWithoutEndIsRefused() throws IOException {
    assertThat(told("[".repeat(100_000)))
        .containsExactly(
            "infra/main.tf.json:1:102: is JSON that lies deeper than 100 levels, or is longer than"
                + " anyone writes");
    String deep = "{ \"locals\": { \"a\": \"${" + "(".repeat(5_000) + "\" } }";
    assertThat(told(deep)).hasSize(1).first().asString().startsWith("infra/main.tf.json:1:");
  }
}
