package dev.drawbridge.terraform.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Resource;
import dev.drawbridge.resource.Value;
import org.junit.jupiter.api.Test;

/// What Terraform took before 0.12, and no longer takes.
class OldSyntaxTest extends InfraFolder {
  @Test
  void listsAndMapsAreMadeByFunctions() {
    file(
        "main.tf",
        """
        resource "aws_instance" "ferry" {
          vpc_security_group_ids = list("sg-1", "sg-2")
          tags                   = merge(map("Name", "ferry", "항로", "제주"), map())
          user_data              = map("odd")
        }
        """);
    Resource ferry = find(read(), "aws_instance.ferry");
    assertEquals(
        Value.items(Value.of("sg-1"), Value.of("sg-2")), ferry.get("vpc_security_group_ids"));
    Value.Mapping tags = assertInstanceOf(Value.Mapping.class, ferry.get("tags"));
    assertEquals(Value.of("제주"), tags.entries().get("항로"));
    assertEquals(2, tags.entries().size());
    assertInstanceOf(Value.Unknown.class, ferry.get("user_data"));
  }

  @Test
  void aListInTheOldQuotesIsTheListItself() {
    file(
        "main.tf",
        """
        variable "harbours" { default = ["north", "south"] }
        resource "aws_subnet" "quay" {
          count = 2
        }
        resource "aws_elb" "ferry" {
          subnets            = ["${aws_subnet.quay.*.id}"]
          availability_zones = ["${var.harbours}", "east"]
          source             = [["kept", "whole"]]
        }
        module "pier" {
          source = "./pier"
          boats  = ["${var.harbours}"]
        }
        """);
    file(
        "pier/main.tf",
        """
        variable "boats" {}
        resource "aws_instance" "boat" {
          count = length(var.boats)
        }
        """);
    Configuration read = read();
    Resource ferry = find(read, "aws_elb.ferry");
    assertEquals(
        Value.items(
            new Address("aws_subnet", "quay[0]").dot("id"),
            new Address("aws_subnet", "quay[1]").dot("id")),
        ferry.get("subnets"));
    assertEquals(
        Value.items(Value.of("north"), Value.of("south"), Value.of("east")),
        ferry.get("availability_zones"));
    assertEquals(
        Value.items(Value.items(Value.of("kept"), Value.of("whole"))), ferry.get("source"));
    find(read, "module.pier.aws_instance.boat[1]");
  }
}
