package dev.drawbridge.catalog.aws;

import dev.drawbridge.catalog.Catalog;
import dev.drawbridge.catalog.Endpoint;
import dev.drawbridge.catalog.Lowering;
import dev.drawbridge.catalog.Port.Transport;
import dev.drawbridge.model.Connector;
import dev.drawbridge.model.Node;
import dev.drawbridge.resource.Value;
import java.util.ArrayList;
import java.util.List;

/// The services that a Consul cluster knows: one for each arrow that leads from it to something whose
/// address lasts and to which packets find a way.
///
/// @param definitions as Consul's configuration has them, each with a health check
/// @param names `redis.service.consul`
record ConsulServices(List<Value> definitions, List<String> names) {
  static ConsulServices of(Node consul, Lowering out) {
    List<Value> definitions = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (Connector arrow : out.document().connectorsOf(consul.id())) {
      if (!arrow.kind().equals(Traffic.KIND.id()) || !arrow.source().equals(consul.id())) {
        continue;
      }
      Node target = out.document().node(arrow.target());
      Endpoint endpoint =
          Catalog.of(target).map(kind -> kind.endpoint(target, out)).orElse(Endpoint.NONE);
      int port =
          SecurityBlocks.reached(arrow, out).stream()
              .filter(run -> run.transport() == Transport.TCP)
              .map(SecurityBlocks.Ports::from)
              .findFirst()
              .orElse(0);
      String name = NetworkBlocks.hyphens(out, target);
      boolean apart =
          DataCentreBlocks.isOnPremises(target) && !DataCentreBlocks.join(consul, target, out);
      if (endpoint.hosts().isEmpty() || port == 0 || apart) {
        if (out.first("no service " + arrow.id())) {
          out.warn(arrow, null, "lower.no-service");
        }
        continue;
      }
      names.add(name + ".service.consul");
      for (int i = 0; i < endpoint.hosts().size(); i++) {
        definitions.add(definition(name, i + 1, endpoint.hosts().get(i), port));
      }
    }
    return new ConsulServices(definitions, names.stream().distinct().toList());
  }

  private static Value definition(String name, int number, Value host, int port) {
    Value check =
        Terms.map(
            "name",
            "TCP " + port,
            "tcp",
            Value.template(host, Value.of(":" + port)),
            "interval",
            "10s",
            "timeout",
            "3s");
    return Terms.map(
        "id",
        name + "-" + number,
        "name",
        name,
        "address",
        host,
        "port",
        Value.of(port),
        "checks",
        Value.items(check));
  }
}
