package dev.drawbridge.catalog.aws;

import dev.drawbridge.base.Reason;
import dev.drawbridge.catalog.Arguments;
import dev.drawbridge.catalog.RaisedNode;
import dev.drawbridge.catalog.Raising;
import dev.drawbridge.resource.Resource;
import dev.drawbridge.resource.Value;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Certificates recognised in Terraform: the way back of [CertificateBlocks]. One for load balancers and one
/// for distributions may be the same that is drawn.
final class RaisedCertificates {
  private static final String TYPE = "aws_acm_certificate";
  private static final String EDGE = "_cloudfront";

  private RaisedCertificates() {}

  static void certificate(Resource resource, Raising in) {
    String name = resource.address().name();
    boolean edge = name.endsWith(EDGE) || RaisedDistributions.shows(resource, in);
    String label = name.replaceFirst(EDGE + "$", "");
    Optional<RaisedNode> twin =
        in.graph().ofType(TYPE).stream()
            .filter(other -> other.address().name().equals(edge ? label : label + EDGE))
            .flatMap(other -> in.nodeOf(other.address()).stream())
            .findFirst();
    if (twin.isPresent()) {
      in.claim(twin.get(), resource.address());
      users(resource, twin.get(), in);
      if (!edge) {
        twin.get().in(place(resource, in));
      }
      return;
    }
    RaisedNode certificate =
        in.node(Certificate.KIND, resource, label)
            .in(edge ? null : place(resource, in))
            .reading(Certificate.DOMAIN, resource.get("domain_name"))
            .with(
                Certificate.WILDCARD,
                resource.get("subject_alternative_names") instanceof Value.Items(var names)
                    && !names.isEmpty());
    Terms.input(resource.get("domain_name"))
        .flatMap(input -> in.described(input, "Domain name of ", ", in its hosted zone."))
        .ifPresent(certificate::worded);
    users(resource, certificate, in);
  }

  private static @Nullable RaisedNode place(Resource resource, Raising in) {
    return RaisedRecords.isAnywhere(resource, in) ? null : in.region(resource);
  }

  private static void users(Resource resource, RaisedNode certificate, Raising in) {
    for (Resource user : in.graph().referrers(resource.address())) {
      if (user.type().equals("aws_acm_certificate_validation")) {
        in.claim(certificate, user.address());
        Arguments.targets(user.get("validation_record_fqdns")).stream()
            .flatMap(record -> in.graph().find(record).stream())
            .forEach(record -> proof(record, certificate, in));
      }
      proof(user, certificate, in);
    }
    // How many there are hangs on the certificate, so that what they say is not known.
    String unknown = resource.address() + ".domain_validation_options";
    in.graph().ofType("aws_route53_record").stream()
        .filter(
            record ->
                record
                    .body()
                    .allValues()
                    .anyMatch(
                        value ->
                            value instanceof Value.Unknown(Reason reason)
                                && reason.about().startsWith(unknown)))
        .forEach(record -> proof(record, certificate, in));
  }

  /// The record that proves whose the domain is.
  private static void proof(Resource record, RaisedNode certificate, Raising in) {
    if (record.type().equals("aws_route53_record")) {
      in.claim(certificate, record.address());
      certificate.set(Certificate.ZONE, RaisedRecords.zone(record));
    }
  }
}
