package dev.drawbridge.analyze.facts;

import dev.drawbridge.base.Reason;
import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Resource;
import dev.drawbridge.resource.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads instances, Auto Scaling groups, the latter together with their templates, and ECS services
/// whose tasks have interfaces of their own; other tasks use those of their instances.
final class Compute {
  static final String SERVICE = "aws_ecs_service";

  private Compute() {}

  static List<AwsHosts> hosts(Resources resources) {
    List<AwsHosts> all = new ArrayList<>();
    Map<Address, List<Reading<Value.Reference>>> attached = attached(resources);
    Set<Address> elastic = elasticInterfaces(resources);
    for (Resource instance : resources.of("aws_instance", "aws_spot_instance_request")) {
      Reader read = resources.read(instance);
      Template template = Template.ifAny(resources, read);
      Optional<Resource> card = networkCard(resources, read);
      if (card.isPresent()) {
        all.add(throughCard(resources, instance, card.get(), attached, elastic));
        continue;
      }
      Reading<Address> subnet = read.reference("subnet_id");
      all.add(
          new AwsHosts(
              instance,
              false,
              subnet.then(one -> Reading.given(List.of(Reading.given(one)))),
              with(
                  read.attributes("vpc_security_group_ids")
                      .or(read.attributes("security_groups"))
                      .or(template.groups()),
                  attached.getOrDefault(instance.address(), List.of())),
              read.flag("associate_public_ip_address").or(template.publicIp()),
              ipv6(read).or(template.ipv6())));
    }
    for (Resource group : resources.of("aws_autoscaling_group")) {
      Reader read = resources.read(group);
      Template template = Template.of(resources, read);
      all.add(
          new AwsHosts(
              group,
              true,
              read.references("vpc_zone_identifier"),
              template.groups(),
              template.publicIp(),
              template.ipv6()));
    }
    for (Resource service : resources.of(SERVICE)) {
      for (Reader network : resources.read(service).blocks("network_configuration")) {
        all.add(
            new AwsHosts(
                service,
                true,
                network.references("subnets"),
                network.attributes("security_groups"),
                network.flag("assign_public_ip").or(false),
                Reading.given(false)));
      }
    }
    return all;
  }

  /// The network interfaces that have an Elastic IP address.
  static Set<Address> elasticInterfaces(Resources resources) {
    Set<Address> elastic = new HashSet<>();
    for (Resource address : resources.of("aws_eip")) {
      resources.read(address).reference("network_interface").known().ifPresent(elastic::add);
    }
    for (Resource address : resources.of("aws_eip_association")) {
      resources.read(address).reference("network_interface_id").known().ifPresent(elastic::add);
    }
    return elastic;
  }

  /// The network interface that an instance starts with, where that is a resource of its own.
  static Optional<Resource> networkCard(Resources resources, Reader instance) {
    List<Reader> cards = new ArrayList<>(instance.blocks("primary_network_interface"));
    instance.blocks("network_interface").stream()
        .filter(card -> card.whole("device_index").or(0L).is(0L))
        .forEach(cards::add);
    return cards.stream()
        .flatMap(card -> card.reference("network_interface_id").known().stream())
        .flatMap(address -> resources.find(address).stream())
        .findFirst();
  }

  /// An instance on such an interface: that one has subnet, groups and addresses.
  private static AwsHosts throughCard(
      Resources resources,
      Resource instance,
      Resource card,
      Map<Address, List<Reading<Value.Reference>>> attached,
      Set<Address> elastic) {
    Reader read = resources.read(card);
    List<Reading<Value.Reference>> more =
        new ArrayList<>(attached.getOrDefault(card.address(), List.of()));
    more.addAll(attached.getOrDefault(instance.address(), List.of()));
    return new AwsHosts(
        instance,
        false,
        read.reference("subnet_id").then(one -> Reading.given(List.of(Reading.given(one)))),
        with(read.attributes("security_groups"), more),
        elastic.contains(card.address())
            ? Reading.given(true)
            : resources.read(instance).flag("associate_public_ip_address").or(false),
        ipv6(read));
  }

  /// The groups that instances get by resources of their own.
  private static Map<Address, List<Reading<Value.Reference>>> attached(Resources resources) {
    Map<Address, List<Reading<Value.Reference>>> all = new HashMap<>();
    for (Resource attachment : resources.of("aws_network_interface_sg_attachment")) {
      Reader read = resources.read(attachment);
      read.reference("network_interface_id")
          .known()
          .ifPresent(
              to ->
                  all.computeIfAbsent(to, _ -> new ArrayList<>())
                      .add(read.attribute("security_group_id")));
    }
    return all;
  }

  private static Reading<List<Reading<Value.Reference>>> with(
      Reading<List<Reading<Value.Reference>>> own, List<Reading<Value.Reference>> more) {
    if (more.isEmpty() || own.isUnresolved()) {
      return own;
    }
    List<Reading<Value.Reference>> both = new ArrayList<>(own.known().orElse(List.of()));
    both.addAll(more);
    return Reading.given(both);
  }

  /// Whether an instance, or a network interface of a template, asks for an IPv6 address.
  private static Reading<Boolean> ipv6(Reader read) {
    return read.has("ipv6_addresses")
        ? Reading.given(true)
        : read.whole("ipv6_address_count").then(count -> Reading.given(count > 0));
  }

  /// The launch template or launch configuration that a group or an instance names.
  static Reading<Address> template(Reader hosts) {
    List<Reading<Address>> all = templates(hosts);
    return all.isEmpty() ? Reading.missing() : all.getFirst();
  }

  /// All of them: a group of mixed instances may name another one for some instance types.
  static List<Reading<Address>> templates(Reader hosts) {
    List<Reader> blocks = hosts.blocks("launch_template");
    for (Reader mixed : hosts.blocks("mixed_instances_policy")) {
      for (Reader template : mixed.blocks("launch_template")) {
        blocks.addAll(template.blocks("launch_template_specification"));
        for (Reader override : template.blocks("override")) {
          blocks.addAll(override.blocks("launch_template_specification"));
        }
      }
    }
    List<Reading<Address>> all = new ArrayList<>();
    for (Reader block : blocks) {
      all.add(
          block
              .reference("id")
              .or(block.reference("launch_template_id"))
              .or(block.reference("name"))
              .or(block.reference("launch_template_name")));
    }
    if (hosts.has("launch_configuration")) {
      all.add(hosts.reference("launch_configuration"));
    }
    return all;
  }

  /// What a group's launch template or launch configuration says of networks.
  record Template(
      Reading<List<Reading<Value.Reference>>> groups,
      Reading<Boolean> publicIp,
      Reading<Boolean> ipv6) {

    /// Servers without a template.
    private static final Template NONE =
        new Template(Reading.missing(), Reading.missing(), Reading.missing());

    private static Template unresolved(Reason reason) {
      return new Template(
          Reading.unresolved(reason), Reading.unresolved(reason), Reading.unresolved(reason));
    }

    /// Of servers that may do without one.
    static Template ifAny(Resources resources, Reader servers) {
      return servers.blocks("launch_template").isEmpty() ? NONE : of(resources, servers);
    }

    private static Template of(Resources resources, Reader group) {
      Reading<Address> named = template(group);
      return switch (named) {
        case Reading.Missing<Address>() -> unresolved(Reason.of("unknown.template"));
        case Reading.Unresolved<Address>(Reason reason) -> unresolved(reason);
        case Reading.Given<Address>(Address address) ->
            resources
                .find(address)
                .map(resource -> read(resources, resource))
                .orElseThrow(() -> new IllegalStateException(address + " was resolved"));
      };
    }

    private static Template read(Resources resources, Resource resource) {
      Reader read = resources.read(resource);
      if (resource.type().equals("aws_launch_configuration")) {
        return new Template(
            read.attributes("security_groups"),
            read.flag("associate_public_ip_address"),
            Reading.missing());
      }
      Optional<Reader> first = read.blocks("network_interfaces").stream().findFirst();
      Reading<List<Reading<Value.Reference>>> groups =
          first.map(nic -> nic.attributes("security_groups")).orElse(Reading.missing());
      return new Template(
          groups.or(read.attributes("vpc_security_group_ids")),
          first.map(nic -> nic.flag("associate_public_ip_address")).orElse(Reading.missing()),
          first.map(Compute::ipv6).orElse(Reading.missing()));
    }
  }
}
