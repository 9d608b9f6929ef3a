package dev.drawbridge.catalog.aws;

import dev.drawbridge.catalog.AddressBlock;
import dev.drawbridge.catalog.Lowering;
import dev.drawbridge.catalog.aws.ProxyTier.Protocol;
import dev.drawbridge.catalog.aws.ProxyWorkload.Route;
import dev.drawbridge.model.Node;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The two files of Traefik: what it listens on, which it reads at its start, and where that leads, which it
/// reads again whenever it changes.
final class TraefikConfiguration {
  private TraefikConfiguration() {}

  static String entryPoints(Node proxy, List<Route> routes, Lowering out) {
    Optional<String> trusted =
        out.around()
            .vpc(proxy)
            .flatMap(vpc -> AddressBlock.parse(Vpc.CIDR.of(vpc)).map(AddressBlock::toString));
    StringBuilder text = new StringBuilder();
    if (!routes.isEmpty()) {
      text.append("entryPoints:\n");
    }
    for (Route route : routes) {
      text.append("  ").append(route.name()).append(":\n");
      text.append("    address: \":").append(route.listener().number());
      text.append(route.listener().protocol() == Protocol.UDP ? "/udp\"\n" : "\"\n");
      if (route.isHttp()) {
        trusted.ifPresent(
            block ->
                text.append(
                    ConfigurationFiles.fill(
                        """
                            forwardedHeaders:
                              # Load balancers of the VPC tell who the client is.
                              trustedIPs:
                                - "%s"
                        """,
                        block)));
      }
      if (route.listener().protocol() != Protocol.UDP) {
        text.append(
            ConfigurationFiles.fill(
                """
                    transport:
                      lifeCycle:
                        # Told to stop, it finishes the requests that it has.
                        graceTimeOut: %ds
                """,
                ProxyTier.SHUTDOWN.of(proxy)));
      }
    }
    return text.append(
            """
            ping:
              manualRouting: true
            accessLog: {}
            providers:
              file:
                filename: /etc/traefik/routes.yaml
            """)
        .toString();
  }

  static String routes(Node proxy, List<Route> routes) {
    StringBuilder text = new StringBuilder();
    section(text, proxy, routes, Protocol.HTTP);
    section(text, proxy, routes, Protocol.TCP);
    section(text, proxy, routes, Protocol.UDP);
    return text.isEmpty() ? "{}\n" : text.toString();
  }

  private static void section(
      StringBuilder text, Node proxy, List<Route> routes, Protocol protocol) {
    List<Route> own =
        routes.stream().filter(route -> route.listener().protocol() == protocol).toList();
    List<Route> leading = own.stream().filter(route -> !route.upstreams().isEmpty()).toList();
    if (protocol == Protocol.HTTP ? own.isEmpty() : leading.isEmpty()) {
      return;
    }
    text.append(protocol.name().toLowerCase(Locale.ROOT)).append(":\n  routers:\n");
    for (Route route : own) {
      if (protocol == Protocol.HTTP) {
        router(
            text,
            "health-" + route.listener().number(),
            route.name(),
            "Path(`" + ProxyTier.HEALTH_PATH.of(proxy) + "`)",
            "ping@internal\n      priority: 1000");
      }
    }
    for (Route route : leading) {
      String rule =
          switch (protocol) {
            case HTTP -> "PathPrefix(`/`)";
            case TCP -> "HostSNI(`*`)";
            case UDP -> "";
          };
      router(text, route.name(), route.name(), rule, route.name());
    }
    if (leading.isEmpty()) {
      return;
    }
    text.append("  services:\n");
    for (Route route : leading) {
      service(text, route);
    }
    if (leading.stream().anyMatch(Route::isSecure)) {
      text.append(
          """
            serversTransports:
              inside:
                # The certificate of an internal load balancer is made out to another name than AWS gives it.
                insecureSkipVerify: true
          """);
    }
  }

  private static void router(
      StringBuilder text, String name, String entryPoint, String rule, String service) {
    text.append("    ").append(name).append(":\n      entryPoints:\n        - ").append(entryPoint);
    text.append('\n');
    if (!rule.isEmpty()) {
      text.append("      rule: \"").append(rule).append("\"\n");
    }
    text.append("      service: ").append(service).append('\n');
  }

  private static void service(StringBuilder text, Route route) {
    text.append("    ").append(route.name()).append(":\n      loadBalancer:\n");
    if (route.isSecure()) {
      text.append("        serversTransport: inside\n");
    }
    text.append("        servers:\n");
    for (Upstream upstream : route.upstreams()) {
      for (String host : upstream.placeholders()) {
        String at = host + ":" + upstream.port();
        text.append(
            route.isHttp()
                ? "          - url: \""
                    + (upstream.secure() ? "https" : "http")
                    + "://"
                    + at
                    + "\"\n"
                : "          - address: \"" + at + "\"\n");
      }
    }
  }
}
