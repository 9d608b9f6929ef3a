package dev.drawbridge.catalog.aws;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TermsTest {
  @Test
  void aNameThatSaysWhatItIsIsNotToldTwice() {
    assertThat(Terms.the("database", "orders")).isEqualTo("the database orders");
    assertThat(Terms.the("database", "Order Database")).isEqualTo("Order Database");
    assertThat(Terms.the("read replica", "reports")).isEqualTo("the read replica reports");
  }
}
