package dev.drawbridge.terraform.read;

import dev.drawbridge.base.Issue;
import dev.drawbridge.base.Outcome;
import dev.drawbridge.base.Place;
import dev.drawbridge.hcl.Attribute;
import dev.drawbridge.hcl.Block;
import dev.drawbridge.hcl.Body;
import dev.drawbridge.hcl.Expression;
import dev.drawbridge.hcl.Identifiers;
import dev.drawbridge.hcl.ParsedFile;
import dev.drawbridge.hcl.Parser;
import dev.drawbridge.hcl.Span;
import dev.drawbridge.terraform.read.JsonSyntax.At;
import dev.drawbridge.terraform.read.JsonSyntax.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/// Terraform's configuration in JSON, `*.tf.json`, as the blocks that the native syntax would have. Texts are
/// templates, but where Terraform takes them as they are: the defaults of variables, the sources of modules, and
/// all of a `*.tfvars.json`.
///
/// Which objects are blocks and which are maps only the provider's schema tells; here a list of objects is
/// blocks, and an object is one, but for the arguments that are known to be maps.
///
/// Source: Terraform, JSON Configuration Syntax.
final class JsonConfiguration {
  /// The name of what is a comment.
  private static final String COMMENT = "//";

  /// How many labels the blocks of the outermost level have.
  private static final Map<String, Integer> LABELS =
      Map.of(
          "resource",
          2,
          "data",
          2,
          "ephemeral",
          2,
          "provider",
          1,
          "variable",
          1,
          "output",
          1,
          "module",
          1,
          "check",
          1);

  /// Arguments of resources and data sources of AWS that are maps.
  private static final Set<String> MAPS =
      Set.of(
          "tags",
          "tags_all",
          "volume_tags",
          "parameters",
          "variables",
          "vars",
          "triggers",
          "keepers",
          "options",
          "input",
          "query",
          "labels",
          "default_arguments",
          "request_parameters",
          "request_templates",
          "response_parameters",
          "response_templates");

  private final String file;
  private final List<Issue> issues = new ArrayList<>();

  private JsonConfiguration(String file) {
    this.file = file;
  }

  static ParsedFile parse(String file, String text) {
    return switch (JsonSyntax.read(file, text)) {
      case Outcome.Failed<Node>(List<Issue> issues) -> new ParsedFile(Body.EMPTY, issues);
      case Outcome.Ok<Node>(Node node, var _) -> {
        JsonConfiguration json = new JsonConfiguration(file);
        List<Body.Item> items = new ArrayList<>();
        json.top(node, items);
        yield new ParsedFile(new Body(items), json.issues);
      }
    };
  }

  /// Values for variables.
  static ParsedFile values(String file, String text) {
    return switch (JsonSyntax.read(file, text)) {
      case Outcome.Failed<Node>(List<Issue> issues) -> new ParsedFile(Body.EMPTY, issues);
      case Outcome.Ok<Node>(Node node, var _) -> {
        JsonConfiguration json = new JsonConfiguration(file);
        List<Body.Item> items = new ArrayList<>();
        for (Node.Members members : json.objects(node)) {
          members
              .entries()
              .forEach((name, value) -> json.attribute(name, json.literal(value), value, items));
        }
        yield new ParsedFile(new Body(items), json.issues);
      }
    };
  }

  private void top(Node node, List<Body.Item> items) {
    for (Node.Members members : objects(node)) {
      members
          .entries()
          .forEach(
              (type, value) -> {
                if (!type.equals(COMMENT)) {
                  blocks(type, LABELS.getOrDefault(type, 0), List.of(), value, items);
                }
              });
    }
  }

  /// An object, or several in a list; anything else is told and left out.
  private List<Node.Members> objects(Node node) {
    return switch (node) {
      case Node.Members members -> List.of(members);
      case Node.Items(List<Node> values, At _) ->
          values.stream().flatMap(each -> objects(each).stream()).toList();
      case Node.Nothing _ -> List.of();
      case Node.Text _, Node.Number _, Node.Flag _ -> {
        report(node.at(), "terraform.read.json-object");
        yield List.of();
      }
    };
  }

  private void blocks(
      String type, int more, List<String> labels, Node node, List<Body.Item> items) {
    for (Node.Members members : objects(node)) {
      if (more == 0 && isName(type, members)) {
        Body body = body(type, members);
        items.add(
            new Block(type, labels, body, Span.at(members.at().line(), members.at().column())));
      }
      if (more == 0) {
        continue;
      }
      members
          .entries()
          .forEach(
              (label, value) -> {
                if (!label.equals(COMMENT)) {
                  List<String> all = new ArrayList<>(labels);
                  all.add(label);
                  blocks(type, more - 1, all, value, items);
                }
              });
    }
  }

  private Body body(String type, Node.Members members) {
    List<Body.Item> items = new ArrayList<>();
    members
        .entries()
        .forEach(
            (name, value) -> {
              if (!name.equals(COMMENT)) {
                item(type, name, value, items);
              }
            });
    return new Body(items);
  }

  private void item(String type, String name, Node value, List<Body.Item> items) {
    if (name.equals("dynamic") && !isNative(type)) {
      blocks(name, 1, List.of(), value, items);
    } else if (isNested(type, name, value)) {
      blocks(name, name.equals("provisioner") ? 1 : 0, List.of(), value, items);
    } else {
      attribute(name, expression(type, name, value), value, items);
    }
  }

  /// Blocks whose arguments are Terraform's own or values of any sort.
  private static boolean isNative(String type) {
    return Set.of("locals", "variable", "output", "module").contains(type);
  }

  private static boolean isNested(String type, String name, Node value) {
    if (isNative(type)) {
      return name.equals("validation") || name.equals("precondition");
    }
    return switch (value) {
      case Node.Members _ -> !MAPS.contains(name);
      case Node.Items(List<Node> values, At _) ->
          !values.isEmpty() && values.stream().allMatch(Node.Members.class::isInstance);
      case Node.Text _, Node.Number _, Node.Flag _, Node.Nothing _ -> false;
    };
  }

  private void attribute(String name, Expression value, Node node, List<Body.Item> items) {
    if (isName(name, node)) {
      items.add(new Attribute(name, value, Span.at(node.at().line(), node.at().column())));
    }
  }

  /// A name that could not stand in the native syntax stands for nothing.
  private boolean isName(String name, Node node) {
    if (!Identifiers.isIdentifier(name)) {
      report(node.at(), "terraform.read.json-name", name);
      return false;
    }
    return true;
  }

  private Expression expression(String type, String name, Node value) {
    boolean named =
        switch (type) {
          case "variable" -> name.equals("type");
          case "dynamic" -> name.equals("iterator");
          case "resource", "data" -> name.equals("provider");
          default -> false;
        };
    if (named && value instanceof Node.Text(String text, At at)) {
      return switch (Parser.expression(file, text)) {
        case Outcome.Ok<Expression>(Expression read, var _) -> read;
        case Outcome.Failed<Expression>(List<Issue> told) -> refused(told, text, at);
      };
    }
    boolean literal = type.equals("variable") || (type.equals("module") && name.equals("source"));
    return literal ? literal(value) : value(value);
  }

  /// A value in which texts are as they stand.
  private Expression literal(Node node) {
    return node instanceof Node.Text(String text, At _)
        ? Expression.text(text)
        : collected(node, this::literal, Expression::text);
  }

  private Expression value(Node node) {
    return node instanceof Node.Text(String text, At at)
        ? template(text, at)
        : collected(node, this::value, key -> template(key, node.at()));
  }

  private static Expression collected(
      Node node, Function<Node, Expression> inner, Function<String, Expression> key) {
    return switch (node) {
      case Node.Members(var entries, At _) ->
          new Expression.ObjectOf(
              entries.entrySet().stream()
                  .map(
                      each ->
                          new Expression.Entry(
                              key.apply(each.getKey()), inner.apply(each.getValue())))
                  .toList(),
              Span.NONE);
      case Node.Items(List<Node> values, At _) ->
          new Expression.ListOf(values.stream().map(inner).toList(), Span.NONE);
      case Node.Text(String text, At _) -> Expression.text(text);
      case Node.Number(var number, At _) -> new Expression.NumberLiteral(number);
      case Node.Flag(boolean flag, At _) -> new Expression.BoolLiteral(flag);
      case Node.Nothing _ -> new Expression.NullLiteral();
    };
  }

  /// What a text means, whose escapes JSON has taken away already.
  private Expression template(String text, At at) {
    return switch (Parser.template(file, text)) {
      case Outcome.Ok<Expression.Template>(Expression.Template read, var _) -> read;
      case Outcome.Failed<Expression.Template>(List<Issue> told) -> refused(told, text, at);
    };
  }

  private Expression refused(List<Issue> told, String text, At at) {
    told.stream()
        .findFirst()
        .ifPresent(issue -> report(at, issue.key(), issue.arguments().toArray()));
    return Expression.text(text);
  }

  private void report(At at, String key, Object... arguments) {
    issues.add(Issue.error(new Place.InFile(file, at.line(), at.column()), key, arguments));
  }
}
