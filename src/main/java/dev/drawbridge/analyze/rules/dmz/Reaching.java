package dev.drawbridge.analyze.rules.dmz;

import dev.drawbridge.analyze.facts.Standing;
import dev.drawbridge.analyze.rules.Component;
import dev.drawbridge.analyze.rules.Exposure;
import dev.drawbridge.analyze.rules.Subject;
import dev.drawbridge.network.Answer;
import dev.drawbridge.network.Ref;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// Whom a component can open sessions with, without help of a load balancer.
final class Reaching {
  private Reaching() {}

  /// What the component can open, or may be able to, by the component that it opens it with.
  static Map<Component, Exposure> from(
      Subject subject, Component source, Predicate<Component> wanted) {
    Map<Component, List<Answer>> found = new LinkedHashMap<>();
    for (Standing.Face face : source.faces()) {
      for (Answer answer : subject.neighbours(face.ref())) {
        // One neighbour speaks for all that are alike, which may belong to different components.
        for (Ref alike : subject.alike(answer.to())) {
          subject
              .componentOfFace(alike)
              .filter(to -> !to.equals(source) && wanted.test(to))
              .ifPresent(
                  to ->
                      found
                          .computeIfAbsent(to, _ -> new ArrayList<>())
                          .add(
                              new Answer(answer.from(), alike, answer.asked(), answer.ways())));
        }
      }
    }
    Map<Component, Exposure> all = new LinkedHashMap<>();
    found.forEach((to, answers) -> all.put(to, new Exposure(answers.stream().distinct().toList())));
    return all;
  }
}
