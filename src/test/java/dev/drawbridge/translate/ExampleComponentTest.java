package dev.drawbridge.translate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.catalog.Catalog;
import dev.drawbridge.catalog.Kind;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.Element;
import dev.drawbridge.model.Node;
import dev.drawbridge.resource.Resource;
import dev.drawbridge.resource.ResourceGraph;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The example of `adding-a-component.md` does what the page says: it is not in the catalogue, so this test gives it
/// its turn by hand.
class ExampleComponentTest {
  private static final String TYPE = "aws_egress_only_internet_gateway";

  private static Kind kind(Element element) {
    return Catalog.of(element).orElse(EgressOnlyGateway.KIND);
  }

  private static ResourceGraph lower(Document document) {
    TerraformModule module = new TerraformModule(document, Overall.of(document));
    module.open();
    document.elements().values().forEach(element -> kind(element).lower().lower(element, module));
    module.close();
    return module.graph().build();
  }

  private static Raised raise(ResourceGraph graph) {
    RaisedDesign design = new RaisedDesign(graph);
    for (Kind kind : List.of(Catalog.find("aws.vpc").orElseThrow(), EgressOnlyGateway.KIND)) {
      kind.raise()
          .forEach(
              (type, raise) ->
                  graph.ofType(type).forEach(resource -> raise.raise(resource, design)));
    }
    return design.finish();
  }

  private static Sketch sketch() {
    return new Sketch()
        .node("seoul", "aws.region", null)
        .node("main", "aws.vpc", "seoul")
        .node("eigw", EgressOnlyGateway.KIND.id(), "main")
        .rename("eigw", "출구 6");
  }

  @Test
  void isLoweredWithItsVpc() {
    Resource gateway = Graphs.get(lower(sketch().document()), TYPE, "chulgu_6");
    assertThat(Graphs.say(gateway, "vpc_id")).isEqualTo("aws_vpc.main.id");
  }

  @Test
  void lowersRaisesAndLowersToTheSameGraph() {
    ResourceGraph graph = lower(sketch().document());
    Document raised = raise(graph).document();
    Optional<Node> gateway =
        raised.nodes().stream()
            .filter(node -> node.kind().equals(EgressOnlyGateway.KIND.id()))
            .findFirst();
    assertThat(gateway.orElseThrow().name()).isEqualTo("출구 6");
    assertThat(RoundTrip.differences(graph, lower(raised))).isEmpty();
  }

  @Test
  void withoutItsVpcItIsLeftOutAndSaysSo() {
    ResourceGraph graph = lower(sketch().document());
    Resource gateway = Graphs.get(graph, TYPE, "chulgu_6");
    Raised raised = raise(new ResourceGraph.Builder().add(gateway).build());
    assertThat(raised.document().nodes()).isEmpty();
    assertThat(raised.coverage().skipped()).hasSize(1);
  }
}
