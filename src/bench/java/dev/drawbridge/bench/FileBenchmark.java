package dev.drawbridge.bench;

import dev.drawbridge.base.Outcome;
import dev.drawbridge.output.store.Design;
import dev.drawbridge.output.store.DesignReader;
import dev.drawbridge.output.store.DesignWriter;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reading and writing a design, next to what bare Jackson takes for the same bytes.
public class FileBenchmark {
  private static final JsonMapper JSON = JsonMapper.shared();

  @State(Scope.Benchmark)
  public static class Tree {
    JsonNode root;

    @Setup
    public void read(Sample sample) {
      root = JSON.readTree(sample.file);
    }
  }

  @Benchmark
  public Outcome<Design> open(Sample sample) {
    return DesignReader.read(sample.file, "sample.drawbridge");
  }

  @Benchmark
  public JsonNode openBareJackson(Sample sample) {
    return JSON.readTree(sample.file);
  }

  @Benchmark
  public byte[] save(Sample sample) {
    return DesignWriter.write(sample.document);
  }

  @Benchmark
  public byte[] saveBareJackson(Sample sample, Tree tree) {
    return JSON.writeValueAsBytes(tree.root);
  }
}
