package dev.drawbridge.ui;

import dev.drawbridge.analyze.Mending;
import dev.drawbridge.analyze.Review;
import dev.drawbridge.analyze.RuleText;
import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Fix;
import dev.drawbridge.analyze.policy.Suppression;
import dev.drawbridge.model.ElementId;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Everything known of one finding: what is wrong, the way the packet takes hop by hop or what blocks it,
/// why it matters, and what would mend it.
final class ProblemDetails extends ScrollPane {
  private final Session session;
  private final Texts texts;
  private final ProblemActions actions;
  private final Consumer<PolicyWindow.Part> policy;
  private final Services.Explanations explanations;
  private final ProofText proof;
  private final VBox content = new VBox();

  ProblemDetails(
      Session session,
      Texts texts,
      Services.Explanations explanations,
      ProblemActions actions,
      Focus focus,
      Consumer<PolicyWindow.Part> policy) {
    this.session = session;
    this.texts = texts;
    this.explanations = explanations;
    this.actions = actions;
    this.policy = policy;
    proof = new ProofText(session, texts, focus);
    getStyleClass().add("problem-details");
    setId("problem-details");
    setFitToWidth(true);
    setFocusTraversable(false);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    content.getStyleClass().add("details");
    setContent(content);
  }

  /// @param all what else was found, for those of the same kind
  void show(Review.@Nullable Judged judged, List<Finding> all) {
    content.getChildren().clear();
    setVvalue(0);
    if (judged == null) {
      content.getChildren().add(new EmptyState(Glyph.POINTER, texts, "ui.problems.details.choose"));
      return;
    }
    Finding finding = judged.finding();
    Label rule = new Label(finding.rule());
    rule.getStyleClass().add("rule-id");
    HBox head = new HBox(SeverityMark.named(finding.severity(), texts), rule, Menus.spring());
    head.getChildren()
        .add(button("copy-problem", "ui.problems.copy", Glyph.COPY, () -> actions.copy(finding)));
    if (!judged.isSuppressed()) {
      head.getChildren()
          .add(
              button(
                  "suppress",
                  "ui.problems.suppress",
                  Glyph.MUTED,
                  () -> actions.suppress(finding)));
    }
    head.getStyleClass().add("details-head");
    Label text = new Label(finding.text(texts.messages()));
    text.setWrapText(true);
    text.getStyleClass().add("details-text");
    content.getChildren().addAll(head, text);
    elements(finding);
    judged.suppression().ifPresent(this::accepted);
    fixes(finding, all);
    policy(finding);
    path(finding);
    blockers(finding);
    explanations.of(finding.rule(), texts.language().get()).ifPresent(this::explain);
  }

  /// The rule's own words, each part under its heading.
  private void explain(RuleText text) {
    for (RuleText.Section section : text.sections()) {
      Label heading = new Label(section.heading());
      heading.getStyleClass().add("details-title");
      content.getChildren().addAll(heading, new MarkdownText(section.body()));
    }
  }

  private void title(String key) {
    Label label = new Label(texts.get(key));
    label.getStyleClass().add("details-title");
    content.getChildren().add(label);
  }

  private void elements(Finding finding) {
    if (finding.elements().isEmpty()) {
      return;
    }
    FlowPane links = new FlowPane();
    links.getStyleClass().add("details-links");
    for (ElementId id : finding.elements()) {
      links
          .getChildren()
          .add(proof.link(id, Display.name(id, session.document(), texts.messages())));
    }
    content.getChildren().add(links);
  }

  private void path(Finding finding) {
    if (!finding.path().isEmpty()) {
      title("ui.problems.path");
      VBox hops = proof.path(finding.path());
      hops.setId("problem-path");
      content.getChildren().add(hops);
    }
  }

  private void blockers(Finding finding) {
    if (!finding.blockers().isEmpty()) {
      title("ui.problems.blockers");
      finding.blockers().forEach(cause -> content.getChildren().add(proof.blocker(cause)));
    }
  }

  private void fixes(Finding finding, List<Finding> all) {
    if (finding.fixes().isEmpty()) {
      return;
    }
    title("ui.problems.fixes");
    for (Fix fix : finding.fixes()) {
      Button button = new Button(fix.text(texts.messages()), Glyph.FIX.node(14));
      button.getStyleClass().add("accent");
      button.setWrapText(true);
      button.setOnAction(_ -> session.commit(fix.edit()));
      content.getChildren().add(button);
    }
    Mending.Kind kind = Mending.Kind.of(finding).orElseThrow();
    long same = all.stream().filter(kind::holds).count();
    if (same > 1) {
      Button every =
          new Button(texts.get("ui.problems.fix-all", same, finding.rule()), Glyph.FIX.node(14));
      every.setId("fix-all");
      every.setWrapText(true);
      every.disableProperty().bind(actions.progress().isNotNull());
      every.setOnAction(_ -> actions.fixAll(finding));
      content.getChildren().add(every);
    }
  }

  /// To the part of the policy that a finding is about, if it is about one.
  private void policy(Finding finding) {
    PolicyWindow.@Nullable Part part =
        switch (finding.rule()) {
          case "DMZ-028" -> PolicyWindow.Part.ZONES;
          case "SUP-001", "SUP-002" -> PolicyWindow.Part.SUPPRESSIONS;
          default -> null;
        };
    if (part != null) {
      Button open = new Button(texts.get("ui.policy.open"), Glyph.SHIELD.node(14));
      open.setId("open-policy");
      open.setOnAction(_ -> policy.accept(part));
      content.getChildren().add(open);
    }
  }

  /// Why and until when somebody accepts it.
  private void accepted(Suppression suppression) {
    Label label =
        new Label(
            texts.get(
                "ui.problems.accepted", suppression.expires().toString(), suppression.reason()));
    label.setWrapText(true);
    label.getStyleClass().add("accepted");
    Button end = new Button(texts.get("ui.problems.unsuppress"));
    end.setId("unsuppress");
    end.setOnAction(_ -> actions.unsuppress(suppression));
    content.getChildren().addAll(label, end);
  }

  private Button button(String id, String key, Glyph glyph, Runnable action) {
    Button button = new Button(null, glyph.node(15));
    button.setId(id);
    button.getStyleClass().addAll("flat", "button-icon", "small");
    button.setAccessibleText(texts.get(key));
    button.setTooltip(new Tooltip(texts.get(key)));
    button.setOnAction(_ -> action.run());
    return button;
  }

  static Button fixButton(Fix fix, Session session, Texts texts) {
    Button button = new Button(texts.get("ui.problems.fix"), Glyph.FIX.node(12));
    button.getStyleClass().addAll("small", "quick-fix");
    button.setMinWidth(USE_PREF_SIZE);
    button.setTooltip(new Tooltip(fix.text(texts.messages())));
    button.setAccessibleText(fix.text(texts.messages()));
    button.setFocusTraversable(false);
    button.setOnAction(_ -> session.commit(fix.edit()));
    return button;
  }
}
