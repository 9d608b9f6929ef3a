package dev.drawbridge.draw.icon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drawbridge.base.Rect;
import dev.drawbridge.draw.shape.Stroke;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class IconsTest {
  static Stream<String> names() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("assets", "icons"))) {
      List<String> names =
          files.map(file -> file.getFileName().toString()).filter(n -> n.endsWith(".svg")).toList();
      return names.stream().map(name -> name.substring(0, name.length() - 4)).sorted();
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void everyIconIsReadableAndStaysOnItsGrid(String name) {
    assertTrue(Icons.has(name));
    IconArt art = Icons.named(name);
    assertEquals(name, art.name());
    assertFalse(art.shapes().isEmpty());
    Rect grid = new Rect(0, 0, IconArt.GRID, IconArt.GRID);
    for (IconArt.Shape shape : art.shapes()) {
      Stroke stroke = shape.stroke();
      Rect ink = shape.outline().bounds().grow(stroke == null ? 0 : stroke.width() / 2);
      assertTrue(grid.contains(ink), name + " leaves its grid: " + ink);
      assertTrue(shape.fill() != 0 || stroke != null, name + " has an invisible shape");
    }
  }

  @Test
  void anUnknownNameGetsThePlainIcon() {
    assertFalse(Icons.has("from-a-later-version"));
    assertEquals("component", Icons.named("from-a-later-version").name());
    assertEquals("component", Icons.named("../fonts/README").name());
  }

  @Test
  void anIconIsReadOnce() {
    assertSame(Icons.named("vpc"), Icons.named("vpc"));
  }
}
