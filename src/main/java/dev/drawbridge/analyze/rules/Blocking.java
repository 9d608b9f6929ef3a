package dev.drawbridge.analyze.rules;

import dev.drawbridge.analyze.finding.Cause;
import dev.drawbridge.analyze.finding.Label;
import dev.drawbridge.catalog.aws.Subnet;
import dev.drawbridge.network.Answer;
import dev.drawbridge.network.Blocker;
import dev.drawbridge.network.Border;
import dev.drawbridge.network.Cell;
import dev.drawbridge.network.End;
import dev.drawbridge.network.Leg;
import dev.drawbridge.network.NextHop;
import dev.drawbridge.network.Origin;
import dev.drawbridge.network.Path;
import dev.drawbridge.network.PortSet;
import dev.drawbridge.network.Ref;
import dev.drawbridge.network.Relay;
import dev.drawbridge.network.Traffic;
import dev.drawbridge.network.Way;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Puts into words what keeps packets from passing.
final class Blocking {
  private final Subject subject;
  private final Explain explain;

  Blocking(Subject subject, Explain explain) {
    this.subject = subject;
    this.explain = explain;
  }

  /// All that keeps these sessions from completing, each by itself. What another way around would
  /// need is left out where there is a straight one, and what the straight one would need where routes
  /// lead around it.
  List<Cause> of(Exposure exposure, Traffic asked) {
    Set<Cause> causes = new LinkedHashSet<>();
    for (var answer : exposure.answers()) {
      for (var way : answer.ways()) {
        if (way.kind() == Way.Kind.OUTSIDE && answer.ways().size() > 1 || isBypassed(way, answer)) {
          continue;
        }
        for (Cell.Refused refused : way.refused()) {
          refused.blockers().forEach(b -> causes.add(blocker(b, answer, way.translator(), asked)));
        }
      }
    }
    return List.copyOf(causes);
  }

  /// Whether routes lead all that could take this way through a translator.
  private static boolean isBypassed(Way way, Answer answer) {
    return way.kind() != Way.Kind.TRANSLATED
        && way.kind() != Way.Kind.OUTSIDE
        && answer.ways().stream()
            .filter(other -> other.kind() == Way.Kind.TRANSLATED)
            .anyMatch(other -> way.destinations().minus(other.destinations()).isEmpty());
  }

  /// All that keeps requests from getting over one step of a way through load balancers.
  List<Cause> of(Path.Step step) {
    Traffic asked = step.answer().asked().getFirst();
    Set<Cause> causes = new LinkedHashSet<>();
    for (Blocker blocker : step.relay().map(Relay::blockers).orElse(List.of())) {
      causes.add(blocker(blocker, step.answer(), Optional.empty(), asked));
    }
    causes.addAll(of(new Exposure(List.of(step.answer())), asked));
    return List.copyOf(causes);
  }

  /// What keeps some packets out where others of the same session pass, such as an access list that
  /// lets answers back to some client ports only.
  List<Cause> limits(Answer answer, Traffic asked) {
    Set<Cause> causes = new LinkedHashSet<>();
    for (Way way : answer.ways()) {
      for (Cell.Admitted cell : way.admitted()) {
        if (cell.protocol().equals(asked.protocol()) && cell.ports().overlaps(asked.ports())) {
          cell.limits().forEach(b -> causes.add(blocker(b, answer, way.translator(), asked)));
          cell.doubts().forEach(input -> causes.add(explain.unknown(input)));
        }
      }
    }
    return List.copyOf(causes);
  }

  /// @param by whom the destination sees in the place of the source
  private Cause blocker(Blocker blocker, Answer answer, Optional<Ref> by, Traffic asked) {
    Origin from = answer.from();
    Ref to = answer.to();
    Ref source = from instanceof Origin.Host(Ref host) ? host : to;
    Label caller = by.map(subject::label).orElseGet(() -> caller(from));
    return switch (blocker) {
      case Blocker.NoPublicAddress(End end) ->
          explain.cause(
              end == End.SOURCE ? source : to,
              addressProperty(end == End.SOURCE ? source : to),
              "blocker.no-public-address");
      case Blocker.Shielded(End end) ->
          explain.cause(end == End.SOURCE ? source : to, null, "blocker.shielded");
      case Blocker.NoCommonFamily() -> explain.cause(to, null, "blocker.no-common-family");
      case Blocker.AcceptsNothing() -> explain.cause(to, null, "blocker.accepts-nothing");
      case Blocker.NotConnected(Ref one, Ref other) ->
          explain.cause(one, null, "blocker.not-connected", subject.label(other));
      case Blocker.NoRoute(Leg leg, Ref subnet, Ref _) ->
          explain.cause(
              subnet,
              Subnet.ROUTING.name(),
              leg == Leg.FORWARD ? "blocker.no-route" : "blocker.no-route-back",
              sought(leg, subnet, answer, by));
      case Blocker.WrongRoute(Leg leg, Ref subnet, Ref _, Optional<Ref> _, NextHop via) ->
          explain.cause(
              subnet,
              Subnet.ROUTING.name(),
              "blocker.wrong-route",
              sought(leg, subnet, answer, by),
              explain.via(via));
      case Blocker.DeniedByList(Leg _, var _, Ref subnet, Ref _, Optional<Ref> _, PortSet ports) ->
          explain.cause(subnet, null, "blocker.denied-by-list", ports.toString());
      case Blocker.NoRule(End end, List<Ref> _) ->
          end == End.DESTINATION
              ? explain.cause(to, null, "blocker.no-rule", Explain.traffic(asked), caller)
              : explain.cause(
                  source, null, "blocker.no-rule-out", Explain.traffic(asked), subject.label(to));
      case Blocker.TranslatorNotPublic(Ref translator) ->
          explain.cause(translator, null, "blocker.no-public-address");
      case Blocker.TranslatorInOtherRealm(Ref translator) ->
          explain.cause(translator, null, "blocker.translator-elsewhere");
      case Blocker.TranslatorRefuses(Ref translator, Border border, var _) ->
          border == Border.INBOUND
              ? explain.cause(
                  translator, null, "blocker.no-rule", Explain.traffic(asked), caller(from))
              : explain.cause(
                  translator,
                  null,
                  "blocker.no-rule-out",
                  Explain.traffic(asked),
                  subject.label(to));
      case Blocker.Overshadowed(Ref rule, List<Ref> earlier) ->
          earlier.isEmpty()
              ? explain.cause(rule, null, "blocker.impossible")
              : explain.cause(
                  rule, null, "blocker.overshadowed", subject.label(earlier.getFirst()));
      case Blocker.NotForThem(Ref rule) -> explain.cause(rule, null, "blocker.not-for-them");
      case Blocker.NoWeight(Ref _, Ref group) ->
          explain.cause(to, null, "blocker.no-weight", subject.label(group));
      case Blocker.ZoneNotEnabled(Ref balancer, String zone) ->
          explain.cause(balancer, null, "blocker.zone-not-enabled", zone);
      case Blocker.OtherZone(Ref balancer, String zone, String other) ->
          explain.cause(balancer, null, "blocker.other-zone", zone, other);
      case Blocker.NoListener(Ref balancer) ->
          explain.cause(balancer, Explain.LISTENERS, "blocker.no-listener", Explain.traffic(asked));
    };
  }

  private Label caller(Origin from) {
    return switch (from) {
      case Origin.Internet _ -> Explain.INTERNET;
      case Origin.Remote(Ref tunnel, var _) -> subject.label(tunnel);
      case Origin.Host(Ref host) -> subject.label(host);
    };
  }

  /// Where the routes of a subnet have to lead: answers go to a translator first, if there is one.
  private Label sought(Leg leg, Ref subnet, Answer answer, Optional<Ref> translator) {
    if (leg == Leg.FORWARD) {
      return subject.label(answer.to());
    }
    return translator
        .filter(by -> !subject.network().interfaceOf(by).subnet().equals(subnet))
        .map(subject::label)
        .orElseGet(() -> caller(answer.from()));
  }

  /// The property that would give the component a public address.
  private @Nullable String addressProperty(Ref face) {
    return subject.componentOfFace(face).map(Properties::publicAddress).orElse(null);
  }
}
