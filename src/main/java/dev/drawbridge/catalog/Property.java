package dev.drawbridge.catalog;

import dev.drawbridge.model.Datum;
import dev.drawbridge.model.Element;
import dev.drawbridge.model.Fields;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A typed property, declared once by its kind. Absent means the default, so that a file says only what
/// somebody decided.
///
/// @param name as in the file and in message keys: `property.<name>.name`, `property.<name>.help`
/// @param fallback the default
/// @param suggestions values to offer, as they stand in the file; others are as good
public record Property<T>(String name, PropertyType<T> type, T fallback, List<String> suggestions) {
  private static final Pattern CIDR = Pattern.compile("[0-9A-Fa-f.:]{2,39}/[0-9]{1,3}");

  public Property {
    suggestions = List.copyOf(suggestions);
  }

  public Property(String name, PropertyType<T> type, T fallback) {
    this(name, type, fallback, List.of());
  }

  /// The same property with values to offer to whoever fills it in.
  public Property<T> suggesting(String... values) {
    return new Property<>(name, type, fallback, List.of(values));
  }

  /// The same property under another default.
  public Property<T> defaulting(T value) {
    return new Property<>(name, type, value, suggestions);
  }

  /// Text of at most 255 characters.
  public static Property<String> text(String name, String fallback) {
    return new Property<>(name, new PropertyType.Text(255), fallback);
  }

  /// Text of a shape; `shape` names it in messages.
  public static Property<String> shaped(
      String name, String shape, String pattern, String fallback) {
    return new Property<>(name, new PropertyType.Shaped(shape, Pattern.compile(pattern)), fallback);
  }

  /// An address block in CIDR notation (RFC 4632), not yet checked for sense; empty until it is chosen.
  public static Property<String> cidr(String name, String fallback) {
    return new Property<>(
        name, new PropertyType.Shaped("cidr", Pattern.compile("|" + CIDR.pattern())), fallback);
  }

  public static Property<Boolean> flag(String name, boolean fallback) {
    return new Property<>(name, new PropertyType.Flag(), fallback);
  }

  /// A whole number from minimum to maximum, both included.
  public static Property<Integer> whole(
      String name, int minimum, int maximum, String unit, int fallback) {
    return new Property<>(name, new PropertyType.Whole(minimum, maximum, unit), fallback);
  }

  /// A TCP or UDP port, 1 to 65535.
  public static Property<Integer> port(String name, int fallback) {
    return whole(name, 1, 65535, "", fallback);
  }

  public static <E extends Enum<E>> Property<E> choice(String name, Class<E> type, E fallback) {
    return new Property<>(name, new PropertyType.Choice<>(type), fallback);
  }

  public static Property<List<Fields>> rows(
      String name, List<Property<?>> columns, List<Fields> fallback) {
    return new Property<>(name, new PropertyType.Rows(columns), fallback);
  }

  /// The element's value; the default where it has none, or one that is not of this type (which
  /// [#isValidIn] tells).
  public T of(Element element) {
    return in(element.properties());
  }

  /// The value in a set of fields, such as a table's row.
  public T in(Fields fields) {
    Datum datum = fields.get(name);
    return datum == null ? fallback : type.read(datum).orElse(fallback);
  }

  /// Whether the fields hold a value of this type, or none.
  public boolean isValidIn(Fields fields) {
    @Nullable Datum datum = fields.get(name);
    return datum == null || type.read(datum).isPresent();
  }

  /// The fields with this property set.
  public Fields set(Fields fields, T value) {
    return fields.with(name, type.write(value));
  }
}
