package dev.drawbridge.catalog.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.base.Rect;
import dev.drawbridge.catalog.Kind;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Fields;
import dev.drawbridge.model.Node;
import dev.drawbridge.model.Settings;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FreshAddressesTest {
  private final List<Node> nodes = new ArrayList<>();

  @Test
  void aNewSubnetTakesTheFirstFreeBlockOfItsVpc() {
    vpc("10.0.0.0/16");
    subnet("s1", "10.0.0.0/24");
    subnet("s2", "10.0.2.0/23");
    assertThat(Subnet.CIDR.in(fresh(Subnet.KIND, "zone"))).isEqualTo("10.0.1.0/24");
    subnet("s3", "10.0.1.0/24");
    assertThat(Subnet.CIDR.in(fresh(Subnet.KIND, "zone"))).isEqualTo("10.0.4.0/24");
  }

  @Test
  void aSmallVpcIsDividedIntoSixteenths() {
    vpc("192.168.0.0/22");
    assertThat(Subnet.CIDR.in(fresh(Subnet.KIND, "zone"))).isEqualTo("192.168.0.0/26");
  }

  @Test
  void inAFullVpcTheBlockIsLeftOpen() {
    vpc("10.0.0.0/28");
    subnet("s1", "10.0.0.0/28");
    assertThat(Subnet.CIDR.in(fresh(Subnet.KIND, "zone"))).isEmpty();
  }

  @Test
  void aPresetKeepsItsRouting() {
    vpc("10.0.0.0/16");
    Fields made =
        Subnet.KIND.fresh(document(), new ElementId("zone"), Subnet.KIND.presets().getFirst());
    assertThat(Subnet.ROUTING.in(made)).isEqualTo(Subnet.Routing.PUBLIC);
  }

  @Test
  void aNewZoneTakesTheFirstFreeLetter() {
    vpc("10.0.0.0/16");
    assertThat(AvailabilityZone.ZONE.in(fresh(AvailabilityZone.KIND, "vpc"))).isEqualTo("b");
  }

  @Test
  void aNewVpcOverlapsNone() {
    vpc("10.0.0.0/15");
    assertThat(Vpc.CIDR.in(fresh(Vpc.KIND, "region"))).isEqualTo("10.2.0.0/16");
  }

  private void vpc(String cidr) {
    add("region", Region.KIND, null, Fields.NONE);
    add("vpc", Vpc.KIND, "region", Vpc.CIDR.set(Fields.NONE, cidr));
    add("zone", AvailabilityZone.KIND, "vpc", AvailabilityZone.ZONE.set(Fields.NONE, "a"));
  }

  private void subnet(String id, String cidr) {
    add(id, Subnet.KIND, "zone", Subnet.CIDR.set(Fields.NONE, cidr));
  }

  private void add(String id, Kind kind, String parent, Fields properties) {
    Node node = Node.of(new ElementId(id), kind.id(), id, new Rect(0, 0, 10, 10));
    nodes.add(
        node.withProperties(properties).withParent(parent == null ? null : new ElementId(parent)));
  }

  private Fields fresh(Kind kind, String container) {
    return kind.fresh(document(), new ElementId(container), kind.presets().getLast());
  }

  private Document document() {
    return Document.of(nodes, Settings.NONE, Fields.NONE);
  }
}
