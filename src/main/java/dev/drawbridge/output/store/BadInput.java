package dev.drawbridge.output.store;

import dev.drawbridge.base.Issue;
import dev.drawbridge.base.Place;

/// Leaves the reading of a file at its first flaw; never leaves this package.
final class BadInput extends Exception {
  private final transient Issue issue;

  BadInput(Place place, String key, Object... arguments) {
    super(key, null, false, false);
    this.issue = Issue.error(place, key, arguments);
  }

  Issue issue() {
    return issue;
  }
}
