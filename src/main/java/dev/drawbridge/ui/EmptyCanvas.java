package dev.drawbridge.ui;

import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// What an empty design shows: how to begin, and designs to begin with.
final class EmptyCanvas extends VBox {
  EmptyCanvas(Session session, Texts texts, Commands commands) {
    getStyleClass().add("empty-canvas");
    setId("empty-canvas");
    setPickOnBounds(false);
    Label title = new Label();
    title.textProperty().bind(texts.of("ui.empty.title"));
    title.getStyleClass().add("empty-title");
    Label text = new Label();
    text.textProperty().bind(texts.of("ui.empty.text"));
    text.setWrapText(true);
    text.getStyleClass().add("empty-text");
    title.setMouseTransparent(true);
    text.setMouseTransparent(true);
    Button good = button(texts, commands.get("new-three-tier"));
    good.getStyleClass().add("accent");
    Button planted = button(texts, commands.get("new-three-tier-planted"));
    Button blueGreen = button(texts, commands.get("new-blue-green"));
    Button canary = button(texts, commands.get("new-canary"));
    Button containers = button(texts, commands.get("new-containers"));
    Hyperlink open = new Hyperlink();
    open.textProperty().bind(texts.of("command.open.name"));
    open.setOnAction(_ -> commands.get("open").run());
    VBox choices = new VBox(good, planted, blueGreen, canary, containers, open);
    choices.getStyleClass().add("empty-choices");
    choices.setPickOnBounds(false);
    getChildren().addAll(title, text, choices);
    session
        .stateProperty()
        .addListener((_, _, now) -> show(now.shown().nodes().isEmpty() && !now.tool().isBusy()));
    show(session.document().nodes().isEmpty());
  }

  private void show(boolean empty) {
    setVisible(empty);
  }

  private static Button button(Texts texts, Command command) {
    Button button = new Button();
    button.setId("start-" + command.key());
    button.textProperty().bind(texts.of(command.nameKey()));
    button.setMaxWidth(Double.MAX_VALUE);
    button.setOnAction(_ -> command.run());
    return button;
  }
}
