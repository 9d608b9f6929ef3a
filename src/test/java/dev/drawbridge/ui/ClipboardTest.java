package dev.drawbridge.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drawbridge.base.Language;
import dev.drawbridge.base.Outcome;
import dev.drawbridge.edit.Ids;
import dev.drawbridge.edit.template.Template;
import dev.drawbridge.editor.Selection;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Node;
import dev.drawbridge.output.store.DesignStore;
import dev.drawbridge.output.store.DesignWriter;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.ObjectOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Cut, copy and paste with the desktop's clipboard, in real windows.
class ClipboardTest extends OpenWindow {
  private final Document start = Template.THREE_TIER.design(Language.ENGLISH);
  private Node was;

  @BeforeEach
  void openTheDesign() {
    open(start);
    interact(() -> Clipboard.getSystemClipboard().clear());
    was =
        start.nodes().stream()
            .filter(node -> node.kind().equals("tier.was"))
            .findFirst()
            .orElseThrow();
    select(was.id());
  }

  private void select(ElementId... ids) {
    interact(
        () -> {
          session().update(state -> state.withSelection(Selection.of(ids)));
          window.canvas().requestFocus();
        });
  }

  private static DataFormat design() {
    return DataFormat.lookupMimeType("application/vnd.drawbridge+json");
  }

  private Object content(DataFormat format) {
    return call(() -> Clipboard.getSystemClipboard().getContent(format));
  }

  private void put(DataFormat format, Object content) {
    interact(() -> Clipboard.getSystemClipboard().setContent(Map.of(format, content)));
  }

  private String told() {
    return call(
        () ->
            session().state().notice() == null
                ? ""
                : session().state().notice().text(texts.messages()));
  }

  private Node selected() {
    return call(
        () -> session().document().node(session().state().selection().single().orElseThrow()));
  }

  @Test
  void whatIsCopiedIsPastedAsideAndOneUndoTakesItBack() {
    shortcut(KeyCode.C);
    assertSame(start, document());
    shortcut(KeyCode.V);
    assertEquals(start.elements().size() + 1, document().elements().size());
    assertEquals(was.parent(), selected().parent());
    assertEquals(was.properties(), selected().properties());
    shortcut(KeyCode.Z);
    assertEquals(start, document());
  }

  @Test
  void whatIsCutIsGoneAndComesBackInPlace() {
    shortcut(KeyCode.X);
    assertTrue(document().find(was.id()).isEmpty());
    shortcut(KeyCode.SHIFT, KeyCode.V);
    assertEquals(start.absoluteBounds(was), bounds(selected().id()));
    assertEquals(was.name(), selected().name());
  }

  @Test
  void pastedTwiceItStandsInTwoPlaces() {
    shortcut(KeyCode.C);
    shortcut(KeyCode.V);
    Node first = selected();
    shortcut(KeyCode.V);
    assertFalse(bounds(first.id()).equals(bounds(selected().id())));
  }

  @Test
  void theClipboardBearsTheDesignAndPicturesForEveryoneElse() {
    shortcut(KeyCode.C);
    until(() -> Clipboard.getSystemClipboard().hasImage());
    byte[] text = content(design()).toString().getBytes(StandardCharsets.UTF_8);
    var read = assertInstanceOf(Outcome.Ok.class, DesignStore.parse(text, "clipboard"));
    assertTrue(read.issues().isEmpty());
    Image image = assertInstanceOf(Image.class, content(DataFormat.IMAGE));
    assertEquals(2 * (was.bounds().width() + 48), image.getWidth(), 16);
    String svg = content(DataFormat.lookupMimeType("image/svg+xml")).toString();
    assertTrue(svg.contains("<svg") && svg.contains(was.name()), svg);
  }

  @Test
  void aCopyThatWasMadeSinceIsNotOverwrittenByTheEarlierPictures() {
    select(new ElementId("vpc-main"));
    interact(
        () -> {
          window.commands().get("select-all").run();
          window.commands().get("copy").run();
        });
    until(window::isAtRest);
    interact(
        () -> {
          Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, "later"));
        });
    interact(() -> window.commands().get("copy-svg").run());
    until(() -> told().equals("Copied to the clipboard as SVG"));
    assertFalse(call(() -> Clipboard.getSystemClipboard().hasContent(design())));
  }

  @Test
  void anotherWindowPastesIt() {
    shortcut(KeyCode.C);
    MainWindow other = call(this::anotherWindow);
    interact(
        () -> {
          other.session().open(Template.BLUE_GREEN.design(Language.ENGLISH));
          other.commands().get("paste").run();
        });
    until(other::isAtRest);
    Document pasted = call(() -> other.session().document());
    assertEquals(
        Template.BLUE_GREEN.design(Language.ENGLISH).elements().size() + 1,
        pasted.elements().size());
    interact(() -> other.canvas().getScene().getWindow().hide());
  }

  private MainWindow anotherWindow() {
    Stage second = new Stage();
    second.setWidth(1200);
    second.setHeight(900);
    MainWindow made =
        new MainWindow(
            second,
            Work.services(Ids.from(new Random(9)), () -> TODAY, ZONE),
            texts,
            appearance,
            Memory.none(),
            new ScriptedDialogs());
    made.show(List.of());
    return made;
  }

  @Test
  void foreignTextIsLeftAloneWithANotice() {
    put(DataFormat.PLAIN_TEXT, "select * from users;");
    shortcut(KeyCode.V);
    assertSame(start, document());
    assertEquals("The clipboard holds nothing that can be pasted into a design", told());
  }

  @Test
  void theTextOfADesignIsPasted() {
    Document region = Template.BLANK.design(Language.ENGLISH);
    put(DataFormat.PLAIN_TEXT, new String(DesignWriter.write(region), StandardCharsets.UTF_8));
    shortcut(KeyCode.V);
    assertEquals("The clipboard holds nothing that can be pasted into a design", told(), "empty");
    put(DataFormat.PLAIN_TEXT, new String(DesignWriter.write(start), StandardCharsets.UTF_8));
    shortcut(KeyCode.V);
    assertEquals(2 * start.elements().size(), document().elements().size());
  }

  @Test
  void aCopiedSvgCanBePastedBack() {
    interact(() -> window.commands().get("copy-svg").run());
    until(() -> Clipboard.getSystemClipboard().hasString());
    shortcut(KeyCode.V);
    assertEquals(start.elements().size() + 1, document().elements().size());
  }

  @Test
  void aDesignThatIsDamagedIsRefusedInOneLine() {
    put(design(), "{ \"schemaVersion\": 1, \"elements\": [ { \"id\": \"../x\" } ] }");
    shortcut(KeyCode.V);
    assertSame(start, document());
    assertTrue(told().startsWith("Not pasted. Clipboard"), told());
    assertEquals(1, told().lines().count());
  }

  @Test
  void objectsInTheClipboardAreNotMade() throws Exception {
    Window.refuseObjects();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(new File("/made/by/a/stranger"));
    }
    put(design(), ByteBuffer.wrap(bytes.toByteArray()));
    assertFalse(content(design()) instanceof File, "no object comes out of the clipboard");
    shortcut(KeyCode.V);
    assertSame(start, document());
    assertTrue(told().startsWith("Not pasted. Clipboard"), told());
  }

  @Test
  void ctrlGGroupsAndCtrlShiftGTakesTheGroupAway() {
    shortcut(KeyCode.G);
    assertEquals("group", selected().kind());
    assertEquals(selected().id(), document().node(was.id()).parent());
    shortcut(KeyCode.SHIFT, KeyCode.G);
    assertEquals(start.node(was.id()), document().node(was.id()));
  }
}
