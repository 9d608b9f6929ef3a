package dev.drawbridge.bench;

import dev.drawbridge.base.Outcome;
import dev.drawbridge.resource.ResourceGraph;
import dev.drawbridge.translate.Lowerer;
import org.openjdk.jmh.annotations.Benchmark;

/// From the drawing to the resources that Terraform would make.
public class TranslationBenchmark {
  @Benchmark
  public Outcome<ResourceGraph> lower(Sample sample) {
    return Lowerer.lower(sample.document);
  }
}
