package dev.drawbridge.catalog.aws;

import dev.drawbridge.catalog.Group;
import dev.drawbridge.catalog.Kind;
import dev.drawbridge.catalog.Property;
import dev.drawbridge.model.Fields;
import java.util.List;
import java.util.stream.Stream;

/// A web ACL of AWS WAF: groups of rules that AWS keeps, and a limit on how often one address may ask. Load
/// balancers and distributions use it by association.
public final class WebAcl {
  /// Groups of rules that AWS keeps up to date.
  public enum RuleGroup {
    COMMON("AWSManagedRulesCommonRuleSet"),
    KNOWN_BAD_INPUTS("AWSManagedRulesKnownBadInputsRuleSet"),
    IP_REPUTATION("AWSManagedRulesAmazonIpReputationList"),
    ANONYMOUS_IP("AWSManagedRulesAnonymousIpList"),
    SQL_INJECTION("AWSManagedRulesSQLiRuleSet"),
    LINUX("AWSManagedRulesLinuxRuleSet"),
    ADMIN_PROTECTION("AWSManagedRulesAdminProtectionRuleSet");

    private final String managed;

    RuleGroup(String managed) {
      this.managed = managed;
    }

    /// What AWS calls it.
    String managed() {
      return managed;
    }
  }

  /// What becomes of a request that a group objects to.
  public enum Verdict {
    BLOCK,
    /// It passes and is counted, for trying out.
    COUNT
  }

  public static final Property<RuleGroup> RULE_GROUP =
      Property.choice("ruleGroup", RuleGroup.class, RuleGroup.COMMON);
  public static final Property<Verdict> VERDICT =
      Property.choice("ruleVerdict", Verdict.class, Verdict.BLOCK);

  /// In the order in which they are asked.
  public static final Property<List<Fields>> RULES =
      Property.rows(
          "managedRules",
          List.of(RULE_GROUP, VERDICT),
          Stream.of(
                  RuleGroup.IP_REPUTATION,
                  RuleGroup.COMMON,
                  RuleGroup.KNOWN_BAD_INPUTS,
                  RuleGroup.SQL_INJECTION)
              .map(group -> RULE_GROUP.set(Fields.NONE, group))
              .toList());

  /// Requests of one address in five minutes, from 10 on; fewer mean no limit.
  public static final Property<Integer> RATE_LIMIT =
      Property.whole("rateLimit", 0, 2_000_000_000, "", 2000);

  public static final Kind KIND =
      Kind.named("aws.web_acl")
          .in(Group.OPERATIONS)
          .icon("waf")
          .placedIn("aws.region", Kind.TOP)
          .properties(RULES, RATE_LIMIT)
          .size(160, 64)
          .detail(_ -> "AWS WAF")
          .lower(WafBlocks::webAcl)
          .raise("aws_wafv2_web_acl", RaisedAcls::acl)
          .build();

  private WebAcl() {}
}
