package dev.drawbridge.draw.icon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drawbridge.base.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IconFolderTest {
  @TempDir Path folder;

  private void put(String file, String colour) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(
        path,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 48 48\"><rect width=\"48\""
            + " height=\"48\" fill=\""
            + colour
            + "\"/></svg>");
  }

  private IconSet read() {
    return ((Outcome.Ok<IconSet>) IconFolder.read(folder)).value();
  }

  private static int colour(IconSet set, String icon) {
    return set.named(icon).shapes().getFirst().fill() & 0xffffff;
  }

  @Test
  void filesAreFoundByTheNamesThatAwsGivesThemHoweverDeep() throws Exception {
    put("Architecture-Service-Icons/Arch_Compute/48/Arch_Amazon-EC2_48.svg", "#000001");
    put("Resource-Icons/Res_Networking/Res_Amazon-VPC_NAT-Gateway_48.svg", "#000002");
    put("Architecture-Group-Icons/Virtual-private-cloud-VPC_32.svg", "#000003");
    put("Resource-Icons/General/Res_Users_48_Light.svg", "#000004");
    IconSet set = read();
    assertEquals(1, colour(set, "ec2"));
    assertEquals(2, colour(set, "nat"));
    assertEquals(3, colour(set, "vpc"));
    assertEquals(4, colour(set, "users"));
    assertEquals(4, set.replacedCount());
    assertSame(Icons.named("consul"), set.named("consul"), "AWS has none");
    assertSame(Icons.named("waf"), set.named("waf"), "the folder has none");
  }

  @Test
  void theSizeNearestToOursAndTheResourceItselfGoFirst() throws Exception {
    put("Arch_Amazon-EC2_16.svg", "#000016");
    put("Arch_Amazon-EC2_48.svg", "#000048");
    put("Arch_Amazon-EC2_64.svg", "#000064");
    put("Res_Users_48_Dark.svg", "#0000dd");
    put("Res_Users_48_Light.svg", "#0000ee");
    put("Arch_Elastic-Load-Balancing_48.svg", "#000001");
    IconSet balancing = read();
    assertEquals(0x48, colour(balancing, "ec2"));
    assertEquals(0xee, colour(balancing, "users"));
    assertEquals(1, colour(balancing, "alb-public"));
    put("Res_Elastic-Load-Balancing_Application-Load-Balancer_48.svg", "#000002");
    put("alb-internal.svg", "#000003");
    IconSet set = read();
    assertEquals(2, colour(set, "alb-public"));
    assertEquals(3, colour(set, "alb-internal"), "called as ours");
    assertEquals(1, colour(set, "nlb-public"));
  }

  @Test
  void whatCannotBeReadIsToldAndTheBundledIconStays() throws Exception {
    put("Arch_Amazon-EC2_48.svg", "#000001");
    Files.writeString(
        folder.resolve("Arch_AWS-WAF_48.svg"), "<svg viewBox='0 0 48 48'><script/></svg>");
    Files.write(folder.resolve("Arch_Amazon-RDS_48.svg"), new byte[600 << 10]);
    Outcome<IconSet> outcome = IconFolder.read(folder);
    IconSet set =
        assertInstanceOf(Outcome.Ok.class, outcome).value() instanceof IconSet s ? s : null;
    assertEquals(1, set.replacedCount());
    assertSame(Icons.named("waf"), set.named("waf"));
    assertEquals(2, outcome.issues().size(), outcome.issues().toString());
  }

  @Test
  void linksOutOfTheFolderAreNotFollowed(@TempDir Path outside) throws Exception {
    put("Arch_Amazon-EC2_48.svg", "#000001");
    Path secret = Files.move(folder.resolve("Arch_Amazon-EC2_48.svg"), outside.resolve("x.svg"));
    Files.createSymbolicLink(folder.resolve("Arch_Amazon-EC2_48.svg"), secret);
    assertInstanceOf(Outcome.Failed.class, IconFolder.read(folder));
  }

  @Test
  void aFolderWithoutIconsAndNoFolderAreRefused() throws Exception {
    assertInstanceOf(Outcome.Failed.class, IconFolder.read(folder));
    Path file = Files.writeString(folder.resolve("holiday.svg"), "<svg/>");
    assertInstanceOf(Outcome.Failed.class, IconFolder.read(folder));
    assertInstanceOf(Outcome.Failed.class, IconFolder.read(file));
    assertInstanceOf(Outcome.Failed.class, IconFolder.read(folder.resolve("gone")));
  }

  @Test
  void everyNameBelongsToABundledIcon() {
    OfficialNames.icons().forEach(icon -> assertTrue(Icons.has(icon), icon));
  }
}
