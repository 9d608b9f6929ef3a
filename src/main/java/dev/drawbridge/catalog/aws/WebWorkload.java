package dev.drawbridge.catalog.aws;

import dev.drawbridge.catalog.Lowering;
import dev.drawbridge.model.Node;
import dev.drawbridge.resource.Value;
import java.util.List;
import java.util.SequencedMap;

/// nginx of a web tier: serves files and passes the rest on to where an arrow leads.
final class WebWorkload implements ServerWorkload {
  @Override
  public String tier() {
    return "web";
  }

  @Override
  public String healthPath(Node node) {
    return Instances.HEALTH_PATH.of(node);
  }

  @Override
  public int shutdown(Node node) {
    return WebTier.SHUTDOWN.of(node);
  }

  @Override
  public Value script(Node tier, Lowering out) {
    List<Upstream> upstreams = upstreams(tier, out);
    String path =
        ConfigurationFiles.add(tier, "nginx.conf", configuration(tier, upstreams, out), out);
    return ConfigurationFiles.script(
        "web.sh.tftpl",
        Terms.map(
            "document_root",
            WebTier.DOCUMENT_ROOT.of(tier),
            "nginx_conf",
            ConfigurationFiles.content(path, Upstream.values(upstreams)),
            "shutdown",
            Value.of(shutdown(tier))),
        out);
  }

  @Override
  public SequencedMap<String, Value> container(Node tier, Lowering out) {
    List<Upstream> upstreams = upstreams(tier, out);
    ConfigurationFiles.add(tier, "nginx.conf", configuration(tier, upstreams, out), out);
    Dockerfiles.nginx(tier, WebTier.DOCUMENT_ROOT.of(tier), TaskBlocks.tcpPorts(tier, out), out);
    return Upstream.values(upstreams);
  }

  /// The first to which an arrow leads; empty for a tier that serves files alone.
  static List<Upstream> upstreams(Node tier, Lowering out) {
    return Upstream.ofHttp(tier, out).stream().limit(1).toList();
  }

  static String configuration(Node tier, List<Upstream> upstreams, Lowering out) {
    StringBuilder text = new StringBuilder();
    text.append(
        NginxParts.head(
            WebTier.WORKER_PROCESSES.of(tier),
            WebTier.WORKER_CONNECTIONS.of(tier),
            WebTier.SHUTDOWN.of(tier)));
    text.append(
        """

        http {
          include /etc/nginx/mime.types;
          default_type application/octet-stream;
          access_log /var/log/nginx/access.log;
          sendfile on;
          tcp_nopush on;
          # Longer than the load balancer keeps an idle connection, so that it never writes into a closed one.
          keepalive_timeout 75;
          server_tokens off;

        """);
    text.append(NginxParts.realIp(tier, out));
    for (Upstream upstream : upstreams) {
      text.append(NginxParts.resolver("  "));
      text.append(NginxParts.choice("app", upstream.placeholders(), "$request_id"));
    }
    text.append(
        ConfigurationFiles.fill(
            """

              server {
                listen %d default_server;
                root %s;
            """,
            WebTier.PORT.of(tier), WebTier.DOCUMENT_ROOT.of(tier)));
    page(text, "404", WebTier.NOT_FOUND_PAGE.of(tier));
    page(text, "500 502 503 504", WebTier.ERROR_PAGE.of(tier));
    health(text, Instances.HEALTH_PATH.of(tier));
    for (Upstream upstream : upstreams) {
      text.append(
          ConfigurationFiles.fill(
              """

                  location / {
                    try_files $uri @app;
                  }

                  location @app {
                    proxy_pass %s://$app:%d;
              """,
              upstream.secure() ? "https" : "http", upstream.port()));
      text.append(NginxParts.forwarded("      ")).append("    }\n");
    }
    return text.append("  }\n}\n").toString();
  }

  private static void page(StringBuilder text, String codes, String page) {
    if (!page.isEmpty()) {
      text.append("    error_page ").append(codes).append(' ').append(page).append(";\n");
    }
  }

  /// Nothing of its own where health is asked of the home page.
  private static void health(StringBuilder text, String path) {
    if (!path.equals("/")) {
      text.append(
          ConfigurationFiles.fill(
              """

                  location = %s {
                    access_log off;
                    default_type text/plain;
                    return 200 "ok\\n";
                  }
              """,
              path));
    }
  }
}
