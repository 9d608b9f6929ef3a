package dev.drawbridge.ui;

import dev.drawbridge.analyze.Detour;
import dev.drawbridge.analyze.TrafficPaths;
import dev.drawbridge.analyze.finding.Cause;
import dev.drawbridge.analyze.finding.Hop;
import dev.drawbridge.analyze.finding.Severity;
import dev.drawbridge.analyze.finding.Verdict;
import dev.drawbridge.analyze.rules.Explain;
import dev.drawbridge.catalog.aws.Internet;
import dev.drawbridge.draw.Trail;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Node;
import dev.drawbridge.network.PortRange;
import dev.drawbridge.network.PortSet;
import dev.drawbridge.network.Protocol;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.SequencedSet;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// Asks whether packets get from one element to another, and shows the way hop by hop or all that
/// blocks it.
final class PathView extends VBox {
  private static final int LAST_PORT = 65535;

  private final Session session;
  private final Texts texts;
  private final ProofText proof;
  private final Inquiry<PathQuestion, TrafficPaths.Answer> answers;
  private final ElementField from;
  private final ElementField to;
  private final TextField port = new TextField();
  private final ComboBox<Protocol> protocol = new ComboBox<>();
  private final VBox content = new VBox();
  private final ScrollPane scroll = new ScrollPane(content);
  private boolean setting;

  PathView(
      Session session,
      Texts texts,
      Focus focus,
      Inquiry<PathQuestion, TrafficPaths.Answer> answers) {
    this.session = session;
    this.texts = texts;
    this.answers = answers;
    proof = new ProofText(session, texts, focus);
    from = new ElementField("path", "from", session, texts, this::sources);
    to = new ElementField("path", "to", session, texts, answers.ends()::get);
    getStyleClass().add("path");
    setId("path");
    content.getStyleClass().add("path-content");
    content.setId("path-result");
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().addAll(bar(), scroll);
    from.value().addListener((_, _, _) -> ask());
    to.value().addListener((_, _, _) -> ask());
    port.textProperty().addListener((_, _, _) -> ask());
    protocol.valueProperty().addListener((_, _, _) -> ask());
    answers.result().addListener((_, _, _) -> show());
    answers
        .ends()
        .addListener(
            (_, _, _) -> {
              from.offer();
              to.offer();
            });
    texts.language().addListener((_, _, _) -> show());
    session
        .stateProperty()
        .addListener(
            (_, before, now) -> {
              if (before.document() != now.document()) {
                set(question().in(now.document()));
              }
            });
    show();
  }

  private FlowPane bar() {
    Button swap = new Button(null, Glyph.SWAP.node(16));
    swap.setId("path-swap");
    swap.getStyleClass().addAll("flat", "button-icon", "small");
    swap.accessibleTextProperty().bind(texts.of("ui.path.swap"));
    swap.setTooltip(new Tooltip());
    swap.getTooltip().textProperty().bind(texts.of("ui.path.swap"));
    swap.setOnAction(_ -> set(question().swapped()));
    Label label = new Label();
    label.textProperty().bind(texts.of("ui.path.port"));
    label.setLabelFor(port);
    label.getStyleClass().add("path-label");
    port.setId("path-port");
    port.setPrefColumnCount(5);
    port.promptTextProperty().bind(texts.of("ui.path.port.any"));
    port.accessibleTextProperty().bind(texts.of("ui.path.port"));
    port.accessibleHelpProperty().bind(texts.of("ui.path.port.help"));
    port.setTooltip(new Tooltip());
    port.getTooltip().textProperty().bind(texts.of("ui.path.port.help"));
    protocol.setId("path-protocol");
    protocol.getItems().addAll(Protocol.TCP, Protocol.UDP);
    protocol.setValue(Protocol.TCP);
    protocol.setConverter(new ProtocolNames());
    protocol.accessibleTextProperty().bind(texts.of("ui.path.protocol"));
    HBox ports = new HBox(label, port, protocol);
    ports.getStyleClass().add("element-field");
    FlowPane bar = new FlowPane(from, swap, to, ports);
    bar.getStyleClass().add("path-bar");
    return bar;
  }

  private static final class ProtocolNames extends StringConverter<Protocol> {
    @Override
    public String toString(@Nullable Protocol protocol) {
      return protocol == null ? "" : protocol.equals(Protocol.UDP) ? "UDP" : "TCP";
    }

    @Override
    public Protocol fromString(String text) {
      return text.equals("UDP") ? Protocol.UDP : Protocol.TCP;
    }
  }

  /// What is asked now.
  PathQuestion question() {
    Protocol chosen = protocol.getValue();
    return new PathQuestion(
        from.value().get(),
        to.value().get(),
        chosen == null ? Protocol.TCP : chosen,
        isPort(port.getText()) ? Integer.valueOf(port.getText().strip()) : null);
  }

  /// Asks something else.
  void set(PathQuestion asked) {
    setting = true;
    try {
      from.value().set(asked.from());
      to.value().set(asked.to());
      protocol.setValue(asked.protocol());
      Integer number = asked.port();
      if (!Objects.equals(number, question().port())) {
        port.setText(number == null ? "" : number.toString());
      }
    } finally {
      setting = false;
    }
    ask();
  }

  private void ask() {
    boolean valid = port.getText().isBlank() || isPort(port.getText());
    port.pseudoClassStateChanged(Pseudo.DANGER, !valid);
    if (!setting) {
      answers.ask(valid ? question() : PathQuestion.OPEN);
      show();
    }
  }

  private static boolean isPort(String text) {
    String number = text.strip();
    return number.matches("[0-9]{1,5}")
        && Integer.parseInt(number) > 0
        && Integer.parseInt(number) <= LAST_PORT;
  }

  /// Whatever may be a destination, and the internet.
  private SequencedSet<ElementId> sources() {
    SequencedSet<ElementId> sources = new LinkedHashSet<>();
    session.document().nodes().stream()
        .filter(node -> node.kind().equals(Internet.KIND.id()))
        .map(Node::id)
        .forEach(sources::add);
    sources.addAll(answers.ends().get());
    return sources;
  }

  void requestFieldFocus() {
    (from.value().get() == null ? from : to).field().requestFocus();
  }

  /// What the canvas lights up.
  Trail trail() {
    Inquiry.Result<PathQuestion, TrafficPaths.Answer> known = answers.result().get();
    if (known == null) {
      return Trail.NONE;
    }
    TrafficPaths.Answer answer = known.answer();
    Stream<Cause> blockers =
        Stream.concat(
            answer.blockers().stream(),
            answer.detours().stream()
                .flatMap(detour -> detour.legs().stream())
                .flatMap(leg -> leg.blockers().stream()));
    List<ElementId> stations =
        answer.hops().stream().map(Hop::element).filter(Objects::nonNull).distinct().toList();
    return new Trail(
        stations,
        known.question().ends().toList(),
        blockers.flatMap(cause -> cause.elements().stream()).distinct().toList());
  }

  private void show() {
    content.getChildren().clear();
    Inquiry.Result<PathQuestion, TrafficPaths.Answer> known = answers.result().get();
    PathQuestion asked = question();
    if (!port.getText().isBlank() && asked.port() == null) {
      note("ui.path.port.wrong");
    } else if (asked.from() == null || asked.to() == null) {
      note("ui.path.help");
    } else if (asked.from().equals(asked.to())) {
      note("ui.path.same");
    } else if (known == null || !known.question().equals(asked)) {
      note("ui.path.checking");
    } else {
      show(known);
    }
  }

  private void note(String key) {
    content.getChildren().add(new EmptyState(Glyph.SWAP, texts, key));
  }

  private void show(Inquiry.Result<PathQuestion, TrafficPaths.Answer> known) {
    TrafficPaths.Answer answer = known.answer();
    String about = about(known);
    switch (answer.verdict()) {
      case PROVEN -> {
        boolean partly = !answer.limits().isEmpty();
        verdict(
            texts.get(partly ? "ui.path.partly" : "ui.path.passes"),
            about,
            partly ? "unsure" : "passes",
            Glyph.CHECK.node(16));
        content.getChildren().add(proof.path(answer.hops()));
        section("ui.path.limits", "blocked", answer.limits());
      }
      case REFUTED -> {
        verdict(texts.get("ui.path.blocked"), about, "blocked", IconGraphic.of("blocked", 18));
        refused(answer, known.question());
      }
      case UNKNOWN -> {
        verdict(
            texts.get("ui.path.unknown"), about, "unsure", SeverityMark.icon(Severity.MEDIUM, 18));
        section("ui.path.unknown.inputs", "severity-medium", answer.unknown());
        refused(answer, known.question());
      }
    }
  }

  private String about(Inquiry.Result<PathQuestion, TrafficPaths.Answer> known) {
    PathQuestion asked = known.question();
    Document document = known.document();
    List<String> names =
        asked.ends().map(id -> Display.name(id, document, texts.messages())).toList();
    String traffic =
        asked.port() == null
            ? texts.get("ui.path.any-port", asked.protocol().toString())
            : Explain.traffic(asked.traffic());
    return names.getFirst() + " → " + names.getLast() + " · " + traffic;
  }

  private void verdict(String words, String about, String style, Region sign) {
    Label verdict = new Label(words, sign);
    verdict.setId("path-verdict");
    verdict.getStyleClass().addAll("path-verdict", style);
    verdict.setMinWidth(Region.USE_PREF_SIZE);
    Label question = new Label(about);
    question.getStyleClass().add("path-about");
    HBox line = new HBox(verdict, question);
    line.getStyleClass().add("path-head");
    line.setAccessibleText(words + ", " + about);
    content.getChildren().add(line);
  }

  private void refused(TrafficPaths.Answer answer, PathQuestion asked) {
    if (!answer.open().isEmpty()) {
      elsewhere(answer.open(), asked);
    }
    boolean several = !answer.detours().isEmpty();
    section(several ? "ui.path.directly" : "ui.path.blockers", "blocked", answer.blockers());
    for (Detour detour : answer.detours()) {
      title(texts.get("ui.path.through", chain(detour)));
      for (Detour.Leg leg : detour.legs()) {
        content.getChildren().add(leg(leg));
        for (Cause cause : leg.blockers()) {
          content.getChildren().add(ProofText.indented(proof.blocker(cause)));
        }
        for (Cause cause : leg.unknown()) {
          content.getChildren().add(ProofText.indented(proof.marked("severity-medium", cause)));
        }
      }
    }
  }

  private HBox leg(Detour.Leg leg) {
    Region sign =
        switch (leg.verdict()) {
          case PROVEN -> Glyph.CHECK.node(16);
          case UNKNOWN -> SeverityMark.icon(Severity.MEDIUM, 16);
          case REFUTED -> IconGraphic.of("blocked", 16);
        };
    if (leg.verdict() == Verdict.PROVEN) {
      sign.getStyleClass().add("passes");
    }
    return proof.station(sign, leg.to());
  }

  private String chain(Detour detour) {
    return String.join(
        " → ",
        detour.legs().stream()
            .limit(detour.legs().size() - 1L)
            .map(leg -> leg.to().text(texts.messages()))
            .toList());
  }

  /// Links to the ports on which something would pass, where these are few.
  private void elsewhere(PortSet open, PathQuestion asked) {
    Label label = new Label(texts.get("ui.path.open"));
    FlowPane line = new FlowPane(label);
    line.getStyleClass().add("details-links");
    line.setId("path-open");
    for (PortRange range : open.ranges()) {
      if (range.first() == range.last()) {
        Hyperlink link = new Hyperlink(String.valueOf(range.first()));
        link.setOnAction(_ -> set(asked.withPort(range.first())));
        line.getChildren().add(link);
      } else {
        line.getChildren().add(new Label(range.toString()));
      }
    }
    content.getChildren().add(line);
  }

  private void section(String key, String icon, List<Cause> causes) {
    if (!causes.isEmpty()) {
      title(texts.get(key));
      causes.forEach(cause -> content.getChildren().add(proof.marked(icon, cause)));
    }
  }

  private void title(String text) {
    Label label = new Label(text);
    label.getStyleClass().add("details-title");
    content.getChildren().add(label);
  }
}
