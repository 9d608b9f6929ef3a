package dev.drawbridge.ui;

import dev.drawbridge.analyze.finding.Cause;
import dev.drawbridge.analyze.finding.Hop;
import dev.drawbridge.model.ElementId;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Shows how a packet gets somewhere, hop by hop with what lets it in, or what blocks it. Whatever is
/// about something drawn is a link to that.
final class ProofText {
  private final Session session;
  private final Texts texts;
  private final Focus focus;

  ProofText(Session session, Texts texts, Focus focus) {
    this.session = session;
    this.texts = texts;
    this.focus = focus;
  }

  /// The stations in order, numbered, each with the rules that admit there.
  VBox path(List<Hop> path) {
    VBox hops = new VBox();
    hops.getStyleClass().add("hops");
    int number = 1;
    for (Hop hop : path) {
      Label index = new Label(String.valueOf(number++));
      index.getStyleClass().add("hop-number");
      hops.getChildren().add(station(index, hop));
      hop.admitted().forEach(cause -> hops.getChildren().add(admitted(cause)));
    }
    return hops;
  }

  /// One station behind a mark.
  HBox station(Node mark, Hop hop) {
    ElementId element = hop.element();
    String text = hop.text(texts.messages());
    HBox line = new HBox(mark, element == null ? new Label(text) : link(element, text));
    line.getStyleClass().add("hop");
    return line;
  }

  private Node admitted(Cause cause) {
    Labeled text = text(cause);
    text.getStyleClass().add("hop-cause");
    return indented(text);
  }

  static HBox indented(Node text) {
    HBox line = new HBox(text);
    line.getStyleClass().add("hop-more");
    return line;
  }

  /// What stands in the way, behind the sign for that.
  Node blocker(Cause cause) {
    return marked("blocked", cause);
  }

  /// A cause behind an icon.
  Node marked(String icon, Cause cause) {
    HBox sign = new HBox(IconGraphic.of(icon, 16));
    sign.getStyleClass().add("cause-sign");
    Labeled text = text(cause);
    HBox.setHgrow(text, Priority.ALWAYS);
    HBox line = new HBox(sign, text);
    line.getStyleClass().add("cause");
    return line;
  }

  private Labeled text(Cause cause) {
    boolean drawn =
        cause.elements().stream().anyMatch(id -> session.document().find(id).isPresent());
    Labeled text =
        drawn
            ? new Hyperlink(cause.text(texts.messages()))
            : new Label(cause.text(texts.messages()));
    if (text instanceof Hyperlink link) {
      link.setOnAction(_ -> focus.on(cause));
      link.getStyleClass().add("cause-link");
    }
    text.setWrapText(true);
    return text;
  }

  /// A link to an element, with its icon.
  Hyperlink link(ElementId id, String name) {
    Hyperlink link = new Hyperlink(name);
    session
        .document()
        .find(id)
        .ifPresent(element -> link.setGraphic(IconGraphic.of(Display.icon(element), 16)));
    link.setOnAction(_ -> focus.on(id, null));
    return link;
  }
}
