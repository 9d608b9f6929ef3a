package dev.drawbridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drawbridge.analyze.finding.Severity;
import dev.drawbridge.analyze.finding.Verdict;
import dev.drawbridge.base.Language;
import dev.drawbridge.base.Messages;
import dev.drawbridge.catalog.Catalog;
import dev.drawbridge.catalog.Group;
import dev.drawbridge.catalog.Kind;
import dev.drawbridge.catalog.Preset;
import dev.drawbridge.catalog.Property;
import dev.drawbridge.catalog.PropertyType;
import dev.drawbridge.catalog.Zone;
import dev.drawbridge.edit.template.Template;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;

/// Both languages say the same things, nothing is said that nobody hears, and nothing is asked for that is
/// not there.
class LocalizationTest {
  static final List<String> ROOMS = Messages.ROOMS;

  private static final Path TEXTS =
      Path.of("src", "main", "resources", "dev", "drawbridge", "messages");
  private static final Path CODE = Path.of("src", "main", "java");
  private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\n]|\\\\.)*)\"");

  /// What stands for a word or number of its own; `{0#problem|problems}`, which only chooses a form, does
  /// not count: Korean has no such forms.
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d{1,2})}");

  /// A particle that depends on whether the word before it ends in a consonant must not follow a
  /// placeholder: nobody knows what stands there.
  private static final Pattern PARTICLE =
      Pattern.compile("\\{\\d{1,2}}[”’]?(은|는|이|가|을|를|과|와|으로|로|이나|나|아|야)(?![가-힣])");

  @ParameterizedTest
  @FieldSource("ROOMS")
  void aRoomSaysTheSameInBothLanguages(String room) {
    Properties english = load(room, Language.ENGLISH);
    Properties korean = load(room, Language.KOREAN);
    assertEquals(
        new TreeSet<>(english.stringPropertyNames()), new TreeSet<>(korean.stringPropertyNames()));
    for (String key : english.stringPropertyNames()) {
      assertEquals(
          placeholders(english.getProperty(key)), placeholders(korean.getProperty(key)), key);
    }
  }

  @Test
  void everyFileOfTextsBelongsToARoom() throws IOException {
    Set<String> known =
        ROOMS.stream()
            .flatMap(room -> Stream.of(room + "_en.properties", room + "_ko.properties"))
            .collect(Collectors.toSet());
    try (Stream<Path> files = Files.list(TEXTS)) {
      for (Path file : files.toList()) {
        assertTrue(known.contains(file.getFileName().toString()), file.toString());
      }
    }
  }

  /// Of two, the last would hold, and nobody would know why the first does not.
  @Test
  void noKeyHasTwoTextsInAFile() throws IOException {
    try (Stream<Path> files = Files.list(TEXTS)) {
      for (Path file : files.toList()) {
        Set<String> seen = new TreeSet<>();
        List<String> again =
            Files.readAllLines(file).stream()
                .filter(line -> line.matches("[A-Za-z][^=]*=.*"))
                .map(line -> line.substring(0, line.indexOf('=')).strip())
                .filter(key -> !seen.add(key))
                .toList();
        assertEquals(List.of(), again, file.toString());
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void noTextIsEmptyOrPaddedOrHalfMade(Language language) {
    Messages messages = Messages.in(language);
    for (String key : messages.keys()) {
      String text = messages.text(key);
      assertTrue(!text.isBlank() && text.equals(text.strip()), key);
      assertTrue(!text.contains("TODO") && !text.contains("FIXME"), key);
    }
  }

  @Test
  void koreanDoesNotDependOnParticlesAfterAPlaceholder() {
    Messages messages = Messages.in(Language.KOREAN);
    List<String> dependent =
        messages.keys().stream()
            .filter(key -> PARTICLE.matcher(messages.text(key)).find())
            .map(key -> key + " = " + messages.text(key))
            .toList();
    assertEquals(List.of(), dependent);
  }

  @Test
  void noTextIsUnused() throws IOException {
    Set<String> literals = literals();
    Set<String> composed = composed();
    List<String> unused =
        Messages.in(Language.ENGLISH).keys().stream()
            .filter(key -> !literals.contains(key) && !composed.contains(key))
            .filter(key -> !isPutTogether(key, literals))
            .toList();
    assertEquals(List.of(), unused);
  }

  @Test
  void everyComposedKeyHasAText() {
    Messages messages = Messages.in(Language.ENGLISH);
    assertEquals(List.of(), composed().stream().filter(key -> !messages.has(key)).toList());
  }

  @Test
  void everyKeyInTheCodeHasAText() throws IOException {
    Messages messages = Messages.in(Language.ENGLISH);
    Set<String> families =
        messages.keys().stream()
            .map(key -> key.substring(0, key.indexOf('.') + 1))
            .collect(Collectors.toSet());
    List<String> missing =
        literals().stream()
            .filter(text -> text.matches("[a-z]+(\\.[a-zA-Z0-9_-]+)+"))
            .filter(text -> families.contains(text.substring(0, text.indexOf('.') + 1)))
            .filter(text -> !messages.has(text) && !NO_KEYS.contains(text))
            .toList();
    assertEquals(List.of(), missing);
  }

  /// Texts of the code that look like keys.
  private static final Set<String> NO_KEYS = Set.of("terraform.tfvars.example");

  /// Whether the code has a literal such as `"cli.option."` that begins the key, and literals that make up
  /// the rest of it.
  private static boolean isPutTogether(String key, Set<String> literals) {
    for (int end = key.indexOf('.') + 1; end > 0 && end < key.length(); end++) {
      if (literals.contains(key.substring(0, end)) && consistsOf(key.substring(end), literals)) {
        return true;
      }
    }
    return false;
  }

  private static boolean consistsOf(String text, Set<String> literals) {
    boolean[] reached = new boolean[text.length() + 1];
    reached[0] = true;
    reached[text.length()] = literals.contains(text);
    for (int from = 0; from < text.length(); from++) {
      if (reached[from]) {
        reached[from + 1] |= text.charAt(from) == '.';
        for (int to = from + 2; to <= text.length(); to++) {
          reached[to] |= literals.contains(text.substring(from, to));
        }
      }
    }
    return reached[text.length()];
  }

  /// Keys that are put together from the lists of what there is.
  private static Set<String> composed() {
    Set<String> keys = new TreeSet<>();
    for (Kind kind : Catalog.kinds()) {
      keys.add("kind." + kind.id() + ".name");
      keys.add("kind." + kind.id() + ".help");
      kind.properties().forEach(property -> property(property, keys));
      kind.sections().stream()
          .filter(section -> !section.key().isEmpty())
          .forEach(section -> keys.add("section." + section.key() + ".name"));
    }
    for (Preset preset : Catalog.presets()) {
      keys.add("preset." + preset.key() + ".name");
      keys.add("preset." + preset.key() + ".keywords");
    }
    for (Group group : Group.values()) {
      keys.add("group." + group.key() + ".name");
    }
    for (Severity severity : Severity.values()) {
      keys.add("severity." + severity.key() + ".name");
    }
    for (Verdict verdict : Verdict.values()) {
      keys.add("verdict." + verdict.key() + ".name");
    }
    for (Zone zone : Zone.values()) {
      keys.add("zone." + zone.key() + ".name");
    }
    for (Template template : Template.values()) {
      keys.add("template." + template.key() + ".name");
      keys.add("template." + template.key() + ".help");
    }
    return keys;
  }

  private static void property(Property<?> property, Set<String> keys) {
    keys.add("property." + property.name() + ".name");
    keys.add("property." + property.name() + ".help");
    switch (property.type()) {
      case PropertyType.Shaped shaped -> keys.add("shape." + shaped.shape() + ".expected");
      case PropertyType.Choice<?> choice ->
          choice
              .constants()
              .forEach(
                  one ->
                      keys.add(
                          "choice."
                              + property.name()
                              + "."
                              + PropertyType.Choice.key(one)
                              + ".name"));
      case PropertyType.Rows rows -> rows.columns().forEach(column -> property(column, keys));
      case PropertyType.Text _, PropertyType.Whole _, PropertyType.Flag _ -> {}
    }
  }

  private static Set<String> literals() throws IOException {
    Set<String> found = new LinkedHashSet<>();
    try (Stream<Path> files = Files.walk(CODE)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).sorted().toList()) {
        Matcher matcher = LITERAL.matcher(Files.readString(file));
        while (matcher.find()) {
          found.add(matcher.group(1));
        }
      }
    }
    return found;
  }

  private static Set<String> placeholders(String text) {
    Set<String> found = new TreeSet<>();
    Matcher matcher = PLACEHOLDER.matcher(text);
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }

  private static Properties load(String room, Language language) {
    Properties texts = new Properties();
    Path file = TEXTS.resolve(room + "_" + language.tag() + ".properties");
    if (Files.exists(file)) {
      try (Reader reader = Files.newBufferedReader(file)) {
        texts.load(reader);
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    }
    return texts;
  }
}
