package dev.drawbridge.cli;

/// How a command ended, as other programs see it.
final class ExitCode {
  /// Done, and nothing to object to.
  static final int CLEAN = 0;

  /// There is a finding at or above `--fail-on`.
  static final int FINDINGS = 1;

  /// The input or the command line was wrong, or something could not be written.
  static final int BAD_INPUT = 2;

  /// Under `--strict`: a verdict hangs on an input that is not known.
  static final int UNKNOWN = 3;

  /// A bug of ours (EX_SOFTWARE of sysexits.h).
  static final int BUG = 70;

  private ExitCode() {}

  /// Of two files' results the one that counts: bad input before findings before unknowns.
  static int worse(int a, int b) {
    return rank(a) >= rank(b) ? a : b;
  }

  private static int rank(int code) {
    return switch (code) {
      case CLEAN -> 0;
      case UNKNOWN -> 1;
      case FINDINGS -> 2;
      case BAD_INPUT -> 3;
      default -> 4;
    };
  }
}
