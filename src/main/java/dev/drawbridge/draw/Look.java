package dev.drawbridge.draw;

import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Verdict;
import dev.drawbridge.analyze.rules.topology.BlockedArrow;
import dev.drawbridge.base.Language;
import dev.drawbridge.draw.icon.IconSet;
import dev.drawbridge.model.ElementId;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// How a document is to be shown, besides what is in it.
///
/// @param badges findings, for the elements that have some
/// @param blocked traffic arrows that nothing gets through
/// @param trail the way that is lit up
/// @param icons of the components
public record Look(
    Theme theme,
    Language language,
    Map<ElementId, Badge> badges,
    Set<ElementId> blocked,
    Trail trail,
    IconSet icons) {
  public static final Look LIGHT = new Look(Theme.LIGHT, Language.ENGLISH);

  public Look {
    badges = Map.copyOf(badges);
    blocked = Set.copyOf(blocked);
  }

  public Look(Theme theme, Language language) {
    this(theme, language, Map.of(), Set.of(), Trail.NONE, IconSet.BUNDLED);
  }

  public Look withTheme(Theme changed) {
    return new Look(changed, language, badges, blocked, trail, icons);
  }

  public Look withLanguage(Language changed) {
    return new Look(theme, changed, badges, blocked, trail, icons);
  }

  public Look withBadges(Map<ElementId, Badge> changed) {
    return new Look(theme, language, changed, blocked, trail, icons);
  }

  public Look withBlocked(Set<ElementId> changed) {
    return new Look(theme, language, badges, changed, trail, icons);
  }

  /// With a badge for what is at fault, and the arrows marked that nothing gets through.
  public Look withFindings(Collection<Finding> findings) {
    Set<ElementId> stopped = new HashSet<>();
    for (Finding finding : findings) {
      if (finding.rule().equals(BlockedArrow.ID) && finding.verdict() == Verdict.PROVEN) {
        finding.element().ifPresent(stopped::add);
      }
    }
    return withBadges(Badge.of(findings)).withBlocked(stopped);
  }

  public Look withIcons(IconSet changed) {
    return new Look(theme, language, badges, blocked, trail, changed);
  }

  public Look withTrail(Trail changed) {
    return new Look(theme, language, badges, blocked, changed, icons);
  }
}
