package dev.drawbridge.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.base.Language;
import dev.drawbridge.base.Messages;
import dev.drawbridge.base.Outcome;
import dev.drawbridge.base.Rect;
import dev.drawbridge.model.Connector;
import dev.drawbridge.model.Datum;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.Element;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Fields;
import dev.drawbridge.model.Node;
import dev.drawbridge.model.Settings;
import dev.drawbridge.output.store.Design;
import dev.drawbridge.output.store.DesignReader;
import dev.drawbridge.output.store.DesignWriter;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CatalogContractTest {
  static List<Kind> kinds() {
    return Catalog.kinds();
  }

  @Test
  void everyKindThatIsDeclaredIsInTheList() throws Exception {
    List<Kind> declared = new ArrayList<>();
    for (Class<?> type : classesOf("dev.drawbridge.catalog.aws")) {
      for (var field : type.getDeclaredFields()) {
        if (field.getType() == Kind.class && Modifier.isStatic(field.getModifiers())) {
          field.setAccessible(true);
          declared.add((Kind) field.get(null));
        }
      }
    }
    assertThat(Catalog.kinds()).containsExactlyInAnyOrderElementsOf(declared);
  }

  @Test
  void everyGroupHasANameInBothLanguages() {
    for (Group group : Group.values()) {
      assertTold("group." + group.key() + ".name");
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void isNamedAndExplainedInBothLanguages(Kind kind) {
    assertTold("kind." + kind.id() + ".name");
    assertTold("kind." + kind.id() + ".help");
    for (Property<?> property : everyProperty(kind)) {
      assertTold("property." + property.name() + ".name");
      assertTold("property." + property.name() + ".help");
      if (property.type() instanceof PropertyType.Choice<?> choice) {
        for (Enum<?> constant : choice.constants()) {
          assertTold(
              "choice." + property.name() + "." + PropertyType.Choice.key(constant) + ".name");
        }
      }
      if (property.type() instanceof PropertyType.Shaped shaped) {
        assertTold("shape." + shaped.shape() + ".expected");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void isFoundInThePaletteInBothLanguages(Kind kind) {
    assertThat(kind.presets()).isNotEmpty();
    for (Preset preset : kind.presets()) {
      assertThat(preset.kind()).isEqualTo(kind.id());
      assertTold("preset." + preset.key() + ".name");
      assertTold("preset." + preset.key() + ".keywords");
      for (Property<?> property : kind.properties()) {
        assertThat(property.isValidIn(preset.properties())).isTrue();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void standsInAndConnectsKindsThatExist(Kind kind) {
    List<String> places = new ArrayList<>(kind.placedIn());
    places.remove(Kind.TOP);
    places.addAll(kind.spans());
    assertThat(places).allSatisfy(id -> assertThat(Catalog.find(id)).isPresent());
    if (kind.isConnector()) {
      assertThat(Catalog.kinds())
          .anyMatch(from -> Catalog.kinds().stream().anyMatch(to -> kind.mayConnect(from, to)));
      assertThat(kind.placedIn()).isEmpty();
    } else {
      assertThat(kind.placedIn()).isNotEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void hasValidDefaultsThatReachTheFileAndBack(Kind kind) {
    Set<String> names = new HashSet<>();
    for (Property<?> property : kind.properties()) {
      assertThat(names.add(property.name())).as("%s twice", property.name()).isTrue();
    }
    everyProperty(kind).forEach(CatalogContractTest::assertRoundTrip);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void showsADetailWhateverItsProperties(Kind kind) {
    Element element = element(kind);
    assertThat(kind.icon(element)).isNotEmpty();
    String detail = kind.detail(element);
    assertThat(detail == null || detail.strip().equals(detail)).isTrue();
    Fields wrong = Fields.NONE;
    for (Property<?> property : kind.properties()) {
      wrong = wrong.with(property.name(), new Datum.Nothing());
    }
    kind.detail(element.withProperties(wrong));
    kind.icon(element.withProperties(wrong));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void hasItsIcons(Kind kind) {
    List<String> icons = new ArrayList<>(List.of(kind.icon()));
    for (Preset preset : kind.presets()) {
      icons.add(preset.icon());
      icons.add(kind.icon(element(kind).withProperties(preset.properties())));
    }
    assertThat(icons)
        .allSatisfy(icon -> assertThat(Path.of("assets", "icons", icon + ".svg")).isRegularFile());
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void everyPropertyOfAnElementReachesTheFileAndComesBack(Kind kind) {
    List<Element> elements = new ArrayList<>();
    Node end = Node.of(id("end"), "internet", "", new Rect(0, 0, 10, 10));
    elements.add(end);
    for (Preset preset : kind.presets()) {
      Fields all = preset.properties();
      for (Property<?> property : kind.properties()) {
        all = all.get(property.name()) == null ? withDefault(property, all) : all;
      }
      elements.add(
          switch (element(kind)) {
            case Node node ->
                new Node(
                    id(preset.key()),
                    node.kind(),
                    preset.key(),
                    null,
                    node.bounds(),
                    node.spans(),
                    all,
                    false,
                    Fields.NONE);
            case Connector connector ->
                Connector.of(id(preset.key()), connector.kind(), end.id(), end.id())
                    .withProperties(all);
          });
    }
    Document document = Document.of(elements, Settings.NONE, Fields.NONE);
    Outcome<Design> read = DesignReader.read(DesignWriter.write(document), "contract.drawbridge");
    assertThat(read).isInstanceOf(Outcome.Ok.class);
    assertThat(((Outcome.Ok<Design>) read).value().document()).isEqualTo(document);
  }

  private static <T> Fields withDefault(Property<T> property, Fields fields) {
    return property.set(fields, property.fallback());
  }

  private static Element element(Kind kind) {
    return kind.isConnector()
        ? Connector.of(id("c"), kind.id(), id("a"), id("b"))
        : Node.of(id("n"), kind.id(), "", new Rect(0, 0, 10, 10));
  }

  private static <T> void assertRoundTrip(Property<T> property) {
    Fields fields = property.set(Fields.NONE, property.fallback());
    assertThat(property.isValidIn(fields)).as("the default of %s", property.name()).isTrue();
    assertThat(property.in(fields)).isEqualTo(property.fallback());
    assertThat(property.in(Fields.NONE)).isEqualTo(property.fallback());
    for (String suggestion : property.suggestions()) {
      assertThat(property.isValidIn(Fields.NONE.with(property.name(), Datum.of(suggestion))))
          .as("%s of %s", suggestion, property.name())
          .isTrue();
    }
    if (property.type() instanceof PropertyType.Choice<?> choice) {
      for (Enum<?> constant : choice.constants()) {
        Fields chosen =
            Fields.NONE.with(property.name(), Datum.of(PropertyType.Choice.key(constant)));
        assertThat((Object) property.in(chosen)).isSameAs(constant);
      }
    }
  }

  private static List<Property<?>> everyProperty(Kind kind) {
    List<Property<?>> all = new ArrayList<>(kind.properties());
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).type() instanceof PropertyType.Rows rows) {
        all.addAll(rows.columns());
      }
    }
    return all;
  }

  private static void assertTold(String key) {
    for (Language language : Language.values()) {
      assertThat(Messages.in(language).has(key)).as("%s in %s", key, language).isTrue();
      assertThat(Messages.in(language).text(key)).isNotBlank();
    }
  }

  private static ElementId id(String value) {
    return new ElementId(value);
  }

  private static List<Class<?>> classesOf(String name)
      throws IOException, URISyntaxException, ClassNotFoundException {
    URI folder =
        CatalogContractTest.class.getResource("/" + name.replace('.', '/') + "/Vpc.class").toURI();
    List<Class<?>> classes = new ArrayList<>();
    try (Stream<Path> files = Files.list(Path.of(folder).getParent())) {
      for (Path file : files.sorted().toList()) {
        String simple = file.getFileName().toString();
        if (simple.endsWith(".class") && !simple.equals("package-info.class")) {
          classes.add(Class.forName(name + "." + simple.substring(0, simple.length() - 6)));
        }
      }
    }
    return classes;
  }
}
