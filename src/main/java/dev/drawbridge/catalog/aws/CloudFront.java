package dev.drawbridge.catalog.aws;

import dev.drawbridge.catalog.Group;
import dev.drawbridge.catalog.Kind;
import dev.drawbridge.catalog.Property;

/// A CloudFront distribution: answers near the users, over TLS, and asks the load balancer or the bucket
/// that it uses. A bucket answers nobody else; a load balancer is asked over the internet, so an arrow
/// from there has to open it.
public final class CloudFront {
  /// Where in the world it has edge locations.
  public enum PriceClass {
    /// North America, Europe and Israel.
    PRICE_CLASS_100("PriceClass_100"),
    /// The same, with Asia, the Middle East and Africa.
    PRICE_CLASS_200("PriceClass_200"),
    PRICE_CLASS_ALL("PriceClass_All");

    private final String code;

    PriceClass(String code) {
      this.code = code;
    }

    /// As AWS writes it.
    String code() {
      return code;
    }
  }

  public static final Property<PriceClass> PRICE_CLASS =
      Property.choice("priceClass", PriceClass.class, PriceClass.PRICE_CLASS_200);

  /// The names under which it answers besides its own; they need a certificate. Empty means the domain of
  /// the certificate.
  public static final Property<String> ALIASES =
      Property.shaped(
          "aliases",
          "domain-names",
          "|[A-Za-z0-9*_-]{1,63}(\\.[A-Za-z0-9_-]{1,63}){1,9}(,[A-Za-z0-9*_-]{1,63}(\\.[A-Za-z0-9_-]{1,63}){1,9}){0,19}",
          "");

  /// Which requests go to the bucket where there is a load balancer too.
  public static final Property<String> STATIC_PATH =
      Property.shaped("staticPath", "cache-path", "/[A-Za-z0-9._~/&*$@+-]{0,127}", "/static/*");

  /// What a bucket answers to a request for nothing in particular; empty for nothing.
  public static final Property<String> ROOT_OBJECT =
      Property.shaped("rootObject", "file-name", "|[A-Za-z0-9._-]{1,100}", "index.html");

  public static final Kind KIND =
      Kind.named("aws.cloudfront")
          .in(Group.OPERATIONS)
          .icon("cloudfront")
          .placedIn(Kind.TOP)
          .using("aws.alb", "aws.s3_bucket", "aws.certificate", "aws.web_acl")
          .properties(ALIASES, STATIC_PATH, ROOT_OBJECT, PRICE_CLASS)
          .size(176, 64)
          .detail(ALIASES::of)
          .lower(CloudFrontBlocks::distribution)
          .raise("aws_cloudfront_distribution", RaisedDistributions::distribution)
          .build();

  private CloudFront() {}
}
