package dev.drawbridge.catalog.aws;

import dev.drawbridge.catalog.Lowering;
import dev.drawbridge.catalog.Property;
import dev.drawbridge.catalog.Workload;
import dev.drawbridge.model.Node;
import dev.drawbridge.resource.Value;
import java.util.LinkedHashMap;
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
    arguments.put("environment", new Value.Mapping(environment(tier, out)));
    arguments.put("health_path", Value.of(healthPath(tier)));
    arguments.put("packages", Value.of(software.packages()));
    arguments.put("port", Value.of(WasTier.PORT.of(tier)));
    arguments.put("shutdown", Value.of(shutdown(tier)));
    return ConfigurationFiles.script("was.sh.tftpl", new Value.Mapping(arguments), out);
  }

  @Override
  public SequencedMap<String, Value> container(Node tier, Lowering out) {
    Dockerfiles.application(tier, WasTier.SOFTWARE.of(tier), WasTier.PORT.of(tier), out);
    return environment(tier, out);
  }

  /// What the application is told: its port, and where the databases and caches are to which arrows lead.
  private static SequencedMap<String, Value> environment(Node tier, Lowering out) {
    String port = String.valueOf(WasTier.PORT.of(tier));
    SequencedMap<String, Value> environment = new LinkedHashMap<>();
    environment.put("APP_PORT", Value.of(port));
    environment.put("PORT", Value.of(port));
    environment.putAll(
        DataEndpoints.of(
                out.document().connectorsOf(tier.id()).stream()
                    .filter(arrow -> arrow.kind().equals(Traffic.KIND.id()))
                    .filter(arrow -> arrow.source().equals(tier.id()))
                    .toList(),
                out)
            .variables());
    return environment;
  }
}
