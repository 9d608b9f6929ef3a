package dev.drawbridge.catalog.aws;

import dev.drawbridge.catalog.Lowering;
import dev.drawbridge.catalog.aws.ProxyTier.Protocol;
import dev.drawbridge.catalog.aws.ProxyWorkload.Route;
import dev.drawbridge.model.Node;
import java.util.ArrayList;
import java.util.List;

/// nginx.conf of a proxy tier: HTTP request by request, TCP and UDP in the stream module.
final class ProxyNginx {
  private static final int CONNECTIONS = 8192;

  private ProxyNginx() {}

  static String of(Node proxy, List<Route> routes, Lowering out) {
    List<Route> http = routes.stream().filter(Route::isHttp).toList();
    List<Route> streams =
        routes.stream().filter(route -> !route.isHttp() && !route.upstreams().isEmpty()).toList();
    StringBuilder text = new StringBuilder();
    if (!streams.isEmpty()) {
      text.append("# The stream module, where it is a package of its own.\n");
      text.append("include /usr/share/nginx/modules/*.conf;\n\n");
    }
    text.append(NginxParts.head("auto", CONNECTIONS, ProxyTier.SHUTDOWN.of(proxy)));
    if (!http.isEmpty()) {
      text.append(
          """

          http {
            access_log /var/log/nginx/access.log;
            # Longer than the load balancer keeps an idle connection, so that it never writes into a closed one.
            keepalive_timeout 75;
            server_tokens off;

          """);
      text.append(NginxParts.realIp(proxy, out));
      text.append(NginxParts.resolver("  "));
      http.forEach(route -> server(text, proxy, route));
      text.append("}\n");
    }
    if (!streams.isEmpty()) {
      text.append("\nstream {\n").append(NginxParts.resolver("  "));
      streams.forEach(route -> stream(text, route));
      text.append("}\n");
    }
    return text.toString();
  }

  private static List<String> addresses(Route route, boolean schemes) {
    List<String> found = new ArrayList<>();
    for (Upstream upstream : route.upstreams()) {
      for (String host : upstream.placeholders()) {
        String scheme = schemes ? (upstream.secure() ? "https://" : "http://") : "";
        found.add("\"" + scheme + host + ":" + upstream.port() + "\"");
      }
    }
    return found;
  }

  private static void server(StringBuilder text, Node proxy, Route route) {
    boolean leads = !route.upstreams().isEmpty();
    text.append('\n');
    if (leads) {
      text.append(NginxParts.choice(route.word(), addresses(route, true), "$request_id"));
      text.append('\n');
    }
    text.append(
        ConfigurationFiles.fill(
            """
              server {
                listen %d default_server;

                location = %s {
                  access_log off;
                  default_type text/plain;
                  return 200 "ok\\n";
                }

                location / {
            """,
            route.listener().number(), ProxyTier.HEALTH_PATH.of(proxy)));
    text.append(
        leads
            ? "      proxy_pass $" + route.word() + ";\n" + NginxParts.forwarded("      ")
            : "      return 503;\n");
    text.append("    }\n  }\n");
  }

  private static void stream(StringBuilder text, Route route) {
    boolean udp = route.listener().protocol() == Protocol.UDP;
    text.append('\n');
    text.append(
        NginxParts.choice(route.word(), addresses(route, false), "$remote_addr$remote_port"));
    text.append(
        ConfigurationFiles.fill(
            """

              server {
                listen %d%s;
                proxy_connect_timeout 5s;
                proxy_pass $%s;
              }
            """,
            route.listener().number(), udp ? " udp" : "", route.word()));
  }
}
