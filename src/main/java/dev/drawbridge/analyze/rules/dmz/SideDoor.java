package dev.drawbridge.analyze.rules.dmz;

import dev.drawbridge.analyze.facts.Reader;
import dev.drawbridge.analyze.facts.Reading;
import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Severity;
import dev.drawbridge.analyze.rules.Component;
import dev.drawbridge.analyze.rules.Report;
import dev.drawbridge.analyze.rules.Rule;
import dev.drawbridge.analyze.rules.Subject;
import dev.drawbridge.base.Reason;
import dev.drawbridge.catalog.Zone;
import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Resource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Services of AWS that take requests from the internet and hand them to something internal, past every
/// public subnet: accelerators, distributions and API gateways. Whom they let in, packets do not tell.
public final class SideDoor implements Rule {
  @Override
  public String id() {
    return "DMZ-031";
  }

  @Override
  public Severity severity() {
    return Severity.CRITICAL;
  }

  @Override
  public List<Finding> check(Subject subject) {
    List<Finding> found = new ArrayList<>();
    for (Resource door :
        subject
            .facts()
            .ofType(
                "aws_globalaccelerator_endpoint_group",
                "aws_globalaccelerator_custom_routing_endpoint_group",
                "aws_cloudfront_vpc_origin",
                "aws_api_gateway_vpc_link",
                "aws_apigatewayv2_integration")) {
      for (Address target : targets(subject, door)) {
        behind(subject, target)
            .filter(component -> component.belongs() && component.zone() != Zone.DMZ)
            .map(component -> report(subject, door, component))
            .ifPresent(found::add);
      }
    }
    return found;
  }

  private Finding report(Subject subject, Resource door, Component component) {
    return Report.by(this, subject)
        .about(component)
        .about(door)
        .unresolved(
            "finding",
            List.of(Reason.of("unknown.door", door.address())),
            component.label(),
            subject.label(door))
        .done();
  }

  /// What a door hands its requests to, as far as the configuration names it.
  private static Set<Address> targets(Subject subject, Resource door) {
    Reader read = subject.facts().read(door);
    Set<Address> all = new LinkedHashSet<>();
    for (Reader endpoint : read.blocks("endpoint_configuration")) {
      endpoint.reference("endpoint_id").known().ifPresent(all::add);
    }
    for (Reader origin : read.blocks("vpc_origin_endpoint_config")) {
      origin.reference("arn").known().ifPresent(all::add);
    }
    for (Reading<Address> target : read.references("target_arns").known().orElse(List.of())) {
      target.known().ifPresent(all::add);
    }
    if (read.text("connection_type").is("VPC_LINK")) {
      read.reference("integration_uri").known().ifPresent(all::add);
    }
    return all;
  }

  /// The load balancer where a listener is named.
  private static Optional<Component> behind(Subject subject, Address target) {
    return subject
        .component(target)
        .or(
            () ->
                subject
                    .facts()
                    .find(target)
                    .flatMap(
                        one -> subject.facts().read(one).reference("load_balancer_arn").known())
                    .flatMap(subject::component));
  }
}
