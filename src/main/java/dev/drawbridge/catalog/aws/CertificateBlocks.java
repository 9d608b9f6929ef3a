package dev.drawbridge.catalog.aws;

import dev.drawbridge.catalog.Catalog;
import dev.drawbridge.catalog.Lowering;
import dev.drawbridge.model.Element;
import dev.drawbridge.model.Node;
import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Block;
import dev.drawbridge.resource.Value;
import dev.drawbridge.resource.Variable;
import java.util.List;
import java.util.Optional;

/// Certificates in Terraform.
final class CertificateBlocks {
  private CertificateBlocks() {}

  /// Those that use a certificate in its own region.
  private static final List<String> REGIONAL =
      List.of(
          ApplicationLoadBalancer.KIND.id(),
          NetworkLoadBalancer.KIND.id(),
          ClassicLoadBalancer.KIND.id());

  static void certificate(Element element, Lowering out) {
    if (!(element instanceof Node certificate)) {
      return;
    }
    boolean edge =
        Association.users(certificate, CloudFront.KIND.id(), out.document()).stream()
            .anyMatch(distribution -> isOf(distribution, certificate, out));
    boolean regional =
        REGIONAL.stream()
            .flatMap(kind -> Association.users(certificate, kind, out.document()).stream())
            .anyMatch(balancer -> isShown(balancer, certificate, out));
    Value domain = domain(certificate, out);
    Value zone = DnsBlocks.zone(certificate, out);
    if (edge) {
      request(certificate, "cloudfront", domain, zone, out);
    }
    if (regional || !edge) {
      request(certificate, "", domain, zone, out);
    }
  }

  private static boolean isOf(Node distribution, Node certificate, Lowering out) {
    return CloudFrontBlocks.stands(distribution, out)
        && Association.one(distribution, Certificate.KIND.id(), out)
            .filter(certificate::equals)
            .isPresent();
  }

  /// Whether a listener of the load balancer shows the certificate to its clients.
  private static boolean isShown(Node balancer, Node certificate, Lowering out) {
    return Catalog.of(balancer)
            .filter(kind -> !kind.endpoint(balancer, out).secure().isEmpty())
            .isPresent()
        && out.around().regionCode(certificate).equals(out.around().regionCode(balancer))
        && Association.one(balancer, Certificate.KIND.id(), out)
            .filter(certificate::equals)
            .isPresent();
  }

  /// @param part what tells the certificate of distributions from that of the region
  private static void request(
      Node certificate, String part, Value domain, Value zone, Lowering out) {
    boolean edge = !part.isEmpty();
    Address address = address("aws_acm_certificate", certificate, part, out);
    Block.Builder body = Block.builder().set("domain_name", domain);
    if (Certificate.WILDCARD.of(certificate)) {
      body.set("subject_alternative_names", Value.items(Terms.join(Value.of("*."), domain)));
    }
    Block request =
        body.set("validation_method", "DNS")
            .set("tags", Terms.nameTag(out.tagName(certificate.id())))
            .block("lifecycle", Terms.replaceFirst())
            .build();
    // The domain and its wildcard are proven by one and the same record.
    Address record = address("aws_route53_record", certificate, join(part, "validation"), out);
    Block proof =
        Block.builder()
            .set("zone_id", zone)
            .set("name", option(address, "resource_record_name"))
            .set("type", option(address, "resource_record_type"))
            .set("records", Value.items(option(address, "resource_record_value")))
            .set("ttl", 300)
            .set("allow_overwrite", true)
            .build();
    Address validation = address("aws_acm_certificate_validation", certificate, part, out);
    Block wait =
        Block.builder()
            .set("certificate_arn", Terms.arn(address))
            .set("validation_record_fqdns", Value.items(record.dot("fqdn")))
            .build();
    if (edge) {
      out.addGlobal(certificate, address, request);
      out.addGlobal(certificate, record, proof);
      out.addGlobal(certificate, validation, wait);
    } else {
      out.add(certificate, address, request);
      out.add(certificate, record, proof);
      out.add(certificate, validation, wait);
    }
  }

  private static Value option(Address certificate, String attribute) {
    return Value.call(
        "one",
        Value.call("distinct", certificate.dot("domain_validation_options[*]." + attribute)));
  }

  private static Address address(String type, Node certificate, String part, Lowering out) {
    return part.isEmpty()
        ? out.address(type, certificate.id())
        : out.address(type, certificate.id(), part);
  }

  private static String join(String part, String next) {
    return part.isEmpty() ? next : part + "_" + next;
  }

  /// The domain that is drawn, or an input of the module.
  static Value domain(Node certificate, Lowering out) {
    return DnsBlocks.name(certificate, Certificate.DOMAIN.of(certificate), out);
  }

  /// The certificate that a distribution uses, once it is validated.
  static Optional<Value> ofDistribution(Node distribution, Lowering out) {
    return Association.one(distribution, Certificate.KIND.id(), out)
        .map(
            certificate ->
                address("aws_acm_certificate_validation", certificate, "cloudfront", out)
                    .dot("certificate_arn"));
  }

  /// The certificate of a load balancer: the one that it uses, or that is told, or an input of the module.
  static Value of(Node balancer, Lowering out) {
    Optional<Node> used = Association.one(balancer, Certificate.KIND.id(), out);
    if (used.isPresent()) {
      if (out.around().regionCode(used.get()).equals(out.around().regionCode(balancer))) {
        return address("aws_acm_certificate_validation", used.get(), "", out)
            .dot("certificate_arn");
      }
      if (out.first("certificate of " + balancer.id())) {
        out.warn(balancer, null, "lower.certificate-elsewhere");
      }
    }
    String drawn = ApplicationLoadBalancer.CERTIFICATE_ARN.of(balancer);
    if (!drawn.isEmpty()) {
      return Value.of(drawn);
    }
    return Terms.ask(
        Variable.asked(
            out.label(balancer.id()) + "_certificate_arn",
            "ARN of the ACM certificate of " + out.words(balancer) + ", in its region.",
            "string",
            "can(regex(\"^arn:aws[a-z-]*:acm:\", {}))",
            "must be the ARN of an ACM certificate.",
            Value.of(
                "arn:aws:acm:"
                    + out.around().regionCode(balancer)
                    + ":123456789012:certificate/00000000-0000-0000-0000-000000000000")),
        out);
  }
}
