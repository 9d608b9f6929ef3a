package dev.drawbridge.catalog;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A block of IPv4 addresses in CIDR notation (RFC 4632).
///
/// @param first its first address, as a number
/// @param prefix how many leading bits its addresses share, 0 to 32
public record AddressBlock(long first, int prefix) {
  /// AWS keeps the first four addresses of a subnet and the last (VPC User Guide, "Subnet CIDR blocks").
  public static final int KEPT = 5;

  /// The widest and the narrowest block that AWS takes for a VPC or a subnet (likewise).
  public static final int WIDEST = 16;

  public static final int NARROWEST = 28;

  private static final Pattern NOTATION =
      Pattern.compile("([0-9]{1,3})\\.([0-9]{1,3})\\.([0-9]{1,3})\\.([0-9]{1,3})/([0-9]{1,2})");

  /// The block that a text tells. Bits behind the prefix are dropped: `10.0.1.7/24` is `10.0.1.0/24`.
  public static Optional<AddressBlock> parse(String cidr) {
    Matcher parts = NOTATION.matcher(cidr);
    if (!parts.matches()) {
      return Optional.empty();
    }
    long[] numbers = new long[5];
    for (int i = 0; i < 5; i++) {
      numbers[i] = Long.parseLong(parts.group(i + 1));
      if (numbers[i] > (i == 4 ? 32 : 255)) {
        return Optional.empty();
      }
    }
    long address = numbers[0] << 24 | numbers[1] << 16 | numbers[2] << 8 | numbers[3];
    return Optional.of(at(address, (int) numbers[4]));
  }

  /// The block of this size around an address.
  static AddressBlock at(long address, int prefix) {
    long size = 1L << (32 - prefix);
    return new AddressBlock(address / size * size, prefix);
  }

  /// How many addresses it has.
  public long size() {
    return 1L << (32 - prefix);
  }

  /// How many addresses are left in a subnet of this block.
  public long usable() {
    return Math.max(0, size() - KEPT);
  }

  /// The first address behind it.
  public long end() {
    return first + size();
  }

  public boolean overlaps(AddressBlock other) {
    return first < other.end() && other.first < end();
  }

  public boolean contains(AddressBlock other) {
    return first <= other.first && other.end() <= end();
  }

  public String firstText() {
    return text(first);
  }

  public String lastText() {
    return text(end() - 1);
  }

  private static String text(long address) {
    return String.format(
        Locale.ROOT,
        "%d.%d.%d.%d",
        address >> 24,
        address >> 16 & 255,
        address >> 8 & 255,
        address & 255);
  }

  /// As it is written: `10.0.1.0/24`.
  @Override
  public String toString() {
    return firstText() + "/" + prefix;
  }
}
