package dev.drawbridge.catalog.aws;

import dev.drawbridge.catalog.Lowering;
import dev.drawbridge.catalog.Port.Transport;
import dev.drawbridge.catalog.Trait;
import dev.drawbridge.catalog.aws.ProxyTier.Listener;
import dev.drawbridge.catalog.aws.ProxyTier.Protocol;
import dev.drawbridge.model.Fields;
import dev.drawbridge.model.Node;
import dev.drawbridge.resource.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;

/// Proxy software and its configuration.
final class ProxyWorkload implements ServerWorkload {
  @Override
  public String tier() {
    return "proxy";
  }

  @Override
  public String healthPath(Node node) {
    return ProxyTier.HEALTH_PATH.of(node);
  }

  @Override
  public int shutdown(Node node) {
    return ProxyTier.SHUTDOWN.of(node);
  }

  /// A port with where it is handed on to.
  record Route(Listener listener, List<Upstream> upstreams) {
    boolean isHttp() {
      return listener.protocol() == Protocol.HTTP;
    }

    String name() {
      return listener.name();
    }

    /// As where a name must be a word: `http_8000`.
    String word() {
      return listener.name().replace('-', '_');
    }

    boolean isSecure() {
      return isHttp() && upstreams.stream().anyMatch(Upstream::secure);
    }
  }

  /// A port is handed on to those of its transport that are called on the same port, where there are
  /// any; otherwise to all that no other port of the proxy is for.
  static List<Route> routes(Node proxy, Lowering out) {
    List<Listener> listeners = ProxyTier.listeners(proxy);
    List<Upstream> all = Upstream.of(proxy, out);
    List<Route> routes = new ArrayList<>();
    for (Listener listener : listeners) {
      Transport transport = listener.port().transport();
      List<Upstream> able =
          all.stream()
              .filter(upstream -> upstream.transport() == transport)
              .filter(
                  upstream ->
                      listener.protocol() != Protocol.HTTP || !upstream.kind().is(Trait.DATA_STORE))
              .toList();
      List<Upstream> same =
          able.stream().filter(upstream -> upstream.port() == listener.number()).toList();
      List<Upstream> rest =
          able.stream()
              .filter(
                  upstream ->
                      listeners.stream()
                          .noneMatch(
                              other ->
                                  other.number() == upstream.port()
                                      && other.port().transport() == transport))
              .toList();
      routes.add(new Route(listener, best(same.isEmpty() ? rest : same)));
    }
    return routes;
  }

  /// Of each target the port that serves it best: there is one address to hand a request on to.
  private static List<Upstream> best(List<Upstream> upstreams) {
    SequencedMap<String, Upstream> first = new LinkedHashMap<>();
    upstreams.forEach(upstream -> first.putIfAbsent(upstream.label(), upstream));
    return List.copyOf(first.values());
  }

  @Override
  public Value script(Node proxy, Lowering out) {
    List<Route> routes = told(proxy, out);
    SequencedMap<String, Value> arguments = new LinkedHashMap<>();
    ProxyTier.Software software = ProxyTier.SOFTWARE.of(proxy);
    switch (software) {
      case TRAEFIK -> {
        arguments.put(
            "routes",
            content(proxy, "routes.yaml", TraefikConfiguration.routes(proxy, routes), routes, out));
        arguments.put(
            "traefik",
            content(
                proxy,
                "traefik.yaml",
                TraefikConfiguration.entryPoints(proxy, routes, out),
                List.of(),
                out));
      }
      case ENVOY ->
          arguments.put(
              "envoy",
              content(proxy, "envoy.yaml", EnvoyConfiguration.of(proxy, routes), routes, out));
      case HAPROXY ->
          arguments.put(
              "haproxy",
              content(proxy, "haproxy.cfg", HaproxyConfiguration.of(proxy, routes), routes, out));
      case NGINX ->
          arguments.put(
              "nginx",
              content(proxy, "nginx.conf", ProxyNginx.of(proxy, routes, out), routes, out));
    }
    arguments.put("shutdown", Value.of(shutdown(proxy)));
    String name = software.name().toLowerCase(Locale.ROOT);
    return ConfigurationFiles.script(
        "proxy-" + name + ".sh.tftpl", new Value.Mapping(arguments), out);
  }

  @Override
  public SequencedMap<String, Value> container(Node proxy, Lowering out) {
    List<Route> routes = told(proxy, out);
    SequencedMap<String, Value> environment =
        Upstream.values(routes.stream().flatMap(route -> route.upstreams().stream()).toList());
    List<String> names = List.copyOf(environment.keySet());
    List<Integer> ports = routes.stream().map(route -> route.listener().number()).toList();
    switch (ProxyTier.SOFTWARE.of(proxy)) {
      case TRAEFIK -> {
        ConfigurationFiles.add(
            proxy, "routes.yaml", TraefikConfiguration.routes(proxy, routes), out);
        ConfigurationFiles.add(
            proxy, "traefik.yaml", TraefikConfiguration.entryPoints(proxy, routes, out), out);
        Dockerfiles.traefik(proxy, names, ports, out);
      }
      case ENVOY -> {
        ConfigurationFiles.add(proxy, "envoy.yaml", EnvoyConfiguration.of(proxy, routes), out);
        Dockerfiles.envoy(proxy, names, ports, out);
      }
      case HAPROXY -> {
        ConfigurationFiles.add(proxy, "haproxy.cfg", HaproxyConfiguration.of(proxy, routes), out);
        Dockerfiles.haproxy(proxy, ports, out);
      }
      case NGINX -> {
        ConfigurationFiles.add(proxy, "nginx.conf", ProxyNginx.of(proxy, routes, out), out);
        Dockerfiles.nginx(proxy, "", ports, out);
      }
    }
    return environment;
  }

  private static Value content(
      Node proxy, String file, String text, List<Route> routes, Lowering out) {
    String path = ConfigurationFiles.add(proxy, file, text, out);
    return ConfigurationFiles.content(
        path,
        Upstream.values(routes.stream().flatMap(route -> route.upstreams().stream()).toList()));
  }

  /// The routes; the user is told of ports that are left out or lead nowhere.
  private static List<Route> told(Node proxy, Lowering out) {
    List<Route> routes = routes(proxy, out);
    for (Fields row : ProxyTier.LISTENERS.of(proxy)) {
      Listener listener =
          new Listener(ProxyTier.LISTEN_PROTOCOL.in(row), ProxyTier.LISTEN_PORT.in(row));
      if (!ProxyTier.SOFTWARE.of(proxy).speaks(listener.protocol())) {
        out.warn(proxy, ProxyTier.LISTENERS.name(), "lower.proxy-without-udp", listener.number());
      }
    }
    for (Route route : routes) {
      if (route.upstreams.isEmpty()) {
        out.warn(
            proxy,
            ProxyTier.LISTENERS.name(),
            "lower.proxy-without-upstream",
            route.listener.number());
      }
    }
    return routes;
  }
}
