package dev.drawbridge.analyze.policy;

import dev.drawbridge.base.Issue;
import dev.drawbridge.base.Outcome;
import dev.drawbridge.base.Place;
import dev.drawbridge.catalog.Zone;
import dev.drawbridge.model.Datum;
import dev.drawbridge.model.Fields;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads policies, and takes nothing that it does not know: a policy that is half understood would
/// pass what somebody forbade. So every flaw is an error, told by its JSON pointer.
public final class PolicyReader {
  /// Characters of a reason, an element's id or an address.
  private static final int TEXT = 1000;

  private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

  private static final List<String> ZONES = Arrays.stream(Zone.values()).map(Zone::key).toList();

  private final String file;
  private final Predicate<String> isRule;
  private final List<Issue> issues = new ArrayList<>();

  private PolicyReader(String file, Predicate<String> isRule) {
    this.file = file;
    this.isRule = isRule;
  }

  /// @param file what to call the file in an issue; may be empty
  /// @param pointer where in the file the datum stands, as a JSON pointer (RFC 6901)
  /// @param isRule whether there is a rule of that id
  public static Outcome<Policy> read(
      Datum datum, String file, String pointer, Predicate<String> isRule) {
    PolicyReader reader = new PolicyReader(file, isRule);
    Policy policy = reader.policy(datum, pointer);
    return reader.issues.isEmpty() ? Outcome.ok(policy) : new Outcome.Failed<>(reader.issues);
  }

  private Policy policy(Datum datum, String at) {
    Fields fields = record(datum, at, List.of(Policy.ZONES, Policy.RULES, Policy.SUPPRESSIONS));
    ZoneTable zones = ZoneTable.DEFAULT;
    Datum rows = fields.get(Policy.ZONES);
    if (rows != null) {
      zones = zones(rows, at + "/" + Policy.ZONES);
    }
    Switches switches = Switches.NONE;
    Datum rules = fields.get(Policy.RULES);
    if (rules != null) {
      switches = switches(rules, at + "/" + Policy.RULES);
    }
    List<Suppression> suppressions = List.of();
    Datum accepted = fields.get(Policy.SUPPRESSIONS);
    if (accepted != null) {
      suppressions = suppressions(accepted, at + "/" + Policy.SUPPRESSIONS);
    }
    return new Policy(zones, suppressions, switches);
  }

  /// A zone that is left out keeps its default.
  private ZoneTable zones(Datum datum, String at) {
    ZoneTable table = ZoneTable.DEFAULT;
    Fields rows = record(datum, at, ZONES);
    for (String from : rows.names()) {
      String here = at + "/" + escaped(from);
      Set<Zone> to = EnumSet.noneOf(Zone.class);
      List<Datum> values = list(rows.get(from), here);
      for (int i = 0; i < values.size(); i++) {
        String name = text(values.get(i), here + "/" + i);
        if (!name.isEmpty() && Zone.of(name).isEmpty()) {
          bad(here + "/" + i, "policy.zone", name, String.join(", ", ZONES));
        }
        Zone.of(name).ifPresent(to::add);
      }
      if (Zone.of(from).isPresent()) {
        table = table.with(Zone.of(from).get(), to);
      }
    }
    return table;
  }

  private Switches switches(Datum datum, String at) {
    Fields fields = record(datum, at, List.of(Policy.ON, Policy.OFF));
    SortedSet<String> on = rules(fields, Policy.ON, at);
    SortedSet<String> off = rules(fields, Policy.OFF, at);
    for (String rule : on) {
      if (off.remove(rule)) {
        bad(at + "/" + Policy.OFF, "policy.on_and_off", rule);
      }
    }
    return new Switches(on, off);
  }

  private SortedSet<String> rules(Fields fields, String name, String at) {
    SortedSet<String> found = new TreeSet<>();
    Datum datum = fields.get(name);
    List<Datum> values = datum == null ? List.of() : list(datum, at + "/" + name);
    for (int i = 0; i < values.size(); i++) {
      found.add(rule(values.get(i), at + "/" + name + "/" + i));
    }
    return found;
  }

  private String rule(@Nullable Datum datum, String at) {
    String id = text(datum, at);
    if (!id.isEmpty() && !isRule.test(id)) {
      bad(at, "policy.rule", id);
    }
    return id;
  }

  private List<Suppression> suppressions(Datum datum, String at) {
    List<Suppression> found = new ArrayList<>();
    Set<List<String>> spokenOf = new HashSet<>();
    List<Datum> values = list(datum, at);
    for (int i = 0; i < values.size(); i++) {
      String here = at + "/" + i;
      int flaws = issues.size();
      Fields fields =
          record(
              values.get(i),
              here,
              List.of(Policy.RULE, Policy.ELEMENT, Policy.REASON, Policy.EXPIRES));
      if (issues.size() > flaws) {
        continue;
      }
      String rule = rule(needed(fields, Policy.RULE, here), here + "/" + Policy.RULE);
      String element = text(needed(fields, Policy.ELEMENT, here), here + "/" + Policy.ELEMENT);
      String reason = text(needed(fields, Policy.REASON, here), here + "/" + Policy.REASON);
      LocalDate expires = date(needed(fields, Policy.EXPIRES, here), here + "/" + Policy.EXPIRES);
      if (issues.size() == flaws) {
        found.add(new Suppression(rule, element, reason, expires));
        if (!spokenOf.add(List.of(rule, element))) {
          bad(here, "policy.twice", rule, element);
        }
      }
    }
    return found;
  }

  /// The field; null where it is missing, which is told.
  private @Nullable Datum needed(Fields fields, String name, String at) {
    Datum value = fields.get(name);
    if (value == null) {
      bad(at, "policy.missing", name);
    }
    return value;
  }

  private LocalDate date(@Nullable Datum datum, String at) {
    String text = text(datum, at);
    if (DATE.matcher(text).matches()) {
      try {
        return LocalDate.parse(text);
      } catch (DateTimeParseException e) {
        // A day that is in no calendar: as told below.
      }
    }
    if (!text.isEmpty()) {
      bad(at, "policy.expected.date", text);
    }
    return LocalDate.EPOCH;
  }

  private Fields record(Datum datum, String at, List<String> known) {
    if (!(datum instanceof Datum.Record(Fields fields))) {
      bad(at, "policy.expected.object");
      return Fields.NONE;
    }
    for (String name : fields.names()) {
      if (!known.contains(name)) {
        bad(at + "/" + escaped(name), "policy.unknown", name, String.join(", ", known));
      }
    }
    return fields;
  }

  private List<Datum> list(@Nullable Datum datum, String at) {
    if (datum instanceof Datum.Items(List<Datum> values)) {
      return values;
    }
    bad(at, "policy.expected.list");
    return List.of();
  }

  /// The text; empty where there is none, which is told.
  ///
  /// @param datum null where it is missing, which is told already
  private String text(@Nullable Datum datum, String at) {
    if (datum == null) {
      return "";
    }
    if (!(datum instanceof Datum.Text(String value)) || value.isBlank()) {
      bad(at, "policy.expected.text");
      return "";
    }
    if (value.length() > TEXT) {
      bad(at, "policy.too_long", TEXT);
      return "";
    }
    return value.strip();
  }

  private void bad(String at, String key, Object... arguments) {
    issues.add(Issue.error(new Place.AtPointer(file, at), key, arguments));
  }

  private static String escaped(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }
}
