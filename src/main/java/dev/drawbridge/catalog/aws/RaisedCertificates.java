package dev.drawbridge.catalog.aws;

import dev.drawbridge.catalog.RaisedNode;
import dev.drawbridge.catalog.Raising;
import dev.drawbridge.resource.Origin;
import dev.drawbridge.resource.Resource;
import dev.drawbridge.resource.Value;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Certificates recognised in Terraform: the way back of [CertificateBlocks]. Those of distributions are left
/// over.
final class RaisedCertificates {
  private static final Pattern ZONE = Pattern.compile("var\\.hosted_zone_(.+)_id");

  private RaisedCertificates() {}

  /// Whether nothing was drawn of the region in which it lies.
  private static boolean isAnywhere(Resource resource, Raising in) {
    return resource.get("provider") == null
        && in.graph().providers().values().stream()
            .anyMatch(p -> p.alias() == null && p.origin() instanceof Origin.Implied);
  }

  static void certificate(Resource resource, Raising in) {
    if (resource.address().name().endsWith("_cloudfront")) {
      return;
    }
    RaisedNode certificate =
        in.node(Certificate.KIND, resource)
            .in(isAnywhere(resource, in) ? null : in.region(resource))
            .reading(Certificate.DOMAIN, resource.get("domain_name"))
            .with(
                Certificate.WILDCARD,
                resource.get("subject_alternative_names") instanceof Value.Items(var names)
                    && !names.isEmpty());
    if (resource.get("domain_name") instanceof Value.Symbol(String path)) {
      in.described(path, "Domain name of ", ", in its hosted zone.").ifPresent(certificate::worded);
    }
    for (Resource user : in.graph().referrers(resource.address())) {
      if (user.type().equals("aws_acm_certificate_validation")) {
        in.claim(certificate, user.address());
      }
      if (user.type().equals("aws_route53_record")) {
        in.claim(certificate, user.address());
        if (user.get("zone_id") instanceof Value.Symbol(String path)) {
          Matcher zone = ZONE.matcher(path);
          certificate.set(Certificate.ZONE, zone.matches() ? zone.group(1) : "");
        }
      }
    }
  }
}
