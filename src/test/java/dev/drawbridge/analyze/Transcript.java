package dev.drawbridge.analyze;

import dev.drawbridge.analyze.finding.Cause;
import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Fix;
import dev.drawbridge.analyze.finding.Hop;
import dev.drawbridge.analyze.finding.PortClass;
import dev.drawbridge.base.Language;
import dev.drawbridge.base.Messages;
import dev.drawbridge.edit.Edits;
import dev.drawbridge.model.Change;
import dev.drawbridge.model.Connector;
import dev.drawbridge.model.Datum;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.Element;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Fields;
import dev.drawbridge.model.Node;
import dev.drawbridge.model.Settings;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Everything that a user gets to see of findings and of answers, in English, one thing a line: what is said of
/// what, how the packet gets there and what lets it pass, what stands in the way, and what each fix
/// would change.
final class Transcript {
  private static final Messages ENGLISH = Messages.in(Language.ENGLISH);

  private final StringBuilder out = new StringBuilder();

  private Transcript() {}

  static String of(Example example) {
    Transcript transcript = new Transcript();
    transcript.line(0, (example.violates() ? "objects to " : "is content with ") + example.says());
    example.saidAlone().forEach(finding -> transcript.finding(finding, example.document()));
    return transcript.out.toString().stripTrailing();
  }

  private void finding(Finding finding, Document document) {
    line(
        1,
        finding.severity()
            + " "
            + finding.verdict()
            + " "
            + String.join(" ", finding.subjects())
            + place(finding.elements(), finding.property())
            + (finding.portClass() == PortClass.NONE ? "" : " " + finding.portClass().key()));
    line(2, finding.text(ENGLISH));
    finding.path().forEach(hop -> hop(2, hop));
    finding.blockers().forEach(cause -> cause(2, "blocker ", cause));
    if (finding.witness() != null) {
      line(2, "packet " + finding.witness());
    }
    finding.fixes().forEach(fix -> fix(fix, document));
  }

  /// The answer to who can reach whom.
  static String of(String question, TrafficPaths.Answer answer) {
    Transcript transcript = new Transcript();
    transcript.answer(question, answer);
    return transcript.out.toString();
  }

  private void answer(String question, TrafficPaths.Answer answer) {
    String open = answer.open().isEmpty() ? "" : ", but " + answer.open();
    line(1, question + ": " + answer.verdict() + open);
    answer.hops().forEach(hop -> hop(2, hop));
    answer.limits().forEach(cause -> cause(2, "limit ", cause));
    answer.blockers().forEach(cause -> cause(2, "blocker ", cause));
    for (Detour detour : answer.detours()) {
      line(2, "through load balancers");
      for (Detour.Leg leg : detour.legs()) {
        line(3, leg.verdict() + " to");
        hop(4, leg.to());
        leg.blockers().forEach(cause -> cause(4, "blocker ", cause));
        leg.unknown().forEach(cause -> cause(4, "unknown ", cause));
      }
    }
    answer.unknown().forEach(cause -> cause(2, "unknown ", cause));
  }

  private void hop(int depth, Hop hop) {
    String element = hop.element() == null ? "" : " [" + hop.element() + "]";
    line(depth, "hop " + hop.text(ENGLISH) + element);
    hop.admitted().forEach(cause -> cause(depth + 1, "by ", cause));
  }

  private void cause(int depth, String word, Cause cause) {
    line(depth, word + cause.text(ENGLISH) + place(cause.elements(), cause.property()));
  }

  /// Such as ` [was#publicIp was-asg]`: the property is that of the first.
  private static String place(List<ElementId> elements, @Nullable String property) {
    List<String> all = new ArrayList<>();
    elements.forEach(id -> all.add(id.value()));
    if (property != null) {
      String first = all.isEmpty() ? "" : all.removeFirst();
      all.addFirst(first + "#" + property);
    }
    return all.isEmpty() ? "" : all.stream().collect(Collectors.joining(" ", " [", "]"));
  }

  private void fix(Fix fix, Document document) {
    line(2, "fix " + fix.text(ENGLISH));
    for (Change change : Edits.apply(document, fix.edit()).diff().changes()) {
      switch (change) {
        case Change.Added(int _, Element element) -> line(3, "adds " + shape(element));
        case Change.Removed(int _, Element element) -> line(3, "removes " + element.id());
        case Change.Updated(Element before, Element after) -> updated(before, after);
        case Change.SettingsUpdated(Settings before, Settings after) ->
            values("the design", before.properties(), after.properties());
      }
    }
  }

  private void updated(Element before, Element after) {
    if (!shape(before).equals(shape(after))) {
      line(3, "makes " + shape(after) + " of " + shape(before));
    }
    values(after.id().value(), before.properties(), after.properties());
  }

  private void values(String of, Fields before, Fields after) {
    TreeSet<String> names = new TreeSet<>(before.names());
    names.addAll(after.names());
    for (String name : names) {
      Datum was = before.get(name);
      Datum is = after.get(name);
      if (!Objects.equals(was, is)) {
        line(3, "sets " + of + "#" + name + " to " + (is == null ? "its default" : print(is)));
      }
    }
  }

  private static String print(Datum datum) {
    return switch (datum) {
      case Datum.Text(String value) -> '"' + value + '"';
      case Datum.Number(BigDecimal value) -> value.toPlainString();
      case Datum.Flag(boolean value) -> String.valueOf(value);
      case Datum.Nothing() -> "null";
      case Datum.Items(List<Datum> values) ->
          values.stream().map(Transcript::print).collect(Collectors.joining(", ", "[", "]"));
      case Datum.Record(Fields fields) ->
          fields.names().stream()
              .map(name -> name + ": " + print(fields.get(name)))
              .collect(Collectors.joining(", ", "{", "}"));
    };
  }

  private static String shape(Element element) {
    return element.kind()
        + " "
        + element.id()
        + switch (element) {
          case Node node -> " in " + node.parent() + " " + node.spans();
          case Connector connector -> " from " + connector.source() + " to " + connector.target();
        };
  }

  private void line(int depth, String text) {
    out.append("  ".repeat(depth)).append(text.replace("\n", "\\n")).append('\n');
  }
}
