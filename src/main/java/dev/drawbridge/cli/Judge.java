package dev.drawbridge.cli;

import dev.drawbridge.analyze.Analysis;
import dev.drawbridge.analyze.Policies;
import dev.drawbridge.analyze.Review;
import dev.drawbridge.analyze.policy.Policy;
import dev.drawbridge.base.Outcome;
import dev.drawbridge.model.Document;
import dev.drawbridge.resource.Origin;
import dev.drawbridge.resource.Resource;
import dev.drawbridge.terraform.read.Configuration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Checks designs, all by the same rules on the same day.
///
/// @param shared the policy that takes the place of the designs' own; empty where each counts
/// @param former what a former report says, by file; empty where nobody asked for that
record Judge(
    Optional<Policy> shared,
    RuleChoice choice,
    Optional<Map<String, Former>> former,
    LocalDate today) {
  /// A Terraform configuration that somebody wrote.
  ///
  /// @param beside the policy that lies beside it
  /// @param alone whether this is all that is checked
  Checked check(String name, Configuration configuration, Policy beside, boolean alone) {
    Policy policy = choice.on(shared.map(team -> team.over(beside)).orElse(beside));
    Map<String, Origin.Source> blocks = new LinkedHashMap<>();
    for (Resource resource : configuration.graph().resources().values()) {
      if (resource.origin() instanceof Origin.Source source) {
        blocks.put(resource.address().toString(), source);
      }
    }
    Analysis analysis =
        Analysis.of(configuration.graph(), configuration.issues(), policy, () -> false);
    return new Checked(name, Review.of(analysis, today), before(name, alone), blocks);
  }

  private Optional<Former> before(String name, boolean alone) {
    return former.map(reports -> Former.of(reports, name, alone).orElse(new Former(Set.of())));
  }

  /// @param alone whether this is the only design
  Outcome<Checked> check(String name, Document document, boolean alone) {
    return Policies.of(document, name)
        .map(
            own -> {
              Policy policy = choice.on(shared.map(team -> team.over(own)).orElse(own));
              Analysis analysis = Analysis.of(document, policy, () -> false);
              return new Checked(name, Review.of(analysis, today), before(name, alone));
            });
  }
}
