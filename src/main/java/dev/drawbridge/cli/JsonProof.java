package dev.drawbridge.cli;

import dev.drawbridge.analyze.finding.Cause;
import dev.drawbridge.analyze.finding.Hop;
import dev.drawbridge.base.Messages;
import dev.drawbridge.model.ElementId;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Paths and what lets packets pass or blocks them, for programs.
record JsonProof(Messages messages) {
  void hops(ArrayNode out, List<Hop> hops) {
    hops.forEach(hop -> hop(out.addObject(), hop));
  }

  void hop(ObjectNode out, Hop hop) {
    out.put("name", hop.label().text(messages));
    if (hop.element() != null) {
      out.put("element", hop.element().value());
    }
    if (!hop.port().isEmpty()) {
      out.put("port", hop.port());
    }
    causes(out.putArray("admittedBy"), hop.admitted());
  }

  void causes(ArrayNode out, List<Cause> causes) {
    for (Cause cause : causes) {
      ObjectNode one = out.addObject();
      one.put("message", cause.text(messages));
      strings(one.putArray("elements"), cause.elements().stream().map(ElementId::value).toList());
      if (cause.property() != null) {
        one.put("property", cause.property());
      }
    }
  }

  static void strings(ArrayNode out, List<String> texts) {
    texts.forEach(out::add);
  }
}
