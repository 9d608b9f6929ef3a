package dev.drawbridge.analyze.policy;

import dev.drawbridge.catalog.Zone;
import dev.drawbridge.model.Datum;
import dev.drawbridge.model.Fields;
import dev.drawbridge.model.Settings;
import java.util.ArrayList;
import java.util.List;

/// What a team holds designs to: who may talk to whom, which rules run, and which findings it
/// accepts for now. A design carries its own among its settings; a file that several designs share
/// has the same shape, see [PolicyReader].
public record Policy(ZoneTable zones, List<Suppression> suppressions, Switches switches) {
  public static final Policy DEFAULT = new Policy(ZoneTable.DEFAULT, List.of(), Switches.NONE);

  /// The setting of a design under which its policy stands.
  public static final String SETTING = "policy";

  static final String ZONES = "zones";
  static final String RULES = "rules";
  static final String ON = "on";
  static final String OFF = "off";
  static final String SUPPRESSIONS = "suppressions";
  static final String RULE = "rule";
  static final String ELEMENT = "element";
  static final String REASON = "reason";
  static final String EXPIRES = "expires";

  public Policy {
    suppressions = List.copyOf(suppressions);
  }

  public Policy withZones(ZoneTable changed) {
    return new Policy(changed, suppressions, switches);
  }

  public Policy withSwitches(Switches changed) {
    return new Policy(zones, suppressions, changed);
  }

  /// With one more suppression; it takes the place of one that speaks of the same findings.
  public Policy with(Suppression added) {
    List<Suppression> changed = new ArrayList<>(suppressions);
    changed.removeIf(added::isLike);
    changed.add(added);
    return new Policy(zones, changed, switches);
  }

  public Policy without(Suppression removed) {
    List<Suppression> rest = new ArrayList<>(suppressions);
    rest.remove(removed);
    return new Policy(zones, rest, switches);
  }

  /// This policy where a design has one of its own: the design keeps only its suppressions, and of
  /// two that speak of the same findings this policy's counts.
  public Policy over(Policy own) {
    Policy both = new Policy(zones, own.suppressions, switches);
    for (Suppression suppression : suppressions) {
      both = both.with(suppression);
    }
    return both;
  }

  /// Settings with this policy; the default one is left out.
  public Settings into(Settings settings) {
    Fields fields = fields();
    return fields.isEmpty()
        ? new Settings(settings.title(), settings.properties().without(SETTING))
        : settings.withProperty(SETTING, Datum.of(fields));
  }

  /// What differs from the default, as it stands in a file.
  public Fields fields() {
    Fields rows = Fields.NONE;
    for (Zone from : Zone.values()) {
      if (!zones.row(from).equals(ZoneTable.DEFAULT.row(from))) {
        rows = rows.with(from.key(), texts(zones.row(from).stream().map(Zone::key).toList()));
      }
    }
    Fields rules = Fields.NONE;
    if (!switches.on().isEmpty()) {
      rules = rules.with(ON, texts(List.copyOf(switches.on())));
    }
    if (!switches.off().isEmpty()) {
      rules = rules.with(OFF, texts(List.copyOf(switches.off())));
    }
    Fields all = Fields.NONE;
    if (!rows.isEmpty()) {
      all = all.with(ZONES, Datum.of(rows));
    }
    if (!rules.isEmpty()) {
      all = all.with(RULES, Datum.of(rules));
    }
    if (!suppressions.isEmpty()) {
      all =
          all.with(
              SUPPRESSIONS, new Datum.Items(suppressions.stream().map(Policy::datum).toList()));
    }
    return all;
  }

  private static Datum datum(Suppression suppression) {
    return Datum.of(
        Fields.NONE
            .with(RULE, Datum.of(suppression.rule()))
            .with(ELEMENT, Datum.of(suppression.element()))
            .with(REASON, Datum.of(suppression.reason()))
            .with(EXPIRES, Datum.of(suppression.expires().toString())));
  }

  private static Datum texts(List<String> values) {
    return new Datum.Items(values.stream().map(Datum::of).toList());
  }
}
