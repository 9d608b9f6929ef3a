package dev.drawbridge.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.glass.ui.headless.NextFiles;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.robot.Robot;
import javafx.stage.FileChooser;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.controlsfx.control.ToggleSwitch;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

/// That the platform under all tests of the window passes on what a person does, unchanged.
class HeadlessPlatformTest extends ApplicationTest {
  private final List<MouseEvent> clicks = new ArrayList<>();
  private final List<ScrollEvent> scrolls = new ArrayList<>();
  private final List<String> dropped = new ArrayList<>();
  private ToggleSwitch toggle;
  private Label source;
  private Pane target;
  private Stage stage;

  @Override
  public void start(Stage stage) {
    this.stage = stage;
    toggle = new ToggleSwitch("Public");
    source = new Label("drag me");
    target = new Pane();
    target.setPrefSize(300, 200);
    target.addEventHandler(MouseEvent.MOUSE_CLICKED, clicks::add);
    target.addEventHandler(ScrollEvent.SCROLL, scrolls::add);
    source.setOnDragDetected(
        event -> {
          var content = new ClipboardContent();
          content.putString("from the label");
          source.startDragAndDrop(TransferMode.COPY).setContent(content);
          event.consume();
        });
    target.setOnDragOver(event -> event.acceptTransferModes(TransferMode.COPY));
    target.setOnDragDropped(
        event -> {
          dropped.add(event.getDragboard().getString());
          event.setDropCompleted(true);
        });
    stage.setScene(new Scene(new VBox(10, toggle, source, target), 400, 300));
    stage.sizeToScene(); // the stage may be that of an earlier test, and as large as that left it
    stage.show();
  }

  @Test
  void aControlFromControlsFxIsSwitchedByAClick() {
    clickOn(".thumb-area");
    assertTrue(toggle.isSelected());
  }

  @Test
  void aClickWithShiftArrivesWithShift() {
    press(KeyCode.SHIFT).clickOn(target).release(KeyCode.SHIFT).clickOn(target);
    assertEquals(List.of(true, false), clicks.stream().map(MouseEvent::isShiftDown).toList());
  }

  @Test
  void scrollingWithControlArrivesWhereTheMouseIs() {
    moveTo(target).press(KeyCode.CONTROL).scroll(-1).release(KeyCode.CONTROL);
    var scroll = scrolls.getFirst();
    assertTrue(scroll.isControlDown());
    assertEquals(target.getWidth() / 2, scroll.getX(), 1.5);
    assertEquals(100, scroll.getY(), 1.5);
  }

  @Test
  void whatIsDraggedOntoTheTargetIsDroppedThere() {
    drag(source).dropTo(target);
    assertEquals(List.of("from the label"), dropped);
  }

  @Test
  void escapeEndsADragWithoutADrop() {
    drag(source).moveTo(target).type(KeyCode.ESCAPE).drop();
    assertEquals(List.of(), dropped);
    drag(source).dropTo(target);
    assertEquals(List.of("from the label"), dropped);
  }

  @Test
  void aFileDialogAnswersWhatTheTestChose() {
    var chosen = new ArrayList<File>();
    NextFiles.choose(new File("some.drawbridge"));
    interact(() -> chosen.add(new FileChooser().showOpenDialog(stage)));
    interact(() -> chosen.add(new FileChooser().showOpenDialog(stage)));
    assertEquals("some.drawbridge", chosen.getFirst().getName());
    assertEquals(null, chosen.getLast());
  }

  @Test
  void theScreenHasRoomForAWindowAtItsFarEnd() {
    interact(
        () -> {
          stage.setX(1100);
          stage.setY(800);
          target.setStyle("-fx-background-color: #336699");
        });
    interact(() -> assertEquals(1600, Screen.getPrimary().getBounds().getWidth()));
    Color expected = Color.web("#336699");
    try {
      WaitForAsyncUtils.waitFor(
          10, TimeUnit.SECONDS, () -> expected.equals(onFxThread(this::colourOfTarget)));
    } catch (TimeoutException _) {
      assertEquals(expected, onFxThread(this::colourOfTarget)); // says which colour was there
    }
  }

  private Color colourOfTarget() {
    var bounds = target.localToScreen(target.getBoundsInLocal());
    return new Robot().getPixelColor(bounds.getCenterX(), bounds.getCenterY());
  }

  /// A frame is drawn when the machine gets to it, so the screen is asked again and again.
  private static <T> T onFxThread(Callable<T> question) {
    return WaitForAsyncUtils.waitForAsyncFx(5000, question);
  }
}
