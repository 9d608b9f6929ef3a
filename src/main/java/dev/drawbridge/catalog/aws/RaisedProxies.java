package dev.drawbridge.catalog.aws;

import dev.drawbridge.catalog.Port;
import dev.drawbridge.catalog.Port.Transport;
import dev.drawbridge.catalog.RaisedNode;
import dev.drawbridge.catalog.Raising;
import dev.drawbridge.catalog.aws.ProxyTier.Listener;
import dev.drawbridge.catalog.aws.ProxyTier.Protocol;
import dev.drawbridge.catalog.aws.ProxyTier.Software;
import dev.drawbridge.model.Fields;
import dev.drawbridge.resource.Resource;
import dev.drawbridge.resource.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Proxies recognised by the configuration of their software: the way back of [ProxyWorkload].
final class RaisedProxies {
  private RaisedProxies() {}

  /// Where the configuration of a software says what we look for; the first group is it.
  ///
  /// @param file beside the Terraform, under `files` and the label
  /// @param http a port that is proxied request by request
  /// @param other another port; a second group, where there is one, tells that it is UDP
  private record Signs(
      String file, String http, String other, String healthFile, String health, String shutdown) {
    static Signs of(Software software) {
      return switch (software) {
        case TRAEFIK ->
            new Signs(
                "traefik.yaml",
                "http-([0-9]+):",
                "(?:tcp-)?(?:udp-)?([0-9]+):",
                "routes.yaml",
                "rule: \"Path\\(`([^`]+)`\\)\"",
                "graceTimeOut: ([0-9]+)s");
        case ENVOY ->
            new Signs(
                "envoy.yaml",
                "- name: http_([0-9]+)",
                "- name: (?:tcp_)?(?:udp_)?([0-9]+)",
                "envoy.yaml",
                "- match: \\{ path: \"([^\"]+)\" }",
                "--drain-time-s ([0-9]+)");
        case HAPROXY ->
            new Signs(
                "haproxy.cfg",
                "frontend http_([0-9]+)",
                "frontend (?:tcp_)?(?:udp_)?([0-9]+)",
                "haproxy.cfg",
                "monitor-uri (\\S+)",
                "hard-stop-after ([0-9]+)s");
        case NGINX ->
            new Signs(
                "nginx.conf",
                "listen ([0-9]+) default_server;",
                "listen ([0-9]+)(?: udp)?;",
                "nginx.conf",
                "location = (\\S+) \\{",
                "worker_shutdown_timeout ([0-9]+)s;");
      };
    }
  }

  static boolean is(Resource group, RaisedScript script, Raising in) {
    return software(group.address().name(), script, in).isPresent();
  }

  private static Optional<Software> software(String label, RaisedScript script, Raising in) {
    return Stream.of(Software.values())
        .filter(
            each ->
                script.is("proxy-" + each.name().toLowerCase(Locale.ROOT) + ".sh.tftpl")
                    || (script.isContainer()
                        && !RaisedServers.servesFiles(label, in)
                        && !RaisedServers.file(label, Signs.of(each).file, in).isEmpty()))
        .findFirst();
  }

  static void proxy(RaisedNode tier, RaisedScript told, Raising in) {
    RaisedServers.container(tier, told);
    Software software = software(tier.label(), told, in).orElse(ProxyTier.SOFTWARE.fallback());
    tier.set(ProxyTier.SOFTWARE, software);
    Signs signs = Signs.of(software);
    String text = RaisedServers.file(tier.label(), signs.file, in);
    tier.read(ProxyTier.SHUTDOWN, told.argument("shutdown"));
    String image = RaisedServers.file(tier.label(), "Dockerfile", in);
    first(software == Software.ENVOY ? image : text, signs.shutdown)
        .ifPresent(seconds -> tier.read(ProxyTier.SHUTDOWN, Value.of(seconds)));
    first(RaisedServers.file(tier.label(), signs.healthFile, in), signs.health)
        .ifPresent(path -> tier.read(ProxyTier.HEALTH_PATH, Value.of(path)));
    if (!text.isEmpty()) {
      List<Listener> listeners = listeners(text, signs);
      tier.set(ProxyTier.LISTENERS, rows(inOrder(listeners, told.ports(), exposed(image))));
    }
  }

  private static List<Fields> rows(List<Listener> listeners) {
    return listeners.stream()
        .map(listener -> ProxyTier.listener(listener.number(), listener.protocol()))
        .toList();
  }

  private static Optional<String> first(String text, String sign) {
    Matcher found = line(sign).matcher(text);
    return found.find() ? Optional.of(found.group(1)) : Optional.empty();
  }

  private static Pattern line(String sign) {
    return Pattern.compile("(?m)" + sign);
  }

  private static List<Listener> listeners(String text, Signs signs) {
    List<Listener> found = new ArrayList<>();
    Matcher line =
        Pattern.compile("(?m)^ *(?:" + signs.http + "|" + signs.other + ")$").matcher(text);
    while (line.find()) {
      if (line.group(1) != null) {
        add(found, Protocol.HTTP, line.group(1));
      } else {
        boolean udp = line.group().contains("udp");
        add(found, udp ? Protocol.UDP : Protocol.TCP, line.group(2));
      }
    }
    return found;
  }

  private static void add(List<Listener> listeners, Protocol protocol, String number) {
    Listener listener = new Listener(protocol, Integer.parseInt(number));
    if (!listeners.contains(listener)) {
      listeners.add(listener);
    }
  }

  /// The ports that an image says it listens on.
  private static List<Integer> exposed(String image) {
    return first(image, "^EXPOSE ([0-9 ]+)$").stream()
        .flatMap(ports -> Stream.of(ports.split(" ")))
        .map(Integer::valueOf)
        .toList();
  }

  /// A configuration may leave out ports that lead nowhere, and have its own order; a container tells all.
  private static List<Listener> inOrder(
      List<Listener> listeners, List<Port> ports, List<Integer> exposed) {
    SequencedSet<Listener> all = new LinkedHashSet<>();
    for (Port port : ports) {
      all.add(
          listeners.stream()
              .filter(listener -> listener.port().equals(port))
              .findFirst()
              .orElse(
                  new Listener(
                      port.transport() == Transport.UDP ? Protocol.UDP : Protocol.TCP,
                      port.number())));
    }
    if (ports.isEmpty()) {
      for (int number : exposed) {
        List<Listener> there =
            listeners.stream().filter(listener -> listener.number() == number).toList();
        all.addAll(there.isEmpty() ? List.of(new Listener(Protocol.TCP, number)) : there);
      }
    }
    all.addAll(listeners);
    return List.copyOf(all);
  }

  /// Whether it answers health checks itself, so that its configuration tells where.
  static boolean answersHealth(RaisedNode proxy) {
    return proxy.get(ProxyTier.LISTENERS).stream()
        .anyMatch(row -> ProxyTier.LISTEN_PROTOCOL.in(row) == Protocol.HTTP);
  }
}
