package dev.drawbridge.ui;

import dev.drawbridge.base.Language;
import dev.drawbridge.base.Messages;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;

/// Finds commands by what they are called, in either language, and offers them; what was done last stands
/// first as long as nothing is typed.
final class CommandPalette {
  /// So many of the commands that were done last are remembered.
  private static final int REMEMBERED = 6;

  /// What fits in the other language only, or in the name of its menu, stands after what fits as it is
  /// shown.
  private static final int ELSEWHERE = 60;

  private final Commands commands;
  private final Texts texts;
  private final SequencedSet<String> last = new LinkedHashSet<>();

  CommandPalette(Commands commands, Texts texts) {
    this.commands = commands;
    this.texts = texts;
  }

  /// A command, how well it fits, and which letters of its name were typed.
  private record Found(Command command, int score, List<Integer> marked) {}

  List<Offer> offers(String typed) {
    List<Found> found = new ArrayList<>();
    for (Command command : commands.all()) {
      found(command, typed).ifPresent(found::add);
    }
    if (typed.isBlank()) {
      List<String> recent = List.copyOf(last);
      found.sort(
          Comparator.comparingInt(
              one -> {
                int at = recent.indexOf(one.command.key());
                return at < 0 ? REMEMBERED : at;
              }));
    } else {
      found.sort(
          Comparator.comparingInt((Found one) -> -one.score)
              .thenComparing(one -> !one.command.possible().get()));
    }
    return found.stream().map(this::offer).toList();
  }

  private Optional<Found> found(Command command, String typed) {
    Language language = texts.language().get();
    String name = name(command, language);
    Optional<Fuzzy.Match> here = Fuzzy.match(typed, name);
    if (here.isPresent()) {
      return Optional.of(new Found(command, here.get().score(), here.get().at()));
    }
    List<String> elsewhere = new ArrayList<>();
    elsewhere.add(section(command, language) + " " + name);
    for (Language other : Language.values()) {
      if (other != language) {
        elsewhere.add(name(command, other));
      }
    }
    return elsewhere.stream()
        .flatMap(text -> Fuzzy.match(typed, text).stream())
        .max(Comparator.comparingInt(Fuzzy.Match::score))
        .map(match -> new Found(command, match.score() - ELSEWHERE, List.of()));
  }

  private Offer offer(Found found) {
    Command command = found.command;
    Glyph glyph = command.glyph();
    Language language = texts.language().get();
    return new Offer(
        glyph == null ? null : () -> glyph.node(16),
        name(command, language),
        found.marked,
        section(command, language),
        command.shortcut(),
        command.possible().get(),
        () -> run(command));
  }

  private void run(Command command) {
    last.remove(command.key());
    last.addFirst(command.key());
    if (last.size() > REMEMBERED) {
      last.removeLast();
    }
    command.run();
  }

  private static String name(Command command, Language language) {
    return Messages.in(language).text(command.nameKey());
  }

  private static String section(Command command, Language language) {
    return Menus.section(command.section(), Messages.in(language));
  }
}
