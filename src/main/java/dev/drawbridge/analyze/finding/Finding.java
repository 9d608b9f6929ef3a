package dev.drawbridge.analyze.finding;

import dev.drawbridge.base.Messages;
import dev.drawbridge.model.ElementId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One thing that is wrong with a design, or that cannot be told.
///
/// @param rule the rule's id, such as `DMZ-001`
/// @param verdict `PROVEN`, or `UNKNOWN` where it hangs on an unresolved input
/// @param subjects what it is about, the one at fault first, as identities that outlive a
///     rename: the element's id, or the resource's address where nothing is drawn
/// @param elements the drawn things among these, the one at fault first
/// @param property the property at fault of the first element; null where it is the element
///     itself
/// @param path how the packet gets there, from its source; empty where no path is the proof
/// @param blockers what stands in the way, where that is what is wrong (or what alone protects)
/// @param witness a packet that shows it; null where no packet does
public record Finding(
    String rule,
    Severity severity,
    Verdict verdict,
    List<String> subjects,
    List<ElementId> elements,
    @Nullable String property,
    Sentence sentence,
    List<Hop> path,
    List<Cause> blockers,
    @Nullable Witness witness,
    PortClass portClass,
    List<Fix> fixes) {
  public Finding {
    subjects = List.copyOf(subjects);
    elements = List.copyOf(elements);
    path = List.copyOf(path);
    blockers = List.copyOf(blockers);
    fixes = List.copyOf(fixes);
    if (subjects.isEmpty()) {
      throw new IllegalArgumentException(rule + " is about nothing");
    }
  }

  /// What is wrong, in one or two sentences.
  public String text(Messages messages) {
    return sentence.text(messages);
  }

  /// The drawn thing at fault.
  public Optional<ElementId> element() {
    return elements.stream().findFirst();
  }

  /// The path in one line: `internet -> igw -> public-alb:443`, with real arrows.
  public String pathText(Messages messages) {
    return path.stream().map(hop -> hop.text(messages)).collect(Collectors.joining(" → "));
  }

  /// Everything that the canvas lights up for it: the elements, those of the path and of the
  /// blockers.
  public List<ElementId> touched() {
    List<ElementId> all = new ArrayList<>(elements);
    for (Hop hop : path) {
      if (hop.element() != null) {
        all.add(hop.element());
      }
      hop.admitted().forEach(cause -> all.addAll(cause.elements()));
    }
    blockers.forEach(cause -> all.addAll(cause.elements()));
    return all.stream().distinct().toList();
  }

  /// Tells this finding from others across runs, moves and renames.
  public String fingerprint() {
    return String.join(
        "/", rule, String.join("+", subjects), property == null ? "-" : property, portClass.key());
  }

  public Finding withFixes(List<Fix> offered) {
    return new Finding(
        rule, severity, verdict, subjects, elements, property, sentence, path, blockers, witness,
        portClass, offered);
  }
}
