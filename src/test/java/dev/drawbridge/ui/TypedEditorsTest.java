package dev.drawbridge.ui;

import static dev.drawbridge.edit.SmallDesign.ARROW;
import static dev.drawbridge.edit.SmallDesign.BALANCER;
import static dev.drawbridge.edit.SmallDesign.SUBNET_A;
import static dev.drawbridge.edit.SmallDesign.SUBNET_C;
import static dev.drawbridge.edit.SmallDesign.TIER;
import static dev.drawbridge.edit.SmallDesign.VPC;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drawbridge.base.Language;
import dev.drawbridge.base.Rect;
import dev.drawbridge.catalog.aws.ApplicationLoadBalancer;
import dev.drawbridge.catalog.aws.RdsPrimary;
import dev.drawbridge.catalog.aws.Subnet;
import dev.drawbridge.catalog.aws.Traffic;
import dev.drawbridge.edit.Connect;
import dev.drawbridge.edit.Edit;
import dev.drawbridge.edit.Edits;
import dev.drawbridge.edit.SetProperty;
import dev.drawbridge.edit.SmallDesign;
import dev.drawbridge.model.Connector;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.Element;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Fields;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.controlsfx.control.ToggleSwitch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The inspector's editors by type, in the window.
class TypedEditorsTest extends OpenWindow {
  private static final ElementId DATABASE = new ElementId("db");
  private static final ElementId CANARY = new ElementId("canary");

  @BeforeEach
  void openTheDesign() {
    List<Element> all = new ArrayList<>();
    all.addAll(SmallDesign.document().elements().values());
    all.add(SmallDesign.node(DATABASE, "aws.rds", SUBNET_C, new Rect(40, 100, 176, 64)));
    Document document = Document.of(all, SmallDesign.document().settings(), Fields.NONE);
    document = after(document, SetProperty.of(SUBNET_A, Subnet.CIDR, "10.0.0.0/24"));
    document = after(document, SetProperty.of(SUBNET_C, Subnet.CIDR, "10.0.1.0/24"));
    open(after(document, new Connect(Connector.of(CANARY, "traffic", BALANCER, TIER))));
  }

  private static Document after(Document document, Edit edit) {
    return Edits.apply(document, edit).document();
  }

  private void select(ElementId... ids) {
    interact(
        () ->
            session()
                .update(
                    state -> session().editor().reveal(state, new LinkedHashSet<>(List.of(ids)))));
  }

  private void enter(String query, String text) {
    TextField field = lookup(query).queryAs(TextField.class);
    interact(
        () -> {
          field.requestFocus();
          field.setText(text);
        });
    push(KeyCode.ENTER);
  }

  /// From the canvas: in a text field the keys are about its text.
  private void undo() {
    interact(() -> window.canvas().requestFocus());
    shortcut(KeyCode.Z);
  }

  private String text(String query) {
    return call(() -> lookup(query).queryAs(Labeled.class).getText());
  }

  private String field(String query) {
    return call(() -> lookup(query).queryAs(TextField.class).getText());
  }

  private void fire(String query) {
    interact(() -> lookup(query).queryAs(Button.class).fire());
  }

  private List<String> complaints() {
    return call(
        () ->
            lookup(".field-error").queryAllAs(Labeled.class).stream()
                .filter(Node::isVisible)
                .map(Labeled::getText)
                .toList());
  }

  private boolean isShown(String query) {
    return call(
        () -> {
          Node node = lookup(query).tryQuery().orElse(null);
          return node != null && node.isVisible() && node.getParent().isVisible();
        });
  }

  private List<Integer> ports() {
    return ApplicationLoadBalancer.LISTENERS.of(document().node(BALANCER)).stream()
        .map(ApplicationLoadBalancer.LISTENER_PORT::in)
        .toList();
  }

  @Test
  void rowsAreAddedDoubledMovedAndTakenAwayByKeys() {
    select(BALANCER);
    assertEquals(List.of(443, 80), ports());
    fire("#rows-add-listeners");
    assertEquals(List.of(443, 80, 81), ports());
    interact(() -> lookup("#cell-listenerPort-0").query().requestFocus());
    push(KeyCode.ALT, KeyCode.DOWN);
    assertEquals(List.of(80, 443, 81), ports());
    until(() -> lookup("#cell-listenerPort-1").query().isFocused());
    push(KeyCode.ALT, KeyCode.SHIFT, KeyCode.DOWN);
    assertEquals(List.of(80, 443, 444, 81), ports());
    until(() -> lookup("#cell-listenerPort-2").query().isFocused());
    push(KeyCode.ALT, KeyCode.DELETE);
    assertEquals(List.of(80, 443, 81), ports());
    until(() -> lookup("#cell-listenerPort-2").query().isFocused());
    undo();
    assertEquals(List.of(80, 443, 444, 81), ports());
  }

  @Test
  void aCellThatIsNotValidSaysSoBelowItsRow() {
    select(BALANCER);
    enter("#cell-listenerPort-1", "0");
    assertEquals(1, complaints().size());
    assertTrue(complaints().getFirst().startsWith("Port: "), complaints().toString());
    assertEquals(List.of(443, 80), ports());
  }

  @Test
  void theNextFreeBlockIsTakenByOneButton() {
    select(SUBNET_A);
    assertEquals("10.0.0.0 – 10.0.0.255 · 251 usable", text("#address-range"));
    assertTrue(
        text("#address-room").startsWith("10.0.0.0/16: 1 other block"), text("#address-room"));
    assertEquals("Use 10.0.2.0/24", text("#address-next"));
    interact(
        () ->
            lookup("#address-size")
                .queryAs(ComboBox.class)
                .getSelectionModel()
                .select(Integer.valueOf(20)));
    assertEquals("Use 10.0.16.0/20", text("#address-next"));
    fire("#address-next");
    assertEquals("10.0.16.0/20", Subnet.CIDR.of(document().node(SUBNET_A)));
    assertEquals("10.0.16.0 – 10.0.31.255 · 4,091 usable", text("#address-range"));
  }

  @Test
  void anAddressBlockThatClashesSaysWithWhom() {
    select(SUBNET_A);
    enter("#property-cidr", "10.0.0.0/23");
    assertEquals(List.of("Overlaps 10.0.1.0/24 of subnet-c."), complaints());
    enter("#property-cidr", "10.9.0.0/24");
    assertEquals(List.of("Lies outside 10.0.0.0/16 of vpc."), complaints());
    enter("#property-cidr", "10.0.0.0/30");
    assertEquals(List.of("AWS takes blocks from /16 to /28."), complaints());
    enter("#property-cidr", "10.0.4.0/24");
    assertEquals(List.of(), complaints());
  }

  @Test
  void aWindowIsSetByDraggingAndByArrows() {
    select(DATABASE);
    interact(() -> window.inspector().showProperty("maintenanceWindow"));
    until(() -> lookup("#week-maintenanceWindow").query().getLayoutBounds().getWidth() > 0);
    Node week = lookup("#week-maintenanceWindow").query();
    Bounds on = call(() -> week.localToScreen(week.getLayoutBounds()));
    // Tuesday, from a quarter of the day to half of it.
    double y = on.getMinY() + 16 + 18 * 1.5;
    double hours = on.getWidth() - 34 - 8;
    dragTo(
        new Point2D(on.getMinX() + 34 + hours * 0.26, y),
        new Point2D(on.getMinX() + 34 + hours * 0.49, y));
    assertEquals(
        "tue:06:00-tue:12:00", RdsPrimary.MAINTENANCE_WINDOW.of(document().node(DATABASE)));
    push(KeyCode.RIGHT);
    push(KeyCode.DOWN);
    push(KeyCode.SHIFT, KeyCode.LEFT);
    assertEquals(
        "wed:06:30-wed:12:00", RdsPrimary.MAINTENANCE_WINDOW.of(document().node(DATABASE)));
    assertEquals("Korean Time: Wed 15:30–21:00", text("#local-maintenanceWindow"));
  }

  @Test
  void windowsThatOverlapSaySoAtBothFieldsAndThoseThatTouchDoNot() {
    select(DATABASE);
    enter("#property-maintenanceWindow", "sat:16:30-sat:17:00");
    assertEquals(List.of(), complaints());
    enter("#property-maintenanceWindow", "sat:16:30-sat:17:30");
    assertEquals(2, complaints().size(), complaints().toString());
    assertTrue(complaints().getFirst().contains("sat:16:30-sat:17:30"), complaints().toString());
    enter("#property-maintenanceWindow", "sat:16:30-sat:16:45");
    assertEquals(List.of("AWS takes no window shorter than 30 minutes."), complaints());
  }

  @Test
  void sharesChangeTogetherInOneStep() {
    select(CANARY);
    assertEquals("50", field("#share-1"));
    enter("#share-1", "10");
    assertEquals(List.of(90, 10), weights());
    undo();
    assertEquals(List.of(1, 1), weights());
    enter("#property-weight", "0");
    assertEquals("100", field("#share-0"));
    assertTrue(isShown("#share-1"));
    assertTrue(
        call(
            () ->
                lookup(".share-idle").queryAllAs(Labeled.class).stream()
                    .anyMatch(label -> label.isVisible())));
    fire("#share-even");
    assertEquals(List.of(1, 1), weights());
  }

  private List<Integer> weights() {
    Document now = document();
    return List.of(
        Traffic.WEIGHT.of(now.find(ARROW).orElseThrow()),
        Traffic.WEIGHT.of(now.find(CANARY).orElseThrow()));
  }

  @Test
  void theBorderOfTheBarIsDragged() {
    select(CANARY);
    interact(() -> window.inspector().showProperty("weight"));
    Node bar = lookup("#share-bar").query();
    until(() -> bar.getLayoutBounds().getWidth() > 0);
    Bounds on = call(() -> bar.localToScreen(bar.getLayoutBounds()));
    double y = on.getCenterY();
    dragTo(new Point2D(on.getCenterX(), y), new Point2D(on.getMinX() + on.getWidth() * 0.8, y));
    assertEquals(List.of(80, 20), weights());
  }

  @Test
  void severalElementsAreChangedTogether() {
    select(SUBNET_A, SUBNET_C);
    assertEquals("", field("#property-cidr"));
    assertEquals(List.of(), complaints());
    ToggleSwitch toggle = lookup("#property-mapPublicIp").queryAs(ToggleSwitch.class);
    interact(() -> toggle.setSelected(true));
    assertTrue(Subnet.MAP_PUBLIC_IP.of(document().node(SUBNET_A)));
    assertTrue(Subnet.MAP_PUBLIC_IP.of(document().node(SUBNET_C)));
    undo();
    assertFalse(Subnet.MAP_PUBLIC_IP.of(document().node(SUBNET_A)));
    select(SUBNET_A, VPC);
    assertEquals("These elements have no property in common.", text("#inspector .empty-note"));
  }

  @Test
  void whatIsNotTheDefaultIsMarkedAndGoesBack() {
    select(BALANCER);
    assertFalse(isShown("#reset-idleTimeout"));
    enter("#property-idleTimeout", "90");
    assertTrue(isShown("#reset-idleTimeout"));
    fire("#reset-idleTimeout");
    assertFalse(isShown("#reset-idleTimeout"));
    assertEquals("60", field("#property-idleTimeout"));
  }

  @Test
  void aSectionStaysClosedUntilSomethingInItIsAskedFor() {
    select(BALANCER);
    fire("#section-health");
    assertFalse(isShown("#property-healthCheckInterval"));
    select(TIER);
    select(BALANCER);
    assertFalse(isShown("#property-healthCheckInterval"));
    interact(() -> window.inspector().focusProperty("healthCheckInterval"));
    assertTrue(isShown("#property-healthCheckInterval"));
    assertTrue(call(lookup("#property-healthCheckInterval").query()::isFocused));
  }

  @Test
  void propertiesAreSearched() {
    select(BALANCER);
    interact(() -> lookup("#inspector-search").queryAs(TextField.class).setText("stick"));
    assertTrue(isShown("#property-stickiness"));
    assertFalse(isShown("#property-idleTimeout"));
    assertFalse(isShown("#section-health"));
    interact(() -> lookup("#inspector-search").queryAs(TextField.class).clear());
    assertTrue(isShown("#property-idleTimeout"));
  }

  @Test
  void aPresetMakesOneOfAnotherInOneStep() {
    select(BALANCER);
    MenuButton presets = lookup("#inspector-preset").queryAs(MenuButton.class);
    interact(() -> presets.getItems().get(1).fire());
    assertEquals(List.of(8080), ports());
    undo();
    assertEquals(List.of(443, 80), ports());
    interact(() -> presets.getItems().get(0).fire());
    assertEquals(List.of(443, 80), ports());
  }

  @Test
  void arrowsGoThroughTheSegmentsOfAChoice() {
    select(SUBNET_A);
    interact(() -> lookup("#choice-routing-private").query().requestFocus());
    push(KeyCode.UP);
    assertEquals(Subnet.Routing.PUBLIC, Subnet.ROUTING.of(document().node(SUBNET_A)));
    assertTrue(call(lookup("#choice-routing-public").queryAs(ToggleButton.class)::isSelected));
  }

  /// In both languages, at the narrowest that the inspector can be.
  @Test
  void noTextIsCutHoweverNarrow() {
    for (Language language : Language.values()) {
      interact(() -> texts.language().set(language));
      for (ElementId id : List.of(BALANCER, SUBNET_A, DATABASE, CANARY, TIER)) {
        select(id);
        interact(
            () -> {
              window.inspector().setMaxWidth(260);
            });
        until(() -> window.inspector().getWidth() <= 261 && cut().isEmpty());
      }
    }
  }

  private List<String> cut() {
    return lookup("#inspector .label").queryAllAs(Labeled.class).stream()
        .filter(label -> label.isVisible() && label.getWidth() > 0)
        .filter(label -> !label.getStyleClass().contains("share-part"))
        .filter(
            label -> {
              Node drawn = label.lookup(".text");
              return drawn instanceof javafx.scene.text.Text text
                  && !label.getText().isEmpty()
                  && !text.getText().replace("\n", "").equals(label.getText().replace("\n", ""));
            })
        .map(Labeled::getText)
        .toList();
  }
}
