package dev.drawbridge.analyze.facts;

import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Resource;
import dev.drawbridge.resource.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads instances and Auto Scaling groups, the latter together with their templates.
final class Compute {
  private Compute() {}

  static List<AwsHosts> hosts(Resources resources) {
    List<AwsHosts> all = new ArrayList<>();
    for (Resource instance : resources.of("aws_instance")) {
      Reader read = resources.read(instance);
      Reading<Address> subnet = read.reference("subnet_id");
      all.add(
          new AwsHosts(
              instance,
              false,
              subnet.then(one -> Reading.given(List.of(Reading.given(one)))),
              read.attributes("vpc_security_group_ids").or(read.attributes("security_groups")),
              read.flag("associate_public_ip_address"),
              ipv6(read)));
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
    return all;
  }

  /// Whether an instance, or a network interface of a template, asks for an IPv6 address.
  private static Reading<Boolean> ipv6(Reader read) {
    return read.has("ipv6_addresses")
        ? Reading.given(true)
        : read.whole("ipv6_address_count").then(count -> Reading.given(count > 0));
  }

  /// The launch template or launch configuration that a group or an instance names.
  static Reading<Address> template(Reader hosts) {
    List<Reader> blocks = hosts.blocks("launch_template");
    for (Reader mixed : hosts.blocks("mixed_instances_policy")) {
      for (Reader template : mixed.blocks("launch_template")) {
        blocks.addAll(template.blocks("launch_template_specification"));
      }
    }
    if (blocks.isEmpty()) {
      return hosts.reference("launch_configuration");
    }
    Reader block = blocks.getFirst();
    return block
        .reference("id")
        .or(block.reference("launch_template_id"))
        .or(block.reference("name"))
        .or(block.reference("launch_template_name"));
  }

  /// What a group's launch template or launch configuration says of networks.
  private record Template(
      Reading<List<Reading<Value.Reference>>> groups,
      Reading<Boolean> publicIp,
      Reading<Boolean> ipv6) {

    private static Template unresolved(String reason) {
      return new Template(
          Reading.unresolved(reason), Reading.unresolved(reason), Reading.unresolved(reason));
    }

    static Template of(Resources resources, Reader group) {
      Reading<Address> named = template(group);
      return switch (named) {
        case Reading.Missing<Address>() -> unresolved("no template");
        case Reading.Unresolved<Address>(String reason) -> unresolved(reason);
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
