package dev.drawbridge.editor;

import static dev.drawbridge.edit.SmallDesign.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drawbridge.base.Point;
import dev.drawbridge.edit.Invariants;
import dev.drawbridge.edit.SmallDesign;
import dev.drawbridge.model.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What holds of every gesture, with whichever modifiers, and wherever it is broken off.
class GesturesTest {
  private static final List<Modifiers> MODIFIERS =
      Stream.of(false, true)
          .flatMap(
              shift ->
                  Stream.of(false, true)
                      .flatMap(
                          ctrl ->
                              Stream.of(false, true).map(alt -> new Modifiers(shift, ctrl, alt))))
          .toList();

  /// @param start what was done before
  /// @param ends whether it gives the hand back at its end
  private record Gesture(String name, Consumer<Hands> start, List<Input> inputs, boolean ends) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static Input pressed(double x, double y, Input.Button button, Modifiers held) {
    return new Input.Pressed(new Point(x, y), button, 1, held);
  }

  private static List<Input> drag(
      double x, double y, double toX, double toY, Input.Button button, Modifiers held) {
    return List.of(
        pressed(x, y, button, held),
        new Input.Dragged(new Point(x + 2, y + 1), held),
        new Input.Dragged(new Point((x + toX) / 2, (y + toY) / 2), held),
        new Input.Dragged(new Point(toX, toY), held),
        new Input.Released(new Point(toX, toY), button, held));
  }

  private static List<Input> drag(double x, double y, double toX, double toY, Modifiers held) {
    return drag(x, y, toX, toY, Input.Button.PRIMARY, held);
  }

  private static List<Input> click(double x, double y, Modifiers held) {
    return List.of(
        pressed(x, y, Input.Button.PRIMARY, held),
        new Input.Released(new Point(x, y), Input.Button.PRIMARY, held));
  }

  private static List<Input> joined(List<Input> first, List<Input> then) {
    List<Input> all = new ArrayList<>(first);
    all.addAll(then);
    return all;
  }

  static Stream<Gesture> gestures() {
    return MODIFIERS.stream().flatMap(GesturesTest::gestures);
  }

  private static Stream<Gesture> gestures(Modifiers held) {
    String with = " with " + held;
    Consumer<Hands> nothing = _ -> {};
    Consumer<Hands> tierSelected =
        hands -> hands.state = hands.state.withSelection(Selection.of(TIER));
    Consumer<Hands> inSubnet =
        hands -> {
          hands.state = Entering.enter(hands.editor(), hands.state, SUBNET_A);
          hands.state = hands.state.withCamera(Camera.START);
        };
    Consumer<Hands> hand = hands -> hands.state = hands.editor().begin(hands.state, Panning.HAND);
    Consumer<Hands> arrow =
        hands -> hands.state = hands.editor().begin(hands.state, Connecting.choosing(null));
    return Stream.of(
        new Gesture("click" + with, nothing, click(150, 310, held), true),
        new Gesture("move" + with, nothing, drag(150, 310, 700, 320, held), true),
        new Gesture(
            "move of the selection" + with, tierSelected, drag(150, 310, 190, 330, held), true),
        new Gesture(
            "move to where nothing is taken" + with,
            nothing,
            drag(120, 190, 1500, 1500, held),
            true),
        new Gesture("marquee" + with, nothing, drag(1100, 20, 350, 240, held), true),
        new Gesture(
            "marquee in a container" + with, inSubnet, drag(110, 370, 330, 290, held), true),
        new Gesture("resize" + with, tierSelected, drag(308, 364, 340, 372, held), true),
        new Gesture(
            "arrow from a port" + with,
            hands -> hands.hover(200, 320),
            drag(322, 332, 600, 270, held),
            true),
        new Gesture(
            "arrow by the tool" + with,
            arrow,
            joined(click(500, 270, held), click(150, 310, held)),
            true),
        new Gesture(
            "arrow into the void" + with,
            hands -> hands.hover(200, 320),
            drag(322, 332, 720, 330, held),
            false),
        new Gesture(
            "place by a click" + with,
            hands -> hands.take("tier.web"),
            joined(List.of(new Input.Hovered(new Point(650, 300), held)), click(700, 300, held)),
            !held.shift()),
        new Gesture(
            "pan by the middle button" + with,
            nothing,
            drag(150, 310, 250, 400, Input.Button.MIDDLE, held),
            true),
        new Gesture("pan by hand" + with, hand, drag(150, 310, 250, 400, held), false),
        new Gesture(
            "pan by the space bar" + with,
            nothing,
            joined(
                joined(
                    List.of(new Input.KeyPressed(Input.Key.SPACE, held)),
                    drag(150, 310, 250, 400, held)),
                List.of(new Input.KeyReleased(Input.Key.SPACE, held))),
            true));
  }

  @ParameterizedTest
  @MethodSource("gestures")
  void aWholeGestureIsAtMostOneStepAndLeavesNothingBehind(Gesture gesture) {
    Document start = SmallDesign.document();
    Hands hands = new Hands(start);
    gesture.start.accept(hands);
    gesture.inputs.forEach(hands::input);
    assertEquals(gesture.ends, hands.state.tool() instanceof Idle, gesture.name);
    assertSame(hands.document(), hands.state.shown());
    assertTrue(hands.state.history().undoable().size() <= 1);
    assertEquals(List.of(), Invariants.violations(hands.document()));
    assertEquals(start, hands.editor().undo(hands.state).document());
  }

  @ParameterizedTest
  @MethodSource("gestures")
  void escapeAtAnyMomentLeavesTheDesignAsItWas(Gesture gesture) {
    for (int done = 0; done < gesture.inputs.size(); done++) {
      Document start = SmallDesign.document();
      Hands hands = new Hands(start);
      gesture.start.accept(hands);
      gesture.inputs.subList(0, done).forEach(hands::input);
      hands.key(Input.Key.ESCAPE);
      String where = gesture.name + " after " + done;
      assertSame(start, hands.document(), where);
      assertSame(start, hands.state.shown(), where);
      assertFalse(hands.state.tool().isBusy(), where);
      // The button is still down, and its way to the release means nothing any more.
      for (Input rest : gesture.inputs.subList(done, gesture.inputs.size())) {
        if (rest instanceof Input.Dragged || rest instanceof Input.Released) {
          hands.input(rest);
        }
      }
      assertSame(start, hands.document(), where);
      assertSame(start, hands.state.shown(), where);
    }
  }

  @ParameterizedTest
  @MethodSource("gestures")
  void undoInTheMiddleOfAGestureBreaksItOff(Gesture gesture) {
    for (int done = 0; done <= gesture.inputs.size(); done++) {
      Hands hands = new Hands(SmallDesign.document());
      gesture.start.accept(hands);
      gesture.inputs.subList(0, done).forEach(hands::input);
      hands.state = hands.editor().undo(hands.state);
      assertEquals(SmallDesign.document(), hands.document());
      assertSame(hands.document(), hands.state.shown());
      assertFalse(hands.state.tool().isBusy());
    }
  }
}
