package dev.drawbridge.ui;

import dev.drawbridge.base.Point;
import dev.drawbridge.base.Rect;
import dev.drawbridge.draw.Chunks;
import dev.drawbridge.draw.Look;
import dev.drawbridge.draw.Painter;
import dev.drawbridge.draw.Picture;
import dev.drawbridge.draw.Preview;
import dev.drawbridge.draw.Routes;
import dev.drawbridge.draw.Shift;
import dev.drawbridge.editor.EditorState;
import dev.drawbridge.model.Connector;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.ElementId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// What the canvas shows of a document, and the lines of its connectors. A large document is painted off
/// the FX thread; until that is done, and while a gesture goes on, only what differs from the picture
/// before is painted anew: what must be seen at once in the same frame, the rest when the hand rests.
final class Pictures {
  /// So many elements are painted within a frame.
  private static final int AT_ONCE = 120;

  /// A difference of more elements takes longer than a frame.
  private static final int DIFFERENCE = 300;

  /// How long of a frame lines may be led, in nanoseconds; beyond it they are led roughly.
  private static final long LEADING = 4_000_000;

  /// So long after the last move the hand is taken to rest.
  private static final Duration REST = Duration.millis(50);

  /// What to draw.
  ///
  /// @param over drawn above all else, while a gesture goes on; null for nothing
  record Shown(Chunks chunks, @Nullable Picture over) {}

  /// A document that was painted in full.
  private record Base(Document document, Look look, Routes routes, Chunks chunks) {
    static Base of(Document document, Look look, Routes routes) {
      return new Base(document, look, routes, Chunks.of(Painter.paint(document, look, routes)));
    }

    Preview.Origin origin() {
      return new Preview.Origin(document, routes, look, DIFFERENCE);
    }
  }

  /// How a document differs from one that was painted; empty where too much does.
  ///
  /// @param exact whether that is all, lines in the way of what moved included
  private record Difference(
      Base base, Document document, Optional<Preview> preview, boolean exact) {
    boolean isOf(Base origin, Document other) {
      return base == origin && document == other;
    }
  }

  private record Request(Document document, Look look) {}

  private record Routed(Document document, Routes routes) {}

  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("painting").factory());
  private final Runnable arrival;
  private @Nullable Base base;
  private volatile @Nullable Request wanted;
  private volatile @Nullable Routed routed;
  private volatile @Nullable Difference edited;
  private volatile @Nullable Difference shaped;
  private @Nullable Difference shownOf;
  private @Nullable Shown shown;
  private @Nullable Shift shift;
  private @Nullable Routes linesOf;
  private Function<Connector, List<Point>> lines = _ -> List.of();
  private final PauseTransition rest = new PauseTransition(REST);

  /// @param arrival is run when there is something else to be shown
  Pictures(Runnable arrival) {
    this.arrival = arrival;
    rest.setOnFinished(
        _ -> {
          if (shaped != null) {
            refine(shaped);
          }
        });
  }

  Shown of(EditorState state, Look look) {
    Base painted = base(state.document(), look);
    boolean waiting = painted.document == Document.EMPTY && state.document() != Document.EMPTY;
    if (state.shown() == painted.document || waiting) {
      shaped = null;
      return painted(painted);
    }
    Difference difference =
        state.isPreviewing() ? shaped(painted, state.shown()) : edited(painted, state.document());
    Preview preview = difference.preview.orElse(null);
    if (preview == null) {
      return shifted(painted, state);
    }
    Shown known = shown;
    if (known == null || shownOf != difference) {
      known = state.isPreviewing() ? lifted(painted, preview) : replaced(painted, preview);
      shown = known;
      shownOf = difference;
    }
    return known;
  }

  /// Whether that is the document as it is, painted in full.
  boolean isCurrent(EditorState state, Look look) {
    Base known = base;
    if (known == null || known.document != state.document() || !known.look.equals(look)) {
      return false;
    }
    Difference difference = shaped;
    return !state.isPreviewing()
        || difference != null && difference.isOf(known, state.shown()) && difference.exact;
  }

  private Shown painted(Base painted) {
    Shown known = shown;
    if (known == null || known.chunks != painted.chunks || known.over != null) {
      known = new Shown(painted.chunks, null);
      shown = known;
      shownOf = null;
    }
    return known;
  }

  /// Where too much moves to be painted anew, it is shown as it was, elsewhere; another change of that much shows
  /// when it is painted.
  private Shown shifted(Base painted, EditorState state) {
    Shift known = shift;
    if (known == null || !known.isOf(painted.document, state.shown())) {
      known = Shift.of(painted.origin(), painted.chunks, state.shown()).orElse(null);
      shift = known;
    }
    if (known == null) {
      return painted(painted);
    }
    Rect visible = state.camera().visible(state.viewport());
    Shown now = new Shown(known.rest(), known.picture(state.shown(), visible));
    shown = now;
    shownOf = null;
    return now;
  }

  private static Shown replaced(Base painted, Preview preview) {
    return new Shown(painted.chunks.with(preview), null);
  }

  /// Leaves out what the gesture changes; as long as that is the same, so is what remains.
  private Shown lifted(Base painted, Preview preview) {
    Shown before = shown;
    Difference last = shownOf;
    if (before != null && before.over != null && last != null && last.base == painted) {
      boolean same =
          last.preview.map(known -> known.affected().equals(preview.affected())).orElse(false);
      if (same) {
        return new Shown(before.chunks, preview.picture());
      }
    }
    return new Shown(painted.chunks.without(preview), preview.picture());
  }

  private Difference edited(Base painted, Document document) {
    Difference known = edited;
    if (known == null || !known.isOf(painted, document)) {
      known = difference(painted, document);
      edited = known;
      refine(known);
    }
    return known;
  }

  private Difference shaped(Base painted, Document document) {
    Difference known = shaped;
    if (known == null || !known.isOf(painted, document)) {
      known = difference(painted, document);
      shaped = known;
      rest.playFromStart();
    }
    return known;
  }

  /// What can be shown at once.
  private Difference difference(Base from, Document to) {
    Shift going = shift;
    if (going != null && going.isOf(from.document, to)) {
      return new Difference(from, to, Optional.empty(), true);
    }
    Difference before = shaped;
    Preview last = before == null || before.base != from ? null : before.preview.orElse(null);
    long begin = System.nanoTime();
    Optional<Preview> quick =
        Preview.quick(from.origin(), to, last, () -> System.nanoTime() - begin < LEADING);
    return new Difference(from, to, quick, quick.isEmpty());
  }

  /// Finds out in full how the documents differ, if that is still asked then.
  private void refine(Difference rough) {
    if (rough.exact) {
      return;
    }
    worker.execute(
        () -> {
          if (rough == edited || rough == shaped) {
            Set<ElementId> lifted = rough.preview.map(Preview::affected).orElse(Set.of());
            Optional<Preview> exact = Preview.of(rough.base.origin(), rough.document, lifted);
            Platform.runLater(() -> refined(rough, exact.or(() -> rough.preview)));
          }
        });
  }

  private void refined(Difference rough, Optional<Preview> exact) {
    Difference fine = new Difference(rough.base, rough.document, exact, true);
    if (rough == edited) {
      edited = fine;
    }
    if (rough == shaped) {
      shaped = fine;
    }
    arrival.run();
  }

  private Base base(Document document, Look look) {
    Base known = base;
    if (known != null && known.document == document && known.look.equals(look)) {
      return known;
    }
    if (document.elements().size() <= AT_ONCE) {
      known = Base.of(document, look, routesAtOnce(document));
    } else {
      if (known != null && isRelated(known.document, document)) {
        edited(known, document); // shown, and refined, before the whole is painted
      }
      request(new Request(document, look));
      boolean blank = known != null && known.document == Document.EMPTY && known.look.equals(look);
      if (known == null || !blank && !isRelated(known.document, document)) {
        known = Base.of(Document.EMPTY, look, Routes.of(Document.EMPTY));
      }
    }
    base = known;
    return known;
  }

  /// Whether one came of the other by some edits.
  private static boolean isRelated(Document before, Document now) {
    return 2 * now.changedFrom(before).size() < now.elements().size();
  }

  private void request(Request request) {
    if (request.equals(wanted)) {
      return;
    }
    wanted = request;
    worker.execute(
        () -> {
          if (wanted == request) {
            Base made = Base.of(request.document, request.look, routesAtOnce(request.document));
            Platform.runLater(() -> arrived(made));
          }
        });
  }

  private void arrived(Base made) {
    base = made;
    shift = null;
    arrival.run();
  }

  private Routes routesAtOnce(Document document) {
    Routed known = routed;
    if (known == null || known.document != document) {
      known = new Routed(document, Routes.of(document));
      routed = known;
    }
    return known.routes;
  }

  /// The corners of each connector's line, for hit testing; none for a large document that is not yet
  /// painted.
  Function<Connector, List<Point>> lines(Document document) {
    Routes now = routes(document);
    if (now != linesOf) {
      linesOf = now;
      lines = now == null ? _ -> List.of() : connector -> now.line(connector.id());
    }
    return lines;
  }

  private @Nullable Routes routes(Document document) {
    if (document.elements().size() <= AT_ONCE) {
      return routesAtOnce(document);
    }
    Base known = base;
    if (known == null) {
      return null;
    }
    if (known.document == document) {
      return known.routes;
    }
    return isRelated(known.document, document)
        ? edited(known, document).preview.map(Preview::routes).orElse(null)
        : null;
  }

  /// Nothing is painted any more.
  void end() {
    rest.stop();
    worker.shutdownNow();
  }
}
