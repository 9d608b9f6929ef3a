package dev.drawbridge.catalog.aws;

import dev.drawbridge.catalog.Lowering;
import dev.drawbridge.model.Element;
import dev.drawbridge.model.Node;
import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Block;
import dev.drawbridge.resource.Value;
import dev.drawbridge.resource.Variable;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Names in Route 53 in Terraform.
final class DnsBlocks {
  private DnsBlocks() {}

  static void record(Element element, Lowering out) {
    if (!(element instanceof Node record)) {
      return;
    }
    List<Node> all =
        Route53Record.KIND.uses().stream()
            .flatMap(kind -> Association.used(record, kind, out.document()).stream())
            .filter(target -> stands(target, out))
            .toList();
    if (all.isEmpty()) {
      out.warn(record, null, "lower.record-of-nothing");
      return;
    }
    Node target = all.getFirst();
    if (all.size() > 1) {
      String name = target.name().isBlank() ? out.label(target.id()) : target.name();
      out.warn(record, null, "lower.used-twice", name);
    }
    boolean distribution = target.kind().equals(CloudFront.KIND.id());
    // A distribution has addresses of both kinds; load balancers are built for IPv4.
    for (String type : distribution ? List.of("A", "AAAA") : List.of("A")) {
      Address address =
          type.equals("A")
              ? out.address("aws_route53_record", record.id())
              : out.address("aws_route53_record", record.id(), "ipv6");
      out.add(
          record,
          address,
          Block.builder()
              .set("zone_id", zone(record, out))
              .set("name", name(record, Route53Record.NAME.of(record), out))
              .set("type", type)
              .block("alias", alias(record, target, distribution, out))
              .build());
    }
  }

  private static boolean stands(Node target, Lowering out) {
    return target.kind().equals(CloudFront.KIND.id())
        ? CloudFrontBlocks.stands(target, out)
        : out.around().vpc(target).isPresent();
  }

  private static Block.Builder alias(Node record, Node target, boolean distribution, Lowering out) {
    if (distribution) {
      Address address = out.address("aws_cloudfront_distribution", target.id());
      return Block.builder()
          .set("name", address.dot("domain_name"))
          .set("zone_id", address.dot("hosted_zone_id"))
          .set("evaluate_target_health", false);
    }
    Address address = out.address(BalancerBlocks.type(target), target.id());
    return Block.builder()
        .set("name", address.dot("dns_name"))
        .set("zone_id", address.dot("zone_id"))
        .set("evaluate_target_health", Route53Record.EVALUATE_HEALTH.of(record));
  }

  /// The id of the hosted zone that a component names, an input of the module.
  static Value zone(Node node, Lowering out) {
    String named = Certificate.ZONE.of(node);
    String name =
        Stream.of("hosted_zone", named, "id")
            .filter(s -> !s.isEmpty())
            .reduce((a, b) -> a + "_" + b)
            .orElseThrow();
    return Terms.ask(
        Variable.asked(
            name,
            "ID of the Route 53 hosted zone"
                + (named.isEmpty() ? "" : " " + named)
                + " in which records are made.",
            "string",
            "can(regex(\"^Z[A-Z0-9]{1,31}$\", {}))",
            "must be the ID of a hosted zone, such as Z0123456789ABC.",
            Value.of("Z0123456789ABCDEFGHIJ")),
        out);
  }

  /// A domain name that is drawn, or else an input of the module.
  static Value name(Node node, String drawn, Lowering out) {
    return Optional.of(drawn)
        .filter(name -> !name.isEmpty())
        .map(Value::of)
        .orElseGet(() -> asked(node, out));
  }

  private static Value asked(Node node, Lowering out) {
    return Terms.ask(
        Variable.asked(
            out.label(node.id()) + "_domain_name",
            "Domain name of " + out.words(node) + ", in its hosted zone.",
            "string",
            "can(regex(\"^[A-Za-z0-9*_-]+([.][A-Za-z0-9_-]+)+$\", {}))",
            "must be a domain name such as www.example.com.",
            Value.of("www.example.com")),
        out);
  }
}
