package dev.drawbridge.catalog;

import dev.drawbridge.model.Document;
import dev.drawbridge.model.Element;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Node;
import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Block;
import dev.drawbridge.resource.ResourceGraph;
import dev.drawbridge.resource.Value;
import org.jspecify.annotations.Nullable;

/// Where a kind puts the resources of an element, and how it refers to those of others.
public interface Lowering {
  Document document();

  /// What stands around the document's nodes.
  Surroundings around();

  /// The graph under construction, for variables, outputs, locals and files.
  ResourceGraph.Builder graph();

  /// The address of the main resource of an element: stable, unique, a valid label. Works before that
  /// element was lowered.
  Address address(String type, ElementId element);

  /// As above for a further resource of the same element: `aws_eip.nat_a_ip`.
  Address address(String type, ElementId element, String part);

  /// The address of a resource that belongs to no element, by the label that it would like.
  Address plain(String type, String label);

  /// Adds a resource that comes from the element.
  void add(Element element, Address address, Block body);

  /// Adds a resource that comes from the element and that AWS takes in us-east-1 only, wherever the element
  /// stands: what belongs to CloudFront.
  void addGlobal(Element element, Address address, Block body);

  /// Adds a resource that nobody drew, in the region of the place.
  ///
  /// @param reason a sentence that stands over the block, in English; empty where nobody would ask why
  void imply(Node place, Address address, Block body, String reason);

  /// Whether this is the first time that somebody asks for the thing; whoever hears yes adds it.
  boolean first(String thing);

  /// The label of the element, as in the address of its main resource.
  String label(ElementId element);

  /// A name for AWS: the module's name, a hyphen, and at most so many characters of `a-z0-9-` that stand
  /// for the element. Unique among the elements.
  Value name(ElementId element, int length);

  /// As above for a text that is not an element's, and need not be unique.
  Value name(String words);

  /// The value of a `Name` tag: the module's name and what the user calls the element, in letters of any
  /// script.
  Value tagName(ElementId element);

  /// What the user calls the element, in those characters that AWS takes in descriptions.
  String words(Element element);

  /// Tells the user what could not be built as drawn.
  void warn(Element element, @Nullable String property, String key, Object... arguments);
}
