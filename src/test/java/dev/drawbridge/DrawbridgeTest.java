package dev.drawbridge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class DrawbridgeTest {
  @Test
  void theProgramIsANamedModuleOfItsOwn() {
    assertEquals("dev.drawbridge", Drawbridge.class.getPackageName());
  }
}
