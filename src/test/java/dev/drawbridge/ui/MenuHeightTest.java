package dev.drawbridge.ui;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drawbridge.base.Language;
import dev.drawbridge.edit.template.Template;
import dev.drawbridge.editor.Selection;
import dev.drawbridge.model.ElementId;
import java.util.ArrayList;
import java.util.List;
import javafx.event.Event;
import javafx.geometry.Point2D;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.input.ContextMenuEvent;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;

/// No menu is higher than a small screen, in either language.
class MenuHeightTest extends OpenWindow {
  /// Of a screen of 1280 by 800 what is left below the bar with the menus, in px.
  private static final double BELOW_THE_BAR = 800 - 44;

  /// Of a window of 1024 by 700.
  private static final double SMALL = 700;

  private double highest() {
    return call(
        () ->
            Window.getWindows().stream()
                .filter(each -> each instanceof PopupWindow && each.isShowing())
                .mapToDouble(Window::getHeight)
                .max()
                .orElse(0));
  }

  @Test
  void everyMenuFitsBelowTheBar() {
    open(Template.THREE_TIER.design(Language.ENGLISH));
    List<Menu> menus = call(() -> List.copyOf(((MenuBar) lookup("#menu").query()).getMenus()));
    assertFalse(menus.isEmpty());
    for (Language language : Language.values()) {
      interact(() -> texts.language().set(language));
      List<String> tooHigh = new ArrayList<>();
      for (Menu menu : menus) {
        interact(menu::show);
        double height = highest();
        assertTrue(height > 60, menu.getId() + " is open");
        if (height > BELOW_THE_BAR) {
          tooHigh.add(menu.getId() + ": " + height);
        }
        interact(menu::hide);
      }
      assertTrue(tooHigh.isEmpty(), tooHigh.toString());
    }
  }

  @Test
  void theMenuOfAnElementFitsIntoASmallWindow() {
    open(Template.THREE_TIER.design(Language.ENGLISH));
    interact(
        () -> {
          session().update(state -> state.withSelection(Selection.of(new ElementId("web-nginx"))));
          Point2D at = window.canvas().localToScreen(300, 200);
          Event.fireEvent(
              window.canvas(),
              new ContextMenuEvent(
                  ContextMenuEvent.CONTEXT_MENU_REQUESTED,
                  300,
                  200,
                  at.getX(),
                  at.getY(),
                  false,
                  null));
        });
    double height = highest();
    assertTrue(height > 300 && height <= SMALL, "it is " + height + " px high");
  }
}
