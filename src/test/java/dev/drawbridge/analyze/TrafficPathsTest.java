package dev.drawbridge.analyze;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drawbridge.analyze.finding.Cause;
import dev.drawbridge.analyze.finding.Verdict;
import dev.drawbridge.analyze.policy.Policy;
import dev.drawbridge.analyze.rules.Component;
import dev.drawbridge.analyze.rules.Subject;
import dev.drawbridge.base.Language;
import dev.drawbridge.base.Messages;
import dev.drawbridge.base.Reason;
import dev.drawbridge.edit.template.Template;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.network.PortSet;
import dev.drawbridge.network.Protocol;
import dev.drawbridge.network.Traffic;
import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Value;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TrafficPathsTest {
  private static final Messages ENGLISH = Messages.in(Language.ENGLISH);
  private static final Document GOOD = Template.THREE_TIER.design(Language.ENGLISH);

  private static TrafficPaths.Answer ask(Document document, String from, String to, Traffic asked) {
    return Analysis.of(document).paths().path(new ElementId(from), new ElementId(to), asked);
  }

  private static List<String> texts(List<Cause> causes) {
    return causes.stream().map(cause -> cause.text(ENGLISH)).toList();
  }

  @Test
  void tellsHowFarOneGetsThroughALoadBalancer() {
    TrafficPaths.Answer answer = ask(GOOD, "internet-users", "was-app", Traffic.tcp(8080));
    assertEquals(Verdict.REFUTED, answer.verdict());
    assertEquals(1, answer.detours().size(), "one chain of components, however many zones");
    List<Detour.Leg> legs = answer.detours().getFirst().legs();
    assertEquals(
        List.of("alb-internal", "was-app"),
        legs.stream().map(leg -> String.valueOf(leg.to().element())).toList());
    assertEquals(
        List.of(Verdict.REFUTED, Verdict.PROVEN), legs.stream().map(Detour.Leg::verdict).toList());
    Cause blocker = legs.getFirst().blockers().getFirst();
    assertEquals(List.of(new ElementId("alb-internal")), blocker.elements());
    assertEquals("scheme", blocker.property());
    assertEquals(List.of(), legs.getLast().blockers());
  }

  @Test
  void namesThePortsThatPassWhereTheOneAskedAboutDoesNot() {
    TrafficPaths.Answer direct = ask(GOOD, "was-app", "rds-main", Traffic.tcp(3306));
    assertEquals(Verdict.REFUTED, direct.verdict());
    assertEquals(PortSet.of(5432), direct.open());
    TrafficPaths.Answer through = ask(GOOD, "internet-users", "web-nginx", Traffic.tcp(443));
    assertEquals(PortSet.of(80), through.open());
    assertEquals(List.of(), through.detours(), "no load balancer sends to that port");
    TrafficPaths.Answer closed = ask(GOOD, "web-nginx", "rds-main", Traffic.tcp(5432));
    assertEquals(PortSet.EMPTY, closed.open());
  }

  @Test
  void asksForTheProtocolThatIsMeant() {
    Traffic dns = Traffic.udp(5432, 5432);
    assertEquals(Verdict.REFUTED, ask(GOOD, "was-app", "rds-main", dns).verdict());
    Traffic any = Traffic.all(Protocol.TCP);
    assertEquals(Verdict.PROVEN, ask(GOOD, "was-app", "rds-main", any).verdict());
  }

  @Test
  void anArrowThatAdmitsLeadsToItsPorts() {
    TrafficPaths.Answer answer = ask(GOOD, "was-app", "rds-main", Traffic.tcp(5432));
    assertTrue(
        answer.hops().getLast().admitted().stream()
            .anyMatch(
                cause ->
                    "ports".equals(cause.property())
                        && cause.elements().getFirst().equals(new ElementId("traffic-write"))),
        answer.hops().toString());
  }

  @Test
  void whatHasNoInterfacesIsSaidToHaveNone() {
    TrafficPaths.Answer answer = ask(GOOD, "vpc-main", "nobody", Traffic.tcp(80));
    assertEquals(Verdict.REFUTED, answer.verdict());
    assertEquals(2, answer.blockers().size());
    assertTrue(texts(answer.blockers()).getLast().startsWith("nobody"));
  }

  @Test
  void whatStandsInNoSubnetHasNoInterfaces() {
    Document lost = Designs.network().was("was").draw();
    TrafficPaths.Answer answer = ask(lost, "internet", "was", Traffic.tcp(8080));
    assertEquals(List.of("was has no network interfaces"), texts(answer.blockers()));
  }

  @Test
  void theEndsAreWhatHasInterfaces() {
    var ends = Analysis.of(GOOD).paths().ends();
    for (String id : List.of("alb-public", "web-nginx", "asg-web", "rds-main", "nat-a")) {
      assertTrue(ends.contains(new ElementId(id)), id);
    }
    assertTrue(
        !ends.contains(new ElementId("vpc-main")) && !ends.contains(new ElementId("igw-main")));
  }

  @Test
  void anInputThatIsNotKnownIsNamedAndNeverCountsAsAPass() {
    Terraform graph =
        Terraform.publicSubnet()
            .group("app", Terraform.tcp(22, 22, "198.51.100.0/24"))
            .server("aws_security_group.app")
            .add(
                "aws_vpc_security_group_ingress_rule.more",
                b ->
                    b.set("security_group_id", Terraform.ref("aws_security_group.app.id"))
                        .set(
                            "cidr_ipv4",
                            new Value.Unknown(Reason.of("unknown.no-default", "var.office")))
                        .set("ip_protocol", "tcp")
                        .set("from_port", 443)
                        .set("to_port", 443));
    Subject subject = Subject.of(Document.EMPTY, graph.graph(), Policy.DEFAULT, () -> false);
    Component server = subject.component(new Address("aws_instance", "app")).orElseThrow();
    TrafficPaths.Answer answer =
        new TrafficPaths(subject).path(Optional.empty(), server, Traffic.tcp(443));
    assertEquals(Verdict.UNKNOWN, answer.verdict());
    assertEquals(
        List.of("aws_vpc_security_group_ingress_rule.more: var.office has no default"),
        texts(answer.unknown()));
    assertEquals(PortSet.of(22), answer.open());
  }
}
