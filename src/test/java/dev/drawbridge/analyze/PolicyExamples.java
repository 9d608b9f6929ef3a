package dev.drawbridge.analyze;

import static dev.drawbridge.analyze.Designs.network;
import static dev.drawbridge.analyze.Example.DAY;
import static dev.drawbridge.analyze.Example.passing;
import static dev.drawbridge.analyze.Example.violating;

import dev.drawbridge.analyze.policy.Policy;
import dev.drawbridge.analyze.policy.Suppression;
import java.util.List;

/// Examples of the rules on policies.
final class PolicyExamples {
  private PolicyExamples() {}

  /// A load balancer in one zone (LB-004), which is accepted until DAY plus so many days.
  private static Designs accepted(String element, int days) {
    return network()
        .publicAlb("alb", "public-a")
        .under(
            Policy.DEFAULT.with(new Suppression("LB-004", element, "a trial", DAY.plusDays(days))));
  }

  static final List<Example> ALL =
      List.of(
          violating("SUP-001", "one whose last day was yesterday", accepted("alb", -1), "alb"),
          passing("SUP-001", "one whose last day is today", accepted("alb", 0)),
          violating("SUP-002", "one of an element that is in order", accepted("igw", 9), "igw"),
          violating(
              "SUP-002",
              "two of one element, each of another rule",
              network()
                  .under(
                      Policy.DEFAULT
                          .with(new Suppression("DMZ-001", "igw", "a trial", DAY))
                          .with(new Suppression("DMZ-002", "igw", "a trial", DAY))),
              "igw"),
          passing("SUP-002", "one that has expired, which is told already", accepted("igw", -1)),
          passing("SUP-002", "one that is needed", accepted("alb", 9)));
}
