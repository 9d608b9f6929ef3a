package dev.drawbridge.catalog.aws;

import dev.drawbridge.catalog.Lowering;
import dev.drawbridge.catalog.aws.ApplicationLoadBalancer.Protocol;
import dev.drawbridge.catalog.aws.ApplicationLoadBalancer.Scheme;
import dev.drawbridge.model.Element;
import dev.drawbridge.model.Fields;
import dev.drawbridge.model.Node;
import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Block;
import dev.drawbridge.resource.Output;
import dev.drawbridge.resource.Value;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Distributions in Terraform. The policies are those that AWS keeps, which have the same ids everywhere.
final class CloudFrontBlocks {
  private static final String CACHING_OPTIMIZED = "658327ea-f89d-4fab-a63d-7e88639e58f6";
  private static final String CACHING_DISABLED = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad";
  private static final String ALL_VIEWER = "216adef6-5c7f-47e4-b989-5492eafa07d3";
  private static final String SECURITY_HEADERS = "67f7725c-6f97-4210-82d7-5512b31e9d03";

  private CloudFrontBlocks() {}

  static void distribution(Element element, Lowering out) {
    if (!(element instanceof Node distribution)) {
      return;
    }
    Optional<Node> balancer = balancer(distribution, out);
    Optional<Node> bucket = bucket(distribution, out);
    if (balancer.isEmpty() && bucket.isEmpty()) {
      out.warn(distribution, null, "lower.distribution-of-nothing");
      return;
    }
    Address address = out.address("aws_cloudfront_distribution", distribution.id());
    Optional<Value> certificate = CertificateBlocks.ofDistribution(distribution, out);
    Block.Builder body =
        Block.builder()
            .set("comment", out.words(distribution))
            .set("enabled", true)
            .set("http_version", "http2and3")
            .set("is_ipv6_enabled", true)
            .set("price_class", CloudFront.PRICE_CLASS.of(distribution).code());
    if (certificate.isPresent()) {
      body.set("aliases", aliases(distribution, out));
    } else if (!CloudFront.ALIASES.of(distribution).isEmpty()) {
      out.warn(distribution, CloudFront.ALIASES.name(), "lower.alias-without-certificate");
    }
    String root = CloudFront.ROOT_OBJECT.of(distribution);
    if (balancer.isEmpty() && !root.isEmpty()) {
      body.set("default_root_object", root);
    }
    WafBlocks.ofDistribution(distribution, out).ifPresent(acl -> body.set("web_acl_id", acl));
    body.set("tags", Terms.nameTag(out.tagName(distribution.id())));
    balancer.ifPresent(origin -> body.block("origin", balancerOrigin(origin, out)));
    bucket.ifPresent(origin -> body.block("origin", bucketOrigin(distribution, origin, out)));
    if (balancer.isPresent()) {
      body.block("default_cache_behavior", dynamic(balancer.get(), out));
      bucket.ifPresent(
          origin ->
              body.block(
                  "ordered_cache_behavior",
                  files(
                      Block.builder().set("path_pattern", CloudFront.STATIC_PATH.of(distribution)),
                      origin,
                      out)));
    } else {
      body.block("default_cache_behavior", files(Block.builder(), bucket.orElseThrow(), out));
    }
    out.add(
        distribution,
        address,
        body.block(
                "restrictions",
                Block.builder()
                    .block("geo_restriction", Block.builder().set("restriction_type", "none")))
            .block("viewer_certificate", viewer(certificate))
            .build());
    out.graph()
        .add(
            new Output(
                out.label(distribution.id()) + "_url",
                "Address at which " + out.words(distribution) + " answers.",
                Value.template(Value.of("https://"), address.dot("domain_name"))));
  }

  /// Whether the distribution has anything to answer with.
  static boolean stands(Node distribution, Lowering out) {
    return balancer(distribution, out).isPresent() || bucket(distribution, out).isPresent();
  }

  /// The load balancer that the distribution asks.
  private static Optional<Node> balancer(Node distribution, Lowering out) {
    Optional<Node> used =
        Association.one(distribution, ApplicationLoadBalancer.KIND.id(), out)
            .filter(balancer -> out.around().vpc(balancer).isPresent());
    if (used.filter(one -> BalancerBlocks.serving(one).isEmpty()).isPresent()) {
      once(distribution, "origin-without-listener", out);
      return Optional.empty();
    }
    if (used.filter(CloudFrontBlocks::isInternal).isPresent()) {
      once(distribution, "origin-internal", out);
      return Optional.empty();
    }
    return used;
  }

  private static boolean isInternal(Node balancer) {
    return ApplicationLoadBalancer.SCHEME.of(balancer) == Scheme.INTERNAL;
  }

  /// The bucket whose files the distribution serves.
  private static Optional<Node> bucket(Node distribution, Lowering out) {
    Optional<Node> used = Association.one(distribution, S3Bucket.KIND.id(), out);
    if (used.filter(one -> S3Bucket.PURPOSE.of(one) == S3Bucket.Purpose.LOGS).isPresent()) {
      // Nor could Terraform build it: the load balancer waits for the policy, and that for the
      // distribution.
      once(distribution, "origin-of-logs", out);
      return Optional.empty();
    }
    if (used.filter(one -> S3Bucket.ENCRYPTION.of(one) == S3Bucket.Encryption.SSE_KMS)
        .isPresent()) {
      once(distribution, "origin-encrypted", out);
    }
    return used;
  }

  private static void once(Node distribution, String what, Lowering out) {
    if (out.first(what + " " + distribution.id())) {
      out.warn(distribution, null, "lower." + what);
    }
  }

  /// The distributions that serve the files of a bucket, in drawing order.
  static List<Address> readers(Node bucket, Lowering out) {
    List<Node> users = Association.users(bucket, CloudFront.KIND.id(), out.document());
    return out.document().nodes().stream()
        .filter(users::contains)
        .filter(reader -> bucket(reader, out).filter(bucket::equals).isPresent())
        .map(reader -> out.address("aws_cloudfront_distribution", reader.id()))
        .toList();
  }

  private static Value aliases(Node distribution, Lowering out) {
    String drawn = CloudFront.ALIASES.of(distribution);
    if (!drawn.isEmpty()) {
      return Value.of(Stream.of(drawn.split(",")).distinct().map(Value::of).toList());
    }
    return Value.of(
        Association.one(distribution, Certificate.KIND.id(), out).stream()
            .map(certificate -> CertificateBlocks.domain(certificate, out))
            .toList());
  }

  private static String origin(Node node, Lowering out) {
    return out.label(node.id()).replace('_', '-');
  }

  /// Asked as the viewer asks, by the name that the certificate of the load balancer is for.
  private static Block balancerOrigin(Node balancer, Lowering out) {
    Fields listener = BalancerBlocks.serving(balancer).orElseThrow();
    boolean secure = ApplicationLoadBalancer.LISTENER_PROTOCOL.in(listener) == Protocol.HTTPS;
    int port = ApplicationLoadBalancer.LISTENER_PORT.in(listener);
    return Block.builder()
        .set("origin_id", origin(balancer, out))
        .set("domain_name", out.address("aws_lb", balancer.id()).dot("dns_name"))
        .block(
            "custom_origin_config",
            Block.builder()
                .set("origin_protocol_policy", secure ? "https-only" : "http-only")
                .set("http_port", secure ? 80 : port)
                .set("https_port", secure ? port : 443)
                .set("origin_ssl_protocols", Value.items(Value.of("TLSv1.2"))))
        .build();
  }

  private static Block bucketOrigin(Node distribution, Node bucket, Lowering out) {
    Address control = out.address("aws_cloudfront_origin_access_control", distribution.id());
    out.add(
        distribution,
        control,
        Block.builder()
            .set("name", out.name(distribution.id(), 40))
            .set("description", "Requests of " + out.words(distribution) + " to its bucket")
            .set("origin_access_control_origin_type", "s3")
            .set("signing_behavior", "always")
            .set("signing_protocol", "sigv4")
            .build());
    return Block.builder()
        .set("origin_id", origin(bucket, out))
        .set(
            "domain_name",
            out.address("aws_s3_bucket", bucket.id()).dot("bucket_regional_domain_name"))
        .set("origin_access_control_id", Terms.id(control))
        .build();
  }

  private static Block dynamic(Node balancer, Lowering out) {
    return Block.builder()
        .set("target_origin_id", origin(balancer, out))
        .set("viewer_protocol_policy", "redirect-to-https")
        .set("allowed_methods", methods("DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"))
        .set("cached_methods", methods("GET", "HEAD"))
        .set("compress", true)
        .set("cache_policy_id", CACHING_DISABLED)
        .set("origin_request_policy_id", ALL_VIEWER)
        .build();
  }

  private static Block files(Block.Builder begun, Node bucket, Lowering out) {
    return begun
        .set("target_origin_id", origin(bucket, out))
        .set("viewer_protocol_policy", "redirect-to-https")
        .set("allowed_methods", methods("GET", "HEAD", "OPTIONS"))
        .set("cached_methods", methods("GET", "HEAD"))
        .set("compress", true)
        .set("cache_policy_id", CACHING_OPTIMIZED)
        .set("response_headers_policy_id", SECURITY_HEADERS)
        .build();
  }

  private static Value methods(String... names) {
    return Value.of(Stream.of(names).map(Value::of).toList());
  }

  /// Without a certificate of its own it answers under its own name only, and AWS chooses the protocol.
  private static Block viewer(Optional<Value> certificate) {
    return certificate
        .map(
            arn ->
                Block.builder()
                    .set("acm_certificate_arn", arn)
                    .set("minimum_protocol_version", "TLSv1.2_2021")
                    .set("ssl_support_method", "sni-only")
                    .build())
        .orElseGet(() -> Block.builder().set("cloudfront_default_certificate", true).build());
  }
}
