package dev.drawbridge.catalog.aws;

import dev.drawbridge.catalog.Group;
import dev.drawbridge.catalog.Kind;
import dev.drawbridge.catalog.Property;
import dev.drawbridge.catalog.PropertyType;
import dev.drawbridge.model.Fields;

/// An S3 bucket: for the access logs of those that use it, or for static files. Private either way, and
/// only ever asked over TLS.
public final class S3Bucket {
  /// What lies in it.
  public enum Purpose {
    /// What load balancers and others write down.
    LOGS,
    /// Files that a distribution serves.
    STATIC
  }

  /// Whose key encrypts what lies in it.
  public enum Encryption {
    /// Keys that S3 keeps itself; load balancers can write to no other bucket.
    SSE_S3,
    /// A key of AWS KMS that AWS manages, whose use is logged.
    SSE_KMS
  }

  public static final Property<Purpose> PURPOSE =
      Property.choice("bucketPurpose", Purpose.class, Purpose.LOGS);

  public static final Property<Boolean> VERSIONING = Property.flag("versioning", true);

  public static final Property<Encryption> ENCRYPTION =
      Property.choice("bucketEncryption", Encryption.class, Encryption.SSE_S3);

  public static final Property<Boolean> BLOCK_PUBLIC_ACCESS =
      Property.flag("blockPublicAccess", true);

  /// Days after which an object is deleted; 0 keeps it.
  public static final Property<Integer> EXPIRE_AFTER =
      Property.whole("expireAfter", 0, 3650, "d", 0);

  /// Days for which an object that was overwritten or deleted can be brought back; 0 keeps it for good.
  public static final Property<Integer> KEEP_OLD_VERSIONS =
      Property.whole("keepOldVersions", 0, 3650, "d", 30);

  public static final Kind KIND =
      Kind.named("aws.s3_bucket")
          .in(Group.OPERATIONS)
          .icon("s3")
          .placedIn("aws.region")
          .properties(
              PURPOSE, VERSIONING, ENCRYPTION, BLOCK_PUBLIC_ACCESS, EXPIRE_AFTER, KEEP_OLD_VERSIONS)
          .preset(
              "aws.s3_bucket.logs",
              "s3",
              EXPIRE_AFTER.set(PURPOSE.set(Fields.NONE, Purpose.LOGS), 365))
          .preset("aws.s3_bucket.static", "s3", PURPOSE.set(Fields.NONE, Purpose.STATIC))
          .size(160, 64)
          .detail(bucket -> "S3 " + PropertyType.Choice.key(PURPOSE.of(bucket)))
          .lower(StorageBlocks::bucket)
          .raise("aws_s3_bucket", RaisedBuckets::bucket)
          .build();

  private S3Bucket() {}
}
