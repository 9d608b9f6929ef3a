package dev.drawbridge.analyze;

import static dev.drawbridge.analyze.Designs.good;
import static dev.drawbridge.analyze.Designs.network;
import static dev.drawbridge.analyze.Example.passing;
import static dev.drawbridge.analyze.Example.violating;

import dev.drawbridge.catalog.Property;
import dev.drawbridge.catalog.aws.ApplicationLoadBalancer;
import dev.drawbridge.catalog.aws.ApplicationLoadBalancer.Action;
import dev.drawbridge.catalog.aws.ApplicationLoadBalancer.Protocol;
import dev.drawbridge.catalog.aws.AutoScalingGroup;
import dev.drawbridge.catalog.aws.AutoScalingGroup.HealthCheck;
import dev.drawbridge.catalog.aws.RdsPrimary;
import dev.drawbridge.catalog.aws.Traffic;
import dev.drawbridge.catalog.aws.WebTier;
import dev.drawbridge.model.Fields;
import java.util.List;

/// Examples of the rules on load balancers, Auto Scaling groups and databases.
final class ServiceExamples {
  private static final Property<List<Fields>> LISTENERS = ApplicationLoadBalancer.LISTENERS;

  private ServiceExamples() {}

  static final List<Example> ALL =
      List.of(
          violating(
              "LB-002",
              "a listener that no arrow opens",
              site().arrow("internet", "alb", "80").set("alb", LISTENERS, both()),
              "alb"),
          violating(
              "LB-002",
              "an internal load balancer that nobody may call",
              network().internalAlb("alb", "private-a", "private-c"),
              "alb"),
          passing(
              "LB-002",
              "an arrow that opens all listeners",
              site().arrow("internet", "alb").set("alb", LISTENERS, both())),
          violating(
              "LB-003",
              "an arrow to more ports than listeners",
              site().arrow("internet", "alb", "80,8080"),
              "alb"),
          passing(
              "LB-003", "an arrow to just the listeners", site().arrow("internet", "alb", "80")),
          violating(
              "LB-006",
              "a check that may take as long as the interval",
              site()
                  .set("alb", ApplicationLoadBalancer.HEALTH_CHECK_INTERVAL, 10)
                  .set("alb", ApplicationLoadBalancer.HEALTH_CHECK_TIMEOUT, 10),
              "alb"),
          passing(
              "LB-006",
              "a check that takes one second less",
              site()
                  .set("alb", ApplicationLoadBalancer.HEALTH_CHECK_INTERVAL, 10)
                  .set("alb", ApplicationLoadBalancer.HEALTH_CHECK_TIMEOUT, 9)),
          violating(
              "LB-007",
              "a public load balancer with HTTP only",
              site().arrow("internet", "alb"),
              "alb"),
          violating(
              "LB-007",
              "the same, and the arrow names the port",
              site().arrow("internet", "alb", "80"),
              "alb"),
          violating(
              "LB-007",
              "a redirect to a listener that is not there",
              site()
                  .arrow("internet", "alb")
                  .set(
                      "alb",
                      LISTENERS,
                      List.of(
                          ApplicationLoadBalancer.listener(80, Protocol.HTTP, Action.REDIRECT))),
              "alb"),
          passing(
              "LB-007",
              "a redirect to HTTPS",
              site().arrow("internet", "alb").set("alb", LISTENERS, both())),
          passing(
              "LB-007",
              "plain HTTP between the tiers",
              network()
                  .internalAlb("alb", "private-a", "private-c")
                  .was("was", "private-a")
                  .arrow("alb", "was")),
          violating(
              "LB-009",
              "a deregistration delay of 0",
              site().set("alb", ApplicationLoadBalancer.DEREGISTRATION_DELAY, 0),
              "alb"),
          violating(
              "LB-009",
              "an hour for requests of a minute",
              site().set("alb", ApplicationLoadBalancer.DEREGISTRATION_DELAY, 3600),
              "alb"),
          violating(
              "LB-009",
              "a minute for requests of an hour",
              site().set("alb", ApplicationLoadBalancer.IDLE_TIMEOUT, 4000),
              "alb"),
          passing(
              "LB-009",
              "a quarter of the idle timeout",
              site().set("alb", ApplicationLoadBalancer.DEREGISTRATION_DELAY, 15)),
          violating(
              "LB-010",
              "a load balancer that anybody may delete",
              site().set("alb", ApplicationLoadBalancer.DELETION_PROTECTION, false),
              "alb"),
          violating(
              "LB-013",
              "an arrow to a port other than the tier's",
              network()
                  .publicAlb("alb", "public-a", "public-c")
                  .web("web", "private-a", "private-c")
                  .arrow("alb", "web", "8081"),
              "alb.web"),
          passing("LB-013", "an arrow to the tier's port", site().set("web", WebTier.PORT, 8081)),
          violating(
              "LB-014",
              "a load balancer before nothing",
              network().publicAlb("alb", "public-a", "public-c").arrow("internet", "alb"),
              "alb"),
          violating(
              "LB-014",
              "a load balancer before a tier that stands nowhere",
              network().publicAlb("alb", "public-a", "public-c").web("web").arrow("alb", "web"),
              "alb"),
          violating(
              "LB-014",
              "a load balancer without a listener",
              site().set("alb", LISTENERS, List.of()),
              "alb"),
          violating(
              "LB-014",
              "one of two arrows that leads to nobody",
              site().web("other").arrow("alb", "other").set("alb.other", Traffic.PATH, "/new/*"),
              "alb.other"),
          passing("LB-014", "a load balancer before a tier", site()),
          passing(
              "LB-003",
              "a load balancer without a listener, which is another rule's",
              site().set("alb", LISTENERS, List.of()).arrow("internet", "alb", "80")),
          violating(
              "LB-015",
              "an arrow for a host without a dot",
              site().set("alb.web", Traffic.HOST, "localhost"),
              "alb.web"),
          violating(
              "LB-015",
              "the same on two listeners",
              site()
                  .set(
                      "alb",
                      LISTENERS,
                      List.of(forward(80, Protocol.HTTP), forward(443, Protocol.HTTPS)))
                  .set("alb.web", Traffic.PATH, "/a%20b"),
              "alb.web"),
          passing("LB-015", "a particular host drawn after a general one", hosts()),
          violating(
              "ASG-001",
              "a group behind a load balancer with EC2's checks only",
              good().set("asg-was", AutoScalingGroup.HEALTH_CHECK, HealthCheck.EC2),
              "asg-was"),
          passing(
              "ASG-001",
              "EC2's checks where there is no load balancer",
              network()
                  .scaled("was", "tier.was", "private-a", "private-c")
                  .set("was-asg", AutoScalingGroup.HEALTH_CHECK, HealthCheck.EC2)),
          violating("ASG-002", "more desired than the maximum", sizes(1, 7, 6), "was-asg"),
          violating("ASG-002", "fewer desired than the minimum", sizes(3, 2, 6), "was-asg"),
          passing("ASG-002", "all three the same", sizes(4, 4, 4)),
          violating("ASG-003", "one instance for two zones", sizes(1, 2, 6), "was-asg"),
          passing("ASG-003", "two instances for two zones", sizes(2, 2, 6)),
          violating(
              "ASG-004",
              "a group in one zone",
              network().scaled("was", "tier.was", "private-a"),
              "was-asg"),
          passing("ASG-004", "a group in two zones", sizes(2, 2, 6)),
          violating(
              "ASG-005",
              "public addresses for the WAS in a private subnet",
              sizes(2, 2, 6).publicIp("was"),
              "was"),
          passing(
              "ASG-005",
              "public addresses for the web tier",
              network().scaled("web", "tier.web", "public-a", "public-c").publicIp("web")),
          violating(
              "ASG-007",
              "a grace period of 29 s where two checks 15 s apart are needed",
              good().set("asg-web", AutoScalingGroup.GRACE_PERIOD, 29),
              "asg-web"),
          passing(
              "ASG-007", "one of 30 s", good().set("asg-web", AutoScalingGroup.GRACE_PERIOD, 30)),
          violating(
              "ASG-008",
              "a group that reaches beyond its load balancer",
              network()
                  .publicAlb("alb", "public-a")
                  .scaled("web", "tier.web", "private-a", "private-c")
                  .arrow("alb", "web"),
              "web-asg"),
          passing("ASG-008", "groups in the zones of their load balancers", good()),
          violating(
              "ASG-010",
              "a group that keeps its size",
              good().set("asg-web", AutoScalingGroup.CPU_TARGET, 0),
              "asg-web"),
          violating(
              "RDS-009",
              "an arrow to the port of another engine",
              database().was("was", "private-a").arrow("was", "db", "3306"),
              "db"),
          passing(
              "RDS-009",
              "one arrow to the port and one to another",
              database()
                  .was("was", "private-a")
                  .was("other", "private-a")
                  .arrow("was", "db")
                  .arrow("other", "db", "22")),
          passing("RDS-009", "a database that nobody calls", database()),
          violating(
              "RDS-001",
              "a subnet group in one zone",
              network().database("db", "isolated-a"),
              "db"),
          violating("RDS-001", "a subnet group of nothing", network().database("db"), "db"),
          passing("RDS-001", "a subnet group in two zones", database()),
          violating("RDS-002", "neither standby nor replica", single(), "db"),
          passing("RDS-002", "a replica", single().replica("copy", "db", "isolated-c")),
          passing("RDS-002", "a standby", database()),
          violating(
              "RDS-004",
              "a window of 29 minutes",
              database().set("db", RdsPrimary.BACKUP_WINDOW, "03:00-03:29"),
              "db"),
          passing(
              "RDS-004",
              "a window of half an hour over midnight",
              database().set("db", RdsPrimary.BACKUP_WINDOW, "23:45-00:15")),
          violating(
              "RDS-005",
              "backups for six days",
              database().set("db", RdsPrimary.BACKUP_RETENTION, 6),
              "db"),
          violating(
              "RDS-005",
              "no backups, and a replica",
              database()
                  .set("db", RdsPrimary.BACKUP_RETENTION, 0)
                  .replica("copy", "db", "isolated-c"),
              "db"),
          passing(
              "RDS-005",
              "backups for a week",
              database().set("db", RdsPrimary.BACKUP_RETENTION, 7)),
          violating(
              "RDS-006",
              "a database that is not encrypted, told once for its replica too",
              database().set("db", RdsPrimary.ENCRYPTED, false).replica("copy", "db", "isolated-c"),
              "db"),
          passing("RDS-006", "an encrypted database", database()),
          violating(
              "RDS-007",
              "no protection",
              database().set("db", RdsPrimary.DELETION_PROTECTION, false),
              "db"),
          passing("RDS-007", "protection", database()),
          violating(
              "RDS-008",
              "a replica in the zone of its primary",
              network()
                  .add("db", "aws.rds", "isolated-a", "isolated-c")
                  .set("db", RdsPrimary.MULTI_AZ, false)
                  .add("copy", "aws.rds_replica", "isolated-a")
                  .set("copy", RdsPrimary.MULTI_AZ, false)
                  .replicating("db", "copy"),
              "copy"),
          passing(
              "RDS-008",
              "a replica in the other zone",
              network()
                  .add("db", "aws.rds", "isolated-a", "isolated-c")
                  .set("db", RdsPrimary.MULTI_AZ, false)
                  .add("copy", "aws.rds_replica", "isolated-c")
                  .replicating("db", "copy")),
          violating(
              "RDS-010",
              "a replica of nothing",
              network().add("copy", "aws.rds_replica", "vpc", "isolated-a"),
              "copy"),
          violating("RDS-010", "a fourth replica in a row", chain(4), "copy-4"),
          passing("RDS-010", "three replicas in a row", chain(3)));

  /// A public load balancer for HTTP before a web tier.
  private static Designs site() {
    return network()
        .publicAlb("alb", "public-a", "public-c")
        .web("web", "private-a", "private-c")
        .arrow("alb", "web");
  }

  private static Fields forward(int port, Protocol protocol) {
    return ApplicationLoadBalancer.listener(port, protocol, Action.FORWARD);
  }

  /// The wilder the pattern of an arrow, the earlier it is drawn.
  private static Designs hosts() {
    return site()
        .was("shop", "private-a")
        .was("api", "private-a")
        .set("alb.web", Traffic.HOST, "*.example.com")
        .arrow("alb", "shop")
        .set("alb.shop", Traffic.HOST, "shop.example.com")
        .arrow("alb", "api")
        .set("alb.api", Traffic.HOST, "shop.example.com")
        .set("alb.api", Traffic.PATH, "/?pi/*");
  }

  private static List<Fields> both() {
    return List.of(
        forward(443, Protocol.HTTPS),
        ApplicationLoadBalancer.listener(80, Protocol.HTTP, Action.REDIRECT));
  }

  private static Designs sizes(int min, int desired, int max) {
    return network()
        .scaled("was", "tier.was", "private-a", "private-c")
        .set("was-asg", AutoScalingGroup.MIN, min)
        .set("was-asg", AutoScalingGroup.DESIRED, desired)
        .set("was-asg", AutoScalingGroup.MAX, max);
  }

  private static Designs database() {
    return network().database("db", "isolated-a", "isolated-c");
  }

  private static Designs single() {
    return database().set("db", RdsPrimary.MULTI_AZ, false);
  }

  private static Designs chain(int length) {
    Designs designs = database();
    String before = "db";
    for (int i = 1; i <= length; i++) {
      designs.replica("copy-" + i, before, "isolated-c");
      before = "copy-" + i;
    }
    return designs;
  }
}
