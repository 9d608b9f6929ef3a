package dev.drawbridge.analyze.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drawbridge.network.Blocker;
import dev.drawbridge.network.End;
import dev.drawbridge.network.Family;
import dev.drawbridge.network.Origin;
import dev.drawbridge.network.Reachability;
import dev.drawbridge.network.Ref;
import dev.drawbridge.network.Traffic;
import dev.drawbridge.network.Verdict;
import dev.drawbridge.resource.Address;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What bears IPv6 addresses in a VPC whose only subnet has a route to the internet for them, and whose
/// groups are open for IPv6 alone.
class DualStackTest {
  private static final String OPEN =
      """
      resource "aws_vpc" "main" {
        cidr_block                       = "10.0.0.0/16"
        assign_generated_ipv6_cidr_block = true
      }
      resource "aws_internet_gateway" "main" { vpc_id = aws_vpc.main.id }
      resource "aws_subnet" "a" {
        vpc_id                          = aws_vpc.main.id
        cidr_block                      = "10.0.1.0/24"
        ipv6_cidr_block                 = cidrsubnet(aws_vpc.main.ipv6_cidr_block, 8, 1)
        assign_ipv6_address_on_creation = true
      }
      resource "aws_route_table" "a" {
        vpc_id = aws_vpc.main.id
        route {
          ipv6_cidr_block = "::/0"
          gateway_id      = aws_internet_gateway.main.id
        }
      }
      resource "aws_route_table_association" "a" {
        subnet_id      = aws_subnet.a.id
        route_table_id = aws_route_table.a.id
      }
      resource "aws_security_group" "any" {
        vpc_id = aws_vpc.main.id
        ingress {
          protocol         = "-1"
          from_port        = 0
          to_port          = 0
          ipv6_cidr_blocks = ["::/0"]
        }
        egress {
          protocol         = "-1"
          from_port        = 0
          to_port          = 0
          ipv6_cidr_blocks = ["::/0"]
        }
      }
      resource "aws_instance" "web" {
        subnet_id              = aws_subnet.a.id
        vpc_security_group_ids = [aws_security_group.any.id]
      }
      """;
  private static final Address WEB = new Address("aws_instance", "web");
  private static final Address BALANCER = new Address("aws_lb", "b");
  private static final Address DATABASE = new Address("aws_db_instance", "d");
  private static final Address CACHE = new Address("aws_elasticache_replication_group", "c");

  @TempDir Path folder;

  private Written balancer(String arguments) {
    return Written.of(
        folder,
        OPEN,
        """
        resource "aws_lb" "b" {
          subnets         = [aws_subnet.a.id]
          security_groups = [aws_security_group.any.id]
          %s
        }
        resource "aws_lb_listener" "b" {
          load_balancer_arn = aws_lb.b.arn
          port              = 80
          protocol          = "HTTP"
          default_action { type = "fixed-response" }
        }
        """
            .formatted(arguments));
  }

  private Written database(String arguments) {
    return Written.of(
        folder,
        OPEN,
        """
        resource "aws_db_subnet_group" "d" { subnet_ids = [aws_subnet.a.id] }
        resource "aws_db_instance" "d" {
          engine                 = "postgres"
          db_subnet_group_name   = aws_db_subnet_group.d.name
          vpc_security_group_ids = [aws_security_group.any.id]
          %s
        }
        """
            .formatted(arguments));
  }

  private Written cache(String arguments) {
    return Written.of(
        folder,
        OPEN,
        """
        resource "aws_elasticache_subnet_group" "c" { subnet_ids = [aws_subnet.a.id] }
        resource "aws_elasticache_replication_group" "c" {
          subnet_group_name  = aws_elasticache_subnet_group.c.name
          security_group_ids = [aws_security_group.any.id]
          %s
        }
        """
            .formatted(arguments));
  }

  private static Ref face(Written written, Address of) {
    return written.map().standing().get(of).faces().getFirst().ref();
  }

  private static Verdict fromWeb(Written written, Address to, int port) {
    return Reachability.of(written.network())
        .sessions(Origin.of(face(written, WEB)), face(written, to), Traffic.tcp(port))
        .verdict();
  }

  private static Verdict fromInternet(Written written, Address to, int port) {
    return Reachability.of(written.network())
        .sessions(Origin.INTERNET, face(written, to), Traffic.tcp(port))
        .verdict();
  }

  private static boolean isShielded(Written written, Address to, int port) {
    return Reachability.of(written.network())
        .sessions(Origin.INTERNET, face(written, to), Traffic.tcp(port))
        .blockers()
        .contains(new Blocker.Shielded(End.DESTINATION));
  }

  @Test
  void anInternalLoadBalancerIsCalledOverIpv6FromInsideAndNotFromTheInternet() {
    Written written = balancer("internal = true\nip_address_type = \"dualstack\"");
    assertEquals(Verdict.PROVEN, fromWeb(written, BALANCER, 80));
    assertEquals(Verdict.REFUTED, fromInternet(written, BALANCER, 80));
    assertTrue(isShielded(written, BALANCER, 80));
  }

  @Test
  void aPublicLoadBalancerIsCalledFromBoth() {
    for (String type : new String[] {"dualstack", "dualstack-without-public-ipv4"}) {
      Written written = balancer("ip_address_type = \"" + type + "\"");
      assertEquals(Verdict.PROVEN, fromWeb(written, BALANCER, 80));
      assertTrue(fromInternet(written, BALANCER, 80).isSome());
    }
  }

  @Test
  void aLoadBalancerHasNoIpv6UnlessItAsksForIt() {
    Written written = balancer("internal = true");
    assertEquals(Verdict.REFUTED, fromWeb(written, BALANCER, 80));
    assertTrue(
        written.network().interfaceOf(face(written, BALANCER)).addresses().stream()
            .allMatch(set -> set.only(Family.IPV6).isEmpty()));
  }

  @Test
  void aDualStackDatabaseIsCalledOverIpv6FromInside() {
    assertEquals(Verdict.REFUTED, fromWeb(database(""), DATABASE, 5432));
    assertEquals(Verdict.REFUTED, fromWeb(database("network_type = \"IPV4\""), DATABASE, 5432));
    Written dual = database("network_type = \"DUAL\"");
    assertEquals(Verdict.PROVEN, fromWeb(dual, DATABASE, 5432));
    assertEquals(Verdict.REFUTED, fromInternet(dual, DATABASE, 5432));
    assertTrue(isShielded(dual, DATABASE, 5432));
  }

  @Test
  void aDatabaseThatIsMeantToBePublicIsSoOverIpv6Too() {
    Written dual = database("network_type = \"DUAL\"\npublicly_accessible = true");
    assertTrue(fromInternet(dual, DATABASE, 5432).isSome());
  }

  @Test
  void aDualStackCacheIsCalledOverIpv6FromInside() {
    assertEquals(Verdict.REFUTED, fromWeb(cache(""), CACHE, 6379));
    Written dual = cache("network_type = \"dual_stack\"");
    assertEquals(Verdict.PROVEN, fromWeb(dual, CACHE, 6379));
    assertTrue(isShielded(dual, CACHE, 6379));
  }

  private static boolean hasIpv4(Written written, Address of) {
    return written.network().interfaceOf(face(written, of)).addresses().stream()
        .anyMatch(set -> !set.only(Family.IPV4).isEmpty());
  }

  @Test
  void aCacheThatSpeaksIpv6OnlyHasNoOtherAddress() {
    assertTrue(hasIpv4(cache("network_type = \"dual_stack\""), CACHE));
    Written only = cache("network_type = \"ipv6\"");
    assertFalse(hasIpv4(only, CACHE));
    assertEquals(Verdict.PROVEN, fromWeb(only, CACHE, 6379));
  }

  @Test
  void whatStandsInASubnetWithoutIpv4HasNoneEither() {
    String text =
        OPEN.replace("cidr_block                      = \"10.0.1.0/24\"", "ipv6_native = true");
    assertFalse(hasIpv4(Written.of(folder, text), WEB));
    assertTrue(hasIpv4(Written.of(folder, OPEN), WEB));
  }
}
