package dev.drawbridge.terraform.read;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.base.Outcome;
import dev.drawbridge.catalog.aws.WasTier;
import dev.drawbridge.catalog.aws.WebTier;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.Node;
import dev.drawbridge.resource.Resource;
import dev.drawbridge.resource.Value;
import dev.drawbridge.terraform.TerraformProof;
import dev.drawbridge.translate.Raiser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a configuration reads by `file()`, `templatefile()` and their like.
class NamedFilesTest {
  @TempDir Path work;

  private void file(String name, String text) throws IOException {
    Path file = work.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private Configuration read(String folder) {
    return switch (Configuration.read("", work.resolve(folder))) {
      case Outcome.Ok<Configuration>(Configuration read, var _) -> read;
      case Outcome.Failed<Configuration>(var issues) -> throw new AssertionError(issues.toString());
    };
  }

  private static Value get(Configuration read, String argument) {
    Value found = null;
    for (Resource resource : read.graph().resources().values()) {
      found = found == null ? resource.get(argument) : found;
    }
    return found == null ? new Value.Null() : found;
  }

  /// Why a value is not known.
  private static String reason(Value value) {
    return Unknowns.first(value).map(unknown -> unknown.reason().key()).orElse(value.toString());
  }

  @Test
  void aFileIsReadFromTheFolderOfTheModuleThatNamesIt() throws IOException {
    file("live/main.tf", "module \"web\" { source = \"../modules/web\" }\n");
    file(
        "modules/web/main.tf",
        """
        resource "aws_launch_template" "web" {
          user_data = base64encode(file("${path.module}/start.sh"))
          tags = {
            shouted = upper(trimspace(file("${path.module}/name")))
            there   = fileexists("${path.module}/name")
            absent  = fileexists("${path.module}/names")
            tried   = try(file("${path.module}/names"), "else")
            raw     = base64decode(filebase64("${path.module}/name"))
            base    = basename("${path.module}/a/b.sh")
            key     = jsondecode("{\\"a\\": [1, 2]}").a[1]
          }
        }
        """);
    file("modules/web/start.sh", "#!/bin/sh\nyum install -y nginx\n");
    file("modules/web/name", "shop\n");
    Configuration read = read("live");
    assertThat(read.issues()).isEmpty();
    assertThat(get(read, "user_data"))
        .isEqualTo(Value.of("IyEvYmluL3NoCnl1bSBpbnN0YWxsIC15IG5naW54Cg=="));
    assertThat(get(read, "tags").toString())
        .contains("shouted=Text[value=SHOP]")
        .contains("there=Flag[value=true]")
        .contains("absent=Flag[value=false]")
        .contains("tried=Text[value=else]")
        .contains("raw=Text[value=shop\n]")
        .contains("base=Text[value=b.sh]")
        .contains("key=Number[value=2]");
  }

  @Test
  void listsInFilesSayWhatThereIs() throws IOException {
    file(
        "main.tf",
        """
        locals {
          sites = yamldecode(file("sites.yaml"))
          texts = { for name in fileset(path.module, "texts/**/*.txt") : name => filemd5(name) }
        }
        resource "aws_subnet" "site" {
          for_each   = { for site in local.sites : site.name => site }
          cidr_block = each.value.cidr
          tags = {
            files   = join(",", keys(local.texts))
            digest  = local.texts["texts/a.txt"]
            either  = join(",", fileset("texts", "{a,b}.*"))
            nothing = join(",", fileset("texts", "*.md"))
            said    = templatestring(local.greeting, { name = "x" })
          }
        }
        locals { greeting = "hello $${name}" }
        """);
    file("sites.yaml", "- name: web\n  cidr: 10.0.1.0/24\n- {name: app, cidr: 10.0.2.0/24}\n");
    file("texts/a.txt", "hello");
    file("texts/deep/er/b.txt", "b");
    file("texts/deep/c.text", "c");
    Configuration read = read("");
    assertThat(read.issues()).isEmpty();
    assertThat(read.graph().resources().keySet())
        .extracting(Object::toString)
        .containsExactly("aws_subnet.site[\"app\"]", "aws_subnet.site[\"web\"]");
    assertThat(get(read, "cidr_block")).isEqualTo(Value.of("10.0.2.0/24"));
    assertThat(get(read, "tags").toString())
        .contains("files=Text[value=texts/a.txt,texts/deep/er/b.txt]")
        .contains("digest=Text[value=5d41402abc4b2a76b9719d911017c592]")
        .contains("either=Text[value=a.txt]")
        .contains("nothing=Text[value=]")
        .contains("said=Text[value=hello x]");
  }

  @Test
  void noFolderOutsideIsLookedThrough() throws IOException {
    file("secret", "secret");
    file("live/own", "own");
    Files.createSymbolicLink(work.resolve("live/linked"), work);
    for (String folder : List.of("..", "/etc", "linked", "own/../..")) {
      file(
          "live/main.tf",
          "resource \"x_y\" \"z\" { a = fileset(\"%s\", \"**\") }\n".formatted(folder));
      assertThat(reason(get(read("live"), "a"))).as(folder).isEqualTo("unknown.file.outside");
    }
    file("live/main.tf", "resource \"x_y\" \"z\" { a = fileset(\".\", \"**/secret\") }\n");
    assertThat(get(read("live"), "a")).isEqualTo(Value.items());
  }

  /// What somebody writes to keep us busy, or to make us fall over.
  @Test
  void whatWouldTakeForEverIsGivenUp() throws IOException {
    file("deep.yaml", "[".repeat(100_000));
    file(
        "steps.yaml",
        IntStream.range(0, 1_000).mapToObj(i -> " ".repeat(i) + "a:\n").collect(joining()));
    file("wide.yaml", "a: [\n" + " 1,\n".repeat(200_000));
    file("blank.yaml", "\n".repeat(900_000));
    file("text", "a".repeat(30_000) + "!");
    for (String call :
        List.of(
            "yamldecode(file(\"deep.yaml\"))",
            "yamldecode(file(\"steps.yaml\"))",
            "yamldecode(file(\"wide.yaml\"))",
            "yamldecode(file(\"blank.yaml\"))",
            "regex(\"^(a+)+$\", file(\"text\"))",
            "regexall(\"(?:a|b)*c\", file(\"text\"))",
            "replace(file(\"text\"), \"/(a*)*b/\", \"\")",
            "regex(file(\"text\"), \"a\")",
            "fileset(\".\", \"*****************\")")) {
      file("main.tf", "resource \"x_y\" \"z\" { a = " + call + " }\n");
      Value found =
          Assertions.assertTimeoutPreemptively(
              Duration.ofSeconds(20), () -> get(read(""), "a"), call);
      assertThat(reason(found))
          .as(call)
          .isIn("unknown.failure.call", "unknown.regex-long", "unknown.long-list");
    }
  }

  /// Whether containers are told by the function, by the data source that came before it, or without holes.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "templatefile(\"./tasks/app.json.tpl\", { image = var.image, ports = [8089] })",
        "data.template_file.app.rendered",
        "data.template_file.app[0].rendered",
        "jsonencode(jsondecode(file(\"tasks/plain.json\")))",
        "file(\"tasks/plain.json\")"
      })
  void portsOfContainersAreReadFromFilesThatTellThem(String definitions) throws IOException {
    file(
        "main.tf",
        """
        variable "image" {}
        resource "aws_vpc" "main" { cidr_block = "10.0.0.0/16" }
        resource "aws_subnet" "app" {
          vpc_id     = aws_vpc.main.id
          cidr_block = "10.0.1.0/24"
        }
        resource "aws_security_group" "app" { vpc_id = aws_vpc.main.id }
        resource "aws_ecs_cluster" "main" { name = "main" }
        data "template_file" "app" {
          template = file("./tasks/app.json.tpl")
          vars     = { image = var.image, ports = "8089" }
        }
        resource "aws_ecs_task_definition" "app" {
          family                   = "app"
          network_mode             = "awsvpc"
          requires_compatibilities = ["FARGATE"]
          container_definitions    = %s
        }
        resource "aws_ecs_service" "app" {
          name            = "app"
          cluster         = aws_ecs_cluster.main.id
          task_definition = aws_ecs_task_definition.app.arn
          launch_type     = "FARGATE"
          network_configuration {
            subnets         = [aws_subnet.app.id]
            security_groups = [aws_security_group.app.id]
          }
        }
        """
            .formatted(definitions));
    boolean list = definitions.startsWith("templatefile");
    String port = list ? "${ports[0]}" : "${ports}";
    String task =
        "[{\"name\": \"app\", \"image\": \"%s\", \"portMappings\": [{\"containerPort\": %s}]}]\n";
    file("tasks/app.json.tpl", task.formatted("${image}", port));
    file("tasks/plain.json", task.formatted("app:1", "8089"));
    Document document = Raiser.raise(read("").graph()).document();
    Node tier =
        document.nodes().stream()
            .filter(node -> node.kind().equals(WasTier.KIND.id()))
            .findFirst()
            .orElseThrow();
    assertThat(WasTier.PORT.of(tier)).isEqualTo(8089);
  }

  @ParameterizedTest
  @ValueSource(strings = {"file(\"start.sh\")", "templatefile(\"start.sh\", { name = \"x\" })"})
  void aScriptInAFileTellsThatServersServeFiles(String script) throws IOException {
    file(
        "main.tf",
        """
        resource "aws_vpc" "main" { cidr_block = "10.0.0.0/16" }
        resource "aws_subnet" "web" {
          vpc_id     = aws_vpc.main.id
          cidr_block = "10.0.1.0/24"
        }
        resource "aws_instance" "web" {
          ami           = "ami-0123456789abcdef0"
          instance_type = "t3.micro"
          subnet_id     = aws_subnet.web.id
          user_data     = %s
        }
        """
            .formatted(script));
    file("start.sh", "#!/bin/sh\ndnf install -y nginx\nsystemctl start nginx\n");
    assertThat(Raiser.raise(read("").graph()).document().nodes())
        .extracting(Node::kind)
        .contains(WebTier.KIND.id());
    TerraformProof.find(Files.createDirectories(work.resolve("proof"))).assertValid(work);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/etc/passwd",
        "../secret",
        "../../../../../../../../etc/passwd",
        "a/../../secret",
        "../modules/web/../../secret",
        "link",
        "linked/secret",
        "linked/../../secret"
      })
  void nothingOutsideOfTheFolderIsRead(String name) throws IOException {
    file("secret", "secret");
    file("live/main.tf", "resource \"x_y\" \"z\" { a = file(\"" + name + "\") }\n");
    Files.createDirectories(work.resolve("modules/web"));
    Files.createSymbolicLink(work.resolve("live/link"), work.resolve("secret"));
    Files.createSymbolicLink(work.resolve("live/linked"), work);
    assertThat(reason(get(read("live"), "a"))).isIn("unknown.file.outside", "unknown.failure.file");
  }

  /// What a module outside of the folder may read is its own, and nothing of it is the caller's.
  @Test
  void aModuleLendsItsFolderToNobody() throws IOException {
    file(
        "live/main.tf",
        """
        module "other" { source = "../other" }
        resource "x_y" "z" { a = file("../other/own") }
        """);
    file("other/main.tf", "locals { a = 1 }\n");
    file("other/own", "own");
    assertThat(reason(get(read("live"), "a"))).isEqualTo("unknown.file.outside");
  }

  @Test
  void aLinkThatStaysWithinIsFollowed() throws IOException {
    file("main.tf", "resource \"x_y\" \"z\" { a = file(\"link\") }\n");
    file("own", "own");
    Files.createSymbolicLink(work.resolve("link"), Path.of("own"));
    assertThat(get(read(""), "a")).isEqualTo(Value.of("own"));
  }

  @Test
  void whatIsNoTextOfModerateSizeIsNotRead() throws IOException {
    Files.createDirectories(work.resolve("folder"));
    Files.write(work.resolve("binary"), new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});
    Files.write(work.resolve("huge"), new byte[2 * 1024 * 1024]);
    file("torn", "${ if");
    for (List<String> told :
        List.of(
            List.of("file(\"folder\")", "unknown.failure.file"),
            List.of("file(\"none\")", "unknown.failure.file"),
            List.of("file(\"a\\u0000b\")", "unknown.failure.file"),
            List.of("file(\"\")", "unknown.failure.file"),
            List.of("file(\"binary\")", "unknown.file.text"),
            List.of("file(\"huge\")", "unknown.file.large"),
            List.of("filebase64(\"huge\")", "unknown.file.large"),
            List.of("file(var.nobody)", "unknown.not-declared"),
            List.of("file()", "unknown.failure.call"),
            List.of("upper(templatefile(\"torn\", {}))", "unknown.failure.template"))) {
      file("main.tf", "resource \"x_y\" \"z\" { a = " + told.getFirst() + " }\n");
      assertThat(reason(get(read(""), "a"))).as(told.getFirst()).isEqualTo(told.getLast());
    }
  }

  /// A file of a megabyte is filled in only so often, and a template that fills itself in ends.
  @Test
  void whatIsReadManyTimesEnds() throws IOException {
    file(
        "main.tf",
        """
        resource "x_y" "z" {
          count = 40000
          a     = templatefile("large", { n = count.index })
        }
        resource "x_y" "self" { a = templatefile("self", {}) }
        """);
    file("large", "${n}" + "x".repeat(900_000));
    file("self", "${templatefile(\"self\", {})}");
    Configuration read =
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(60), () -> read(""));
    assertThat(read.graph().resources().keySet()).hasSize(40_001);
  }
}
