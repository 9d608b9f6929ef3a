package dev.drawbridge.output.store;

import dev.drawbridge.base.Point;
import dev.drawbridge.model.Datum;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Fields;
import java.math.BigDecimal;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Which designs lay open in a window, in the order of their tabs.
///
/// @param front the place of the one in front; 0 where none lay there
public record Lying(List<Design> designs, int front) {
  public static final Lying NOTHING = new Lying(List.of(), 0);

  public Lying {
    designs = List.copyOf(designs);
    front = Math.clamp(front, 0, Math.max(0, designs.size() - 1));
  }

  /// One of them.
  ///
  /// @param key of its journal
  /// @param file where it is kept; null for one that was never saved
  /// @param snapshot what the file was when it was read or written; null where there is none
  /// @param unsaved whether it is another than its file holds
  /// @param corner the document's point at the canvas's top left corner
  /// @param zoom px of the canvas for one px of the document
  public record Design(
      String key,
      @Nullable Path file,
      @Nullable FileSnapshot snapshot,
      boolean unsaved,
      Point corner,
      double zoom,
      List<ElementId> selection) {
    public Design {
      selection = List.copyOf(selection);
    }

    Datum datum() {
      Fields fields = Fields.NONE.with("key", Datum.of(key));
      if (file != null) {
        fields = fields.with("file", Datum.of(file.toString()));
      }
      if (snapshot != null) {
        fields =
            fields
                .with("size", Datum.of(snapshot.size()))
                .with("modified", Datum.of(snapshot.modified().toString()))
                .with("sha256", Datum.of(snapshot.sha256()));
      }
      return Datum.of(
          fields
              .with("unsaved", Datum.of(unsaved))
              .with("x", number(corner.x()))
              .with("y", number(corner.y()))
              .with("zoom", number(zoom))
              .with(
                  "selection",
                  new Datum.Items(selection.stream().map(id -> Datum.of(id.value())).toList())));
    }

    /// What can be made out of it; empty where not even the key can.
    static Stream<Design> of(Datum datum) {
      if (!(datum instanceof Datum.Record(Fields fields))
          || !(fields.get("key") instanceof Datum.Text(String key))
          || !Recovery.isKey(key)) {
        return Stream.empty();
      }
      return Stream.of(
          new Design(
              key,
              path(fields.get("file")),
              snapshot(fields),
              fields.get("unsaved") instanceof Datum.Flag(boolean value) && value,
              new Point(real(fields.get("x"), 0), real(fields.get("y"), 0)),
              real(fields.get("zoom"), 1),
              ids(fields.get("selection"))));
    }

    private static @Nullable Path path(@Nullable Datum datum) {
      try {
        return datum instanceof Datum.Text(String text) ? Path.of(text) : null;
      } catch (InvalidPathException e) {
        return null;
      }
    }

    private static @Nullable FileSnapshot snapshot(Fields fields) {
      try {
        return fields.get("size") instanceof Datum.Number(BigDecimal size)
                && fields.get("modified") instanceof Datum.Text(String modified)
                && fields.get("sha256") instanceof Datum.Text(String sha256)
            ? new FileSnapshot(size.longValueExact(), Instant.parse(modified), sha256)
            : null;
      } catch (ArithmeticException | DateTimeException e) {
        return null;
      }
    }

    private static List<ElementId> ids(@Nullable Datum datum) {
      return datum instanceof Datum.Items(List<Datum> values)
          ? values.stream()
              .flatMap(
                  value ->
                      value instanceof Datum.Text(String text) && ElementId.isValid(text)
                          ? Stream.of(new ElementId(text))
                          : Stream.empty())
              .toList()
          : List.of();
    }
  }

  Datum datum() {
    return Datum.of(
        Fields.NONE
            .with("front", Datum.of(front))
            .with("designs", new Datum.Items(designs.stream().map(Design::datum).toList())));
  }

  static Lying of(Datum datum) {
    if (!(datum instanceof Datum.Record(Fields fields))
        || !(fields.get("designs") instanceof Datum.Items(List<Datum> designs))) {
      return NOTHING;
    }
    return new Lying(
        designs.stream().flatMap(Design::of).toList(), (int) real(fields.get("front"), 0));
  }

  private static Datum number(double value) {
    return new Datum.Number(BigDecimal.valueOf(value));
  }

  private static double real(@Nullable Datum datum, double fallback) {
    return Optional.ofNullable(datum)
        .filter(Datum.Number.class::isInstance)
        .map(number -> ((Datum.Number) number).value().doubleValue())
        .filter(Double::isFinite)
        .orElse(fallback);
  }
}
