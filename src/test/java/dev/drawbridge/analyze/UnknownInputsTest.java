package dev.drawbridge.analyze;

import static dev.drawbridge.analyze.Terraform.publicSubnet;
import static dev.drawbridge.analyze.Terraform.ref;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Verdict;
import dev.drawbridge.base.Language;
import dev.drawbridge.base.Messages;
import dev.drawbridge.base.Reason;
import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Block;
import dev.drawbridge.resource.Origin;
import dev.drawbridge.resource.Resource;
import dev.drawbridge.resource.ResourceGraph;
import dev.drawbridge.resource.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What hangs on something that is not known is neither a pass nor an endless search.
class UnknownInputsTest {
  private static final Messages ENGLISH = Messages.in(Language.ENGLISH);
  private static final String APP = "aws_security_group.app";

  @Test
  void anUnknownInputIsNeverAPass() {
    Block.Builder unknown =
        Block.builder()
            .set("protocol", "tcp")
            .set("from_port", 8080)
            .set("to_port", 8080)
            .set("cidr_blocks", new Value.Unknown(Reason.of("unknown.no-default", "var.office")));
    Analysis analysis =
        Analysis.of(publicSubnet().group("app", unknown).server(APP).graph(), () -> false);
    Finding finding = only(analysis);
    assertEquals(Verdict.UNKNOWN, finding.verdict());
    assertTrue(finding.text(ENGLISH).contains("var.office has no default"), finding.text(ENGLISH));
    assertEquals(Verdict.UNKNOWN, analysis.dmzHolds());
    assertEquals(0, analysis.waysIn());
  }

  @Test
  void anInputThatSeveralThingsHangOnIsNamedOnce() {
    Value unknown = new Value.Unknown(Reason.of("unknown.no-default", "var.zones"));
    Terraform graph = publicSubnet();
    for (String name : List.of("left", "right")) {
      graph.add(
          "aws_subnet." + name,
          b ->
              b.set("vpc_id", ref("aws_vpc.main.id"))
                  .set("cidr_block", name.equals("left") ? "10.0.8.0/24" : "10.0.9.0/24")
                  .set("availability_zone", unknown));
    }
    graph.add(
        "aws_lb.front",
        b -> b.set("subnets", Value.items(ref("aws_subnet.left.id"), ref("aws_subnet.right.id"))));
    String text =
        Analysis.of(graph.graph(), () -> false).findings().stream()
            .filter(finding -> finding.rule().equals("LB-004"))
            .map(finding -> finding.text(ENGLISH))
            .findFirst()
            .orElseThrow();
    assertEquals(2, text.split("var.zones", -1).length, text);
  }

  @Test
  void wordsInThePlaceOfAnAddressBlockAreNamed() {
    Block.Builder words =
        Block.builder()
            .set("protocol", "tcp")
            .set("from_port", 8080)
            .set("to_port", 8080)
            .set("cidr_blocks", Value.items(Value.of("YOUR-OFFICE/32")));
    String text =
        only(Analysis.of(publicSubnet().group("app", words).server(APP).graph(), () -> false))
            .text(ENGLISH);
    assertTrue(text.contains("“YOUR-OFFICE/32” is no address block"), text);
  }

  @Test
  void aServerOfWhichNothingIsKnownIsUnknownToo() {
    Terraform graph =
        new Terraform().add("aws_instance.app", b -> b.set("ami", "ami-0123456789abcdef0"));
    assertEquals(Verdict.UNKNOWN, only(Analysis.of(graph.graph(), () -> false)).verdict());
  }

  @Test
  void variablesThatLeadInACircleEndSomewhere() {
    Terraform graph = publicSubnet();
    ResourceGraph.Builder circular = new ResourceGraph.Builder();
    graph.graph().resources().values().forEach(circular::add);
    circular.local("a", Value.symbol("local.b")).local("b", Value.symbol("local.a"));
    circular.add(
        new Resource(
            new Address("aws_subnet", "lost"),
            Block.builder()
                .set("vpc_id", ref("aws_vpc.main.id"))
                .set("cidr_block", Value.symbol("local.a"))
                .build(),
            new Origin.Source("main.tf", 99)));
    List<Finding> findings = Analysis.of(circular.build(), () -> false).findings();
    assertTrue(
        findings.stream()
            .anyMatch(f -> f.rule().equals("ADDR-001") && f.verdict() == Verdict.UNKNOWN));
  }

  /// The one finding that a server is public.
  private static Finding only(Analysis analysis) {
    List<Finding> found =
        analysis.findings().stream().filter(finding -> finding.rule().equals("DMZ-001")).toList();
    assertEquals(1, found.size(), found.toString());
    return found.getFirst();
  }
}
