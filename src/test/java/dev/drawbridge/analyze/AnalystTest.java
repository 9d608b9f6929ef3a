package dev.drawbridge.analyze;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.policy.Policy;
import dev.drawbridge.analyze.policy.Switches;
import dev.drawbridge.analyze.rules.Subject;
import dev.drawbridge.base.Language;
import dev.drawbridge.catalog.aws.ApplicationLoadBalancer;
import dev.drawbridge.catalog.aws.Instances;
import dev.drawbridge.catalog.aws.Internet;
import dev.drawbridge.catalog.aws.InternetGateway;
import dev.drawbridge.catalog.aws.RdsPrimary;
import dev.drawbridge.catalog.aws.Region;
import dev.drawbridge.catalog.aws.Subnet;
import dev.drawbridge.catalog.aws.Traffic;
import dev.drawbridge.catalog.aws.Vpc;
import dev.drawbridge.catalog.aws.WasTier;
import dev.drawbridge.edit.ChangeSettings;
import dev.drawbridge.edit.Connect;
import dev.drawbridge.edit.Delete;
import dev.drawbridge.edit.Edit;
import dev.drawbridge.edit.Edits;
import dev.drawbridge.edit.History;
import dev.drawbridge.edit.Ids;
import dev.drawbridge.edit.Move;
import dev.drawbridge.edit.RandomEdits;
import dev.drawbridge.edit.Rename;
import dev.drawbridge.edit.Restack;
import dev.drawbridge.edit.SetProperty;
import dev.drawbridge.edit.template.Stress;
import dev.drawbridge.edit.template.Template;
import dev.drawbridge.model.Connector;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.Element;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Node;
import dev.drawbridge.model.Settings;
import dev.drawbridge.network.Rounds;
import dev.drawbridge.translate.RandomDesign;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/// Whatever was analysed before: an analysis after an edit says what one from scratch would.
class AnalystTest {
  private static final BooleanSupplier ON = () -> false;

  /// Six VPCs or so, which have nothing in common but the region and the internet.
  private static final Document SEVERAL =
      Template.STRESS.design(new Template.Request(Language.ENGLISH, 450, 11));

  @Property(tries = 12)
  void saysAfterEachEditWhatAnAnalysisFromScratchSays(
      @ForAll long seed, @ForAll @IntRange(min = 5, max = 25) int steps) {
    Random chance = new Random(seed);
    Document start =
        switch (chance.nextInt(4)) {
          case 0 ->
              Template.STRESS.design(
                  new Template.Request(Language.ENGLISH, 60 + chance.nextInt(100), seed));
          case 1 -> Stress.oneVpc(40 + chance.nextInt(60), seed);
          default -> RandomDesign.of(chance, 20 + chance.nextInt(60));
        };
    Analyst analyst = new Analyst();
    Policy policy = Policy.DEFAULT;
    History history = History.of(start);
    assertSame(analyst, history.current(), policy, chance);
    for (int i = 0; i < Rounds.of(steps); i++) {
      switch (chance.nextInt(10)) {
        case 0 -> history = history.undo();
        case 1 -> history = history.undo().undo().undo();
        case 2 -> history = history.redo();
        case 3 -> policy = policy(chance);
        case 4 -> history = history.apply(new ChangeSettings(settings(history, chance)));
        default -> {
          Optional<Edit> edit = RandomEdits.any(history.current(), chance, Ids.from(chance));
          history = edit.map(history::apply).orElse(history);
        }
      }
      if (chance.nextInt(8) == 0) {
        cancel(analyst, history.current(), policy, chance.nextInt(200));
      }
      assertSame(analyst, history.current(), policy, chance);
    }
  }

  /// One island, of which the engine remembers what it found out: each change is looked at, taken back
  /// and looked at again.
  @Test
  void saysOfOneVpcAfterEachChangeWhatAnAnalysisFromScratchSays() {
    Document design = Stress.oneVpc(60, 7);
    Node tier = first(design, WasTier.KIND.id());
    Node database = first(design, RdsPrimary.KIND.id());
    Node balancer = first(design, ApplicationLoadBalancer.KIND.id());
    Connector arrow = into(design, tier);
    List<Document> versions = new ArrayList<>(List.of(design));
    for (Edit edit :
        List.of(
            SetProperty.of(tier.id(), WasTier.PORT, 9000),
            SetProperty.of(tier.id(), Instances.PUBLIC_IP, true),
            SetProperty.of(arrow.id(), Traffic.PORTS, "22, 1-65535"),
            Delete.of(arrow.id()),
            new Connect(
                Connector.of(
                    new ElementId("new"), Traffic.KIND.id(), balancer.id(), database.id())),
            SetProperty.of(
                first(design, Subnet.KIND.id()).id(), Subnet.ROUTING, Subnet.Routing.ISOLATED),
            SetProperty.of(home(design, "data a").id(), Subnet.ROUTING, Subnet.Routing.PUBLIC),
            SetProperty.of(home(design, "app a").id(), Subnet.CIDR, "10.1.250.0/24"),
            Delete.of(tier.id()),
            Delete.of(first(design, InternetGateway.KIND.id()).id()))) {
      versions.add(after(design, edit));
      versions.add(design);
    }
    assertSame(versions);
  }

  private static Node home(Document design, String name) {
    return design.nodes().stream()
        .filter(node -> node.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static Connector into(Document design, Node tier) {
    return design.connectorsOf(tier.id()).stream()
        .filter(one -> one.kind().equals(Traffic.KIND.id()))
        .findFirst()
        .orElseThrow();
  }

  private static Policy policy(Random chance) {
    return chance.nextBoolean()
        ? Policy.DEFAULT
        : Policy.DEFAULT.withSwitches(
            Switches.of(
                List.of(), List.of(Rules.all().get(chance.nextInt(Rules.all().size())).id())));
  }

  private static Settings settings(History history, Random chance) {
    return history.current().settings().withTitle("title " + chance.nextInt(3));
  }

  private static void cancel(Analyst analyst, Document document, Policy policy, int after) {
    AtomicInteger asked = new AtomicInteger();
    try {
      analyst.analyse(document, policy, () -> asked.incrementAndGet() > after);
    } catch (CancellationException e) {
      // As if the next edit had come while this one was looked at.
    }
  }

  private static void assertSame(Analyst analyst, Document document, Policy policy, Random chance) {
    Analysis incremental = analyst.analyse(document, policy, ON);
    Analysis fromScratch = Analysis.of(document, policy, ON);
    assertEquals(said(fromScratch), said(incremental));
    Assertions.assertSame(document, incremental.document());
    if (chance.nextInt(6) == 0) {
      assertEquals(fromScratch.graph(), incremental.graph());
      List<ElementId> ends = List.copyOf(fromScratch.paths().ends());
      assertEquals(ends, List.copyOf(incremental.paths().ends()));
      for (int i = 0; i < 3 && !ends.isEmpty(); i++) {
        ElementId from = ends.get(chance.nextInt(ends.size()));
        ElementId to = ends.get(chance.nextInt(ends.size()));
        assertEquals(
            fromScratch.paths().path(from, to, Optional.empty()).toString(),
            incremental.paths().path(from, to, Optional.empty()).toString());
        assertEquals(
            fromScratch.paths().openToInternet(to), incremental.paths().openToInternet(to));
      }
    }
  }

  /// Everything that an analysis says, each finding on a line.
  private static String said(Analysis analysis) {
    return analysis.findings().stream()
            .map(finding -> finding.fingerprint() + " " + finding)
            .collect(Collectors.joining("\n"))
        + "\n"
        + analysis.issues()
        + analysis.waysIn()
        + analysis.dmzHolds()
        + analysis.worst();
  }

  @Property(tries = 30)
  void findsByIslandsWhatIsFoundInTheWhole(@ForAll long seed) {
    Random chance = new Random(seed);
    Document document =
        chance.nextInt(4) > 0
            ? RandomDesign.of(chance, 20 + chance.nextInt(80))
            : Template.STRESS.design(
                new Template.Request(Language.ENGLISH, 150 + chance.nextInt(150), seed));
    Analysis analysis = Analysis.of(document);
    Subject all = Subject.of(document, analysis.graph(), Policy.DEFAULT, ON);
    List<Finding> whole =
        Rules.check(all).stream()
            .filter(finding -> !Rules.find(finding.rule()).orElseThrow().isOptional())
            .toList();
    assertEquals(lines(whole), lines(analysis.findings()));
    TrafficPaths paths = new TrafficPaths(all);
    assertEquals(Set.copyOf(paths.ends()), Set.copyOf(analysis.paths().ends()));
    List<ElementId> ends = new ArrayList<>(paths.ends());
    document.nodes().stream()
        .filter(node -> node.kind().equals(Internet.KIND.id()))
        .forEach(internet -> ends.add(internet.id()));
    for (int i = 0; i < 10 && !ends.isEmpty(); i++) {
      ElementId from = ends.get(chance.nextInt(ends.size()));
      ElementId to = ends.get(chance.nextInt(ends.size()));
      assertEquals(
          paths.path(from, to, Optional.empty()).toString(),
          analysis.paths().path(from, to, Optional.empty()).toString());
    }
  }

  private static String lines(List<Finding> findings) {
    return findings.stream()
        .map(Finding::toString)
        .sorted()
        .distinct()
        .collect(Collectors.joining("\n"));
  }

  @Test
  void looksAtNothingAgainWhereThingsWereOnlyMoved() {
    Analyst analyst = new Analyst();
    Analysis before = analyst.analyse(SEVERAL, ON);
    Node tier = first(SEVERAL, WasTier.KIND.id());
    Document moved = after(SEVERAL, Move.of(tier.id(), 8, 8));
    Analysis after = analyst.analyse(moved, () -> true);
    Assertions.assertSame(before.findings(), after.findings());
    Assertions.assertSame(moved, after.document());
  }

  @Test
  void looksAgainOnlyAtWhatHangsTogetherWithTheChange() {
    Node tier = first(SEVERAL, WasTier.KIND.id());
    Connector arrow = into(SEVERAL, tier);
    List<Edit> edits =
        List.of(
            SetProperty.of(tier.id(), Instances.PUBLIC_IP, true),
            SetProperty.of(arrow.id(), Traffic.PORTS, "1-65535"),
            new Rename(tier.id(), "renamed"),
            Delete.of(arrow.id()),
            Delete.of(tier.id()),
            new Restack(new LinkedHashSet<>(List.of(tier.id())), true),
            new Connect(
                Connector.of(
                    new ElementId("new"), Traffic.KIND.id(), arrow.target(), arrow.source())));
    int whole = questions(new Analyst(), SEVERAL);
    for (Edit edit : edits) {
      Analyst analyst = new Analyst();
      analyst.analyse(SEVERAL, ON);
      int questions = questions(analyst, after(SEVERAL, edit));
      assertTrue(questions > 0 && questions * 3 < whole, edit + ": " + questions + " of " + whole);
    }
  }

  /// How often somebody asked whether to go on, which is about how much was done.
  private static int questions(Analyst analyst, Document document) {
    AtomicInteger asked = new AtomicInteger();
    analyst.analyse(
        document,
        () -> {
          asked.incrementAndGet();
          return false;
        });
    return asked.get();
  }

  @Test
  void goesOnWhereItWasInterrupted() {
    int whole = questions(new Analyst(), SEVERAL);
    Analyst analyst = new Analyst();
    AtomicInteger asked = new AtomicInteger();
    assertThrows(
        CancellationException.class,
        () -> analyst.analyse(SEVERAL, () -> asked.incrementAndGet() > whole * 3 / 4));
    assertTrue(questions(analyst, SEVERAL) < whole / 2);
    assertEquals(said(Analysis.of(SEVERAL)), said(analyst.analyse(SEVERAL, ON)));
  }

  @Test
  void noticesThatTheRegionOfAllIslandsChanged() {
    Node region = first(SEVERAL, Region.KIND.id());
    assertSame(
        List.of(SEVERAL, after(SEVERAL, SetProperty.of(region.id(), Region.CODE, "eu-north-1"))));
  }

  @Test
  void noticesThatAnIslandElsewhereTookAName() {
    List<Node> databases =
        SEVERAL.nodes().stream().filter(n -> n.kind().equals(RdsPrimary.KIND.id())).toList();
    Node early = databases.getFirst();
    Node late = databases.getLast();
    assertTrue(late.name().compareTo(early.name()) != 0);
    // The earlier one of two that bear the same name keeps the plain label, so the later loses its
    // own.
    Document renamed = after(SEVERAL, new Rename(early.id(), late.name()));
    assertSame(List.of(SEVERAL, renamed));
    assertThat(Analysis.of(renamed).graph()).isNotEqualTo(Analysis.of(SEVERAL).graph());
  }

  @Test
  void noticesThatTwoIslandsWereJoinedAndPartedAgain() {
    List<Node> vpcs =
        SEVERAL.nodes().stream().filter(node -> node.kind().equals(Vpc.KIND.id())).toList();
    Element one = within(SEVERAL, vpcs.getFirst());
    Element other = within(SEVERAL, vpcs.getLast());
    Document joined =
        after(
            SEVERAL,
            new Connect(
                Connector.of(new ElementId("new"), Traffic.KIND.id(), one.id(), other.id())));
    assertSame(List.of(SEVERAL, joined, SEVERAL, joined));
  }

  private static Element within(Document document, Node vpc) {
    return document.descendants(vpc.id()).stream()
        .filter(node -> Set.of(WasTier.KIND.id(), "tier.web").contains(node.kind()))
        .findFirst()
        .orElseThrow();
  }

  private static void assertSame(List<Document> versions) {
    Analyst analyst = new Analyst();
    List<String> said = new ArrayList<>();
    for (Document version : versions) {
      said.add(said(analyst.analyse(version, ON)));
    }
    assertEquals(versions.stream().map(v -> said(Analysis.of(v))).toList(), said);
  }

  private static Node first(Document document, String kind) {
    return document.nodes().stream()
        .filter(node -> node.kind().equals(kind))
        .findFirst()
        .orElseThrow();
  }

  private static Document after(Document document, Edit edit) {
    return Edits.apply(document, edit).document();
  }
}
