package dev.drawbridge.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.drawbridge.catalog.Catalog;
import dev.drawbridge.catalog.Preset;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaletteViewTest {
  private static List<String> found(String wanted) {
    return Catalog.presets().stream()
        .filter(preset -> PaletteView.matches(preset, wanted))
        .map(Preset::key)
        .toList();
  }

  @Test
  void theSearchKnowsBothLanguagesWhicheverIsShown() {
    assertEquals(List.of("aws.nat_gateway"), found("nat 게이트웨이"));
    assertEquals(
        List.of("aws.alb.internal", "aws.nlb.internal", "aws.elb.internal"),
        found("internal balancer"));
    assertEquals(
        List.of("aws.alb.internal", "aws.nlb.internal", "aws.elb.internal"), found("내부 로드 밸런서"));
  }

  @Test
  void nothingWantedFindsEverything() {
    assertEquals(Catalog.presets().size(), found("  ").size());
  }

  @Test
  void everyWordMustBeFound() {
    assertEquals(List.of(), found("vpc zzz"));
  }
}
