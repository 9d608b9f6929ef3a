package dev.drawbridge.analyze;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drawbridge.analyze.facts.Standing;
import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Witness;
import dev.drawbridge.analyze.rules.Component;
import dev.drawbridge.analyze.rules.Subject;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.network.Address;
import dev.drawbridge.network.AddressSet;
import dev.drawbridge.network.Interface;
import dev.drawbridge.network.Network;
import dev.drawbridge.network.Origin;
import dev.drawbridge.network.Protocol;
import dev.drawbridge.network.Ref;
import dev.drawbridge.network.Replay;
import dev.drawbridge.network.Tunnel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The packet that a finding shows gets there: a simulator that shares nothing with the engine
/// carries it.
class WitnessTest {
  private static final Map<String, Protocol> PROTOCOLS =
      Map.of("tcp", Protocol.TCP, "udp", Protocol.UDP, "icmp", Protocol.ICMP);

  static Stream<Example> violationsWithAWitness() {
    return RuleContractTest.violations()
        .filter(example -> example.findings().stream().anyMatch(f -> f.witness() != null));
  }

  @ParameterizedTest
  @MethodSource("violationsWithAWitness")
  void thePacketThatAFindingShowsGetsThere(Example example) {
    Subject subject = example.subject();
    for (Finding finding : example.findings()) {
      Witness witness = finding.witness();
      if (witness != null && PROTOCOLS.containsKey(witness.protocol())) {
        assertTrue(arrives(subject, finding, witness), finding.rule() + ": " + witness);
      }
    }
  }

  /// At anything that the finding is about or at the far end of a tunnel, from the internet, such an end, or
  /// whoever may bear the address.
  private static boolean arrives(Subject subject, Finding finding, Witness witness) {
    Network network = subject.network();
    List<Ref> faces = new ArrayList<>();
    for (String id : finding.subjects()) {
      component(subject, id).stream()
          .flatMap(component -> component.faces().stream())
          .map(Standing.Face::ref)
          .forEach(faces::add);
    }
    Address source = Address.of(witness.source());
    List<Origin> origins = new ArrayList<>();
    for (Interface host : network.interfaces().values()) {
      if (host.addresses().stream().anyMatch(set -> set.contains(source))) {
        origins.add(Origin.of(host.ref()));
      }
    }
    if (AddressSet.INTERNET.contains(source)) {
      origins.add(Origin.INTERNET);
    }
    for (Tunnel tunnel : network.tunnels().values()) {
      if (tunnel.remote().contains(source)) {
        origins.add(new Origin.Remote(tunnel.ref()));
      }
      if (tunnel.remote().contains(Address.of(witness.destination()))) {
        faces.add(tunnel.ref());
        origins.removeIf(from -> from.equals(new Origin.Remote(tunnel.ref())));
      }
    }
    return faces.stream()
        .anyMatch(
            to ->
                origins.stream()
                    .filter(from -> !from.equals(Origin.of(to)))
                    .anyMatch(
                        from ->
                            Replay.completes(
                                network,
                                from,
                                to,
                                PROTOCOLS.get(witness.protocol()),
                                witness.source(),
                                witness.destination(),
                                witness.port())));
  }

  private static Optional<Component> component(Subject subject, String id) {
    return subject
        .component(new ElementId(id))
        .or(() -> subject.components().stream().filter(one -> one.id().equals(id)).findFirst());
  }
}
