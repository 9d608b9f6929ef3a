package dev.drawbridge.draw.icon;

import java.util.Map;

/// The icons of components: the bundled ones, or those that the user put in their place.
public final class IconSet {
  public static final IconSet BUNDLED = new IconSet(Map.of());

  private final Map<String, IconArt> replaced;

  /// @param replaced what is shown instead of a bundled icon, by that one's name
  IconSet(Map<String, IconArt> replaced) {
    this.replaced = Map.copyOf(replaced);
  }

  public IconArt named(String name) {
    IconArt art = replaced.get(name);
    return art == null ? Icons.named(name) : art;
  }

  /// How many of the bundled icons are replaced.
  public int replacedCount() {
    return replaced.size();
  }
}
