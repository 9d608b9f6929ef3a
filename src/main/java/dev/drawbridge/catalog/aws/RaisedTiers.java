package dev.drawbridge.catalog.aws;

import dev.drawbridge.catalog.RaisedNode;
import dev.drawbridge.catalog.Raising;
import dev.drawbridge.catalog.Trait;
import dev.drawbridge.resource.Resource;
import java.util.Optional;

/// Tiers recognised in Terraform: what bears a security group and runs on instances, of an Auto Scaling group
/// or its own, or as a container of an ECS service. What they run is told by [RaisedServers] and
/// [RaisedProxies].
final class RaisedTiers {
  private RaisedTiers() {}

  static void web(Resource group, Raising in) {
    TierServers servers = TierServers.of(group, in);
    if (servers.areFree(in)
        && (servers.serveFiles(in)
            || servers.script().filter(script -> RaisedServers.isWeb(group, script, in)).isPresent()
            || standsInFront(servers, in))) {
      drawWeb(servers, in);
    }
  }

  /// Whether the servers are the first that whoever comes from the internet meets, and nothing that Drawbridge
  /// wrote says what they are: then they are the web tier, whatever runs there.
  private static boolean standsInFront(TierServers servers, Raising in) {
    boolean foreign =
        servers.script().map(script -> script.isForeign(servers.main(), in)).orElse(true);
    if (!foreign || !servers.run() || servers.areBare()) {
      return false;
    }
    Optional<Resource> balancer = Frontage.of(servers, in);
    balancer.ifPresent(
        found ->
            in.note(
                servers.main(),
                "raise.in-front",
                servers.main().address().toString(),
                found.address().toString()));
    return balancer.isPresent();
  }

  private static void drawWeb(TierServers servers, Raising in) {
    servers
        .draw(WebTier.KIND, Instances.INSTANCE_TYPE, in)
        .ifPresent(
            tier -> {
              if (servers.script().isEmpty()) {
                servers.port(in).ifPresent(port -> tier.set(WebTier.PORT, port));
              }
              servers.script().ifPresent(told -> RaisedServers.web(tier, told, in));
            });
  }

  static void proxy(Resource group, Raising in) {
    TierServers servers = TierServers.of(group, in);
    if (servers.areFree(in)
        && servers.script().filter(script -> RaisedProxies.is(group, script, in)).isPresent()) {
      servers
          .draw(ProxyTier.KIND, Instances.INSTANCE_TYPE, in)
          .ifPresent(
              tier -> servers.script().ifPresent(told -> RaisedProxies.proxy(tier, told, in)));
    }
  }

  static void consul(Resource group, Raising in) {
    TierServers servers = TierServers.of(group, in);
    if (servers.areFree(in) && servers.runs("consul.sh.tftpl")) {
      servers
          .draw(ConsulTier.KIND, Instances.INSTANCE_TYPE, in)
          .ifPresent(
              tier ->
                  servers.script().ifPresent(told -> RaisedClusters.consul(tier, told, group, in)));
    }
  }

  static void vault(Resource group, Raising in) {
    TierServers servers = TierServers.of(group, in);
    if (servers.areFree(in) && servers.runs("vault.sh.tftpl")) {
      servers
          .draw(VaultTier.KIND, Instances.INSTANCE_TYPE, in)
          .ifPresent(tier -> RaisedClusters.among(tier, group, in));
    }
  }

  static void was(Resource group, Raising in) {
    TierServers servers = TierServers.of(group, in);
    if (servers.areFree(in)
        && servers.run()
        && !servers.areBare()
        && !isBastion(group, in)
        && servers
            .script()
            .map(script -> RaisedServers.isApplication(group, script, in))
            .orElse(true)) {
      drawWas(servers, in);
    }
  }

  private static void drawWas(TierServers servers, Raising in) {
    servers
        .draw(WasTier.KIND, WasTier.INSTANCE_TYPE, in)
        .ifPresent(
            tier -> {
              tier.set(WasTier.SOFTWARE, WasTier.Software.OTHER);
              servers.port(in).ifPresent(port -> tier.set(WasTier.PORT, port));
              servers.script().ifPresent(told -> RaisedServers.was(tier, told, in));
            });
  }

  /// Of what single instances run nothing is known where nothing tells them to run it.
  static void instance(Resource group, Raising in) {
    TierServers servers = TierServers.of(group, in);
    if (servers.areFree(in) && servers.areBare() && !isBastion(group, in)) {
      drawInstance(servers, in);
    }
  }

  private static void drawInstance(TierServers servers, Raising in) {
    servers
        .draw(Ec2Instance.KIND, Instances.INSTANCE_TYPE, in)
        .ifPresent(node -> servers.port(in).ifPresent(port -> node.set(Ec2Instance.PORT, port)));
  }

  private static boolean isBastion(Resource group, Raising in) {
    return RaisedBastions.instance(group, in).isPresent();
  }

  /// When all others are drawn.
  static void last(Raising in) {
    left(in);
    homeless(in);
  }

  /// What is left in the end: servers that bear no group of their own, or none at all.
  private static void left(Raising in) {
    for (RaisedNode fleet : in.nodes(Trait.FLEET)) {
      boolean bare =
          in.nodes(Trait.SERVERS).stream().noneMatch(tier -> fleet.equals(tier.parent()));
      if (bare) {
        TierServers.left(fleet, in).ifPresent(servers -> drawWhatever(servers, in));
      }
    }
    for (Resource instance : in.graph().ofType("aws_instance")) {
      if (in.nodesOf(instance.address()).isEmpty()) {
        drawWhatever(TierServers.left(instance, in), in);
      }
    }
  }

  private static void drawWhatever(TierServers servers, Raising in) {
    if (servers.serveFiles(in) || standsInFront(servers, in)) {
      drawWeb(servers, in);
    } else if (servers.areBare()) {
      drawInstance(servers, in);
    } else {
      drawWas(servers, in);
    }
  }

  /// A group on which nothing runs yet, but which may fetch updates, is that of a tier without a place.
  private static void homeless(Raising in) {
    for (Resource group : in.graph().ofType("aws_security_group")) {
      boolean bare =
          in.graph().referrers(group.address()).stream()
              .allMatch(resource -> resource.type().startsWith("aws_vpc_security_group_"));
      if (in.nodesOf(group.address()).isEmpty()
          && bare
          && RaisedCompute.updates(group, in).isPresent()) {
        TierServers nobody = TierServers.none(group);
        if (RaisedClusters.isFederated(group, in)) {
          nobody.draw(ConsulTier.KIND, Instances.INSTANCE_TYPE, in);
        } else {
          nobody.draw(WasTier.KIND, WasTier.INSTANCE_TYPE, in);
        }
      }
    }
  }
}
