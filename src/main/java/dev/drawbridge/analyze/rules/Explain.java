package dev.drawbridge.analyze.rules;

import dev.drawbridge.analyze.finding.Cause;
import dev.drawbridge.analyze.finding.Hop;
import dev.drawbridge.analyze.finding.Label;
import dev.drawbridge.analyze.finding.Sentence;
import dev.drawbridge.analyze.finding.Witness;
import dev.drawbridge.catalog.aws.ApplicationLoadBalancer;
import dev.drawbridge.catalog.aws.Internet;
import dev.drawbridge.catalog.aws.Subnet;
import dev.drawbridge.model.Element;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.network.Address;
import dev.drawbridge.network.AddressSet;
import dev.drawbridge.network.Answer;
import dev.drawbridge.network.Border;
import dev.drawbridge.network.Cell;
import dev.drawbridge.network.End;
import dev.drawbridge.network.Group;
import dev.drawbridge.network.Interface;
import dev.drawbridge.network.NextHop;
import dev.drawbridge.network.Origin;
import dev.drawbridge.network.Packet;
import dev.drawbridge.network.Path;
import dev.drawbridge.network.Peer;
import dev.drawbridge.network.PortSet;
import dev.drawbridge.network.Protocol;
import dev.drawbridge.network.Ref;
import dev.drawbridge.network.Relay;
import dev.drawbridge.network.Traffic;
import dev.drawbridge.network.Unknown;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Puts what the engine proves into words: paths hop by hop, with what lets the packet pass, and
/// blockers.
public final class Explain {
  static final Label INTERNET = new Label.Keyed("kind.internet.name");

  /// Somebody on the internet, from the blocks that are kept for examples (RFC 5737, RFC 3849).
  private static final List<Address> SOMEBODY =
      List.of(Address.of("203.0.113.7"), Address.of("2001:db8::7"));

  /// A public address that AWS has yet to hand out, from another block of RFC 5737.
  private static final List<Address> HANDED_OUT = List.of(Address.of("198.51.100.10"));

  static final String LISTENERS = ApplicationLoadBalancer.LISTENERS.name();

  private final Subject subject;

  public Explain(Subject subject) {
    this.subject = subject;
  }

  /// The way of an opening, from its source to its target.
  public List<Hop> path(Exposure.Opening opening) {
    List<Hop> path = new ArrayList<>();
    Ref target = opening.answer().to();
    switch (opening.answer().from()) {
      case Origin.Internet _ -> {
        path.add(new Hop(INTERNET, internet(target).orElse(null), "", List.of()));
        gateway(opening.cell()).ifPresent(ref -> path.add(passed(ref)));
      }
      case Origin.Remote(Ref tunnel, var _) -> {
        path.add(passed(tunnel));
        entry(tunnel).ifPresent(path::add);
      }
      case Origin.Host(Ref host) -> {
        path.add(passed(host));
        for (dev.drawbridge.network.Hop hop : opening.cell().hops()) {
          if (hop instanceof dev.drawbridge.network.Hop.Translated(Ref translator, var _)) {
            path.add(passed(translator));
          }
        }
        entry(target).ifPresent(path::add);
      }
    }
    path.add(
        new Hop(
            subject.label(target),
            element(target).orElse(null),
            ports(opening.cell().protocol(), opening.cell().ports()),
            causes(opening)));
    return path;
  }

  /// A way through load balancers: each session's target is the next one's source.
  public List<Hop> path(Path path) {
    List<Hop> all = new ArrayList<>();
    for (Path.Step step : path.steps()) {
      Optional<Exposure.Opening> opening = new Exposure(List.of(step.answer())).opening(_ -> true);
      if (opening.isPresent()) {
        List<Hop> session = path(opening.get());
        step.relay().ifPresent(relay -> tellRequest(session, relay));
        all.addAll(all.isEmpty() ? session : session.subList(1, session.size()));
      }
    }
    return all;
  }

  /// Adds what a request has to look like to get over the last hop, where that matters.
  private void tellRequest(List<Hop> session, Relay relay) {
    if (!relay.request().isAny()) {
      Hop last = session.removeLast();
      List<Cause> causes = new ArrayList<>(last.admitted());
      causes.add(cause(relay.rule(), null, "cause.request", relay.request().toString()));
      session.add(new Hop(last.label(), last.element(), last.port(), causes));
    }
  }

  /// The gateway of a tunnel; empty for what is none.
  private Optional<Hop> entry(Ref tunnel) {
    return subject
        .dataCentres()
        .gateway(tunnel)
        .map(
            gateway ->
                new Hop(
                    subject.label(gateway),
                    subject.element(gateway).map(Element::id).orElse(null),
                    "",
                    List.of()));
  }

  /// A station that the packet merely passes.
  private Hop passed(Ref ref) {
    return new Hop(subject.label(ref), element(ref).orElse(null), "", List.of());
  }

  /// A packet that shows an opening; none where an end has no address to put into it.
  public static Optional<Witness> witness(Exposure.Opening opening) {
    Optional<Packet> packet = opening.witness();
    if (packet.isEmpty()) {
      return Optional.empty();
    }
    Protocol protocol = packet.get().protocol();
    Address source = oneOf(opening.cell().sources(), SOMEBODY);
    AddressSet destinations = opening.way().destinations();
    AddressSet others = destinations.minus(AddressSet.of(source));
    return Optional.of(
        new Witness(
            protocol.toString(),
            source.toString(),
            oneOf(others.isEmpty() ? destinations : others, HANDED_OUT).toString(),
            protocol.hasPorts() ? packet.get().destinationPort() : -1));
  }

  /// One address of a set, if possible one by which a reader sees that it stands for others.
  private static Address oneOf(AddressSet set, List<Address> preferred) {
    return preferred.stream().filter(set::contains).findFirst().orElseGet(set::first);
  }

  /// Ports as one prints them behind a name: `443`, `53/udp`.
  public static String ports(Protocol protocol, PortSet ports) {
    if (!protocol.hasPorts()) {
      return protocol.toString();
    }
    String numbers = ports.equals(PortSet.ALL) ? "0-65535" : ports.toString();
    return protocol.equals(Protocol.TCP) ? numbers : numbers + "/" + protocol;
  }

  /// Every port that is open with the protocol of an opening, not only those of the opening itself.
  public static String allPorts(Exposure exposure, Exposure.Opening opening) {
    Protocol protocol = opening.cell().protocol();
    return ports(protocol, exposure.ports(protocol));
  }

  /// A list as a sentence takes it: where it is long, the first few and how many more.
  public static Object several(List<?> all) {
    int shown = 6;
    List<String> texts = all.stream().map(String::valueOf).toList();
    return all.size() <= shown
        ? texts
        : Sentence.of("list.more", texts.subList(0, shown - 1), all.size() - shown + 1);
  }

  public static String traffic(Traffic traffic) {
    return traffic.protocol().hasPorts()
        ? traffic.protocol() + " " + ports(Protocol.TCP, traffic.ports())
        : traffic.protocol().toString();
  }

  /// The internet as it is drawn: where an arrow to the target begins, or else the first one drawn.
  private Optional<ElementId> internet(Ref target) {
    List<ElementId> elements =
        subject.componentOfFace(target).map(Component::elements).orElse(List.of());
    return subject.arrows().fromInternet(elements).stream()
        .map(arrow -> arrow.connector().source())
        .findFirst()
        .or(
            () ->
                subject.document().nodes().stream()
                    .filter(node -> node.kind().equals(Internet.KIND.id()))
                    .map(Element::id)
                    .findFirst());
  }

  private static Optional<Ref> gateway(Cell.Admitted cell) {
    return cell.hops().stream()
        .flatMap(
            hop ->
                hop instanceof dev.drawbridge.network.Hop.ByRoute route
                        && route.via() instanceof NextHop.InternetGateway(Ref gateway)
                    ? Optional.of(gateway).stream()
                    : Optional.<Ref>empty().stream())
        .findFirst();
  }

  private Optional<ElementId> element(Ref ref) {
    if (subject.network().tunnels().containsKey(ref)) {
      return subject.dataCentres().behind(ref).map(Element::id);
    }
    return subject
        .componentOfFace(ref)
        .or(() -> subject.componentOfBalancer(ref))
        .flatMap(component -> component.elements().stream().findFirst())
        .or(() -> subject.origin(ref).flatMap(subject::element).map(Element::id));
  }

  private List<ElementId> elements(Ref ref) {
    return element(ref).stream().toList();
  }

  /// Everything that lets the packets of an opening pass.
  private List<Cause> causes(Exposure.Opening opening) {
    List<Cause> causes = new ArrayList<>();
    Ref to = opening.answer().to();
    for (dev.drawbridge.network.Hop hop : opening.cell().hops()) {
      switch (hop) {
        case dev.drawbridge.network.Hop.Named(End end) ->
            causes.add(cause(end(opening, end), null, "cause.public"));
        case dev.drawbridge.network.Hop.ByGroup(End end, List<Ref> rules) ->
            causes.addAll(admissions(end, bearer(opening, end), rules));
        case dev.drawbridge.network.Hop.Unfiltered(End end) ->
            causes.add(cause(end(opening, end), null, "cause.unfiltered"));
        case dev.drawbridge.network.Hop.ByAccessList entry ->
            causes.add(cause(entry.subnet(), null, "cause.entry", entry.number(), entry.ports()));
        case dev.drawbridge.network.Hop.ByRoute route -> {
          if (!(route.via() instanceof NextHop.Local)) {
            causes.add(
                cause(route.subnet(), Subnet.ROUTING.name(), "cause.route", via(route.via())));
          }
        }
        case dev.drawbridge.network.Hop.ByTranslatorGroup(Ref translator, var border, var rules) ->
            causes.addAll(
                admissions(
                    border == Border.INBOUND ? End.DESTINATION : End.SOURCE,
                    subject.network().interfaceOf(translator),
                    rules));
        case dev.drawbridge.network.Hop.Translated(Ref translator, var _) ->
            causes.add(cause(translator, null, "cause.translated"));
        case dev.drawbridge.network.Hop.Listening(Ref balancer, Ref _) ->
            causes.add(
                cause(
                    balancer,
                    LISTENERS,
                    "cause.listener",
                    ports(Protocol.TCP, opening.cell().ports())));
      }
    }
    return causes.stream().distinct().toList();
  }

  Cause cause(Ref about, @Nullable String property, String key, Object... more) {
    List<Object> arguments = new ArrayList<>();
    arguments.add(subject.label(about));
    arguments.addAll(List.of(more));
    return new Cause(new Sentence(key, arguments), elements(about), property);
  }

  private static Ref end(Exposure.Opening opening, End end) {
    return end == End.SOURCE && opening.answer().from() instanceof Origin.Host(Ref host)
        ? host
        : opening.answer().to();
  }

  private Interface bearer(Exposure.Opening opening, End end) {
    return subject.network().interfaceOf(end(opening, end));
  }

  private List<Cause> admissions(End end, Interface bearer, List<Ref> rules) {
    List<Cause> causes = new ArrayList<>();
    for (Group group : subject.network().groupsOf(bearer)) {
      for (Group.Rule rule : end == End.DESTINATION ? group.ingress() : group.egress()) {
        if (rules.contains(rule.ref())) {
          List<ElementId> about = new ArrayList<>(elements(rule.ref()));
          about.addAll(elements(bearer.ref()));
          causes.add(
              new Cause(
                  Sentence.of(
                      end == End.DESTINATION ? "cause.admits" : "cause.lets-out",
                      subject.label(bearer.ref()),
                      traffic(rule.traffic()),
                      peer(rule.peer())),
                  about,
                  isArrow(rule.ref()) ? dev.drawbridge.catalog.aws.Traffic.PORTS.name() : null));
        }
      }
    }
    return causes;
  }

  /// Whether a rule is an arrow's, which says the ports itself.
  private boolean isArrow(Ref rule) {
    return element(rule).flatMap(subject.document()::find).stream()
        .anyMatch(one -> one.kind().equals(dev.drawbridge.catalog.aws.Traffic.KIND.id()));
  }

  private Object peer(Peer peer) {
    return switch (peer) {
      case Peer.Addresses(var set) -> set.toString();
      case Peer.Listed(Ref list, var _) -> subject.label(list);
      case Peer.Members(Ref group) -> subject.label(group);
    };
  }

  Object via(NextHop via) {
    return switch (via) {
      case NextHop.Local() -> new Label.Keyed("next.local");
      case NextHop.InternetGateway(Ref ref) -> subject.label(ref);
      case NextHop.EgressOnlyGateway(Ref ref) -> subject.label(ref);
      case NextHop.Translator(Ref ref) -> subject.label(ref);
      case NextHop.Across(Ref ref) -> subject.label(ref);
      case NextHop.Through(Ref ref) ->
          subject
              .dataCentres()
              .gateway(ref)
              .map(subject::label)
              .orElseGet(() -> subject.label(ref));
      case NextHop.Blackhole() -> new Label.Keyed("next.nowhere");
      case NextHop.Unresolved(var unknown) -> unknown.reason();
    };
  }

  /// All that keeps these sessions from completing, each by itself. What another way around would
  /// need is left out where there is a straight one.
  public List<Cause> blockers(Exposure exposure, Traffic asked) {
    return new Blocking(subject, this).of(exposure, asked);
  }

  /// All that keeps requests from getting over one step of a way through load balancers.
  public List<Cause> blockers(Path.Step step) {
    return new Blocking(subject, this).of(step);
  }

  /// What keeps some packets out where others of the same session pass, such as an access list that
  /// lets answers back to some client ports only.
  public List<Cause> limits(Answer answer, Traffic asked) {
    return new Blocking(subject, this).limits(answer, asked);
  }

  /// An input that is not known, and why.
  public Cause unknown(Unknown input) {
    return cause(input.input(), null, "cause.unknown", input.reason());
  }

  /// Where a session leads, whether it completes or not.
  public Hop station(Answer answer) {
    Traffic asked = answer.asked().getFirst();
    List<Cause> admitted =
        new Exposure(List.of(answer)).opening(_ -> true).map(this::causes).orElse(List.of());
    return new Hop(
        subject.label(answer.to()),
        element(answer.to()).orElse(null),
        ports(asked.protocol(), asked.ports()),
        admitted);
  }
}
