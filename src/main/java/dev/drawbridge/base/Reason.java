package dev.drawbridge.base;

import java.util.Comparator;
import java.util.List;

/// Why something cannot be told, in whichever language: `var.vpc_cidr has no default`.
///
/// @param key the message's key, see [Messages]
/// @param arguments what fills the message's placeholders; reasons themselves where they are parts of one
public record Reason(String key, List<Object> arguments) implements Comparable<Reason> {
  private static final Comparator<Reason> ORDER =
      Comparator.comparing((Reason reason) -> reason.arguments.toString())
          .thenComparing(Reason::key);

  public Reason {
    // What is said the same way is the same reason.
    arguments =
        arguments.stream()
            .map(word -> word instanceof Reason || word instanceof Number ? word : word.toString())
            .toList();
  }

  public static Reason of(String key, Object... arguments) {
    return new Reason(key, List.of(arguments));
  }

  public String text(Messages messages) {
    return messages.text(key, arguments.toArray());
  }

  /// The name of what is not known, such as `var.vpc_cidr`; empty where it has none.
  public String about() {
    return arguments.isEmpty() || arguments.getFirst() instanceof Reason
        ? ""
        : arguments.getFirst().toString();
  }

  /// The same in every language: by what it is about.
  @Override
  public int compareTo(Reason other) {
    return ORDER.compare(this, other);
  }
}
