package dev.drawbridge.edit;

import static dev.drawbridge.edit.SmallDesign.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drawbridge.base.Rect;
import dev.drawbridge.model.Document;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResizeTest {
  private final Document start = document();

  @Test
  void resizingNeverShiftsTheContent() {
    Document resized = after(start, new Resize(SUBNET_A, new Rect(4, 20, 370, 300)));
    assertEquals(new Rect(4, 20, 370, 300), resized.node(SUBNET_A).bounds());
    assertEquals(
        start.absoluteBounds(start.node(TIER)), resized.absoluteBounds(resized.node(TIER)));
  }

  @Test
  void aContainerDoesNotBecomeSmallerThanItsContent() {
    Document resized = after(start, new Resize(SUBNET_A, new Rect(200, 200, 40, 40)));
    assertTrue(
        resized
            .absoluteBounds(resized.node(SUBNET_A))
            .contains(resized.absoluteBounds(resized.node(TIER))));
    assertEquals(
        start.absoluteBounds(start.node(TIER)), resized.absoluteBounds(resized.node(TIER)));
  }

  @Test
  void anEmptyNodeKeepsALeastSize() {
    Rect bounds = after(start, new Resize(TIER, new Rect(40, 120, 1, 1))).node(TIER).bounds();
    assertEquals(new Rect(40, 120, 32, 32), bounds);
  }

  @Test
  void whatIsDockedStaysOnTheBorder() {
    Document resized = after(start, new Resize(VPC, new Rect(40, 20, 940, 640)));
    assertEquals(0, resized.node(GATEWAY).bounds().centerY());
    assertTrue(resized.node(GATEWAY).bounds().centerX() > start.node(GATEWAY).bounds().centerX());
  }

  @Test
  void aWidenedLoadBalancerSpansWhatItNowLiesOver() {
    Document narrow = after(start, new Resize(BALANCER, new Rect(300, 180, 80, 64)));
    assertEquals(List.of(SUBNET_A), List.copyOf(narrow.node(BALANCER).spans()));
    Document wide = after(narrow, new Resize(BALANCER, new Rect(300, 180, 300, 64)));
    assertEquals(List.of(SUBNET_A, SUBNET_C), List.copyOf(wide.node(BALANCER).spans()));
  }

  @Test
  void shrinkingToFitLeavesRoomForTitleAndMargin() {
    Rect shrunk = Resize.shrunk(start, start.node(SUBNET_A));
    Document resized = after(start, new Resize(SUBNET_A, shrunk));
    assertEquals(
        new Rect(Containment.PADDING, Containment.HEADER, 168, 64), resized.node(TIER).bounds());
  }
}
