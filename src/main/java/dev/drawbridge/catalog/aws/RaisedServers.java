package dev.drawbridge.catalog.aws;

import dev.drawbridge.base.Rect;
import dev.drawbridge.catalog.Property;
import dev.drawbridge.catalog.RaisedNode;
import dev.drawbridge.catalog.Raising;
import dev.drawbridge.catalog.Trait;
import dev.drawbridge.catalog.aws.Instances.Runtime;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Node;
import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Resource;
import dev.drawbridge.resource.SupportFile;
import dev.drawbridge.resource.Value;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What runs on servers, told by the template of their user data and by their configuration files: the way
/// back of [WebWorkload], [WasWorkload], [DockerBlocks] and [TaskBlocks].
final class RaisedServers {
  private static final String DOCKER = "docker.sh.tftpl";

  /// Those of our own templates that start something else than an application.
  private static final Set<String> OTHERS =
      Set.of("consul.sh.tftpl", "vault.sh.tftpl", "ecs.sh.tftpl");

  private RaisedServers() {}

  static boolean isWeb(Resource group, RaisedScript script, Raising in) {
    return WebServers.isOurs(script)
        || (script.isContainer()
            && script.environment("APP_PORT") == null
            && servesFiles(group.address().name(), in));
  }

  /// Whether the nginx of a container serves files of its own.
  static boolean servesFiles(String label, Raising in) {
    return file(label, "nginx.conf", in).contains(" default_server;")
        && file(label, "Dockerfile", in).contains("\nRUN mkdir -p ");
  }

  /// Whatever instances or tasks run that is nothing else that we know.
  static boolean isApplication(Resource group, RaisedScript script, Raising in) {
    return !isWeb(group, script, in)
        && !RaisedProxies.is(group, script, in)
        && OTHERS.stream().noneMatch(script::is);
  }

  /// The text of a configuration file of the element's own; empty where there is none.
  static String file(String label, String name, Raising in) {
    SupportFile file = in.graph().files().get("files/" + label + "/" + name);
    return file == null ? "" : file.text();
  }

  static void web(RaisedNode tier, RaisedScript told, Raising in) {
    container(tier, told);
    tier.read(WebTier.DOCUMENT_ROOT, told.argument("document_root"));
    tier.read(WebTier.SHUTDOWN, told.argument("shutdown"));
    String text = file(tier.label(), "nginx.conf", in);
    if (text.isEmpty()) {
      told.ports().stream().findFirst().ifPresent(port -> tier.set(WebTier.PORT, port.number()));
      return;
    }
    read(tier, WebTier.SHUTDOWN, text, "worker_shutdown_timeout ([0-9]+)s;", "");
    read(tier, WebTier.PORT, text, "listen ([0-9]+) default_server;", "");
    read(tier, WebTier.DOCUMENT_ROOT, text, "root (\\S+);", "");
    read(tier, WebTier.WORKER_PROCESSES, text, "worker_processes (\\S+);", "");
    read(tier, WebTier.WORKER_CONNECTIONS, text, "worker_connections ([0-9]+);", "");
    read(tier, WebTier.NOT_FOUND_PAGE, text, "error_page 404 (\\S+);", "");
    read(tier, WebTier.ERROR_PAGE, text, "error_page 500 502 503 504 (\\S+);", "");
    read(tier, Instances.HEALTH_PATH, text, "location = (\\S+) \\{", "/");
  }

  /// @param without what it means that no line says it
  private static <T> void read(
      RaisedNode tier, Property<T> property, String text, String line, String without) {
    Matcher found = Pattern.compile("(?m)^ *" + line + "$").matcher(text);
    tier.read(property, Value.of(found.find() ? found.group(1) : without));
  }

  static void was(RaisedNode tier, RaisedScript told, Raising in) {
    container(tier, told);
    tier.read(WasTier.PORT, told.argument("port"));
    told.ports().stream().findFirst().ifPresent(port -> tier.set(WasTier.PORT, port.number()));
    tier.read(WasTier.PORT, told.environment("APP_PORT"));
    String image = file(tier.label(), "Dockerfile", in);
    for (WasTier.Software software : WasTier.Software.values()) {
      if (Value.of(software.command()).equals(told.argument("command"))
          || image.equals(Dockerfiles.application(software, tier.get(WasTier.PORT)))) {
        tier.set(WasTier.SOFTWARE, software);
      }
    }
    tier.read(Instances.HEALTH_PATH, told.argument("health_path"));
    tier.read(WasTier.SHUTDOWN, told.argument("shutdown"));
  }

  static void container(RaisedNode tier, RaisedScript told) {
    if (told.is(DOCKER)) {
      tier.set(Instances.RUNTIME, Runtime.DOCKER);
    }
    if (told.isContainer()) {
      tier.read(Instances.IMAGE, told.argument("image"));
    }
  }

  /// What the servers are told of, in the order of their configuration files.
  static List<Address> named(String label, RaisedScript told, Raising in) {
    StringBuilder text = new StringBuilder();
    in.graph()
        .files()
        .forEach(
            (path, file) -> {
              if (path.startsWith("files/" + label + "/")) {
                text.append(file.text());
              }
            });
    return told.named(text.toString());
  }

  /// What is asked for its health by load balancers alone, so that only they tell where: an application in a
  /// container or without a place, and a proxy that proxies no HTTP.
  static boolean leavesHealthToOthers(RaisedNode tier) {
    RaisedNode place = tier.parent();
    boolean contained = place != null && place.kind().is(Trait.CONTAINERS);
    boolean homeless = place != null && place.kind().equals(Vpc.KIND) && tier.spans().isEmpty();
    boolean docker = tier.get(Instances.RUNTIME) == Runtime.DOCKER;
    return tier.kind().equals(Ec2Instance.KIND)
        || (tier.kind().equals(WasTier.KIND) && (contained || homeless || docker))
        || (tier.kind().equals(ProxyTier.KIND) && !RaisedProxies.answersHealth(tier));
  }

  /// Where the tier answers health checks, and which property of its says so.
  static Property<String> health(RaisedNode tier) {
    return tier.kind().equals(ProxyTier.KIND) ? ProxyTier.HEALTH_PATH : Instances.HEALTH_PATH;
  }

  static String healthPath(RaisedNode tier) {
    Node node =
        Node.of(new ElementId("x"), tier.kind().id(), "", new Rect(0, 0, 1, 1))
            .withProperties(tier.properties());
    return tier.kind().workload().map(workload -> workload.healthPath(node)).orElse("");
  }
}
