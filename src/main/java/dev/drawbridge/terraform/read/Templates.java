package dev.drawbridge.terraform.read;

import dev.drawbridge.base.Reason;
import dev.drawbridge.hcl.TemplatePart;
import dev.drawbridge.resource.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Text put together from parts.
final class Templates {
  /// Characters; longer text is not followed, so that texts cannot double themselves without end.
  static final int MAX_LENGTH = 1_000_000;

  private final Evaluator evaluator;

  Templates(Evaluator evaluator) {
    this.evaluator = evaluator;
  }

  Value join(List<TemplatePart> parts, Names names) {
    if (parts.size() == 1 && parts.getFirst() instanceof TemplatePart.Interpolation(var only, _)) {
      return evaluator.evaluate(only, names);
    }
    Joined joined = new Joined();
    append(parts, names, joined);
    Value unknown = joined.unknown;
    if (unknown == null) {
      return Value.of(joined.text.toString());
    }
    return inParts(parts, names).<Value>map(Value.Template::new).orElse(unknown);
  }

  /// A text in which something stands that nobody knows yet, such as attributes of resources: what is around
  /// them tells something without them. Empty where it is anything else; above all no text of this sort stands in another, so that
  /// they cannot double themselves either.
  private Optional<List<Value>> inParts(List<TemplatePart> parts, Names names) {
    List<Value> values = new ArrayList<>();
    for (TemplatePart part : parts) {
      switch (part) {
        case TemplatePart.Text(String text) -> values.add(Value.of(text));
        case TemplatePart.Interpolation(var value, var trim) -> {
          Value worth = evaluator.worth(value, names);
          Optional<String> text = Texts.of(worth);
          boolean told =
              text.isPresent()
                  || worth instanceof Value.Reference
                  || (worth instanceof Value.Unknown(var reason) && !Unknowns.isFailure(reason));
          if (!told || trim.left() || trim.right()) {
            return Optional.empty();
          }
          values.add(text.<Value>map(Value::of).orElse(worth));
        }
        case TemplatePart.If _, TemplatePart.For _ -> {
          return Optional.empty();
        }
      }
    }
    return Optional.of(values);
  }

  /// What has been put together so far.
  private static final class Joined {
    private final StringBuilder text = new StringBuilder();
    private @Nullable Value unknown;
    private boolean trimming;

    void add(String part) {
      String rest = trimming ? part.stripLeading() : part;
      if (!rest.isEmpty()) {
        trimming = false;
      }
      text.append(rest);
      if (text.length() > MAX_LENGTH) {
        unknown = new Value.Unknown(Reason.of("unknown.long-text", MAX_LENGTH));
      }
    }

    void trim(TemplatePart.Trim trim) {
      if (trim.left()) {
        int end = text.length();
        while (end > 0 && Character.isWhitespace(text.charAt(end - 1))) {
          end--;
        }
        text.setLength(end);
      }
      trimming = trim.right();
    }
  }

  private void append(List<TemplatePart> parts, Names names, Joined joined) {
    for (TemplatePart part : parts) {
      if (joined.unknown != null) {
        return;
      }
      switch (part) {
        case TemplatePart.Text(String text) -> joined.add(text);
        case TemplatePart.Interpolation(var value, var trim) -> {
          joined.trim(new TemplatePart.Trim(trim.left(), false));
          Value worth = evaluator.worth(value, names);
          Optional<String> text = Texts.of(worth);
          if (text.isEmpty()) {
            joined.unknown = Texts.unknown(worth, "text-part");
            return;
          }
          joined.add(text.get());
          joined.trim(new TemplatePart.Trim(false, trim.right()));
        }
        case TemplatePart.If branch -> branch(branch, names, joined);
        case TemplatePart.For loop -> loop(loop, names, joined);
      }
    }
  }

  private void branch(TemplatePart.If branch, Names names, Joined joined) {
    Value condition = evaluator.worth(branch.condition(), names);
    Optional<Boolean> known = Operators.flag(condition);
    if (known.isEmpty()) {
      joined.unknown = Texts.unknown(condition, "condition");
      return;
    }
    joined.trim(branch.begin());
    List<TemplatePart> no = branch.no();
    if (known.get()) {
      append(branch.yes(), names, joined);
      joined.trim(
          new TemplatePart.Trim((no == null ? branch.end() : branch.otherwise()).left(), false));
    } else if (no != null) {
      joined.trim(new TemplatePart.Trim(false, branch.otherwise().right()));
      append(no, names, joined);
      joined.trim(new TemplatePart.Trim(branch.end().left(), false));
    }
    joined.trim(new TemplatePart.Trim(false, branch.end().right()));
  }

  private void loop(TemplatePart.For loop, Names names, Joined joined) {
    Value collection = evaluator.worth(loop.collection(), names);
    Optional<List<Map.Entry<Value, Value>>> rounds = Comprehensions.entries(collection);
    if (rounds.isEmpty()) {
      joined.unknown = Texts.unknown(collection, "for");
      return;
    }
    joined.trim(new TemplatePart.Trim(loop.begin().left(), false));
    for (Map.Entry<Value, Value> round : rounds.get()) {
      joined.trim(new TemplatePart.Trim(false, loop.begin().right()));
      append(loop.body(), Comprehensions.within(names, loop.key(), loop.value(), round), joined);
      joined.trim(new TemplatePart.Trim(loop.end().left(), false));
      if (joined.unknown != null) {
        return;
      }
    }
    joined.trim(new TemplatePart.Trim(false, loop.end().right()));
  }
}
