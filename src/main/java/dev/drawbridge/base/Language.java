package dev.drawbridge.base;

/// The languages of the interface, of findings and of exported text. They count the same.
public enum Language {
  ENGLISH("en"),
  KOREAN("ko");

  private final String tag;

  Language(String tag) {
    this.tag = tag;
  }

  /// The BCP 47 tag, as in `--lang ko`.
  public String tag() {
    return tag;
  }

  /// The language for a BCP 47 tag or POSIX locale such as `ko`, `ko-KR` or `ko_KR.UTF-8`; English
  /// for everything that is not Korean.
  public static Language of(String tag) {
    return tag.regionMatches(true, 0, "ko", 0, 2)
            && (tag.length() == 2 || !Character.isLetter(tag.charAt(2)))
        ? KOREAN
        : ENGLISH;
  }
}
