package dev.drawbridge.hcl;

import dev.drawbridge.base.Issue;
import java.util.List;

/// What could be read of a file, and what could not. With issues, the body lacks just the arguments and
/// blocks that the issues are about.
public record ParsedFile(Body body, List<Issue> issues) {
  public ParsedFile {
    issues = List.copyOf(issues);
  }
}
