package dev.drawbridge.ui;

import dev.drawbridge.base.Point;
import dev.drawbridge.base.Rect;
import dev.drawbridge.catalog.Catalog;
import dev.drawbridge.catalog.Kind;
import dev.drawbridge.edit.Containment;
import dev.drawbridge.edit.Move;
import dev.drawbridge.edit.Reparent;
import dev.drawbridge.edit.Resize;
import dev.drawbridge.edit.SetSpans;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Node;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.SequencedSet;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// The inspector's fields about where a node lies: its container, the subnets that it lies over, its
/// position and size. With them everything that dragging does can be done without.
final class Surroundings {
  private final Session session;
  private final Texts texts;
  private final InspectorForm form;
  private final List<Consumer<Document>> refreshers;

  Surroundings(
      Session session, Texts texts, InspectorForm form, List<Consumer<Document>> refreshers) {
    this.session = session;
    this.texts = texts;
    this.form = form;
    this.refreshers = refreshers;
  }

  /// One check box for each node that this one may lie over.
  void members(Node node) {
    ElementId id = node.id();
    Kind kind = Catalog.of(node).orElseThrow();
    form.section("members", texts.get("ui.inspector.members"));
    VBox boxes = new VBox();
    boxes.getStyleClass().add("members");
    boxes.setId("members");
    form.wide(
        texts.get("ui.inspector.members.name"),
        texts.get("ui.inspector.members.help"),
        boxes,
        boxes,
        new Region(),
        InspectorForm.error());
    refreshers.add(
        document -> {
          List<Node> candidates = candidates(document, id, kind);
          boxes.getChildren().clear();
          if (candidates.isEmpty()) {
            Label none = new Label(texts.get("ui.inspector.members.none"));
            none.getStyleClass().add("faint");
            none.setWrapText(true);
            boxes.getChildren().add(none);
          }
          SequencedSet<ElementId> spans =
              document.findNode(id).map(Node::spans).orElseGet(LinkedHashSet::new);
          for (Node candidate : candidates) {
            boxes.getChildren().add(member(document, id, candidate, spans));
          }
        });
  }

  private static List<Node> candidates(Document document, ElementId id, Kind kind) {
    Node node = document.findNode(id).orElse(null);
    if (node == null) {
      return List.of();
    }
    List<Node> around = document.ancestors(node);
    List<Node> found = new ArrayList<>();
    for (Node candidate : document.nodes()) {
      boolean spannable = kind.spans().contains(candidate.kind());
      boolean shared =
          document.ancestors(candidate).stream()
              .anyMatch(ancestor -> around.contains(ancestor) && !isTop(document, ancestor));
      if (spannable && (shared || node.spans().contains(candidate.id()))) {
        found.add(candidate);
      }
    }
    return found;
  }

  /// A region holds several VPCs; what lies in another VPC is no candidate.
  private static boolean isTop(Document document, Node ancestor) {
    return document.parent(ancestor).isEmpty();
  }

  private CheckBox member(
      Document document, ElementId id, Node candidate, SequencedSet<ElementId> spans) {
    String zone =
        document.parent(candidate).map(parent -> " · " + zone(document, parent)).orElse("");
    CheckBox box = new CheckBox(Display.name(candidate, document, texts.messages()) + zone);
    box.setSelected(spans.contains(candidate.id()));
    box.selectedProperty()
        .addListener(
            (_, _, on) -> {
              SequencedSet<ElementId> changed = new LinkedHashSet<>(spans);
              if (on) {
                changed.add(candidate.id());
              } else {
                changed.remove(candidate.id());
              }
              session.commit(new SetSpans(id, changed));
            });
    return box;
  }

  /// A zone is told from its neighbour by its letter.
  private String zone(Document document, Node zone) {
    String name = Display.name(zone, document, texts.messages());
    String detail = Catalog.of(zone).map(kind -> kind.detail(zone)).orElse("");
    return zone.name().isEmpty() ? name : (name + " " + detail).strip();
  }

  /// The container, and position and size within it.
  void place(Node node) {
    ElementId id = node.id();
    form.section("place", texts.get("ui.inspector.place"));
    container(id);
    boolean sized = !Containment.isDocked(node);
    HBox position =
        new HBox(
            number(id, "x", Rect::x, (bounds, value) -> value - bounds.x(), true),
            number(id, "y", Rect::y, (bounds, value) -> value - bounds.y(), false));
    position.getStyleClass().add("number-pair");
    form.field(
        texts.get("ui.inspector.position"),
        texts.get("ui.inspector.position.help"),
        position,
        position.getChildren().getFirst(),
        new Region(),
        InspectorForm.error());
    if (sized) {
      HBox size = new HBox(length(id, true), length(id, false));
      size.getStyleClass().add("number-pair");
      form.field(
          texts.get("ui.inspector.size"),
          texts.get("ui.inspector.size.help"),
          size,
          size.getChildren().getFirst(),
          new Region(),
          InspectorForm.error());
    }
  }

  private record Holder(@Nullable ElementId id) {}

  private void container(ElementId id) {
    ComboBox<Holder> box = new ComboBox<>();
    box.setId("inspector-container");
    box.setMaxWidth(Double.MAX_VALUE);
    box.setMinWidth(60);
    box.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(@Nullable Holder holder) {
            return holder == null
                ? ""
                : holder.id() == null
                    ? texts.get("ui.inspector.container.top")
                    : Display.name(holder.id(), session.document(), texts.messages());
          }

          @Override
          public @Nullable Holder fromString(String text) {
            return null;
          }
        });
    boolean[] showing = {false};
    refreshers.add(
        document ->
            document
                .findNode(id)
                .ifPresent(
                    node -> {
                      showing[0] = true;
                      List<Holder> holders = new ArrayList<>();
                      if (node.parent() == null
                          || Containment.refusal(document, node, null).isEmpty()) {
                        holders.add(new Holder(null));
                      }
                      for (Node other : document.nodes()) {
                        boolean container = Catalog.of(other).map(Kind::isContainer).orElse(false);
                        if (other.id().equals(node.parent())
                            || container
                                && Containment.refusal(document, node, other.id()).isEmpty()) {
                          holders.add(new Holder(other.id()));
                        }
                      }
                      box.getItems().setAll(holders);
                      box.setValue(new Holder(node.parent()));
                      showing[0] = false;
                    }));
    box.valueProperty()
        .addListener(
            (_, _, holder) -> {
              Node now = session.document().findNode(id).orElse(null);
              if (!showing[0]
                  && holder != null
                  && now != null
                  && !Objects.equals(now.parent(), holder.id())) {
                session.commit(new Reparent(set(id), holder.id(), into(now, holder.id())));
              }
            });
    form.field(
        texts.get("ui.inspector.container"),
        texts.get("ui.inspector.container.help"),
        box,
        box,
        new Region(),
        InspectorForm.error());
  }

  /// By how much the node must move to lie inside the container.
  private Point into(Node node, @Nullable ElementId container) {
    Document document = session.document();
    Rect own = document.absoluteBounds(node);
    if (container == null) {
      return Point.ORIGIN;
    }
    Rect room = Containment.inner(document.absoluteBounds(document.node(container)));
    return room.contains(own) ? Point.ORIGIN : room.topLeft().minus(own.topLeft());
  }

  private interface Shift {
    double by(Rect bounds, double value);
  }

  private TextField number(
      ElementId id, String key, ToDoubleFunction<Rect> read, Shift shift, boolean horizontal) {
    return field(
        id,
        texts.get("ui.inspector." + key),
        read,
        value -> {
          Rect bounds = session.document().node(id).bounds();
          double by = shift.by(bounds, value);
          if (by != 0) {
            session.commit(Move.of(id, horizontal ? by : 0, horizontal ? 0 : by));
          }
        });
  }

  private TextField length(ElementId id, boolean horizontal) {
    return field(
        id,
        texts.get(horizontal ? "ui.inspector.width" : "ui.inspector.height"),
        horizontal ? Rect::width : Rect::height,
        value -> {
          Rect b = session.document().node(id).bounds();
          double length = Math.max(Containment.SMALLEST, value);
          Rect wanted =
              new Rect(
                  b.x(), b.y(), horizontal ? length : b.width(), horizontal ? b.height() : length);
          if (!wanted.equals(b)) {
            session.commit(new Resize(id, wanted));
          }
        });
  }

  private TextField field(
      ElementId id, String name, ToDoubleFunction<Rect> read, Consumer<Double> write) {
    TextField field = new TextField();
    field.setPrefColumnCount(4);
    field.setAccessibleText(name);
    field.setPromptText(name);
    HBox.setHgrow(field, Priority.ALWAYS);
    Consumer<Document> show =
        document ->
            document
                .findNode(id)
                .ifPresent(node -> field.setText(whole(read.applyAsDouble(node.bounds()))));
    Runnable enter =
        () -> {
          if (session.document().findNode(id).isEmpty()) {
            return;
          }
          try {
            double value = Double.parseDouble(field.getText().strip());
            if (Double.isFinite(value) && Math.abs(value) <= 1e6) {
              write.accept(value);
            }
          } catch (NumberFormatException e) {
            // Not a number: the field goes back to what holds.
          }
          show.accept(session.document());
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
    refreshers.add(show);
    return field;
  }

  private static String whole(double value) {
    return String.valueOf(Math.round(value));
  }

  private static SequencedSet<ElementId> set(ElementId id) {
    return new LinkedHashSet<>(List.of(id));
  }
}
