package dev.drawbridge.ui;

import dev.drawbridge.analyze.policy.Policy;
import dev.drawbridge.analyze.policy.ZoneTable;
import dev.drawbridge.catalog.Zone;
import java.util.EnumMap;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.geometry.HPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Which zone may open sessions with which: a table of switches, the zones that call as rows, those that
/// are called as columns. The arrow keys go from switch to switch.
final class ZonesPane extends VBox {
  private static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");

  private final Texts texts;
  private final PolicyDesk desk;
  private final Map<Zone, Map<Zone, ToggleButton>> switches = new EnumMap<>(Zone.class);
  private final Button reset = new Button();

  ZonesPane(Texts texts, PolicyDesk desk) {
    this.texts = texts;
    this.desk = desk;
    setId("policy-zones");
    getStyleClass().add("policy-pane");
    Label help = new Label(texts.get("ui.policy.zones.help"));
    help.getStyleClass().add("faint");
    help.setWrapText(true);
    help.setMinHeight(Region.USE_PREF_SIZE);
    Label legend = new Label(texts.get("ui.policy.changed"));
    legend.getStyleClass().addAll("faint", "policy-legend");
    reset.setText(texts.get("ui.policy.reset"));
    reset.setId("policy-zones-reset");
    reset.setOnAction(_ -> desk.change(policy -> policy.withZones(ZoneTable.DEFAULT)));
    getChildren().addAll(help, table(), legend, reset);
  }

  private GridPane table() {
    GridPane table = new GridPane();
    table.getStyleClass().add("zone-table");
    Label corner = new Label(texts.get("ui.policy.corner"));
    corner.getStyleClass().add("faint");
    table.add(corner, 0, 0);
    for (Zone from : Zone.values()) {
      Label column = title(from);
      GridPane.setHalignment(column, HPos.CENTER);
      table.add(column, from.ordinal() + 1, 0);
      table.add(title(from), 0, from.ordinal() + 1);
      Map<Zone, ToggleButton> row = new EnumMap<>(Zone.class);
      for (Zone to : Zone.values()) {
        if (from == to) {
          Label self = new Label("·");
          self.getStyleClass().add("zone-self");
          GridPane.setHalignment(self, HPos.CENTER);
          table.add(self, to.ordinal() + 1, from.ordinal() + 1);
        } else {
          ToggleButton one = cell(from, to);
          row.put(to, one);
          table.add(one, to.ordinal() + 1, from.ordinal() + 1);
        }
      }
      switches.put(from, row);
    }
    return table;
  }

  private Label title(Zone zone) {
    Label label = new Label(name(zone));
    label.getStyleClass().add("zone-title");
    label.setMinWidth(Region.USE_PREF_SIZE);
    return label;
  }

  private String name(Zone zone) {
    return texts.get("zone." + zone.key() + ".name");
  }

  private ToggleButton cell(Zone from, Zone to) {
    ToggleButton cell = new ToggleButton();
    cell.setId("zone-" + from.key() + "-" + to.key());
    cell.getStyleClass().add("zone-switch");
    cell.setTooltip(new Tooltip());
    cell.setOnAction(
        _ ->
            desk.change(
                policy -> policy.withZones(policy.zones().with(from, to, cell.isSelected()))));
    cell.addEventFilter(KeyEvent.KEY_PRESSED, event -> walk(event, from, to));
    return cell;
  }

  /// To the next switch in the direction of an arrow key, past the one that is not there.
  private void walk(KeyEvent event, Zone from, Zone to) {
    int down = 0;
    int right = 0;
    switch (event.getCode()) {
      case LEFT -> right = -1;
      case RIGHT -> right = 1;
      case UP -> down = -1;
      case DOWN -> down = 1;
      default -> {
        return;
      }
    }
    event.consume();
    int row = from.ordinal() + down;
    int column = to.ordinal() + right;
    if (row == column) {
      row += down;
      column += right;
    }
    Zone[] zones = Zone.values();
    if (row >= 0 && row < zones.length && column >= 0 && column < zones.length) {
      ToggleButton next = switches.getOrDefault(zones[row], Map.of()).get(zones[column]);
      if (next != null) {
        next.requestFocus();
      }
    }
  }

  void show(Policy policy) {
    switches.forEach(
        (from, row) ->
            row.forEach((to, cell) -> show(cell, from, to, policy.zones().allows(from, to))));
    reset.setDisable(policy.zones().equals(ZoneTable.DEFAULT));
  }

  private void show(ToggleButton cell, Zone from, Zone to, boolean may) {
    boolean usual = ZoneTable.DEFAULT.allows(from, to);
    cell.setSelected(may);
    cell.setGraphic((may ? Glyph.CHECK : Glyph.CLOSE).node(14));
    cell.pseudoClassStateChanged(CHANGED, may != usual);
    String said = texts.get(may ? "ui.policy.may" : "ui.policy.may-not", name(from), name(to));
    String text =
        may == usual
            ? said
            : said + " " + texts.get(usual ? "ui.policy.default.may" : "ui.policy.default.may-not");
    cell.setAccessibleText(text);
    cell.getTooltip().setText(text);
  }
}
