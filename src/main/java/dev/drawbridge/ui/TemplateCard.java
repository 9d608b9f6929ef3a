package dev.drawbridge.ui;

import dev.drawbridge.edit.template.Template;
import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import javafx.util.Duration;

/// A design to begin with, as one sees it in the gallery: its picture, its name, and what it is good for.
final class TemplateCard extends Button {
  private static final double ROUND = 6;

  private final Template template;
  private final Appearance appearance;
  private final Thumbnails thumbnails;
  private final ImageView picture = new ImageView();

  TemplateCard(
      Template template,
      Command command,
      Texts texts,
      Appearance appearance,
      Thumbnails thumbnails) {
    this.template = template;
    this.appearance = appearance;
    this.thumbnails = thumbnails;
    setId("start-" + template.key());
    getStyleClass().addAll("flat", "template-card");
    picture.setFitWidth(Thumbnails.WIDTH);
    picture.setFitHeight(Thumbnails.HEIGHT);
    Rectangle corners = new Rectangle(Thumbnails.WIDTH, Thumbnails.HEIGHT);
    corners.setArcWidth(2 * ROUND);
    corners.setArcHeight(2 * ROUND);
    picture.setClip(corners);
    StackPane frame = new StackPane(picture);
    if (template == Template.BLANK) {
      frame.getChildren().add(Glyph.ADD.node(28));
    }
    frame.getStyleClass().add("template-picture");
    frame.setMinSize(Thumbnails.WIDTH + 2, Thumbnails.HEIGHT + 2);
    frame.setMaxSize(Thumbnails.WIDTH + 2, Thumbnails.HEIGHT + 2);
    Label name = new Label();
    name.textProperty().bind(texts.of(command.nameKey()));
    name.getStyleClass().add("template-name");
    name.setMaxWidth(Thumbnails.WIDTH);
    Label help = new Label();
    help.textProperty().bind(texts.of("template." + template.key() + ".help"));
    help.getStyleClass().add("template-help");
    help.setWrapText(true);
    help.setMaxWidth(Thumbnails.WIDTH);
    help.setAlignment(Pos.TOP_LEFT);
    VBox card = new VBox(frame, name, help);
    card.getStyleClass().add("template-content");
    setGraphic(card);
    accessibleTextProperty().bind(name.textProperty());
    accessibleHelpProperty().bind(help.textProperty());
    Tooltip tip = new Tooltip();
    tip.textProperty().bind(help.textProperty());
    tip.setWrapText(true);
    tip.setMaxWidth(320);
    tip.setShowDelay(Duration.millis(700));
    setTooltip(tip);
    setOnAction(_ -> command.run());
    InvalidationListener look = _ -> showAgain();
    appearance.darkProperty().addListener(look);
  }

  /// The look is another; what nobody saw yet is not drawn for that.
  private void showAgain() {
    if (picture.imageProperty().isBound()) {
      show();
    }
  }

  boolean isDrawn() {
    return picture.getImage() != null;
  }

  /// Has the picture drawn, if it is not yet.
  void show() {
    if (getScene() != null && getScene().getWindow() != null) {
      double unit = getScene().getWindow().getOutputScaleX();
      picture.imageProperty().bind(thumbnails.of(template, appearance.isDark(), Math.max(1, unit)));
    }
  }
}
