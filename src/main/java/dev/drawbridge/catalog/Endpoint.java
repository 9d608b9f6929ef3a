package dev.drawbridge.catalog;

import dev.drawbridge.resource.Value;
import java.util.List;
import java.util.Set;

/// Where the clients of a node find it, as their configuration names it.
///
/// @param hosts host names or addresses, mostly known only once it is built; empty where it has none that
///     last, as the instances of a fleet
/// @param preferred the ports to use before others, the best first
/// @param secure the ports that speak TLS
public record Endpoint(List<Value> hosts, List<Integer> preferred, Set<Integer> secure) {
  /// Of a node that has no address that lasts.
  public static final Endpoint NONE = new Endpoint(List.of(), List.of(), Set.of());

  public Endpoint {
    hosts = List.copyOf(hosts);
    preferred = List.copyOf(preferred);
    secure = Set.copyOf(secure);
  }

  /// Of a node with one name, no port of which is better or speaks TLS.
  public static Endpoint at(Value host) {
    return new Endpoint(List.of(host), List.of(), Set.of());
  }
}
