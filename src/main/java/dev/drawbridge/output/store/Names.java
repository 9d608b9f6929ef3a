package dev.drawbridge.output.store;

import java.util.Set;

/// The names of the format's own fields, in the order in which they are written.
final class Names {
  static final String SCHEMA_VERSION = "schemaVersion";
  static final String MIN_READER_VERSION = "minReaderVersion";
  static final String TITLE = "title";
  static final String SETTINGS = "settings";
  static final String ELEMENTS = "elements";
  static final Set<String> OF_FILE =
      Set.of(SCHEMA_VERSION, MIN_READER_VERSION, TITLE, SETTINGS, ELEMENTS);

  static final String ID = "id";
  static final String KIND = "kind";
  static final String NAME = "name";
  static final String PARENT = "parent";
  static final String BOUNDS = "bounds";
  static final String SPANS = "spans";
  static final String LOCKED = "locked";
  static final String SOURCE = "source";
  static final String TARGET = "target";
  static final String BENDS = "bends";
  static final String PROPERTIES = "properties";
  static final Set<String> OF_NODE =
      Set.of(ID, KIND, NAME, PARENT, BOUNDS, SPANS, LOCKED, PROPERTIES);
  static final Set<String> OF_CONNECTOR = Set.of(ID, KIND, NAME, SOURCE, TARGET, BENDS, PROPERTIES);

  private Names() {}
}
