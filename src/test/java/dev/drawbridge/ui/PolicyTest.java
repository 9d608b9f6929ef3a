package dev.drawbridge.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drawbridge.analyze.Policies;
import dev.drawbridge.analyze.policy.ChangePolicy;
import dev.drawbridge.analyze.policy.Policy;
import dev.drawbridge.analyze.policy.Suppression;
import dev.drawbridge.analyze.policy.ZoneTable;
import dev.drawbridge.base.Language;
import dev.drawbridge.base.Outcome;
import dev.drawbridge.catalog.Zone;
import dev.drawbridge.edit.template.Template;
import dev.drawbridge.editor.Selection;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.ElementId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyTest extends OpenWindow {
  @TempDir Path folder;

  @BeforeEach
  void openTheDesign() {
    open(Template.THREE_TIER.design(Language.ENGLISH));
    interact(() -> window.showPolicy(PolicyWindow.Part.ZONES));
  }

  @AfterEach
  void close() {
    interact(() -> window.policy().hide());
  }

  private Policy policy() {
    return switch (Policies.of(document())) {
      case Outcome.Ok<Policy>(Policy policy, var _) -> policy;
      case Outcome.Failed<Policy>(var issues) -> throw new AssertionError(issues);
    };
  }

  private <N extends javafx.scene.Node> N find(String query, Class<N> type) {
    return call(
        () -> from(window.policy().stage().getScene().getRoot()).lookup(query).queryAs(type));
  }

  private void press(String query) {
    ButtonBase button = find(query, ButtonBase.class);
    interact(button::fire);
  }

  @Test
  void aSwitchChangesThePolicyOfTheDesignAndTheFindingsAndCanBeUndone() {
    Document before = document();
    assertFalse(lists("DMZ-028"));
    press("#zone-dmz-app");
    assertFalse(policy().zones().allows(Zone.DMZ, Zone.APP));
    checked();
    assertTrue(lists("DMZ-028"));
    press("#policy-zones-reset");
    assertEquals(ZoneTable.DEFAULT, policy().zones());
    checked();
    assertFalse(lists("DMZ-028"));
    assertEquals(before, document(), "the default is not written down");
    interact(() -> window.commands().get("undo").run());
    assertFalse(policy().zones().allows(Zone.DMZ, Zone.APP));
    assertFalse(find("#zone-dmz-app", javafx.scene.control.ToggleButton.class).isSelected());
  }

  @Test
  void switchesAreReachedAndThrownByKeys() {
    javafx.scene.Node first = find("#zone-internet-dmz", javafx.scene.Node.class);
    interact(first::requestFocus);
    push(KeyCode.RIGHT);
    push(KeyCode.DOWN);
    assertTrue(call(() -> find("#zone-dmz-app", javafx.scene.Node.class).isFocused()));
    push(KeyCode.SPACE);
    assertFalse(policy().zones().allows(Zone.DMZ, Zone.APP));
    push(KeyCode.LEFT);
    assertTrue(
        call(() -> find("#zone-dmz-internet", javafx.scene.Node.class).isFocused()),
        "past the zone's own");
    String heard = call(() -> find("#zone-dmz-app", javafx.scene.Node.class).getAccessibleText());
    assertEquals("DMZ may not call App. By default it may.", heard);
  }

  @Test
  void aFindingAboutThePolicyLeadsToIt() {
    press("#zone-dmz-app");
    checked();
    interact(() -> window.policy().hide());
    choose("DMZ-028");
    interact(() -> lookup("#open-policy").queryButton().fire());
    assertTrue(call(() -> window.policy().stage().isShowing()));
  }

  @Test
  void aRuleIsSwitchedOffAndOnAgain() {
    open(Template.THREE_TIER_PLANTED.design(Language.ENGLISH));
    Document before = document();
    interact(() -> window.showPolicy(PolicyWindow.Part.RULES));
    interact(
        () -> find("#policy-rule-filter", javafx.scene.control.TextField.class).setText("rds-003"));
    press("#rule-RDS-003");
    assertEquals(List.of("RDS-003"), List.copyOf(policy().switches().off()));
    checked();
    assertFalse(lists("RDS-003"));
    press("#rule-RDS-003");
    assertEquals(before, document());
  }

  @Test
  void suppressionsAreListedExpiredOnesMarkedAndTakenBack() {
    Suppression old = new Suppression("RDS-002", "rds-main", "till spring", TODAY.minusDays(1));
    Suppression valid = new Suppression("RDS-002", "rds-replica", "known", TODAY);
    interact(
        () -> {
          session().commit(new ChangePolicy(Policy.DEFAULT.with(old).with(valid)));
          window.showPolicy(PolicyWindow.Part.SUPPRESSIONS);
        });
    String expired = find(".policy-expired", Labeled.class).getText();
    assertEquals("expired 2030-05-31", expired);
    Hyperlink link = find("#policy-suppression-list .hyperlink", Hyperlink.class);
    interact(link::fire);
    assertEquals(
        Selection.of(new ElementId("rds-main")), call(() -> session().state().selection()));
    press("#policy-suppression-list .unsuppress");
    assertEquals(List.of(valid), policy().suppressions());
  }

  @Test
  void aPolicyIsSharedAsAFile() throws Exception {
    press("#zone-dmz-app");
    Policy shared = policy();
    dialogs.next = folder.resolve("drawbridge.policy.json");
    press("#policy-export");
    assertTrue(Files.readString(dialogs.next).contains("\"dmz\""));
    press("#policy-zones-reset");
    press("#policy-import");
    assertEquals(shared, policy());
    assertEquals(List.of(), dialogs.reported);
  }

  @Test
  void aFileThatIsNoPolicyIsToldAndChangesNothing() throws Exception {
    Document before = document();
    dialogs.next = folder.resolve("wrong.json");
    Files.writeString(dialogs.next, "{\"zones\": {\"moon\": []}}");
    press("#policy-import");
    assertEquals(1, dialogs.reported.size());
    assertEquals(before, document());
  }
}
