package dev.drawbridge.catalog.aws;

import dev.drawbridge.catalog.Group;
import dev.drawbridge.catalog.Kind;
import dev.drawbridge.catalog.Property;
import dev.drawbridge.catalog.Role;

/// An AWS region: a provider configuration in Terraform.
public final class Region {
  /// The region's code.
  public static final Property<String> CODE =
      Property.shaped("region", "region", "[a-z]{2}(-[a-z]+)+-[0-9]", "ap-northeast-2")
          .suggesting(
              "ap-northeast-2",
              "ap-northeast-1",
              "ap-northeast-3",
              "ap-southeast-1",
              "ap-southeast-2",
              "ap-south-1",
              "us-east-1",
              "us-east-2",
              "us-west-2",
              "ca-central-1",
              "sa-east-1",
              "eu-central-1",
              "eu-west-1",
              "eu-west-2",
              "eu-west-3",
              "eu-north-1");

  /// Stands before the letters of availability zones where nothing tells the region.
  public static final String UNKNOWN = "region-";

  public static final Kind KIND =
      Kind.named("aws.region")
          .in(Group.PLACES)
          .role(Role.CONTAINER)
          .icon("region")
          .placedIn(Kind.TOP)
          .properties(CODE)
          .size(1080, 760)
          .detail(CODE::of)
          .build();

  private Region() {}
}
