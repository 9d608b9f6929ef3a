package dev.drawbridge.ui;

import java.util.List;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.geometry.Point2D;
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

  /// So many where it stands beside something.
  private static final int FEW_ROWS = 7;

  /// How far it stands from that, in px.
  static final double BESIDE = 10;

  private static final PseudoClass HERE = PseudoClass.getPseudoClass("here");

  private final Texts texts;
  private final Label title = new Label();
  private final CustomTextField field = new CustomTextField();
  private final ListView<Offer> list = new ListView<>();
  private final Label none = new Label();
  private final VBox card = new VBox();
  private Function<String, List<Offer>> offers = _ -> List.of();
  private @Nullable Object asked;
  private @Nullable Node before;
  private Runnable givenUp = () -> {};

  /// Where it stands; null for the middle above.
  private @Nullable Point2D anchor;

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
    card.getChildren().addAll(title, field, list, none);
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
    stand(null);
    open(what, heading, prompt, offered, () -> {});
  }

  /// Opens it at a place instead of above the window's middle.
  ///
  /// @param at in the scene; the card's corner is beside it, as far as there is room
  /// @param otherwise is run when it is closed and nothing was chosen
  void askAt(
      Point2D at,
      Object what,
      String heading,
      String prompt,
      Function<String, List<Offer>> offered,
      Runnable otherwise) {
    stand(at);
    open(what, heading, prompt, offered, otherwise);
  }

  private void stand(@Nullable Point2D at) {
    anchor = at;
    pseudoClassStateChanged(HERE, at != null);
    card.setTranslateX(0);
    card.setTranslateY(0);
    setAlignment(at == null ? Pos.TOP_CENTER : Pos.TOP_LEFT);
  }

  private void open(
      Object what,
      String heading,
      String prompt,
      Function<String, List<Offer>> offered,
      Runnable otherwise) {
    if (isVisible()) {
      hide();
    } else {
      before = getScene().getFocusOwner();
    }
    givenUp = otherwise;
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

  /// Where it stood first it stays, however long the list becomes as one types.
  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    Point2D at = anchor;
    if (at != null && isVisible()) {
      Point2D here = sceneToLocal(at);
      double tallest = card.getHeight() - list.getHeight() + rows() * ROW;
      double right = getWidth() - card.getWidth() - getPadding().getRight();
      double low = getHeight() - tallest - getPadding().getBottom();
      card.setTranslateX(
          Math.clamp(here.getX() + BESIDE, 0, Math.max(0, right)) - card.getLayoutX());
      card.setTranslateY(Math.clamp(here.getY() - BESIDE, 0, Math.max(0, low)) - card.getLayoutY());
    }
  }

  private int rows() {
    return anchor == null ? ROWS : FEW_ROWS;
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
    double height = Math.min(rows(), found.size()) * ROW + 2;
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
      givenUp = () -> {};
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
    Runnable otherwise = givenUp;
    givenUp = () -> {};
    otherwise.run();
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
