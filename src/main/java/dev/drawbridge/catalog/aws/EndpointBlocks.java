package dev.drawbridge.catalog.aws;

import dev.drawbridge.catalog.Lowering;
import dev.drawbridge.model.Element;
import dev.drawbridge.model.Node;
import dev.drawbridge.resource.Block;
import dev.drawbridge.resource.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// VPC endpoints in Terraform.
final class EndpointBlocks {
  private static final String TYPE = "aws_vpc_endpoint";

  /// The services to which gateway endpoints lead.
  private static final Set<String> BY_ROUTE = Set.of("s3", "dynamodb");

  private EndpointBlocks() {}

  static void endpoint(Element element, Lowering out) {
    if (!(element instanceof Node endpoint)) {
      return;
    }
    Optional<Node> vpc = out.around().vpc(endpoint);
    if (vpc.isEmpty()) {
      out.warn(endpoint, null, "lower.without-vpc");
      return;
    }
    String service = VpcEndpoint.SERVICE.of(endpoint);
    boolean gateway = VpcEndpoint.TYPE.of(endpoint) == VpcEndpoint.Type.GATEWAY;
    if (gateway && !BY_ROUTE.contains(service)) {
      out.warn(endpoint, VpcEndpoint.SERVICE.name(), "lower.endpoint-without-route", service);
      return;
    }
    if (gateway && !out.first("gateway endpoint " + service + " " + vpc.get().id())) {
      // AWS takes one for each service and route table.
      out.warn(endpoint, VpcEndpoint.SERVICE.name(), "lower.endpoint-twice", service);
      return;
    }
    Block.Builder body =
        Block.builder()
            .set("vpc_id", Terms.vpcId(out, vpc.get()))
            .set(
                "service_name",
                "com.amazonaws." + out.around().regionCode(endpoint) + "." + service)
            .set("vpc_endpoint_type", gateway ? "Gateway" : "Interface");
    if (gateway) {
      body.set("route_table_ids", Value.of(tables(endpoint, vpc.get(), out)));
    } else {
      List<Node> subnets = out.around().subnets(endpoint);
      if (subnets.isEmpty()) {
        out.warn(endpoint, null, "lower.without-subnets");
      }
      SecurityBlocks.group(endpoint, vpc.get(), out);
      SecurityBlocks.fromVpc(endpoint, vpc.get(), out);
      body.set("private_dns_enabled", true)
          .set("subnet_ids", Terms.subnetIds(out, subnets))
          .set("security_group_ids", Value.items(SecurityBlocks.id(out, endpoint.id())));
    }
    out.add(
        endpoint,
        out.address(TYPE, endpoint.id()),
        body.set("tags", Terms.nameTag(out.tagName(endpoint.id()))).build());
  }

  /// Whether a gateway endpoint for the service is drawn in the VPC.
  static boolean isDrawn(String service, Node vpc, Lowering out) {
    return out.around().inVpc(vpc, VpcEndpoint.KIND.id()).stream()
        .anyMatch(
            one ->
                VpcEndpoint.TYPE.of(one) == VpcEndpoint.Type.GATEWAY
                    && VpcEndpoint.SERVICE.of(one).equals(service));
  }

  private static List<Value> tables(Node endpoint, Node vpc, Lowering out) {
    // A route table of another VPC cannot lead to it.
    List<Node> spanned =
        out.around().subnets(endpoint).stream()
            .filter(subnet -> out.around().vpc(subnet).equals(Optional.of(vpc)))
            .toList();
    List<Value> tables = new ArrayList<>();
    NetworkBlocks.tables(vpc, out)
        .forEach(
            (table, subnets) -> {
              boolean led =
                  spanned.isEmpty()
                      ? Subnet.ROUTING.of(subnets.getFirst()) != Subnet.Routing.PUBLIC
                      : subnets.stream().anyMatch(spanned::contains);
              if (led) {
                tables.add(Terms.id(table));
              }
            });
    return tables;
  }
}
