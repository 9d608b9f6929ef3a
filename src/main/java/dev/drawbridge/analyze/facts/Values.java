package dev.drawbridge.analyze.facts;

import dev.drawbridge.base.Reason;
import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.DataSource;
import dev.drawbridge.resource.JsonText;
import dev.drawbridge.resource.Resource;
import dev.drawbridge.resource.ResourceGraph;
import dev.drawbridge.resource.UsualPorts;
import dev.drawbridge.resource.Value;
import dev.drawbridge.resource.Variable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Follows variables and locals to what they stand for, and references to what they lead to.
final class Values {
  /// Longer chains of names than this are taken for a circle.
  private static final int DEPTH = 32;

  /// More names than this are not followed for one argument: ten lines that each name the one before
  /// twice are a thousand.
  private static final int STEPS = 20_000;

  /// Longer texts than this, in UTF-16 units, are not put together.
  private static final int LENGTH = 1_000_000;

  private static final Value NOTHING = new Value.Null();

  private final ResourceGraph graph;

  Values(ResourceGraph graph) {
    this.graph = graph;
  }

  /// The value with names followed: a literal, a list of such, a reference to a
  /// resource of the graph, or unknown.
  Value resolve(@Nullable Value value) {
    return switch (value) {
      case null -> NOTHING;
      case Value.Text _, Value.Number _, Value.Flag _, Value.Mapping _ -> value;
      default -> new Walk().resolve(value, DEPTH);
    };
  }

  /// What JSON inside an argument amounts to, whether it is written as text or by `jsonencode`.
  Value json(@Nullable Value value) {
    Value written = value == null ? new Value.Null() : value;
    for (int depth = DEPTH; depth > 0; depth--) {
      switch (written) {
        case Value.Call(String function, List<Value> arguments)
            when function.equals("jsonencode") && arguments.size() == 1 -> {
          return resolve(arguments.getFirst());
        }
        // The third argument is what the reader of the configuration made of it.
        case Value.Call(String function, List<Value> arguments)
            when function.equals("templatefile") && arguments.size() == 3 ->
            written = arguments.getLast();
        case Value.Symbol(String path) when path.startsWith("local.") -> {
          Value local = graph.locals().get(path.substring("local.".length()));
          written = local == null ? new Value.Unknown(Reason.of("unknown.not-told", path)) : local;
        }
        case Value.Template(List<Value> parts) -> {
          return parsed(withHoles(parts));
        }
        case Value other -> {
          Value worth = resolve(other);
          return worth instanceof Value.Text(String text) ? parsed(text) : worth;
        }
      }
    }
    return new Value.Unknown(Reason.of("unknown.circles"));
  }

  private static Value parsed(String text) {
    return JsonText.read(text).orElseGet(() -> new Value.Unknown(Reason.of("unknown.not-json")));
  }

  /// The text with a mark for each part that is not known.
  private String withHoles(List<Value> parts) {
    StringBuilder text = new StringBuilder();
    for (Value part : parts) {
      Value worth = new Walk().joined(List.of(part), DEPTH);
      text.append(worth instanceof Value.Text(String known) ? known : JsonText.HOLE);
    }
    return text.toString();
  }

  /// What an attribute of another resource is worth where the graph says so: an argument of that
  /// resource.
  Value attribute(Value.Reference reference) {
    return new Walk().attribute(reference, DEPTH);
  }

  /// The IPv6 block that stands in for the one that AWS will give a VPC.
  private Optional<Value> chosenByAws(Resource resource) {
    return switch (resource.type()) {
      case "aws_vpc", "aws_default_vpc" ->
          Optional.of(Value.of(Blocks.standingIn(resource.address()).toString()));
      case "aws_vpc_ipv6_cidr_block_association" ->
          resource.get("vpc_id") instanceof Value.Reference vpc
              ? Optional.of(Value.of(Blocks.standingIn(vpc.target()).toString()))
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  private Value follow(Value.Reference reference) {
    return graph.resources().containsKey(reference.target())
        ? reference
        : new Value.Unknown(Reason.of("unknown.elsewhere", reference.target()));
  }

  /// One question, however many names lead from one to the next.
  private final class Walk {
    private int steps = STEPS;

    private Value resolve(Value value, int depth) {
      if (depth <= 0 || steps <= 0) {
        return new Value.Unknown(Reason.of("unknown.circles"));
      }
      return switch (value) {
        case Value.Text _,
            Value.Number _,
            Value.Flag _,
            Value.Null _,
            Value.Unknown _,
            Value.Mapping _ ->
            value;
        case Value.Items(List<Value> values) -> items(values, depth);
        case Value.Reference reference -> follow(reference);
        case Value.Symbol(String path) -> named(path, depth);
        case Value.Template(List<Value> parts) -> joined(parts, depth);
        case Value.Call(String function, List<Value> arguments) ->
            called(function, arguments, depth);
      };
    }

    private Value items(List<Value> values, int depth) {
      List<Value> all = new ArrayList<>(values.size());
      for (Value one : values) {
        all.add(resolve(one, depth - 1));
      }
      return new Value.Items(all);
    }

    private Value attribute(Value.Reference reference, int depth) {
      Resource resource = graph.resources().get(reference.target());
      if (resource == null) {
        return known(reference);
      }
      steps--;
      Value given = resource.get(reference.attribute());
      if (given != null) {
        return resolve(given, depth - 1);
      }
      Optional<Value> chosen =
          switch (reference.attribute()) {
            case "ipv6_cidr_block" -> chosenByAws(resource);
            case "port" -> usualPort(resource, depth);
            default -> Optional.empty();
          };
      return chosen.orElseGet(() -> known(reference));
    }

    private Optional<Value> usualPort(Resource resource, int depth) {
      Value engine = resource.get("engine");
      return UsualPorts.of(
              resource.type(),
              engine != null && resolve(engine, depth - 1) instanceof Value.Text(String name)
                  ? name
                  : "")
          .map(Value::of);
    }

    private Value named(String path, int depth) {
      steps--;
      if (path.startsWith("local.")) {
        Value local = graph.locals().get(path.substring("local.".length()));
        return local == null
            ? new Value.Unknown(Reason.of("unknown.not-told", path))
            : resolve(local, depth - 1);
      }
      if (path.startsWith("var.")) {
        Variable variable = graph.variables().get(path.substring("var.".length()));
        Value fallback = variable == null ? null : variable.fallback();
        return fallback == null
            ? new Value.Unknown(Reason.of("unknown.no-default", path))
            : resolve(fallback, depth - 1);
      }
      if (path.startsWith("data.")) {
        String[] parts = path.split("\\.", 4);
        DataSource source =
            parts.length < 4 ? null : graph.data().get(new Address(parts[1], parts[2]));
        Value told = source == null ? null : source.body().get(parts[3]);
        return told == null
            ? new Value.Unknown(Reason.of("unknown.only-aws", path))
            : resolve(told, depth - 1);
      }
      return new Value.Unknown(Reason.of("unknown.before-terraform", path));
    }

    private Value joined(List<Value> parts, int depth) {
      StringBuilder text = new StringBuilder();
      for (Value part : parts) {
        if (text.length() > LENGTH) {
          return new Value.Unknown(Reason.of("unknown.endless"));
        }
        Value worth = resolve(part, depth - 1);
        switch (worth instanceof Value.Reference reference
            ? attribute(reference, depth - 1)
            : worth) {
          case Value.Text(String value) -> text.append(value);
          case Value.Number(var value) -> text.append(value.toPlainString());
          case Value.Flag(boolean value) -> text.append(value);
          case Value.Unknown unknown -> {
            return unknown;
          }
          case Value.Reference reference -> {
            return known(reference);
          }
          case Value.Null _,
              Value.Items _,
              Value.Mapping _,
              Value.Symbol _,
              Value.Template _,
              Value.Call _ -> {
            return new Value.Unknown(Reason.of("unknown.no-text"));
          }
        }
      }
      return Value.of(text.toString());
    }

    private Value called(String function, List<Value> arguments, int depth) {
      return switch (function) {
        case "tolist", "toset", "tostring", "tonumber", "tobool", "sensitive", "nonsensitive" ->
            arguments.size() == 1
                ? resolve(arguments.getFirst(), depth - 1)
                : new Value.Unknown(Reason.of("unknown.one-value", function));
        case "cidrsubnet" -> subnet(arguments, depth);
        default -> new Value.Unknown(Reason.of("unknown.function", function));
      };
    }

    /// `cidrsubnet(prefix, newbits, netnum)`.
    private Value subnet(List<Value> arguments, int depth) {
      List<Value> known = new ArrayList<>();
      for (Value argument : arguments) {
        Value worth = resolve(argument, depth - 1);
        known.add(worth instanceof Value.Reference to ? attribute(to, depth - 1) : worth);
      }
      for (Value one : known) {
        if (one instanceof Value.Unknown unknown) {
          return unknown;
        }
      }
      if (known.size() == 3
          && known.get(0) instanceof Value.Text(String prefix)
          && known.get(1) instanceof Value.Number(BigDecimal bits)
          && known.get(2) instanceof Value.Number(BigDecimal number)) {
        Optional<Value> found =
            Blocks.part(prefix, bits, number).map(block -> Value.of(block.toString()));
        if (found.isPresent()) {
          return found.get();
        }
      }
      return new Value.Unknown(Reason.of("unknown.cidrsubnet"));
    }
  }

  /// What to say of an attribute that only AWS will know.
  static Value.Unknown known(Value.Reference reference) {
    return new Value.Unknown(
        Reason.of("unknown.after-apply", reference.target() + "." + reference.attribute()));
  }
}
