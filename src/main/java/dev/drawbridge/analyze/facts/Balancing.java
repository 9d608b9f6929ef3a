package dev.drawbridge.analyze.facts;

import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Resource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads load balancers with their listeners, and target groups with their members.
final class Balancing {
  private static final Pattern HEALTH_TARGET = Pattern.compile("[A-Za-z]+:([0-9]{1,5})(?:/.*)?");

  private Balancing() {}

  static List<AwsLoadBalancer> loadBalancers(Resources resources) {
    Map<Address, List<AwsLoadBalancer.Listener>> listeners = listeners(resources);
    List<AwsLoadBalancer> all = new ArrayList<>();
    for (Resource balancer : resources.of("aws_lb", "aws_alb")) {
      Reader read = resources.read(balancer);
      Reading<List<Reading<Address>>> subnets = read.references("subnets");
      List<Reader> mappings = read.blocks("subnet_mapping");
      if (subnets.isMissing() && !mappings.isEmpty()) {
        List<Reading<Address>> mapped = new ArrayList<>();
        mappings.forEach(mapping -> mapped.add(mapping.reference("subnet_id")));
        subnets = Reading.given(mapped);
      }
      AwsLoadBalancer.Type type =
          type(read.text("load_balancer_type").known().orElse("application"));
      all.add(
          new AwsLoadBalancer(
              balancer,
              type,
              // A gateway load balancer has no public addresses, and nothing to say of it.
              read.flag("internal").or(type == AwsLoadBalancer.Type.GATEWAY),
              subnets,
              read.attributes("security_groups"),
              listeners.getOrDefault(balancer.address(), List.of())));
    }
    for (Resource classic : resources.of("aws_elb")) {
      Reader read = resources.read(classic);
      all.add(
          new AwsLoadBalancer(
              classic,
              AwsLoadBalancer.Type.CLASSIC,
              read.flag("internal").or(false),
              read.references("subnets"),
              read.attributes("security_groups"),
              classicListeners(classic, read)));
    }
    return all;
  }

  private static AwsLoadBalancer.Type type(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "network" -> AwsLoadBalancer.Type.NETWORK;
      case "gateway" -> AwsLoadBalancer.Type.GATEWAY;
      default -> AwsLoadBalancer.Type.APPLICATION;
    };
  }

  private static Map<Address, List<AwsLoadBalancer.Listener>> listeners(Resources resources) {
    ListenerRules rules = new ListenerRules(resources);
    Map<Address, List<AwsLoadBalancer.Listener>> byBalancer = new HashMap<>();
    for (Resource listener : resources.of("aws_lb_listener", "aws_alb_listener")) {
      Reader read = resources.read(listener);
      read.reference("load_balancer_arn")
          .known()
          .ifPresent(
              balancer ->
                  byBalancer
                      .computeIfAbsent(balancer, _ -> new ArrayList<>())
                      .add(
                          new AwsLoadBalancer.Listener(
                              listener.address().toString(),
                              listener,
                              read.port("port"),
                              read.text("protocol").or("HTTP"),
                              rules.of(listener))));
    }
    return byBalancer;
  }

  private static List<AwsLoadBalancer.Listener> classicListeners(Resource classic, Reader read) {
    List<AwsLoadBalancer.Listener> all = new ArrayList<>();
    int index = 0;
    for (Reader listener : read.blocks("listener")) {
      String id = classicListener(classic, index++);
      all.add(
          new AwsLoadBalancer.Listener(
              id,
              classic,
              listener.port("lb_port"),
              listener.text("lb_protocol").or("TCP"),
              List.of(
                  new AwsListenerRule(
                      classic,
                      true,
                      Reading.missing(),
                      List.of(),
                      List.of(new AwsLoadBalancer.Forward(classic, Reading.given(id), 1))))));
    }
    return all;
  }

  /// Names a listener of a classic load balancer, and at once the members that it serves.
  private static String classicListener(Resource classic, int index) {
    return classic.address() + "#listener[" + index + "]";
  }

  static List<AwsTargetGroup> targetGroups(Resources resources) {
    Map<Address, List<AwsTargetGroup.Member>> members = members(resources);
    List<AwsTargetGroup> all = new ArrayList<>();
    for (Resource group : resources.of("aws_lb_target_group", "aws_alb_target_group")) {
      Reader read = resources.read(group);
      Reading<Long> port = read.port("port");
      List<AwsTargetGroup.Member> own = new ArrayList<>();
      for (AwsTargetGroup.Member member : members.getOrDefault(group.address(), List.of())) {
        own.add(new AwsTargetGroup.Member(member.what(), member.port().or(port)));
      }
      Reading<String> protocol = read.text("protocol");
      all.add(
          new AwsTargetGroup(
              group.address().toString(),
              group,
              port,
              protocol,
              healthPort(read),
              keepsClientAddress(read, protocol),
              own));
    }
    for (Resource classic : resources.of("aws_elb")) {
      Reader read = resources.read(classic);
      List<AwsTargetGroup.Member> registered =
          new ArrayList<>(members.getOrDefault(classic.address(), List.of()));
      for (Reading<Address> instance : targets(read.references("instances"))) {
        registered.add(new AwsTargetGroup.Member(instance, Reading.missing()));
      }
      Reading<Long> health = classicHealthPort(read);
      int index = 0;
      for (Reader listener : read.blocks("listener")) {
        Reading<Long> port = listener.port("instance_port");
        all.add(
            new AwsTargetGroup(
                classicListener(classic, index++),
                classic,
                port,
                listener.text("instance_protocol"),
                health,
                Reading.given(false),
                registered.stream()
                    .map(member -> new AwsTargetGroup.Member(member.what(), port))
                    .toList()));
      }
    }
    return all;
  }

  private static Reading<Long> healthPort(Reader group) {
    for (Reader check : group.blocks("health_check")) {
      if (check.has("port") && !check.text("port").is("traffic-port")) {
        return check.port("port");
      }
    }
    return Reading.missing();
  }

  /// Health is asked for at one port, whatever the listeners: `HTTP:8080/healthz`.
  private static Reading<Long> classicHealthPort(Reader classic) {
    for (Reader check : classic.blocks("health_check")) {
      return check
          .text("target")
          .then(
              target -> {
                Matcher matcher = HEALTH_TARGET.matcher(target);
                return matcher.matches()
                    ? Reading.given(Long.valueOf(matcher.group(1)))
                    : Reading.missing();
              });
    }
    return Reading.missing();
  }

  /// AWS, Client IP preservation: on for instances and load balancers as targets unless told
  /// otherwise, off for TCP and TLS to addresses, and always on for UDP.
  private static Reading<Boolean> keepsClientAddress(Reader group, Reading<String> protocol) {
    return protocol.then(
        spoken ->
            switch (spoken.toUpperCase(Locale.ROOT)) {
              case "TCP", "TLS" ->
                  group
                      .flag("preserve_client_ip")
                      .or(
                          group
                              .text("target_type")
                              .or("instance")
                              .then(type -> Reading.given(!type.equals("ip"))));
              case "UDP", "TCP_UDP", "QUIC", "TCP_QUIC" -> Reading.given(true);
              default -> Reading.given(false);
            });
  }

  private static Map<Address, List<AwsTargetGroup.Member>> members(Resources resources) {
    Map<Address, List<AwsTargetGroup.Member>> all = new HashMap<>();
    for (Resource attachment :
        resources.of("aws_lb_target_group_attachment", "aws_alb_target_group_attachment")) {
      Reader read = resources.read(attachment);
      add(
          all,
          read.reference("target_group_arn"),
          new AwsTargetGroup.Member(read.reference("target_id"), read.port("port")));
    }
    for (Resource group : resources.of("aws_autoscaling_group")) {
      AwsTargetGroup.Member member =
          new AwsTargetGroup.Member(Reading.given(group.address()), Reading.missing());
      for (Reading<Address> target :
          targets(resources.read(group).references("target_group_arns"))) {
        add(all, target, member);
      }
      for (Reading<Address> classic : targets(resources.read(group).references("load_balancers"))) {
        add(all, classic, member);
      }
      addSources(all, resources.read(group), member);
    }
    for (Resource service : resources.of(Compute.SERVICE)) {
      for (Reader balanced : resources.read(service).blocks("load_balancer")) {
        add(
            all,
            balanced.reference("target_group_arn").or(balanced.reference("elb_name")),
            new AwsTargetGroup.Member(
                Reading.given(service.address()), balanced.port("container_port")));
      }
    }
    for (Resource attachment : resources.of("aws_elb_attachment")) {
      Reader read = resources.read(attachment);
      add(
          all,
          read.reference("elb"),
          new AwsTargetGroup.Member(read.reference("instance"), Reading.missing()));
    }
    for (Resource attachment : resources.of("aws_autoscaling_attachment")) {
      Reader read = resources.read(attachment);
      add(
          all,
          read.reference("lb_target_group_arn")
              .or(read.reference("alb_target_group_arn"))
              .or(read.reference("elb")),
          new AwsTargetGroup.Member(read.reference("autoscaling_group_name"), Reading.missing()));
    }
    for (Resource attachment : resources.of("aws_autoscaling_traffic_source_attachment")) {
      Reader read = resources.read(attachment);
      addSources(
          all,
          read,
          new AwsTargetGroup.Member(read.reference("autoscaling_group_name"), Reading.missing()));
    }
    return all;
  }

  /// What a group of hosts takes traffic from is a target group by its ARN or a classic load balancer by its name.
  private static void addSources(
      Map<Address, List<AwsTargetGroup.Member>> all, Reader read, AwsTargetGroup.Member member) {
    for (Reader source : read.blocks("traffic_source")) {
      add(all, source.reference("identifier"), member);
    }
  }

  private static List<Reading<Address>> targets(Reading<List<Reading<Address>>> groups) {
    return groups.known().orElse(List.of());
  }

  private static void add(
      Map<Address, List<AwsTargetGroup.Member>> all,
      Reading<Address> group,
      AwsTargetGroup.Member member) {
    group.known().ifPresent(to -> all.computeIfAbsent(to, _ -> new ArrayList<>()).add(member));
  }
}
