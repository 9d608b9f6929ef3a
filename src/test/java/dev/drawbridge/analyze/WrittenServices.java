package dev.drawbridge.analyze;

import static dev.drawbridge.analyze.Terraform.ref;

import dev.drawbridge.base.Reason;
import dev.drawbridge.resource.Block;
import dev.drawbridge.resource.Value;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// Load balancers, Auto Scaling groups and databases in Terraform that nobody drew.
final class WrittenServices {
  private WrittenServices() {}

  /// The subnets `open` in zone a and `second` in zone c.
  static Terraform zones() {
    return Terraform.publicSubnet().subnet("second", "10.0.1.0/24", "c");
  }

  static Value subnets(String... names) {
    return refs("aws_subnet.", names);
  }

  private static Value refs(String type, String... names) {
    return Value.items(
        Stream.of(names).map(name -> ref(type + name + ".id")).toArray(Value[]::new));
  }

  static Value texts(String... values) {
    return Value.items(Stream.of(values).map(Value::of).toArray(Value[]::new));
  }

  /// An internet-facing load balancer `aws_lb.front` in both zones.
  static Terraform front(String type, UnaryOperator<Block.Builder> more) {
    return zones()
        .add(
            "aws_lb.front",
            b ->
                more.apply(
                    b.set("load_balancer_type", type).set("subnets", subnets("open", "second"))));
  }

  /// A listener `aws_lb_listener.main` that forwards to `aws_lb_target_group.app`.
  static UnaryOperator<Block.Builder> listener(int port, String protocol) {
    return b ->
        b.set("load_balancer_arn", ref("aws_lb.front.arn"))
            .set("port", port)
            .set("protocol", protocol)
            .block(
                "default_action",
                Block.builder()
                    .set("type", "forward")
                    .set("target_group_arn", ref("aws_lb_target_group.app.arn")));
  }

  static UnaryOperator<Block.Builder> targets(int port, String protocol) {
    return b -> b.set("vpc_id", ref("aws_vpc.main.id")).set("port", port).set("protocol", protocol);
  }

  /// A load balancer whose listener forwards to a target group of the same protocol and port.
  static Terraform forwarding(String type, String protocol, UnaryOperator<Block.Builder> group) {
    return front(type, b -> b)
        .add("aws_lb_listener.main", listener(443, protocol))
        .add("aws_lb_target_group.app", b -> group.apply(targets(443, protocol).apply(b)));
  }

  /// A rule of the listener.
  static UnaryOperator<Block.Builder> rule(int priority, Block.Builder... conditions) {
    return b -> {
      b.set("listener_arn", ref("aws_lb_listener.main.arn")).set("priority", priority);
      for (Block.Builder condition : conditions) {
        b.block("condition", condition);
      }
      return b;
    };
  }

  /// A condition such as `path_pattern`.
  static Block.Builder values(String type, String... values) {
    return Block.builder().block(type, Block.builder().set("values", texts(values)));
  }

  /// An Auto Scaling group `aws_autoscaling_group.app` behind the target group.
  static UnaryOperator<Block.Builder> group(String... subnets) {
    return b ->
        b.set("min_size", 2)
            .set("max_size", 4)
            .set("vpc_zone_identifier", subnets(subnets))
            .set("target_group_arns", Value.items(ref("aws_lb_target_group.app.arn")));
  }

  static UnaryOperator<Block.Builder> template(String name) {
    return b ->
        b.block(
            "launch_template",
            Block.builder().set("id", ref("aws_launch_template." + name + ".id")));
  }

  static Block.Builder metadata(String tokens) {
    return Block.builder().set("http_tokens", tokens);
  }

  /// A PostgreSQL database `aws_db_instance.db` in both zones.
  static Terraform database(Terraform on, UnaryOperator<Block.Builder> more) {
    return on.add("aws_db_subnet_group.db", b -> b.set("subnet_ids", subnets("open", "second")))
        .add(
            "aws_db_instance.db",
            b ->
                more.apply(
                    b.set("engine", "postgres")
                        .set("db_subnet_group_name", ref("aws_db_subnet_group.db.name"))));
  }

  /// An argument that a variable without a value tells.
  static UnaryOperator<Block.Builder> unknown(String argument) {
    return b ->
        b.set(argument, new Value.Unknown(Reason.of("unknown.no-default", "var." + argument)));
  }
}
