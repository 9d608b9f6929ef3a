package dev.drawbridge.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drawbridge.base.Language;
import dev.drawbridge.edit.template.Template;
import java.lang.ref.WeakReference;
import javafx.scene.control.Labeled;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

class AppearanceTest extends OpenWindow {
  private Color corner() {
    WaitForAsyncUtils.waitForFxEvents();
    return call(
        () -> {
          WritableImage image = window.canvas().snapshot(null, null);
          return image.getPixelReader().getColor(3, 3);
        });
  }

  private String text(String query) {
    return call(() -> ((Labeled) lookup(query).query()).getText());
  }

  @Test
  void theButtonTurnsTheWholeWindowDarkAndLightAgain() {
    open(Template.THREE_TIER.design(Language.ENGLISH));
    assertTrue(corner().getBrightness() > 0.9);
    clickAt(middle("#button-theme"));
    until(() -> appearance.isDark());
    assertTrue(corner().getBrightness() < 0.2);
    clickAt(middle("#button-theme"));
    until(() -> !appearance.isDark());
    assertTrue(corner().getBrightness() > 0.9);
  }

  @Test
  void theButtonShowsEverythingInTheOtherLanguage() {
    open(Template.THREE_TIER_PLANTED.design(Language.ENGLISH));
    assertEquals("Export", text("#export"));
    String english = call(() -> problem("DMZ-001").text(texts.messages()));
    clickAt(middle("#button-language"));
    until(() -> texts.language().get() == Language.KOREAN);
    assertEquals("내보내기", text("#export"));
    assertEquals("퍼블릭 서브넷", text("#palette-aws-subnet-public .label"));
    assertFalse(english.equals(call(() -> problem("DMZ-001").text(texts.messages()))));
    assertTrue(
        call(
            () ->
                lookup("#problem-list .list-cell .label").queryAllAs(Labeled.class).stream()
                    .anyMatch(
                        label ->
                            label.getText().equals("심각") || label.getText().matches(".*[가-힣].*"))));
    clickAt(middle("#button-language"));
    until(() -> texts.language().get() == Language.ENGLISH);
    assertEquals("Export", text("#export"));
  }

  /// The system's preferences, which it follows, live as long as the program.
  @Test
  void whatFollowedTheSystemIsForgottenWithItsWindow() {
    WeakReference<Appearance> gone = new WeakReference<>(call(Appearance::new));
    until(
        () -> {
          System.gc();
          return gone.get() == null;
        });
  }
}
