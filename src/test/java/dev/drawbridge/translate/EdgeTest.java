package dev.drawbridge.translate;

import static dev.drawbridge.translate.Graphs.block;
import static dev.drawbridge.translate.Graphs.get;
import static dev.drawbridge.translate.Graphs.say;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.base.Issue;
import dev.drawbridge.catalog.aws.ApplicationLoadBalancer;
import dev.drawbridge.catalog.aws.ApplicationLoadBalancer.Scheme;
import dev.drawbridge.catalog.aws.Certificate;
import dev.drawbridge.catalog.aws.CloudFront;
import dev.drawbridge.catalog.aws.Region;
import dev.drawbridge.catalog.aws.Route53Record;
import dev.drawbridge.catalog.aws.S3Bucket;
import dev.drawbridge.catalog.aws.WebAcl;
import dev.drawbridge.model.Fields;
import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Block;
import dev.drawbridge.resource.Resource;
import dev.drawbridge.resource.ResourceGraph;
import java.util.List;
import org.junit.jupiter.api.Test;

class EdgeTest {
  @Test
  void theCertificateThatALoadBalancerUsesIsProvenBeforeItsListenerTakesIt() {
    ResourceGraph graph = edge().lower();
    assertThat(say(get(graph, "aws_lb_listener", "public_alb_https_443"), "certificate_arn"))
        .isEqualTo("aws_acm_certificate_validation.cert.certificate_arn");
    assertThat(graph.variables()).doesNotContainKey("public_alb_certificate_arn");
    Resource certificate = get(graph, "aws_acm_certificate", "cert");
    assertThat(say(certificate, "domain_name")).isEqualTo("example.com");
    assertThat(say(certificate, "subject_alternative_names")).isEqualTo("*.example.com");
    assertThat(certificate.get("provider")).isNull();
    assertThat(say(get(graph, "aws_route53_record", "cert_validation"), "zone_id"))
        .isEqualTo("var.hosted_zone_id");
  }

  @Test
  void aDistributionHasItsCertificateAndItsWebAclInUsEast1() {
    ResourceGraph graph = edge().lower();
    for (String type : List.of("aws_acm_certificate", "aws_acm_certificate_validation")) {
      assertThat(say(get(graph, type, "cert_cloudfront"), "provider")).isEqualTo("aws.us_east_1");
    }
    Resource acl = get(graph, "aws_wafv2_web_acl", "acl_cloudfront");
    assertThat(say(acl, "provider")).isEqualTo("aws.us_east_1");
    assertThat(say(acl, "scope")).isEqualTo("CLOUDFRONT");
    assertThat(graph.providers().get("aws.us_east_1").body().get("region"))
        .isEqualTo(dev.drawbridge.resource.Value.of("us-east-1"));
    Resource distribution = get(graph, "aws_cloudfront_distribution", "cdn");
    assertThat(say(distribution, "web_acl_id")).isEqualTo("aws_wafv2_web_acl.acl_cloudfront.arn");
    assertThat(say(distribution, "aliases")).isEqualTo("example.com");
    assertThat(say(block(distribution, "viewer_certificate"), "minimum_protocol_version"))
        .isEqualTo("TLSv1.2_2021");
  }

  @Test
  void aRegionThatIsUsEast1NeedsNoFurtherProvider() {
    ResourceGraph graph = edge().set("seoul", Region.CODE, "us-east-1").lower();
    assertThat(graph.providers()).containsOnlyKeys("aws");
    assertThat(get(graph, "aws_acm_certificate", "cert_cloudfront").get("provider")).isNull();
    ResourceGraph second =
        edge()
            .node("virginia", "aws.region", null)
            .set("virginia", Region.CODE, "us-east-1")
            .lower();
    assertThat(say(get(second, "aws_acm_certificate", "cert_cloudfront"), "provider"))
        .isEqualTo("aws.virginia");
  }

  @Test
  void aDistributionAsksTheLoadBalancerAndTakesStaticFilesFromTheBucket() {
    ResourceGraph graph = edge().set("cdn", CloudFront.STATIC_PATH, "/assets/*").lower();
    Resource distribution = get(graph, "aws_cloudfront_distribution", "cdn");
    assertThat(say(block(distribution, "default_cache_behavior"), "target_origin_id"))
        .isEqualTo("public-alb");
    Block files = block(distribution, "ordered_cache_behavior");
    assertThat(say(files, "target_origin_id")).isEqualTo("files");
    assertThat(say(files, "path_pattern")).isEqualTo("/assets/*");
    List<Block> origins = distribution.body().blocks("origin");
    assertThat(say(block(origins.getFirst(), "custom_origin_config"), "origin_protocol_policy"))
        .isEqualTo("https-only");
    assertThat(say(origins.getLast(), "origin_access_control_id"))
        .isEqualTo("aws_cloudfront_origin_access_control.cdn.id");
  }

  @Test
  void onlyTheDistributionMayReadTheBucket() {
    ResourceGraph graph = edge().lower();
    Block reads =
        graph
            .data()
            .get(new Address("aws_iam_policy_document", "files_bucket"))
            .body()
            .blocks("statement")
            .getFirst();
    assertThat(say(reads, "actions")).isEqualTo("s3:GetObject");
    assertThat(say(block(reads, "condition"), "values"))
        .isEqualTo("aws_cloudfront_distribution.cdn.arn");
    ResourceGraph alone = edge().without("cdn.files").lower();
    assertThat(
            alone
                .data()
                .get(new Address("aws_iam_policy_document", "files_bucket"))
                .body()
                .blocks("statement"))
        .hasSize(1);
  }

  /// Were it both, the load balancer would wait for the bucket's policy, that for the distribution, and that
  /// for the load balancer.
  @Test
  void aBucketIsForLogsOrForFiles() {
    Sketch both = edge().using("public-alb", "files");
    assertThat(keys(both)).containsExactly("lower.logs-among-files");
    assertThat(get(both.lower(), "aws_lb", "public_alb").body().blocks("access_logs")).isEmpty();
    both.set("files", S3Bucket.PURPOSE, S3Bucket.Purpose.LOGS);
    assertThat(keys(both)).containsExactly("lower.origin-of-logs");
    assertThat(get(both.lower(), "aws_cloudfront_distribution", "cdn").body().blocks("origin"))
        .hasSize(1);
  }

  @Test
  void aBucketAloneAnswersWithItsStartPage() {
    ResourceGraph graph = edge().without("cdn.public-alb").lower();
    Resource distribution = get(graph, "aws_cloudfront_distribution", "cdn");
    assertThat(say(distribution, "default_root_object")).isEqualTo("index.html");
    assertThat(say(block(distribution, "default_cache_behavior"), "target_origin_id"))
        .isEqualTo("files");
  }

  @Test
  void aDistributionAsksNoInternalLoadBalancer() {
    Sketch sketch =
        edge()
            .without("cdn.files")
            .set("public-alb", ApplicationLoadBalancer.SCHEME, Scheme.INTERNAL);
    assertThat(sketch.lower().ofType("aws_cloudfront_distribution")).isEmpty();
    assertThat(keys(sketch)).contains("lower.origin-internal", "lower.distribution-of-nothing");
  }

  @Test
  void aNameStandsForWhatItUses() {
    ResourceGraph graph = edge().lower();
    Resource record = get(graph, "aws_route53_record", "www");
    assertThat(say(record, "name")).isEqualTo("www.example.com");
    assertThat(say(block(record, "alias"), "name"))
        .isEqualTo("aws_cloudfront_distribution.cdn.domain_name");
    assertThat(say(get(graph, "aws_route53_record", "www_ipv6"), "type")).isEqualTo("AAAA");
    Sketch direct =
        edge()
            .without("www.cdn")
            .using("www", "public-alb")
            .set("www", Certificate.ZONE, "shop")
            .set("www", Route53Record.NAME, "");
    ResourceGraph balanced = direct.lower();
    Resource alias = get(balanced, "aws_route53_record", "www");
    assertThat(say(block(alias, "alias"), "zone_id")).isEqualTo("aws_lb.public_alb.zone_id");
    assertThat(say(alias, "zone_id")).isEqualTo("var.hosted_zone_shop_id");
    assertThat(say(alias, "name")).isEqualTo("var.www_domain_name");
    assertThat(keys(edge().without("www.cdn"))).containsExactly("lower.record-of-nothing");
  }

  @Test
  void theWebAclStandsBeforeTheLoadBalancerWithItsRulesInOrder() {
    Sketch sketch =
        edge()
            .set(
                "acl",
                WebAcl.RULES,
                List.of(
                    WebAcl.RULE_GROUP.set(Fields.NONE, WebAcl.RuleGroup.LINUX),
                    WebAcl.VERDICT.set(
                        WebAcl.RULE_GROUP.set(Fields.NONE, WebAcl.RuleGroup.COMMON),
                        WebAcl.Verdict.COUNT),
                    WebAcl.RULE_GROUP.set(Fields.NONE, WebAcl.RuleGroup.LINUX)));
    ResourceGraph graph = sketch.lower();
    List<Block> rules = get(graph, "aws_wafv2_web_acl", "acl").body().blocks("rule");
    assertThat(rules.stream().map(rule -> say(rule, "name") + " " + say(rule, "priority")))
        .containsExactly(
            "RateLimit 0", "AWSManagedRulesLinuxRuleSet 1", "AWSManagedRulesCommonRuleSet 2");
    assertThat(block(rules.getLast(), "override_action").blocks("count")).hasSize(1);
    assertThat(say(get(graph, "aws_wafv2_web_acl_association", "public_alb"), "resource_arn"))
        .isEqualTo("aws_lb.public_alb.arn");
    ResourceGraph unlimited = edge().set("acl", WebAcl.RATE_LIMIT, 0).lower();
    assertThat(get(unlimited, "aws_wafv2_web_acl", "acl").body().blocks("rule"))
        .noneMatch(rule -> say(rule, "name").equals("RateLimit"));
  }

  @Test
  void whatLiesInAnotherRegionIsNotUsed() {
    Sketch sketch =
        edge()
            .node("tokyo", "aws.region", null)
            .set("tokyo", Region.CODE, "ap-northeast-1")
            .move("cert", "tokyo")
            .move("acl", "tokyo");
    ResourceGraph graph = sketch.lower();
    assertThat(say(get(graph, "aws_lb_listener", "public_alb_https_443"), "certificate_arn"))
        .isEqualTo("var.public_alb_certificate_arn");
    assertThat(graph.ofType("aws_wafv2_web_acl_association")).isEmpty();
    assertThat(keys(sketch))
        .containsExactlyInAnyOrder("lower.certificate-elsewhere", "lower.acl-elsewhere");
  }

  /// The three tiers behind a distribution, with a name, a certificate and a web ACL.
  static Sketch edge() {
    return Sketch.threeTier()
        .node("cert", "aws.certificate", "seoul")
        .set("cert", Certificate.DOMAIN, "example.com")
        .node("acl", "aws.web_acl", "seoul")
        .node("files", "aws.s3_bucket", "seoul")
        .set("files", S3Bucket.PURPOSE, S3Bucket.Purpose.STATIC)
        .node("cdn", "aws.cloudfront", null)
        .node("www", "aws.route53_record", null)
        .set("www", Route53Record.NAME, "www.example.com")
        .using("public-alb", "cert")
        .using("public-alb", "acl")
        .using("cdn", "public-alb")
        .using("cdn", "files")
        .using("cdn", "cert")
        .using("cdn", "acl")
        .using("www", "cdn");
  }

  private static List<String> keys(Sketch sketch) {
    return Lowerer.lower(sketch.document()).issues().stream().map(Issue::key).toList();
  }
}
