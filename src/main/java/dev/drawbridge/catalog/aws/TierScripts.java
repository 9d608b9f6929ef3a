package dev.drawbridge.catalog.aws;

import dev.drawbridge.catalog.Lowering;
import dev.drawbridge.model.Connector;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.Fields;
import dev.drawbridge.model.Node;
import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Origin;
import dev.drawbridge.resource.SupportFile;
import dev.drawbridge.resource.Value;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What an instance runs at its first start: a template beside the Terraform, filled with what was drawn.
final class TierScripts {
  private TierScripts() {}

  static Value script(Node tier, Lowering out) {
    return tier.kind().equals(WebTier.KIND.id()) ? web(tier, out) : was(tier, out);
  }

  private static Value web(Node tier, Lowering out) {
    return template(
        "web.sh.tftpl",
        Terms.map(
            "app_url",
            upstream(tier, out),
            "document_root",
            WebTier.DOCUMENT_ROOT.of(tier),
            "health_path",
            Instances.HEALTH_PATH.of(tier),
            "port",
            Value.of(WebTier.PORT.of(tier)),
            "worker_connections",
            Value.of(WebTier.WORKER_CONNECTIONS.of(tier)),
            "worker_processes",
            WebTier.WORKER_PROCESSES.of(tier)),
        out);
  }

  /// The address of the load balancer to which an arrow leads from the web tier; empty for none.
  private static Value upstream(Node tier, Lowering out) {
    for (Connector arrow : arrowsFrom(tier, out.document())) {
      Node target = out.document().node(arrow.target());
      if (target.kind().equals(ApplicationLoadBalancer.KIND.id())
          && out.around().vpc(target).isPresent()) {
        Optional<Fields> listener = BalancerBlocks.serving(target);
        if (listener.isPresent()) {
          return BalancerBlocks.url(listener.get(), out.address("aws_lb", target.id()));
        }
      }
    }
    return Value.of("");
  }

  private static Value was(Node tier, Lowering out) {
    Value host = Value.of("");
    Value port = Value.of("");
    String name = "";
    List<Value> replicas = new ArrayList<>();
    for (Connector arrow : arrowsFrom(tier, out.document())) {
      Node target = out.document().node(arrow.target());
      Optional<Address> address = DatabaseBlocks.instance(target, out);
      if (address.isEmpty()) {
        continue;
      }
      if (target.kind().equals(RdsReplica.KIND.id())) {
        Value replica = address.get().dot("address");
        if (!replicas.contains(replica)) {
          replicas.add(replica);
        }
      } else if (name.isEmpty()) {
        host = address.get().dot("address");
        port = address.get().dot("port");
        name = RdsPrimary.DATABASE_NAME.of(target);
      }
    }
    WasTier.Software software = WasTier.SOFTWARE.of(tier);
    return template(
        "was.sh.tftpl",
        Terms.map(
            "artifact",
            software.artifact(),
            "command",
            software.command(),
            "database_host",
            host,
            "database_name",
            name,
            "database_port",
            port,
            "health_path",
            Instances.HEALTH_PATH.of(tier),
            "packages",
            software.packages(),
            "port",
            Value.of(WasTier.PORT.of(tier)),
            "replica_hosts",
            replicas.isEmpty()
                ? Value.of("")
                : Value.call("join", Value.of(","), Value.of(replicas)),
            "shutdown",
            Value.of(WasTier.SHUTDOWN.of(tier))),
        out);
  }

  private static List<Connector> arrowsFrom(Node tier, Document document) {
    return document.connectorsOf(tier.id()).stream()
        .filter(arrow -> arrow.kind().equals(Traffic.KIND.id()))
        .filter(arrow -> arrow.source().equals(tier.id()))
        .toList();
  }

  private static Value template(String file, Value arguments, Lowering out) {
    String path = "templates/" + file;
    if (out.first(path)) {
      out.graph().add(new SupportFile(path, read(file), new Origin.Implied("")));
    }
    return Value.call(
        "templatefile",
        Value.template(Value.symbol("path.module"), Value.of("/" + path)),
        arguments);
  }

  private static String read(String file) {
    try (InputStream in =
        TierScripts.class.getResourceAsStream("/dev/drawbridge/templates/" + file)) {
      if (in == null) {
        throw new IllegalStateException("no template " + file);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
