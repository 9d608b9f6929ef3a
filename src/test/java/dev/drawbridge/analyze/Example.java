package dev.drawbridge.analyze;

import dev.drawbridge.model.Document;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// A design on which a rule has something to say, or nothing.
///
/// @param says in words, for the name of the test
/// @param elements the ids of the elements at fault; none where the design passes
record Example(String rule, String says, Document document, Set<String> elements) {
  Example {
    elements = new TreeSet<>(elements);
  }

  static Example violating(String rule, String says, Designs designs, String... elements) {
    return new Example(rule, says, designs.draw(), Set.copyOf(List.of(elements)));
  }

  static Example passing(String rule, String says, Designs designs) {
    return new Example(rule, says, designs.draw(), Set.of());
  }

  boolean violates() {
    return !elements.isEmpty();
  }

  @Override
  public String toString() {
    return rule + (violates() ? " objects to " : " is content with ") + says;
  }
}
