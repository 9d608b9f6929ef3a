package dev.drawbridge.catalog;

import dev.drawbridge.model.Datum;
import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Block;
import dev.drawbridge.resource.Value;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What arguments of resources say, for those who raise them.
public final class Arguments {
  private Arguments() {}

  /// The value of a property of this type that an argument stands for; empty where it stands for none.
  public static <T> Optional<T> read(PropertyType<T> type, @Nullable Value value) {
    if (value == null) {
      return Optional.empty();
    }
    Datum datum =
        switch (value) {
          case Value.Text(String text) -> text(type, text);
          case Value.Number(BigDecimal number) ->
              type instanceof PropertyType.Text || type instanceof PropertyType.Shaped
                  ? Datum.of(number.toPlainString())
                  : new Datum.Number(number);
          case Value.Flag(boolean flag) -> Datum.of(flag);
          case Value.Null _,
              Value.Items _,
              Value.Mapping _,
              Value.Reference _,
              Value.Symbol _,
              Value.Template _,
              Value.Call _,
              Value.Unknown _ ->
              new Datum.Nothing();
        };
    return type.read(datum);
  }

  /// Terraform takes numbers and flags written as texts.
  private static Datum text(PropertyType<?> type, String text) {
    return switch (type) {
      case PropertyType.Choice<?> _ -> Datum.of(text.toLowerCase(Locale.ROOT).replace('_', '-'));
      case PropertyType.Whole _ when text.matches("[0-9]{1,9}") -> Datum.of(Long.parseLong(text));
      case PropertyType.Flag _ when text.equals("true") || text.equals("false") ->
          Datum.of(text.equals("true"));
      case PropertyType.Text _,
          PropertyType.Shaped _,
          PropertyType.Whole _,
          PropertyType.Flag _,
          PropertyType.Rows _ ->
          Datum.of(text);
    };
  }

  /// The text that an argument is; empty where it is none.
  public static String text(Block body, String argument) {
    return body.get(argument) instanceof Value.Text(String text) ? text : "";
  }

  /// All the text that a value is known to be made of, whatever stands between: the script that is encoded, the
  /// lines of a filled template. Of a template by `templatefile` it is the third argument, where the reader gave
  /// it one.
  public static String words(@Nullable Value value) {
    return switch (value) {
      case null -> "";
      case Value.Text(String text) -> text;
      case Value.Template(List<Value> parts) -> words(parts, "");
      case Value.Items(List<Value> items) -> words(items, "\n");
      case Value.Call(String function, List<Value> arguments) ->
          switch (function) {
            case "base64encode", "join" -> words(arguments.getLast());
            case "templatefile" -> arguments.size() == 3 ? words(arguments.getLast()) : "";
            default -> "";
          };
      case Value.Number _,
          Value.Flag _,
          Value.Null _,
          Value.Mapping _,
          Value.Reference _,
          Value.Symbol _,
          Value.Unknown _ ->
          "";
    };
  }

  private static String words(List<Value> values, String between) {
    return values.stream().map(Arguments::words).collect(Collectors.joining(between));
  }

  public static boolean isTrue(Block body, String argument) {
    return body.get(argument) instanceof Value.Flag(boolean flag) && flag;
  }

  /// A whole number, or the fallback.
  public static int whole(Block body, String argument, int fallback) {
    return whole(body.get(argument)).orElse(fallback);
  }

  /// The whole number that a value is, also where it is written as a text.
  public static Optional<Integer> whole(@Nullable Value value) {
    return read(new PropertyType.Whole(Integer.MIN_VALUE, Integer.MAX_VALUE, ""), value);
  }

  /// The first nested block of a type; an empty one where there is none.
  public static Block block(Block body, String type) {
    return body.blocks(type).stream().findFirst().orElse(Block.EMPTY);
  }

  /// An entry of a map argument, such as a tag.
  public static @Nullable Value entry(Block body, String argument, String key) {
    return body.get(argument) instanceof Value.Mapping(SequencedMap<String, Value> entries)
        ? entries.get(key)
        : null;
  }

  /// The resources to which a value refers, in order, each once.
  public static List<Address> targets(@Nullable Value value) {
    SequencedSet<Address> found = new LinkedHashSet<>();
    collect(value, found);
    return List.copyOf(found);
  }

  /// The resource to which an argument refers.
  public static Optional<Address> target(Block body, String argument) {
    return targets(body.get(argument)).stream().findFirst();
  }

  private static void collect(@Nullable Value value, SequencedSet<Address> found) {
    if (value == null) {
      return;
    }
    switch (value) {
      case Value.Reference(Address target, String _) -> found.add(target);
      case Value.Items(List<Value> values) -> values.forEach(each -> collect(each, found));
      case Value.Mapping(SequencedMap<String, Value> entries) ->
          entries.values().forEach(each -> collect(each, found));
      case Value.Template(List<Value> parts) -> parts.forEach(each -> collect(each, found));
      case Value.Call(String _, List<Value> values) -> values.forEach(each -> collect(each, found));
      case Value.Text _,
          Value.Number _,
          Value.Flag _,
          Value.Null _,
          Value.Symbol _,
          Value.Unknown _ -> {}
    }
  }
}
