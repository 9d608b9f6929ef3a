package dev.drawbridge;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Which package may import which. The order is that of the data flow: who has read this list from
/// top to bottom knows how a drawing becomes findings, pictures and Terraform.
///
/// There is no exemption: an arrow that is missing here is added here, with a reason, or not drawn.
class LayersTest {

  /// A package and what it may import; besides, everyone may import the JDK, JSpecify and `base`.
  private static final List<Layer> LAYERS =
      List.of(
          layer("", "cli", "ui"),
          layer("base"),
          layer("model"),
          layer("resource"),
          layer("hcl"),
          layer("network"),
          layer("catalog", "model", "resource"),
          layer("edit", "model", "catalog"),
          layer("translate", "model", "resource", "catalog", "edit"),
          layer("terraform", "resource", "hcl"),
          layer("analyze", "resource", "network", "catalog", "model", "edit", "translate"),
          layer("simulate", "resource", "network", "model", "analyze"),
          layer("draw", "model", "catalog", "analyze"),
          layer("output", "model", "draw"),
          layer("editor", "model", "catalog", "edit", "analyze", "draw"),
          layer(
              "cli",
              "model",
              "resource",
              "hcl",
              "network",
              "catalog",
              "edit",
              "translate",
              "terraform",
              "analyze",
              "simulate",
              "draw",
              "output"),
          layer(
              "ui",
              "model",
              "resource",
              "hcl",
              "network",
              "catalog",
              "edit",
              "translate",
              "terraform",
              "analyze",
              "simulate",
              "draw",
              "output",
              "editor"));

  /// Libraries, and parts of the JDK, that only some may touch.
  private static final List<Reserved> RESERVED =
      List.of(
          new Reserved(
              "JavaFX", List.of("javafx..", "org.controlsfx..", "atlantafx.."), List.of("ui")),
          new Reserved("AWT", List.of("java.awt.."), List.of("draw", "output.export")),
          new Reserved(
              "Jackson",
              List.of("tools.jackson..", "com.fasterxml.jackson.."),
              List.of("output.store", "terraform.read", "cli")),
          new Reserved("picocli", List.of("picocli.."), List.of("cli")));

  /// What makes a run differ from the last one; only the composition root may ask for it.
  private static final Set<String> NOT_REPRODUCIBLE =
      Set.of(
          "java.time.Clock.systemUTC",
          "java.time.Clock.systemDefaultZone",
          "java.time.Clock.system",
          "java.lang.System.currentTimeMillis",
          "java.lang.Math.random",
          "java.util.UUID.randomUUID",
          "java.util.Locale.getDefault",
          "java.time.ZoneId.systemDefault",
          "java.util.concurrent.ThreadLocalRandom.current");

  /// Without a locale these take that of the machine: 1,5 instead of 1.5, and a Turkish i.
  private static final Set<String> LOCALE_OF_THE_MACHINE =
      Set.of(
          "java.lang.String.toLowerCase()",
          "java.lang.String.toUpperCase()",
          "java.lang.String.format(java.lang.String, [Ljava.lang.Object;)",
          "java.lang.String.formatted([Ljava.lang.Object;)");

  /// The program opens no network connection and starts no other program.
  private static final Set<String> WAYS_OUT =
      Set.of(
          "java.net.Socket",
          "java.net.ServerSocket",
          "java.net.DatagramSocket",
          "java.net.URLConnection",
          "java.lang.ProcessBuilder");

  private static final JavaClasses OURS =
      new ClassFileImporter()
          .importUrl(Drawbridge.class.getProtectionDomain().getCodeSource().getLocation());

  /// A tree of the same shape, in which every rule is broken once.
  private static final JavaClasses WRONG =
      new ClassFileImporter().importPackages("dev.drawbridge.wrong");

  @ParameterizedTest
  @MethodSource("rules")
  void theProgramKeepsTheRule(Rule rule) {
    rule.in("dev.drawbridge").check(OURS);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void theRuleIsNoticedWhereItIsBroken(Rule rule) {
    assertTrue(rule.in("dev.drawbridge.wrong").evaluate(WRONG).hasViolation());
  }

  static Stream<Named<Rule>> rules() {
    return Stream.of(
        Named.of("every class lies in a package of the list", LayersTest::nothingElsewhere),
        Named.of("packages import only what the list says", LayersTest::onlyTheArrows),
        Named.of("reserved libraries stay where they are", LayersTest::reservedLibraries),
        Named.of("only the command line prints", LayersTest::onlyTheCommandLinePrints),
        Named.of("clock, chance and place are passed in", LayersTest::reproducible),
        Named.of("no text depends on the machine's locale", LayersTest::localeIsNamed),
        Named.of("no connection, no process", LayersTest::staysAtHome),
        Named.of("no cycle between packages", root -> noCyclesAmong(root + ".(*)..")),
        Named.of("no cycle between parts of one", root -> noCyclesAmong(root + ".(*).(*)..")));
  }

  private static ArchRule nothingElsewhere(String root) {
    return classes()
        .should()
        .resideInAnyPackage(
            LAYERS.stream().map(layer -> layer.packages(root)).toArray(String[]::new));
  }

  private static ArchRule onlyTheArrows(String root) {
    return CompositeArchRule.of(LAYERS.stream().map(layer -> layer.rule(root)).toList());
  }

  private static ArchRule reservedLibraries(String root) {
    return CompositeArchRule.of(RESERVED.stream().map(reserved -> reserved.rule(root)).toList());
  }

  private static ArchRule onlyTheCommandLinePrints(String root) {
    return CompositeArchRule.of(
        List.of(
            outside(root, "cli").should().accessField(System.class, "out"),
            outside(root, "cli").should().accessField(System.class, "err"),
            outside(root, "cli").should().callMethod(Throwable.class, "printStackTrace")));
  }

  private static ArchRule reproducible(String root) {
    return noClasses()
        .that()
        .resideOutsideOfPackage(root)
        .should()
        .accessTargetWhere(
            target(describe("depends on the moment or the machine", LayersTest::isNotReproducible)))
        .allowEmptyShould(true);
  }

  private static boolean isNotReproducible(AccessTarget target) {
    String owner = target.getOwner().getFullName();
    return NOT_REPRODUCIBLE.contains(owner + "." + target.getName())
        || (owner.startsWith("java.time.") && target.getFullName().endsWith(".now()"))
        || target.getFullName().equals("java.util.Random.<init>()")
        || target.getFullName().equals("java.util.Date.<init>()");
  }

  private static ArchRule localeIsNamed(String root) {
    return noClasses()
        .should()
        .accessTargetWhere(
            target(
                describe(
                    "take the machine's locale",
                    target -> LOCALE_OF_THE_MACHINE.contains(target.getFullName()))));
  }

  private static ArchRule staysAtHome(String root) {
    return CompositeArchRule.of(
        List.of(
            noClasses().should().dependOnClassesThat().resideInAPackage("java.net.http.."),
            noClasses()
                .should()
                .dependOnClassesThat(
                    describe(
                        "connect or start programs", type -> WAYS_OUT.contains(type.getName()))),
            noClasses()
                .should()
                .accessTargetWhere(
                    target(
                        describe(
                            "start programs",
                            target ->
                                target.getFullName().startsWith("java.lang.Runtime.exec("))))));
  }

  private static ArchRule noCyclesAmong(String packages) {
    return slices().matching(packages).should().beFreeOfCycles().allowEmptyShould(true);
  }

  private static GivenClassesConjunction outside(String root, String... packages) {
    return noClasses()
        .that()
        .resideOutsideOfPackages(
            Stream.of(packages).map(name -> root + "." + name + "..").toArray(String[]::new));
  }

  private static Layer layer(String name, String... mayImport) {
    return new Layer(name, List.of(mayImport));
  }

  @FunctionalInterface
  interface Rule {
    ArchRule in(String rootPackage);
  }

  private record Layer(String name, List<String> mayImport) {
    ArchRule rule(String root) {
      var allowed =
          new ArrayList<>(
              List.of(
                  "",
                  "java..",
                  "javax..",
                  "org.w3c.dom..",
                  "org.xml.sax..",
                  "org.jspecify..",
                  root + ".base..",
                  packages(root)));
      mayImport.forEach(other -> allowed.add(root + "." + other + ".."));
      RESERVED.forEach(reserved -> allowed.addAll(reserved.packages()));
      return classes()
          .that()
          .resideInAPackage(packages(root))
          .should()
          .onlyDependOnClassesThat(resideInAnyPackage(allowed.toArray(String[]::new)))
          .allowEmptyShould(true);
    }

    String packages(String root) {
      return name.isEmpty() ? root : root + "." + name + "..";
    }
  }

  private record Reserved(String library, List<String> packages, List<String> owners) {
    ArchRule rule(String root) {
      return outside(root, owners.toArray(String[]::new))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(packages.toArray(String[]::new))
          .because(library + " belongs to " + String.join(", ", owners));
    }
  }
}
