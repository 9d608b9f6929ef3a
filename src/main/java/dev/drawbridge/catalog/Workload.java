package dev.drawbridge.catalog;

import dev.drawbridge.model.Node;
import dev.drawbridge.resource.Value;
import java.util.SequencedMap;

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

  /// What an instance runs at its first start.
  Value script(Node node, Lowering out);

  /// The environment of a container of it, by name. Adds the files from which its image is built.
  SequencedMap<String, Value> container(Node node, Lowering out);
}
