package dev.drawbridge.analyze;

import static dev.drawbridge.analyze.Example.passing;
import static dev.drawbridge.analyze.Example.violating;
import static dev.drawbridge.analyze.Terraform.ref;
import static dev.drawbridge.analyze.WrittenServices.forwarding;
import static dev.drawbridge.analyze.WrittenServices.rule;
import static dev.drawbridge.analyze.WrittenServices.values;

import dev.drawbridge.base.Reason;
import dev.drawbridge.resource.Block;
import dev.drawbridge.resource.Value;
import java.util.List;
import java.util.function.UnaryOperator;

/// Examples of the rule on the rules of listeners, in Terraform that nobody drew.
final class WrittenListenerExamples {
  private WrittenListenerExamples() {}

  static final List<Example> ALL = listenerRules();

  private static Terraform ruled(
      UnaryOperator<Block.Builder> first, UnaryOperator<Block.Builder> second) {
    return forwarding("application", "HTTP", b -> b)
        .add("aws_lb_listener_rule.first", first)
        .add("aws_lb_listener_rule.second", second);
  }

  private static Terraform paths(String first, String second) {
    return ruled(rule(10, values("path_pattern", first)), rule(20, values("path_pattern", second)));
  }

  private static List<Example> listenerRules() {
    String second = "aws_lb_listener_rule.second";
    Block.Builder shop = values("host_header", "shop.example.com");
    return List.of(
        violating(
            "LB-015",
            "the same priority twice",
            ruled(rule(10, shop), rule(10, values("path_pattern", "/api/*"))),
            second),
        violating("LB-015", "a path behind every path", paths("/*", "/api/*"), second),
        violating("LB-015", "a path behind a wider one", paths("/a?i/*", "/api/v1/*"), second),
        violating(
            "LB-015",
            "a host with a path behind the host in other letters",
            ruled(
                rule(10, values("host_header", "*.EXAMPLE.com")),
                rule(20, shop, values("path_pattern", "/api/*"))),
            second),
        violating(
            "LB-015",
            "an address behind the block that it lies in",
            ruled(
                rule(10, values("source_ip", "10.0.0.0/8")),
                rule(20, values("source_ip", "10.1.0.0/16"))),
            second),
        violating(
            "LB-015",
            "a query behind the same one",
            ruled(rule(10, query("v", "1")), rule(20, query("v", "1"), shop)),
            second),
        passing("LB-015", "the particular before the general", paths("/api/*", "/*")),
        passing("LB-015", "paths that only overlap", paths("/api/*", "/*/v1")),
        passing("LB-015", "paths in different letters", paths("/API/*", "/api/*")),
        passing(
            "LB-015",
            "one of two hosts taken",
            ruled(
                rule(10, shop),
                rule(20, values("host_header", "shop.example.com", "www.example.com")))),
        passing(
            "LB-015",
            "a wider rule that asks for a method too",
            ruled(
                rule(10, values("http_request_method", "GET"), values("path_pattern", "/*")),
                rule(20, values("path_pattern", "/api/*")))),
        passing(
            "LB-015",
            "the same on two listeners",
            ruled(
                rule(10, shop),
                b ->
                    b.set("listener_arn", ref("aws_lb_listener.other.arn"))
                        .set("priority", 10)
                        .block("condition", shop))),
        passing(
            "LB-015",
            "a rule behind one whose conditions a variable tells",
            ruled(
                rule(
                    10,
                    Block.builder()
                        .block(
                            "path_pattern",
                            Block.builder()
                                .set(
                                    "values",
                                    new Value.Unknown(
                                        Reason.of("unknown.no-default", "var.paths"))))),
                rule(20, values("path_pattern", "/api/*")))),
        violating(
            "LB-015",
            "six values",
            ruled(
                rule(10, shop),
                rule(
                    20,
                    values("path_pattern", "/a", "/b", "/c"),
                    values("http_request_method", "GET", "PUT", "POST"))),
            second),
        violating(
            "LB-015",
            "a host without a dot",
            ruled(rule(10, shop), rule(20, values("host_header", "localhost"))),
            second),
        violating("LB-015", "a path without a slash", paths("/a", "api/*"), second),
        violating("LB-015", "a path with a percent sign", paths("/a", "/b%20c"), second),
        passing(
            "LB-015",
            "five values",
            ruled(
                rule(10, shop),
                rule(
                    20,
                    values("path_pattern", "/a", "/b", "/c"),
                    values("http_request_method", "GET", "PUT")))));
  }

  private static Block.Builder query(String key, String value) {
    return Block.builder()
        .block("query_string", Block.builder().set("key", key).set("value", value));
  }
}
