package dev.drawbridge.output.export;

import dev.drawbridge.base.Issue;
import dev.drawbridge.base.Outcome;
import dev.drawbridge.base.Place;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// The design that an exported picture carries: a compressed `iTXt` chunk `drawbridge` in a PNG, an
/// element of its own inside `metadata` in an SVG, an attached file in a PDF. Pictures come from strangers: everything read is
/// bounded and checked, and what does not hold is an issue, never an exception.
public final class EmbeddedDesign {
  static final String KEYWORD = "drawbridge";
  static final String NAMESPACE = "urn:drawbridge:design";

  /// In a PDF, the key of the attached file's checksum, by which it is found.
  static final String PDF_KEY = "/DrawbridgeDesign";

  /// The largest design that is read from a picture, in bytes of UTF-8: as large as a file may be.
  static final int LARGEST = 64 << 20;

  /// Base64 of the worst that deflate makes of the largest design.
  private static final int LARGEST_CODED = LARGEST / 3 * 4 + (1 << 20);

  private static final Pattern PDF_ENTRIES =
      Pattern.compile(
          PDF_KEY
              + " \\(([0-9a-f]{8})\\) [^<>]{0,80}? ?/Length ([0-9]{1,9})"
              + " /Filter /FlateDecode >>\nstream\n");

  private EmbeddedDesign() {}

  /// Whether the first bytes of a file are those of a picture that may carry a design.
  public static boolean mayBeIn(byte[] start) {
    return isPng(start) || isPdf(start) || isSvg(start);
  }

  /// The design's file text.
  ///
  /// @param file the picture's name, for issues
  /// @param bytes the whole picture
  public static Outcome<String> read(String file, byte[] bytes) {
    Place place = new Place.InFile(file, 0, 0);
    if (isPng(bytes)) {
      return readPng(place, bytes);
    }
    if (isPdf(bytes)) {
      return readPdf(place, bytes);
    }
    return isSvg(bytes)
        ? readSvg(place, bytes)
        : Outcome.failed(Issue.error(place, "export.design.noPicture"));
  }

  private static boolean isPng(byte[] start) {
    byte[] signature = PngWriter.SIGNATURE;
    return start.length >= signature.length
        && Arrays.equals(start, 0, signature.length, signature, 0, signature.length);
  }

  private static boolean isPdf(byte[] start) {
    return indexOf(start, "%PDF-", 0) == 0;
  }

  /// Looks for the attached file as we write it; in a PDF that another program wrote anew it is not found.
  private static Outcome<String> readPdf(Place place, byte[] bytes) {
    int key = indexOf(bytes, PDF_KEY + " (", 0);
    if (key < 0) {
      return Outcome.failed(Issue.error(place, "export.design.none"));
    }
    String entries =
        new String(bytes, key, Math.min(256, bytes.length - key), StandardCharsets.ISO_8859_1);
    Matcher found = PDF_ENTRIES.matcher(entries);
    if (!found.lookingAt()) {
      return Outcome.failed(Issue.error(place, "export.design.damaged"));
    }
    int from = key + found.end();
    long length = Long.parseLong(found.group(2));
    if (length > bytes.length - from) {
      return Outcome.failed(Issue.error(place, "export.design.damaged"));
    }
    byte[] packed = Arrays.copyOfRange(bytes, from, from + (int) length);
    return checksum(packed).equals(found.group(1))
        ? inflated(place, packed)
        : Outcome.failed(Issue.error(place, "export.design.damaged"));
  }

  private static int indexOf(byte[] bytes, String ascii, int from) {
    byte[] wanted = ascii.getBytes(StandardCharsets.US_ASCII);
    for (int at = from; at <= bytes.length - wanted.length; at++) {
      if (bytes[at] == wanted[0]
          && Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length)) {
        return at;
      }
    }
    return -1;
  }

  /// An SVG that we wrote begins like this; another XML file may, and then has no design in it.
  private static boolean isSvg(byte[] start) {
    String text =
        new String(start, 0, Math.min(start.length, 512), StandardCharsets.ISO_8859_1)
            .replaceFirst("^\u00ef\u00bb\u00bf", "")
            .stripLeading();
    return text.startsWith("<?xml") || text.startsWith("<svg") || text.startsWith("<!--");
  }

  private static Outcome<String> readPng(Place place, byte[] bytes) {
    int at = PngWriter.SIGNATURE.length;
    ByteBuffer file = ByteBuffer.wrap(bytes);
    while (bytes.length - at >= 12) {
      int length = file.getInt(at);
      if (length < 0 || length > bytes.length - at - 12) {
        return Outcome.failed(Issue.error(place, "export.design.damaged"));
      }
      String type = new String(bytes, at + 4, 4, StandardCharsets.ISO_8859_1);
      if (type.equals("IEND")) {
        break;
      }
      if (type.equals("iTXt") && hasKeyword(bytes, at + 8, length)) {
        CRC32 crc = new CRC32();
        crc.update(bytes, at + 4, 4 + length);
        return (int) crc.getValue() == file.getInt(at + 8 + length)
            ? readText(place, Arrays.copyOfRange(bytes, at + 8, at + 8 + length))
            : Outcome.failed(Issue.error(place, "export.design.damaged"));
      }
      at += 12 + length;
    }
    return Outcome.failed(Issue.error(place, "export.design.none"));
  }

  private static boolean hasKeyword(byte[] bytes, int at, int length) {
    byte[] key = (KEYWORD + "\0").getBytes(StandardCharsets.ISO_8859_1);
    return length >= key.length && Arrays.equals(bytes, at, at + key.length, key, 0, key.length);
  }

  private static Outcome<String> readText(Place place, byte[] chunk) {
    int at = KEYWORD.length() + 1;
    if (chunk.length < at + 2 || chunk[at] < 0 || chunk[at] > 1 || chunk[at + 1] != 0) {
      return Outcome.failed(Issue.error(place, "export.design.damaged"));
    }
    boolean compressed = chunk[at] == 1;
    at += 2;
    for (int terminators = 0; terminators < 2; terminators++) {
      while (at < chunk.length && chunk[at] != 0) {
        at++;
      }
      at++;
    }
    if (at > chunk.length) {
      return Outcome.failed(Issue.error(place, "export.design.damaged"));
    }
    byte[] body = Arrays.copyOfRange(chunk, at, chunk.length);
    return compressed ? inflated(place, body) : decoded(place, body);
  }

  private static Outcome<String> readSvg(Place place, byte[] bytes) {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    try {
      // Through a reader: given bytes, the JDK's parser reports bad UTF-8 on System.err by itself.
      XMLStreamReader xml =
          factory.createXMLStreamReader(
              new InputStreamReader(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8));
      try {
        while (xml.hasNext()) {
          int event = xml.next();
          if (event == XMLStreamConstants.DTD) {
            return Outcome.failed(Issue.error(place, "export.design.damaged"));
          }
          if (event == XMLStreamConstants.START_ELEMENT
              && NAMESPACE.equals(xml.getNamespaceURI())
              && xml.getLocalName().equals("design")) {
            return readElement(place, xml);
          }
        }
      } finally {
        xml.close();
      }
    } catch (XMLStreamException e) {
      return Outcome.failed(Issue.error(place, "export.design.damaged"));
    }
    return Outcome.failed(Issue.error(place, "export.design.none"));
  }

  private static Outcome<String> readElement(Place place, XMLStreamReader xml)
      throws XMLStreamException {
    String crc = xml.getAttributeValue(null, "crc32");
    StringBuilder coded = new StringBuilder();
    while (xml.next() == XMLStreamConstants.CHARACTERS) {
      if (coded.length() + xml.getTextLength() > LARGEST_CODED) {
        return Outcome.failed(Issue.error(place, "export.design.tooLarge", LARGEST >> 20));
      }
      coded.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
    }
    byte[] packed;
    try {
      packed = Base64.getMimeDecoder().decode(coded.toString());
    } catch (IllegalArgumentException e) {
      return Outcome.failed(Issue.error(place, "export.design.damaged"));
    }
    return checksum(packed).equals(crc)
        ? inflated(place, packed)
        : Outcome.failed(Issue.error(place, "export.design.damaged"));
  }

  private static Outcome<String> inflated(Place place, byte[] packed) {
    ByteArrayOutputStream plain = new ByteArrayOutputStream();
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(packed);
      byte[] buffer = new byte[1 << 14];
      while (!inflater.finished()) {
        int count = inflater.inflate(buffer);
        if (count == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
          return Outcome.failed(Issue.error(place, "export.design.damaged"));
        }
        if (plain.size() + count > LARGEST) {
          return Outcome.failed(Issue.error(place, "export.design.tooLarge", LARGEST >> 20));
        }
        plain.write(buffer, 0, count);
      }
    } catch (DataFormatException e) {
      return Outcome.failed(Issue.error(place, "export.design.damaged"));
    } finally {
      inflater.end();
    }
    return decoded(place, plain.toByteArray());
  }

  private static Outcome<String> decoded(Place place, byte[] utf8) {
    try {
      CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8));
      return Outcome.ok(text.toString());
    } catch (CharacterCodingException e) {
      return Outcome.failed(Issue.error(place, "export.design.damaged"));
    }
  }

  /// The text as zlib-compressed UTF-8.
  static byte[] deflate(String text) {
    byte[] plain = text.getBytes(StandardCharsets.UTF_8);
    if (plain.length > LARGEST) {
      throw new IllegalArgumentException("a design of " + plain.length + " bytes is too large");
    }
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
    try {
      deflater.setInput(plain);
      deflater.finish();
      ByteArrayOutputStream packed = new ByteArrayOutputStream();
      byte[] buffer = new byte[1 << 14];
      while (!deflater.finished()) {
        packed.write(buffer, 0, deflater.deflate(buffer));
      }
      return packed.toByteArray();
    } finally {
      deflater.end();
    }
  }

  /// CRC-32 in eight hexadecimal digits.
  static String checksum(byte[] bytes) {
    CRC32 crc = new CRC32();
    crc.update(bytes);
    return String.format(Locale.ROOT, "%08x", crc.getValue());
  }
}
