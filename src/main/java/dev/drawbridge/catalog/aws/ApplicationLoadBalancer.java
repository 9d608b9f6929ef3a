package dev.drawbridge.catalog.aws;

import dev.drawbridge.catalog.Group;
import dev.drawbridge.catalog.Kind;
import dev.drawbridge.catalog.Port;
import dev.drawbridge.catalog.Property;
import dev.drawbridge.catalog.PropertyType;
import dev.drawbridge.catalog.Trait;
import dev.drawbridge.model.Element;
import dev.drawbridge.model.Fields;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// An Application Load Balancer: spans subnets in two or more availability zones; internet-facing or
/// internal. Each arrow from it to a tier becomes a target group with the health check told here.
public final class ApplicationLoadBalancer {
  /// Whether it has public addresses.
  public enum Scheme {
    INTERNET_FACING,
    INTERNAL
  }

  /// What a listener speaks.
  public enum Protocol {
    HTTP,
    HTTPS
  }

  /// What a listener does with a request.
  public enum Action {
    /// Hands it to the target groups.
    FORWARD,
    /// Answers with a permanent redirect to the HTTPS listener.
    REDIRECT,
    /// Answers by itself, always the same.
    FIXED_RESPONSE
  }

  public static final Property<Scheme> SCHEME =
      Property.choice("scheme", Scheme.class, Scheme.INTERNET_FACING);

  public static final Property<Integer> LISTENER_PORT = Property.port("listenerPort", 80);
  public static final Property<Protocol> LISTENER_PROTOCOL =
      Property.choice("listenerProtocol", Protocol.class, Protocol.HTTP);
  public static final Property<Action> LISTENER_ACTION =
      Property.choice("listenerAction", Action.class, Action.FORWARD);

  /// Which versions of TLS and which ciphers a listener with a certificate accepts.
  public static final Property<String> TLS_POLICY =
      Property.shaped(
              "tlsPolicy",
              "tls-policy",
              "ELBSecurityPolicy-[A-Za-z0-9-]{1,60}",
              "ELBSecurityPolicy-TLS13-1-2-Res-2021-06")
          .suggesting(
              "ELBSecurityPolicy-TLS13-1-2-Res-2021-06",
              "ELBSecurityPolicy-TLS13-1-2-2021-06",
              "ELBSecurityPolicy-TLS13-1-3-2021-06",
              "ELBSecurityPolicy-FS-1-2-Res-2020-10");

  /// What a listener answers that answers by itself; 2xx, 4xx and 5xx are allowed.
  public static final Property<String> FIXED_STATUS =
      Property.shaped("fixedStatus", "fixed-status", "[245][0-9]{2}", "503")
          .suggesting("200", "403", "404", "503");

  public static final Property<String> FIXED_BODY = Property.text("fixedBody", "");

  public static final Property<List<Fields>> LISTENERS =
      Property.rows(
          "listeners",
          List.of(
              LISTENER_PORT,
              LISTENER_PROTOCOL,
              LISTENER_ACTION,
              TLS_POLICY,
              FIXED_STATUS,
              FIXED_BODY),
          List.of(
              listener(443, Protocol.HTTPS, Action.FORWARD),
              listener(80, Protocol.HTTP, Action.REDIRECT)));

  /// The ACM certificate of the HTTPS listeners; empty asks for it when Terraform runs.
  public static final Property<String> CERTIFICATE_ARN =
      Property.shaped("certificateArn", "certificate-arn", "|arn:aws[a-z-]*:acm:[!-~]{1,200}", "");

  /// Seconds without data after which a connection is closed.
  public static final Property<Integer> IDLE_TIMEOUT =
      Property.whole("idleTimeout", 1, 4000, "s", 60);

  public static final Property<Boolean> DELETION_PROTECTION =
      Property.flag("deletionProtection", true);

  /// Where health is asked for; empty means the path that the tier itself names.
  public static final Property<String> HEALTH_CHECK_PATH =
      Property.shaped("healthCheckPath", "path", "|/[A-Za-z0-9._~/%?&=+-]{0,1000}", "");

  public static final Property<Integer> HEALTH_CHECK_INTERVAL =
      Property.whole("healthCheckInterval", 5, 300, "s", 15);
  public static final Property<Integer> HEALTH_CHECK_TIMEOUT =
      Property.whole("healthCheckTimeout", 2, 120, "s", 5);
  public static final Property<Integer> HEALTHY_THRESHOLD =
      Property.whole("healthyThreshold", 2, 10, "", 2);
  public static final Property<Integer> UNHEALTHY_THRESHOLD =
      Property.whole("unhealthyThreshold", 2, 10, "", 3);

  /// The answers that count as healthy: codes, lists and ranges of codes from 200 to 499.
  public static final Property<String> MATCHER =
      Property.shaped(
          "healthCheckMatcher",
          "matcher",
          "[2-4][0-9]{2}(-[2-4][0-9]{2})?(,[2-4][0-9]{2}(-[2-4][0-9]{2})?)*",
          "200");

  /// Seconds for which a target that leaves may finish what it began.
  public static final Property<Integer> DEREGISTRATION_DELAY =
      Property.whole("deregistrationDelay", 0, 3600, "s", 60);

  /// Seconds, 30 to 900, over which a new target's share grows; less than 30 gives it all at once.
  public static final Property<Integer> SLOW_START = Property.whole("slowStart", 0, 900, "s", 0);

  /// Whether the nodes of each zone send requests to the targets of all zones.
  public static final Property<Boolean> CROSS_ZONE = Property.flag("crossZone", true);

  public static final Property<Boolean> STICKINESS = Property.flag("stickiness", false);

  public static final Kind KIND =
      Kind.named("aws.alb")
          .in(Group.LOAD_BALANCING)
          .icon("alb-public")
          .iconBy(e -> SCHEME.of(e) == Scheme.INTERNAL ? "alb-internal" : "alb-public")
          .placedIn("aws.vpc")
          .traits(Trait.SENDS, Trait.GROUPED, Trait.BALANCER)
          .listening(
              (node, _) ->
                  LISTENERS.of(node).stream().map(row -> Port.tcp(LISTENER_PORT.in(row))).toList())
          .reachedAt(BalancerBlocks::endpoint)
          .spanning("aws.subnet")
          .using("aws.s3_bucket", "aws.certificate", "aws.web_acl", "aws.alarm")
          .properties(SCHEME, LISTENERS, CERTIFICATE_ARN)
          .section(
              "health",
              HEALTH_CHECK_PATH,
              HEALTH_CHECK_INTERVAL,
              HEALTH_CHECK_TIMEOUT,
              HEALTHY_THRESHOLD,
              UNHEALTHY_THRESHOLD,
              MATCHER)
          .section("targets", DEREGISTRATION_DELAY, SLOW_START, STICKINESS, CROSS_ZONE)
          .section("operation", IDLE_TIMEOUT, DELETION_PROTECTION)
          .preset("aws.alb.public", "alb-public", SCHEME.set(Fields.NONE, Scheme.INTERNET_FACING))
          .preset(
              "aws.alb.internal",
              "alb-internal",
              LISTENERS.set(
                  SCHEME.set(Fields.NONE, Scheme.INTERNAL),
                  List.of(listener(8080, Protocol.HTTP, Action.FORWARD))))
          .size(200, 64)
          .detail(ApplicationLoadBalancer::ports)
          .entry(ApplicationLoadBalancer::ports)
          .lower(BalancerBlocks::balancer)
          .raise("aws_lb", RaisedBalancers::balancer)
          .raise("aws_alb", RaisedBalancers::balancer)
          .build();

  private ApplicationLoadBalancer() {}

  /// A row of the listener table.
  public static Fields listener(int port, Protocol protocol, Action action) {
    return LISTENER_ACTION.set(
        LISTENER_PROTOCOL.set(LISTENER_PORT.set(Fields.NONE, port), protocol), action);
  }

  private static @Nullable String ports(Element element) {
    List<Fields> listeners = LISTENERS.of(element);
    return listeners.isEmpty()
        ? null
        : listeners.stream()
            .map(
                row ->
                    PropertyType.Choice.key(LISTENER_PROTOCOL.in(row)).toUpperCase(Locale.ROOT)
                        + " "
                        + LISTENER_PORT.in(row))
            .collect(Collectors.joining(", "));
  }
}
