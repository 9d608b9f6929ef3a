package dev.drawbridge.analyze.finding;

import dev.drawbridge.base.Messages;
import dev.drawbridge.base.Reason;
import java.util.List;
import java.util.stream.Collectors;

/// A message with what fills its placeholders: numbers, text, labels, sentences and lists of these.
public record Sentence(String key, List<Object> arguments) {
  public Sentence {
    arguments = List.copyOf(arguments);
  }

  public static Sentence of(String key, Object... arguments) {
    return new Sentence(key, List.of(arguments));
  }

  public String text(Messages messages) {
    return messages.text(key, arguments.stream().map(a -> filled(a, messages)).toArray());
  }

  private static Object filled(Object argument, Messages messages) {
    return switch (argument) {
      case Label label -> label.text(messages);
      case Sentence sentence -> sentence.text(messages);
      case Reason reason -> reason.text(messages);
      case List<?> list ->
          list.stream()
              .map(one -> String.valueOf(filled(one, messages)))
              .collect(Collectors.joining(", "));
      default -> argument;
    };
  }
}
