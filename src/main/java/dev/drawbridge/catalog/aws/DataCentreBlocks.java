package dev.drawbridge.catalog.aws;

import dev.drawbridge.catalog.AddressBlock;
import dev.drawbridge.catalog.Catalog;
import dev.drawbridge.catalog.Lowering;
import dev.drawbridge.catalog.Port.Transport;
import dev.drawbridge.catalog.Trait;
import dev.drawbridge.model.Connector;
import dev.drawbridge.model.Element;
import dev.drawbridge.model.Node;
import dev.drawbridge.resource.Value;
import dev.drawbridge.resource.Variable;
import java.util.List;
import java.util.Optional;

/// Data centres in Terraform: nothing is built there, so addresses stand for what is drawn.
final class DataCentreBlocks {
  private DataCentreBlocks() {}

  static boolean isOnPremises(Node node) {
    return Catalog.is(node, Trait.ON_PREMISES);
  }

  /// The name of the local, or else of the variable, that holds a data centre's block.
  static String network(String label) {
    return label + "_network";
  }

  /// The addresses of a data centre.
  static Value network(Node centre, Lowering out) {
    String name = network(out.label(centre.id()));
    String drawn = DataCentre.CIDR.of(centre);
    if (drawn.isEmpty()) {
      if (out.first("network " + centre.id())) {
        out.warn(centre, DataCentre.CIDR.name(), "lower.without-cidr");
      }
      return Terms.ask(
          Variable.asked(
              name,
              "IPv4 CIDR block of the data centre " + out.words(centre) + ".",
              "string",
              "can(cidrhost({}, 0))",
              "must be a valid IPv4 CIDR block.",
              Value.of("192.168.0.0/16")),
          out);
    }
    if (out.first("network " + centre.id())) {
      out.graph().local(name, Value.of(drawn));
    }
    return Value.symbol("local." + name);
  }

  /// What rules name for something on premises: its own addresses where it tells them and they are the data
  /// centre's, all of the data centre's where it does not. Empty where there are none to name.
  static Optional<Value> range(Node node, Lowering out) {
    Optional<Node> centre = DataCentre.around(node, out.document());
    if (centre.isEmpty()) {
      return Optional.empty();
    }
    String told = node.equals(centre.get()) ? "" : DataCentreServer.ADDRESS.of(node);
    if (told.isEmpty()) {
      return Optional.of(network(centre.get(), out));
    }
    Optional<AddressBlock> own =
        AddressBlock.parse(told.contains("/") ? told : told + "/32")
            .filter(
                block ->
                    AddressBlock.parse(DataCentre.CIDR.of(centre.get()))
                        .filter(whole -> whole.contains(block))
                        .isPresent());
    if (own.isEmpty() && out.first("address " + node.id())) {
      out.warn(node, DataCentreServer.ADDRESS.name(), "lower.address-elsewhere");
    }
    return own.map(block -> Value.of(block.toString()));
  }

  /// Whether packets find a way between something in AWS and something on premises.
  static boolean join(Node one, Node other, Lowering out) {
    boolean first = isOnPremises(one);
    Optional<Node> centre = DataCentre.around(first ? one : other, out.document());
    Optional<Node> vpc = out.around().vpc(first ? other : one);
    return centre.isPresent()
        && vpc.isPresent()
        && out.document().connectorsOf(centre.get().id()).stream()
            .flatMap(link -> LinkBlocks.ends(link, out).stream())
            .anyMatch(ends -> ends.vpc().equals(vpc.get()));
  }

  /// Replication across the border: the replica calls its source.
  static void replication(Element element, Lowering out) {
    if (!(element instanceof Connector arrow)) {
      return;
    }
    Node source = out.document().node(arrow.source());
    Node replica = out.document().node(arrow.target());
    if (isOnPremises(source) == isOnPremises(replica)) {
      return;
    }
    if (!SecurityBlocks.bears(isOnPremises(source) ? replica : source, out)) {
      out.warn(arrow, null, "lower.arrow-without-group");
      return;
    }
    if (!join(source, replica, out)) {
      out.warn(arrow, null, "lower.arrow-without-link");
      return;
    }
    Catalog.of(source).map(kind -> kind.listening(source, out.document())).stream()
        .flatMap(List::stream)
        .filter(port -> port.transport() == Transport.TCP)
        .findFirst()
        .ifPresent(port -> SecurityBlocks.call(replica, source, arrow, port, out));
  }
}
