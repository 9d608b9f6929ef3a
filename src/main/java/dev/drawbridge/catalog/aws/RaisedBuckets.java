package dev.drawbridge.catalog.aws;

import dev.drawbridge.catalog.Arguments;
import dev.drawbridge.catalog.RaisedNode;
import dev.drawbridge.catalog.Raising;
import dev.drawbridge.catalog.aws.S3Bucket.Encryption;
import dev.drawbridge.catalog.aws.S3Bucket.Purpose;
import dev.drawbridge.resource.Block;
import dev.drawbridge.resource.Resource;
import java.util.Set;

/// Buckets recognised in Terraform: the way back of [StorageBlocks]. What is said of a bucket is said by
/// resources of their own; what none says is off.
final class RaisedBuckets {
  private static final Set<String> BALANCERS = Set.of("aws_lb", "aws_alb", "aws_elb");

  private RaisedBuckets() {}

  static void bucket(Resource resource, Raising in) {
    RaisedNode bucket =
        in.node(S3Bucket.KIND, resource)
            .in(in.region(resource))
            .with(S3Bucket.PURPOSE, purpose(resource, in));
    in.told(Terms.id(resource.address()), "Name of the bucket ", ".").ifPresent(bucket::worded);
    Block access = said(resource, "public_access_block", bucket, in);
    bucket.set(S3Bucket.BLOCK_PUBLIC_ACCESS, Arguments.isTrue(access, "block_public_policy"));
    Block encryption = said(resource, "server_side_encryption_configuration", bucket, in);
    Block usual =
        Arguments.block(
            Arguments.block(encryption, "rule"), "apply_server_side_encryption_by_default");
    bucket.set(
        S3Bucket.ENCRYPTION,
        Arguments.text(usual, "sse_algorithm").startsWith("aws:kms")
            ? Encryption.SSE_KMS
            : Encryption.SSE_S3);
    Block versioning = said(resource, "versioning", bucket, in);
    bucket.set(
        S3Bucket.VERSIONING,
        Arguments.text(Arguments.block(versioning, "versioning_configuration"), "status")
            .equals("Enabled"));
    Block rule = Arguments.block(said(resource, "lifecycle_configuration", bucket, in), "rule");
    bucket.set(
        S3Bucket.EXPIRE_AFTER, Arguments.whole(Arguments.block(rule, "expiration"), "days", 0));
    bucket.set(
        S3Bucket.KEEP_OLD_VERSIONS,
        Arguments.whole(
            Arguments.block(rule, "noncurrent_version_expiration"), "noncurrent_days", 0));
  }

  /// Logs come from load balancers, or may be destroyed with their bucket.
  private static Purpose purpose(Resource bucket, Raising in) {
    boolean logs =
        bucket.get("force_destroy") != null
            || in.graph().referrers(bucket.address()).stream()
                .anyMatch(user -> BALANCERS.contains(user.type()));
    return logs && !RaisedDistributions.serves(bucket, in) ? Purpose.LOGS : Purpose.STATIC;
  }

  private static Block said(Resource bucket, String what, RaisedNode node, Raising in) {
    for (Resource resource : in.graph().referrers(bucket.address())) {
      if (resource.type().equals("aws_s3_bucket_" + what)
          && Arguments.targets(resource.get("bucket")).contains(bucket.address())) {
        in.claim(node, resource.address());
        return resource.body();
      }
    }
    return Block.EMPTY;
  }
}
