package dev.drawbridge.catalog.aws;

import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Resource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// Hosts that serve files by HTTP and run nothing else, as far as the script of their first start tells: what is
/// drawn as web tier when it is imported.
public final class WebServers {
  private static final String SCRIPT = "web.sh.tftpl";

  private WebServers() {}

  /// @param host an instance, or a group of them
  /// @param find finds the template that it is started from
  public static boolean are(Resource host, Function<Address, Optional<Resource>> find) {
    return Stream.concat(Stream.of(host), RaisedCompute.template(host, find).stream())
        .anyMatch(WebServers::isStarted);
  }

  private static boolean isStarted(Resource bearer) {
    List<RaisedScript> ours = RaisedScript.of(bearer.get("user_data"));
    return ours.isEmpty()
        ? UserData.of(bearer).servesFiles()
        : ours.stream().allMatch(WebServers::isOurs);
  }

  /// Whether it is the script that Drawbridge writes for web tiers.
  static boolean isOurs(RaisedScript script) {
    return script.is(SCRIPT);
  }
}
