package dev.drawbridge.draw;

import dev.drawbridge.analyze.finding.Severity;
import java.util.Locale;

/// The colours of a picture, ARGB. Groups have the hues that users of AWS diagrams know, darkened or
/// lightened until text on them has a contrast of at least 4.5 to 1.
public enum Theme {
  LIGHT(
      new Base(
          0xffffffff,
          0xffffffff,
          0xffd0d7de,
          0x14000000,
          0xff1f2328,
          0xff59636e,
          0xff57606a,
          0xff0969da,
          0xff2f63db,
          0xffc21f2e),
      new Tone(0xff00a0a3, 0x00000000, 0xff00696c),
      new Tone(0xff8250df, 0xfffcfbff, 0xff6639ba),
      new Tone(0xff3b8fc2, 0x00000000, 0xff1b6595),
      new Tone(0xff7aa116, 0xfff1f7e4, 0xff466b05),
      new Tone(0xff2a9db3, 0xffe9f5f8, 0xff0a6176),
      new Tone(0xff8c959f, 0xfff3f5f7, 0xff4a545f),
      new Tone(0xffe8792b, 0x80ffffff, 0xff9a4a07),
      new Tone(0xff8c959f, 0xfff6f8fa, 0xff4a545f)),
  DARK(
      new Base(
          0xff0d1117,
          0xff1b222b,
          0xff3d4653,
          0x59000000,
          0xffe6edf3,
          0xffa3adb8,
          0xff8d96a0,
          0xff58a6ff,
          0xff6b9bff,
          0xffff6b6f),
      new Tone(0xff1fa5a8, 0x00000000, 0xff4cc9cb),
      new Tone(0xff8a5cf0, 0xff10111d, 0xffb699ff),
      new Tone(0xff3f8fc0, 0x00000000, 0xff79bdea),
      new Tone(0xff6b8e1a, 0xff161f12, 0xffa7cf52),
      new Tone(0xff26869a, 0xff0f1f27, 0xff63c5da),
      new Tone(0xff5b6572, 0xff15191f, 0xffa9b4c0),
      new Tone(0xffd9772f, 0x40331f10, 0xfff0a065),
      new Tone(0xff5b6572, 0xff141a22, 0xffa9b4c0));

  private record Base(
      int paper,
      int card,
      int cardLine,
      int shadow,
      int ink,
      int faint,
      int line,
      int accent,
      int data,
      int blocked) {}

  private final Base base;
  private final Tone region;
  private final Tone vpc;
  private final Tone zone;
  private final Tone publicSubnet;
  private final Tone privateSubnet;
  private final Tone isolatedSubnet;
  private final Tone scaling;
  private final Tone plain;

  Theme(
      Base base,
      Tone region,
      Tone vpc,
      Tone zone,
      Tone publicSubnet,
      Tone privateSubnet,
      Tone isolatedSubnet,
      Tone scaling,
      Tone plain) {
    this.base = base;
    this.region = region;
    this.vpc = vpc;
    this.zone = zone;
    this.publicSubnet = publicSubnet;
    this.privateSubnet = privateSubnet;
    this.isolatedSubnet = isolatedSubnet;
    this.scaling = scaling;
    this.plain = plain;
  }

  /// As on the command line: `light`, `dark`.
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Behind everything.
  public int paper() {
    return base.paper;
  }

  /// A component's card and its border.
  public int card() {
    return base.card;
  }

  public int cardLine() {
    return base.cardLine;
  }

  /// The soft edge below a card.
  public int shadow() {
    return base.shadow;
  }

  /// Names on cards and paper.
  public int ink() {
    return base.ink;
  }

  /// Second lines and labels.
  public int faint() {
    return base.faint;
  }

  /// Connectors.
  public int line() {
    return base.line;
  }

  /// A path that is shown.
  public int accent() {
    return base.accent;
  }

  /// Databases, and what flows between them.
  public int data() {
    return base.data;
  }

  /// What does not get through.
  public int blocked() {
    return base.blocked;
  }

  public Tone region() {
    return region;
  }

  public Tone vpc() {
    return vpc;
  }

  public Tone zone() {
    return zone;
  }

  public Tone publicSubnet() {
    return publicSubnet;
  }

  public Tone privateSubnet() {
    return privateSubnet;
  }

  public Tone isolatedSubnet() {
    return isolatedSubnet;
  }

  /// An Auto Scaling group.
  public Tone scaling() {
    return scaling;
  }

  /// Containers without a hue of their own, and those of kinds that this version does not know.
  public Tone plain() {
    return plain;
  }

  /// A severity's colour for lines and counts, readable on cards.
  public int severity(Severity severity) {
    boolean dark = this == DARK;
    return switch (severity) {
      case CRITICAL -> dark ? 0xffff7b80 : 0xffc21f2e;
      case HIGH -> dark ? 0xffff9a5c : 0xffb8450a;
      case BROKEN -> dark ? 0xfff0a184 : 0xffa0340f;
      case MEDIUM -> dark ? 0xffe3b341 : 0xff8a5c00;
      case LOW -> dark ? 0xff79b8ff : 0xff2c6fb8;
    };
  }
}
