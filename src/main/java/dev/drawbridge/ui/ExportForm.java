package dev.drawbridge.ui;

import dev.drawbridge.base.Language;
import dev.drawbridge.draw.Theme;
import dev.drawbridge.output.export.PictureOptions;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/// The choices for an exported picture: the same as on the command line.
final class ExportForm extends VBox {
  private static final List<Double> SCALES = List.of(0.25, 0.5, 1.0, 1.5, 2.0, 3.0, 4.0, 6.0, 8.0);
  private static final List<Double> MARGINS = List.of(0.0, 8.0, 16.0, 24.0, 32.0, 48.0, 64.0, 96.0);

  private final Texts texts;
  private final Consumer<ExportChoices> changed;
  private final SegmentedChoice<Dialogs.FileKind> kind = new SegmentedChoice<>(_ -> tell());
  private final SegmentedChoice<Boolean> selection = new SegmentedChoice<>(_ -> tell());
  private final SegmentedChoice<Theme> theme = new SegmentedChoice<>(_ -> tell());
  private final SegmentedChoice<Language> language = new SegmentedChoice<>(_ -> tell());
  private final ComboBox<Double> scale;
  private final ComboBox<Double> margin;
  private final CheckBox transparent;
  private final CheckBox titleBlock;
  private final CheckBox legend;
  private final CheckBox findings;
  private final CheckBox design;
  private boolean ready;

  /// @param first what is chosen to begin with
  /// @param selected whether there is a selection
  /// @param changed told what is chosen whenever it changes
  ExportForm(Texts texts, ExportChoices first, boolean selected, Consumer<ExportChoices> changed) {
    this.texts = texts;
    this.changed = changed;
    PictureOptions options = first.options();
    for (Dialogs.FileKind format : ExportChoices.KINDS) {
      String name = format.extension().toUpperCase(Locale.ROOT);
      kind.add(
          format, "export-" + format.extension(), name, texts.get("ui.file." + format.extension()));
    }
    kind.mark(first.kind());
    add(selection, false, "export-all", "content.all", "content");
    selection
        .add(
            true,
            "export-selection",
            texts.get("ui.export.content.selection"),
            described("content", texts.get("ui.export.content.selection")))
        .setDisable(!selected);
    selection.mark(first.selection() && selected);
    add(theme, Theme.LIGHT, "export-light", "theme.light", "theme");
    add(theme, Theme.DARK, "export-dark", "theme.dark", "theme");
    theme.mark(options.theme());
    for (Language each : Language.values()) {
      String name = texts.get("ui.export.language." + each.tag());
      language.add(each, "export-" + each.tag(), name, described("language", name));
    }
    language.mark(options.language());
    scale = box("scale", SCALES, options.scale(), value -> number(value) + " ×");
    margin = box("margin", MARGINS, options.margin(), value -> number(value) + " px");
    transparent = check("transparent", options.transparent());
    titleBlock = check("title-block", options.titleBlock());
    legend = check("legend", options.legend());
    findings = check("findings", options.findings());
    design = check("design", options.carriesDesign());
    getStyleClass().add("export-form");
    getChildren().addAll(grid(), checks());
    ready = true;
  }

  ExportChoices choices() {
    PictureOptions options =
        new PictureOptions(
            theme.shown() == Theme.DARK ? Theme.DARK : Theme.LIGHT,
            language.shown() == Language.KOREAN ? Language.KOREAN : Language.ENGLISH,
            scale.getValue(),
            transparent.isSelected(),
            margin.getValue(),
            Set.of(),
            titleBlock.isSelected(),
            legend.isSelected(),
            findings.isSelected(),
            design.isSelected());
    Dialogs.FileKind chosen = kind.shown();
    return new ExportChoices(
        chosen == null ? Dialogs.FileKind.PNG : chosen,
        Boolean.TRUE.equals(selection.shown()),
        options);
  }

  void focusFirst() {
    kind.requestFocus();
  }

  private void tell() {
    if (ready) {
      changed.accept(choices());
    }
  }

  private GridPane grid() {
    GridPane grid = new GridPane();
    grid.getStyleClass().add("export-grid");
    row(grid, 0, "format", kind.node());
    row(grid, 1, "content", selection.node());
    row(grid, 2, "scale", scale);
    row(grid, 3, "margin", margin);
    row(grid, 4, "theme", theme.node());
    row(grid, 5, "language", language.node());
    return grid;
  }

  private void row(GridPane grid, int row, String key, Node field) {
    Label label = new Label(texts.get("ui.export." + key));
    label.setLabelFor(field);
    label.setMinWidth(USE_PREF_SIZE);
    grid.addRow(row, label, field);
    GridPane.setHgrow(field, Priority.ALWAYS);
  }

  private VBox checks() {
    List<CheckBox> boxes = List.of(transparent, titleBlock, legend, findings, design);
    VBox checks = new VBox();
    checks.getStyleClass().add("export-checks");
    checks.getChildren().addAll(boxes);
    return checks;
  }

  private CheckBox check(String key, boolean on) {
    CheckBox box = new CheckBox(texts.get("ui.export." + key));
    box.setId("export-" + key);
    box.setSelected(on);
    box.setWrapText(true);
    box.setOnAction(_ -> tell());
    return box;
  }

  private <T> void add(SegmentedChoice<T> choice, T value, String id, String name, String group) {
    String text = texts.get("ui.export." + name);
    choice.add(value, id, text, described(group, text));
  }

  private String described(String group, String name) {
    return texts.get("ui.export." + group) + ": " + name;
  }

  private ComboBox<Double> box(
      String key, List<Double> values, double first, Function<Double, String> name) {
    ComboBox<Double> box = new ComboBox<>();
    box.setId("export-" + key);
    box.getItems().addAll(values);
    box.setMaxWidth(Double.MAX_VALUE);
    box.setAccessibleText(texts.get("ui.export." + key));
    box.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(Double value) {
            return value == null ? "" : name.apply(value);
          }

          @Override
          public Double fromString(String text) {
            throw new UnsupportedOperationException("nothing is typed here");
          }
        });
    if (!values.contains(first)) {
      box.getItems().add(first);
    }
    box.setValue(first);
    box.setOnAction(_ -> tell());
    return box;
  }

  private static String number(double value) {
    return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
  }
}
