package dev.drawbridge.catalog.aws;

import dev.drawbridge.catalog.AddressBlock;
import dev.drawbridge.catalog.Lowering;
import dev.drawbridge.model.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What configurations of nginx have in common. Values come from properties whose types let nothing but
/// names, paths and numbers through, so that none of them can end a directive.
final class NginxParts {
  private NginxParts() {}

  /// Up to the first block. The logs go where the package and the official image want them; the image
  /// makes them its standard output. The user is the one that nginx was built for.
  ///
  /// @param shutdown in seconds
  static String head(String processes, int connections, int shutdown) {
    String most =
        processes.equals("auto")
            ? connections + " connections for each processor"
            : processes
                + " x "
                + connections
                + " = "
                + Long.parseLong(processes) * connections
                + " connections";
    return ConfigurationFiles.fill(
        """
        # At most %s at a time. A request that is passed on holds two.
        worker_processes %s;
        # Each connection is a file, and so is what it is served from.
        worker_rlimit_nofile %d;
        # Told to quit, a worker takes no more connections and finishes those that it has.
        worker_shutdown_timeout %ds;
        error_log /var/log/nginx/error.log notice;
        pid /run/nginx.pid;

        events {
          worker_connections %d;
        }
        """,
        most, processes, connections * 2, shutdown, connections);
  }

  /// A load balancer changes its addresses, so the VPC's own resolver is asked again and again.
  static String resolver(String indent) {
    return indent + "resolver 169.254.169.253 valid=10s ipv6=off;\n";
  }

  /// Who the client is, is what a load balancer of the VPC says, and nobody else.
  static String realIp(Node node, Lowering out) {
    Optional<String> block =
        out.around()
            .vpc(node)
            .flatMap(vpc -> AddressBlock.parse(Vpc.CIDR.of(vpc)).map(AddressBlock::toString));
    return block
        .map(
            range ->
                ConfigurationFiles.fill(
                    """
                      # Load balancers of the VPC tell who the client is.
                      set_real_ip_from %s;
                      real_ip_header X-Forwarded-For;
                      real_ip_recursive on;
                    """,
                    range))
        .orElse("");
  }

  /// A variable that names one of the hosts, each of them as often as the others.
  ///
  /// @param key what differs from request to request
  static String choice(String variable, List<String> hosts, String key) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < hosts.size() - 1; i++) {
      lines.add(String.format(Locale.ROOT, "    %.2f%% %s;\n", 99.99 / hosts.size(), hosts.get(i)));
    }
    lines.add("    * " + hosts.getLast() + ";\n");
    return "  split_clients \""
        + key
        + "\" $"
        + variable
        + " {\n"
        + String.join("", lines)
        + "  }\n";
  }

  static String forwarded(String indent) {
    return """
    proxy_http_version 1.1;
    proxy_set_header Connection "";
    proxy_set_header Host $host;
    proxy_set_header X-Real-IP $remote_addr;
    proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
    proxy_set_header X-Forwarded-Proto $http_x_forwarded_proto;
    """
        .indent(indent.length());
  }
}
