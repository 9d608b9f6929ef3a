package dev.drawbridge.editor;

import dev.drawbridge.base.Messages;
import dev.drawbridge.base.Point;
import dev.drawbridge.base.Rect;
import dev.drawbridge.base.Size;
import dev.drawbridge.catalog.Kind;
import dev.drawbridge.draw.Mark;
import dev.drawbridge.draw.Picture;
import dev.drawbridge.draw.font.FontFace;
import dev.drawbridge.draw.font.TextMetrics;
import dev.drawbridge.draw.shape.Outline;
import dev.drawbridge.draw.shape.Stroke;
import dev.drawbridge.edit.Refusal;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Node;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What lies over the design while it is edited and is never exported: selection, handles, ports, guides,
/// the rubber band, the container that will take a drop. In px of the viewport.
public final class Overlay {
  /// The colours of one theme, ARGB.
  ///
  /// @param accent of selection and acceptance
  /// @param danger of refusal
  /// @param guide of lines that show alignment
  /// @param paper of the inside of handles
  /// @param onAccent of text on accent and danger
  public record Tints(int accent, int danger, int guide, int paper, int onAccent) {
    public static final Tints LIGHT =
        new Tints(0xff0969da, 0xffcf222e, 0xffbf3989, 0xffffffff, 0xffffffff);
    public static final Tints DARK =
        new Tints(0xff58a6ff, 0xffff7b72, 0xfff778ba, 0xff0d1117, 0xff0d1117);

    int faint(int colour, int alpha) {
      return colour & 0xffffff | alpha << 24;
    }
  }

  /// Where more than so many are selected, what lies in another is not outlined, nor are lines: nothing could be seen
  /// for outlines.
  private static final int MANY = 100;

  private static final double HANDLE = 8;
  private static final double PORT = 5;
  private static final double GAP_TICK = 4;
  private static final TextMetrics LABEL = new TextMetrics(FontFace.SEMIBOLD, 12);
  private static final TextMetrics GAP_LABEL = new TextMetrics(FontFace.SEMIBOLD, 10);

  private final EditorState state;
  private final EditorView view;
  private final Tints tints;
  private final Messages messages;
  private final List<Mark> marks = new ArrayList<>();

  private Overlay(EditorState state, EditorView view, Tints tints, Messages messages) {
    this.state = state;
    this.view = view;
    this.tints = tints;
    this.messages = messages;
  }

  public static Picture of(EditorState state, EditorView view, Tints tints, Messages messages) {
    Overlay overlay = new Overlay(state, view, tints, messages);
    overlay.entered();
    overlay.selection();
    overlay.tool();
    Size viewport = view.viewport();
    Rect all = new Rect(0, 0, viewport.width(), viewport.height());
    return new Picture(all, 0, new Mark.Group("overlay", "", all, overlay.marks));
  }

  /// What lies around the container that was entered is dimmed.
  private void entered() {
    ElementId entered = state.entered();
    Rect inside = entered == null ? null : bounds(entered);
    if (inside == null) {
      return;
    }
    Rect at = view.camera().toScreen(inside);
    double width = view.viewport().width();
    double height = view.viewport().height();
    double left = Math.clamp(at.x(), 0, width);
    double right = Math.clamp(at.right(), 0, width);
    double top = Math.clamp(at.y(), 0, height);
    double bottom = Math.clamp(at.bottom(), 0, height);
    dim(new Rect(0, 0, width, top));
    dim(new Rect(0, bottom, width, height - bottom));
    dim(new Rect(0, top, left, bottom - top));
    dim(new Rect(right, top, width - right, bottom - top));
    outline(at.grow(1), tints.faint(tints.accent(), 0xa0), 1.5, 0);
  }

  private void dim(Rect area) {
    if (area.width() > 0 && area.height() > 0) {
      marks.add(new Mark.Box(area, 0, tints.faint(tints.paper(), 0x8c), null));
    }
  }

  private void selection() {
    Document shown = state.shown();
    Rect seen = new Rect(0, 0, view.viewport().width(), view.viewport().height()).grow(4);
    boolean many = state.selection().ids().size() > MANY;
    for (ElementId id : state.selection().ids()) {
      Node node = shown.findNode(id).orElse(null);
      if (many && (node == null || isWithinSelection(node))) {
        continue;
      }
      if (node != null) {
        Rect at = view.camera().toScreen(shown.absoluteBounds(node)).grow(2);
        if (at.intersects(seen)) {
          outline(at, tints.accent(), 2, 0);
        }
      } else if (!state.isPreviewing()) {
        line(view.scene().route(id), Stroke.solid(tints.faint(tints.accent(), 0x70), 5));
      }
    }
    if (state.tool().isBusy()) {
      return;
    }
    Node single = state.selection().single().flatMap(shown::findNode).orElse(null);
    if (single != null && !single.locked() && !HitTest.isDocked(single)) {
      Rect at = view.camera().toScreen(shown.absoluteBounds(single)).grow(2);
      for (Handle handle : Handle.values()) {
        if (handle.isCorner()) {
          Point corner = handle.on(at);
          Rect square = new Rect(corner.x() - HANDLE / 2, corner.y() - HANDLE / 2, HANDLE, HANDLE);
          marks.add(new Mark.Box(square, 2, tints.paper(), Stroke.solid(tints.accent(), 1.5)));
        }
      }
    }
  }

  private boolean isWithinSelection(Node node) {
    ElementId parent = node.parent();
    return parent != null && state.selection().contains(parent);
  }

  private void tool() {
    switch (state.tool()) {
      case Idle(ElementId hovered) -> ports(hovered);
      case Moving moving -> {
        guides(moving.guides());
        target(moving.target(), bounds(moving.grabbed()));
      }
      case Resizing resizing -> guides(resizing.guides());
      case Brushing brushing ->
          marks.add(
              new Mark.Box(
                  view.camera().toScreen(brushing.area()),
                  0,
                  tints.faint(tints.accent(), 0x1c),
                  Stroke.solid(tints.accent(), 1)));
      case Connecting connecting -> connecting(connecting);
      case Placing placing -> placing(placing);
      case Picking(var _, ElementId over, var _) -> {
        Rect at = over == null ? null : bounds(over);
        if (at != null) {
          outline(view.camera().toScreen(at).grow(3), tints.accent(), 2, 0x18);
        }
      }
      case Offering(var _, ElementId source, Point at) -> {
        Rect from = bounds(source);
        if (from != null) {
          arrow(from, at, tints.accent());
        }
      }
      case Pointing _, Bending _, Panning _, Surrounding _, EditingLabel _ -> {}
    }
  }

  private void ports(@Nullable ElementId hovered) {
    Node node = hovered == null ? null : state.shown().findNode(hovered).orElse(null);
    if (node == null) {
      return;
    }
    Rect at = view.camera().toScreen(state.shown().absoluteBounds(node));
    if (!state.selection().contains(node.id())) {
      outline(at.grow(1), tints.faint(tints.accent(), 0x90), 1, 0);
    }
    if (at.width() < 24) {
      return; // there would be no room between the ports
    }
    for (Side side : Side.values()) {
      circle(side.of(at, HitTest.PORT_DISTANCE), PORT, tints.paper(), tints.accent());
    }
  }

  private void connecting(Connecting connecting) {
    ElementId target = connecting.target();
    Rect over = target == null ? null : bounds(target);
    boolean allowed = connecting.isAllowed(view.document());
    boolean same = target != null && target.equals(connecting.source());
    if (over != null && !same) {
      outline(
          view.camera().toScreen(over).grow(3), allowed ? tints.accent() : tints.danger(), 2, 0x18);
    }
    ElementId origin = connecting.source();
    Rect from = origin == null ? null : bounds(origin);
    if (origin == null || from == null) {
      return;
    }
    if (connecting.now() == null) {
      outline(view.camera().toScreen(from).grow(2), tints.accent(), 2, 0);
      return;
    }
    Point end = view.camera().toScreen(connecting.now());
    arrow(
        from,
        connecting.now(),
        over != null && !same && !allowed ? tints.danger() : tints.accent());
    if (target != null && over != null && !same && !allowed) {
      Node a = view.document().node(origin);
      Node b = view.document().node(target);
      bubble(new Notice.NoConnection(a.kind(), b.kind()).text(messages), end, tints.danger());
    }
  }

  /// An arrow that is not there yet, in document coordinates.
  private void arrow(Rect from, Point to, int colour) {
    Rect source = view.camera().toScreen(from);
    Point end = view.camera().toScreen(to);
    outline(source.grow(2), tints.accent(), 2, 0);
    Outline.Builder way = Outline.builder();
    Point start = border(source, end);
    way.moveTo(start.x(), start.y());
    way.lineTo(end.x(), end.y());
    marks.add(
        new Mark.Path(way.build(), 0, new Stroke(colour, 2, List.of(6.0, 4.0), Stroke.Cap.ROUND)));
    circle(end, 4, colour, colour);
  }

  private void placing(Placing placing) {
    Rect ghost = placing.ghost();
    if (ghost == null) {
      return;
    }
    guides(placing.guides());
    Rect at = view.camera().toScreen(ghost);
    List<Kind> needed = placing.needs(view);
    if (!needed.isEmpty()) {
      outline(at, tints.accent(), 1.5, 0x14);
      bubble(Notice.needs(placing.kind(), needed).text(messages), at.center(), tints.accent());
      return;
    }
    if (placing.target().isRefused()) {
      outline(at, tints.danger(), 1.5, 0x14);
    }
    target(placing.target(), ghost);
  }

  private void target(DropTarget target, @Nullable Rect dragged) {
    Refusal refusal = target.refusal();
    int colour = refusal == null ? tints.accent() : tints.danger();
    ElementId container = target.container();
    if (container != null) {
      Node node = state.shown().findNode(container).orElse(null);
      if (node != null) {
        Rect at = view.camera().toScreen(state.shown().absoluteBounds(node));
        outline(at.grow(3), colour, 3, 0x12);
        if (refusal == null) {
          badge(name(node), at, colour);
        }
      }
    }
    if (refusal != null && dragged != null) {
      bubble(refusal.text(messages), view.camera().toScreen(dragged).center(), colour);
    }
  }

  private String name(Node node) {
    String key = "kind." + node.kind() + ".name";
    String kind = messages.has(key) ? messages.text(key) : node.kind();
    return node.name().isEmpty() ? kind : node.name();
  }

  private void guides(List<Guide> guides) {
    Stroke stroke = Stroke.solid(tints.guide(), 1);
    for (Guide guide : guides) {
      if (guide.gap()) {
        gap(guide, stroke);
        continue;
      }
      Point a = screen(guide.vertical(), guide.at(), guide.from());
      Point b = screen(guide.vertical(), guide.at(), guide.to());
      double over = 12;
      double dx = guide.vertical() ? 0 : over;
      double dy = guide.vertical() ? over : 0;
      Outline.Builder way = Outline.builder();
      way.moveTo(crisp(a.x() - dx), crisp(a.y() - dy));
      way.lineTo(crisp(b.x() + dx), crisp(b.y() + dy));
      marks.add(new Mark.Path(way.build(), 0, stroke));
    }
  }

  private static double crisp(double at) {
    return Math.floor(at) + 0.5;
  }

  /// A line from edge to edge with a tick at both ends, and how long it is.
  private void gap(Guide guide, Stroke stroke) {
    boolean vertical = guide.vertical();
    Point a = screen(vertical, guide.at(), guide.from());
    Point b = screen(vertical, guide.at(), guide.to());
    double dx = vertical ? GAP_TICK : 0;
    double dy = vertical ? 0 : GAP_TICK;
    Outline.Builder way = Outline.builder();
    way.moveTo(crisp(a.x()), crisp(a.y()));
    way.lineTo(crisp(b.x()), crisp(b.y()));
    for (Point end : List.of(a, b)) {
      way.moveTo(crisp(end.x() - dx), crisp(end.y() - dy));
      way.lineTo(crisp(end.x() + dx), crisp(end.y() + dy));
    }
    marks.add(new Mark.Path(way.build(), 0, stroke));
    String length = String.valueOf(Math.round(guide.to() - guide.from()));
    double width = GAP_LABEL.width(length) + 8;
    Point middle = a.plus(b).times(0.5);
    double x = vertical ? middle.x() + 6 : middle.x() - width / 2;
    double y = vertical ? middle.y() - 8 : middle.y() + 6;
    marks.add(new Mark.Box(new Rect(x, y, width, 16), 4, tints.guide(), null));
    double baseline = y + 8 + GAP_LABEL.centring();
    marks.add(Mark.Text.of(length, x + 4, baseline, GAP_LABEL, tints.onAccent()));
  }

  private Point screen(boolean vertical, double at, double along) {
    return view.camera().toScreen(vertical ? new Point(at, along) : new Point(along, at));
  }

  private @Nullable Rect bounds(ElementId id) {
    Document shown = state.shown();
    return shown.findNode(id).map(shown::absoluteBounds).orElse(null);
  }

  private void outline(Rect at, int colour, double width, int fillAlpha) {
    int fill = fillAlpha == 0 ? 0 : tints.faint(colour, fillAlpha);
    marks.add(new Mark.Box(at, 4, fill, Stroke.solid(colour, width)));
  }

  private void circle(Point centre, double radius, int fill, int colour) {
    Outline shape = Outline.builder().circle(centre.x(), centre.y(), radius).build();
    marks.add(new Mark.Path(shape, fill, Stroke.solid(colour, 1.5)));
  }

  private void line(List<Point> route, Stroke stroke) {
    if (route.size() < 2) {
      return;
    }
    Outline.Builder way = Outline.builder();
    Point first = view.camera().toScreen(route.getFirst());
    way.moveTo(first.x(), first.y());
    for (Point corner : route.subList(1, route.size())) {
      Point next = view.camera().toScreen(corner);
      way.lineTo(next.x(), next.y());
    }
    marks.add(new Mark.Path(way.build(), 0, stroke));
  }

  /// A tab on the container's top edge that says its name.
  private void badge(String text, Rect at, int colour) {
    String shown = LABEL.ellipsis(text, 280);
    double width = LABEL.width(shown) + 16;
    double x = Math.max(4, at.x() - 3);
    double y = Math.max(4, at.y() - 25);
    marks.add(new Mark.Box(new Rect(x, y, width, 22), 5, colour, null));
    double baseline = y + 11 + LABEL.centring();
    marks.add(Mark.Text.of(shown, x + 8, baseline, LABEL, tints.onAccent()));
  }

  /// Text below the pointer, kept inside the viewport.
  private void bubble(String text, Point at, int colour) {
    List<String> lines = LABEL.wrap(text, 320, 3);
    double width = lines.stream().mapToDouble(LABEL::width).max().orElse(0) + 20;
    double height = lines.size() * 17 + 12;
    Size viewport = view.viewport();
    double x = Math.clamp(at.x() - width / 2, 8, Math.max(8, viewport.width() - width - 8));
    double y = Math.clamp(at.y() + 22, 8, Math.max(8, viewport.height() - height - 8));
    marks.add(new Mark.Box(new Rect(x, y, width, height), 6, colour, null));
    double baseline = y + 6 + 8.5 + LABEL.centring();
    for (String line : lines) {
      marks.add(Mark.Text.of(line, x + 10, baseline, LABEL, tints.onAccent()));
      baseline += 17;
    }
  }

  /// Where the straight way from the middle of the rectangle to the point leaves it.
  private static Point border(Rect rect, Point to) {
    Point centre = rect.center();
    Point way = to.minus(centre);
    double x = way.x() == 0 ? Double.MAX_VALUE : rect.width() / 2 / Math.abs(way.x());
    double y = way.y() == 0 ? Double.MAX_VALUE : rect.height() / 2 / Math.abs(way.y());
    return centre.plus(way.times(Math.min(1, Math.min(x, y))));
  }
}
