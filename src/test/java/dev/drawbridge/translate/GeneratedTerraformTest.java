package dev.drawbridge.translate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.base.Language;
import dev.drawbridge.base.Outcome;
import dev.drawbridge.catalog.aws.Alarm;
import dev.drawbridge.catalog.aws.ApplicationLoadBalancer;
import dev.drawbridge.catalog.aws.ApplicationLoadBalancer.Scheme;
import dev.drawbridge.catalog.aws.AutoScalingGroup;
import dev.drawbridge.catalog.aws.Bastion;
import dev.drawbridge.catalog.aws.ClassicLoadBalancer;
import dev.drawbridge.catalog.aws.EcsService;
import dev.drawbridge.catalog.aws.Instances;
import dev.drawbridge.catalog.aws.RdsPrimary;
import dev.drawbridge.catalog.aws.Region;
import dev.drawbridge.catalog.aws.S3Bucket;
import dev.drawbridge.catalog.aws.SnsTopic;
import dev.drawbridge.catalog.aws.Subnet;
import dev.drawbridge.catalog.aws.Subnet.Routing;
import dev.drawbridge.catalog.aws.Traffic;
import dev.drawbridge.catalog.aws.Vpc;
import dev.drawbridge.catalog.aws.VpcEndpoint;
import dev.drawbridge.catalog.aws.WasTier;
import dev.drawbridge.model.Fields;
import dev.drawbridge.resource.ResourceGraph;
import dev.drawbridge.terraform.TerraformProof;
import dev.drawbridge.terraform.write.GeneratedFile;
import dev.drawbridge.terraform.write.Readme;
import dev.drawbridge.terraform.write.TerraformFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is lowered, written and given to the real Terraform with the real provider.
class GeneratedTerraformTest {
  @TempDir Path folder;

  @Test
  void theGoodDesignPlans() throws IOException {
    String plan = plan(Sketch.threeTier());
    assertThat(plan).contains("aws_lb.public_alb will be created");
  }

  @Test
  void whatAwsLetsOneDoWrongPlansToo() throws IOException {
    Sketch sketch =
        Sketch.threeTier()
            .move("was", "app-a")
            .spans("was", "data-b")
            .set("was", Instances.PUBLIC_IP, true)
            .set("was", WasTier.SOFTWARE, WasTier.Software.OTHER)
            .set("app-a", Subnet.ROUTING, Routing.PUBLIC)
            .set("app-a", Subnet.MAP_PUBLIC_IP, true)
            .set("data-a", Subnet.ROUTING, Routing.PUBLIC)
            .set("data-b", Subnet.CIDR, "10.0.3.128/25")
            .set("internal-alb", ApplicationLoadBalancer.SCHEME, Scheme.INTERNET_FACING)
            .spans("public-alb", "public-a")
            .set("db", RdsPrimary.PUBLICLY_ACCESSIBLE, true)
            .set("db", RdsPrimary.ENGINE, RdsPrimary.Engine.MARIADB)
            .set("db", RdsPrimary.BACKUP_WINDOW, "18:30-19:30")
            .set("db", RdsPrimary.ENCRYPTED, false)
            .arrow("internet", "was")
            .set("internet.was", Traffic.PORTS, "22,8000-8100")
            .arrow("internet", "db")
            .arrow("web", "db")
            .without("db-replica")
            .without("igw");
    assertThat(plan(sketch)).contains("aws_instance.was_app_a will be created");
  }

  /// Each kind as it is at the drop, and names that mean something to shell, HCL or AWS.
  @Test
  void whatWasJustDroppedPlansUnderWhateverName() throws IOException {
    Sketch sketch =
        new Sketch()
            .titled("주문 \"서비스\" ${var.x} %{ if } 'it'")
            .node("internet", "internet", null)
            .node("region", "aws.region", null)
            .node("vpc", "aws.vpc", "region")
            .node("zone", "aws.availability_zone", "vpc")
            .node("subnet", "aws.subnet", "zone")
            .node("gateway", "aws.internet_gateway", "vpc")
            .node("nat", "aws.nat_gateway", "subnet")
            .node("balancer", "aws.alb", "vpc")
            .node("group", "aws.autoscaling_group", "vpc")
            .node("inside", "tier.web", "group")
            .node("outside", "tier.was", "vpc")
            .node("database", "aws.rds", "vpc")
            .node("replica", "aws.rds_replica", "vpc")
            .node("bucket", "aws.s3_bucket", "region")
            .using("balancer", "bucket")
            .node("network", "aws.nlb", "vpc")
            .using("network", "bucket")
            .node("classic", "aws.elb", "vpc")
            .using("classic", "bucket")
            .using("classic", "certificate")
            .arrow("internet", "classic")
            .arrow("classic", "inside")
            .arrow("classic", "outside")
            .node("certificate", "aws.certificate", "region")
            .node("record", "aws.route53_record", null)
            .node("acl", "aws.web_acl", null)
            .node("cdn", "aws.cloudfront", null)
            .using("balancer", "certificate")
            .using("cdn", "certificate")
            .using("cdn", "acl")
            .node("files", "aws.s3_bucket", "region")
            .set("files", S3Bucket.PURPOSE, S3Bucket.Purpose.STATIC)
            .using("cdn", "files")
            .using("record", "network")
            .arrow("internet", "network")
            .arrow("network", "outside")
            .arrow("internet", "balancer")
            .arrow("balancer", "inside")
            .arrow("balancer", "outside")
            .arrow("outside", "database")
            .replication("database", "replica");
    String[] names = {
      "웹 서버 \"A\"",
      "${path.module}",
      "%{ if true }",
      "it's <b> & more → 한국",
      "🚀",
      "internal-" + "x".repeat(240),
      "가".repeat(255),
      "count",
      "1st \\ place",
      "a\tb\nc",
      "-",
      ""
    };
    int next = 0;
    for (var element : List.copyOf(sketch.document().nodes())) {
      sketch.rename(element.id().value(), names[next++ % names.length]);
    }
    assertThat(plan(sketch)).contains("aws_vpc.");
  }

  /// Containers on Fargate and on instances, behind load balancers and beside them, under hostile names.
  @Test
  void servicesOfContainersPlan() throws IOException {
    Sketch sketch =
        EcsTest.containers()
            .node("was-ecs", "aws.ecs_service", "main")
            .spans("was-ecs", "app-a", "app-b")
            .move("was", "was-ecs")
            .set("was-ecs", EcsService.LAUNCH_TYPE, EcsService.LaunchType.EC2)
            .set("was-ecs", EcsService.EXECUTE_COMMAND, true)
            .set(
                "was-ecs",
                EcsService.CONSTRAINTS,
                List.of(
                    EcsService.EXPRESSION.set(
                        EcsService.CONSTRAINT.set(Fields.NONE, EcsService.Constraint.MEMBER_OF),
                        "attribute:ecs.instance-type =~ m7i.*")))
            .set("internal-alb.was", Traffic.PATH, "/api/*")
            .rename("web-ecs", "웹 \"서비스\" ${var.x}")
            .rename("web", "%{ if true }엔진엑스")
            .node("proxy", "tier.proxy", "was-ecs")
            .arrow("was", "proxy")
            .arrow("proxy", "db")
            .node("docker", "tier.was", "web-a")
            .node("asg", "aws.autoscaling_group", "main")
            .spans("asg", "web-a", "web-b")
            .node("scaled", "tier.was", "asg")
            .arrow("internal-alb", "scaled")
            .set("asg", AutoScalingGroup.REQUEST_TARGET, 500)
            .set("asg", AutoScalingGroup.TERMINATION, AutoScalingGroup.Termination.OLDEST_INSTANCE)
            .set("asg", AutoScalingGroup.SCHEDULES, List.of(Fields.NONE))
            .rename("docker", "도커 'x' $(y)")
            .set("docker", Instances.RUNTIME, Instances.Runtime.DOCKER)
            .arrow("docker", "db");
    assertThat(plan(sketch))
        .contains("aws_ecs_service.was_ecs will be created")
        .contains("aws_ecs_capacity_provider.was_ecs will be created");
  }

  /// Bastions of every sort, single instances, and a group that tells topics, under hostile names.
  @Test
  void aDesignWithBastionsAndSingleInstancesPlans() throws IOException {
    Sketch sketch =
        BastionTest.ssh()
            .rename("bastion", "점프 \"호스트\" ${var.x} %{ if }")
            .node("office", "aws.bastion", "public-b")
            .set("office", Bastion.ACCESS, Bastion.Access.SSH)
            .set("office", Bastion.ALLOWED, BastionTest.sources("203.0.113.0/24", "2001:db8::/48"))
            .set("office", Instances.AMI, "ami-0123456789abcdef0")
            .arrow("internet", "office")
            .arrow("office", "web")
            .set("office.web", Traffic.PORTS, "22,3389")
            .node("session", "aws.bastion", "app-b")
            .rename("session", "it's <b> & more → 한국")
            .arrow("session", "db")
            .node("box", "aws.instance", "main")
            .spans("box", "app-a", "app-b")
            .rename("box", "count")
            .arrow("internal-alb", "box")
            .node("oncall", "aws.sns_topic", "seoul")
            .rename("oncall", "당직 \"\\ ${x}")
            .node("other", "aws.sns_topic", "seoul")
            .set("other", SnsTopic.ENCRYPTED, false)
            .using("web-asg", "oncall")
            .using("web-asg", "other");
    assertThat(plan(sketch))
        .contains(
            "aws_instance.office will be created",
            "aws_autoscaling_notification.web_asg_other will be created");
  }

  @Test
  void aDesignWithClassicLoadBalancersPlans() throws IOException {
    Sketch sketch =
        ClassicBalancersTest.edge()
            .node("inner", "aws.elb", "main")
            .spans("inner", "app-a", "app-b")
            .set("inner", ApplicationLoadBalancer.SCHEME, Scheme.INTERNAL)
            .set(
                "inner",
                ClassicLoadBalancer.LISTENERS,
                List.of(
                    ClassicLoadBalancer.listener(8080, ClassicLoadBalancer.Protocol.TCP),
                    ClassicLoadBalancer.listener(8443, ClassicLoadBalancer.Protocol.SSL)))
            .node("single", "tier.was", "app-a")
            .arrow("inner", "single")
            .node("bare", "aws.elb", "main")
            .spans("bare", "app-a", "app-b")
            .set("bare", ClassicLoadBalancer.LISTENERS, List.of())
            .node("www", "aws.route53_record", null)
            .using("www", "elb")
            .node("pager", "aws.alarm", "seoul")
            .set("pager", Alarm.METRIC, Alarm.Metric.TARGET_ERRORS)
            .using("elb", "pager")
            .using("inner", "pager");
    assertThat(plan(sketch))
        .contains(
            "aws_elb.elb will be created",
            "aws_load_balancer_listener_policy.elb_tls_443 will be created",
            "aws_elb_attachment.inner_to_single_app_a will be created");
  }

  @Test
  void aDesignWithADistributionBeforeItPlans() throws IOException {
    assertThat(plan(EdgeTest.edge()))
        .contains(
            "aws_cloudfront_distribution.cdn will be created",
            "aws_acm_certificate.cert_cloudfront will be created",
            "aws_wafv2_web_acl_association.public_alb will be created",
            "aws_route53_record.www_ipv6 will be created");
  }

  @Test
  void aDesignWithEndpointsAndPeersPlans() throws IOException {
    Sketch sketch =
        LinksTest.peers()
            .node("way", "aws.vpc_endpoint", "main")
            .node("private", "aws.vpc_endpoint", "main")
            .set("private", VpcEndpoint.TYPE, VpcEndpoint.Type.INTERFACE)
            .set("private", VpcEndpoint.SERVICE, "ssm")
            .spans("private", "app-a", "app-b")
            .without("igw")
            .node("note", "group", "main")
            .node("igw", "aws.internet_gateway", "note")
            .node("tokyo", "aws.region", null)
            .set("tokyo", Region.CODE, "ap-northeast-1")
            .node("third", "aws.vpc", "tokyo")
            .set("third", Vpc.CIDR, "10.8.0.0/16")
            .node("third-az", "aws.availability_zone", "third")
            .subnet("third-app", "third-az", "10.8.0.0/24", Routing.PRIVATE)
            .node("third-was", "tier.was", "third-app")
            .peering("main", "third")
            .arrow("was", "third-was")
            .arrow("was", "far");
    assertThat(plan(sketch))
        .contains(
            "aws_vpc_peering_connection.main_to_other will be created",
            "aws_vpc_peering_connection_accepter.main_to_third will be created",
            "aws_vpc_endpoint.private will be created",
            "aws_internet_gateway.igw will be created");
  }

  @Test
  void aDesignOfTwoRegionsPlans() throws IOException {
    Sketch sketch =
        Sketch.threeTier()
            .node("tokyo", "aws.region", null)
            .set("tokyo", Region.CODE, "ap-northeast-1")
            .node("far", "aws.vpc", "tokyo")
            .set("far", Vpc.CIDR, "10.1.0.0/16")
            .node("far-igw", "aws.internet_gateway", "far")
            .node("far-az", "aws.availability_zone", "far")
            .subnet("far-data", "far-az", "10.1.0.0/24", Routing.ISOLATED)
            .subnet("far-web", "far-az", "10.1.1.0/24", Routing.PUBLIC)
            .node("far-replica", "aws.rds_replica", "far-data")
            .node("far-web-tier", "tier.web", "far-web")
            .node("far-alb", "aws.alb", "far")
            .spans("far-alb", "far-web")
            .arrow("internet", "far-alb")
            .arrow("far-alb", "far-web-tier")
            .replication("db", "far-replica");
    assertThat(plan(sketch)).contains("aws_db_instance.far_replica will be created");
  }

  private String plan(Sketch sketch) throws IOException {
    ResourceGraph graph = sketch.lower();
    Path target = Files.createDirectory(folder.resolve("terraform"));
    for (GeneratedFile file : files(graph)) {
      Path path = target.resolve(file.path());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.text());
    }
    TerraformProof terraform = TerraformProof.find(folder.resolve("work"));
    terraform.assertFormatted(target);
    return terraform.assertPlans(target, TerraformProof.inputs(graph));
  }

  private static List<GeneratedFile> files(ResourceGraph graph) {
    return switch (TerraformFiles.of(graph, new Readme("Test", Language.ENGLISH, null))) {
      case Outcome.Ok<List<GeneratedFile>> ok -> ok.value();
      case Outcome.Failed<List<GeneratedFile>> failed -> throw new AssertionError(failed.issues());
    };
  }
}
