package dev.drawbridge.catalog.aws;

import dev.drawbridge.catalog.Arguments;
import dev.drawbridge.catalog.RaisedNode;
import dev.drawbridge.catalog.Raising;
import dev.drawbridge.catalog.aws.WebAcl.RuleGroup;
import dev.drawbridge.catalog.aws.WebAcl.Verdict;
import dev.drawbridge.model.Fields;
import dev.drawbridge.resource.Block;
import dev.drawbridge.resource.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Web ACLs recognised in Terraform: the way back of [WafBlocks].
final class RaisedAcls {
  private static final String TYPE = "aws_wafv2_web_acl";
  private static final String EDGE = "_cloudfront";

  private RaisedAcls() {}

  /// One for what lies in a region and one for distributions may be the same that is drawn.
  static void acl(Resource resource, Raising in) {
    String name = resource.address().name();
    boolean edge = Arguments.text(resource.body(), "scope").equals("CLOUDFRONT");
    String label = edge && name.endsWith(EDGE) ? name.replaceFirst(EDGE + "$", "") : name;
    Optional<RaisedNode> twin =
        in.graph().ofType(TYPE).stream()
            .filter(other -> isTwin(other, resource, label))
            .flatMap(other -> in.nodeOf(other.address()).stream())
            .findFirst();
    if (twin.isPresent()) {
      in.claim(twin.get(), resource.address());
      if (!edge) {
        twin.get().in(place(resource, in));
      }
      return;
    }
    RaisedNode acl = in.node(WebAcl.KIND, resource, label).in(edge ? null : place(resource, in));
    rules(acl, resource);
    for (Resource user : in.graph().referrers(resource.address())) {
      if (user.type().equals("aws_wafv2_web_acl_logging_configuration")) {
        in.claim(acl, user.address());
      }
    }
  }

  private static boolean isTwin(Resource other, Resource resource, String label) {
    String name = other.address().name();
    return !other.equals(resource)
        && (name.equals(label) || name.equals(label + EDGE))
        && other.body().blocks("rule").equals(resource.body().blocks("rule"))
        && !Arguments.text(other.body(), "scope").equals(Arguments.text(resource.body(), "scope"));
  }

  private static @Nullable RaisedNode place(Resource resource, Raising in) {
    return RaisedRecords.isAnywhere(resource, in) ? null : in.region(resource);
  }

  private static void rules(RaisedNode acl, Resource resource) {
    List<Fields> rows = new ArrayList<>();
    acl.set(WebAcl.RATE_LIMIT, 0);
    for (Block rule : resource.body().blocks("rule")) {
      Block statement = Arguments.block(rule, "statement");
      acl.read(WebAcl.RATE_LIMIT, Arguments.block(statement, "rate_based_statement").get("limit"));
      Block managed = Arguments.block(statement, "managed_rule_group_statement");
      boolean counts = !Arguments.block(rule, "override_action").blocks("count").isEmpty();
      Stream.of(RuleGroup.values())
          .filter(group -> group.managed().equals(Arguments.text(managed, "name")))
          .map(group -> WebAcl.RULE_GROUP.set(Fields.NONE, group))
          .forEach(
              row -> rows.add(WebAcl.VERDICT.set(row, counts ? Verdict.COUNT : Verdict.BLOCK)));
    }
    acl.set(WebAcl.RULES, rows);
  }
}
