package dev.drawbridge.ui;

import dev.drawbridge.catalog.AddressBlock;
import dev.drawbridge.catalog.AddressPlan;
import dev.drawbridge.catalog.Catalog;
import dev.drawbridge.catalog.Kind;
import dev.drawbridge.catalog.Property;
import dev.drawbridge.catalog.aws.DataCentre;
import dev.drawbridge.model.Datum;
import dev.drawbridge.model.Element;
import dev.drawbridge.model.Fields;
import dev.drawbridge.model.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// A block of addresses: what it holds, and, where it is a place's own, what is still free around it.
final class AddressEditor extends PropertyEditor {
  private final About about;
  private final Texts texts;
  private final Ears ears;
  private final LineEditor line;
  private final ComboBox<Integer> size = new ComboBox<>();
  private final Button next = new Button();
  private final Label range = new Label();
  private final AddressBar bar = new AddressBar();
  private final Label room = new Label();
  private final VBox box;
  private @Nullable AddressPlan plan;
  private @Nullable String wrong;
  private boolean showing;

  AddressEditor(Property<?> property, About about, Ears ears) {
    super(property, ears.commit());
    this.about = about;
    this.texts = about.texts();
    this.ears = ears;
    line =
        new LineEditor(
            property,
            texts,
            new Ears(
                ears.commit(),
                text -> {
                  wrong = text;
                  judge();
                }));
    size.setId("address-size");
    size.setAccessibleText(texts.get("ui.inspector.address.size"));
    size.setTooltip(new Tooltip(texts.get("ui.inspector.address.size")));
    size.setConverter(new Sizes());
    size.valueProperty().addListener((_, _, _) -> offer());
    size.setMinWidth(84);
    next.setId("address-next");
    next.getStyleClass().add("address-next");
    next.setMaxWidth(Double.MAX_VALUE);
    next.setOnAction(_ -> free().ifPresent(block -> commit(Datum.of(block.toString()))));
    HBox.setHgrow(next, Priority.ALWAYS);
    range.getStyleClass().add("faint");
    range.setId("address-range");
    range.setWrapText(true);
    room.getStyleClass().add("faint");
    room.setId("address-room");
    room.setWrapText(true);
    HBox offer = new HBox(size, next);
    offer.getStyleClass().add("address-offer");
    boolean own = place().isPresent();
    box = own ? new VBox(line.node(), range, offer, bar, room) : new VBox(line.node(), range);
    box.getStyleClass().add("address");
  }

  @Override
  javafx.scene.Node node() {
    return box;
  }

  @Override
  javafx.scene.Node focus() {
    return line.focus();
  }

  @Override
  boolean isWide() {
    return true;
  }

  /// The place whose own block this is.
  private Optional<Node> place() {
    Element element = about.single().orElse(null);
    return element instanceof Node node
            && Catalog.of(node)
                .flatMap(Kind::addresses)
                .filter(own -> own.name().equals(property().name()))
                .isPresent()
        ? Optional.of(node)
        : Optional.empty();
  }

  @Override
  void show(Fields fields) {
    plan = place().map(node -> AddressPlan.around(about.session().document(), node)).orElse(null);
    line.show(fields);
    offerSizes();
    judge();
  }

  @Override
  void showMixed() {
    plan = null;
    line.showMixed();
    judge();
  }

  private Optional<AddressBlock> typed() {
    return line.entered() instanceof Datum.Text(String text)
        ? AddressBlock.parse(text)
        : Optional.empty();
  }

  private void offerSizes() {
    AddressPlan now = plan;
    if (now == null) {
      return;
    }
    int widest = now.pools().stream().mapToInt(AddressBlock::prefix).min().orElse(0);
    List<Integer> sizes =
        IntStream.rangeClosed(
                Math.max(AddressBlock.WIDEST, now.holder() == null ? 0 : widest + 1),
                AddressBlock.NARROWEST)
            .boxed()
            .toList();
    int wanted = typed().map(AddressBlock::prefix).orElse(Math.min(28, Math.max(24, widest + 4)));
    showing = true;
    if (!size.getItems().equals(sizes)) {
      size.getItems().setAll(sizes);
    }
    size.setValue(sizes.contains(wanted) ? Integer.valueOf(wanted) : null);
    showing = false;
    offer();
  }

  private Optional<AddressBlock> free() {
    Integer wanted = size.getValue();
    AddressPlan now = plan;
    if (now == null || wanted == null) {
      return Optional.empty();
    }
    // Of the size that it has it could well keep its block, so another one is meant.
    AddressBlock own = typed().filter(block -> block.prefix() == wanted).orElse(null);
    return now.free(wanted, own);
  }

  private void offer() {
    if (!showing) {
      Optional<AddressBlock> free = free();
      next.setDisable(free.isEmpty());
      next.setText(
          free.map(block -> texts.get("ui.inspector.address.next", block.toString()))
              .orElse(texts.get("ui.inspector.address.full")));
    }
  }

  private void judge() {
    Optional<AddressBlock> block = typed();
    AddressPlan now = plan;
    String complaint = wrong != null ? wrong : block.map(this::complaint).orElse(null);
    line.focus().pseudoClassStateChanged(Pseudo.DANGER, complaint != null);
    ears.complain().accept(complaint);
    range.setText(block.map(one -> range(one, now != null && isOfAws())).orElse(""));
    range.setVisible(block.isPresent());
    range.setManaged(block.isPresent());
    boolean bounded = now != null && now.holder() != null && !now.pools().isEmpty();
    bar.setVisible(bounded);
    bar.setManaged(bounded);
    room.setVisible(bounded);
    room.setManaged(bounded);
    if (now != null && bounded) {
      draw(now, block.orElse(null));
    }
  }

  private String range(AddressBlock block, boolean subnet) {
    String count = count(subnet ? block.usable() : block.size());
    return texts.get(
        subnet ? "ui.inspector.address.usable" : "ui.inspector.address.range",
        block.firstText(),
        block.lastText(),
        count);
  }

  /// Whether AWS says how wide it may be and keeps some of its addresses: in a data centre it does not.
  private boolean isOfAws() {
    return !property().equals(DataCentre.CIDR);
  }

  private static String count(long addresses) {
    return String.format(Locale.ROOT, "%,d", addresses);
  }

  /// What is wrong with a block for this place; null for nothing.
  private @Nullable String complaint(AddressBlock block) {
    AddressPlan now = plan;
    if (now == null) {
      return null;
    }
    if (isOfAws()
        && (block.prefix() < AddressBlock.WIDEST || block.prefix() > AddressBlock.NARROWEST)) {
      return texts.get(
          "ui.inspector.address.prefix",
          String.valueOf(AddressBlock.WIDEST),
          String.valueOf(AddressBlock.NARROWEST));
    }
    Node holder = now.holder();
    if (holder != null && !now.pools().isEmpty() && !now.holds(block)) {
      return texts.get(
          "ui.inspector.address.outside", now.pools().getFirst().toString(), name(holder));
    }
    return now.overlapping(block).stream()
        .findFirst()
        .map(
            other ->
                texts.get(
                    "ui.inspector.address.overlap", other.block().toString(), name(other.node())))
        .orElse(null);
  }

  private String name(Node node) {
    return Display.name(node, about.session().document(), texts.messages());
  }

  private void draw(AddressPlan now, @Nullable AddressBlock own) {
    List<AddressBar.Part> parts = new ArrayList<>();
    for (AddressPlan.Taken taken : now.taken()) {
      parts.add(
          new AddressBar.Part(taken.block(), "taken", taken.block() + "  " + name(taken.node())));
    }
    if (own != null) {
      String style = now.overlapping(own).isEmpty() ? "own" : "clash";
      parts.add(new AddressBar.Part(own, style, own.toString()));
    }
    AddressBlock pool = now.pools().getFirst();
    long left = now.unused() - (own == null || !now.overlapping(own).isEmpty() ? 0 : own.size());
    String text =
        texts.get(
            "ui.inspector.address.room",
            pool.toString(),
            now.taken().size(),
            count(Math.max(0, left)));
    bar.show(pool, parts, text);
    room.setText(text);
  }

  /// A size as its prefix and what a subnet of it has.
  private static final class Sizes extends StringConverter<Integer> {
    @Override
    public String toString(@Nullable Integer prefix) {
      return prefix == null ? "" : "/" + prefix;
    }

    @Override
    public @Nullable Integer fromString(String text) {
      return null;
    }
  }
}
