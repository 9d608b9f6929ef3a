package dev.drawbridge.terraform.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.drawbridge.base.Language;
import dev.drawbridge.base.Messages;
import dev.drawbridge.resource.Origin;
import dev.drawbridge.resource.Resource;
import dev.drawbridge.resource.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The VPC that every account has: whoever names none stands in it.
class DefaultVpcTest extends InfraFolder {
  private static final String LOOKUP =
      """
      provider "aws" { region = "ap-northeast-2" }
      data "aws_vpc" "mine" { default = %s }
      data "aws_subnets" "all" {
        filter {
          name   = "vpc-id"
          values = [data.aws_vpc.mine.id]
        }
      }
      data "aws_subnet_ids" "old" { vpc_id = data.aws_vpc.mine.id }
      resource "aws_lb" "web" {
        subnets = data.aws_subnets.all.ids
        tags    = { old = join(",", [for id in data.aws_subnet_ids.old.ids : "x"]) }
      }
      resource "aws_security_group" "web" {
        vpc_id = data.aws_vpc.mine.id
        tags   = { block = data.aws_vpc.mine.cidr_block, owner = data.aws_vpc.mine.owner_id }
      }
      """;

  @Test
  void theDefaultVpcIsReadAsAwsMakesIt() {
    file("main.tf", LOOKUP.formatted("true"));
    Configuration read = read();
    assertEquals(
        List.of(
            "The default VPC is taken as AWS makes it: 172.31.0.0/16, with a public subnet in each"
                + " of three availability zones."),
        read.issues().stream()
            .map(issue -> issue.text(Messages.in(Language.ENGLISH)).replaceFirst("^.*?: ", ""))
            .toList());
    Resource vpc = find(read, "aws_vpc.default");
    assertEquals(new Origin.Source("infra/main.tf", 2), vpc.origin());
    assertEquals(
        Value.items(
            find(read, "aws_subnet.default_a").address().dot("id"),
            find(read, "aws_subnet.default_b").address().dot("id"),
            find(read, "aws_subnet.default_c").address().dot("id")),
        find(read, "aws_lb.web").get("subnets"));
    assertEquals(
        Value.of("ap-northeast-2b"), find(read, "aws_subnet.default_b").get("availability_zone"));
    Resource group = find(read, "aws_security_group.web");
    assertEquals(vpc.address().dot("id"), group.get("vpc_id"));
    assertEquals(
        "{block=Text[value=172.31.0.0/16], owner=Unknown[reason=Reason[key=unknown.only-aws,"
            + " arguments=[data.aws_vpc.mine.owner_id]]]}",
        assertInstanceOf(Value.Mapping.class, group.get("tags")).entries().toString());
    assertEquals(
        "{old=Text[value=x,x,x]}",
        assertInstanceOf(Value.Mapping.class, find(read, "aws_lb.web").get("tags"))
            .entries()
            .toString());
  }

  @Test
  void anotherVpcThatIsLookedUpIsKnownOnlyToAws() {
    file("main.tf", LOOKUP.formatted("false"));
    Configuration read = read();
    assertEquals(
        List.of("aws_lb.web", "aws_security_group.web"),
        addresses(read).stream().sorted().toList());
    assertInstanceOf(Value.Unknown.class, find(read, "aws_lb.web").get("subnets"));
  }

  @Test
  void whoeverLeavesOutWhereItStandsStandsInTheDefaultVpc() {
    file(
        "main.tf",
        """
        provider "aws" { region = "eu-north-1" }
        provider "aws" {
          alias  = "far"
          region = "us-west-2"
        }
        resource "aws_security_group" "web" { vpc_id = null }
        resource "aws_security_group" "far" { provider = aws.far }
        resource "aws_instance" "any" { ami = "ami-1" }
        resource "aws_instance" "b" { availability_zone = "eu-north-1b" }
        resource "aws_instance" "card" {
          network_interface { network_interface_id = "eni-1" }
        }
        resource "aws_instance" "placed" { subnet_id = "subnet-1" }
        resource "aws_lb_target_group" "web" { port = 80 }
        resource "aws_lb_target_group" "code" { target_type = "lambda" }
        resource "aws_autoscaling_group" "web" { availability_zones = ["eu-north-1c", "eu-north-1a"] }
        resource "aws_elb" "old" { availability_zones = var.unknown }
        resource "aws_db_instance" "db" { engine = "mysql" }
        resource "aws_db_instance" "copy" { replicate_source_db = aws_db_instance.db.identifier }
        """);
    Configuration read = read();
    Value vpc = find(read, "aws_vpc.default").address().dot("id");
    Value a = find(read, "aws_subnet.default_a").address().dot("id");
    Value b = find(read, "aws_subnet.default_b").address().dot("id");
    Value c = find(read, "aws_subnet.default_c").address().dot("id");
    assertEquals(vpc, find(read, "aws_security_group.web").get("vpc_id"));
    assertNull(find(read, "aws_security_group.far").get("vpc_id"));
    assertEquals(a, find(read, "aws_instance.any").get("subnet_id"));
    assertEquals(b, find(read, "aws_instance.b").get("subnet_id"));
    assertNull(find(read, "aws_instance.card").get("subnet_id"));
    assertEquals(Value.of("subnet-1"), find(read, "aws_instance.placed").get("subnet_id"));
    assertEquals(vpc, find(read, "aws_lb_target_group.web").get("vpc_id"));
    assertNull(find(read, "aws_lb_target_group.code").get("vpc_id"));
    assertEquals(
        Value.items(c, a), find(read, "aws_autoscaling_group.web").get("vpc_zone_identifier"));
    assertEquals(Value.items(a, b, c), find(read, "aws_elb.old").get("subnets"));
    assertEquals(
        find(read, "aws_db_subnet_group.default").address().dot("name"),
        find(read, "aws_db_instance.db").get("db_subnet_group_name"));
    assertEquals(Value.items(a, b, c), find(read, "aws_db_subnet_group.default").get("subnet_ids"));
    assertNull(find(read, "aws_db_instance.copy").get("db_subnet_group_name"));
    assertEquals(
        List.of("infra/main.tf:6:1"),
        read.issues().stream()
            .filter(issue -> issue.key().equals("terraform.read.default-vpc"))
            .map(issue -> text(issue).replaceFirst(": .*", ""))
            .toList());
  }

  @Test
  void theDefaultVpcTakesNobodysName() {
    file(
        "main.tf",
        LOOKUP.formatted("true")
            + "resource \"aws_vpc\" \"default\" { cidr_block = \"10.0.0.0/16\" }");
    assertEquals(Value.of("172.31.0.0/16"), find(read(), "aws_vpc.default_vpc").get("cidr_block"));
  }

  @Test
  void everybodyMayCallTheListenersOfClassicLoadBalancersInTheDefaultVpc() {
    file(
        "main.tf",
        """
        provider "aws" { region = "eu-north-1" }
        resource "aws_elb" "mail" {
          availability_zones = ["eu-north-1a"]
          listener {
            lb_port       = 25
            instance_port = 2525
          }
        }
        resource "aws_elb" "news" {
          availability_zones = ["eu-north-1b"]
          listener {
            lb_port       = 119
            instance_port = 1119
          }
        }
        resource "aws_elb" "guarded" {
          availability_zones = ["eu-north-1b"]
          security_groups    = ["sg-1"]
        }
        resource "aws_elb" "elsewhere" { subnets = ["subnet-1"] }
        """);
    Configuration read = read();
    Resource group = find(read, "aws_security_group.default_elb");
    Value own = Value.items(group.address().dot("id"));
    assertEquals(own, find(read, "aws_elb.mail").get("security_groups"));
    assertEquals(own, find(read, "aws_elb.news").get("security_groups"));
    assertEquals(
        Value.items(Value.of("sg-1")), find(read, "aws_elb.guarded").get("security_groups"));
    assertNull(find(read, "aws_elb.elsewhere").get("security_groups"));
    assertEquals(find(read, "aws_vpc.default").address().dot("id"), group.get("vpc_id"));
    assertEquals(
        List.of(Value.of(25), Value.of(119)),
        group.body().blocks("ingress").stream().map(rule -> rule.get("to_port")).toList());
    assertEquals(
        List.of(Value.items(Value.of("0.0.0.0/0")), Value.items(Value.of("0.0.0.0/0"))),
        group.body().blocks("ingress").stream().map(rule -> rule.get("cidr_blocks")).toList());
  }
}
