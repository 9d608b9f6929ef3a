package dev.drawbridge.ui;

import java.util.HashSet;
import java.util.Set;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;

/// A row of a [Chooser]: sign, name with the typed letters marked, what it is about, keys.
final class OfferCell extends ListCell<Offer> {
  private static final PseudoClass IMPOSSIBLE = PseudoClass.getPseudoClass("impossible");

  private final StackPane sign = new StackPane();
  private final TextFlow name = new TextFlow();
  private final Label detail = new Label();
  private final Region spring = new Region();
  private final HBox keys = new HBox();
  private final HBox row = new HBox(sign, name, detail, spring, keys);

  OfferCell() {
    getStyleClass().add("offer");
    row.getStyleClass().add("offer-row");
    sign.getStyleClass().add("offer-sign");
    name.getStyleClass().add("offer-name");
    name.setMinWidth(Region.USE_PREF_SIZE);
    detail.getStyleClass().add("faint");
    detail.setMinWidth(0);
    keys.getStyleClass().add("keys");
    keys.setMinWidth(Region.USE_PREF_SIZE);
    HBox.setHgrow(spring, Priority.ALWAYS);
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(@Nullable Offer offer, boolean empty) {
    super.updateItem(offer, empty);
    pseudoClassStateChanged(IMPOSSIBLE, offer != null && !offer.possible());
    if (empty || offer == null) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    sign.getChildren().clear();
    if (offer.sign() != null) {
      sign.getChildren().add(offer.sign().get());
    }
    spell(offer);
    detail.setText(offer.detail());
    keys.getChildren().setAll(KeyCaps.of(offer.keys()));
    setGraphic(row);
    setAccessibleText(offer.spoken());
  }

  /// Writes the name, with the letters that were typed in bold.
  private void spell(Offer offer) {
    name.getChildren().clear();
    Set<Integer> marked = new HashSet<>(offer.marked());
    String text = offer.name();
    int from = 0;
    while (from < text.length()) {
      boolean bold = marked.contains(from);
      int to = from + 1;
      while (to < text.length() && marked.contains(to) == bold) {
        to++;
      }
      Text part = new Text(text.substring(from, to));
      part.getStyleClass().add(bold ? "offer-marked" : "offer-plain");
      name.getChildren().add(part);
      from = to;
    }
  }
}
