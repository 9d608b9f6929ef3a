package dev.drawbridge.base;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LatinTest {
  @ParameterizedTest
  @CsvSource({
    "plain ASCII stays, plain ASCII stays",
    "한글, hangeul",
    "서울 리전, seoul rijeon",
    "웹 서버, wep seobeo",
    "울릉도, ulleungdo",
    "악어, ageo",
    "값, gap",
    "닭이, dalgi",
    "쌍용, ssangyong",
    "Café Größe, Cafe Grosse",
    "a → b, a -> b",
    "tier 🏰 1, tier  1",
    "漢字, ''",
    "Ａ１, A1",
  })
  void writesWhatASCIICanSay(String text, String expected) {
    assertEquals(expected, Latin.letters(text));
  }
}
