package dev.drawbridge.translate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.base.Language;
import dev.drawbridge.base.Outcome;
import dev.drawbridge.catalog.aws.DataCentre;
import dev.drawbridge.catalog.aws.DataCentreLink;
import dev.drawbridge.catalog.aws.DataCentreLink.Routing;
import dev.drawbridge.resource.ResourceGraph;
import dev.drawbridge.terraform.TerraformProof;
import dev.drawbridge.terraform.write.OwnedFolder;
import dev.drawbridge.terraform.write.Readme;
import dev.drawbridge.terraform.write.TerraformFiles;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every way to a data centre is Terraform that the real Terraform plans.
class DataCentresTerraformTest {
  @TempDir Path work;

  static Stream<Sketch> designs() {
    return Stream.of(
        DataCentresTest.joined()
            .set("vpn.office", DataCentreLink.ROUTING, Routing.STATIC)
            .set("office", DataCentre.ROUTER, "203.0.113.10")
            .node("erp", "idc.server", "office")
            .node("origin", "idc.database", "office")
            .arrow("office", "internal-alb")
            .arrow("was", "erp")
            .replication("origin", "db"),
        DataCentresTest.direct()
            .node("vpn", "aws.vpn_gateway", "main")
            .connector("idc_link", "office", "vpn")
            .set("office", DataCentre.CIDR, "")
            .node("consul", "tier.consul", "app-a")
            .node("far", "idc.consul", "office")
            .using("far", "consul"));
  }

  @ParameterizedTest
  @MethodSource("designs")
  void theRealTerraformPlansIt(Sketch design) {
    ResourceGraph graph = design.lower();
    Path folder = work.resolve("module");
    value(
        OwnedFolder.export(
            folder,
            value(TerraformFiles.of(graph, new Readme("places", Language.ENGLISH, "<svg/>"))),
            false));
    TerraformProof terraform = TerraformProof.find(work.resolve("terraform"));
    terraform.assertFormatted(folder);
    assertThat(terraform.assertPlans(folder, TerraformProof.inputs(graph)))
        .contains(" to add, 0 to change, 0 to destroy");
  }

  private static <T> T value(Outcome<T> outcome) {
    return switch (outcome) {
      case Outcome.Ok<T>(T value, _) -> value;
      case Outcome.Failed<T>(var issues) -> throw new AssertionError(issues.toString());
    };
  }
}
