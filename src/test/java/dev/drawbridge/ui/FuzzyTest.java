package dev.drawbridge.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FuzzyTest {
  private static boolean fits(String typed, String text) {
    return Fuzzy.match(typed, text).isPresent();
  }

  private static int score(String typed, String text) {
    return Fuzzy.match(typed, text).orElseThrow().score();
  }

  @ParameterizedTest
  @CsvSource({
    "al, Align left edges",
    "ALE, Align left edges",
    "save as, Save as …",
    "저, 다른 이름으로 저장",
    "저장, 다른 이름으로 저장",
    "ㅈㅈ, 저장",
    "ㄷㅇㅈ, 다른 이름으로 저장",
    // As an input method composes it: the last consonant may be the next syllable's first.
    "젖, 저장",
    "정ㄹ, 정렬",
    "호, 화면 이동",
    // Two initials that it shows as one letter.
    "ㄳ, 검사 결과",
    "닭, 달기",
  })
  void whatIsMeantIsFound(String typed, String text) {
    assertTrue(fits(typed, text));
  }

  @ParameterizedTest
  @CsvSource({"xyz, Save", "evas, Save", "ㅋ, 저장", "장저, 저장", "저쟁, 저장", "savee, Save"})
  void whatIsNotMeantIsNotFound(String typed, String text) {
    assertFalse(fits(typed, text));
  }

  @Test
  void beginningsOfWordsFitBetterThanLettersWithin() {
    assertTrue(score("fa", "Fit all") > score("fa", "Surface"));
    assertTrue(score("fs", "Fit selection") > score("fs", "Offset"));
  }

  @Test
  void lettersThatFollowEachOtherFitBetterThanScatteredOnes() {
    assertTrue(score("redo", "Redo") > score("redo", "Reject a dog"));
    assertTrue(score("zoom", "Zoom in") > score("zoom", "Zebras of our map"));
  }

  @Test
  void ofTwoThatFitAlikeTheShorterIsFirst() {
    assertTrue(score("save", "Save") > score("save", "Save as"));
  }

  @Test
  void itIsKnownWhichLettersWereTyped() {
    assertEquals(List.of(0, 4), Fuzzy.match("fa", "Fit all").orElseThrow().at());
    assertEquals(List.of(4, 5), Fuzzy.match("al", "Fit all").orElseThrow().at());
    assertEquals(List.of(0, 1), Fuzzy.match("젖", "저장").orElseThrow().at());
    assertEquals(List.of(), Fuzzy.match("  ", "Fit all").orElseThrow().at());
  }

  @Test
  void aTextContainsOnlyWhatStandsThereInOneGo() {
    assertTrue(Fuzzy.contains("web nginx", "NGI"));
    assertTrue(Fuzzy.contains("퍼블릭 서브넷", "ㅅㅂㄴ"));
    assertFalse(Fuzzy.contains("web nginx", "wx"));
    assertFalse(Fuzzy.contains("a", "ab"));
  }
}
