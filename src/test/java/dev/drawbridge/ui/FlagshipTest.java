package dev.drawbridge.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drawbridge.base.Outcome;
import dev.drawbridge.base.Rect;
import dev.drawbridge.catalog.aws.ApplicationLoadBalancer;
import dev.drawbridge.catalog.aws.ApplicationLoadBalancer.Scheme;
import dev.drawbridge.catalog.aws.Instances;
import dev.drawbridge.editor.HitTest;
import dev.drawbridge.hcl.Parser;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.Node;
import dev.drawbridge.output.store.DesignStore;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The whole main job with the hands: draw, see what is wrong, mend it, take the result away.
class FlagshipTest extends OpenWindow {
  @TempDir Path folder;

  @Test
  void aPersonDrawsAPublicWasSeesItMendsItAndExports() throws Exception {
    draw();
    Node was = newest("tier.was");
    checked();
    assertFalse(lists("DMZ-001"));

    makePublic(was);
    until(() -> problem("DMZ-001") != null);
    until(() -> lookup("#status-verdict").queryLabeled().getText().contains("in"));

    choose("DMZ-001");
    until(() -> session().state().selection().contains(was.id()));
    clickAt(middle("#problem-list .list-cell:selected .quick-fix"));
    checked();
    assertFalse(lists("DMZ-001"));
    Document mended = document();

    shortcut(KeyCode.Z);
    checked();
    assertTrue(lists("DMZ-001"));
    shortcut(KeyCode.SHIFT, KeyCode.Z);
    checked();
    assertEquals(mended, document());
    assertFalse(lists("DMZ-001"));

    export();
  }

  private void draw() {
    dragFromPalette("internet", "internet users", 0, -240);
    dragFromPalette("aws.region", "region", 0, 200);
    push(KeyCode.SHIFT, KeyCode.DIGIT1);
    Rect region = bounds(newest("aws.region").id());
    dragFromPalette("aws.vpc", "vpc", region.centerX(), region.centerY());
    Rect vpc = bounds(newest("aws.vpc").id());
    dragFromPalette("aws.internet_gateway", "igw", vpc.centerX(), vpc.y() + 20);
    dragFromPalette("aws.availability_zone", "zone", vpc.x() + 240, vpc.centerY() + 20);
    Rect zoneA = bounds(newest("aws.availability_zone").id());
    dragFromPalette("aws.availability_zone", "zone", vpc.right() - 240, vpc.centerY() + 20);
    Rect zoneC = bounds(newest("aws.availability_zone").id());
    dragFromPalette("aws.subnet.public", "public subnet", zoneA.centerX(), zoneA.y() + 130);
    Rect publicA = bounds(newest("aws.subnet").id());
    dragFromPalette("aws.subnet.private", "private subnet", zoneA.centerX(), zoneA.y() + 330);
    Rect privateA = bounds(newest("aws.subnet").id());
    dragFromPalette("aws.subnet.private", "private subnet", zoneC.centerX(), zoneC.y() + 330);

    dragFromPalette("aws.alb.internal", "internal balancer", vpc.centerX(), privateA.centerY());
    Node balancer = newest("aws.alb");
    assertEquals(newest("aws.vpc").id(), balancer.parent());
    assertEquals(Scheme.INTERNAL, ApplicationLoadBalancer.SCHEME.of(balancer));

    dragFromPalette("tier.was", "was", publicA.centerX(), publicA.centerY() + 10);
    Node was = newest("tier.was");
    assertEquals("aws.subnet", document().node(was.parent()).kind());
    assertEquals(11, document().nodes().size());
  }

  /// A public address, by the inspector; and an arrow from the internet, drawn from its port.
  private void makePublic(Node was) {
    clickAt(at(bounds(was.id()).center()));
    until(() -> session().state().selection().contains(was.id()));
    interact(() -> lookup("#property-publicIp").query().requestFocus());
    type(KeyCode.SPACE);
    until(() -> Instances.PUBLIC_IP.of(session().document().node(was.id())));

    Rect internet = bounds(newest("internet").id());
    mouseTo(at(internet.center()));
    double zoom = call(() -> session().state().camera().zoom());
    dragTo(
        at(internet.centerX(), internet.bottom() + HitTest.PORT_DISTANCE / zoom),
        at(bounds(was.id()).center()));
    until(() -> session().document().connectors().size() == 1);
  }

  private void exportAs(String format) {
    interact(() -> window.commands().get("export-" + format).run());
    until(() -> window.sharing().exports().isDrawn());
    push(KeyCode.ENTER);
    until(() -> !window.sharing().exports().stage().isShowing());
  }

  private void export() throws Exception {
    dialogs.next = folder.resolve("shop.svg");
    exportAs("svg");
    try (InputStream svg = Files.newInputStream(dialogs.next)) {
      var xml = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(svg);
      assertEquals("svg", xml.getDocumentElement().getNodeName());
    }

    dialogs.next = folder.resolve("shop.png");
    exportAs("png");
    assertTrue(ImageIO.read(dialogs.next.toFile()).getWidth() > 1000);

    dialogs.next = folder.resolve("terraform");
    interact(() -> window.commands().get("export-terraform").run());
    until(window::isAtRest);
    try (Stream<Path> files = Files.list(dialogs.next)) {
      List<Path> terraform = files.filter(file -> file.toString().endsWith(".tf")).toList();
      assertTrue(terraform.size() > 2, terraform.toString());
      for (Path file : terraform) {
        var parsed = Parser.parse(file.toString(), Files.readString(file));
        assertTrue(parsed.issues().isEmpty(), file + ": " + parsed.issues());
      }
    }
    assertEquals(List.of(), dialogs.reported);

    clickOn("Terraform");
    until(() -> !lookup("#terraform-files").queryAs(ListView.class).getItems().isEmpty());

    dialogs.next = folder.resolve("shop.drawbridge");
    shortcut(KeyCode.S);
    assertFalse(call(() -> session().state().isDirty()));
    switch (DesignStore.open(dialogs.next)) {
      case Outcome.Ok<DesignStore.Opened>(var opened, var _) ->
          assertEquals(document(), opened.document());
      case Outcome.Failed<DesignStore.Opened>(var issues) -> throw new AssertionError(issues);
    }
  }
}
