package dev.drawbridge.analyze.facts;

import static dev.drawbridge.analyze.facts.Written.VPCS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.drawbridge.base.Reason;
import dev.drawbridge.network.PublicAddress;
import dev.drawbridge.network.Ref;
import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Block;
import dev.drawbridge.resource.Origin;
import dev.drawbridge.resource.Resource;
import dev.drawbridge.resource.ResourceGraph;
import dev.drawbridge.resource.Value;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who stands behind load balancers that somebody wrote, and how many there are of them.
class MembersTest {
  private static final Address APP = new Address("aws_instance", "app");
  private static final String SERVER =
      """
      resource "aws_instance" "app" {
        subnet_id     = aws_subnet.inner.id
        ami           = "ami-1"
        instance_type = "t3.small"
        %s
      }
      """;

  @TempDir Path folder;

  private Written written(String... parts) {
    return Written.of(folder, VPCS, String.join("\n", parts));
  }

  private static final String CLASSIC =
      """
      resource "aws_elb" "c" {
        subnets = [aws_subnet.inner.id]
        listener {
          lb_port           = 80
          lb_protocol       = "http"
          instance_port     = 8080
          instance_protocol = "http"
        }
        listener {
          lb_port           = 443
          lb_protocol       = "tcp"
          instance_port     = 8443
          instance_protocol = "tcp"
        }
        %s
      }
      """;

  @Test
  void aClassicLoadBalancerHasATargetGroupForEachOfItsListeners() {
    Written written = written(CLASSIC.formatted("instances = [aws_instance.app.id]"), server(""));
    List<AwsTargetGroup> groups = written.facts().targetGroups();
    assertEquals(
        List.of(Reading.given(8080L), Reading.given(8443L)),
        groups.stream().map(AwsTargetGroup::port).toList());
    assertEquals(2, groups.stream().map(AwsTargetGroup::id).distinct().count());
    assertEquals(groups, written.facts().targetGroupsOf(APP));
    AwsLoadBalancer balancer = written.facts().loadBalancers().get(new Address("aws_elb", "c"));
    assertEquals(
        groups.stream().map(AwsTargetGroup::id).toList(),
        balancer.listeners().stream()
            .flatMap(listener -> listener.forwards().stream())
            .map(forward -> forward.group().known().orElseThrow())
            .toList());
    assertEquals(List.of(balancer), written.facts().balancersOf(APP));
  }

  private static String server(String more) {
    return SERVER.formatted(more);
  }

  private Reading<Long> health(String target) {
    return written(CLASSIC.formatted("health_check {\ntarget = " + target + "\n}"))
        .facts()
        .targetGroups()
        .getFirst()
        .healthPort();
  }

  @Test
  void aClassicLoadBalancerAsksForHealthAtOnePort() {
    assertEquals(Reading.given(9000L), health("\"HTTP:9000/healthz\""));
    assertEquals(Reading.given(22L), health("\"TCP:22\""));
    assertEquals(Reading.missing(), health("\"somewhere\""));
    assertEquals(
        Reading.unresolved(Reason.of("unknown.no-default", "var.unknown")), health("var.unknown"));
    assertEquals(
        Reading.missing(),
        written(CLASSIC.formatted("")).facts().targetGroups().getFirst().healthPort());
  }

  private List<Reading<Address>> members(String... parts) {
    return written(parts).facts().targetGroups().getFirst().members().stream()
        .map(AwsTargetGroup.Member::what)
        .toList();
  }

  @Test
  void membersAreRegisteredInManyWays() {
    List<Reading<Address>> app = List.of(Reading.given(APP));
    String attachment =
        """
        resource "aws_elb_attachment" "a" {
          elb      = aws_elb.c.id
          instance = aws_instance.app.id
        }
        """;
    assertEquals(app, members(CLASSIC.formatted(""), server(""), attachment));
    List<Reading<Address>> fleet =
        List.of(Reading.given(new Address("aws_autoscaling_group", "fleet")));
    String scaling =
        """
        resource "aws_autoscaling_group" "fleet" {
          max_size            = 4
          min_size            = 2
          vpc_zone_identifier = [aws_subnet.inner.id]
          %s
        }
        """;
    assertEquals(
        fleet,
        members(CLASSIC.formatted(""), scaling.formatted("load_balancers = [aws_elb.c.name]")));
    String target =
        """
        resource "aws_lb_target_group" "t" {
          port     = 80
          protocol = "HTTP"
          vpc_id   = aws_vpc.main.id
        }
        """;
    assertEquals(
        fleet,
        members(target, scaling.formatted("target_group_arns = [aws_lb_target_group.t.arn]")));
    String joined =
        """
        resource "aws_autoscaling_attachment" "a" {
          autoscaling_group_name = aws_autoscaling_group.fleet.name
          %s
        }
        """;
    assertEquals(
        fleet,
        members(
            target,
            scaling.formatted(""),
            joined.formatted("lb_target_group_arn = aws_lb_target_group.t.arn")));
    assertEquals(
        fleet,
        members(
            CLASSIC.formatted(""), scaling.formatted(""), joined.formatted("elb = aws_elb.c.id")));
    String source = "traffic_source { identifier = %s }";
    assertEquals(
        fleet, members(target, scaling.formatted(source.formatted("aws_lb_target_group.t.arn"))));
    String sourceAttached = joined.replace("_attachment", "_traffic_source_attachment");
    assertEquals(
        fleet,
        members(
            target,
            scaling.formatted(""),
            sourceAttached.formatted(source.formatted("aws_lb_target_group.t.arn"))));
    assertEquals(
        fleet,
        members(
            CLASSIC.formatted(""),
            scaling.formatted(""),
            sourceAttached.formatted(source.formatted("aws_elb.c.name"))));
  }

  @Test
  void theSubnetsOfALoadBalancerMayBeMappedOneByOne() {
    String mapped =
        """
        resource "aws_lb" "n" {
          load_balancer_type = "network"
          %s
          subnet_mapping { subnet_id = aws_subnet.inner.id }
        }
        """;
    Address inner = new Address("aws_subnet", "inner");
    assertEquals(
        Reading.given(List.of(Reading.given(inner))),
        written(mapped.formatted(""))
            .facts()
            .loadBalancers()
            .get(new Address("aws_lb", "n"))
            .subnets());
    assertEquals(
        Reading.given(List.of()),
        written(mapped.formatted("subnets = []"))
            .facts()
            .loadBalancers()
            .get(new Address("aws_lb", "n"))
            .subnets());
    assertEquals(
        Reading.missing(),
        written("resource \"aws_lb\" \"n\" { internal = true }")
            .facts()
            .loadBalancers()
            .get(new Address("aws_lb", "n"))
            .subnets());
  }

  @Test
  void anElasticAddressMakesAnInstancePublicWhateverItsSubnetSays() {
    String quiet = server("associate_public_ip_address = false");
    assertEquals(PublicAddress.NONE, address(quiet));
    assertInstanceOf(
        PublicAddress.Assigned.class,
        address(quiet, "resource \"aws_eip\" \"e\" { instance = aws_instance.app.id }"));
    assertInstanceOf(
        PublicAddress.Assigned.class,
        address(
            quiet,
            """
            resource "aws_eip" "e" { domain = "vpc" }
            resource "aws_eip_association" "e" {
              allocation_id = aws_eip.e.id
              instance_id   = aws_instance.app.id
            }
            """));
  }

  private PublicAddress address(String... parts) {
    Written written = written(parts);
    Ref face = written.map().standing().get(APP).faces().getFirst().ref();
    return written.network().interfaceOf(face).publicAddress();
  }

  @Test
  void aResourceMayBeMadeSeveralTimes() {
    assertEquals(Reading.given(1L), copies(Block.builder()));
    assertEquals(Reading.given(3L), copies(Block.builder().set("count", 3)));
    assertEquals(
        Reading.given(2L),
        copies(Block.builder().set("for_each", Value.items(Value.of("a"), Value.of("b")))));
    assertEquals(
        Reading.unresolved(Reason.of("unknown.not-told", "why")),
        copies(
            Block.builder().set("count", new Value.Unknown(Reason.of("unknown.not-told", "why")))));
  }

  private static Reading<Long> copies(Block.Builder body) {
    Resource server = new Resource(APP, body.build(), new Origin.Implied(""));
    return Facts.of(ResourceGraph.EMPTY).copies(server);
  }

  private static final String SERVICE =
      """
      resource "aws_ecs_service" "s" {
        name            = "s"
        task_definition = "t"
        %s
        network_configuration { subnets = [aws_subnet.inner.id] }
      }
      """;

  private AwsHosts service(Written written) {
    return written.facts().hosts().get(new Address("aws_ecs_service", "s"));
  }

  @Test
  void aServiceHasAsManyTasksAsItWantsUnlessItScales() {
    Written plain = written(SERVICE.formatted("desired_count = 3"));
    assertEquals(Reading.given(3L), plain.facts().wanted(service(plain)));
    assertEquals(Reading.given(3L), plain.facts().most(service(plain)));
    Written untold = written(SERVICE.formatted(""));
    assertEquals(Reading.given(1L), untold.facts().wanted(service(untold)));
    String target =
        """
        resource "aws_appautoscaling_target" "t" {
          max_capacity       = 9
          min_capacity       = 2
          resource_id        = %s
          scalable_dimension = "ecs:service:DesiredCount"
          service_namespace  = "ecs"
        }
        """;
    Written scales =
        written(
            SERVICE.formatted("desired_count = 3"),
            target.formatted("\"service/c/${aws_ecs_service.s.name}\""));
    assertEquals(Reading.given(9L), scales.facts().most(service(scales)));
    Written others =
        written(SERVICE.formatted("desired_count = 3"), target.formatted("\"service/c/other\""));
    assertEquals(Reading.given(3L), others.facts().most(service(others)));
  }

  @Test
  void anAutoScalingGroupBeginsWithItsMinimumUnlessToldOtherwise() {
    String fleet =
        """
        resource "aws_autoscaling_group" "f" {
          max_size            = 4
          min_size            = 2
          vpc_zone_identifier = [aws_subnet.inner.id]
          %s
        }
        """;
    Address group = new Address("aws_autoscaling_group", "f");
    Facts plain = written(fleet.formatted("")).facts();
    assertEquals(Reading.given(2L), plain.wanted(plain.hosts().get(group)));
    assertEquals(Reading.given(4L), plain.most(plain.hosts().get(group)));
    Facts told = written(fleet.formatted("desired_capacity = 3")).facts();
    assertEquals(Reading.given(3L), told.wanted(told.hosts().get(group)));
  }
}
