package dev.drawbridge.edit;

import static dev.drawbridge.edit.SmallDesign.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drawbridge.base.Point;
import dev.drawbridge.base.Rect;
import dev.drawbridge.model.Connector;
import dev.drawbridge.model.Document;
import java.util.LinkedHashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class MoveTest {
  private final Document start = document();

  @Test
  void movingAVpcKeepsItsSubnetsInPlaceWithinIt() {
    Document moved = after(start, Move.of(VPC, 10, 0));
    assertEquals(start.node(SUBNET_A).bounds(), moved.node(SUBNET_A).bounds());
    assertEquals(
        start.absoluteBounds(start.node(SUBNET_A)).plus(new Point(10, 0)),
        moved.absoluteBounds(moved.node(SUBNET_A)));
  }

  @Test
  void movingAVpcIsOneChange() {
    assertEquals(1, Edits.apply(start, Move.of(VPC, 10, 0)).diff().changes().size());
  }

  @Test
  void whatLiesInAMovedContainerIsNotMovedTwice() {
    Move both = new Move(new LinkedHashSet<>(List.of(SUBNET_A, VPC)), new Point(5, 5));
    assertEquals(start.node(SUBNET_A).bounds(), after(start, both).node(SUBNET_A).bounds());
  }

  @Test
  void bendsMoveWithTheirConnectorWhenBothEndsMove() {
    Connector arrow = (Connector) start.find(ARROW).orElseThrow();
    Document bent =
        start.apply(
            Edits.apply(
                    start,
                    new Edit() {
                      @Override
                      public String key() {
                        return "edit.move.name";
                      }

                      @Override
                      public void apply(Draft draft) {
                        draft.update(arrow.withBends(List.of(new Point(100, 100))));
                      }
                    })
                .diff());
    Document moved = after(bent, Move.of(VPC, 7, 3));
    assertEquals(
        List.of(new Point(107, 103)), ((Connector) moved.find(ARROW).orElseThrow()).bends());
    Document half = after(bent, Move.of(TIER, 7, 3));
    assertEquals(
        List.of(new Point(100, 100)), ((Connector) half.find(ARROW).orElseThrow()).bends());
  }

  @Test
  void aLoadBalancerMovedOffASubnetNoLongerSpansIt() {
    Document moved = after(start, Move.of(BALANCER, -200, 0));
    assertEquals(List.of(SUBNET_A), List.copyOf(moved.node(BALANCER).spans()));
  }

  @Test
  void whatTheUserChoseToSpanStaysChosen() {
    Document chosen = after(start, new SetSpans(BALANCER, new LinkedHashSet<>(List.of(SUBNET_C))));
    Document moved = after(chosen, Move.of(BALANCER, 8, 0));
    assertEquals(List.of(SUBNET_C), List.copyOf(moved.node(BALANCER).spans()));
  }

  @Test
  void aSubnetMovedAwayFromUnderALoadBalancerIsNoLongerSpanned() {
    Document moved = after(start, Move.of(SUBNET_A, 0, 230));
    assertEquals(List.of(SUBNET_C), List.copyOf(moved.node(BALANCER).spans()));
  }

  @Test
  void aContainerGrowsToHoldWhatIsMovedOverItsBorder() {
    Document moved = after(start, Move.of(TIER, -80, 0));
    Rect subnet = moved.node(SUBNET_A).bounds();
    assertTrue(subnet.width() > start.node(SUBNET_A).bounds().width());
    assertTrue(
        moved
            .absoluteBounds(moved.node(SUBNET_A))
            .contains(moved.absoluteBounds(moved.node(TIER))));
  }

  @Test
  void aContainerThatGrowsToTheLeftLeavesItsContentWhereItIs() {
    Document moved = after(start, Move.of(TIER, -80, 0));
    assertEquals(
        start.absoluteBounds(start.node(TIER)).plus(new Point(-80, 0)),
        moved.absoluteBounds(moved.node(TIER)));
  }

  @Test
  void movingByNothingIsNoStepOfTheHistory() {
    assertTrue(Edits.apply(start, Move.of(TIER, 0, 0)).diff().isEmpty());
  }
}
