package dev.drawbridge.translate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.base.Outcome;
import dev.drawbridge.catalog.Kind;
import dev.drawbridge.catalog.Trait;
import dev.drawbridge.catalog.aws.ApplicationLoadBalancer;
import dev.drawbridge.catalog.aws.ApplicationLoadBalancer.Action;
import dev.drawbridge.catalog.aws.ApplicationLoadBalancer.Protocol;
import dev.drawbridge.catalog.aws.Instances;
import dev.drawbridge.catalog.aws.ProxyTier;
import dev.drawbridge.catalog.aws.WebTier;
import dev.drawbridge.model.Datum;
import dev.drawbridge.model.Fields;
import dev.drawbridge.resource.ResourceGraph;
import dev.drawbridge.resource.Value;
import dev.drawbridge.terraform.SamplesTest;
import dev.drawbridge.terraform.SoftwareProof;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is generated for nginx and HAProxy is what they read, whatever a design says.
class ConfigurationTest {
  private static final int DESIGNS = 60;

  @TempDir Path work;

  private static List<ResourceGraph> graphs() {
    List<ResourceGraph> graphs = new ArrayList<>();
    SamplesTest.samples().forEach(sample -> graphs.add(SamplesTest.graph(sample)));
    for (int seed = 1; seed <= DESIGNS; seed++) {
      if (Lowerer.lower(
              RandomDesign.proper(new Random(seed), 40 + 2 * seed, ConfigurationTest::matters))
          instanceof Outcome.Ok<ResourceGraph>(var graph, _)) {
        graphs.add(graph);
      }
    }
    return graphs;
  }

  /// Servers, what stands before them, and where they can stand at all.
  private static boolean matters(Kind kind) {
    return kind.isContainer()
        || kind.isConnector()
        || kind.is(Trait.SERVERS)
        || kind.is(Trait.BALANCER);
  }

  @Test
  void nginxReadsWhatSamplesAndRandomDesignsSay() {
    SoftwareProof nginx = SoftwareProof.find("nginx", work);
    List<String> all =
        graphs().stream()
            .flatMap(graph -> SoftwareProof.configurations(graph, "nginx.conf").stream())
            .distinct()
            .toList();
    assertThat(all).hasSizeGreaterThan(20);
    all.forEach(nginx::assertNginx);
  }

  @Test
  void nginxReadsEveryTurnOfAWebTier() {
    SoftwareProof nginx = SoftwareProof.find("nginx", work);
    List<Sketch> sketches =
        List.of(
            Sketch.threeTier().set("web", WebTier.WORKER_PROCESSES, "999"),
            Sketch.threeTier().set("web", WebTier.WORKER_CONNECTIONS, 1_000_000),
            Sketch.threeTier().set("web", Instances.HEALTH_PATH, "/"),
            Sketch.threeTier().set("web", Instances.HEALTH_PATH, "/a/~b/c.d-e_f"),
            Sketch.threeTier().set("web", WebTier.NOT_FOUND_PAGE, ""),
            Sketch.threeTier().set("web", WebTier.DOCUMENT_ROOT, "/srv/www-2.d"),
            Sketch.threeTier().without("internal-alb"),
            Sketch.threeTier().rename("internal-alb", "내부 \"로드\"; } 밸런서 ${x}"),
            Sketch.threeTier()
                .set(
                    "internal-alb",
                    ApplicationLoadBalancer.LISTENERS,
                    List.of(
                        ApplicationLoadBalancer.listener(8443, Protocol.HTTPS, Action.FORWARD))),
            Sketch.threeTier()
                .without("internal-alb")
                .move("was", "main")
                .spans("was", "app-a", "app-b")
                .set("was", Instances.PER_SUBNET, 20)
                .arrow("web", "was"));
    for (Sketch sketch : sketches) {
      assertThat(SoftwareProof.configurations(sketch.lower(), "nginx.conf"))
          .hasSize(1)
          .allSatisfy(nginx::assertNginx);
    }
  }

  @Test
  void haproxyReadsWhatRandomDesignsSay() {
    SoftwareProof haproxy = SoftwareProof.find("haproxy", work);
    List<String> all =
        graphs().stream()
            .flatMap(graph -> SoftwareProof.configurations(graph, "haproxy.cfg").stream())
            .distinct()
            .toList();
    assertThat(all).hasSizeGreaterThan(3);
    all.forEach(haproxy::assertHaproxy);
  }

  @Test
  void eachProxyReadsEveryKindOfPortAndUpstream() {
    SoftwareProof nginx = SoftwareProof.find("nginx", work);
    SoftwareProof haproxy = SoftwareProof.find("haproxy", work);
    for (Sketch sketch : ProxyTest.sketches()) {
      sketch.set("proxy", ProxyTier.SOFTWARE, ProxyTier.Software.NGINX);
      SoftwareProof.configurations(sketch.lower(), "nginx.conf").forEach(nginx::assertNginx);
      sketch.set("proxy", ProxyTier.SOFTWARE, ProxyTier.Software.HAPROXY);
      assertThat(SoftwareProof.configurations(sketch.lower(), "haproxy.cfg"))
          .hasSize(1)
          .allSatisfy(haproxy::assertHaproxy);
    }
  }

  /// Terraform itself sees it only where all values are known.
  @Test
  void everyTemplateIsGivenWhatItNames() {
    int calls = 0;
    for (ResourceGraph graph : graphs()) {
      for (var resource : graph.resources().values()) {
        for (Value value : resource.body().allValues().toList()) {
          if (value instanceof Value.Call(String function, List<Value> arguments)
              && function.equals("templatefile")
              && arguments.get(1) instanceof Value.Mapping(var given)) {
            String path = Graphs.say(arguments.getFirst()).replace("path.module/", "");
            String text = graph.files().get(path).text();
            assertThat(given.keySet()).as(path).containsAll(named(text));
            calls++;
          }
        }
      }
    }
    assertThat(calls).isGreaterThan(50);
  }

  private static Set<String> named(String template) {
    Set<String> names = new TreeSet<>();
    Matcher places = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)").matcher(template);
    while (places.find()) {
      names.add(places.group(1));
    }
    // What a loop of the template itself names.
    names.removeAll(Set.of("key", "value"));
    return names;
  }

  /// Values that a file may hold in spite of their type count as absent.
  @Test
  void nothingOfAHostileFileReachesAConfiguration() {
    for (String text :
        List.of("/x; } evil {", "$(reboot)", "/a\nNGINX\nreboot", "${path.module}")) {
      Fields fields = Fields.NONE;
      for (var property : WebTier.KIND.properties()) {
        fields = fields.with(property.name(), Datum.of(text));
      }
      ResourceGraph hostile = Sketch.threeTier().properties("web", fields).lower();
      assertThat(hostile.files().get("files/web/nginx.conf"))
          .isEqualTo(Sketch.threeTier().lower().files().get("files/web/nginx.conf"));
    }
  }
}
