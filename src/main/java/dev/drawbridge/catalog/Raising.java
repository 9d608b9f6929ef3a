package dev.drawbridge.catalog;

import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Resource;
import dev.drawbridge.resource.ResourceGraph;
import dev.drawbridge.resource.Value;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where a kind draws what it recognises in a graph: the mirror of [Lowering]. Containers have their turn
/// before what stands in them, and connectors after all nodes.
public interface Raising {
  /// The graph that is drawn.
  ResourceGraph graph();

  /// Draws a node whose main resource this is: its label, its `Name` tag and its place in the order are
  /// the node's.
  default RaisedNode node(Kind kind, Resource main) {
    return node(kind, main, "");
  }

  /// As above, for a resource that is not called as the node is.
  ///
  /// @param label the node's; empty for the resource's own
  RaisedNode node(Kind kind, Resource main, String label);

  /// Draws a node that has no resource of its own, such as the internet.
  ///
  /// @param label as in the addresses of connectors at it
  RaisedNode node(Kind kind, String label);

  /// Draws a connector.
  ///
  /// @param label as in the addresses of its resources; empty where it has none
  /// @param first the resource that gives it its place in the order
  RaisedConnector connector(
      Kind kind, RaisedNode source, RaisedNode target, String label, Resource first);

  /// Says that a resource belongs to an element besides its main one, such as its security group. Several
  /// may share one.
  void claim(RaisedElement element, Address address);

  /// The nodes that the resource became or belongs to.
  List<RaisedNode> nodesOf(Address address);

  /// The first of these.
  default Optional<RaisedNode> nodeOf(Address address) {
    return nodesOf(address).stream().findFirst();
  }

  /// The nodes of these kinds drawn so far, in the order of their resources.
  List<RaisedNode> nodes(Trait trait);

  /// The region that a resource lies in; drawn when it is first asked for.
  RaisedNode region(Resource resource);

  /// The availability zone of a VPC; drawn when it is first asked for. Empty where its name is not of the
  /// VPC's region and a letter.
  Optional<RaisedNode> zone(RaisedNode vpc, String name);

  /// The ports on which a node takes traffic, as it is drawn so far.
  List<Port> listening(RaisedNode node);

  /// The text that a value is, with variables and locals put in; empty where part of it is unknown.
  Optional<String> text(@Nullable Value value);

  /// As above, without the module's name and the hyphen in front of it: what `Lowering.name` was given.
  Optional<String> named(@Nullable Value value);

  /// What an output says of a value between two phrases; empty where none does.
  Optional<String> told(Value value, String before, String after);

  /// What the description of a variable says between two phrases.
  ///
  /// @param path as it is named: `var.name`
  Optional<String> described(String path, String before, String after);

  /// Says why a resource was not drawn; whoever draws it later takes that back.
  ///
  /// @param reason a message key
  void leave(Resource resource, String reason, Object... arguments);

  /// Says that a resource is drawn, but comes to be another thing when the design is exported.
  ///
  /// @param key a message key
  void note(Resource resource, String key, Object... arguments);
}
