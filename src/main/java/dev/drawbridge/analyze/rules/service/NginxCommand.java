package dev.drawbridge.analyze.rules.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a container's command line does with nginx.
final class NginxCommand {
  private static final Set<String> SHELLS = Set.of("sh", "bash", "ash", "dash");

  /// Options with which nginx does something else than to serve: test, tell its version, signal.
  private static final Set<String> NO_SERVER = Set.of("-t", "-T", "-v", "-V", "-s", "-h", "-?");

  private static final Pattern DAEMON_OFF = Pattern.compile("(^|[;\\s])daemon\\s+off\\s*(;|$)");

  /// A quoted word, a plain one, or what separates commands.
  private static final Pattern TOKEN =
      Pattern.compile("\"([^\"]*)\"|'([^']*)'|(&&|\\|\\||[;|&\\n])|([^\\s;|&\"']+)");

  private NginxCommand() {}

  /// Whether nginx is what it ends with, and nginx goes into the background then.
  static boolean leavesTheForeground(List<String> words) {
    List<String> last = last(words);
    return isNginx(last)
        && last.stream().noneMatch(NO_SERVER::contains)
        && last.stream().noneMatch(word -> DAEMON_OFF.matcher(word).find());
  }

  /// Whether it tells nginx which configuration to read.
  static boolean namesConfiguration(List<String> words) {
    return last(words).stream().anyMatch(word -> word.equals("-c") || word.equals("-p"));
  }

  private static boolean isNginx(List<String> command) {
    return !command.isEmpty() && command.getFirst().matches("(.*/)?nginx(-debug)?");
  }

  /// The command that runs last, without what only leads to it.
  private static List<String> last(List<String> words) {
    List<String> command = new ArrayList<>(words);
    if (!command.isEmpty() && command.getFirst().endsWith("/docker-entrypoint.sh")) {
      command.removeFirst();
    }
    if (command.size() >= 3
        && SHELLS.contains(command.getFirst().replaceFirst(".*/", ""))
        && command.get(1).matches("-[a-z]*c")) {
      command = lastOf(command.get(2));
    }
    while (!command.isEmpty()
        && (command.getFirst().equals("exec") || command.getFirst().matches("[A-Za-z_]+=.*"))) {
      command.removeFirst();
    }
    return command;
  }

  /// The last command of a line for the shell; nothing where that is sent into the background, or
  /// only runs on a condition.
  private static List<String> lastOf(String line) {
    List<String> command = new ArrayList<>();
    boolean ended = false;
    Matcher token = TOKEN.matcher(line);
    while (token.find()) {
      String separator = token.group(3);
      if (separator != null) {
        ended = true;
        if (separator.equals("&") || separator.equals("||") || separator.equals("|")) {
          return List.of();
        }
        continue;
      }
      if (ended) {
        command.clear();
        ended = false;
      }
      command.add(
          token.group(1) != null
              ? token.group(1)
              : token.group(2) != null ? token.group(2) : token.group(4));
    }
    return command;
  }
}
