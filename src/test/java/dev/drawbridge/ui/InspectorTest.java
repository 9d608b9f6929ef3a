package dev.drawbridge.ui;

import static dev.drawbridge.edit.SmallDesign.BALANCER;
import static dev.drawbridge.edit.SmallDesign.SUBNET_A;
import static dev.drawbridge.edit.SmallDesign.SUBNET_C;
import static dev.drawbridge.edit.SmallDesign.TIER;
import static dev.drawbridge.edit.SmallDesign.VPC;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drawbridge.catalog.aws.ApplicationLoadBalancer;
import dev.drawbridge.catalog.aws.ApplicationLoadBalancer.Scheme;
import dev.drawbridge.catalog.aws.Subnet;
import dev.drawbridge.catalog.aws.WasTier;
import dev.drawbridge.edit.SmallDesign;
import dev.drawbridge.editor.Selection;
import dev.drawbridge.model.ElementId;
import java.util.List;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InspectorTest extends OpenWindow {
  @BeforeEach
  void openTheDesign() {
    open(SmallDesign.document());
  }

  private void select(ElementId id) {
    interact(() -> session().update(state -> state.withSelection(Selection.of(id))));
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

  private List<String> complaints() {
    return call(
        () ->
            lookup(".field-error").queryAllAs(Labeled.class).stream()
                .filter(javafx.scene.Node::isVisible)
                .map(Labeled::getText)
                .toList());
  }

  @Test
  void aValueIsEnteredWithEnter() {
    select(TIER);
    enter("#property-port", "9090");
    assertEquals(9090, WasTier.PORT.of(document().node(TIER)));
  }

  @Test
  void aValueThatIsNotOfTheTypeIsMarkedAtTheFieldAndStaysOut() {
    select(TIER);
    enter("#property-port", "70000");
    assertEquals(8080, WasTier.PORT.of(document().node(TIER)));
    assertEquals(1, complaints().size());
    assertTrue(complaints().getFirst().contains("65535"), complaints().toString());
    push(KeyCode.ESCAPE);
    assertEquals(List.of(), complaints());
    assertEquals("8080", lookup("#property-port").queryAs(TextField.class).getText());
  }

  @Test
  void anAddressBlockThatIsNoneIsMarked() {
    select(SUBNET_A);
    enter("#property-cidr", "ten dot one");
    assertTrue(complaints().getFirst().contains("10.0.1.0/24"), complaints().toString());
    enter("#property-cidr", "10.0.7.0/24");
    assertEquals(List.of(), complaints());
    assertEquals("10.0.7.0/24", Subnet.CIDR.of(document().node(SUBNET_A)));
  }

  @Test
  void aChoiceOfTwoShowsBoth() {
    select(BALANCER);
    ToggleButton internal = lookup("#choice-scheme-internal").queryAs(ToggleButton.class);
    interact(internal::fire);
    assertEquals(Scheme.INTERNAL, ApplicationLoadBalancer.SCHEME.of(document().node(BALANCER)));
    shortcut(KeyCode.Z);
    assertFalse(call(internal::isSelected));
    assertTrue(
        call(lookup("#choice-scheme-internet-facing").queryAs(ToggleButton.class)::isSelected));
  }

  @Test
  void membersAreChosenByCheckBoxes() {
    select(BALANCER);
    CheckBox first = lookup("#members .check-box").queryAs(CheckBox.class);
    interact(first::fire);
    assertEquals(List.of(SUBNET_C), List.copyOf(document().node(BALANCER).spans()));
  }

  @Test
  void anElementIsPutIntoAnotherContainerWithoutDragging() {
    select(TIER);
    ComboBox<?> box = lookup("#inspector-container").queryAs(ComboBox.class);
    interact(() -> box.getSelectionModel().select(0));
    assertEquals(VPC, document().node(TIER).parent());
    interact(
        () ->
            lookup("#inspector-container")
                .queryAs(ComboBox.class)
                .getSelectionModel()
                .selectLast());
    assertEquals(SUBNET_C, document().node(TIER).parent());
    assertTrue(bounds(SUBNET_C).contains(bounds(TIER)));
  }

  @Test
  void theNameIsEdited() {
    select(TIER);
    enter("#inspector-name", "orders");
    assertEquals("orders", document().node(TIER).name());
  }

  @Test
  void aFindingLeadsToTheFieldAtFault() {
    until(() -> !problemList().getItems().isEmpty());
    assertFalse(call(() -> session().state().selection().contains(SUBNET_A)));
    enterAddressOutsideTheVpc();
    choose("ADDR-002");
    until(() -> session().state().selection().contains(SUBNET_A));
    until(() -> lookup("#property-cidr").query().getPseudoClassStates().contains(Pseudo.ASKED));
  }

  private void enterAddressOutsideTheVpc() {
    select(SUBNET_A);
    enter("#property-cidr", "192.168.1.0/24");
    interact(() -> session().update(state -> state.withSelection(Selection.NONE)));
    until(() -> problem("ADDR-002") != null);
  }
}
