package dev.drawbridge.ui;

import dev.drawbridge.catalog.Catalog;
import dev.drawbridge.edit.ChangeSettings;
import dev.drawbridge.edit.Rename;
import dev.drawbridge.editor.EditorState;
import dev.drawbridge.model.Datum;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.Element;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Node;
import dev.drawbridge.model.Settings;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.control.textfield.CustomTextField;
import org.jspecify.annotations.Nullable;

/// What can be said of the selected element, each property in a field of its type; of the design as a
/// whole when nothing is selected.
final class InspectorView extends VBox {
  /// From how many properties on they can be searched.
  private static final int MANY = 8;

  /// The least height of the help below the form, in px.
  private static final double HELP = 104;

  /// Elements of two designs may well go by the same id.
  private record Shown(OpenDesign design, Set<ElementId> elements) {}

  private final Session session;
  private final Texts texts;
  private final ZoneId zone;
  private final Supplier<LocalDate> today;
  private final VBox content = new VBox();
  private final ScrollPane scroll = new ScrollPane(content);
  private final Label helpTitle = new Label();
  private final Label helpText = new Label();
  private final CustomTextField search = new CustomTextField();
  private final Set<String> closed = new HashSet<>();
  private final List<Consumer<Document>> refreshers = new ArrayList<>();
  private Map<String, PropertyEditor> editors = Map.of();
  private InspectorForm form = new InspectorForm(this::explain, closed);
  private @Nullable Shown shown;
  private @Nullable Document shownOf;

  InspectorView(Session session, Texts texts, ZoneId zone, Supplier<LocalDate> today) {
    this.session = session;
    this.texts = texts;
    this.zone = zone;
    this.today = today;
    getStyleClass().add("inspector");
    setId("inspector");
    content.getStyleClass().add("inspector-content");
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFocusTraversable(false);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    helpTitle.getStyleClass().add("help-title");
    helpText.getStyleClass().add("help-text");
    helpText.setWrapText(true);
    VBox help =
        new VBox(helpTitle, helpText) {
          /// A short text takes as much room as most, so that the form does not move about.
          @Override
          protected double computePrefHeight(double width) {
            return Math.max(HELP, super.computePrefHeight(width));
          }
        };
    help.getStyleClass().add("help");
    help.setMinHeight(Region.USE_PREF_SIZE);
    HBox glyph = new HBox(Glyph.SEARCH.node(14));
    glyph.getStyleClass().add("search-glyph");
    glyph.setAlignment(Pos.CENTER);
    search.setLeft(glyph);
    search.setId("inspector-search");
    search.promptTextProperty().bind(texts.of("ui.inspector.search"));
    search.accessibleTextProperty().bind(texts.of("ui.inspector.search"));
    search.textProperty().addListener((_, _, words) -> form.filter(words));
    search.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE && !search.getText().isEmpty()) {
            search.clear();
            event.consume();
          }
        });
    getChildren().addAll(scroll, help);
    session.stateProperty().addListener((_, _, now) -> follow(now));
    texts
        .language()
        .addListener(
            (_, _, _) -> {
              shown = null;
              follow(session.state());
            });
    follow(session.state());
  }

  private void follow(EditorState state) {
    Document document = state.document();
    Shown wanted = new Shown(session.design(), state.selection().ids());
    if (!Objects.equals(wanted, shown)) {
      shown = wanted;
      shownOf = null;
      rebuild(state);
    }
    if (document != shownOf) {
      shownOf = document;
      refreshers.forEach(refresher -> refresher.accept(document));
    }
  }

  private void rebuild(EditorState state) {
    editors = Map.of();
    refreshers.clear();
    search.clear();
    content.getChildren().clear();
    scroll.setVvalue(0);
    form = new InspectorForm(this::explain, closed);
    List<Element> elements =
        state.selection().ids().stream().flatMap(id -> state.document().find(id).stream()).toList();
    if (elements.size() == 1) {
      Element element = elements.getFirst();
      explain(
          Display.kind(element, texts.messages()), optional("kind." + element.kind() + ".help"));
      build(element);
    } else if (elements.isEmpty()) {
      explain(texts.get("ui.inspector.design"), texts.get("ui.inspector.design.help"));
      buildSettings(state.document());
    } else {
      explain(
          texts.get("ui.inspector.several", elements.size()),
          texts.get("ui.inspector.several.help"));
      build(elements);
    }
  }

  private void explain(String title, String text) {
    helpTitle.setText(title);
    helpText.setText(text);
  }

  private String optional(String key) {
    return texts.messages().has(key) ? texts.get(key) : "";
  }

  private About about(List<Element> elements) {
    SequencedSet<ElementId> ids = new LinkedHashSet<>();
    elements.forEach(element -> ids.add(element.id()));
    return new About(session, texts, zone, today, ids);
  }

  /// The properties that several elements have in common.
  private void build(List<Element> elements) {
    Label title = new Label(texts.get("ui.inspector.several", elements.size()));
    title.getStyleClass().add("inspector-name");
    Map<String, Integer> kinds = new LinkedHashMap<>();
    elements.forEach(
        element -> kinds.merge(Display.kind(element, texts.messages()), 1, Integer::sum));
    Label counts =
        new Label(
            kinds.entrySet().stream()
                .map(entry -> entry.getValue() + " × " + entry.getKey())
                .collect(Collectors.joining(", ")));
    counts.getStyleClass().add("faint");
    counts.setWrapText(true);
    content.getChildren().addAll(title, counts);
    properties(elements);
    if (editors.isEmpty()) {
      Label none = new Label(texts.get("ui.inspector.several.none"));
      none.getStyleClass().add("empty-note");
      none.setWrapText(true);
      content.getChildren().add(none);
    }
    content.getChildren().add(form);
  }

  private void properties(List<Element> elements) {
    PropertyFields fields = new PropertyFields(about(elements), form, refreshers);
    fields.build();
    editors = fields.editors();
    if (editors.size() >= MANY) {
      content.getChildren().add(search);
    }
  }

  private void build(Element element) {
    content.getChildren().add(head(element));
    properties(List.of(element));
    if (element instanceof Node node) {
      Surroundings surroundings = new Surroundings(session, texts, form, refreshers);
      if (Catalog.of(node).map(kind -> !kind.spans().isEmpty()).orElse(false)) {
        surroundings.members(node);
      }
      surroundings.place(node);
    }
    content.getChildren().add(form);
  }

  private HBox head(Element element) {
    ElementId id = element.id();
    TextField name = new TextField();
    name.setId("inspector-name");
    name.getStyleClass().add("inspector-name-field");
    name.setPromptText(Display.kind(element, texts.messages()));
    name.setAccessibleText(texts.get("ui.inspector.name"));
    Runnable rename =
        () -> {
          Element now = session.document().find(id).orElse(null);
          if (now != null && !now.name().equals(name.getText().strip())) {
            session.commit(new Rename(id, name.getText()));
          }
        };
    name.setOnAction(_ -> rename.run());
    name.focusedProperty()
        .addListener(
            (_, _, focused) -> {
              if (!focused) {
                rename.run();
              }
            });
    Label kind = new Label(Display.kind(element, texts.messages()));
    kind.getStyleClass().add("faint");
    kind.setWrapText(true);
    VBox titles = new VBox(name, kind);
    titles.getStyleClass().add("inspector-titles");
    PresetButton preset =
        Catalog.of(element)
            .filter(PresetButton::isUseful)
            .map(known -> new PresetButton(known, id, session, texts))
            .orElse(null);
    if (preset != null) {
      titles.getChildren().set(1, preset);
    }
    HBox.setHgrow(titles, Priority.ALWAYS);
    HBox icon = new HBox();
    HBox head = new HBox(icon, titles);
    head.getStyleClass().add("inspector-head");
    refreshers.add(
        document ->
            document
                .find(id)
                .ifPresent(
                    now -> {
                      icon.getChildren().setAll(IconGraphic.of(Display.icon(now), 36));
                      if (!name.isFocused() || !name.getText().equals(now.name())) {
                        name.setText(now.name());
                      }
                      if (preset != null) {
                        preset.show(now);
                      }
                    }));
    return head;
  }

  private void buildSettings(Document start) {
    Label title = new Label(texts.get("ui.inspector.design"));
    title.getStyleClass().add("inspector-name");
    content.getChildren().add(title);
    form.section("properties", texts.get("ui.inspector.properties"));
    setting("title", start, Settings::title, Settings::withTitle);
    for (String key : List.of("project", "environment")) {
      setting(
          key,
          start,
          settings -> settings.text(key, ""),
          (settings, text) -> settings.withProperty(key, Datum.of(text)));
    }
    content.getChildren().add(form);
  }

  private interface SettingChange {
    Settings with(Settings settings, String text);
  }

  private void setting(
      String key, Document start, Function<Settings, String> read, SettingChange write) {
    TextField field = new TextField(read.apply(start.settings()));
    field.setId("setting-" + key);
    Runnable enter =
        () -> {
          Settings now = session.document().settings();
          if (!read.apply(now).equals(field.getText().strip())) {
            session.commit(new ChangeSettings(write.with(now, field.getText().strip())));
          }
        };
    field.setOnAction(_ -> enter.run());
    field
        .focusedProperty()
        .addListener(
            (_, _, focused) -> {
              if (!focused) {
                enter.run();
              }
            });
    refreshers.add(
        document -> {
          if (!field.isFocused()) {
            field.setText(read.apply(document.settings()));
          }
        });
    form.field(
        texts.get("ui.setting." + key + ".name"),
        texts.get("ui.setting." + key + ".help"),
        field,
        field,
        new Region(),
        InspectorForm.error());
  }

  /// Brings a property's field into view and marks it, without taking the focus from where it is.
  void showProperty(String name) {
    editors.forEach(
        (property, editor) ->
            editor.focus().pseudoClassStateChanged(Pseudo.ASKED, property.equals(name)));
    PropertyEditor editor = editors.get(name);
    if (editor != null) {
      search.clear();
      form.reveal(editor.node());
      Platform.runLater(() -> scrollTo(editor.node()));
    }
  }

  private void scrollTo(javafx.scene.Node node) {
    double height = content.getHeight() - scroll.getViewportBounds().getHeight();
    if (height > 0 && node.getScene() != null) {
      double top = content.sceneToLocal(node.localToScene(0, 0)).getY();
      double visible = scroll.getVvalue() * height;
      if (top < visible + 20 || top > visible + scroll.getViewportBounds().getHeight() - 60) {
        scroll.setVvalue(Math.clamp((top - 80) / height, 0, 1));
      }
    }
  }

  /// Brings a property's field into view, marks it and puts the keyboard into it.
  void focusProperty(String name) {
    showProperty(name);
    PropertyEditor editor = editors.get(name);
    if (editor != null) {
      editor.requestFocus();
    }
  }

  void focusName() {
    javafx.scene.Node field = lookup("#inspector-name");
    if (field != null) {
      field.requestFocus();
    }
  }
}
