package dev.drawbridge.catalog.aws;

import dev.drawbridge.catalog.Arguments;
import dev.drawbridge.catalog.RaisedNode;
import dev.drawbridge.catalog.Raising;
import dev.drawbridge.catalog.aws.CloudFront.PriceClass;
import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Block;
import dev.drawbridge.resource.Resource;
import dev.drawbridge.resource.Value;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Distributions recognised in Terraform: the way back of [CloudFrontBlocks].
final class RaisedDistributions {
  private RaisedDistributions() {}

  static void distribution(Resource resource, Raising in) {
    List<Address> origins = origins(resource);
    RaisedNode distribution =
        in.node(CloudFront.KIND, resource)
            .reading(
                CloudFront.STATIC_PATH,
                Arguments.block(resource.body(), "ordered_cache_behavior").get("path_pattern"));
    in.text(resource.get("comment")).ifPresent(distribution::worded);
    if (resource.get("aliases") instanceof Value.Items(List<Value> names)
        && names.stream().allMatch(Value.Text.class::isInstance)) {
      distribution.set(
          CloudFront.ALIASES,
          names.stream().map(name -> ((Value.Text) name).value()).collect(Collectors.joining(",")));
    }
    if (origins.stream().noneMatch(origin -> origin.type().matches("aws_a?lb"))) {
      distribution.set(
          CloudFront.ROOT_OBJECT, Arguments.text(resource.body(), "default_root_object"));
    }
    Stream.of(PriceClass.values())
        .filter(each -> each.code().equals(Arguments.text(resource.body(), "price_class")))
        .forEach(each -> distribution.set(CloudFront.PRICE_CLASS, each));
    for (Block origin : resource.body().blocks("origin")) {
      Arguments.targets(origin.get("origin_access_control_id"))
          .forEach(control -> in.claim(distribution, control));
    }
  }

  /// What it asks for what it has not kept.
  static List<Address> origins(Resource distribution) {
    return distribution.body().blocks("origin").stream()
        .flatMap(origin -> Arguments.targets(origin.get("domain_name")).stream())
        .toList();
  }

  /// Whether a distribution serves what lies in a bucket.
  static boolean serves(Resource bucket, Raising in) {
    return in.graph().ofType("aws_cloudfront_distribution").stream()
        .anyMatch(distribution -> origins(distribution).contains(bucket.address()));
  }

  /// Whether a distribution shows a certificate to its clients.
  static boolean shows(Resource certificate, Raising in) {
    List<Address> names =
        Stream.concat(
                Stream.of(certificate.address()),
                in.graph().referrers(certificate.address()).stream()
                    .filter(user -> user.type().equals("aws_acm_certificate_validation"))
                    .map(Resource::address))
            .toList();
    return in.graph().ofType("aws_cloudfront_distribution").stream()
        .map(distribution -> Arguments.block(distribution.body(), "viewer_certificate"))
        .flatMap(viewer -> Arguments.targets(viewer.get("acm_certificate_arn")).stream())
        .anyMatch(names::contains);
  }
}
