package dev.drawbridge.catalog.aws;

import dev.drawbridge.catalog.Arguments;
import dev.drawbridge.catalog.RaisedNode;
import dev.drawbridge.catalog.Raising;
import dev.drawbridge.resource.Resource;
import dev.drawbridge.resource.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;

/// Consul clusters on premises that one in AWS is joined with: told by the rules for their gossip, and by the
/// servers that those in AWS are to join.
final class RaisedFederation {
  /// HashiCorp, "Required ports": gossip between data centres.
  private static final String GOSSIP = "_8302";

  private final RaisedNode tier;
  private final Raising in;
  private final RaisedPremises premises;
  private final SequencedSet<RaisedNode> far = new LinkedHashSet<>();
  private final List<String> addresses = new ArrayList<>();
  private final List<String> asked = new ArrayList<>();

  private RaisedFederation(RaisedNode tier, Raising in) {
    this.tier = tier;
    this.in = in;
    this.premises = new RaisedPremises(in);
  }

  /// @param wan the servers that those of the tier join
  static void draw(RaisedNode tier, @Nullable Value wan, Resource group, Raising in) {
    RaisedFederation federation = new RaisedFederation(tier, in);
    federation.read(wan);
    @Nullable Resource first = null;
    for (Resource rule : in.graph().referrers(group.address())) {
      if (federation.isGossip(rule) && federation.add(rule) && first == null) {
        first = rule;
      }
    }
    if (first != null) {
      federation.join(first);
    }
  }

  /// Addresses that are told, and labels of those whose addresses are asked for.
  private void read(@Nullable Value value) {
    switch (value) {
      case Value.Call(String _, List<Value> arguments) -> arguments.forEach(this::read);
      case Value.Items(List<Value> items) -> items.forEach(this::read);
      case Value.Text(String address) -> addresses.add(address);
      case Value.Symbol(String path)
          when path.startsWith("var.") && path.endsWith(ClusterBlocks.SERVERS) ->
          asked.add(path.substring(4, path.length() - ClusterBlocks.SERVERS.length()));
      case null, default -> {}
    }
  }

  private boolean isGossip(Resource rule) {
    String name = rule.address().name();
    return rule.type().equals("aws_vpc_security_group_ingress_rule")
        && name.startsWith(tier.label() + "_")
        && name.endsWith(GOSSIP)
        && !name.endsWith("_udp" + GOSSIP)
        && name.length() > tier.label().length() + 1 + GOSSIP.length();
  }

  /// Draws those whose gossip a rule admits.
  ///
  /// @return whether they stand in a data centre
  private boolean add(Resource rule) {
    Optional<RaisedNode> centre = premises.centre(rule.get("cidr_ipv4"), List.of(tier));
    centre.ifPresent(
        around -> {
          String name = rule.address().name();
          String label = name.substring(tier.label().length() + 1, name.length() - GOSSIP.length());
          RaisedNode node =
              premises.node(
                  DataCentreConsul.KIND, label, around, RaisedPremises.address(rule.body()));
          FarEnd.word(node, FarEnd.described(rule, in), "consul");
          far.add(node);
          String front = tier.label() + "_" + label + "_";
          for (String type : RaisedClusters.RULES) {
            in.graph().ofType(type).stream()
                .filter(other -> other.address().name().startsWith(front))
                .filter(
                    other ->
                        Arguments.targets(other.get("security_group_id"))
                            .equals(Arguments.targets(rule.get("security_group_id"))))
                .forEach(other -> in.claim(tier, other.address()));
          }
        });
    return centre.isPresent();
  }

  /// Those beside whom others have the same addresses have no rules of their own; who is left over among the
  /// servers is theirs.
  private void join(Resource first) {
    RaisedNode model = far.getFirst();
    asked.stream()
        .filter(label -> far.stream().noneMatch(node -> node.label().equals(label)))
        .map(label -> beside(model, label))
        .toList()
        .forEach(far::add);
    List<RaisedNode> telling =
        new ArrayList<>(far.stream().filter(node -> !asked.contains(node.label())).toList());
    if (telling.isEmpty() && !addresses.isEmpty()) {
      telling.add(beside(model, "consul_servers"));
      far.add(telling.getFirst());
    }
    for (int i = 0; i < telling.size(); i++) {
      int left = telling.size() - 1 - i;
      int own = i == 0 ? Math.max(0, addresses.size() - left) : Math.min(1, addresses.size());
      List<String> told = addresses.subList(0, own);
      telling.get(i).set(DataCentreConsul.SERVERS, String.join(",", told));
      told.clear();
    }
    for (RaisedNode node : far) {
      in.connector(Association.KIND, tier, node, "", first);
    }
  }

  private RaisedNode beside(RaisedNode model, String label) {
    RaisedNode node =
        premises.node(
            DataCentreConsul.KIND,
            label,
            model.around(DataCentre.KIND).orElseThrow(),
            model.get(DataCentreServer.ADDRESS));
    in.described(
            "var." + label + ClusterBlocks.SERVERS, "Private addresses of the Consul servers ", ".")
        .ifPresent(node::worded);
    return node;
  }
}
