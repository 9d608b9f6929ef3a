package dev.drawbridge.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drawbridge.base.Language;
import dev.drawbridge.edit.template.Template;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.Element;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ElementSearchTest {
  private final Document design = Template.THREE_TIER.design(Language.ENGLISH);
  private final ElementSearch search = new ElementSearch();

  private List<Element> find(String typed) {
    return search.find(design, typed, () -> false).stream()
        .map(id -> design.find(id).orElseThrow())
        .toList();
  }

  private Set<String> kinds(String typed) {
    return find(typed).stream().map(Element::kind).collect(Collectors.toSet());
  }

  @Test
  void nothingIsFoundForNothing() {
    assertEquals(List.of(), find("  "));
    assertEquals(List.of(), find("no such thing"));
  }

  @Test
  void aKindIsFoundInEitherLanguage() {
    long subnets = design.nodes().stream().filter(node -> node.kind().equals("aws.subnet")).count();
    assertEquals(
        subnets, find("subnet").stream().filter(e -> e.kind().equals("aws.subnet")).count());
    assertEquals(subnets, find("서브넷").stream().filter(e -> e.kind().equals("aws.subnet")).count());
    assertTrue(kinds("ㅅㅂㄴ").contains("aws.subnet"));
  }

  @Test
  void aNameIsFound() {
    Element nat =
        design.nodes().stream()
            .filter(node -> node.kind().equals("aws.nat_gateway"))
            .findFirst()
            .orElseThrow();
    assertTrue(find(nat.name()).contains(nat));
  }

  @Test
  void everyWordMustFit() {
    assertTrue(find("subnet").size() > 1);
    assertEquals(
        List.of("aws.subnet"), find("10.0.0.7 subnet").stream().map(Element::kind).toList());
    assertEquals(List.of(), find("subnet nothing-of-the-kind"));
  }

  @Test
  void anAddressFindsTheBlocksAroundIt() {
    assertTrue(kinds("10.0.0.7").containsAll(Set.of("aws.vpc", "aws.subnet")));
    List<Element> subnets =
        find("10.0.0.7").stream().filter(e -> e.kind().equals("aws.subnet")).toList();
    assertEquals(1, subnets.size());
    assertEquals(Set.of(), kinds("192.0.2.1"));
  }

  @Test
  void aBlockFindsItselfAndThoseAroundIt() {
    assertEquals(Set.of("aws.vpc"), kinds("10.0.0.0/16"));
  }

  @Test
  void aNumberIsNoPartOfALongerOne() {
    assertFalse(find("8080").isEmpty());
    assertEquals(List.of(), find("808"));
  }

  @Test
  void anArrowIsFoundByWhatItJoins() {
    Element balancer =
        design.nodes().stream()
            .filter(node -> node.kind().equals("aws.alb"))
            .findFirst()
            .orElseThrow();
    assertTrue(find(balancer.name()).stream().anyMatch(e -> e.kind().equals("traffic")));
  }

  @Test
  void theWorkStopsWhenItIsNotWantedAnyMore() {
    assertThrows(CancellationException.class, () -> search.find(design, "subnet", () -> true));
  }
}
