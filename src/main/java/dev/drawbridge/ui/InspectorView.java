package dev.drawbridge.ui;

import dev.drawbridge.catalog.Catalog;
import dev.drawbridge.catalog.Kind;
import dev.drawbridge.catalog.Property;
import dev.drawbridge.edit.ChangeSettings;
import dev.drawbridge.edit.Rename;
import dev.drawbridge.edit.SetProperty;
import dev.drawbridge.editor.EditorState;
import dev.drawbridge.model.Datum;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.Element;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Node;
import dev.drawbridge.model.Settings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What can be said of the selected element, each property in a field of its type; of the design as a
/// whole when nothing is selected.
final class InspectorView extends VBox {
  private final Session session;
  private final Texts texts;
  private final VBox content = new VBox();
  private final ScrollPane scroll = new ScrollPane(content);
  private final Label helpTitle = new Label();
  private final Label helpText = new Label();
  private final Map<String, PropertyEditor> editors = new LinkedHashMap<>();
  private final List<Consumer<Document>> refreshers = new ArrayList<>();
  private @Nullable Object shown;
  private @Nullable Document shownOf;

  InspectorView(Session session, Texts texts) {
    this.session = session;
    this.texts = texts;
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
    VBox help = new VBox(helpTitle, helpText);
    help.getStyleClass().add("help");
    help.setMinHeight(Region.USE_PREF_SIZE);
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
    Object wanted = wanted(state);
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

  /// What decides which fields there are.
  private static Object wanted(EditorState state) {
    if (state.selection().ids().size() > 1) {
      return state.selection().ids().size();
    }
    ElementId id = state.selection().single().orElse(null);
    return id == null ? "" : id;
  }

  private void rebuild(EditorState state) {
    editors.clear();
    refreshers.clear();
    content.getChildren().clear();
    Element element = state.selection().single().flatMap(state.document()::find).orElse(null);
    if (element != null) {
      explain(
          Display.kind(element, texts.messages()), optional("kind." + element.kind() + ".help"));
      build(element);
    } else if (state.selection().isEmpty()) {
      explain(texts.get("ui.inspector.design"), texts.get("ui.inspector.design.help"));
      buildSettings(state.document());
    } else {
      int count = state.selection().ids().size();
      explain(texts.get("ui.inspector.several", count), texts.get("ui.inspector.several.help"));
      Label label = new Label(texts.get("ui.inspector.several", count));
      label.getStyleClass().add("inspector-name");
      content.getChildren().add(label);
    }
  }

  private void explain(String title, String text) {
    helpTitle.setText(title);
    helpText.setText(text);
  }

  private String optional(String key) {
    return texts.messages().has(key) ? texts.get(key) : "";
  }

  private void build(Element element) {
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
    VBox titles = new VBox(name, kind);
    titles.getStyleClass().add("inspector-titles");
    HBox.setHgrow(titles, Priority.ALWAYS);
    HBox icon = new HBox();
    HBox head = new HBox(icon, titles);
    head.getStyleClass().add("inspector-head");
    content.getChildren().add(head);
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
                    }));
    InspectorForm form = new InspectorForm(this::explain);
    Kind known = Catalog.of(element).orElse(null);
    if (known != null && !known.properties().isEmpty()) {
      form.section(texts.get("ui.inspector.properties"));
      known.properties().forEach(property -> add(form, id, property));
    }
    if (element instanceof Node node) {
      Surroundings surroundings = new Surroundings(session, texts, form, refreshers);
      if (known != null && !known.spans().isEmpty()) {
        surroundings.members(node);
      }
      surroundings.place(node);
    }
    content.getChildren().add(form);
  }

  private void add(InspectorForm form, ElementId id, Property<?> property) {
    String name = optional("property." + property.name() + ".name");
    String help = optional("property." + property.name() + ".help");
    Label error = InspectorForm.error();
    PropertyEditor editor =
        PropertyEditor.of(
            property,
            texts,
            datum -> session.commit(SetProperty.of(id, property.name(), datum)),
            text -> InspectorForm.complain(error, text));
    editor.focus().setId("property-" + property.name());
    editors.put(property.name(), editor);
    Button reset = new Button(null, Glyph.RESET.node(12));
    reset.getStyleClass().addAll("flat", "button-icon", "small", "field-reset");
    reset.setTooltip(new Tooltip(texts.get("ui.inspector.reset")));
    reset.setAccessibleText(texts.get("ui.inspector.reset") + ": " + name);
    reset.setOnAction(_ -> session.commit(SetProperty.of(id, property.name(), (Datum) null)));
    if (editor.isWide()) {
      form.wide(name, help, editor.node(), reset);
    } else {
      form.field(name, help, editor.node(), editor.focus(), reset, error);
    }
    refreshers.add(
        document ->
            document
                .find(id)
                .ifPresent(
                    now -> {
                      editor.show(now.properties());
                      reset.setVisible(now.properties().get(property.name()) != null);
                    }));
  }

  private void buildSettings(Document start) {
    Label title = new Label(texts.get("ui.inspector.design"));
    title.getStyleClass().add("inspector-name");
    content.getChildren().add(title);
    InspectorForm form = new InspectorForm(this::explain);
    form.section(texts.get("ui.inspector.properties"));
    setting(form, "title", start, Settings::title, Settings::withTitle);
    for (String key : List.of("project", "environment")) {
      setting(
          form,
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
      InspectorForm form,
      String key,
      Document start,
      Function<Settings, String> read,
      SettingChange write) {
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
      editor.focus().requestFocus();
    }
  }

  void focusName() {
    javafx.scene.Node field = lookup("#inspector-name");
    if (field != null) {
      field.requestFocus();
    }
  }
}
