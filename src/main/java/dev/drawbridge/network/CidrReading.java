package dev.drawbridge.network;

import java.util.Optional;

/// What came of reading the text of a CIDR block. Bad text is data here, so that a rule can say
/// precisely what is wrong with it and offer the block that was meant.
public sealed interface CidrReading {

  /// The text is a block.
  record Exact(Cidr cidr) implements CidrReading {}

  /// The text has bits set beyond its prefix length, as in `10.0.0.5/24`.
  ///
  /// @param given the address as it was written
  /// @param block the block that address lies in
  record HostBitsSet(Address given, Cidr block) implements CidrReading {}

  /// The text is no block at all.
  record Malformed(Problem problem) implements CidrReading {}

  /// Why a text is no block.
  enum Problem {
    /// There is no `/`.
    NO_LENGTH,
    /// What stands before the `/` is no address.
    BAD_ADDRESS,
    /// What stands after the `/` is no number.
    BAD_LENGTH,
    /// The number after the `/` is more than the family has bits.
    LENGTH_OUT_OF_RANGE
  }

  /// The block, where the text is one without any fault.
  default Optional<Cidr> exact() {
    return this instanceof Exact(Cidr cidr) ? Optional.of(cidr) : Optional.empty();
  }

  static CidrReading of(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      return new Malformed(Problem.NO_LENGTH);
    }
    Optional<Address> address = Address.read(text.substring(0, slash));
    if (address.isEmpty()) {
      return new Malformed(Problem.BAD_ADDRESS);
    }
    String digits = text.substring(slash + 1);
    boolean leadingZero = digits.length() > 1 && digits.startsWith("0");
    if (digits.isEmpty() || leadingZero || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return new Malformed(Problem.BAD_LENGTH);
    }
    int length = digits.length() > 3 ? Integer.MAX_VALUE : Integer.parseInt(digits);
    if (length > address.get().family().bits()) {
      return new Malformed(Problem.LENGTH_OUT_OF_RANGE);
    }
    Cidr block = Cidr.around(address.get(), length);
    return block.first().equals(address.get())
        ? new Exact(block)
        : new HostBitsSet(address.get(), block);
  }
}
