package dev.drawbridge.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.drawbridge.base.Language;
import dev.drawbridge.catalog.Catalog;
import dev.drawbridge.edit.template.Template;
import dev.drawbridge.output.store.DesignWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Holds what `drawbridge schema` prints against a validator that others wrote.
class DesignSchemaTest {
  private static final Schema DESIGNS = compiled(new Shell().run("schema").expect(0).out());

  static Stream<Path> samples() throws IOException {
    return Files.list(Path.of("assets", "samples"));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void everySampleIsValid(Path sample) throws IOException {
    assertEquals(List.of(), DESIGNS.validate(Files.readString(sample), InputFormat.JSON));
  }

  @Test
  void aStressDesignIsValid() {
    byte[] design =
        DesignWriter.write(Template.STRESS.design(new Template.Request(Language.ENGLISH, 200, 3)));
    assertEquals(
        List.of(), DESIGNS.validate(new String(design, StandardCharsets.UTF_8), InputFormat.JSON));
  }

  @Test
  void theSchemaItselfIsValidInBothLanguages() {
    Schema schemas =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
    for (String language : List.of("en", "ko")) {
      String schema = new Shell().run("schema", "--lang", language).expect(0).out();
      assertEquals(List.of(), schemas.validate(schema, InputFormat.JSON));
    }
  }

  @Test
  void everyKindAndEveryPropertyHasItsPlace() {
    String schema = new Shell().run("schema").out();
    Catalog.kinds()
        .forEach(
            kind -> {
              assertTrue(schema.contains("\"#/$defs/" + kind.id() + "\""), kind.id());
              kind.properties()
                  .forEach(
                      property ->
                          assertTrue(
                              schema.contains("\"" + property.name() + "\""), property.name()));
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"id\": \"a\", \"kind\": \"aws.vpc\"}",
        "{\"id\": \"a\", \"kind\": \"aws.vpc\", \"bounds\": [1, 2, 3]}",
        "{\"id\": \"a\", \"kind\": \"aws.vpc\", \"bounds\": [1, 2, 3, -4]}",
        "{\"id\": \"a b\", \"kind\": \"aws.vpc\", \"bounds\": [1, 2, 3, 4]}",
        "{\"id\": \"a\", \"kind\": \"traffic\", \"source\": \"b\"}",
        "{\"id\": \"a\", \"kind\": \"aws.alb\", \"bounds\": [1, 2, 3, 4],"
            + " \"properties\": {\"scheme\": \"sideways\"}}",
        "{\"id\": \"a\", \"kind\": \"aws.rds\", \"bounds\": [1, 2, 3, 4],"
            + " \"properties\": {\"backupRetention\": 36}}",
      })
  void whatTheReaderOrTheCatalogueRefusesIsInvalid(String element) {
    String design = "{\"schemaVersion\": 1, \"elements\": [" + element + "]}";
    assertFalse(DESIGNS.validate(design, InputFormat.JSON).isEmpty());
  }

  @Test
  void whatALaterVersionMayAddIsValid() {
    String design =
        """
        {"schemaVersion": 2, "minReaderVersion": 1, "later": {}, "elements": [
          {"id": "a", "kind": "later.kind", "bounds": [1, 2, 3, 4], "glow": 3,
           "properties": {"any": []}}]}
        """;
    assertEquals(List.of(), DESIGNS.validate(design, InputFormat.JSON));
  }

  private static Schema compiled(String schema) {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(schema, InputFormat.JSON);
  }
}
