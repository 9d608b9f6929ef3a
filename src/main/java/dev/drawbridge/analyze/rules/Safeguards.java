package dev.drawbridge.analyze.rules;

import dev.drawbridge.analyze.finding.Fix;
import dev.drawbridge.analyze.finding.Sentence;
import dev.drawbridge.catalog.Kind;
import dev.drawbridge.catalog.Surroundings;
import dev.drawbridge.catalog.aws.ApplicationLoadBalancer;
import dev.drawbridge.catalog.aws.Association;
import dev.drawbridge.catalog.aws.S3Bucket;
import dev.drawbridge.catalog.aws.WebAcl;
import dev.drawbridge.edit.Connect;
import dev.drawbridge.edit.Draft;
import dev.drawbridge.edit.Edit;
import dev.drawbridge.edit.Place;
import dev.drawbridge.edit.Room;
import dev.drawbridge.edit.Sequence;
import dev.drawbridge.edit.SetProperty;
import dev.drawbridge.model.Connector;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Fields;
import dev.drawbridge.model.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// What a drawn load balancer gets for its own protection.
public final class Safeguards {
  private Safeguards() {}

  /// Switches on what is off; empty where it is not drawn, or where what it uses already is in the way.
  ///
  /// @param logs whether it needs a bucket for its access logs
  /// @param acl whether it needs a web ACL
  /// @param deletion whether it is to be protected against deletion
  public static Optional<Fix> on(
      Subject subject, Component component, boolean logs, boolean acl, boolean deletion) {
    Document document = subject.document();
    Optional<Node> drawn = component.elements().stream().findFirst().flatMap(document::findNode);
    if (drawn.isEmpty()) {
      return Optional.empty();
    }
    Node balancer = drawn.get();
    List<Edit> edits = new ArrayList<>();
    for (Use use : uses(logs, acl)) {
      // A load balancer uses but one of each; what it has does not do.
      boolean other = !Association.used(balancer, use.kind.id(), document).isEmpty();
      if (other || region(document, balancer).isEmpty()) {
        return Optional.empty();
      }
      edits.add(new Given(balancer.id(), use));
    }
    if (deletion) {
      edits.add(SetProperty.of(balancer.id(), ApplicationLoadBalancer.DELETION_PROTECTION, true));
    }
    return Optional.of(
        new Fix(
            Sentence.of("fix.safeguards", component.label()),
            new Sequence("fix.safeguards.name", edits)));
  }

  /// Something that it may use.
  ///
  /// @param wanted of a new one
  /// @param does whether one that is there already does
  private record Use(Kind kind, String stem, Fields wanted, Predicate<Node> does) {}

  private static List<Use> uses(boolean logs, boolean acl) {
    List<Use> uses = new ArrayList<>();
    if (logs) {
      uses.add(
          new Use(
              S3Bucket.KIND,
              "s3-logs",
              S3Bucket.EXPIRE_AFTER.set(Fields.NONE, 365),
              bucket ->
                  S3Bucket.PURPOSE.of(bucket) == S3Bucket.Purpose.LOGS
                      && S3Bucket.ENCRYPTION.of(bucket) == S3Bucket.Encryption.SSE_S3));
    }
    if (acl) {
      uses.add(new Use(WebAcl.KIND, "waf", Fields.NONE, _ -> true));
    }
    return uses;
  }

  private static Optional<Node> region(Document document, Node balancer) {
    return document.ancestors(balancer).stream()
        .filter(node -> node.kind().equals("aws.region"))
        .findFirst();
  }

  /// Lets a load balancer use one of a kind in its region, which is drawn where there is none.
  private record Given(ElementId balancer, Use use) implements Edit {
    @Override
    public String key() {
      return "fix.safeguards.name";
    }

    @Override
    public void apply(Draft draft) {
      Document document = draft.document();
      Node user = document.node(balancer);
      Node region = region(document, user).orElseThrow();
      Surroundings around = Surroundings.of(document);
      Optional<Node> there =
          document.nodes().stream()
              .filter(node -> node.kind().equals(use.kind.id()) && use.does.test(node))
              .filter(node -> around.region(node).filter(region::equals).isPresent())
              .findFirst();
      ElementId used = there.map(Node::id).orElseGet(() -> place(draft, region));
      ElementId id = Room.fresh(draft.document(), "uses-" + use.stem + "-" + balancer);
      new Connect(Connector.of(id, Association.KIND.id(), balancer, used)).apply(draft);
    }

    private ElementId place(Draft draft, Node region) {
      Document document = draft.document();
      ElementId id = Room.fresh(document, use.stem);
      Node node =
          Node.of(
                  id,
                  use.kind.id(),
                  "",
                  Room.freeOrBelow(document, region, Room.size(use.kind, region)))
              .withParent(region.id())
              .withProperties(use.wanted);
      new Place(node).apply(draft);
      return id;
    }
  }
}
