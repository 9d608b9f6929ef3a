package dev.drawbridge.output.store;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;

/// How the text of a design is laid out: two blanks a level, one value a line, LF on every system; lists
/// of coordinates in one line.
final class JsonLayout implements PrettyPrinter {
  private static final String BLANKS = "\n" + "  ".repeat(Limits.DEPTH + 1);

  private int depth;
  private boolean inOneLine;

  /// Whether what follows stays in one line.
  void inOneLine(boolean whether) {
    inOneLine = whether;
  }

  ObjectWriteContext context() {
    return new ObjectWriteContext.Base() {
      @Override
      public PrettyPrinter getPrettyPrinter() {
        return JsonLayout.this;
      }

      @Override
      public boolean hasPrettyPrinter() {
        return true;
      }
    };
  }

  @Override
  public void writeRootValueSeparator(JsonGenerator out) {
    out.writeRaw('\n');
  }

  @Override
  public void writeStartObject(JsonGenerator out) {
    out.writeRaw('{');
    depth++;
  }

  @Override
  public void beforeObjectEntries(JsonGenerator out) {
    newLine(out);
  }

  @Override
  public void writeObjectNameValueSeparator(JsonGenerator out) {
    out.writeRaw(": ");
  }

  @Override
  public void writeObjectEntrySeparator(JsonGenerator out) {
    out.writeRaw(',');
    newLine(out);
  }

  @Override
  public void writeEndObject(JsonGenerator out, int entries) {
    depth--;
    if (entries > 0) {
      newLine(out);
    }
    out.writeRaw('}');
  }

  @Override
  public void writeStartArray(JsonGenerator out) {
    out.writeRaw('[');
    depth++;
  }

  @Override
  public void beforeArrayValues(JsonGenerator out) {
    if (!inOneLine) {
      newLine(out);
    }
  }

  @Override
  public void writeArrayValueSeparator(JsonGenerator out) {
    out.writeRaw(',');
    if (inOneLine) {
      out.writeRaw(' ');
    } else {
      newLine(out);
    }
  }

  @Override
  public void writeEndArray(JsonGenerator out, int values) {
    depth--;
    if (values > 0 && !inOneLine) {
      newLine(out);
    }
    out.writeRaw(']');
  }

  private void newLine(JsonGenerator out) {
    out.writeRaw(BLANKS, 0, 1 + 2 * Math.min(depth, Limits.DEPTH));
  }
}
