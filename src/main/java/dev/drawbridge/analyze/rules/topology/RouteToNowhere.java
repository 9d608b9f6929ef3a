package dev.drawbridge.analyze.rules.topology;

import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Severity;
import dev.drawbridge.analyze.rules.Report;
import dev.drawbridge.analyze.rules.Routes;
import dev.drawbridge.analyze.rules.Rule;
import dev.drawbridge.analyze.rules.Subject;
import dev.drawbridge.network.Network;
import dev.drawbridge.network.NextHop;
import dev.drawbridge.network.Peering;
import dev.drawbridge.network.Ref;
import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Resource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Routes whose packets get nowhere: without a target, or with one that belongs to another VPC.
public final class RouteToNowhere implements Rule {
  @Override
  public String id() {
    return "TOPO-008";
  }

  @Override
  public Severity severity() {
    return Severity.BROKEN;
  }

  @Override
  public List<Finding> check(Subject subject) {
    Map<Address, Address> vpnHomes = subject.facts().vpnHomes();
    Map<Address, Resource> says = new LinkedHashMap<>();
    Map<Address, Set<String>> lost = new LinkedHashMap<>();
    for (Routes.Written written : Routes.all(subject)) {
      if (isLost(subject.network(), vpnHomes, written)) {
        Address address = written.says().address();
        says.put(address, written.says());
        lost.computeIfAbsent(address, _ -> new LinkedHashSet<>())
            .add(written.route().destination().toString());
      }
    }
    List<Finding> found = new ArrayList<>();
    says.forEach(
        (address, resource) ->
            found.add(
                Report.by(this, subject)
                    .about(resource)
                    .says(
                        "finding",
                        subject.label(resource),
                        List.copyOf(lost.getOrDefault(address, Set.of())))
                    .done()));
    return found;
  }

  private static boolean isLost(
      Network network, Map<Address, Address> vpnHomes, Routes.Written written) {
    if (written.route().via() instanceof NextHop.Blackhole) {
      return true;
    }
    if (written.home().isEmpty()) {
      return false;
    }
    Address home = written.home().get();
    Ref realm = Ref.of(home.toString());
    return switch (written.route().via()) {
      case NextHop.Translator(Ref nat) -> {
        Ref other = network.subnetOf(network.interfaceOf(nat)).realm();
        yield network.realms().containsKey(other) && !other.equals(realm);
      }
      case NextHop.Across(Ref ref) -> {
        Peering peering = network.peerings().get(ref);
        yield peering != null && !peering.one().equals(realm) && !peering.other().equals(realm);
      }
      case NextHop.Unresolved _, NextHop.Through _ ->
          written
              .read()
              .reference("gateway_id")
              .known()
              .map(vpnHomes::get)
              .filter(vpc -> !vpc.equals(home))
              .isPresent();
      case NextHop.Local _,
          NextHop.InternetGateway _,
          NextHop.EgressOnlyGateway _,
          NextHop.Blackhole _ ->
          false;
    };
  }
}
