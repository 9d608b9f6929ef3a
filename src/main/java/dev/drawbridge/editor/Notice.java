package dev.drawbridge.editor;

import dev.drawbridge.base.Messages;
import dev.drawbridge.catalog.Kind;
import dev.drawbridge.edit.Refusal;
import java.util.List;
import java.util.stream.Collectors;

/// A sentence for the user about what just happened, in whichever language.
public sealed interface Notice {
  /// A drop that no container took.
  record Refused(Refusal refusal) implements Notice {}

  /// Two nodes that no kind of connector joins.
  ///
  /// @param source the kind at which it would begin
  /// @param target the kind at which it would end
  record NoConnection(String source, String target) implements Notice {}

  /// A place at which there may be nothing that an arrow from such a node could lead to.
  ///
  /// @param source the kind at which it would begin
  record NoNewEnd(String source) implements Notice {}

  /// Something that stands in places which are not there yet.
  ///
  /// @param kind what is to be placed
  /// @param places the kinds that it needs around it, the outermost first
  record Needs(String kind, List<String> places) implements Notice {
    public Needs {
      places = List.copyOf(places);
    }
  }

  static Notice needs(Kind kind, List<Kind> places) {
    return new Needs(kind.id(), places.stream().map(Kind::id).toList());
  }

  record Said(String key, List<Object> arguments) implements Notice {}

  static Notice said(String key, Object... arguments) {
    return new Said(key, List.of(arguments));
  }

  default String text(Messages messages) {
    return switch (this) {
      case Refused(Refusal refusal) -> refusal.text(messages);
      case NoConnection(String source, String target) ->
          messages.text(
              "editor.connect.refused",
              messages.text("kind." + source + ".name"),
              messages.text("kind." + target + ".name"));
      case NoNewEnd(String source) ->
          messages.text("editor.connect.nothing", messages.text("kind." + source + ".name"));
      case Needs(String kind, List<String> places) ->
          messages.text(
              "editor.needs",
              messages.text("kind." + kind + ".name"),
              places.stream()
                  .map(place -> messages.text("kind." + place + ".name"))
                  .collect(Collectors.joining(", ")));
      case Said(String key, List<Object> arguments) -> messages.text(key, arguments.toArray());
    };
  }
}
