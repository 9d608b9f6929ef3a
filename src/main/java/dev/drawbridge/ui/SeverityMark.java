package dev.drawbridge.ui;

import dev.drawbridge.analyze.finding.Severity;
import dev.drawbridge.draw.Badge;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// A severity as shape, word and colour, so that none of these alone has to tell it.
final class SeverityMark {
  private SeverityMark() {}

  /// Shape and word.
  static Label named(Severity severity, Texts texts) {
    Label label = new Label(texts.get("severity." + severity.key() + ".name"));
    label.setGraphic(icon(severity, 16));
    label.getStyleClass().addAll("severity", "severity-" + severity.key());
    return label;
  }

  /// Shape and number, for where there is little room.
  static Label of(Badge badge, Texts texts) {
    Label label = new Label(badge.count() > 1 ? String.valueOf(badge.count()) : "");
    label.setGraphic(icon(badge.worst(), 14));
    label.setAccessibleText(texts.get("severity." + badge.worst().key() + ".name"));
    label.getStyleClass().addAll("severity", "severity-" + badge.worst().key());
    return label;
  }

  static Region icon(Severity severity, double side) {
    return IconGraphic.of("severity-" + severity.key(), side);
  }
}
