package dev.drawbridge.catalog.aws;

import dev.drawbridge.catalog.AddressBlock;
import dev.drawbridge.catalog.Arguments;
import dev.drawbridge.catalog.Kind;
import dev.drawbridge.catalog.Port.Transport;
import dev.drawbridge.catalog.RaisedConnector;
import dev.drawbridge.catalog.RaisedNode;
import dev.drawbridge.catalog.Raising;
import dev.drawbridge.catalog.Trait;
import dev.drawbridge.catalog.aws.DataCentreDatabase.Duty;
import dev.drawbridge.catalog.aws.RdsPrimary.Engine;
import dev.drawbridge.catalog.aws.SecurityBlocks.Ports;
import dev.drawbridge.resource.Block;
import dev.drawbridge.resource.Resource;
import dev.drawbridge.resource.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What stands in data centres, as far as rules speak of it: a rule that names addresses of a data centre
/// speaks of all of it, or of the one after whom the rule is called.
final class RaisedPremises {
  private static final String SERVER = "server";
  private static final String DATABASE = "database";
  private static final String CONSUL = "consul";
  private static final List<Kind> DATABASES =
      List.of(RdsPrimary.KIND, RdsReplica.KIND, Aurora.KIND);

  private final Raising in;
  private final Map<String, RaisedNode> known = new HashMap<>();

  RaisedPremises(Raising in) {
    this.in = in;
    in.nodes(Trait.ON_PREMISES).forEach(node -> known.put(node.label(), node));
  }

  /// The data centre whose addresses these are, or some of them: of several that have the same the one that
  /// a line joins with who names them.
  ///
  /// @param namers who bears the rule
  Optional<RaisedNode> centre(@Nullable Value cidr, List<RaisedNode> namers) {
    String label = RaisedDataCentres.label(cidr);
    Optional<AddressBlock> block =
        cidr instanceof Value.Text(String text) ? AddressBlock.parse(text) : Optional.empty();
    List<RaisedNode> found =
        RaisedDataCentres.centres(in)
            .filter(
                centre ->
                    label.isEmpty()
                        ? block.isPresent()
                            && AddressBlock.parse(centre.get(DataCentre.CIDR))
                                .filter(whole -> whole.contains(block.get()))
                                .isPresent()
                        : centre.label().equals(label))
            .toList();
    return Stream.concat(
            found.stream().filter(centre -> found.size() > 1 && isJoined(centre, namers)),
            found.stream())
        .findFirst();
  }

  private boolean isJoined(RaisedNode centre, List<RaisedNode> namers) {
    List<RaisedNode> vpcs = RaisedDataCentres.joined(centre, in);
    return namers.stream()
        .flatMap(namer -> namer.around(Vpc.KIND).stream())
        .anyMatch(vpcs::contains);
  }

  /// The end of a rule that stands in the data centre.
  RaisedNode end(
      Resource rule, RaisedNode bearer, boolean ingress, RaisedNode centre, Ports ports) {
    String address = address(rule.body());
    String described = FarEnd.described(rule, in);
    Optional<String> label = label(rule, bearer, ingress, ports, centre);
    if (label.isEmpty() && isWhole(address, centre)) {
      return centre;
    }
    RaisedNode end =
        node(
            DataCentreServer.KIND,
            label.orElse(SERVER + "_" + address.replaceAll("[./]", "_")),
            centre,
            address);
    FarEnd.word(end, described, SERVER, DATABASE, CONSUL);
    return end;
  }

  /// The label of the end; a rule that names some addresses of a data centre does not speak of all of it.
  private Optional<String> label(
      Resource rule, RaisedNode bearer, boolean inward, Ports ports, RaisedNode centre) {
    boolean whole = isWhole(address(rule.body()), centre);
    return FarEnd.label(
        rule,
        bearer,
        inward,
        ports,
        FarEnd.described(rule, in),
        known,
        node -> whole || !node.kind().equals(DataCentre.KIND));
  }

  private static boolean isWhole(String address, RaisedNode centre) {
    return address.isEmpty() || address.equals(centre.get(DataCentre.CIDR));
  }

  /// The addresses that a rule names by themselves, rather than by the name of their data centre.
  static String address(Block rule) {
    return Arguments.text(rule, "cidr_ipv4").replaceFirst("/32$", "");
  }

  /// What stands in a data centre under a label, drawn when it is first asked for.
  ///
  /// @param address empty for any of the data centre
  RaisedNode node(Kind kind, String label, RaisedNode centre, String address) {
    RaisedNode node = known.computeIfAbsent(label, wanted -> in.node(kind, wanted).in(centre));
    if (!node.kind().equals(DataCentre.KIND)) {
      node.set(DataCentreServer.ADDRESS, address);
    }
    return node;
  }

  /// Draws replication where a rule of a database is called against the way that its sessions go: the replica
  /// calls its source. To be asked before the other rules tell who else stands there.
  ///
  /// @return whether it is such a rule
  boolean replicates(
      Resource rule, RaisedNode bearer, boolean ingress, RaisedNode centre, Ports ports) {
    String described = FarEnd.described(rule, in);
    Optional<String> label = label(rule, bearer, !ingress, ports, centre);
    if (!DATABASES.contains(bearer.kind()) || label.isEmpty()) {
      return false;
    }
    RaisedNode other = node(DataCentreDatabase.KIND, label.get(), centre, address(rule.body()));
    FarEnd.word(other, described, DATABASE);
    if (ingress) {
      other.set(DataCentreDatabase.DUTY, Duty.REPLICA);
    } else if (ports.from() != RdsPrimary.Engine.POSTGRES.port()) {
      other.set(RdsPrimary.PORT, ports.from());
    }
    RaisedConnector replication =
        in.connector(
            Replication.KIND,
            ingress ? bearer : other,
            ingress ? other : bearer,
            rule.address().name(),
            rule);
    in.claim(replication, rule.address());
    return true;
  }

  /// What calls into AWS, by its label, where the far end of a rule stands in a data centre: no database does.
  Optional<String> caller(
      Resource rule, RaisedNode bearer, boolean ingress, RaisedNode centre, Ports ports) {
    return ingress ? label(rule, bearer, true, ports, centre) : Optional.empty();
  }

  /// Draws a database where a rule lets servers reach the port of an engine, and nothing there calls back. To be
  /// asked before the other rules draw a server of no sort. What is called a server is one, whatever its port.
  ///
  /// @param callers what calls into AWS
  void database(
      Resource rule, RaisedNode bearer, RaisedNode centre, Ports ports, Set<String> callers) {
    Optional<Engine> engine =
        Stream.of(Engine.values())
            .filter(each -> ports.equals(new Ports(Transport.TCP, each.port(), each.port())))
            .findFirst();
    Optional<String> label =
        label(rule, bearer, false, ports, centre)
            .filter(each -> !callers.contains(each) && !each.startsWith(SERVER))
            .filter(each -> !known.containsKey(each));
    if (engine.isPresent() && label.isPresent()) {
      RaisedNode database =
          node(DataCentreDatabase.KIND, label.get(), centre, address(rule.body()));
      database.set(RdsPrimary.ENGINE, engine.get());
      FarEnd.word(database, FarEnd.described(rule, in), DATABASE);
    }
  }

  /// Draws Consul servers where a rule speaks of their DNS, which only they are asked by UDP. To be asked
  /// before the rules on their other ports draw servers of no sort.
  void discovery(
      Resource rule, RaisedNode bearer, boolean ingress, RaisedNode centre, Ports ports) {
    if (ports.equals(new Ports(Transport.UDP, ConsulTier.DNS, ConsulTier.DNS))) {
      label(rule, bearer, ingress, ports, centre)
          .ifPresent(label -> node(DataCentreConsul.KIND, label, centre, address(rule.body())));
    }
  }
}
