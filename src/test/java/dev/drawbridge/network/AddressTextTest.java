package dev.drawbridge.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTextTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1.2.3",
        "1.2.3.4.5",
        "1.2.3.",
        "1.2.3.4.",
        "1.2.3.256",
        "1.2.3.04",
        "1.2.3.0004",
        "1..3.4",
        "1.2.3.\u0664",
        ":",
        ":::",
        "::1::",
        "::1::2",
        "1::2::3",
        "1:2:3:4:5:6:7",
        "1:2:3:4:5:6:7:8:9",
        "1:2:3:4:5:6:7:8::",
        "::1:2:3:4:5:6:7:8",
        "1:2:3:4::5:6:7:8",
        "1:2:3:4:5:6:7:1.2.3.4",
        "::1:2:3:4:5:6:1.2.3.4",
        "1.2.3.4::",
        "1:1.2.3.4::1",
        "::1.2.3.4:5",
        "::1.2.3",
        "12345::",
        "g::",
        "::\u0661",
        ":1::",
        "1:2:3:4:5:6:7:"
      })
  void whatIsNoAddressIsNone(String text) {
    assertEquals(Optional.empty(), Address.read(text));
  }

  @ParameterizedTest
  @CsvSource({
    "0.0.0.0, 0.0.0.0",
    "255.255.255.255, 255.255.255.255",
    "::, ::",
    "::1, ::1",
    "1::, 1::",
    "0:0:0:0:0:0:0:0, ::",
    "1:2:3:4:5:6:7:8, 1:2:3:4:5:6:7:8",
    "1:2:3:4:5:6:7::, 1:2:3:4:5:6:7:0",
    "::2:3:4:5:6:7:8, 0:2:3:4:5:6:7:8",
    "1:0:0:2:0:0:0:3, 1:0:0:2::3",
    "1:0:0:2:3:0:0:4, 1::2:3:0:0:4",
    "1:0:2:0:3:0:4:0, 1:0:2:0:3:0:4:0",
    "2001:DB8::A, 2001:db8::a",
    "::ffff:1.2.3.4, ::ffff:102:304",
    "1:2:3:4:5:6:1.2.3.4, 1:2:3:4:5:6:102:304",
    "::1:2:3:4:5:1.2.3.4, 0:1:2:3:4:5:102:304",
    "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff, ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"
  })
  void anAddressIsWrittenInTheShortForm(String text, String written) {
    assertEquals(written, Address.of(text).toString());
    assertEquals(Address.of(text), Address.of(written));
  }
}
