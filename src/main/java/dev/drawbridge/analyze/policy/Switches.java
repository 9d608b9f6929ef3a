package dev.drawbridge.analyze.policy;

import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/// Which rules run: those that are not optional unless they are switched off, and optional ones
/// that are switched on.
///
/// @param on ids of rules
/// @param off ids of other rules
public record Switches(SortedSet<String> on, SortedSet<String> off) {
  public static final Switches NONE = new Switches(new TreeSet<>(), new TreeSet<>());

  public Switches {
    on = Collections.unmodifiableSortedSet(new TreeSet<>(on));
    off = Collections.unmodifiableSortedSet(new TreeSet<>(off));
    if (!Collections.disjoint(on, off)) {
      throw new IllegalArgumentException("both on and off: " + on + ", " + off);
    }
  }

  public static Switches of(Collection<String> on, Collection<String> off) {
    return new Switches(new TreeSet<>(on), new TreeSet<>(off));
  }

  /// Whether the rule of this id runs.
  ///
  /// @param optional whether it runs only when switched on
  public boolean runs(String rule, boolean optional) {
    return optional ? on.contains(rule) : !off.contains(rule);
  }

  public Switches on(String rule) {
    return moved(rule, true);
  }

  public Switches off(String rule) {
    return moved(rule, false);
  }

  private Switches moved(String rule, boolean toOn) {
    SortedSet<String> nextOn = new TreeSet<>(on);
    SortedSet<String> nextOff = new TreeSet<>(off);
    (toOn ? nextOff : nextOn).remove(rule);
    (toOn ? nextOn : nextOff).add(rule);
    return new Switches(nextOn, nextOff);
  }
}
