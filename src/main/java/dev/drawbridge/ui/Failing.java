package dev.drawbridge.ui;

import dev.drawbridge.analyze.TrafficPaths;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.simulate.Aftermath;
import dev.drawbridge.simulate.Simulation;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What becomes of the design when an element fails.
///
/// @param element an availability zone or something with interfaces; null where it is yet to be chosen
record Failing(@Nullable ElementId element) implements Inquiry.Question {
  static final Failing NONE = new Failing(null);

  @Override
  public boolean isComplete() {
    return element != null;
  }

  /// The answer, where the question is complete; empty where nothing fails with the element.
  Optional<Aftermath> aftermath(TrafficPaths paths) {
    if (element == null) {
      throw new IllegalStateException("it has yet to be chosen what fails");
    }
    return Simulation.of(paths.around(element), element);
  }
}
