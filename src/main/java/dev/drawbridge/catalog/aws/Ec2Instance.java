package dev.drawbridge.catalog.aws;

import dev.drawbridge.catalog.Group;
import dev.drawbridge.catalog.Kind;
import dev.drawbridge.catalog.Lowering;
import dev.drawbridge.catalog.Port;
import dev.drawbridge.catalog.Property;
import dev.drawbridge.catalog.Trait;
import dev.drawbridge.model.Node;
import dev.drawbridge.resource.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Single EC2 instances of whatever their image runs. Where they stand between the internet and the data
/// decides to which zone they belong.
public final class Ec2Instance {
  public static final Property<Integer> PORT = Property.port("port", 80);

  public static final Kind KIND =
      Kind.named("aws.instance")
          .in(Group.COMPUTE)
          .icon("ec2")
          .placedIn("aws.vpc", "aws.subnet")
          .spanning("aws.subnet")
          .traits(Trait.SENDS, Trait.GROUPED)
          .runs(new Whatever())
          .reachedAt(InstanceBlocks::endpoint)
          .listening((node, _) -> List.of(Port.tcp(PORT.of(node))))
          .properties(PORT, Instances.HEALTH_PATH)
          .section(
              "instances",
              Instances.PUBLIC_IP,
              Instances.PER_SUBNET,
              Instances.INSTANCE_TYPE,
              Instances.AMI,
              Instances.ROOT_VOLUME)
          .size(160, 64)
          .detail(e -> Instances.INSTANCE_TYPE.of(e) + " " + PORT.of(e))
          .entry(e -> "TCP " + PORT.of(e))
          .lower(InstanceBlocks::tier)
          .raise("aws_security_group", RaisedTiers::instance)
          .build();

  private Ec2Instance() {}

  /// What is in the image.
  private static final class Whatever implements ServerWorkload {
    @Override
    public String tier() {
      return "instance";
    }

    @Override
    public String healthPath(Node node) {
      return Instances.HEALTH_PATH.of(node);
    }

    @Override
    public int shutdown(Node node) {
      return Instances.SHUTDOWN.fallback();
    }

    @Override
    public @Nullable Value script(Node node, Lowering out) {
      return null;
    }
  }
}
