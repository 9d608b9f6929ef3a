package dev.drawbridge.edit;

import dev.drawbridge.model.Element;
import dev.drawbridge.model.ElementId;
import java.text.Normalizer;

/// Calls an element something else; an empty name lets it go by its kind's. Line breaks become spaces.
public record Rename(ElementId id, String name) implements Edit {
  public Rename {
    name = Normalizer.normalize(name, Normalizer.Form.NFC).replaceAll("\\R", " ").strip();
  }

  @Override
  public String key() {
    return "edit.rename.name";
  }

  @Override
  public void apply(Draft draft) {
    Element element =
        draft
            .document()
            .find(id)
            .orElseThrow(() -> new IllegalArgumentException("no element " + id));
    draft.update(element.withName(name));
  }
}
