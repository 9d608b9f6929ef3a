package dev.drawbridge.catalog.aws;

import dev.drawbridge.catalog.Catalog;
import dev.drawbridge.catalog.Lowering;
import dev.drawbridge.catalog.Port;
import dev.drawbridge.catalog.aws.EcsService.LaunchType;
import dev.drawbridge.model.Node;
import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Block;
import dev.drawbridge.resource.Value;
import dev.drawbridge.resource.Variable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;

/// The task of an ECS service: a container for each tier inside it.
final class TaskBlocks {
  /// Fargate waits no longer for a container that was told to stop, in seconds.
  private static final int LONGEST_STOP = 120;

  private final Node service;
  private final List<Node> tiers;
  private final Lowering out;

  TaskBlocks(Node service, List<Node> tiers, Lowering out) {
    this.service = service;
    this.tiers = tiers;
    this.out = out;
  }

  /// What a container is called.
  static String name(Node tier, Lowering out) {
    return NetworkBlocks.hyphens(out, tier);
  }

  static List<Port> ports(Node tier, Lowering out) {
    return Catalog.of(tier).map(kind -> kind.listening(tier, out.document())).orElse(List.of());
  }

  static List<Integer> tcpPorts(Node tier, Lowering out) {
    return ports(tier, out).stream()
        .filter(port -> port.transport() == Port.Transport.TCP)
        .map(Port::number)
        .toList();
  }

  Address add(Address taskRole) {
    Address logs = out.address("aws_cloudwatch_log_group", service.id());
    ObservabilityBlocks.logGroup(
        service,
        logs,
        Value.template(
            Value.of("/"),
            Value.symbol("local.name"),
            Value.of("/ecs/" + NetworkBlocks.hyphens(out, service))),
        out);
    List<Value> containers = new ArrayList<>();
    tiers.forEach(tier -> containers.add(container(tier, logs)));
    TaskSize size = EcsService.size(service);
    boolean fargate = EcsService.LAUNCH_TYPE.of(service) == LaunchType.FARGATE;
    boolean arm =
        fargate
            ? EcsService.ARCHITECTURE.of(service) == EcsService.Architecture.ARM64
            : ComputeBlocks.isArm(Instances.INSTANCE_TYPE.of(service));
    Address task = out.address("aws_ecs_task_definition", service.id());
    out.add(
        service,
        task,
        Block.builder()
            .set("family", out.name(service.id(), 60))
            .set("requires_compatibilities", Value.items(Value.of(fargate ? "FARGATE" : "EC2")))
            .set("network_mode", "awsvpc")
            .set("cpu", String.valueOf(size.cpu()))
            .set("memory", String.valueOf(size.memory()))
            .set(
                "execution_role_arn",
                Terms.arn(out.address("aws_iam_role", service.id(), "execution")))
            .set("task_role_arn", Terms.arn(taskRole))
            .set("container_definitions", Value.call("jsonencode", Value.of(containers)))
            .set("tags", Terms.nameTag(out.tagName(service.id())))
            .block(
                "runtime_platform",
                Block.builder()
                    .set("operating_system_family", "LINUX")
                    .set("cpu_architecture", arm ? "ARM64" : "X86_64"))
            .build());
    return task;
  }

  private Value container(Node tier, Address logs) {
    SequencedMap<String, Value> definition = new LinkedHashMap<>();
    definition.put("name", Value.of(name(tier, out)));
    definition.put("image", image(tier, out));
    definition.put("essential", Value.of(true));
    definition.put(
        "stopTimeout",
        Value.of(Math.min(LONGEST_STOP, ComputeBlocks.workload(tier).shutdown(tier))));
    List<Value> mappings = new ArrayList<>();
    for (Port port : ports(tier, out)) {
      mappings.add(
          Terms.map(
              "containerPort",
              Value.of(port.number()),
              "hostPort",
              Value.of(port.number()),
              "protocol",
              port.transport().name().toLowerCase(Locale.ROOT)));
    }
    definition.put("portMappings", Value.of(mappings));
    List<Value> environment = new ArrayList<>();
    ComputeBlocks.workload(tier)
        .container(tier, out)
        .forEach((name, value) -> environment.add(Terms.map("name", name, "value", value)));
    definition.put("environment", Value.of(environment));
    definition.put(
        "logConfiguration",
        Terms.map(
            "logDriver",
            "awslogs",
            "options",
            Terms.map(
                "awslogs-group",
                logs.dot("name"),
                "awslogs-region",
                out.around().regionCode(service),
                "awslogs-stream-prefix",
                name(tier, out))));
    return new Value.Mapping(definition);
  }

  /// The image that is drawn, or an input of the module.
  static Value image(Node tier, Lowering out) {
    String drawn = Instances.IMAGE.of(tier);
    if (!drawn.isEmpty()) {
      return Value.of(drawn);
    }
    String label = out.label(tier.id());
    return Terms.ask(
        Variable.asked(
            label + "_image",
            "Container image of "
                + out.words(tier)
                + ", built from files/"
                + label
                + ", with a tag or, better, a digest.",
            "string",
            "can(regex(\"(:[A-Za-z0-9_][A-Za-z0-9_.-]*|@sha256:[0-9a-f]{64})$\", {}))"
                + " && !endswith({}, \":latest\")",
            "must end with a tag other than latest, or with a digest.",
            Value.of(
                "123456789012.dkr.ecr."
                    + out.around().regionCode(tier)
                    + ".amazonaws.com/"
                    + name(tier, out)
                    + ":1.0.0")),
        out);
  }
}
