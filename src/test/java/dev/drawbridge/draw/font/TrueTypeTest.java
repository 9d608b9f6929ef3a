package dev.drawbridge.draw.font;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drawbridge.base.Rect;
import dev.drawbridge.draw.shape.Outline;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class TrueTypeTest {
  private final TrueType font = FontFace.REGULAR.font();

  @Test
  void everyGlyphHasAnOutlineInsideTheBoxThatTheFontDeclares() {
    for (int glyph = 0; glyph < font.glyphCount(); glyph++) {
      ByteBuffer data = font.glyphData(glyph);
      Outline outline = font.outline(glyph);
      if (data.limit() == 0) {
        assertTrue(outline.isEmpty());
        continue;
      }
      Rect box = outline.bounds();
      assertTrue(box.x() >= data.getShort(2) - 2, "left of glyph " + glyph);
      assertTrue(box.y() >= data.getShort(4) - 2, "bottom of glyph " + glyph);
      assertTrue(box.right() <= data.getShort(6) + 2, "right of glyph " + glyph);
      assertTrue(box.bottom() <= data.getShort(8) + 2, "top of glyph " + glyph);
    }
  }

  @Test
  void theSpaceHasNoInkAndTheLetterHasSome() {
    assertTrue(font.outline(font.glyph(' ')).isEmpty());
    assertFalse(font.outline(font.glyph('g')).isEmpty());
    assertFalse(font.outline(font.glyph('한')).isEmpty());
  }

  @Test
  void charactersTheFontLacksGiveGlyphZero() {
    assertEquals(0, font.glyph(0x1f600));
    assertEquals(0, font.glyph(Character.MAX_CODE_POINT));
    assertFalse(font.has(0x1f600));
  }

  @Test
  void bothMapFormatsGiveTheSameGlyphs() {
    ByteBuffer cmap = font.table("cmap");
    CharacterMap wide = CharacterMap.parse(cmap);
    // Hide the format 12 tables by retelling their encodings as something that is not Unicode.
    ByteBuffer copy = ByteBuffer.allocate(cmap.limit()).put(cmap.duplicate()).flip();
    int tables = copy.getShort(2);
    for (int i = 0; i < tables; i++) {
      if (copy.getShort(copy.getInt(8 + 8 * i)) == 12) {
        copy.putShort(4 + 8 * i, (short) 99);
      }
    }
    CharacterMap narrow = CharacterMap.parse(copy);
    for (int c = 0; c < 0xffff; c++) {
      assertEquals(wide.glyph(c), narrow.glyph(c), Integer.toHexString(c));
    }
  }

  @Test
  void aFontWithoutAUsableMapIsRefused() {
    ByteBuffer cmap = ByteBuffer.allocate(4);
    assertThrows(IllegalArgumentException.class, () -> CharacterMap.parse(cmap));
  }
}
