package dev.drawbridge.network;

import static dev.drawbridge.network.Sample.route;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// A network hangs together: a part that names another which is not there is refused, by name.
class NetworkTest {
  private static Ref no(String name) {
    return Ref.of("no-" + name);
  }

  @Test
  void everyPartThatIsMissingIsNamed() {
    Network.Builder builder =
        Network.builder()
            .add(new Realm(Ref.of("realm"), List.of(), no("table"), Optional.of(no("list"))))
            .add(
                new Subnet(
                    Ref.of("subnet"),
                    no("realm"),
                    "a",
                    Optional.of(no("routes")),
                    Optional.of(no("entries"))))
            .add(
                Interface.host(Ref.of("host"), no("subnet"), AddressSet.of("10.0.0.1/32"))
                    .withGroups(no("group")))
            .add(new Peering(Ref.of("peering"), no("one"), no("other"), true))
            .add(new Tunnel(Ref.of("tunnel"), no("site"), AddressSet.of("192.168.0.0/16")))
            .add(Sample.balancer("balancer", no("node"), Traffic.tcp(80), "no-targets"))
            .add(Sample.targets("targets", false, no("target"), 80))
            .add(
                Sample.table(
                    "routes",
                    route("0.0.0.0/0", new NextHop.Translator(no("nat"))),
                    route("10.1.0.0/16", new NextHop.Across(no("peering"))),
                    route("192.168.0.0/16", new NextHop.Through(no("tunnel"))),
                    route("10.2.0.0/16", new NextHop.Blackhole())));
    String message = assertThrows(IllegalArgumentException.class, builder::build).getMessage();
    assertEquals(
        List.of(
            "balancer -> no-node",
            "balancer -> no-targets",
            "host -> no-group",
            "host -> no-subnet",
            "peering -> no-one",
            "peering -> no-other",
            "realm -> no-list",
            "realm -> no-table",
            "routes -> no-nat",
            "routes -> no-peering",
            "routes -> no-tunnel",
            "subnet -> no-entries",
            "subnet -> no-realm",
            "subnet -> no-routes",
            "targets -> no-target",
            "tunnel -> no-site"),
        List.copyOf(
            new TreeSet<>(
                Arrays.asList(message.substring("missing parts: ".length()).split("; ")))));
  }

  @Test
  void whatIsAskedForAndNotThereIsNamed() {
    Network network = Sample.twoTiers().build();
    assertEquals(
        "no interface nobody",
        assertThrows(
                IllegalArgumentException.class,
                () -> Reachability.of(network).alike(Ref.of("nobody")))
            .getMessage());
  }
}
