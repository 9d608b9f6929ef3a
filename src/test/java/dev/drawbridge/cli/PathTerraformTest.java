package dev.drawbridge.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `path` on Terraform that lies in a folder: the ends are resources.
class PathTerraformTest {
  private static final String SERVERS =
      """
      resource "aws_vpc" "main" { cidr_block = "10.0.0.0/16" }
      resource "aws_internet_gateway" "main" { vpc_id = aws_vpc.main.id }
      resource "aws_subnet" "open" {
        vpc_id                  = aws_vpc.main.id
        cidr_block              = "10.0.1.0/24"
        map_public_ip_on_launch = true
      }
      resource "aws_subnet" "inner" {
        vpc_id     = aws_vpc.main.id
        cidr_block = "10.0.2.0/24"
      }
      resource "aws_route_table" "open" {
        vpc_id = aws_vpc.main.id
        route {
          cidr_block = "0.0.0.0/0"
          gateway_id = aws_internet_gateway.main.id
        }
      }
      resource "aws_route_table_association" "open" {
        subnet_id      = aws_subnet.open.id
        route_table_id = aws_route_table.open.id
      }
      resource "aws_security_group" "web" {
        vpc_id = aws_vpc.main.id
        ingress {
          protocol    = "tcp"
          from_port   = 443
          to_port     = 443
          cidr_blocks = ["0.0.0.0/0"]
        }
        egress {
          protocol    = "-1"
          from_port   = 0
          to_port     = 0
          cidr_blocks = ["0.0.0.0/0"]
        }
      }
      resource "aws_security_group" "app" {
        vpc_id = aws_vpc.main.id
        ingress {
          protocol        = "tcp"
          from_port       = 8080
          to_port         = 8080
          security_groups = [aws_security_group.web.id]
        }
      }
      resource "aws_instance" "web" {
        subnet_id              = aws_subnet.open.id
        vpc_security_group_ids = [aws_security_group.web.id]
      }
      resource "aws_instance" "app" {
        subnet_id              = aws_subnet.inner.id
        vpc_security_group_ids = [aws_security_group.app.id]
      }
      """;

  @TempDir Path folder;

  private final Shell shell = new Shell();

  @BeforeEach
  void write() throws IOException {
    Files.writeString(folder.resolve("main.tf"), SERVERS);
  }

  @Test
  void resourcesAreAskedAboutByAddressOrByName() {
    String out =
        shell
            .run("path", folder, "--from", "internet", "--to", "aws_instance.web", "--port", 443)
            .expect(0)
            .out();
    assertTrue(out.startsWith("Internet → aws_instance.web, tcp 443: passes\n"), out);
    assertTrue(out.contains("    · the security group of aws_instance.web admits"), out);
    shell.run("path", folder, "--from", "web", "--to", "APP", "--port", 8080).expect(0);
    shell.run("path", folder, "--from", "app", "--to", "web").expect(1);
  }

  @Test
  void whatIsBlockedIsToldWithEveryBlocker() {
    String out = shell.run("path", folder, "--from", "internet", "--to", "app").expect(1).out();
    assertTrue(out.contains("  Blocked by: aws_instance.app has no public address\n"), out);
    assertTrue(out.contains("  Blocked by: aws_subnet.inner has no route back to Internet\n"), out);
    String korean =
        shell
            .run("path", folder, "--from", "internet", "--to", "app", "--lang", "ko")
            .expect(1)
            .out();
    assertTrue(korean.startsWith("인터넷 → aws_instance.app, tcp: 막힘\n"), korean);
  }

  @Test
  void programsGetTheAddresses() {
    JsonNode answer =
        new JsonMapper()
            .readTree(
                shell
                    .run("path", folder, "--from", "web", "--to", "app", "--format", "json")
                    .expect(0)
                    .out());
    assertEquals("passes", answer.at("/answer").asString());
    assertEquals("aws_instance.web", answer.at("/from/id").asString());
    assertEquals("aws_instance.app", answer.at("/to/id").asString());
    assertEquals("aws_instance.app", answer.at("/path/1/name").asString());
  }

  @Test
  void whatIsNotThereIsOneLineAndExitCode2() {
    assertEquals(
        List.of(
            "drawbridge: There is no aws_instance.ap with a network interface in this"
                + " configuration. Is it one of these? aws_instance.app, aws_instance.web"),
        shell
            .run("path", folder, "--from", "internet", "--to", "aws_instance.ap")
            .expect(2)
            .errors());
    assertEquals(
        List.of("drawbridge: There is no zzzzzz with a network interface in this configuration."),
        shell.run("path", folder, "--from", "zzzzzz", "--to", "web").expect(2).errors());
  }

  @Test
  void whatCouldNotBeReadIsSaidBesideTheAnswer() throws IOException {
    Files.writeString(
        folder.resolve("more.tf"), "module \"more\" { source = \"somebody/more/aws\" }");
    Shell.Result result = shell.run("path", folder, "--from", "web", "--to", "app").expect(0);
    assertEquals(1, result.errors().size(), result.err());
    assertTrue(result.err().contains("module.more is not looked into"), result.err());
  }

  @Test
  void aFolderThatCannotBeReadIsOneLineAndExitCode2() throws IOException {
    Files.writeString(folder.resolve("main.tf"), "resource {");
    Shell.Result result = shell.run("path", folder, "--from", "internet", "--to", "web").expect(2);
    assertEquals(1, result.errors().size(), result.err());
  }
}
