package dev.drawbridge.ui;

import java.nio.file.Path;

final class ScratchShots {
  public static void main(String[] a) throws Exception {
    Screenshots.open(Path.of(a[0])).exportsOnly();
    System.exit(0);
  }
}
