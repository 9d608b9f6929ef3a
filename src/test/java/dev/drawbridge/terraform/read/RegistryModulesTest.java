package dev.drawbridge.terraform.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.analyze.Analysis;
import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.base.Issue;
import dev.drawbridge.base.Outcome;
import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Resource;
import dev.drawbridge.resource.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is drawn from modules of a registry that are not on the disk, judged like anything else.
class RegistryModulesTest {
  @TempDir Path work;

  private static final String VPC =
      """
      module "vpc" {
        source         = "terraform-aws-modules/vpc/aws"
        name           = "shop"
        cidr           = "10.0.0.0/16"
        azs            = ["eu-west-1a", "eu-west-1b"]
        public_subnets  = ["10.0.1.0/24", "10.0.2.0/24"]
        private_subnets = ["10.0.11.0/24", "10.0.12.0/24"]
        map_public_ip_on_launch = true
      }
      """;

  private Configuration read(String more) throws IOException {
    Files.writeString(work.resolve("main.tf"), VPC + more);
    return switch (Configuration.read("infra", work)) {
      case Outcome.Ok<Configuration>(Configuration read, List<Issue> issues) -> {
        assertThat(issues).isEmpty();
        yield read;
      }
      case Outcome.Failed<Configuration>(var issues) -> throw new AssertionError(issues.toString());
    };
  }

  private static List<String> rules(Configuration read) {
    return Analysis.of(read.graph(), () -> false).findings().stream()
        .map(Finding::rule)
        .distinct()
        .toList();
  }

  private static Resource find(Configuration read, String module, String type, String name) {
    return read.graph().find(new Address("module." + module, type, name)).orElseThrow();
  }

  private static String cluster(String nodes) {
    return """
    module "eks" {
      source     = "terraform-aws-modules/eks/aws"
      version    = "~> 20.0"
      cluster_name = "shop"
      vpc_id     = module.vpc.vpc_id
      subnet_ids = module.vpc.public_subnets
      %s
    }
    """
        .formatted(nodes);
  }

  @Test
  void nodesOfAnEksClusterAreCalledByTheClusterAndByOneAnother() throws IOException {
    Configuration read = read(cluster("eks_managed_node_groups = { one = {} }"));
    assertThat(
            find(read, "eks", "aws_launch_template", "managed[\"one\"]")
                .get("vpc_security_group_ids"))
        .isEqualTo(
            Value.items(find(read, "eks", "aws_security_group", "node[0]").address().dot("id")));
    assertThat(rules(read)).doesNotContain("DMZ-030");
  }

  @Test
  void anSshRuleForTheirGroupOpensNodesInPublicSubnets() throws IOException {
    Configuration read =
        read(
            cluster(
                """
                eks_managed_node_groups = { one = { min_size = 2 } }
                  node_security_group_additional_rules = {
                    ssh = { type = "ingress", protocol = "tcp", from_port = 22, to_port = 22, cidr_blocks = ["0.0.0.0/0"] }
                  }
                """));
    assertThat(rules(read)).contains("DMZ-030");
  }

  @Test
  void anSshKeyWithoutItsGroupsOpensThemToo() throws IOException {
    assertThat(
            rules(
                read(
                    cluster(
                        """
                        eks_managed_node_groups = {
                            one = { use_custom_launch_template = false, remote_access = { ec2_ssh_key = "ops" } }
                          }
                        """))))
        .contains("DMZ-030");
  }

  @Test
  void aClassicLoadBalancerAndACacheStandWhereTheyAreCalledTo() throws IOException {
    Configuration read =
        read(
            """
            resource "aws_security_group" "web" {
              vpc_id = module.vpc.vpc_id
              ingress {
                protocol    = "tcp"
                from_port   = 80
                to_port     = 80
                cidr_blocks = ["0.0.0.0/0"]
              }
              egress {
                protocol    = "-1"
                from_port   = 0
                to_port     = 0
                cidr_blocks = ["0.0.0.0/0"]
              }
            }
            resource "aws_instance" "web" {
              subnet_id              = module.vpc.private_subnets[0]
              vpc_security_group_ids = [aws_security_group.web.id]
            }
            module "elb" {
              source              = "terraform-aws-modules/elb/aws"
              subnets             = module.vpc.public_subnets
              security_groups     = [aws_security_group.web.id]
              number_of_instances = 1
              instances           = [aws_instance.web.id]
              listener = [{ instance_port = 80, instance_protocol = "http", lb_port = 80, lb_protocol = "http" }]
            }
            module "cache" {
              source               = "terraform-aws-modules/elasticache/aws"
              replication_group_id = "sessions"
              vpc_id               = module.vpc.vpc_id
              subnet_ids           = module.vpc.private_subnets
              security_group_rules = {
                web = { referenced_security_group_id = aws_security_group.web.id }
              }
            }
            """);
    assertThat(find(read, "elb", "aws_elb_attachment", "this[0]").get("instance"))
        .isEqualTo(new Address("aws_instance", "web").dot("id"));
    assertThat(
            find(read, "cache", "aws_vpc_security_group_ingress_rule", "this[\"web\"]")
                .get("from_port"))
        .isEqualTo(Value.of(6379));
    assertThat(rules(read)).doesNotContain("DMZ-002", "DMZ-030");
  }
}
