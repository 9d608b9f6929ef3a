package dev.drawbridge.ui;

import dev.drawbridge.catalog.Property;
import dev.drawbridge.model.Datum;
import dev.drawbridge.model.Fields;
import java.util.function.Consumer;
import javafx.scene.Node;
import org.controlsfx.control.ToggleSwitch;

/// Yes or no, as a switch.
final class FlagEditor extends PropertyEditor {
  private final ToggleSwitch toggle = new ToggleSwitch();
  private boolean showing;

  FlagEditor(Property<?> property, Consumer<Datum> commit) {
    super(property, commit);
    toggle.setFocusTraversable(true);
    toggle
        .selectedProperty()
        .addListener(
            (_, _, on) -> {
              if (!showing) {
                commit(Datum.of((boolean) on));
              }
            });
  }

  @Override
  Node node() {
    return toggle;
  }

  @Override
  Node focus() {
    return toggle;
  }

  @Override
  void show(Fields fields) {
    set(datum(property(), fields) instanceof Datum.Flag(boolean value) && value);
  }

  @Override
  void showMixed() {
    set(false);
  }

  private void set(boolean on) {
    showing = true;
    toggle.setSelected(on);
    showing = false;
  }
}
