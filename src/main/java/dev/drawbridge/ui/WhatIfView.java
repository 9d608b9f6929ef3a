package dev.drawbridge.ui;

import dev.drawbridge.analyze.finding.Sentence;
import dev.drawbridge.analyze.finding.Severity;
import dev.drawbridge.analyze.rules.DataCentres;
import dev.drawbridge.catalog.aws.AvailabilityZone;
import dev.drawbridge.draw.Trail;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Node;
import dev.drawbridge.simulate.Aftermath;
import dev.drawbridge.simulate.Effect;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Lets a zone, a server, a gateway or a database fail, and shows what still serves.
final class WhatIfView extends VBox {
  private final Session session;
  private final Texts texts;
  private final ProofText proof;
  private final Inquiry<Failing, Optional<Aftermath>> failures;
  private final ElementField failed;
  private final VBox content = new VBox();

  WhatIfView(
      Session session, Texts texts, Focus focus, Inquiry<Failing, Optional<Aftermath>> failures) {
    this.session = session;
    this.texts = texts;
    this.failures = failures;
    proof = new ProofText(session, texts, focus);
    failed = new ElementField("what-if", "failed", session, texts, this::eligible);
    getStyleClass().add("path");
    setId("what-if");
    content.getStyleClass().add("path-content");
    content.setId("what-if-result");
    ScrollPane scroll = new ScrollPane(content);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    FlowPane bar = new FlowPane(failed);
    bar.getStyleClass().add("path-bar");
    getChildren().addAll(bar, scroll);
    failed.value().addListener((_, _, _) -> ask());
    failures.result().addListener((_, _, _) -> show());
    failures.ends().addListener((_, _, _) -> failed.offer());
    texts.language().addListener((_, _, _) -> show());
    session
        .stateProperty()
        .addListener(
            (_, before, now) -> {
              ElementId chosen = failed.value().get();
              if (before.document() != now.document()
                  && chosen != null
                  && now.document().find(chosen).isEmpty()) {
                set(Failing.NONE);
              }
            });
    show();
  }

  /// Zones in which something stands, and what has interfaces in AWS.
  private SequencedSet<ElementId> eligible() {
    SequencedSet<ElementId> eligible = new LinkedHashSet<>();
    Document document = session.document();
    for (Node node : document.nodes()) {
      if (node.kind().equals(AvailabilityZone.KIND.id())
          || failures.ends().get().contains(node.id()) && !DataCentres.holds(node)) {
        eligible.add(node.id());
      }
    }
    return eligible;
  }

  /// Lets something else fail.
  void set(Failing failing) {
    failed.value().set(failing.element());
  }

  void requestFieldFocus() {
    failed.field().requestFocus();
  }

  private void ask() {
    failures.ask(new Failing(failed.value().get()));
    show();
  }

  /// What the canvas lights up: what is lost, and what is hit besides.
  Trail trail() {
    Inquiry.Result<Failing, Optional<Aftermath>> known = failures.result().get();
    if (known == null || known.answer().isEmpty()) {
      return Trail.NONE;
    }
    Aftermath aftermath = known.answer().get();
    List<ElementId> lost = new ArrayList<>(List.of(aftermath.failed()));
    List<ElementId> hit = new ArrayList<>();
    for (Effect effect : aftermath.effects()) {
      if (effect.state() != Effect.State.SERVING) {
        (effect.state().isLost() ? lost : hit).addAll(effect.component().elements());
      }
    }
    hit.removeAll(lost);
    return new Trail(List.of(), hit, lost.stream().distinct().toList());
  }

  private void show() {
    content.getChildren().clear();
    ElementId chosen = failed.value().get();
    Inquiry.Result<Failing, Optional<Aftermath>> known = failures.result().get();
    if (chosen == null) {
      note("ui.what-if.help");
    } else if (known == null || !known.question().equals(new Failing(chosen))) {
      note("ui.path.checking");
    } else if (known.answer().isEmpty()) {
      note("ui.what-if.nothing");
    } else {
      show(known.document(), known.answer().get());
    }
  }

  private void note(String key) {
    content.getChildren().add(new EmptyState(Glyph.SHIELD, texts, key));
  }

  private void show(Document document, Aftermath aftermath) {
    Aftermath.Outlook outlook = aftermath.outlook();
    Label verdict = new Label(texts.get(words(outlook)), sign(outlook));
    verdict.setId("what-if-verdict");
    verdict.getStyleClass().addAll("path-verdict", style(outlook));
    verdict.setMinWidth(Region.USE_PREF_SIZE);
    String name = Display.name(aftermath.failed(), document, texts.messages());
    Label about = new Label(texts.get("ui.what-if.about", name));
    about.getStyleClass().add("path-about");
    HBox head = new HBox(verdict, about);
    head.getStyleClass().add("path-head");
    head.setAccessibleText(verdict.getText() + ", " + about.getText());
    content.getChildren().add(head);
    aftermath.effects().forEach(this::row);
  }

  private void row(Effect effect) {
    ElementId element =
        effect.component().elements().isEmpty() ? null : effect.component().elements().getFirst();
    String name = effect.component().label().text(texts.messages());
    Label state = new Label(texts.get(words(effect.state())));
    state.getStyleClass().add("path-about");
    HBox line =
        new HBox(
            sign(effect), element == null ? new Label(name) : proof.link(element, name), state);
    line.getStyleClass().add("hop");
    content.getChildren().add(line);
    for (Sentence remark : effect.remarks()) {
      Label text = new Label(remark.text(texts.messages()));
      text.setWrapText(true);
      text.getStyleClass().add("hop-cause");
      content.getChildren().add(ProofText.indented(text));
    }
  }

  private static String words(Aftermath.Outlook outlook) {
    return switch (outlook) {
      case OUTAGE -> "ui.what-if.outage";
      case UNKNOWN -> "ui.what-if.unknown";
      case IMPAIRED -> "ui.what-if.impaired";
      case UNIMPAIRED -> "ui.what-if.unimpaired";
    };
  }

  private static String words(Effect.State state) {
    return switch (state) {
      case GONE -> "ui.what-if.state.gone";
      case CUT_OFF -> "ui.what-if.state.cut-off";
      case BEREFT -> "ui.what-if.state.bereft";
      case UNKNOWN -> "ui.what-if.state.unknown";
      case SHUT_IN -> "ui.what-if.state.shut-in";
      case FAILING_OVER -> "ui.what-if.state.failing-over";
      case FEWER -> "ui.what-if.state.fewer";
      case SERVING -> "ui.what-if.state.serving";
    };
  }

  private static String style(Aftermath.Outlook outlook) {
    return switch (outlook) {
      case OUTAGE -> "blocked";
      case UNKNOWN, IMPAIRED -> "unsure";
      case UNIMPAIRED -> "passes";
    };
  }

  private static Region sign(Aftermath.Outlook outlook) {
    return switch (outlook) {
      case OUTAGE -> IconGraphic.of("blocked", 18);
      case UNKNOWN, IMPAIRED -> SeverityMark.icon(Severity.MEDIUM, 18);
      case UNIMPAIRED -> Glyph.CHECK.node(16);
    };
  }

  private static Region sign(Effect effect) {
    if (effect.state().isLost()) {
      return IconGraphic.of("blocked", 16);
    }
    if (effect.state() != Effect.State.SERVING) {
      return SeverityMark.icon(Severity.MEDIUM, 16);
    }
    Region check = Glyph.CHECK.node(16);
    check.getStyleClass().add("passes");
    return check;
  }
}
