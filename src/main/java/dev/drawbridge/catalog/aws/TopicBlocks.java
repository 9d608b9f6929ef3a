package dev.drawbridge.catalog.aws;

import dev.drawbridge.catalog.Lowering;
import dev.drawbridge.model.Element;
import dev.drawbridge.model.Node;
import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Block;
import dev.drawbridge.resource.Output;
import dev.drawbridge.resource.Value;
import dev.drawbridge.resource.Variable;
import java.util.List;
import java.util.Optional;

/// SNS topics in Terraform: what is published there, and who hears of it.
final class TopicBlocks {
  private static final String TOPIC = "aws_sns_topic";

  private TopicBlocks() {}

  /// The region's topic for alarms.
  static Value regional(Node place, Lowering out) {
    String region = AccountBlocks.regional(place, out);
    Address topic = out.plain(TOPIC, "alarms_" + region);
    if (out.first("topic " + region)) {
      out.imply(
          place,
          topic,
          Block.builder()
              .set("name", Terms.named("-alarms"))
              .set("kms_master_key_id", AccountBlocks.key(place, out))
              .build(),
          "");
      Address policy = out.plain("aws_iam_policy_document", topic.name());
      heard(place, topic, policy, "alarm_email_addresses", "Addresses that receive alarms", out);
      out.graph()
          .add(
              new Output(
                  topic.name() + "_topic_arn",
                  "ARN of the SNS topic that receives the alarms of "
                      + out.around().regionCode(place)
                      + ".",
                  Terms.arn(topic)));
    }
    return Terms.arn(topic);
  }

  /// The ARN of a drawn topic; empty where it is not built.
  static Optional<Value> drawn(Node topic, Lowering out) {
    return isBuilt(topic, out)
        ? Optional.of(Terms.arn(out.address(TOPIC, topic.id())))
        : Optional.empty();
  }

  /// The key and the policy name the account, which a VPC tells.
  private static boolean isBuilt(Node topic, Lowering out) {
    return out.around()
        .region(topic)
        .map(region -> !out.around().vpcs(region).isEmpty())
        .orElseGet(() -> out.around().vpc(topic).isPresent());
  }

  static void topic(Element element, Lowering out) {
    if (!(element instanceof Node topic)) {
      return;
    }
    if (!isBuilt(topic, out)) {
      out.warn(topic, null, "lower.region-without-vpc");
      return;
    }
    Address address = out.address(TOPIC, topic.id());
    Block.Builder body = Block.builder().set("name", out.name(topic.id(), 60));
    if (SnsTopic.ENCRYPTED.of(topic)) {
      body.set("kms_master_key_id", AccountBlocks.key(topic, out));
    }
    out.add(topic, address, body.set("tags", Terms.nameTag(out.tagName(topic.id()))).build());
    // The region's own topic may have taken the label.
    String label = address.name();
    heard(
        topic,
        address,
        out.address("aws_iam_policy_document", topic.id()),
        label + "_email_addresses",
        "Addresses that receive what is published to " + out.words(topic),
        out);
    out.graph()
        .add(
            new Output(
                label + "_topic_arn",
                "ARN of the SNS topic " + out.words(topic) + ".",
                Terms.arn(address)));
  }

  /// Who may publish, and by which variable those are told who listen.
  private static void heard(
      Node place,
      Address topic,
      Address document,
      String variable,
      String description,
      Lowering out) {
    Value policy =
        AccountBlocks.document(
            document,
            out,
            Block.builder()
                .set("sid", "CloudWatchAlarms")
                .set("actions", Value.items(Value.of("sns:Publish")))
                .set("resources", Value.items(Terms.arn(topic)))
                .block(
                    "principals",
                    AccountBlocks.principal("Service", Value.of("cloudwatch.amazonaws.com")))
                .block(
                    "condition",
                    AccountBlocks.condition(
                        "StringEquals", "aws:SourceAccount", AccountBlocks.account(place, out)))
                .build());
    out.imply(
        place,
        out.plain("aws_sns_topic_policy", topic.name()),
        Block.builder().set("arn", Terms.arn(topic)).set("policy", policy).build(),
        "");
    if (out.first("variable " + variable)) {
      out.graph()
          .add(
              new Variable(
                  variable,
                  description + "; each has to confirm its subscription.",
                  "set(string)",
                  Value.items(),
                  false,
                  false,
                  List.of(
                      new Variable.Validation(
                          "alltrue([for address in var."
                              + variable
                              + " : can(regex(\"^[^@ ]+@[^@ ]+$\", address))])",
                          "Every entry of " + variable + " must be an e-mail address.")),
                  Value.items(Value.of("oncall@example.com"))));
    }
    out.imply(
        place,
        out.plain("aws_sns_topic_subscription", topic.name()),
        Block.builder()
            .set("for_each", Value.symbol("var." + variable))
            .set("topic_arn", Terms.arn(topic))
            .set("protocol", "email")
            .set("endpoint", Value.symbol("each.value"))
            .build(),
        "");
  }
}
