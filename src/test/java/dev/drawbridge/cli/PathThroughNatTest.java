package dev.drawbridge.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `path` between two peered VPCs where a private NAT gateway stands in between: the database knows the
/// gateway's address, not the server's.
class PathThroughNatTest {
  private static final String PLACES =
      """
      resource "aws_vpc" "app" { cidr_block = "10.0.0.0/16" }
      resource "aws_vpc" "data" { cidr_block = "10.1.0.0/16" }
      resource "aws_vpc_peering_connection" "link" {
        vpc_id      = aws_vpc.app.id
        peer_vpc_id = aws_vpc.data.id
        auto_accept = true
      }
      resource "aws_subnet" "private" {
        vpc_id     = aws_vpc.app.id
        cidr_block = "10.0.1.0/24"
      }
      resource "aws_subnet" "exit" {
        vpc_id     = aws_vpc.app.id
        cidr_block = "10.0.2.0/24"
      }
      resource "aws_subnet" "data" {
        vpc_id     = aws_vpc.data.id
        cidr_block = "10.1.1.0/24"
      }
      resource "aws_nat_gateway" "nat" {
        connectivity_type = "private"
        subnet_id         = aws_subnet.exit.id
        private_ip        = "10.0.2.9"
      }
      resource "aws_route" "private" {
        route_table_id         = aws_vpc.app.main_route_table_id
        destination_cidr_block = "0.0.0.0/0"
        nat_gateway_id         = aws_nat_gateway.nat.id
      }
      resource "aws_route_table" "exit" {
        vpc_id = aws_vpc.app.id
        route {
          cidr_block                = "10.1.0.0/16"
          vpc_peering_connection_id = aws_vpc_peering_connection.link.id
        }
      }
      resource "aws_route_table_association" "exit" {
        subnet_id      = aws_subnet.exit.id
        route_table_id = aws_route_table.exit.id
      }
      resource "aws_route" "back" {
        route_table_id            = aws_vpc.data.main_route_table_id
        destination_cidr_block    = "BACK"
        vpc_peering_connection_id = aws_vpc_peering_connection.link.id
      }
      resource "aws_security_group" "was" {
        vpc_id = aws_vpc.app.id
        egress {
          protocol    = "-1"
          from_port   = 0
          to_port     = 0
          cidr_blocks = ["0.0.0.0/0"]
        }
      }
      resource "aws_security_group" "db" {
        vpc_id = aws_vpc.data.id
        ingress {
          protocol    = "tcp"
          from_port   = 5432
          to_port     = 5432
          cidr_blocks = ["ADMITTED"]
        }
      }
      resource "aws_instance" "was" {
        subnet_id              = aws_subnet.private.id
        vpc_security_group_ids = [aws_security_group.was.id]
      }
      resource "aws_instance" "db" {
        subnet_id              = aws_subnet.data.id
        vpc_security_group_ids = [aws_security_group.db.id]
      }
      """;

  @TempDir Path folder;

  /// @param back the block that the database's VPC has a route back to
  private Shell.Result path(String admitted, String back, String language) throws IOException {
    Files.writeString(
        folder.resolve("main.tf"), PLACES.replace("ADMITTED", admitted).replace("BACK", back));
    return new Shell()
        .run("path", folder, "--from", "was", "--to", "db", "--port", 5432, "--lang", language);
  }

  @Test
  void theWayLeadsOverTheGateway() throws IOException {
    assertEquals(
        List.of(
            "aws_instance.was → aws_instance.db, tcp 5432: passes",
            "  aws_instance.was",
            "  aws_nat_gateway.nat",
            "  aws_instance.db:5432",
            "    · the security group of aws_instance.was lets any out to 0.0.0.0/0",
            "    · aws_subnet.private has a route to aws_nat_gateway.nat",
            "    · aws_nat_gateway.nat puts its own address in the place of the sender's",
            "    · aws_subnet.exit has a route to aws_vpc_peering_connection.link",
            "    · the security group of aws_instance.db admits tcp 5432 from 10.0.2.9/32",
            "    · aws_subnet.data has a route to aws_vpc_peering_connection.link"),
        path("10.0.2.9/32", "10.0.2.0/24", "en").expect(0).out().lines().toList());
  }

  @Test
  void whoDoesNotKnowTheGatewayIsToldOfIt() throws IOException {
    assertEquals(
        List.of(
            "aws_instance.was → aws_instance.db, tcp 5432: blocked",
            "  Blocked by: no security group of aws_instance.db admits tcp 5432 from"
                + " aws_nat_gateway.nat",
            "  Blocked by: aws_subnet.data has no route back to aws_nat_gateway.nat"),
        path("10.0.1.0/24", "10.0.1.0/24", "en").expect(1).out().lines().toList());
    assertEquals(
        List.of(
            "aws_instance.was → aws_instance.db, tcp 5432: 막힘",
            "  막는 것: aws_instance.db의 보안 그룹에 tcp 5432 허용 규칙이 없음 (출발지 aws_nat_gateway.nat)"),
        path("10.0.1.0/24", "10.0.2.0/24", "ko").expect(1).out().lines().toList());
  }

  @Test
  void aGatewayThatUsesSeveralAddressesMayBeKnownByAny() throws IOException {
    String more = "private_ip = \"10.0.2.9\"\n  secondary_private_ip_address_count = 2";
    Files.writeString(
        folder.resolve("main.tf"),
        PLACES
            .replace("private_ip        = \"10.0.2.9\"", more)
            .replace("ADMITTED", "10.0.2.9/32")
            .replace("BACK", "10.0.2.0/24"));
    assertEquals(
        List.of(
            "aws_instance.was → aws_instance.db, tcp 5432: cannot be told",
            "  Hangs on: aws_nat_gateway.nat: the address that AWS will choose"),
        new Shell()
            .run("path", folder, "--from", "was", "--to", "db", "--port", 5432)
            .out()
            .lines()
            .toList());
  }
}
