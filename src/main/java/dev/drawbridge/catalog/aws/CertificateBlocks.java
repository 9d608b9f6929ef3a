package dev.drawbridge.catalog.aws;

import dev.drawbridge.catalog.Lowering;
import dev.drawbridge.model.Node;
import dev.drawbridge.resource.Value;
import dev.drawbridge.resource.Variable;
import java.util.List;

/// Certificates in Terraform.
final class CertificateBlocks {
  private CertificateBlocks() {}

  /// The certificate of a load balancer: the one that is told, or an input of the module.
  static Value of(Node balancer, Lowering out) {
    String drawn = ApplicationLoadBalancer.CERTIFICATE_ARN.of(balancer);
    if (!drawn.isEmpty()) {
      return Value.of(drawn);
    }
    String name = out.label(balancer.id()) + "_certificate_arn";
    if (out.first("variable " + name)) {
      out.graph()
          .add(
              new Variable(
                  name,
                  "ARN of the ACM certificate of " + out.words(balancer) + ", in its region.",
                  "string",
                  null,
                  false,
                  false,
                  List.of(
                      new Variable.Validation(
                          "can(regex(\"^arn:aws[a-z-]*:acm:\", var." + name + "))",
                          name + " must be the ARN of an ACM certificate.")),
                  Value.of(
                      "arn:aws:acm:"
                          + out.around().regionCode(balancer)
                          + ":123456789012:certificate/00000000-0000-0000-0000-000000000000")));
    }
    return Value.symbol("var." + name);
  }
}
