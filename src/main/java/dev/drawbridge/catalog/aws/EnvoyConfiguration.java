package dev.drawbridge.catalog.aws;

import dev.drawbridge.catalog.aws.ProxyTier.Protocol;
import dev.drawbridge.catalog.aws.ProxyWorkload.Route;
import dev.drawbridge.model.Node;
import java.util.List;

/// envoy.yaml of a proxy tier: a listener and a cluster for each port.
final class EnvoyConfiguration {
  private EnvoyConfiguration() {}

  static String of(Node proxy, List<Route> routes) {
    List<Route> built =
        routes.stream().filter(route -> route.isHttp() || !route.upstreams().isEmpty()).toList();
    List<Route> leading = built.stream().filter(route -> !route.upstreams().isEmpty()).toList();
    StringBuilder text = new StringBuilder("static_resources:\n");
    text.append(built.isEmpty() ? "  listeners: []\n" : "  listeners:\n");
    for (Route route : built) {
      listener(text, proxy, route);
    }
    text.append(leading.isEmpty() ? "  clusters: []\n" : "  clusters:\n");
    leading.forEach(route -> clusters(text, route));
    return text.toString();
  }

  private static void listener(StringBuilder text, Node proxy, Route route) {
    Protocol protocol = route.listener().protocol();
    text.append(
        ConfigurationFiles.fill(
            """
                - name: %s
                  address:
                    socket_address:
                      protocol: %s
                      address: 0.0.0.0
                      port_value: %d
            """,
            route.word(), protocol == Protocol.UDP ? "UDP" : "TCP", route.listener().number()));
    text.append(
        switch (protocol) {
          case HTTP -> http(proxy, route);
          case TCP -> ConfigurationFiles.fill(TCP, route.word(), route.word());
          case UDP -> ConfigurationFiles.fill(UDP, route.word(), route.word());
        });
  }

  private static String http(Node proxy, Route route) {
    String rest =
        route.upstreams().isEmpty()
            ? "direct_response: { status: 503 }"
            : "route: { cluster: " + route.word() + " }";
    return ConfigurationFiles.fill(
        HTTP, route.word(), route.word(), ProxyTier.HEALTH_PATH.of(proxy), rest);
  }

  private static final String HTTP =
      """
            filter_chains:
              - filters:
                  - name: envoy.filters.network.http_connection_manager
                    typed_config:
                      "@type": type.googleapis.com/envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager
                      stat_prefix: %s
                      # One load balancer stands before it and tells who the client is.
                      use_remote_address: true
                      xff_num_trusted_hops: 1
                      route_config:
                        virtual_hosts:
                          - name: %s
                            domains: ["*"]
                            routes:
                              - match: { path: "%s" }
                                direct_response: { status: 200 }
                              - match: { prefix: "/" }
                                %s
                      http_filters:
                        - name: envoy.filters.http.router
                          typed_config:
                            "@type": type.googleapis.com/envoy.extensions.filters.http.router.v3.Router
      """;

  private static final String TCP =
      """
            filter_chains:
              - filters:
                  - name: envoy.filters.network.tcp_proxy
                    typed_config:
                      "@type": type.googleapis.com/envoy.extensions.filters.network.tcp_proxy.v3.TcpProxy
                      stat_prefix: %s
                      cluster: %s
      """;

  private static final String UDP =
      """
            listener_filters:
              - name: envoy.filters.udp_listener.udp_proxy
                typed_config:
                  "@type": type.googleapis.com/envoy.extensions.filters.udp.udp_proxy.v3.UdpProxyConfig
                  stat_prefix: %s
                  matcher:
                    on_no_match:
                      action:
                        name: route
                        typed_config:
                          "@type": type.googleapis.com/envoy.extensions.filters.udp.udp_proxy.v3.Route
                          cluster: %s
      """;

  private static void clusters(StringBuilder text, Route route) {
    text.append(
        ConfigurationFiles.fill(
            """
                - name: %s
                  # Names are resolved again and again: a load balancer changes its addresses.
                  type: STRICT_DNS
                  connect_timeout: 5s
                  load_assignment:
                    cluster_name: %s
                    endpoints:
                      - lb_endpoints:
            """,
            route.word(), route.word()));
    for (Upstream upstream : route.upstreams()) {
      for (String host : upstream.placeholders()) {
        text.append(
            ConfigurationFiles.fill(
                """
                              - endpoint:
                                  address:
                                    socket_address:
                                      protocol: %s
                                      address: "%s"
                                      port_value: %d
                """,
                upstream.transport().name(), host, upstream.port()));
      }
    }
    if (route.isSecure()) {
      text.append(
          """
                transport_socket:
                  name: envoy.transport_sockets.tls
                  typed_config:
                    "@type": type.googleapis.com/envoy.extensions.transport_sockets.tls.v3.UpstreamTlsContext
          """);
    }
  }
}
