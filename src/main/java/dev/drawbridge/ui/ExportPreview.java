package dev.drawbridge.ui;

import dev.drawbridge.base.Size;
import dev.drawbridge.draw.Picture;
import dev.drawbridge.output.export.Exporter;
import dev.drawbridge.output.export.PictureExport;
import dev.drawbridge.output.export.PictureOptions;
import dev.drawbridge.output.export.PicturePreview;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.image.ImageView;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.CornerRadii;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.paint.ImagePattern;
import javafx.util.Duration;

/// Shows what an exported picture will look like and how large it becomes: painted off the FX thread, and
/// given up as soon as something else is chosen.
final class ExportPreview extends BorderPane {
  /// How long choices must rest, so that walking through a list does not paint each of its entries.
  private static final Duration REST = Duration.millis(60);

  /// After this time one sees that it is being painted.
  private static final Duration PATIENCE = Duration.millis(300);

  /// A PNG of more pixels takes so long that nobody would wait to hear how many bytes it has.
  private static final double MOST_PIXELS = 1 << 25;

  private static final double INSET = 20;
  private static final double PX_PER_MM = 96 / 25.4;

  /// What is seen through a picture without paper.
  private static final Background CHECKED = checked();

  private final Texts texts;
  private final PictureExport export;
  private final Supplier<ExportChoices> choices;
  private final ExecutorService worker = Live.worker("export preview");
  private final StackPane sheet = new StackPane();
  private final StackPane paper = new StackPane();
  private final ImageView view = new ImageView();
  private final Label told = new Label();
  private final ProgressIndicator busy = new ProgressIndicator();
  private final PauseTransition rest = new PauseTransition(REST);
  private final PauseTransition patience = new PauseTransition(PATIENCE);
  private volatile int wanted;
  private boolean complete;

  /// @param choices as they are now, with the elements that are to be shown
  ExportPreview(Texts texts, PictureExport export, Supplier<ExportChoices> choices) {
    this.texts = texts;
    this.export = export;
    this.choices = choices;
    paper.getChildren().add(view);
    paper.getStyleClass().add("export-paper");
    paper.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    sheet.getStyleClass().add("export-sheet");
    sheet.getChildren().addAll(paper, busy);
    sheet.setMinSize(0, 0);
    view.setId("export-preview");
    view.setAccessibleText(texts.get("ui.export.preview"));
    busy.setMaxSize(32, 32);
    busy.setVisible(false);
    told.setId("export-size");
    told.getStyleClass().add("export-size");
    setCenter(sheet);
    setBottom(told);
    rest.setOnFinished(_ -> start());
    patience.setOnFinished(_ -> busy.setVisible(!complete));
    sheet.widthProperty().addListener((_, _, _) -> refresh());
    sheet.heightProperty().addListener((_, _, _) -> refresh());
  }

  private static Background checked() {
    int side = 16;
    WritableImage tile = new WritableImage(side, side);
    for (int x = 0; x < side; x++) {
      for (int y = 0; y < side; y++) {
        tile.getPixelWriter()
            .setColor(x, y, x < side / 2 == y < side / 2 ? Color.WHITE : Color.gray(0.88));
      }
    }
    return new Background(
        new BackgroundFill(
            new ImagePattern(tile, 0, 0, side, side, false), CornerRadii.EMPTY, Insets.EMPTY));
  }

  /// Paints anew, after a short rest.
  void refresh() {
    wanted++;
    complete = false;
    rest.playFromStart();
    patience.playFromStart();
  }

  /// Whether it shows what is chosen, and how large that is.
  boolean isComplete() {
    return complete;
  }

  void end() {
    wanted++;
    rest.stop();
    patience.stop();
    worker.shutdownNow();
  }

  private void start() {
    double unit = getScene().getWindow().getOutputScaleX();
    int width = (int) Math.max(1, (sheet.getWidth() - 2 * INSET) * unit);
    int height = (int) Math.max(1, (sheet.getHeight() - 2 * INSET) * unit);
    ExportChoices chosen = choices.get();
    int mine = wanted;
    BooleanSupplier cancelled = () -> mine != wanted;
    worker.execute(
        () -> {
          try {
            work(chosen, width, height, unit, cancelled);
          } catch (CancellationException e) {
            // Something else was chosen, and is on its way.
          }
        });
  }

  private void work(
      ExportChoices chosen, int width, int height, double unit, BooleanSupplier cancelled) {
    check(cancelled);
    PictureOptions options = chosen.options();
    Picture picture = export.picture(options);
    check(cancelled);
    PicturePreview preview = PicturePreview.of(picture, options, width, height, cancelled);
    Size pixels = options.size(picture);
    String size = size(chosen, pixels);
    later(cancelled, () -> show(preview, options.transparent(), unit, size));
    boolean isLarge =
        chosen.kind() == Dialogs.FileKind.PNG && pixels.width() * pixels.height() > MOST_PIXELS;
    String whole = isLarge ? size : size + " · " + bytes(length(chosen, picture, cancelled));
    later(
        cancelled,
        () -> {
          told.setText(whole);
          complete = true;
          busy.setVisible(false);
        });
  }

  private static void check(BooleanSupplier cancelled) {
    if (cancelled.getAsBoolean()) {
      throw new CancellationException();
    }
  }

  private static void later(BooleanSupplier cancelled, Runnable showing) {
    Platform.runLater(
        () -> {
          if (!cancelled.getAsBoolean()) {
            showing.run();
          }
        });
  }

  private void show(PicturePreview preview, boolean transparent, double unit, String size) {
    view.setImage(PreviewImage.of(preview));
    view.setFitWidth(preview.width() / unit);
    view.setFitHeight(preview.height() / unit);
    paper.setBackground(transparent ? CHECKED : null);
    paper.pseudoClassStateChanged(Pseudo.TRANSPARENT, transparent);
    told.setText(size);
  }

  private String size(ExportChoices chosen, Size pixels) {
    return chosen.kind() == Dialogs.FileKind.PDF
        ? texts.get(
            "ui.export.millimetres",
            Math.round(pixels.width() / PX_PER_MM),
            Math.round(pixels.height() / PX_PER_MM))
        : texts.get("ui.export.pixels", (long) pixels.width(), (long) pixels.height());
  }

  /// A size as people read it.
  static String bytes(long length) {
    return length < 1 << 20
        ? Math.max(1, Math.round(length / 1024.0)) + " KB"
        : Math.round(length / 1024.0 / 1024.0 * 10) / 10.0 + " MB";
  }

  /// How many bytes the file will have: by writing it, to nowhere.
  private long length(ExportChoices chosen, Picture picture, BooleanSupplier cancelled) {
    Exporter exporter = Exporter.forFormat(chosen.kind().extension()).orElseThrow();
    CountingStream counting = new CountingStream(cancelled);
    try {
      export.write(exporter, picture, chosen.options(), counting);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // nothing is written
    }
    return counting.length;
  }

  private static final class CountingStream extends OutputStream {
    private final BooleanSupplier cancelled;
    private long length;

    CountingStream(BooleanSupplier cancelled) {
      this.cancelled = cancelled;
    }

    @Override
    public void write(int one) {
      length++;
    }

    @Override
    public void write(byte[] bytes, int from, int count) {
      check(cancelled);
      length += count;
    }
  }
}
