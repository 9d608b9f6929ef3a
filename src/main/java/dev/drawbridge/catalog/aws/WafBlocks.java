package dev.drawbridge.catalog.aws;

import dev.drawbridge.catalog.Lowering;
import dev.drawbridge.model.Element;
import dev.drawbridge.model.Node;
import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Block;
import dev.drawbridge.resource.Value;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Web ACLs in Terraform: one for what lies in a region, one for distributions.
final class WafBlocks {
  private static final String TYPE = "aws_wafv2_web_acl";

  /// AWS takes no lower limit.
  private static final int LOWEST_LIMIT = 10;

  private WafBlocks() {}

  static void webAcl(Element element, Lowering out) {
    if (!(element instanceof Node acl)) {
      return;
    }
    List<Node> balancers =
        Association.users(acl, ApplicationLoadBalancer.KIND.id(), out.document()).stream()
            .filter(balancer -> guards(balancer, out).filter(acl::equals).isPresent())
            .toList();
    boolean edge =
        Association.users(acl, CloudFront.KIND.id(), out.document()).stream()
            .filter(distribution -> CloudFrontBlocks.stands(distribution, out))
            .anyMatch(
                distribution ->
                    Association.one(distribution, WebAcl.KIND.id(), out)
                        .filter(acl::equals)
                        .isPresent());
    if (edge) {
      out.addGlobal(acl, out.address(TYPE, acl.id(), "cloudfront"), body(acl, "CLOUDFRONT", out));
    }
    if (edge && balancers.isEmpty()) {
      return;
    }
    Address address = out.address(TYPE, acl.id());
    out.add(acl, address, body(acl, "REGIONAL", out));
    for (Node balancer : balancers) {
      out.add(
          balancer,
          out.address("aws_wafv2_web_acl_association", balancer.id()),
          Block.builder()
              .set("resource_arn", Terms.arn(out.address("aws_lb", balancer.id())))
              .set("web_acl_arn", Terms.arn(address))
              .build());
    }
    balancers.stream().findFirst().ifPresent(place -> logging(acl, address, place, out));
  }

  /// The web ACL that stands before a load balancer: the one that it uses, in its own region.
  private static Optional<Node> guards(Node balancer, Lowering out) {
    Optional<Node> acl = Association.one(balancer, WebAcl.KIND.id(), out);
    if (acl.isEmpty() || out.around().vpc(balancer).isEmpty()) {
      return Optional.empty();
    }
    if (!out.around().regionCode(acl.get()).equals(out.around().regionCode(balancer))) {
      if (out.first("acl of " + balancer.id())) {
        out.warn(balancer, null, "lower.acl-elsewhere");
      }
      return Optional.empty();
    }
    return acl;
  }

  /// The web ACL of a distribution.
  static Optional<Value> ofDistribution(Node distribution, Lowering out) {
    return Association.one(distribution, WebAcl.KIND.id(), out)
        .map(acl -> Terms.arn(out.address(TYPE, acl.id(), "cloudfront")));
  }

  private static Block body(Node acl, String scope, Lowering out) {
    Block.Builder body =
        Block.builder()
            .set("name", out.name(acl.id(), 60))
            .set("description", "Web ACL " + out.label(acl.id()))
            .set("scope", scope)
            .set("tags", Terms.nameTag(out.tagName(acl.id())))
            .block("default_action", Block.builder().block("allow", Block.EMPTY));
    int priority = 0;
    int limit = WebAcl.RATE_LIMIT.of(acl);
    if (limit >= LOWEST_LIMIT) {
      body.block("rule", rate(limit, priority++));
    }
    Set<WebAcl.RuleGroup> done = EnumSet.noneOf(WebAcl.RuleGroup.class);
    for (var row : WebAcl.RULES.of(acl)) {
      WebAcl.RuleGroup group = WebAcl.RULE_GROUP.in(row);
      if (done.add(group)) {
        boolean counts = WebAcl.VERDICT.in(row) == WebAcl.Verdict.COUNT;
        body.block("rule", managed(group.managed(), counts, priority++));
      }
    }
    return body.block("visibility_config", seen(out.label(acl.id()))).build();
  }

  private static Block managed(String group, boolean counts, int priority) {
    return Block.builder()
        .set("name", group)
        .set("priority", priority)
        .block("override_action", Block.builder().block(counts ? "count" : "none", Block.EMPTY))
        .block(
            "statement",
            Block.builder()
                .block(
                    "managed_rule_group_statement",
                    Block.builder().set("name", group).set("vendor_name", "AWS")))
        .block("visibility_config", seen(group))
        .build();
  }

  private static Block rate(int limit, int priority) {
    return Block.builder()
        .set("name", "RateLimit")
        .set("priority", priority)
        .block("action", Block.builder().block("block", Block.EMPTY))
        .block(
            "statement",
            Block.builder()
                .block(
                    "rate_based_statement",
                    Block.builder().set("limit", limit).set("aggregate_key_type", "IP")))
        .block("visibility_config", seen("RateLimit"))
        .build();
  }

  private static Block seen(String metric) {
    return Block.builder()
        .set("cloudwatch_metrics_enabled", true)
        .set("metric_name", metric)
        .set("sampled_requests_enabled", true)
        .build();
  }

  /// AWS takes log groups only whose name begins so.
  private static void logging(Node acl, Address address, Node place, Lowering out) {
    Address group =
        ObservabilityBlocks.logGroup(
            place,
            out.address("aws_cloudwatch_log_group", acl.id(), "waf"),
            Value.template(
                Value.of("aws-waf-logs-"),
                Value.symbol("local.name"),
                Value.of("-" + NetworkBlocks.hyphens(out, acl))),
            out);
    out.add(
        acl,
        out.address("aws_wafv2_web_acl_logging_configuration", acl.id()),
        Block.builder()
            .set("resource_arn", Terms.arn(address))
            .set("log_destination_configs", Value.items(Terms.arn(group)))
            .block("redacted_fields", header("authorization"))
            .block("redacted_fields", header("cookie"))
            .build());
  }

  private static Block.Builder header(String name) {
    return Block.builder().block("single_header", Block.builder().set("name", name));
  }
}
