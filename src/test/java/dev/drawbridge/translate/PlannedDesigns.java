package dev.drawbridge.translate;

import dev.drawbridge.catalog.aws.Alarm;
import dev.drawbridge.catalog.aws.ApplicationLoadBalancer;
import dev.drawbridge.catalog.aws.ApplicationLoadBalancer.Scheme;
import dev.drawbridge.catalog.aws.AutoScalingGroup;
import dev.drawbridge.catalog.aws.Bastion;
import dev.drawbridge.catalog.aws.ClassicLoadBalancer;
import dev.drawbridge.catalog.aws.CloudFront;
import dev.drawbridge.catalog.aws.EcsService;
import dev.drawbridge.catalog.aws.Instances;
import dev.drawbridge.catalog.aws.NetworkLoadBalancer;
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
import dev.drawbridge.catalog.aws.WebAcl;
import dev.drawbridge.model.Fields;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Supplier;

/// Designs that have everything in them that can be generated, under names that are hard to build from.
final class PlannedDesigns {
  private PlannedDesigns() {}

  /// All of them, by name; each call draws them anew.
  static SequencedMap<String, Supplier<Sketch>> all() {
    SequencedMap<String, Supplier<Sketch>> all = new LinkedHashMap<>();
    all.put("three tiers", Sketch::threeTier);
    all.put("what AWS lets one do wrong", PlannedDesigns::wrong);
    all.put("what was just dropped", PlannedDesigns::justDropped);
    all.put("containers", PlannedDesigns::containers);
    all.put("single instances", PlannedDesigns::singleInstances);
    all.put("classic load balancers", PlannedDesigns::classicBalancers);
    all.put("load balancers told in full", PlannedDesigns::balancers);
    all.put("a distribution", EdgeTest::edge);
    all.put("a distribution of files only", PlannedDesigns::filesOnly);
    all.put("endpoints and peers", PlannedDesigns::endpointsAndPeers);
    all.put("two regions", PlannedDesigns::twoRegions);
    return all;
  }

  /// Rules by port, path and domain, weights, fixed answers, UDP, client addresses, zones kept apart.
  static Sketch balancers() {
    Sketch sketch =
        Sketch.threeTier()
            .set(
                "public-alb",
                ApplicationLoadBalancer.LISTENERS,
                List.of(
                    ApplicationLoadBalancer.listener(
                        443,
                        ApplicationLoadBalancer.Protocol.HTTPS,
                        ApplicationLoadBalancer.Action.FORWARD),
                    ApplicationLoadBalancer.FIXED_BODY.set(
                        ApplicationLoadBalancer.FIXED_STATUS.set(
                            ApplicationLoadBalancer.listener(
                                8443,
                                ApplicationLoadBalancer.Protocol.HTTPS,
                                ApplicationLoadBalancer.Action.FIXED_RESPONSE),
                            "404"),
                        "\"${var.x}\" %{ if } 없음\n\t" + "가".repeat(200))))
            .set("public-alb", ApplicationLoadBalancer.CROSS_ZONE, false)
            .set("public-alb", ApplicationLoadBalancer.STICKINESS, true)
            .set("public-alb", ApplicationLoadBalancer.SLOW_START, 30)
            .set("public-alb", ApplicationLoadBalancer.MATCHER, "200-299,301")
            .set("public-alb.web", Traffic.WEIGHT, 90);
    for (String tier : List.of("canary", "api", "shop")) {
      sketch.node(tier, "tier.was", "main").spans(tier, "app-a", "app-b").arrow("public-alb", tier);
    }
    return sketch
        .set("public-alb.canary", Traffic.WEIGHT, 10)
        .set("public-alb.api", Traffic.HOST, "api.example.com,*.api.example.net")
        .set("public-alb.api", Traffic.PATH, "/v1/*,/v2/*")
        .set("public-alb.shop", Traffic.HOST, "example.com")
        .node("nlb", "aws.nlb", "main")
        .spans("nlb", "app-a", "app-b")
        .set("nlb", ApplicationLoadBalancer.SCHEME, Scheme.INTERNAL)
        .set("nlb", ApplicationLoadBalancer.CROSS_ZONE, true)
        .set("nlb", NetworkLoadBalancer.PRESERVE_CLIENT_IP, false)
        .set(
            "nlb",
            NetworkLoadBalancer.LISTENERS,
            List.of(
                NetworkLoadBalancer.listener(8080, NetworkLoadBalancer.Protocol.TCP),
                NetworkLoadBalancer.listener(53, NetworkLoadBalancer.Protocol.TCP_UDP)))
        .arrow("web", "nlb")
        .arrow("nlb", "was")
        .node("acl", "aws.web_acl", null)
        .set(
            "acl",
            WebAcl.RULES,
            List.of(
                WebAcl.VERDICT.set(
                    WebAcl.RULE_GROUP.set(Fields.NONE, WebAcl.RuleGroup.LINUX),
                    WebAcl.Verdict.COUNT)))
        .using("public-alb", "acl");
  }

  /// Without a domain of its own, and without a page to begin with.
  static Sketch filesOnly() {
    return new Sketch()
        .node("internet", "internet", null)
        .node("seoul", "aws.region", null)
        .node("files", "aws.s3_bucket", "seoul")
        .set("files", S3Bucket.PURPOSE, S3Bucket.Purpose.STATIC)
        .set("files", S3Bucket.ENCRYPTION, S3Bucket.Encryption.SSE_KMS)
        .set("files", S3Bucket.VERSIONING, false)
        .node("cdn", "aws.cloudfront", null)
        .set("cdn", CloudFront.ROOT_OBJECT, "")
        .set("cdn", CloudFront.PRICE_CLASS, CloudFront.PriceClass.PRICE_CLASS_ALL)
        .using("cdn", "files")
        .arrow("internet", "cdn");
  }

  /// What AWS takes, though nobody should ask for it.

  static Sketch wrong() {
    return Sketch.threeTier()
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
  }

  /// Each kind as it is at the drop, and names that mean something to shell, HCL or AWS.
  static Sketch justDropped() {
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
      "\"${x}가🚀\n".repeat(1250),
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
    return sketch;
  }

  /// Containers on Fargate and on instances, behind load balancers and beside them, under hostile names.
  static Sketch containers() {
    return EcsTest.containers()
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
  }

  /// Bastions of every sort, single instances, and a group that tells topics, under hostile names.
  static Sketch singleInstances() {
    return BastionTest.ssh()
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
  }

  static Sketch classicBalancers() {
    return ClassicBalancersTest.edge()
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
  }

  static Sketch endpointsAndPeers() {
    return LinksTest.peers()
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
  }

  static Sketch twoRegions() {
    return Sketch.threeTier()
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
  }
}
