package dev.drawbridge.ui;

import dev.drawbridge.editor.Picking;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.Element;
import dev.drawbridge.model.ElementId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.util.StringConverter;
import org.controlsfx.control.textfield.AutoCompletionBinding;
import org.controlsfx.control.textfield.CustomTextField;
import org.controlsfx.control.textfield.TextFields;
import org.jspecify.annotations.Nullable;

/// A field for an element: typed with completion, pointed out on the canvas, or taken from the selection.
final class ElementField extends HBox {
  /// How many suggestions are offered at most; whoever has more types on.
  private static final int SUGGESTIONS = 50;

  /// Something that may be chosen.
  ///
  /// @param detail tells it from others of the same name
  private record Choice(ElementId id, String name, String detail) {
    boolean holds(String word) {
      return (name + " " + detail + " " + id).toLowerCase(Locale.ROOT).contains(word);
    }
  }

  private final Session session;
  private final Texts texts;
  private final ObjectProperty<@Nullable ElementId> value = new SimpleObjectProperty<>();
  private final CustomTextField field = new CustomTextField();
  private final HBox icon = new HBox();
  private final AutoCompletionBinding<Choice> completion;
  private final Supplier<? extends Set<ElementId>> eligible;
  private volatile List<Choice> choices = List.of();
  private volatile String settled = "";
  private boolean picking;
  private boolean listing;

  /// @param view in message keys and ids: `ui.<view>.<key>`, `<view>-<key>`
  /// @param eligible what may be chosen now
  ElementField(
      String view,
      String key,
      Session session,
      Texts texts,
      Supplier<? extends Set<ElementId>> eligible) {
    this.session = session;
    this.texts = texts;
    this.eligible = eligible;
    getStyleClass().add("element-field");
    Label label = new Label();
    label.textProperty().bind(texts.of("ui." + view + "." + key));
    label.setLabelFor(field);
    label.getStyleClass().add("path-label");
    field.setId(view + "-" + key);
    field.setLeft(icon);
    icon.getStyleClass().add("element-icon");
    icon.setAlignment(Pos.CENTER);
    field.promptTextProperty().bind(texts.of("ui.path.choose"));
    field.accessibleTextProperty().bind(texts.of("ui." + view + "." + key));
    field.accessibleHelpProperty().bind(texts.of("ui.path.choose.help"));
    completion =
        TextFields.bindAutoCompletion(
            field, request -> suggestions(request.getUserText()), new Names());
    completion.setDelay(0);
    completion.setVisibleRowCount(8);
    completion.setMinWidth(280);
    completion.setOnAutoCompleted(event -> choose(event.getCompletion().id()));
    getChildren()
        .addAll(
            label,
            field,
            button("pick", field.getId(), Glyph.TARGET, this::pick),
            button("selected", field.getId(), Glyph.POINTER, this::takeSelection));
    listen();
    value.addListener((_, _, _) -> show());
    texts.language().addListener((_, _, _) -> show());
  }

  private void listen() {
    field.setOnAction(_ -> enter());
    field.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.DOWN && !listing && field.getText().equals(settled)) {
            listing = true;
            settled = "";
            completion.setUserInput("");
            event.consume();
          } else if (event.getCode() == KeyCode.ESCAPE) {
            show();
          }
        });
    field
        .focusedProperty()
        .addListener(
            (_, _, focused) -> {
              listing = false;
              if (focused) {
                offer();
                field.selectAll();
              } else {
                enter();
              }
            });
    session
        .stateProperty()
        .addListener(
            (_, _, _) -> {
              if (picking) {
                followPicking();
              }
            });
  }

  private Button button(String what, String of, Glyph glyph, Runnable action) {
    Button button = new Button(null, glyph.node(14));
    button.setId(of + "-" + what);
    button.getStyleClass().addAll("flat", "button-icon", "small");
    Tooltip tip = new Tooltip();
    tip.textProperty().bind(texts.of("ui.path." + what));
    button.setTooltip(tip);
    button.accessibleTextProperty().bind(texts.of("ui.path." + what));
    button.setOnAction(_ -> action.run());
    return button;
  }

  /// The chosen element; null for none.
  ObjectProperty<@Nullable ElementId> value() {
    return value;
  }

  CustomTextField field() {
    return field;
  }

  /// Begins to be typed into: completes what is there now.
  void offer() {
    Document document = session.document();
    List<Choice> offered = new ArrayList<>();
    for (ElementId id : eligible.get()) {
      document.find(id).ifPresent(element -> offered.add(choice(element, document)));
    }
    choices = List.copyOf(offered);
  }

  private Choice choice(Element element, Document document) {
    String name = Display.name(element, document, texts.messages());
    String detail = Display.detail(element, document, texts.messages());
    return new Choice(element.id(), name, detail);
  }

  /// Runs off the FX thread.
  private Collection<Choice> suggestions(String typed) {
    if (typed.equals(settled) && !typed.isEmpty()) {
      return List.of();
    }
    String[] words = typed.toLowerCase(Locale.ROOT).strip().split("\\s+");
    return choices.stream()
        .filter(choice -> List.of(words).stream().allMatch(choice::holds))
        .limit(SUGGESTIONS)
        .toList();
  }

  /// What was typed, as an element: the one of that name, or else the first that it fits.
  private void enter() {
    String typed = field.getText().strip();
    if (typed.equals(settled)) {
      return;
    }
    if (typed.isEmpty()) {
      choose(null);
      return;
    }
    Collection<Choice> fitting = suggestions(typed);
    Optional<Choice> chosen =
        fitting.stream()
            .filter(choice -> choice.name().equalsIgnoreCase(typed))
            .findFirst()
            .or(() -> fitting.stream().findFirst());
    if (chosen.isPresent()) {
      choose(chosen.get().id());
    } else {
      show();
    }
  }

  private void choose(@Nullable ElementId id) {
    if (Objects.equals(id, value.get())) {
      show();
    } else {
      value.set(id);
    }
  }

  private void show() {
    ElementId id = value.get();
    Document document = session.document();
    Element element = id == null ? null : document.find(id).orElse(null);
    listing = false;
    settled = element == null ? "" : Display.name(element, document, texts.messages());
    if (!field.getText().equals(settled)) {
      field.setText(settled);
      field.positionCaret(settled.length());
    }
    icon.getChildren().clear();
    if (element != null) {
      icon.getChildren().add(IconGraphic.of(Display.icon(element), 16));
    }
  }

  /// Lets the next click on the canvas choose.
  private void pick() {
    picking = false;
    session.update(state -> session.editor().begin(state, Picking.among(eligible.get())));
    picking = true;
  }

  private void followPicking() {
    if (!(session.state().tool() instanceof Picking tool)) {
      picking = false;
    } else if (tool.picked() != null) {
      picking = false;
      choose(tool.picked());
      session.update(session.editor()::settled);
    }
  }

  private void takeSelection() {
    Set<ElementId> possible = eligible.get();
    session.state().selection().ids().stream()
        .filter(possible::contains)
        .findFirst()
        .ifPresent(this::choose);
  }

  private static final class Names extends StringConverter<Choice> {
    @Override
    public String toString(@Nullable Choice choice) {
      return choice == null
          ? ""
          : choice.detail().isEmpty() ? choice.name() : choice.name() + "  –  " + choice.detail();
    }

    @Override
    public @Nullable Choice fromString(String text) {
      return null;
    }
  }
}
