package dev.drawbridge.analyze;

import static dev.drawbridge.analyze.Example.passing;
import static dev.drawbridge.analyze.Example.undecided;
import static dev.drawbridge.analyze.Example.violating;
import static dev.drawbridge.analyze.Terraform.publicSubnet;
import static dev.drawbridge.analyze.Terraform.tcp;

import dev.drawbridge.resource.Value;
import java.util.List;

/// Examples of the rules on what may be reached from where, in Terraform that nobody drew.
final class WrittenDmzExamples {
  private WrittenDmzExamples() {}

  private static final String APP = "aws_security_group.app";

  static final List<Example> ALL =
      List.of(
          violating(
              "DMZ-001",
              "a server with a public address that all may call",
              publicSubnet().group("app", tcp(8080, 8080, "0.0.0.0/0")).server(APP),
              "aws_instance.app"),
          undecided(
              "DMZ-001",
              "a server with a public address whose callers a variable names",
              publicSubnet()
                  .group(
                      "app",
                      tcp(8080, 8080)
                          .set("cidr_blocks", new Value.Unknown("var.callers has no value")))
                  .server(APP),
              "aws_instance.app"),
          passing(
              "DMZ-001",
              "a server with a public address that nobody on the internet may call",
              publicSubnet().group("app", tcp(8080, 8080, "10.0.0.0/16")).server(APP)));
}
