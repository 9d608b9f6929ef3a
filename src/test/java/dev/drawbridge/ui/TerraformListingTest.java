package dev.drawbridge.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drawbridge.base.Language;
import dev.drawbridge.edit.template.Template;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.resource.Origin;
import dev.drawbridge.resource.ResourceGraph;
import dev.drawbridge.translate.Lowerer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TerraformListingTest {
  private final TerraformListing listing = HclHighlightTest.listing(Template.THREE_TIER);

  private static ResourceGraph graph() {
    Document document = Template.THREE_TIER.design(Language.ENGLISH);
    return switch (Lowerer.lower(document)) {
      case dev.drawbridge.base.Outcome.Ok<ResourceGraph>(ResourceGraph graph, var _) -> graph;
      case dev.drawbridge.base.Outcome.Failed<ResourceGraph>(var issues) ->
          throw new AssertionError(issues);
    };
  }

  @Test
  void everyDrawnResourceHasItsBlockAndNoneIsTornApart() {
    long drawn =
        graph().resources().values().stream()
                .filter(resource -> resource.origin() instanceof Origin.Drawn)
                .count()
            + graph().data().values().stream()
                .filter(source -> source.origin() instanceof Origin.Drawn)
                .count();
    long listed = listing.files().stream().mapToLong(file -> file.blocks().size()).sum();
    assertEquals(drawn, listed);
    for (TerraformListing.File file : listing.files()) {
      for (TerraformListing.Block block : file.blocks()) {
        String head = file.lines().get(block.first());
        assertTrue(head.startsWith("resource ") || head.startsWith("data "), head);
        assertTrue(file.lines().get(block.last()).endsWith("}"), head);
        assertTrue(
            file.lines().subList(block.first() + 1, block.last()).stream()
                .noneMatch(line -> line.startsWith("}") || line.startsWith("resource ")),
            head);
      }
    }
  }

  @Test
  void aLineLeadsToTheElementOfItsBlock() {
    ElementId vpc = new ElementId("vpc-main");
    TerraformListing.File network =
        listing.files().stream()
            .filter(file -> file.path().equals("network.tf"))
            .findFirst()
            .orElseThrow();
    int head =
        network.lines().stream()
            .filter(line -> line.startsWith("resource \"aws_vpc\""))
            .findFirst()
            .map(network.lines()::indexOf)
            .orElseThrow();
    assertEquals(Optional.of(vpc), network.blockAt(head + 1).map(TerraformListing.Block::element));
    assertTrue(network.blocksOf(Set.of(vpc)).stream().anyMatch(block -> block.holds(head)));
    assertEquals(List.of(), network.blocksOf(Set.of()));
    // What no one drew leads nowhere, and neither does the space between blocks.
    for (int line = 0; line < network.lines().size(); line++) {
      if (network.lines().get(line).isEmpty()) {
        int at = line;
        boolean within = network.blocks().stream().anyMatch(block -> block.holds(at));
        assertEquals(within, network.blockAt(line).isPresent());
      }
    }
  }

  @Test
  void theTextIsThatOfTheFile() {
    TerraformListing.File file = listing.files().getFirst();
    assertEquals(file.lines(), file.text().lines().toList());
  }
}
