package dev.drawbridge.output.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ExporterListTest {
  @Test
  void everyExporterIsInTheList() {
    var written =
        new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("dev.drawbridge")
                .stream()
                .filter(type -> type.isAssignableTo(Exporter.class) && !type.isInterface())
                .map(JavaClass::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    var listed =
        Exporter.ALL.stream()
            .map(exporter -> exporter.getClass().getName())
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(written, listed);
  }
}
