package dev.drawbridge.translate;

import dev.drawbridge.base.Point;
import dev.drawbridge.base.Rect;
import dev.drawbridge.catalog.RaisedConnector;
import dev.drawbridge.catalog.RaisedElement;
import dev.drawbridge.catalog.RaisedNode;
import dev.drawbridge.catalog.aws.DataCentre;
import dev.drawbridge.model.Connector;
import dev.drawbridge.model.Datum;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.Element;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Fields;
import dev.drawbridge.model.Node;
import dev.drawbridge.model.Settings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Raised elements put together as a document in which every element gets the label that its resources bear.
/// Ids are made of labels, so that the same Terraform gives the same ids.
final class RaisedDrawing {
  private final Map<RaisedElement, ElementId> ids = new HashMap<>();
  private final Set<ElementId> taken = new HashSet<>();
  private final List<Element> elements = new ArrayList<>();
  private Document document = Document.EMPTY;

  private RaisedDrawing() {}

  static RaisedDrawing of(
      List<RaisedNode> nodes, List<RaisedConnector> connectors, Settings settings) {
    RaisedDrawing drawing = new RaisedDrawing();
    List<RaisedNode> ordered = new ArrayList<>(nodes);
    ordered.sort(Comparator.comparing(RaisedNode::position));
    ordered.forEach(drawing::draw);
    List<RaisedConnector> arrows = new ArrayList<>(connectors);
    arrows.sort(Comparator.comparing(RaisedConnector::position));
    arrows.forEach(drawing::draw);
    Document plain = Document.of(drawing.elements, settings, Fields.NONE);
    drawing.document = drawing.withLabels(plain);
    return drawing;
  }

  Document document() {
    return document;
  }

  ElementId id(RaisedElement element) {
    ElementId id = ids.get(element);
    if (id == null) {
      throw new IllegalArgumentException("not drawn: " + element.label());
    }
    return id;
  }

  boolean lacks(RaisedElement element) {
    return !ids.containsKey(element);
  }

  private void draw(RaisedNode raised) {
    RaisedNode parent = raised.parent();
    if (ids.containsKey(raised)) {
      return;
    }
    if (parent != null) {
      draw(parent);
    }
    // What it spans need not stand before it in the document.
    RaisedNames.Choice choice = RaisedNames.choose(raised);
    ElementId id = id(raised, choice.tail());
    elements.add(
        new Node(
            id,
            raised.kind().id(),
            choice.name(),
            parent == null ? null : id(parent),
            Rect.at(Point.ORIGIN, raised.kind().size()),
            new LinkedHashSet<>(),
            raised.properties(),
            false,
            Fields.NONE));
  }

  private void draw(RaisedConnector raised) {
    String ends = raised.source().label() + "_to_" + raised.target().label();
    String tail =
        raised.label().startsWith(ends + "_") ? raised.label().substring(ends.length() + 1) : "";
    ElementId id = id(raised, tail);
    elements.add(
        Connector.of(id, raised.kind().id(), id(raised.source()), id(raised.target()))
            .withName(RaisedNames.ofConnector(raised))
            .withProperties(raised.properties()));
  }

  /// An id that ends in the letters that tell the label from another's, see [ElementLabels].
  private ElementId id(RaisedElement element, String tail) {
    String kind = element.kind().id();
    String front = kind.substring(kind.lastIndexOf('.') + 1).replace('_', '-');
    String label = element.label().isEmpty() ? front : front + "-" + element.label();
    String base = label.replace('_', '-');
    if (!tail.isEmpty()) {
      base = base.substring(0, base.length() - tail.length()) + tail;
    }
    int room = 60;
    base = base.length() <= room ? base : base.substring(base.length() - room);
    base = base.replaceFirst("^[^a-z0-9]+", "");
    ElementId id = new ElementId(base);
    for (int next = 2; !taken.add(id); next++) {
      id = new ElementId(base + "." + next);
    }
    ids.put(element, id);
    return id;
  }

  /// Labels that names and ids do not give are told.
  private Document withLabels(Document plain) {
    List<Element> spanning = new ArrayList<>();
    Map<ElementId, RaisedElement> raised = new HashMap<>();
    ids.forEach((element, id) -> raised.put(id, element));
    for (Element element : plain.elements().values()) {
      spanning.add(
          element instanceof Node node && raised.get(node.id()) instanceof RaisedNode from
              ? node.withSpans(from.spans().stream().map(this::id).toList())
              : element);
    }
    Document drawn = Document.of(spanning, plain.settings(), Fields.NONE);
    // What has no resource of its own leaves a label to what has.
    Set<List<String>> borne = new HashSet<>();
    for (Element element : drawn.elements().values()) {
      RaisedElement from = raised.get(element.id());
      if (from != null && bears(from)) {
        borne.add(named(element, from));
      }
    }
    Fields told = Fields.NONE;
    while (true) {
      // Telling one label may leave another to somebody else, hence as often as it takes.
      ElementLabels given = ElementLabels.of(drawn);
      Fields more = told;
      for (Element element : drawn.elements().values()) {
        String id = element.id().value();
        RaisedElement from = raised.get(element.id());
        String label = from == null ? "" : from.label();
        boolean free = from == null || bears(from) || !borne.contains(named(element, from));
        if (free
            && !label.isEmpty()
            && more.get(id) == null
            && !given.of(element.id()).equals(label)) {
          more = more.with(id, Datum.of(label));
        }
      }
      if (more == told) {
        return drawn;
      }
      told = more;
      drawn =
          Document.of(
              spanning,
              plain.settings().withProperty(ElementLabels.SETTING, Datum.of(told)),
              Fields.NONE);
    }
  }

  /// Whether its label is that of a resource, or of the local that holds a data centre's addresses.
  private static boolean bears(RaisedElement raised) {
    return raised.position() >= 0 || raised.kind().equals(DataCentre.KIND);
  }

  private static List<String> named(Element element, RaisedElement raised) {
    return List.of(ElementLabels.realm(element), raised.label());
  }
}
