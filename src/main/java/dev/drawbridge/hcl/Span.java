package dev.drawbridge.hcl;

import org.jspecify.annotations.Nullable;

/// Where a node stands in its file: line and column of its first character, both from 1 (columns in
/// UTF-16 units), and the offsets of its first character and of the one after its last.
///
/// All spans are equal to one another, on purpose: two trees are equal when they *say* the same,
/// wherever they stand, so that a parsed file can be compared with a generated one. Compare the
/// numbers when the place matters.
public final class Span {
  /// The span of what was made rather than read.
  public static final Span NONE = new Span(0, 0, 0, 0);

  private final int line;
  private final int column;
  private final int start;
  private final int end;

  Span(int line, int column, int start, int end) {
    this.line = line;
    this.column = column;
    this.start = start;
    this.end = end;
  }

  /// The span of what was read from another syntax than HCL's native one, of which only the place counts.
  public static Span at(int line, int column) {
    return new Span(line, column, 0, 0);
  }

  public int line() {
    return line;
  }

  public int column() {
    return column;
  }

  public int start() {
    return start;
  }

  public int end() {
    return end;
  }

  Span to(int newEnd) {
    return new Span(line, column, start, newEnd);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Span;
  }

  @Override
  public int hashCode() {
    return 0;
  }

  @Override
  public String toString() {
    return line + ":" + column;
  }
}
