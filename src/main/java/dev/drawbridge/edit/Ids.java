package dev.drawbridge.edit;

import dev.drawbridge.model.Document;
import dev.drawbridge.model.ElementId;
import java.util.HashSet;
import java.util.Set;
import java.util.random.RandomGenerator;

/// Where the ids of new elements come from. An id says the kind for people who read the file, and a few
/// characters of chance, so that two people's additions to one file do not collide.
@FunctionalInterface
public interface Ids {
  /// An id that no element of the document has and that this source never gave before.
  ///
  /// @param kind the kind's id; its last part begins the new id
  ElementId fresh(Document document, String kind);

  /// Ids such as `alb-7f3k`.
  static Ids from(RandomGenerator chance) {
    String alphabet = "23456789abcdefghjkmnpqrstuvwxyz"; // without 0 o 1 i l, which look alike
    Set<ElementId> given = new HashSet<>();
    return (document, kind) -> {
      String stem = kind.substring(kind.lastIndexOf('.') + 1).replace('_', '-');
      for (int length = 4; ; length = Math.min(length + 1, 12)) {
        StringBuilder text = new StringBuilder(stem).append('-');
        for (int i = 0; i < length; i++) {
          text.append(alphabet.charAt(chance.nextInt(alphabet.length())));
        }
        ElementId id = new ElementId(text.toString());
        if (document.find(id).isEmpty() && given.add(id)) {
          return id;
        }
      }
    };
  }
}
