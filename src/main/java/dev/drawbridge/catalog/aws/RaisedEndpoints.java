package dev.drawbridge.catalog.aws;

import dev.drawbridge.catalog.Arguments;
import dev.drawbridge.catalog.RaisedNode;
import dev.drawbridge.catalog.Raising;
import dev.drawbridge.catalog.aws.VpcEndpoint.Type;
import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Resource;
import dev.drawbridge.resource.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// VPC endpoints recognised in Terraform: the way back of [EndpointBlocks].
final class RaisedEndpoints {
  private RaisedEndpoints() {}

  static void endpoint(Resource resource, Raising in) {
    Optional<RaisedNode> vpc = RaisedNetwork.node(resource, "vpc_id", Vpc.KIND, in);
    if (vpc.isEmpty()) {
      in.leave(resource, "raise.without-vpc", resource.address().toString());
      return;
    }
    boolean gateway = !Arguments.text(resource.body(), "vpc_endpoint_type").equals("Interface");
    String service = service(resource.get("service_name"), vpc.get());
    if (gateway && isImplied(resource, vpc.get(), service, in)) {
      return;
    }
    RaisedNode endpoint =
        in.node(VpcEndpoint.KIND, resource)
            .in(vpc.get())
            .with(VpcEndpoint.TYPE, gateway ? Type.GATEWAY : Type.INTERFACE)
            .reading(VpcEndpoint.SERVICE, Value.of(service));
    if (gateway) {
      endpoint.over(led(resource, vpc.get(), in));
      return;
    }
    endpoint.over(RaisedNetwork.nodes(resource.get("subnet_ids"), Subnet.KIND, in));
    RaisedNetwork.groups(endpoint, Arguments.targets(resource.get("security_group_ids")), in);
    in.graph()
        .find(new Address("aws_vpc_security_group_ingress_rule", endpoint.label() + "_vpc"))
        .filter(
            rule ->
                Arguments.targets(rule.get("security_group_id")).stream()
                    .anyMatch(group -> in.nodesOf(group).contains(endpoint)))
        .ifPresent(rule -> in.claim(endpoint, rule.address()));
  }

  /// The last part of the name: `com.amazonaws.ap-northeast-2.ecr.api`.
  private static String service(@Nullable Value name, RaisedNode vpc) {
    if (name instanceof Value.Text(String text)) {
      String region = vpc.around(Region.KIND).map(r -> r.get(Region.CODE)).orElse("");
      int at = text.indexOf("." + region + ".");
      return at < 0
          ? text.replaceFirst("^com\\.amazonaws\\.[a-z0-9-]+\\.", "")
          : text.substring(at + region.length() + 2);
    }
    // A region that is known only later stands before it.
    return name instanceof Value.Template(List<Value> parts)
            && parts.getLast() instanceof Value.Text(String text)
            && text.startsWith(".")
        ? text.substring(1)
        : "";
  }

  /// The one to S3 that a VPC with private subnets has anyway.
  private static boolean isImplied(Resource resource, RaisedNode vpc, String service, Raising in) {
    Set<Address> named = Set.copyOf(Arguments.targets(resource.get("route_table_ids")));
    return service.equals("s3")
        && resource.address().name().equals(vpc.label() + "_s3")
        && named.equals(tables(vpc, Set.of(Subnet.Routing.PRIVATE), in));
  }

  /// The route tables of the subnets of a VPC that are routed so.
  private static Set<Address> tables(RaisedNode vpc, Set<Subnet.Routing> routing, Raising in) {
    Set<Address> tables = new HashSet<>();
    associations(vpc, in)
        .forEach(
            (subnet, table) -> {
              if (routing.contains(subnet.get(Subnet.ROUTING))) {
                tables.add(table);
              }
            });
    return tables;
  }

  private static SequencedMap<RaisedNode, Address> associations(RaisedNode vpc, Raising in) {
    SequencedMap<RaisedNode, Address> tables = new LinkedHashMap<>();
    for (Resource association : in.graph().ofType("aws_route_table_association")) {
      for (RaisedNode subnet : RaisedNetwork.nodes(association.get("subnet_id"), Subnet.KIND, in)) {
        if (subnet.around(Vpc.KIND).equals(Optional.of(vpc))) {
          Arguments.target(association.body(), "route_table_id")
              .ifPresent(table -> tables.put(subnet, table));
        }
      }
    }
    return tables;
  }

  /// The subnets that a gateway endpoint says it leads out of; none where it leads out of all that are not
  /// public, which needs no saying.
  private static List<RaisedNode> led(Resource resource, RaisedNode vpc, Raising in) {
    Set<Address> named = Set.copyOf(Arguments.targets(resource.get("route_table_ids")));
    Set<Address> usual = tables(vpc, Set.of(Subnet.Routing.PRIVATE, Subnet.Routing.ISOLATED), in);
    if (named.equals(usual)) {
      return List.of();
    }
    List<RaisedNode> led = new ArrayList<>();
    associations(vpc, in)
        .forEach(
            (subnet, table) -> {
              if (named.contains(table)) {
                led.add(subnet);
              }
            });
    return led;
  }
}
