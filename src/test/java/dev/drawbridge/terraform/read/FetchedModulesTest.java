package dev.drawbridge.terraform.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.drawbridge.analyze.Analysis;
import dev.drawbridge.base.Issue;
import dev.drawbridge.base.Outcome;
import dev.drawbridge.catalog.aws.Traffic;
import dev.drawbridge.model.Document;
import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Origin;
import dev.drawbridge.resource.Resource;
import dev.drawbridge.resource.Value;
import dev.drawbridge.terraform.TerraformProof;
import dev.drawbridge.translate.Raised;
import dev.drawbridge.translate.Raiser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Modules that lie elsewhere than in the configuration: fetched by `terraform init`, or not at all.
class FetchedModulesTest {
  @TempDir Path work;

  private static final String CALL =
      """
      module "vpc" {
        source             = "%s"
        name               = "shop"
        cidr               = "10.1.0.0/16"
        azs                = ["eu-west-1a", "eu-west-1b"]
        public_subnets     = ["10.1.1.0/24", "10.1.2.0/24"]
        private_subnets    = ["10.1.11.0/24", "10.1.12.0/24"]
        database_subnets   = ["10.1.21.0/24", "10.1.22.0/24"]
        intra_subnets      = ["10.1.31.0/24"]
        enable_nat_gateway = true
        single_nat_gateway = true
      }
      resource "aws_lb" "web" {
        subnets = module.vpc.public_subnets
      }
      resource "aws_db_instance" "db" {
        db_subnet_group_name = module.vpc.database_subnet_group
      }
      resource "aws_security_group" "db" {
        vpc_id = module.vpc.vpc_id
        tags   = { from = join(",", module.vpc.private_subnets_cidr_blocks) }
      }
      """;

  private Configuration read(String main) throws IOException {
    Files.writeString(work.resolve("main.tf"), main);
    return switch (Configuration.read("infra", work)) {
      case Outcome.Ok<Configuration>(Configuration read, var _) -> read;
      case Outcome.Failed<Configuration>(var issues) -> throw new AssertionError(issues.toString());
    };
  }

  private static Resource find(Configuration read, String type, String name) {
    return read.graph().find(new Address("module.vpc", type, name)).orElseThrow();
  }

  private static List<String> keys(Configuration read) {
    return read.issues().stream().map(Issue::key).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "terraform-aws-modules/vpc/aws",
        "registry.terraform.io/terraform-aws-modules/vpc/aws",
        "git::https://github.com/terraform-aws-modules/terraform-aws-vpc.git?ref=v5.0.0",
        "github.com/terraform-aws-modules/terraform-aws-vpc"
      })
  void theVpcThatMostHaveFromTheRegistryIsKnown(String source) throws IOException {
    Configuration read = read(CALL.formatted(source));
    assertThat(keys(read)).containsExactly("terraform.read.stand-in");
    assertThat(read.graph().ofType("aws_subnet")).hasSize(7);
    assertThat(read.graph().ofType("aws_nat_gateway")).hasSize(1);
    Resource vpc = find(read, "aws_vpc", "this[0]");
    assertThat(vpc.get("cidr_block")).isEqualTo(Value.of("10.1.0.0/16"));
    assertThat(vpc.origin()).isEqualTo(new Origin.Source("infra/main.tf", 1));
    Resource lb = read.graph().find(new Address("aws_lb", "web")).orElseThrow();
    assertThat(lb.get("subnets"))
        .isEqualTo(
            Value.items(
                find(read, "aws_subnet", "public[0]").address().dot("id"),
                find(read, "aws_subnet", "public[1]").address().dot("id")));
    Resource db = read.graph().find(new Address("aws_db_instance", "db")).orElseThrow();
    assertThat(db.get("db_subnet_group_name"))
        .isEqualTo(find(read, "aws_db_subnet_group", "database[0]").address().dot("id"));
    Resource group = read.graph().find(new Address("aws_security_group", "db")).orElseThrow();
    assertThat(group.get("vpc_id")).isEqualTo(vpc.address().dot("id"));
    assertThat(group.get("tags"))
        .hasToString("Mapping[entries={from=Text[value=10.1.11.0/24,10.1.12.0/24]}]");
  }

  /// What nobody leads out leads nowhere: neither do the intra subnets of that module.
  @Test
  void theKnownVpcLeadsOutWhereTheModuleDoes() throws IOException {
    Configuration read = read(CALL.formatted("terraform-aws-modules/vpc/aws"));
    assertThat(find(read, "aws_route", "public_internet_gateway[0]").get("gateway_id"))
        .isEqualTo(find(read, "aws_internet_gateway", "this[0]").address().dot("id"));
    assertThat(find(read, "aws_route", "private_nat_gateway[0]").get("route_table_id"))
        .isEqualTo(find(read, "aws_route_table", "private[0]").address().dot("id"));
    assertThat(find(read, "aws_route_table_association", "database[1]").get("route_table_id"))
        .isEqualTo(find(read, "aws_route_table", "private[0]").address().dot("id"));
    Address intra = find(read, "aws_route_table", "intra[0]").address();
    assertThat(read.graph().referrers(intra))
        .extracting(Resource::type)
        .containsExactly("aws_route_table_association");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "alb",
        "autoscaling",
        "ec2-instance",
        "ecs-cluster",
        "ecs-service",
        "eks",
        "elasticache",
        "elb",
        "rds",
        "rds-aurora",
        "security-group",
        "vpc"
      })
  void whatIsKnownIsAModuleThatTerraformTakes(String name) throws IOException {
    String file = name + ".tf";
    try (InputStream in = Objects.requireNonNull(StandIn.class.getResourceAsStream(file), file)) {
      Files.writeString(
          Files.createDirectories(work.resolve("m")).resolve(file),
          new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
    TerraformProof.find(Files.createDirectories(work.resolve("tf"))).assertValid(work.resolve("m"));
  }

  /// Three tiers of modules from the registry alone, as their examples write them.
  @Test
  void whatModulesMakeOfOneAnotherIsJoined() throws IOException {
    Configuration read =
        read(
            """
            provider "aws" { region = "eu-west-1" }
            module "vpc" {
              source           = "terraform-aws-modules/vpc/aws"
              version          = "~> 6.0"
              name             = "shop"
              cidr             = "10.0.0.0/16"
              azs              = ["eu-west-1a", "eu-west-1b"]
              public_subnets   = ["10.0.1.0/24", "10.0.2.0/24"]
              private_subnets  = ["10.0.11.0/24", "10.0.12.0/24"]
              database_subnets = ["10.0.21.0/24", "10.0.22.0/24"]
            }
            module "web" {
              source                       = "terraform-aws-modules/alb/aws"
              vpc_id                       = module.vpc.vpc_id
              subnets                      = module.vpc.public_subnets
              security_group_ingress_rules = {
                http = { from_port = 80, ip_protocol = "tcp", cidr_ipv4 = "0.0.0.0/0" }
              }
              security_group_egress_rules = {
                all = { ip_protocol = "-1", cidr_ipv4 = module.vpc.vpc_cidr_block }
              }
              listeners = {
                http = {
                  port    = 80
                  forward = { target_group_key = "web" }
                  rules   = {
                    api = {
                      actions    = [{ forward = { target_group_key = "api" } }]
                      conditions = [{ path_pattern = { values = ["/api/*"] } }]
                    }
                  }
                }
              }
              target_groups = {
                web = { port = 8080, create_attachment = false }
                api = { port = 3000, target_type = "ip", create_attachment = false }
              }
            }
            module "web_sg" {
              source  = "terraform-aws-modules/security-group/aws"
              vpc_id  = module.vpc.vpc_id
              computed_ingress_with_source_security_group_id = [
                { rule = "http-8080-tcp", source_security_group_id = module.web.security_group_id }
              ]
              number_of_computed_ingress_with_source_security_group_id = 1
              egress_rules = ["all-all"]
            }
            module "asg" {
              source                     = "terraform-aws-modules/autoscaling/aws"
              name                       = "web"
              min_size                   = 2
              max_size                   = 4
              vpc_zone_identifier        = module.vpc.private_subnets
              image_id                   = "ami-0123456789abcdef0"
              instance_type              = "t3.small"
              user_data                  = base64encode("#!/bin/sh exec /opt/web")
              security_groups            = [module.web_sg.security_group_id]
              traffic_source_attachments = {
                web = { traffic_source_identifier = module.web.target_groups["web"].arn }
              }
            }
            module "cluster" {
              source = "terraform-aws-modules/ecs/aws//modules/cluster"
              name   = "api"
            }
            module "api" {
              source                = "terraform-aws-modules/ecs/aws//modules/service"
              name                  = "api"
              cluster_arn           = module.cluster.arn
              subnet_ids            = module.vpc.private_subnets
              vpc_id                = module.vpc.vpc_id
              container_definitions = {
                api = { image = "api:1", port_mappings = [{ containerPort = 3000 }] }
              }
              load_balancer = {
                api = {
                  target_group_arn = module.web.target_groups["api"].arn
                  container_name   = "api"
                  container_port   = 3000
                }
              }
              security_group_ingress_rules = {
                alb = { from_port = 3000, referenced_security_group_id = module.web.security_group_id }
              }
            }
            module "db_sg" {
              source = "terraform-aws-modules/security-group/aws"
              vpc_id = module.vpc.vpc_id
              ingress_with_source_security_group_id = [
                { rule = "mysql-tcp", source_security_group_id = module.web_sg.security_group_id },
                { from_port = 3306, to_port = 3306, protocol = "tcp", source_security_group_id = module.api.security_group_id }
              ]
            }
            module "db" {
              source                 = "terraform-aws-modules/rds/aws"
              identifier             = "shop"
              engine                 = "mysql"
              instance_class         = "db.t3.small"
              allocated_storage      = 20
              db_subnet_group_name   = module.vpc.database_subnet_group_name
              vpc_security_group_ids = [module.db_sg.security_group_id]
            }
            module "bastion" {
              source        = "terraform-aws-modules/ec2-instance/aws"
              ami           = "ami-0123456789abcdef0"
              instance_type = "t3.nano"
              subnet_id     = module.vpc.public_subnets[0]
            }
            """);
    assertThat(read.issues()).extracting(Issue::key).containsOnly("terraform.read.stand-in");
    Raised raised = Raiser.raise(read.graph());
    Document document = raised.document();
    assertThat(document.connectors())
        .filteredOn(c -> c.kind().equals(Traffic.KIND.id()))
        .extracting(
            c -> document.node(c.source()).kind(),
            c -> document.node(c.target()).kind(),
            Traffic.PORTS::of,
            Traffic.PATH::of)
        .containsExactlyInAnyOrder(
            tuple("internet", "aws.alb", "", ""),
            tuple("aws.alb", "tier.web", "", ""),
            tuple("aws.alb", "tier.web", "", "/api/*"),
            tuple("tier.web", "aws.rds", "", ""),
            tuple("tier.web", "aws.rds", "", ""));
    assertThat(Analysis.of(document).dmzHolds())
        .isEqualTo(Analysis.of(read.graph(), () -> false).dmzHolds());
  }

  @Test
  void whatInitFetchedIsReadRatherThanWhatIsKnown() throws IOException {
    Path modules = Files.createDirectories(work.resolve(".terraform/modules"));
    Files.writeString(
        modules.resolve("modules.json"),
        """
        { "Modules": [
          { "Key": "", "Source": "", "Dir": "." },
          { "Key": "vpc", "Source": "registry.terraform.io/x", "Dir": ".terraform/modules/vpc" },
          { "Key": "vpc.inner", "Source": "registry.terraform.io/y", "Dir": ".terraform/modules/vpc.inner" }
        ] }
        """);
    Files.writeString(
        Files.createDirectories(modules.resolve("vpc")).resolve("main.tf"),
        """
        resource "aws_vpc" "mine" { cidr_block = "10.2.0.0/16" }
        module "inner" { source = "somebody/inner/aws" }
        output "vpc_id" { value = aws_vpc.mine.id }
        output "public_subnets" { value = [module.inner.id] }
        """);
    Files.writeString(
        Files.createDirectories(modules.resolve("vpc.inner")).resolve("main.tf"),
        """
        resource "aws_subnet" "mine" { cidr_block = "10.2.0.0/24" }
        output "id" { value = aws_subnet.mine.id }
        """);
    Configuration read = read(CALL.formatted("terraform-aws-modules/vpc/aws"));
    assertThat(keys(read)).isEmpty();
    assertThat(read.graph().ofType("aws_subnet"))
        .extracting(subnet -> subnet.address().toString())
        .containsExactly("module.vpc.module.inner.aws_subnet.mine");
    assertThat(find(read, "aws_vpc", "mine").get("cidr_block")).isEqualTo(Value.of("10.2.0.0/16"));
  }

  /// A stranger's manifest leads nowhere but into the folder of fetched modules.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "../secret",
        "/etc",
        ".terraform/modules/../../secret",
        "secret",
        ".terraform/modules/link"
      })
  void aManifestThatLeadsElsewhereIsNotFollowed(String elsewhere) throws IOException {
    Path modules = Files.createDirectories(work.resolve(".terraform/modules"));
    Files.writeString(
        Files.createDirectories(work.resolve("secret")).resolve("main.tf"),
        "resource \"aws_vpc\" \"secret\" {}");
    Files.createSymbolicLink(modules.resolve("link"), work.resolve("secret"));
    Files.writeString(
        modules.resolve("modules.json"),
        "{ \"Modules\": [ { \"Key\": \"vpc\", \"Dir\": \"" + elsewhere + "\" } ] }");
    Configuration read = read("module \"vpc\" { source = \"somebody/vpc/aws\" }");
    assertThat(keys(read)).containsExactly("terraform.read.module");
    assertThat(read.graph().resources()).isEmpty();
  }
}
