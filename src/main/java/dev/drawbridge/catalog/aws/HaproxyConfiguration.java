package dev.drawbridge.catalog.aws;

import dev.drawbridge.catalog.Trait;
import dev.drawbridge.catalog.aws.ProxyWorkload.Route;
import dev.drawbridge.model.Node;
import java.util.List;

/// haproxy.cfg of a proxy tier.
final class HaproxyConfiguration {
  private HaproxyConfiguration() {}

  static String of(Node proxy, List<Route> routes) {
    StringBuilder text = new StringBuilder();
    text.append(
        ConfigurationFiles.fill(
            """
            global
              log stdout format raw local0
              # Told to stop, it takes no more connections and finishes those that it has, but not for ever.
              hard-stop-after %ds

            defaults
              log global
              option redispatch
              timeout connect 5s
              timeout client 75s
              timeout server 75s
              timeout http-request 10s

            # The addresses of a load balancer change, so its name is resolved again and again.
            resolvers vpc
              parse-resolv-conf
              hold valid 10s
            """,
            ProxyTier.SHUTDOWN.of(proxy)));
    for (Route route : routes) {
      frontend(text, proxy, route);
      if (!route.upstreams().isEmpty()) {
        backend(text, route);
      }
    }
    return text.toString();
  }

  private static void frontend(StringBuilder text, Node proxy, Route route) {
    text.append("\nfrontend ").append(route.word()).append('\n');
    text.append("  mode ").append(route.isHttp() ? "http" : "tcp").append('\n');
    text.append("  bind :").append(route.listener().number()).append('\n');
    if (route.isHttp()) {
      text.append("  option httplog\n  option forwardfor\n");
      text.append("  monitor-uri ").append(ProxyTier.HEALTH_PATH.of(proxy)).append('\n');
      if (route.upstreams().isEmpty()) {
        text.append("  http-request return status 503\n");
      }
    } else {
      text.append("  option tcplog\n");
      if (route.upstreams().isEmpty()) {
        text.append("  tcp-request connection reject\n");
      }
    }
    if (!route.upstreams().isEmpty()) {
      text.append("  default_backend ").append(route.word()).append('\n');
    }
  }

  private static void backend(StringBuilder text, Route route) {
    text.append("\nbackend ").append(route.word()).append('\n');
    text.append("  mode ").append(route.isHttp() ? "http" : "tcp").append('\n');
    text.append("  balance ").append(route.isHttp() ? "roundrobin" : "leastconn").append('\n');
    for (Upstream upstream : route.upstreams()) {
      int number = 0;
      for (String host : upstream.placeholders()) {
        number++;
        // HAProxy replaces variables of its environment between quotation marks.
        String at = "\"" + host + ":" + upstream.port() + "\"";
        // A name may stand for several addresses; those of servers are numbers already.
        text.append(
            upstream.kind().is(Trait.SERVERS)
                ? "  server " + upstream.label() + "_" + number + " " + at + " check"
                : "  server-template "
                    + upstream.label()
                    + "_ 3 "
                    + at
                    + " resolvers vpc init-addr none check");
        text.append(
            route.isHttp() && upstream.secure()
                ? " ssl verify required ca-file /etc/ssl/certs/ca-bundle.crt\n"
                : "\n");
      }
    }
  }
}
