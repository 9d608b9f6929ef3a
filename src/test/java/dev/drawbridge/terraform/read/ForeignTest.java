package dev.drawbridge.terraform.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.drawbridge.analyze.Analysis;
import dev.drawbridge.analyze.policy.Policy;
import dev.drawbridge.base.Issue;
import dev.drawbridge.base.Language;
import dev.drawbridge.base.Outcome;
import dev.drawbridge.catalog.aws.Aurora;
import dev.drawbridge.catalog.aws.AvailabilityZone;
import dev.drawbridge.catalog.aws.CloudFront;
import dev.drawbridge.catalog.aws.EcsService;
import dev.drawbridge.catalog.aws.ElastiCache;
import dev.drawbridge.catalog.aws.Instances;
import dev.drawbridge.catalog.aws.NetworkLoadBalancer;
import dev.drawbridge.catalog.aws.Region;
import dev.drawbridge.catalog.aws.Route53Record;
import dev.drawbridge.catalog.aws.Subnet;
import dev.drawbridge.catalog.aws.Traffic;
import dev.drawbridge.catalog.aws.Vpc;
import dev.drawbridge.catalog.aws.WasTier;
import dev.drawbridge.catalog.aws.WebTier;
import dev.drawbridge.edit.Invariants;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Node;
import dev.drawbridge.resource.ResourceGraph;
import dev.drawbridge.terraform.TerraformProof;
import dev.drawbridge.terraform.write.GeneratedFile;
import dev.drawbridge.terraform.write.OwnedFolder;
import dev.drawbridge.terraform.write.Readme;
import dev.drawbridge.terraform.write.TerraformFiles;
import dev.drawbridge.translate.Coverage;
import dev.drawbridge.translate.Coverage.Fate;
import dev.drawbridge.translate.Raised;
import dev.drawbridge.translate.Raiser;
import dev.drawbridge.translate.RoundTrip;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Terraform that Drawbridge did not write: with `count`, `for_each`, modules of its own, rules inside groups, old
/// names of resource types.
class ForeignTest {
  private static Path folder(String name) {
    return Path.of("src/test/resources/dev/drawbridge/terraform/foreign", name);
  }

  private static Raised raise(String name) {
    return switch (Configuration.read(name, folder(name))) {
      case Outcome.Ok<Configuration>(Configuration read, var _) -> {
        Raised raised = Raiser.raise(read.graph());
        assertThat(raised.coverage().entries()).hasSameSizeAs(read.graph().resources().keySet());
        yield raised;
      }
      case Outcome.Failed<Configuration>(var issues) -> throw new AssertionError(issues);
    };
  }

  /// The kinds that are drawn, and how many of each.
  private static Map<String, Long> kinds(Document document) {
    return document.nodes().stream()
        .collect(Collectors.groupingBy(Node::kind, TreeMap::new, Collectors.counting()));
  }

  /// The resources that are not drawn, with the key of the reason.
  private static Map<String, String> skipped(Raised raised) {
    Map<String, String> skipped = new TreeMap<>();
    for (Coverage.Entry entry : raised.coverage().entries()) {
      if (entry.fate() instanceof Fate.Skipped(Issue reason)) {
        skipped.put(entry.address().toString(), reason.key());
      }
    }
    return skipped;
  }

  private static Node only(Document document, String kind) {
    return document.nodes().stream()
        .filter(node -> node.kind().equals(kind))
        .reduce((_, _) -> fail(kind))
        .orElseThrow(() -> new AssertionError("no " + kind));
  }

  private static Node fail(String kind) {
    throw new AssertionError("several of " + kind);
  }

  private static boolean joined(Document document, String kind, String from, String to) {
    return document.connectors().stream()
        .anyMatch(
            connector ->
                connector.kind().equals(kind)
                    && document.node(connector.source()).kind().equals(from)
                    && document.node(connector.target()).kind().equals(to));
  }

  @ParameterizedTest
  @ValueSource(strings = {"classic", "containers", "fleet", "inputs", "servers", "site", "usual"})
  void becomesAProperDocument(String name) {
    assertThat(Invariants.violations(raise(name).document())).isEmpty();
  }

  /// A drawing must not look worse than what it was made of, or better.
  @ParameterizedTest
  @ValueSource(strings = {"classic", "containers", "fleet", "inputs", "servers", "site", "usual"})
  void theDmzHoldsInTheDrawingIfItDoesInTheTerraform(String name) {
    if (Configuration.read(name, folder(name))
        instanceof Outcome.Ok<Configuration>(Configuration read, var _)) {
      Analysis written = Analysis.of(read.graph(), read.issues(), Policy.DEFAULT, () -> false);
      Analysis drawn = Analysis.of(Raiser.raise(read.graph()).document());
      assertThat(drawn.dmzHolds()).isEqualTo(written.dmzHolds());
    } else {
      throw new AssertionError(name);
    }
  }

  /// The real Terraform takes what is tested here, and what Drawbridge writes for it.
  @ParameterizedTest
  @ValueSource(strings = {"classic", "containers", "fleet", "inputs", "servers", "site", "usual"})
  void isValidBeforeAndAfter(String name, @TempDir Path work) throws IOException {
    TerraformProof terraform = TerraformProof.find(Files.createDirectories(work.resolve("tf")));
    terraform.assertValid(folder(name));
    ResourceGraph graph = RoundTrip.lower(raise(name).document());
    Path export = work.resolve("export");
    if (TerraformFiles.of(graph, new Readme(name, Language.ENGLISH, "<svg/>"))
            instanceof Outcome.Ok<List<GeneratedFile>>(var files, var _)
        && OwnedFolder.export(export, files, false) instanceof Outcome.Ok<?>) {
      terraform.assertValid(export);
    } else {
      throw new AssertionError("not written");
    }
  }

  @Test
  void aServiceOnFargateIsDrawnWithAllThatBelongsToIt() {
    Raised raised = raise("containers");
    Document document = raised.document();
    assertThat(kinds(document))
        .containsExactlyInAnyOrderEntriesOf(
            Map.ofEntries(
                Map.entry("internet", 1L),
                Map.entry("aws.region", 1L),
                Map.entry("aws.vpc", 1L),
                Map.entry("aws.availability_zone", 3L),
                Map.entry("aws.subnet", 9L),
                Map.entry("aws.internet_gateway", 1L),
                Map.entry("aws.nat_gateway", 3L),
                Map.entry("aws.alb", 1L),
                Map.entry("aws.ecs_service", 1L),
                Map.entry("tier.web", 1L),
                Map.entry("aws.aurora", 1L),
                Map.entry("aws.certificate", 1L),
                Map.entry("aws.route53_record", 1L),
                Map.entry("aws.web_acl", 1L),
                Map.entry("aws.alarm", 1L),
                Map.entry("aws.sns_topic", 1L)));
    assertThat(skipped(raised))
        .isEqualTo(
            Map.of(
                "aws_cloudwatch_dashboard.this", "raise.no-kind",
                "aws_cloudwatch_log_group.api", "raise.no-kind",
                "aws_iam_role.execution", "raise.no-kind"));
    assertThat(Region.CODE.of(only(document, "aws.region"))).isEqualTo("eu-west-1");
    assertThat(EcsService.MAX.of(only(document, "aws.ecs_service"))).isEqualTo(10);
    assertThat(WebTier.PORT.of(only(document, "tier.web"))).isEqualTo(3000);
    assertThat(Aurora.READERS.of(only(document, "aws.aurora"))).isEqualTo(1);
    assertThat(Aurora.MAX_CAPACITY.of(only(document, "aws.aurora"))).isEqualTo(4);
    assertThat(joined(document, "traffic", "internet", "aws.alb")).isTrue();
    assertThat(joined(document, "traffic", "aws.alb", "tier.web")).isTrue();
    assertThat(joined(document, "traffic", "tier.web", "aws.aurora")).isTrue();
    assertThat(joined(document, "association", "aws.alb", "aws.certificate")).isTrue();
    assertThat(joined(document, "association", "aws.alb", "aws.web_acl")).isTrue();
    assertThat(joined(document, "association", "aws.alb", "aws.alarm")).isTrue();
    assertThat(joined(document, "association", "aws.alarm", "aws.sns_topic")).isTrue();
    assertThat(joined(document, "association", "aws.route53_record", "aws.alb")).isTrue();
  }

  @Test
  void aFleetBehindANetworkLoadBalancerIsDrawnThroughItsModule() {
    Raised raised = raise("fleet");
    Document document = raised.document();
    assertThat(kinds(document))
        .containsEntry("aws.subnet", 4L)
        .containsEntry("aws.availability_zone", 2L)
        .containsEntry("aws.nlb", 1L)
        .containsEntry("aws.autoscaling_group", 1L)
        .containsEntry("tier.web", 1L)
        .containsEntry("aws.elasticache", 1L)
        .containsEntry("aws.vpc_endpoint", 4L);
    assertThat(skipped(raised))
        .isEqualTo(
            Map.of(
                "aws_security_group_rule.workers_out", "raise.open-egress",
                "aws_security_group_rule.workers_self", "raise.rule-within"));
    assertThat(NetworkLoadBalancer.LISTENERS.of(only(document, "aws.nlb"))).hasSize(2);
    assertThat(joined(document, "traffic", "internet", "aws.nlb")).isTrue();
    assertThat(joined(document, "traffic", "aws.nlb", "tier.web")).isTrue();
    assertThat(joined(document, "traffic", "tier.web", "aws.elasticache")).isTrue();
  }

  @Test
  void serversInTheVocabularyOfSomeYearsAgoAreDrawn() {
    Raised raised = raise("servers");
    Document document = raised.document();
    assertThat(skipped(raised)).isEmpty();
    Node web = only(document, "tier.web");
    assertThat(web.spans()).hasSize(2);
    assertThat(WebTier.PORT.of(web)).isEqualTo(8000);
    assertThat(Instances.ROOT_VOLUME.of(web)).isEqualTo(40);
    assertThat(Instances.AMI.of(web)).isEqualTo("ami-0abcdef1234567890");
    assertThat(joined(document, "traffic", "aws.alb", "tier.web")).isTrue();
    assertThat(joined(document, "traffic", "tier.web", "aws.rds")).isTrue();
    assertThat(joined(document, "replication", "aws.rds", "aws.rds_replica")).isTrue();
    assertThat(joined(document, "association", "aws.alb", "aws.s3_bucket")).isTrue();
    assertThat(document.connectors())
        .filteredOn(c -> Traffic.SOURCE_CIDR.of(c).equals("203.0.113.0/24"))
        .singleElement()
        .satisfies(c -> assertThat(Traffic.PORTS.of(c)).isEqualTo("22"));
  }

  @Test
  void launchConfigurationsBringTheirTiersAlong() {
    Raised raised = raise("classic");
    Document document = raised.document();
    assertThat(skipped(raised)).isEmpty();
    Node web = only(document, "tier.web");
    assertThat(document.node(web.parent()).kind()).isEqualTo("aws.autoscaling_group");
    assertThat(WebTier.PORT.of(web)).isEqualTo(80);
    assertThat(Instances.PUBLIC_IP.of(web)).isTrue();
    Node fleet = document.node(web.parent());
    assertThat(Instances.INSTANCE_TYPE.of(fleet)).isEqualTo("t3.nano");
    assertThat(Instances.AMI.of(fleet)).isEqualTo("ami-0123456789abcdef0");
    assertThat(Instances.ROOT_VOLUME.of(fleet)).isEqualTo(30);
    assertThat(joined(document, "traffic", "internet", "tier.web")).isTrue();
    assertThat(document.connectors())
        .filteredOn(c -> kind(document, c.source()).equals("aws.alb"))
        .singleElement()
        .satisfies(c -> assertThat(kind(document, c.target())).isEqualTo("tier.web"))
        .satisfies(c -> assertThat(Traffic.PORTS.of(c)).isEmpty());
    assertThat(raised.coverage().notes())
        .extracting(note -> note.key() + " " + note.arguments())
        .containsExactlyInAnyOrder(
            "raise.launch-configuration [aws_launch_configuration.front]",
            "raise.user-data [aws_launch_configuration.front]",
            "raise.single-cache [aws_elasticache_cluster.cache]",
            "raise.launch-configuration [aws_launch_configuration.jobs]",
            "raise.user-data [aws_launch_configuration.jobs]");
  }

  @Test
  void whatRunsWithoutAGroupOfItsOwnIsDrawnAllTheSame() {
    Document document = raise("classic").document();
    assertThat(document.nodes())
        .filteredOn(node -> node.kind().equals("tier.was"))
        .extracting(Node::name, node -> WasTier.PORT.of(node))
        .containsExactlyInAnyOrder(tuple("jobs", 8080), tuple("api", 8081));
    Node admin = only(document, "aws.instance");
    assertThat(Instances.PUBLIC_IP.of(admin)).isTrue();
    assertThat(kinds(document)).doesNotContainKey("aws.bastion");
    assertThat(document.connectors())
        .filteredOn(c -> c.target().equals(admin.id()))
        .extracting(Traffic.PORTS::of)
        .allMatch(ports -> ports.matches("22,9000|9000,22"));
  }

  /// Addresses of the VPC are not the internet: whatever runs there and sends is meant.
  @Test
  void addressesOfTheVpcAreWhatStandsInIt() {
    Document document = raise("classic").document();
    Node cache = only(document, "aws.elasticache");
    assertThat(ElastiCache.REPLICAS.of(cache)).isZero();
    assertThat(document.connectors())
        .filteredOn(c -> c.target().equals(cache.id()))
        .extracting(c -> kind(document, c.source()), Traffic.PORTS::of)
        .containsExactlyInAnyOrder(
            tuple("tier.web", ""),
            tuple("tier.was", ""),
            tuple("tier.was", ""),
            tuple("aws.instance", ""));
  }

  /// An arrow that opens everything, and a VPC with its subnets and group that was there before.
  @Test
  void whatAwsMadeForTheAccountIsDrawnAndWhatOpensAllSaysSo() {
    Raised raised = raise("usual");
    Document document = raised.document();
    assertThat(skipped(raised)).isEmpty();
    assertThat(Vpc.CIDR.of(only(document, "aws.vpc"))).isEqualTo("172.31.0.0/16");
    assertThat(document.nodes())
        .filteredOn(node -> node.kind().equals("aws.subnet"))
        .extracting(Node::name, Subnet.CIDR::of, Subnet.ROUTING::of)
        .containsExactlyInAnyOrder(
            tuple("first", "172.31.0.0/20", Subnet.Routing.PUBLIC),
            tuple("second", "172.31.16.0/20", Subnet.Routing.PUBLIC),
            tuple("default c", "172.31.32.0/20", Subnet.Routing.PUBLIC));
    assertThat(document.connectors())
        .filteredOn(c -> c.kind().equals("traffic"))
        .extracting(
            c -> kind(document, c.source()), c -> kind(document, c.target()), Traffic.PORTS::of)
        .containsExactlyInAnyOrder(
            tuple("internet", "aws.alb", ""),
            tuple("aws.alb", "tier.web", "all"),
            tuple("tier.web", "aws.rds", ""));
    assertThat(WebTier.PORT.of(only(document, "tier.web"))).isEqualTo(5000);
    assertThat(raised.coverage().notes())
        .filteredOn(note -> note.key().equals("raise.open-egress"))
        .singleElement()
        .satisfies(
            note -> assertThat(note.arguments().getFirst()).hasToString("aws_security_group.app"));
  }

  /// What hangs on an input is drawn as far as it goes, and the rest is said.
  @Test
  void whatInputsLeaveOpenIsDrawnAsFarAsItGoes() {
    Raised raised = raise("inputs");
    Document document = raised.document();
    assertThat(skipped(raised)).isEmpty();
    assertThat(document.nodes())
        .filteredOn(node -> node.kind().equals("aws.subnet"))
        .extracting(
            Node::name,
            node -> AvailabilityZone.ZONE.of(document.node(node.parent())),
            Subnet.ROUTING::of)
        .containsExactlyInAnyOrder(
            tuple("public", "a", Subnet.Routing.PUBLIC),
            tuple("other", "b", Subnet.Routing.PUBLIC));
    assertThat(Instances.PUBLIC_IP.of(only(document, "aws.bastion"))).isTrue();
    Node api = only(document, "tier.was");
    assertThat(api.name()).isEqualTo("api");
    assertThat(Instances.PUBLIC_IP.of(api)).isTrue();
    assertThat(document.connectors())
        .filteredOn(c -> c.kind().equals("traffic"))
        .extracting(
            c -> kind(document, c.source()), c -> kind(document, c.target()), Traffic.PORTS::of)
        .containsExactlyInAnyOrder(
            tuple("internet", "aws.bastion", ""), tuple("aws.bastion", "tier.was", "22"));
    assertThat(raised.coverage().notes())
        .extracting(note -> note.key() + " " + note.arguments().getFirst())
        .containsExactlyInAnyOrder(
            "raise.zone aws_subnet.public",
            "raise.zone aws_subnet.other",
            "raise.user-data aws_launch_template.api",
            "raise.rule-untold aws_security_group.api_sg");
  }

  private static String kind(Document document, ElementId id) {
    return document.node(id).kind();
  }

  @Test
  void aStaticSiteIsDrawnWithWhatCloudFrontUses() {
    Raised raised = raise("site");
    Document document = raised.document();
    assertThat(skipped(raised))
        .isEqualTo(
            Map.of(
                "aws_route53_record.mail", "raise.record",
                "aws_route53_zone.org", "raise.no-kind",
                "aws_s3_bucket_policy.site", "raise.no-kind"));
    assertThat(Region.CODE.of(only(document, "aws.region"))).isEqualTo("eu-central-1");
    Node distribution = only(document, "aws.cloudfront");
    assertThat(CloudFront.ALIASES.of(distribution)).isEqualTo("www.example.org,example.org");
    assertThat(Route53Record.NAME.of(only(document, "aws.route53_record")))
        .isEqualTo("www.example.org");
    for (String used : new String[] {"aws.s3_bucket", "aws.certificate", "aws.web_acl"}) {
      assertThat(joined(document, "association", "aws.cloudfront", used)).as(used).isTrue();
    }
    assertThat(joined(document, "association", "aws.route53_record", "aws.cloudfront")).isTrue();
  }
}
