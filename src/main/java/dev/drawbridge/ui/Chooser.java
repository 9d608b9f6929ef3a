package dev.drawbridge.ui;

import java.util.List;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.textfield.CustomTextField;
import org.jspecify.annotations.Nullable;

/// A list over the window from which one types, and takes something with Enter: commands, or elements. Esc
/// and a click beside it close it; the keyboard then is where it was.
final class Chooser extends StackPane {
  private static final double ROW = 34;
  private static final int ROWS = 11;

  private final Texts texts;
  private final Label title = new Label();
  private final CustomTextField field = new CustomTextField();
  private final ListView<Offer> list = new ListView<>();
  private final Label none = new Label();
  private Function<String, List<Offer>> offers = _ -> List.of();
  private @Nullable Object asked;
  private @Nullable Node before;

  Chooser(Texts texts) {
    this.texts = texts;
    getStyleClass().add("chooser");
    setId("chooser");
    setAlignment(Pos.TOP_CENTER);
    setVisible(false);
    title.getStyleClass().add("chooser-title");
    title.setId("chooser-title");
    title.managedProperty().bind(title.textProperty().isNotEmpty());
    field.setId("chooser-field");
    HBox glyph = new HBox(Glyph.SEARCH.node(14));
    glyph.getStyleClass().add("search-glyph");
    glyph.setAlignment(Pos.CENTER);
    field.setLeft(glyph);
    list.setId("chooser-list");
    list.setFixedCellSize(ROW);
    list.setFocusTraversable(false);
    list.setCellFactory(_ -> new OfferCell());
    list.setOnMouseClicked(
        event -> {
          if (event.getButton() == MouseButton.PRIMARY) {
            field.requestFocus();
            field.end();
            take();
          }
        });
    none.getStyleClass().add("empty-note");
    none.managedProperty().bind(none.visibleProperty());
    list.managedProperty().bind(list.visibleProperty());
    VBox card = new VBox(title, field, list, none);
    card.getStyleClass().add("chooser-card");
    card.setMaxHeight(USE_PREF_SIZE);
    card.setOnMousePressed(event -> event.consume());
    getChildren().add(card);
    setOnMousePressed(
        event -> {
          close();
          event.consume();
        });
    field.textProperty().addListener((_, _, _) -> fill());
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    field
        .focusedProperty()
        .addListener(
            (_, _, focused) -> {
              if (!focused && isVisible() && !isWithin(getScene().getFocusOwner())) {
                hide();
              }
            });
    list.getSelectionModel()
        .selectedItemProperty()
        .addListener((_, _, offer) -> field.setAccessibleHelp(offer == null ? "" : offer.spoken()));
    texts.language().addListener((_, _, _) -> hide());
  }

  /// Opens it, or closes it where it already asks that.
  ///
  /// @param what tells one question from another
  /// @param heading above the field; empty for none
  /// @param prompt in the empty field
  /// @param offered what there is for what was typed, the best first
  void ask(Object what, String heading, String prompt, Function<String, List<Offer>> offered) {
    if (isVisible() && what.equals(asked)) {
      close();
      return;
    }
    if (!isVisible()) {
      before = getScene().getFocusOwner();
    }
    asked = what;
    offers = offered;
    title.setText(heading);
    field.setPromptText(prompt);
    field.setAccessibleText(heading.isEmpty() ? prompt : heading);
    field.clear();
    setVisible(true);
    toFront();
    fill();
    field.requestFocus();
  }

  private boolean isWithin(@Nullable Node focused) {
    for (Node node = focused; node != null; node = node.getParent()) {
      if (node == this) {
        return true;
      }
    }
    return false;
  }

  private void fill() {
    if (!isVisible()) {
      return;
    }
    List<Offer> found = offers.apply(field.getText());
    list.getItems().setAll(found);
    list.setVisible(!found.isEmpty());
    none.setVisible(found.isEmpty());
    none.setText(texts.get("ui.chooser.none", field.getText().strip()));
    double height = Math.min(ROWS, found.size()) * ROW + 2;
    list.setMinHeight(height);
    list.setPrefHeight(height);
    list.setMaxHeight(height);
    choose(0);
  }

  private void choose(int row) {
    int last = list.getItems().size() - 1;
    if (last >= 0) {
      int wanted = Math.clamp(row, 0, last);
      list.getSelectionModel().clearAndSelect(wanted);
      list.scrollTo(Math.max(0, wanted - ROWS / 2));
    }
  }

  private void key(KeyEvent event) {
    int at = list.getSelectionModel().getSelectedIndex();
    int size = Math.max(1, list.getItems().size());
    switch (event.getCode()) {
      case ESCAPE -> close();
      case ENTER -> take();
      case DOWN -> choose(Math.floorMod(at + 1, size));
      case UP -> choose(Math.floorMod(at - 1, size));
      case PAGE_DOWN -> choose(at + ROWS);
      case PAGE_UP -> choose(at - ROWS);
      case TAB -> {}
      default -> {
        return;
      }
    }
    event.consume();
  }

  /// Does what is chosen; nothing where that is not possible.
  private void take() {
    Offer chosen = list.getSelectionModel().getSelectedItem();
    if (chosen != null && chosen.possible()) {
      close();
      chosen.action().run();
    }
  }

  private void close() {
    hide();
    if (before != null) {
      before.requestFocus();
    }
  }

  private void hide() {
    setVisible(false);
    asked = null;
    offers = _ -> List.of();
    // Not at once: the row that was clicked may still be at work.
    Platform.runLater(
        () -> {
          if (!isVisible()) {
            list.getItems().clear();
          }
        });
  }

  boolean isOpen() {
    return isVisible();
  }
}
