package dev.drawbridge.bench;

import dev.drawbridge.analyze.Analysis;
import dev.drawbridge.analyze.Analyst;
import dev.drawbridge.catalog.aws.Traffic;
import dev.drawbridge.catalog.aws.WasTier;
import dev.drawbridge.edit.Delete;
import dev.drawbridge.edit.Edit;
import dev.drawbridge.edit.Edits;
import dev.drawbridge.edit.Move;
import dev.drawbridge.edit.SetProperty;
import dev.drawbridge.edit.template.Stress;
import dev.drawbridge.model.Connector;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.Node;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// Everything that `validate` computes: lowering, the network, who reaches whom, all rules; from scratch
/// and after one edit.
public class AnalysisBenchmark {
  /// A design that is worked on.
  @State(Scope.Benchmark)
  public static class Work {
    /// Nodes and connectors together.
    @Param({"100", "1000", "10000"})
    public int elements;

    Document design;
    Step port;
    Step arrow;
    Step place;

    @Setup
    public void design() {
      design = Sample.design(elements);
      prepare();
    }

    final void prepare() {
      Node tier = tier(design);
      Connector into =
          design.connectorsOf(tier.id()).stream()
              .filter(one -> one.kind().equals(Traffic.KIND.id()))
              .findFirst()
              .orElseThrow();
      port = new Step(design, SetProperty.of(tier.id(), WasTier.PORT, 9000));
      arrow = new Step(design, Delete.of(into.id()));
      place = new Step(design, Move.of(tier.id(), 8, 8));
    }

    private static Node tier(Document design) {
      return design.nodes().stream()
          .filter(node -> node.kind().equals(WasTier.KIND.id()))
          .findFirst()
          .orElseThrow();
    }
  }

  /// As many elements in a single VPC: one island, of which every edit changes all.
  @State(Scope.Benchmark)
  public static class OneVpc {
    @Param({"1000", "10000"})
    public int elements;

    Work work = new Work();

    @Setup
    public void design() {
      work.elements = elements;
      work.design = Stress.oneVpc(Sample.nodes(elements), Sample.SEED);
      work.prepare();
    }
  }

  /// Does and undoes an edit in turns, and has somebody look each time.
  static final class Step {
    private final Document before;
    private final Document after;
    private final Analyst analyst = new Analyst();
    private boolean done;

    Step(Document design, Edit edit) {
      before = design;
      after = Edits.apply(design, edit).document();
    }

    Analysis next() {
      done = !done;
      return analyst.analyse(done ? after : before, () -> false);
    }
  }

  @Benchmark
  public Analysis validate(Work work) {
    return Analysis.of(work.design);
  }

  @Benchmark
  public Analysis validateAfterPortChanged(Work work) {
    return work.port.next();
  }

  @Benchmark
  public Analysis validateAfterArrowChanged(Work work) {
    return work.arrow.next();
  }

  @Benchmark
  public Analysis validateAfterMove(Work work) {
    return work.place.next();
  }

  @Benchmark
  public Analysis validateOneVpc(OneVpc one) {
    return Analysis.of(one.work.design);
  }

  @Benchmark
  public Analysis validateOneVpcAfterPortChanged(OneVpc one) {
    return one.work.port.next();
  }

  @Benchmark
  public Analysis validateOneVpcAfterArrowChanged(OneVpc one) {
    return one.work.arrow.next();
  }
}
