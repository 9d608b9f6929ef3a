package dev.drawbridge.output.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drawbridge.base.Outcome;
import dev.drawbridge.base.Rect;
import dev.drawbridge.draw.Mark;
import dev.drawbridge.draw.Picture;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddedDesignTest {
  private static final String DESIGN =
      "{\n  \"schemaVersion\": 1,\n  \"title\": \"웹 <&\\\"> ]]> 😀\"\n}\n";
  private static final Picture PICTURE =
      new Picture(
          new Rect(0, 0, 40, 30),
          0xffffffff,
          Mark.Group.of(
              "root", "", List.of(new Mark.Box(new Rect(5, 5, 20, 10), 3, 0xff336699, null))));

  @ParameterizedTest
  @ValueSource(strings = {"svg", "png", "pdf"})
  void aPictureGivesBackTheDesignItCarries(String format) throws IOException {
    assertEquals(Outcome.ok(DESIGN), read(picture(format, DESIGN)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"svg", "png", "pdf"})
  void aLargeDesignIsNotCut(String format) throws IOException {
    // ImageIO cuts compressed texts at 262,144 characters.
    Random random = new Random(7);
    StringBuilder large = new StringBuilder();
    while (large.length() < 3_000_000) {
      large.append(Long.toString(random.nextLong(), 36)).append('\n');
    }
    assertEquals(Outcome.ok(large.toString()), read(picture(format, large.toString())));
  }

  @ParameterizedTest
  @ValueSource(strings = {"svg", "png", "pdf"})
  void aPictureWithoutADesignSaysSo(String format) throws IOException {
    assertFailed("export.design.none", read(picture(format, "")));
  }

  @Test
  void whatIsNoPictureSaysSo() throws IOException {
    assertFailed("export.design.noPicture", read("{}".getBytes(StandardCharsets.UTF_8)));
    assertFailed("export.design.noPicture", read(new byte[0]));
  }

  @ParameterizedTest
  @ValueSource(strings = {"svg", "png", "pdf"})
  void everyTruncationIsAnIssueAndNeverAnException(String format) throws IOException {
    byte[] whole = picture(format, DESIGN);
    int end =
        switch (format) {
          case "png" -> indexOf(whole, "IDAT");
          case "svg" -> indexOf(whole, "</design>");
          default -> endOfAttachment(whole);
        };
    for (int length = 0; length < whole.length; length += 3) {
      Outcome<String> outcome = read(Arrays.copyOf(whole, length));
      if (length < end - 8) {
        assertInstanceOf(Outcome.Failed.class, outcome);
      }
    }
  }

  private static int endOfAttachment(byte[] pdf) {
    int begin = indexOf(pdf, EmbeddedDesign.PDF_KEY);
    return begin + indexOf(Arrays.copyOfRange(pdf, begin, pdf.length), "endstream");
  }

  @ParameterizedTest
  @ValueSource(strings = {"svg", "png", "pdf"})
  void aChangedByteNeverGivesAnotherDesign(String format) throws IOException {
    byte[] whole = picture(format, DESIGN);
    Random random = new Random(11);
    for (int i = 0; i < 2000; i++) {
      byte[] changed = whole.clone();
      changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
      if (read(changed) instanceof Outcome.Ok<String>(String design, var _)) {
        assertEquals(DESIGN, design);
      }
    }
  }

  @Test
  void aDeflateBombIsStopped() throws IOException {
    byte[] packed = zeros(EmbeddedDesign.LARGEST + 1);
    assertTrue(packed.length < 200_000, "the bomb is small");
    byte[] key = "drawbridge\0\1\0\0\0".getBytes(StandardCharsets.ISO_8859_1);
    ByteBuffer data = ByteBuffer.allocate(key.length + packed.length).put(key).put(packed);
    assertFailed("export.design.tooLarge", read(png("iTXt", data.array())));
    String svg =
        "<svg xmlns=\"http://www.w3.org/2000/svg\"><metadata><design"
            + " xmlns=\"urn:drawbridge:design\" crc32=\""
            + EmbeddedDesign.checksum(packed)
            + "\">"
            + Base64.getEncoder().encodeToString(packed)
            + "</design></metadata></svg>";
    assertFailed("export.design.tooLarge", read(svg.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void aChunkThatClaimsToBeLongerThanTheFileIsDamage() throws IOException {
    byte[] png = png("iTXt", "drawbridge\0\0\0\0\0x".getBytes(StandardCharsets.ISO_8859_1));
    ByteBuffer.wrap(png).putInt(8, 0x7fffffff);
    assertFailed("export.design.damaged", read(png));
    ByteBuffer.wrap(png).putInt(8, -1);
    assertFailed("export.design.damaged", read(png));
  }

  @Test
  void textThatIsNotUtf8IsDamage() throws IOException {
    byte[] png = png("iTXt", "drawbridge\0\0\0\0\0\u00ff".getBytes(StandardCharsets.ISO_8859_1));
    assertFailed("export.design.damaged", read(png));
  }

  @Test
  void anSvgWithADocumentTypeIsNotRead() throws IOException {
    String svg =
        "<?xml version=\"1.0\"?><!DOCTYPE svg [<!ENTITY a \"aaaaaaaaaa\">]><svg><metadata>"
            + "<design xmlns=\"urn:drawbridge:design\" crc32=\"0\">&a;</design></metadata></svg>";
    assertFailed("export.design.damaged", read(svg.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void aPictureIsRecognisedByItsFirstBytes() throws IOException {
    assertTrue(EmbeddedDesign.mayBeIn(picture("png", "")));
    assertTrue(EmbeddedDesign.mayBeIn(picture("svg", "")));
    assertFalse(EmbeddedDesign.mayBeIn(DESIGN.getBytes(StandardCharsets.UTF_8)));
  }

  private static void assertFailed(String key, Outcome<String> outcome) {
    assertInstanceOf(Outcome.Failed.class, outcome);
    assertEquals(key, outcome.issues().getFirst().key());
  }

  private static byte[] picture(String format, String design) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Exporter exporter = Exporter.forFormat(format).orElseThrow();
    exporter.write(PICTURE, ExportOptions.DEFAULT.withDesign(design), out);
    return out.toByteArray();
  }

  private static Outcome<String> read(byte[] bytes) {
    return EmbeddedDesign.read("picture", bytes);
  }

  private static int indexOf(byte[] bytes, String text) {
    return new String(bytes, StandardCharsets.ISO_8859_1).indexOf(text);
  }

  private static byte[] zeros(int count) {
    Deflater deflater = new Deflater(9);
    deflater.setInput(new byte[count]);
    deflater.finish();
    byte[] buffer = new byte[1 << 18];
    int length = deflater.deflate(buffer);
    deflater.end();
    return Arrays.copyOf(buffer, length);
  }

  private static byte[] png(String type, byte[] data) {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 crc = new CRC32();
    crc.update(name);
    crc.update(data);
    ByteBuffer png = ByteBuffer.allocate(8 + 12 + data.length);
    png.put(PngWriter.SIGNATURE).putInt(data.length).put(name).put(data);
    return png.putInt((int) crc.getValue()).array();
  }
}
