package dev.drawbridge.analyze.rules;

import org.jspecify.annotations.Nullable;

/// That one component may have something to say to another. What it can open is worked out when somebody
/// asks: of most pairs a rule knows already that they may talk.
public final class Talk {
  private final Subject subject;
  private final Component from;
  private final Component to;
  private @Nullable Exposure sessions;

  Talk(Subject subject, Component from, Component to) {
    this.subject = subject;
    this.from = from;
    this.to = to;
  }

  public Component from() {
    return from;
  }

  public Component to() {
    return to;
  }

  /// Everything that the one can open with the other.
  public Exposure sessions() {
    Exposure known = sessions;
    if (known == null) {
      known = subject.sessions(from, to);
      sessions = known;
    }
    return known;
  }

  /// Whether any session completes for certain.
  public boolean isCertain() {
    return !sessions().isEmpty();
  }

  /// Whether any session completes, or may.
  public boolean isPossible() {
    return isCertain() || !sessions().unknowns().isEmpty();
  }
}
