package dev.drawbridge.ui;

import dev.drawbridge.base.Point;
import dev.drawbridge.base.Size;
import dev.drawbridge.edit.Edit;
import dev.drawbridge.editor.Editor;
import dev.drawbridge.editor.EditorState;
import dev.drawbridge.editor.Input;
import dev.drawbridge.model.Document;
import java.nio.file.Path;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableBooleanValue;
import org.jspecify.annotations.Nullable;

/// The design in front: everything in the window shows its state and changes it through this, whichever
/// of the open designs it is.
final class Session {
  private final ReadOnlyObjectWrapper<OpenDesign> design;
  private final ReadOnlyObjectWrapper<EditorState> state;
  private final ReadOnlyObjectWrapper<@Nullable Path> file = new ReadOnlyObjectWrapper<>();

  private final ReadOnlyObjectWrapper<@Nullable Point> pointer = new ReadOnlyObjectWrapper<>();

  // Told of every state, also of one that equals the last: a document is known by its identity.
  private final InvalidationListener following = _ -> follow();
  private final InvalidationListener moving = _ -> move();

  Session(OpenDesign first) {
    design = new ReadOnlyObjectWrapper<>(this, "design", first);
    state = new ReadOnlyObjectWrapper<>(this, "state", first.state());
    first.stateProperty().addListener(following);
    first.originProperty().addListener(moving);
    move();
  }

  /// Brings another of the open designs to the front.
  void show(OpenDesign next) {
    OpenDesign before = design.get();
    if (next == before) {
      return;
    }
    before.stateProperty().removeListener(following);
    before.originProperty().removeListener(moving);
    next.resized(before.state().viewport());
    design.set(next);
    move();
    follow();
    next.stateProperty().addListener(following);
    next.originProperty().addListener(moving);
  }

  private void follow() {
    state.set(state());
  }

  private void move() {
    file.set(design().file());
  }

  ReadOnlyObjectProperty<OpenDesign> designProperty() {
    return design.getReadOnlyProperty();
  }

  OpenDesign design() {
    return design.get();
  }

  Editor editor() {
    return design().editor();
  }

  ReadOnlyObjectProperty<EditorState> stateProperty() {
    return state.getReadOnlyProperty();
  }

  EditorState state() {
    return design().state();
  }

  /// Whether something is true of the state now.
  ObservableBooleanValue when(Predicate<EditorState> condition) {
    return Bindings.createBooleanBinding(() -> condition.test(state()), stateProperty());
  }

  Document document() {
    return state().document();
  }

  /// Where the design is kept; null for one that was never saved.
  ReadOnlyObjectProperty<@Nullable Path> fileProperty() {
    return file.getReadOnlyProperty();
  }

  /// Where the pointer is on the canvas, in px of the viewport; null while it is elsewhere.
  ReadOnlyObjectProperty<@Nullable Point> pointerProperty() {
    return pointer.getReadOnlyProperty();
  }

  void pointAt(@Nullable Point at) {
    pointer.set(at);
  }

  /// Shows another design, which was never saved, in place of the one in front.
  void open(Document document) {
    design().open(document, null);
  }

  /// Shows the whole design, and goes on doing so while only the viewport changes.
  void fitAll() {
    design().fitAll();
  }

  /// The canvas has another size.
  void resized(Size viewport) {
    design().resized(viewport);
  }

  void on(Input input) {
    design().set(editor().on(state(), input));
  }

  void update(UnaryOperator<EditorState> change) {
    design().set(change.apply(state()));
  }

  void commit(Edit edit) {
    design().set(editor().commit(state(), edit));
  }
}
