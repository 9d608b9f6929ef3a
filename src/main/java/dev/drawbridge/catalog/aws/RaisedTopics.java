package dev.drawbridge.catalog.aws;

import dev.drawbridge.catalog.RaisedNode;
import dev.drawbridge.catalog.Raising;
import dev.drawbridge.resource.Resource;
import java.util.Optional;

/// SNS topics recognised in Terraform: the way back of [TopicBlocks].
final class RaisedTopics {
  private RaisedTopics() {}

  static void topic(Resource resource, Raising in) {
    if (isOfRegion(resource, in)) {
      return;
    }
    RaisedNode topic = in.node(SnsTopic.KIND, resource).in(in.region(resource));
    topic.set(SnsTopic.ENCRYPTED, resource.get("kms_master_key_id") != null);
    in.told(Terms.arn(resource.address()), "ARN of the SNS topic ", ".").ifPresent(topic::worded);
  }

  /// A region's own topic for alarms comes with what is watched there.
  private static boolean isOfRegion(Resource resource, Raising in) {
    return resource.get("tags") == null
        && resource.address().name().startsWith("alarms_")
        && in.named(resource.get("name")).equals(Optional.of("alarms"));
  }
}
