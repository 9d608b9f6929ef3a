package dev.drawbridge.ui;

import dev.drawbridge.draw.Badge;
import dev.drawbridge.draw.Look;
import dev.drawbridge.draw.Theme;
import dev.drawbridge.draw.icon.IconSet;
import dev.drawbridge.model.ElementId;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// How the design in front is drawn: with what was found out about it, in the window's theme and language.
final class FrontPicture {
  private final Session session;
  private final Texts texts;
  private final Appearance appearance;
  private final Results results;
  private final Supplier<IconSet> icons;

  FrontPicture(
      Session session,
      Texts texts,
      Appearance appearance,
      Results results,
      Supplier<IconSet> icons) {
    this.session = session;
    this.texts = texts;
    this.appearance = appearance;
    this.results = results;
    this.icons = icons;
  }

  Pictures.Shown shown() {
    return session.design().pictures().of(session.state(), look());
  }

  /// Whether it is that of the state as it is.
  boolean isCurrent() {
    return session.design().pictures().isCurrent(session.state(), look());
  }

  /// The findings of an element; null for none.
  @Nullable Badge badge(ElementId id) {
    return results.marks().badges().get(id);
  }

  Look look() {
    return results
        .marks()
        .withTheme(appearance.isDark() ? Theme.DARK : Theme.LIGHT)
        .withLanguage(texts.language().get())
        .withIcons(icons.get())
        .withTrail(results.tabs().trail(session.state().shown()));
  }
}
