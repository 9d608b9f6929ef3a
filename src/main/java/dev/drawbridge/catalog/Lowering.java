package dev.drawbridge.catalog;

import dev.drawbridge.model.Document;
import dev.drawbridge.model.Element;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Block;
import dev.drawbridge.resource.ResourceGraph;

/// Where a kind puts the resources of an element, and how it refers to those of others.
public interface Lowering {
  Document document();

  /// The graph under construction, for variables, outputs, locals and files.
  ResourceGraph.Builder graph();

  /// The address of the main resource of an element: stable, unique, a valid label. Works before that
  /// element was lowered.
  Address address(String type, ElementId element);

  /// As above for a further resource of the same element: `aws_eip.nat_a_ip`.
  Address address(String type, ElementId element, String part);

  /// Adds a resource that comes from the element.
  void add(Element element, Address address, Block body);
}
