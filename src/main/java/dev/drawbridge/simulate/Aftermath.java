package dev.drawbridge.simulate;

import dev.drawbridge.analyze.rules.Component;
import dev.drawbridge.model.ElementId;
import java.util.List;
import java.util.Optional;

/// What is left after a failure.
///
/// @param failed the drawn element that failed
/// @param effects on every component that served requests before or is hit, the worst first, else in the order
///     of the design
public record Aftermath(ElementId failed, List<Effect> effects) {
  public Aftermath {
    effects = List.copyOf(effects);
  }

  /// What it comes to for those who send requests.
  public enum Outlook {
    /// Something that served does not.
    OUTAGE,
    /// It hangs on what is not known.
    UNKNOWN,
    /// Everything serves, with less, or after another machine has taken over.
    IMPAIRED,
    /// Everything serves as before.
    UNIMPAIRED
  }

  public Outlook outlook() {
    if (effects.stream().anyMatch(Effect::isOutage)) {
      return Outlook.OUTAGE;
    }
    if (effects.stream().anyMatch(one -> one.state() == Effect.State.UNKNOWN)) {
      return Outlook.UNKNOWN;
    }
    return effects.stream().allMatch(one -> one.state() == Effect.State.SERVING)
        ? Outlook.UNIMPAIRED
        : Outlook.IMPAIRED;
  }

  public Optional<Effect> effectOn(Component component) {
    return effects.stream().filter(one -> one.component().id().equals(component.id())).findFirst();
  }
}
