package dev.drawbridge.cli;

import dev.drawbridge.analyze.Detour;
import dev.drawbridge.analyze.TrafficPaths;
import dev.drawbridge.analyze.finding.Cause;
import dev.drawbridge.analyze.finding.Hop;
import dev.drawbridge.analyze.finding.Verdict;
import dev.drawbridge.base.Messages;
import dev.drawbridge.network.PortSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The answer to whether packets get somewhere, for people and for programs.
final class PathReport {
  private PathReport() {}

  static void text(PathCommand.Question question, TrafficPaths.Answer answer, Console console) {
    String from =
        question.from().map(Ends.End::toString).orElse(console.text("kind.internet.name"));
    console.line(
        from
            + " → "
            + question.to()
            + ", "
            + traffic(question)
            + ": "
            + console.text("cli.path." + word(answer.verdict())));
    for (Hop hop : answer.hops()) {
      console.line("  " + hop.text(console.messages()));
      causes("    · ", hop.admitted(), console);
    }
    causes("  " + console.text("cli.path.limit") + " ", answer.limits(), console);
    causes("  " + console.text("cli.path.hangs_on") + " ", answer.unknown(), console);
    causes("  " + console.text("cli.report.blocker") + " ", answer.blockers(), console);
    for (Detour detour : answer.detours()) {
      console.line("  " + console.text("cli.path.detour", through(detour, console.messages())));
      for (Detour.Leg leg : detour.legs()) {
        console.line(
            "    "
                + leg.to().text(console.messages())
                + ": "
                + console.text("cli.path." + word(leg.verdict())));
        causes("      " + console.text("cli.report.blocker") + " ", leg.blockers(), console);
        causes("      " + console.text("cli.path.hangs_on") + " ", leg.unknown(), console);
      }
    }
    if (!answer.open().isEmpty()) {
      console.line("  " + console.text("cli.path.open", answer.open()));
    }
  }

  static String json(
      PathCommand.Question question,
      TrafficPaths.Answer answer,
      String version,
      Messages messages) {
    JsonProof proof = new JsonProof(messages);
    ObjectNode root = Json.object();
    root.putObject("tool").put("name", "drawbridge").put("version", version);
    root.put("language", messages.language().tag());
    root.put("file", question.file());
    ObjectNode from = root.putObject("from");
    question.from().ifPresent(end -> from.put("id", end.id()));
    from.put(
        "name", question.from().map(Ends.End::name).orElse(messages.text("kind.internet.name")));
    ObjectNode to = root.putObject("to");
    to.put("id", question.to().id()).put("name", question.to().name());
    root.put("protocol", question.asked().protocol().toString());
    if (!question.asked().ports().equals(PortSet.ALL)) {
      root.put("port", question.asked().ports().first());
    }
    root.put("answer", word(answer.verdict()));
    proof.hops(root.putArray("path"), answer.hops());
    proof.causes(root.putArray("limits"), answer.limits());
    proof.causes(root.putArray("blockers"), answer.blockers());
    ArrayNode detours = root.putArray("detours");
    for (Detour detour : answer.detours()) {
      ArrayNode legs = detours.addObject().putArray("legs");
      for (Detour.Leg leg : detour.legs()) {
        ObjectNode one = legs.addObject();
        proof.hop(one.putObject("to"), leg.to());
        one.put("answer", word(leg.verdict()));
        proof.causes(one.putArray("blockers"), leg.blockers());
        proof.causes(one.putArray("unknown"), leg.unknown());
      }
    }
    proof.causes(root.putArray("unknown"), answer.unknown());
    root.put("open", answer.open().isEmpty() ? "" : answer.open().toString());
    return Json.text(root);
  }

  /// As in JSON and in message keys.
  private static String word(Verdict verdict) {
    return switch (verdict) {
      case PROVEN -> "passes";
      case REFUTED -> "blocked";
      case UNKNOWN -> "unknown";
    };
  }

  private static String traffic(PathCommand.Question question) {
    String protocol = question.asked().protocol().toString().toLowerCase(Locale.ROOT);
    return Optional.of(question.asked().ports())
        .filter(ports -> !ports.equals(PortSet.ALL))
        .map(ports -> protocol + " " + ports)
        .orElse(protocol);
  }

  /// The load balancers on the way.
  private static String through(Detour detour, Messages messages) {
    return detour.legs().subList(0, detour.legs().size() - 1).stream()
        .map(leg -> leg.to().label().text(messages))
        .collect(Collectors.joining(" → "));
  }

  private static void causes(String before, List<Cause> causes, Console console) {
    causes.forEach(cause -> console.line(before + cause.text(console.messages())));
  }
}
