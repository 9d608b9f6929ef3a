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
import org.jspecify.annotations.Nullable;

/// A Classic Load Balancer, the generation before the others: each listener hands what it takes to one port
/// of all instances, whatever is asked for. Whoever an arrow leads to is one of them.
public final class ClassicLoadBalancer {
  /// What a listener speaks with clients.
  public enum Protocol {
    HTTP,
    HTTPS,
    TCP,
    /// TLS of which it knows nothing but that.
    SSL;

    /// Whether it reads requests.
    boolean isHttp() {
      return this == HTTP || this == HTTPS;
    }

    /// Whether it needs a certificate.
    boolean isSecure() {
      return this == HTTPS || this == SSL;
    }

    /// What it speaks with instances: AWS mixes no requests with connections.
    Protocol onwards(boolean secure) {
      return isHttp() ? secure ? HTTPS : HTTP : secure ? SSL : TCP;
    }
  }

  public static final Property<Protocol> LISTENER_PROTOCOL =
      Property.choice("listenerProtocol", Protocol.class, Protocol.HTTP);

  /// The port of the instances; 0 takes the first one that an arrow to them opens.
  public static final Property<Integer> INSTANCE_PORT =
      Property.whole("instancePort", 0, 65535, "", 0);

  /// Whether it speaks TLS with the instances too, whose certificates it takes as they are.
  public static final Property<Boolean> INSTANCE_TLS = Property.flag("instanceTls", false);

  /// There are policies of its own, of which none knows TLS 1.3.
  public static final Property<String> TLS_POLICY =
      new Property<>(
              ApplicationLoadBalancer.TLS_POLICY.name(),
              ApplicationLoadBalancer.TLS_POLICY.type(),
              "ELBSecurityPolicy-TLS-1-2-2017-01")
          .suggesting("ELBSecurityPolicy-TLS-1-2-2017-01", "ELBSecurityPolicy-2016-08");

  public static final Property<List<Fields>> LISTENERS =
      Property.rows(
          "listeners",
          List.of(
              ApplicationLoadBalancer.LISTENER_PORT,
              LISTENER_PROTOCOL,
              INSTANCE_PORT,
              INSTANCE_TLS,
              TLS_POLICY),
          List.of(listener(443, Protocol.HTTPS)));

  /// How health is asked for, on the instance port of the first listener.
  public static final Property<Protocol> HEALTH_CHECK_PROTOCOL =
      Property.choice("healthCheckProtocol", Protocol.class, Protocol.HTTP);

  /// AWS waits no longer than a minute.
  public static final Property<Integer> HEALTH_CHECK_TIMEOUT =
      Property.whole(ApplicationLoadBalancer.HEALTH_CHECK_TIMEOUT.name(), 2, 60, "s", 5);

  public static final Kind KIND =
      Kind.named("aws.elb")
          .in(Group.LOAD_BALANCING)
          .icon("elb-public")
          .iconBy(ClassicLoadBalancer::icon)
          .placedIn("aws.vpc")
          .traits(Trait.SENDS, Trait.GROUPED, Trait.BALANCER)
          .listening(
              (node, _) ->
                  LISTENERS.of(node).stream()
                      .map(row -> Port.tcp(ApplicationLoadBalancer.LISTENER_PORT.in(row)))
                      .toList())
          .reachedAt(ClassicBalancerBlocks::endpoint)
          .spanning("aws.subnet")
          .using("aws.s3_bucket", "aws.certificate", "aws.alarm")
          .properties(
              ApplicationLoadBalancer.SCHEME, LISTENERS, ApplicationLoadBalancer.CERTIFICATE_ARN)
          .section(
              "health",
              HEALTH_CHECK_PROTOCOL,
              ApplicationLoadBalancer.HEALTH_CHECK_PATH,
              ApplicationLoadBalancer.HEALTH_CHECK_INTERVAL,
              HEALTH_CHECK_TIMEOUT,
              ApplicationLoadBalancer.HEALTHY_THRESHOLD,
              ApplicationLoadBalancer.UNHEALTHY_THRESHOLD)
          .section(
              "targets",
              ApplicationLoadBalancer.DEREGISTRATION_DELAY,
              ApplicationLoadBalancer.CROSS_ZONE)
          .section("operation", ApplicationLoadBalancer.IDLE_TIMEOUT)
          .preset(
              "aws.elb.public",
              "elb-public",
              ApplicationLoadBalancer.SCHEME.set(Fields.NONE, Scheme.INTERNET_FACING))
          .preset(
              "aws.elb.internal",
              "elb-internal",
              LISTENERS.set(
                  ApplicationLoadBalancer.SCHEME.set(Fields.NONE, Scheme.INTERNAL),
                  List.of(listener(8080, Protocol.HTTP))))
          .size(200, 64)
          .detail(ClassicLoadBalancer::words)
          .entry(ClassicLoadBalancer::words)
          .lower(ClassicBalancerBlocks::balancer)
          .raise("aws_elb", RaisedClassicBalancers::balancer)
          .build();

  private ClassicLoadBalancer() {}

  /// A row of the listener table.
  public static Fields listener(int port, Protocol protocol) {
    return LISTENER_PROTOCOL.set(
        ApplicationLoadBalancer.LISTENER_PORT.set(Fields.NONE, port), protocol);
  }

  private static String icon(Element element) {
    return ApplicationLoadBalancer.SCHEME.of(element) == Scheme.INTERNAL
        ? "elb-internal"
        : "elb-public";
  }

  private static @Nullable String words(Element element) {
    List<Fields> listeners = LISTENERS.of(element);
    return listeners.isEmpty()
        ? null
        : listeners.stream()
            .map(
                row ->
                    LISTENER_PROTOCOL.in(row) + " " + ApplicationLoadBalancer.LISTENER_PORT.in(row))
            .collect(Collectors.joining(", "));
  }
}
