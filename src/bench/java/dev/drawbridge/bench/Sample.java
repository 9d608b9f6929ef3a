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
  /// Nodes; with the connectors there are two and a half times as many elements.
  @Param({"100", "1000", "10000"})
  public int nodes;

  Document document;
  byte[] file;

  @Setup
  public void design() {
    document = Template.STRESS.design(new Template.Request(Language.ENGLISH, nodes, 7));
    file = DesignWriter.write(document);
  }
}
