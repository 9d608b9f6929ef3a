package dev.drawbridge.ui;

import dev.drawbridge.draw.Badge;
import dev.drawbridge.edit.Rename;
import dev.drawbridge.editor.EditorState;
import dev.drawbridge.editor.Selection;
import dev.drawbridge.model.Connector;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.Element;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Node;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.SequencedSet;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// The design as a tree: what lies in what, and the connectors below. Its selection and the canvas's are
/// one; it is also the way through the design without a mouse.
final class OutlineView extends TreeView<Element> {
  /// More rows are not marked: nobody reads them, and the time that the tree takes grows with the square of their
  /// number, with every move of a rubber band.
  private static final int MOST_MARKED = 200;

  private final Session session;
  private final Texts texts;
  private final Function<ElementId, @Nullable Badge> badges;
  private final Map<ElementId, TreeItem<Element>> items = new HashMap<>();
  private final ReadOnlyBooleanWrapper empty = new ReadOnlyBooleanWrapper(true);
  private final OutlineDrag drag;
  private @Nullable Document built;

  /// The selection that the rows show; null where they show none yet.
  private @Nullable SequencedSet<ElementId> marked;

  private boolean following;

  /// @param badges the findings of an element; null for none
  /// @param ghost of what is dragged
  OutlineView(
      Session session, Texts texts, Function<ElementId, @Nullable Badge> badges, DragGhost ghost) {
    this.drag = new OutlineDrag(this, session, texts, ghost);
    this.session = session;
    this.texts = texts;
    this.badges = badges;
    getStyleClass().add("outline");
    setId("outline");
    setShowRoot(false);
    accessibleTextProperty().bind(texts.of("ui.outline.accessible"));
    getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    setCellFactory(_ -> new Cell());
    session.stateProperty().addListener((_, _, now) -> follow(now));
    texts.language().addListener((_, _, _) -> refresh());
    getSelectionModel()
        .getSelectedItems()
        .addListener((ListChangeListener<TreeItem<Element>>) _ -> choose());
    follow(session.state());
  }

  private void follow(EditorState state) {
    following = true;
    try {
      if (state.document() != built) {
        rebuild(state.document());
      }
      select(state.selection());
    } finally {
      following = false;
    }
  }

  private void rebuild(Document document) {
    built = document;
    marked = null;
    Map<ElementId, TreeItem<Element>> before = new HashMap<>(items);
    items.clear();
    TreeItem<Element> root = new TreeItem<>();
    for (Node node : document.nodes()) {
      TreeItem<Element> item = item(node, before);
      ElementId parent = node.parent();
      (parent == null ? root : items.getOrDefault(parent, root)).getChildren().add(item);
    }
    for (Connector connector : document.connectors()) {
      root.getChildren().add(item(connector, before));
    }
    setRoot(root);
    empty.set(root.isLeaf());
  }

  /// Whether there is nothing in it.
  ReadOnlyBooleanProperty emptyProperty() {
    return empty.getReadOnlyProperty();
  }

  private TreeItem<Element> item(Element element, Map<ElementId, TreeItem<Element>> before) {
    TreeItem<Element> known = before.get(element.id());
    TreeItem<Element> item = new TreeItem<>(element);
    item.setExpanded(known == null || known.isExpanded());
    items.put(element.id(), item);
    return item;
  }

  private void select(Selection selection) {
    if (selection.ids().equals(marked)) {
      return;
    }
    marked = selection.ids();
    getSelectionModel().clearSelection();
    if (marked.size() > MOST_MARKED) {
      return;
    }
    for (ElementId id : selection.ids()) {
      TreeItem<Element> item = items.get(id);
      if (item != null) {
        for (TreeItem<Element> up = item.getParent(); up != null; up = up.getParent()) {
          up.setExpanded(true);
        }
        getSelectionModel().select(item);
      }
    }
    if (!selection.isEmpty()) {
      reveal(getRow(items.get(selection.ids().getLast())));
    }
  }

  /// Opens a field for the name of the selected element, where the keyboard is in the tree.
  ///
  /// @return whether it is
  boolean rename() {
    TreeItem<Element> chosen = getSelectionModel().getSelectedItem();
    if (!isFocused() || chosen == null) {
      return false;
    }
    setEditable(true);
    edit(chosen);
    return true;
  }

  private void reveal(int row) {
    if (row >= 0) {
      scrollTo(Math.max(0, row - 3));
    }
  }

  private SequencedSet<ElementId> chosen() {
    SequencedSet<ElementId> ids = new LinkedHashSet<>();
    for (TreeItem<Element> item : getSelectionModel().getSelectedItems()) {
      if (item != null && item.getValue() != null) {
        ids.add(item.getValue().id());
      }
    }
    return ids;
  }

  private void choose() {
    if (!following) {
      following = true;
      try {
        SequencedSet<ElementId> ids = chosen();
        marked = ids;
        session.update(state -> session.editor().reveal(state, ids));
      } finally {
        following = false;
      }
    }
  }

  private final class Cell extends TreeCell<Element> {
    private final Label name = new Label();
    private final Label kind = new Label();
    private final Region space = new Region();
    private final HBox row = new HBox(name, kind, space);
    private final TextField field = new TextField();

    Cell() {
      drag.listen(this);
      field.setId("outline-editor");
      field.setOnAction(_ -> rename());
      field
          .focusedProperty()
          .addListener(
              (_, _, focused) -> {
                if (!focused && isEditing()) {
                  rename();
                }
              });
      field.addEventHandler(
          KeyEvent.KEY_PRESSED,
          event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
              cancelEdit();
              event.consume();
            }
          });
      row.getStyleClass().add("outline-row");
      kind.getStyleClass().add("faint");
      name.setMinWidth(Region.USE_PREF_SIZE);
      kind.setMinWidth(0);
      row.setMinWidth(0);
      setPrefWidth(0); // as wide as the tree: the kind is cut, nothing scrolls sideways
      HBox.setHgrow(space, Priority.ALWAYS);
    }

    @Override
    public void startEdit() {
      super.startEdit();
      Element element = getItem();
      if (isEditing() && element != null) {
        field.setText(element.name());
        field.setPromptText(Display.kind(element, texts.messages()));
        field.setAccessibleText(texts.get("ui.inspector.name"));
        setGraphic(field);
        field.requestFocus();
        field.selectAll();
      }
    }

    private void rename() {
      Element element = getItem();
      cancelEdit();
      if (element != null && !element.name().equals(field.getText().strip())) {
        session.commit(new Rename(element.id(), field.getText()));
      }
    }

    @Override
    public void cancelEdit() {
      super.cancelEdit();
      OutlineView.this.setEditable(false);
      updateItem(getItem(), isEmpty());
      OutlineView.this.requestFocus();
    }

    @Override
    protected void updateItem(@Nullable Element element, boolean empty) {
      super.updateItem(element, empty);
      if (empty || element == null) {
        setGraphic(null);
        setAccessibleText(null);
        return;
      }
      if (isEditing()) {
        setGraphic(field);
        return;
      }
      Document document = session.document();
      String called = Display.name(element, document, texts.messages());
      String what = Display.kind(element, texts.messages());
      name.setText(called);
      name.setGraphic(IconGraphic.of(Display.icon(element), 16));
      kind.setText(called.startsWith(what) || element instanceof Connector ? "" : what);
      row.getChildren().setAll(name, kind, space);
      Badge badge = badges.apply(element.id());
      if (badge != null) {
        row.getChildren().add(SeverityMark.of(badge, texts));
      }
      setGraphic(row);
      setAccessibleText(Spoken.text(element, document, badge, texts.messages()));
    }
  }
}
