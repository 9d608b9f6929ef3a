package dev.drawbridge.catalog.aws;

import dev.drawbridge.catalog.Lowering;
import dev.drawbridge.model.Node;
import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Block;
import dev.drawbridge.resource.DataSource;
import dev.drawbridge.resource.Origin;
import dev.drawbridge.resource.Value;
import dev.drawbridge.resource.Variable;
import java.util.List;
import java.util.stream.Stream;

/// What components share: encryption keys, roles and inputs of the module.
final class AccountBlocks {
  private static final Value PARTITION = Value.symbol("data.aws_partition.current.partition");
  private static final Value DNS_SUFFIX = Value.symbol("data.aws_partition.current.dns_suffix");
  private static final Value ANY = Value.items(Value.of("*"));
  private static final String KEY_ITSELF = "The resource of a key's own policy is that key.";

  private AccountBlocks() {}

  /// A component that is drawn as protected is, unless the whole module is told to let go.
  static Value protection(boolean drawn, Lowering out) {
    if (!drawn) {
      return Value.of(false);
    }
    if (out.first("variable deletion_protection")) {
      out.graph()
          .add(
              Variable.of(
                  "deletion_protection",
                  "Protect load balancers, databases and their logs against deletion. Set to false,"
                      + " and apply, before destroying.",
                  "bool",
                  Value.of(true)));
    }
    return Value.symbol("var.deletion_protection");
  }

  /// Whether the module is told to let go of what it protects.
  static Value released(Lowering out) {
    protection(true, out);
    return Value.symbol("!var.deletion_protection");
  }

  /// A policy that lets a service of AWS take on a role.
  static Value assume(String name, Value service, Block condition, Lowering out) {
    Block.Builder statement =
        Block.builder()
            .set("actions", Value.items(Value.of("sts:AssumeRole")))
            .block("principals", principal("Service", service));
    if (!condition.equals(Block.EMPTY)) {
      statement.block("condition", condition);
    }
    return document(name, out, statement.build());
  }

  /// A policy document; the provider puts it together without calling AWS.
  static Value document(String name, Lowering out, Block... statements) {
    return document(out.plain("aws_iam_policy_document", name), out, statements);
  }

  /// As above, under an address that nobody else has.
  static Value document(Address address, Lowering out, Block... statements) {
    return document(address, Block.builder(), out, statements);
  }

  private static Value document(
      Address address, Block.Builder body, Lowering out, Block... statements) {
    if (out.first("data " + address)) {
      for (Block statement : statements) {
        body.block("statement", statement);
      }
      out.graph().add(new DataSource(address, body.build(), new Origin.Implied("")));
    }
    return Value.symbol("data." + address + ".json");
  }

  static Block principal(String type, Value identifier) {
    return Block.builder().set("type", type).set("identifiers", Value.items(identifier)).build();
  }

  static Block condition(String test, String variable, Value value) {
    return Block.builder()
        .set("test", test)
        .set("variable", variable)
        .set("values", Value.items(value))
        .build();
  }

  static void partition(Lowering out) {
    if (out.first("data aws_partition")) {
      out.graph()
          .add(
              new DataSource(
                  new Address("aws_partition", "current"),
                  Block.EMPTY,
                  new Origin.Implied("Answered by the provider itself, without a call to AWS.")));
    }
  }

  static Value managed(String policy) {
    return Value.template(Value.of("arn:"), PARTITION, Value.of(":iam::aws:policy/" + policy));
  }

  /// The account, told by a VPC, which saves a call to AWS while planning.
  static Value account(Node place, Lowering out) {
    Node vpc =
        out.around()
            .region(place)
            .map(region -> out.around().vpcs(region).getFirst())
            .or(() -> out.around().vpc(place))
            .orElseThrow();
    return out.address("aws_vpc", vpc.id()).dot("owner_id");
  }

  /// The label of what a region has once, such as its key.
  static String regional(Node place, Lowering out) {
    return out.around().region(place).map(region -> out.label(region.id())).orElse("main");
  }

  /// The role of the instances of a component: Session Manager instead of SSH, and the CloudWatch agent.
  static void instanceRole(Node component, Lowering out) {
    partition(out);
    Value trust =
        assume("ec2_assume", Value.template(Value.of("ec2."), DNS_SUFFIX), Block.EMPTY, out);
    Value prefix = Terms.prefix(out.name(component.id(), 17));
    Address role = out.address("aws_iam_role", component.id());
    String reason = "Session Manager instead of SSH, and the CloudWatch agent.";
    out.imply(
        component,
        role,
        Block.builder()
            .set("name_prefix", prefix)
            .set("description", "Instances of " + out.words(component))
            .set("assume_role_policy", trust)
            .build(),
        reason);
    for (String part : List.of("ssm", "cloudwatch")) {
      out.imply(
          component,
          out.address("aws_iam_role_policy_attachment", component.id(), part),
          Block.builder()
              .set("role", role.dot("name"))
              .set(
                  "policy_arn",
                  managed(
                      part.equals("ssm")
                          ? "AmazonSSMManagedInstanceCore"
                          : "CloudWatchAgentServerPolicy"))
              .build(),
          reason);
    }
    out.imply(
        component,
        out.address("aws_iam_instance_profile", component.id()),
        Block.builder().set("name_prefix", prefix).set("role", role.dot("name")).build(),
        reason);
  }

  /// What instances wait for, so that they boot with working permissions.
  static List<Value> rolePolicies(Node component, Lowering out) {
    return List.of(
        Terms.whole(out.address("aws_iam_role_policy_attachment", component.id(), "cloudwatch")),
        Terms.whole(out.address("aws_iam_role_policy_attachment", component.id(), "ssm")));
  }

  /// The role with which RDS reports what the operating system does.
  static Address monitoringRole(Lowering out, Node place) {
    Address role = out.plain("aws_iam_role", "rds_monitoring");
    if (out.first("rds monitoring")) {
      partition(out);
      String reason = "";
      Value trust =
          assume(
              "rds_monitoring_assume", Value.of("monitoring.rds.amazonaws.com"), Block.EMPTY, out);
      out.imply(
          place,
          role,
          Block.builder()
              .set("name_prefix", Terms.prefix(out.name("rds")))
              .set("description", "Enhanced monitoring of the databases")
              .set("assume_role_policy", trust)
              .build(),
          reason);
      out.imply(
          place,
          out.plain("aws_iam_role_policy_attachment", "rds_monitoring"),
          Block.builder()
              .set("role", role.dot("name"))
              .set("policy_arn", managed("service-role/AmazonRDSEnhancedMonitoringRole"))
              .build(),
          reason);
    }
    return role;
  }

  /// The role with which the flow logs of a VPC are written.
  static Address flowLogRole(Node vpc, Address logGroup, Lowering out) {
    Value trust =
        assume(
            "flow_logs_assume",
            Value.of("vpc-flow-logs.amazonaws.com"),
            condition("StringEquals", "aws:SourceAccount", account(vpc, out)),
            out);
    Address role = out.address("aws_iam_role", vpc.id(), "flow_logs");
    String reason = "";
    out.imply(
        vpc,
        role,
        Block.builder()
            .set("name_prefix", Terms.prefix(out.name("flow")))
            .set("description", "Flow logs of " + out.words(vpc))
            .set("assume_role_policy", trust)
            .build(),
        reason);
    Value policy =
        document(
            role.name(),
            out,
            Block.builder()
                .set(
                    "actions",
                    Value.items(
                        Value.of("logs:CreateLogStream"),
                        Value.of("logs:DescribeLogStreams"),
                        Value.of("logs:PutLogEvents")))
                .set("resources", Value.items(Value.template(logGroup.dot("arn"), Value.of(":*"))))
                .build());
    out.imply(
        vpc,
        out.address("aws_iam_role_policy", vpc.id(), "flow_logs"),
        Block.builder()
            .set("name", "write-logs")
            .set("role", Terms.id(role))
            .set("policy", policy)
            .build(),
        reason);
    return role;
  }

  /// The region's customer managed key for logs, notifications and databases.
  static Value key(Node place, Lowering out) {
    String label = regional(place, out);
    Address key = out.plain("aws_kms_key", label);
    if (out.first("key " + label)) {
      partition(out);
      String region = out.around().regionCode(place);
      Value account = account(place, out);
      String reason = "One customer managed key for logs, notifications and databases.";
      Value policy =
          document(
              out.plain("aws_iam_policy_document", "kms_" + label),
              Block.builder()
                  .accept("CKV_AWS_109", KEY_ITSELF)
                  .accept("CKV_AWS_111", KEY_ITSELF)
                  .accept("CKV_AWS_356", KEY_ITSELF),
              out,
              Stream.concat(
                      Stream.of(
                          Block.builder()
                              .set("sid", "AccountAdministration")
                              .set("actions", Value.items(Value.of("kms:*")))
                              .set("resources", ANY)
                              .block(
                                  "principals",
                                  principal(
                                      "AWS",
                                      Value.template(
                                          Value.of("arn:"),
                                          PARTITION,
                                          Value.of(":iam::"),
                                          account,
                                          Value.of(":root"))))
                              .build(),
                          Block.builder()
                              .set("sid", "CloudWatchLogs")
                              .set(
                                  "actions",
                                  Value.items(
                                      Value.of("kms:Decrypt*"),
                                      Value.of("kms:Describe*"),
                                      Value.of("kms:Encrypt*"),
                                      Value.of("kms:GenerateDataKey*"),
                                      Value.of("kms:ReEncrypt*")))
                              .set("resources", ANY)
                              .block(
                                  "principals",
                                  principal(
                                      "Service",
                                      Value.template(Value.of("logs." + region + "."), DNS_SUFFIX)))
                              .block(
                                  "condition",
                                  condition(
                                      "ArnLike",
                                      "kms:EncryptionContext:aws:logs:arn",
                                      Value.template(
                                          Value.of("arn:"),
                                          PARTITION,
                                          Value.of(":logs:" + region + ":"),
                                          account,
                                          Value.of(":*"))))
                              .build(),
                          Block.builder()
                              .set("sid", "CloudWatchAlarms")
                              .set(
                                  "actions",
                                  Value.items(
                                      Value.of("kms:Decrypt"), Value.of("kms:GenerateDataKey*")))
                              .set("resources", ANY)
                              .block(
                                  "principals",
                                  principal("Service", Value.of("cloudwatch.amazonaws.com")))
                              .block(
                                  "condition",
                                  condition("StringEquals", "aws:SourceAccount", account))
                              .build()),
                      autoScaling(place, account, out))
                  .toArray(Block[]::new));
      out.imply(
          place,
          key,
          Block.builder()
              .set("description", Terms.named(": logs, notifications and databases"))
              .set("deletion_window_in_days", 30)
              .set("enable_key_rotation", true)
              .set("policy", policy)
              .set("tags", Terms.nameTag(Value.symbol("local.name")))
              .build(),
          reason);
      out.imply(
          place,
          out.plain("aws_kms_alias", label),
          Block.builder()
              .set("name", Value.template(Value.of("alias/"), Value.symbol("local.name")))
              .set("target_key_id", key.dot("key_id"))
              .build(),
          reason);
    }
    return Terms.arn(key);
  }

  /// Auto Scaling publishes to encrypted topics in a role that AWS makes with the first group, so that it
  /// cannot be named as a principal before.
  private static Stream<Block> autoScaling(Node place, Value account, Lowering out) {
    boolean told =
        out.document().nodes().stream()
            .filter(node -> node.kind().equals(AutoScalingGroup.KIND.id()))
            .filter(group -> out.around().region(group).equals(out.around().region(place)))
            .flatMap(group -> ScalingBlocks.topics(group, out).stream())
            .anyMatch(SnsTopic.ENCRYPTED::of);
    if (!told) {
      return Stream.empty();
    }
    Value role =
        Value.template(
            Value.of("arn:"),
            PARTITION,
            Value.of(":iam::"),
            account,
            Value.of(
                ":role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling"));
    return Stream.of(
        Block.builder()
            .set("sid", "AutoScalingNotifications")
            .set("actions", Value.items(Value.of("kms:Decrypt"), Value.of("kms:GenerateDataKey*")))
            .set("resources", ANY)
            .block("principals", principal("AWS", Value.of("*")))
            .block("condition", condition("StringEquals", "kms:CallerAccount", account))
            .block("condition", condition("ArnEquals", "aws:PrincipalArn", role))
            .build());
  }
}
