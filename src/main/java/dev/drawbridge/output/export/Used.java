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
record Used(Map<FontFace, SortedSet<Integer>> characters, SequencedMap<IconArt, Integer> icons) {
  static Used by(Picture picture) {
    Used used = new Used(new EnumMap<>(FontFace.class), new LinkedHashMap<>());
    used.collect(picture.root());
    return used;
  }

  private void collect(Mark mark) {
    switch (mark) {
      case Mark.Group group -> group.children().forEach(this::collect);
      case Mark.Text text -> {
        SortedSet<Integer> set = characters.computeIfAbsent(text.face(), _ -> new TreeSet<>());
        text.text().codePoints().forEach(set::add);
      }
      case Mark.Icon icon -> icons.putIfAbsent(icon.art(), icons.size());
      case Mark.Box _, Mark.Path _ -> {
        // Boxes and paths need nothing but themselves.
      }
    }
  }
}
