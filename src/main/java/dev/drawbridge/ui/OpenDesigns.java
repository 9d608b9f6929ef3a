package dev.drawbridge.ui;

import dev.drawbridge.model.Document;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The designs that are open in a window, in the order of their tabs. There is always one, and one is in
/// front: that of the [Session].
final class OpenDesigns {
  private final ObservableList<OpenDesign> designs = FXCollections.observableArrayList();
  private final ObservableList<OpenDesign> shown =
      FXCollections.unmodifiableObservableList(designs);
  private final Supplier<OpenDesign> blank;
  private final Session session;
  private Runnable leaving = () -> {};

  /// @param blank makes an empty design
  OpenDesigns(Supplier<OpenDesign> blank) {
    this.blank = blank;
    OpenDesign first = blank.get();
    designs.add(first);
    session = new Session(first);
  }

  Session session() {
    return session;
  }

  ObservableList<OpenDesign> all() {
    return shown;
  }

  /// @param finish is run before another design comes to the front: what is being typed or dragged belongs
  ///     to the one that is there yet
  void onLeaving(Runnable finish) {
    leaving = finish;
  }

  /// The design that is kept in a file.
  Optional<OpenDesign> of(Path real) {
    return designs.stream()
        .filter(
            design -> {
              OpenDesign.Origin origin = design.originProperty().get();
              return origin != null && origin.real().equals(real);
            })
        .findFirst();
  }

  /// Opens a design in front of all others; in place of an empty one that nobody touched.
  OpenDesign open(Document document, OpenDesign.@Nullable Origin from) {
    OpenDesign design = session.design().isUntouched() ? session.design() : add();
    design.open(document, from);
    show(design);
    return design;
  }

  /// Puts a design that was open before behind all others.
  void append(OpenDesign design) {
    designs.add(design);
  }

  /// Another empty design, behind the one in front.
  OpenDesign add() {
    OpenDesign design = blank.get();
    designs.add(designs.indexOf(session.design()) + 1, design);
    return design;
  }

  void show(OpenDesign design) {
    if (design != session.design()) {
      leaving.run();
      session.show(design);
    }
  }

  /// Brings the next tab to the front, round and round.
  void step(int by) {
    int at = designs.indexOf(session.design());
    show(designs.get(Math.floorMod(at + by, designs.size())));
  }

  /// Puts the tabs into another order.
  void arrange(List<OpenDesign> order) {
    if (order.size() == designs.size() && designs.containsAll(order) && !order.equals(designs)) {
      designs.setAll(order);
    }
  }

  /// Takes a design off the desk. Where it was the last one, an empty one takes its place.
  void close(OpenDesign design) {
    int at = designs.indexOf(design);
    if (designs.size() == 1) {
      designs.add(blank.get());
    }
    if (design == session.design()) {
      show(designs.get(at + 1 < designs.size() ? at + 1 : at - 1));
    }
    designs.remove(design);
    design.end();
  }

  /// The window is gone.
  void end() {
    designs.forEach(OpenDesign::end);
  }
}
