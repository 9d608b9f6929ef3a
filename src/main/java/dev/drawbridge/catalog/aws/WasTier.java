package dev.drawbridge.catalog.aws;

import dev.drawbridge.catalog.Group;
import dev.drawbridge.catalog.Kind;
import dev.drawbridge.catalog.Property;

/// Application servers (WAS). They run where a web tier may run, and are never to be reached from outside
/// but through an internal load balancer.
public final class WasTier {
  /// What serves the application.
  public enum Software {
    TOMCAT("Tomcat"),
    SPRING_BOOT("Spring Boot"),
    NODE("Node.js"),
    OTHER("");

    private final String title;

    Software(String title) {
      this.title = title;
    }
  }

  public static final Property<Software> SOFTWARE =
      Property.choice("software", Software.class, Software.SPRING_BOOT);

  public static final Property<Integer> PORT = Property.port("port", 8080);

  public static final Kind KIND =
      Kind.named("tier.was")
          .in(Group.COMPUTE)
          .icon("was-tier")
          .placedIn("aws.vpc", "aws.subnet", "aws.autoscaling_group")
          .spanning("aws.subnet")
          .properties(
              SOFTWARE,
              PORT,
              Instances.HEALTH_PATH,
              Instances.PUBLIC_IP,
              Instances.PER_SUBNET,
              Instances.INSTANCE_TYPE.defaulting("t3.medium"),
              Instances.AMI,
              Instances.ROOT_VOLUME)
          .size(168, 64)
          .detail(e -> (SOFTWARE.of(e).title + " " + PORT.of(e)).strip())
          .entry(e -> "HTTP " + PORT.of(e))
          .build();

  private WasTier() {}
}
