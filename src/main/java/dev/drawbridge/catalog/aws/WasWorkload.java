package dev.drawbridge.catalog.aws;

import dev.drawbridge.catalog.Lowering;
import dev.drawbridge.catalog.Property;
import dev.drawbridge.catalog.Workload;
import dev.drawbridge.model.Node;
import dev.drawbridge.resource.Value;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.SequencedMap;

/// An application under systemd, told by its environment where the databases are.
final class WasWorkload implements Workload {
  @Override
  public String tier() {
    return "was";
  }

  @Override
  public Property<String> instanceType() {
    return WasTier.INSTANCE_TYPE;
  }

  @Override
  public String healthPath(Node node) {
    return Instances.HEALTH_PATH.of(node);
  }

  @Override
  public int shutdown(Node node) {
    return WasTier.SHUTDOWN.of(node);
  }

  @Override
  public Value script(Node tier, Lowering out) {
    WasTier.Software software = WasTier.SOFTWARE.of(tier);
    SequencedMap<String, Value> arguments = new LinkedHashMap<>();
    arguments.put("artifact", Value.of(software.artifact()));
    arguments.put("command", Value.of(software.command()));
    databases(tier, out)
        .forEach((name, value) -> arguments.put(name.toLowerCase(Locale.ROOT), value));
    arguments.put("health_path", Value.of(healthPath(tier)));
    arguments.put("packages", Value.of(software.packages()));
    arguments.put("port", Value.of(WasTier.PORT.of(tier)));
    arguments.put("shutdown", Value.of(shutdown(tier)));
    return ConfigurationFiles.script("was.sh.tftpl", new Value.Mapping(arguments), out);
  }

  @Override
  public SequencedMap<String, Value> container(Node tier, Lowering out) {
    int port = WasTier.PORT.of(tier);
    Dockerfiles.application(tier, WasTier.SOFTWARE.of(tier), port, out);
    SequencedMap<String, Value> environment = new LinkedHashMap<>();
    environment.put("APP_PORT", Value.of(String.valueOf(port)));
    environment.put("PORT", Value.of(String.valueOf(port)));
    // ECS takes nothing but texts.
    databases(tier, out)
        .forEach(
            (name, value) ->
                environment.put(
                    name,
                    name.endsWith("_PORT") && !(value instanceof Value.Text)
                        ? Value.call("tostring", value)
                        : value));
    return environment;
  }

  /// Where the databases and caches are to which arrows lead, by the names of environment variables; empty texts
  /// where none does.
  static SequencedMap<String, Value> databases(Node tier, Lowering out) {
    DataEndpoints data =
        DataEndpoints.of(
            out.document().connectorsOf(tier.id()).stream()
                .filter(arrow -> arrow.kind().equals(Traffic.KIND.id()))
                .filter(arrow -> arrow.source().equals(tier.id()))
                .toList(),
            out);
    SequencedMap<String, Value> variables = new LinkedHashMap<>();
    variables.put("CACHE_HOST", data.cacheHost());
    variables.put("CACHE_PORT", data.cachePort());
    variables.put("DATABASE_HOST", data.host());
    variables.put("DATABASE_NAME", data.name());
    variables.put("DATABASE_PORT", data.port());
    variables.put("DATABASE_REPLICA_HOSTS", data.replicas());
    return variables;
  }
}
