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
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/// What is read in place of a module from a registry that is not on the disk: most configurations that others
/// publish have their VPC from one and the same, without which nothing in them stands anywhere. Drawbridge
/// knows that one's inputs, resources and outputs; it fetches nothing.
final class StandIn {
  /// Where calls have the module from, and the file that stands in for it.
  private static final Map<Pattern, String> KNOWN =
      Map.of(
          Pattern.compile(
              "(registry[.](terraform[.]io|opentofu[.]org)/)?terraform-aws-modules/vpc/aws"
                  + "|.*github[.]com[/:]terraform-aws-modules/terraform-aws-vpc([.]git)?([?].*)?"),
          "vpc.tf");

  /// Those in which nothing stands that packets could reach, and that let nothing through to others.
  private static final Pattern HARMLESS =
      Pattern.compile(
          "(registry[.](terraform[.]io|opentofu[.]org)/)?terraform-aws-modules/"
              + "(acm|cloudwatch|dynamodb-table|ecr|eventbridge|iam|key-pair|kms|notify-slack|route53|s3-bucket"
              + "|secrets-manager|sns|sqs|ssm-parameter|step-functions)/aws(//.*)?");

  private StandIn() {}

  /// Whether a module that is not here changes nothing of who reaches whom.
  static boolean isHarmless(String source) {
    return HARMLESS.matcher(source).matches();
  }

  /// The module that a call gets from there. All of it stands where the call does.
  static Optional<ModuleSource> of(String source, Declared call, Path folder) {
    return KNOWN.entrySet().stream()
        .filter(known -> known.getKey().matcher(source).matches())
        .findFirst()
        .map(known -> read(known.getValue(), call, folder));
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
