package dev.drawbridge.ui;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drawbridge.base.Language;
import dev.drawbridge.base.Messages;
import dev.drawbridge.base.Outcome;
import dev.drawbridge.cli.Console;
import dev.drawbridge.edit.template.Stress;
import dev.drawbridge.edit.template.Template;
import dev.drawbridge.editor.Selection;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.Node;
import dev.drawbridge.output.store.DesignStore;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The export dialog of the real window.
class ExportTest extends OpenWindow {
  private final Document start = Template.THREE_TIER_PLANTED.design(Language.ENGLISH);

  @TempDir Path folder;

  @BeforeEach
  void openTheDesign() {
    open(start);
    interact(() -> window.canvas().requestFocus());
  }

  private void openDialog() {
    shortcut(KeyCode.E);
    until(() -> window.sharing().exports().isDrawn());
  }

  private void settle() {
    until(() -> window.sharing().exports().isDrawn());
  }

  private void fire(String id) {
    interact(() -> lookup(id).queryAs(ToggleButton.class).fire());
    settle();
  }

  private void check(String id) {
    interact(() -> lookup(id).queryAs(CheckBox.class).fire());
    settle();
  }

  private String size() {
    return call(() -> lookup("#export-size").queryAs(Label.class).getText());
  }

  private Image preview() {
    return call(() -> lookup("#export-preview").queryAs(ImageView.class).getImage());
  }

  private byte[] exported(String name) throws Exception {
    dialogs.next = folder.resolve(name);
    push(KeyCode.ENTER);
    until(() -> !window.sharing().exports().stage().isShowing());
    return Files.readAllBytes(dialogs.next);
  }

  @Test
  void ctrlEAndEnterWriteTheFileAndTheNoticeNamesIt() throws Exception {
    openDialog();
    String told = size();
    byte[] png = exported("shop.png");
    var image = ImageIO.read(folder.resolve("shop.png").toFile());
    assertTrue(told.startsWith(image.getWidth() + " × " + image.getHeight() + " px · "), told);
    assertTrue(told.endsWith(Math.max(1, Math.round(png.length / 1024.0)) + " KB"), told);
    assertEquals(
        "Exported to shop.png", call(() -> session().state().notice().text(texts.messages())));
    assertTrue(
        DesignStore.open(folder.resolve("shop.png")) instanceof Outcome.Ok<DesignStore.Opened> again
            && again.value().document().equals(start));
  }

  @Test
  void theWindowWritesWhatTheCommandLineWrites() throws Exception {
    openDialog();
    fire("#export-svg");
    fire("#export-dark");
    fire("#export-ko");
    check("#export-transparent");
    check("#export-title-block");
    check("#export-legend");
    check("#export-findings");
    check("#export-design");
    interact(
        () -> {
          combo("#export-scale").setValue(3.0);
          combo("#export-margin").setValue(48.0);
        });
    settle();
    byte[] byWindow = exported("window.svg");
    Path design = folder.resolve("shop.drawbridge");
    DesignStore.save(design, start);
    Path byLine = folder.resolve("line.svg");
    StringWriter printed = new StringWriter();
    PrintWriter out = new PrintWriter(printed);
    List<String> line =
        List.of(
            "export",
            design.toString(),
            "--svg",
            byLine.toString(),
            "--theme",
            "dark",
            "--lang",
            "ko",
            "--transparent",
            "--title-block",
            "--legend",
            "--findings",
            "--no-design",
            "--scale",
            "3",
            "--margin",
            "48");
    int exit =
        new dev.drawbridge.cli.Commands("1", new NoWindow(), TODAY)
            .run(line, new Console(out, out, Messages.in(Language.ENGLISH), false));
    assertEquals(0, exit, printed.toString());
    assertEquals(
        Files.readString(byLine, StandardCharsets.UTF_8),
        new String(byWindow, StandardCharsets.UTF_8));
    assertArrayEquals(Files.readAllBytes(byLine), byWindow);
  }

  private record NoWindow() implements dev.drawbridge.cli.Window {
    @Override
    public boolean isPossible() {
      return false;
    }

    @Override
    public void show(List<Path> files) {
      throw new UnsupportedOperationException("no window was asked for");
    }
  }

  @SuppressWarnings("unchecked")
  private ComboBox<Double> combo(String id) {
    return lookup(id).queryAs(ComboBox.class);
  }

  @Test
  void thePreviewFollowsEachChoice() {
    openDialog();
    Image plain = preview();
    String before = size();
    check("#export-legend");
    assertNotEquals(plain, preview());
    assertNotEquals(before, size());
    fire("#export-dark");
    assertTrue(
        call(() -> preview().getPixelReader().getColor(1, 1).getBrightness() < 0.3), "dark paper");
    check("#export-transparent");
    assertEquals(0, call(() -> preview().getPixelReader().getColor(1, 1).getOpacity()));
    fire("#export-pdf");
    assertTrue(size().contains(" mm · "), size());
  }

  @Test
  void onlyTheSelectionIsShownWhereThatIsWanted() throws Exception {
    openDialog();
    assertTrue(lookup("#export-selection").query().isDisabled(), "nothing is selected");
    push(KeyCode.ESCAPE);
    assertFalse(call(() -> window.sharing().exports().stage().isShowing()));
    Node was =
        start.nodes().stream()
            .filter(node -> node.kind().equals("tier.was"))
            .findFirst()
            .orElseThrow();
    interact(() -> session().update(state -> state.withSelection(Selection.of(was.id()))));
    openDialog();
    String all = size();
    fire("#export-selection");
    assertNotEquals(all, size());
    fire("#export-svg");
    String svg = new String(exported("was.svg"), StandardCharsets.UTF_8);
    assertTrue(svg.contains(was.id().value()));
    assertFalse(svg.contains("aws.vpc"));
  }

  @Test
  void choicesAreRememberedAndTheLanguageIsThatOfTheWindow() {
    openDialog();
    fire("#export-svg");
    fire("#export-ko");
    check("#export-title-block");
    push(KeyCode.ESCAPE);
    openDialog();
    assertTrue(lookup("#export-svg").queryAs(ToggleButton.class).isSelected());
    assertTrue(lookup("#export-title-block").queryAs(CheckBox.class).isSelected());
    assertTrue(lookup("#export-en").queryAs(ToggleButton.class).isSelected());
    push(KeyCode.ESCAPE);
  }

  @Test
  void arrowsAndSpaceAreEnough() throws Exception {
    openDialog();
    push(KeyCode.RIGHT);
    settle();
    assertTrue(lookup("#export-svg").queryAs(ToggleButton.class).isSelected());
    for (int i = 0; i < 6; i++) {
      push(KeyCode.TAB);
    }
    push(KeyCode.SPACE);
    settle();
    assertTrue(lookup("#export-transparent").queryAs(CheckBox.class).isSelected());
    String svg = new String(exported("keys.svg"), StandardCharsets.UTF_8);
    assertTrue(svg.startsWith("<?xml") || svg.startsWith("<svg"), svg.substring(0, 60));
  }

  @Test
  void aPlaceThatCannotBeWrittenIsReportedAndTheDialogStays() {
    openDialog();
    dialogs.next = folder.resolve("no-such-folder").resolve("x.png");
    push(KeyCode.ENTER);
    until(() -> !dialogs.reported.isEmpty());
    assertTrue(call(() -> window.sharing().exports().stage().isShowing()));
    push(KeyCode.ESCAPE);
  }

  @Test
  void anExportThatIsGivenUpLeavesNothingBehind() throws Exception {
    open(Stress.oneVpc(300, 1));
    openDialog();
    interact(() -> combo("#export-scale").setValue(8.0));
    dialogs.next = folder.resolve("large.png");
    interact(() -> lookup("#export-go").queryButton().fire());
    interact(() -> lookup("#export-cancel").queryButton().fire());
    until(() -> !lookup("#export-go").query().isDisabled());
    try (var files = Files.list(folder)) {
      assertEquals(0, files.count(), "neither the file nor what was begun of it");
    }
    assertTrue(call(() -> window.sharing().exports().stage().isShowing()));
    push(KeyCode.ESCAPE);
  }
}
