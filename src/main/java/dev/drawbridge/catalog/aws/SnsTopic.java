package dev.drawbridge.catalog.aws;

import dev.drawbridge.catalog.Group;
import dev.drawbridge.catalog.Kind;
import dev.drawbridge.catalog.Property;

/// An SNS topic: whatever is published to it is sent on to those who subscribed. Their addresses are an
/// input of the Terraform.
public final class SnsTopic {
  public static final Property<Boolean> ENCRYPTED = Property.flag("topicEncrypted", true);

  public static final Kind KIND =
      Kind.named("aws.sns_topic")
          .in(Group.OPERATIONS)
          .icon("sns")
          .placedIn("aws.region")
          .properties(ENCRYPTED)
          .size(160, 64)
          .lower(TopicBlocks::topic)
          .raise("aws_sns_topic", RaisedTopics::topic)
          .build();

  private SnsTopic() {}
}
