package dev.drawbridge.ui;

import dev.drawbridge.output.export.TilePainter;
import java.nio.IntBuffer;
import java.util.Arrays;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.jspecify.annotations.Nullable;

/// Squares drawn for one zoom, shown at another, pixel after pixel without smoothing. A zoom goes through
/// very many pictures like that, and copying rows of numbers is several times faster than having the
/// software renderer enlarge images.
final class Enlargement {
  /// @param pixels null for a square that is not there
  record Piece(TilePainter.Place place, int @Nullable [] pixels) {}

  private record Content(Tiles.View view, int paper, List<Piece> pieces) {}

  private static final int SIZE = TilePainter.SIZE;

  private final ImageView node = new ImageView();
  private int[] pixels = new int[0];
  private @Nullable PixelBuffer<IntBuffer> buffer;
  private @Nullable Content content;
  private int width;
  private int height;

  Enlargement() {
    node.setManaged(false);
    node.setMouseTransparent(true);
    node.setVisible(false);
  }

  Node node() {
    return node;
  }

  void hide() {
    node.setVisible(false);
  }

  void forget() {
    content = null;
    hide();
  }

  /// @param pieces later ones above earlier ones
  void show(Tiles.View view, int paper, List<Piece> pieces) {
    node.setVisible(true);
    Content wanted = new Content(view, paper, pieces);
    if (wanted.equals(content)) {
      return;
    }
    content = wanted;
    PixelBuffer<IntBuffer> target = surface(view);
    if (pieces.stream().anyMatch(piece -> piece.pixels == null)) {
      Arrays.fill(pixels, paper); // else there is a square everywhere
    }
    pieces.forEach(piece -> draw(piece, view));
    target.updateBuffer(_ -> null);
  }

  private PixelBuffer<IntBuffer> surface(Tiles.View view) {
    PixelBuffer<IntBuffer> known = buffer;
    if (known == null || width != view.width() || height != view.height()) {
      width = view.width();
      height = view.height();
      pixels = new int[width * height];
      known =
          new PixelBuffer<>(
              width, height, IntBuffer.wrap(pixels), PixelFormat.getIntArgbPreInstance());
      buffer = known;
      node.setImage(new WritableImage(known));
    }
    node.setFitWidth(width / view.unit());
    node.setFitHeight(height / view.unit());
    return known;
  }

  private void draw(Piece piece, Tiles.View view) {
    int[] source = piece.pixels;
    if (source == null) {
      return;
    }
    double side = SIZE * view.scale() / piece.place.scale();
    double x = piece.place.column() * side - view.left();
    double y = piece.place.row() * side - view.top();
    double nextX = (piece.place.column() + 1) * side - view.left();
    double nextY = (piece.place.row() + 1) * side - view.top();
    int left = Math.clamp(Math.round(x), 0, width);
    int right = Math.clamp(Math.round(nextX), left, width);
    int top = Math.clamp(Math.round(y), 0, height);
    int bottom = Math.clamp(Math.round(nextY), top, height);
    int[] columns = from(x, side, left, right);
    int[] rows = from(y, side, top, bottom);
    for (int row = top; row < bottom; row++) {
      int at = row * width;
      if (row > top && rows[row - top] == rows[row - top - 1]) {
        System.arraycopy(pixels, at - width + left, pixels, at + left, right - left);
        continue;
      }
      int line = rows[row - top] * SIZE;
      for (int i = 0; i < columns.length; i++) {
        pixels[at + left + i] = source[line + columns[i]];
      }
    }
  }

  /// For pixels of the surface in a row, the pixel of the square that is shown there.
  private static int[] from(double start, double side, int first, int end) {
    int[] from = new int[end - first];
    for (int i = 0; i < from.length; i++) {
      from[i] = Math.clamp((long) ((first + i + 0.5 - start) * SIZE / side), 0, SIZE - 1);
    }
    return from;
  }
}
