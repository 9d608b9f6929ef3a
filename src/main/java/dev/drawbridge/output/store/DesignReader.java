package dev.drawbridge.output.store;

import dev.drawbridge.base.Issue;
import dev.drawbridge.base.Outcome;
import dev.drawbridge.base.Place;
import dev.drawbridge.model.Connector;
import dev.drawbridge.model.Datum;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.Element;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Fields;
import dev.drawbridge.model.Node;
import dev.drawbridge.model.Settings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;

/// Turns the bytes of a `*.drawbridge` file into a document of which all invariants hold, or says in one
/// issue what is wrong and where.
public final class DesignReader {
  private final String file;
  private final List<Issue> issues = new ArrayList<>();
  private final Map<ElementId, Integer> indexes = new HashMap<>();
  private final Map<String, ElementId> known = new HashMap<>();

  private DesignReader(String file) {
    this.file = file;
  }

  /// @param file what to call the file in an issue
  public static Outcome<Design> read(byte[] bytes, String file) {
    try {
      DesignReader reader = new DesignReader(file);
      Design design = reader.design(JsonReader.read(bytes, file));
      return new Outcome.Ok<>(design, reader.issues);
    } catch (BadInput e) {
      return Outcome.failed(e.issue());
    }
  }

  private Design design(Datum datum) throws BadInput {
    if (!(datum instanceof Datum.Record(Fields fields)) || !fields.has(Names.SCHEMA_VERSION)) {
      throw new BadInput(new Place.InFile(file, 0, 0), "store.read.no_design");
    }
    Fieldset top = new Fieldset(file, "", -1, fields, known);
    int version = top.version(Names.SCHEMA_VERSION);
    int needed = top.has(Names.MIN_READER_VERSION) ? top.version(Names.MIN_READER_VERSION) : 1;
    if (needed > Migration.CURRENT) {
      throw top.bad(Names.MIN_READER_VERSION, "store.read.too_new", needed, Migration.CURRENT);
    }
    if (version > Migration.CURRENT) {
      issues.add(
          Issue.note(
              new Place.AtPointer(file, "/" + Names.SCHEMA_VERSION),
              "store.read.newer",
              version,
              Migration.CURRENT));
    }
    Fields current = Migration.upgrade(fields, version, Migration.ALL);
    Document document = document(new Fieldset(file, "", -1, current, known));
    return new Design(document, version, version > Migration.CURRENT);
  }

  private Document document(Fieldset top) throws BadInput {
    Settings settings =
        new Settings(Texts.tidy(top.text(Names.TITLE, "")), Texts.tidy(top.record(Names.SETTINGS)));
    List<Element> elements = new ArrayList<>();
    for (Datum datum : top.list(Names.ELEMENTS)) {
      int index = elements.size();
      if (!(datum instanceof Datum.Record(Fields fields))) {
        throw top.bad(Names.ELEMENTS + "/" + index, "store.expected.object");
      }
      Fieldset from = new Fieldset(file, "/" + Names.ELEMENTS, index, fields, known);
      Element element =
          from.has(Names.SOURCE) || from.has(Names.TARGET) ? connector(from) : node(from);
      if (indexes.put(element.id(), index) != null) {
        throw from.bad(Names.ID, "store.element.twice", element.id());
      }
      elements.add(element);
    }
    List<Element> ordered = parentsFirst(elements, checkReferences(elements));
    return Document.of(ordered, settings, top.except(Names.OF_FILE));
  }

  private static Node node(Fieldset from) throws BadInput {
    // A parent of null is what other programs write for "none".
    boolean atTop =
        !from.has(Names.PARENT) || from.fields().get(Names.PARENT) instanceof Datum.Nothing;
    SequencedSet<ElementId> spans = new LinkedHashSet<>(from.ids(Names.SPANS));
    return new Node(
        from.id(Names.ID),
        from.text(Names.KIND),
        Texts.tidy(from.text(Names.NAME, "")),
        atTop ? null : from.id(Names.PARENT),
        from.bounds(Names.BOUNDS),
        spans,
        Texts.tidy(from.record(Names.PROPERTIES)),
        from.flag(Names.LOCKED, false),
        from.except(Names.OF_NODE));
  }

  private static Connector connector(Fieldset from) throws BadInput {
    return new Connector(
        from.id(Names.ID),
        from.text(Names.KIND),
        Texts.tidy(from.text(Names.NAME, "")),
        from.id(Names.SOURCE),
        from.id(Names.TARGET),
        from.points(Names.BENDS),
        Texts.tidy(from.record(Names.PROPERTIES)),
        from.except(Names.OF_CONNECTOR));
  }

  /// @return where the parent of each element is; -1 where it has none
  private int[] checkReferences(List<Element> elements) throws BadInput {
    int[] parents = new int[elements.size()];
    for (int i = 0; i < parents.length; i++) {
      parents[i] = -1;
      switch (elements.get(i)) {
        case Node node -> {
          ElementId parent = node.parent();
          if (parent != null) {
            parents[i] = checkNode(elements, parent, i, Names.PARENT, -1);
          }
          int index = 0;
          for (ElementId spanned : node.spans()) {
            checkNode(elements, spanned, i, Names.SPANS, index++);
          }
        }
        case Connector connector -> {
          checkNode(elements, connector.source(), i, Names.SOURCE, -1);
          checkNode(elements, connector.target(), i, Names.TARGET, -1);
        }
      }
    }
    return parents;
  }

  /// @return where it is
  private int checkNode(List<Element> elements, ElementId id, int from, String name, int item)
      throws BadInput {
    Integer index = indexes.get(id);
    if (index == null || !(elements.get(index) instanceof Node)) {
      String pointer = "/" + Names.ELEMENTS + "/" + from + "/" + name;
      throw new BadInput(
          new Place.AtPointer(file, item < 0 ? pointer : pointer + "/" + item),
          "store.element.missing",
          id);
    }
    return index;
  }

  /// Keeps the order, but puts a container in front of what it holds where somebody, or a merge, put it
  /// behind.
  ///
  /// @param parents see [#checkReferences]
  private List<Element> parentsFirst(List<Element> elements, int[] parents) throws BadInput {
    List<Element> ordered = new ArrayList<>(elements.size());
    int[] levels = new int[parents.length]; // 1 at the top; 0 for what has not had its turn
    int[] chain = new int[Limits.CONTAINERS + 1];
    for (int i = 0; i < parents.length; i++) {
      int length = 0;
      for (int at = i; at >= 0 && levels[at] == 0; at = parents[at]) {
        if (length == chain.length) {
          throw tooDeep(elements, (Node) elements.get(i));
        }
        chain[length++] = at;
      }
      while (length > 0) {
        int at = chain[--length];
        levels[at] = parents[at] < 0 ? 1 : levels[parents[at]] + 1;
        if (levels[at] > chain.length) {
          throw tooDeep(elements, (Node) elements.get(i));
        }
        ordered.add(elements.get(at));
      }
    }
    return ordered;
  }

  /// A node whose containers have no end: they go round in a circle, or there are too many.
  private BadInput tooDeep(List<Element> elements, Node node) {
    Place place =
        new Place.AtPointer(
            file, "/" + Names.ELEMENTS + "/" + indexes.get(node.id()) + "/" + Names.PARENT);
    SequencedSet<ElementId> seen = new LinkedHashSet<>();
    Node next = node;
    while (seen.add(next.id())) {
      ElementId parent = next.parent();
      if (parent == null) {
        return new BadInput(place, "store.element.too_deep", node.id(), Limits.CONTAINERS);
      }
      next = (Node) elements.get(indexes.getOrDefault(parent, 0));
    }
    return new BadInput(place, "store.element.cycle", node.id());
  }
}
