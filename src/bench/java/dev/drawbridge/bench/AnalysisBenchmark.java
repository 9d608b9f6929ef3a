package dev.drawbridge.bench;

import dev.drawbridge.analyze.Analysis;
import org.openjdk.jmh.annotations.Benchmark;

/// Everything that `validate` computes: lowering, the network, who reaches whom, all rules.
public class AnalysisBenchmark {
  @Benchmark
  public Analysis validate(Sample sample) {
    return Analysis.of(sample.document);
  }
}
