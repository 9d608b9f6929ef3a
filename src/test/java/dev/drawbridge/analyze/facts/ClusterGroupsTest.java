package dev.drawbridge.analyze.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.network.Answer;
import dev.drawbridge.network.Group;
import dev.drawbridge.network.Interface;
import dev.drawbridge.network.Origin;
import dev.drawbridge.network.Peer;
import dev.drawbridge.network.PortSet;
import dev.drawbridge.network.Protocol;
import dev.drawbridge.network.PublicAddress;
import dev.drawbridge.network.Reachability;
import dev.drawbridge.network.Ref;
import dev.drawbridge.network.Traffic;
import dev.drawbridge.network.Verdict;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who gets to the nodes of an EKS cluster, whose security groups stand in no configuration.
class ClusterGroupsTest {
  @TempDir Path work;

  private static final String CLUSTER =
      """
      resource "aws_internet_gateway" "out" { vpc_id = aws_vpc.main.id }
      resource "aws_route_table" "out" {
        vpc_id = aws_vpc.main.id
        route {
          cidr_block = "0.0.0.0/0"
          gateway_id = aws_internet_gateway.out.id
        }
      }
      resource "aws_route_table_association" "inner" {
        subnet_id      = aws_subnet.inner.id
        route_table_id = aws_route_table.out.id
      }
      resource "aws_eks_cluster" "shop" {
        name = "shop"
        vpc_config { subnet_ids = [aws_subnet.inner.id] }
      }
      """;

  private Reachability read(String nodes) {
    return read(true, nodes);
  }

  /// @param open whether the subnet hands out public addresses
  private Reachability read(boolean open, String nodes) {
    Written written =
        Written.of(
            work,
            Written.VPCS.replace(
                "availability_zone =",
                "map_public_ip_on_launch = " + open + "\n  availability_zone ="),
            CLUSTER,
            """
            resource "aws_eks_node_group" "shop" {
              cluster_name = aws_eks_cluster.shop.name
              subnet_ids   = [aws_subnet.inner.id]
              %s
            }
            """
                .formatted(nodes));
    return Reachability.of(written.network());
  }

  private static Interface nodes(Reachability reachability) {
    return reachability.network().interfaces().values().stream()
        .filter(one -> one.ref().toString().startsWith("aws_eks_node_group.shop"))
        .findFirst()
        .orElseThrow();
  }

  private static Verdict ssh(Reachability reachability) {
    return verdict(reachability, 22);
  }

  private static Verdict verdict(Reachability reachability, int port) {
    Answer answer =
        reachability.sessions(
            Origin.INTERNET,
            nodes(reachability).ref(),
            new Traffic(Protocol.TCP, PortSet.of(port)));
    return answer.verdict();
  }

  @Test
  void nodesAreInTheGroupOfTheirClusterWhichAdmitsItselfOnly() {
    Reachability reachability = read("");
    assertThat(nodes(reachability).groups())
        .containsExactly(Ref.of("aws_eks_cluster.shop#cluster_security_group_id"));
    assertThat(ssh(reachability)).isEqualTo(Verdict.REFUTED);
  }

  @Test
  void aRuleMayBeAddedToTheGroupOfTheCluster() {
    Reachability reachability =
        read(
            """
            }
            resource "aws_security_group_rule" "door" {
              type              = "ingress"
              security_group_id = aws_eks_cluster.shop.vpc_config[0].cluster_security_group_id
              protocol          = "tcp"
              from_port         = 30080
              to_port           = 30080
              cidr_blocks       = ["0.0.0.0/0"]
            """);
    assertThat(verdict(reachability, 30080).isSome()).isTrue();
    assertThat(ssh(reachability)).isEqualTo(Verdict.REFUTED);
  }

  @Test
  void anSshKeyWithoutGroupsOpensTheNodesToEverybody() {
    Reachability open = read("remote_access { ec2_ssh_key = \"ops\" }");
    assertThat(ssh(open).isSome()).isTrue();
    assertThat(verdict(open, 443)).isEqualTo(Verdict.REFUTED);
  }

  @Test
  void withGroupsOnlyThoseGetIn() {
    Reachability reachability =
        read(
            """
            remote_access {
                ec2_ssh_key               = "ops"
                source_security_group_ids = [aws_security_group.ops.id]
              }
            }
            resource "aws_security_group" "ops" {
              vpc_id = aws_vpc.main.id
            """);
    assertThat(ssh(reachability)).isEqualTo(Verdict.REFUTED);
    assertThat(
            reachability
                .network()
                .groups()
                .get(Ref.of("aws_eks_node_group.shop#remote_access_security_group_id"))
                .ingress())
        .hasSize(1);
  }

  @Test
  void aLaunchTemplateThatNamesGroupsDecides() {
    Reachability reachability =
        read(
            """
            launch_template {
                id      = aws_launch_template.nodes.id
                version = "1"
              }
            }
            resource "aws_launch_template" "nodes" {
              vpc_security_group_ids = [aws_security_group.nodes.id]
            }
            resource "aws_security_group" "nodes" {
              vpc_id = aws_vpc.main.id
              ingress {
                protocol    = "tcp"
                from_port   = 22
                to_port     = 22
                cidr_blocks = ["0.0.0.0/0"]
              }
            """);
    assertThat(nodes(reachability).groups()).isEqualTo(List.of(Ref.of("aws_security_group.nodes")));
    assertThat(ssh(reachability).isSome()).isTrue();
  }

  @Test
  void whichGroupsTheSshKeyMayBeUsedFromMayBeUnknown() {
    Reachability reachability =
        read(
            """
            remote_access {
                ec2_ssh_key               = "ops"
                source_security_group_ids = [var.unknown]
              }
            """);
    assertThat(ssh(reachability)).isEqualTo(Verdict.UNKNOWN);
  }

  @Test
  void theDefaultGroupOfTheVpcMayBeSuchASource() {
    Reachability reachability =
        read(
            """
            remote_access {
                ec2_ssh_key               = "ops"
                source_security_group_ids = [aws_vpc.main.default_security_group_id, aws_subnet.inner.id]
              }
            """);
    Group remote =
        reachability
            .network()
            .groups()
            .get(Ref.of("aws_eks_node_group.shop#remote_access_security_group_id"));
    assertThat(remote.ingress().getFirst().peer())
        .isEqualTo(new Peer.Members(Ref.of("aws_vpc.main#default-group")));
    assertThat(remote.ingress().getLast().doubts()).as("a subnet is no group").hasSize(1);
  }

  @Test
  void aLaunchTemplateDecidesOnPublicAddressesWhateverTheSubnetDoes() {
    String template =
        """
        launch_template {
            id      = aws_launch_template.nodes.id
            version = "1"
          }
        }
        resource "aws_launch_template" "nodes" {
          network_interfaces { associate_public_ip_address = %s }
        """;
    assertThat(nodes(read(false, template.formatted("true"))).publicAddress())
        .isInstanceOf(PublicAddress.Assigned.class);
    assertThat(nodes(read(true, template.formatted("false"))).publicAddress())
        .isEqualTo(PublicAddress.NONE);
  }
}
