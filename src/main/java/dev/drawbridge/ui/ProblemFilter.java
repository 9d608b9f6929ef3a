package dev.drawbridge.ui;

import dev.drawbridge.analyze.Review;
import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Severity;
import dev.drawbridge.base.Messages;
import dev.drawbridge.model.ElementId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Which findings the list of problems shows, and in which groups. One pass over the findings, however
/// many there are.
final class ProblemFilter {
  /// What findings are put together by.
  enum Grouping {
    SEVERITY,
    ELEMENT,
    RULE;

    String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// What rules are about, by the part of their ids before the dash.
  private static final List<String> GROUPS =
      List.of("DMZ", "LB", "ADDR", "TOPO", "ASG", "RDS", "DEP", "OBS", "WEB", "SD", "SUP");

  private final Set<Severity> hidden = EnumSet.noneOf(Severity.class);
  private final Set<String> closed = new HashSet<>();
  private final Map<Finding, String> texts = new IdentityHashMap<>();
  private String[] words = {};
  private Grouping grouping = Grouping.SEVERITY;

  /// The part of the rules' ids before the dash; empty for all rules.
  private String rules = "";

  private boolean onlySelected;
  private boolean withSuppressed;

  void words(String text) {
    words =
        text.strip().isEmpty()
            ? new String[0]
            : text.toLowerCase(Locale.ROOT).strip().split("\\s+");
  }

  void show(Severity severity, boolean shown) {
    if (shown) {
      hidden.remove(severity);
    } else {
      hidden.add(severity);
    }
  }

  void grouping(Grouping by) {
    grouping = by;
    closed.clear();
  }

  Grouping grouping() {
    return grouping;
  }

  void rules(String prefix) {
    rules = prefix;
  }

  void onlySelected(boolean only) {
    onlySelected = only;
  }

  boolean isOnlySelected() {
    return onlySelected;
  }

  void withSuppressed(boolean with) {
    withSuppressed = with;
  }

  boolean isWithSuppressed() {
    return withSuppressed;
  }

  void open(String group, boolean isOpen) {
    if (isOpen) {
      closed.remove(group);
    } else {
      closed.add(group);
    }
  }

  /// The findings, or the words for them, are others.
  void forget() {
    texts.clear();
  }

  /// The groups of rules that occur, such as `DMZ`, in the order of the catalogue.
  static List<String> groups(List<Finding> findings) {
    Set<String> found = new HashSet<>();
    findings.forEach(finding -> found.add(group(finding)));
    List<String> groups = new ArrayList<>(GROUPS);
    groups.retainAll(found);
    return groups;
  }

  private static String group(Finding finding) {
    String rule = finding.rule();
    int dash = rule.indexOf('-');
    return dash < 0 ? rule : rule.substring(0, dash);
  }

  /// @param all in the order in which to show them
  /// @param selection the selected elements
  List<ProblemRow> rows(List<Review.Judged> all, Set<ElementId> selection, Messages messages) {
    Map<String, List<ProblemRow.Problem>> groups = new LinkedHashMap<>();
    for (Review.Judged judged : all) {
      if (isShown(judged, selection, messages)) {
        groups
            .computeIfAbsent(key(judged.finding()), _ -> new ArrayList<>())
            .add(new ProblemRow.Problem(judged));
      }
    }
    List<ProblemRow> rows = new ArrayList<>();
    groups.forEach(
        (key, problems) -> {
          boolean isOpen = !closed.contains(key);
          Severity worst = problems.getFirst().finding().severity();
          rows.add(new ProblemRow.Title(grouping, key, worst, problems.size(), isOpen));
          if (isOpen) {
            rows.addAll(problems);
          }
        });
    return rows;
  }

  private String key(Finding finding) {
    return switch (grouping) {
      case SEVERITY -> finding.severity().key();
      case ELEMENT -> finding.element().map(ElementId::value).orElse(finding.subjects().getFirst());
      case RULE -> finding.rule();
    };
  }

  private boolean isShown(Review.Judged judged, Set<ElementId> selection, Messages messages) {
    Finding finding = judged.finding();
    return (withSuppressed || !judged.isSuppressed())
        && !hidden.contains(finding.severity())
        && (rules.isEmpty() || group(finding).equals(rules))
        && (!onlySelected || finding.elements().stream().anyMatch(selection::contains))
        && (words.length == 0 || saysAll(finding, messages));
  }

  private boolean saysAll(Finding finding, Messages messages) {
    String text =
        texts.computeIfAbsent(
            finding, one -> (one.rule() + " " + one.text(messages)).toLowerCase(Locale.ROOT));
    for (String word : words) {
      if (!text.contains(word)) {
        return false;
      }
    }
    return true;
  }
}
