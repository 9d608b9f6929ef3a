package dev.drawbridge.output.export;

import dev.drawbridge.draw.Mark;
import dev.drawbridge.draw.Picture;
import dev.drawbridge.draw.font.FontFace;
import dev.drawbridge.draw.icon.IconArt;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/// What a file that stands alone has to bring along before the picture in it is drawn.
///
/// @param characters the code points set in each face
/// @param icons each icon once, with a number for its name
/// @param length how many characters its texts have together
record Used(
    Map<FontFace, SortedSet<Integer>> characters,
    SequencedMap<IconArt, Integer> icons,
    long length) {
  /// With so many characters outlines of each would make the file several times as large.
  private static final int OUTLINED = 20_000;

  static Used by(Picture picture) {
    Map<FontFace, SortedSet<Integer>> characters = new EnumMap<>(FontFace.class);
    SequencedMap<IconArt, Integer> icons = new LinkedHashMap<>();
    return new Used(characters, icons, collect(picture.root(), characters, icons));
  }

  /// Whether text is to be told as outlines, too.
  boolean isOutlined() {
    return length > 0 && length <= OUTLINED;
  }

  private static long collect(
      Mark mark,
      Map<FontFace, SortedSet<Integer>> characters,
      SequencedMap<IconArt, Integer> icons) {
    return switch (mark) {
      case Mark.Group group -> {
        long length = 0;
        for (Mark child : group.children()) {
          length += collect(child, characters, icons);
        }
        yield length;
      }
      case Mark.Text text -> {
        SortedSet<Integer> set = characters.computeIfAbsent(text.face(), _ -> new TreeSet<>());
        text.text().codePoints().forEach(set::add);
        yield text.text().length();
      }
      case Mark.Icon icon -> {
        icons.putIfAbsent(icon.art(), icons.size());
        yield 0;
      }
      case Mark.Box _, Mark.Path _ -> 0;
    };
  }
}
