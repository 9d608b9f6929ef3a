package dev.drawbridge.terraform.read;

import dev.drawbridge.hcl.Block;
import dev.drawbridge.hcl.Body;
import dev.drawbridge.hcl.Parser;
import dev.drawbridge.hcl.Span;
import dev.drawbridge.terraform.read.ModuleSource.Declared;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What is read in place of a module from a registry that is not on the disk: most configurations that others
/// publish have their VPC from one and the same, without which nothing in them stands anywhere, and many have their
/// load balancers, servers and databases from its neighbours. Drawbridge knows their inputs, resources and outputs;
/// it fetches nothing.
final class StandIn {
  /// Where calls have the modules from: in front a registry or a repository, and the submodule behind.
  private static final Pattern SOURCE =
      Pattern.compile(
          "(?:(?:registry[.](?:terraform[.]io|opentofu[.]org)/)?terraform-aws-modules/([a-z0-9-]+)/aws"
              + "|.*github[.]com[/:]terraform-aws-modules/terraform-aws-([a-z0-9-]+?)(?:[.]git)?)"
              + "(?://modules/([a-z0-9-]+))?(?:[?].*)?");

  /// Those that there is a file for, by module and submodule.
  private static final Set<String> KNOWN =
      Set.of(
          "alb",
          "autoscaling",
          "ec2-instance",
          "ecs-cluster",
          "ecs-service",
          "eks",
          "elasticache",
          "elb",
          "rds",
          "rds-aurora",
          "security-group",
          "vpc");

  /// Those in which nothing stands that packets could reach, and that let nothing through to others.
  private static final Set<String> HARMLESS =
      Set.of(
          "acm",
          "cloudwatch",
          "dynamodb-table",
          "ecr",
          "eventbridge",
          "iam",
          "key-pair",
          "kms",
          "notify-slack",
          "route53",
          "s3-bucket",
          "secrets-manager",
          "sns",
          "sqs",
          "ssm-parameter",
          "step-functions");

  private StandIn() {}

  /// Whether a module that is not here changes nothing of who reaches whom.
  static boolean isHarmless(String source) {
    return module(source, "").filter(HARMLESS::contains).isPresent();
  }

  /// The module that a call gets from there. All of it stands where the call does.
  static Optional<ModuleSource> of(String source, Declared call, Path folder) {
    return module(source, "-")
        .filter(KNOWN::contains)
        .map(known -> read(known + ".tf", call, folder));
  }

  /// The name of one of those modules.
  ///
  /// @param joint what stands between it and its submodule; empty where that makes no difference
  private static Optional<String> module(String source, String joint) {
    Matcher found = SOURCE.matcher(source);
    if (!found.matches()) {
      return Optional.empty();
    }
    String module = found.group(1) == null ? found.group(2) : found.group(1);
    boolean whole = found.group(3) == null || joint.isEmpty();
    return Optional.of(whole ? module : module + joint + found.group(3));
  }

  private static ModuleSource read(String file, Declared call, Path folder) {
    ModuleSource module = new ModuleSource(folder);
    Span place = Span.at(call.line(), call.block().span().column());
    Parser.parse(file, text(file))
        .body()
        .blocks()
        .map(block -> new Block(block.type(), block.labels(), block.body(), place))
        .forEach(block -> module.add(call.file(), Body.builder().add(block).build()));
    return module;
  }

  private static String text(String file) {
    try (InputStream in = Objects.requireNonNull(StandIn.class.getResourceAsStream(file), file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
