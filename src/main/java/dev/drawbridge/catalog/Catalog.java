package dev.drawbridge.catalog;

import dev.drawbridge.model.Element;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Everything that can be drawn: the one explicit list of kinds.
public final class Catalog {
  private static final List<Kind> KINDS = List.of();

  private static final Map<String, Kind> BY_ID = index();

  private Catalog() {}

  /// All kinds, in the order of the palette.
  public static List<Kind> kinds() {
    return KINDS;
  }

  public static Optional<Kind> find(String id) {
    return Optional.ofNullable(BY_ID.get(id));
  }

  public static Optional<Kind> of(Element element) {
    return find(element.kind());
  }

  /// All palette entries, in order.
  public static List<Preset> presets() {
    return KINDS.stream().flatMap(kind -> kind.presets().stream()).toList();
  }

  private static Map<String, Kind> index() {
    Map<String, Kind> byId = new LinkedHashMap<>();
    for (Kind kind : KINDS) {
      if (byId.put(kind.id(), kind) != null) {
        throw new IllegalStateException("two kinds are called " + kind.id());
      }
    }
    return byId;
  }
}
