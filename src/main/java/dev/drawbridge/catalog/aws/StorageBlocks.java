package dev.drawbridge.catalog.aws;

import dev.drawbridge.catalog.Lowering;
import dev.drawbridge.model.Element;
import dev.drawbridge.model.Node;
import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Block;
import dev.drawbridge.resource.Output;
import dev.drawbridge.resource.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Buckets in Terraform, and who may write to them.
final class StorageBlocks {
  private static final String BUCKET = "aws_s3_bucket";

  /// After so many days the parts of an upload that nobody finished are thrown away.
  private static final int UNFINISHED_DAYS = 7;

  private static final String S3_KEYS_ONLY =
      "Load balancers deliver to buckets with keys of S3 only.";

  private StorageBlocks() {}

  static void bucket(Element element, Lowering out) {
    if (!(element instanceof Node bucket)) {
      return;
    }
    Address address = out.address(BUCKET, bucket.id());
    Block.Builder body =
        Block.builder().set("bucket_prefix", Terms.prefix(out.name(bucket.id(), 12)));
    boolean logs = S3Bucket.PURPOSE.of(bucket) == S3Bucket.Purpose.LOGS;
    boolean managed = S3Bucket.ENCRYPTION.of(bucket) == S3Bucket.Encryption.SSE_KMS;
    if (logs) {
      // AWS writes a file of its own at once, and a bucket with content is not deleted otherwise.
      body.set("force_destroy", AccountBlocks.released(out))
          .accept("CKV_AWS_18", "It holds logs; to log who reads them would log that in turn.");
      if (!managed) {
        body.accept("CKV_AWS_145", S3_KEYS_ONLY);
      }
    }
    out.add(bucket, address, body.set("tags", Terms.nameTag(out.tagName(bucket.id()))).build());
    boolean closed = S3Bucket.BLOCK_PUBLIC_ACCESS.of(bucket);
    out.add(
        bucket,
        part("public_access_block", bucket, out),
        of(bucket, out)
            .set("block_public_acls", closed)
            .set("block_public_policy", closed)
            .set("ignore_public_acls", closed)
            .set("restrict_public_buckets", closed)
            .build());
    Block.Builder rule =
        Block.builder()
            .block(
                "apply_server_side_encryption_by_default",
                Block.builder().set("sse_algorithm", managed ? "aws:kms" : "AES256"));
    Block.Builder encryption =
        of(bucket, out).block("rule", managed ? rule.set("bucket_key_enabled", true) : rule);
    if (logs && !managed) {
      encryption.accept("AVD-AWS-0132", S3_KEYS_ONLY);
    }
    out.add(bucket, part("server_side_encryption_configuration", bucket, out), encryption.build());
    out.add(
        bucket,
        part("versioning", bucket, out),
        of(bucket, out)
            .block(
                "versioning_configuration",
                Block.builder()
                    .set("status", S3Bucket.VERSIONING.of(bucket) ? "Enabled" : "Suspended"))
            .build());
    lifecycle(bucket, out);
    policy(bucket, address, out);
    out.graph()
        .add(
            new Output(
                out.label(bucket.id()) + "_bucket",
                "Name of the bucket " + out.words(bucket) + ".",
                Terms.id(address)));
  }

  private static Address part(String what, Node bucket, Lowering out) {
    return out.address(BUCKET + "_" + what, bucket.id());
  }

  private static Block.Builder of(Node bucket, Lowering out) {
    return Block.builder().set("bucket", Terms.id(out.address(BUCKET, bucket.id())));
  }

  private static void lifecycle(Node bucket, Lowering out) {
    Block.Builder rule =
        Block.builder()
            .set("id", "expire")
            .set("status", "Enabled")
            .block("filter", Block.EMPTY)
            .block(
                "abort_incomplete_multipart_upload",
                Block.builder().set("days_after_initiation", UNFINISHED_DAYS));
    int days = S3Bucket.EXPIRE_AFTER.of(bucket);
    if (days > 0) {
      rule.block("expiration", Block.builder().set("days", days));
    }
    int old = S3Bucket.KEEP_OLD_VERSIONS.of(bucket);
    if (old > 0) {
      rule.block("noncurrent_version_expiration", Block.builder().set("noncurrent_days", old));
    }
    out.add(
        bucket,
        part("lifecycle_configuration", bucket, out),
        of(bucket, out)
            .set("depends_on", Value.items(Terms.whole(part("versioning", bucket, out))))
            .block("rule", rule)
            .build());
  }

  private static void policy(Node bucket, Address address, Lowering out) {
    Value inside = Value.template(Terms.arn(address), Value.of("/*"));
    List<Block> statements = new ArrayList<>();
    writer(bucket, ApplicationLoadBalancer.KIND.id(), out)
        .or(() -> writer(bucket, ClassicLoadBalancer.KIND.id(), out))
        .ifPresent(user -> statements.add(delivery(address, user, out)));
    writer(bucket, NetworkLoadBalancer.KIND.id(), out)
        .ifPresent(user -> statements.addAll(networkDelivery(address, user, out)));
    List<Address> readers = CloudFrontBlocks.readers(bucket, out);
    if (!readers.isEmpty()) {
      statements.add(
          Block.builder()
              .set("sid", "CloudFront")
              .set("actions", Value.items(Value.of("s3:GetObject")))
              .set("resources", Value.items(inside))
              .block(
                  "principals",
                  AccountBlocks.principal("Service", Value.of("cloudfront.amazonaws.com")))
              .block(
                  "condition",
                  Block.builder()
                      .set("test", "StringEquals")
                      .set("variable", "AWS:SourceArn")
                      .set("values", Value.of(readers.stream().map(Terms::arn).toList())))
              .build());
    }
    statements.add(
        Block.builder()
            .set("sid", "DenyPlainHttp")
            .set("effect", "Deny")
            .set("actions", Value.items(Value.of("s3:*")))
            .set("resources", Value.items(Terms.arn(address), inside))
            .block("principals", AccountBlocks.principal("*", Value.of("*")))
            .block(
                "condition",
                AccountBlocks.condition("Bool", "aws:SecureTransport", Value.of("false")))
            .build());
    Value document =
        AccountBlocks.document(
            out.address("aws_iam_policy_document", bucket.id(), "bucket"),
            out,
            statements.toArray(Block[]::new));
    out.add(
        bucket,
        policyOf(bucket, out),
        of(bucket, out)
            .set("policy", document)
            .set("depends_on", Value.items(Terms.whole(part("public_access_block", bucket, out))))
            .build());
  }

  /// What says who may write to a bucket.
  static Address policyOf(Node bucket, Lowering out) {
    return part("policy", bucket, out);
  }

  /// A load balancer that writes its access logs to the bucket, if any does.
  private static Optional<Node> writer(Node bucket, String kind, Lowering out) {
    return Association.users(bucket, kind, out.document()).stream()
        .filter(balancer -> logs(balancer, out).filter(bucket::equals).isPresent())
        .findFirst();
  }

  /// Elastic Load Balancing, on behalf of this account.
  private static Block delivery(Address bucket, Node user, Lowering out) {
    return Block.builder()
        .set("sid", "LoadBalancerLogs")
        .set("actions", Value.items(Value.of("s3:PutObject")))
        .set(
            "resources",
            Value.items(
                Value.template(
                    Terms.arn(bucket),
                    Value.of("/*/AWSLogs/"),
                    AccountBlocks.account(user, out),
                    Value.of("/*"))))
        .block(
            "principals",
            AccountBlocks.principal(
                "Service", Value.of("logdelivery.elasticloadbalancing.amazonaws.com")))
        .build();
  }

  /// Network Load Balancers have their logs delivered as CloudWatch has, which also looks whose bucket it is.
  private static List<Block> networkDelivery(Address bucket, Node user, Lowering out) {
    Block service = AccountBlocks.principal("Service", Value.of("delivery.logs.amazonaws.com"));
    Block ours =
        AccountBlocks.condition(
            "StringEquals", "aws:SourceAccount", AccountBlocks.account(user, out));
    return List.of(
        Block.builder()
            .set("sid", "NetworkLoadBalancerLogs")
            .set("actions", Value.items(Value.of("s3:PutObject")))
            .set(
                "resources",
                Value.items(
                    Value.template(
                        Terms.arn(bucket),
                        Value.of("/*/AWSLogs/"),
                        AccountBlocks.account(user, out),
                        Value.of("/*"))))
            .block("principals", service)
            .block(
                "condition",
                AccountBlocks.condition(
                    "StringEquals", "s3:x-amz-acl", Value.of("bucket-owner-full-control")))
            .block("condition", ours)
            .build(),
        Block.builder()
            .set("sid", "NetworkLoadBalancerLogsCheck")
            .set("actions", Value.items(Value.of("s3:GetBucketAcl")))
            .set("resources", Value.items(Terms.arn(bucket)))
            .block("principals", service)
            .block("condition", ours)
            .build());
  }

  /// The bucket to which a load balancer writes its access logs: the one that it uses, in its own region.
  static Optional<Node> logs(Node balancer, Lowering out) {
    Optional<Node> bucket = Association.one(balancer, S3Bucket.KIND.id(), out);
    if (bucket.isEmpty() || out.around().vpc(balancer).isEmpty()) {
      return Optional.empty();
    }
    if (S3Bucket.PURPOSE.of(bucket.get()) != S3Bucket.Purpose.LOGS) {
      if (out.first("purpose for " + balancer.id())) {
        out.warn(balancer, null, "lower.logs-among-files");
      }
      return Optional.empty();
    }
    if (!out.around().regionCode(bucket.get()).equals(out.around().regionCode(balancer))) {
      if (out.first("logs of " + balancer.id())) {
        out.warn(balancer, null, "lower.logs-elsewhere");
      }
      return Optional.empty();
    }
    if (S3Bucket.ENCRYPTION.of(bucket.get()) != S3Bucket.Encryption.SSE_S3
        && out.first("key of " + bucket.get().id())) {
      out.warn(bucket.get(), S3Bucket.ENCRYPTION.name(), "lower.logs-encrypted");
    }
    return bucket;
  }
}
