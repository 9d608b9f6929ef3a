package dev.drawbridge.ui;

import dev.drawbridge.catalog.AddressBlock;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

/// A bar for a block of addresses: which parts of it are taken, and where the own block lies.
final class AddressBar extends Region {
  /// In px; what is smaller would not be seen.
  private static final double LEAST = 3;

  /// A part of the bar.
  ///
  /// @param style `taken`, `own` or `clash`
  record Part(AddressBlock block, String style, String text) {}

  private final List<Part> parts = new ArrayList<>();
  private AddressBlock whole = new AddressBlock(0, 0);

  AddressBar() {
    getStyleClass().add("address-bar");
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
  }

  /// @param all later ones lie over earlier ones
  void show(AddressBlock pool, List<Part> all, String text) {
    whole = pool;
    parts.clear();
    getChildren().clear();
    for (Part part : all) {
      if (part.block().overlaps(pool)) {
        Region region = new Region();
        region.getStyleClass().addAll("address-part", part.style());
        Tooltip.install(region, new Tooltip(part.text()));
        parts.add(part);
        getChildren().add(region);
      }
    }
    setAccessibleText(text);
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    double left = snappedLeftInset();
    double width = getWidth() - left - snappedRightInset();
    double top = snappedTopInset();
    double height = getHeight() - top - snappedBottomInset();
    for (int i = 0; i < parts.size(); i++) {
      AddressBlock block = parts.get(i).block();
      double from = Math.max(0, (double) (block.first() - whole.first()) / whole.size());
      double to = Math.min(1, (double) (block.end() - whole.first()) / whole.size());
      double x = Math.round(from * width);
      // A hair of free space tells neighbours apart.
      double length = Math.max(LEAST, Math.round(to * width) - x - 1);
      getChildren().get(i).resizeRelocate(left + Math.min(x, width - LEAST), top, length, height);
    }
  }
}
