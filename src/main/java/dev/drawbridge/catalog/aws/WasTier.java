package dev.drawbridge.catalog.aws;

import dev.drawbridge.catalog.Group;
import dev.drawbridge.catalog.Kind;
import dev.drawbridge.catalog.Port;
import dev.drawbridge.catalog.Property;
import dev.drawbridge.catalog.Trait;
import dev.drawbridge.catalog.Zone;
import java.util.List;

/// Application servers (WAS). They run where a web tier may run, and are never to be reached from outside
/// but through an internal load balancer.
public final class WasTier {
  /// What serves the application.
  public enum Software {
    /// As unpacked from its archive; the package of the distribution lags behind.
    TOMCAT(
        "Tomcat",
        "java-21-amazon-corretto-headless",
        "/opt/tomcat/bin/catalina.sh",
        "/opt/tomcat/bin/catalina.sh run"),
    SPRING_BOOT(
        "Spring Boot",
        "java-21-amazon-corretto-headless",
        "/opt/app/app.jar",
        "java -jar /opt/app/app.jar --server.port=$APP_PORT"),
    NODE("Node.js", "nodejs20", "/opt/app/server.js", "node /opt/app/server.js"),
    OTHER("", "", "/opt/app/start", "/opt/app/start");

    private final String title;
    private final String packages;
    private final String artifact;
    private final String command;

    Software(String title, String packages, String artifact, String command) {
      this.title = title;
      this.packages = packages;
      this.artifact = artifact;
      this.command = command;
    }

    /// What Amazon Linux is to install for it, separated by blanks.
    String packages() {
      return packages;
    }

    /// The file whose presence means that the application was deployed.
    String artifact() {
      return artifact;
    }

    /// How it is started.
    String command() {
      return command;
    }
  }

  public static final Property<Software> SOFTWARE =
      Property.choice("software", Software.class, Software.SPRING_BOOT);

  public static final Property<Integer> PORT = Property.port("port", 8080);

  public static final Property<Integer> SHUTDOWN = Instances.SHUTDOWN;

  public static final Property<String> INSTANCE_TYPE =
      Instances.INSTANCE_TYPE.defaulting("t3.medium");

  public static final Kind KIND =
      Kind.named("tier.was")
          .in(Group.COMPUTE)
          .icon("was-tier")
          .placedIn("aws.vpc", "aws.subnet", "aws.autoscaling_group", "aws.ecs_service")
          .spanning("aws.subnet")
          .traits(Trait.SENDS, Trait.GROUPED)
          .runs(new WasWorkload())
          .reachedAt(InstanceBlocks::endpoint)
          .listening((node, _) -> List.of(Port.tcp(PORT.of(node))))
          .zone(Zone.APP)
          .properties(SOFTWARE, PORT, Instances.HEALTH_PATH, SHUTDOWN)
          .section("runtime", Instances.RUNTIME, Instances.IMAGE)
          .section(
              "instances",
              Instances.PUBLIC_IP,
              Instances.PER_SUBNET,
              INSTANCE_TYPE,
              Instances.AMI,
              Instances.ROOT_VOLUME)
          .size(168, 64)
          .detail(e -> (SOFTWARE.of(e).title + " " + PORT.of(e)).strip())
          .entry(e -> "HTTP " + PORT.of(e))
          .lower(InstanceBlocks::tier)
          .raise("aws_security_group", RaisedTiers::was)
          .raiseLast(RaisedTiers::last)
          .build();

  private WasTier() {}
}
