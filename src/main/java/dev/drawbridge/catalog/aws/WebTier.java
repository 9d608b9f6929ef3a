package dev.drawbridge.catalog.aws;

import dev.drawbridge.catalog.Group;
import dev.drawbridge.catalog.Kind;
import dev.drawbridge.catalog.Port;
import dev.drawbridge.catalog.Property;
import dev.drawbridge.catalog.Trait;
import dev.drawbridge.catalog.Zone;
import java.util.List;

/// nginx web servers. Inside an Auto Scaling group they run on its instances; otherwise on single ones in
/// the subnets that the tier spans, or in the one that it stands in.
public final class WebTier {
  public static final Property<Integer> PORT = Property.port("port", 80);

  /// `auto` means one a processor core.
  public static final Property<String> WORKER_PROCESSES =
      Property.shaped("workerProcesses", "worker-processes", "auto|[1-9][0-9]{0,2}", "auto")
          .suggesting("auto", "1", "2", "4", "8");

  public static final Property<Integer> WORKER_CONNECTIONS =
      Property.whole("workerConnections", 16, 1_000_000, "", 4096);

  /// How many client connections all servers of the tier together are to hold at the same time.
  public static final Property<Integer> EXPECTED_CONNECTIONS =
      Property.whole("expectedConnections", 0, 100_000_000, "", 1000);

  public static final Property<String> DOCUMENT_ROOT =
      Property.shaped(
          "documentRoot",
          "directory",
          "(/[A-Za-z0-9_-][A-Za-z0-9_.-]{0,63}){1,8}",
          "/usr/share/nginx/html");

  /// What is shown for a path that is not there; empty leaves it to nginx.
  public static final Property<String> NOT_FOUND_PAGE = page("notFoundPage", "/404.html");

  /// What is shown when nginx or the application fails; empty leaves it to nginx.
  public static final Property<String> ERROR_PAGE = page("errorPage", "/50x.html");

  public static final Property<Integer> SHUTDOWN = Instances.SHUTDOWN.defaulting(30);

  public static final Kind KIND =
      Kind.named("tier.web")
          .in(Group.COMPUTE)
          .icon("web-tier")
          .placedIn("aws.vpc", "aws.subnet", "aws.autoscaling_group", "aws.ecs_service")
          .spanning("aws.subnet")
          .traits(Trait.SENDS, Trait.GROUPED)
          .runs(new WebWorkload())
          .reachedAt(InstanceBlocks::endpoint)
          .listening((node, _) -> List.of(Port.tcp(PORT.of(node))))
          .zone(Zone.DMZ)
          .properties(
              PORT,
              Instances.HEALTH_PATH,
              WORKER_PROCESSES,
              WORKER_CONNECTIONS,
              EXPECTED_CONNECTIONS,
              DOCUMENT_ROOT,
              NOT_FOUND_PAGE,
              ERROR_PAGE,
              SHUTDOWN)
          .section("runtime", Instances.RUNTIME, Instances.IMAGE)
          .section(
              "instances",
              Instances.PUBLIC_IP,
              Instances.PER_SUBNET,
              Instances.INSTANCE_TYPE,
              Instances.AMI,
              Instances.ROOT_VOLUME)
          .size(168, 64)
          .detail(
              e ->
                  "nginx "
                      + PORT.of(e)
                      + " · "
                      + WORKER_PROCESSES.of(e)
                      + " × "
                      + WORKER_CONNECTIONS.of(e))
          .entry(e -> "HTTP " + PORT.of(e))
          .lower(InstanceBlocks::tier)
          .raise("aws_security_group", RaisedTiers::web)
          .build();

  private WebTier() {}

  private static Property<String> page(String name, String fallback) {
    return Property.shaped(name, "page", "|(/[A-Za-z0-9_-][A-Za-z0-9_.-]{0,63}){1,8}", fallback);
  }
}
