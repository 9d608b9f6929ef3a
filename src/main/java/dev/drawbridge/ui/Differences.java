package dev.drawbridge.ui;

import dev.drawbridge.model.Document;
import dev.drawbridge.model.Element;
import java.util.ArrayList;
import java.util.List;

/// How the design in the window and the one in its file differ, one line an element.
final class Differences {
  private Differences() {}

  /// @param here what the window shows
  /// @param there what the file holds
  static List<String> between(Document here, Document there, Texts texts) {
    List<String> lines = new ArrayList<>();
    for (Element element : here.elements().values()) {
      Element other = there.elements().get(element.id());
      if (other == null) {
        lines.add(texts.get("ui.conflict.here", name(element, here, texts)));
      } else if (!other.equals(element)) {
        lines.add(texts.get("ui.conflict.other", name(element, here, texts)));
      }
    }
    for (Element element : there.elements().values()) {
      if (!here.elements().containsKey(element.id())) {
        lines.add(texts.get("ui.conflict.there", name(element, there, texts)));
      }
    }
    if (!here.settings().equals(there.settings())) {
      lines.add(texts.get("ui.conflict.settings"));
    }
    return lines.isEmpty() ? List.of(texts.get("ui.conflict.order")) : lines;
  }

  private static String name(Element element, Document document, Texts texts) {
    String name = Display.name(element, document, texts.messages());
    String kind = Display.kind(element, texts.messages());
    return name.startsWith(kind) ? name : name + " (" + kind + ")";
  }
}
