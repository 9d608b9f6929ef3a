package dev.drawbridge.hcl;

import dev.drawbridge.hcl.Body.BlankLine;
import dev.drawbridge.hcl.Body.Comment;
import dev.drawbridge.hcl.Expression.Call;
import dev.drawbridge.hcl.Expression.Entry;
import dev.drawbridge.hcl.Expression.ForList;
import dev.drawbridge.hcl.Expression.ForObject;
import dev.drawbridge.hcl.Expression.Heredoc;
import dev.drawbridge.hcl.Expression.ListOf;
import dev.drawbridge.hcl.Expression.NumberLiteral;
import dev.drawbridge.hcl.Expression.ObjectOf;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/// Writes a syntax tree as `terraform fmt` would leave it.
///
/// `fmt` moves only spaces, so where a line breaks is decided here: an object as the value of an
/// attribute or entry has one entry a line, a list stays on its line as long as it fits, and a call
/// whose last argument is broken keeps its bracket (`jsonencode({`). Only such shapes are made as
/// `fmt` indents by one step; it counts brackets a line, not nesting.
public final class Printer {
  private final StringBuilder out = new StringBuilder();
  private final FlatPrinter flat = new FlatPrinter(out);

  private Printer() {}

  /// The text of a file, ending with a line feed unless the body is empty.
  public static String print(Body body) {
    Printer printer = new Printer();
    printer.body(body.items(), 0);
    return printer.out.toString();
  }

  /// The expression on one line.
  public static String print(Expression expression) {
    return FlatPrinter.print(expression);
  }

  private void body(List<Body.Item> items, int indent) {
    List<Cell> run = new ArrayList<>();
    for (Body.Item item : items) {
      if (item instanceof Attribute(var name, var value, _)) {
        run.add(new Cell(name, true, unwrapped(value)));
        continue;
      }
      cells(run, indent);
      run.clear();
      switch (item) {
        case Attribute _ -> throw new AssertionError("collected above");
        case BlankLine _ -> out.append('\n');
        case Comment(var text, _) -> comment(text, indent);
        case Block block -> block(block, indent);
      }
    }
    cells(run, indent);
  }

  /// `fmt` writes `a = "${b}"` as `a = b`, though nowhere deeper in a value.
  private static Expression unwrapped(Expression value) {
    List<TemplatePart> parts =
        switch (value) {
          case Expression.Template template -> template.parts();
          case Heredoc heredoc when !printable(heredoc) -> heredoc.parts();
          default -> List.of();
        };
    return parts.size() == 1 && parts.getFirst() instanceof TemplatePart.Interpolation(var inner, _)
        ? unwrapped(inner)
        : value;
  }

  private void comment(String text, int indent) {
    for (String line : text.split("\n", -1)) {
      indent(indent);
      String safe = Escaper.comment(line);
      out.append('#').append(safe.isEmpty() ? "" : " ").append(safe).append('\n');
    }
  }

  private void block(Block block, int indent) {
    indent(indent);
    out.append(block.type());
    for (String label : block.labels()) {
      // `fmt` composes labels, though not other strings.
      out.append(' ').append(Escaper.quoted(Normalizer.normalize(label, Normalizer.Form.NFC)));
    }
    if (block.body().items().isEmpty()) {
      out.append(" {}\n");
      return;
    }
    out.append(" {\n");
    body(block.body().items(), indent + 1);
    indent(indent);
    out.append("}\n");
  }

  /// A name with its value, of a body or of an object. It is aligned, and may go over several lines,
  /// unless the name itself has an equals sign, as in `({ a = b }) = c`.
  private record Cell(String name, boolean plain, Expression value) {
    static Cell of(Entry entry) {
      StringBuilder key = new StringBuilder();
      FlatPrinter printer = new FlatPrinter(key);
      printer.key(entry.key());
      return new Cell(key.toString(), !printer.wroteObject(), entry.value());
    }
  }

  /// Consecutive cells, the equals signs of those whose value does not open a bracket aligned. A
  /// heredoc counts as closed: its first line takes part, its other lines do not interrupt.
  private void cells(List<Cell> cells, int indent) {
    int start = 0;
    while (start < cells.size()) {
      int end = start;
      int widest = 0;
      while (end < cells.size() && cells.get(end).plain() && !breaks(cells.get(end), indent)) {
        widest = Math.max(widest, LineBreaks.columns(cells.get(end).name()));
        end++;
      }
      for (int i = start; i < end; i++) {
        Cell cell = cells.get(i);
        cell(cell, widest - LineBreaks.columns(cell.name()), indent);
      }
      if (end < cells.size()) {
        cell(cells.get(end), 0, indent);
      }
      start = end + 1;
    }
  }

  private boolean breaks(Cell cell, int indent) {
    return LineBreaks.breaksAsValue(cell.value(), 2 * indent + LineBreaks.columns(cell.name()) + 3);
  }

  private void cell(Cell cell, int padding, int indent) {
    indent(indent);
    out.append(cell.name()).repeat(' ', padding).append(" = ");
    if (!cell.plain()) {
      flat.expression(cell.value());
    } else if (cell.value() instanceof Heredoc heredoc && printable(heredoc)) {
      heredoc(heredoc, indent);
    } else if (breaks(cell, indent)) {
      broken(cell.value(), indent);
    } else {
      flat.expression(cell.value());
    }
    out.append('\n');
  }

  private void broken(Expression value, int indent) {
    switch (value) {
      case ObjectOf(var entries, _) -> {
        out.append("{\n");
        cells(entries.stream().map(Cell::of).toList(), indent + 1);
        indent(indent);
        out.append('}');
      }
      case ListOf(var elements, _) -> {
        out.append("[\n");
        if (elements.stream().allMatch(NumberLiteral.class::isInstance)) {
          filledLines(elements, indent + 1);
        } else {
          lines(elements, false, indent + 1);
        }
        indent(indent);
        out.append(']');
      }
      case Call call -> call(call, indent);
      case ForList(var clause, var element, _) -> {
        out.append("[\n");
        indent(indent + 1);
        flat.forClause(clause);
        if (LineBreaks.hasObject(clause.collection())) {
          flat.expression(element);
        } else {
          inside(element, indent + 1);
        }
        condition(clause, indent + 1);
        out.append("\n");
        indent(indent);
        out.append(']');
      }
      case ForObject forObject -> {
        out.append("{\n");
        indent(indent + 1);
        flat.forClause(forObject.clause());
        flat.forObjectElement(forObject);
        condition(forObject.clause(), indent + 1);
        out.append("\n");
        indent(indent);
        out.append('}');
      }
      default -> flat.expression(value);
    }
  }

  private void condition(Expression.ForClause clause, int indent) {
    if (clause.condition() != null) {
      out.append("\n");
      indent(indent);
      out.append("if");
      flat.after(FlatPrinter.Before.IF, clause.condition());
    }
  }

  private void call(Call call, int indent) {
    List<Expression> arguments = call.arguments();
    int last = arguments.size() - 1;
    out.append(call.name()).append('(');
    if (LineBreaks.isBracketed(arguments.get(last))
        && arguments.subList(0, last).stream()
            .noneMatch(a -> LineBreaks.breaksInside(a, 0) || LineBreaks.hasObject(a))) {
      for (Expression argument : arguments.subList(0, last)) {
        flat.expression(argument);
        out.append(", ");
      }
      broken(arguments.get(last), indent);
      out.append(call.expand() ? "...)" : ")");
      return;
    }
    out.append('\n');
    lines(arguments, call.expand(), indent + 1);
    indent(indent);
    out.append(')');
  }

  private void lines(List<Expression> elements, boolean expand, int indent) {
    for (int i = 0; i < elements.size(); i++) {
      indent(indent);
      inside(elements.get(i), indent);
      out.append(expand && i == elements.size() - 1 ? "...\n" : ",\n");
    }
  }

  /// Numbers are short: as many on a line as fit.
  private void filledLines(List<Expression> numbers, int indent) {
    int column = 0;
    for (Expression number : numbers) {
      String text = FlatPrinter.print(number) + ",";
      if (column > 0 && column + 1 + text.length() > LineBreaks.LIST_WIDTH) {
        out.append('\n');
        column = 0;
      }
      if (column == 0) {
        indent(indent);
        column = 2 * indent;
      } else {
        out.append(' ');
        column++;
      }
      out.append(text);
      column += text.length();
    }
    out.append('\n');
  }

  private void inside(Expression value, int indent) {
    if (LineBreaks.breaksInside(value, 2 * indent)) {
      broken(value, indent);
    } else {
      flat.expression(value);
    }
  }

  /// A heredoc cannot say everything: it ends with a line feed and knows few escapes.
  private static boolean printable(Heredoc heredoc) {
    List<TemplatePart> parts = heredoc.parts();
    if (!Identifiers.isIdentifier(heredoc.marker())
        || parts.isEmpty()
        || !(parts.getLast() instanceof TemplatePart.Text(var end))
        || !end.endsWith("\n")) {
      return false;
    }
    for (int i = 0; i < parts.size(); i++) {
      boolean before = i + 1 < parts.size();
      switch (parts.get(i)) {
        case TemplatePart.Text(var text) -> {
          if (!Escaper.fitsHeredoc(text, before)
              || text.lines().anyMatch(l -> l.strip().equals(heredoc.marker()))) {
            return false;
          }
        }
        case TemplatePart.Interpolation _ -> {}
        // Directives over several lines keep their shape only unindented and unquoted.
        case TemplatePart.If _, TemplatePart.For _ -> {
          if (heredoc.flush()) {
            return false;
          }
        }
      }
    }
    return true;
  }

  private void heredoc(Heredoc heredoc, int indent) {
    StringBuilder content = new StringBuilder();
    new FlatPrinter(content).template(heredoc.parts(), true);
    boolean flush = heredoc.flush() && keepsIndentation(content.toString());
    out.append(flush ? "<<-" : "<<").append(heredoc.marker()).append('\n');
    if (!flush) {
      out.append(content).append(heredoc.marker());
      return;
    }
    content
        .toString()
        .lines()
        .forEach(
            line -> {
              if (!line.isEmpty()) {
                indent(indent + 1);
              }
              out.append(line).append('\n');
            });
    indent(indent);
    out.append(heredoc.marker());
  }

  /// Whether a reader of `<<-` takes away just the indentation that is added here.
  private static boolean keepsIndentation(String content) {
    return content.lines().noneMatch(line -> !line.isEmpty() && line.isBlank())
        && content
            .lines()
            .anyMatch(line -> !line.isEmpty() && !Character.isWhitespace(line.charAt(0)));
  }

  private void indent(int indent) {
    out.repeat(' ', 2 * indent);
  }
}
