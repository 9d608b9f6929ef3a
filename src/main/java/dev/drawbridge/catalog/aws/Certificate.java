package dev.drawbridge.catalog.aws;

import dev.drawbridge.catalog.Group;
import dev.drawbridge.catalog.Kind;
import dev.drawbridge.catalog.Property;

/// A certificate of AWS Certificate Manager, validated by a record in the domain's hosted zone, so that it
/// renews itself. Load balancers and distributions use it by association; for a distribution it is
/// requested in us-east-1.
public final class Certificate {
  private static final String LABEL = "[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?";

  /// A domain name of two labels or more, at most 64 characters in a certificate; empty asks for it when
  /// Terraform runs.
  public static final Property<String> DOMAIN =
      Property.shaped(
          "domainName", "domain-name", "|(?=.{3,64}$)(" + LABEL + "\\.){1,7}" + LABEL, "");

  /// Whether it is good for all names right below the domain too.
  public static final Property<Boolean> WILDCARD = Property.flag("wildcard", true);

  /// The hosted zone of Route 53 in which records are made, by the name under which Terraform asks for its
  /// id; components that name the same zone share one input.
  public static final Property<String> ZONE =
      Property.shaped("hostedZone", "zone-name", "|[a-z][a-z0-9_]{0,31}", "");

  public static final Kind KIND =
      Kind.named("aws.certificate")
          .in(Group.GATEWAYS)
          .icon("certificate")
          .placedIn("aws.region", Kind.TOP)
          .properties(DOMAIN, WILDCARD, ZONE)
          .size(168, 64)
          .detail(DOMAIN::of)
          .lower(CertificateBlocks::certificate)
          .raise("aws_acm_certificate", RaisedCertificates::certificate)
          .build();

  private Certificate() {}
}
