package dev.drawbridge.output.store;

import dev.drawbridge.base.Place;
import dev.drawbridge.model.Datum;
import dev.drawbridge.model.Fields;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/// Strict JSON (RFC 8259, UTF-8) within [Limits]: no name twice in an object, no half characters.
final class JsonReader {
  static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  // One more than we allow: our own count comes first and knows what it counts.
                  .maxNestingDepth(Limits.DEPTH + 1)
                  .maxStringLength(Limits.TEXT)
                  .maxNameLength(Limits.TEXT)
                  .maxNumberLength(Limits.NUMBER)
                  .maxDocumentLength(Limits.FILE)
                  .build())
          .build();

  private final String file;
  private final CharBuffer text;

  private JsonReader(String file, CharBuffer text) {
    this.file = file;
    this.text = text;
  }

  /// Reads one value that fills the whole file.
  static Datum read(byte[] bytes, String file) throws BadInput {
    if (bytes.length > Limits.FILE) {
      throw new BadInput(new Place.InFile(file, 0, 0), "store.read.too_large", Limits.FILE >> 20);
    }
    JsonReader reader = new JsonReader(file, decode(bytes, file));
    CharBuffer text = reader.text;
    try (JsonParser parser =
        JSON.createParser(
            ObjectReadContext.empty(),
            text.array(),
            text.arrayOffset() + text.position(),
            text.remaining())) {
      return reader.document(parser);
    }
  }

  private Datum document(JsonParser parser) throws BadInput {
    try {
      return onlyValue(parser);
    } catch (StreamConstraintsException e) {
      throw new BadInput(at(parser.currentLocation()), "store.json.too_long");
    } catch (JacksonException e) {
      throw malformed(e.getLocation());
    }
  }

  private Datum onlyValue(JsonParser parser) throws BadInput {
    JsonToken first = parser.nextToken();
    if (first == null) {
      throw new BadInput(new Place.InFile(file, 0, 0), "store.json.empty");
    }
    Datum value = value(parser, first, 0);
    if (parser.nextToken() != null) {
      throw new BadInput(at(parser.currentTokenLocation()), "store.json.more");
    }
    return value;
  }

  private Datum value(JsonParser parser, JsonToken token, int depth) throws BadInput {
    return switch (token) {
      case VALUE_STRING -> new Datum.Text(whole(parser, parser.getString()));
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Datum.Number(number(parser));
      case VALUE_TRUE -> new Datum.Flag(true);
      case VALUE_FALSE -> new Datum.Flag(false);
      case VALUE_NULL -> new Datum.Nothing();
      case START_OBJECT -> object(parser, deeper(parser, depth));
      case START_ARRAY -> list(parser, deeper(parser, depth));
      case NOT_AVAILABLE, PROPERTY_NAME, END_OBJECT, END_ARRAY, VALUE_EMBEDDED_OBJECT ->
          throw malformed(parser.currentTokenLocation());
    };
  }

  private int deeper(JsonParser parser, int depth) throws BadInput {
    if (depth == Limits.DEPTH) {
      throw new BadInput(at(parser.currentTokenLocation()), "store.json.too_deep", Limits.DEPTH);
    }
    return depth + 1;
  }

  private Datum object(JsonParser parser, int depth) throws BadInput {
    Fields.Builder values = Fields.builder();
    for (String name = parser.nextName(); name != null; name = parser.nextName()) {
      whole(parser, name);
      if (values.has(name)) {
        throw new BadInput(at(parser.currentTokenLocation()), "store.json.twice", name);
      }
      values.add(name, value(parser, parser.nextToken(), depth));
    }
    return new Datum.Record(values.build());
  }

  private Datum list(JsonParser parser, int depth) throws BadInput {
    List<Datum> values = new ArrayList<>();
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      values.add(value(parser, token, depth));
    }
    return new Datum.Items(values);
  }

  private BigDecimal number(JsonParser parser) throws BadInput {
    if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT
        && parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER) {
      return BigDecimal.valueOf(parser.getLongValue());
    }
    try {
      BigDecimal value = parser.getDecimalValue();
      long digits = (long) value.precision() - value.scale();
      if (digits <= Limits.DIGITS && Math.abs((long) value.scale()) <= Limits.DIGITS) {
        return value;
      }
    } catch (JacksonException | ArithmeticException | NumberFormatException e) {
      // Such an exponent does not even fit into the scale of a decimal: as told below.
    }
    throw new BadInput(at(parser.currentTokenLocation()), "store.json.number");
  }

  /// The text, unless half of a surrogate pair stands alone in it: nothing can write that as UTF-8.
  private String whole(JsonParser parser, String value) throws BadInput {
    if (!Texts.isWhole(value)) {
      throw new BadInput(at(parser.currentTokenLocation()), "store.json.half_character");
    }
    return value;
  }

  private BadInput malformed(@Nullable TokenStreamLocation told) {
    TokenStreamLocation location = told == null ? TokenStreamLocation.NA : told;
    int offset = (int) location.getCharOffset();
    if (offset >= 0 && endsInAWord(offset)) {
      return new BadInput(at(location), "store.json.truncated");
    }
    int character = offset < 0 ? ' ' : Character.codePointAt(text, offset);
    return Character.isWhitespace(character) || Character.isISOControl(character)
        ? new BadInput(at(location), "store.json.malformed")
        : new BadInput(at(location), "store.json.malformed_at", Character.toString(character));
  }

  /// Whether nothing follows but the beginning of a word or number, such as `tr` of `true`.
  private boolean endsInAWord(int offset) {
    for (int i = offset; i < text.remaining(); i++) {
      char c = text.charAt(i);
      if (!Character.isLetterOrDigit(c) && c != '-' && c != '+' && c != '.') {
        return false;
      }
    }
    return true;
  }

  private Place at(TokenStreamLocation location) {
    return new Place.InFile(
        file, Math.max(0, location.getLineNr()), Math.max(0, location.getColumnNr()));
  }

  /// Strictly UTF-8, a byte order mark left out.
  private static CharBuffer decode(byte[] bytes, String file) throws BadInput {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    try {
      CharBuffer text =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(in);
      if (text.hasRemaining() && text.get(text.position()) == '\uFEFF') {
        text.get();
      }
      for (int i = text.position(); i < Math.min(text.limit(), text.position() + 64); i++) {
        if (text.get(i) == 0) {
          throw new BadInput(new Place.InFile(file, 0, 0), "store.json.binary");
        }
      }
      return text;
    } catch (CharacterCodingException e) {
      // The decoder stops in front of the first bytes that are no character.
      int line = 1;
      int column = 1;
      for (int i = 0; i < in.position(); i++) {
        if (bytes[i] == '\n') {
          line++;
          column = 1;
        } else if ((bytes[i] & 0xC0) != 0x80) {
          column++;
        }
      }
      throw new BadInput(new Place.InFile(file, line, column), "store.json.binary");
    }
  }
}
