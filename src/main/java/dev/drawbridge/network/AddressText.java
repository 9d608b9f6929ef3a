package dev.drawbridge.network;

import java.util.Optional;

/// How addresses are spelled: dotted decimal, and RFC 4291 hexadecimal written as RFC 5952 wants it.
final class AddressText {

  private AddressText() {}

  static Optional<Address> readIpv4(String text) {
    long bits = 0;
    int octets = 0;
    int at = 0;
    while (octets < 4) {
      int end = at;
      int value = 0;
      while (end < text.length() && end - at < 4 && isDigit(text.charAt(end))) {
        value = value * 10 + (text.charAt(end) - '0');
        end++;
      }
      boolean leadingZero = end - at > 1 && text.charAt(at) == '0';
      if (end == at || value > 255 || leadingZero) {
        return Optional.empty();
      }
      bits = bits << 8 | value;
      octets++;
      at = end;
      if (octets < 4) {
        if (at >= text.length() || text.charAt(at) != '.') {
          return Optional.empty();
        }
        at++;
      }
    }
    return at == text.length() ? Optional.of(Address.ipv4(bits)) : Optional.empty();
  }

  static Optional<Address> readIpv6(String text) {
    int gap = text.indexOf("::");
    if (gap >= 0 && text.indexOf("::", gap + 1) >= 0) {
      return Optional.empty();
    }
    String before = gap < 0 ? text : text.substring(0, gap);
    String after = gap < 0 ? "" : text.substring(gap + 2);
    int[] left = groups(before, gap < 0);
    int[] right = groups(after, true);
    int count = left.length + right.length;
    if (gap < 0 ? count != 8 : count > 7) {
      return Optional.empty();
    }
    int[] all = new int[8];
    System.arraycopy(left, 0, all, 0, left.length);
    System.arraycopy(right, 0, all, 8 - right.length, right.length);
    return Optional.of(Address.ipv6(join(all, 0), join(all, 4)));
  }

  /// What is no piece of an address: more groups than any has.
  private static final int[] BROKEN = new int[9];

  /// The 16-bit groups of a colon-separated piece; the last may be a dotted IPv4 tail.
  private static int[] groups(String piece, boolean tailAllowed) {
    if (piece.isEmpty()) {
      return new int[0];
    }
    String[] parts = piece.split(":", -1);
    int[] tail = new int[0];
    int hex = parts.length;
    if (parts[hex - 1].indexOf('.') >= 0) {
      Optional<Address> dotted = tailAllowed ? readIpv4(parts[hex - 1]) : Optional.empty();
      if (dotted.isEmpty()) {
        return BROKEN;
      }
      long bits = dotted.get().low();
      tail = new int[] {(int) (bits >>> 16), (int) (bits & 0xffff)};
      hex--;
    }
    int[] result = new int[hex + tail.length];
    for (int i = 0; i < hex; i++) {
      int value = hexGroup(parts[i]);
      if (value < 0) {
        return BROKEN;
      }
      result[i] = value;
    }
    System.arraycopy(tail, 0, result, hex, tail.length);
    return result;
  }

  private static int hexGroup(String text) {
    if (text.isEmpty() || text.length() > 4) {
      return -1;
    }
    int value = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int digit = c < 128 ? Character.digit(c, 16) : -1;
      if (digit < 0) {
        return -1;
      }
      value = value << 4 | digit;
    }
    return value;
  }

  private static long join(int[] groups, int from) {
    long bits = 0;
    for (int i = from; i < from + 4; i++) {
      bits = bits << 16 | groups[i];
    }
    return bits;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  static String write(Address address) {
    if (address.family() == Family.IPV4) {
      long bits = address.low();
      return (bits >>> 24)
          + "."
          + (bits >>> 16 & 255)
          + "."
          + (bits >>> 8 & 255)
          + "."
          + (bits & 255);
    }
    int[] groups = new int[8];
    for (int i = 0; i < 8; i++) {
      long half = i < 4 ? address.high() : address.low();
      groups[i] = (int) (half >>> (48 - 16 * (i % 4)) & 0xffff);
    }
    int bestAt = -1;
    int bestLength = 1;
    for (int i = 0; i < 8; ) {
      int end = i;
      while (end < 8 && groups[end] == 0) {
        end++;
      }
      if (end - i > bestLength) {
        bestAt = i;
        bestLength = end - i;
      }
      i = Math.max(end, i + 1);
    }
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < 8; i++) {
      if (i == bestAt) {
        out.append("::");
        i += bestLength - 1;
      } else {
        if (!out.isEmpty() && out.charAt(out.length() - 1) != ':') {
          out.append(':');
        }
        out.append(Integer.toHexString(groups[i]));
      }
    }
    return out.toString();
  }
}
