package dev.drawbridge.ui;

import dev.drawbridge.catalog.Property;
import dev.drawbridge.catalog.Shares;
import dev.drawbridge.edit.Edit;
import dev.drawbridge.edit.Sequence;
import dev.drawbridge.edit.SetProperty;
import dev.drawbridge.model.Connector;
import dev.drawbridge.model.Datum;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The weight of an arrow among those that share with it: the number itself, a bar with everybody's
/// share, and a percentage for each, all of which change together in one step.
final class ShareEditor extends PropertyEditor {
  private static final Property<Integer> PERCENT =
      Property.whole("percent", 0, Shares.WHOLE, "%", 0);

  private final About about;
  private final Texts texts;
  private final LineEditor line;
  private final ShareBar bar = new ShareBar(this::set);
  private final VBox rows = new VBox();
  private final List<LineEditor> fields = new ArrayList<>();
  private final Label note = new Label();
  private final Button even = new Button();
  private final VBox split;
  private final VBox box;

  ShareEditor(Property<?> property, About about, Ears ears) {
    super(property, ears.commit());
    this.about = about;
    this.texts = about.texts();
    line = new LineEditor(property, texts, ears);
    rows.getStyleClass().add("share-rows");
    note.setId("share-note");
    note.getStyleClass().add("faint");
    note.setWrapText(true);
    even.setText(texts.get("ui.inspector.share.even"));
    even.setId("share-even");
    even.getStyleClass().addAll("flat", "small");
    even.setOnAction(_ -> shares().ifPresent(shares -> set(shares.even())));
    bar.setId("share-bar");
    split = new VBox(bar, rows, even);
    split.getStyleClass().add("share");
    box = new VBox(line.node(), note, split);
    box.getStyleClass().add("share");
  }

  @Override
  Node node() {
    return box;
  }

  @Override
  Node focus() {
    return line.focus();
  }

  @Override
  boolean isWide() {
    return true;
  }

  @Override
  void showMixed() {
    line.showMixed();
  }

  private Optional<Shares> shares() {
    return about.single().orElse(null) instanceof Connector arrow
        ? Shares.of(about.session().document(), arrow)
        : Optional.empty();
  }

  @Override
  void show(Fields values) {
    line.show(values);
    Shares shares = shares().orElse(null);
    boolean several = shares != null && shares.arrows().size() > 1;
    split.setVisible(several);
    split.setManaged(several);
    note.setText(note(shares));
    note.setVisible(!note.getText().isEmpty());
    note.setManaged(note.isVisible());
    if (shares != null && several) {
      show(shares);
    }
  }

  private String note(@Nullable Shares shares) {
    if (shares == null) {
      return texts.get("ui.inspector.share.none");
    }
    if (shares.total() == 0) {
      return texts.get("ui.inspector.share.nobody");
    }
    if (shares.arrows().size() == 1) {
      return texts.get("ui.inspector.share.all");
    }
    return "";
  }

  private void show(Shares shares) {
    Document document = about.session().document();
    List<String> names =
        shares.arrows().stream()
            .map(arrow -> Display.name(arrow.target(), document, texts.messages()))
            .toList();
    List<Integer> percents = shares.percents();
    List<String> told = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      told.add(names.get(i) + " " + percents.get(i) + " %");
    }
    bar.show(shares, names, String.join(", ", told));
    if (fields.size() != names.size()) {
      fields.clear();
      rows.getChildren().clear();
      for (int i = 0; i < names.size(); i++) {
        rows.getChildren().add(row(i));
      }
    }
    for (int i = 0; i < names.size(); i++) {
      Connector arrow = shares.arrows().get(i);
      Label name = (Label) rows.getChildren().get(i).lookup(".share-name");
      Label idle = (Label) rows.getChildren().get(i).lookup(".share-idle");
      name.setText(names.get(i));
      name.pseudoClassStateChanged(Pseudo.MARKED, about.ids().contains(arrow.id()));
      boolean nothing = percents.get(i) == 0;
      idle.setVisible(nothing);
      idle.setManaged(nothing);
      LineEditor field = fields.get(i);
      field.focus().setAccessibleText(texts.get("ui.inspector.share.of", names.get(i)));
      field.show(Fields.NONE.with(PERCENT.name(), Datum.of((long) percents.get(i))));
    }
  }

  private HBox row(int index) {
    Region swatch = new Region();
    swatch.getStyleClass().addAll("share-swatch", "share-" + index % ShareBar.COLOURS);
    Label name = new Label();
    name.getStyleClass().add("share-name");
    name.setWrapText(true);
    Label idle = new Label(texts.get("ui.inspector.share.nothing"));
    idle.getStyleClass().addAll("share-idle", "faint");
    idle.setWrapText(true);
    VBox told = new VBox(name, idle);
    told.getStyleClass().add("share-told");
    HBox.setHgrow(told, Priority.ALWAYS);
    LineEditor field =
        new LineEditor(
            PERCENT,
            texts,
            new Ears(
                datum ->
                    PERCENT
                        .type()
                        .read(datum)
                        .ifPresent(
                            percent -> shares().ifPresent(now -> set(now.giving(index, percent)))),
                _ -> {}));
    field.focus().setId("share-" + index);
    field.field().setPrefWidth(92);
    field.field().setMinWidth(92);
    fields.add(field);
    HBox row = new HBox(swatch, told, field.node());
    row.getStyleClass().add("share-row");
    return row;
  }

  private void set(List<Integer> weights) {
    Shares shares = shares().orElse(null);
    if (shares == null) {
      return;
    }
    List<Edit> edits = new ArrayList<>();
    for (int i = 0; i < weights.size(); i++) {
      Connector arrow = shares.arrows().get(i);
      if (!shares.weight().of(arrow).equals(weights.get(i))) {
        edits.add(SetProperty.of(arrow.id(), shares.weight(), weights.get(i)));
      }
    }
    about.session().commit(new Sequence("edit.split.name", edits));
  }
}
