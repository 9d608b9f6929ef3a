package dev.drawbridge.analyze;

import dev.drawbridge.analyze.island.Island;
import dev.drawbridge.analyze.island.Islands;
import dev.drawbridge.analyze.policy.Policy;
import dev.drawbridge.analyze.rules.Subject;
import dev.drawbridge.base.Outcome;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.Element;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.resource.ResourceGraph;
import dev.drawbridge.translate.Lowerer;
import dev.drawbridge.translate.Overall;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Gives the part of a design that hangs together with some elements, for questions about them: most are
/// about one island, and packets from one to another leave both. Keeps what was asked for last.
final class Whereabouts implements Function<List<ElementId>, Subject> {
  private final Document design;
  private final Islands islands;
  private final Overall overall;
  private final Policy policy;
  private @Nullable Set<ElementId> asked;
  private @Nullable Subject answer;

  Whereabouts(Document design, Islands islands, Overall overall, Policy policy) {
    this.design = design;
    this.islands = islands;
    this.overall = overall;
    this.policy = policy;
  }

  @Override
  public Subject apply(List<ElementId> elements) {
    Set<ElementId> wanted = new HashSet<>(elements);
    for (Island island : islands.around(Set.copyOf(elements))) {
      island.elements().forEach(element -> wanted.add(element.id()));
    }
    Subject known = answer;
    if (known == null || !wanted.equals(asked)) {
      List<Element> part = new ArrayList<>();
      design.elements().values().stream()
          .filter(element -> wanted.contains(element.id()))
          .forEach(part::add);
      Document document = Document.of(part, design.settings(), design.extras());
      ResourceGraph graph =
          switch (Lowerer.lower(document, overall)) {
            case Outcome.Ok<ResourceGraph>(ResourceGraph made, var _) -> made;
            case Outcome.Failed<ResourceGraph> _ -> ResourceGraph.EMPTY;
          };
      known = Subject.of(document, graph, policy, () -> false);
      answer = known;
      asked = wanted;
    }
    return known;
  }
}
