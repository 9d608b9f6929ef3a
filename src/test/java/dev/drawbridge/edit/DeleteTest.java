package dev.drawbridge.edit;

import static dev.drawbridge.edit.SmallDesign.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drawbridge.model.Document;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeleteTest {
  private final Document start = document();

  @Test
  void aDeletedNodeTakesItsConnectorsAlong() {
    Document left = after(start, Delete.of(TIER));
    assertTrue(left.find(TIER).isEmpty());
    assertTrue(left.find(ARROW).isEmpty());
    assertTrue(left.find(BALANCER).isPresent());
  }

  @Test
  void aDeletedContainerTakesItsContentAlong() {
    assertEquals(List.of(REGION), List.copyOf(after(start, Delete.of(VPC)).elements().keySet()));
  }

  @Test
  void whoSpannedADeletedSubnetForgetsIt() {
    Document left = after(start, Delete.of(SUBNET_C));
    assertEquals(List.of(SUBNET_A), List.copyOf(left.node(BALANCER).spans()));
  }

  @Test
  void undoBringsEverythingBackInItsOldOrder() {
    History history = History.of(start).apply(Delete.of(ZONE_A, ARROW)).undo();
    assertEquals(
        List.copyOf(start.elements().keySet()), List.copyOf(history.current().elements().keySet()));
    assertEquals(start, history.current());
  }
}
