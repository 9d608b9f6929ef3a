package dev.drawbridge.bench;

import dev.drawbridge.base.Language;
import dev.drawbridge.edit.template.Template;
import dev.drawbridge.model.Document;
import dev.drawbridge.output.store.DesignWriter;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// A generated design of a given size, the same in every run.
@State(Scope.Benchmark)
public class Sample {
  static final long SEED = 7;

  /// Nodes and connectors together: three connectors for every two nodes.
  @Param({"100", "1000", "10000"})
  public int elements;

  Document document;
  byte[] file;

  @Setup
  public void design() {
    document = design(elements);
    file = DesignWriter.write(document);
  }

  static Document design(int elements) {
    return Template.STRESS.design(new Template.Request(Language.ENGLISH, nodes(elements), SEED));
  }

  static int nodes(int elements) {
    return elements * 2 / 5;
  }
}
