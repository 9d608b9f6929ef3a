package dev.drawbridge.analyze.rules.topology;

import dev.drawbridge.analyze.facts.AwsSubnet;
import dev.drawbridge.analyze.facts.Reader;
import dev.drawbridge.analyze.facts.Reading;
import dev.drawbridge.analyze.rules.Subject;
import dev.drawbridge.network.Ref;
import dev.drawbridge.network.Subnet;
import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Resource;
import dev.drawbridge.resource.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The VPC endpoints of a design. One with interfaces serves its whole VPC, whichever subnets these
/// are in; a gateway endpoint serves the subnets whose route tables it is put into, and only for
/// S3 or DynamoDB.
final class Endpoints {
  private final Subject subject;
  private final Set<Address> served = new HashSet<>();
  private final Map<Ref, List<String>> gateways = new HashMap<>();

  private Endpoints(Subject subject) {
    this.subject = subject;
  }

  static Endpoints of(Subject subject) {
    Endpoints all = new Endpoints(subject);
    Map<Address, String> names = new HashMap<>();
    for (Resource endpoint : subject.facts().ofType("aws_vpc_endpoint")) {
      Reader read = subject.facts().read(endpoint);
      Reading<String> type = read.text("vpc_endpoint_type").or("Gateway");
      if (!type.is("Gateway")) {
        read.reference("vpc_id").known().ifPresent(all.served::add);
        continue;
      }
      String service = read.text("service_name").known().orElse(endpoint.address().toString());
      names.put(endpoint.address(), service.substring(service.lastIndexOf('.') + 1));
      for (Reading<Value.Reference> table :
          read.attributes("route_table_ids").known().orElse(List.of())) {
        all.put(table, names.get(endpoint.address()));
      }
    }
    for (Resource link : subject.facts().ofType("aws_vpc_endpoint_route_table_association")) {
      Reader read = subject.facts().read(link);
      read.reference("vpc_endpoint_id")
          .known()
          .map(names::get)
          .ifPresent(service -> all.put(read.attribute("route_table_id"), service));
    }
    return all;
  }

  private void put(Reading<Value.Reference> table, String service) {
    table
        .known()
        .flatMap(this::tableOf)
        .ifPresent(ref -> gateways.computeIfAbsent(ref, _ -> new ArrayList<>()).add(service));
  }

  private Optional<Ref> tableOf(Value.Reference reference) {
    Ref target = Ref.of(reference.target().toString());
    return switch (reference.attribute()) {
      case "default_route_table_id", "main_route_table_id" ->
          Optional.ofNullable(subject.network().realms().get(target)).map(vpc -> vpc.mainRoutes());
      default -> Optional.of(target);
    };
  }

  /// Whether what stands in the subnet can call some service through interfaces in its VPC.
  boolean serveAnyService(Address subnet) {
    AwsSubnet found = subject.facts().subnets().get(subnet);
    return found != null && found.vpc().known().filter(served::contains).isPresent();
  }

  /// The services that the subnet's route table leads to through gateway endpoints, such as `s3`.
  List<String> gatewaysOf(Address subnet) {
    Subnet found = subject.network().subnets().get(Ref.of(subnet.toString()));
    return found == null
        ? List.of()
        : gateways.getOrDefault(subject.network().routesOf(found).ref(), List.of());
  }
}
