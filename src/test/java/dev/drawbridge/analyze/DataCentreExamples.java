package dev.drawbridge.analyze;

import static dev.drawbridge.analyze.Designs.joined;
import static dev.drawbridge.analyze.Designs.network;
import static dev.drawbridge.analyze.Example.passing;
import static dev.drawbridge.analyze.Example.undecided;
import static dev.drawbridge.analyze.Example.violating;
import static dev.drawbridge.analyze.Terraform.publicSubnet;
import static dev.drawbridge.analyze.Terraform.ref;
import static dev.drawbridge.analyze.Terraform.route;
import static dev.drawbridge.analyze.Terraform.tcp;

import dev.drawbridge.analyze.policy.Policy;
import dev.drawbridge.catalog.Zone;
import dev.drawbridge.catalog.aws.DataCentre;
import dev.drawbridge.catalog.aws.DataCentreLink;
import dev.drawbridge.resource.Block;
import dev.drawbridge.resource.Value;
import java.util.List;

/// Examples of what rules say of data centres, drawn and in Terraform.
final class DataCentreExamples {
  private DataCentreExamples() {}

  static final String DATABASE = "aws_db_instance.data";

  static final List<Example> ALL =
      List.of(
          violating(
              "DMZ-028",
              "a data centre that calls a database",
              joined().database("db", "isolated-a", "isolated-c").arrow("idc", "db"),
              "db"),
          violating(
              "DMZ-028",
              "a web tier that calls a server on premises",
              joined()
                  .web("web", "private-a", "private-c")
                  .onPremises("erp", "idc.server", "192.168.7.7")
                  .arrow("web", "erp", "8443"),
              "web"),
          violating(
              "DMZ-028",
              "a replica on premises, which calls its source",
              joined()
                  .database("db", "isolated-a", "isolated-c")
                  .onPremises("copy", "idc.database", "192.168.7.7")
                  .replicating("db", "copy"),
              "db"),
          passing(
              "DMZ-028",
              "the same where the policy allows it",
              joined()
                  .database("db", "isolated-a", "isolated-c")
                  .onPremises("copy", "idc.database", "192.168.7.7")
                  .replicating("db", "copy")
                  .under(
                      Policy.DEFAULT.withZones(
                          Policy.DEFAULT.zones().with(Zone.IDC, Zone.DATA, true)))),
          violating(
              "DMZ-028",
              "a database that follows one on premises",
              joined()
                  .database("db", "isolated-a", "isolated-c")
                  .onPremises("origin", "idc.database", "192.168.7.7")
                  .replicating("origin", "db"),
              "db"),
          passing(
              "DMZ-028",
              "a WAS and a data centre that call each other",
              joined()
                  .was("was", "private-a", "private-c")
                  .onPremises("erp", "idc.server", "192.168.7.7")
                  .arrow("was", "erp")
                  .arrow("idc", "was")),
          passing(
              "DMZ-028",
              "an arrow to a database from a data centre that nothing joins",
              network()
                  .add("idc", "idc", null)
                  .database("db", "isolated-a", "isolated-c")
                  .arrow("idc", "db")),
          violating(
              "DMZ-028",
              "a database that admits what lies behind a VPN with a static route",
              vpn().add("aws_vpn_connection_route.idc", DataCentreExamples::told),
              DATABASE),
          violating(
              "DMZ-028",
              "the same by a gateway that is attached by a resource of its own",
              vpn("aws_vpn_gateway_attachment")
                  .add("aws_vpn_connection_route.idc", DataCentreExamples::told),
              DATABASE),
          violating(
              "DMZ-028",
              "the same over Direct Connect, by a route that somebody wrote",
              database(route("192.168.0.0/16", "gateway_id", "aws_vpn_gateway.idc"))
                  .add("aws_vpn_gateway.idc", b -> b.set("vpc_id", ref("aws_vpc.main.id")))
                  .add(
                      "aws_dx_gateway.idc",
                      b -> b.set("name", "idc").set("amazon_side_asn", "64512"))
                  .add(
                      "aws_dx_gateway_association.idc",
                      b ->
                          b.set("dx_gateway_id", ref("aws_dx_gateway.idc.id"))
                              .set("associated_gateway_id", ref("aws_vpn_gateway.idc.id"))),
              DATABASE),
          undecided("DMZ-028", "a database that admits what BGP may announce", vpn(), DATABASE),
          passing(
              "DMZ-028",
              "one behind a VPN to which no route leads",
              database()
                  .add("aws_vpn_gateway.idc", b -> b.set("vpc_id", ref("aws_vpc.main.id")))
                  .add("aws_vpn_connection.idc", b -> lines(b, false))
                  .add("aws_vpn_connection_route.idc", DataCentreExamples::told)),
          passing(
              "DMZ-028",
              "one whose gateway is attached to another VPC",
              database(route("192.168.0.0/16", "gateway_id", "aws_vpn_gateway.idc"))
                  .add("aws_vpc.other", b -> b.set("cidr_block", "10.9.0.0/16"))
                  .add("aws_vpn_gateway.idc", b -> b.set("vpc_id", ref("aws_vpc.other.id")))
                  .add("aws_vpn_connection.idc", b -> lines(b, false))),
          undecided(
              "DMZ-028",
              "one behind a transit gateway with a VPN",
              hub()
                  .add(
                      "aws_vpn_connection.hub",
                      b -> b.set("transit_gateway_id", ref("aws_ec2_transit_gateway.hub.id"))),
              DATABASE),
          passing("DMZ-028", "one behind a transit gateway with VPCs only", hub()),
          violating(
              "ADDR-008",
              "a data centre with addresses of the VPC, which BGP announces",
              joined().set("idc", DataCentre.CIDR, "10.0.128.0/20"),
              "vpc"),
          violating(
              "ADDR-008",
              "a data centre in whose addresses those of the VPC lie",
              joined().set("idc", DataCentre.CIDR, "10.0.0.0/8"),
              "vpc"),
          violating(
              "ADDR-008",
              "the same by static routes",
              joined()
                  .set("idc", DataCentre.CIDR, "10.0.0.0/8")
                  .set("vpn.idc", DataCentreLink.ROUTING, DataCentreLink.Routing.STATIC),
              "vpc"),
          passing("ADDR-008", "a data centre with addresses of its own", joined()),
          violating(
              "ADDR-004",
              "a data centre told by an address in it",
              joined().set("idc", DataCentre.CIDR, "192.168.7.1/16"),
              "idc"),
          passing("ADDR-004", "a data centre told by its block", joined()),
          violating(
              "TOPO-009",
              "an arrow to a data centre that nothing joins",
              network()
                  .add("idc", "idc", null)
                  .was("was", "private-a", "private-c")
                  .arrow("was", "idc"),
              "was.idc"),
          violating(
              "TOPO-009",
              "an arrow to a server whose address lies elsewhere",
              joined()
                  .was("was", "private-a", "private-c")
                  .onPremises("erp", "idc.server", "172.16.0.9")
                  .arrow("was", "erp"),
              "was.erp"),
          passing(
              "TOPO-009",
              "arrows between a tier and servers on premises, both of any address",
              joined()
                  .was("was", "private-a", "private-c")
                  .add("erp", "idc.server", "idc")
                  .add("crm", "idc.server", "idc")
                  .arrow("was", "erp")
                  .arrow("was", "crm")
                  .arrow("erp", "was")
                  .arrow("erp", "crm")));

  private static Block.Builder told(Block.Builder route) {
    return route
        .set("vpn_connection_id", ref("aws_vpn_connection.idc.id"))
        .set("destination_cidr_block", "192.168.0.0/16");
  }

  private static Block.Builder lines(Block.Builder connection, boolean told) {
    return connection
        .set("vpn_gateway_id", ref("aws_vpn_gateway.idc.id"))
        .set("customer_gateway_id", ref("aws_customer_gateway.idc.id"))
        .set("static_routes_only", told);
  }

  /// A database in the subnet `inner`, whose table has these routes, that admits 192.168.0.0/16.
  private static Terraform database(Block.Builder... routes) {
    return publicSubnet()
        .subnet("inner", "10.0.1.0/24", "a")
        .table("inner", "inner", routes)
        .group("data", tcp(5432, 5432, "192.168.0.0/16"))
        .add(
            "aws_db_subnet_group.data",
            b -> b.set("subnet_ids", Value.items(ref("aws_subnet.inner.id"))))
        .add(
            DATABASE,
            b ->
                b.set("engine", "postgres")
                    .set("db_subnet_group_name", ref("aws_db_subnet_group.data.name"))
                    .set("vpc_security_group_ids", Value.items(ref("aws_security_group.data.id"))));
  }

  /// Behind a VPN whose routes the gateway puts into the database's table.
  private static Terraform vpn() {
    return vpn("aws_vpn_gateway");
  }

  /// @param attached the type of the resource that says to which VPC the gateway belongs
  private static Terraform vpn(String attached) {
    Terraform vpn =
        database()
            .add(
                "aws_vpn_gateway_route_propagation.inner",
                b ->
                    b.set("vpn_gateway_id", ref("aws_vpn_gateway.idc.id"))
                        .set("route_table_id", ref("aws_route_table.inner.id")))
            .add("aws_vpn_connection.idc", b -> lines(b, false));
    return attached.equals("aws_vpn_gateway")
        ? vpn.add("aws_vpn_gateway.idc", b -> b.set("vpc_id", ref("aws_vpc.main.id")))
        : vpn.add("aws_vpn_gateway.idc", b -> b)
            .add(
                attached + ".idc",
                b ->
                    b.set("vpn_gateway_id", ref("aws_vpn_gateway.idc.id"))
                        .set("vpc_id", ref("aws_vpc.main.id")));
  }

  /// Behind a transit gateway at which the VPC is attached.
  private static Terraform hub() {
    return database(route("192.168.0.0/16", "transit_gateway_id", "aws_ec2_transit_gateway.hub"))
        .add("aws_ec2_transit_gateway.hub", b -> b)
        .add(
            "aws_ec2_transit_gateway_vpc_attachment.main",
            b ->
                b.set("transit_gateway_id", ref("aws_ec2_transit_gateway.hub.id"))
                    .set("vpc_id", ref("aws_vpc.main.id")));
  }
}
