package dev.drawbridge.ui;

import dev.drawbridge.base.Issue;
import dev.drawbridge.base.Outcome;
import dev.drawbridge.base.Point;
import dev.drawbridge.base.Size;
import dev.drawbridge.draw.icon.IconSet;
import dev.drawbridge.editor.Copying;
import dev.drawbridge.editor.EditorState;
import dev.drawbridge.editor.EditorView;
import dev.drawbridge.editor.Landing;
import dev.drawbridge.editor.Notice;
import dev.drawbridge.model.Document;
import dev.drawbridge.output.export.ExportOptions;
import dev.drawbridge.output.export.Exporter;
import dev.drawbridge.output.export.PictureExport;
import dev.drawbridge.output.export.PictureOptions;
import dev.drawbridge.output.store.Design;
import dev.drawbridge.output.store.DesignStore;
import dev.drawbridge.output.store.DesignWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import org.jspecify.annotations.Nullable;

/// The desktop's clipboard as designs use it. What is copied travels in the format of design files, which
/// every window of the program reads, and as a picture for everyone else. It bears no plain text: programs
/// that take both would show that instead of the picture.
final class DesignClipboard {
  private static final DataFormat DESIGN = format("application/vnd.drawbridge+json");
  private static final DataFormat SVG = format("image/svg+xml");

  /// The most pixels that a picture in the clipboard has; a larger design is shown smaller.
  private static final double MOST_PIXELS = 1 << 24;

  private static final Background.Doing COPYING =
      new Background.Doing("ui.status.copying", List.of());

  private final Session session;
  private final Texts texts;
  private final Supplier<IconSet> icons;
  private final Background background;

  /// @param icons of the components
  /// @param background what is copied and pasted in one order
  DesignClipboard(Session session, Texts texts, Supplier<IconSet> icons, Background background) {
    this.background = background;
    this.session = session;
    this.texts = texts;
    this.icons = icons;
  }

  private static DataFormat format(String type) {
    DataFormat known = DataFormat.lookupMimeType(type);
    return known == null ? new DataFormat(type) : known;
  }

  /// What is on its way into the clipboard.
  ///
  /// @param text as a design's file has it
  private record Copied(Document fragment, String text) {}

  void cut() {
    copy();
    session.update(state -> new Copying(session.editor()).cut(state));
  }

  /// The design first, so that it can be pasted; the pictures when they are painted, if nobody has copied
  /// anything else by then.
  void copy() {
    EditorState state = session.state();
    Copying copying = new Copying(session.editor());
    background.run(
        COPYING,
        _ -> copying.copied(state).map(fragment -> new Copied(fragment, text(fragment))),
        copied -> copied.ifPresent(this::put));
  }

  private void put(Copied copied) {
    Clipboard.getSystemClipboard().setContent(Map.of(DESIGN, copied.text));
    illustrate(copied.fragment, copied.text);
  }

  /// Nobody waits for this.
  private void illustrate(Document fragment, String design) {
    Clipboard clipboard = Clipboard.getSystemClipboard();
    PictureOptions plain = PictureOptions.plain(texts.language().get());
    Thread.ofPlatform()
        .daemon()
        .name("clipboard")
        .start(
            () -> {
              Map<DataFormat, Object> content = new HashMap<>();
              content.put(DESIGN, design);
              content.put(SVG, svg(fragment, plain));
              image(fragment, plain).ifPresent(image -> content.put(DataFormat.IMAGE, image));
              Platform.runLater(
                  () -> {
                    if (design.equals(clipboard.getContent(DESIGN))) {
                      clipboard.setContent(content);
                    }
                  });
            });
  }

  /// The selection, or all where nothing is selected, as a picture and nothing else.
  void copyPng() {
    Document document = session.document();
    PictureOptions options = selection();
    background.run(
        COPYING,
        _ -> image(document, options),
        image ->
            image.ifPresentOrElse(
                made -> told("ui.copied.png", Map.of(DataFormat.IMAGE, made)),
                () -> tell(Notice.said("ui.copied.too-large"))));
  }

  /// As above; programs that do not know such pictures take their text.
  void copySvg() {
    Document document = session.document();
    PictureOptions options = selection();
    background.run(
        COPYING,
        _ -> svg(document, options),
        svg -> told("ui.copied.svg", Map.of(SVG, svg, DataFormat.PLAIN_TEXT, svg)));
  }

  private PictureOptions selection() {
    return PictureOptions.plain(texts.language().get()).withOnly(session.state().selection().ids());
  }

  private void told(String key, Map<DataFormat, Object> content) {
    Clipboard.getSystemClipboard().setContent(content);
    tell(Notice.said(key));
  }

  /// Where a hand would want it.
  ///
  /// @param pointer in px of the viewport; null when it is elsewhere
  void paste(@Nullable Point pointer) {
    paste((fragment, view) -> Landing.near(fragment, view, pointer));
  }

  void pasteAt(Point pointer) {
    paste((fragment, view) -> Landing.at(fragment, view, pointer));
  }

  void pasteInPlace() {
    paste(Landing::inPlace);
  }

  /// Into the design that is in front now, whatever is when the clipboard has been read.
  private void paste(BiFunction<Document, EditorView, Landing> place) {
    OpenDesign design = session.design();
    background.see(
        new Background.Doing("ui.status.pasting", List.of()),
        this::taking,
        fragment -> pasted(design, fragment, place),
        () -> {});
  }

  /// Takes what lies in the clipboard: a design of ours, or the text of one or of a picture that carries
  /// one. There is nothing in anything else.
  private Background.Job<Outcome<Document>> taking() {
    Clipboard clipboard = Clipboard.getSystemClipboard();
    byte[] own = bytes(clipboard.getContent(DESIGN));
    byte[] text = own == null ? bytes(clipboard.getContent(DataFormat.PLAIN_TEXT)) : null;
    return _ -> {
      if (own != null) {
        return parsed(own);
      }
      return text != null && parsed(text) instanceof Outcome.Ok<Document> design
          ? design
          : Outcome.ok(Document.EMPTY);
    };
  }

  private void pasted(
      OpenDesign design, Outcome<Document> taken, BiFunction<Document, EditorView, Landing> place) {
    EditorState settled = design.editor().settled(design.state());
    switch (taken) {
      case Outcome.Ok<Document>(Document fragment, var _) when fragment.elements().isEmpty() ->
          design.set(design.state().withNotice(Notice.said("ui.paste.nothing")));
      case Outcome.Ok<Document>(Document fragment, var _) -> {
        Landing landing = place.apply(fragment, design.editor().view(settled));
        design.set(new Copying(design.editor()).paste(settled, fragment, landing));
      }
      case Outcome.Failed<Document>(List<Issue> issues) -> {
        String why = issues.getFirst().text(texts.messages());
        design.set(design.state().withNotice(Notice.said("ui.paste.damaged", why)));
      }
    }
  }

  private Outcome<Document> parsed(byte[] bytes) {
    return DesignStore.parse(bytes, texts.get("ui.clipboard")).map(Design::document);
  }

  private static byte @Nullable [] bytes(@Nullable Object content) {
    return switch (content) {
      case String text -> text.getBytes(StandardCharsets.UTF_8);
      case ByteBuffer buffer -> {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        yield bytes;
      }
      case null, default -> null;
    };
  }

  private String svg(Document document, PictureOptions options) {
    return new String(written("svg", document, options), StandardCharsets.UTF_8);
  }

  /// Twice as large as on the screen, or smaller where that is too large for a clipboard; empty where even
  /// the smallest is.
  private Optional<Image> image(Document document, PictureOptions options) {
    Size plain = options.size(export(document).picture(options));
    double scale = Math.min(2, Math.sqrt(MOST_PIXELS / (plain.width() * plain.height())));
    return scale < ExportOptions.SMALLEST_SCALE
        ? Optional.empty()
        : Optional.of(
            new Image(
                new ByteArrayInputStream(written("png", document, options.withScale(scale)))));
  }

  private byte[] written(String format, Document document, PictureOptions options) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      export(document).write(Exporter.forFormat(format).orElseThrow(), options, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // memory does not fail to be written
    }
    return out.toByteArray();
  }

  private PictureExport export(Document document) {
    return new PictureExport(document, look -> look, DesignClipboard::text, icons.get());
  }

  private static String text(Document document) {
    return new String(DesignWriter.write(document), StandardCharsets.UTF_8);
  }

  private void tell(Notice notice) {
    session.update(state -> state.withNotice(notice));
  }
}
