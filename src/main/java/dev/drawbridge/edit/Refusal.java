package dev.drawbridge.edit;

import dev.drawbridge.base.Messages;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Why a container does not take a node.
///
/// @param kind the id of the kind that was to be put somewhere
/// @param allowed the ids of the kinds that would take it
/// @param found the id of the kind that was there; null for the top of the document
public record Refusal(Reason reason, String kind, List<String> allowed, @Nullable String found) {
  /// What stands against it.
  public enum Reason {
    /// The container is the node itself or lies inside it.
    INSIDE_ITSELF,
    /// The container is of a kind that does not hold such nodes.
    WRONG_CONTAINER,
    /// It may not stand on its own.
    NEEDS_A_CONTAINER
  }

  public Refusal {
    allowed = List.copyOf(allowed);
  }

  /// The reason in one sentence.
  public String text(Messages messages) {
    String what = name(kind, messages);
    return switch (reason) {
      case INSIDE_ITSELF -> messages.text("edit.refused.inside-itself", what);
      case NEEDS_A_CONTAINER -> messages.text("edit.refused.top", what, names(messages));
      case WRONG_CONTAINER ->
          messages.text(
              "edit.refused.container",
              what,
              names(messages),
              name(found == null ? kind : found, messages));
    };
  }

  private String names(Messages messages) {
    return allowed.stream().map(id -> name(id, messages)).collect(Collectors.joining(", "));
  }

  private static String name(String kind, Messages messages) {
    String key = "kind." + kind + ".name";
    return messages.has(key) ? messages.text(key) : kind;
  }
}
