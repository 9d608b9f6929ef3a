package dev.drawbridge.catalog.aws;

import dev.drawbridge.catalog.Arguments;
import dev.drawbridge.catalog.RaisedNode;
import dev.drawbridge.catalog.Raising;
import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Block;
import dev.drawbridge.resource.Origin;
import dev.drawbridge.resource.Resource;
import dev.drawbridge.resource.Value;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Names in Route 53 recognised in Terraform: the way back of [DnsBlocks]. Only those that stand for something
/// drawn.
final class RaisedRecords {
  private static final Pattern ASKED = Pattern.compile("var\\.hosted_zone_(.+)_id");
  private static final Pattern FOUND =
      Pattern.compile("data\\.aws_route53_zone\\.([a-z0-9_]+)\\..*");

  private RaisedRecords() {}

  static void raise(Raising in) {
    for (Resource resource : in.graph().ofType("aws_route53_record")) {
      Block alias = Arguments.block(resource.body(), "alias");
      Optional<RaisedNode> target = target(alias, in);
      if (Arguments.text(resource.body(), "type").equals("A") && target.isPresent()) {
        record(resource, alias, target.get(), in);
      } else if (in.nodesOf(resource.address()).isEmpty()) {
        in.leave(resource, "raise.record", resource.address().toString());
      }
    }
  }

  private static void record(Resource resource, Block alias, RaisedNode target, Raising in) {
    RaisedNode record =
        in.node(Route53Record.KIND, resource)
            .in(isAnywhere(resource, in) ? null : in.region(resource))
            .reading(Route53Record.NAME, resource.get("name"))
            .with(Certificate.ZONE, zone(resource));
    if (!target.kind().equals(CloudFront.KIND)) {
      record.set(Route53Record.EVALUATE_HEALTH, Arguments.isTrue(alias, "evaluate_target_health"));
    }
    Terms.input(resource.get("name"))
        .flatMap(input -> in.described(input, "Domain name of ", ", in its hosted zone."))
        .ifPresent(record::worded);
    in.connector(Association.KIND, record, target, "", resource);
    sixth(resource, alias, in).ifPresent(other -> in.claim(record, other.address()));
  }

  private static Optional<RaisedNode> target(Block alias, Raising in) {
    return Arguments.targets(alias.get("name")).stream()
        .flatMap(address -> in.nodesOf(address).stream())
        .filter(node -> Route53Record.KIND.uses().contains(node.kind().id()))
        .findFirst();
  }

  /// The record of the same name for addresses of version 6.
  private static Optional<Resource> sixth(Resource resource, Block alias, Raising in) {
    List<Address> targets = Arguments.targets(alias.get("name"));
    return in.graph().ofType("aws_route53_record").stream()
        .filter(other -> Arguments.text(other.body(), "type").equals("AAAA"))
        .filter(
            other ->
                Arguments.targets(Arguments.block(other.body(), "alias").get("name"))
                    .equals(targets))
        .filter(
            other ->
                other.address().name().equals(resource.address().name() + "_ipv6")
                    || Objects.equals(other.get("name"), resource.get("name")))
        .findFirst();
  }

  /// The name under which the module asks for the hosted zone, or that of the zone which it has or looks up.
  static String zone(Resource record) {
    @Nullable Value id = record.get("zone_id");
    String input = Terms.input(id).orElse("");
    Matcher asked = ASKED.matcher(input);
    Matcher found = FOUND.matcher(input);
    return Arguments.targets(id).stream()
        .map(Address::name)
        .findFirst()
        .orElseGet(() -> asked.matches() ? asked.group(1) : found.matches() ? found.group(1) : "");
  }

  /// Whether nothing was drawn of the region in which it lies.
  static boolean isAnywhere(Resource resource, Raising in) {
    return resource.get("provider") == null
        && in.graph().providers().values().stream()
            .anyMatch(p -> p.alias() == null && p.origin() instanceof Origin.Implied);
  }
}
