package dev.drawbridge.analyze;

import static dev.drawbridge.analyze.Example.passing;
import static dev.drawbridge.analyze.Example.undecided;
import static dev.drawbridge.analyze.Example.violating;
import static dev.drawbridge.analyze.Terraform.andIpv6;
import static dev.drawbridge.analyze.Terraform.dualStack;
import static dev.drawbridge.analyze.Terraform.entry;
import static dev.drawbridge.analyze.Terraform.publicSubnet;
import static dev.drawbridge.analyze.Terraform.ref;
import static dev.drawbridge.analyze.Terraform.tcp;

import dev.drawbridge.base.Reason;
import dev.drawbridge.resource.Block;
import dev.drawbridge.resource.Value;
import java.util.List;

/// Examples of the rules on what may be reached from where, in Terraform that nobody drew.
final class WrittenDmzExamples {
  private WrittenDmzExamples() {}

  private static final String APP = "aws_security_group.app";

  /// A load balancer in the subnet `open` that passes requests on to 8080 of a server in another,
  /// whose group has this rule.
  private static Terraform site(Block.Builder rule) {
    return publicSubnet()
        .subnet("inner", "10.0.1.0/24", "a")
        .groupThatCalls("edge", tcp(443, 443, "0.0.0.0/0"))
        .balancer("edge", 443)
        .group("app", rule)
        .server("app", "inner", APP, false)
        .add(
            "aws_lb_target_group.app",
            b -> b.set("port", 8080).set("protocol", "HTTP").set("vpc_id", ref("aws_vpc.main.id")))
        .add(
            "aws_lb_target_group_attachment.app",
            b ->
                b.set("target_group_arn", ref("aws_lb_target_group.app.arn"))
                    .set("target_id", ref("aws_instance.app.id")))
        .add(
            "aws_lb_listener_rule.app",
            b ->
                b.set("listener_arn", ref("aws_lb_listener.edge.arn"))
                    .set("priority", 1)
                    .block(
                        "action",
                        Block.builder()
                            .set("type", "forward")
                            .set("target_group_arn", ref("aws_lb_target_group.app.arn"))));
  }

  /// A server that all may call on port 80, and that runs this when it starts first.
  private static Terraform startedBy(String script) {
    return publicSubnet()
        .group("app", tcp(80, 80, "0.0.0.0/0"))
        .add(
            "aws_instance.app",
            b ->
                b.set("subnet_id", ref("aws_subnet.open.id"))
                    .set("vpc_security_group_ids", Value.items(ref(APP + ".id")))
                    .set("associate_public_ip_address", true)
                    .set("user_data", "#!/bin/sh\n" + script));
  }

  /// A service without a load balancer whose tasks all may call on port 80.
  private static Terraform tasksOf(String containers) {
    return publicSubnet()
        .group("app", tcp(80, 80, "0.0.0.0/0"))
        .add("aws_ecs_task_definition.app", b -> b.set("container_definitions", containers))
        .add(
            "aws_ecs_service.app",
            b ->
                b.set("task_definition", ref("aws_ecs_task_definition.app.arn"))
                    .block(
                        "network_configuration",
                        Block.builder()
                            .set("subnets", Value.items(ref("aws_subnet.open.id")))
                            .set("security_groups", Value.items(ref(APP + ".id")))
                            .set("assign_public_ip", true)));
  }

  static final List<Example> ALL =
      List.of(
          violating(
              "DMZ-001",
              "a server with a public address that all may call",
              publicSubnet().group("app", tcp(8080, 8080, "0.0.0.0/0")).server(APP),
              "aws_instance.app"),
          violating(
              "DMZ-001",
              "a server with a public address whose nginx hands requests to an application",
              startedBy("apt-get install -y nginx\necho 'proxy_pass http://127.0.0.1:8080;'\n"),
              "aws_instance.app"),
          passing(
              "DMZ-001",
              "a web server with a public address, which is the DMZ without a load balancer, too",
              startedBy("apt-get install -y nginx\n")),
          passing(
              "DMZ-001",
              "tasks of nginx with public addresses, which serve files only",
              tasksOf(
                  """
                  [{"name": "web", "image": "public.ecr.aws/nginx/nginx:1.27"}]
                  """)),
          passing(
              "DMZ-001",
              "tasks of Apache whose files are mounted",
              tasksOf(
                  """
                  [{"name": "web", "image": "httpd", "mountPoints": [{"containerPath": "/usr/local/apache2/htdocs"}]}]
                  """)),
          violating(
              "DMZ-001",
              "tasks of nginx whose command makes it hand requests on",
              tasksOf(
                  """
                  [{"name": "web", "image": "nginx:1.27", "command": ["sh", "-c", "echo proxy_pass"]}]
                  """),
              "aws_ecs_service.app"),
          violating(
              "DMZ-001",
              "tasks of nginx whose configuration is mounted",
              tasksOf(
                  """
                  [{"name": "web", "image": "nginx:1.27", "mountPoints": [{"containerPath": "/etc/nginx"}]}]
                  """),
              "aws_ecs_service.app"),
          violating(
              "DMZ-001",
              "tasks of nginx that listen elsewhere than nginx does by itself",
              tasksOf(
                  """
                  [{"name": "web", "image": "nginx:1.27", "portMappings": [{"containerPort": 9000}]}]
                  """),
              "aws_ecs_service.app"),
          violating(
              "DMZ-001",
              "tasks of nginx with an application beside it",
              tasksOf(
                  """
                  [{"name": "web", "image": "nginx:1.27"}, {"name": "app", "image": "shop:1.0.0"}]
                  """),
              "aws_ecs_service.app"),
          violating(
              "DMZ-001",
              "tasks of an image that somebody built and called nginx",
              tasksOf(
                  """
                  [{"name": "web", "image": "123456789012.dkr.ecr.ap-northeast-2.amazonaws.com/nginx:1"}]
                  """),
              "aws_ecs_service.app"),
          undecided(
              "DMZ-001",
              "a server with a public address whose callers a variable names",
              publicSubnet()
                  .group(
                      "app",
                      tcp(8080, 8080)
                          .set(
                              "cidr_blocks",
                              new Value.Unknown(Reason.of("unknown.no-default", "var.callers"))))
                  .server(APP),
              "aws_instance.app"),
          passing(
              "DMZ-001",
              "a server with a public address that nobody on the internet may call",
              publicSubnet().group("app", tcp(8080, 8080, "10.0.0.0/16")).server(APP)),
          violating(
              "DMZ-013",
              "all ports for the load balancer that calls one",
              site(
                  tcp(0, 65535)
                      .set("security_groups", Value.items(ref("aws_security_group.edge.id")))),
              APP),
          violating(
              "DMZ-013",
              "the whole VPC, in which others stand, for the load balancer alone",
              site(tcp(8080, 8080, "10.0.0.0/16"))
                  .subnet("other", "10.0.9.0/24", "a")
                  .groupThatCalls("other")
                  .server("other", "other", "aws_security_group.other", false),
              APP),
          violating(
              "DMZ-013",
              "a database that is called on one port and opened on all",
              publicSubnet()
                  .subnet("data", "10.0.1.0/24", "a")
                  .group("app", tcp(0, 65535, "10.0.0.0/23"))
                  .add(
                      "aws_db_subnet_group.data",
                      b -> b.set("subnet_ids", Value.items(ref("aws_subnet.data.id"))))
                  .add(
                      "aws_db_instance.data",
                      b ->
                          b.set("engine", "postgres")
                              .set("db_subnet_group_name", ref("aws_db_subnet_group.data.name"))
                              .set("vpc_security_group_ids", Value.items(ref(APP + ".id")))),
              APP),
          passing(
              "DMZ-013",
              "the group of the load balancer on the port that it calls",
              site(
                  tcp(8080, 8080)
                      .set("security_groups", Value.items(ref("aws_security_group.edge.id"))))),
          passing(
              "DMZ-013",
              "the subnet in which only the load balancer stands",
              site(tcp(8080, 8080, "10.0.0.0/24"))),
          passing(
              "DMZ-013",
              "all ports among those who bear one group",
              site(tcp(0, 65535).set("self", true))),
          violating(
              "DMZ-015",
              "a port that IPv4 keeps to the office",
              dualStack().group("app", andIpv6(tcp(8443, 8443, "198.51.100.0/24"))).server(APP),
              "aws_instance.app"),
          violating(
              "DMZ-015",
              "a server without a public IPv4 address, on a route of IPv6 to the internet",
              dualStack()
                  .group("app", andIpv6(tcp(8443, 8443, "0.0.0.0/0")))
                  .server("app", "open", APP, false),
              "aws_instance.app"),
          violating(
              "DMZ-015",
              "a public load balancer that all may call over IPv6 and some over IPv4",
              dualStack()
                  .group("edge", andIpv6(tcp(443, 443, "198.51.100.0/24")))
                  .balancer("edge", 443),
              "aws_lb.edge"),
          passing(
              "DMZ-015",
              "a public load balancer that is open over both",
              dualStack().group("edge", andIpv6(tcp(443, 443, "0.0.0.0/0"))).balancer("edge", 443)),
          passing(
              "DMZ-015",
              "a server that only answers over IPv6 what it asked",
              dualStack("egress_only_gateway_id", "aws_egress_only_internet_gateway.out.id")
                  .group("app", andIpv6(tcp(8443, 8443, "10.0.0.0/16")))
                  .server(APP)),
          passing(
              "DMZ-015",
              "IPv4 of which nobody knows whether it is open",
              dualStack()
                  .group(
                      "app",
                      andIpv6(
                          tcp(8443, 8443)
                              .set(
                                  "cidr_blocks",
                                  new Value.Unknown(
                                      Reason.of("unknown.no-default", "var.callers")))))
                  .server(APP)),
          violating(
              "DMZ-016",
              "a server in a private subnet that all may call",
              publicSubnet()
                  .subnet("inner", "10.0.1.0/24", "a")
                  .group("app", tcp(8080, 8080, "0.0.0.0/0"))
                  .server("app", "inner", APP, false),
              "aws_instance.app"),
          violating(
              "DMZ-016",
              "a public server of which a network ACL lets one port through",
              publicSubnet()
                  .group("app", tcp(0, 65535, "0.0.0.0/0"))
                  .server(APP)
                  .inbound("open", "open", entry(100, "allow", "tcp", 443, 443, "0.0.0.0/0")),
              "aws_instance.app"),
          violating(
              "DMZ-016",
              "a group that is open over IPv6 where there is none",
              publicSubnet().group("app", andIpv6(tcp(22, 22, "198.51.100.0/24"))).server(APP),
              "aws_instance.app"),
          violating(
              "DMZ-016",
              "an internal load balancer that all may call",
              publicSubnet()
                  .group("edge", tcp(443, 443, "0.0.0.0/1", "128.0.0.0/1"))
                  .balancer("edge", 443, b -> b.set("internal", true)),
              "aws_lb.edge"),
          passing(
              "DMZ-016",
              "a server that all may call, and can",
              publicSubnet().group("app", tcp(8080, 8080, "0.0.0.0/0")).server(APP)),
          passing(
              "DMZ-016",
              "a private server that the VPC may call",
              publicSubnet()
                  .subnet("inner", "10.0.1.0/24", "a")
                  .group("app", tcp(8080, 8080, "10.0.0.0/16"))
                  .server("app", "inner", APP, false)),
          passing(
              "DMZ-016",
              "a public load balancer without a listener on a port of its group",
              publicSubnet().group("edge", tcp(80, 443, "0.0.0.0/0")).balancer("edge", 443)));
}
