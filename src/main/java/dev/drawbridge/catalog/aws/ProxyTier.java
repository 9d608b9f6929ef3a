package dev.drawbridge.catalog.aws;

import dev.drawbridge.catalog.Group;
import dev.drawbridge.catalog.Kind;
import dev.drawbridge.catalog.Port;
import dev.drawbridge.catalog.Property;
import dev.drawbridge.catalog.PropertyType;
import dev.drawbridge.catalog.Trait;
import dev.drawbridge.model.Element;
import dev.drawbridge.model.Fields;
import dev.drawbridge.model.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Servers that hand on what they take to where their arrows lead: HTTP, TCP and, where the software can,
/// UDP. They have no zone of their own: right behind the internet's load balancer they are the DMZ,
/// otherwise they belong to the application.
public final class ProxyTier {
  /// What does it.
  public enum Software {
    TRAEFIK("Traefik", "proxy-traefik"),
    ENVOY("Envoy", "proxy-envoy"),
    /// Of UDP it knows only log messages, so it proxies none.
    HAPROXY("HAProxy", "proxy-haproxy"),
    NGINX("nginx", "proxy-nginx");

    private final String title;
    private final String icon;

    Software(String title, String icon) {
      this.title = title;
      this.icon = icon;
    }

    boolean speaks(Protocol protocol) {
      return this != HAPROXY || protocol != Protocol.UDP;
    }
  }

  /// How a port is proxied.
  public enum Protocol {
    /// Request by request.
    HTTP,
    /// Connection by connection, whatever is said in them.
    TCP,
    UDP;

    Port port(int number) {
      return this == UDP ? Port.udp(number) : Port.tcp(number);
    }
  }

  public static final Property<Software> SOFTWARE =
      Property.choice("proxySoftware", Software.class, Software.TRAEFIK);

  public static final Property<Integer> LISTEN_PORT = Property.port("proxyPort", 8000);
  public static final Property<Protocol> LISTEN_PROTOCOL =
      Property.choice("proxyProtocol", Protocol.class, Protocol.HTTP);

  /// The ports on which it takes traffic.
  public static final Property<List<Fields>> LISTENERS =
      Property.rows(
          "proxyListeners",
          List.of(LISTEN_PORT, LISTEN_PROTOCOL),
          List.of(listener(8000, Protocol.HTTP)));

  /// Answered by the proxy itself on its HTTP ports, so not the path of what is behind it.
  public static final Property<String> HEALTH_PATH =
      Instances.HEALTH_PATH.defaulting("/proxy-healthz");

  public static final Property<Integer> SHUTDOWN = Instances.SHUTDOWN.defaulting(30);

  public static final Kind KIND =
      Kind.named("tier.proxy")
          .in(Group.COMPUTE)
          .icon("proxy-traefik")
          .iconBy(e -> SOFTWARE.of(e).icon)
          .placedIn("aws.vpc", "aws.subnet", "aws.autoscaling_group", "aws.ecs_service")
          .spanning("aws.subnet")
          .traits(Trait.SENDS, Trait.GROUPED)
          .runs(new ProxyWorkload())
          .reachedAt(InstanceBlocks::endpoint)
          .listening((node, _) -> listeners(node).stream().map(Listener::port).toList())
          .properties(SOFTWARE, LISTENERS, HEALTH_PATH, SHUTDOWN)
          .section("runtime", Instances.RUNTIME, Instances.IMAGE)
          .section(
              "instances",
              Instances.PUBLIC_IP,
              Instances.PER_SUBNET,
              Instances.INSTANCE_TYPE,
              Instances.AMI,
              Instances.ROOT_VOLUME)
          .preset("tier.proxy.traefik", "proxy-traefik", with(Software.TRAEFIK))
          .preset("tier.proxy.envoy", "proxy-envoy", with(Software.ENVOY))
          .preset("tier.proxy.haproxy", "proxy-haproxy", with(Software.HAPROXY))
          .preset("tier.proxy.nginx", "proxy-nginx", with(Software.NGINX))
          .size(168, 64)
          .detail(e -> (SOFTWARE.of(e).title + " " + ports(e)).strip())
          .entry(ProxyTier::entry)
          .lower(InstanceBlocks::tier)
          .raise("aws_security_group", RaisedTiers::proxy)
          .build();

  private ProxyTier() {}

  /// A row of the table of ports.
  public static Fields listener(int port, Protocol protocol) {
    return LISTEN_PROTOCOL.set(LISTEN_PORT.set(Fields.NONE, port), protocol);
  }

  private static Fields with(Software software) {
    return SOFTWARE.set(Fields.NONE, software);
  }

  /// A port and how it is proxied.
  record Listener(Protocol protocol, int number) {
    Port port() {
      return protocol.port(number);
    }

    /// As configuration files call it: `http-8000`.
    String name() {
      return PropertyType.Choice.key(protocol) + "-" + number;
    }
  }

  /// Those that the software can have, each port once.
  static List<Listener> listeners(Node node) {
    List<Listener> found = new ArrayList<>();
    Set<Port> taken = new HashSet<>();
    for (Fields row : LISTENERS.of(node)) {
      Listener listener = new Listener(LISTEN_PROTOCOL.in(row), LISTEN_PORT.in(row));
      if (SOFTWARE.of(node).speaks(listener.protocol) && taken.add(listener.port())) {
        found.add(listener);
      }
    }
    return found;
  }

  private static String ports(Element element) {
    return LISTENERS.of(element).stream()
        .map(row -> String.valueOf(LISTEN_PORT.in(row)))
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private static @Nullable String entry(Element element) {
    List<Fields> rows = LISTENERS.of(element);
    return rows.isEmpty()
        ? null
        : rows.stream()
            .map(
                row ->
                    LISTEN_PROTOCOL.in(row).name().toUpperCase(Locale.ROOT)
                        + " "
                        + LISTEN_PORT.in(row))
            .distinct()
            .collect(Collectors.joining(", "));
  }
}
