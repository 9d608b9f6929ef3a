package dev.drawbridge.ui;

import java.util.List;
import java.util.function.Consumer;

/// What is done while frames are measured.
///
/// @param step does a little more of it, once a frame
record Motion(String name, Consumer<Hand> start, Step step, Consumer<Hand> finish) {
  interface Step {
    void take(Hand hand, int frame);
  }

  static final List<Motion> ALL =
      List.of(
          new Motion("panAt100", hand -> hand.look(1), Motion::pan, _ -> {}),
          new Motion("panAt25", hand -> hand.look(0.25), Motion::pan, _ -> {}),
          new Motion("panAtFitAll", Hand::fitAll, Motion::pan, _ -> {}),
          new Motion("zoom", Hand::fitAll, Motion::zoom, _ -> {}),
          drag("dragAt100", 1),
          drag("dragAt25", 0.25),
          new Motion("dragOfAllAtFitAll", Hand::pressAll, Motion::round, Hand::escape));

  private static Motion drag(String name, double zoom) {
    return new Motion(
        name,
        hand -> {
          hand.look(zoom);
          hand.press();
        },
        Motion::round,
        Hand::escape);
  }

  /// Some way to the right and down, and back, faster than anybody reads: 1,200 px a second.
  private static void pan(Hand hand, int frame) {
    boolean away = frame / 60 % 2 == 0;
    hand.wheel(away ? -18 : 18, away ? -9 : 9, false);
  }

  private static void zoom(Hand hand, int frame) {
    hand.wheel(0, frame / 60 % 2 == 0 ? 20 : -20, true);
  }

  /// In circles, so that it comes near to ever other things.
  private static void round(Hand hand, int frame) {
    double angle = frame * 2 * Math.PI / 90;
    hand.drag(120 * Math.sin(angle), 60 - 60 * Math.cos(angle));
  }

  void begin(Hand hand) {
    start.accept(hand);
  }

  void step(Hand hand, int frame) {
    step.take(hand, frame);
  }

  void end(Hand hand) {
    finish.accept(hand);
  }
}
