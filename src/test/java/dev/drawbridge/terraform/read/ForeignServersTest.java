package dev.drawbridge.terraform.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.analyze.Analysis;
import dev.drawbridge.catalog.aws.WasTier;
import dev.drawbridge.catalog.aws.WebTier;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Node;
import dev.drawbridge.translate.Raised;
import dev.drawbridge.translate.Raiser;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is drawn of servers, and of what stands before them, that others wrote.
class ForeignServersTest extends InfraFolder {
  private static final String YARD =
      """
      resource "aws_vpc" "yard" { cidr_block = "10.4.0.0/16" }
      resource "aws_subnet" "dock" {
        vpc_id     = aws_vpc.yard.id
        cidr_block = "10.4.1.0/24"
      }
      resource "aws_security_group" "gate" {
        vpc_id = aws_vpc.yard.id
        ingress {
          protocol    = "tcp"
          from_port   = 80
          to_port     = 80
          cidr_blocks = ["0.0.0.0/0"]
        }
        egress {
          protocol    = "-1"
          from_port   = 0
          to_port     = 0
          cidr_blocks = ["0.0.0.0/0"]
        }
      }
      """;

  private Raised raise(String more) {
    file("main.tf", YARD + more);
    return Raiser.raise(read().graph());
  }

  private static Node only(Document document, String kind) {
    List<Node> found = document.nodes().stream().filter(node -> node.kind().equals(kind)).toList();
    assertThat(found).as(kind).hasSize(1);
    return found.getFirst();
  }

  /// Whether traffic goes from something of one kind to something of another.
  private static boolean goes(Document document, String from, String to) {
    return document.connectors().stream()
        .anyMatch(arrow -> is(document, arrow.source(), from) && is(document, arrow.target(), to));
  }

  private static boolean is(Document document, ElementId id, String kind) {
    return document.node(id).kind().equals(kind);
  }

  private static List<String> rules(Analysis analysis) {
    return analysis.findings().stream().map(finding -> finding.rule()).toList();
  }

  /// Servers whose image has all that they run, under a security group of the same name as their fleet.
  @Test
  void aFleetWithoutAScriptIsNotAnEmptyOne() {
    Raised raised =
        raise(
            """
            resource "aws_security_group" "crane" {
              vpc_id = aws_vpc.yard.id
              ingress {
                protocol        = "tcp"
                from_port       = 8090
                to_port         = 8090
                security_groups = [aws_security_group.gate.id]
              }
            }
            resource "aws_lb" "gate" {
              internal        = true
              subnets         = [aws_subnet.dock.id]
              security_groups = [aws_security_group.gate.id]
            }
            resource "aws_lb_target_group" "cranes" {
              port     = 8090
              protocol = "HTTP"
              vpc_id   = aws_vpc.yard.id
            }
            resource "aws_lb_listener" "gate" {
              load_balancer_arn = aws_lb.gate.arn
              port              = 80
              default_action {
                type             = "forward"
                target_group_arn = aws_lb_target_group.cranes.arn
              }
            }
            resource "aws_launch_template" "crane" {
              image_id               = "ami-0123456789abcdef0"
              instance_type          = "t3.small"
              vpc_security_group_ids = [aws_security_group.crane.id]
            }
            resource "aws_autoscaling_group" "crane" {
              min_size            = 1
              max_size            = 2
              vpc_zone_identifier = [aws_subnet.dock.id]
              target_group_arns   = [aws_lb_target_group.cranes.arn]
              launch_template { id = aws_launch_template.crane.id }
            }
            """);
    Document document = raised.document();
    assertThat(only(document, WasTier.KIND.id()).parent())
        .isEqualTo(only(document, "aws.autoscaling_group").id());
    assertThat(goes(document, "aws.alb", WasTier.KIND.id())).isTrue();
    assertThat(raised.coverage().skipped()).isEmpty();
  }

  /// Whoever lets in a whole VPC, or everybody, lets in the classic load balancer too.
  @ParameterizedTest
  @ValueSource(strings = {"10.4.0.0/16", "0.0.0.0/0"})
  void aClassicLoadBalancerComesToItsMembersAmongOthers(String range) {
    Document document =
        raise(
                """
                resource "aws_security_group" "crane" {
                  vpc_id = aws_vpc.yard.id
                  ingress {
                    protocol    = "tcp"
                    from_port   = 8000
                    to_port     = 8100
                    cidr_blocks = ["%s"]
                  }
                }
                resource "aws_elb" "gate" {
                  subnets         = [aws_subnet.dock.id]
                  security_groups = [aws_security_group.gate.id]
                  instances       = [aws_instance.crane.id]
                  listener {
                    lb_port           = 80
                    lb_protocol       = "http"
                    instance_port     = 8090
                    instance_protocol = "http"
                  }
                }
                resource "aws_instance" "crane" {
                  ami                    = "ami-0123456789abcdef0"
                  instance_type          = "t3.small"
                  subnet_id              = aws_subnet.dock.id
                  vpc_security_group_ids = [aws_security_group.crane.id]
                }
                """
                    .formatted(range))
            .document();
    assertThat(rules(Analysis.of(document))).doesNotContain("LB-001");
    assertThat(goes(document, "aws.elb", "aws.instance")).isTrue();
  }

  @Test
  void aLoadBalancerThatStandsNowhereStandsBeforeNoApplication() {
    file(
        "main.tf",
        YARD
            + """
            resource "aws_lb" "gate" {
              internal        = false
              subnets         = []
              security_groups = [aws_security_group.gate.id]
            }
            """);
    assertThat(rules(Analysis.of(read().graph(), () -> false)))
        .contains("LB-004")
        .doesNotContain("DMZ-005");
  }

  private static String tasks(String image) {
    return """
    resource "aws_internet_gateway" "sea" { vpc_id = aws_vpc.yard.id }
    resource "aws_route_table" "sea" {
      vpc_id = aws_vpc.yard.id
      route {
        cidr_block = "0.0.0.0/0"
        gateway_id = aws_internet_gateway.sea.id
      }
    }
    resource "aws_route_table_association" "dock" {
      subnet_id      = aws_subnet.dock.id
      route_table_id = aws_route_table.sea.id
    }
    resource "aws_ecs_task_definition" "sign" {
      family                   = "sign"
      network_mode             = "awsvpc"
      requires_compatibilities = ["FARGATE"]
      cpu                      = 256
      memory                   = 512
      container_definitions    = jsonencode([{ name = "sign", image = "%s", portMappings = [{ containerPort = 80 }] }])
    }
    resource "aws_ecs_service" "sign" {
      name            = "sign"
      task_definition = aws_ecs_task_definition.sign.arn
      launch_type     = "FARGATE"
      desired_count   = 1
      network_configuration {
        subnets          = [aws_subnet.dock.id]
        security_groups  = [aws_security_group.gate.id]
        assign_public_ip = true
      }
    }
    """
        .formatted(image);
  }

  /// The drawing says of it what was said of the configuration: published nginx is the DMZ.
  @Test
  void tasksOfThePublishedNginxAreDrawnAsWebTier() {
    Document web = raise(tasks("nginx:1.27")).document();
    assertThat(only(web, WebTier.KIND.id()).parent()).isEqualTo(only(web, "aws.ecs_service").id());
    assertThat(rules(Analysis.of(read().graph(), () -> false))).doesNotContain("DMZ-001");
    assertThat(rules(Analysis.of(web))).doesNotContain("DMZ-001");
    Document was = raise(tasks("example.com/shop/nginx:4")).document();
    only(was, WasTier.KIND.id());
    assertThat(rules(Analysis.of(read().graph(), () -> false))).contains("DMZ-001");
    assertThat(rules(Analysis.of(was))).contains("DMZ-001");
  }
}
