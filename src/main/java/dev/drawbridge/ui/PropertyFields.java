package dev.drawbridge.ui;

import dev.drawbridge.catalog.Catalog;
import dev.drawbridge.catalog.Kind;
import dev.drawbridge.catalog.Property;
import dev.drawbridge.catalog.PropertyType;
import dev.drawbridge.catalog.Section;
import dev.drawbridge.edit.SetProperty;
import dev.drawbridge.model.Datum;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.Element;
import dev.drawbridge.model.Fields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/// The inspector's fields for the properties that all selected elements have, in the sections of their
/// kind: each with a mark where it is not the default, and the way back.
final class PropertyFields {
  private final About about;
  private final Texts texts;
  private final InspectorForm form;
  private final List<Consumer<Document>> refreshers;
  private final Map<String, PropertyEditor> editors = new LinkedHashMap<>();

  PropertyFields(About about, InspectorForm form, List<Consumer<Document>> refreshers) {
    this.about = about;
    this.texts = about.texts();
    this.form = form;
    this.refreshers = refreshers;
  }

  /// The editors by the names of their properties.
  Map<String, PropertyEditor> editors() {
    return editors;
  }

  void build() {
    List<Element> elements = about.elements();
    Kind first = elements.isEmpty() ? null : Catalog.of(elements.getFirst()).orElse(null);
    if (first == null) {
      return;
    }
    Set<Kind> kinds = new LinkedHashSet<>();
    for (Element element : elements) {
      Kind kind = Catalog.of(element).orElse(null);
      if (kind == null) {
        return;
      }
      kinds.add(kind);
    }
    for (Section section : first.sections()) {
      List<Property<?>> shared =
          section.properties().stream()
              .filter(property -> kinds.stream().allMatch(kind -> has(kind, property)))
              .toList();
      if (!shared.isEmpty()) {
        String key = section.key().isEmpty() ? "properties" : section.key();
        form.section(
            key,
            section.key().isEmpty()
                ? texts.get("ui.inspector.properties")
                : texts.get("section." + section.key() + ".name"));
        shared.forEach(this::add);
      }
    }
  }

  private static boolean has(Kind kind, Property<?> property) {
    return kind.property(property.name())
        .filter(other -> isAlike(other.type(), property.type()))
        .isPresent();
  }

  /// Whether one editor does for both.
  private static boolean isAlike(PropertyType<?> one, PropertyType<?> other) {
    return switch (one) {
      case PropertyType.Shaped(String shape, var pattern) ->
          other instanceof PropertyType.Shaped(String same, var like)
              && shape.equals(same)
              && pattern.pattern().equals(like.pattern());
      case PropertyType.Rows(List<Property<?>> columns) ->
          other instanceof PropertyType.Rows(List<Property<?>> others) && columns.equals(others);
      case PropertyType.Text _,
          PropertyType.Whole _,
          PropertyType.Flag _,
          PropertyType.Choice<?> _ ->
          one.equals(other);
    };
  }

  private void add(Property<?> property) {
    String name = texts.get("property." + property.name() + ".name");
    String help = texts.get("property." + property.name() + ".help");
    Label error = InspectorForm.error();
    PropertyEditor editor =
        PropertyEditor.of(
            property,
            about,
            new PropertyEditor.Ears(
                datum -> set(property, datum), text -> InspectorForm.complain(error, text)));
    editor.focus().setId("property-" + property.name());
    editors.put(property.name(), editor);
    Label mixed = new Label(texts.get("ui.inspector.mixed"));
    mixed.getStyleClass().add("mixed");
    Button reset = reset(property, name);
    HBox beside = new HBox(mixed, reset);
    beside.getStyleClass().add("field-beside");
    String explanation = explanation(property, help);
    Label label =
        editor.isWide()
            ? form.wide(name, explanation, editor.node(), editor.focus(), beside, error)
            : form.field(name, explanation, editor.node(), editor.focus(), beside, error);
    refreshers.add(_ -> refresh(property, editor, label, mixed, reset));
  }

  private void set(Property<?> property, @Nullable Datum datum) {
    about.session().commit(new SetProperty(about.ids(), property.name(), datum));
  }

  private Button reset(Property<?> property, String name) {
    Button reset = new Button(null, Glyph.RESET.node(12));
    reset.setId("reset-" + property.name());
    reset.getStyleClass().addAll("flat", "button-icon", "small", "field-reset");
    reset.setTooltip(new Tooltip(texts.get("ui.inspector.reset")));
    reset.setAccessibleText(texts.get("ui.inspector.reset") + ": " + name);
    reset.setOnAction(_ -> set(property, null));
    return reset;
  }

  private void refresh(
      Property<?> property, PropertyEditor editor, Label label, Label mixed, Button reset) {
    List<Element> elements = about.elements();
    if (elements.isEmpty()) {
      return;
    }
    List<Datum> values = new ArrayList<>();
    boolean changed = false;
    for (Element element : elements) {
      Property<?> own =
          Catalog.of(element).flatMap(kind -> kind.property(property.name())).orElse(property);
      Datum value = PropertyEditor.datum(own, element.properties());
      values.add(value);
      changed |= !value.equals(PropertyEditor.datum(own, Fields.NONE));
    }
    boolean differs = values.stream().distinct().count() > 1;
    if (differs) {
      editor.showMixed();
    } else {
      editor.show(elements.getFirst().properties().with(property.name(), values.getFirst()));
    }
    // A place has no addresses of its own until somebody chooses some: there is no way back to
    // none.
    boolean marks = changed && !isAddresses(property, elements.getFirst());
    label.pseudoClassStateChanged(Pseudo.CHANGED, marks);
    show(mixed, differs);
    show(reset, marks);
  }

  private static boolean isAddresses(Property<?> property, Element element) {
    return Catalog.of(element).flatMap(Kind::addresses).filter(own -> own == property).isPresent();
  }

  private static void show(javafx.scene.Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }

  /// Why it matters, what it is by itself, and what it may be.
  private String explanation(Property<?> property, String help) {
    StringBuilder text = new StringBuilder(help);
    String fallback =
        switch (property.type()) {
          case PropertyType.Flag _ ->
              texts.get(
                  PropertyEditor.datum(property, Fields.NONE).equals(Datum.of(true))
                      ? "ui.inspector.on"
                      : "ui.inspector.off");
          case PropertyType.Choice<?> _ ->
              PropertyEditor.name(property, typed(property), texts.messages());
          case PropertyType.Whole(int _, int _, String unit) ->
              (typed(property) + " " + unit).strip();
          case PropertyType.Text _, PropertyType.Shaped _ -> typed(property);
          case PropertyType.Rows _ -> "";
        };
    if (!fallback.isEmpty()) {
      text.append("\n").append(texts.get("ui.inspector.default", fallback));
    }
    if (property.type() instanceof PropertyType.Whole(int minimum, int maximum, String unit)) {
      text.append(fallback.isEmpty() ? "\n" : " · ")
          .append(
              texts
                  .get("ui.inspector.range", String.valueOf(minimum), String.valueOf(maximum), unit)
                  .strip());
    }
    return text.toString();
  }

  private static String typed(Property<?> property) {
    return PropertyEditor.text(PropertyEditor.datum(property, Fields.NONE));
  }
}
