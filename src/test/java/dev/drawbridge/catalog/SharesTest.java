package dev.drawbridge.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drawbridge.catalog.aws.Traffic;
import dev.drawbridge.edit.Connect;
import dev.drawbridge.edit.Edits;
import dev.drawbridge.edit.SetProperty;
import dev.drawbridge.edit.SmallDesign;
import dev.drawbridge.model.Connector;
import dev.drawbridge.model.Datum;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.ElementId;
import java.util.List;
import org.junit.jupiter.api.Test;

class SharesTest {
  private static final ElementId CANARY = new ElementId("canary");
  private static final ElementId API = new ElementId("api");

  /// Two arrows without conditions and one with a path.
  private static Document design() {
    Document document = SmallDesign.document();
    for (ElementId id : List.of(CANARY, API)) {
      document =
          Edits.apply(
                  document,
                  new Connect(Connector.of(id, "traffic", SmallDesign.BALANCER, SmallDesign.TIER)))
              .document();
    }
    return Edits.apply(document, SetProperty.of(API, Traffic.PATH, "/api/*")).document();
  }

  private static Shares shares(int... weights) {
    Document document = design();
    List<Connector> arrows =
        java.util.Arrays.stream(weights)
            .mapToObj(
                weight ->
                    (Connector)
                        document
                            .find(SmallDesign.ARROW)
                            .orElseThrow()
                            .withProperties(
                                Traffic.WEIGHT.set(dev.drawbridge.model.Fields.NONE, weight)))
            .toList();
    return new Shares(Traffic.WEIGHT, arrows);
  }

  @Test
  void thoseShareThatHaveTheSameSourceAndConditions() {
    Document document = design();
    Shares shares =
        Shares.of(document, (Connector) document.find(CANARY).orElseThrow()).orElseThrow();
    assertEquals(
        List.of(SmallDesign.ARROW, CANARY), shares.arrows().stream().map(Connector::id).toList());
    Shares api = Shares.of(document, (Connector) document.find(API).orElseThrow()).orElseThrow();
    assertEquals(List.of(API), api.arrows().stream().map(Connector::id).toList());
  }

  @Test
  void onlyWhatSpreadsRequestsHasShares() {
    Document document =
        Edits.apply(
                SmallDesign.document(),
                new Connect(
                    Connector.of(CANARY, "traffic", SmallDesign.TIER, SmallDesign.BALANCER)))
            .document();
    assertTrue(Shares.of(document, (Connector) document.find(CANARY).orElseThrow()).isEmpty());
  }

  @Test
  void percentsAddUpToAHundred() {
    assertEquals(List.of(34, 33, 33), shares(1, 1, 1).percents());
    assertEquals(List.of(90, 10), shares(9, 1).percents());
    assertEquals(List.of(100, 0), shares(5, 0).percents());
    assertEquals(List.of(0, 0), shares(0, 0).percents());
    assertEquals(100, shares(7, 11, 13, 999).percents().stream().mapToInt(p -> p).sum());
  }

  @Test
  void whatOneGetsTheOthersGiveInProportion() {
    assertEquals(List.of(95, 5), shares(1, 1).giving(1, 5));
    assertEquals(List.of(60, 20, 20), shares(6, 2, 1).giving(2, 20));
    assertEquals(List.of(0, 100), shares(0, 3).giving(1, 100));
    assertEquals(List.of(40, 60), shares(0, 3).giving(1, 60));
  }

  @Test
  void aBorderMovesBetweenItsTwoNeighbours() {
    assertEquals(List.of(45, 15, 40), shares(30, 30, 40).moving(0, 15));
    assertEquals(List.of(30, 70, 0), shares(30, 30, 40).moving(1, 99));
    assertEquals(List.of(0, 60, 40), shares(30, 30, 40).moving(0, -99));
  }

  @Test
  void aWeightThatIsNotOfTheTypeCountsAsTheDefault() {
    Document document =
        Edits.apply(design(), SetProperty.of(CANARY, "weight", Datum.of("much"))).document();
    Shares shares =
        Shares.of(document, (Connector) document.find(CANARY).orElseThrow()).orElseThrow();
    assertEquals(List.of(1, 1), shares.weights());
  }
}
