package dev.drawbridge.ui;

import dev.drawbridge.base.Rect;
import dev.drawbridge.draw.Chunks;
import dev.drawbridge.output.export.TilePainter;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// The design as squares of pixels, each drawn once for every zoom at which it is looked at, off the FX
/// thread, and shown pixel by pixel. A square whose content changes shows the former one until
/// the new one is there; one that was never drawn shows what is there of other zooms.
final class Tiles {
  /// Kept beside those that are in view, as a multiple of these.
  private static final int KEPT = 4;

  /// The longer side of the picture of the whole design that is always kept, in pixels.
  private static final double OVERVIEW = 1024;

  private static final int SIZE = TilePainter.SIZE;

  /// So long after it last changed the zoom is taken to stay.
  private static final Duration REST = Duration.millis(40);

  /// What the viewport shows, in pixels.
  ///
  /// @param scale pixels for one px of the document
  /// @param unit pixels for one px of the screen
  /// @param left of the viewport in the plane of tiles
  /// @param dots the colour of the dots behind the design; 0 for none
  record View(double scale, double unit, long left, long top, int width, int height, int dots) {
    private TilePainter.Place place(long column, long row) {
      return new TilePainter.Place(scale, unit, column, row, dots);
    }

    /// The squares that hold at least one pixel of the viewport, grown by some pixels.
    private List<TilePainter.Place> places(int margin) {
      List<TilePainter.Place> places = new ArrayList<>();
      for (long row = cell(top - margin); row <= cell(top + height - 1 + margin); row++) {
        for (long column = cell(left - margin);
            column <= cell(left + width - 1 + margin);
            column++) {
          places.add(place(column, row));
        }
      }
      return places;
    }

    private static long cell(long pixel) {
      return Math.floorDiv(pixel, SIZE);
    }
  }

  /// @param of what the square was last found to show rightly
  private record Tile(Chunks of, TilePainter.Content content, int[] pixels, Image image) {}

  private final TileWorker worker;
  private final Map<TilePainter.Place, Tile> tiles = new LinkedHashMap<>(64, 0.75f, true);

  /// What is there of other zooms.
  private final Enlargement below = new Enlargement();

  private final TilePlane exact = new TilePlane();
  private final Group all = new Group(below.node(), exact);
  private final Runnable arrival;

  /// While the zoom changes nothing is drawn for it: by the time it is there, the zoom is another.
  private final PauseTransition rest = new PauseTransition(REST);

  private int inView = 16;
  private boolean complete;
  private double settledScale;
  private double lastScale;

  /// @param arrival is run when there is something else to be drawn
  Tiles(Runnable arrival) {
    this.arrival = arrival;
    this.worker = new TileWorker(this::arrived);
    rest.setOnFinished(_ -> arrival.run());
    all.setManaged(false);
    all.setMouseTransparent(true);
  }

  /// Where the squares are seen; in px of the screen, from the corner of the viewport.
  Node node() {
    return all;
  }

  /// Shows what is there, and has made what is not.
  void show(Chunks chunks, View view) {
    List<TilePainter.Place> places = view.places(0);
    inView = places.size();
    List<TileWorker.Order> orders = new ArrayList<>();
    Set<TilePainter.Place> ordered = new HashSet<>();
    Map<TilePainter.Place, Image> there = new HashMap<>();
    complete = true;
    for (TilePainter.Place place : places) {
      Tile tile = tiles.get(place);
      complete &= tile != null && tile.of == chunks;
      if (tile != null) {
        there.put(place, tile.image);
      }
    }
    if (there.size() == places.size()) {
      below.hide();
    } else {
      substitute(chunks, view);
    }
    exact.show(there, SIZE / view.unit);
    exact.setTranslateX(-view.left / view.unit);
    exact.setTranslateY(-view.top / view.unit);
    if (complete) {
      settledScale = view.scale;
    }
    if (view.scale != lastScale && lastScale > 0 && !complete) {
      rest.playFromStart();
    }
    lastScale = view.scale;
    if (rest.getStatus() == Animation.Status.RUNNING) {
      worker.order(chunks, List.of());
      return;
    }
    order(places, chunks, orders, ordered);
    order(overview(chunks, view), chunks, orders, ordered);
    order(view.places(SIZE), chunks, orders, ordered);
    worker.order(chunks, orders);
  }

  /// Whether everything in view was drawn as it is.
  boolean isComplete() {
    return complete;
  }

  /// What was drawn so far is not to be seen any more.
  void forget() {
    tiles.clear();
    below.forget();
    settledScale = 0;
    lastScale = 0;
  }

  void end() {
    rest.stop();
    worker.end();
  }

  private void order(
      List<TilePainter.Place> places,
      Chunks chunks,
      List<TileWorker.Order> orders,
      Set<TilePainter.Place> ordered) {
    for (TilePainter.Place place : places) {
      Tile tile = tiles.get(place);
      if ((tile == null || tile.of != chunks) && ordered.add(place)) {
        orders.add(new TileWorker.Order(place, tile == null ? null : tile.content));
      }
    }
  }

  /// The squares that together show the whole design, smaller than life.
  private static List<TilePainter.Place> overview(Chunks chunks, View view) {
    Rect all = chunks.bounds();
    double scale = overviewScale(all);
    int width = (int) Math.ceil(all.width() * scale);
    int height = (int) Math.ceil(all.height() * scale);
    long left = (long) Math.floor(all.x() * scale);
    long top = (long) Math.floor(all.y() * scale);
    return new View(scale, view.unit, left, top, Math.max(1, width), Math.max(1, height), view.dots)
        .places(0);
  }

  /// Rounded to octaves, so that it stays the same while the design grows.
  private static double overviewScale(Rect all) {
    double wanted = OVERVIEW / Math.max(1, Math.max(all.width(), all.height()));
    return Math.pow(2, Math.floor(Math.log(Math.min(1, wanted)) / Math.log(2)));
  }

  /// Shows what is there of other zooms, larger or smaller than it was meant to be: sharp from the zoom
  /// before, where that does not reach from the picture of the whole.
  private void substitute(Chunks chunks, View view) {
    List<Enlargement.Piece> near = pieces(settledScale, view);
    List<Enlargement.Piece> pieces = new ArrayList<>();
    if (near.isEmpty() || near.stream().anyMatch(piece -> piece.pixels() == null)) {
      pieces.addAll(pieces(overviewScale(chunks.bounds()), view));
    }
    pieces.addAll(near);
    below.show(view, chunks.paper(), pieces);
  }

  /// The squares of another zoom that lie in view, also those that are not there.
  private List<Enlargement.Piece> pieces(double scale, View view) {
    if (scale <= 0 || scale == view.scale) {
      return List.of();
    }
    double ratio = scale / view.scale;
    View other =
        new View(
            scale,
            view.unit,
            (long) Math.floor(view.left * ratio),
            (long) Math.floor(view.top * ratio),
            (int) Math.ceil(view.width * ratio) + 1,
            (int) Math.ceil(view.height * ratio) + 1,
            view.dots);
    if (other.width / SIZE * (other.height / SIZE) > 2 * inView) {
      return List.of();
    }
    List<Enlargement.Piece> pieces = new ArrayList<>();
    for (TilePainter.Place place : other.places(0)) {
      Tile tile = tiles.get(place);
      pieces.add(new Enlargement.Piece(place, tile == null ? null : tile.pixels));
    }
    return pieces;
  }

  private void arrived(TileWorker.Made made) {
    Tile before = tiles.get(made.place());
    int @Nullable [] pixels = made.pixels();
    if (pixels != null) {
      tiles.put(made.place(), new Tile(made.chunks(), made.content(), pixels, image(pixels)));
    } else if (before != null) { // otherwise it was thrown away meanwhile
      tiles.put(made.place(), new Tile(made.chunks(), made.content(), before.pixels, before.image));
    }
    int most = Math.max(96, KEPT * inView);
    var eldest = tiles.entrySet().iterator();
    while (tiles.size() > most && eldest.hasNext()) {
      eldest.next();
      eldest.remove();
    }
    arrival.run();
  }

  private static Image image(int[] pixels) {
    return new WritableImage(
        new PixelBuffer<>(SIZE, SIZE, IntBuffer.wrap(pixels), PixelFormat.getIntArgbPreInstance()));
  }
}
