package dev.drawbridge.analyze;

import static dev.drawbridge.analyze.Designs.network;
import static dev.drawbridge.analyze.Example.passing;
import static dev.drawbridge.analyze.Example.violating;
import static dev.drawbridge.analyze.WrittenServices.subnets;
import static dev.drawbridge.analyze.WrittenServices.zones;

import dev.drawbridge.catalog.aws.ApplicationLoadBalancer;
import dev.drawbridge.catalog.aws.ApplicationLoadBalancer.Scheme;
import dev.drawbridge.catalog.aws.ClassicLoadBalancer;
import dev.drawbridge.catalog.aws.ClassicLoadBalancer.Protocol;
import dev.drawbridge.catalog.aws.S3Bucket;
import dev.drawbridge.model.Fields;
import dev.drawbridge.resource.Block;
import java.util.List;
import java.util.stream.Stream;

/// Examples of the rules on classic load balancers, and on what load balancers use for their own
/// protection.
final class ClassicExamples {
  private static final String OLD_TLS = "ELBSecurityPolicy-2016-08";

  private ClassicExamples() {}

  static final List<Example> ALL =
      Stream.of(exposure(), listeners(), safeguards()).flatMap(List::stream).toList();

  /// A classic load balancer `elb`, open to everybody, before nginx.
  private static Designs site() {
    return network()
        .add("elb", "aws.elb", "vpc", "public-a", "public-c")
        .web("web", "private-a", "private-c")
        .arrow("internet", "elb")
        .arrow("elb", "web");
  }

  private static Designs inner(Scheme scheme, String... subnets) {
    return network()
        .add("elb", "aws.elb", "vpc", subnets)
        .set("elb", ApplicationLoadBalancer.SCHEME, scheme)
        .set("elb", ClassicLoadBalancer.LISTENERS, listener(8080, Protocol.HTTP))
        .was("was", "private-a", "private-c")
        .arrow("elb", "was");
  }

  private static List<Fields> listener(int port, Protocol protocol) {
    return List.of(ClassicLoadBalancer.listener(port, protocol));
  }

  private static List<Example> exposure() {
    return List.of(
        violating(
            "DMZ-005",
            "a classic load balancer before the WAS that faces the internet",
            inner(Scheme.INTERNET_FACING, "public-a", "public-c").arrow("internet", "elb"),
            "elb"),
        passing(
            "DMZ-005",
            "an internal classic load balancer before the WAS",
            inner(Scheme.INTERNAL, "private-a", "private-c")),
        violating(
            "DMZ-006",
            "an internal classic load balancer in public subnets",
            inner(Scheme.INTERNAL, "public-a", "public-c"),
            "elb"),
        violating(
            "DMZ-007",
            "a public classic load balancer that nobody may call",
            site().without("internet.elb"),
            "elb"),
        passing("DMZ-007", "a public classic load balancer", site()),
        violating(
            "LB-004",
            "a classic load balancer in one zone",
            site().spans("elb", "public-a"),
            "elb"),
        violating(
            "LB-014",
            "a classic load balancer before nothing",
            network().add("elb", "aws.elb", "vpc", "public-a", "public-c").arrow("internet", "elb"),
            "elb"),
        passing("OBS-001", "a classic load balancer with its alarms", site()),
        passing(
            "OBS-001",
            "one that passes on connections, which have no answers to count",
            site().set("elb", ClassicLoadBalancer.LISTENERS, listener(443, Protocol.SSL))));
  }

  private static List<Example> listeners() {
    return List.of(
        violating(
            "LB-001",
            "instances that do not listen where a classic load balancer sends requests",
            site()
                .set(
                    "elb",
                    ClassicLoadBalancer.LISTENERS,
                    List.of(
                        ClassicLoadBalancer.INSTANCE_PORT.set(
                            ClassicLoadBalancer.listener(443, Protocol.HTTPS), 8081))),
            "elb"),
        passing("LB-001", "a classic load balancer that follows its arrow", site()),
        violating(
            "LB-002",
            "an arrow to another port than a classic listener's",
            site().without("internet.elb").arrow("internet", "elb", "80"),
            "elb"),
        violating(
            "LB-006",
            "a classic load balancer that asks again before it has an answer",
            site().set("elb", ApplicationLoadBalancer.HEALTH_CHECK_INTERVAL, 5),
            "elb"),
        violating(
            "LB-007",
            "a classic load balancer with HTTP",
            site()
                .set(
                    "elb",
                    ClassicLoadBalancer.LISTENERS,
                    List.of(
                        ClassicLoadBalancer.listener(80, Protocol.HTTP),
                        ClassicLoadBalancer.listener(443, Protocol.HTTPS))),
            "elb"),
        violating(
            "LB-007",
            "one with nothing but HTTP, and the arrow names the port",
            site()
                .set("elb", ClassicLoadBalancer.LISTENERS, listener(80, Protocol.HTTP))
                .without("internet.elb")
                .arrow("internet", "elb", "80"),
            "elb"),
        passing("LB-007", "a classic load balancer with HTTPS", site()),
        violating(
            "LB-008",
            "the policy that classic load balancers have by themselves",
            site()
                .set(
                    "elb",
                    ClassicLoadBalancer.LISTENERS,
                    List.of(
                        ClassicLoadBalancer.TLS_POLICY.set(
                            ClassicLoadBalancer.listener(443, Protocol.HTTPS), OLD_TLS))),
            "elb"),
        violating(
            "LB-008",
            "a written classic listener that nothing is said of",
            zones()
                .add(
                    "aws_elb.old",
                    b ->
                        b.set("subnets", subnets("open", "second"))
                            .block(
                                "listener",
                                Block.builder()
                                    .set("lb_port", 443)
                                    .set("lb_protocol", "ssl")
                                    .set("instance_port", 80)
                                    .set("instance_protocol", "tcp"))),
            "aws_elb.old"),
        passing("LB-008", "a classic load balancer as it is drawn", site()),
        violating(
            "LB-009",
            "a classic load balancer that cuts off",
            site().set("elb", ApplicationLoadBalancer.DEREGISTRATION_DELAY, 0),
            "elb"),
        passing("LB-009", "a classic load balancer that drains", site()));
  }

  private static List<Example> safeguards() {
    return List.of(
        violating("LB-010", "a drawn classic load balancer without a bucket", site(), "elb"),
        passing(
            "LB-010",
            "a drawn classic load balancer with its logs",
            site().add("logs", "aws.s3_bucket", "region").using("elb", "logs")),
        violating(
            "LB-010",
            "a drawn load balancer with neither a log bucket nor a web ACL",
            application(),
            "alb"),
        violating(
            "LB-010",
            "a drawn load balancer beside a bucket and a web ACL that it does not use",
            application()
                .add("logs", "aws.s3_bucket", "region")
                .add("acl", "aws.web_acl", "region"),
            "alb"),
        violating(
            "LB-010",
            "a bucket for files, to which nobody logs",
            application()
                .add("files", "aws.s3_bucket", "region")
                .set("files", S3Bucket.PURPOSE, S3Bucket.Purpose.STATIC)
                .using("alb", "files"),
            "alb"),
        passing("LB-010", "a drawn load balancer with both", safe(application())),
        violating(
            "LB-010",
            "one with both that anybody may delete",
            safe(application()).set("alb", ApplicationLoadBalancer.DELETION_PROTECTION, false),
            "alb"),
        passing(
            "LB-010",
            "a drawn internal one, with logs and without a web ACL",
            network()
                .internalAlb("alb", "private-a", "private-c")
                .add("logs", "aws.s3_bucket", "region")
                .using("alb", "logs")));
  }

  private static Designs application() {
    return network()
        .publicAlb("alb", "public-a", "public-c")
        .web("web", "private-a", "private-c")
        .arrow("internet", "alb")
        .arrow("alb", "web");
  }

  private static Designs safe(Designs design) {
    return design
        .add("logs", "aws.s3_bucket", "region")
        .using("alb", "logs")
        .add("acl", "aws.web_acl", "region")
        .using("alb", "acl");
  }
}
