package dev.drawbridge.draw;

import dev.drawbridge.analyze.finding.Severity;
import dev.drawbridge.catalog.Catalog;
import dev.drawbridge.catalog.Kind;
import dev.drawbridge.model.Connector;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.Node;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// One line of a legend: how something is drawn, and what it is.
record LegendEntry(Sample sample, String text) {
  sealed interface Sample {
    /// @param name of the icon
    record Icon(String name) implements Sample {}

    /// @param kind of the connector
    record Line(String kind, boolean blocked) implements Sample {}
  }

  /// What occurs in the document: nodes in the order of the palette, connectors, marks of findings.
  static List<LegendEntry> of(Document document, Look look, Wording wording) {
    Set<LegendEntry> nodes = new LinkedHashSet<>();
    for (Kind kind : Catalog.kinds()) {
      for (Node node : document.nodes()) {
        if (node.kind().equals(kind.id())) {
          String icon = kind.icon(node);
          nodes.add(new LegendEntry(new Sample.Icon(icon), wording.kindWith(kind, icon)));
        }
      }
    }
    List<LegendEntry> entries = new ArrayList<>(nodes);
    Set<LegendEntry> lines = new LinkedHashSet<>();
    for (Connector connector : document.connectors()) {
      lines.add(new LegendEntry(new Sample.Line(connector.kind(), false), wording.kind(connector)));
    }
    entries.addAll(lines);
    if (document.connectors().stream().anyMatch(one -> look.blocked().contains(one.id()))) {
      entries.add(
          new LegendEntry(new Sample.Line(ConnectorPainter.TRAFFIC, true), wording.blocked()));
    }
    Set<Severity> severities = new TreeSet<>();
    look.badges().values().forEach(badge -> severities.add(badge.worst()));
    for (Severity severity : severities) {
      entries.add(
          new LegendEntry(
              new Sample.Icon(BadgePainter.icon(severity)), wording.severity(severity)));
    }
    return entries;
  }
}
