package dev.drawbridge.catalog.aws;

import dev.drawbridge.catalog.Arguments;
import dev.drawbridge.catalog.Port.Transport;
import dev.drawbridge.catalog.RaisedNode;
import dev.drawbridge.catalog.Raising;
import dev.drawbridge.catalog.Trait;
import dev.drawbridge.catalog.aws.SecurityBlocks.Ports;
import dev.drawbridge.resource.Block;
import dev.drawbridge.resource.Resource;
import dev.drawbridge.resource.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The rules of security groups, each as a step from one node to another.
final class RaisedRules {
  /// A rule between two nodes.
  ///
  /// @param cidr where the internet stands at one end: the addresses that the rule names
  record Step(
      Resource resource,
      boolean ingress,
      RaisedNode source,
      RaisedNode target,
      String cidr,
      Ports ports) {
    private Side side() {
      return new Side(source, target, ingress);
    }
  }

  /// The group of one end of an arrow.
  private record Side(RaisedNode source, RaisedNode target, boolean ingress) {
    Side other() {
      return new Side(source, target, !ingress);
    }
  }

  private final Raising in;
  private final Map<String, RaisedNode> outside = new LinkedHashMap<>();

  private final RaisedPremises premises;
  private final ListedRules listed;

  RaisedRules(Raising in) {
    this.in = in;
    this.premises = new RaisedPremises(in);
    this.listed = new ListedRules(in, this::end);
  }

  /// All rules that lead from a node to a node, those in the old form last; replication has its own.
  List<Step> steps() {
    List<Rule> rules = new ArrayList<>();
    for (Resource resource : in.graph().resources().values()) {
      boolean ingress = resource.type().equals("aws_vpc_security_group_ingress_rule");
      boolean egress = resource.type().equals("aws_vpc_security_group_egress_rule");
      if ((ingress || egress) && in.nodesOf(resource.address()).isEmpty()) {
        rule(resource, ingress).ifPresent(rules::add);
      }
    }
    rules.removeIf(this::isReplication);
    rules.forEach(this::discovery);
    databases(rules);
    List<Step> steps = new ArrayList<>();
    rules.forEach(rule -> read(rule, steps));
    steps.addAll(listed.steps());
    Map<Side, Set<Ports>> opened = new HashMap<>();
    steps.forEach(
        step -> opened.computeIfAbsent(step.side(), _ -> new HashSet<>()).add(step.ports()));
    return steps.stream()
        .filter(step -> !isNarrowed(step, opened))
        .filter(step -> Traffic.KIND.mayConnect(step.source().kind(), step.target().kind()))
        .filter(step -> !step.source().equals(step.target()))
        .toList();
  }

  /// Where the group of one end opens everything, what passes is what that of the other says.
  private static boolean isNarrowed(Step step, Map<Side, Set<Ports>> opened) {
    Set<Ports> others = opened.getOrDefault(step.side().other(), Set.of());
    return step.ports().equals(Ports.ALL) && !others.isEmpty() && !others.contains(Ports.ALL);
  }

  /// The data centre whose addresses these are, or else the internet.
  private RaisedNode end(
      Resource rule, RaisedNode bearer, boolean ingress, Value range, Ports ports) {
    return premises
        .centre(range, List.of(bearer))
        .orElseGet(() -> outside(rule, bearer, ingress, ports));
  }

  /// @param bearers of the group that has it
  /// @param centre the data centre whose addresses it names; empty where it names none
  private record Rule(
      Resource resource,
      boolean ingress,
      List<RaisedNode> bearers,
      Optional<RaisedNode> centre,
      Ports ports) {}

  private Optional<Rule> rule(Resource resource, boolean ingress) {
    Optional<Ports> ports = ports(resource.body());
    List<RaisedNode> bearers = nodes(resource.body(), "security_group_id");
    boolean within =
        !bearers.isEmpty()
            && nodes(resource.body(), "referenced_security_group_id").equals(bearers);
    boolean drawn =
        bearers.stream()
            .anyMatch(bearer -> resource.address().name().startsWith(bearer.label() + "_to_"));
    if (!ingress && !drawn && isOpen(resource.get("cidr_ipv4"), ports)) {
      in.leave(resource, "raise.open-egress", resource.address().toString());
      return Optional.empty();
    }
    if (ports.isEmpty() || bearers.isEmpty() || within) {
      in.leave(
          resource,
          within
              ? "raise.rule-within"
              : ports.isEmpty() ? "raise.rule-without-port" : "raise.rule-of-nobody",
          resource.address().toString());
      return Optional.empty();
    }
    Optional<RaisedNode> centre = premises.centre(resource.get("cidr_ipv4"), bearers);
    return Optional.of(new Rule(resource, ingress, bearers, centre, ports.get()));
  }

  /// Whether a rule for egress lets out whatever to wherever, as AWS itself writes into every group and nearly
  /// everybody therefore into Terraform: a drawing of it would be an arrow from each component to the internet.
  static boolean isOpen(@Nullable Value range, Optional<Ports> ports) {
    boolean anywhere = Value.of(Terms.ANYWHERE).equals(range) || Value.of("::/0").equals(range);
    return anywhere && ports.equals(Optional.of(Ports.ALL));
  }

  private boolean isReplication(Rule rule) {
    return rule.centre().isPresent()
        && rule.bearers().stream()
            .anyMatch(
                bearer ->
                    premises.replicates(
                        rule.resource(),
                        bearer,
                        rule.ingress(),
                        rule.centre().get(),
                        rule.ports()));
  }

  private void discovery(Rule rule) {
    rule.centre()
        .ifPresent(
            centre ->
                rule.bearers()
                    .forEach(
                        bearer ->
                            premises.discovery(
                                rule.resource(), bearer, rule.ingress(), centre, rule.ports())));
  }

  private void databases(List<Rule> rules) {
    Set<String> callers = new HashSet<>();
    for (Rule rule : rules) {
      for (RaisedNode bearer : rule.bearers()) {
        rule.centre()
            .flatMap(
                centre ->
                    premises.caller(rule.resource(), bearer, rule.ingress(), centre, rule.ports()))
            .ifPresent(callers::add);
      }
    }
    for (Rule rule : rules) {
      if (!rule.ingress() && rule.centre().isPresent()) {
        for (RaisedNode bearer : rule.bearers()) {
          premises.database(rule.resource(), bearer, rule.centre().get(), rule.ports(), callers);
        }
      }
    }
  }

  private void read(Rule rule, List<Step> steps) {
    Resource resource = rule.resource();
    Block body = resource.body();
    boolean ingress = rule.ingress();
    String cidr =
        rule.centre().isPresent()
            ? ""
            : Arguments.text(body, "cidr_ipv4") + Arguments.text(body, "cidr_ipv6");
    List<RaisedNode> others = new ArrayList<>(nodes(body, "referenced_security_group_id"));
    nodes(body, "cidr_ipv4")
        .forEach(vpc -> others.addAll(far(resource, rule.bearers(), ingress, vpc)));
    for (RaisedNode bearer : rule.bearers()) {
      List<RaisedNode> ends = others;
      if (rule.centre().isPresent()) {
        ends = List.of(premises.end(resource, bearer, ingress, rule.centre().get(), rule.ports()));
      } else if (!cidr.isEmpty() || isTold(body)) {
        Optional<List<RaisedNode>> inside = listed.inside(cidr, bearer, rule.ports());
        if (inside.isPresent() && !ingress) {
          in.leave(resource, "raise.egress-within", resource.address().toString());
          continue;
        }
        ends = inside.orElseGet(() -> List.of(outside(resource, bearer, ingress, rule.ports())));
      }
      if (ends.isEmpty()) {
        in.leave(resource, "raise.rule-of-nobody", resource.address().toString());
      }
      for (RaisedNode other : ends) {
        steps.add(
            new Step(
                resource,
                ingress,
                ingress ? other : bearer,
                ingress ? bearer : other,
                ingress && other.kind().equals(Internet.KIND) ? cidr : "",
                rule.ports()));
      }
    }
  }

  /// The other end in another region, for which the addresses of its VPC stand: our own rules are called
  /// after their ends.
  private List<RaisedNode> far(
      Resource rule, List<RaisedNode> bearers, boolean ingress, RaisedNode vpc) {
    String name = rule.address().name();
    @Nullable RaisedNode best = null;
    int length = -1;
    for (RaisedNode bearer : bearers) {
      for (RaisedNode node : in.nodes(Trait.GROUPED)) {
        String ends =
            ingress
                ? node.label() + "_to_" + bearer.label()
                : bearer.label() + "_to_" + node.label();
        if (node.around(Vpc.KIND).equals(Optional.of(vpc))
            && (name.equals(ends) || name.startsWith(ends + "_"))
            && ends.length() > length) {
          best = node;
          length = ends.length();
        }
      }
    }
    return best == null ? List.of() : List.of(best);
  }

  /// Whether the addresses are an input of the module.
  private static boolean isTold(Block body) {
    return body.get("for_each") instanceof Value.Symbol
        && Value.symbol("each.value").equals(body.get("cidr_ipv4"));
  }

  private List<RaisedNode> nodes(Block body, String argument) {
    return Arguments.target(body, argument).map(in::nodesOf).orElse(List.of());
  }

  static Optional<Ports> ports(Block body) {
    Optional<Integer> from = Arguments.whole(body.get("from_port"));
    Optional<Integer> to = Arguments.whole(body.get("to_port"));
    String protocol = protocol(body);
    @Nullable Transport transport =
        switch (protocol) {
          case "tcp", "6" -> Transport.TCP;
          case "udp", "17" -> Transport.UDP;
          default -> null;
        };
    if (protocol.equals("-1") || protocol.equals("all")) {
      return Optional.of(Ports.ALL);
    }
    return transport == null || from.isEmpty() || to.isEmpty()
        ? Optional.empty()
        : Optional.of(new Ports(transport, from.get(), to.get()));
  }

  private static String protocol(Block body) {
    Value told = Objects.requireNonNullElseGet(body.get("ip_protocol"), Value.Null::new);
    Value value = told instanceof Value.Null ? body.get("protocol") : told;
    return Arguments.whole(value)
        .map(String::valueOf)
        .orElseGet(() -> Arguments.words(value).toLowerCase(Locale.ROOT));
  }

  /// The internet, of which a design may draw several: our own rules are called after their ends.
  private RaisedNode outside(Resource rule, RaisedNode bearer, boolean ingress, Ports ports) {
    String described = FarEnd.described(rule, in);
    String label =
        FarEnd.label(rule, bearer, ingress, ports, described, outside, _ -> true)
            .orElse(Internet.KIND.id());
    RaisedNode node = outside.computeIfAbsent(label, wanted -> in.node(Internet.KIND, wanted));
    FarEnd.word(node, described, Internet.KIND.id());
    return node;
  }
}
