package dev.drawbridge.ui;

import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/// Something that a [Chooser] lists.
///
/// @param sign makes what stands in front of it; null for nothing
/// @param marked which letters of the name were typed
/// @param detail what tells it from others, or why it cannot be chosen; may be empty
/// @param keys the keys that do the same; may be empty
/// @param possible whether it can be chosen
record Offer(
    @Nullable Supplier<Node> sign,
    String name,
    List<Integer> marked,
    String detail,
    String keys,
    boolean possible,
    Runnable action) {
  Offer {
    marked = List.copyOf(marked);
  }

  String spoken() {
    StringBuilder text = new StringBuilder(name);
    for (String more : List.of(detail, keys)) {
      if (!more.isEmpty()) {
        text.append(", ").append(more);
      }
    }
    return text.toString();
  }
}
