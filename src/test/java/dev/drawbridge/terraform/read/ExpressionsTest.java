package dev.drawbridge.terraform.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drawbridge.base.Outcome;
import dev.drawbridge.resource.Resource;
import dev.drawbridge.resource.Value;
import dev.drawbridge.terraform.TerraformProof;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// Expressions are worth here what they are worth in the real Terraform.
class ExpressionsTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;
  @TempDir Path work;

  private static final String GIVEN =
      """
      variable "zones" {
        type    = list(string)
        default = ["a", "b", "c"]
      }
      variable "subnets" {
        type = map(object({
          cidr   = string
          public = optional(bool, false)
          tags   = optional(map(string), {})
          note   = optional(string)
        }))
        default = {
          web = { cidr = "10.0.1.0/24", public = true }
          app = { cidr = "10.0.2.0/24", tags = { tier = "app" } }
        }
      }
      variable "names" {
        type    = set(string)
        default = ["b", "a", "b"]
      }
      variable "nothing" {
        type    = string
        default = null
      }
      locals {
        vpc  = "10.20.0.0/16"
        han  = "웹 서버"
        list = [3, 1, 2]
        nested = { a = { b = [{ c = 1 }, { c = 2 }] } }
      }
      """;

  private static final List<String> EXPRESSIONS =
      List.of(
          "basename(\"/a/b.txt\")",
          "basename(\"a/b/\")",
          "base64decode(\"7ZWY64KY\")",
          "jsondecode(\"{\\\"a\\\": [1, \\\"x\\\", null, true]}\")",
          "regex(\"[a-z]+\", \"53453453.345345aaabbbccc23454\")",
          "regex(\"(\\\\d\\\\d\\\\d\\\\d)-(\\\\d\\\\d)(x)?\", \"2019-02-01\")",
          "regex(\"^(?:(?P<scheme_of>[^:/?#]+):)?(?://(?P<authority>[^/?#]*))?\","
              + " \"https://terraform.io/docs/\")",
          "can(regex(\"^a$\", \"a\\n\"))",
          "can(regex(\"^[0-9]+$\", \"12x\"))",
          "regexall(\"[a-z]+\", \"1234abcd5678efgh9\")",
          "length(regexall(\"x\", \"yyy\"))",
          "regex(\"[[:alpha:]&&b]+\", \"1a&b\")",
          "try(regex(\"(?=a)a\", \"a\"), \"none\")",
          "replace(\"hello world\", \"/w.*d/\", \"everybody\")",
          "replace(\"2024-01\", \"/(?P<y>\\\\d+)-(\\\\d+)/\", \"$2/$${y} $$1\")",
          "regex(\"(?i)ABC\", \"xabc\")",
          "md5(\"hello\")",
          "sha1(\"hello\")",
          "sha256(\"hello\")",
          "sha512(\"한\")",
          "base64sha256(\"hello\")",
          "base64sha512(\"hello\")",
          "uuidv5(\"dns\", \"www.terraform.io\")",
          "uuidv5(\"6ba7b810-9dad-11d1-80b4-00c04fd430c8\", \"x\")",
          "urlencode(\"a b*~한/?\")",
          "csvdecode(\"a,b\\n1,\\\"x, \\\"\\\"y\\\"\\\"\\\"\\n2,z\\n\")",
          "textencodebase64(\"Hi 한\", \"UTF-16LE\")",
          "textdecodebase64(\"SABpAA==\", \"UTF-16LE\")",
          "indent(2, \"a\\nb\\nc\")",
          "dirname(\"/a/b/c.txt\")",
          "dirname(\"c.txt\")",
          "dirname(\"a/b/\")",
          "dirname(\"/\")",
          "transpose({ a = [\"1\", \"2\"], b = [\"2\"] })",
          "log(8, 2)",
          "yamldecode(\"a: 1\\n"
              + "b: [x, \\\"y z\\\", {k: v}]\\n"
              + "c:\\n"
              + "- true\\n"
              + "- ~\\n"
              + "- d: 1.5 # why\\n"
              + "  e: 'it''s'\\n"
              + "\")",
          "yamldecode(\"---\\n"
              + "# sites\\n"
              + "sites:\\n"
              + "  - name: web\\n"
              + "    ports: [80, 443]\\n"
              + "  - name: app\\n"
              + "    text: |\\n"
              + "      one\\n"
              + "        two\\n"
              + "\\n"
              + "    folded: >-\\n"
              + "      a\\n"
              + "      b\\n"
              + "empty:\\n"
              + "url: http://x:80/#y\\n"
              + "quoted: \\\"a: b # c\\\"\\n"
              + "time: 10:30\\n"
              + "yes: no\\n"
              + "\")",
          "yamldecode(\"hello\")",
          "yamldecode(\"- a\\n-\\n  b: 1\\n- - c\\n  - d\\n\")",
          "yamldecode(\"{a: 1, b: [1, 2]}\")",
          "yamldecode(\"a: one\\n  two\\nb: \\\"x\\n  y\\\"\\nc: 0x1f\\n\")",
          "yamldecode(\"[y, Y, yes, on, n, off, No, ON, yEs, TRUE]\")",
          "try(yamldecode(\"\"), \"bad\")",
          "try(yamldecode(\"a: [1\"), \"bad\")",
          "try(yamldecode(\"a: 1\\n b: 2\"), \"bad\")",
          "1 + 2 * 3 - 4 / 2",
          "(1 + 2) * 3 % 4",
          "-5 + 2",
          "1 < 2 && !(2 >= 3) || false",
          "\"1\" + 1",
          "\"a\" == \"a\" && 1 == 1.0 && [1] == [1]",
          "\"1\" == 1",
          "var.nothing == null",
          "var.nothing == null ? \"none\" : \"some\"",
          "\"x-${1 + 1}-${true}-${local.han}\"",
          "\"%{ if 1 > 2 }yes%{ else }no%{ endif }\"",
          "\"%{ for z in var.zones ~} ${z} %{ endfor ~}\"",
          "\"a  ${~ \"b\" ~}  c\"",
          "\"$${literal} %%{literal}\"",
          "[for z in var.zones : upper(z)]",
          "[for i, z in var.zones : \"${i}${z}\" if i != 1]",
          "{ for k, s in var.subnets : k => s.cidr if s.public }",
          "{ for z in [\"a\", \"b\", \"a\"] : z => 1... }",
          "{ for i, z in var.zones : z => cidrsubnet(local.vpc, 8, i) }",
          "var.subnets[\"app\"].tags",
          "var.subnets.app.public",
          "var.subnets.web.note",
          "var.subnets.web.tags",
          "var.names",
          "local.nested.a.b[*].c",
          "local.nested.a.b.*.c",
          "local.nested.a.b[1].c",
          "local.nested[\"a\"].b.0.c",
          "local.list[length(local.list) - 1]",
          "abs(-2) + ceil(1.2) + floor(1.8) + max(1, 5, 3) + min(4, 2) + signum(-9) + pow(2, 8)",
          "sum(local.list)",
          "parseint(\"ff\", 16)",
          "alltrue([true, true]) && !anytrue([false])",
          "range(3)",
          "range(1, 8, 3)",
          "range(3, 0)",
          "lower(\"ÀB\")",
          "title(\"hello wide world\")",
          "trimspace(\"  a \")",
          "chomp(\"a\\n\\n\")",
          "strrev(\"한글a\")",
          "startswith(\"abc\", \"ab\") && endswith(\"abc\", \"bc\") && strcontains(\"abc\", \"b\")",
          "trimprefix(\"pre-x\", \"pre-\")",
          "trimsuffix(\"x.tf\", \".tf\")",
          "trim(\"?!x?!\", \"!?\")",
          "join(\"-\", var.zones)",
          "split(\",\", \"a,b,,c\")",
          "split(\",\", \"\")",
          "replace(\"a.b.c\", \".\", \"-\")",
          "substr(\"hello\", 1, 3)",
          "substr(\"hello\", -3, -1)",
          "format(\"%s-%02d-%5s|%-4s|%%|%v|%q\", \"a\", 7, \"b\", \"c\", true, \"d\")",
          "formatlist(\"%s-%s\", \"x\", var.zones)",
          "base64encode(\"한\")",
          "tostring(12) == \"12\" && tonumber(\"12\") == 12 && tobool(\"true\")",
          "length(var.zones) + length(local.nested) + length(\"한글\")",
          "element(var.zones, 4)",
          "element(var.zones, 1)",
          "index(var.zones, \"c\")",
          "concat(var.zones, [\"d\"])",
          "flatten([[1, [2]], [], [3]])",
          "slice(var.zones, 1, 3)",
          "chunklist([1, 2, 3, 4, 5], 2)",
          "compact([\"a\", \"\", null, \"b\"])",
          "coalesce(null, \"\", \"x\")",
          "coalescelist([], [1])",
          "one([7])",
          "one([])",
          "keys({ b = 1, a = 2 })",
          "values({ b = 1, a = 2 })",
          "lookup({ a = 1 }, \"b\", 9)",
          "lookup({ a = 1 }, \"a\", 9)",
          "merge({ a = 1, b = 2 }, { b = 3 }, null)",
          "zipmap([\"x\", \"y\"], [1, 2])",
          "matchkeys([\"i1\", \"i2\", \"i3\"], [\"a\", \"b\", \"a\"], [\"a\"])",
          "toset([\"b\", \"a\", \"b\"])",
          "distinct([1, 2, 1])",
          "reverse(var.zones)",
          "sort([\"b\", \"c\", \"a\"])",
          "contains(var.zones, \"b\")",
          "contains(var.zones, \"z\")",
          "setunion([\"a\"], [\"b\", \"a\"])",
          "setintersection([\"a\", \"b\"], [\"b\", \"c\"])",
          "setsubtract([\"a\", \"b\"], [\"b\"])",
          "setproduct([\"a\", \"b\"], [\"x\", \"y\"])",
          "cidrsubnet(\"10.0.0.0/16\", 8, 255)",
          "cidrsubnet(\"10.1.2.240/28\", 1, 1)",
          "cidrsubnets(\"10.1.0.0/16\", 4, 4, 8, 4)",
          "cidrhost(\"10.12.112.0/20\", 16)",
          "cidrhost(\"10.12.112.0/20\", -2)",
          "cidrnetmask(\"172.16.0.0/12\")",
          "try(local.nested.z, \"fallback\")",
          "try(var.zones[9], \"out\")",
          "can(local.nested.a.b)",
          "can(local.nested.z)",
          "merge([{ a = 1 }, { b = 2 }]...)",
          "<<-EOT\n    one\n      two ${local.list[0]}\n  EOT\n",
          "formatdate(\"EEE EEEE H h HH hh AA aa 'o''clock' mm m ss s M D MM DD MMM MMMM Z ZZZ ZZZZ"
              + " ZZZZZ YY YYYY년 😀!\", \"2018-01-02T00:02:01-08:00\")",
          "formatdate(\"Z ZZZ ZZZZ ZZZZZ h H AA\", \"2018-12-02T13:02:01+00:00\")",
          "[formatdate(\"''\", \"2018-01-02T00:02:01-08:00\"), formatdate(\"'a''\","
              + " \"2018-01-02T00:02:01-08:00\"), formatdate(\"''''\","
              + " \"2018-01-02T00:02:01-08:00\")]",
          "try(formatdate(\"Y\", \"2018-01-02T00:02:01-08:00\"), \"bad\")",
          "try(formatdate(\"x\", \"2018-01-02T00:02:01-08:00\"), \"bad\")",
          "try(formatdate(\"D'a\", \"2018-01-02T00:02:01-08:00\"), \"bad\")",
          "try(formatdate(\"hhh\", \"2018-01-02T00:02:01-08:00\"), \"bad\")",
          "try(formatdate(\"D\", \"2018-02-30T00:02:01Z\"), \"bad\")",
          "try(formatdate(\"D\", \"2018-02-03T0:02:01Z\"), \"bad\")",
          "try(formatdate(\"D\", \"2018-02-03t00:02:01z\"), \"bad\")",
          "try(formatdate(\"D\", \"2018-02-03T24:00:00Z\"), \"bad\")",
          "try(formatdate(\"D\", \"2018-02-03T00:00:60Z\"), \"bad\")",
          "try(formatdate(\"D\", \"2018-02-03T00:00:00\"), \"bad\")",
          "try(formatdate(\"D\", \"어제\"), \"bad\")",
          "[for d in [\"10m\", \"0\", \"-0\", \".5m\", \"1.5h30m\", \"-1.5h30m\", \"+1us1µs1ns\","
              + " \"100ms\", \"1.9s\"] : timeadd(\"2017-11-22T00:00:00.9+09:00\", d)]",
          "timeadd(\"9999-12-31T23:59:59-00:00\", \"1s\")",
          "try(timeadd(\"2017-11-22T00:00:00Z\", \"1d\"), \"bad\")",
          "try(timeadd(\"2017-11-22T00:00:00Z\", \"\"), \"bad\")",
          "try(timeadd(\"2017-11-22T00:00:00Z\", \"1\"), \"bad\")",
          "try(timeadd(\"2017-11-22T00:00:00Z\", \"9999999h\"), \"bad\")",
          "try(timeadd(\"2017-11-22T00:00:00Z\", \"1h 2m\"), \"bad\")",
          "try(timeadd(\"2017-11-22T00:00:00Z\", \"한\"), \"bad\")",
          "timecmp(\"2017-11-22T00:00:00Z\", \"2017-11-22T01:00:00+01:00\")",
          "timecmp(\"2017-11-22T00:00:00Z\", \"2017-11-22T00:00:00.1Z\")",
          "timecmp(\"2017-11-22T00:00:01Z\", \"2017-11-22T00:00:00Z\")",
          "try(timecmp(\"a\", \"2017-11-22T00:00:00Z\"), \"bad\")",
          "yamlencode({ b = [1, 2.5, { x = true, a = null }], a = {}, c = [], \"키\" = \"한글 😀 \\t"
              + " q\\\"\\\\\", A = \"\", \"😀\" = [[1, [2]], [{}], [{ q = [3] }]] })",
          "[for t in [\"x\", \"x\\n"
              + "y\", \"x\\n"
              + "\\n"
              + "\", \"\\n"
              + "\", \" x\\n"
              + "y\\n"
              + "\", \"a \\n"
              + "b\", \"a\\n"
              + "b \", \"a\\tb\\n"
              + "c\", \"a\\n"
              + "😀\", \"\\r"
              + "\\n"
              + "\", \"한\\n"
              + "글\\n"
              + "\", \"\\u0007\\u00a0\\u0085\\u2028\\ufeff\\u007f\\u009f\", \"a\\n"
              + "\\n"
              + " b\"] : [yamlencode(t), yamlencode({ k = t, l = { m = t, n = [t, [t]] } })]]",
          "yamlencode({ deep = [{ text = join(\" \", [for i in range(60) : \"word${i}\"]), wide ="
              + " join(\"  \", [for i in range(40) : \"한글${i}😀\"]) }] })",
          "[yamlencode([]), yamlencode({}), yamlencode(null), yamlencode(1), yamlencode(0.1),"
              + " yamlencode(true), yamlencode(toset([\"b\", \"a\"]))]",
          "yamldecode(yamlencode(local.nested))",
          "{ \"quoted key\" = 1, (var.zones[0]) = 2, plain = 3 }");

  @Test
  void expressionsAreWorthWhatTerraformSays() throws IOException {
    StringBuilder locals = new StringBuilder(GIVEN).append("locals {\n");
    StringBuilder probe = new StringBuilder("resource \"probe_of\" \"all\" {\n");
    List<String> questions = new ArrayList<>();
    for (int i = 0; i < EXPRESSIONS.size(); i++) {
      locals.append("  e%d = %s\n".formatted(i, EXPRESSIONS.get(i)));
      probe.append("  e%d = local.e%d\n".formatted(i, i));
      questions.add("jsonencode(local.e%d)".formatted(i));
    }
    Path ours = Files.createDirectory(folder.resolve("ours"));
    Path theirs = Files.createDirectory(folder.resolve("theirs"));
    Files.writeString(ours.resolve("main.tf"), locals + "}\n" + probe + "}\n");
    Files.writeString(theirs.resolve("main.tf"), locals + "}\n");
    // The console prints the answer to its last line only.
    TerraformProof.Result said =
        TerraformProof.find(work)
            .runWith("jsonencode([" + String.join(", ", questions) + "])\n", theirs, "console");
    said.assertPassed("terraform console");
    JsonNode answers = JSON.readTree(JSON.readTree(said.output()).asString());
    assertEquals(EXPRESSIONS.size(), answers.size(), said.output());

    Resource read = probe(ours);
    List<String> wrong = new ArrayList<>();
    for (int i = 0; i < EXPRESSIONS.size(); i++) {
      JsonNode expected = JSON.readTree(answers.get(i).asString());
      // An argument that is null is none.
      Value found = Objects.requireNonNullElseGet(read.get("e" + i), Value.Null::new);
      if (!plain(expected).equals(plain(found))) {
        wrong.add(EXPRESSIONS.get(i) + " is " + expected + ", not " + found);
      }
    }
    assertEquals(List.of(), wrong);
  }

  @Test
  void functionsOfTheAwsProviderAreWorthWhatItSays() throws IOException {
    String arn = "provider::aws::";
    List<String> asked = new ArrayList<>();
    asked.add(arn + "arn_build(\"aws\", \"iam\", \"\", \"444455556666\", \"role/한😀\")");
    for (String text :
        List.of("arn:aws:logs:r:1:group:a:b", "arn:aws:logs:r:1", "x:aws:logs:r:1:y", "arn:::::")) {
      asked.add("try(" + arn + "arn_parse(\"" + text + "\"), \"bad\")");
    }
    for (String text :
        List.of(
            "arn:aws:iam::1:role/a/b/c",
            "arn:aws:iam::1:role/c",
            "arn:aws:iam::1:user/a/c",
            "arn:aws:sts::1:role/a/c",
            "arn:aws:iam:r:1:role/a/c",
            "c")) {
      asked.add("try(" + arn + "trim_iam_role_path(\"" + text + "\"), \"bad\")");
    }
    String all = "[" + String.join(", ", asked) + "]";
    Path ours = Files.createDirectory(folder.resolve("ours"));
    Path theirs = Files.createDirectory(folder.resolve("theirs"));
    Files.writeString(
        ours.resolve("main.tf"), "resource \"probe_of\" \"all\" {\n  all = " + all + "\n}\n");
    Files.writeString(
        theirs.resolve("main.tf"),
        """
        terraform {
          required_providers {
            aws = {
              source = "hashicorp/aws"
            }
          }
        }
        """);
    TerraformProof terraform = TerraformProof.find(work);
    terraform.init(theirs);
    TerraformProof.Result said = terraform.runWith("jsonencode(" + all + ")\n", theirs, "console");
    said.assertPassed("terraform console");

    assertEquals(
        plain(JSON.readTree(JSON.readTree(said.output()).asString())),
        plain(Objects.requireNonNull(probe(ours).get("all"))));
  }

  @Test
  void whatIsWorthSomethingElseInEachRunIsUnknownAndSaysWhy() throws IOException {
    Files.writeString(
        folder.resolve("main.tf"),
        """
        resource "probe_of" "all" {
          clock   = timestamp()
          plan    = try(plantimestamp(), "fallback")
          date    = formatdate("YYYY", timestamp())
          dice    = uuid()
          hash    = bcrypt("secret")
          machine = pathexpand("~/한글")
          yaml    = yamlencode({ a = [timestamp()] })
        }
        """);
    Resource read = probe(folder);
    Map<String, String> reasons = new TreeMap<>();
    for (String argument : List.of("clock", "plan", "date", "dice", "hash", "machine", "yaml")) {
      Value.Unknown unknown =
          assertInstanceOf(Value.Unknown.class, read.get(argument), "the worth of " + argument);
      reasons.put(argument, unknown.reason().key());
    }
    assertEquals(
        Map.of(
            "clock", "unknown.clock",
            "plan", "unknown.clock",
            "date", "unknown.clock",
            "dice", "unknown.random",
            "hash", "unknown.random",
            "machine", "unknown.machine",
            "yaml", "unknown.clock"),
        reasons);
  }

  private static Resource probe(Path folder) {
    return switch (Configuration.read("ours", folder)) {
      case Outcome.Ok<Configuration>(Configuration read, _) -> {
        assertTrue(read.issues().isEmpty(), read.issues()::toString);
        yield read.graph().resources().firstEntry().getValue();
      }
      case Outcome.Failed<Configuration>(var issues) -> throw new AssertionError(issues.toString());
    };
  }

  private static Object plain(JsonNode json) {
    if (json.isArray()) {
      return json.values().stream().map(ExpressionsTest::plain).toList();
    }
    if (json.isObject()) {
      Map<String, Object> all = new TreeMap<>();
      json.properties().forEach(entry -> all.put(entry.getKey(), plain(entry.getValue())));
      return all;
    }
    return json.isNumber()
        ? json.decimalValue().stripTrailingZeros()
        : json.isNull() ? "nothing at all" : json.isBoolean() ? json.asBoolean() : json.asString();
  }

  private static Object plain(Value value) {
    return switch (value) {
      case Value.Items(List<Value> values) -> values.stream().map(ExpressionsTest::plain).toList();
      case Value.Mapping(SequencedMap<String, Value> entries) -> {
        Map<String, Object> all = new TreeMap<>();
        entries.forEach((key, entry) -> all.put(key, plain(entry)));
        yield all;
      }
      case Value.Number(BigDecimal number) -> number.stripTrailingZeros();
      case Value.Null _ -> "nothing at all";
      case Value.Flag(boolean flag) -> flag;
      case Value.Text(String text) -> text;
      case Value.Reference _, Value.Symbol _, Value.Template _, Value.Call _, Value.Unknown _ ->
          value;
    };
  }
}
