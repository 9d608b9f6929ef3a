package dev.drawbridge.catalog.aws;

import dev.drawbridge.catalog.Arguments;
import dev.drawbridge.catalog.Kind;
import dev.drawbridge.catalog.Property;
import dev.drawbridge.catalog.RaisedNode;
import dev.drawbridge.catalog.Raising;
import dev.drawbridge.catalog.Trait;
import dev.drawbridge.resource.Resource;
import dev.drawbridge.resource.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;

/// Tiers recognised in Terraform: what bears a security group and runs on instances, of an Auto Scaling group
/// or its own, or as a container of an ECS service. What they run is told by [RaisedServers] and
/// [RaisedProxies].
final class RaisedTiers {
  private RaisedTiers() {}

  static void web(Resource group, Raising in) {
    Servers servers = Servers.of(group, in);
    if (isFree(group, in)
        && servers.script().filter(script -> RaisedServers.isWeb(group, script, in)).isPresent()) {
      servers
          .draw(WebTier.KIND, Instances.INSTANCE_TYPE, in)
          .ifPresent(tier -> servers.script().ifPresent(told -> RaisedServers.web(tier, told, in)));
    }
  }

  static void proxy(Resource group, Raising in) {
    Servers servers = Servers.of(group, in);
    if (isFree(group, in)
        && servers.script().filter(script -> RaisedProxies.is(group, script, in)).isPresent()) {
      servers
          .draw(ProxyTier.KIND, Instances.INSTANCE_TYPE, in)
          .ifPresent(
              tier -> servers.script().ifPresent(told -> RaisedProxies.proxy(tier, told, in)));
    }
  }

  static void consul(Resource group, Raising in) {
    Servers servers = Servers.of(group, in);
    if (isFree(group, in) && servers.runs("consul.sh.tftpl")) {
      servers
          .draw(ConsulTier.KIND, Instances.INSTANCE_TYPE, in)
          .ifPresent(
              tier ->
                  servers.script().ifPresent(told -> RaisedClusters.consul(tier, told, group, in)));
    }
  }

  static void vault(Resource group, Raising in) {
    Servers servers = Servers.of(group, in);
    if (isFree(group, in) && servers.runs("vault.sh.tftpl")) {
      servers
          .draw(VaultTier.KIND, Instances.INSTANCE_TYPE, in)
          .ifPresent(tier -> RaisedClusters.among(tier, group, in));
    }
  }

  static void was(Resource group, Raising in) {
    Servers servers = Servers.of(group, in);
    if (isFree(group, in)
        && servers.run()
        && !servers.areBare()
        && !isBastion(group, in)
        && servers
            .script()
            .map(script -> RaisedServers.isApplication(group, script, in))
            .orElse(true)) {
      servers
          .draw(WasTier.KIND, WasTier.INSTANCE_TYPE, in)
          .ifPresent(
              tier -> {
                tier.set(WasTier.SOFTWARE, WasTier.Software.OTHER);
                ListedRules.firstPort(group, in).ifPresent(port -> tier.set(WasTier.PORT, port));
                servers.script().ifPresent(told -> RaisedServers.was(tier, told, in));
              });
    }
  }

  /// Of what single instances run nothing is known where nothing tells them to run it.
  static void instance(Resource group, Raising in) {
    Servers servers = Servers.of(group, in);
    if (isFree(group, in) && servers.areBare() && !isBastion(group, in)) {
      servers
          .draw(Ec2Instance.KIND, Instances.INSTANCE_TYPE, in)
          .ifPresent(node -> port(group, in).ifPresent(port -> node.set(Ec2Instance.PORT, port)));
    }
  }

  private static boolean isBastion(Resource group, Raising in) {
    return RaisedBastions.instance(group, in).isPresent();
  }

  /// The first port that its group opens, but for remote login.
  private static Optional<Integer> port(Resource group, Raising in) {
    return in.graph().referrers(group.address()).stream()
        .filter(rule -> rule.type().equals("aws_vpc_security_group_ingress_rule"))
        .filter(rule -> Arguments.targets(rule.get("security_group_id")).contains(group.address()))
        .filter(rule -> Arguments.text(rule.body(), "ip_protocol").equals("tcp"))
        .flatMap(rule -> Arguments.whole(rule.get("from_port")).stream())
        .filter(port -> port > 0 && port != Bastion.SSH_PORT)
        .findFirst();
  }

  private static boolean isFree(Resource group, Raising in) {
    return in.nodesOf(group.address()).isEmpty();
  }

  /// A group on which nothing runs yet, but which may fetch updates, is that of a tier without a place.
  static void homeless(Raising in) {
    for (Resource group : in.graph().ofType("aws_security_group")) {
      boolean bare =
          in.graph().referrers(group.address()).stream()
              .allMatch(resource -> resource.type().startsWith("aws_vpc_security_group_"));
      if (isFree(group, in) && bare && RaisedCompute.updates(group, in).isPresent()) {
        Servers nobody =
            new Servers(group, Optional.empty(), Optional.empty(), List.of(), Optional.empty());
        if (RaisedClusters.isFederated(group, in)) {
          nobody.draw(ConsulTier.KIND, Instances.INSTANCE_TYPE, in);
        } else {
          nobody.draw(WasTier.KIND, WasTier.INSTANCE_TYPE, in);
        }
      }
    }
  }

  /// The servers that bear a security group.
  ///
  /// @param fleet the Auto Scaling group or ECS service that they run on
  /// @param bearer the template of the instances, or the ECS service
  /// @param instances single ones, where they run on none
  private record Servers(
      Resource group,
      Optional<RaisedNode> fleet,
      Optional<Resource> bearer,
      List<Resource> instances,
      Optional<RaisedScript> script) {
    static Servers of(Resource group, Raising in) {
      List<Resource> bearers = in.graph().referrers(group.address());
      for (Resource bearer : bearers) {
        Optional<RaisedNode> fleet =
            in.nodesOf(bearer.address()).stream()
                .filter(node -> node.kind().is(Trait.FLEET))
                .findFirst();
        boolean service = bearer.type().equals("aws_ecs_service");
        int at =
            service
                ? RaisedEcs.groups(bearer).indexOf(group.address())
                : bearer.type().equals("aws_launch_template")
                    ? RaisedCompute.groups(bearer).indexOf(group.address())
                    : -1;
        if (fleet.isPresent() && at >= 0) {
          List<RaisedScript> scripts =
              service ? containers(bearer, in) : RaisedScript.of(bearer.get("user_data"));
          Optional<RaisedScript> own =
              at < scripts.size() ? Optional.of(scripts.get(at)) : Optional.empty();
          return new Servers(group, fleet, Optional.of(bearer), List.of(), own);
        }
      }
      List<Resource> instances =
          bearers.stream()
              .filter(bearer -> bearer.type().equals("aws_instance"))
              .filter(
                  bearer ->
                      Arguments.targets(bearer.get("vpc_security_group_ids"))
                          .contains(group.address()))
              .toList();
      Optional<Resource> template =
          instances.stream()
              .flatMap(instance -> RaisedCompute.template(instance, in).stream())
              .findFirst();
      Optional<RaisedScript> script =
          template.flatMap(found -> RaisedScript.of(found.get("user_data")).stream().findFirst());
      return new Servers(group, Optional.empty(), template, instances, script);
    }

    /// The containers of the task that a service runs, in their order.
    private static List<RaisedScript> containers(Resource service, Raising in) {
      List<RaisedScript> containers = new ArrayList<>();
      Optional<Value> told =
          RaisedEcs.task(service, in)
              .flatMap(task -> Optional.ofNullable(task.get("container_definitions")));
      if (told.orElse(null) instanceof Value.Call(String function, List<Value> arguments)
          && function.equals("jsonencode")
          && arguments.getFirst() instanceof Value.Items(List<Value> all)) {
        for (Value one : all) {
          if (one instanceof Value.Mapping definition) {
            containers.add(RaisedScript.ofContainer(definition));
          }
        }
      }
      return containers;
    }

    /// Single instances that nothing tells what to run.
    boolean areBare() {
      return fleet.isEmpty()
          && !instances.isEmpty()
          && script.isEmpty()
          && bearer.map(template -> template.get("user_data") == null).orElse(true)
          && instances.stream()
              .allMatch(one -> one.get("user_data") == null && one.get("user_data_base64") == null);
    }

    boolean run() {
      return fleet.isPresent() || !instances.isEmpty();
    }

    boolean runs(String template) {
      return script.filter(told -> told.is(template)).isPresent();
    }

    /// A tier where there is a place for it.
    Optional<RaisedNode> draw(Kind kind, Property<String> type, Raising in) {
      SequencedSet<RaisedNode> subnets = new LinkedHashSet<>();
      for (Resource instance : instances) {
        subnets.addAll(RaisedNetwork.nodes(instance.get("subnet_id"), Subnet.KIND, in));
      }
      Optional<RaisedNode> vpc =
          RaisedNetwork.vpc(List.copyOf(subnets), List.of(group.address()), in);
      if (vpc.isEmpty()) {
        in.leave(group, "raise.without-vpc", group.address().toString());
        return Optional.empty();
      }
      RaisedNode tier = in.node(kind, group);
      script.ifPresent(told -> tier.naming(RaisedServers.named(tier.label(), told, in)));
      RaisedCompute.bear(tier, group, in);
      if (fleet.isPresent()) {
        tier.in(fleet.get()).over(fleet.get().spans());
        bearer.ifPresent(found -> exposed(tier, found));
        return Optional.of(tier);
      }
      if (subnets.size() == 1 && subnets.getFirst().around(Vpc.KIND).equals(vpc)) {
        tier.in(subnets.getFirst());
      } else {
        tier.in(vpc.get()).over(subnets);
      }
      bearer.ifPresent(
          template -> {
            in.claim(tier, template.address());
            RaisedCompute.machine(tier, type, template);
          });
      for (Resource instance : instances) {
        in.claim(tier, instance.address());
        read(tier, Instances.PUBLIC_IP, instance, "associate_public_ip_address");
        tier.read(type, instance.get("instance_type"));
        tier.read(Instances.AMI, instance.get("ami"));
        tier.read(
            Instances.ROOT_VOLUME,
            Arguments.block(instance.body(), "root_block_device").get("volume_size"));
      }
      if (!subnets.isEmpty() && has(tier, Instances.PER_SUBNET)) {
        tier.set(Instances.PER_SUBNET, Math.max(1, instances.size() / subnets.size()));
      }
      if (has(tier, ConsulTier.SERVERS) && !instances.isEmpty()) {
        tier.set(ConsulTier.SERVERS, instances.size());
      }
      return Optional.of(tier);
    }

    private static void exposed(RaisedNode tier, Resource bearer) {
      if (bearer.type().equals("aws_ecs_service")) {
        tier.set(Instances.PUBLIC_IP, RaisedEcs.hasPublicAddress(bearer));
      } else {
        bearer.body().blocks("network_interfaces").stream()
            .findFirst()
            .ifPresent(
                card -> tier.read(Instances.PUBLIC_IP, card.get("associate_public_ip_address")));
      }
    }

    private static <T> void read(
        RaisedNode tier, Property<T> property, Resource instance, String argument) {
      if (has(tier, property)) {
        tier.read(property, instance.get(argument));
      }
    }

    private static boolean has(RaisedNode tier, Property<?> property) {
      return tier.kind().properties().contains(property);
    }
  }
}
