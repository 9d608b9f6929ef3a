package dev.drawbridge.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drawbridge.base.Issue;
import dev.drawbridge.base.Language;
import dev.drawbridge.base.Messages;
import dev.drawbridge.edit.template.Template;
import dev.drawbridge.model.Document;
import dev.drawbridge.output.export.Exporter;
import dev.drawbridge.output.export.PictureExport;
import dev.drawbridge.output.export.PictureOptions;
import dev.drawbridge.output.store.DesignStore;
import dev.drawbridge.output.store.DesignWriter;
import dev.drawbridge.translate.Coverage.Fate;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import javafx.scene.Node;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.TransferMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files are dragged from a part of the window itself; what arrives is the same as from outside.
class FileDropTest extends OpenWindow {
  private final Document design = Template.THREE_TIER.design(Language.ENGLISH);
  @TempDir Path folder;

  /// A part of the window from which something can be dragged.
  private Node source(ClipboardContent content) {
    Node source = lookup("#status-saved").query();
    interact(
        () ->
            source.setOnDragDetected(
                event -> {
                  source.startDragAndDrop(TransferMode.COPY).setContent(content);
                  event.consume();
                }));
    return source;
  }

  private static ClipboardContent files(Path... files) {
    ClipboardContent content = new ClipboardContent();
    content.putFiles(Arrays.stream(files).map(Path::toFile).toList());
    return content;
  }

  private void drop(Path... files) {
    drag(source(files(files))).dropTo("#canvas");
    loaded();
  }

  private Path saved(String name) {
    Path file = folder.resolve(name);
    DesignStore.save(file, design);
    return file;
  }

  private Path picture(String format) throws IOException {
    Path file = folder.resolve("그림." + format);
    try (OutputStream out = Files.newOutputStream(file)) {
      new PictureExport(
              design,
              look -> look,
              shown -> new String(DesignWriter.write(shown), StandardCharsets.UTF_8))
          .write(
              Exporter.forFormat(format).orElseThrow(),
              PictureOptions.plain(Language.ENGLISH),
              out);
    }
    return file;
  }

  @Test
  void whileFilesAreDraggedTheWindowSaysThatItTakesThem() {
    Node source = source(files(saved("a.drawbridge")));
    drag(source).moveTo("#canvas");
    assertTrue(call(() -> lookup("#file-drop").query().isVisible()));
    dropTo("#canvas");
    loaded();
    assertFalse(call(() -> lookup("#file-drop").query().isVisible()));
    assertEquals(design, document());
  }

  @Test
  void severalDesignsOpenInTabs() {
    drop(saved("하나.drawbridge"), saved("둘.drawbridge"));
    assertEquals(
        List.of("하나.drawbridge", "둘.drawbridge"),
        call(
            () ->
                window.workspace().designs().all().stream()
                    .map(window.workspace().files()::name)
                    .toList()));
  }

  @Test
  void picturesGiveBackTheDesignTheyCarryAndAreNeverSavedOver() throws Exception {
    for (String format : List.of("png", "svg", "pdf")) {
      Path file = picture(format);
      byte[] before = Files.readAllBytes(file);
      drop(file);
      assertEquals(design, document(), format);
      dialogs.next = null;
      interact(() -> window.workspace().files().save(_ -> {}));
      loaded();
      assertTrue(dialogs.asked.getLast().startsWith("save "), dialogs.asked.toString());
      assertTrue(Arrays.equals(before, Files.readAllBytes(file)));
    }
    assertEquals(List.of(), dialogs.reported);
  }

  @Test
  void terraformIsDrawnAndWhatIsLeftOutIsTold() throws Exception {
    Path module = Files.createDirectories(folder.resolve("인프라"));
    Path main = module.resolve("main.tf");
    Files.writeString(
        main,
        """
        resource "aws_vpc" "main" {
          cidr_block = "10.0.0.0/16"
        }
        resource "aws_subnet" "a" {
          vpc_id            = aws_vpc.main.id
          cidr_block        = "10.0.1.0/24"
          availability_zone = "ap-northeast-2a"
        }
        resource "aws_glue_job" "nightly" {
          name = "nightly"
        }
        """);
    Path other = Files.writeString(module.resolve("other.tf"), "locals { a = 1 }\n");
    drop(main, other);
    assertEquals(List.of("coverage 인프라"), dialogs.asked);
    assertEquals("인프라", call(() -> window.workspace().files().name()));
    assertEquals(3, dialogs.coverage.entries().size());
    assertEquals(1, dialogs.coverage.count(Fate.Skipped.class));
    assertTrue(
        document().nodes().stream().anyMatch(node -> node.kind().equals("aws.vpc")),
        document().nodes().toString());
  }

  @Test
  void whatCannotBeOpenedIsToldInOneLineEachAndTheRestOpens() throws Exception {
    byte[] noise = new byte[4000];
    new Random(3).nextBytes(noise);
    byte[] png = Files.readAllBytes(picture("png"));
    Path cut = Files.write(folder.resolve("cut.png"), Arrays.copyOf(png, 300));
    Path random = Files.write(folder.resolve("noise.drawbridge"), noise);
    Path bomb = Files.writeString(folder.resolve("deep.drawbridge"), "[".repeat(100_000));
    Path entity =
        Files.writeString(
            folder.resolve("entity.svg"),
            "<?xml version=\"1.0\"?><!DOCTYPE svg [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><svg"
                + " xmlns=\"http://www.w3.org/2000/svg\">&x;</svg>");
    Path nothing = Files.createDirectories(folder.resolve("empty"));
    Path gone = folder.resolve("gone.drawbridge");
    drop(cut, random, saved("good.drawbridge"), bomb, entity, nothing, gone);
    assertEquals(design, document());
    assertEquals(List.of("ui.dialog.not-opened"), dialogs.asked);
    assertEquals(6, dialogs.reported.size(), dialogs.reported.toString());
    for (Issue issue : dialogs.reported) {
      for (Language language : Language.values()) {
        String line = issue.text(Messages.in(language));
        assertTrue(line.lines().count() == 1 && line.length() < 400, line);
      }
    }
  }

  @Test
  void whatIsNoFileIsNotTaken() {
    ClipboardContent content = new ClipboardContent();
    content.putString("text");
    Node source = source(content);
    drag(source).moveTo("#canvas");
    assertFalse(call(() -> lookup("#file-drop").query().isVisible()));
    dropTo("#canvas");
    assertEquals(Document.EMPTY, document());
  }
}
