package dev.drawbridge.analyze;

import static dev.drawbridge.analyze.Example.passing;
import static dev.drawbridge.analyze.Example.undecided;
import static dev.drawbridge.analyze.Example.violating;
import static dev.drawbridge.analyze.Terraform.publicSubnet;
import static dev.drawbridge.analyze.Terraform.ref;
import static dev.drawbridge.analyze.Terraform.tcp;

import dev.drawbridge.resource.Block;
import dev.drawbridge.resource.Value;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// Examples of kinds that are not drawn, or not known at all.
final class WrittenKindExamples {
  private WrittenKindExamples() {}

  private static final Value SUBNETS = Value.items(ref("aws_subnet.open.id"));
  private static final Value OPEN = Value.items(ref("aws_security_group.open.id"));

  private static Terraform open(String address, UnaryOperator<Block.Builder> body) {
    return publicSubnet().group("open", tcp(5671, 5671, "0.0.0.0/0")).add(address, body);
  }

  private static Terraform broker(boolean publiclyAccessible) {
    return open(
        "aws_mq_broker.queue",
        b ->
            b.set("publicly_accessible", publiclyAccessible)
                .set("subnet_ids", SUBNETS)
                .set("security_groups", OPEN));
  }

  private static Terraform warehouse(UnaryOperator<Block.Builder> more) {
    return open("aws_redshift_subnet_group.dw", b -> b.set("subnet_ids", SUBNETS))
        .add(
            "aws_redshift_cluster.dw",
            b ->
                more.apply(
                    b.set("cluster_subnet_group_name", ref("aws_redshift_subnet_group.dw.name"))
                        .set("vpc_security_group_ids", OPEN)));
  }

  /// An instance with a private address, and a second interface beside it.
  private static Terraform twoLegs() {
    return publicSubnet()
        .subnet("inner", "10.0.1.0/24", "a")
        .group("open", tcp(22, 22, "0.0.0.0/0"))
        .group("closed")
        .server("app", "inner", "aws_security_group.closed", false)
        .add(
            "aws_network_interface.second",
            b -> b.set("subnet_id", ref("aws_subnet.open.id")).set("security_groups", OPEN));
  }

  private static Terraform behind(
      boolean internal, String door, UnaryOperator<Block.Builder> body) {
    return publicSubnet()
        .group("front", tcp(80, 80, "0.0.0.0/0"))
        .balancer("front", 80, b -> b.set("internal", internal))
        .add(door, body);
  }

  private static Terraform accelerated(boolean internal) {
    return behind(
        internal,
        "aws_globalaccelerator_endpoint_group.fast",
        b ->
            b.block(
                "endpoint_configuration",
                Block.builder().set("endpoint_id", ref("aws_lb.front.arn"))));
  }

  private static final List<Example> DOORS =
      List.of(
          undecided(
              "DMZ-031",
              "an accelerator before an internal load balancer",
              accelerated(true),
              "aws_lb.front"),
          passing("DMZ-031", "an accelerator before a public one", accelerated(false)),
          undecided(
              "DMZ-031",
              "a distribution whose origin is internal",
              behind(
                  true,
                  "aws_cloudfront_vpc_origin.cdn",
                  b ->
                      b.block(
                          "vpc_origin_endpoint_config",
                          Block.builder().set("arn", ref("aws_lb.front.arn")))),
              "aws_lb.front"),
          undecided(
              "DMZ-031",
              "a link of an API to an internal load balancer",
              behind(
                  true,
                  "aws_api_gateway_vpc_link.api",
                  b -> b.set("target_arns", Value.items(ref("aws_lb.front.arn")))),
              "aws_lb.front"),
          undecided(
              "DMZ-031",
              "an API that calls an internal listener",
              behind(
                  true,
                  "aws_apigatewayv2_integration.api",
                  b ->
                      b.set("connection_type", "VPC_LINK")
                          .set("integration_uri", ref("aws_lb_listener.front.arn"))),
              "aws_lb.front"),
          passing(
              "DMZ-031",
              "an API that calls somebody on the internet",
              behind(
                  true,
                  "aws_apigatewayv2_integration.api",
                  b ->
                      b.set("connection_type", "INTERNET")
                          .set("integration_uri", "https://example.com"))));

  private static final List<Example> KINDS =
      List.of(
          undecided(
              "DMZ-030", "a broker that everybody reaches", broker(true), "aws_mq_broker.queue"),
          undecided(
              "DMZ-030",
              "nodes that get public addresses from their subnet",
              publicSubnet()
                  .add(
                      "aws_subnet.handing",
                      b ->
                          b.set("vpc_id", ref("aws_vpc.main.id"))
                              .set("cidr_block", "10.0.2.0/24")
                              .set("map_public_ip_on_launch", true))
                  .add(
                      "aws_route_table_association.handing",
                      b ->
                          b.set("subnet_id", ref("aws_subnet.handing.id"))
                              .set("route_table_id", ref("aws_route_table.open.id")))
                  .group("open", tcp(22, 22, "0.0.0.0/0"))
                  .add(
                      "aws_batch_compute_environment.nodes",
                      b ->
                          b.block(
                              "compute_resources",
                              Block.builder()
                                  .set("subnets", Value.items(ref("aws_subnet.handing.id")))
                                  .set("security_group_ids", OPEN))),
              "aws_batch_compute_environment.nodes"),
          undecided(
              "DMZ-030",
              "a kind of which it is not known whether it is public",
              open(
                  "aws_something_new.thing",
                  b -> b.set("subnet_ids", SUBNETS).set("security_group_ids", OPEN)),
              "aws_something_new.thing"),
          undecided(
              "DMZ-030",
              "a second interface with an Elastic IP address",
              twoLegs()
                  .add(
                      "aws_eip.second",
                      b -> b.set("network_interface", ref("aws_network_interface.second.id"))),
              "aws_network_interface.second"),
          undecided(
              "DMZ-030",
              "an environment that starts servers of its own",
              publicSubnet()
                  .add("aws_elastic_beanstalk_environment.app", b -> b.set("name", "app")),
              "aws_elastic_beanstalk_environment.app"),
          passing("DMZ-030", "a second interface with a private address", twoLegs()),
          passing("DMZ-030", "a broker with private addresses", broker(false)),
          passing(
              "DMZ-030",
              "a function, which nobody can call there",
              open(
                  "aws_lambda_function.job",
                  b ->
                      b.block(
                          "vpc_config",
                          Block.builder()
                              .set("subnet_ids", SUBNETS)
                              .set("security_group_ids", OPEN)))),
          violating(
              "DMZ-002",
              "a data warehouse that is publicly accessible",
              warehouse(b -> b.set("publicly_accessible", true)),
              "aws_redshift_cluster.dw"),
          undecided(
              "DMZ-002",
              "a data warehouse that leaves it to the version of the provider",
              warehouse(UnaryOperator.identity()),
              "aws_redshift_cluster.dw"),
          passing(
              "DMZ-002",
              "a data warehouse with private addresses",
              warehouse(b -> b.set("publicly_accessible", false))),
          violating(
              "DMZ-002",
              "an instance of a graph database that is publicly accessible",
              open("aws_neptune_subnet_group.graph", b -> b.set("subnet_ids", SUBNETS))
                  .add(
                      "aws_neptune_cluster.graph",
                      b ->
                          b.set("vpc_security_group_ids", OPEN)
                              .set("port", 5671)
                              .set(
                                  "neptune_subnet_group_name",
                                  ref("aws_neptune_subnet_group.graph.name")))
                  .add(
                      "aws_neptune_cluster_instance.graph",
                      b ->
                          b.set("cluster_identifier", ref("aws_neptune_cluster.graph.id"))
                              .set("publicly_accessible", true)),
              "aws_neptune_cluster_instance.graph"),
          violating(
              "DMZ-004",
              "a document database in a public subnet",
              open("aws_docdb_subnet_group.docs", b -> b.set("subnet_ids", SUBNETS))
                  .add(
                      "aws_docdb_cluster.docs",
                      b ->
                          b.set("vpc_security_group_ids", OPEN)
                              .set("db_subnet_group_name", ref("aws_docdb_subnet_group.docs.name")))
                  .add(
                      "aws_docdb_cluster_instance.docs",
                      b -> b.set("cluster_identifier", ref("aws_docdb_cluster.docs.id"))),
              "aws_docdb_cluster_instance.docs"),
          violating(
              "DMZ-001",
              "a server that is bought on the spot market",
              open(
                  "aws_spot_instance_request.app",
                  b ->
                      b.set("subnet_id", ref("aws_subnet.open.id"))
                          .set("associate_public_ip_address", true)
                          .set("vpc_security_group_ids", OPEN)),
              "aws_spot_instance_request.app"));

  static final List<Example> ALL = Stream.of(KINDS, DOORS).flatMap(List::stream).toList();
}
