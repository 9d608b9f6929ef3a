package dev.drawbridge.catalog;

import dev.drawbridge.model.Node;
import dev.drawbridge.resource.Value;
import java.util.Collections;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// What runs on the servers of a kind. Instances, fleets, load balancers and rules ask this, so that none
/// of them knows the kind by name.
public interface Workload {
  /// The value of the `Tier` tag: small letters.
  String tier();

  /// How large single instances of it are.
  Property<String> instanceType();

  /// Where it answers health checks.
  String healthPath(Node node);

  /// Seconds that a server gets to finish its requests once it is told to stop.
  int shutdown(Node node);

  /// How many single instances of it there are in all; 0 where as many stand in each subnet as
  /// is drawn.
  default int servers(Node node) {
    return 0;
  }

  /// What instances bear besides the tags of all, by which they find each other.
  default SequencedMap<String, Value> tags(Node node, Lowering out) {
    return Collections.emptySortedMap();
  }

  /// What an instance runs at its first start; null where its image has everything.
  @Nullable Value script(Node node, Lowering out);

  /// The environment of a container of it, by name. Adds the files from which its image is built. None for
  /// what runs on instances only.
  default SequencedMap<String, Value> container(Node node, Lowering out) {
    return Collections.emptySortedMap();
  }
}
