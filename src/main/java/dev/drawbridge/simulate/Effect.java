package dev.drawbridge.simulate;

import dev.drawbridge.analyze.finding.Sentence;
import dev.drawbridge.analyze.rules.Component;
import java.util.List;

/// What a failure does to a component.
///
/// @param served whether requests of the internet got to it before
/// @param remarks in how far, and what happens next
public record Effect(Component component, State state, boolean served, List<Sentence> remarks) {
  /// How bad it is, the worst first.
  public enum State {
    /// Nothing of it is left.
    GONE,
    /// It is there, but requests of the internet that got to it do so no more.
    CUT_OFF,
    /// It is there, but something that it calls is not.
    BEREFT,
    /// Whether any of this is so hangs on inputs that are not resolved, or that AWS decides.
    UNKNOWN,
    /// It serves, but cannot open sessions with the internet any more.
    SHUT_IN,
    /// It is away until another of its machines takes over by itself.
    FAILING_OVER,
    /// It serves with fewer machines.
    FEWER,
    /// It serves as before.
    SERVING;

    /// Whether it does not do what it is for, until somebody does something about it.
    public boolean isLost() {
      return compareTo(BEREFT) <= 0;
    }
  }

  /// Whether something that served does not, until somebody does something about it.
  public boolean isOutage() {
    return state.isLost() && (served || state == State.BEREFT);
  }

  public Effect {
    remarks = List.copyOf(remarks);
  }
}
