package dev.drawbridge.ui;

import dev.drawbridge.model.ElementId;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.controlsfx.control.textfield.CustomTextField;
import org.jspecify.annotations.Nullable;

/// Finds elements of the design while one types, and goes from one to the next. What it goes to is selected
/// and brought into view; Esc closes it and leaves the selection.
final class FindBar extends HBox {
  /// @param typed for which it was found
  private record Hits(String typed, List<ElementId> ids) {}

  private final Session session;
  private final Texts texts;
  private final Runnable toCanvas;
  private final ExecutorService worker = Live.worker("find");
  private final ElementSearch search = new ElementSearch();
  private final CustomTextField field = new CustomTextField();
  private final Label count = new Label();
  private final Live<Hits> live;
  private volatile String typed = "";

  /// The text for which the first hit was gone to.
  private String shown = "";

  /// @param toCanvas gives the canvas the focus
  FindBar(Session session, Texts texts, Commands commands, Runnable toCanvas) {
    this.session = session;
    this.texts = texts;
    this.toCanvas = toCanvas;
    live =
        new Live<>(
            worker,
            (document, cancelled) -> {
              String wanted = typed;
              return new Hits(
                  wanted,
                  search.find(
                      document, wanted, () -> cancelled.getAsBoolean() || !wanted.equals(typed)));
            });
    getStyleClass().add("find-bar");
    setId("find-bar");
    setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    setVisible(false);
    HBox glyph = new HBox(Glyph.SEARCH.node(14));
    glyph.getStyleClass().add("search-glyph");
    glyph.setAlignment(Pos.CENTER);
    field.setLeft(glyph);
    field.setId("find-field");
    field.promptTextProperty().bind(texts.of("ui.find.prompt"));
    field.accessibleTextProperty().bind(texts.of("ui.find.prompt"));
    count.setId("find-count");
    count.getStyleClass().add("find-count");
    field.accessibleHelpProperty().bind(count.textProperty());
    Button close = button(Glyph.CLOSE, "close", this::close);
    close.accessibleTextProperty().bind(texts.of("ui.dialog.close"));
    getChildren()
        .addAll(
            field,
            count,
            button(Glyph.UP, commands.get("find-previous")),
            button(Glyph.OPENED, commands.get("find-next")),
            close);
    field.textProperty().addListener((_, _, now) -> type(now));
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    live.result().addListener((_, _, _) -> arrived());
    session
        .stateProperty()
        .addListener(
            (_, before, now) -> {
              if (isVisible()) {
                live.follow(now.document());
                if (before.selection() != now.selection()) {
                  tell();
                }
              }
            });
    texts.language().addListener((_, _, _) -> tell());
  }

  private Button button(Glyph glyph, Command command) {
    Button button = button(glyph, command.key(), command::run);
    button.accessibleTextProperty().bind(texts.of(command.nameKey()));
    Tooltip tip = new Tooltip();
    tip.textProperty()
        .bind(
            texts.computed(
                () -> (texts.get(command.nameKey()) + "  " + command.shortcut()).strip(),
                command.keys()));
    button.setTooltip(tip);
    return button;
  }

  private static Button button(Glyph glyph, String id, Runnable action) {
    Button button = new Button(null, glyph.node(14));
    button.setId("find-bar-" + id);
    button.getStyleClass().addAll("flat", "button-icon", "small");
    button.setOnAction(_ -> action.run());
    return button;
  }

  void open() {
    setVisible(true);
    toFront();
    field.requestFocus();
    field.selectAll();
    live.follow(session.document());
    live.refresh();
    tell();
  }

  void close() {
    setVisible(false);
    toCanvas.run();
  }

  /// To the next hit after what is selected, or the previous one before it, round and round; opens where
  /// nothing is looked for yet.
  void step(int direction) {
    if (typed.isBlank() || !isVisible()) {
      open();
      return;
    }
    List<ElementId> hits = hits();
    if (!hits.isEmpty()) {
      int at = current(hits);
      int next = at < 0 ? (direction > 0 ? 0 : hits.size() - 1) : at + direction;
      go(hits.get(Math.floorMod(next, hits.size())));
    }
  }

  /// Nothing is looked for any more.
  void end() {
    live.end();
    worker.shutdownNow();
  }

  /// Whether what is told is true of the text and the document as they are.
  boolean isSettled() {
    Live.Result<Hits> known = live.result().get();
    return known != null && live.isCurrent() && known.value().typed.equals(typed);
  }

  private void key(KeyEvent event) {
    switch (event.getCode()) {
      case ESCAPE -> close();
      case ENTER -> {
        if (isSettled()) {
          step(event.isShiftDown() ? -1 : 1);
        }
      }
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void type(String text) {
    typed = text.strip().toLowerCase(Locale.ROOT);
    if (isVisible()) {
      live.follow(session.document());
      live.refresh();
    }
  }

  private void arrived() {
    Live.Result<Hits> known = live.result().get();
    if (known == null || !isVisible()) {
      return;
    }
    Hits hits = known.value();
    if (hits.typed.equals(typed) && !hits.typed.equals(shown)) {
      shown = hits.typed;
      if (!hits.ids.isEmpty() && current(hits.ids) < 0) {
        go(hits.ids.getFirst());
      }
    }
    tell();
  }

  private List<ElementId> hits() {
    Live.Result<Hits> known = live.result().get();
    return known == null
        ? List.of()
        : known.value().ids.stream().filter(id -> session.document().find(id).isPresent()).toList();
  }

  /// Which of them is selected; -1 for none.
  private int current(List<ElementId> hits) {
    return session.state().selection().single().map(hits::indexOf).orElse(-1);
  }

  private void go(ElementId id) {
    session.update(state -> session.editor().visit(state, id));
  }

  private void tell() {
    @Nullable String text;
    List<ElementId> hits = hits();
    if (typed.isBlank()) {
      text = "";
    } else if (hits.isEmpty()) {
      text = texts.get("ui.find.none");
    } else {
      int at = current(hits);
      text = at < 0 ? texts.get("ui.find.count", hits.size()) : (at + 1) + " / " + hits.size();
    }
    count.setText(text);
    field.pseudoClassStateChanged(Pseudo.DANGER, !typed.isBlank() && hits.isEmpty());
  }
}
