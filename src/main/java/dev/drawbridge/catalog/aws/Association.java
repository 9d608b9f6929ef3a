package dev.drawbridge.catalog.aws;

import dev.drawbridge.catalog.Group;
import dev.drawbridge.catalog.Kind;
import dev.drawbridge.catalog.Lowering;
import dev.drawbridge.model.Connector;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.Node;
import java.util.List;
import java.util.Optional;

/// That one component uses another which is no peer of it in the network: a load balancer its log bucket, a
/// listener its certificate. Which kinds use which is said by the kind where it begins, with
/// `Kind.Builder.using`. The association becomes nothing by itself: the kinds at its ends ask for it
/// when they are lowered.
public final class Association {
  public static final Kind KIND =
      Kind.named("association")
          .in(Group.CONNECTORS)
          .icon("association")
          .joining((source, target) -> source.uses().contains(target.id()))
          .raiseLast(RaisedAssociations::raise)
          .build();

  private Association() {}

  /// What a node uses, in drawing order.
  ///
  /// @param kind the id of the kind that is asked for
  public static List<Node> used(Node user, String kind, Document document) {
    return document.connectorsOf(user.id()).stream()
        .filter(Association::is)
        .filter(association -> association.source().equals(user.id()))
        .map(association -> document.node(association.target()))
        .filter(node -> node.kind().equals(kind))
        .distinct()
        .toList();
  }

  /// Who uses a node, in drawing order.
  ///
  /// @param kind the id of the kind that is asked for
  public static List<Node> users(Node used, String kind, Document document) {
    return document.connectorsOf(used.id()).stream()
        .filter(Association::is)
        .filter(association -> association.target().equals(used.id()))
        .map(association -> document.node(association.source()))
        .filter(node -> node.kind().equals(kind))
        .distinct()
        .toList();
  }

  /// The one node of a kind that is used where only one can be: the first drawn. The user is told of others.
  static Optional<Node> one(Node user, String kind, Lowering out) {
    List<Node> all = used(user, kind, out.document());
    if (all.size() > 1 && out.first("one " + kind + " of " + user.id())) {
      Node first = all.getFirst();
      String name = first.name().isBlank() ? out.label(first.id()) : first.name();
      out.warn(user, null, "lower.used-twice", name);
    }
    return all.stream().findFirst();
  }

  private static boolean is(Connector connector) {
    return connector.kind().equals(KIND.id());
  }
}
