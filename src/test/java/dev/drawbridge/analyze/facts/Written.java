package dev.drawbridge.analyze.facts;

import dev.drawbridge.base.Issue;
import dev.drawbridge.base.Outcome;
import dev.drawbridge.network.AccessList;
import dev.drawbridge.network.Group;
import dev.drawbridge.network.Network;
import dev.drawbridge.network.Ref;
import dev.drawbridge.network.RouteTable;
import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Resource;
import dev.drawbridge.terraform.read.Configuration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A configuration as somebody writes it, and what is read out of it.
record Written(Facts facts, NetworkMap map) {
  /// A VPC 10.0.0.0/16 with a subnet, and one beside it, 10.1.0.0/16.
  static final String VPCS =
      """
      resource "aws_vpc" "main" { cidr_block = "10.0.0.0/16" }
      resource "aws_vpc" "other" { cidr_block = "10.1.0.0/16" }
      resource "aws_subnet" "inner" {
        vpc_id            = aws_vpc.main.id
        cidr_block        = "10.0.1.0/24"
        availability_zone = "ap-northeast-2a"
      }
      variable "unknown" { type = string }
      """;

  static Written of(Path folder, String... parts) {
    try {
      Files.writeString(folder.resolve("main.tf"), String.join("\n", parts));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return switch (Configuration.read("infra", folder)) {
      case Outcome.Ok<Configuration>(Configuration read, List<Issue> issues) -> {
        if (!issues.isEmpty()) {
          throw new AssertionError(issues);
        }
        Facts facts = Facts.of(read.graph());
        yield new Written(facts, NetworkMap.of(facts));
      }
      case Outcome.Failed<Configuration>(List<Issue> issues) -> throw new AssertionError(issues);
    };
  }

  Network network() {
    return map.network();
  }

  List<RouteTable.Route> routes(String table) {
    return network().routeTables().get(Ref.of(table)).routes();
  }

  Group group(String name) {
    return network().groups().get(Ref.of("aws_security_group." + name));
  }

  AccessList list(String address) {
    return network().accessLists().get(Ref.of(address));
  }

  Resource resource(String type, String name) {
    return facts.find(new Address(type, name)).orElseThrow();
  }
}
