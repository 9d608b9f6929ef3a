package dev.drawbridge.catalog.aws;

import dev.drawbridge.catalog.Group;
import dev.drawbridge.catalog.Kind;
import dev.drawbridge.catalog.Port;
import dev.drawbridge.catalog.Property;
import dev.drawbridge.catalog.Trait;
import dev.drawbridge.catalog.aws.ApplicationLoadBalancer.Scheme;
import dev.drawbridge.model.Element;
import dev.drawbridge.model.Fields;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A Network Load Balancer: passes on TCP and UDP without looking into it. Each listener leads to one target
/// group: that of the arrow which opens the listener's own port, or else of the first arrow.
public final class NetworkLoadBalancer {
  /// What a listener takes.
  public enum Protocol {
    TCP,
    UDP,
    /// Both on one port, such as DNS.
    TCP_UDP,
    /// Ends TLS and passes on TCP.
    TLS
  }

  /// How health is asked for.
  public enum HealthProtocol {
    /// A connection is enough.
    TCP,
    HTTP
  }

  public static final Property<Protocol> PROTOCOL =
      Property.choice("listenerProtocol", Protocol.class, Protocol.TCP);

  public static final Property<List<Fields>> LISTENERS =
      Property.rows(
          "listeners",
          List.of(
              ApplicationLoadBalancer.LISTENER_PORT, PROTOCOL, ApplicationLoadBalancer.TLS_POLICY),
          List.of(listener(443, Protocol.TLS)));

  /// Whether targets of TCP see the address of the client; those of UDP always do.
  public static final Property<Boolean> PRESERVE_CLIENT_IP =
      Property.flag("preserveClientIp", true);

  public static final Property<HealthProtocol> HEALTH_CHECK_PROTOCOL =
      Property.choice("healthCheckProtocol", HealthProtocol.class, HealthProtocol.TCP);

  public static final Kind KIND =
      Kind.named("aws.nlb")
          .in(Group.LOAD_BALANCING)
          .icon("nlb-public")
          .iconBy(NetworkLoadBalancer::icon)
          .placedIn("aws.vpc")
          .traits(Trait.SENDS, Trait.GROUPED, Trait.BALANCER)
          .listening(
              (node, _) -> LISTENERS.of(node).stream().flatMap(NetworkLoadBalancer::ports).toList())
          .spanning("aws.subnet")
          .using("aws.s3_bucket", "aws.certificate", "aws.alarm")
          .properties(
              ApplicationLoadBalancer.SCHEME,
              LISTENERS,
              ApplicationLoadBalancer.CERTIFICATE_ARN,
              PRESERVE_CLIENT_IP)
          .section(
              "health",
              HEALTH_CHECK_PROTOCOL,
              ApplicationLoadBalancer.HEALTH_CHECK_PATH,
              ApplicationLoadBalancer.MATCHER,
              ApplicationLoadBalancer.HEALTH_CHECK_INTERVAL,
              ApplicationLoadBalancer.HEALTH_CHECK_TIMEOUT,
              ApplicationLoadBalancer.HEALTHY_THRESHOLD,
              ApplicationLoadBalancer.UNHEALTHY_THRESHOLD)
          .section(
              "targets",
              ApplicationLoadBalancer.DEREGISTRATION_DELAY,
              ApplicationLoadBalancer.STICKINESS,
              ApplicationLoadBalancer.CROSS_ZONE)
          .section("operation", ApplicationLoadBalancer.DELETION_PROTECTION)
          .preset(
              "aws.nlb.public",
              "nlb-public",
              ApplicationLoadBalancer.SCHEME.set(Fields.NONE, Scheme.INTERNET_FACING))
          .preset(
              "aws.nlb.internal",
              "nlb-internal",
              LISTENERS.set(
                  ApplicationLoadBalancer.SCHEME.set(Fields.NONE, Scheme.INTERNAL),
                  List.of(listener(8080, Protocol.TCP))))
          .size(200, 64)
          .detail(NetworkLoadBalancer::words)
          .entry(NetworkLoadBalancer::words)
          .reachedAt(NetworkBalancerBlocks::endpoint)
          .lower(NetworkBalancerBlocks::balancer)
          .raise("aws_lb", RaisedNetworkBalancers::balancer)
          .raise("aws_alb", RaisedNetworkBalancers::balancer)
          .build();

  private NetworkLoadBalancer() {}

  /// A row of the listener table.
  public static Fields listener(int port, Protocol protocol) {
    return PROTOCOL.set(ApplicationLoadBalancer.LISTENER_PORT.set(Fields.NONE, port), protocol);
  }

  private static String icon(Element element) {
    return ApplicationLoadBalancer.SCHEME.of(element) == Scheme.INTERNAL
        ? "nlb-internal"
        : "nlb-public";
  }

  private static Stream<Port> ports(Fields row) {
    int port = ApplicationLoadBalancer.LISTENER_PORT.in(row);
    return switch (PROTOCOL.in(row)) {
      case TCP, TLS -> Stream.of(Port.tcp(port));
      case UDP -> Stream.of(Port.udp(port));
      case TCP_UDP -> Stream.of(Port.tcp(port), Port.udp(port));
    };
  }

  private static @Nullable String words(Element element) {
    List<Fields> listeners = LISTENERS.of(element);
    return listeners.isEmpty()
        ? null
        : listeners.stream()
            .map(row -> PROTOCOL.in(row) + " " + ApplicationLoadBalancer.LISTENER_PORT.in(row))
            .collect(Collectors.joining(", "));
  }
}
