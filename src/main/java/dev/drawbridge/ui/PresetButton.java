package dev.drawbridge.ui;

import dev.drawbridge.catalog.Kind;
import dev.drawbridge.catalog.Preset;
import dev.drawbridge.edit.Edit;
import dev.drawbridge.edit.Sequence;
import dev.drawbridge.edit.SetProperty;
import dev.drawbridge.model.Element;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Fields;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;

/// The presets of a kind, to make an element what another one of them would have been: a public load
/// balancer an internal one, in one step.
final class PresetButton extends MenuButton {
  private final Kind kind;
  private final Texts texts;

  PresetButton(Kind kind, ElementId id, Session session, Texts texts) {
    this.kind = kind;
    this.texts = texts;
    setId("inspector-preset");
    getStyleClass().addAll("flat", "small", "preset");
    setAccessibleHelp(texts.get("ui.inspector.preset.help"));
    for (Preset preset : kind.presets()) {
      MenuItem item = new MenuItem(Display.preset(preset, texts.messages()));
      item.setOnAction(_ -> session.commit(edit(id, kind, preset)));
      getItems().add(item);
    }
  }

  /// Whether there is anything to choose from.
  static boolean isUseful(Kind kind) {
    return kind.presets().size() > 1;
  }

  void show(Element element) {
    String name =
        current(kind, element)
            .map(preset -> Display.preset(preset, texts.messages()))
            .orElse(texts.get("ui.inspector.preset.own"));
    setText(name);
    setAccessibleText(texts.get("ui.inspector.preset") + ": " + name);
  }

  /// The properties that any of the presets decides.
  private static SequencedSet<String> decided(Kind kind) {
    SequencedSet<String> names = new LinkedHashSet<>();
    kind.presets().forEach(preset -> names.addAll(names(preset.properties(), kind)));
    return names;
  }

  private static List<String> names(Fields fields, Kind kind) {
    return kind.properties().stream()
        .map(dev.drawbridge.catalog.Property::name)
        .filter(name -> fields.get(name) != null)
        .toList();
  }

  /// The preset that the element is like.
  static Optional<Preset> current(Kind kind, Element element) {
    return kind.presets().stream()
        .filter(
            preset ->
                decided(kind).stream()
                    .flatMap(name -> kind.property(name).stream())
                    .allMatch(
                        property ->
                            PropertyEditor.datum(property, preset.properties())
                                .equals(PropertyEditor.datum(property, element.properties()))))
        .findFirst();
  }

  /// What makes an element like the preset; what no preset decides stays.
  static Edit edit(ElementId id, Kind kind, Preset preset) {
    List<Edit> edits = new ArrayList<>();
    for (String name : decided(kind)) {
      edits.add(SetProperty.of(id, name, preset.properties().get(name)));
    }
    return new Sequence("edit.preset.name", edits);
  }
}
