package dev.drawbridge.catalog.aws;

import dev.drawbridge.catalog.Catalog;
import dev.drawbridge.catalog.Endpoint;
import dev.drawbridge.catalog.Kind;
import dev.drawbridge.catalog.Lowering;
import dev.drawbridge.catalog.Port.Transport;
import dev.drawbridge.catalog.Trait;
import dev.drawbridge.model.Connector;
import dev.drawbridge.model.Node;
import dev.drawbridge.resource.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;

/// Where an arrow leads, as the configuration of servers names it. What is known only once it is built
/// stands there as `${NAME}`, which Terraform replaces on instances and the image's start in containers.
///
/// @param label of the target, `[a-z][a-z0-9_]*`
/// @param names of the hosts
/// @param hosts what the names stand for
/// @param port 1 to 65535
/// @param kind of the target
record Upstream(
    String label,
    List<String> names,
    List<Value> hosts,
    Transport transport,
    int port,
    boolean secure,
    Kind kind) {

  /// One for each arrow from the servers and each port that it opens, those whose target has an
  /// address. The user is told of the others.
  static List<Upstream> of(Node servers, Lowering out) {
    List<Upstream> found = new ArrayList<>();
    for (Connector arrow : out.document().connectorsOf(servers.id())) {
      if (!arrow.kind().equals(Traffic.KIND.id()) || !arrow.source().equals(servers.id())) {
        continue;
      }
      Node target = out.document().node(arrow.target());
      Kind kind = Catalog.of(target).orElse(null);
      if (kind == null || !SecurityBlocks.bears(target, out)) {
        continue;
      }
      Endpoint endpoint = kind.endpoint(target, out);
      if (endpoint.hosts().isEmpty()) {
        if (kind.is(Trait.SERVERS)) {
          out.warn(arrow, null, "lower.upstream-without-address");
        }
        continue;
      }
      String label = out.label(target.id());
      List<String> names = names(label, endpoint.hosts().size());
      for (SecurityBlocks.Ports ports : inOrder(SecurityBlocks.reached(arrow, out), endpoint)) {
        int port = Math.max(1, ports.from());
        Upstream upstream =
            new Upstream(
                label,
                names,
                endpoint.hosts(),
                ports.transport(),
                port,
                endpoint.secure().contains(port),
                kind);
        if (!found.contains(upstream)) {
          found.add(upstream);
        }
      }
    }
    return found;
  }

  /// For the servers of a tier, of each target the port that serves it best.
  static List<Upstream> ofHttp(Node servers, Lowering out) {
    Map<String, Upstream> first = new LinkedHashMap<>();
    for (Upstream upstream : of(servers, out)) {
      if (upstream.transport == Transport.TCP && !upstream.kind.is(Trait.DATA_STORE)) {
        first.putIfAbsent(upstream.label, upstream);
      }
    }
    return List.copyOf(first.values());
  }

  private static List<String> names(String label, int count) {
    String base = label.toUpperCase(Locale.ROOT) + "_HOST";
    List<String> names = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      names.add(count == 1 ? base : base + "_" + i);
    }
    return names;
  }

  private static List<SecurityBlocks.Ports> inOrder(
      List<SecurityBlocks.Ports> ports, Endpoint endpoint) {
    List<SecurityBlocks.Ports> ordered = new ArrayList<>(ports);
    ordered.sort(
        Comparator.comparingInt(
            run -> {
              int at = endpoint.preferred().indexOf(run.from());
              return at < 0 ? Integer.MAX_VALUE : at;
            }));
    return ordered;
  }

  /// The hosts as they stand in a file.
  List<String> placeholders() {
    return names.stream().map(name -> "${" + name + "}").toList();
  }

  /// What the placeholders of all stand for.
  static SequencedMap<String, Value> values(List<Upstream> upstreams) {
    SequencedMap<String, Value> values = new LinkedHashMap<>();
    for (Upstream upstream : upstreams) {
      for (int i = 0; i < upstream.names.size(); i++) {
        values.put(upstream.names.get(i), upstream.hosts.get(i));
      }
    }
    return values;
  }
}
