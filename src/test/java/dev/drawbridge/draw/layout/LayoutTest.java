package dev.drawbridge.draw.layout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.base.Language;
import dev.drawbridge.base.Rect;
import dev.drawbridge.catalog.Catalog;
import dev.drawbridge.catalog.Role;
import dev.drawbridge.edit.template.Template;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Node;
import dev.drawbridge.output.store.DesignReader;
import dev.drawbridge.translate.RandomDesign;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LayoutTest {
  private static List<Document> documents() throws IOException {
    List<Document> documents = new ArrayList<>();
    try (Stream<Path> files = Files.list(Path.of("assets", "samples"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".drawbridge")).toList()) {
        DesignReader.read(Files.readAllBytes(file), file.toString())
            .map(design -> documents.add(design.document()));
      }
    }
    for (int seed = 1; seed <= 60; seed++) {
      documents.add(RandomDesign.proper(new Random(seed), 5 + seed));
    }
    return documents;
  }

  @Test
  void whatLiesInAContainerLiesWithinItsBounds() throws IOException {
    for (Document document : documents()) {
      Document placed = Layout.of(document);
      for (Node node : placed.nodes()) {
        Node parent = placed.parent(node).orElse(null);
        if (parent != null && role(node) != Role.DOCKED) {
          assertThat(inside(node.bounds(), parent.bounds()))
              .as("%s %s in %s %s", node.id(), node.bounds(), parent.id(), parent.bounds())
              .isTrue();
        }
      }
    }
  }

  @Test
  void noTwoThingsBesideEachOtherOverlap() throws IOException {
    for (Document document : documents()) {
      Document placed = Layout.of(document);
      List<Node> nodes = placed.nodes();
      for (Node one : nodes) {
        for (Node other : nodes) {
          boolean apart =
              one == other
                  || placed.ancestors(one).contains(other)
                  || placed.ancestors(other).contains(one)
                  || isPlace(one) != isPlace(other)
                  || role(one) == Role.DOCKED
                  || role(other) == Role.DOCKED
                  || !overlap(placed.absoluteBounds(one), placed.absoluteBounds(other));
          assertThat(apart).as("%s and %s", one, other).isTrue();
        }
      }
    }
  }

  @Test
  void aDataCentreStandsBesideTheRegionLevelWithWhatItTalksTo() {
    Document placed = Layout.of(Template.TWO_DATA_CENTRES.design(Language.ENGLISH));
    Rect region = bounds(placed, "region-seoul");
    Rect centre = bounds(placed, "idc-office");
    assertThat(centre.x()).isGreaterThan(region.right());
    assertThat(bounds(placed, "server-staff").y()).isEqualTo(bounds(placed, "alb-internal").y());
    assertThat(bounds(placed, "database-main").y()).isEqualTo(bounds(placed, "was-app").y());
    assertThat(bounds(placed, "vpn-main").centerX()).isEqualTo(bounds(placed, "vpc-main").right());
  }

  private static Rect bounds(Document document, String id) {
    return document.absoluteBounds(document.node(new ElementId(id)));
  }

  @Test
  void isTheSameEachTimeAndChangesNothingElse() throws IOException {
    for (Document document : documents()) {
      Document placed = Layout.of(document);
      assertThat(Layout.of(placed)).isEqualTo(placed);
      assertThat(placed.elements().keySet().stream().toList())
          .isEqualTo(document.elements().keySet().stream().toList());
      for (Node node : document.nodes()) {
        assertThat(placed.node(node.id()).withBounds(node.bounds())).isEqualTo(node);
      }
    }
  }

  private static Role role(Node node) {
    return Catalog.of(node).orElseThrow().role();
  }

  private static boolean isPlace(Node node) {
    return role(node) == Role.CONTAINER;
  }

  private static boolean inside(Rect inner, Rect outer) {
    return inner.x() >= 0
        && inner.y() >= 0
        && inner.x() + inner.width() <= outer.width()
        && inner.y() + inner.height() <= outer.height();
  }

  private static boolean overlap(Rect a, Rect b) {
    return a.x() < b.x() + b.width()
        && b.x() < a.x() + a.width()
        && a.y() < b.y() + b.height()
        && b.y() < a.y() + a.height();
  }
}
