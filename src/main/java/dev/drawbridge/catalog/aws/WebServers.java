package dev.drawbridge.catalog.aws;

import dev.drawbridge.catalog.Arguments;
import dev.drawbridge.catalog.Port;
import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Resource;
import dev.drawbridge.resource.Value;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Hosts that serve files by HTTP and run nothing else, as far as the script of their first start tells, or the images
/// of their containers: what is drawn as web tier when it is imported.
public final class WebServers {
  private static final String SCRIPT = "web.sh.tftpl";

  /// Where nginx and Apache look for files, as their images have it.
  private static final List<String> DOCUMENT_ROOTS =
      List.of("/usr/share/nginx/html", "/usr/local/apache2/htdocs");

  /// Where both listen unless they are told otherwise; 8080 in images that do without root.
  private static final Set<Port> PUBLISHED_PORTS = Set.of(Port.tcp(80), Port.tcp(8080));

  private WebServers() {}

  /// @param host an instance, a group of them, or a service of tasks
  /// @param find finds the template or the task that it is started from
  public static boolean are(Resource host, Function<Address, Optional<Resource>> find) {
    if (host.type().equals("aws_ecs_service")) {
      return areContainers(
          ContainerDefinitions.of(
              host,
              find,
              part ->
                  part instanceof Value.Text(String text) ? Optional.of(text) : Optional.empty()));
    }
    return Stream.concat(Stream.of(host), RaisedCompute.template(host, find).stream())
        .anyMatch(WebServers::isStarted);
  }

  private static boolean isStarted(Resource bearer) {
    List<RaisedScript> ours = RaisedScript.of(bearer.get("user_data"));
    return ours.isEmpty()
        ? UserData.of(bearer).servesFiles()
        : ours.stream().allMatch(WebServers::isOurs);
  }

  /// One container of another sort beside them is enough to hand requests to.
  private static boolean areContainers(List<Value.Mapping> containers) {
    return !containers.isEmpty() && containers.stream().allMatch(WebServers::servesFiles);
  }

  private static boolean servesFiles(Value.Mapping container) {
    SequencedMap<String, Value> told = container.entries();
    String words =
        Stream.of("entryPoint", "command")
            .map(told::get)
            .map(Arguments::words)
            .collect(Collectors.joining("\n"));
    return WebImage.isOne(Arguments.words(told.get("image")))
        && PUBLISHED_PORTS.containsAll(RaisedScript.ofContainer(container).ports())
        && !UserData.isMoreThanFiles(words)
        && mounts(told.get("mountPoints")).allMatch(WebServers::bringsFiles);
  }

  private static Stream<Value> mounts(@Nullable Value told) {
    return switch (told) {
      case null -> Stream.empty();
      case Value.Null _ -> Stream.empty();
      case Value.Items(List<Value> all) -> all.stream();
      case Value unclear -> Stream.of(unclear);
    };
  }

  /// What is mounted anywhere else may be a configuration that hands requests on.
  private static boolean bringsFiles(Value mount) {
    return mount instanceof Value.Mapping(SequencedMap<String, Value> told)
        && told.get("containerPath") instanceof Value.Text(String path)
        && DOCUMENT_ROOTS.stream()
            .anyMatch(root -> path.equals(root) || path.startsWith(root + "/"));
  }

  /// Whether it is the script that Drawbridge writes for web tiers.
  static boolean isOurs(RaisedScript script) {
    return script.is(SCRIPT);
  }
}
