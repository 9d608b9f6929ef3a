package dev.drawbridge.analyze;

import static dev.drawbridge.analyze.Designs.joined;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drawbridge.analyze.finding.Cause;
import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Verdict;
import dev.drawbridge.base.Language;
import dev.drawbridge.base.Messages;
import dev.drawbridge.catalog.aws.DataCentre;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.network.PortSet;
import dev.drawbridge.network.Traffic;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Who reaches whom over a VPN, both ways.
class DataCentrePathsTest {
  private static final Messages ENGLISH = Messages.in(Language.ENGLISH);

  private static TrafficPaths.Answer ask(Designs designs, String from, String to, int port) {
    return Analysis.of(designs.draw())
        .paths()
        .path(new ElementId(from), new ElementId(to), Traffic.tcp(port));
  }

  private static String way(TrafficPaths.Answer answer) {
    return answer.hops().stream().map(hop -> hop.text(ENGLISH)).collect(Collectors.joining(" > "));
  }

  private static List<String> texts(List<Cause> causes) {
    return causes.stream().map(cause -> cause.text(ENGLISH)).toList();
  }

  private static Designs open() {
    return joined()
        .database("db", "isolated-a", "isolated-c")
        .onPremises("erp", "idc.server", "192.168.7.7")
        .onPremises("crm", "idc.server", "192.168.8.8")
        .arrow("erp", "db");
  }

  @Test
  void aDataCentreGetsInByItsGatewayWhereAnArrowSaysSo() {
    TrafficPaths.Answer answer = ask(open(), "idc", "db", 5432);
    assertEquals(Verdict.PROVEN, answer.verdict());
    assertEquals("idc > vpn > db:5432", way(answer));
    assertEquals("erp > vpn > db:5432", way(ask(open(), "erp", "db", 5432)));
  }

  @Test
  void anotherServerOfTheDataCentreDoesNot() {
    TrafficPaths.Answer answer = ask(open(), "crm", "db", 5432);
    assertEquals(Verdict.REFUTED, answer.verdict());
    assertEquals(
        List.of("no security group of db admits tcp 5432 from idc"), texts(answer.blockers()));
    assertEquals(PortSet.of(5432), ask(open(), "erp", "db", 3306).open());
  }

  @Test
  void requestsFromADataCentrePassALoadBalancer() {
    Designs designs =
        joined()
            .internalAlb("alb", "private-a", "private-c")
            .was("was", "private-a", "private-c")
            .arrow("alb", "was")
            .arrow("idc", "alb", "8080");
    assertEquals("idc > vpn > alb:8080 > was:8080", way(ask(designs, "idc", "was", 8080)));
  }

  @Test
  void aTierGetsToTheServerThatItsArrowLeadsTo() {
    Designs designs =
        joined()
            .was("was", "private-a", "private-c")
            .onPremises("erp", "idc.server", "192.168.7.7")
            .onPremises("crm", "idc.server", "192.168.8.8")
            .arrow("was", "erp", "8443");
    assertEquals("was > vpn > erp:8443", way(ask(designs, "was", "erp", 8443)));
    assertEquals(Verdict.REFUTED, ask(designs, "was", "crm", 8443).verdict());
    assertEquals(Verdict.PROVEN, ask(designs, "was", "idc", 8443).verdict());
  }

  @Test
  void whatNothingJoinsIsSaidToBeUnjoined() {
    TrafficPaths.Answer answer = ask(open().without("vpn.idc"), "idc", "db", 5432);
    assertEquals(Verdict.REFUTED, answer.verdict());
    assertTrue(texts(answer.blockers()).getFirst().startsWith("no VPN"), answer.toString());
  }

  @Test
  void twoDataCentresAtOneGatewayAreToldApart() {
    Designs designs =
        open()
            .add("branch", "idc", null)
            .set("branch", DataCentre.CIDR, "172.20.0.0/16")
            .link("vpn", "branch");
    assertEquals(Verdict.PROVEN, ask(designs, "idc", "db", 5432).verdict());
    assertEquals(Verdict.REFUTED, ask(designs, "branch", "db", 5432).verdict());
  }

  @Test
  void aFindingShowsTheWayFromTheDataCentre() {
    List<Finding> found =
        Analysis.of(open().draw()).findings().stream()
            .filter(finding -> finding.rule().equals("DMZ-028"))
            .toList();
    assertEquals(1, found.size(), found.toString());
    assertEquals("idc → vpn → db:5432", found.getFirst().pathText(ENGLISH));
    assertEquals("192.168.7.7", found.getFirst().witness().source());
  }
}
