package dev.drawbridge.analyze.rules;

import dev.drawbridge.analyze.facts.Reader;
import dev.drawbridge.catalog.aws.Internet;
import dev.drawbridge.catalog.aws.Traffic;
import dev.drawbridge.model.Connector;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.network.PortSet;
import dev.drawbridge.network.Protocol;
import dev.drawbridge.resource.Origin;
import dev.drawbridge.resource.Resource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The drawn traffic arrows, with the traffic that each is to let pass.
public final class Arrows {
  private static final String[] RULES = {
    "aws_vpc_security_group_ingress_rule", "aws_vpc_security_group_egress_rule"
  };

  private final List<Arrow> all;

  private Arrows(List<Arrow> all) {
    this.all = List.copyOf(all);
  }

  /// One traffic arrow.
  ///
  /// @param source empty for the internet, and for what stands nowhere
  /// @param target as for the source
  /// @param traffic what it is to let pass, a run of ports each; empty where nothing says
  public record Arrow(
      Connector connector,
      Optional<Component> source,
      Optional<Component> target,
      boolean fromInternet,
      boolean toInternet,
      List<dev.drawbridge.network.Traffic> traffic) {}

  static Arrows of(Subject subject) {
    Document document = subject.document();
    Map<String, Set<dev.drawbridge.network.Traffic>> told = new HashMap<>();
    for (Resource rule : subject.facts().ofType(RULES)) {
      if (rule.origin() instanceof Origin.Drawn(String id)) {
        traffic(subject.facts().read(rule))
            .ifPresent(
                traffic -> told.computeIfAbsent(id, _ -> new LinkedHashSet<>()).add(traffic));
      }
    }
    List<Arrow> all = new ArrayList<>();
    for (Connector connector : document.connectors()) {
      if (connector.kind().equals(Traffic.KIND.id())) {
        all.add(
            new Arrow(
                connector,
                subject.component(connector.source()),
                subject.component(connector.target()),
                isInternet(document, connector.source()),
                isInternet(document, connector.target()),
                List.copyOf(told.getOrDefault(connector.id().value(), Set.of()))));
      }
    }
    return new Arrows(all);
  }

  private static Optional<dev.drawbridge.network.Traffic> traffic(Reader rule) {
    if (rule.text("ip_protocol").is("-1")) {
      return Optional.of(dev.drawbridge.network.Traffic.all(Protocol.TCP));
    }
    Protocol protocol = rule.text("ip_protocol").is("udp") ? Protocol.UDP : Protocol.TCP;
    long from = rule.whole("from_port").known().orElse(-1L);
    long to = rule.whole("to_port").known().orElse(-1L);
    return from < 0 || from > to || to > 65535
        ? Optional.empty()
        : Optional.of(
            new dev.drawbridge.network.Traffic(protocol, PortSet.of((int) from, (int) to)));
  }

  private static boolean isInternet(Document document, ElementId id) {
    return document.findNode(id).filter(n -> n.kind().equals(Internet.KIND.id())).isPresent();
  }

  public List<Arrow> all() {
    return all;
  }

  /// The arrows from the internet to any of these elements.
  public List<Arrow> fromInternet(List<ElementId> targets) {
    return all.stream()
        .filter(arrow -> arrow.fromInternet() && targets.contains(arrow.connector().target()))
        .toList();
  }
}
